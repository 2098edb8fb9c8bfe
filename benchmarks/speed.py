"""Speed and size, in CPU seconds: the clock of a busy machine says nothing."""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks import chats, importers_speed
from safelight.engine import Watch
from safelight.importers.jsonl import Record
from safelight.schema.items import Message

POINTS = (10, 1_000, 100_000)
COLD_MESSAGES = 500
RUNS = 5

CHECK_FILE = """
import json, sys, time
import safelight
start = time.process_time()
items = safelight.read(sys.argv[1])
read = time.process_time()
safelight.check(safelight.Conversation((safelight.Message("a", "hello"),)))
ready = time.process_time()
for item in items:
    safelight.check(item)
done = time.process_time()
print(json.dumps({"messages": sum(len(i.messages) for i in items), "read": read - start, "check": done - ready}))
"""
IMPORT = "import time; start = time.process_time(); import safelight; print(time.process_time() - start)"


def ordinary(count: int) -> list[Message]:
    """Return lines of ordinary talk: the students' when they are there, else invented ones."""
    records = chats.students() if chats.students_are_here() else chats.invented("seen")
    lines = list(islice((m for record in records for m in record.conversation.messages), count))
    return [Message(("a", "b")[number % 2], line.text) for number, line in enumerate(lines)]


def whole_file() -> dict[str, Any]:
    """Read and check a WhatsApp export of 200,000 lines in a new process; the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "WhatsApp Chat with Maths club.txt"
        truth = importers_speed.write(path)
        runs = [json.loads(_python(CHECK_FILE, str(path))) for _ in range(3)]
    best = min(runs, key=lambda run: float(run["check"]))
    return {
        "lines": truth["lines"],
        "messages": best["messages"],
        "read_cpu_seconds": round(best["read"], 2),
        "check_cpu_seconds": round(best["check"], 2),
        "messages_per_cpu_second": round(best["messages"] / best["check"]),
    }


def adding(count: int = 50_000) -> dict[str, float]:
    """Return how long `watch.add` takes: middle, 99th percentile and longest, in milliseconds of CPU time."""
    lines = ordinary(count)
    watch = Watch()
    for message in lines[:2_000]:
        watch.add(message)
    taken = sorted(_timed(lambda message=message: watch.add(message)) for message in lines)  # type: ignore[misc]
    at = {"median": 0.5, "p99": 0.99, "p999": 0.999}
    return {name: round(taken[int(len(taken) * part)] * 1000, 4) for name, part in at.items()} | {"count": len(taken)}


def by_length() -> dict[str, float]:
    """Return what a message costs at each of POINTS, in microseconds of CPU time; the best of some stretches."""
    lines = ordinary(5_000)
    _state_of(lines)  # The matcher makes its states when they are first needed.
    found = {}
    watch, seen, endless = Watch(), 0, cycle(lines)
    for point in POINTS:
        while seen < point:
            watch.step(next(endless))
            seen += 1
        found[str(point)] = round(_stretch(watch, lines) * 1e6, 1)
    return found


def _stretch(watch: Watch, lines: list[Message]) -> float:
    """Return the seconds per message when the same lines are added to a copy of this watch."""
    blob, best = watch.dump(), float("inf")
    for _ in range(RUNS):
        copy = Watch.load(blob)
        part = lines[:1_000]
        best = min(best, _timed(lambda copy=copy, part=part: [copy.step(m) for m in part]) / len(part))  # type: ignore[misc]
    return best


def state() -> dict[str, int]:
    """Return the largest stored state: of the invented chats, and of a crowd that says everything."""
    records = [*chats.invented("seen"), *chats.invented("held_back")]
    return {"invented_chats": max(_state_of(record.conversation.messages) for record in records),
            "adversarial_crowd": _state_of(_crowd(records))}  # fmt: skip


def _crowd(records: list[Record]) -> list[Message]:
    """Return 4,000 messages of 40 people with 200-character names, all out of the chats labelled 1."""
    chance = random.Random(7)
    names = ["".join(chance.choices("🦊🐉🌋🧿", k=200)) for _ in range(40)]
    lines = [m.text for record in records if record.label == 1 for m in record.conversation.messages]
    return [Message(chance.choice(names), ". ".join(chance.choices(lines, k=4))) for _ in range(4_000)]


def _state_of(messages: tuple[Message, ...] | list[Message]) -> int:
    watch = Watch()
    for message in messages:
        watch.step(message)
    return len(watch.dump())


def cold() -> dict[str, float]:
    """Return the CPU seconds of the whole process: `safelight check` on a chat of 500 messages, and the import."""
    said = [f"{m.author}: {' '.join(m.text.split()) or 'ok'}" for m in ordinary(COLD_MESSAGES)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chat.txt"
        path.write_text("\n".join(said) + "\n", encoding="utf-8")
        command = [sys.executable, "-c", "from safelight.interfaces.cli import main; main()", "check", str(path)]
        runs = [_process_seconds(command) for _ in range(RUNS)]
    imports = [float(_python(IMPORT)) for _ in range(RUNS)]
    return {"check_500_messages": round(min(runs), 3), "import_safelight": round(min(imports), 3)}


def _process_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env={**os.environ, "COLUMNS": "80"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _python(script: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def _timed(work: Callable[[], object]) -> float:
    started = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - started) / 1e9


def everything() -> dict[str, Any]:
    """Return all figures of speed and size."""
    return {"whatsapp_200k_lines": whole_file(), "watch_add_ms": adding(), "microseconds_at_message": by_length(),
            "state_bytes": state(), "process_cpu_seconds": cold()}  # fmt: skip
