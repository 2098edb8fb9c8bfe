"""The language in which phrases are written."""

import pytest
from tests.lexicons.reference import ends

from safelight.lexicons.pattern import GAP, PatternError, parse

SETS = {"parent": ("mom", "step dad", "ur mum"), "one": ("solo",)}
FORMS = {"u": ("you",), "wanna": ("want", "to"), "ur": ("your",)}


def spelled(word: str) -> tuple[str, ...]:
    return FORMS.get(word, (word,))


def fits(phrase: str, text: str) -> bool:
    """Whether the phrase fills the whole text."""
    words = text.split()
    return any(len(words) in ends(parts, words, 0) for parts in parse(phrase, SETS, spelled))


@pytest.mark.parametrize(
    ("phrase", "yes", "no"),
    [
        ("send me", ["send me"], ["send", "me send", "send me now", "send it me"]),
        ("send pic|photo", ["send pic", "send photo"], ["send", "send pic photo", "send video"]),
        ("(going to | may) see", ["going to see", "may see"], ["going see", "to see", "going to may see"]),
        ("(going to|may) see", ["going to see", "may see"], ["going see", "going may see"]),
        ("(a|b)", ["a", "b"], ["a b"]),
        (
            "[very|so much|really] good",
            ["good", "very good", "so much good", "really good"],
            ["so good", "very really good"],
        ),
        (
            "tell [you] @parent",
            ["tell mom", "tell you step dad", "tell your mum"],
            ["tell step", "tell you", "tell dad"],
        ),
        ("a|@parent x", ["a x", "mom x", "step dad x"], ["step x", "a mom x"]),
        ("@one", ["solo"], ["one"]),
        ("a * b", ["a b", "a x b", "a x y z b"], ["a x y z w b", "a x . b", "a"]),
        ("a *1 b", ["a b", "a x b"], ["a x y b", "a . b"]),
        ("a *0 b", ["a b"], ["a x b"]),
        ("am #8-17", ["am 8", "am 13", "am 17"], ["am 7", "am 18", "am 1", "am"]),
        ("#12-14f", ["12f", "14f"], ["12", "15f", "f12"]),
        ("m#18-20", ["m18", "m20"], ["18m", "m21"]),
        ("(kid|#8-9|no one)", ["kid", "8", "9", "no one"], ["10", "no"]),
        ("u wanna", ["you want to"], ["u wanna", "you want"]),
        (
            "(kiss your (neck|whole face)|hold you)",
            ["kiss your neck", "kiss your whole face", "hold you"],
            ["kiss your", "neck"],
        ),
        ("((a | b c) d | e) f", ["a d f", "b c d f", "e f"], ["a f", "b d f", "e d f"]),
        ("[[a] b] c", ["c", "b c", "a b c"], ["a c"]),
        ("a | b c", ["a", "b c"], ["a c", "b"]),
    ],
)
def test_a_phrase_fits_what_it_says(phrase, yes, no):
    assert [text for text in yes if not fits(phrase, text)] == []
    assert [text for text in no if fits(phrase, text)] == []


def test_a_bare_gap_is_as_long_as_the_rule_says():
    assert fits("a * b", "a " + "x " * GAP + "b")
    assert not fits("a * b", "a " + "x " * (GAP + 1) + "b")


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("(a | b", "')' is missing"),
        ("[a", "']' is missing"),
        ("a ) b", "')' closes nothing"),
        ("a ] b", "']' closes nothing"),
        ("tell @nobody", "no set is called @nobody"),
        ("(a b|)", None),
        ("a||b", "is not a word"),
        ("#9-x", "is not a word"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_phrase(phrase, says):
    if says is None:
        assert parse(phrase)
        return
    with pytest.raises(PatternError, match="phrase|" + says.replace("(", r"\(").replace(")", r"\)")) as caught:
        parse(phrase, SETS)
    assert says in str(caught.value)
    assert phrase in str(caught.value)
