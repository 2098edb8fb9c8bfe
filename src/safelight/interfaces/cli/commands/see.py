"""`safelight see FILE`: before you share a picture, what can be read and seen in it."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

import safelight
from safelight.interfaces.cli.files import bytes_of
from safelight.locales.load import Translator, translator
from safelight.media import see
from safelight.media.see import Seen, Words
from safelight.media.see_faces import Face
from safelight.report.clean import clean
from safelight.schema.assessments import Assessment, Level

_ALARMED = 3
_LARGEST = 100_000_000
_SMALLER = "Use a smaller copy of it."
_WIDEST = 90


@click.command("see")
@click.argument("file", metavar="FILE")
@click.option("--fine", is_flag=True, help="Read smaller letters, too; slower.")
@click.option("--faces/--no-faces", default=True, help="Look for faces, if a model is installed.")
@click.option("--private", is_flag=True, help="Say when it might be a private picture; for your own pictures only.")
@click.option("--words", is_flag=True, help="Show the words that were read.")
@click.option("--locale", default="en", metavar="CODE", help="Language of what is shown.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; without --words it holds no words of the picture.")
def command(file: str, fine: bool, faces: bool, private: bool, words: bool, locale: str, as_json: bool) -> int:
    """Look at a picture before you share it: school names, streets, plates, tickets, faces. Nothing is kept or sent.

    Exit code: 0, or 3 when the words in it would be a concern in a text that is about to be shared.
    """
    _ = translator(locale)
    seen = see.look(bytes_of(Path(file), _LARGEST, _SMALLER), Path(file).name, faces=faces, private=private, fine=fine)
    checked = safelight.check(seen.draft(), locale=locale) if seen.words else None
    if as_json:
        click.echo(json.dumps(_data(seen, checked, words), ensure_ascii=False))
    else:
        _show(seen, checked, words, _)
    return _ALARMED if checked and checked.level >= Level.CONCERN else 0


def _area(place: Words | Face) -> str:
    """Return left, top, width, height in hundredths of the picture, as blurring takes them."""
    left, top = int(place.left * 100), int(place.top * 100)
    wide, tall = round((place.right - place.left) * 100 + 1), round((place.bottom - place.top) * 100 + 1)
    return f"{left}%,{top}%,{min(wide, 100 - left)}%,{min(tall, 100 - top)}%"


def _findings(seen: Seen, checked: Assessment | None) -> Iterator[tuple[str, str, int]]:
    """Yield what the check of the words found: a category or technique, its sentence, the line of the picture."""
    for finding in checked.findings if checked else ():
        for span in (span for each in finding.evidence for span in each.spans):
            yield str(finding.because.get("category", finding.technique)), finding.says, seen.line_at(span.start)


def _data(seen: Seen, checked: Assessment | None, words: bool) -> dict[str, object]:
    lines = [
        {"line": number, "area": _area(each), **({"text": each.text} if words else {})}
        for number, each in enumerate(seen.words)
    ]
    found = [{"kind": kind, "line": line} for kind, _says, line in _findings(seen, checked)]
    return {
        "lines": lines,
        "signs": [{"kind": each.kind, "line": each.line} for each in seen.signs],
        "findings": found,
        "faces": None if seen.faces is None else [{"area": _area(each)} for each in seen.faces],
        "hard": seen.hard,
        "skipped": [{"what": each.what, "why": each.why, "fix": each.fix} for each in seen.skipped],
    }


def _show(seen: Seen, checked: Assessment | None, words: bool, _: Translator) -> None:
    told = [(each.kind, each.says, each.line) for each in seen.signs]
    told += [each for each in _findings(seen, checked) if (each[0], each[2]) not in {(k, n) for k, _s, n in told}]
    if told:
        _line(_("Someone who sees this picture may learn more than you want:"))
    elif seen.words:
        _line(_("Words were read in this picture. None of them looked like a place, a name or a number."))
    else:
        _line(_("No words were read in this picture."))
    for _kind, says, line in told:
        place = seen.words[line]
        shown = f" «{clean(place.text)}»" if words else ""
        _line(f"{_(says)} ({_where(place, _)}; {_area(place)}){shown}", "- ")
    _tell_faces(seen, _)
    if seen.nudge:
        _line(_nudges(_)[seen.nudge])
    for each in seen.skipped:
        _line(f"{_(each.why)} {each.fix}")
    if seen.hard:
        _line(_.plural("{n} line could not be read.", "{n} lines could not be read.", seen.hard))
    if told or seen.faces:
        _line(_("You can blur a spot before you share it. The numbers say where it is."))
    _line(_("We can miss things. Look at the edges and the background yourself."))


def _tell_faces(seen: Seen, _: Translator) -> None:
    if not seen.faces:
        return
    _line(_.plural("There seems to be {n} face in it.", "There seem to be {n} faces in it.", len(seen.faces)))
    _line(_("If it is not only yours: ask first, or blur it."))
    for face in seen.faces:
        _line(f"{_where(face, _)}; {_area(face)}", "- ")


def _nudges(_: Translator) -> dict[str, str]:
    return {
        "soft": _("This might be a private picture. Take a breath before you share it."),
        "firm": _("This may well be a private picture. You never have to send one. You can say no at any time."),
    }


def _where(place: Words | Face, _: Translator) -> str:
    """Return in words where something is in the picture."""
    rows = (_("top"), _("middle"), _("bottom"))
    columns = (_("left"), _("centre"), _("right"))
    row = min(2, int((place.top + place.bottom) / 2 * 3))
    column = min(2, int((place.left + place.right) / 2 * 3))
    return f"{rows[row]} {columns[column]}"


def _line(text: str, mark: str = "") -> None:
    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    click.echo(textwrap.fill(text, columns, initial_indent=mark, subsequent_indent=" " * len(mark)))
