"""`safelight see FILE`: before you share a picture, what can be read and seen in it."""

from __future__ import annotations

import json
import shutil
import textwrap
from pathlib import Path

import click

import safelight
from safelight.interfaces.cli.decoding import decoder
from safelight.interfaces.cli.files import bytes_of
from safelight.locales.load import Translator, translator
from safelight.media import see_words
from safelight.media.see import Seen
from safelight.media.see_words import area, where
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
    data = bytes_of(Path(file), _LARGEST, _SMALLER)
    seen = decoder.look(data, Path(file).name, faces=faces, private=private, fine=fine)
    checked = safelight.check(seen.draft(), locale=locale) if seen.words else None
    if as_json:
        click.echo(json.dumps(_data(seen, checked, words), ensure_ascii=False))
    else:
        _show(seen, checked, words, _)
    return _ALARMED if checked and checked.level >= Level.CONCERN else 0


def _data(seen: Seen, checked: Assessment | None, words: bool) -> dict[str, object]:
    lines = [
        {"line": number, "area": area(each), **({"text": each.text} if words else {})}
        for number, each in enumerate(seen.words)
    ]
    found = [{"kind": each.kind, "line": each.line} for each in see_words.findings(seen, checked)]
    return {
        "lines": lines,
        "signs": [{"kind": each.kind, "line": each.line} for each in seen.signs],
        "findings": found,
        "faces": None if seen.faces is None else [{"area": area(each)} for each in seen.faces],
        "hard": seen.hard,
        "skipped": [{"what": each.what, "why": each.why, "fix": each.fix} for each in seen.skipped],
    }


def _show(seen: Seen, checked: Assessment | None, words: bool, _: Translator) -> None:
    told = see_words.told(seen, checked)
    if told:
        _line(_("Someone who sees this picture may learn more than you want:"))
    elif seen.words:
        _line(_("Words were read in this picture. None of them looked like a place, a name or a number."))
    else:
        _line(_("No words were read in this picture."))
    for each in told:
        place = seen.words[each.line]
        shown = f" «{clean(place.text)}»" if words else ""
        _line(f"{_(each.says)} ({where(place, _)}; {area(place)}){shown}", "- ")
    _tell_faces(seen, _)
    if seen.nudge:
        _line(see_words.nudges(_)[seen.nudge])
    for missed in seen.skipped:
        _line(f"{_(missed.why)} {missed.fix}")
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
        _line(f"{where(face, _)}; {area(face)}", "- ")


def _line(text: str, mark: str = "") -> None:
    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    click.echo(textwrap.fill(text, columns, initial_indent=mark, subsequent_indent=" " * len(mark)))
