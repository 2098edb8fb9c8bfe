"""Measures alarms on the chats made by code, by kind and language: python -m benchmarks.look_alikes [--write].

Alarms per 10,000 messages with their intervals; the rows that alarms are made of, never words.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.look_alikes.make import chats
from safelight.evaluation.run import Outcome, run
from safelight.evaluation.scorecard import Quiet, scorecard

RESULTS = Path(__file__).with_name("results.json")


def measure() -> dict[str, Any]:
    """Return the figures by kind and by language."""
    outcomes = list(run(chats()))
    spoken = [replace(o, source=o.id.partition("/")[0]) for o in outcomes]
    return {
        "chats": len(outcomes),
        "messages": sum(o.messages for o in outcomes),
        "kinds": _table(outcomes),
        "languages": _table(spoken),
        "told_as": dict(Counter(f"{o.source} as {o.language}" for o in spoken).most_common()),
    }


def _table(outcomes: list[Outcome]) -> dict[str, Any]:
    return {name: _row(quiet) for name, quiet in scorecard(outcomes).quiet.items()}


def _row(quiet: Quiet) -> dict[str, Any]:
    rate = quiet.per_10k
    return {
        "chats": quiet.conversations,
        "messages": quiet.messages,
        "alarms": quiet.alarms,
        "notices": quiet.notices,
        "per_10k": [rate.value, rate.low, rate.high],
        "rows": quiet.rows,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write results.json beside this file")
    found = measure()
    text = json.dumps(found, indent=1) + "\n"
    if parser.parse_args().write:
        RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
