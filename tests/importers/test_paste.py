"""Pasted text: who said what in more than fifty shapes, corrections, and that no line is ever lost."""

import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.importers import paste
from safelight.importers.paste import Paste, build, guess, identify, read
from safelight.importers.paste_words import plain
from safelight.schema.errors import BadInput, EmptyFile, WrongEncoding

SHAPES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("paste_shapes.yml").read_text("utf-8"))
each_shape = pytest.mark.parametrize("case", SHAPES, ids=lambda case: case["shape"])


def said(found: Paste) -> list[list[str | None]]:
    return [[one.author, one.text] + ([one.kind] if one.kind != "text" else []) for one in found.blocks]


def expected(case: dict[str, Any]) -> list[list[str | None]]:
    return [line[:2] if line[2:] == ["text"] else line for line in case["says"]]


# ---------------------------------------------------------------- shapes


@each_shape
def test_a_shape_is_understood(case: dict[str, Any]) -> None:
    found = guess(case["text"])
    assert said(found) == expected(case)
    assert found.guessed is case.get("guessed", False)
    named = [one.sure for one in found.blocks if one.author]
    assert case.get("least", 0.0) <= named[0] <= case.get("most", 1.0)


@each_shape
def test_a_shape_becomes_a_conversation(case: dict[str, Any]) -> None:
    chat = build(guess(case["text"]), name="chat.txt")
    assert [one.text for one in chat.messages] == [line[1] for line in case["says"]]
    assert {one.author for one in chat.messages} - {""} == {one.name for one in chat.participants}
    assert chat.owner == case.get("owner")
    if "time" in case:
        time = chat.messages[0].time
        assert (time.isoformat() if isinstance(time, datetime) else time) == case["time"]


@each_shape
def test_only_a_shape_with_names_is_claimed_as_a_file(case: dict[str, Any]) -> None:
    claimed = identify("chat.txt", case["text"].encode())
    assert not (claimed and case.get("guessed"))


def test_most_shapes_with_names_are_claimed_as_a_file() -> None:
    named = [case for case in SHAPES if not case.get("guessed")]
    refused = [case["shape"] for case in named if not identify("chat.txt", case["text"].encode())]
    assert not refused


def test_at_least_twenty_five_shapes_are_tried() -> None:
    assert len(SHAPES) >= 25
    assert len({case["shape"] for case in SHAPES}) == len(SHAPES)


@each_shape
def test_line_ends_and_space_around_do_not_matter(case: dict[str, Any]) -> None:
    plain = said(guess(case["text"]))
    assert said(guess(case["text"].replace("\n", "\r\n"))) == plain
    assert said(guess("\n\n" + case["text"] + "\n\n\n")) == plain


@each_shape
def test_every_line_is_in_exactly_one_block(case: dict[str, Any]) -> None:
    assert_nothing_is_lost(case["text"])


def assert_nothing_is_lost(text: str) -> None:
    found = guess(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [number for number, line in enumerate(lines, 1) if plain(line).strip()]
    covered = [
        number for one in found.blocks for number in range(one.number, one.last + 1) if plain(lines[number - 1]).strip()
    ]
    assert covered == filled
    assert found.lines == len(filled)
    for one in found.blocks:
        for number, part in one.texts:
            assert one.number <= number <= one.last
            assert part.strip() in lines[number - 1]
    assert len(build(found).messages) == len(found.blocks)


# ---------------------------------------------------------------- what a person sees and changes


def test_a_guess_says_that_it_is_one() -> None:
    found = guess("hey\nhi\nhow are you")
    assert found.names == ("A", "B")
    assert any("guess" in note and "correct" in note for note in found.notes)
    assert build(found).source.notes == found.notes


def test_every_block_names_its_rule_and_how_sure_it_is() -> None:
    for case in SHAPES:
        for one in guess(case["text"]).blocks:
            assert one.rule
            assert 0.0 <= one.sure <= 1.0


def test_a_text_without_a_name_is_shown_as_unknown_and_said_so() -> None:
    found = guess("and then I went home\nAnn: nice\nBen: yes\nAnn: bye\nBen: bye")
    assert build(found).messages[0].author == "Unknown"
    assert any("line 1 " in note for note in found.notes)


def test_a_correction_changes_who_said_a_line() -> None:
    found = guess("hey\nhi\nhow old are you\n13")
    chat = build(found, {2: "A", 3: "B"}, {"A": "Ann", "B": "Ben"}, "Ann")
    assert [one.author for one in chat.messages] == ["Ann", "Ann", "Ben", "Ben"]
    assert chat.owner == "Ann"
    assert [(one.name, one.is_owner) for one in chat.participants] == [("Ann", True), ("Ben", False)]


def test_a_correction_inside_a_message_splits_it() -> None:
    found = guess("Ann: hi\nI am fine\nand you\nBen: good\nAnn: ok\nBen: bye")
    chat = build(found, {2: "Ben", 3: "Cleo"})
    assert [(one.author, one.text) for one in chat.messages][:4] == [
        ("Ann", "hi"), ("Ben", "I am fine"), ("Cleo", "and you"), ("Ben", "good")
    ]  # fmt: skip


def test_a_line_that_an_app_seemed_to_write_can_be_given_to_a_person_and_back() -> None:
    found = guess("Ann: when?\nToday\nBen: ok\nAnn: ok")
    assert found.blocks[1].kind == "system"
    mended = build(found, {2: "Ben", 3: ""})
    assert [(one.author, one.kind) for one in mended.messages] == [
        ("Ann", "text"), ("Ben", "text"), ("", "system"), ("Ann", "text")
    ]  # fmt: skip


def test_two_names_can_be_made_one() -> None:
    chat = build(guess("Ann: hi\nAnnie: hello\nAnn: bye\nAnnie: bye"), renames={"Annie": "Ann"})
    assert {one.author for one in chat.messages} == {"Ann"}
    assert len(chat.participants) == 1


@pytest.mark.parametrize("line", [0, 2, 99])
def test_a_correction_of_a_line_that_has_nothing_on_it_is_refused(line: int) -> None:
    with pytest.raises(BadInput, match=f"line {line}"):
        build(guess("Ann: hi\n\nBen: hello"), {1: "Ben", line: "Ann"} if line != 2 else {line: "Ann"})


def test_an_owner_who_says_nothing_is_refused() -> None:
    with pytest.raises(BadInput):
        build(guess("Ann: hi\nBen: hello"), owner="Cleo")


def test_a_person_can_say_what_is_a_name_and_what_is_none() -> None:
    text = "Note: hello\nBen: hi\nNote: where are you\nBen: home\nPlan: none"
    assert "Note" not in guess(text).names
    assert guess(text, names=("note", "Ben")).names == ("Note", "Ben")
    text = "Ann: hi\nBen: hello\nAnn: bye\nTowel: one\nTowel: two"
    assert "Towel" in guess(text).names
    assert "Towel" not in guess(text, not_names=["towel"]).names


# ---------------------------------------------------------------- dates


def test_the_order_of_day_and_month_comes_from_all_dates() -> None:
    chat = build(guess("[10:32, 3/12/2024] Ann: hi\n[10:33, 3/13/2024] Ben: hello"))
    assert chat.messages[0].time == datetime(2024, 3, 12, 10, 32)
    assert any("month/day/year" in note for note in chat.source.notes)


# ---------------------------------------------------------------- exports pasted whole


def test_an_export_pasted_whole_is_read_by_its_own_importer() -> None:
    text = "12/03/2024, 10:32 - Ann: hi\n12/03/2024, 10:33 - Ben: hello\nsecond line\n13/03/2024, 10:40 - Ann: bye\n"
    found = guess(text)
    assert [(one.author, one.text) for one in found.blocks] == [
        ("Ann", "hi"), ("Ben", "hello\nsecond line"), ("Ann", "bye")
    ]  # fmt: skip
    assert build(found).messages[0].time == datetime(2024, 3, 12, 10, 32)
    assert [(one.number, one.last) for one in found.blocks] == [(1, 1), (2, 3), (4, 4)]
    assert found.format == "whatsapp"
    corrected = build(found, {3: "Ann"})
    assert [one.author for one in corrected.messages] == ["Ann", "Ben", "Ann", "Ann"]


def test_a_file_that_another_importer_knows_is_not_claimed() -> None:
    assert not identify("chat.txt", b"12/03/2024, 10:32 - Ann: hi\n12/03/2024, 10:33 - Ben: hello\n")


# ---------------------------------------------------------------- files and odd input


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t\n", "\u00a0\n"])
def test_nothing_is_an_empty_file(text: str) -> None:
    with pytest.raises(EmptyFile):
        guess(text)


def test_a_file_is_read_as_a_paste() -> None:
    (chat,) = read(io.BytesIO("\ufeffAnn: hi\r\nBen: hello\r\n".encode()), "a/chat.txt")
    assert [one.author for one in chat.messages] == ["Ann", "Ben"]
    assert (chat.source.format, chat.source.name, chat.source.lines) == ("paste", "chat.txt", 2)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(WrongEncoding, match="byte 6"):
        list(read(io.BytesIO(b"Ann: \xff\xfa\nBen: b"), "chat.txt"))
    assert not identify("chat.txt", b"Ann: \xff\xfa\nBen: b\nAnn: b\n")


def test_a_sign_cut_at_the_end_of_the_head_does_not_matter() -> None:
    assert identify("chat.txt", "Ann: hi\nBen: hello\nAnn: é".encode()[:-1])


@pytest.mark.parametrize(
    "text", ['{"a": 1}', "<html>\nAnn: hi\nBen: hi</html>", "Dear Ann,\nthank you for the gift.\nBen"]
)
def test_other_text_is_not_claimed(text: str) -> None:
    assert not identify("some.txt", text.encode())


def test_no_repr_shows_what_was_said() -> None:
    found = guess("Ann: the canary sings\nBen: hello\nAnn: bye\nBen: bye")
    assert "canary" not in repr(found)
    assert "canary" not in repr(build(found))


def test_a_very_long_line_is_no_trouble() -> None:
    assert_nothing_is_lost("Ann: hi\nBen: " + "a: b " * 50_000 + "\nAnn: " + " " * 100_000 + "x\nBen: bye")
    assert_nothing_is_lost("a" * 200_000 + ":" + "\n" + "[" * 100_000 + "\n" + "\t" * 50_000 + "x")


PIECES = st.sampled_from([
    "Ann", "Ben: ", "me: ", "A: ", "hi", "ok", ":", "10:32", "[10:32] ", "12/03/2024", " — ", "Today at ", "Seen",
    "You sent", "> ", "- ", "<ann> ", "\t", "Ann, [12.03.24 10:32]", "From: Ann", "http://a.b", "ليلى", "：", "🦋",
    "\n", "\n", "\n", "\n\n", "\r\n", "\u2028", "\x0b", "\x85", "\u200f", "\u00a0", " ", "ANN\n", "**Ann:** ",
    "10:32 AM\n", "On 12 Mar 2024 Ann wrote:",
])  # fmt: skip


@pytest.mark.slow
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300))
@settings(max_examples=400, deadline=None)
def test_no_text_crashes_and_no_line_is_lost(text: str) -> None:
    if not plain(text).strip():
        with pytest.raises(EmptyFile):
            guess(text)
        return
    assert_nothing_is_lost(text)


@pytest.mark.slow
@given(st.lists(PIECES, min_size=3, max_size=40).map("".join), st.data())
@settings(max_examples=150, deadline=None)
def test_any_line_can_be_corrected(text: str, data: st.DataObject) -> None:
    if not plain(text).strip():
        return
    found = guess(text)
    lines = [number for one in found.blocks for number, _ in one.texts]
    if not lines:
        return
    line = data.draw(st.sampled_from(lines))
    chat = build(found, {line: "Somebody"})
    assert "Somebody" in {one.author for one in chat.messages}
    assert words(chat.messages) == words(found.blocks)


def words(parts: Iterable[Any]) -> list[str]:
    return sorted("\n".join(one.text for one in parts).split())


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_identify_never_fails(head: bytes) -> None:
    assert identify("x.txt", head) in (True, False)


def test_it_is_asked_last() -> None:
    assert paste.LAST_RESORT is True
