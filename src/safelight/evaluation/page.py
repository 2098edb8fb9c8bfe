"""The scorecard as one page that needs nothing else: plots with a table under each; pointers, never text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from safelight.evaluation import figures
from safelight.evaluation.compare import Comparison
from safelight.evaluation.detail import Case, Detail, Slice
from safelight.evaluation.evasion import Evasion
from safelight.evaluation.figures import number, per_10k, share, signed
from safelight.evaluation.run import Outcome
from safelight.evaluation.scorecard import Scorecard
from safelight.report.html import page as framed
from safelight.report.html import style
from safelight.report.markup import Safe, joined, scrolling, tag

TITLE = "Scorecard"
_LIMITS = (
    "An alarm is the level concern or above. Alarms per 10,000 messages count conversations with an alarm.",
    "Bars and brackets are 95 % intervals: Wilson for shares, Byar for counts per 10,000 messages.",
    "In life hardly any conversation is one with tricks. So recall and false alarms are shown apart, and no precision.",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What the page is about. others: earlier runs by name, to compare with. data: the names of the files measured."""

    card: Scorecard
    detail: Detail
    outcomes: Sequence[Outcome]
    data: Sequence[str] = ()
    comparisons: Sequence[Comparison] = ()
    others: Sequence[tuple[str, Sequence[Outcome]]] = ()
    evasions: Sequence[Evasion] = ()


def page(run: Run) -> str:
    """Return the whole page."""
    parts: tuple[Callable[[Run], Safe | None], ...] = (
        _head, _recall, _time, _quiet, _compared, _calibration, _costs, _slices, _first, _disguises, _cases, _limits,
    )  # fmt: skip
    css = style() + (files("safelight.evaluation") / "page.css").read_text(encoding="utf-8")
    return framed(joined(*(part(run) for part in parts)), TITLE, css)


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Safe:
    """Return a table whose first column names its rows."""
    columns = tag("tr", *(tag("th", name, scope="col") for name in head))
    body = (
        tag("tr", tag("th", tag("bdi", first), scope="row"), *(tag("td", cell) for cell in cells))
        for first, *cells in rows
    )
    whole = tag("table", tag("caption", caption), tag("thead", columns), tag("tbody", *body))
    return scrolling(whole, caption)


def _section(heading: str, said: str, *children: Safe | None) -> Safe:
    return tag("section", tag("h2", heading), tag("p", said, class_="quiet") if said else None, *children)


def _drawing(*children: Safe) -> Safe:
    return tag("div", *children, class_="drawing")


def _head(run: Run) -> Safe:
    card = run.card
    found, quiet = figures.whole(card.found), figures.whole(card.quiet)
    boxes = [("Conversations", f"{card.conversations:,}", f"{card.messages:,} messages")]
    if found:
        boxes.append(("Found", share(found.recall), f"{found.alarmed} of {found.conversations}"))
        boxes.append(("Median messages to the alarm", number(found.to_alarm), ""))
        boxes.append(("Right person named", number(found.right_person), "of the alarms that name somebody"))
    if quiet:
        boxes.append(("Alarms per 10,000 ordinary messages", per_10k(quiet.per_10k), f"{quiet.alarms} alarms"))
    boxes.append(("Could not be told", f"{card.cannot_say:,}", f"not labelled: {card.unlabelled:,}"))
    shown = (tag("div", tag("dt", name), tag("dd", value, tag("small", more))) for name, value, more in boxes)
    names = ", ".join(run.data)
    return joined(tag("h1", TITLE), tag("p", names, class_="about"), tag("dl", *shown, class_="summary"))


def _recall(run: Run) -> Safe | None:
    card = run.card
    if not card.found:
        return None
    head = ("Source", "Conversations", "Found (95 %)", "By 10", "By 25", "By 50", "By 100", "Median", "Right person")
    rows = [
        (name, f"{f.conversations:,}", share(f.recall), *(f"{f.at[k]:.2f}" for k in (10, 25, 50, 100)),
         number(f.to_alarm), number(f.right_person))
        for name, f in card.found.items()
    ]  # fmt: skip
    plot = figures.recall_plot(card)
    return _section("Found, by source", "Conversations labelled 1 with an alarm.", _drawing(plot),
                    table("Recall by source", head, rows))  # fmt: skip


def _time(run: Run) -> Safe | None:
    if not run.card.found:
        return None
    runs = [("this run", run.outcomes), *run.others]
    plot, legend = figures.time_plot(runs)
    return _section(
        "How soon", "The share found by the time that so many messages were read.", _drawing(plot, legend),
        table("Found by message", ("Run", *(f"By {k}" for k in figures.MOMENTS)), figures.time_rows(runs)),
    )  # fmt: skip


def _quiet(run: Run) -> Safe | None:
    card = run.card
    if not card.quiet:
        return None
    head = ("Source", "Conversations", "Messages", "Alarms", "Per 10,000 messages (95 %)", "Mostly made of")
    rows = [
        (name, f"{q.conversations:,}", f"{q.messages:,}", f"{q.alarms:,}", per_10k(q.per_10k), ", ".join([*q.rows][:3]))
        for name, q in card.quiet.items()
    ]
    said = "Conversations labelled 0. Short sources have wide intervals even without an alarm."
    return _section("Alarms on ordinary talk", said, _drawing(figures.quiet_plot(card)),
                    table("Alarms by source", head, rows))  # fmt: skip


def _compared(run: Run) -> Safe | None:
    if not run.comparisons:
        return None
    head = ("Run", "Shared", "Found: difference", "Newly found", "Lost", "Chance", "Alarms per 10,000: difference",
            "New alarms", "Gone alarms", "Median to alarm: difference")  # fmt: skip
    rows = [
        (c.name, f"{c.shared:,}", signed(c.recall), f"{c.gained}", f"{c.lost}", f"{c.chance:g}", signed(c.per_10k),
         f"{c.new_alarms}", f"{c.gone_alarms}", signed(c.to_alarm))
        for c in run.comparisons
    ]  # fmt: skip
    said = (
        "This run less the earlier one, over the conversations in both. An interval that holds 0 says that nothing is "
        "known to have changed. Chance: how probable so uneven a split is if nothing did (McNemar)."
    )
    left = [f"{c.name}: {c.only_before:,} only there, {c.only_now:,} only here." for c in run.comparisons
            if c.only_before or c.only_now]  # fmt: skip
    return _section("Against earlier runs", said, _drawing(figures.difference_plot(run.comparisons)),
                    table("Differences", head, rows), *(tag("p", line, class_="quiet") for line in left))  # fmt: skip


def _calibration(run: Run) -> Safe | None:
    bins = run.detail.calibration
    if len(bins) < 2 or not (run.card.found and run.card.quiet):
        return None
    rows = [(f"from {b.low:g} points", f"{b.mean:.2f}", f"{b.conversations:,}", share(b.share)) for b in bins]
    said = (
        "The share of conversations labelled 1 among those with so many points. It depends on how many of these the "
        "data hold: read whether it rises, not how high."
    )
    return _section("Points and what they mean", said, _drawing(figures.calibration_plot(run.detail)),
                    table("Points", ("Points", "Mean", "Conversations", "Share labelled 1 (95 %)"), rows))  # fmt: skip


def _costs(run: Run) -> Safe | None:
    costs = run.detail.costs
    if not costs or not (run.card.found and run.card.quiet):
        return None
    rows = [(f"{c.points:g}", share(c.recall), per_10k(c.per_10k)) for c in costs]
    said = (
        f"What an alarm from other numbers of points on would find and cost. It begins at {run.detail.concern:g} in "
        "English, higher in languages without the model of the manner of talk."
    )
    head = ("Points", "Found (95 %)", "Alarms per 10,000 messages (95 %)")
    return _section("What other thresholds would cost", said, _drawing(figures.cost_plot(run.detail)),
                    table("Thresholds", head, rows))  # fmt: skip


def _slices(run: Run) -> Safe:
    return _section(
        "Parts of the data", "", _slice_table("By language", run.detail.languages),
        _slice_table("By length", run.detail.lengths),
    )  # fmt: skip


def _slice_table(caption: str, slices: Sequence[Slice]) -> Safe:
    head = ("Part", "Labelled 1", "Found (95 %)", "Labelled 0", "Messages", "Alarms", "Per 10,000 messages (95 %)")
    rows = [
        (s.name, f"{s.labelled:,}", share(s.recall) if s.labelled else "–", f"{s.ordinary:,}", f"{s.messages:,}",
         f"{s.alarms:,}", per_10k(s.per_10k) if s.messages else "–")
        for s in slices
    ]  # fmt: skip
    return table(caption, head, rows)


def _first(run: Run) -> Safe | None:
    first = run.detail.first
    if not first:
        return None
    whole = sum(first.values())
    rows = [(name, f"{count:,}", f"{count / whole:.2f}") for name, count in first.items()]
    said = "The technique that was noticed first, in the conversations labelled 1."
    return _section("What was noticed first", said, _drawing(figures.first_plot(first)),
                    table("Noticed first", ("Technique", "Conversations", "Share"), rows))  # fmt: skip


def _disguises(run: Run) -> Safe | None:
    if not run.evasions:
        return None
    head = ("Disguise", "Found (95 %)", "Still found (95 %)", "Median", "Alarms", "Per 10,000 messages (95 %)")
    rows = [
        (e.name, share(e.recall), share(e.kept), number(e.to_alarm), f"{e.alarms:,}", per_10k(e.per_10k))
        for e in run.evasions
    ]
    said = "The same conversations with words hidden by code. Still found: of those found in plain words."
    return _section("In disguise", said, _drawing(figures.disguise_plot(run.evasions)),
                    table("Disguises", head, rows))  # fmt: skip


def _cases(run: Run) -> Safe | None:
    detail = run.detail
    if not detail.missed and not detail.alarmed:
        return None
    said = "By their ids only. Whoever may read the data finds the words there."
    return _section("Where to look", said, _case_table("Not found", detail.missed),
                    _case_table("Ordinary, with an alarm", detail.alarmed))  # fmt: skip


def _case_table(caption: str, cases: Sequence[Case]) -> Safe | None:
    if not cases:
        return None
    head = ("Conversation", "Source", "Messages", "Points", "Alarm at", "Made of")
    rows = [(c.id, c.source, f"{c.messages:,}", f"{c.score:.1f}", number(c.alarm_at), ", ".join(c.rows)) for c in cases]
    return table(caption, head, rows)


def _limits(run: Run) -> Safe:
    return _section("How to read it", "", tag("ul", *(tag("li", line) for line in _LIMITS)))
