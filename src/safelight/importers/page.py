"""Writes the page of all importers (docs/importers.md) from what they say: python -m safelight.importers.page."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from types import ModuleType

from safelight.importers.load import importers

WIDTH = 120

HEAD = """\
# Importers

<!-- Generated from TITLE, LEAVES_OUT and the docstrings of src/safelight/importers/*.py; do not edit. To write it anew:
     python -m safelight.importers.page > docs/importers.md -->

An *importer* reads one file format: a file in, conversations out. The content decides who reads a file, not its name
alone; a file that two importers claim is refused, and the error names both. Every line of a file ends up in exactly one
message, one system entry, or the list of what could not be read. Zip archives are looked into without unpacking them to
the disk.

What a format leaves out is shown with every result. Nothing noticed in a file that holds half a talk means nothing.
"""


def page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join((HEAD, _contents(), *("\n".join(_lines(name, one)) for name, one in importers().items())))


def _contents() -> str:
    """Return the table of all importers, by what a person calls the format."""
    rows = sorted(importers().items(), key=lambda pair: str(pair[1].TITLE).casefold())
    lines = "\n".join(f"| {module.TITLE} | [`{name}`](#{name}) |" for name, module in rows)
    return f"| Format | Importer |\n|---|---|\n{lines}\n"


def _lines(name: str, module: ModuleType) -> Iterator[str]:
    """Yield the lines of one entry."""
    yield f"## `{name}`\n"
    yield f"**{module.TITLE}.**{_last_resort(module)}\n"
    yield "\n\n".join(_paragraph(text) for text in (module.__doc__ or "").strip().split("\n\n")) + "\n"
    yield "What it leaves out:\n"
    yield "\n".join(_wrapped(f"- {sentence}", "  ") for sentence in module.LEAVES_OUT) + "\n"


def _last_resort(module: ModuleType) -> str:
    return " Asked only when no other importer claims the file." if getattr(module, "LAST_RESORT", False) else ""


def _paragraph(text: str) -> str:
    """Return a paragraph with its lines cut anew; an indented one shows a format, and stays as it is."""
    return text if text.startswith("    ") else _wrapped(" ".join(text.split()))


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    sys.stdout.write(page())
