"""Phrases that are sent in pieces: "can you send" and, in the next message of the same person, "a pic".

People write chats in short pieces, and who wants not to be noticed does so on purpose. What a short message begins and
does not end is remembered until the next one, as points within the phrases, never as words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from safelight.lexicons.load import Hit, lexicon
from safelight.normalize.text import Words
from safelight.schema.memory import Begun, Memory, Places

# Words. Longer messages are rarely a piece of one; ordinary talk is taken for more than it is if they count.
_SHORT = 5
# Points in all that are remembered.
_MOST = 250
_ENDS = (".", "!", "?", "…", "।", "؟", "？", "！", "。")


def found(memory: Memory, index: int, author: str, folded: Words, codes: Sequence[str]) -> list[Hit]:
    """Return the phrases in a message, in the languages `codes`, also those begun in the author's message before it.

    What this message begins is remembered.
    """
    begun, memory.begun = memory.begun, None
    short = len(folded.words) <= _SHORT
    before: dict[str, tuple[Places, ...]] = {}
    # Whoever writes capitals begins a sentence with one.
    if begun is not None and begun.at == index - 1 and begun.by == author and not folded.text[:1].isupper():
        before = {code: places for code, edition, places in begun.places if edition == lexicon(code).edition}
    if not (short or before):
        return [hit for code in codes for hit in lexicon(code).find(folded.words)]
    hits: list[Hit] = []
    left = []
    room = _MOST
    for code in codes:
        own, places = lexicon(code).find_on(folded.words, before.get(code, ()))
        hits += own
        if short:
            kept = _fitting(places, room)
            room -= sum(map(len, kept))
            left.append((code, lexicon(code).edition, kept))
    if room < _MOST and not folded.text.rstrip().endswith(_ENDS):
        memory.begun = Begun(index, author, tuple(left))
    return hits


def _fitting(places: list[Places], room: int) -> tuple[Places, ...]:
    """Return those for which there is room, the smallest first: the more of a phrase was said, the fewer are left."""
    ordered = sorted(places, key=len)
    ends = accumulate(map(len, ordered))
    return tuple(each for each, end in zip(ordered, ends, strict=True) if end <= room)
