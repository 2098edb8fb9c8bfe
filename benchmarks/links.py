"""Links: look-alikes of known names, by kind of change, ordinary hosts, and speed.

The look-alikes are made here by the kinds of change that dnstwist names. Ordinary hosts are those that stand in the
documentation of the packages installed beside Safelight, and in ordinary talk when ../shared holds it: found, not made.

    python -m benchmarks.links
"""

from __future__ import annotations

import gzip
import json
import random
import re
import site
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

from safelight.engine import check
from safelight.normalize.hosts import host
from safelight.normalize.known_names import Brand, brands, is_own
from safelight.schema.assessments import Level
from safelight.schema.items import Link

SEED, BRANDS, EACH = 20261124, 60, 20
KEYS = {
    "a": "qwsz", "b": "vghn", "c": "xdfv", "d": "rfcxse", "e": "4rdsw3", "f": "tgvcdr", "g": "yhbvft", "h": "ujnbgy",
    "i": "9okju8", "j": "ikmnhu", "k": "olmji", "l": "kop", "m": "njk", "n": "bhjm", "o": "0plki9", "p": "lo0",
    "q": "12wa", "r": "5tfde4", "s": "edxzaw", "t": "6ygfr5", "u": "8ijhy7", "v": "cfgb", "w": "3esaq2", "x": "zsdc",
    "y": "7uhgt6", "z": "asx",
}  # fmt: skip
SHAPES = {
    "a": "àáăąɑа", "b": "ḃɓ", "c": "çćс", "d": "ďđ", "e": "èéėе", "g": "ğɡ", "h": "ĥһ", "i": "íīı1l", "k": "ķκ",
    "l": "łĺ1i", "m": ["rn", "nn", "ṃ"], "n": "ñńr", "o": "öóо0", "p": "ṗр", "r": "ŕř", "s": "śşѕ", "t": "ťţ",
    "u": "úüv", "v": "ṿ", "w": ["vv", "ŵ"], "y": "ýу", "z": "žż",
}  # fmt: skip
WORDS = ("login", "secure", "verify", "account", "support", "update", "payment", "my", "online", "signin", "recovery")
ENDINGS = ("com", "net", "org", "info", "xyz", "top", "online", "site", "shop", "co", "io", "de", "ru", "in", "club")
LINK = re.compile(r"https?://([A-Za-z0-9._-]+\.[a-z]{2,})")


def changed(name: str, ending: str, pick: random.Random) -> dict[str, str]:
    """Return kind of change -> one host changed so."""
    at = pick.randrange(len(name))
    inside = pick.randrange(1, len(name))
    letter = name[at]
    shape = pick.choice(list(SHAPES.get(letter, letter + letter)))
    bits = [chr(ord(letter) ^ 1 << bit) for bit in range(5)]
    flipped = pick.choice([each for each in bits if each.isascii() and each.isalnum()] or ["x"])
    near = pick.choice(KEYS.get(letter, "x"))
    vowels = [place for place, each in enumerate(name) if each in "aeiou"] or [at]
    vowel = pick.choice(vowels)
    other = pick.choice([each for each in "aeiou" if each != name[vowel]])
    swap = min(at, len(name) - 2)
    word = pick.choice(WORDS)
    return {
        "addition": f"{name}{pick.choice('abcdefghijklmnopqrstuvwxyz0123456789')}.{ending}",
        "bitsquatting": f"{name[:at]}{flipped}{name[at + 1 :]}.{ending}",
        "dictionary": pick.choice((f"{name}-{word}", f"{name}{word}", f"{word}-{name}", f"{word}{name}"))
        + f".{ending}",
        "homoglyph": f"{name[:at]}{shape}{name[at + 1 :]}.{ending}",
        "hyphenation": f"{name[:inside]}-{name[inside:]}.{ending}",
        "insertion": f"{name[:inside]}{near}{name[inside:]}.{ending}",
        "omission": f"{name[:at]}{name[at + 1 :]}.{ending}",
        "repetition": f"{name[:at]}{letter}{name[at:]}.{ending}",
        "replacement": f"{name[:at]}{near}{name[at + 1 :]}.{ending}",
        "subdomain": f"{name[:inside]}.{name[inside:]}.{ending}",
        "tld-swap": f"{name}.{pick.choice([each for each in ENDINGS if each != ending])}",
        "transposition": f"{name[:swap]}{name[swap + 1]}{name[swap]}{name[swap + 2 :]}.{ending}",
        "vowel-swap": f"{name[:vowel]}{other}{name[vowel + 1 :]}.{ending}",
    }


def look_alikes() -> Iterator[tuple[str, str]]:
    """Yield (kind of change, host) for names of four letters and more; what is the name's own is left out."""
    pick = random.Random(SEED)
    wanted = [brand for brand in brands() if not brand.common and _can_be_copied(brand)]
    for brand in pick.sample(wanted, BRANDS):
        made: list[tuple[str, str]] = []
        while len(made) < EACH:
            for kind, found in changed(*_main(brand), pick).items():
                split = host(found)
                if split is not None and split.registered != brand.hosts[0] and not is_own(split):
                    made.append((kind, found))
        yield from made[:EACH]


def _can_be_copied(brand: Brand) -> bool:
    """Leave out names of three letters, and those under endings that only offices get."""
    first = host(brand.hosts[0])
    name = _main(brand)[0]
    return first is not None and not first.official and len(name) > 3 and name.replace("-", "") in brand.names


def _main(brand: Brand) -> tuple[str, str]:
    first = host(brand.hosts[0])
    assert first is not None
    return (first.name or brand.names[0]), first.suffix


def _is_documentation(path: Path) -> bool:
    return (path.suffix in (".py", ".txt", ".md", ".rst") or path.name == "METADATA") and path.is_file()


def ordinary_hosts() -> list[str]:
    """Return the hosts that installed packages name in their documentation, and those of ordinary talk."""
    texts = []
    for folder in (*site.getsitepackages(), sysconfig.get_path("stdlib")):
        texts += [path.read_text("utf-8", "ignore") for path in Path(folder).rglob("*") if _is_documentation(path)]
    for folder in Path(__file__).parents[1:4]:
        talk = folder / "shared" / "data" / "irc" / "conversations.jsonl.gz"
        if talk.exists():
            texts.append(gzip.decompress(talk.read_bytes()).decode("utf-8"))
            break
    else:
        print("../shared/data/irc is not here: hosts of installed packages only.")
    return sorted({found.lower() for text in texts for found in LINK.findall(text)})


def main() -> None:
    check(Link("https://example.org"))
    seen: dict[str, list[Level]] = {}
    for kind, found in look_alikes():
        answer = check(Link(f"https://{found}/"))
        level = (
            answer.level if any(each.technique == "deception.phoney_website" for each in answer.findings) else Level(1)
        )
        seen.setdefault(kind, []).append(level)
    levels = [level for each in seen.values() for level in each]
    hosts = ordinary_hosts()
    start = time.process_time()
    answers = {each: check(Link(f"https://{each}/")) for each in hosts}
    spent = time.process_time() - start
    flagged = sorted(each for each, answer in answers.items() if answer.findings)
    table = {
        "known_names": len(brands()),
        "look_alikes": len(levels),
        "seen": round(sum(level > Level.NOTHING_NOTICED for level in levels) / len(levels), 4),
        "concern": round(sum(level >= Level.CONCERN for level in levels) / len(levels), 4),
        "seen_by_kind": {
            kind: round(sum(level > Level.NOTHING_NOTICED for level in each) / len(each), 3)
            for kind, each in sorted(seen.items())
        },
        "ordinary_hosts": len(hosts),
        "ordinary_flagged": round(len(flagged) / len(hosts), 5),
        "links_per_cpu_second": round(len(hosts) / spent),
    }
    print(json.dumps(table, indent=1))
    print("flagged:", *flagged)


if __name__ == "__main__":
    main()
