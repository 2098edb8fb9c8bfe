"""Guesses turns in a paste without any name: it proposes two speakers, "A" and "B", who take turns. Only a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from safelight.importers.paste_blocks import Block
from safelight.importers.paste_shapes import clock_alone
from safelight.importers.paste_words import kind_of, original, plain, system_kind

SPEAKERS = ("A", "B")
_BULLET = re.compile(r"\s*(?:[-–—*•‣▪]|\d{1,3}[.)])\s*(?=\S)")
_QUOTE = re.compile(r"\s*>+\s?")


def turns(raw: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks of a paste without names, in turns: by quotes, bullets, blank lines, or line by line."""
    lines = [(at, line) for at, line in enumerate(raw) if plain(line).strip()]
    spoken = [(at, line) for at, line in lines if system_kind(plain(line)) is None]
    groups, sure, rule, lead = _groups(spoken, raw)
    groups = [part for group in groups for part in _where(group, lambda a, b: _filled_between(raw, a[0], b[0]))]
    blocks = [_block(group, sure if len(groups) > 1 else sure / 2, rule, lead) for group in groups]
    if lead is not _QUOTE:
        blocks = [replace(block, author=SPEAKERS[at % 2]) for at, block in enumerate(blocks)]
    system = [_system(at, line) for at, line in lines if system_kind(plain(line))]
    return tuple(sorted(blocks + system, key=lambda block: block.number))


_Group = list[tuple[int, str]]


def _groups(spoken: _Group, raw: Sequence[str]) -> tuple[list[_Group], float, str, re.Pattern[str] | None]:
    """Return (groups of lines, how sure, the rule, what is cut off at the beginning of a line)."""
    quoted = sum(bool(_QUOTE.match(line)) for _, line in spoken)
    if 0 < quoted < len(spoken):
        return _where(spoken, _quote_changes), 0.4, "quoted lines are the other person's", _QUOTE
    bullets = sum(bool(_BULLET.match(line)) for _, line in spoken)
    if bullets > 1 and bullets >= 0.6 * len(spoken):
        return _where(spoken, lambda a, b: bool(_BULLET.match(b[1]))), 0.25, "a guess: each bullet is a turn", _BULLET
    paragraphs = _where(spoken, lambda a, b: _blank_between(raw, a[0], b[0]))
    if len(paragraphs) > 1:
        return paragraphs, 0.2, "a guess: a blank line is a change of turn", None
    return [[one] for one in spoken], 0.15, "a guess: every line is a turn", None


def _where(lines: _Group, changes: Callable[[tuple[int, str], tuple[int, str]], bool]) -> list[_Group]:
    """Return the lines in groups; a new one begins where `changes(line before, line)` says so."""
    groups: list[_Group] = []
    for one in lines:
        if not groups or changes(groups[-1][-1], one):
            groups.append([])
        groups[-1].append(one)
    return groups


def _quote_changes(before: tuple[int, str], line: tuple[int, str]) -> bool:
    return bool(_QUOTE.match(before[1])) != bool(_QUOTE.match(line[1]))


def _blank_between(raw: Sequence[str], first: int, second: int) -> bool:
    return any(not plain(line).strip() for line in raw[first + 1 : second])


def _filled_between(raw: Sequence[str], first: int, second: int) -> bool:
    """Tell whether a line that the app writes stands between two lines."""
    return any(plain(line).strip() for line in raw[first + 1 : second])


def _block(group: _Group, sure: float, rule: str, lead: re.Pattern[str] | None) -> Block:
    first, line = group[0]
    clock = clock_alone(plain(line))
    time, texts = None, [(at + 1, _without(lead, text)) for at, text in group]
    if clock and clock.end() < len(plain(line)):
        time = clock["inside"] or clock["alone"]
        texts[0] = (first + 1, original(line, plain(line), clock.end()))
    kind = kind_of("\n".join(text for _, text in texts))
    author = SPEAKERS[0] if lead is _QUOTE and _QUOTE.match(line) else SPEAKERS[1]
    return Block(first + 1, group[-1][0] + 1, author, tuple(texts), kind, sure, rule, time)


def _without(lead: re.Pattern[str] | None, line: str) -> str:
    found = lead.match(line) if lead else None
    return line[found.end() :].rstrip() if found else line.strip()


def _system(at: int, line: str) -> Block:
    kind = system_kind(plain(line)) or "system"
    return Block(at + 1, at + 1, None, ((at + 1, line.strip()),), kind, 0.8, "a line that the app writes")
