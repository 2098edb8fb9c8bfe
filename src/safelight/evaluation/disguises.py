"""Disguises: the ways in which people hide words from a filter, each as a function with a fixed seed.

What changes is the text of whoever the data are about (`subject`); where nobody is named, everybody's. Addresses of
pages and accounts stay as they are. The same record, disguise and seed always give the same result.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise
from typing import Any

from safelight.importers.jsonl import Record
from safelight.schema.items import Message

SEED = 7
_WORD = re.compile(r"(?<![\w@/.])[^\W\d_]+(?:['’][^\W\d_]+)?(?![\w@/]|\.\w)")
_TOKEN = re.compile(r"(?<![\w@/.'’])\w+(?![\w@/'’]|\.\w)")
_VOWEL = re.compile(r"(?<=\w)[aeiou](?=\w)")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"
# Shares of the words that are changed: those who hide words hide many; who mistypes does so now and then.
_MANY, _SOME = 0.5, 0.2
# Letters; shorter words are rarely worth hiding.
_LEAST = 3
_MOST_PARTS = 3

Words = Callable[[str, random.Random], str]
Text = Callable[[str, random.Random], list[str]]


@dataclass(frozen=True, slots=True)
class Disguise:
    """One way of hiding words. text: makes one or more messages of the text of one."""

    name: str
    says: str
    text: Text


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("safelight.evaluation").joinpath("disguises.toml").read_text(encoding="utf-8"))


def disguised(record: Record, name: str, seed: int = SEED) -> Record:
    """Return the record with the messages of its subject (without one: of all) disguised. Raises KeyError."""
    change = DISGUISES[name].text
    chance = random.Random(f"{seed}:{name}:{record.conversation.id}")
    messages = tuple(_changed(record, change, chance))
    return replace(record, conversation=replace(record.conversation, messages=messages))


def _changed(record: Record, change: Text, chance: random.Random) -> Iterator[Message]:
    for message in record.conversation.messages:
        if message.kind != "text" or (record.subject is not None and message.author != record.subject):
            yield message
            continue
        yield from (replace(message, text=part) for part in change(message.text, chance) or [message.text])


# ---------------------------------------------------------------- word by word


def _each_word(change: Words, share: float, least: int, text: str, chance: random.Random) -> list[str]:
    """Change about `share` of the words of at least `least` letters; one message stays one."""

    def one(match: re.Match[str]) -> str:
        word = match.group()
        return change(word, chance) if len(word) >= least and chance.random() < share else word

    return [_WORD.sub(one, text)]


def _words(change: Words, share: float = _MANY, least: int = _LEAST) -> Text:
    return partial(_each_word, change, share, least)


def _swap(table: str, word: str, chance: random.Random) -> str:
    """Change each letter that the table knows, most of the time."""
    letters = _data()[table]
    return "".join(
        chance.choice(letters[c.lower()]) if c.lower() in letters and chance.random() < 0.7 else c for c in word
    )


def _fullwidth(word: str, chance: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)


def _styled(word: str, chance: random.Random) -> str:
    """Write in one of the alphabets of "fancy text": bold, italic, script, in circles."""
    start = chance.choice((0x1D41A, 0x1D44E, 0x1D4EA, 0x1D5EE, 0x24D0))
    # Italic h stands elsewhere in Unicode.
    return "".join(
        ("ℎ" if start == 0x1D44E and c == "h" else chr(start + ord(c) - 97)) if "a" <= c <= "z" else c
        for c in word.lower()
    )


def _accented(word: str, chance: random.Random) -> str:
    marks = _data()["marks"]["any"]
    return "".join(c + chance.choice(marks) if c.isalpha() and chance.random() < 0.6 else c for c in word)


def _between(signs: str, word: str, chance: random.Random) -> str:
    return word[0] + "".join(chance.choice(signs) + c if chance.random() < 0.6 else c for c in word[1:])


def _cut(signs: str, word: str, chance: random.Random) -> str:
    """Set one sign inside the word ("sec.ret")."""
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(signs) + word[at:]


def _apart(sign: str, word: str, chance: random.Random) -> str:
    return sign.join(word)


def _stretched(word: str, chance: random.Random) -> str:
    at = chance.choice([n for n, c in enumerate(word) if c in "aeiouAEIOU"] or [len(word) - 1])
    return word[:at] + word[at] * chance.randint(3, 6) + word[at + 1 :]


def _near_key(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    keys = _data()["near"].get(word[at].lower())
    return word[:at] + chance.choice(keys) + word[at + 1 :] if keys else word


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _missing(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _no_vowels(word: str, chance: random.Random) -> str:
    """Leave out one vowel inside the word ("secrt")."""
    places = [match.start() for match in _VOWEL.finditer(word)]
    at = chance.choice(places) if places else len(word)
    return word[:at] + word[at + 1 :]


def _mixed_case(word: str, chance: random.Random) -> str:
    return "".join(c.upper() if chance.random() < 0.5 else c.lower() for c in word)


def _starred(word: str, chance: random.Random) -> str:
    """Put a star in the place of a vowel ("s*cret")."""
    places = [match.start() for match in _VOWEL.finditer(word)]
    at = chance.choice(places) if places else len(word)
    return word[:at] + "*" + word[at + 1 :] if places else word


# ---------------------------------------------------------------- whole messages


def _upper(text: str, chance: random.Random) -> list[str]:
    return [text.upper()]


def _replaced(table: str, text: str, chance: random.Random) -> list[str]:
    words = _data()[table]
    return [_TOKEN.sub(lambda m: str(words.get(m.group().lower(), m.group())), text)]


def _voice(text: str, chance: random.Random) -> list[str]:
    """Write as a phone does from speech: no signs, no capitals, long forms, numbers in words."""
    (longer,) = _replaced("voice", text, chance)
    return [re.sub(r"[.,!?;:…\"()]+(?=\s|$)", "", longer).lower()]


def _forwarded(text: str, chance: random.Random) -> list[str]:
    head = chance.choice(("> ", "Fwd: ", "Forwarded: ", ">> ", "Forwarded message\n"))
    return [head + text]


def _mixed(text: str, chance: random.Random) -> list[str]:
    """Mix in small words of other languages."""
    data = _data()["mixed"]
    words = data["words"]
    said = _TOKEN.sub(lambda m: str(words.get(m.group().lower(), m.group())), text)
    if chance.random() < 0.3:
        said = f"{chance.choice(data['before'])} {said}"
    if chance.random() < 0.3:
        said = f"{said} {chance.choice(data['after'])}"
    return [said]


def _split(text: str, chance: random.Random) -> list[str]:
    """Send a message of four words or more in two or three."""
    words = text.split()
    if len(words) < 4:
        return [text]
    count = min(chance.randint(2, _MOST_PARTS), len(words) // 2)
    cuts = [0, *sorted(chance.sample(range(1, len(words)), count - 1)), len(words)]
    return [" ".join(words[a:b]) for a, b in pairwise(cuts)]


def _one_by_one(text: str, chance: random.Random) -> list[str]:
    return text.split()


_ALL = (
    Disguise("look_alikes", "look-alike letters of other alphabets", _words(partial(_swap, "look_alikes"))),
    Disguise("fullwidth", "fullwidth letters", _words(_fullwidth)),
    Disguise("styled", "bold, script and circled letters", _words(_styled)),
    Disguise("accents", "accents and strokes on letters", _words(_accented)),
    Disguise("zero_width", "marks without width between letters", _words(partial(_between, _INVISIBLE))),
    Disguise("soft_hyphen", "soft hyphens between letters", _words(partial(_between, _SOFT_HYPHEN))),
    Disguise("leet", "digits and signs for letters", _words(partial(_swap, "leet"))),
    Disguise("starred", "a star for a vowel", _words(_starred)),
    Disguise("stretched", "stretched letters", _words(_stretched)),
    Disguise("spaced", "blanks between letters", _words(partial(_apart, " "))),
    Disguise("dotted", "dots between letters", _words(partial(_apart, "."))),
    Disguise("cut", "a sign inside a word", _words(partial(_cut, ".-_*/"))),
    Disguise("emoji", "signs for words", partial(_replaced, "emoji")),
    Disguise("near_key", "a neighbouring key", _words(_near_key, _SOME, 4)),
    Disguise("swapped", "two letters swapped", _words(_swapped, _SOME, 4)),
    Disguise("doubled", "a letter twice", _words(_doubled, _SOME, 4)),
    Disguise("missing", "a letter missing", _words(_missing, _SOME, 4)),
    Disguise("no_vowel", "a vowel missing", _words(_no_vowels, _MANY, 4)),
    Disguise("mixed_case", "capitals in between", _words(_mixed_case, 1.0, 1)),
    Disguise("upper_case", "capitals only", _upper),
    Disguise("voice", "as a phone writes down speech", _voice),
    Disguise("forwarded", "marked as forwarded", _forwarded),
    Disguise("mixed_languages", "small words of other languages", _mixed),
    Disguise("split", "one message sent in two or three", _split),
    Disguise("one_by_one", "one word a message", _one_by_one),
)
DISGUISES: Mapping[str, Disguise] = {each.name: each for each in _ALL}
