"""`safelight keep FILE --out notes.zip`: what was noticed in a chat with the words around it, as a file to keep."""

from __future__ import annotations

from pathlib import Path

import click

import safelight
from safelight.assessment.reconsider import reconsider
from safelight.engine.pasted import items
from safelight.interfaces.cli.files import bytes_of
from safelight.locales.load import translator
from safelight.report import keep, keep_files, seal
from safelight.report.keep import Choice
from safelight.schema.errors import BadInput
from safelight.schema.items import Item

_LARGEST = 200_000_000
_SMALLER = "Export the chat without pictures and videos, and try again."


@click.command("keep")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The zip to write; never overwrites."
)
@click.option("--chat", default=1, metavar="N", help="Which chat of a file with several, counted from 1.")
@click.option("--all", "everything", is_flag=True, help="Keep every message, not only what was noticed.")
@click.option("--around", default=1, metavar="N", help="How many messages to keep before and after each one.")
@click.option("--letters", is_flag=True, help="Put letters in place of the names.")
@click.option("--passphrase", is_flag=True, help="Lock it (age format); the passphrase is asked for.")
@click.option("--locale", default="en", metavar="CODE", help="Language of the text and the page.")
def command(
    file: Path, out: Path, chat: int, everything: bool, around: int, letters: bool, passphrase: bool, locale: str
) -> int:
    """Keep what was noticed in a chat: its words, accounts, links and dates, and the SHA-256 of FILE. No pictures.

    The zip holds the same as text, as a page to print, and as JSON. The same choice gives the same bytes.
    """
    data = bytes_of(file, _LARGEST, _SMALLER)
    item = _chosen(items(data, file.name), chat)
    say = translator(locale)
    said = reconsider(safelight.check(item, locale=locale), ())
    every = frozenset(line.number for line in keep.lines(item))
    lines = every if everything else keep.usual(item, said, max(0, around))
    choice = Choice(lines, frozenset(keep.noticed(item, said)), letters)
    record = keep.record(item, said, choice, keep.source(data, file.name), say, version=safelight.__version__)
    packed = keep_files.archive(record, say)
    if passphrase:
        words = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)
        packed = seal.seal(packed, words)
    _write(out, packed)
    click.echo(f"{len(record.lines)} of {record.total} messages or parts are in {out}")
    return 0


def _chosen(found: list[Item], number: int) -> Item:
    if not 1 <= number <= len(found):
        raise BadInput("There is no chat with this number in the file", fix=f"Use --chat 1 to {len(found)}.")
    return found[number - 1]


def _write(out: Path, packed: bytes) -> None:
    try:
        with out.open("xb") as stream:
            stream.write(packed)
    except OSError as error:
        raise BadInput(
            "The file could not be written", where=str(out), fix=error.strerror or "Choose another name."
        ) from None
