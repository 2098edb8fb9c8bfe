"""What a person said about what was noticed, as fields of a form; nothing of it is kept anywhere else.

Fields: `j-<n>-<technique>` = "joke" or "normal", n the number of the participant; the buttons `say` =
"<joke|normal>-<n>-<technique>" and `unsay` = "<n>-<technique>". `in` = the language that the chat is in, "" to find
out; `known` = "1" when the reader knows the other person in real life.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from safelight.locales.load import Translator
from safelight.report.markup import Safe, tag
from safelight.report.people import Trick
from safelight.report.sections import Beside
from safelight.report.view import Word
from safelight.report.words import language_name
from safelight.schema.items import Conversation, Item
from safelight.schema.judgements import Judgement, Says

FORM = "choose"
_MOST = 200
# ISO 639 for "a language without a code here": there are no phrases for it, so the result says it was not understood.
OTHER_LANGUAGE = "mis"


def judgements(fields: Mapping[str, str], item: Item) -> tuple[Judgement, ...]:
    """Return what the person said about an item's findings; fields that fit nobody are left out."""
    if not isinstance(item, Conversation):
        return ()
    found = []
    for key, says in said(fields).items():
        number, _, technique = key.partition("-")
        name = _name(item, number)
        if name is not None:
            found.append(Judgement(technique, name, says))
    return tuple(found)


def said(fields: Mapping[str, str]) -> dict[str, Says]:
    """Return "<n>-<technique>" -> what was said, with what the pressed button says or takes back."""
    found: dict[str, Says] = {}
    for name, value in fields.items():
        says = _says(value)
        if name.startswith("j-") and says and len(found) < _MOST:
            found[name[2:]] = says
    kind, _, key = fields.get("say", "").partition("-")
    new = _says(kind)
    if new and key:
        found[key] = new
    found.pop(fields.get("unsay", ""), None)
    return found


def carried(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that bring the judgements, the language and the acquaintance back."""
    kept = {name: fields[name] for name in ("in", "known") if fields.get(name)}
    return {f"j-{key}": says for key, says in said(fields).items()} | kept


def language_names(_: Translator) -> list[tuple[str, str]]:
    """Return the languages that a chat can be said to be in: code and name; first to find out, last another one."""
    from safelight.lexicons.load import languages

    named = sorted(((code, language_name(code, _)) for code in languages()), key=lambda pair: pair[1])
    return [("", _("Find out by itself")), *named, (OTHER_LANGUAGE, _("Another language"))]


def beside(item: Item, _: Translator) -> Beside:
    """Return what the page adds to a report: a way to set something aside, and to take that back."""
    return Beside(
        lambda trick: _set_aside(item, trick, _),
        lambda word: _take_back(item, word, _),
        (("tools", _("Change or correct this")), ("keep", _("Keep or tell"))),
    )


def _says(value: str) -> Says | None:
    return next((each for each in get_args(Says) if each == value), None)


def _name(item: Conversation, number: str) -> str | None:
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else len(item.participants)
    return item.participants[at].name if at < len(item.participants) else None


def _key(item: Item, subject: str | None, technique: str) -> str:
    """Return "<n>-<technique>", "" when the subject is none of the participants."""
    names = [each.name for each in item.participants] if isinstance(item, Conversation) else []
    return f"{names.index(subject)}-{technique}" if subject in names else ""


def _set_aside(item: Item, trick: Trick, _: Translator) -> Safe:
    key = "" if trick.answers else _key(item, trick.subject, trick.technique)
    if not key:
        return Safe("")
    about = tag("span", f": {trick.name}", class_="unseen")
    buttons = (
        tag("button", words, about, class_="second", form=FORM, name="say", value=f"{kind}-{key}")
        for kind, words in (("joke", _("This was a joke")), ("normal", _("That is normal between us")))
    )
    return tag(
        "details",
        tag("summary", _("Is it different?"), about),
        tag("p", _("You know more than we do. You can take it back at any time.")),
        tag("p", *buttons, class_="buttons"),
        class_="screen-only",
    )


def _take_back(item: Item, word: Word, _: Translator) -> Safe:
    key = _key(item, word.judgement.subject, word.judgement.technique)
    about = tag("span", f": {word.trick}", class_="unseen")
    return tag("button", _("Take it back"), about, class_="second screen-only", form=FORM, name="unsay", value=key)
