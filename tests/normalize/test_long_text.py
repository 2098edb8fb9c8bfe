"""A long text is read in pieces; its words and their places are those of reading it letter by letter."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from safelight.normalize import text
from safelight.normalize.text import words

KNOWN = frozenset({"secret", "cool", "pay", "money", "class"})
PLAIN = "We pay on time. Bring your papers, and don't forget the cat's bowl! "
PARTS = st.sampled_from(
    [
        "plain words here ", "c00l ", "seeecret ", "s e c r e t ", "p@y ", "don’t ", "– a dash — ", "“so” ", "£20 ",
        "end. Next ", "end.\nNext\n", "wait... what ", "no!! yes ", "the class's room ", "über ", "Ανα ", "b2b ", "… ",
        "e.g. this ", "mail@box.example ", "\u00a0", "• item ", "abc def ghi ", "x\u200by ", "ﬁne ", "\u00ad", "!?",
        "$ave ", "a.b ", "12.50 ", "W E E K ", "\u043fay ",
        "s*cret ", "sec.ret ", "pa-y ", "and/or ", "4th ", "5pm ", "m0n3y ", "$ecret ", "clas$ ", "p a y ", "u r a ",
        "mon3y ", "c00l. ", "@pay ", "w/o ", "p.a.y ", "c*ol ", "co*l ",
    ]
)  # fmt: skip


def places(found: text.Words) -> list[tuple[int, int]]:
    return [found.span(number, number) for number in range(len(found.words))]


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=40).map("".join))
@example("• item " * 40)
@example("end.\n" * 60)
def test_words_and_places_are_those_of_the_closer_look(more: str) -> None:
    written = PLAIN * 4 + more
    quick, close = words(written, KNOWN), text._closely(written, KNOWN)
    assert quick.words == close.words
    assert places(quick) == places(close)


def test_a_long_text_is_not_read_letter_by_letter(monkeypatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(
        text, "_closely", lambda piece, known, **more: looked.append(piece) or text.Words(piece, [], [])
    )
    words(PLAIN * 20 + "It’s “fine” – really. " + PLAIN * 20)
    assert looked == []
    words(PLAIN * 20 + "über " + PLAIN * 20)
    assert max(map(len, looked)) < 80
