"""`safelight screenshot FILE...`: reads a chat off its screenshots, shows the guess, and checks it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

import safelight
from safelight.interfaces.cli.decoding import decoder
from safelight.interfaces.cli.files import bytes_of
from safelight.locales.load import Translator, translator
from safelight.media import screenshot
from safelight.media.screenshot import ScreenChat
from safelight.report.clean import clean
from safelight.schema.advice import AUDIENCES, Audience
from safelight.schema.assessments import Level
from safelight.schema.errors import BadInput

_ALARMED = 3
_LARGEST = 50_000_000
_SMALLER = "Use a smaller copy of it."


@click.command("screenshot")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--show", is_flag=True, help="Print what was read, numbered, to see whether it is right.")
@click.option("--swap", is_flag=True, help="The picture comes from the other person's phone: exchange the sides.")
@click.option(
    "--flip", default="", metavar="N,N", help="These messages (numbers as --show gives them) are on the wrong side."
)
@click.option("--owner", default="", metavar="NAME", help="Which of the names in the picture is yours (Discord).")
@click.option(
    "--them", default="", metavar="NAME", help="What to call the other one; the name in the picture otherwise."
)
@click.option("--for", "audience", type=click.Choice(AUDIENCES), default="young_person", help="Who reads the advice.")
@click.option("--country", default="", metavar="CODE", help="Two letters (IN, US, GB, EU): whose helplines to show.")
@click.option("--locale", default="en", metavar="CODE", help="Language of the report.")
@click.option("--words", is_flag=True, help="Show the words that were noticed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    files: tuple[str, ...],
    show: bool,
    swap: bool,
    flip: str,
    owner: str,
    them: str,
    audience: Audience,
    country: str,
    locale: str,
    words: bool,
    as_json: bool,
) -> int:
    """Check a chat from its screenshots, in order from top to bottom. Everything stays on this computer.

    Who said what is a guess from places and colours: see it with --show, correct it with --swap, --flip and --owner.
    """
    chat = screenshot.joined(
        [decoder.screenshot(bytes_of(Path(file), _LARGEST, _SMALLER), Path(file).name) for file in files]
    )
    chat = _corrected(chat, swap, flip, owner)
    talk = chat.conversation(them=them)
    assessment = safelight.check(talk, locale=locale)
    advice = safelight.advise(assessment, audience=audience, country=country, locale=locale)
    if as_json:
        from safelight.report import json as report

        data = report.to_dict(assessment, item=talk, advice=advice, words=words)
        click.echo(json.dumps(data | ({"read": _read(chat, talk)} if show else {}), ensure_ascii=False))
    else:
        from safelight.report import text

        if show:
            _show(chat, talk, translator(locale))
        columns = shutil.get_terminal_size().columns
        page = text.render(talk, assessment, advice, width=columns, colour=sys.stdout.isatty(), words=words)
        click.echo(page, nl=False)
    return _ALARMED if assessment.level >= Level.CONCERN else 0


def _corrected(chat: ScreenChat, swap: bool, flip: str, owner: str) -> ScreenChat:
    if owner:
        if owner not in {turn.name for turn in chat.turns}:
            raise BadInput("This name is not in the picture", fix="See the names with --show.")
        chat = chat.owned_by(owner)
    if swap:
        chat = chat.swapped()
    return chat.flipped(*_numbers(flip, chat.turns)) if flip else chat


def _numbers(flip: str, turns: Sequence[object]) -> list[int]:
    if not re.fullmatch(r"\s*\d+(\s*,\s*\d+)*\s*", flip):
        raise BadInput("These are not numbers of messages", fix="Write them like this: --flip 2,5")
    numbers = [int(each) - 1 for each in flip.split(",")]
    if not all(0 <= each < len(turns) for each in numbers):
        raise BadInput("There is no message with this number", fix="See the numbers with --show.")
    return numbers


def _read(chat: ScreenChat, talk: safelight.Conversation) -> list[dict[str, object]]:
    return [
        {"number": number, "author": message.author, "text": message.text, "sure": round(turn.sure, 2)}
        for number, (turn, message) in enumerate(zip(chat.turns, talk.messages, strict=True), 1)
    ]


def _show(chat: ScreenChat, talk: safelight.Conversation, _: Translator) -> None:
    click.echo(click.style(_("What was read (please check it):"), bold=True))
    for number, (turn, message) in enumerate(zip(chat.turns, talk.messages, strict=True), 1):
        doubt = " (?)" if turn.sure < 0.5 else ""
        click.echo(f"{number:3} {clean(message.author)}{doubt}: {clean(message.text)}")
    click.echo()
