"""Finds names that stand alone on a line, above the text (Instagram, Messenger, Snapchat)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from safelight.importers.paste_plausible import Proposed, is_plausible, looks_like_a_name
from safelight.importers.paste_shapes import Candidate
from safelight.importers.paste_words import fold, system_kind, words

_LONGEST, _MOST_WORDS = 40, 4
_NAMES_AMONG_LINES = 0.08


def names_alone(paste: Proposed, known: set[str]) -> set[str]:
    """Return the folded names that stand alone on a line above the text. known: names that an app's words showed.

    The paste begins with one; each comes again, or is known, or begins a paragraph as the others do; a text follows
    each; and none is mostly found where a text belongs (directly below a name): so a repeated "ok" is no name.
    """
    spoken = [(at, line.strip()) for at, line, found in paste.lines if _may_count(line, known, found)]
    lines = [line for _, line in spoken]
    counts = Counter(fold(line) for line in lines if len(line) <= _LONGEST)
    # Snapchat's copy has "ME" in it: only beside that, capitals that come once are a name.
    known = known | {key for key in counts if key in words().me | words().you}
    spelled = {fold(line): line for line in lines if len(line) <= _LONGEST}
    keys = {key for key, count in counts.items() if _may_stand_alone(spelled[key], key, count, known, paste)}
    keys = _stable(lines, keys | _paragraph_heads(spoken, counts, paste))
    opens = (bool(lines) and fold(lines[0]) in keys) or any(one.key in known for one in paste.begins)
    # A heading that comes again in a long text is no name: names are a good part of the lines.
    enough = sum(counts[key] for key in keys | known) >= _NAMES_AMONG_LINES * len(lines)
    return keys if opens and enough and len(keys | known) > 1 else set()


def _may_count(line: str, known: set[str], found: Sequence[Candidate]) -> bool:
    return bool(known & {one.key for one in found}) or not system_kind(line)


def _is_short_name(line: str, paste: Proposed) -> bool:
    key = fold(line)
    if key in paste.unwanted or key in words().chatter or key[-1:] in ":：," or len(line.split()) > _MOST_WORDS:
        return False
    return is_plausible(line)


def _may_stand_alone(line: str, key: str, count: int, known: set[str], paste: Proposed) -> bool:
    if not _is_short_name(line, paste):
        return False
    if key in known or (count == 1 and known and line.isupper() and len(line) > 1):
        return True
    # A small-letter word may be anything; a handle (ann_lee, ann.lee9) or a capital is more.
    return count > 1 and (looks_like_a_name(line) or (count > 2 and " " not in line))


def _paragraph_heads(spoken: list[tuple[int, str]], counts: Counter[str], paste: Proposed) -> set[str]:
    """Return the first lines of all paragraphs, when each may be a name, has a text below, and one comes again."""
    paragraphs: list[list[str]] = []
    for number, (at, line) in enumerate(spoken):
        if number == 0 or at - spoken[number - 1][0] > 1:
            paragraphs.append([])
        paragraphs[-1].append(line)
    heads = [lines[0] for lines in paragraphs]
    named = all(
        len(lines) > 1 and _is_short_name(lines[0], paste) and looks_like_a_name(lines[0]) for lines in paragraphs
    )
    again = any(counts[fold(head)] > 1 for head in heads)
    return {fold(head) for head in heads} if len(heads) > 2 and named and again else set()


def _stable(lines: list[str], keys: set[str]) -> set[str]:
    """Return the keys that stay when those are taken away, again and again, that stand where a text belongs."""
    before: set[str] | None = None
    while keys != before:
        before, keys = keys, _above_texts(lines, keys)
    return keys


def _above_texts(lines: list[str], keys: set[str]) -> set[str]:
    """Return the keys without those that are mostly found directly below a name, or with nothing below."""
    above: Counter[str] = Counter()
    below: Counter[str] = Counter()
    expects_text = False
    for at, line in enumerate(lines):
        key = fold(line)
        if key in keys and not expects_text and at + 1 < len(lines):
            above[key] += 1
            expects_text = True
        else:
            below[key] += key in keys
            expects_text = False
    return {key for key in keys if above[key] > 4 * below[key]}
