"""`safelight helplines`: who can help in a country, for what, what happens then, and who answers at this hour."""

from __future__ import annotations

import datetime
import json
import shutil
import textwrap
from collections.abc import Sequence

import click

from safelight.advice import hours
from safelight.advice import now as now_
from safelight.advice.choose import places, records
from safelight.advice.directory import Country, Record, find
from safelight.advice.needs import NEEDS, fits, for_reader, sort, title
from safelight.locales.load import Translator, translator
from safelight.report import json as report_json
from safelight.report import words
from safelight.schema.advice import AUDIENCES, Audience, ContactWay

_WIDEST = 90


@click.command("helplines")
@click.option("--country", default="", metavar="CODE", help="Two letters (IN, US, DE): whose services come first.")
@click.option("--need", type=click.Choice(list(NEEDS)), help="What you need: the services for it come first.")
@click.option("--now", "at_once", is_flag=True, help="Say who answers at this hour; those come first.")
@click.option(
    "--for", "audience", type=click.Choice(AUDIENCES), default="young_person", help="For whom the services are."
)
@click.option("--locale", default="en", metavar="CODE", help="Language of what is shown.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(country: str, need: str | None, at_once: bool, audience: Audience, locale: str, as_json: bool) -> None:
    """Show who can help: by phone, text, chat or a form, and what happens when you call.

    Nothing is asked of the network. No number here has been called by one of us yet; each says when it was looked up.
    """
    moment = datetime.datetime.now(datetime.UTC)
    place = find(country) if country else None
    chosen = _chosen(country, need or "", audience, moment if at_once else None)
    if as_json:
        click.echo(json.dumps(_data(place, chosen, need or "", moment), ensure_ascii=False))
    else:
        _show(country, place, chosen, need or "", moment if at_once else None, translator(locale))


def _chosen(country: str, need: str, audience: Audience, moment: datetime.datetime | None) -> list[Record]:
    """Return the records in the order to show them."""
    known = {record.helpline.id: record for record in records(country)}
    lines = sort(for_reader((record.helpline for record in known.values()), audience), need)
    if moment is not None:
        say = translator("en")
        lines = tuple(sorted(lines, key=lambda line: not now_.status(line, moment, say).answers))
        lines = tuple(sorted(lines, key=lambda line: not fits(line, need)))
    return [known[line.id] for line in lines]


def _data(place: Country | None, chosen: Sequence[Record], need: str, moment: datetime.datetime) -> dict[str, object]:
    say = translator("en")
    return {
        "country": place.code if place else "",
        "need": need,
        "now": moment.isoformat(timespec="minutes"),
        "services": [
            report_json.helpline(record.helpline)
            | {
                "fits": fits(record.helpline, need),
                "answers_now": now_.status(record.helpline, moment, say).answers,
                "read_in": record.read_in,
                "note": record.note,
                "expires_on": record.expires_on,
            }
            for record in chosen
        ],
    }


def _show(
    country: str,
    place: Country | None,
    chosen: Sequence[Record],
    need: str,
    moment: datetime.datetime | None,
    _: Translator,
) -> None:
    several = bool(place and place.several_clocks)
    if country and place is None:
        _line(_("For this country there is no list yet. These services are for everyone."))
    if not country:
        _line(_("These services are for everyone. Say --country and one of these codes for more:"))
        _line(", ".join(code for code, _name in sorted(places())))
    if need:
        _line(title(need, _))
    if moment is not None and place and (shown := now_.clock(place, moment, _)):
        where = now_.place_of(place.timezone) if several else place.name
        _line(_("It is {time} in {place}.").format(time=shown, place=where))
    for record in chosen:
        _tell(record, moment, several, _)
    click.echo()
    _line(_("None of these has been called by one of us yet. If one is wrong, tell us."))


def _tell(record: Record, moment: datetime.datetime | None, several: bool, _: Translator) -> None:
    line = record.helpline
    click.echo()
    click.echo(click.style(_(line.name), bold=True))
    _line(words.helpline_kind(line.kind, _), "  ")
    if moment is not None:
        _line(now_.status(line, moment, _, several_clocks=several).says, "  ")
    for way in line.contacts:
        _line(f"{words.contact_way(way.type, _)} {way.value}{_facts(way, _)}", "  - ")
    _line(_("What happens: {text}").format(text=_(line.what_happens)), "  ")
    checked = _("Looked up on {date}, not verified by a call.") if not line.verified else _("Checked on {date}.")
    _line(checked.format(date=line.checked), "  ")
    if now_.is_stale(record, datetime.date.today()):
        _line(_("That is long ago: look it up before you rely on it."), "  ")


def _facts(way: ContactWay, _: Translator) -> str:
    facts = (
        hours.said(way.open, _) if way.open else _(way.hours),
        _("free") if way.free else _("not free") if way.free is False else "",
        _("you need not give your name") if way.anonymous else "",
        ", ".join(words.language_name(code, _) for code in way.languages),
    )
    said = "; ".join(fact for fact in facts if fact)
    return f" ({said})" if said else ""


def _line(text: str, mark: str = "") -> None:
    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    plain = " " * len(mark)
    click.echo(textwrap.fill(text, columns, initial_indent=mark, subsequent_indent=plain, break_on_hyphens=False))
