"""Reads, checks and draws; no part of it knows the web, so that it can run in a thread beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event

from markupsafe import Markup

from safelight.interfaces.web.choices import Choices, choices, kind_names, owned
from safelight.interfaces.web.render import html
from safelight.interfaces.web.settings import Settings
from safelight.interfaces.web.who import talk
from safelight.locales.load import Translator
from safelight.report import html as report
from safelight.report import words
from safelight.report.clean import name as safe_name
from safelight.schema.advice import Advice
from safelight.schema.assessments import Assessment, Level
from safelight.schema.items import Conversation, Item, kind_of

Tell = Callable[[int, int], None]


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


def file_answer(data: bytes, name: str, chosen: Choices, progress: Progress, settings: Settings) -> str:
    """Return the page about a file: the result, or the list of chats when it holds several and none is chosen."""
    items = _items(data, name, progress)
    progress.begin("check")
    if chosen.chat is None and len(items) > 1:
        return _overview(items, progress, settings)
    item = _chosen(items, chosen)
    carried = {"chat": str(chosen.chat)} if chosen.chat is not None else {}
    owner = owned(item, chosen.me)
    shown = Shown(
        _people(item, settings.say), getattr(owner, "owner", None) or "", carried, "file", several=len(items) > 1
    )
    return result(owner, chosen, shown, settings, progress)


def no_chat(fields: Mapping[str, str]) -> Item | None:
    """Return the item in a form's text when it is no chat: as the person said, else as guessed. Raises EmptyFile."""
    from safelight.engine.pasted import KINDS, item

    kind = next((each for each in KINDS if each == fields.get("kind")), None)
    found = None if kind == "chat" else item(fields.get("text", ""), kind)
    return None if isinstance(found, Conversation) else found


def item_answer(item: Item, fields: Mapping[str, str], settings: Settings) -> str:
    """Return the page with the result for a text that is no chat."""
    shown = Shown([], "", {"text": fields.get("text", "")}, "item", taken_for=kind_of(item))
    return result(item, choices(fields), shown, settings)


def text_answer(fields: Mapping[str, str], settings: Settings) -> str:
    """Return the page with the result for a pasted text."""
    other = no_chat(fields)
    if other is not None:
        return item_answer(other, fields, settings)
    said, chosen = talk(fields), choices(fields)
    people = [(str(number), name) for number, name in enumerate(said.people()) if name]
    item = owned(said.conversation(settings.say), said.owner())
    return result(item, chosen, Shown(people, said.me, said.carried(), "text"), settings)


def text_page(fields: Mapping[str, str], settings: Settings) -> str:
    """Return the report about a pasted text as a page of its own, to be saved."""
    other = no_chat(fields)
    if other is not None:
        return saved(other, choices(fields), settings)
    said = talk(fields)
    return saved(owned(said.conversation(settings.say), said.owner()), choices(fields), settings)


def file_page(data: bytes, name: str, chosen: Choices, settings: Settings) -> str:
    """Return the report about a file as a page of its own, to be saved."""
    return saved(owned(_chosen(_items(data, name, Progress()), chosen), chosen.me), chosen, settings)


def saved(item: Item, chosen: Choices, settings: Settings) -> str:
    """Return the report as a page of its own."""
    return report.render(*_looked(item, settings), words=chosen.words)


def result(item: Item, chosen: Choices, shown: Shown, settings: Settings, progress: Progress | None = None) -> str:
    """Return the page with the report."""
    return html(
        "result.html",
        settings,
        report=Markup(report.fragment(*_looked(item, settings, progress))),
        chosen=chosen,
        shown=shown,
        kinds=kind_names(settings.say),
    )


def _items(data: bytes, name: str, progress: Progress) -> list[Item]:
    from safelight.engine.pasted import items

    return items(data, name, progress=progress.tell)


def _chosen(items: list[Item], chosen: Choices) -> Item:
    number = chosen.chat or 0
    return items[number if number < len(items) else 0]


def _looked(item: Item, settings: Settings, progress: Progress | None = None) -> tuple[Item, Assessment, Advice]:
    from safelight.advice.choose import advise
    from safelight.engine import check

    assessment = check(item, settings.say.locale, progress=progress.tell if progress else None)
    advice = advise(assessment, audience=settings.audience, country=settings.country, locale=settings.say.locale)
    return item, assessment, advice


def _people(item: Item, _: Translator) -> list[tuple[str, str]]:
    found = item.participants if isinstance(item, Conversation) else ()
    return [(each.name, safe_name(each.name, _("someone without a name"))) for each in found if each.name]


def _overview(items: list[Item], progress: Progress, settings: Settings) -> str:
    chats = [_chat(number, item, progress, len(items), settings.say) for number, item in enumerate(items)]
    chats.sort(key=lambda chat: -chat.level)
    return html("chats.html", settings, chats=chats)


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
