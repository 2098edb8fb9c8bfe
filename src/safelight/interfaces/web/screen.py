"""Pictures of a chat: read on this computer, then asked about like a pasted text, because it is a guess who said what.

The picture itself is not looked at beyond its words, and is dropped once they are read.
"""

from __future__ import annotations

from collections.abc import Mapping

from safelight.interfaces.web import render
from safelight.interfaces.web.decoding import decoder
from safelight.interfaces.web.settings import Settings
from safelight.interfaces.web.who import talk
from safelight.media import screenshot
from safelight.schema.errors import BadInput
from safelight.schema.items import Conversation

_HEADS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM")
_BRANDS = (b"heic", b"heix", b"heif", b"mif1", b"avif")
_MOST_PICTURES = 30


def is_picture(data: bytes) -> bool:
    """Say whether bytes begin like a picture."""
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return webp or data.startswith(_HEADS) or (data[4:8] == b"ftyp" and data[8:12] in _BRANDS)


def question(data: bytes, name: str, fields: Mapping[str, str], settings: Settings) -> str:
    """Return the page that asks who said what in the chat that screenshots show.

    fields: `parts` holds the sizes in bytes of several pictures that follow one another in `data`, joined by ",".
    Raises MissingExtra, DamagedFile, EmptyFile, BadInput.
    """
    chats = [decoder.screenshot(each, name) for each in _pictures(data, fields.get("parts", ""))]
    found = screenshot.joined(chats).conversation(me=settings.say("Me"), them="")
    said = talk(settings.fields | _typed(found))
    return render.question(said, settings, notes=found.source.notes)


def _pictures(data: bytes, parts: str) -> list[bytes]:
    sizes = [int(each) for each in parts.split(",") if each.isascii() and each.isdigit()]
    if not sizes:
        return [data]
    if len(sizes) > _MOST_PICTURES or sum(sizes) != len(data):
        raise BadInput("These pictures did not arrive whole", fix=f"Choose at most {_MOST_PICTURES} at once.")
    found, at = [], 0
    for size in sizes:
        found.append(data[at : at + size])
        at += size
    return found


def _typed(found: Conversation) -> dict[str, str]:
    """Return the fields of a text that says the same: "name: words" in a line for each message."""
    names = {each.name: " ".join(each.name.replace(":", " ").split()) for each in found.participants}
    lines = (f"{names[each.author]}: {' '.join(each.text.split())}" for each in found.messages)
    return {"text": "\n".join(lines) + "\n", "names": "\n".join(names.values())}
