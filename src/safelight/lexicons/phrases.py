"""What phrases mean to a signal, and all phrases of a language for a kind of item, ready to be searched for."""

from __future__ import annotations

from dataclasses import dataclass, field

from safelight.lexicons.automaton import Tables

ANY_LENGTH = 1_000_000
CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that mean the same to a signal. `lexicon` is the file's name without ending."""

    lexicon: str
    name: str
    strength: float
    negatable: bool = True
    within: int = ANY_LENGTH
    language: str = "en"

    @property
    def id(self) -> str:
        """Return "lexicon/name", as reasons and findings name it."""
        return f"{self.lexicon}/{self.name}"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a language for one kind of item. Matches carry the number of their group.

    unless: the phrases that silence, under the number of the group they silence. silenced: the groups that have any.
    """

    name: str
    status: str
    groups: tuple[Group, ...]
    patterns: Tables = field(repr=False)
    unless: Tables = field(repr=False)
    silenced: frozenset[int] = field(repr=False)
