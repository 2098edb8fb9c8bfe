"""Writes the page of all signals (docs/signals.md) from their docstrings: python -m safelight.signals.page."""

from __future__ import annotations

import pkgutil
import sys
import textwrap
from collections.abc import Iterator

import safelight.signals as folder
from safelight.signals.registry import SECTIONS, Signal, signals
from safelight.taxonomy.load import techniques

WIDTH = 120

HEAD = """\
# Signals

<!-- Generated from the docstrings of src/safelight/signals/<kind>/*.py; do not edit. To write it anew:
     python -m safelight.signals.page > docs/signals.md -->

A *signal* is one small detector of one [technique](techniques.md) over one kind of item. It speaks about words, never
about a person: what it sees also happens between people who mean well, and each entry says where. How much a signal
counts stands in `src/safelight/assessment/weights.toml`; the phrases that wake it stand in
`src/safelight/lexicons/<language>/<name>.toml`. [How to add one](adding_a_signal.md).

The examples are invented. The wording has not yet been reviewed by child-protection professionals.
"""


def page() -> str:
    """Return the whole page as Markdown."""
    parts = [HEAD]
    for kind in kinds():
        own = sorted(signals(kind).values(), key=lambda signal: (signal.technique, signal.id))
        parts.append(f"## Kind of item: {kind}\n")
        parts.extend("\n".join(_lines(signal)) for signal in own)
    return "\n".join(parts)


def kinds() -> tuple[str, ...]:
    """Return the kinds of items that have a folder of signals, sorted."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(folder.__path__) if info.ispkg))


def sections(signal: Signal) -> tuple[str, dict[str, str]]:
    """Return the first sentence of a signal's docstring, and the text of each of its parts on one line."""
    title, _, rest = signal.page.strip().partition("\n\n")
    texts = {}
    for part, following in zip(SECTIONS, (*SECTIONS[1:], None), strict=True):
        _, _, rest = rest.partition(part)
        text = rest.partition(following)[0] if following else rest
        texts[part] = " ".join(text.split())
    return title, texts


def _lines(signal: Signal) -> Iterator[str]:
    """Yield the lines of one entry."""
    title, texts = sections(signal)
    yield f"### `{signal.id}`\n"
    yield f"{_wrapped(title)}\n"
    yield _wrapped(f"- Technique: {_technique(signal)}.", "  ")
    if signal.listens:
        yield _wrapped(f"- Wakes on the phrases of {', '.join(f'`{name}`' for name in signal.listens)}.", "  ")
    yield ""
    for part, text in texts.items():
        yield _wrapped(f"**{part}** {text}") + "\n"


def _technique(signal: Signal) -> str:
    """Return the technique, as a link to its entry."""
    anchor = signal.technique.replace(".", "")
    return f"{techniques()[signal.technique].name} ([`{signal.technique}`](techniques.md#{anchor}))"


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    sys.stdout.write(page())
