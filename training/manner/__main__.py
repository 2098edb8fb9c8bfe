"""Makes models/manner anew: `python -m training.manner --irc FILE.jsonl.gz`.

Needs `pip install -e '.[train]'` (numpy, scipy, chitchat-dataset). Takes about two minutes. Without --irc the ordinary
IRC talk is left out, and the model differs. Prints what it learned; judge it with benchmarks/run.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from safelight.models.manner_of_talk import FEATURES, NUMBER
from training.manner import vocabulary
from training.manner.fit import OTHER, OWN, TO, Fitted, Settings, Source, fit
from training.manner.synthesize import chats
from training.manner.talk import invented_chats, irc_chats, student_chats

FOLDER = Path(__file__).parents[2] / "src" / "safelight" / "models" / "manner"
SEED, COUNT = 7, 1200
LEAST_WEIGHT = 0.02
BOUNDS = (-1.5, 2.5)
SHOWN = 25


def sources(irc: Path | None) -> list[Source]:
    """Return the talk to learn from. Weights of chats keep large sources from drowning small ones."""
    seen, students = invented_chats(), student_chats()
    tricks, ordinary = [c for c in seen if c.label == 1], [c for c in seen if c.label == 0]
    made = list(chats(students, COUNT, SEED))
    found = [
        Source("invented", tricks, ordinary, 1.0, 1.5),
        Source("students", made, students, 0.15, 0.3),
    ]
    return [*found, Source("irc", (), irc_chats(irc), 1.0, 0.3)] if irc else found


def table(fitted: Fitted) -> dict[str, tuple[float, float]]:
    """Return feature -> (weight for the speaker, weight for the one spoken to), rounded, without what hardly counts."""
    names = sorted({name.removeprefix(TO) for name in fitted.weights} - {OWN, OTHER})
    pairs = {n: (round(fitted.weights.get(n, 0.0), 2), round(fitted.weights.get(TO + n, 0.0), 2)) for n in names}
    return {name: pair for name, pair in pairs.items() if max(map(abs, pair)) >= LEAST_WEIGHT}


def write(fitted: Fitted, settings: Settings) -> None:
    """Write weights.json and manifest.toml. A message's constant part is the highest drift of any ordinary source."""
    weights = table(fitted)
    body = ("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in weights.items()) + "\n}\n").encode()
    own = fitted.weights[OWN] - max(drift[0] for drift in fitted.drifts.values())
    other = fitted.weights[OTHER] - max(drift[1] for drift in fitted.drifts.values())
    (FOLDER / "weights.json").write_bytes(body)
    (FOLDER / "manifest.toml").write_text(
        f'''# Written by training/manner. What it is, how it was made and what it cannot do: card.md.
version = "1"
language = "en"
features = "{FEATURES}"
sha256 = "{hashlib.sha256(body).hexdigest()}"
licence = "Apache-2.0"
trained_on = [
  "invented chats (tests/chats/seen)",
  "half of chitchat-dataset (MIT)",
  "chats made by code",
  "half of the IRC talk (CC-BY-4.0)",
]

[numbers]
half_life = {settings.half_life}
own = {own:.4f}
other = {other:.4f}
least = {BOUNDS[0]}
most = {BOUNDS[1]}
''',
        encoding="utf-8",
    )


def main() -> None:
    """Fit, write, and print the heaviest weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--irc", type=Path, help="ordinary IRC talk, JSON lines")
    settings = Settings()
    fitted = fit(sources(parser.parse_args().irc), vocabulary.allowed() | {NUMBER}, settings)
    write(fitted, settings)
    ordered = sorted(fitted.weights.items(), key=lambda item: -item[1])
    print(f"{len(fitted.weights)} features; mean per message of ordinary talk: {fitted.drifts}")
    print("speak for it:", ", ".join(f"{name} {weight:.2f}" for name, weight in ordered[:SHOWN]))
    print("speak against:", ", ".join(f"{name} {weight:.2f}" for name, weight in ordered[-SHOWN:]))


if __name__ == "__main__":
    main()
