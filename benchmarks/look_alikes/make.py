"""Makes ordinary chats from invented parts (the .toml files beside this one), the same ones each time."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from safelight.importers.jsonl import Record
from safelight.schema.items import Conversation, Message

HERE = Path(__file__).parent
SEED = 7
EACH = 46  # chats of each kind in each language
LABEL = 0
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SET = re.compile(r"\{(\w+)\}")
_SHORT = {"you": "u", "are": "r", "because": "cuz", "okay": "ok", "please": "pls"}
_ENDS = ("", "", "", "", " lol", " haha", "!", " :)", " 😂", " ❤️", "...")
Exchange = list[tuple[str, str]]


@cache
def parts(language: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))


def languages() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.toml"))


def kinds(language: str) -> list[str]:
    return sorted(parts(language)["kind"])


def chats(seed: int = SEED, each: int = EACH) -> Iterator[Record]:
    """Yield all chats: label 0, source "kind"; the id says language, kind and number."""
    for language in languages():
        for kind in kinds(language):
            for number in range(each):
                yield chat(language, kind, number, seed)


def chat(language: str, kind: str, number: int, seed: int = SEED) -> Record:
    chance = random.Random(f"{seed}:{language}:{kind}:{number}")
    data = parts(language)
    names = chance.sample(data["sets"]["name"], 2)
    habits = {name: _habit(chance) for name in names}
    messages = []
    for exchange in _exchanges(data, kind, chance):
        # Now and then the other one begins.
        turned = chance.random() < 0.25
        for who, said in exchange:
            name = names[(who == "b") != turned]
            messages.append(Message(name, _written(said, habits[name], chance)))
    return Record(Conversation(tuple(messages), id=f"{language}/{kind}/{number}"), LABEL, None, f"{kind}")


def _exchanges(data: dict[str, Any], kind: str, chance: random.Random) -> Iterator[Exchange]:
    """Yield small talk and what is of the kind, mixed; it begins with small talk mostly."""
    own = chance.sample(data["kind"][kind]["lines"], min(chance.randint(3, 6), len(data["kind"][kind]["lines"])))
    small = chance.sample(data["small"]["lines"], min(chance.randint(3, 7), len(data["small"]["lines"])))
    mixed = [*own, *small[1:]]
    chance.shuffle(mixed)
    if chance.random() < 0.8:
        mixed.insert(0, small[0])
    for line in mixed:
        yield [_split(turn) for turn in filled(line, data["sets"], chance).split(" / ")]


def _split(turn: str) -> tuple[str, str]:
    who, _, said = turn.partition(": ")
    return who, said


def filled(line: str, sets: dict[str, list[str]], chance: random.Random) -> str:
    """Return the line with its choices made and its sets filled."""
    line = _CHOICE.sub(lambda m: chance.choice(m.group(1).split("|")), line)
    return _SET.sub(lambda m: chance.choice(sets[m.group(1)]), line)


def _habit(chance: random.Random) -> dict[str, float]:
    return {"short": chance.random() * 0.6, "end": chance.random() * 0.4, "capital": float(chance.random() < 0.3)}


def _written(said: str, habit: dict[str, float], chance: random.Random) -> str:
    """Write a line as this person does."""
    words = [_SHORT.get(w, w) if chance.random() < habit["short"] else w for w in said.split()]
    text = " ".join(words)
    if habit["capital"]:
        text = text[:1].upper() + text[1:]
    return text + (chance.choice(_ENDS) if chance.random() < habit["end"] else "")
