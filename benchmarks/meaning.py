"""Measures what the extra `meaning` adds: python -m benchmarks.meaning (some minutes).

--irc FILE   also on ordinary IRC talk (or set SAFELIGHT_IRC). --write   write meaning.json and meaning.md.

Each set is judged with and without it. Of the held back chats nothing but these figures is ever shown. Only what the
weights were not made on says anything new; the seen chats are here to notice alarms.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import baselines, chats
from benchmarks.accuracy import measure
from safelight.evaluation.run import outcome
from safelight.importers.jsonl import Record
from safelight.models import meaning_of_talk

HERE = Path(__file__).parent
JUDGES = {"without": outcome, "with": partial(outcome, meaning=True)}


def sets(irc: Path | None) -> dict[str, Callable[[], Iterable[Record]]]:
    languages = sorted((chats.INVENTED / "languages").glob("*.jsonl"))
    found: dict[str, Callable[[], Iterable[Record]]] = {"invented, seen": lambda: chats.invented("seen")}
    found |= baselines.sets(irc)
    return found | {f"invented, {path.stem}": partial(chats.of, path) for path in languages}


def page(results: dict[str, Any]) -> str:
    lines = ["# With and without the extra `meaning`", "", "Written by `python -m benchmarks.meaning --write`.", ""]
    heads = ["set", "meaning", "found (95 %)", "by 15", "by 25", "median to alarm"]
    heads += ["alarms per 10,000 messages (95 %)", "alarms", "messages per s"]
    lines += [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for name, judged in results.items():
        for judge, card in judged.items():
            quiet = card["quiet"]
            alarms = quiet["alarms"] if quiet else "–"
            figures = f"{baselines._found(card['found'])} | {baselines._rate(quiet)} | {alarms} | {card['speed']:,}"
            lines.append(f"| {name} | {judge} | {figures} |")
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--irc", type=Path, default=os.environ.get("SAFELIGHT_IRC"))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    meaning_of_talk.model()
    results = {
        name: {judge: measure(name, records(), ask) for judge, ask in JUDGES.items()}
        for name, records in sets(Path(asked.irc) if asked.irc else None).items()
    }
    if asked.write:
        (HERE / "meaning.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        (HERE / "meaning.md").write_text(page(results), encoding="utf-8")
    print(page(results))


if __name__ == "__main__":
    main()
