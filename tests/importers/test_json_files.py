import io
import json

import pytest

from safelight.importers import json_files
from safelight.schema.errors import DamagedFile, EmptyFile, SafelightError, WrongEncoding

SECRET = "the canary sings at noon"


def damage(data: bytes) -> SafelightError:
    with pytest.raises(SafelightError) as caught:
        json_files.load(io.BytesIO(data), "chat.json")
    error = caught.value
    assert SECRET not in str(error)
    assert error.__context__ is None, "the parser's error holds the whole text"
    assert error.fix
    return error


def test_a_truncated_file_names_line_and_column() -> None:
    data = json.dumps({"messages": [{"text": SECRET}, {"text": "more"}]}, indent=1).encode()
    error = damage(data[:-8])
    assert isinstance(error, DamagedFile)
    assert "line " in error.where and "column " in error.where


def test_a_file_that_ends_inside_a_letter_is_damaged_and_not_of_a_wrong_encoding() -> None:
    error = damage(f'{{"a": "{SECRET} é'.encode()[:-1])
    assert type(error) is DamagedFile
    assert "byte " in error.where


def test_latin_1_is_a_wrong_encoding_with_its_place() -> None:
    error = damage(f'{{"a": "é {SECRET}"}}'.encode("latin-1"))
    assert isinstance(error, WrongEncoding)
    assert error.where == "chat.json, byte 7"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n"])
def test_nothing_is_an_empty_file(data: bytes) -> None:
    assert isinstance(damage(data), EmptyFile)


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b'{"a": ' + b"9" * 10_000 + b"}"])
def test_what_exhausts_a_parser_is_damaged(data: bytes) -> None:
    assert isinstance(damage(data), DamagedFile)


def test_a_list_where_an_object_belongs_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="begin"):
        json_files.load_entry(io.BytesIO(b"[1]"), "chat.json")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert json_files.load(io.BytesIO(b'\xef\xbb\xbf{"a": 1}'), "chat.json") == {"a": 1}


def test_keys_are_found_in_a_head_that_is_cut() -> None:
    assert json_files.keys(b'\xef\xbb\xbf {"a": {"b c" :1}, "d": "e') == {"a", "b c", "d"}


@pytest.mark.parametrize("words", ['"sender_name":', 'x "sender_name": y', '\\"sender_name":', "sender_name"])
def test_words_in_a_message_are_not_taken_for_keys(words: str) -> None:
    head = json.dumps({"text": words, "other": [words, words]}).encode()
    assert json_files.keys(head) == {"text", "other"}


def test_text_that_is_no_json_has_no_keys() -> None:
    assert json_files.keys(b'Ann: look "a": b') == frozenset()


def test_half_an_emoji_can_be_written_afterwards() -> None:
    assert json_files.words(json.loads('"hi \\ud83d there"')) == "hi \ufffd there"
    assert json_files.words(json.loads('"hi \\ud83d\\ude00"')) == "hi 😀"


def test_words_of_anything_but_text_are_empty() -> None:
    assert [json_files.words(value) for value in (None, 5, ["a"], {"a": "b"})] == ["", "", "", ""]
