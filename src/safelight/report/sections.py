"""The sections of a report page, each one function: view in, markup out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from safelight.locales.load import Translator
from safelight.report.clean import clean
from safelight.report.drawing import draw, symbol
from safelight.report.help import helplines
from safelight.report.kinds import Block
from safelight.report.markup import Safe, filled, joined, scrolling, tag
from safelight.report.people import Person, Place, Trick
from safelight.report.timeline import Row, Timeline
from safelight.report.view import Stage, Sum, View, Word
from safelight.report.words import small
from safelight.schema.advice import Step
from safelight.schema.assessments import Level

PLACES_SHOWN = 20
# Of one person; what weighs less is folded, so that a phone shows the whole within a few screens.
TRICKS_OPEN = 4
NUMBERS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Beside:
    """What a frame adds for the reader to correct: under a trick, after the reader's own words, and jumps to tools."""

    trick: Callable[[Trick], str]
    word: Callable[[Word], str]
    jumps: tuple[tuple[str, str], ...] = ()


_ALONE = Beside(lambda _trick: Safe(""), lambda _word: Safe(""))


def sections(view: View, beside: Beside | None = None) -> Safe:
    """Return the whole report. What to do comes first when help is needed today, else what was noticed."""
    _ = view.translator
    beside = beside or _ALONE
    noticed = joined(_when(view), _noticed(view, beside), *(_block(block) for block in view.blocks))
    doing = joined(_steps(view), _help(view))
    first, second = (doing, noticed) if view.level == Level.URGENT else (noticed, doing)
    parts = joined(_top(view, beside), _reader_words(view, beside), first, second, _looked_at(view), _sure(view))
    return tag("div", parts, class_="report", lang=_.locale.replace("_", "-"), dir=_.direction)


def _section(name: str, heading: str, *children: str | None) -> Safe:
    title = tag("h2", heading, id=f"{name}-heading")
    return tag("section", title, *children, id=name, aria_labelledby=f"{name}-heading")


def _top(view: View, beside: Beside) -> Safe:
    _ = view.translator
    return tag(
        "header",
        tag("p", tag("bdi", view.subtitle), class_="about"),
        tag("h1", symbol(view.level), view.level_name, tabindex="-1"),
        _in_a_sentence(view),
        tag("p", view.says, class_="says"),
        tag("p", view.limits[0], class_="limit"),
        _jumps(view, beside),
        class_=f"level {_class(view.level)}",
    )


def _in_a_sentence(view: View) -> Safe | None:
    """What was noticed, in one sentence, whoever wrote it and the tricks that matter most."""
    _, noticed = view.translator, view.noticed
    if noticed is None:
        return None
    tricks = ", ".join(_("“{trick}”").format(trick=trick) for trick in noticed.tricks)
    if noticed.more:
        tricks += " " + _.plural("and {n} more", "and {n} more", noticed.more)
    form = _("In the words of {name} we noticed: {tricks}.") if noticed.who else _("We noticed: {tricks}.")
    return tag("p", filled(form, name=tag("bdi", noticed.who), tricks=tricks), class_="noticed")


def _reader_words(view: View, beside: Beside) -> Safe:
    """What the reader said: what it changed, and what is shown all the same."""
    if not view.words:
        return Safe("")
    _ = view.translator
    aside = [word for word in view.words if word.aside]
    kept = [word for word in view.words if not word.aside]
    return _section(
        "said",
        _("What you said about it"),
        tag("p", _effect(view)) if aside else None,
        tag("ul", *(_word(word, beside, _) for word in aside), class_="said") if aside else None,
        tag("p", _("This is shown all the same. Even as a joke it can hurt, and you may ask for help."))
        if kept
        else None,
        tag("ul", *(_word(word, beside, _) for word in kept), class_="said") if kept else None,
    )


def _effect(view: View) -> str:
    """Say what setting things aside did to the answer."""
    _ = view.translator
    if view.before == view.level_name:
        return _("This no longer counts. The answer above stays the same: what is left is enough for it.")
    return _("This no longer counts in the answer above. With it, the answer was “{level}”.").format(level=view.before)


def _word(word: Word, beside: Beside, _: Translator) -> Safe:
    said = _("a joke, you say") if word.judgement.says == "joke" else _("normal between you, you say")
    form = _("{trick}, from {name}: {said}.")
    shown = filled(form, trick=tag("strong", word.trick), name=tag("bdi", word.who), said=said)
    return tag("li", tag("span", shown), beside.word(word))


def _jumps(view: View, beside: Beside) -> Safe:
    _ = view.translator
    places = [("noticed", _("What was noticed"), bool(view.people))]
    places += [("steps", _("What you can do"), bool(view.stages))]
    places += [("help", _("Who can help"), bool(view.advice and view.advice.helplines))]
    there = [(name, text) for name, text, is_there in places if is_there]
    links = [tag("li", tag("a", text, href=f"#{name}")) for name, text in (*there, *beside.jumps)]
    return tag("nav", tag("ul", *links), aria_label=_("On this page")) if links else Safe("")


def _noticed(view: View, beside: Beside) -> Safe:
    _ = view.translator
    people = [_person(person, view, beside) for person in view.people]
    quiet = tag("p", filled(_("Nothing was noticed from {names}."), names=_names(view.quiet)))
    shown_quiet = [quiet] if view.quiet and view.people else []
    small = [_small(view)] if view.small else []
    if not (people or shown_quiet or small):
        return Safe("")
    return _section("noticed", _("What was noticed"), *people, *shown_quiet, *small)


def _block(block: Block) -> Safe:
    head = tag("thead", tag("tr", *(tag("th", each, scope="col") for each in block.head))) if block.head else None
    rows = [
        tag("tr", tag("th", clean(first), scope="row"), *(tag("td", clean(cell)) for cell in rest))
        for first, *rest in block.rows
    ]
    return _section(
        block.anchor,
        block.heading,
        *(tag("p", clean(sentence)) for sentence in block.sentences),
        scrolling(tag("table", head, tag("tbody", *rows)), block.heading, f"{block.anchor}-heading") if rows else None,
        tag("pre", block.copy, class_="copy", dir="auto", tabindex="0") if block.copy else None,
    )


def _names(names: tuple[str, ...]) -> Safe:
    return joined(*(joined(", " if number else None, tag("bdi", name)) for number, name in enumerate(names)))


def _small(view: View) -> Safe:
    _ = view.translator
    tricks = [tag("li", f"{trick.name}. {trick.says}") for trick in view.small]
    return tag("details", tag("summary", small(len(view.small), _)), tag("ul", *tricks))


def _person(person: Person, view: View, beside: Beside) -> Safe:
    _ = view.translator
    cards = [_trick(trick, "h4" if person.name else "h3", beside, _) for trick in person.tricks]
    # One more is not worth folding.
    shown = len(cards) if len(cards) <= TRICKS_OPEN + 1 else TRICKS_OPEN
    rest = _rest(person, cards[shown:], _) if cards[shown:] else None
    return tag(
        "article", *_person_heading(person, _), tag("ul", *cards[:shown], class_="tricks"), rest, class_="person"
    )


def _rest(person: Person, cards: Sequence[Safe], _: Translator) -> Safe:
    """What weighs less: its names can be read at once, the rest is folded; on paper it is all there."""
    names = ", ".join(trick.name for trick in person.tricks[-len(cards) :])
    about = tag("span", f": {person.name}", class_="unseen") if person.name else None
    summary = tag("summary", _.plural("Show {n} more", "Show {n} more", len(cards)), about)
    return joined(
        tag("p", tag("strong", _("Also noticed:")), f" {names}."),
        tag("details", summary, tag("ul", *cards, class_="tricks"), class_="rest"),
    )


def _person_heading(person: Person, _: Translator) -> Iterator[Safe]:
    if not person.name:
        return
    yield tag("h3", filled(_("From {name}"), name=tag("bdi", person.name)))
    if person.level is not None:
        since = " " + _("since {place}").format(place=person.since) if person.since else None
        chip = tag("span", symbol(person.level), person.level_name, class_=f"chip {_class(person.level)}")
        yield tag("p", chip, since, class_="standing")
    if person.because:
        yield tag("p", tag("strong", _("Why:")), " ", " ".join(map(clean, person.because)))


def _trick(trick: Trick, heading: str, beside: Beside, _: Translator) -> Safe:
    why = _("Why this is a known trick:") if not trick.answers else _("Why this matters:")
    return tag(
        "li",
        tag(heading, trick.name),
        tag("p", trick.says, class_="does"),
        *(tag("p", clean(sentence)) for sentence in trick.also),
        tag("p", tag("strong", why), " ", trick.why) if trick.why else None,
        tag("p", _times(trick, _), class_="times"),
        _places(trick, _),
        _folded_list(_("What looks like it, but is not"), trick.name, trick.looks_like),
        _folded_list(_("What you can do about it"), trick.name, trick.do),
        beside.trick(trick),
    )


def _folded_list(heading: str, about: str, lines: tuple[str, ...]) -> Safe | None:
    """A list behind its heading; the heading names its trick for those who cannot see where it stands."""
    if not lines:
        return None
    summary = tag("summary", heading, tag("span", f": {about}", class_="unseen"))
    return tag("details", summary, tag("ul", *(tag("li", line) for line in lines)))


def _times(trick: Trick, _: Translator) -> str:
    times = _.plural("{n} time", "{n} times", trick.times)
    if not trick.since:
        return times
    form = _("{times}, in {place}") if trick.times == 1 else _("{times}, first in {place}")
    return form.format(times=times, place=trick.since)


def _places(trick: Trick, _: Translator) -> Safe:
    if not trick.places:
        return Safe("")
    with_words = any(place.quote for place in trick.places)
    summary = _("Show the words") if with_words else _("Show where")
    hidden = tag("span", f": {trick.name}", class_="unseen")
    rest = len(trick.places) - PLACES_SHOWN
    more = tag("p", _("… and {n} more").format(n=rest)) if rest > 0 else None
    shown = tag("ul", *map(_place, trick.places[:PLACES_SHOWN]), class_="places")
    return tag("details", tag("summary", summary, hidden), shown, more)


def _place(place: Place) -> Safe:
    label = tag("span", place.label, class_="where")
    if place.quote is None:
        return tag("li", label)
    words = (tag("mark", part.text) if part.marked else part.text for part in place.quote.parts)
    return tag("li", label, tag("q", *words, dir="auto"))


def _steps(view: View) -> Safe:
    if view.advice is None or not (view.stages or view.advice.opening):
        return Safe("")
    _ = view.translator
    opening = tag("p", clean(view.advice.opening), class_="says") if view.advice.opening else None
    return _section("steps", _("What you can do"), opening, *_stages(view.stages))


def _stages(stages: tuple[Stage, ...]) -> Iterator[Safe]:
    """One list for each stage; the numbers run on."""
    number = 1
    for stage in stages:
        yield joined(tag("h3", stage.heading), tag("ol", *map(_step, stage.steps), start=number))
        number += len(stage.steps)


def _step(step: Step) -> Safe:
    return tag("li", clean(step.text), tag("span", clean(step.why), class_="why") if step.why else None)


def _help(view: View) -> Safe:
    if view.advice is None or not view.advice.helplines:
        return Safe("")
    _ = view.translator
    return _section("help", _("Who can help"), helplines(view.advice.helplines, _))


def _when(view: View) -> Safe:
    timeline, _ = view.timeline, view.translator
    if timeline is None:
        return Safe("")
    more = len(timeline.stops) - len(timeline.drawn)
    left_out = _.plural("… and {n} more moment, in the table.", "… and {n} more moments, in the table.", more)
    return _section(
        "when",
        _("How it came about"),
        tag("div", draw(timeline, _), class_="drawing"),
        tag("p", left_out, class_="quiet") if more else None,
        tag("details", tag("summary", _("Show as a table")), _table(timeline, _)),
    )


def _table(timeline: Timeline, _: Translator) -> Safe:
    head = (_("Trick"), _("From"), _("First"), _("Messages"))
    header = tag("tr", *(tag("th", each, scope="col") for each in head))
    rows = (_table_row(row) for row in timeline.rows)
    return scrolling(tag("table", tag("thead", header), tag("tbody", *rows)), _("Timeline as a table"))


def _table_row(row: Row) -> Safe:
    numbers = ", ".join(str(point.message + 1) for point in row.points[:NUMBERS_SHOWN])
    more = ", …" if row.points[NUMBERS_SHOWN:] else ""
    cells = (tag("td", tag("bdi", row.who)), tag("td", row.points[0].label), tag("td", numbers + more))
    return tag("tr", tag("th", row.trick, scope="row"), *cells)


def _looked_at(view: View) -> Safe:
    _ = view.translator
    left_out = tag("ul", *(tag("li", tag("bdi", sentence)) for sentence in view.not_looked_at))
    return _section(
        "coverage",
        _("What was not looked at"),
        left_out if view.not_looked_at else tag("p", _("No part was left out. What is not in it was not looked at.")),
        tag("p", " ".join(view.looked_at), class_="quiet") if view.looked_at else None,
    )


def _sure(view: View) -> Safe:
    _ = view.translator
    said = [tag("p", sentence) for sentence in view.limits]
    worked_out = [_worked_out(view)] if view.sums else []
    return _section("sure", _("How sure is this?"), *said, *worked_out)


def _worked_out(view: View) -> Safe:
    _ = view.translator
    model = _("Version of the weights: {model}.").format(model=view.model) if view.model else ""
    return tag(
        "details",
        tag("summary", _("How this was worked out")),
        tag("p", _("Each row below is a row of Safelight’s table of weights. The rows are added up for each person.")),
        *(_sum(each, number, _) for number, each in enumerate(view.sums)),
        tag("p", model, class_="quiet") if model else None,
    )


def _sum(each: Sum, number: int, _: Translator) -> Safe:
    head = tag("tr", *(tag("th", text, scope="col") for text in (_("Row"), _("Seen"), _("Adds"))))
    rows = (
        tag(
            "tr",
            tag("th", reason.row, *_says(reason.says), scope="row"),
            tag("td", str(reason.times)),
            _points(reason.points),
        )
        for reason in each.reasons
    )
    caption = tag("caption", tag("bdi", each.who)) if each.who else None
    label = _("Weights, table {number}").format(number=number + 1)
    return scrolling(tag("table", caption, tag("thead", head), tag("tbody", *rows)), label)


def _says(says: str) -> Iterator[Safe]:
    if says:
        yield tag("span", clean(says), class_="why")


def _points(points: float) -> Safe:
    return tag("td", f"{points:+.1f}")


def _class(level: Level) -> str:
    return level.name.lower().replace("_", "-")
