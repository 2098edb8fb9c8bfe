"""Carries weights of meanings over to the words of another language, and reads that language's ordinary talk."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.chats import of
from benchmarks.look_alikes import make

from safelight.lexicons.load import forms, lexicon
from safelight.models.manner_of_talk import NUMBER, tokens
from safelight.normalize.text import words
from training.manner.talk import LANGUAGE, Chat

HERE = Path(__file__).parent
CHATS = HERE.parents[1] / "tests" / "chats" / "languages"
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


def said_in(code: str) -> dict[str, list[str]]:
    """Return meaning -> the words that say it in another language."""
    table: dict[str, list[str]] = tomllib.loads((HERE / "meanings" / f"{code}.toml").read_text("utf-8"))
    return table


def carried(weights: Weights, code: str, least: float) -> Weights:
    """Return the weights of the words of another language; a word that says several things gets their mean.

    least: smaller weights are left out.
    """
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
    return {word: (own, other) for word, (own, other) in means.items() if max(abs(own), abs(other)) >= least}


def ordinary(code: str) -> Iterator[list[list[list[str]]]]:
    """Yield the sources of ordinary talk of a language: chats, each the tokens of its messages."""
    known, written = lexicon(code).vocabulary, forms(code)
    made = (make.chat(code, kind, number) for kind in make.kinds(code) for number in range(make.EACH))
    for records in ([record for record in of(CHATS / f"{code}.jsonl") if not record.label], made):
        yield [[tokens(words(m.text, known).words, written) for m in r.conversation.messages] for r in records]


def drift(weights: Weights, chats: Iterable[list[list[str]]]) -> tuple[float, float]:
    """Return what an ordinary message of a source adds on average, for who says and for who hears it."""
    lines = [[weights.get(word, (0.0, 0.0)) for word in set(line)] for chat in chats for line in chat]
    return tuple(sum(pair[side] for line in lines for pair in line) / max(1, len(lines)) for side in (0, 1))  # type: ignore[return-value]
