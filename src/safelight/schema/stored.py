"""The stored form of a Memory: compressed JSON of numbers and names, under 4 KB, without any message text."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from safelight.schema.assessments import Level
from safelight.schema.errors import BadState
from safelight.schema.memory import Begun, Kept, Meant, Memory, Person, Places, Trace

_Number = Callable[[str | None], int]

LIMIT = 4096
_HEAD = b"SLW3"
_LARGEST = 1 << 20
_LONGEST_LOCALE = 35


def dump(memory: Memory, locale: str) -> bytes:
    """Return the stored form. The faintest findings and people are left out should it not fit."""
    kept = sorted(memory.kept, key=lambda k: -k.strength)
    people = sorted(memory.people.values(), key=lambda p: (-p.level, -p.points, -p.last))
    while True:
        # Both are stored in the order in which they came: who is first decides between equals.
        names = {person.name for person in people}
        shown = [person for name, person in memory.people.items() if name in names]
        blob = _pack(memory, locale[:_LONGEST_LOCALE], shown, [k for k in memory.kept if k in kept])
        if len(blob) < LIMIT or not (kept or people):
            return blob
        if kept:
            kept = kept[: len(kept) * 3 // 4]
        else:
            people = people[: len(people) - 1]


def load(blob: bytes) -> tuple[Memory, str]:
    """Return the memory and the locale. Raises BadState for anything that `dump` did not write."""
    if not isinstance(blob, bytes | bytearray) or bytes(blob[:4]) != _HEAD:
        raise BadState("This is not a stored watch of this version.", fix="Begin anew with safelight.watch().")
    try:
        return _unpack(json.loads(_unzipped(bytes(blob[4:]))))
    except (zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise BadState("A stored watch is damaged.", fix="Begin anew with safelight.watch().") from error


def _unzipped(body: bytes) -> bytes:
    """Return the unpacked bytes. Raises ValueError when they are too many, cut off, or followed by others."""
    reader = zlib.decompressobj()
    data = reader.decompress(body, _LARGEST)
    if not reader.eof or reader.unused_data:
        raise ValueError("not one whole stored watch")
    return data


def _pack(memory: Memory, locale: str, people: Sequence[Person], kept: Sequence[Kept]) -> bytes:
    words: dict[str, int] = {}

    def number(word: str | None) -> int:
        return -1 if word is None else words.setdefault(word, len(words))

    table = {
        "m": [memory.seen, memory.read, memory.forgotten, memory.age_asked_at, number(memory.age_asked_by), locale],
        "v": memory.votes,
        "u": memory.unfolded,
        "p": [_person(person, number) for person in people],
        "k": [_kept(kept_, number) for kept_ in kept],
        "n": memory.weighed,
        "b": _begun(memory.begun, number) if memory.begun else [],
    }
    table["w"] = list(words)
    body = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _HEAD + zlib.compress(body, 9)


def _person(person: Person, number: _Number) -> list[Any]:
    return [
        [number(person.name), person.said, person.first, person.last, person.age, person.refused_at, person.asked_at],
        [[number(name), t.amount, t.at, t.times, t.since] for name, t in person.traces.items()],
        [person.points, person.level, [[number(row), points, times] for row, points, times in person.rows]],
        [[level, at] for level, at in person.level_at.items()],
        [person.manner, person.manner_at],
        *_meant(person.meant),
    ]


def _meant(meant: Meant | None) -> list[list[float]]:
    return [[meant.own, meant.said, meant.other, meant.heard, meant.at, meant.score]] if meant else []


def _kept(kept: Kept, number: _Number) -> list[Any]:
    names = [number(name) for name in (kept.signal, kept.technique, kept.group, kept.subject, kept.toward)]
    numbers = [kept.message, kept.start, kept.end, kept.strength]
    return [names, numbers, [number(flag) for flag in kept.flags]]


def _begun(begun: Begun, number: _Number) -> list[Any]:
    places = [[code, edition, [_steps(each) for each in sets]] for code, edition, sets in begun.places]
    return [begun.at, number(begun.by), places]


def _steps(places: Places) -> list[int]:
    """Return the first place and how far it is from each to the next: smaller when compressed."""
    return [place - before for before, place in pairwise([0, *sorted(places)])]


def _unpack(table: dict[str, Any]) -> tuple[Memory, str]:
    words = [_text(word) for word in table["w"]]
    *counts, asked_by, locale = table["m"]
    seen, read, forgotten, asked_at = (_whole(count) for count in counts)
    votes = {_text(code): _whole(count) for code, count in table["v"].items()}
    unfolded = {_text(kind): _whole(count) for kind, count in table["u"].items()}
    memory = Memory(seen, read, {}, forgotten, asked_at, _word(words, asked_by), votes, unfolded)
    for row in table["p"]:
        person = _read_person(row, words, seen)
        memory.people[person.name] = person
    memory.kept = [_read_kept(row, words) for row in table["k"]]
    memory.weighed = _whole(table["n"])
    memory.begun = _read_begun(*table["b"], words=words) if table["b"] else None
    return memory, _text(locale)


def _read_kept(row: list[Any], words: list[str]) -> Kept:
    (*names, toward), (*places, strength), flags = row
    signal, technique, group, subject = (_word(words, name) for name in names)
    message, start, end = (_whole(place) for place in places)
    shown = tuple(_word(words, flag) for flag in flags)
    to = None if toward == -1 else _word(words, toward)
    return Kept(signal, technique, group, subject, to, message, start, end, _real(strength), shown)


def _read_begun(at: Any, by: Any, rows: list[Any], *, words: list[str]) -> Begun:
    places = tuple((_text(code), _text(edition), tuple(map(_read_places, sets))) for code, edition, sets in rows)
    return Begun(_whole(at), _word(words, by), places)


def _read_places(row: list[Any]) -> Places:
    if not row or min(map(_whole, row)) < 0:
        raise ValueError("not places within phrases")
    return frozenset(accumulate(row))


def _read_person(row: list[Any], words: list[str], seen: int) -> Person:
    (name, *numbers), traces, (points, level, rows), level_at, (manner, manner_at), *meant = row
    said, first, last, age, refused_at, asked_at = (_whole(number) for number in numbers)
    return Person(
        name=_word(words, name),
        said=said,
        first=first,
        last=last,
        age=age,
        refused_at=refused_at,
        asked_at=asked_at,
        traces={_word(words, key): _read_trace(trace, seen) for key, *trace in traces},
        points=_real(points),
        rows=tuple((_word(words, key), _real(added), _whole(times)) for key, added, times in rows),
        level=_level(level),
        level_at={_level(reached): _whole(at) for reached, at in level_at},
        manner=_real(manner),
        manner_at=_whole(manner_at),
        meant=_read_meant(*meant) if meant else None,
    )


def _read_meant(row: Sequence[Any]) -> Meant:
    own, said, other, heard, at, score = row
    return Meant(_real(own), max(0.0, _real(said)), _real(other), max(0.0, _real(heard)), _whole(at), _real(score))


def _read_trace(trace: Iterable[Any], seen: int) -> Trace:
    amount, at, times, since = trace
    if not 0 <= _whole(at) <= seen:
        raise ValueError("a trace of a message that was not seen")
    return Trace(max(0.0, _real(amount)), at, _whole(times), _whole(since))


# What comes from outside is trusted in nothing: each value is of its type and in its range, or the state is refused.


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _word(words: list[str], number: object) -> str:
    if _whole(number) < 0:
        raise IndexError("not the number of a word")
    return words[_whole(number)]


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 1 << 53:
        raise TypeError("not a whole number")
    return value


def _real(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise TypeError("not a number")
    return value


def _level(value: object) -> int:
    return int(Level(_whole(value)))
