"""The files of phrases: how they are read, what silences and turns phrases round, and that ours are sound."""

import tomllib
from functools import cache
from importlib.resources import files

import pytest

from safelight.lexicons import load, written
from safelight.lexicons.automaton import Builder
from safelight.lexicons.load import languages, lexicon
from safelight.lexicons.matcher import _LONGEST
from safelight.lexicons.pattern import Gap, Sequence, Word
from safelight.lexicons.phrases import CONVERSATION
from safelight.schema.errors import BadData
from safelight.taxonomy.load import techniques

FORMS = 'negators = ["dont", "never"]\naddressees = ["you", "u"]\n[forms]\nu = "you"\n'
ABOUT = 'name = "Test"\nstatus = "beta"\n'


@pytest.fixture
def made(tmp_path, monkeypatch):
    """`made(text)`: the lexicon of a made-up language with one file of phrases."""
    for name in ("_built", "_spelling", "forms", "_negators", "_addressees"):
        monkeypatch.setattr(load, name, cache(getattr(load, name).__wrapped__))

    def make(phrases: str, sets: str = 'pal = ["mate", "old friend"]\n', name: str = "trust.flattery.toml"):
        folder = tmp_path / "xx"
        folder.mkdir(exist_ok=True)
        for file, text in (("forms.toml", FORMS), ("language.toml", ABOUT), ("sets.toml", sets), (name, phrases)):
            (folder / file).write_text(text, encoding="utf-8")
        monkeypatch.setattr(load, "files", lambda package: tmp_path)
        return load.lexicon("xx")

    return make


def group(patterns: str, **more: object) -> str:
    extra = "".join(
        f"{key} = {str(value).lower() if isinstance(value, bool) else value}\n" for key, value in more.items()
    )
    return f'[[group]]\nname = "one"\nstrength = 0.5\n{extra}patterns = {patterns}\n'


def names(found: list[load.Hit]) -> list[tuple[str, int, int]]:
    return [(hit.group.id, hit.first, hit.last) for hit in found]


def test_a_hit_tells_its_group_and_its_words(made):
    phrases = made(group('["my @pal"]'))
    assert names(phrases.find(["hey", "my", "old", "friend"])) == [("trust.flattery/one", 1, 3)]
    assert phrases.groups[0].strength == 0.5
    assert (phrases.name, phrases.status) == ("Test", "beta")


@pytest.mark.parametrize("text", ["dont send me one", "never send me one", "never ever send me one"])
def test_a_negator_turns_a_phrase_round(made, text):
    assert made(group('["send me"]')).find(text.split()) == []


@pytest.mark.parametrize(
    "text",
    ["send me one", "why dont you send me one", "never mind that send me one", "dont . send me one", "never u send me"],
)
def test_a_negator_before_the_addressee_or_another_sentence_does_not(made, text):
    assert len(made(group('["send me"]')).find(text.split())) == 1


def test_a_phrase_that_begins_with_a_negator_is_not_turned(made):
    assert len(made(group('["dont tell"]', negatable=False)).find(["never", "dont", "tell"])) == 1


def test_a_silencer_silences_its_own_group_only(made):
    text = group('["tell"]', unless='["party|birthday cake"]') + group('["tell"]').replace('"one"', '"two"')
    phrases = made(text)
    assert names(phrases.find(["tell", "about", "the", "party"])) == [("trust.flattery/two", 0, 0)]
    assert len(phrases.find(["tell", "about", "the", "birthday", "cake"])) == 1
    assert len(phrases.find(["tell", "about", "the", "birthday"])) == 2


def test_within_counts_only_short_messages(made):
    phrases = made(group('["alone"]', within=2))
    assert len(phrases.find(["alone"])) == 1
    assert len(phrases.find(["u", "alone"])) == 1
    assert phrases.find(["i", "was", "alone"]) == []


def found_in_pieces(phrases: load.Lexicon, *pieces: str) -> list[tuple[str, int, int]]:
    hits: list[load.Hit] = []
    begun: list[frozenset[int]] = []
    for piece in pieces:
        hits, begun = phrases.find_on(piece.split(), begun)
    return names(hits)


def test_a_phrase_that_an_earlier_message_began_ends_here(made):
    phrases = made(group('["send me *2 photo"]'))
    for pieces in (("send me a", "photo ok"), ("send me", "a", "photo ok"), ("now send me", "photo ok")):
        assert found_in_pieces(phrases, *pieces) == [("trust.flattery/one", 0, 0)]
    assert found_in_pieces(phrases, "send", "me photo") == []
    assert found_in_pieces(phrases, "send me . a", "photo") == []
    assert found_in_pieces(phrases, "send me", "another very nice photo") == []


def test_a_negator_in_the_earlier_message_turns_it_round(made):
    phrases = made(group('["send me photo"]'))
    assert found_in_pieces(phrases, "never send me", "photo") == []
    assert len(found_in_pieces(phrases, "why dont you send me", "photo")) == 1


def test_what_counts_in_short_messages_only_is_not_pieced_together(made):
    assert found_in_pieces(made(group('["be all alone"]', within=3)), "be all", "alone") == []


def test_a_silencer_where_it_ends_silences_it(made):
    phrases = made(group('["tell your mum"]', unless='["party"]'))
    assert found_in_pieces(phrases, "tell your", "mum about the party") == []
    assert len(found_in_pieces(phrases, "tell your", "mum about the cake")) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (group('["a"]', colour='"red"'), "colour"),
        ('[[group]]\nname = "one"\nstrength = 0.5\n', "wrong or missing keys"),
        ('[[group]]\npatterns = ["a"]\n', "wrong or missing keys"),
        (group("[]"), "wrong or missing keys"),
        (group('["(a | b"]'), "is missing in"),
        ("strength = 1\n", "no [[group]]"),
        ("[[group]\n", "cannot be read"),
    ],
)
def test_a_file_that_breaks_the_rules_is_refused_by_name(made, text, says):
    with pytest.raises(BadData) as caught:
        made(text)
    assert says in str(caught.value)
    assert "trust.flattery.toml" in str(caught.value)


# ---------------------------------------------------------------- our own files


def rows(code: str):
    for file in sorted(files("safelight.lexicons").joinpath(code).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml") and file.name not in ("sets.toml", "forms.toml", "language.toml"):
            for row in tomllib.loads(file.read_text(encoding="utf-8"))["group"]:
                yield file.name.removesuffix(".toml"), row


@pytest.mark.parametrize("code", languages())
def test_every_file_loads_and_is_named_after_a_technique_or_a_context(code):
    phrases = lexicon(code)
    assert phrases.groups
    unknown = {g.lexicon for g in phrases.groups if not g.lexicon.startswith("context.")} - set(techniques())
    assert unknown == set()


@pytest.mark.parametrize("code", languages())
def test_every_group_is_whole(code):
    seen: set[str] = set()
    for name, row in rows(code):
        place = f"{name}/{row['name']}"
        assert place not in seen, f"{place} twice"
        seen.add(place)
        assert row["patterns"], place
        assert 0 < row.get("strength", 1.0) <= 1, place
        assert len(set(row["patterns"])) == len(row["patterns"]), f"{place} says a phrase twice"


@pytest.mark.parametrize("code", languages())
def test_phrases_are_written_folded(code):
    """Capitals and apostrophes would never be met: messages are folded."""
    for name, row in rows(code):
        for phrase in (*row["patterns"], *row.get("unless", ())):
            assert phrase == phrase.lower(), f"{name}/{row['name']}"
            assert not set("'’\",;?!") & set(phrase), f"{name}/{row['name']}: {phrase}"


@pytest.mark.parametrize("code", languages())
def test_no_phrase_matches_nothing_at_all(code):
    assert lexicon(code).find([]) == []
    assert lexicon(code).find(["zzzzqq"]) == []
    assert lexicon(code).find(["zzzzqq", "zzzzqq", ".", "zzzzqq"]) == []


@pytest.mark.parametrize("code", languages())
def test_forms_lead_to_plain_words(code):
    """What a form stands for is not itself a form: it would be read only half."""
    forms = load.forms(code)
    assert {form: words for form, words in forms.items() if any(w in forms and forms[w] != (w,) for w in words)} == {}


def length(parts: Sequence) -> int:
    """The most words that a phrase can fill."""
    return sum(
        1 if isinstance(part, Word) else part.most if isinstance(part, Gap) else max(map(length, part.options))
        for part in parts
    )


@pytest.mark.parametrize("language", languages())
def test_no_phrase_is_longer_than_the_matcher_looks(language, monkeypatch):
    lengths: list[int] = []
    monkeypatch.setattr(Builder, "add", lambda self, group, options: lengths.extend(map(length, options)))
    written.read(files("safelight.lexicons").joinpath(language), language, CONVERSATION)
    assert lengths
    assert max(lengths) <= _LONGEST


def test_fields_looked_through_at_once_give_what_each_gives_alone(made):
    lexicon = made(
        '[[group]]\nname = "a"\nstrength = 0.5\npatterns = ["hi [my] @pal", "you"]\nunless = ["joke"]\n'
        '[[group]]\nname = "b"\nstrength = 0.5\npatterns = ["call me *3 now"]\nwithin = 4\n'
    )
    fields = [
        ["hi", "my", "old"],
        ["friend", "hi", "mate"],
        [],
        ["u", "joke", "hi", "mate"],
        ["call", "me", "right", "now"],
        ["call", "me", ".", "now", "and", "dont", "hi", "mate", "hi", "old", "friend"],
        ["call"],
        ["me", "now"],
    ]
    together = list(lexicon.find_in(fields))
    assert together == [(number, hit) for number, words in enumerate(fields) for hit in lexicon.find(words)]
    assert {number for number, _ in together} == {1, 4, 5}
    assert list(lexicon.find_in([])) == []
