"""Puts the entries of an export together into a Conversation: time, names, participants, and what was lost.

Used by the importers of the JSON formats. Nothing is dropped here: an entry becomes a message or an `Unread`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from safelight.importers.json_files import Entry
from safelight.schema.items import Conversation, Message, Participant, Source, Unread

NO_NAME = "(no name)"
YOU = "You"
NOT_AN_ENTRY = "this entry is not built as the format says"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_START = datetime(1, 1, 1, tzinfo=UTC)
_ZONES_MIXED = "Some messages do not say their time zone. They were placed as if it were UTC."


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a list of entries became. entries: how many there were."""

    messages: tuple[Message, ...]
    unread: tuple[Unread, ...]
    entries: int


def gather(entries: Sequence[object], make: Callable[[Entry], Message | str], where: str = "messages") -> Gathered:
    """Turn entries into messages. make: returns the message, or the reason why the entry cannot be one."""
    messages, unread = [], []
    for number, entry in enumerate(entries):
        made = make(entry) if isinstance(entry, dict) else NOT_AN_ENTRY
        if isinstance(made, Message):
            messages.append(made)
        else:
            unread.append(Unread(f"{where}[{number}]", made))
    return Gathered(tuple(messages), tuple(unread), len(entries))


def assembled(
    gathered: Gathered,
    *,
    importer: str,
    file: str,
    id: str,
    title: str = "",
    owner: str | None = None,
    names: Iterable[str] = (),
    notes: tuple[str, ...] = (),
    one_sided: bool = False,
    newest_first: bool = False,
) -> Iterator[Conversation]:
    """Yield the conversation, in order of time; nothing when there was not a single entry.

    importer: `__name__` of its module. names: people of the chat, who may be silent. notes: what the format leaves out.

    newest_first: the format is written backwards, which decides when all times are equal.
    """
    if not gathered.messages and not gathered.unread:
        return
    messages, zones = _same_zones(gathered.messages)
    source = Source(
        format=importer.rpartition(".")[2],
        name=file.replace("\\", "/").rpartition("/")[2],
        notes=(*notes, *zones, *_timeless(messages)),
        unread=gathered.unread,
        lines=gathered.entries,
        one_sided=one_sided,
    )
    yield Conversation(
        messages=chronological(messages, newest_first),
        participants=_participants(messages, names, owner),
        id=id,
        title=title,
        owner=owner,
        source=source,
    )


def chronological(messages: Sequence[Message], newest_first: bool = False) -> tuple[Message, ...]:
    """Return the messages in order of time; those without a time stay behind the message that they followed."""
    ordered = list(messages)
    backwards = _backwards(ordered)
    if backwards > 0 or (newest_first and backwards == 0):
        ordered.reverse()
    keys, last = [], _START
    for number, message in enumerate(ordered):
        last = _instant(message) or last
        keys.append((last, number))
    return tuple(ordered[number] for _, number in sorted(keys))


def epoch(value: object, per_second: int = 1) -> datetime | None:
    """Return the UTC time of an epoch number (also written as text); None when it is missing or no such time exists."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = int(value)
        return _EPOCH + timedelta(microseconds=number * 1_000_000 // per_second) if number > 0 else None
    except (ValueError, OverflowError):
        return None


def iso(value: object) -> datetime | None:
    """Return the time of an ISO 8601 text, aware when it ends in "UTC" or an offset, naive when it states no zone."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    utc = text.endswith("UTC")
    try:
        time = datetime.fromisoformat(text.removesuffix("UTC").rstrip())
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if utc else time


def distinct(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one name for each id. people: (id, name); a second person of the same name gets the id behind it."""
    names: dict[str, str] = {}
    for key, name in people:
        if key and name and key not in names:
            names[key] = name if name not in names.values() else f"{name} ({key})"
    return names


def other_of_two(names: Sequence[str], title: str) -> str | None:
    """Return the owner of a chat between two, which such exports title with the name of the other; else None."""
    pair = list(dict.fromkeys(names))
    if len(pair) != 2 or title not in pair:
        return None
    return pair[1 - pair.index(title)]


def folder_of(name: str) -> str:
    """Return the folder in which a file lies inside an archive; without one the file's name less its number."""
    path, _, file = name.replace("\\", "/").rpartition("/")
    return path.rpartition("/")[2] if path else file.rpartition(".")[0].rstrip("0123456789").rstrip("_-")


def _participants(messages: Iterable[Message], names: Iterable[str], owner: str | None) -> tuple[Participant, ...]:
    seen = dict.fromkeys(name for name in (*names, *(m.author for m in messages), owner) if name)
    return tuple(Participant(name, is_owner=name == owner) for name in seen)


def _instant(message: Message) -> datetime | None:
    """Return the time for sorting. Naive times are only compared with naive ones, so any one zone does."""
    time = message.time
    if not isinstance(time, datetime):
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _backwards(messages: Sequence[Message]) -> int:
    """Return how much oftener time runs back than on from one message to the next."""
    times = [time for time in map(_instant, messages) if time]
    return sum((a > b) - (a < b) for a, b in pairwise(times))


def _same_zones(messages: tuple[Message, ...]) -> tuple[tuple[Message, ...], tuple[str, ...]]:
    """Return the messages with times that can be compared, and the note that is due when they could not."""
    zones = {m.time.tzinfo is None for m in messages if isinstance(m.time, datetime)}
    if len(zones) < 2:
        return messages, ()
    return tuple(_in_utc(messages)), (_ZONES_MIXED,)


def _in_utc(messages: Iterable[Message]) -> Iterator[Message]:
    for message in messages:
        naive = isinstance(message.time, datetime) and message.time.tzinfo is None
        yield replace(message, time=_instant(message)) if naive else message


def _timeless(messages: Iterable[Message]) -> tuple[str, ...]:
    count = sum(message.time is None for message in messages)
    if not count:
        return ()
    which = "One message has" if count == 1 else f"{count} messages have"
    return (f"{which} no time that can be read, and stay in the place where the file has them.",)
