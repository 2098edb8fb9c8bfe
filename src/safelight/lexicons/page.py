"""Writes the page of all languages (docs/languages.md): python -m safelight.lexicons.page."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from importlib.resources import files

from safelight.lexicons.load import languages, lexicon

WIDTH = 120

HEAD = """\
# Languages

<!-- Generated from src/safelight/lexicons/<language>/language.toml and the text in src/safelight/lexicons/page.py; do
     not edit. To write it anew: python -m safelight.lexicons.page > docs/languages.md -->

Safelight reads what people write in the languages below. What it shows (levels, reasons, advice) is a matter of
translation and stands apart: a chat in one language can be explained in another.

## How a language is told

Every message votes for its language by its small words ("nicht", "maar", "porque") and its script. The lists are data:
`src/safelight/normalize/function_words/<code>.txt`. A word that several languages share counts a part for each. A talk
is read in English, because people mix it in everywhere, and in the one other language that has phrases and enough of
the votes so far. A single message that is clearly in another language is read in it, too, so that switching is no way
around. A language with few votes (one or two words, "ok", names) is not guessed at: such messages are read in English
only.

## How a message is read

Letters are folded: no capitals, no accents ("für" is "fur", "mañana" is "manana"). Chat spellings are read as what
they stand for (`forms.toml`); in languages with many endings the same table brings the endings of frequent words to one
form, so that a phrase need not list them all. In English chats a word that nothing knows is mended when exactly one
word of the phrases is a slip away (`spelling.py`): letters swapped or doubled, one missing, a neighbouring key, a wrong
vowel, "-in" for "-ing". Real words and names are left as they are (`left_alone.txt`). Then the phrases of each language
in use are searched for in one pass.
Where a phrase of the talk's own language and an English one stand on the same words, the first counts.

All else is one and the same for all languages: the signals, how much each counts, what adds up, and the levels. So a
group of phrases has the same name in every language, and about the same strength.

## What the status means

| Status | Means |
|---|---|
| stable | Measured on held-back chats and on a large amount of ordinary talk; the figures stand in the benchmarks |
| beta | Written and tested on invented chats; not yet measured on talk that its writers had not seen |
"""

LIST = """\

## The languages

"Groups" counts the groups of phrases. What stands behind a language says its own file, and it is repeated here.
"""

TAIL = """\

## What this cannot do

- Slang, dialects and young people's words change faster than lists. A quiet result in any language says that nothing
  was noticed, not that nothing is there.
- The figures of one language say nothing about another. No status above is a promise.
- Of two languages besides English in one talk, only the one that has more votes is read, message by message.
- Nobody who works with young people in these languages has checked the phrases yet.

## How to add one

1. `src/safelight/normalize/function_words/<code>.txt`: about a hundred small words, so that the language is told.
2. `src/safelight/lexicons/<code>/language.toml`: `name`, `status`, and above them a comment that says what the phrases
   were tested on. It is printed on this page.
3. `sets.toml` and `forms.toml` (chat spellings, words that turn a phrase round, ages and school years in words), then
   one file per technique, named as in `lexicons/en/`. How phrases are written: `lexicons/pattern.py` and
   `lexicons/load.py`. Use the group names of `lexicons/en/`: signals ask for some of them by name. Write short phrases
   with gaps, in the language as it is typed; do not translate word by word.
4. Cases in `tests/cases/conversation/<code>/`, with more look-alikes than tricks, and ordinary chats in
   `tests/chats/languages/<code>.jsonl`.
5. Measure that ordinary talk in English does not become talk in the new language, and that ordinary talk in the new
   language stays quiet.
6. Write this page anew.
"""


def page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join((HEAD + LIST, *_table(), "", *_evidence())) + TAIL


def _table() -> Iterator[str]:
    yield "| Code | Language | Status | Groups |"
    yield "|---|---|---|---|"
    for code in languages():
        read = lexicon(code)
        yield f"| `{code}` | {read.name} | {read.status} | {len(read.groups)} |"


def _evidence() -> Iterator[str]:
    for code in languages():
        said = evidence(code)
        if said:
            yield textwrap.fill(f"- `{code}`: {said}", WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def evidence(code: str) -> str:
    """Return what the comment at the head of a language's file says, on one line; "" when there is none."""
    lines = files("safelight.lexicons").joinpath(code, "language.toml").read_text(encoding="utf-8").splitlines()
    return " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))


if __name__ == "__main__":
    sys.stdout.write(page())
