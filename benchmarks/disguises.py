"""What disguises cost: python -m benchmarks.disguises [--write] [--students N].

On the invented chats, seen and held back, and every Nth student chat (as far as chitchat-dataset is installed). Of the
held back chats nothing but these figures is ever shown.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from benchmarks import chats
from safelight.evaluation.disguises import DISGUISES
from safelight.evaluation.evasion import Evasion, measure
from safelight.importers.jsonl import Record

HERE = Path(__file__).parent
EVERY = 40


def records(every: int) -> Iterator[Record]:
    yield from chats.invented("seen")
    yield from chats.invented("held_back")
    if every and chats.students_are_here():
        yield from islice(chats.students(), 0, None, every)


def page(found: list[Evasion], every: int) -> str:
    ordinary = f"the look-alikes among them and every {every}th student chat" if every else "the look-alikes among them"
    lines = [
        "# In disguise",
        "",
        "Written by `python -m benchmarks.disguises --write`. The same talk with words hidden by code: *still found*",
        f"is the share of the invented chats found in plain words; alarms are those on {ordinary}.",
        "",
        "| disguise | what it does | found (95 %) | still found (95 %) | median to alarm | alarms per 10,000 (95 %) |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in found:
        says = DISGUISES[one.name].says if one.name in DISGUISES else ""
        shares = (f"{s.value:.3f} ({s.low:.3f}–{s.high:.3f})" for s in (one.recall, one.kept))
        median = "–" if one.to_alarm is None else f"{one.to_alarm:g}"
        rate = f"{one.per_10k.value:.2f} ({one.per_10k.low:.2f}–{one.per_10k.high:.2f})"
        lines.append(f"| {one.name} | {says} | {' | '.join(shares)} | {median} | {rate} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=EVERY, help="every Nth student chat; 0 for none")
    parser.add_argument("--write", action="store_true", help="write disguises.json and disguises.md beside this file")
    asked = parser.parse_args()
    found = list(measure(lambda: records(asked.students), list(DISGUISES)))
    if asked.write:
        text = json.dumps([asdict(one) for one in found], indent=1) + "\n"
        (HERE / "disguises.json").write_text(text, encoding="utf-8")
        (HERE / "disguises.md").write_text(page(found, asked.students), encoding="utf-8")
    print(page(found, asked.students))


if __name__ == "__main__":
    main()
