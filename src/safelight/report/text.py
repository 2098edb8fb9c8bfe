"""Draws a report for a terminal: as wide as asked, coloured only when asked, quotes only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safelight.locales.load import Translator
from safelight.report import words as named
from safelight.report.clean import clean, isolated
from safelight.report.kinds import Block
from safelight.report.people import Person, Place, Trick
from safelight.report.view import Stage, View, view
from safelight.report.width import columns, wrapped
from safelight.schema.advice import Advice, ContactWay, Helpline
from safelight.schema.assessments import Assessment, Level
from safelight.schema.items import Item

NARROWEST, WIDEST = 32, 100
TRICKS_SHOWN, PLACES_SHOWN, HELPLINES_SHOWN, NOTES_SHOWN = 4, 3, 3, 5
LIMITS_SHOWN = 2
UNSURE = "*"

_BOLD, _DIM, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# No red: a report informs, it does not alarm.
_LEVEL_COLOUR = {
    Level.CANNOT_SAY: "\x1b[1m",
    Level.NOTHING_NOTICED: "\x1b[1;32m",
    Level.NOTICE: "\x1b[1;36m",
    Level.CONCERN: "\x1b[1;33m",
    Level.URGENT: "\x1b[1;35m",
}


def render(
    item: Item,
    assessment: Assessment,
    advice: Advice | None,
    *,
    width: int = 80,
    colour: bool = False,
    words: bool = False,
) -> str:
    """Return the report as text that ends in a newline.

    width: terminal columns. colour: with ANSI colours. words: with the quotes, else only where they stand.
    """
    shown = view(item, assessment, advice, words_shown=words)
    page = _Page(min(max(width, NARROWEST), WIDEST), colour, shown.translator)
    blocks = [page.opening(shown), page.people(shown)]
    blocks += [page.block(each) for each in shown.blocks]
    blocks += [page.advice(shown), page.coverage(shown), page.limits(shown)]
    return "\n\n".join("\n".join(block) for each in blocks if (block := list(each))) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """The pen: knows width, colour and language; each method yields finished lines."""

    width: int
    colour: bool
    _: Translator

    def opening(self, view: View) -> Iterator[str]:
        yield from self._wrapped(isolated(view.subtitle), style=_DIM)
        yield self._styled(view.level_name, _LEVEL_COLOUR[view.level])
        yield from self._wrapped(view.says)

    def people(self, view: View) -> Iterator[str]:
        for person in view.people:
            yield from self._person(person)
        if view.quiet and view.people:
            form = self._("Nothing was noticed from {names}.")
            yield from self._wrapped(form.format(names=", ".join(isolated(name) for name in view.quiet)))
        if view.small:
            yield from self._wrapped(named.small(len(view.small), self._))

    def _person(self, person: Person) -> Iterator[str]:
        if person.name:
            heading = self._("From {name}").format(name=isolated(person.name))
            level = f": {person.level_name}" if person.level_name else ""
            since = self._(", since {place}").format(place=person.since) if person.since else ""
            yield from self._wrapped(heading + level + since, style=_BOLD)
        else:
            yield self._styled(self._("What was noticed"), _BOLD)
        if person.because:
            yield from self._wrapped(self._("Why:") + " " + clean(" ".join(person.because)), first="  ")
        for trick in person.tricks[:TRICKS_SHOWN]:
            yield from self._trick(trick)
        rest = len(person.tricks) - TRICKS_SHOWN
        if rest > 0:
            yield "  " + self._.plural("… and {n} more trick.", "… and {n} more tricks.", rest)

    def _trick(self, trick: Trick) -> Iterator[str]:
        yield from self._wrapped(f"{trick.name} ({self._when(trick)}). {trick.says} {trick.why}", first="  • ")
        if not any(place.quote for place in trick.places):
            return
        for place in trick.places[:PLACES_SHOWN]:
            yield from self._place(place)
        if trick.places[PLACES_SHOWN:]:
            yield "    " + self._more(len(trick.places) - PLACES_SHOWN)

    def _when(self, trick: Trick) -> str:
        times = self._.plural("{n} time", "{n} times", trick.times)
        if not trick.since or trick.times == 1:
            return trick.since or times
        return self._("{times}, first {place}").format(times=times, place=trick.since)

    def _more(self, count: int) -> str:
        return self._("… and {n} more").format(n=count)

    def _place(self, place: Place) -> Iterator[str]:
        if place.quote is None:
            yield from self._wrapped(place.label, first="    ", style=_DIM)
            return
        shown = "".join(f"[{part.text}]" if part.marked else part.text for part in place.quote.parts)
        yield from self._wrapped(f"{place.label}: {isolated(f'“{shown}”')}", first="    ", style=_DIM)

    def block(self, block: Block) -> Iterator[str]:
        yield self._styled(block.heading, _BOLD)
        for sentence in block.sentences:
            yield from self._wrapped(isolated(sentence), first="  ")
        for first, *rest in block.rows:
            yield from self._wrapped(isolated(f"{first}: {' · '.join(rest)}" if rest else first), first="  • ")
        for line in block.copy.splitlines():
            yield from self._wrapped(clean(line), first="    ")

    def advice(self, view: View) -> Iterator[str]:
        if view.advice is None:
            return
        if view.stages:
            yield self._styled(self._("What you can do"), _BOLD)
        if view.advice.opening:
            yield from self._wrapped(clean(view.advice.opening), first="  ")
        yield from self._steps(view.stages)
        if view.advice.helplines:
            yield ""
            yield from self._helplines(view.advice)

    def _steps(self, stages: tuple[Stage, ...]) -> Iterator[str]:
        number = 0
        for stage in stages:
            for step in stage.steps:
                number += 1
                yield from self._wrapped(clean(step.text), first=f"  {number}. ")

    def _helplines(self, advice: Advice) -> Iterator[str]:
        yield self._styled(self._("Who can help"), _BOLD)
        shown = advice.helplines[:HELPLINES_SHOWN]
        for helpline in shown:
            yield from self._wrapped(self._helpline(helpline), first="  • ")
        if advice.helplines[HELPLINES_SHOWN:]:
            rest = len(advice.helplines) - HELPLINES_SHOWN
            yield "  " + self._.plural("… and {n} more service.", "… and {n} more services.", rest)
        yield from self._wrapped(self._checked(shown), first="  ", style=_DIM)

    def _helpline(self, helpline: Helpline) -> str:
        """The name and as many ways as one line has room for, at least one."""
        said = f"{helpline.name}{'' if helpline.verified else UNSURE}: "
        said += ", ".join(self._way(way) for way in helpline.contacts[:1])
        for way in helpline.contacts[1:]:
            longer = f"{said}, {self._way(way)}"
            if columns(longer) > self.width - len("  • "):
                break
            said = longer
        return clean(said)

    def _checked(self, shown: tuple[Helpline, ...]) -> str:
        """One line for all: the oldest date, and what the mark behind a name means."""
        said = self._("Looked up on {date} or later.").format(date=min(helpline.checked for helpline in shown))
        if all(helpline.verified for helpline in shown):
            return said
        return f"{said} {UNSURE} " + self._("Not yet checked by a person.")

    def _way(self, way: ContactWay) -> str:
        free = self._(" (free)") if way.free else ""
        return f"{named.contact_way(way.type, self._)} {way.value}{free}"

    def coverage(self, view: View) -> Iterator[str]:
        yield from self._list(self._("What was not looked at"), view.not_looked_at)

    def limits(self, view: View) -> Iterator[str]:
        yield self._styled(self._("How sure is this?"), _BOLD)
        yield from self._wrapped(" ".join((*view.limits[:LIMITS_SHOWN], *view.looked_at)), first="  ")

    def _list(self, heading: str, sentences: tuple[str, ...]) -> Iterator[str]:
        if not sentences:
            return
        yield self._styled(heading, _BOLD)
        for sentence in sentences[:NOTES_SHOWN]:
            yield from self._wrapped(isolated(sentence), first="  • ")
        if sentences[NOTES_SHOWN:]:
            yield "  " + self._more(len(sentences) - NOTES_SHOWN)

    def _wrapped(self, text: str, first: str = "", style: str = "") -> Iterator[str]:
        for line in wrapped(text, self.width, first):
            yield self._styled(line, style)

    def _styled(self, line: str, style: str) -> str:
        return f"{style}{line}{_OFF}" if self.colour and style and line else line
