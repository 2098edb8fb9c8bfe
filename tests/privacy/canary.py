"""Puts a canary word into every message of every sample, and listens for it."""

import gc
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import safelight
from safelight.importers.load import importers
from safelight.schema.items import Conversation, Offer

CANARY = "Xanaricanary"
SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted(
    path
    for path in SAMPLES.rglob("*")
    if path.is_file() and path.parent.name in importers() and not path.name.endswith(".expected.json")
)


def texts(path: Path) -> list[str]:
    """The lines of the messages and offers of a sample, the longest first, without those that markers are made of."""
    said = {line for item in safelight.read(path) for each in bodies(item) for line in each.splitlines()}
    return sorted((line for line in said if len(line) > 3), key=len, reverse=True)


def bodies(item: safelight.Item) -> list[str]:
    """What somebody wrote in an item."""
    if isinstance(item, Conversation):
        return [message.text for message in item.messages if message.kind == "text"]
    return [item.text] if isinstance(item, Offer) else []


def written(text: str) -> Iterator[bytes]:
    """How a line may stand in a file: as it is, as JSON with and without escapes, mojibake, as XML, as CSV."""
    yield text.encode()
    yield json.dumps(text)[1:-1].encode()
    yield json.dumps(text, ensure_ascii=False)[1:-1].encode()
    yield json.dumps(text.encode().decode("latin-1"))[1:-1].encode()
    yield escape(text, {'"': "&quot;"}).encode()
    yield text.replace('"', '""').encode()
    yield text.encode("utf-16-le")


def planted(data: bytes, lines: list[str]) -> bytes:
    """The file with the canary at the end of every message line that is found in it."""
    mark = f" {CANARY}".encode()
    for line in lines:
        for form in dict.fromkeys(written(line)):
            if form in data:
                wide = form == line.encode("utf-16-le") and form != line.encode()
                data = data.replace(form, form + (f" {CANARY}".encode("utf-16-le") if wide else mark))
                break
    return data


def planted_file(path: Path) -> bytes:
    """A sample with the canary in its messages; of an archive, in all its members."""
    lines, data = texts(path), path.read_bytes()
    if path.suffix != ".zip":
        return planted(data, lines)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, planted(old.read(name), lines))
    return out.getvalue()


def damaged(data: bytes) -> Iterator[bytes]:
    """The file cut off, with a stretch missing, with bytes of no encoding, with brackets turned."""
    for part in (1, 3, 5, 6, 7):
        yield data[: len(data) * part // 8]
    yield data[: len(data) // 3] + data[len(data) // 2 :]
    yield data[: len(data) // 2] + b"\xff\xfe\0\xc3(" + data[len(data) // 2 :]
    yield data.replace(b"}", b"]").replace(b"</", b"<")
    yield data.replace(b'"', b"").replace(b": ", b" ")
    yield re.sub(rb"\d", b"9", data)


def parts_of(error: BaseException) -> str:
    """All that an exception shows: its text, arguments, fields, notes, and the same of what it came from."""
    shown = []
    seen: BaseException | None = error
    while seen is not None:
        fields = {name: getattr(seen, name, "") for name in ("what", "where", "fix", "object", "doc", "msg", "text")}
        own = {name: value for name, value in fields.items() if not _is_raw(seen, name)}
        notes = getattr(seen, "__notes__", "")
        shown.append(f"{seen} {seen!r} {own} {notes}")
        # What `from None` hides is not printed.
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(shown)


def _is_raw(error: BaseException, name: str) -> bool:
    # Python's own decoding errors keep the whole input in these fields, without ever printing it.
    return name in ("object", "doc") and isinstance(error, UnicodeError | json.JSONDecodeError)


def living(kind: type) -> list[object]:
    """Every object of a kind that is alive."""
    return [one for one in gc.get_objects() if isinstance(one, kind)]
