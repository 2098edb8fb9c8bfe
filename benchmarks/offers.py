"""Measures offers: false alarms on real adverts, the order of fraudulent ones, invented bad offers, and speed.

python benchmarks/offers.py [FILE]     FILE: adverts with EMSCAD's columns, as .csv or .csv.gz (or SAFELIGHT_ADVERTS)

Nothing was trained on the adverts. What is not there is said to be missing, and not counted as measured.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml

from safelight import Assessment, Level, Offer, check

ROOT = Path(__file__).parents[1]
VARIABLE = "SAFELIGHT_ADVERTS"
USUAL = ROOT.parent / "shared" / "data" / "offers" / "job_adverts.csv.gz"
NAMES = ("offers", "offers_second", "offers_third", "offers_fourth", "offers_roundabout")
INVENTED = tuple(ROOT / "tests" / "assessment" / f"{name}.yml" for name in NAMES)
# Words of the stretches of genuine adverts that are read as short offers.
STRETCH = 100
_BESIDE = ("job_id", "fraudulent", "title", "description")


@dataclass(frozen=True, slots=True)
class Advert:
    """One labelled advert, once with its fields, once as plain text."""

    fraudulent: bool
    whole: Offer
    plain: Offer


def adverts(path: Path) -> Iterator[Advert]:
    """Yield the adverts of a table with EMSCAD's columns."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for row in csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")):
        fields = {key: value for key, value in row.items() if key not in _BESIDE}
        parts = (row["company_profile"], row["description"], row["requirements"], row["benefits"])
        yield Advert(
            row["fraudulent"] == "1",
            Offer(row["description"], row["title"], fields),
            Offer("\n".join(filter(None, parts)), row["title"]),
        )


def points(assessment: Assessment) -> float:
    """Return the sum by which offers are put in an order."""
    return round(sum(reason.points for reason in assessment.reasons), 6)


def average_precision(scored: list[tuple[float, bool]]) -> float:
    """Return the average precision; among equal scores the bad ones come last, so that chance helps nobody."""
    found, total = 0, 0.0
    for place, (_, bad) in enumerate(sorted(scored, key=lambda pair: (-pair[0], pair[1])), 1):
        if bad:
            found += 1
            total += found / place
    return total / found if found else 0.0


def told(name: str, offers: list[tuple[Offer, bool]]) -> None:
    """Measure one way of giving the adverts, and print a line."""
    begin = time.process_time()
    answers = [(check(offer), bad) for offer, bad in offers]
    seconds = time.process_time() - begin
    alarms = [bad for answer, bad in answers if answer.level >= Level.CONCERN]
    genuine = sum(not bad for _, bad in offers)
    precision = average_precision([(points(answer), bad) for answer, bad in answers])
    print(
        f"{name}: {len(offers)} adverts, {genuine} genuine. Genuine ones at CONCERN or above: "
        f"{alarms.count(False)} ({alarms.count(False) / genuine:.2%}); fraudulent ones: {alarms.count(True)} of "
        f"{len(offers) - genuine}. Average precision {precision:.3f} (by chance {1 - genuine / len(offers):.3f}). "
        f"{len(offers) / seconds:.0f} adverts per CPU second."
    )


def measures(text: str) -> bool:
    """Tell whether an invented offer belongs to the half for which no phrase was written: by its hash."""
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 0


def invented() -> None:
    """Measure the short invented offers of each file, and print a line for each half and language."""
    for path in INVENTED:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for part in ("concern", "quiet"):
            for half, word in ((False, "seen"), (True, "measuring")):
                told = []
                for language, texts in table[part].items():
                    own = [text for text in texts if measures(text) == half]
                    told.append((language, sum(check(Offer(text)).level >= Level.CONCERN for text in own), len(own)))
                whole = f"{sum(found for _, found, _ in told)} of {sum(count for *_, count in told)}"
                each = ", ".join(f"{language} {found} of {count}" for language, found, count in told)
                print(f"{path.stem}, {part}, {word} half: {whole} at CONCERN or above ({each}).")


def stretches(offers: list[Offer]) -> None:
    """Measure false alarms on stretches of genuine adverts, each read as a short offer, and print a line."""
    words = (offer.text.split() for offer in offers)
    parts = [" ".join(each[at : at + STRETCH]) for each in words for at in range(0, min(len(each), 600), STRETCH)]
    alarms = sum(check(Offer(part)).level >= Level.CONCERN for part in parts)
    print(f"Stretches of {STRETCH} words of genuine adverts at CONCERN or above: {alarms} of {len(parts)}.")


def main() -> None:
    """Measure what is there and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", type=Path, nargs="?", default=Path(os.environ.get(VARIABLE, USUAL)))
    path = parser.parse_args().file
    if path.is_file():
        found = list(adverts(path))
        for advert in found:
            check(advert.whole)
        told("With fields", [(advert.whole, advert.fraudulent) for advert in found])
        told("Text only", [(advert.plain, advert.fraudulent) for advert in found])
        stretches([advert.plain for advert in found if not advert.fraudulent])
    else:
        print(f"Real adverts: not measured, {path.name} is missing.")
    invented()


if __name__ == "__main__":
    main()
