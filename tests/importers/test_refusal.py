"""Bad input of every kind gives a coded error, or a conversation that says what was lost. Never anything else."""

import io
import random
import signal
import struct
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import FrameType

import pytest

from safelight.importers import archive, streams
from safelight.importers.load import importers, read
from safelight.schema.errors import (
    AmbiguousFormat,
    DamagedFile,
    EmptyFile,
    SafelightError,
    UnknownFormat,
    UnreadableFile,
    UnsafeArchive,
)
from safelight.schema.items import Conversation, Item

SAMPLES = Path(__file__).parent.parent / "samples"
FILES = sorted(
    path
    for format in importers()
    for path in SAMPLES.glob(f"{format}/**/*")
    if path.is_file() and not path.name.endswith(".expected.json")
)
# Where a reader always sees that the end is missing, because something was left open.
CLOSED = (".json", ".xml", ".zip", ".jsonl")

each_sample = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())


@pytest.fixture(autouse=True)
def no_endless_loop() -> Iterator[None]:
    """Stop a test after half a minute: a reader that never ends is a failure, not a hanging run."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        pytest.fail("a reader does not come to an end")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def outcome(data: bytes, name: str) -> list[Item] | SafelightError:
    """What reading gives; an exception that is no SafelightError goes through and fails the test."""
    try:
        found = read(data, name)
    except SafelightError as error:
        assert error.code != "SL000"
        assert error.what
        assert error.fix, f"{error.code} does not say what to do next"
        return error
    for one in found:
        parts = ("messages", "text", "title", "apps", "data", "bio", "handle")
        held = any(getattr(one, part, None) for part in parts)
        assert held or one.source.unread, "nothing was read, and nothing says so"
    return found


def messages(found: list[Item]) -> int:
    return sum(len(getattr(one, "messages", None) or getattr(one, "apps", None) or (one,)) for one in found)


def unread(found: list[Item]) -> int:
    return sum(len(one.source.unread) for one in found)


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return buffer.getvalue()


def a_chat() -> tuple[str, bytes]:
    path = next(path for path in FILES if path.parent.name == "whatsapp" and path.suffix == ".txt")
    return path.name, path.read_bytes()


def parts(path: Path) -> list[tuple[str, bytes]]:
    """The files that importers are asked about: the sample, or what is in it. (name, head)"""
    if path.suffix != ".zip":
        with path.open("rb") as stream:
            return [(path.name, streams.head_of(streams.as_utf8(stream)))]
    with path.open("rb") as stream:
        found = []
        for member in archive.members(stream, path.name):
            with member.open() as inside:
                found.append((member.name, streams.head_of(streams.as_utf8(inside))))
        return found


# ---------------------------------------------------------------- each importer against each other's samples


@each_sample
def test_no_importer_claims_the_sample_of_another(path: Path) -> None:
    own = path.relative_to(SAMPLES).parts[0]
    for (name, head), (key, module) in product(parts(path), importers().items()):
        if key != own and not getattr(module, "LAST_RESORT", False):
            assert module.identify(name, head) is False, f"{key} claims {name}"


@each_sample
def test_a_sample_is_told_without_its_name(path: Path) -> None:
    """A file that was renamed is still read by its own importer, or refused; never by another one."""
    found = outcome(path.read_bytes(), "renamed" + path.suffix)
    if not isinstance(found, SafelightError):
        assert {one.source.format for one in found} <= {path.relative_to(SAMPLES).parts[0], "paste"}


@pytest.mark.parametrize("path", FILES[::3], ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_sample_under_the_name_of_another_breaks_nothing(path: Path) -> None:
    for other in {other.parent: other for other in FILES}.values():
        outcome(path.read_bytes(), other.name)


# ---------------------------------------------------------------- damaged


@each_sample
def test_a_truncated_sample_is_an_error_or_accounts_for_the_loss(path: Path) -> None:
    data = path.read_bytes()
    whole = messages(read(path))
    for cut in sorted({1, 2, 3, 7, 40, *(len(data) * n // 16 for n in range(1, 16)), len(data) - 3, len(data) - 1}):
        found = outcome(data[:cut], path.name)
        if isinstance(found, SafelightError):
            continue
        if path.suffix in CLOSED and messages(found) < whole:
            assert unread(found) or any(one.source.notes for one in found), f"cut at {cut}: the loss is not told"


@each_sample
def test_no_error_shows_what_somebody_wrote(path: Path) -> None:
    data = path.read_bytes()
    items = read(path)
    texts = [m.text for one in items if isinstance(one, Conversation) for m in one.messages if len(m.text) > 11]
    texts += [text for one in items if isinstance(text := getattr(one, "text", None), str)]
    for cut in range(1, len(data), max(1, len(data) // 12)):
        for damaged in (data[:cut], data[:cut] + b"\xff\xfe\x00" + data[cut:]):
            found = outcome(damaged, path.name)
            shown = str(found) + repr(found) if isinstance(found, SafelightError) else repr([*map(repr, found)])
            assert not any(text in shown for text in texts)


@each_sample
def test_flipped_bytes_break_nothing(path: Path) -> None:
    chance = random.Random(path.name)
    data = path.read_bytes()
    for _ in range(12):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        outcome(bytes(damaged), path.name)


@each_sample
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "latin-1", "cp1256", "shift_jis"])
def test_a_wrong_encoding_breaks_nothing(path: Path, encoding: str) -> None:
    if path.suffix == ".zip":
        pytest.skip("no text")
    outcome(path.read_bytes().decode("utf-8-sig").encode(encoding, "replace"), path.name)


@pytest.mark.parametrize("seed", range(6))
def test_random_bytes_are_refused_under_every_name(seed: int) -> None:
    data = random.Random(seed).randbytes((1, 13, 400, 4096, 70_000, 200_000)[seed])
    for path in {path.parent: path for path in FILES}.values():
        assert isinstance(outcome(data, path.name), SafelightError)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\xef\xbb\xbf", b"  \r\n\t\n"], ids=["nothing", "newline", "mark", "blank"]
)
def test_an_empty_file_is_told_under_every_name(data: bytes) -> None:
    for path in {path.parent: path for path in FILES}.values():
        assert isinstance(outcome(data, path.name), EmptyFile)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000,
        b'{"messages":' * 50_000,
        b"{}",
        b"[]",
        b"null",
        b"0",
        b'"',
        b"<smses>",
        b"<a>" * 100_000,
        b"\0" * 5000,
    ],
    ids=["deep list", "deep dict", "dict", "list", "null", "zero", "quote", "tag", "deep tags", "zeros"],
)
def test_odd_files_break_nothing_under_any_name(data: bytes) -> None:
    for path in {path.parent: path for path in FILES}.values():
        outcome(data, path.name)


def test_an_unknown_format_says_to_paste() -> None:
    with pytest.raises(UnknownFormat, match="paste"):
        read(b"BM\xf6\x01\0\0" + bytes(500), "picture.bmp")


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("name", ["missing.txt", ".", "bad\0name"])
def test_what_cannot_be_opened_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read(str(tmp_path / name))


def test_a_chat_given_where_a_path_belongs_is_not_shown_in_the_error() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read("Ann: a canary sings\nBen: yes\n" * 20)
    assert "canary" not in str(caught.value)


def test_two_importers_that_claim_a_file_are_both_named(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = [module for module in importers().values() if not getattr(module, "LAST_RESORT", False)][:2]
    for module in (first, second):
        monkeypatch.setattr(module, "identify", lambda name, head: True)
    with pytest.raises(AmbiguousFormat) as caught:
        read(b"anything", "file.bin")
    assert all(module.__name__.rpartition(".")[2] in caught.value.what for module in (first, second))


# ---------------------------------------------------------------- archives


def test_a_chat_in_an_archive_is_read_and_strangers_are_named() -> None:
    name, chat = a_chat()
    data = zipped(("chat/" + name, chat), ("IMG-1.jpg", b"\xff\xd8"), ("odd.bin", b"\0\1\2"), ("__MACOSX/._x", b"\0"))
    (found,) = read(data, "export.zip")
    assert len(found.source.notes) >= 1
    assert "1 file in the archive is of no known chat format: odd.bin." in found.source.notes
    assert isinstance(found, Conversation)
    assert found.messages == next(iter(read(chat, name))).messages  # type: ignore[union-attr]


def test_an_archive_without_a_chat_is_an_unknown_format() -> None:
    with pytest.raises(UnknownFormat, match="paste"):
        read(zipped(("IMG-1.jpg", b"\xff\xd8"), ("odd.bin", b"\0\1\2")), "pictures.zip")


@pytest.mark.parametrize("path", ["../../chat.txt", "/etc/chat.txt", "a/../../b.txt", "..\\chat.txt", "C:\\chat.txt"])
def test_an_archive_that_points_outside_is_refused(path: str) -> None:
    with pytest.raises(UnsafeArchive):
        read(zipped((path, a_chat()[1])), "export.zip")


def test_a_link_in_an_archive_is_refused() -> None:
    info = zipfile.ZipInfo("_chat.txt")
    info.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr(info, "/etc/passwd")
    with pytest.raises(UnsafeArchive):
        read(buffer.getvalue(), "export.zip")


def test_a_member_that_unpacks_a_thousandfold_is_refused() -> None:
    with pytest.raises(UnsafeArchive, match="too large"):
        read(zipped(("_chat.txt", bytes(20 * 1024**2))), "export.zip")


def test_many_members_that_unpack_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL", 10_000)
    with pytest.raises(UnsafeArchive, match="more than"):
        read(zipped(*((f"{n}.txt", a_chat()[1][:300] * 10) for n in range(9))), "export.zip")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 3)
    with pytest.raises(UnsafeArchive, match="more than 3 files"):
        read(zipped(*((f"{n}.txt", b"x") for n in range(4))), "export.zip")


def test_an_archive_in_an_archive_is_read_but_no_deeper() -> None:
    inner = zipped(a_chat())
    (found,) = read(zipped(("chat.zip", inner)), "export.zip")
    assert isinstance(found, Conversation)
    assert found.messages
    with pytest.raises(UnsafeArchive, match="inside one another"):
        read(zipped(("b.zip", zipped(("a.zip", inner)))), "export.zip")


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(zipped(a_chat()))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    with pytest.raises(UnsafeArchive, match="password"):
        read(bytes(data), "export.zip")


def test_an_unusual_packing_is_refused() -> None:
    with pytest.raises(UnsafeArchive, match="unusual"):
        read(zipped(a_chat(), method=zipfile.ZIP_BZIP2), "export.zip")


def test_a_member_whose_sum_is_wrong_is_damaged() -> None:
    data = bytearray(zipped(a_chat(), method=zipfile.ZIP_STORED))
    data[len(data) // 3] ^= 0x20
    found = outcome(bytes(data), "export.zip")
    assert isinstance(found, DamagedFile) or unread(found)


def test_a_damaged_member_leaves_the_others_readable_and_is_listed() -> None:
    name, chat = a_chat()
    data = bytearray(zipped(("good/" + name, chat), ("bad/" + name, chat), method=zipfile.ZIP_STORED))
    data[data.rindex(chat) + len(chat) // 2] ^= 0x20
    found = read(bytes(data), "export.zip")
    assert messages(found) >= messages(read(chat, name))
    assert any("bad/" in part.where for one in found for part in one.source.unread)


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_archive_breaks_nothing(seed: int) -> None:
    chance = random.Random(seed)
    data = zipped(a_chat(), ("more.bin", bytes(300)))
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        outcome(bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))]), "export.zip")


@pytest.mark.parametrize("data", [zipped(), b"PK\x03\x04", b"PK\x03", b"PK\x05\x06" + bytes(10)])
def test_a_hollow_archive_is_an_error(data: bytes) -> None:
    assert isinstance(outcome(data, "export.zip"), SafelightError)
