"""Writes the page of all techniques (docs/techniques.md) from the taxonomy: python -m safelight.taxonomy.page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from safelight.taxonomy.load import Tactic, Technique, tactics, techniques

SEVERITY = {
    1: "1, ordinary alone: common in everyday talk; it matters together with other things",
    2: "2, odd from somebody new: common among friends, worth a thought from a new contact",
    3: "3, serious: a known step towards harm; talk with somebody soon",
    4: "4, act now: harm is threatened, planned or happening",
}

HEAD = """\
# Techniques

<!-- Generated from src/safelight/taxonomy/*.toml; do not edit. To write it anew:
     python -m safelight.taxonomy.page > docs/techniques.md -->

A *tactic* says what the other side is after, a *technique* how it is done. Safelight names techniques, never people:
each one also happens between people who mean well, so every entry lists what looks like it but is not. Several
techniques may show at once, and they come in no fixed order.

How each source was read is written behind it: *(seen)* read in the original or its abstract, *(measured)* tried on the
data or tool itself, *(secondary)* known from another author's text only, *(from memory)* not yet looked up again.
The wording has not yet been reviewed by child-protection professionals.
"""


def page() -> str:
    """Return the whole page as Markdown."""
    every = techniques().values()
    parts = [HEAD, _severities(), _contents()]
    for tactic in tactics().values():
        parts.append(f"## {tactic.name} (`{tactic.id}`)\n\n{tactic.aim}\n")
        parts.extend(_technique(each) for each in every if each.tactic == tactic.id)
    return "\n".join(parts)


def _severities() -> str:
    """Return the list of the severities and what they mean."""
    return "Severity says how bad a technique is, not how sure a finding is:\n\n" + _bullets(SEVERITY.values())


def _contents() -> str:
    """Return the table of all techniques by tactic."""
    rows = "\n".join(_row(tactic) for tactic in tactics().values())
    return f"| Tactic | Techniques |\n|---|---|\n{rows}\n"


def _row(tactic: Tactic) -> str:
    """Return one row of the table; each technique links to its entry."""
    own = [each for each in techniques().values() if each.tactic == tactic.id]
    links = " · ".join(f"[{_short(each)}](#{_anchor(each)})" for each in own)
    return f"| {tactic.id} | {links} |"


def _short(technique: Technique) -> str:
    """Return the id without its tactic."""
    return technique.id.partition(".")[2]


def _anchor(technique: Technique) -> str:
    """Return the anchor that Markdown readers give to a heading which is the technique's id in code."""
    return technique.id.replace(".", "")


def _technique(technique: Technique) -> str:
    """Return one entry."""
    return "\n".join(_lines(technique))


def _lines(technique: Technique) -> Iterator[str]:
    """Yield the lines of one entry."""
    yield f"### `{technique.id}`\n"
    yield f"**{technique.name}.** {technique.definition}\n"
    yield f"- Severity {SEVERITY[technique.severity]}."
    yield f"- Shows in: {', '.join(technique.kinds)}."
    yield f"- No conversation signal: {technique.no_signal}" if technique.no_signal else "- Has a conversation signal."
    yield f"- Taught by the lesson `{technique.lesson}`.\n"
    yield f"What a young person reads:\n\n> {technique.says} {technique.why}\n>"
    yield _bullets(technique.do, "> - ")
    yield f"Looks like it but is not:\n\n{_bullets(technique.looks_like)}"
    yield f"Sources:\n\n{_bullets(technique.sources)}"


def _bullets(items: Iterable[str], mark: str = "- ") -> str:
    """Return a list with one line for each item."""
    return "".join(f"{mark}{item}\n" for item in items)


if __name__ == "__main__":
    sys.stdout.write(page())
