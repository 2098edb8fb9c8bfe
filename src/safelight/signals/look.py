"""What a conversation signal sees of one message, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from safelight.lexicons.load import Hit
from safelight.normalize.text import Words
from safelight.schema.memory import Memory, Person

NEW_CONTACT = 60
REFUSAL_LASTS = 8
ADULT = 18
# Two words or more between quotation marks: somebody else's words.
_QUOTE = re.compile(r"[\"“„«][^\"“”„«»]+\s[^\"“”„«»]+[\"”“»]")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A technique seen in one message: which group of phrases, how strongly, from word to word, and why.

    flags: facts that changed the strength ("again", "after_refusal", "toward_younger", "new_contact", "joking").
    row: the row of weights.toml it adds to, when that is not the technique's own. of_other: True when the words show
    what the other side does (somebody begs, or says no in fear).
    """

    technique: str
    group: str
    strength: float
    first: int
    last: int
    flags: tuple[str, ...] = ()
    row: str = ""
    of_other: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """One message: its words, the phrases found in them, who says it to whom, and what came before.

    index: the message's number. author, other: who says it, to whom (None in a group when nobody is addressed).
    hits: phrases found, by name of the lexicon file. memory: what is remembered of the conversation (read only).
    """

    index: int
    author: Person
    other: Person | None
    memory: Memory
    words: Words = field(repr=False)
    hits: dict[str, list[Hit]] = field(repr=False)

    def of(self, lexicon: str, *groups: str) -> Sequence[Hit]:
        """Return the hits of one lexicon, of the named groups only when some are named."""
        found = self.hits.get(lexicon, ())
        return [hit for hit in found if hit.group.name in groups] if groups else found

    @property
    def reported(self) -> bool:
        """Tell whether the message quotes somebody ("he said ..."): a report must not count as doing it."""
        return "context.reported" in self.hits or _QUOTE.search(self.words.text) is not None

    @property
    def joking(self) -> bool:
        """Tell whether the message laughs."""
        return "context.joking" in self.hits

    @property
    def after_refusal(self) -> bool:
        """Tell whether the other said no shortly before, after this author had asked for something."""
        who = [self.other] if self.other else self.memory.others(self.author.name)
        return any(
            0 <= self.index - p.refused_at <= REFUSAL_LASTS
            and self.author.asked_at < p.refused_at
            and p.refused_at - self.author.asked_at <= REFUSAL_LASTS
            for p in who
        )

    @property
    def new_contact(self) -> bool:
        """Tell whether the author has said little in this conversation so far."""
        return self.author.said <= NEW_CONTACT

    @property
    def toward_younger(self) -> bool:
        """Tell whether the other side said an age under 18 (any other, in a group)."""
        who = [self.other] if self.other else self.memory.others(self.author.name)
        return any(0 < p.age < ADULT for p in who)

    @property
    def adult(self) -> bool:
        """Tell whether the author said an age of 18 or more."""
        return self.author.age >= ADULT

    @property
    def young_pair(self) -> bool:
        """Tell whether author and other both said ages under 18, at most two years apart."""
        ages = (self.author.age, self.other.age if self.other else 0)
        return all(0 < age < ADULT for age in ages) and abs(ages[0] - ages[1]) <= 2

    @property
    def pressed(self) -> bool:
        """Tell whether the other has shown more so far than the author: what is said then is rather an answer."""
        return self.other is not None and self.other.shown_points > self.author.shown_points

    def overlaps(self, hit: Hit, *, answers: bool) -> bool:
        """Tell whether a phrase as long shares words with `hit`: an answer in distress, or else one of a technique."""
        return any(
            other.first <= hit.last and hit.first <= other.last and other.last - other.first >= hit.last - hit.first
            for lexicon, hits in self.hits.items()
            if (lexicon == "context.distress" if answers else not lexicon.startswith("context."))
            for other in hits
        )

    @property
    def is_question(self) -> bool:
        """Tell whether the message ends in a question mark."""
        return self.words.text.rstrip().endswith(("?", "？", "؟"))

    def sighting(self, technique: str, hit: Hit, strength: float, *flags: str) -> Sighting:
        """Return a sighting of `technique` at the words of `hit`."""
        return Sighting(technique, hit.group.id, round(max(0.0, min(1.0, strength)), 3), hit.first, hit.last, flags)


def _said_already(hit: Hit, languages: dict[str, tuple[int, int]]) -> bool:
    """Tell whether the same words are a phrase of another language too; takes down where this one stands."""
    again = any(
        first <= hit.last and hit.first <= last
        for language, (first, last) in languages.items()
        if language != hit.group.language
    )
    languages[hit.group.language] = (hit.first, hit.last)
    return again


def _strongest_first(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return hits of several languages by strength: of two that say the same, the clearer one counts."""
    if len({hit.group.language for hit in hits}) < 2:
        return hits
    return sorted(hits, key=lambda hit: -hit.group.strength)


def phrases(look: Look, technique: str, *, joking: float = 0.5, reported: float = 0.0) -> Iterator[Sighting]:
    """Yield a sighting for each phrase of the technique's own lexicon, of each group the first in the message.

    joking, reported: what is left of the strength when the message laughs, or tells what somebody else said.
    """
    seen: set[str] = set()
    languages: dict[str, tuple[int, int]] = {}
    for hit in _strongest_first(look.of(technique)):
        if hit.group.name in seen or _said_already(hit, languages):
            continue
        if look.pressed and look.overlaps(hit, answers=True):
            continue
        seen.add(hit.group.name)
        strength, flags = hit.group.strength, []
        if look.reported:
            strength *= reported
        if look.joking:
            strength, flags = strength * joking, ["joking"]
        if strength > 0 and look.author.shown(technique):
            flags.append("again")
        if look.after_refusal:
            flags.append("after_refusal")
        if look.toward_younger:
            flags.append("toward_younger")
        if strength > 0:
            yield look.sighting(technique, hit, strength, *flags)
