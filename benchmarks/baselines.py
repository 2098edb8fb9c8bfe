"""Safelight beside nine words, a linear model of words, and nearest seeds: python -m benchmarks.baselines.

--irc FILE   also on ordinary IRC talk (or set SAFELIGHT_IRC). --write   write baselines.json and baselines.md.

Each is judged where it learned nothing: the held back invented chats, the other half of the student chats, IRC, and the
look-alikes made by code. Of the held back chats nothing but these figures is ever shown.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from training.manner.talk import trained_on

from benchmarks import chats, floor, linear_words, nearest_seeds
from benchmarks.accuracy import Judge, measure
from benchmarks.look_alikes import make
from safelight.evaluation.run import outcome
from safelight.importers.jsonl import Record
from safelight.models import meaning_of_talk

HERE = Path(__file__).parent


def sets(irc: Path | None) -> dict[str, Callable[[], Iterable[Record]]]:
    found: dict[str, Callable[[], Iterable[Record]]] = {
        "invented, held back": lambda: chats.invented("held_back"),
        "look-alikes by code, English": lambda: (r for r in make.chats() if r.conversation.id.startswith("en/")),
        "students, other half": lambda: (r for r in chats.students() if not trained_on(r.conversation.id)),
    }
    return found | {"irc": lambda: chats.of(irc)} if irc else found


def everything(irc: Path | None) -> dict[str, Any]:
    judges: dict[str, Judge] = {
        "safelight": outcome, "nine words": floor.outcome, "linear model of words": linear_words.train().outcome,
    }  # fmt: skip
    if meaning_of_talk.there():
        judges["nearest seeds"] = nearest_seeds.train(meaning_of_talk.model().encode).outcome
    return {
        name: {judge: measure(name, records(), ask) for judge, ask in judges.items()}
        for name, records in sets(irc).items()
    }


def page(results: dict[str, Any]) -> str:
    lines = ["# Beside what is commonly done", "", "Written by `python -m benchmarks.baselines --write`.", ""]
    lines += ["| set | judge | found (95 %) | by 15 | by 25 | median to alarm | alarms per 10,000 messages (95 %) |",
              "| --- | --- | --- | --- | --- | --- | --- |"]  # fmt: skip
    for name, judges in results.items():
        for judge, card in judges.items():
            lines.append(f"| {name} | {judge} | {_found(card['found'])} | {_rate(card['quiet'])} |")
    return "\n".join([*lines, "", *_SAID, ""])


_SAID = (
    "The linear model is trained on the seen invented chats and half of the student chats, its threshold set for 0.5 "
    "alarms",
    "per 10,000 messages there. It has seen how invented chats are written, so the held back ones, by the same hands, "
    "flatter",
    "it; IRC and the look-alikes show how it fares away from home.",
    "",
    "Nearest seeds is what open tools for rare kinds of talk do (Roblox Sentinel): likeness to lines of tricks against",
    "likeness to ordinary lines, by sentence vectors (the extra `meaning`); the mean of the three highest, its",
    "threshold set as above on student chats it took no line from. The lines are those of the cases",
    "(`benchmarks/nearest_seeds.py`).",
)


def _found(found: dict[str, Any] | None) -> str:
    if not found:
        return "– | – | – | –"
    recall, at = found["recall"], found["at"]
    median = "–" if found["to_alarm"] is None else f"{found['to_alarm']:g}"
    return f"{recall['value']:.3f} ({recall['low']:.3f}–{recall['high']:.3f}) | {at[15]:.2f} | {at[25]:.2f} | {median}"


def _rate(quiet: dict[str, Any] | None) -> str:
    if not quiet:
        return "–"
    rate = quiet["per_10k"]
    return f"{rate['value']:.2f} ({rate['low']:.2f}–{rate['high']:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--irc", type=Path, default=os.environ.get("SAFELIGHT_IRC"))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    results = everything(Path(asked.irc) if asked.irc else None)
    if asked.write:
        (HERE / "baselines.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        (HERE / "baselines.md").write_text(page(results), encoding="utf-8")
    print(page(results))


if __name__ == "__main__":
    main()
