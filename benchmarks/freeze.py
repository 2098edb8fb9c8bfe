"""Writes down the scores on the invented chats, below which a test does not let them fall.

python -m benchmarks.freeze            rewrite benchmarks/frozen.json (look at the diff!)
python -m benchmarks.freeze --show     print the scores, write nothing

Of the held back chats nothing but these figures is ever shown.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from benchmarks import chats
from benchmarks.accuracy import measure
from safelight.evaluation.run import outcome

FROZEN = Path(__file__).with_name("frozen.json")
PARTS = ("seen", "held_back")


def scores(part: str) -> dict[str, Any]:
    """Return the scores of one part: figures only."""
    data = measure(part, chats.invented(part), outcome)
    found, quiet = data["found"], data["quiet"]
    return {
        "recall": found["recall"]["value"],
        "by_15": found["at"][15],
        "to_alarm": found["to_alarm"],
        "right_person": found["right_person"],
        "alarms_on_ordinary": quiet["alarms"],
        "labelled_1": found["conversations"],
        "labelled_0": quiet["conversations"],
    }


def main() -> None:
    """Measure, and write or show."""
    text = json.dumps({part: scores(part) for part in PARTS}, indent=2) + "\n"
    if "--show" in sys.argv[1:]:
        print(text, end="")
    else:
        FROZEN.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
