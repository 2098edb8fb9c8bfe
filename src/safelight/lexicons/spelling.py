"""Mends misspelt words: reads a word that no phrase knows as the one known word that it is a slip away from.

What is mended is how people mistype: "-in" for "-ing", two neighbouring letters swapped, a letter doubled or a doubled
one single, a letter missing, a wrong vowel, a neighbouring key. The shorter a word, the fewer of these count. Nothing
is mended when two words fit. Two lists of a language say what is safe (scripts/spelling.py writes them and names its
sources): `mended_to.txt`, the words of the phrases that may be mended to, and `left_alone.txt`, the real words and
names that are a slip away from one of them. A word that came into the phrases since is not mended to.

Method: deletion neighbourhoods, as in SymSpell: what is left of each word without one of its letters is put down once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import combinations

from safelight.lexicons.phrases import CONVERSATION

# Gives the known word that an unknown one is read as; "" where it stays as it is.
Mend = Callable[[str], str]
_TARGETS, _ALONE = "mended_to.txt", "left_alone.txt"

# Letters of the words written; shorter ones are too often others. From _SOUND on one may be wrong by its sound, too.
_SHORTEST, _LONGEST, _SOUND = 4, 20, 6
# Words remembered; then it begins anew.
_MOST = 8_000
_VOWELS = frozenset("aeiou")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE = ("iy", "yi", "ey", "ye", "ck", "kc", "sz", "zs", "cs", "sc")


def _neighbours() -> Iterator[str]:
    """Yield pairs of letters whose keys touch: what is written and what is meant."""
    for row, below in zip(_ROWS, (*_ROWS[1:], ""), strict=True):
        for others, keys in ((row[1:], row), (below, row), (below, row[1:])):
            for one, other in zip(others, keys, strict=False):
                yield from (one + other, other + one)


_NEAR = frozenset(_neighbours())
_MISTAKEN = _NEAR.union(_SOUND_ALIKE, (a + b for a in _VOWELS for b in _VOWELS if a != b))


class Mender(dict[str, str]):
    """Word that no phrase knows -> the known word that it is read as; "" where it stays as it is.

    Filled as words are met, and bounded. Missing words are never a KeyError.
    """

    def __init__(self, lists: Callable[[], tuple[Collection[str], Collection[Container[str]]]]) -> None:
        """lists: asked with the first word; gives what may be mended to, and what never is: known words, real ones."""
        super().__init__()
        self._lists = lists
        self._near: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        if not _SHORTEST <= len(word) <= _LONGEST or not (word.isascii() and word.isalpha()):
            return ""
        if not self._near:
            self._prepare()
        if len(self) >= _MOST:
            self.clear()
        mended = self[word] = "" if any(word in words for words in self._alone) else self._read(word)
        return mended

    def _prepare(self) -> None:
        targets, self._alone = self._lists()
        # Word, and word without one of its letters -> the words that may be meant, with blanks between them.
        near = dict(zip(targets, targets, strict=True))
        for target in targets:
            # The last one lacks the first letter, which people hardly ever mistype.
            for left in [*map("".join, combinations(target, len(target) - 1))][:-1]:
                near[left] = f"{near[left]} {target}" if left in near else target
        self._near = near

    def _read(self, word: str) -> str:
        """Return the one word that is meant; where none or several are, "". Letters swapped or doubled go first."""
        near, size = self._near, len(word)
        likely: set[str] = set()
        perhaps: set[str] = set()
        for target in near[word].split() if word in near else ():
            (likely if target == word + "g" and word.endswith("in") else perhaps).add(target)
        pairs = _MISTAKEN if size >= _SOUND else _NEAR
        for at in range(size):
            left = word[:at] + word[at + 1 :]
            if left not in near:
                continue
            for target in near[left].split():
                if target == left:
                    if at and word[at] == word[at - 1]:
                        likely.add(target)
                elif word[at] + target[at] in pairs and target == left[:at] + target[at] + left[at:]:
                    perhaps.add(target)
                elif target[at] == word[at + 1 : at + 2] and target == left[: at + 1] + word[at] + left[at + 1 :]:
                    likely.add(target)
        fit = likely or perhaps
        return fit.pop() if len(fit) == 1 else ""


def mender(language: str, kind: str, known: Callable[[], frozenset[str]]) -> Mend:
    """Return what mends the words of conversations that are not `known` in a language; others it leaves."""
    home = files("safelight.lexicons").joinpath(language)
    to, alone = home.joinpath(_TARGETS), home.joinpath(_ALONE)
    if kind != CONVERSATION or not to.is_file():
        return as_written
    return Mender(lambda: (known() & _words(to), (known(), _words(alone)))).__getitem__


def as_written(word: str) -> str:
    """Mend nothing."""
    return ""


def _words(file: Traversable) -> frozenset[str]:
    lines = file.read_text("utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if line[:1] != "#").split())
