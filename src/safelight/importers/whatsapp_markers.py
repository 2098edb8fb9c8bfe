"""What WhatsApp itself writes into an export, by language: loads whatsapp_markers.toml and compares with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from safelight.schema.items import MessageKind

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
# "IMG-20230128-WA0001.jpg (file attached)", "<attached: 00000042-PHOTO-2023-01-28-21-13-20.jpg>", in any language.
_ATTACHED = re.compile(
    r"<[^<>:]{2,30}:\s?\d{5,8}-[^<>]+\.\w{2,5}>"
    r"|[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|mp4|3gp|mov|opus|m4a|mp3|aac|pdf|vcf|docx?)\s\([^()]{3,40}\)"
)
_LONGEST = 120
# Around a name; and before a text that WhatsApp wrote.
MARK_SIGNS = "".join(map(chr, _MARKS))
EDGE = " \u00a0\u202f\t" + MARK_SIGNS
BEGINNINGS = frozenset(MARK_SIGNS)


@dataclass(frozen=True, slots=True)
class Markers:
    """The words of whatsapp_markers.toml. exact: whole texts -> kind; owners: texts said only to the phone's owner.

    endings: the last two signs of all whole texts; a line that ends otherwise and begins with no mark is none of them.
    """

    exact: Mapping[str, MessageKind]
    owners: frozenset[str]
    call: tuple[str, ...]
    system: tuple[str, ...]
    half_day: Mapping[str, str]
    file_names: tuple[re.Pattern[str], ...]
    endings: frozenset[str]

    def kind(self, line: str, *, alone: bool) -> MessageKind:
        """Return the kind of an entry by its first line, marks included. alone: no other line follows."""
        if len(line) > _LONGEST:
            return "text"
        plain = simple(line)
        kind = self.exact.get(plain, "text")
        if kind == "text" and line[0] in BEGINNINGS and plain.startswith(self.call):
            return "call"
        if kind == "text" and _ATTACHED.fullmatch(plain):
            return "media"
        # A caption below the marker keeps a picture a picture, but nothing follows a deletion.
        return kind if alone or kind == "media" else "text"

    def is_system(self, line: str) -> bool:
        """Tell whether an entry that seems to have an author is WhatsApp's own (it names the group as author)."""
        return line[:1] in BEGINNINGS and simple(line).startswith(self.system)

    def said_to_owner(self, text: str) -> bool:
        """Tell whether the text is one that only the phone's owner gets to see beside their own name."""
        return simple(text) in self.owners


def simple(text: str) -> str:
    """Return a text as the table writes it: no direction marks, no dot at the end, lower case."""
    return text.translate(_MARKS).strip().rstrip(".。").replace("< ", "<").replace(" >", ">").casefold()


@cache
def markers() -> Markers:
    """Return the table, loaded once."""
    import tomllib

    data = tomllib.loads(resources.files(__package__).joinpath("whatsapp_markers.toml").read_text("utf-8"))
    tables = data["language"].values()
    exact: dict[str, MessageKind] = {}
    for table in tables:
        exact |= dict.fromkeys(map(simple, table.get("call", ())), "call")
        exact |= dict.fromkeys(map(simple, table.get("media", ())), "media")
        exact |= dict.fromkeys(map(simple, (*table.get("deleted", ()), *table.get("deleted_by_me", ()))), "deleted")
    return Markers(
        exact=exact,
        owners=frozenset(simple(text) for table in tables for text in table.get("deleted_by_me", ())),
        call=tuple(simple(text) for table in tables for text in table.get("call", ())),
        system=tuple(simple(text) for table in tables for text in table.get("system", ())),
        half_day={word: meaning for meaning, words in data["half_day"].items() for word in words},
        file_names=tuple(_pattern(name) for name in data["files"]["names"]),
        endings=frozenset(text[-2:] for text in exact) | frozenset(text[-1:] + "." for text in exact) | {" >", ">."},
    )


def _pattern(name: str) -> re.Pattern[str]:
    # Some systems write "_" for a space in a file name, some add " (1)".
    before, after = (re.escape(part).replace(r"\ ", "[ _]") for part in name.split("{}"))
    return re.compile(f"{before}(.+?){after}(?: ?\\(\\d+\\))?", re.IGNORECASE)
