"""Who said what in a pasted chat: the guess, what the person changed in it, and how both travel in a form.

Fields: `text`, the paste; `line-<n>`, for the block that begins at line n, the number of its author or "-" for "not a
message"; `name-<k>`, the name of author k; `me`, the number of the author who looks; `names` and `not_names`, one per
line, what the person said is a name and what is none. What is not sent is as guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from safelight.importers.paste import UNKNOWN, Paste, build, guess
from safelight.importers.paste_blocks import Block
from safelight.locales.load import Translator
from safelight.report.clean import NAME_LENGTH, clean
from safelight.report.when import moment
from safelight.schema.items import Conversation

LINES_SHOWN = 200
NOT_A_MESSAGE = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the list shows it; `number` is its first line in the paste, `author` None for no message."""

    number: int
    author: int | None
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A paste with what a person said about it. names: as guessed, then one free place for somebody not named."""

    text: str
    paste: Paste
    names: tuple[str, ...]
    fields: Mapping[str, str]

    def called(self, number: int) -> str:
        """Return what an author is called now."""
        return clean(self.fields.get(f"name-{number}", self.names[number])).strip()[:NAME_LENGTH] or self.names[number]

    def people(self) -> list[str]:
        """Return what everybody is called now; the free place last, "" while it is not used."""
        return [self.called(number) for number in range(len(self.names))]

    def author(self, block: Block) -> int | None:
        """Return the number of a block's author after corrections, None when it is no message."""
        said = self.fields.get(f"line-{block.number}", "")
        if said == NOT_A_MESSAGE:
            return None
        number = self._number(said)
        return self._guessed(block) if number is None else number

    def _number(self, said: str) -> int | None:
        """Return the author's number that a field holds, None when it holds none."""
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else len(self.names)
        return number if number < len(self.names) else None

    def _guessed(self, block: Block) -> int | None:
        if block.author is None:
            return None if block.kind == "system" else self.names.index(UNKNOWN)
        return self.names.index(block.author)

    def lines(self, _: Translator) -> list[Line]:
        """Return the messages to show, at most `LINES_SHOWN`."""
        shown = self.paste.blocks[:LINES_SHOWN]
        return [Line(each.number, self.author(each), moment(each.time, _), clean(each.text)) for each in shown]

    @property
    def me(self) -> str:
        """Return the number of the author who looks, "" for none: as chosen, else as guessed."""
        owner = self.paste.owner
        return self.fields.get("me", str(self.names.index(owner)) if owner in self.names and owner else "")

    def owner(self) -> str:
        """Return the name of the person who looks, "" for none."""
        number = self._number(self.me)
        return "" if number is None else self.called(number)

    def carried(self) -> dict[str, str]:
        """Return the fields that bring this talk back, without who the reader is."""
        said = {name: self.fields[name] for name in ("names", "not_names") if self.fields.get(name)}
        return {"text": self.text} | said | self.changed()

    def changed(self) -> dict[str, str]:
        """Return the fields that differ from the guess: enough to bring this talk back from its text."""
        lines = ((f"line-{block.number}", self.author(block), self._guessed(block)) for block in self.paste.blocks)
        found = {name: NOT_A_MESSAGE if now is None else str(now) for name, now, guessed in lines if now != guessed}
        names = ((f"name-{number}", self.called(number), name) for number, name in enumerate(self.names))
        return found | {field: now for field, now, guessed in names if now != guessed}

    def conversation(self, _: Translator) -> Conversation:
        """Return the conversation as the person says it was. Its owner is left as guessed."""
        return build(self.paste, dict(self._corrections(_)), self._renames())

    def _corrections(self, _: Translator) -> Iterator[tuple[int, str]]:
        """Whatever is not as guessed; the unnamed have no name to rename, so each of their messages is corrected."""
        for block in self.paste.blocks:
            author = self.author(block)
            unnamed = author is not None and self.names[author] in ("", UNKNOWN)
            if author != self._guessed(block) or (unnamed and author is not None and self.called(author) != UNKNOWN):
                yield block.number, "" if author is None else self._correction(author, _)

    def _correction(self, author: int, _: Translator) -> str:
        """Names are corrected to what they were guessed to be: `build` renames them afterwards."""
        guessed = self.names[author]
        return guessed if guessed not in ("", UNKNOWN) else self.called(author) or _("Someone else")

    def _renames(self) -> dict[str, str]:
        named = ((name, self.called(number)) for number, name in enumerate(self.names))
        return {guessed: now for guessed, now in named if guessed and now != guessed}


def talk(fields: Mapping[str, str]) -> Talk:
    """Return the talk in a form's fields. Raises EmptyFile when there is no text."""
    text = fields.get("text", "")
    paste = guess(text, names=_listed(fields, "names"), not_names=_listed(fields, "not_names"))
    unnamed = any(block.author is None and block.kind != "system" for block in paste.blocks)
    names = (*paste.names, *((UNKNOWN,) if unnamed and UNKNOWN not in paste.names else ()), "")
    return Talk(text, paste, names, fields)


def is_again(fields: Mapping[str, str]) -> bool:
    """Say whether a person told which name is missing or wrong, so that the guess must be made anew."""
    return bool(fields.get("missing", "").strip()) or any(name.startswith("wrong-") for name in fields)


def again(fields: Mapping[str, str]) -> Talk:
    """Return the talk guessed anew from what the person said about names: `missing` is one, `wrong-<k>` is none.

    Other corrections are dropped, because a new guess counts its authors anew.
    """
    before = talk(fields)
    wrong = [name for number, name in enumerate(before.names) if f"wrong-{number}" in fields and name]
    missing = clean(fields.get("missing", "")).strip()
    names = [name for name in (*_listed(fields, "names"), missing) if name and name not in wrong]
    not_names = [name for name in (*_listed(fields, "not_names"), *wrong) if name != missing]
    kept = {name: fields[name] for name in ("text",) if name in fields}
    return talk(kept | {"names": "\n".join(names), "not_names": "\n".join(not_names)})


def _listed(fields: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(line for line in fields.get(name, "").split("\n") if line)
