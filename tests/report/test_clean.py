import pytest

from safelight.report.clean import NAME_LENGTH, clean, isolated, name


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]8;;https://x.example\x1b\\link", "link"),
        ("\x9b2Jgone", "gone"),
        ("a\x1bcb", "ab"),
        ("over\rwritten\x08\x08", "over written"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("safe\u202eexe.gnp", "safeexe.gnp"),
        ("\u2066left\u2069\u200f", "left"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\ud800", "\ufffd"),
        ("👩\u200d👧 नमस्ते", "👩\u200d👧 नमस्ते"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_nothing_that_steers_a_terminal_or_the_direction_is_left(given, shown):
    assert clean(given) == shown


def test_an_unfinished_escape_sequence_is_not_left_behind():
    assert "\x1b" not in clean("text\x1b[")
    assert "\x1b" not in clean("text\x1b]0;title without end")


def test_a_name_is_short_and_never_empty():
    assert name("x" * 100, "nameless") == "x" * (NAME_LENGTH - 1) + "…"
    assert name("\u202e \x1b[0m", "nameless") == "nameless"


def test_only_right_to_left_text_is_isolated():
    assert isolated("Kai") == "Kai"
    assert isolated("ليلى") == "\u2068ليلى\u2069"
