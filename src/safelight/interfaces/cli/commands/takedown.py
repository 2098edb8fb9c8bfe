"""`safelight takedown [FILE...]`: a private picture is out. What to do, which service fits, and the codes for it."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from safelight.advice.directory import find
from safelight.interfaces.cli.decoding import decoder
from safelight.interfaces.cli.files import bytes_of
from safelight.interfaces.cli.progress import bar
from safelight.locales.load import Translator, translator
from safelight.media import hashes, takedown
from safelight.media.takedown import Service, Taken
from safelight.schema.advice import Helpline
from safelight.schema.errors import BadInput

_WIDEST = 90
# Bytes. A larger file is left to the service's own page.
_LARGEST = 500_000_000
# Bytes from which unpacking a video takes so long that one wants to see how far it is.
_LONG = 5_000_000
Made = tuple[str, hashes.Hashes]


@click.command("takedown")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option(
    "--taken", type=click.Choice([each.replace("_", "-") for each in takedown.TAKEN]), default="unsure",
    help="How old the person was when the picture was taken.",
)  # fmt: skip
@click.option("--country", default="", metavar="CODE", help="Two letters (IN, US, GB, CA, AU): whose services to show.")
@click.option("--app", default="", metavar="NAME", help="Where it is: snapchat, instagram.")
@click.option("--without-picture", is_flag=True, help="The picture is not on this device.")
@click.option("--turned", is_flag=True, help="Also make the codes of the turned and mirrored picture.")
@click.option("--note", type=click.Path(dir_okay=False, path_type=Path), help="Write a private note; never overwrites.")
@click.option("--locale", default="en", metavar="CODE", help="Language of what is shown.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, codes included.")
def command(
    files: tuple[str, ...],
    taken: str,
    country: str,
    app: str,
    without_picture: bool,
    turned: bool,
    note: Path | None,
    locale: str,
    as_json: bool,
) -> None:
    """Help when a private picture is out: what to do, who takes it down, what they ask.

    FILE is the picture or video, if it is on this device. It is never shown, kept, copied or sent; only codes are made
    from it.
    """
    _ = translator(locale)
    chosen = takedown.fitting(
        taken=_taken(taken), country=country, has_picture=bool(files) or not without_picture, app=app
    )
    made = [(Path(file).name, _hashes(Path(file), turned, _)) for file in files]
    if note is not None:
        _write(note, takedown.note(made, chosen, datetime.date.today().isoformat(), _))
    if as_json:
        click.echo(json.dumps(_data(made, chosen), ensure_ascii=False))
    else:
        _show(made, chosen, _helplines(country), note, _)


def _taken(value: str) -> Taken:
    return next(each for each in takedown.TAKEN if each == value.replace("-", "_"))


def _hashes(path: Path, turned: bool, _: Translator) -> hashes.Hashes:
    """Return the codes of one file; of what is no picture and no video, those of its bytes only."""
    data = bytes_of(path, _LARGEST, "Use the service's own page for it.")
    with bar("Looking", wanted=len(data) > _LONG) as tell:
        made = decoder.codes(data, turned=turned, progress=tell)
    if made.said:
        click.echo(f"{path.name}: {_(made.said)} {_(made.fix)}".rstrip(), err=True)
    return made.hashes


def _write(path: Path, text: str) -> None:
    """Write the note for this person's eyes only; a file that is there stays as it is."""
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        fix = error.strerror or "Choose another name."
        raise BadInput("The note could not be written.", where=str(path), fix=fix) from None


def _helplines(country: str) -> list[Helpline]:
    """Return who listens: child helplines of the country, then those for everybody."""
    known = [each for each in (find(country) if country else None, find("")) if each]
    lines = [record.helpline for place in known for record in place.records]
    return [line for line in lines if line.kind in ("child_helpline", "chat") and "young_person" in line.who_for][:3]


def _data(made: Iterable[Made], chosen: Iterable[Service]) -> dict[str, object]:
    return {
        "files": [{"name": name, **asdict(each)} for name, each in made],
        "services": [asdict(service) for service in chosen],
    }


def _show(
    made: Sequence[Made], chosen: Iterable[Service], who: Iterable[Helpline], note: Path | None, _: Translator
) -> None:
    calm = (
        _("You did the right thing by looking for help. This is not your fault. You are not in trouble."),
        _("It happens to a lot of people, and there is a lot that can be done."),
    )
    first = (
        _("Tell someone you trust, or call a helpline. You need not do this alone."),
        _("If someone threatens you: stop answering. Do not pay. Do not send more."),
        _("Save the chat, the names and the links. You need not save or show the picture."),
        _("Never send the picture to us or to anyone who says they can remove it for money."),
    )
    for line in calm:
        _line(line)
    _head(_("First"))
    for line in first:
        _line(line, "- ")
    if made:
        _head(_("The codes"))
        _tell_codes(made, note, _)
    for service in chosen:
        _tell_service(service, _)
    _head(_("Who listens"))
    for each in who:
        _line(f"{each.name}: {', '.join(way.value for way in each.contacts)}", "- ")


def _tell_codes(made: Sequence[Made], note: Path | None, _: Translator) -> None:
    _line(
        _.plural(
            "Codes were made from {n} file, on this device.",
            "Codes were made from {n} files, on this device.",
            len(made),
        )
    )
    _line(_("The picture was not kept, sent or shown. No list was searched for it."))
    if any(code.quality < hashes.FEW_DETAILS for _name, each in made for code in each.pdq):
        _line(_("One picture has few details. Its code may not find every copy."))
    _line(_("Use the first picture, not a cut one. If you also have a cut one or a screenshot, make its codes too."))
    _line(
        _("They are in your note.")
        if note
        else _("Add --note and a file name to keep them, with room for case numbers.")
    )


def _tell_service(service: Service, _: Translator) -> None:
    leaves = {
        "code": _("Only a code leaves your device. The picture does not."),
        "link": _("No picture is needed, only links and words."),
        "picture": _("Here the picture itself is sent, or a link to it."),
    }
    _head(f"{_(service.name)}  {service.web}".rstrip())
    _line(_(service.what_happens))
    _line(leaves[service.leaves])
    for title, lines in (
        (_("They ask for"), service.asks),
        (_("Step by step"), service.steps),
        (_("What it can do"), service.can),
        (_("What it cannot do"), service.cannot),
    ):
        click.echo(f"  {title}:")
        for number, line in enumerate(lines, 1):
            _line(_(line), f"  {number}. " if lines is service.steps else "  - ")
    state = _("checked") if service.verified else _("not yet checked by a person")
    click.echo(click.style(f"  ({service.checked}, {state}; {service.source})", dim=True))


def _head(text: str) -> None:
    click.echo()
    click.echo(click.style(text, bold=True))


def _line(text: str, mark: str = "") -> None:
    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    click.echo(textwrap.fill(text, columns, initial_indent=mark, subsequent_indent=" " * len(mark)))
