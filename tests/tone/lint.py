"""The tone lint: bans, limits and a reading grade for English texts. What is banned is data (banned.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST_SENTENCE = 20
HIGHEST_GRADE = 6.0
HIGHEST_AVERAGE = 4.0
# The formula says nothing about a handful of words; for those the longest word decides.
FEWEST_WORDS = 6
MOST_SYLLABLES = 3


# Vowels side by side that are two syllables ("science", "idea", "being"), and endings that are none ("asked", "code").
APART = re.compile(
    r"(?<![tscg])i[ao](?!u)|(?<!p)eo|(?<![gq])ua|[ey]ing|ea$|(?<![tc])ien(?=ce|t)|(?<=sc)ien|iet|(?<![tcgx])iou"
)
SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)es?$|[^aeiouytd]ed$|[aeiouy]le$")
SPOKEN = re.compile(r"(?:[szxcg]|ch|sh)es$|[^aeiouy]les?$")


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is shown. where: file and key; reader: an audience; graded: whether the reading grade counts."""

    where: str
    words: str
    reader: str = "young_person"
    graded: bool = True


@dataclass(frozen=True, slots=True)
class Ban:
    group: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    say: str
    readers: frozenset[str]


@cache
def rules() -> tuple[tuple[Ban, ...], frozenset[str]]:
    """Return the bans, and the words that may stand in capitals."""
    data = tomllib.loads((Path(__file__).parent / "banned.toml").read_text(encoding="utf-8"))
    return tuple(_ban(each) for each in data["ban"]), frozenset(data["capitals"])


def _ban(entry: dict[str, object]) -> Ban:
    unless = entry.get("unless")
    return Ban(
        group=str(entry["group"]),
        pattern=re.compile(rf"\b(?:{entry['pattern']})", re.IGNORECASE),
        unless=re.compile(rf"\b(?:{unless})", re.IGNORECASE) if unless else None,
        say=str(entry["say"]),
        readers=frozenset(entry.get("readers", ())),  # type: ignore[call-overload]
    )


def banned(text: Text) -> list[str]:
    """Return what is said that must not be said, each with what to say instead."""
    bans, _ = rules()
    found = [f"{text.where}: {ban.group}: {hit!r}; say: {ban.say}" for ban in bans for hit in _hits(ban, text)]
    return found + shouting(text)


def _hits(ban: Ban, text: Text) -> list[str]:
    if ban.readers and text.reader not in ban.readers:
        return []
    words = ban.unless.sub(" ", text.words) if ban.unless else text.words
    return [match.group() for match in ban.pattern.finditer(words)]


def shouting(text: Text) -> list[str]:
    """Return exclamation marks and words in capitals."""
    _, allowed = rules()
    loud = [word for word in re.findall(r"\b[A-Z]{2,}s?\b", text.words) if word.rstrip("s") not in allowed]
    marks = ["!"] if "!" in text.words else []
    return [f"{text.where}: shouting: {each!r}; say it calmly" for each in loud + marks]


def sentences(words: str) -> list[str]:
    """Return the sentences; a line's end ends one too."""
    return [part for part in re.split(r"(?<=[.!?…])[\"”)]*\s+|\n+", words.strip()) if part.strip()]


def plain_words(sentence: str) -> list[str]:
    """Return the words that are read aloud as words: no addresses, no numbers."""
    tokens = [token for token in sentence.split() if not re.search(r"\d|\w\.\w|/|@", token)]
    return [word for token in tokens for word in re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", token)]


def too_long(text: Text) -> list[str]:
    """Return the sentences that have too many words."""
    counts = [len(plain_words(sentence)) for sentence in sentences(text.words)]
    return [f"{text.where}: a sentence of {count} words" for count in counts if count > LONGEST_SENTENCE]


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, silent endings left out."""
    word = re.sub(r"['’].*", "", word.lower())
    word = re.sub(r"^(some|home|time)(?=[a-z])", lambda start: start.group()[:-1], word)
    count = len(re.findall(r"[aeiouy]+", word)) + len(APART.findall(word))
    if SILENT.search(word) and not SPOKEN.search(word):
        count -= 1
    return max(count, 1)


def grade(words: str) -> float:
    """Return the Flesch-Kincaid grade (US school year) of an English text."""
    parts = [plain for sentence in sentences(words) if (plain := plain_words(sentence))]
    total = sum(map(len, parts))
    if not total:
        return 0.0
    return 0.39 * total / len(parts) + 11.8 * sum(syllables(w) for part in parts for w in part) / total - 15.59


def too_hard(text: Text) -> list[str]:
    """Return why the text is too hard to read, judged by grade, or by its longest word when it is very short."""
    words = plain_words(text.words)
    if len(words) < FEWEST_WORDS:
        hard = [word for word in words if syllables(word) > MOST_SYLLABLES]
        return [f"{text.where}: the long word {word!r}" for word in hard]
    value = grade(text.words)
    return [f"{text.where}: reading grade {value:.1f}"] if value > HIGHEST_GRADE else []
