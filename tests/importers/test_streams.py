from io import BytesIO
from pathlib import Path

import pytest

from safelight.importers.streams import HEAD, Meter, as_utf8, head_of, opened
from safelight.importers.text_lines import TextLines
from safelight.schema.errors import WrongEncoding


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_become_utf_8_that_can_be_read_twice(encoding: str) -> None:
    text = "".join(f"line {n} é 👍\n" for n in range(20_000))
    stream = as_utf8(BytesIO(text.encode(encoding)))
    assert stream.read() == text.encode()
    stream.seek(0)
    assert head_of(stream) == text.encode()[:HEAD]
    assert [*TextLines(stream, "x")][-1] == "line 19999 é 👍"


def test_a_cut_wide_file_ends_with_a_sign_for_the_loss() -> None:
    assert as_utf8(BytesIO("ab".encode("utf-16")[:-1])).read().decode() == "a\ufffd"


@pytest.mark.parametrize("whence", [0, 1, 2])
def test_a_recoded_stream_can_go_anywhere(whence: int) -> None:
    stream = as_utf8(BytesIO("0123456789".encode("utf-16")))
    stream.read(4)
    stream.seek({0: 7, 1: 3, 2: -3}[whence], whence)
    assert stream.read() == b"789"


def test_a_file_is_streamed_and_a_name_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"hello")
    with opened(path, None) as (stream, name, size):
        assert (stream.read(2), name, size) == (b"he", "a.txt", 5)
    with opened(b"hello", "C:\\Users\\x\\b.txt") as (_, name, size):
        assert (name, size) == ("b.txt", 5)


def test_the_meter_counts_each_pass_by_its_share() -> None:
    seen: list[tuple[int, int]] = []
    meter = Meter(lambda done, total: seen.append((done, total)), 2 * HEAD)
    stream = meter.over(BytesIO(bytes(2 * HEAD)), 2 * HEAD, passes=2)
    stream.read()
    stream.seek(0)
    assert seen[-1] == (HEAD, 2 * HEAD)
    stream.read()
    meter.finish()
    assert seen[-1] == (2 * HEAD, 2 * HEAD)


def test_lines_can_be_gone_through_twice_and_end_anyhow() -> None:
    lines = TextLines(BytesIO(b"\xef\xbb\xbfone\r\ntwo\rthree\n\nfive \xe2\x80\xa8 still five"), "x")
    assert [*lines] == [*lines] == ["one", "two", "three", "", "five \u2028 still five"]
    assert lines.broken == ()


def test_a_file_in_another_encoding_is_refused_with_the_line() -> None:
    data = "".join(f"olé {n}\n" for n in range(9)).encode("latin-1")
    with pytest.raises(WrongEncoding, match="line 1"):
        TextLines(BytesIO(data), "x.txt")


def test_a_few_broken_bytes_are_shown_and_counted() -> None:
    lines = TextLines(BytesIO("olé\nplain\nolé\n".encode() + b"ol\xe9\n" + "olé".encode()[:-1]), "x")
    assert [*lines] == ["olé", "plain", "olé", "ol\ufffd", "ol\ufffd"]
    assert lines.broken == (4, 5)
    assert lines.notes()[0].startswith("2 lines hold signs")
