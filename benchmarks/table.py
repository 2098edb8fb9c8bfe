"""The results as a page that one can read."""

from __future__ import annotations

from typing import Any

GOALS = {
    "per_10k": "at most 1",
    "recall": "at least 0.90",
    "to_alarm": "at most 15",
}
HEAD = """# What was measured

Written by `make bench` (`benchmarks/run.py`); the numbers stand in `results.json`. Times are CPU seconds of one core,
not the clock, the best of some runs.

    make bench                                              # everything but IRC
    .venv/bin/python benchmarks/run.py --irc FILE.jsonl.gz  # with ordinary IRC talk (JSON lines, label 0)
    .venv/bin/python -m benchmarks.freeze                   # write frozen.json anew
    safelight evaluate DATA.jsonl                           # the same figures on your own data

"""
LIMITS = """
## What the figures do not say

- The chats labelled 1 are invented, brief and in English. They show that the check works as meant, not how it fares on
  real ones. Half of them are held back: the rule is that nobody reads them while phrases are written. Their figures,
  though, were looked at while the weights were set, so they are not quite blind.
- The ordinary talk is English: students who were matched to chat, and people who help each other with computers.
  Families, couples and other languages are missing but for the invented look-alikes.
- The WhatsApp export repeats a few lines, which is kind to the check; student chat is the harder measure of speed.
- An alarm is CONCERN or above. Alarms per 10,000 messages count conversations with an alarm.
- *nine words* is the naive floor: an alarm at the first message that holds one of a list of nine words.
"""


def page(results: dict[str, Any]) -> str:
    """Return the whole page."""
    parts = [HEAD, f"Measured {results['date']}, {results['machine']}, on {results['version']}.\n\n"]
    parts += [_recall(results["accuracy"]), _quiet(results["accuracy"]), _speed(results), LIMITS]
    return "".join(parts)


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines) + "\n"


def _recall(sets: dict[str, Any]) -> str:
    head = ("set", "judge", "chats", "found (95 %)", "by 15 messages", "median to alarm", "right person")
    rows: list[tuple[object, ...]] = []
    for name, judges in sets.items():
        for judge, card in judges.items():
            found = card.get("found") if judge != "missing" else None
            if found:
                recall = found["recall"]
                share = f"{recall['value']:.3f} ({recall['low']:.3f}–{recall['high']:.3f})"
                numbers = (found["conversations"], share, f"{found['at'][15]:.2f}", _or_dash(found["to_alarm"]))
                rows.append((name, judge, *numbers, _or_dash(found["right_person"])))
    goal = f"Wanted: recall {GOALS['recall']}, median to alarm {GOALS['to_alarm']}.\n"
    return f"## Chats with tricks: found\n\n{_table(head, rows)}\n{goal}\n"


def _or_dash(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _quiet(sets: dict[str, Any]) -> str:
    head = ("set", "judge", "chats", "messages", "alarms", "per 10,000 messages (95 %)")
    rows: list[tuple[object, ...]] = []
    for name, judges in sets.items():
        if "missing" in judges:
            rows.append((name, f"not measured: {judges['missing']}", "", "", "", ""))
            continue
        for judge, card in judges.items():
            quiet = card["quiet"]
            if quiet:
                rate = quiet["per_10k"]
                shown = f"{rate['value']:.2f} ({rate['low']:.2f}–{rate['high']:.2f})"
                rows.append((name, judge, quiet["conversations"], quiet["messages"], quiet["alarms"], shown))
    goal = f"Wanted: {GOALS['per_10k']} per 10,000 messages of each source.\n"
    return f"## Ordinary talk: alarms\n\n{_table(head, rows)}\n{goal}\n"


def _speed(results: dict[str, Any]) -> str:
    speed, students = results["speed"], results["accuracy"]["students"].get("safelight")
    file, add, costs = speed["whatsapp_200k_lines"], speed["watch_add_ms"], speed["microseconds_at_message"]
    cold, state = speed["process_cpu_seconds"], speed["state_bytes"]
    flat = ", ".join(f"{int(at):,}: {cost:g} µs" for at, cost in costs.items())
    rows: list[tuple[object, ...]] = [
        ("read a WhatsApp export of 200,000 lines", f"{file['read_cpu_seconds']} s", "at most 2.0 s"),
        ("check it", f"{file['messages_per_cpu_second']:,} messages per s", "at least 20,000"),
        (
            "check ordinary student chat",
            f"{students['speed']:,} messages per s" if students else "–",
            "at least 20,000",
        ),
        ("`watch.add`, 99th percentile", f"{add['p99']} ms (median {add['median']} ms)", "under 1 ms"),
        ("cost of a message at message", flat, "flat"),
        ("largest stored state, invented chats", f"{state['invented_chats']} bytes", "under 4,096"),
        ("largest stored state, 40 people who say everything", f"{state['adversarial_crowd']} bytes", "under 4,096"),
        ("`safelight check`, 500 messages, whole process", f"{cold['check_500_messages']} s", "under 1 s"),
        ("`import safelight`", f"{cold['import_safelight']} s", "under 0.3 s"),
    ]
    return f"## Speed and size\n\n{_table(('what', 'measured', 'wanted'), rows)}"
