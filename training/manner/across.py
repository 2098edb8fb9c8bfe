"""Makes the model of another language from English talk: `python -m training.manner.across de --irc FILE.jsonl.gz`.

There is no chat in other languages to learn from, so the weights are learned on English: of *meanings* ("pic", "photo"
and "selfie" are one), and carried over to the words that say the same. meanings/en.toml says which English words are
one meaning, meanings/<code>.toml how the other language says it. Only words are carried over, no pairs: the order of
words differs. The constant part of a message is what ordinary talk of the other language adds on average (the chats of
tests/chats/languages and the look-alikes made by code), so that small talk adds nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.chats import of
from benchmarks.look_alikes import make

from safelight.lexicons.load import forms, lexicon
from safelight.models.manner_of_talk import FEATURES, NUMBER, tokens
from safelight.normalize.text import words
from training.manner.__main__ import BOUNDS, LEAST_WEIGHT, sources
from training.manner.fit import TO, Settings, fit
from training.manner.talk import LANGUAGE, Chat

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "src" / "safelight" / "models"
CHATS = HERE.parents[1] / "tests" / "chats" / "languages"
# Words alone say less than words and pairs: fewer weights, held closer to nought.
SETTINGS = Settings(penalty=1.0)
Weights = dict[str, tuple[float, float]]


def meanings() -> dict[str, str]:
    """Return English word -> the word that stands for its meaning."""
    table: dict[str, list[str]] = tomllib.loads((HERE / "meanings" / "en.toml").read_text("utf-8"))
    return {word: meaning for meaning, said in table.items() for word in said}


def in_meanings(chat: Chat, table: dict[str, str]) -> Chat:
    """Return a chat with chat forms written out and each word replaced by its meaning, every word a sentence.

    (The end of a sentence between words keeps pairs from being counted.)
    """
    written = forms(LANGUAGE)
    said = (
        (author, tuple(part for word in tokens(line, written) for part in (table.get(word, word), ".")))
        for author, line in chat.messages
    )
    return replace(chat, messages=tuple(said))


def learned(irc: Path | None, known: frozenset[str]) -> Weights:
    """Return meaning -> (weight for the speaker, weight for the one spoken to), of the meanings that can be carried."""
    table = meanings()
    found = [
        replace(
            source,
            tricks=[in_meanings(chat, table) for chat in source.tricks],
            ordinary=[in_meanings(chat, table) for chat in source.ordinary],
        )
        for source in sources(irc)
    ]
    fitted = fit(found, known | {NUMBER}, SETTINGS).weights
    names = {name.removeprefix(TO) for name in fitted if not name.removeprefix(TO).startswith("*")}
    return {name: (fitted.get(name, 0.0), fitted.get(TO + name, 0.0)) for name in names}


def said_in(code: str) -> dict[str, list[str]]:
    """Return meaning -> the words that say it in another language."""
    table: dict[str, list[str]] = tomllib.loads((HERE / "meanings" / f"{code}.toml").read_text("utf-8"))
    return table


def carried(weights: Weights, code: str) -> Weights:
    """Return the weights of the words of another language; a word that says several things gets their mean."""
    table = said_in(code)
    written = forms(code)
    found: dict[str, list[tuple[float, float]]] = {NUMBER: [weights.get(NUMBER, (0.0, 0.0))]}
    for meaning, said in table.items():
        for word in said:
            for plain in words(word, frozenset()).words:
                stem = written.get(plain, (plain,))
                if len(stem) == 1 and meaning in weights:
                    found.setdefault(stem[0], []).append(weights[meaning])
    means = {
        word: tuple(round(sum(side) / len(all_), 2) for side in zip(*all_, strict=True)) for word, all_ in found.items()
    }
    return {word: (own, other) for word, (own, other) in means.items() if max(abs(own), abs(other)) >= LEAST_WEIGHT}


def ordinary(code: str) -> Iterator[list[list[list[str]]]]:
    """Yield the sources of ordinary talk of a language: chats, each the tokens of its messages."""
    known, written = lexicon(code).matcher.vocabulary, forms(code)
    made = (make.chat(code, kind, number) for kind in make.kinds(code) for number in range(make.EACH))
    for records in ([record for record in of(CHATS / f"{code}.jsonl") if not record.label], made):
        yield [[tokens(words(m.text, known).words, written) for m in r.conversation.messages] for r in records]


def drift(weights: Weights, chats: Iterable[list[list[str]]]) -> tuple[float, float]:
    """Return what an ordinary message of a source adds on average, for who says and for who hears it."""
    lines = [[weights.get(word, (0.0, 0.0)) for word in set(line)] for chat in chats for line in chat]
    return tuple(sum(pair[side] for line in lines for pair in line) / max(1, len(lines)) for side in (0, 1))  # type: ignore[return-value]


def write(weights: Weights, code: str, numbers: dict[str, Any]) -> None:
    """Write weights.json and manifest.toml of models/manner_<code>."""
    folder = MODELS / f"manner_{code}"
    folder.mkdir(exist_ok=True)
    body = "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(weights.items())) + "\n}\n"
    (folder / "weights.json").write_text(body, encoding="utf-8")
    lines = "\n".join(f"{name} = {number}" for name, number in numbers.items())
    (folder / "manifest.toml").write_text(
        f'''# Written by training/manner/across.py. What it is, how it was made and what it cannot do: card.md.
version = "1"
language = "{code}"
features = "{FEATURES}"
sha256 = "{hashlib.sha256(body.encode()).hexdigest()}"
licence = "Apache-2.0"
trained_on = [
  "the English talk that models/manner was made on",
  "a table of words that say the same (training/manner/meanings)",
]

[numbers]
{lines}
''',
        encoding="utf-8",
    )


def main() -> None:
    """Learn, carry over, write, and print the heaviest words."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("code")
    parser.add_argument("--irc", type=Path, help="ordinary IRC talk, JSON lines")
    asked = parser.parse_args()
    weights = carried(learned(asked.irc, frozenset(said_in(asked.code))), asked.code)
    drifts = [drift(weights, chats) for chats in ordinary(asked.code)]
    own, other = max(own for own, _ in drifts), max(other for _, other in drifts)
    numbers = {
        "half_life": SETTINGS.half_life,
        "own": round(-own, 4),
        "other": round(-other, 4),
        "least": BOUNDS[0],
        "most": BOUNDS[1],
    }
    write(weights, asked.code, numbers)
    ordered = sorted(weights, key=lambda word: -weights[word][0])
    print(f"{len(weights)} words; an ordinary message adds {own:.3f} and {other:.3f} on average")
    print("speak for it:", ", ".join(f"{word} {weights[word][0]}" for word in ordered[:40]))
    print("speak against:", ", ".join(f"{word} {weights[word][0]}" for word in ordered[-25:]))


if __name__ == "__main__":
    main()
