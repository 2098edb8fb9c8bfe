"""Makes the model of another language from English talk: `python -m training.manner.across de --irc FILE.jsonl.gz`.

There is no chat in other languages to learn from, so the weights are learned on English: of *meanings* ("pic", "photo"
and "selfie" are one), and carried over to the words that say the same. meanings/en.toml says which English words are
one meaning, meanings/<code>.toml how the other language says it. Only words are carried over, no pairs: the order of
words differs. The constant part of a message is what ordinary talk of the other language adds on average (the chats of
tests/chats/languages and the look-alikes made by code), so that small talk adds nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from safelight.models.manner_of_talk import FEATURES, NUMBER
from training.manner.__main__ import BOUNDS, LEAST_WEIGHT, sources
from training.manner.carry import Weights, carried, drift, in_meanings, meanings, ordinary, said_in
from training.manner.fit import TO, Settings, fit

MODELS = Path(__file__).parents[2] / "src" / "safelight" / "models"
# Words alone say less than words and pairs: fewer weights, held closer to nought.
SETTINGS = Settings(penalty=1.0)


def learned(irc: Path | None, known: frozenset[str]) -> Weights:
    """Return meaning -> (weight for the speaker, weight for the one spoken to), of the meanings that can be carried."""
    table = meanings()
    found = [
        replace(
            source,
            tricks=[in_meanings(chat, table) for chat in source.tricks],
            ordinary=[in_meanings(chat, table) for chat in source.ordinary],
        )
        for source in sources(irc)
    ]
    fitted = fit(found, known | {NUMBER}, SETTINGS).weights
    names = {name.removeprefix(TO) for name in fitted if not name.removeprefix(TO).startswith("*")}
    return {name: (fitted.get(name, 0.0), fitted.get(TO + name, 0.0)) for name in names}


def write(weights: Weights, code: str, numbers: dict[str, Any]) -> None:
    """Write weights.json and manifest.toml of models/manner_<code>."""
    folder = MODELS / f"manner_{code}"
    folder.mkdir(exist_ok=True)
    body = "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(weights.items())) + "\n}\n"
    (folder / "weights.json").write_text(body, encoding="utf-8")
    lines = "\n".join(f"{name} = {number}" for name, number in numbers.items())
    (folder / "manifest.toml").write_text(
        f'''# Written by training/manner/across.py. What it is, how it was made and what it cannot do: card.md.
version = "1"
language = "{code}"
features = "{FEATURES}"
sha256 = "{hashlib.sha256(body.encode()).hexdigest()}"
licence = "Apache-2.0"
trained_on = [
  "the English talk that models/manner was made on",
  "a table of words that say the same (training/manner/meanings)",
]

[numbers]
{lines}
''',
        encoding="utf-8",
    )


def main() -> None:
    """Learn, carry over, write, and print the heaviest words."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("code")
    parser.add_argument("--irc", type=Path, help="ordinary IRC talk, JSON lines")
    asked = parser.parse_args()
    weights = carried(learned(asked.irc, frozenset(said_in(asked.code))), asked.code, LEAST_WEIGHT)
    drifts = [drift(weights, chats) for chats in ordinary(asked.code)]
    own, other = max(own for own, _ in drifts), max(other for _, other in drifts)
    numbers = {
        "half_life": SETTINGS.half_life,
        "own": round(-own, 4),
        "other": round(-other, 4),
        "least": BOUNDS[0],
        "most": BOUNDS[1],
    }
    write(weights, asked.code, numbers)
    ordered = sorted(weights, key=lambda word: -weights[word][0])
    print(f"{len(weights)} words; an ordinary message adds {own:.3f} and {other:.3f} on average")
    print("speak for it:", ", ".join(f"{word} {weights[word][0]}" for word in ordered[:40]))
    print("speak against:", ", ".join(f"{word} {weights[word][0]}" for word in ordered[-25:]))


if __name__ == "__main__":
    main()
