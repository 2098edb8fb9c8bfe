"""`safelight check FILE...`: what is going on in a chat, an offer, a link or a demand; what to do, who can help."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

import safelight
from safelight.engine.pasted import KINDS, Kind, items
from safelight.interfaces.cli.progress import Tell, bar
from safelight.schema.advice import AUDIENCES, Audience
from safelight.schema.assessments import Assessment, Level
from safelight.schema.errors import BadInput, SafelightError
from safelight.schema.items import Conversation, Item

ALARMED = 3
FAILED = 2
_LARGE, _MANY = 1_000_000, 20_000
_PASTED = "pasted.txt"


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    audience: Audience
    country: str
    locale: str
    words: bool
    as_json: bool
    html: Path | None
    width: int
    colour: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """One item of a file and its assessment."""

    file: str
    item: Item
    assessment: Assessment


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="What it is; found out by itself otherwise.")
@click.option("--for", "audience", type=click.Choice(AUDIENCES), default="young_person", help="Who reads the advice.")
@click.option("--country", default="", metavar="CODE", help="Two letters (IN, US, GB, EU): whose helplines to show.")
@click.option("--locale", default="en", metavar="CODE", help="Language of the report.")
@click.option("--meaning", is_flag=True, help="Look at the meaning of sentences, too (slower; docs/meaning.md).")
@click.option("--words", is_flag=True, help="Show the words that were noticed (they are folded away otherwise).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per conversation and line.")
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the report as a page; never overwrites."
)
@click.option("--width", type=click.IntRange(20), default=None, help="Columns; the terminal's by default.")
@click.option("--color/--no-color", "colour", default=None, help="Colours; on a terminal by default.")
def command(
    files: tuple[str, ...],
    kind: Kind | None,
    audience: Audience,
    country: str,
    locale: str,
    meaning: bool,
    words: bool,
    as_json: bool,
    html: Path | None,
    width: int | None,
    colour: bool | None,
) -> int:
    """Check what came your way. FILE is a chat export, a zip, a text file or a saved advert; "-" reads what you paste.

    A text can be a chat, an offer, one link, a demand for money, or something that you are about to share.

    Exit code: 0 nothing noticed or a notice, 3 concern or urgent, 2 error.
    """
    seen = sys.stdout.isatty() and "NO_COLOR" not in os.environ if colour is None else colour
    columns = width or shutil.get_terminal_size().columns
    options = Options(audience, country, locale, words, as_json, html, columns, seen)
    checked, failed = _check_all(files, kind, locale, meaning)
    if as_json:
        _print_json(checked, options)
    else:
        _print_text(checked, options)
    if html is not None and checked:
        _write_page(max(checked, key=_weight), options, html)
    return _exit_code(checked, failed)


def _check_all(files: Iterable[str], kind: Kind | None, locale: str, meaning: bool) -> tuple[list[Checked], bool]:
    """Check every file; one that cannot be read is told on stderr and does not stop the others."""
    checked: list[Checked] = []
    failed = False
    for file in files:
        try:
            checked.extend(_check_file(file, kind, locale, meaning))
        except SafelightError as error:
            click.echo(str(error), err=True)
            failed = True
    return checked, failed


def _check_file(file: str, kind: Kind | None, locale: str, meaning: bool) -> Iterator[Checked]:
    name = Path(file).name
    if file == "-":
        found = items(sys.stdin.buffer.read(), _PASTED, kind)
    else:
        large = Path(file).is_file() and Path(file).stat().st_size > _LARGE
        with bar(f"Reading {name}", wanted=large) as tell:
            found = items(file, None, kind, progress=tell)
    sizes = [len(item.messages) if isinstance(item, Conversation) else 1 for item in found]
    before, whole = 0, sum(sizes)
    with bar("Checking", wanted=whole > _MANY) as tell:
        for item, size in zip(found, sizes, strict=True):
            told = partial(_tell, tell, before, whole)
            yield Checked(name, item, safelight.check(item, locale=locale, progress=told, meaning=meaning))
            before += size


def _tell(tell: Tell, before: int, whole: int, done: int, _total: int) -> None:
    tell(before + done, whole)


def _weight(checked: Checked) -> tuple[int, float]:
    points = [p.points for p in checked.assessment.by_participant.values()]
    return (checked.assessment.level, max(points, default=0.0))


def _exit_code(checked: Iterable[Checked], failed: bool) -> int:
    if failed:
        return FAILED
    return ALARMED if any(one.assessment.level >= Level.CONCERN for one in checked) else 0


def _advice(one: Checked, options: Options) -> safelight.Advice:
    return safelight.advise(one.assessment, audience=options.audience, country=options.country, locale=options.locale)


def _print_json(checked: Iterable[Checked], options: Options) -> None:
    from safelight.report import json as report

    for one in checked:
        data = report.to_dict(one.assessment, item=one.item, advice=_advice(one, options), words=options.words)
        click.echo(json.dumps(data, ensure_ascii=False))


def _print_text(checked: list[Checked], options: Options) -> None:
    """Print a report per conversation; of many, those with something noticed, and one line for the rest."""
    from safelight.report import text

    shown = checked if len(checked) == 1 else [one for one in checked if one.assessment.level >= Level.NOTICE]
    for one in sorted(shown, key=_weight, reverse=True):
        if len(checked) > 1:
            click.echo(f"── {one.file}: {_title(one)}")
        click.echo(
            text.render(
                one.item, one.assessment, _advice(one, options),
                width=options.width, colour=options.colour, words=options.words,
            ),
            nl=False, color=options.colour,
        )  # fmt: skip
        if len(checked) > 1:
            click.echo()
    rest = len(checked) - len(shown)
    if rest:
        unsure = sum(one.assessment.level == Level.CANNOT_SAY for one in checked)
        click.echo(f"In {rest} of {len(checked)} {_kinds(checked)} nothing was noticed ({unsure} of them: cannot say).")


def _kinds(checked: list[Checked]) -> str:
    return "conversations" if all(isinstance(one.item, Conversation) for one in checked) else "things"


def _title(one: Checked) -> str:
    from safelight.report.clean import clean

    item = one.item
    if not isinstance(item, Conversation):
        return clean(getattr(item, "title", None) or type(item).__name__)
    return clean(item.title or item.id or ", ".join(p.name for p in item.participants[:3]))


def _write_page(one: Checked, options: Options, path: Path) -> None:
    from safelight.report import html

    page = html.render(one.item, one.assessment, _advice(one, options))
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(page)
    except OSError as error:
        raise BadInput(
            "The page could not be written.", where=str(path), fix=error.strerror or "Choose another name."
        ) from None
    click.echo(f"The report is in {path}", err=True)
