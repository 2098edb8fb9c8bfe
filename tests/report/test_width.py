import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.report.width import columns, wrapped


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("abc", 3),
        ("日本語", 6),
        ("한국", 4),
        ("e\u0301", 1),
        ("नमस्ते", 4),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("🇮🇳", 2),
        ("\u2068ab\u2069", 2),
        ("", 0),
    ],
)
def test_columns(text, wide):
    assert columns(text) == wide


def test_lines_are_indented_below_their_mark():
    assert wrapped("one two three four", 13, "  • ") == ["  • one two", "    three", "    four"]


def test_text_without_spaces_is_cut():
    lines = wrapped("日本語の長い文章です" * 4, 20)
    assert len(lines) == 4
    assert "".join(lines) == "日本語の長い文章です" * 4


@given(st.text(alphabet=st.sampled_from("ab 日👍\u0301 "), max_size=200), st.integers(12, 60))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text, width):
    lines = wrapped(text, width, "  ")
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
