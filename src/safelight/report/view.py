"""The parts of a report in words, before any of them is drawn: shared by the terminal and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from safelight.locales.load import Translator, translator
from safelight.report import coverage, people, timeline, words
from safelight.report.clean import name as safe_name
from safelight.report.kinds import Block, blocks, level_says
from safelight.report.people import Person, Trick
from safelight.report.timeline import Timeline
from safelight.report.when import day, read
from safelight.schema.advice import Advice, Audience, Step
from safelight.schema.assessments import Assessment, Level, Reason
from safelight.schema.items import Conversation, Item
from safelight.schema.judgements import Judgement, Reconsidered

NAMES_IN_SUBTITLE = 4
TRICKS_IN_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps that come at the same time: `heading` says when ("First", "Then")."""

    heading: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """How one level was worked out: the rows of the weights that were added up, for one participant or for all."""

    who: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was noticed in one sentence: whose words ("" for no people), which tricks; more: how many others."""

    who: str
    tricks: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Word:
    """What the reader said about one trick. aside: whether it no longer counts; else it is shown all the same."""

    judgement: Judgement
    trick: str
    who: str
    aside: bool


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a report shows, in the order in which a reader needs it.

    words: what the reader said; before: the name of the level as it was without that.
    """

    level: Level
    level_name: str
    says: str
    subtitle: str
    noticed: Noticed | None
    people: tuple[Person, ...]
    quiet: tuple[str, ...]
    small: tuple[Trick, ...]
    timeline: Timeline | None
    blocks: tuple[Block, ...]
    stages: tuple[Stage, ...]
    not_looked_at: tuple[str, ...]
    looked_at: tuple[str, ...]
    limits: tuple[str, ...]
    sums: tuple[Sum, ...]
    model: str
    audience: Audience
    advice: Advice | None
    words: tuple[Word, ...]
    before: str
    translator: Translator = field(repr=False)


def view(
    item: Item,
    assessment: Assessment,
    advice: Advice | None,
    *,
    words_shown: bool,
    said: Reconsidered | None = None,
) -> View:
    """Put a report into words, in the assessment's locale.

    words_shown: whether places carry their quotes. said: what the reader said about it, which `assessment` is after.
    """
    _ = translator(assessment.locale)
    audience: Audience = advice.audience if advice else "young_person"
    everyone = people.people(item, assessment, audience, _, words_shown=words_shown)
    return View(
        level=assessment.level,
        level_name=words.level_name(assessment.level, _),
        says=_says(item, assessment, audience, said, _),
        subtitle=subtitle(item, assessment, _),
        noticed=noticed(everyone),
        people=tuple(person for person in everyone if person.speaks),
        quiet=tuple(person.name for person in everyone if not person.speaks and person.name),
        small=tuple(trick for person in everyone if not person.speaks for trick in person.tricks),
        timeline=timeline.timeline(item, assessment, _),
        blocks=blocks(item, assessment, _),
        stages=stages(advice, _),
        not_looked_at=coverage.not_looked_at(item, assessment.coverage, _),
        looked_at=coverage.looked_at(assessment.coverage, _),
        limits=words.limits(_),
        sums=sums(assessment, _),
        model=assessment.model,
        audience=audience,
        advice=advice,
        words=reader_words(said, _) if said else (),
        before=words.level_name(said.before.level, _) if said else "",
        translator=_,
    )


def _says(item: Item, assessment: Assessment, audience: Audience, said: Reconsidered | None, _: Translator) -> str:
    if said and said.set_aside and assessment.level <= Level.NOTHING_NOTICED:
        return _("Besides what you set aside, nothing was noticed. That does not prove that all is well.")
    return level_says(item, assessment.level, _) or words.level_says(assessment.level, audience, _)


def noticed(everyone: Sequence[Person]) -> Noticed | None:
    """Return the one sentence: about whoever stands out most."""
    first = next((each for each in everyone if each.speaks), None)
    if first is None:
        return None
    # How the other one answers is noticed, but stands in no words of this person.
    names = tuple(dict.fromkeys(trick.name for trick in first.tricks if not trick.answers))
    if not names:
        return None
    return Noticed(first.name, names[:TRICKS_IN_SENTENCE], len(names[TRICKS_IN_SENTENCE:]))


def reader_words(said: Reconsidered, _: Translator) -> tuple[Word, ...]:
    """Return what the reader said, in words: first what no longer counts."""
    pairs = [(each, True) for each in said.set_aside] + [(each, False) for each in said.kept]
    return tuple(
        Word(
            each,
            people.technique_words(each.technique, "", _)[0],
            safe_name(each.subject or "", _("someone without a name")),
            aside,
        )
        for each, aside in pairs
    )


def stages(advice: Advice | None, _: Translator) -> tuple[Stage, ...]:
    """Return the steps sorted by their order and grouped by when they come."""
    found: dict[str, list[Step]] = {}
    for step in sorted(advice.steps if advice else (), key=lambda step: step.order):
        found.setdefault(words.stage(step.order, _), []).append(step)
    return tuple(Stage(heading, tuple(steps)) for heading, steps in found.items())


def sums(assessment: Assessment, _: Translator) -> tuple[Sum, ...]:
    """Return how the level was worked out: per participant, or for the whole item when it has none."""
    found = [
        Sum(safe_name(each.name, _("someone without a name")), each.reasons)
        for each in assessment.by_participant.values()
        if each.reasons
    ]
    if not found and assessment.reasons:
        found.append(Sum("", assessment.reasons))
    return tuple(found)


def subtitle(item: Item, assessment: Assessment, _: Translator) -> str:
    """Say what was looked at in one line: the kind, how many people and messages, from when to when."""
    if not isinstance(item, Conversation):
        return words.kind_name(type(item).__name__, _)
    count = len(item.messages)
    many = _.plural("{n} message", "{n} messages", count)
    parts = [words.kind_name(assessment.kind, _), _among(item, _), many, _period(item, _)]
    return " · ".join(part for part in parts if part)


def _among(item: Conversation, _: Translator) -> str:
    found = [safe_name(each.name, _("someone without a name")) for each in item.participants if each.name]
    if not 0 < len(found) <= NAMES_IN_SUBTITLE:
        return _.plural("{n} person", "{n} people", len(found)) if found else ""
    return ", ".join(found)


def _period(item: Conversation, _: Translator) -> str:
    """The first and last day. Times with and without a zone cannot be compared, so order in the file decides."""
    times = [time for message in item.messages if (time := read(message.time))]
    if not times:
        return ""
    first, last = day(times[0], _), day(times[-1], _)
    return first if first == last else _("{first} to {last}").format(first=first, last=last)
