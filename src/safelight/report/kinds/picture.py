"""What a picture, video, sound or document gives away: places in plain words, the rest by its kind.

What the file says is shown only when the item carries it (`Picture.shows`); whoever shows a report decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import Translator, mark
from safelight.report.clean import clean
from safelight.report.kinds import Block
from safelight.schema.assessments import Assessment, Level
from safelight.schema.items import Item, Picture
from safelight.schema.pictures import TRACE_KINDS, Facts, Trace, TraceKind

_VALUES_SHOWN = 6
# What a level means for a file.
LEVELS = {
    Level.NOTICE: mark("This file gives away more than it shows. You can take that out before you share it."),
    Level.NOTHING_NOTICED: mark(
        "No place and no name was found in its hidden data. What the picture itself shows was not looked at."
    ),
}


def blocks(item: Item, assessment: Assessment, _: Translator) -> Iterator[Block]:
    """Yield the one section on what the file gives away."""
    facts = item.shows if isinstance(item, Picture) else None
    rows = tuple(_rows(facts, _)) if facts else tuple(_noticed(assessment, _))
    sentences = [_near(place, _) for place in _places(facts, assessment)]
    if facts and any(trace.warns for trace in facts.of("thumbnail")):
        sentences.append(_("A small copy in it has another shape. It may still show what was cropped away."))
    if rows or sentences:
        yield Block("shows", _("What this file shows"), tuple(sentences), (_("What"), _("Where it stands")), rows)


def lines_of(facts: Facts, _: Translator) -> Iterator[str]:
    """Yield what a file shows, a sentence or a row a line, for those who show it without a report."""
    for place in dict.fromkeys(trace.near for trace in facts.of("gps")):
        yield _near(place, _)
    if any(trace.warns for trace in facts.of("thumbnail")):
        yield _("A small copy in it has another shape. It may still show what was cropped away.")
    for name, *rest in _rows(facts, _):
        yield f"{name}: {' · '.join(rest)}"


def kind_name(kind: TraceKind, _: Translator) -> str:
    """Return what a kind of trace is called."""
    return {
        "gps": _("The exact place"),
        "place": _("The name of a place"),
        "owner": _("A name or an account"),
        "serial": _("A number of its own"),
        "thumbnail": _("A small copy or a second picture"),
        "trailer": _("More behind the end"),
        "time": _("When it was made"),
        "device": _("Which camera or phone"),
        "comment": _("Words about it"),
        "history": _("Which programs were used"),
        "unread": _("Parts that could not be read"),
    }[kind]


def _places(facts: Facts | None, assessment: Assessment) -> tuple[str, ...]:
    if facts:
        return tuple(dict.fromkeys(trace.near for trace in facts.of("gps")))
    because = [finding.because for finding in assessment.findings if finding.because.get("category") == "gps"]
    return tuple(dict.fromkeys(str(each.get("near", "")) for each in because))


def _near(place: str, _: Translator) -> str:
    if not place:
        return _("It tells exact coordinates, far from any town in our list.")
    return _("It tells where it was made: {place}.").format(place=place)


def _rows(facts: Facts, _: Translator) -> Iterator[tuple[str, ...]]:
    for kind in TRACE_KINDS:
        found = facts.of(kind)
        if found:
            wheres = list(dict.fromkeys(trace.where for trace in found))
            shown = ", ".join(wheres[:3]) + (" …" if len(wheres) > 3 else "")
            values = _values(found)
            yield (kind_name(kind, _), clean(shown), *([values] if values else []))


def _values(traces: tuple[Trace, ...]) -> str:
    said = list(dict.fromkeys(clean(trace.value) for trace in traces if trace.value))
    return ", ".join(f"“{value}”" for value in said[:_VALUES_SHOWN]) + (" …" if len(said) > _VALUES_SHOWN else "")


def _noticed(assessment: Assessment, _: Translator) -> Iterator[tuple[str, ...]]:
    """What the findings alone tell: kinds and where they stand."""
    for kind in TRACE_KINDS:
        because = [finding.because for finding in assessment.findings if finding.because.get("category") == kind]
        if because:
            yield kind_name(kind, _), str(because[0].get("where", ""))
