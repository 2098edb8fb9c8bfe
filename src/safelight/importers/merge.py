"""Joins conversations that came in parts: several files of one export that share a conversation's id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from safelight.schema.items import Conversation, Item, Message, Participant, Source


def merged(items: Iterable[Item]) -> list[Item]:
    """Return the items, conversations with the same format and id joined, in order of first appearance.

    Messages of joined parts are sorted by time; a message without a time stays behind the one before it. A conversation
    that came in one piece keeps its order, even where a clock was set back.
    """
    parts: dict[object, list[Conversation]] = {}
    found: dict[object, Item] = {}
    for number, one in enumerate(items):
        # An empty id joins nothing.
        key: object = (one.source.format, one.id) if isinstance(one, Conversation) and one.id else number
        found.setdefault(key, one)
        if isinstance(one, Conversation):
            parts.setdefault(key, []).append(one)
    return [_join(parts[key]) if len(parts.get(key, ())) > 1 else one for key, one in found.items()]


def _join(group: list[Conversation]) -> Conversation:
    first = group[0]
    return replace(
        first,
        messages=_sorted([one.messages for one in group]),
        participants=_participants(group),
        title=next((one.title for one in group if one.title), ""),
        owner=next((one.owner for one in group if one.owner is not None), None),
        source=_source([one.source for one in group]),
    )


def _source(sources: list[Source]) -> Source:
    return replace(
        sources[0],
        notes=tuple(dict.fromkeys(note for source in sources for note in source.notes)),
        unread=tuple(part for source in sources for part in source.unread),
        lines=sum(source.lines for source in sources),
        one_sided=all(source.one_sided for source in sources),
    )


def _participants(group: list[Conversation]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for participant in (who for one in group for who in one.participants):
        known = found.get(participant.name)
        if known is None or (participant.is_owner and not known.is_owner):
            found[participant.name] = participant
    return tuple(found.values())


def _sorted(parts: list[tuple[Message, ...]]) -> tuple[Message, ...]:
    timed: list[tuple[datetime, Message]] = []
    for messages in parts:
        last = datetime.min.replace(tzinfo=UTC)
        for message in messages:
            last = _moment(message.time) or last
            timed.append((last, message))
    timed.sort(key=lambda pair: pair[0])
    return tuple(message for _, message in timed)


def _moment(time: datetime | str | None) -> datetime | None:
    """Return a time that can be compared: a naive one counts as UTC, text that is no ISO date as none."""
    if isinstance(time, str):
        try:
            time = datetime.fromisoformat(time)
        except ValueError:
            return None
    if time is None:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
