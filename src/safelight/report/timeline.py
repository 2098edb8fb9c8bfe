"""Lays the moments of an assessment out on one line per trick, for a drawing and for the table under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safelight.locales.load import Translator
from safelight.report import when
from safelight.report.clean import name as safe_name
from safelight.report.people import message_label, technique_words
from safelight.report.words import level_name
from safelight.schema.assessments import Assessment, Level, Moment
from safelight.schema.items import Conversation, Item

STOPS_DRAWN = 12
POINTS_PER_ROW = 200


@dataclass(frozen=True, slots=True)
class Point:
    """One moment: `at` from 0 (first message) to 1 (last), `label` the message's number and time."""

    at: float
    level: Level
    label: str
    message: int


@dataclass(frozen=True, slots=True)
class Row:
    """One trick of one participant over the whole conversation."""

    who: str
    trick: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One message at which tricks came up for the first time.

    who wrote it ("" for an item without people), tricks: their names; label: the message's number and time; level: how
    far it had come; rises: the level's name when it was reached here, else "". after: messages since the stop before.
    """

    who: str
    tricks: tuple[str, ...]
    label: str
    level: Level
    rises: str
    after: int


@dataclass(frozen=True, slots=True)
class Rise:
    """Where the level first reached `level`."""

    level: Level
    name: str
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All rows by first use, the stops for a drawing, where the level rose, and the labels of both ends.

    rest: messages after the last stop.
    """

    rows: tuple[Row, ...]
    stops: tuple[Stop, ...]
    rises: tuple[Rise, ...]
    start: str
    end: str
    rest: int

    @property
    def drawn(self) -> tuple[Stop, ...]:
        """Return the stops that a drawing has room for; the table holds all rows."""
        return self.stops[:STOPS_DRAWN]


def timeline(item: Item, assessment: Assessment, _: Translator) -> Timeline | None:
    """Return the timeline of a conversation, or None when there is nothing to lay out."""
    moments = assessment.timeline
    if not isinstance(item, Conversation) or not moments or assessment.level < Level.NOTICE:
        return None
    last = max(len(item.messages) - 1, max(moment.message for moment in moments), 1)
    detail = when.detail(item)
    layout = _Layout(item, last, detail, _)
    rises = layout.rises(moments)
    stops = layout.stops(moments, {each.label: each.name for each in rises})
    return Timeline(
        rows=layout.rows(moments),
        stops=stops,
        rises=rises,
        start=message_label(item, 0, detail, _),
        end=message_label(item, last, detail, _),
        rest=max(0, last - max(moment.message for moment in moments)),
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    item: Conversation
    last: int
    detail: when.Detail
    _: Translator

    def rows(self, moments: tuple[Moment, ...]) -> tuple[Row, ...]:
        grouped: dict[tuple[str | None, str], dict[int, Moment]] = {}
        for moment in sorted(moments, key=lambda moment: moment.message):
            grouped.setdefault((moment.subject, moment.technique), {}).setdefault(moment.message, moment)
        return tuple(self._row(who, trick, list(each.values())) for (who, trick), each in grouped.items())

    def _row(self, who: str | None, technique: str, moments: list[Moment]) -> Row:
        points = tuple(self._point(moment) for moment in moments[:POINTS_PER_ROW])
        shown = "" if who is None else safe_name(who, self._("someone without a name"))
        return Row(shown, technique_words(technique, "", self._)[0], points)

    def _point(self, moment: Moment) -> Point:
        return Point(moment.message / self.last, moment.level, self._label(moment.message), moment.message)

    def _label(self, number: int) -> str:
        return message_label(self.item, number, self.detail, self._)

    def stops(self, moments: tuple[Moment, ...], rises: Mapping[str, str]) -> tuple[Stop, ...]:
        """The messages at which a trick of somebody came up first, in order. rises: label -> name of the level."""
        seen: set[tuple[str | None, str]] = set()
        first: dict[tuple[int, str | None], list[Moment]] = {}
        for moment in sorted(moments, key=lambda moment: moment.message):
            if (moment.subject, moment.technique) not in seen:
                seen.add((moment.subject, moment.technique))
                first.setdefault((moment.message, moment.subject), []).append(moment)
        before = [-1, *(number for number, _who in first)]
        return tuple(
            self._stop(who, number, each, number - previous - 1, rises)
            for ((number, who), each), previous in zip(first.items(), before, strict=False)
        )

    def _stop(self, who: str | None, number: int, moments: list[Moment], after: int, rises: Mapping[str, str]) -> Stop:
        names = tuple(technique_words(each.technique, "", self._)[0] for each in moments)
        shown = "" if who is None else safe_name(who, self._("someone without a name"))
        label = self._label(number)
        return Stop(shown, names, label, max(each.level for each in moments), rises.get(label, ""), max(0, after))

    def rises(self, moments: tuple[Moment, ...]) -> tuple[Rise, ...]:
        """The first moment of each level from NOTICE up, as long as the level really rises."""
        found: list[Rise] = []
        reached = Level.NOTHING_NOTICED
        for moment in sorted(moments, key=lambda moment: moment.message):
            if moment.level > reached:
                reached = moment.level
                name = level_name(reached, self._)
                found.append(Rise(reached, name, moment.message / self.last, self._label(moment.message)))
        return tuple(found)
