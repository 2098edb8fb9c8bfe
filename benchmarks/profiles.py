"""Profiles: how well the table of points tells labelled accounts apart. Nothing is trained.

Reads every JSON file of accounts below ../shared/data whose rows name `isFake` and the counts of a photo platform
(userFollowerCount, userFollowingCount, userMediaCount, userHasProfilPic, usernameDigitCount, usernameLength,
userBiographyLength). Says so when there is none. An account counts as made-up from NOTICE on; CONCERN is shown, too.

Simulated accounts are drawn as well, from what is published about a set of a photo platform (IGAudit): of both classes
together, quartiles of followers 39/151/716, of followed 58/230/590, of posts 0/9/82; a picture on 70 %, 16 % digits in
the names. How the two classes part is our guess: a picture on 41 % of the made-up and 99 % of the others. They say how
the points work on accounts of that shape, not how well real accounts are told apart.

    python -m benchmarks.profiles
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from safelight.engine import check
from safelight.schema.assessments import Level
from safelight.schema.items import Profile

SEED = 20261124


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


def drawn(fake: bool, pick: random.Random) -> dict[str, Any]:
    """Return a simulated account; a fifth of the made-up ones follow in bulk."""
    if fake:
        bulk = pick.random() < 0.2
        medians, picture, digits = (40.0, 3_000.0 if bulk else 250.0), 0.41, pick.choice((0, 0, 2, 3, 4, 4, 5, 6, 8))
        posts = pick.choice((0, 0, 0, 0, 0, 1, 2, 5, 12, 30))
    else:
        medians, picture, digits = (500.0, 400.0), 0.99, pick.choice((0, 0, 0, 0, 0, 0, 0, 1, 2, 4))
        posts = round(pick.lognormvariate(4.0, 1.6))
    # People mostly follow those who follow them: what both counts share is drawn once.
    shared = 0.0 if fake else pick.gauss(0, 0.9)
    followers, following = (
        round(median * math.exp(shared + pick.gauss(0, 1.1 if fake else 0.6))) for median in medians
    )
    return {
        "userFollowerCount": followers,
        "userFollowingCount": min(following, 7_500),
        "userMediaCount": posts,
        "userHasProfilPic": pick.random() < picture,
        "usernameDigitCount": digits,
        "usernameLength": 12,
        "isFake": fake,
    }


def measured(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    rows = [(check(profile(row)).level, bool(row["isFake"])) for row in found]
    table = {level.name.lower(): score(rows, level) for level in (Level.NOTICE, Level.CONCERN)}
    return {"accounts": len(rows), "made_up": sum(fake for _, fake in rows), **table}


def score(rows: list[tuple[Level, bool]], least: Level) -> dict[str, float]:
    right = sum(level >= least and fake for level, fake in rows)
    told = sum(level >= least for level, _ in rows)
    fakes = sum(fake for _, fake in rows)
    precision, recall = right / told if told else 0.0, right / fakes if fakes else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def main() -> None:
    pick = random.Random(SEED)
    made = [drawn(number < 200, pick) for number in range(1_200)]
    print(json.dumps({"simulated": measured(made)}, indent=1))
    real = list(accounts())
    if real:
        print(json.dumps(measured(real), indent=1))
    else:
        print("No labelled accounts below ../shared/data: real ones were not measured.")


if __name__ == "__main__":
    main()
