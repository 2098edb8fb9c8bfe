"""Steps as cards: a title, a few lines, something to say. One module per page, one set of cards per reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Card:
    """One step. picture: a drawing of `art.html`; say: sentences to say aloud; how: how it is done, folded away.

    leads: the part of the page where it goes on ("removal"), "" for none.
    """

    title: str
    lines: tuple[str, ...]
    picture: str = ""
    say: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    leads: str = ""


def said(cards: Iterable[Card], say: Callable[[str], str]) -> tuple[Card, ...]:
    """Return the cards in the reader's language."""

    def each(sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(say(sentence) for sentence in sentences)

    return tuple(
        replace(card, title=say(card.title), lines=each(card.lines), say=each(card.say), how=each(card.how))
        for card in cards
    )
