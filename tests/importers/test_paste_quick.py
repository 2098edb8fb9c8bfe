"""What is looked at before the long patterns lets every line through that they fit."""

import re
from pathlib import Path

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from safelight.importers import paste_shapes
from safelight.importers.paste_shapes import candidates, clock_alone, shapes
from safelight.importers.paste_words import compiled, plain, system_kind, words

CASES = yaml.safe_load(Path(__file__).with_name("paste_shapes.yml").read_text("utf-8"))
LINES = sorted({plain(line) for case in CASES for line in case["text"].splitlines()})
ANY_LINE = re.compile("")
PIECES = st.sampled_from(
    [
        "Ann", "Ben Smith", "10:32", "9:05:11 PM", "오후 3:05", "12/03/2024", "12.03.", "2024年3月12日", "12 March",
        "Yesterday", "segunda-feira", "heute um", "seen ", "Delivered", "[", "]", "(", ")", "<", ">", ":", "：", " - ",
        " — ", ", ", "\t", " ", "hi", "says", "1. ", "- ", "5", "年", ".",
    ]
)  # fmt: skip


def read(line: str) -> list[object]:
    match = clock_alone(line)
    return [candidates([line], 0), match and (match.span(), match.groupdict())]


def same_without_the_quick_look(line: str) -> bool:
    quick, look = read(line), paste_shapes._EARLY_TIME
    try:
        paste_shapes._EARLY_TIME = ANY_LINE
        return read(line) == quick
    finally:
        paste_shapes._EARLY_TIME = look


def test_lines_of_every_shape_are_tried() -> None:
    assert sum(bool(candidates([line], 0)) for line in LINES) > len(CASES)
    assert [line for line in LINES if not same_without_the_quick_look(line)] == []
    assert sum(shape.early for shape in shapes()) > 10


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
@example("[Ann: me] [10:32] hi")
@example("12/03/2024 - Ann: hi")
@example("seen: 10:32")
@example("Mon, 12.03. 10:32")
def test_no_line_is_lost(line: str) -> None:
    assert same_without_the_quick_look(line)
    for rough, exact in words().patterns.values():
        if rough and compiled(exact).fullmatch(line):
            assert compiled(rough).fullmatch(line)


def test_a_plain_chat_needs_no_words_for_times(monkeypatch) -> None:
    made: list[str] = []
    make = re.compile
    monkeypatch.setattr(re, "compile", lambda form, *flags: made.append(form) or make(form, *flags))
    compiled.cache_clear()
    line = "Ann: see you at 10:32 on Monday"
    assert candidates([line], 0)
    assert system_kind(line) is None
    assert made
    assert max(map(len, made)) < 3_000
