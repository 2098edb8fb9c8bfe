"""SMS Backup & Restore (Android): one XML file with all SMS and MMS of a phone, one conversation per address.

The file may be gigabytes of pictures: it is streamed and pictures are let go at once. Fields as the app's maker lists
them (synctech.com.au, "Fields in XML Backup Files"): type and msg_box 1 received, 2 sent, 3 draft, 4 outbox, 5 failed,
6 queued; dates in milliseconds UTC; the numbers of a group joined by "~"; addr type 137 is the sender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO, cast

from safelight.importers.sms_repair import Repaired
from safelight.importers.sms_threads import Entry, Threads
from safelight.schema.errors import DamagedFile, EmptyFile, UnsafeArchive
from safelight.schema.items import Conversation, MessageKind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TITLE = "SMS Backup & Restore (Android)"
LEAVES_OUT = ("Pictures, sounds and videos of MMS are not looked at.", "Chats of other apps are not in an SMS backup.")
_AGAIN = "Make the backup again, or copy the chat and paste it."
_ROOT = re.compile(rb"<smses[\s>]")
_RECEIVED, _SENT, _DRAFT, _WAITING = "1", "2", "3", ("4", "5", "6")
_SENDER = "137"
_NO_NAME = frozenset({"", "null", "(unknown)"})


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file is XML with the root element of a message backup."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and _ROOT.search(start) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield one conversation per address or group. Raises DamagedFile, EmptyFile, UnsafeArchive (entities, DTD)."""
    source = Repaired(stream)
    threads = Threads()
    for number, element in enumerate(_elements(source, name), 1):
        _file(element, f"entry {number}", threads)
    if not threads:
        raise EmptyFile("The backup holds no messages", where=name, fix=_AGAIN)
    yield from threads.conversations(name, LEAVES_OUT, source.broken)


def _elements(source: Repaired, name: str) -> Iterator[Element]:
    """Yield each sms and mms element; it is emptied as soon as the next one is asked for."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    done = 0
    try:
        depth, root = 0, None
        for event, element in ElementTree.iterparse(cast(BinaryIO, source), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            root = element if root is None else root
            if event == "end" and depth == 1:
                yield element
                done += 1
                root.clear()
    except DefusedXmlException:
        # Entities can make a small file unpack without end; the app never writes them.
        what = "The XML defines its own entities, which can hide a bomb"
        raise UnsafeArchive(what, where=name, fix=_AGAIN) from None
    except (ParseError, ValueError, LookupError):
        raise DamagedFile("The XML breaks off or is damaged", where=f"{name}, after entry {done}", fix=_AGAIN) from None


def _file(element: Element, where: str, threads: Threads) -> None:
    """Put one element into its thread, or on the list of what was not read."""
    address = element.get("address", "")
    if element.tag not in ("sms", "mms"):
        threads.lost(address, where, "it is neither an SMS nor an MMS")
        return
    box = element.get("type" if element.tag == "sms" else "msg_box", "")
    if box not in (_RECEIVED, _SENT, _DRAFT, *_WAITING):
        threads.lost(address, where, "it is neither received nor sent")
        return
    text, kind = _sms(element) if element.tag == "sms" else _mms(element)
    if text is None:
        threads.lost(address, where, "it has no text")
        return
    threads.add(_entry(element, address, box, text, kind))


def _entry(element: Element, address: str, box: str, text: str, kind: MessageKind) -> Entry:
    known = element.get("contact_name", "")
    return Entry(
        address=address,
        contact="" if known.lower() in _NO_NAME else known,
        sender=(_sender(element) or address) if box == _RECEIVED else None,
        text=text,
        time=_time(element.get("date", "")),
        kind="system" if box == _DRAFT else kind,
        draft=box == _DRAFT,
        waiting=box in _WAITING,
    )


def _sms(element: Element) -> tuple[str | None, MessageKind]:
    return element.get("body"), "text"


def _mms(element: Element) -> tuple[str | None, MessageKind]:
    """Return the text of an MMS and its kind. Without a caption the text is a marker: "<image/jpeg>"."""
    parts = element.findall("parts/part")
    texts = [part.get("text", "") for part in parts if part.get("ct") == "text/plain"]
    subject = element.get("sub", "null")
    words = [text for text in (subject, *texts) if text not in ("", "null")]
    others = [part.get("ct", "") for part in parts if part.get("ct") not in ("text/plain", "application/smil")]
    if others:
        return "\n".join(words) or " ".join(f"<{other}>" for other in others), "media"
    return "\n".join(words) or None, "text"


def _sender(element: Element) -> str:
    for addr in element.findall("addrs/addr"):
        if addr.get("type") == _SENDER:
            return addr.get("address", "")
    return ""


def _time(text: str) -> datetime | None:
    try:
        value = int(text)
        # Some phones count the seconds of an MMS.
        return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC) if value > 0 else None
    except (ValueError, OverflowError, OSError):
        return None
