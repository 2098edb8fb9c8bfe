"""Decides from the whole paste which proposed names are names: they come again, are known, or an app wrote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from safelight.importers.paste_alone import names_alone
from safelight.importers.paste_plausible import Proposed, looks_like_a_name
from safelight.importers.paste_shapes import Candidate, Family, bare
from safelight.importers.paste_words import fold, plain, tidy, words

_LONGEST = 40
# A paste is small when it is so short that names have no chance to come again.
_SMALL = 4
_By = dict[str, set[Family]]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that were accepted. shown: folded -> as it is shown; by: folded -> families in which it counts.

    once: names that were seen only once and that a person should look at.
    """

    shown: dict[str, str] = field(default_factory=dict)
    by: dict[str, set[Family]] = field(default_factory=dict)
    once: frozenset[str] = frozenset()

    def accepts(self, one: Candidate) -> bool:
        """Tell whether a candidate's name is one in this shape."""
        return one.shape.family in self.by.get(one.key, ())


def accepted(paste: Proposed) -> Names:
    """Return the names, decided from all candidates together.

    The surest family that shows a structure decides: so "word: ..." inside a message of a chat with times is no name.
    """
    by: _By = {}
    certain = paste.of("certain")
    _accept(by, {one.key for one in certain}, "certain", "timed")
    _accept(by, _timed(paste), "timed")
    once: set[str] = set()
    if not _structured(paste, by):
        _accept(by, set(by), "above", "colon", "pair")
        once = _untimed(paste, by, {one.key for one in certain})
    _accept(by, paste.wanted, "certain", "timed", "above", "colon", "pair", "bare")
    return Names(_shown(paste, by), by, frozenset(once))


def _untimed(paste: Proposed, by: _By, known: set[str]) -> set[str]:
    """Accept names that stand without times, by the first family that shows a structure. Return those seen once."""
    bare, above, pair = names_alone(paste, known), _above(paste), _pair(paste)
    _accept(by, bare, "bare")
    if not bare:
        _accept(by, above, "above")
    if not bare | above:
        _accept(by, pair, "pair")
    if bare | above | pair:
        return set()
    keys, once = _colon(paste)
    _accept(by, keys, "above", "colon")
    return once


def bare_candidate(line: str, names: Names) -> Candidate | None:
    """Return a candidate when the line is nothing but one of the names."""
    stripped = line.strip()
    if not 0 < len(stripped) <= _LONGEST or "bare" not in names.by.get(fold(stripped), ()):
        return None
    return bare(stripped)


# ---------------------------------------------------------------- family by family


def _timed(paste: Proposed) -> set[str]:
    """Return names beside times: those that come again, or all when the paste begins so and goes on so."""
    found = paste.of("timed")
    headers = [one for one in found if one.shape.header]
    # A header stands above a text: a timetable, or texts with their time below, are no headers.
    texts = len(paste.lines) - sum(one.lines for one in headers) - (len(found) - len(headers))
    if texts < 0.8 * len(headers):
        found = [one for one in found if not one.shape.header]
    counts = Counter(one.key for one in found)
    begins = any(one.shape.family == "timed" and paste.plausible(one) for one in paste.begins)
    if begins and len(found) >= 2:
        return set(counts)
    return {key for key, count in counts.items() if count > 1}


def _structured(paste: Proposed, by: _By) -> bool:
    """Tell whether times already show who speaks."""
    timed = sum(any(one.time and "timed" in by.get(one.key, ()) for one in found) for *_, found in paste.lines)
    return timed >= 2


def _colon(paste: Proposed) -> tuple[set[str], set[str]]:
    """Return (names before a colon, those among them that were seen only once)."""
    found = paste.of("colon")
    counts = Counter(one.key for one in found)
    keys = {
        key
        for key, count in counts.items()
        if (count > 1 or key in words().labels | words().letters) and _fits_letter(key, counts)
    }
    keys = _of_one_style(keys, counts, found)
    share = len(found) / max(1, len(paste.lines))
    begins = any(one.key in keys and one.shape.family == "colon" for one in paste.begins)
    spoken = sum(counts[key] for key in keys)
    once = {one.key for one in found if counts[one.key] == 1 and _may_be_seen_once(one)} - keys - words().letters
    if _is_small_talk(paste, found, keys, once):
        return keys | once, once
    if spoken < 2 or (spoken < 0.3 * len(paste.lines) and not begins):
        return set(), set()
    once = once if share >= 0.9 else set()
    return keys | once, once


def _may_be_seen_once(one: Candidate) -> bool:
    return looks_like_a_name(one.name) or " " not in one.key


def _above(paste: Proposed) -> set[str]:
    """Return the names of "Name:" alone on a line, when the paste begins so, goes on so, and texts stand below."""
    found = paste.of("above")
    counts = Counter(one.key for one in found)
    begins = any(one.shape.family == "above" and one.key in counts for one in paste.begins)
    if not begins or len(found) < 2 or len(paste.lines) < 2 * len(found):
        return set()
    # "Ann: text" may be said to Ann; where it is more common than the name alone, it is said by her.
    if sum(one.start is not None and one.key in counts for one in paste.of("colon")) > len(found):
        return set()
    return {one.key for one in found if counts[one.key] > 1 or _may_be_seen_once(one)}


def _fits_letter(key: str, counts: Counter[str]) -> bool:
    """Tell whether a single letter stands for a person: another one does too ("A:", "B:"), and one comes again."""
    letters = [one for one in counts if one in words().letters]
    return key not in words().letters or (len(letters) > 1 and sum(counts[one] for one in letters) > 2)


def _is_small_talk(paste: Proposed, found: list[Candidate], keys: set[str], once: set[str]) -> bool:
    """Tell whether a very short paste is all "name: text"."""
    named = [one for one in found if one.key in keys or (one.key in once and looks_like_a_name(one.name))]
    return 2 <= len(paste.lines) <= _SMALL and len(named) == len(found) == len(paste.lines)


def _of_one_style(keys: set[str], counts: Counter[str], found: list[Candidate]) -> set[str]:
    """Return the names without rare small-letter words, when the names that come often begin with a capital."""
    if not keys:
        return keys
    top = max(counts[key] for key in keys)
    shown = {one.key: one.name for one in found}
    often = [key for key in keys if counts[key] > top * 0.5]
    if not all(looks_like_a_name(shown[key]) for key in often):
        return keys
    return {key for key in keys if looks_like_a_name(shown[key]) or counts[key] > top * 0.2 or key in words().labels}


def _pair(paste: Proposed) -> set[str]:
    """Return the names of "name - text" when most lines are so and the names come again."""
    found = paste.of("pair")
    counts = Counter(one.key for one in found)
    again = sum(count for count in counts.values() if count > 1)
    most = len(found) >= 0.6 * len(paste.lines) and again >= 0.6 * len(found)
    small = len(found) == len(paste.lines) == 2 and all(looks_like_a_name(one.name) for one in found)
    return set(counts) if (most and len(found) > 1) or small else set()


def _accept(by: _By, keys: Collection[str], *families: Family) -> None:
    for key in keys:
        by.setdefault(key, set()).update(families)


def _shown(paste: Proposed, by: _By) -> dict[str, str]:
    """Return each name as it is written most often."""
    spelled: dict[str, Counter[str]] = {}
    for _, line, found in paste.lines:
        written = [one.name for one in found if one.key in by][:1]
        alone = [plain(line).strip()] if "bare" in by.get(fold(line), ()) else []
        for name in written or alone:
            spelled.setdefault(fold(name), Counter())[tidy(name)] += 1
    return {key: spelled[key].most_common(1)[0][0] for key in by if key in spelled}
