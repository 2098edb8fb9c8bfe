"""Reads, checks and draws; no part of it knows the web, so that it can run in a thread beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event

from markupsafe import Markup

from safelight.interfaces.web import judged
from safelight.interfaces.web.choices import Choices, choices, kind_names, owned
from safelight.interfaces.web.render import html
from safelight.interfaces.web.settings import Settings
from safelight.interfaces.web.who import talk
from safelight.locales.load import Translator
from safelight.report import html as report
from safelight.report import words
from safelight.report.clean import name as safe_name
from safelight.schema.advice import Advice
from safelight.schema.assessments import Level
from safelight.schema.errors import DamagedFile, EmptyFile, MissingExtra
from safelight.schema.items import Conversation, Item, kind_of
from safelight.schema.judgements import Reconsidered

Tell = Callable[[int, int], None]
Fields = Mapping[str, str]


class Stopped(Exception):
    """The person has closed the page or pressed stop."""


@dataclass(slots=True)
class Progress:
    """How far a reading is: written by its thread, read by the page. stage "read" counts bytes, "check" chats."""

    stage: str = "read"
    done: int = 0
    total: int = 0
    stop: Event = field(default_factory=Event)

    def tell(self, done: int, total: int) -> None:
        """Take down how far it is. Raises Stopped once the person has stopped it."""
        if self.stop.is_set():
            raise Stopped
        self.done, self.total = done, total

    def begin(self, stage: str) -> None:
        """Begin the next stage."""
        self.stage = stage
        self.tell(0, 0)


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of a file with several: its number in the file, what it is called, and what was noticed."""

    number: int
    title: str
    size: str
    level: Level
    level_name: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page with a report offers to change.

    people: whom the reader can be (value, name); me: the value that holds now, "" for none. carried: fields that bring
    the same chat back. kind: "file" (the browser sends it again), "text" (a chat, it travels in the form) or "item"
    (any other text). several: whether the file holds other chats. taken_for: what an item was taken for ("offer").
    """

    people: list[tuple[str, str]]
    me: str
    carried: Mapping[str, str] = field(repr=False)
    kind: str
    several: bool = False
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """An item, what was noticed in it after what the reader said about it, and what to do."""

    item: Item
    said: Reconsidered
    advice: Advice


@dataclass(frozen=True, slots=True)
class Handed:
    """An item as it was handed over, with whoever reads it as its owner.

    shown: what a page with it offers to change. source: the bytes it was read from (of a paste: its text as UTF-8).
    """

    item: Item
    shown: Shown
    source: bytes = field(repr=False)
    name: str = ""


def file_answer(data: bytes, name: str, fields: Fields, progress: Progress, settings: Settings) -> str:
    """Return the page about a file: the result, or the list of chats when it holds several and none is chosen.

    Of a picture it is the question who said what in the chat that it shows.
    """
    from safelight.interfaces.web import screen

    note = ""
    if screen.is_picture(data) and choices(fields).chat is None:
        try:
            return screen.question(data, name, fields, settings)
        except (MissingExtra, EmptyFile) as error:
            # No chat to be read in it: what the picture gives away is told all the same, and why it was not read.
            if fields.get("parts"):
                raise
            note = f"{settings.say(error.what).rstrip('.')}. {settings.say(error.fix)}"
        except DamagedFile:
            note = ""
    items = _items(data, name, progress)
    progress.begin("check")
    if choices(fields).chat is None and (len(items) > 1 or "listed" in fields):
        return _overview(items, name, progress, settings, listed="listed" in fields)
    return result(_of_file(items, data, name, fields, settings), fields, settings, progress, note)


def handed_file(data: bytes, name: str, fields: Fields, settings: Settings) -> Handed:
    """Return the chosen item of a file."""
    return _of_file(_items(data, name, Progress()), data, name, fields, settings)


def _of_file(items: list[Item], data: bytes, name: str, fields: Fields, settings: Settings) -> Handed:
    chosen = choices(fields)
    item = _chosen(items, chosen)
    carried = {"chat": str(chosen.chat)} if chosen.chat is not None else {}
    owner = owned(item, chosen.me)
    me = getattr(owner, "owner", None) or ""
    people = _people(item, settings.say)
    return Handed(owner, Shown(people, me, carried, "file", several=len(items) > 1), data, name)


def no_chat(fields: Fields) -> Item | None:
    """Return the item in a form's text when it is no chat: as the person said, else as guessed. Raises EmptyFile."""
    from safelight.engine.pasted import KINDS, item

    kind = next((each for each in KINDS if each == fields.get("kind")), None)
    found = None if kind == "chat" else item(fields.get("text", ""), kind)
    return None if isinstance(found, Conversation) else found


def handed_text(fields: Fields, settings: Settings) -> Handed:
    """Return what a pasted text is: a chat as the person said it was, or any other item."""
    text = fields.get("text", "")
    other = no_chat(fields)
    if other is not None:
        shown = Shown([], "", {"text": text}, "item", taken_for=kind_of(other))
        return Handed(other, shown, text.encode("utf-8", "replace"))
    said = talk(fields)
    people = [(str(number), name) for number, name in enumerate(said.people()) if name]
    item = owned(said.conversation(settings.say), said.owner())
    return Handed(item, Shown(people, said.me, said.carried(), "text"), text.encode("utf-8", "replace"))


def text_answer(fields: Fields, settings: Settings) -> str:
    """Return the page with the result for a pasted text."""
    return result(handed_text(fields, settings), fields, settings)


def text_page(fields: Fields, settings: Settings) -> str:
    """Return the report about a pasted text as a page of its own, to be saved."""
    return _saved(handed_text(fields, settings), fields, settings)


def file_page(data: bytes, name: str, fields: Fields, settings: Settings) -> str:
    """Return the report about a file as a page of its own, to be saved."""
    return _saved(handed_file(data, name, fields, settings), fields, settings)


def _saved(handed: Handed, fields: Fields, settings: Settings) -> str:
    seen = looked(handed.item, fields, settings)
    return report.render(seen.item, seen.said.assessment, seen.advice, words=choices(fields).words, said=seen.said)


def result(handed: Handed, fields: Fields, settings: Settings, progress: Progress | None = None, note: str = "") -> str:
    """Return the page with the report. note: a sentence on what could not be done with what was handed over."""
    item, _ = handed.item, settings.say
    seen = looked(item, fields, settings, progress)
    shown = report.fragment(item, seen.said.assessment, seen.advice, said=seen.said, beside=judged.beside(item, _))
    return html(
        "result.html",
        settings,
        report=Markup(shown),
        note=note,
        chosen=choices(fields),
        shown=handed.shown,
        judged=judged.carried(fields),
        is_chat=isinstance(item, Conversation),
        languages=judged.language_names(_),
        kinds=kind_names(_),
    )


def _items(data: bytes, name: str, progress: Progress) -> list[Item]:
    from safelight.engine.pasted import items

    return items(data, name, progress=progress.tell)


def _chosen(items: list[Item], chosen: Choices) -> Item:
    number = chosen.chat or 0
    return items[number if number < len(items) else 0]


def looked(item: Item, fields: Fields, settings: Settings, progress: Progress | None = None) -> Looked:
    """Look at an item, take what the reader said about it into account, and say what to do."""
    from safelight.advice.choose import advise
    from safelight.assessment.reconsider import reconsider
    from safelight.engine import check

    chosen, locale = choices(fields), settings.say.locale
    tell = progress.tell if progress else None
    said = reconsider(check(item, locale, progress=tell, language=chosen.language), judged.judgements(fields, item))
    advice = advise(
        said.assessment,
        audience=settings.audience,
        country=settings.country,
        locale=locale,
        known_in_life=chosen.known,
    )
    return Looked(item, said, advice)


def _people(item: Item, _: Translator) -> list[tuple[str, str]]:
    found = item.participants if isinstance(item, Conversation) else ()
    return [(each.name, safe_name(each.name, _("someone without a name"))) for each in found if each.name]


def _overview(items: list[Item], name: str, progress: Progress, settings: Settings, *, listed: bool) -> str:
    chats = [_chat(number, item, progress, len(items), settings.say) for number, item in enumerate(items)]
    chats.sort(key=lambda chat: -chat.level)
    return html("chats.html", settings, chats=chats, file=safe_name(name, ""), listed=listed)


def _chat(number: int, item: Item, progress: Progress, total: int, _: Translator) -> Chat:
    from safelight.engine import check

    progress.tell(number, total)
    level = check(item, _.locale).level
    if isinstance(item, Conversation):
        size = _.plural("{n} message", "{n} messages", len(item.messages))
    else:
        size = words.kind_name(type(item).__name__, _)
    return Chat(number, _title(item, _), size, level, words.level_name(level, _))


def _title(item: Item, _: Translator) -> str:
    """Return what a chat is called: its title, else who takes part."""
    names = [shown for _value, shown in _people(item, _) if _value != getattr(item, "owner", None)]
    title = getattr(item, "title", "") or ", ".join(names[:3])
    return safe_name(title, words.kind_name(type(item).__name__, _))
