"""Mends misspelt words: reads a word that no phrase knows as the one known word that it is a slip away from.

What is mended is how people mistype: "-in" for "-ing", two neighbouring letters swapped, a letter doubled or a doubled
one single, a letter missing, a wrong vowel, a neighbouring key. The shorter a word, the fewer of these count. Nothing
is mended when two words fit. Two lists of a language say what is safe (scripts/spelling.py writes them and names its
sources): `mended_to.txt`, the words of the phrases that may be mended to, and `left_alone.txt`, the real words and
names that are a slip away from one of them. A word that came into the phrases since is not mended to.

Method: deletion neighbourhoods, as in SymSpell: what is left of each word without one of its letters is put down once.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from safelight.lexicons.phrases import CONVERSATION

# Gives the known word that an unknown one is read as; "" where it stays as it is.
Mend = Callable[[str], str]
_TARGETS, _ALONE = "mended_to.txt", "left_alone.txt"

# Letters, of the word as it should be. What is shorter is too often another word.
_SHORTEST, _NO_VOWEL, _NO_LETTER, _OTHER_LETTER = 4, 5, 6, 6
_LONGEST = 20
# Words remembered; then it begins anew.
_MOST = 8_000
_VOWELS = frozenset("aeiou")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE = ("iy", "yi", "ey", "ye", "ck", "kc", "sz", "zs", "cs", "sc")


def _mistaken() -> Iterator[str]:
    """Yield pairs of letters, what is written and what is meant: neighbouring keys, vowels, what sounds alike."""
    for row, below in zip(_ROWS, (*_ROWS[1:], ""), strict=True):
        for others, keys in ((row[1:], row), (below, row), (below, row[1:])):
            for one, other in zip(others, keys, strict=False):
                yield from (one + other, other + one)
    yield from (a + b for a in _VOWELS for b in _VOWELS if a != b)
    yield from _SOUND_ALIKE


_MISTAKEN = frozenset(_mistaken())


class Mender(dict[str, str]):
    """Word that no phrase knows -> the known word that it is read as; "" where it stays as it is.

    Filled as words are met, and bounded. Missing words are never a KeyError.
    """

    def __init__(self, lists: Callable[[], tuple[Iterable[str], frozenset[str]]]) -> None:
        """lists: asked with the first word; gives what may be mended to, and what never is: known words, real ones."""
        super().__init__()
        self._lists = lists
        self._alone: Container[str] = ()
        self._ready = False

    def __missing__(self, word: str) -> str:
        if not _SHORTEST <= len(word) <= _LONGEST or not (word.isascii() and word.isalpha()):
            return ""
        if not self._ready:
            self._prepare()
        if len(self) >= _MOST:
            self.clear()
        mended = self[word] = "" if word in self._alone else self._read(word)
        return mended

    def _prepare(self) -> None:
        targets, self._alone = self._lists()
        self._targets = frozenset(targets)
        # Word without one of its letters -> the words that it may be, with blanks between them.
        self._without: dict[str, str] = {}
        without = self._without
        for target in self._targets:
            if len(target) >= _NO_VOWEL:
                for at in range(1, len(target)):
                    left = target[:at] + target[at + 1 :]
                    without[left] = f"{without[left]} {target}" if left in without else target
        self._ready = True

    def _read(self, word: str) -> str:
        found = set(self._slips(word))
        return found.pop() if len(found) == 1 else ""

    def _slips(self, word: str) -> Iterator[str]:
        """Yield each word that may be mended to and that `word` is a slip away from."""
        targets, without, size = self._targets, self._without, len(word)
        if word.endswith("in") and word + "g" in targets:
            yield word + "g"
        if word in without:
            yield from (target for target in without[word].split() if _lacks(word, target))
        for at in range(size):
            before, letter, behind = word[:at], word[at], word[at + 1 :]
            left = before + behind
            if left in targets and size > _SHORTEST and letter in before[-1:] + behind[:1]:
                yield left
            if size >= _OTHER_LETTER and left in without:
                yield from (target for target in without[left].split() if _is_other(word, target, at))
            swapped = before + behind[:1] + letter + behind[1:]
            if swapped in targets:
                yield swapped


def _lacks(word: str, target: str) -> bool:
    """Tell whether one letter of `target` is missing in a way that people miss it."""
    at = next((at for at, (a, b) in enumerate(zip(word, target, strict=False)) if a != b), len(word))
    size, missed = len(target), target[at]
    return size >= _NO_LETTER or missed in _VOWELS or missed == target[at - 1]


def _is_other(word: str, target: str, at: int) -> bool:
    """Tell whether `word` has another letter at `at` than `target`, one that is easily taken for it."""
    same = len(word) == len(target) and word[:at] == target[:at] and word[at + 1 :] == target[at + 1 :]
    return same and word[at] + target[at] in _MISTAKEN


def mender(language: str, kind: str, known: Callable[[], frozenset[str]]) -> Mend:
    """Return what mends the words of conversations that are not `known` in a language; others it leaves."""
    home = files("safelight.lexicons").joinpath(language)
    to, alone = home.joinpath(_TARGETS), home.joinpath(_ALONE)
    if kind != CONVERSATION or not to.is_file():
        return as_written
    return Mender(lambda: (known().intersection(_words(to)), known().union(_words(alone)))).__getitem__


def as_written(word: str) -> str:
    """Mend nothing."""
    return ""


def _words(file: Traversable) -> list[str]:
    lines = file.read_text("utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()
