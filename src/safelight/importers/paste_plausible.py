"""What may be a name at all, looked at by itself; and the proposals for a whole paste, from which names are chosen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from safelight.importers.paste_shapes import Candidate, Family
from safelight.importers.paste_words import fold, system_kind, tidy, words

_PHONE = re.compile(r"\+?\d[\d\s().-]{5,}\d")
_LONGEST, _MOST_WORDS = 40, 5


@dataclass(frozen=True, slots=True)
class Proposed:
    """The candidates of every line that has words, and how many such lines there are."""

    lines: Sequence[tuple[int, str, Sequence[Candidate]]]
    wanted: frozenset[str]
    unwanted: frozenset[str]

    def of(self, family: Family) -> list[Candidate]:
        """Return the plausible candidates of a family, at most one per line."""
        found = []
        for _, _, line in self.lines:
            first = next((one for one in line if one.shape.family == family and self.plausible(one)), None)
            if first:
                found.append(first)
        return found

    def plausible(self, one: Candidate) -> bool:
        """Tell whether a name may be one at all, by itself or because a person said so."""
        return one.key in self.wanted or (one.key not in self.unwanted and is_plausible(one.name))

    @property
    def begins(self) -> Sequence[Candidate]:
        """Return the candidates of the first line that no app wrote by itself."""
        return next((found for _, line, found in self.lines if found or system_kind(line) is None), ())


def proposed(
    lines: Sequence[tuple[int, str, Sequence[Candidate]]], wanted: Collection[str], unwanted: Collection[str]
) -> Proposed:
    """Return the candidates as one thing. wanted, unwanted: what a person said is a name, or is none."""
    return Proposed(lines, frozenset(map(fold, wanted)), frozenset(map(fold, unwanted)))


def is_plausible(name: str) -> bool:
    """Tell whether a text can be a name: short, with letters (or a number, or an emoji), no word that is never one."""
    shown = tidy(name)
    if not shown or len(shown) > _LONGEST or len(shown.split()) > _MOST_WORDS or fold(name) in words().not_names:
        return False
    if re.search(r"[/\\\"{}=?!;]|www\.", shown) or (shown[-1] in ".,…" and not re.search(r"\b\w{1,2}\.$", shown)):
        return False
    return bool(any(map(str.isalpha, shown)) or _PHONE.fullmatch(shown) or _is_emoji(shown))


def looks_like_a_name(name: str) -> bool:
    """Tell whether a name begins with a capital, is in a script without capitals, or is a handle, number or emoji."""
    shown = tidy(name)
    first = next((sign for sign in shown if sign.isalpha()), "")
    return not first or not first.islower() or bool(re.search(r"[\d_@]|\w\.\w", shown))


def _is_emoji(name: str) -> bool:
    return len(name) <= 12 and all(unicodedata.category(sign) in ("So", "Sk", "Mn", "Cf", "Zs") for sign in name)
