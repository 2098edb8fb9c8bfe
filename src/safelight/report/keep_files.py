"""Writes a record (keep.py) as plain text, as a page that needs nothing else, and as JSON; all three in one zip.

The same record gives the same bytes: the zip holds no time of making.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from safelight.locales.load import Translator
from safelight.report import when, words
from safelight.report.clean import clean
from safelight.report.html import framed
from safelight.report.keep import Line, Record, span_of_days
from safelight.report.markup import Safe, joined, tag

FORMAT = "safelight-keep"
FORMAT_VERSION = 1
# The names tell nothing of the topic.
NAME = "notes"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_FOR_OWNER_ONLY = 0o600 << 16


def archive(record: Record, _: Translator) -> bytes:
    """Return a zip of the record as text, page and JSON, with the SHA-256 of each."""
    files = {
        f"{NAME}.html": html(record, _),
        f"{NAME}.json": json.dumps(to_dict(record), ensure_ascii=False, indent=1) + "\n",
        f"{NAME}.txt": text(record, _),
    }
    data = {name: body.encode("utf-8", "replace") for name, body in files.items()}
    sums = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in data.items())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, body in {**data, "sha256sums.txt": sums.encode()}.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _FOR_OWNER_ONLY
            file.writestr(entry, body)
    return packed.getvalue()


def to_dict(record: Record) -> dict[str, Any]:
    """Return the record for programs. Offsets of marks are characters in the text beside them."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_by": {"program": "Safelight", "version": record.version, "weights": record.model},
        "source": {
            "is": "file" if record.source.is_file else "text",
            "name": record.source.name,
            "bytes": record.source.size,
            "sha256": record.source.sha256,
        },
        "kind": record.kind,
        "people": list(record.people),
        "lines": [_line(each) for each in record.lines],
        "noticed": [
            {"technique": t.technique, "name": t.name, "says": t.says, "who": t.who, "lines": list(t.numbers)}
            for t in record.tricks
        ],
        "accounts_and_links": [
            {"kind": each.kind, "value": each.value, "who": each.who, "line": each.number} for each in record.contacts
        ],
        "said_by_the_reader": [
            {"technique": each.technique, "who": who, "says": each.says, "set_aside": aside}
            for each, who, aside in record.judgements
        ],
        "left_out": {
            "lines": record.total - len(record.lines),
            "noticed": record.tricks_left_out,
            "pictures": "all",
            "names": "replaced by letters" if record.letters else "none",
        },
    }


def _line(line: Line) -> dict[str, Any]:
    time = line.time if isinstance(line.time, str) or line.time is None else line.time.isoformat()
    return {
        "line": line.number,
        "part": line.part,
        "author": line.author,
        "time": time,
        "kind": line.kind,
        "text": line.text,
        "marks": [{"technique": m.technique, "start": m.start, "end": m.end} for m in line.marks],
    }


def text(record: Record, _: Translator) -> str:
    """Return the record as plain text. Marked words stand between [ and ]."""
    parts = [_("Notes on a chat") if record.kind == "Conversation" else _("Notes"), ""]
    parts += [f"{name}: {value}" for name, value in _facts(record, _)]
    parts += ["", _("What was noticed"), ""]
    parts += [f"- {trick.name}. {trick.says} {_where(trick.who, trick.numbers, _)}".rstrip() for trick in record.tricks]
    parts += [f"- {sentence}" for sentence in _said(record, _)]
    if record.contacts:
        parts += ["", _("Accounts, links and numbers in these messages"), ""]
        parts += [f"- {each.kind}: {each.value} {_where(each.who, (each.number,), _)}" for each in record.contacts]
    parts += ["", _("The words"), ""]
    before = 0
    for line in record.lines:
        parts += _gap(line, before, _)
        parts.append(f"{_head(line, _)}\n    {_marked(line)}")
        before = line.number
    parts += ["", *limits(record, _)]
    return "\n".join(parts) + "\n"


def html(record: Record, _: Translator) -> str:
    """Return the record as a whole page that needs nothing else and can be printed."""
    return framed(fragment(record, _), _)


def fragment(record: Record, _: Translator, *, heading: str = "h1") -> Safe:
    """Return the record as markup: facts, what was noticed, accounts, the words."""
    title = _("Notes on a chat") if record.kind == "Conversation" else _("Notes")
    facts = (tag("tr", tag("th", name, scope="row"), tag("td", tag("bdi", value))) for name, value in _facts(record, _))
    return tag(
        "div",
        tag(heading, title, tabindex="-1" if heading == "h1" else None),
        tag("table", tag("tbody", *facts)),
        tag("h2", _("What was noticed")),
        noticed(record, _),
        tag("h2", _("Accounts, links and numbers in these messages")) if record.contacts else None,
        tag("ul", *_contacts(record, _)) if record.contacts else None,
        tag("h2", _("The words")),
        timeline(record, _),
        *(tag("p", sentence, class_="quiet") for sentence in limits(record, _)),
        class_="report kept",
    )


def noticed(record: Record, _: Translator) -> Safe:
    """Return what was noticed as a list."""
    tricks = (
        tag("li", tag("strong", trick.name), f". {trick.says} ", _where(trick.who, trick.numbers, _))
        for trick in record.tricks
    )
    said = (tag("li", sentence) for sentence in _said(record, _))
    return tag("ul", *tricks, *said) if record.tricks or record.judgements else tag("p", _("Nothing is kept of this."))


def timeline(record: Record, _: Translator) -> Safe:
    """Return the kept lines in order, with what lies between."""
    parts: list[Safe] = []
    before = 0
    for line in record.lines:
        parts += [tag("li", gap, class_="gap") for gap in _gap(line, before, _)]
        words = tag("p", *_pieces(line), dir="auto", class_="words")
        parts.append(tag("li", tag("span", tag("bdi", _head(line, _)), class_="where"), words))
        before = line.number
    return tag("ol", *parts, class_="kept-lines")


def limits(record: Record, _: Translator) -> list[str]:
    """Return the sentences that everybody who reads this must know."""
    return [
        _("There are no pictures in this. What a picture showed is not known here."),
        *words.limits(_)[:2],
        _("Made by Safelight {version} on this device.").format(version=record.version),
    ]


def _facts(record: Record, _: Translator) -> Iterator[tuple[str, str]]:
    if record.people:
        yield _("People"), ", ".join(record.people)
    if days := span_of_days(record, _):
        yield _("Days"), days
    yield _("Kept"), _("{n} of {all} parts").format(n=len(record.lines), all=record.total)
    yield _("Left out"), _left_out(record, _)
    if record.source.name:
        yield _("File"), record.source.name
    of_what = _("SHA-256 of the file") if record.source.is_file else _("SHA-256 of the text that was pasted")
    yield of_what, record.source.sha256


def _left_out(record: Record, _: Translator) -> str:
    said = [_.plural("{n} message or part", "{n} messages or parts", record.total - len(record.lines))]
    said += [_.plural("{n} thing noticed", "{n} things noticed", record.tricks_left_out)] * bool(record.tricks_left_out)
    said += [_("all pictures")]
    said += [_("the names: there are letters in their place")] * record.letters
    return ", ".join(said)


def _said(record: Record, _: Translator) -> Iterator[str]:
    from safelight.report.people import technique_words

    for each, who, aside in record.judgements:
        form = _("The reader says that “{trick}” from {name} was a joke.")
        if each.says == "normal":
            form = _("The reader says that “{trick}” from {name} is normal between them.")
        kept = "" if aside else " " + _("It is shown all the same.")
        yield form.format(trick=technique_words(each.technique, "", _)[0], name=who) + kept


def _where(who: str, numbers: tuple[int, ...], _: Translator) -> str:
    said = ", ".join(map(str, numbers))
    if who and said:
        return _("({name}, message {numbers})").format(name=who, numbers=said)
    return f"({who})" if who else ""


def _contacts(record: Record, _: Translator) -> Iterator[Safe]:
    for each in record.contacts:
        yield tag("li", f"{each.kind}: ", tag("bdi", each.value, dir="ltr"), " ", _where(each.who, (each.number,), _))


def _gap(line: Line, before: int, _: Translator) -> list[str]:
    missing = line.number - before - 1
    return [_.plural("… {n} left out …", "… {n} left out …", missing)] if missing > 0 else []


def _head(line: Line, _: Translator) -> str:
    named = clean(line.author) or line.part or _("someone without a name")
    return " · ".join(each for each in (str(line.number), named, when.moment(line.time, _)) if each)


def _pieces(line: Line) -> Iterator[Safe]:
    for piece, marked in pieces(line):
        yield tag("mark", clean(piece)) if marked else joined(clean(piece))


def _marked(line: Line) -> str:
    return "".join(f"[{clean(piece)}]" if marked else clean(piece) for piece, marked in pieces(line))


def pieces(line: Line) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces: marked or not; marks that overlap or touch are one."""
    merged: list[list[int]] = []
    for mark in line.marks:
        end = min(mark.end, len(line.text))
        if merged and mark.start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        elif mark.start < end:
            merged.append([mark.start, end])
    at = 0
    for start, end in merged:
        yield line.text[at:start], False
        yield line.text[start:end], True
        at = end
    yield line.text[at:], False
