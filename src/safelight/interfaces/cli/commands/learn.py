"""`safelight learn`: short stories to practise in, played in the terminal. Nothing is kept."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Mapping

import click

from safelight.lessons.load import lesson, lessons, story
from safelight.lessons.meta import Lesson, tricks
from safelight.lessons.play import DEBRIEF, YOU, Line, Play
from safelight.locales.load import SOURCE_LANGUAGE, Translator, mark, translator

LEAVE, SKIP = "q", "s"
_FOR = {"young_person": mark("young people"), "carer": mark("parents and carers"), "teacher": mark("teachers")}


@click.command("learn")
@click.argument("slug", required=False, metavar="[NAME]")
@click.option("--locale", "--lang", default=SOURCE_LANGUAGE, metavar="CODE", help="Language of the lessons.")
@click.option("--json", "as_json", is_flag=True, help="List the lessons as JSON.")
def command(slug: str | None, locale: str, as_json: bool) -> None:
    """List the lessons, or play one here: short stories in which you choose what to say."""
    if as_json:
        chosen = [lesson(slug, locale)] if slug else list(lessons(locale).values())
        click.echo(json.dumps([_told(each) for each in chosen], ensure_ascii=False, indent=2))
    elif slug is None:
        _list(lessons(locale), translator(locale))
    else:
        _play(lesson(slug, locale), translator(locale))


def _told(one: Lesson) -> dict[str, object]:
    """Return what is listed of a lesson."""
    return {
        "name": one.slug, "number": one.number, "title": one.title, "summary": one.summary, "for": one.readers,
        "ages": one.ages, "minutes": one.minutes, "note": one.note, "topics": one.topics, "teaches": one.teaches,
        "practise": one.practise, "language": one.locale, "read_by_a_native_speaker": one.reviewed,
    }  # fmt: skip


def _list(known: Mapping[str, Lesson], _: Translator) -> None:
    width = max(map(len, known), default=0)
    for one in known.values():
        who = ", ".join(_(_FOR[each]) for each in one.readers)
        click.echo(f"  {click.style(f'{one.slug:{width}}', bold=True)}  {one.title}")
        click.echo(f"  {'':{width}}  {_('{n} minutes').format(n=one.minutes)}, {_('for')} {who}")
    click.echo(_("Play one with: {command}").format(command="safelight learn NAME"))


# ---------------------------------------------------------------- playing


def _play(one: Lesson, _: Translator) -> None:
    """Play a lesson: the note first, then line by line; one can leave or skip at every choice."""
    click.echo(click.style(one.title, bold=True))
    _say(one.note)
    for person in one.people.values():
        _say(f"{person.name}: {person.about}", "  ")
    click.echo(
        _("At each choice: a number, {skip} to skip to the end, {leave} to leave.").format(skip=SKIP, leave=LEAVE)
    )
    if not one.reviewed:
        click.echo(_("No native speaker has read this translation yet."))
    click.echo()
    play, shown = Play(story(one.slug)), 0
    while True:
        for line in play.lines[shown:]:
            _show(line, one, _)
        shown = len(play.lines)
        if not play.choices:
            break
        answer = _asked(play, one)
        if answer == LEAVE:
            click.echo(_("You can come back whenever you like."))
            return
        play.skip() if answer == SKIP else play.choose(int(answer) - 1)
    _close(play, one, _)


def _asked(play: Play, one: Lesson) -> str:
    """Ask what the reader says; returns the number (from 1), or the letter to leave or skip."""
    click.echo()
    for number, choice in enumerate(play.choices, 1):
        _say(f"{number}  {one.say(choice.id, choice.text)}", "  ")
    known = [*(str(number) for number in range(1, len(play.choices) + 1)), SKIP, LEAVE]
    try:
        answer: str = click.prompt("", type=click.Choice(known), show_choices=False, prompt_suffix="> ")
    except click.Abort:
        # Ctrl+C, or nothing more to read: leaving a story is never an error.
        answer = LEAVE
    click.echo()
    return answer


def _show(line: Line, one: Lesson, _: Translator) -> None:
    """Print one line with who says it."""
    words = one.say(line.id, line.text)
    by = line.tag("by")
    if by == YOU:
        _say(f"{_('You')}: {words}", "      ")
    elif by:
        _say(f"{one.people[by].name}: {words}", "  ")
    else:
        _say(words)


def _close(play: Play, one: Lesson, _: Translator) -> None:
    """Print which tricks there were, what to try, and the recall cards."""
    seen = tricks(play.lines)
    if seen and any(line.knot == DEBRIEF for line in play.lines):
        click.echo("\n" + click.style(_("Known tricks in this story"), bold=True))
        for technique in seen:
            _say(f"- {_(technique.name)}: {_(technique.says)}", "  ")
    click.echo("\n" + click.style(_("To recall in some days"), bold=True))
    for card in one.cards:
        _say(f"- {card.ask} {card.answer}", "  ")


def _say(words: str, indent: str = "") -> None:
    columns = min(shutil.get_terminal_size().columns, 88)
    click.echo(textwrap.fill(words, columns, initial_indent=indent, subsequent_indent=indent + "  "))
