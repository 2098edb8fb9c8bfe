"""An assessment in, advice out: the few steps that count now, for one audience, and who can help in one country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.advice import hours
from safelight.advice.directory import Record, directory, find
from safelight.advice.load import Entry, General, entries, everything, general
from safelight.locales.load import Translator, translator
from safelight.schema.advice import AUDIENCES, Advice, Audience, Helpline, Step
from safelight.schema.assessments import Assessment, Level
from safelight.schema.errors import BadInput
from safelight.schema.findings import Finding
from safelight.taxonomy.load import techniques

# How many steps a reader can take in; a young person in trouble the fewest.
MOST_STEPS = {"young_person": 7, "carer": 12, "teacher": 10, "helper": 10, "moderator": 10}
SERIOUS = 3  # severities from this on come before the general steps that can wait
KNOWN = "known"  # steps/general.known.toml: what is said when the reader knows the person in real life
NOW = 10  # orders below this are for now
CALM_KINDS = ("child_helpline", "chat", "emergency")  # all that is shown while nothing gives cause for concern


def advise(
    assessment: Assessment,
    *,
    audience: Audience = "young_person",
    country: str = "",
    locale: str = "en",
    known_in_life: bool = False,
) -> Advice:
    """Return what to do and who can help.

    known_in_life: whether the reader knows the other person in real life. It changes words and steps, never the level.

    country: an ISO code in any case; one without its own file gets the worldwide services, and `Advice.country` is "".
    Raises BadInput for an unknown audience.
    """
    if audience not in AUDIENCES:
        raise BadInput("This audience is not known.", fix=f"Use one of {', '.join(AUDIENCES)}.")
    say = translator(locale)
    noticed = ranked(assessment)
    place = find(country)
    code = place.code if place else ""
    return Advice(
        audience=audience,
        country=code,
        opening=say(_usual(assessment, audience, known_in_life).opening),
        steps=tuple(_said(step, say) for step in _steps(noticed, audience, assessment, code, known_in_life)),
        helplines=tuple(told(each, say) for each in _fitting(assessment.level, noticed, audience, code)),
    )


def helplines(country: str = "") -> tuple[Helpline, ...]:
    """Return the helplines of a country (any case, "UK" and members of the EU too), then those for every country."""
    return tuple(each.helpline for each in records(country))


def records(country: str = "") -> tuple[Record, ...]:
    """Return the same with what is known of each one's sources, in the same order."""
    place, world = find(country), find("")
    own = place.records if place and place.code else ()
    return (*own, *(world.records if world else ()))


def places() -> tuple[tuple[str, str], ...]:
    """Return every code that leads to helplines of a country, with its English name, by name; not the whole world."""
    named = {code: place.name for code, place in directory().items() if code and not place.also_names}
    for place in directory().values():
        named |= place.also_names
    return tuple(sorted(named.items(), key=lambda pair: pair[1]))


def countries() -> tuple[str, ...]:
    """Return the codes of the countries that have their own helplines, sorted."""
    return tuple(sorted(code for code in directory() if code))


def ranked(assessment: Assessment) -> tuple[str, ...]:
    """Return the techniques to act on, the most urgent first; none below NOTICE, whose advice is general."""
    if assessment.level < Level.NOTICE:
        return ()
    known = techniques()
    best: dict[str, tuple[int, int, float]] = {}
    for finding in assessment.findings:
        level = _level_of(finding, assessment)
        if finding.technique in known and level >= Level.NOTICE:
            rank = (level, known[finding.technique].severity, finding.strength)
            best[finding.technique] = max(rank, best.get(finding.technique, rank))
    return tuple(sorted(best, key=lambda technique: (*(-part for part in best[technique]), technique)))


def _level_of(finding: Finding, assessment: Assessment) -> Level:
    """Return the level of the one who does it, that of the whole when the item has no participants."""
    person = assessment.by_participant.get(finding.subject or "")
    return person.level if person else assessment.level


def _usual(assessment: Assessment, audience: Audience, known_in_life: bool) -> General:
    """Return what is said at this level whatever was noticed; of somebody known in real life, when the file has it."""
    usual = general(assessment.kind, audience, assessment.level)
    if not known_in_life:
        return usual
    other = general(KNOWN, audience, assessment.level)
    # Where nothing is said of known people, the general words come back: those must not stand in for the kind's own.
    return usual if other is general("", audience, assessment.level) else other


def _steps(
    noticed: tuple[str, ...], audience: Audience, assessment: Assessment, country: str, known_in_life: bool
) -> list[Step]:
    """Return the steps in the order to take them: the first candidates that say something new, up to the limit."""
    chosen: list[Entry] = []
    said: set[str] = set()
    for entry in _candidates(noticed, audience, assessment, known_in_life):
        topics = {entry.step.text, *entry.about}
        if said & topics or (entry.countries and country not in entry.countries):
            continue
        chosen.append(entry)
        said |= topics
    kept = (entry.step for entry in chosen[: MOST_STEPS[audience]])
    return sorted(kept, key=lambda step: step.order)


def _candidates(
    noticed: tuple[str, ...], audience: Audience, assessment: Assessment, known_in_life: bool
) -> Iterator[Entry]:
    """Yield the steps by how much they matter, some more than once.

    The most urgent technique, what is for now, other serious techniques, the rest of the general steps, the others.
    """
    usual = general(assessment.kind, audience, assessment.level).entries
    if known_in_life and assessment.level >= Level.NOTICE:
        yield from _usual(assessment, audience, known_in_life).entries
    if noticed:
        yield from entries(noticed[0], audience)
    yield from (each for each in usual if each.step.order < NOW or each.always)
    serious = [each for each in noticed[1:] if techniques()[each].severity >= SERIOUS]
    for technique in serious:
        yield from entries(technique, audience)
    yield from usual
    for technique in noticed[1:]:
        yield from entries(technique, audience)


def _fitting(level: Level, noticed: tuple[str, ...], audience: Audience, country: str) -> list[Helpline]:
    """Return the helplines for this audience, first the kinds that fit the most urgent technique."""
    known = everything()
    group = known.groups.get(noticed[0]) if noticed else None
    first = group.helpline_kinds if group else ()
    kinds = (*first, *(known.helpline_kinds if level >= Level.CONCERN else CALM_KINDS))
    lines = (each for each in helplines(country) if each.kind in kinds and _is_for(each, audience))
    return sorted(lines, key=lambda line: kinds.index(line.kind))


def _is_for(line: Helpline, audience: Audience) -> bool:
    """Say whether a helpline is for this audience; professionals see all, to pass them on."""
    return audience in line.who_for or audience in ("helper", "moderator")


def _said(step: Step, say: Translator) -> Step:
    """Return the step in the asked language."""
    return replace(step, text=say(step.text), why=say(step.why))


def told(line: Helpline, say: Translator) -> Helpline:
    """Return the helpline in the asked language, its hours included."""
    ways = tuple(replace(way, hours=hours.said(way.open, say) if way.open else say(way.hours)) for way in line.contacts)
    return replace(line, name=say(line.name), what_happens=say(line.what_happens), contacts=ways)
