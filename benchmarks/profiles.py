"""Profiles: how well the table of points tells labelled accounts apart. Nothing is trained.

Reads every JSON file of accounts below ../shared/data whose rows name `isFake` and the counts of a photo platform
(userFollowerCount, userFollowingCount, userMediaCount, userHasProfilPic, usernameDigitCount, usernameLength,
userBiographyLength). Says so when there is none. An account counts as made-up from NOTICE on; CONCERN is shown, too.

    python -m benchmarks.profiles
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safelight.engine import check
from safelight.schema.assessments import Level
from safelight.schema.items import Profile


def accounts() -> Iterator[dict[str, Any]]:
    for folder in Path(__file__).parents[1:4]:
        for path in sorted((folder / "shared" / "data").rglob("*.json")) if (folder / "shared").exists() else ():
            if b"isFake" in path.read_bytes()[:4000]:
                yield from json.loads(path.read_text("utf-8"))


def profile(row: dict[str, Any]) -> Profile:
    """Return the account as somebody would type it in: a handle of that length with so many digits."""
    digits, length = int(row.get("usernameDigitCount") or 0), int(row.get("usernameLength") or 0)
    handle = ("miralenakaitomsaraben" * 3)[: max(length - digits, 0)] + "8305174962"[:digits]
    picture = row.get("userHasProfilPic")
    private = row.get("userIsPrivate")
    return Profile(
        handle=handle,
        followers=row.get("userFollowerCount"),
        following=row.get("userFollowingCount"),
        posts=row.get("userMediaCount"),
        has_picture=None if picture is None else bool(picture),
        private=None if private is None else bool(private),
    )


def score(rows: list[tuple[Level, bool]], least: Level) -> dict[str, float]:
    right = sum(level >= least and fake for level, fake in rows)
    told = sum(level >= least for level, _ in rows)
    fakes = sum(fake for _, fake in rows)
    precision, recall = right / told if told else 0.0, right / fakes if fakes else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def main() -> None:
    rows = [(check(profile(row)).level, bool(row["isFake"])) for row in accounts()]
    if not rows:
        print("No labelled accounts below ../shared/data: nothing was measured.")
        return
    table = {level.name.lower(): score(rows, level) for level in (Level.NOTICE, Level.CONCERN)}
    print(json.dumps({"accounts": len(rows), "made_up": sum(fake for _, fake in rows), **table}, indent=1))


if __name__ == "__main__":
    main()
