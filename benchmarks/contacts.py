"""Contacts in adverts: how many hidden phone numbers are found, how many ordinary numbers are taken for one, how fast.

The adverts with hidden numbers are made here from invented parts, with a fixed seed: they say what the finder can undo,
not how people write in one city. Speed is taken on real job adverts when ../shared holds them, else on the made ones.

    python -m benchmarks.contacts
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import time
from pathlib import Path

from safelight.normalize.contacts import contacts

ADVERTS = next(
    (
        path
        for folder in Path(__file__).parents[1:4]
        if (path := folder / "shared" / "data" / "offers" / "job_adverts.csv.gz").exists()
    ),
    None,
)
TEXT = ("title", "location", "company_profile", "description", "requirements", "benefits")
SEED, MADE = 20261124, 400

WORDS = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    "hi-Latn": ["shunya", "ek", "do", "teen", "chaar", "paanch", "chhe", "saat", "aath", "nau"],
    "hi": ["शून्य", "एक", "दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ"],
}
SCRIPTS = {
    "full-width": "０１２３４５６７８９",
    "mathematical": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "arabic-indic": "٠١٢٣٤٥٦٧٨٩",
    "devanagari": "०१२३४५६७८९",
    "circled": "⓪①②③④⑤⑥⑦⑧⑨",
    "dark circled": "⓿❶❷❸❹❺❻❼❽❾",
    "superscript": "⁰¹²³⁴⁵⁶⁷⁸⁹",
}
SENTENCES = (
    "New in town and happy to help. Cleaning, ironing, gardens and small repairs.",
    "Looking for two people for six weeks, from 9 to 5, four days a week.",
    "Room of 14 m2 on floor 3, rent 650 a month, free from 01.12.2024.",
    "I am 24, 172 cm, and have worked in cafes since 2019.",
    "Lessons in maths for classes 5 to 10, 20 euros an hour, first one free.",
    "Dog sitter near the park, three years with big and small dogs.",
    "Selling a bike, 28 inch, 21 gears, bought for 1,299 in 2021.",
)
ORDINARY = (
    "I have two dogs, three cats and four fish, five birds, six hens, seven cows.",
    "From 1995 to 2004, again in 2010 and 2011, and from 2015-2019.",
    "It costs 1,299.99 or 2,500 or 10 000, with 20 % off until 31/12/2024 23:59.",
    "ISBN 978-0-306-40615-7 and ISBN 0-306-40615-2.",
    "Open 24/7, twenty four seven, from ten to eight.",
    "iPhone 15 Pro 256 GB 5G 120 Hz, build 19A5318f, v1.2.3-rc4.",
    "five foot ten, 140 lbs, sizes 34 36 38 40 42.",
    "one two three four five six seven, who is going to heaven",
    "ten nine eight seven six five four three two one go",
    "Order no 7035550142 and tracking 9400110200881234567890.",
    "zero to one hundred in three point five seconds",
    "28.6139391, 77.2090212 and 192.168.100.200",
    "he scored 21 15 30 12 18 24 9 in seven games",
    "my id is 4111 1111 1111 1111, code 98765432",
)


def number(pick: random.Random) -> str:
    return f"{pick.choice('2345679')}{pick.randrange(2, 10)}{pick.randrange(10)}555{pick.randrange(100, 200):04d}"


def written(digits: str, pick: random.Random) -> tuple[str, str]:
    """Return the name of a disguise and the number in it."""
    style = pick.choice(
        (
            "plain",
            "spaced",
            "signs",
            "emoji",
            "keycaps",
            "letters",
            "leet",
            "mixed",
            "glued",
            "dotted",
            *SCRIPTS,
            *WORDS,
        )
    )
    a, b, c = digits[:3], digits[3:6], digits[6:]
    if style in SCRIPTS:
        return style, "".join(SCRIPTS[style][int(each)] for each in digits)
    if style in WORDS:
        return style, pick.choice((" ", " ", "-", " . ")).join(WORDS[style][int(each)] for each in digits)
    some = [WORDS["en"][int(each)] if pick.random() < 0.5 else each for each in digits]
    some[0], some[1] = WORDS["en"][int(digits[0])], digits[1]
    return style, {
        "plain": f"({a}) {b}-{c}",
        "spaced": " ".join(digits),
        "signs": pick.choice("~*_|^").join((a, b, c)),
        "emoji": pick.choice("❤💋🌹⭐").join((a, b, c)),
        "keycaps": "".join(each + "\ufe0f\u20e3" for each in digits),
        "letters": f"{a}-{b}-{c}".replace("0", "O").replace("1", "l"),
        "leet": " ".join(
            WORDS["en"][int(each)].replace("e", "3").replace("o", "0").replace("i", "1") for each in digits
        ),
        "mixed": " ".join(some),
        "glued": "".join(some),
        "dotted": ".".join(digits),
    }[style]


def hidden() -> dict[str, object]:
    """Return recall by disguise, and false alarms on ordinary numbers."""
    pick = random.Random(SEED)
    asked: dict[str, list[bool]] = {}
    wrong = 0
    for _ in range(MADE):
        digits = number(pick)
        style, shown = written(digits, pick)
        parts = [*pick.sample(SENTENCES, 3), pick.choice(("call", "text me", "", "reach me at")) + f" {shown} thanks"]
        pick.shuffle(parts)
        found = {found.value[-10:] for found in contacts(" ".join(parts)) if found.kind == "phone"}
        asked.setdefault(style, []).append(digits in found)
        wrong += len(found - {digits})
    right = sum(map(sum, asked.values()))
    alarms = [text for text in (*ORDINARY, *SENTENCES) if any(found.kind == "phone" for found in contacts(text))]
    precision, recall = right / (right + wrong), right / MADE
    return {
        "numbers": MADE,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "recall_by_disguise": {style: round(sum(hits) / len(hits), 3) for style, hits in sorted(asked.items())},
        "ordinary_texts": len(ORDINARY) + len(SENTENCES),
        "ordinary_texts_with_alarm": len(alarms),
    }


def adverts() -> list[str]:
    assert ADVERTS is not None
    with gzip.open(ADVERTS) as packed:
        rows = csv.DictReader(io.TextIOWrapper(packed, "utf-8"))
        return ["\n".join(row.get(name) or "" for name in TEXT) for row in rows]


def made() -> list[str]:
    pick = random.Random(SEED)
    return [" ".join((*pick.sample(SENTENCES, 5), written(number(pick), pick)[1])) for _ in range(1000)]


def speed(texts: list[str]) -> dict[str, float]:
    contacts("call 703 555 0142 or seven oh 3 five5five 0142")
    best = min(_once(texts) for _ in range(3))
    return {
        "adverts": len(texts),
        "characters_each": round(sum(map(len, texts)) / len(texts)),
        "per_cpu_second": round(len(texts) / best),
    }


def _once(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        contacts(text)
    return time.process_time() - start


def main() -> None:
    print(json.dumps({"hidden": hidden(), "made adverts": speed(made())}, indent=1))
    if ADVERTS is not None:
        print(json.dumps({"job adverts": speed(adverts())}, indent=1))
    else:
        print("The job adverts of ../shared/data/offers are not here; speed was taken on made ones only.")


if __name__ == "__main__":
    main()
