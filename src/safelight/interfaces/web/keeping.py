"""What a person chose to keep of what they handed over, as fields of a form, and the record it makes.

Fields: `chosen` = "1" once they chose; `m-<n>` line n; `g-<a>-<b>` all lines from a to b; `t-<n>-<technique>` something
noticed (n the number of the participant, "x" for none); `names` = "letters" for letters in place of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import safelight
from safelight.interfaces.web import judged, look
from safelight.interfaces.web.look import Fields, Handed, Looked
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import Translator
from safelight.report import keep, keep_files, when
from safelight.report.clean import clean
from safelight.report.people import technique_words
from safelight.schema.items import Conversation, Item

LETTERS = "letters"
_NOBODY = "x"
# Lines of an added stretch from which on it is one tick.
_LONG = 40
_CARRIED = ("me", "kind", "chosen", "names", "hello", "own")


@dataclass(frozen=True, slots=True)
class Row:
    """One line to tick, or a stretch of lines that are not shown one by one: then `count` says how many."""

    name: str
    ticked: bool
    head: str = ""
    pieces: tuple[tuple[str, bool], ...] = field(default=(), repr=False)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What was handed over, what was noticed, what of it is kept, and the fields that bring all of it back."""

    handed: Handed
    looked: Looked
    record: keep.Record
    everything: keep.Record = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)

    @property
    def is_file(self) -> bool:
        """Say whether the browser must send a file again."""
        return self.handed.shown.kind == "file"


def kept(handed: Handed, fields: Fields, settings: Settings) -> Kept:
    """Return what is kept of what was handed over."""
    seen = look.looked(handed.item, fields, settings)
    noticed = keep.noticed(handed.item, seen.said)
    lines, tricks = _chosen_lines(handed.item, seen, fields), _chosen_tricks(handed.item, noticed, fields)
    letters = fields.get("names") == LETTERS
    came_from = keep.source(handed.source, handed.name)

    def record(lines: frozenset[int], letters: bool) -> keep.Record:
        choice = keep.Choice(lines, tricks, letters)
        return keep.record(handed.item, seen.said, choice, came_from, settings.say, version=safelight.__version__)

    every = frozenset(each.number for each in keep.lines(handed.item))
    brought = {name: fields[name] for name in _CARRIED if fields.get(name)} | dict(handed.shown.carried)
    # As stretches: what travels stays short, also when a long chat is kept whole.
    brought |= judged.carried(fields) | {_stretch(first, last): "1" for first, last in _stretches(lines)}
    brought |= {f"t-{_key(handed.item, key)}": "1" for key in sorted(tricks, key=str)} | {"chosen": "1"}
    return Kept(handed, seen, record(lines, letters), record(every, False), brought)


def rows(found: Kept, _: Translator) -> list[Row]:
    """Return what can be ticked: the lines that are kept or near to what was noticed, and what lies between."""
    item, every = found.handed.item, found.everything.lines
    ticked = {each.number for each in found.record.lines}
    usual = keep.usual(item, found.looked.said)
    # A long stretch that was added stays one tick.
    long = [each for each in _stretches(ticked - usual) if each[1] - each[0] >= _LONG]
    folded = {number for first, last in long for number in range(first, last + 1)}
    shown = (ticked | usual) - folded
    stretches = [(*each, True) for each in long]
    stretches += [(*each, False) for each in _stretches(set(range(1, len(every) + 1)) - shown - folded)]
    named = [(each, _row(every[each - 1], each in ticked, _)) for each in shown]
    named += [(first, Row(f"g-{first}-{last}", on, count=last - first + 1)) for first, last, on in stretches]
    return [row for _at, row in sorted(named, key=lambda pair: pair[0])]


def tricks(found: Kept, _: Translator) -> list[tuple[str, str, str, bool]]:
    """Return what was noticed: field, name, whose, and whether it is ticked."""
    kept_now = {each for each in found.fields if each.startswith("t-")}
    keys = keep.noticed(found.handed.item, found.looked.said)
    named = ((f"t-{_key(found.handed.item, key)}", technique_words(key[1], "", _)[0], key[0] or "") for key in keys)
    return [(name, words, clean(who), name in kept_now) for name, words, who in named]


def _row(line: keep.Line, ticked: bool, _: Translator) -> Row:
    head = " · ".join(part for part in (clean(line.author) or line.part, when.moment(line.time, _)) if part)
    pieces = tuple((clean(words), marked) for words, marked in keep_files.pieces(line))
    return Row(f"m-{line.number}", ticked, head, pieces)


def _stretches(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last number of each run without a gap."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _stretch(first: int, last: int) -> str:
    return f"m-{first}" if first == last else f"g-{first}-{last}"


def _chosen_lines(item: Item, seen: Looked, fields: Fields) -> frozenset[int]:
    if "chosen" not in fields:
        return keep.usual(item, seen.said)
    every = len(keep.lines(item))
    found: set[int] = set()
    for name in fields:
        kind, _, rest = name.partition("-")
        first, _, last = rest.partition("-")
        if kind in ("m", "g") and _is_number(first):
            end = int(last) if kind == "g" and _is_number(last) else int(first)
            found.update(range(max(1, int(first)), min(every, end) + 1))
    return frozenset(found)


def _chosen_tricks(
    item: Item, noticed: Mapping[tuple[str | None, str], tuple[int, ...]], fields: Fields
) -> frozenset[tuple[str | None, str]]:
    if "chosen" not in fields:
        return frozenset(noticed)
    return frozenset(key for key in noticed if f"t-{_key(item, key)}" in fields)


def _key(item: Item, key: tuple[str | None, str]) -> str:
    names = [each.name for each in item.participants] if isinstance(item, Conversation) else []
    subject, technique = key
    return f"{names.index(subject) if subject in names else _NOBODY}-{technique}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 8
