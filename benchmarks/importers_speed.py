"""Measures reading a long WhatsApp export: CPU seconds and peak memory of a clean process, and that all of it is right.

    python benchmarks/importers_speed.py            make the file (seeded), read it in new processes, print the figures
    python benchmarks/importers_speed.py --runs 5   the best of five

The file: 200,000 lines, en-IN with 12 hours and U+202F before am/pm, an eighth of the messages on four lines, some
system entries. The reference figures of other readers stand in docs or in the issue; only this one is measured here.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

LINES = 200_000
SEED = 20230128
NAMES = ("Asha", "Ben Okoro", "María José", "+91 98765 43210", "Дима", "أحمد")
TEXTS = (
    "lol ok",
    "see you at practice tomorrow, bring the blue folder",
    "can you bring the book - the blue one",
    "did you do question 4: the long one?",
    "Meet at 10/11/2023, 9:30 maybe?",
    "<Media omitted>",
    "haha <This message was edited>",
    "This message was deleted",
    "I have no idea what the teacher meant with that last part of the homework",
    "https://example.org/a?b=1: look",
    "el partido es a las 5:30",
    "नमस्ते कैसे हो",
    "ok 👍🏽",
)
MORE = ("and the other thing", "", "- item one", "last line of it", "we can ask on Monday")
SYSTEM = ('Asha created group "Maths club"', "You were added", "Ben Okoro changed the group description")


def write(path: Path, lines: int = LINES, seed: int = SEED) -> dict[str, int]:
    """Write the file; return how many messages, system entries and bytes it has."""
    chance = random.Random(seed)
    when = datetime(2023, 1, 28, 9, 0)
    written = messages = system = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        while written < lines:
            when += timedelta(minutes=chance.choice((0, 0, 1, 1, 2, 7, 65)))
            hour, half = when.hour % 12 or 12, "am" if when.hour < 12 else "pm"
            head = f"{when:%d/%m/%y}, {hour}:{when:%M}\u202f{half} - "
            if chance.random() < 0.01:
                out.write(f"{head}{chance.choice(SYSTEM)}\n")
                system, written = system + 1, written + 1
                continue
            more = min(3 if chance.random() < 0.131 else 0, lines - written - 1)
            body = [chance.choice(TEXTS), *(chance.choice(MORE) for _ in range(more))]
            out.write(f"{head}{chance.choice(NAMES)}: " + "\n".join(body) + "\n")
            messages, written = messages + 1, written + 1 + more
    return {"lines": written, "messages": messages, "system": system, "bytes": path.stat().st_size}


READ = """
import json, resource, sys, time
start = time.process_time()
from safelight.importers.load import read
ready = time.process_time()
(one,) = read(sys.argv[1])
done = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
print(json.dumps({
    "cpu_read": round(done - ready, 2), "cpu_import": round(ready - start, 2), "peak_mb": round(peak, 1),
    "messages": sum(1 for m in one.messages if m.author), "system": sum(1 for m in one.messages if not m.author),
    "lines": one.source.lines, "unread": len(one.source.unread),
}))
"""


def measure(path: Path) -> dict[str, float]:
    """Read the file in a new process; return what it says."""
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--lines", type=int, default=LINES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "WhatsApp Chat with Maths club.txt"
        truth = write(path, arguments.lines)
        runs = [measure(path) for _ in range(arguments.runs)]
    best = min(runs, key=lambda run: run["cpu_read"])
    print("file ", json.dumps(truth))
    print("best ", json.dumps(best))
    wrong = {key for key in ("lines", "messages", "system") if best[key] != truth[key]}
    sys.exit(f"wrong: {', '.join(sorted(wrong))}" if wrong else 0)


if __name__ == "__main__":
    main()
