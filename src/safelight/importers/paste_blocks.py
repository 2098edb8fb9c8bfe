"""Cuts a pasted text into blocks, each by one person, with how sure that is and which rule decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from safelight.importers.paste_names import Names, accepted, bare_candidate
from safelight.importers.paste_plausible import proposed
from safelight.importers.paste_shapes import MAIL, Candidate, candidates, clock_alone
from safelight.importers.paste_words import kind_of, original, plain, system_kind, words
from safelight.schema.items import MessageKind


@dataclass(frozen=True, slots=True)
class Block:
    """One message, or one line that an app wrote.

    number, last: its first and last line in the paste (from 1), the line with the name included. texts: the lines of
    the text with their numbers; the first may begin inside line `number`. author: who is thought to have written it,
    None when that is not known. sure: 0..1. rule: what decided, in plain words.
    """

    number: int
    last: int
    author: str | None
    texts: tuple[tuple[int, str], ...] = field(repr=False)
    kind: MessageKind
    sure: float
    rule: str
    time: datetime | str | None = None

    @property
    def text(self) -> str:
        """Return the text, its lines joined."""
        return "\n".join(text for _, text in self.texts)


@dataclass(frozen=True, slots=True)
class Cut:
    """All blocks of a paste, and the names."""

    blocks: tuple[Block, ...]
    names: Names


def cut(raw: Sequence[str], wanted: Collection[str] = (), unwanted: Collection[str] = ()) -> Cut:
    """Return the blocks of a paste by the names in it; without any name, one block per line, with no author."""
    looked_at = [plain(line) for line in raw]
    found = {at: candidates(looked_at, at) for at, line in enumerate(looked_at) if line.strip()}
    names = accepted(proposed([(at, looked_at[at], those) for at, those in found.items()], wanted, unwanted))
    return Cut(tuple(_Cutter(raw, looked_at, found, names).blocks()), names)


@dataclass(slots=True)
class _Open:
    """A block that is being read."""

    number: int
    last: int
    author: str | None
    sure: float
    rule: str
    time: str = ""
    kind: MessageKind = "text"
    texts: list[tuple[int, str]] = field(default_factory=list)

    def closed(self) -> Block:
        text = "\n".join(text for _, text in self.texts)
        kind = kind_of(text) if self.kind == "text" else self.kind
        return Block(
            self.number, self.last, self.author, tuple(self.texts), kind, self.sure, self.rule, self.time or None
        )


class _Cutter:
    """Reads the lines one after the other."""

    def __init__(
        self, raw: Sequence[str], looked_at: Sequence[str], found: dict[int, list[Candidate]], names: Names
    ) -> None:
        self._raw, self._looked_at, self._found, self._names = raw, looked_at, found, names
        self._open: _Open | None = None
        self._speaker: str | None = None
        self._timed = False
        self._mail_head = False

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self._raw):
            if self._looked_at[at].strip():
                one = self._named(at)
                used = one.lines if one else 1
                yield from self._begin(at, one) if one else self._go_on(at)
                at += used
            else:
                at += 1
        yield from self._close()

    def _named(self, at: int) -> Candidate | None:
        """Return the candidate that names who speaks in this line, if there is one."""
        one = next((one for one in self._found[at] if self._names.accepts(one)), None)
        if one is None and not self._expects_text():
            one = bare_candidate(self._looked_at[at], self._names)
            if one and not self._has_text_below(at):
                return None
        return one

    def _expects_text(self) -> bool:
        return self._open is not None and not self._open.texts and self._open.author is not None

    def _has_text_below(self, at: int) -> bool:
        return any(line.strip() for line in self._looked_at[at + 1 :][:5])

    def _begin(self, at: int, one: Candidate) -> Iterator[Block]:
        yield from self._close()
        self._speaker = self._names.shown.get(one.key, one.name)
        sure = one.shape.sure if one.key not in self._names.once else min(one.shape.sure, 0.6)
        self._open = _Open(at + 1, at + one.lines, self._speaker, sure, one.shape.rule, one.time, one.kind)
        self._timed = bool(one.time)
        self._mail_head = one.shape is MAIL
        if one.start is not None:
            self._open.texts.append((at + 1, original(self._raw[at], self._looked_at[at], one.start)))

    def _go_on(self, at: int) -> Iterator[Block]:
        line = self._looked_at[at]
        if self._is_mail_head(line):
            self._take_mail_head(at)
            return
        self._mail_head = False
        clock = clock_alone(line) if self._timed and not self._expects_text() else None
        kind = None if clock or self._expects_text() else system_kind(line)
        if kind:
            yield from self._close()
            yield Block(
                at + 1, at + 1, None, ((at + 1, self._raw[at].strip()),), kind, 0.8, "a line that the app writes"
            )
        elif clock:
            yield from self._again(at, clock["inside"] or clock["alone"], clock.end())
        else:
            yield from self._text(at)

    def _text(self, at: int) -> Iterator[Block]:
        """Add a line to the open block, or begin one for whoever spoke last."""
        if self._open is None:
            rule = "no name before it" if self._speaker is None else "it follows on"
            self._open = _Open(at + 1, at + 1, self._speaker, 0.0 if self._speaker is None else 0.5, rule)
        texts = self._open.texts
        # Blank lines inside a message belong to it.
        texts += [(number, "") for number in range(texts[-1][0] + 1, at + 1)] if texts else []
        texts.append((at + 1, self._raw[at].strip() if not texts else self._raw[at].rstrip()))
        self._open.last = at + 1
        yield from ()

    def _again(self, at: int, time: str, start: int) -> Iterator[Block]:
        """Begin another message of the same person: a time without a name."""
        yield from self._close()
        self._open = _Open(at + 1, at + 1, self._speaker, 0.7, "a time without a name: the same person goes on", time)
        text = original(self._raw[at], self._looked_at[at], start)
        if text.strip():
            self._open.texts.append((at + 1, text))

    def _is_mail_head(self, line: str) -> bool:
        return self._mail_head and self._open is not None and bool(words().match("email head", line.strip()))

    def _take_mail_head(self, at: int) -> None:
        assert self._open is not None
        self._open.last = at + 1
        time = words().match("email time", self._looked_at[at].strip())
        if time and not self._open.texts:
            self._open.time = time["time"]

    def _close(self) -> Iterator[Block]:
        if self._open is not None:
            yield self._open.closed()
        self._open = None


def split_at(block: Block, line: int, author: str | None) -> tuple[Block, Block] | None:
    """Return the block cut in two at a line of its text, the second part by `author`; None when the line begins it."""
    before = tuple(pair for pair in block.texts if pair[0] < line)
    after = tuple(pair for pair in block.texts if pair[0] >= line)
    if not before or not after:
        return None
    first = replace(block, last=line - 1, texts=before)
    return first, replace(block, number=line, texts=after, author=author, time=None)
