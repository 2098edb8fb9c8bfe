"""A compiled Ink story (version 21 of its JSON) as a tree of containers, and the paths that name places in it.

A container is a JSON list: what it holds, and last its names (null or a table: named containers, "#f" flags, "#n" its
own name). A path is absolute ("kai.0.c-0") or starts with "." and counts from the thing that holds it ("^": one up).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from safelight.schema.errors import BadData

INK_VERSION = 21
COUNTS_VISITS = 1
COUNTS_ONLY_AT_START = 4

# What the leaves of the tree are: commands and texts, numbers and truth values, and one-key tables (diverts, choices).
Leaf = str | int | float | bool | dict[str, object]


@dataclass(eq=False, slots=True)
class Container:
    """A stretch of the story. items: in reading order; named: also reachable by name; flags: what is counted here."""

    parent: Container | None = None
    name: str = ""
    flags: int = 0
    items: list[Container | Leaf] = field(default_factory=list)
    named: dict[str, Container] = field(default_factory=dict)

    def above(self) -> Iterator[Container]:
        """Yield this container and all around it, the innermost first."""
        here: Container | None = self
        while here is not None:
            yield here
            here = here.parent

    def place(self, child: Container) -> int | None:
        """Return where `child` stands among the items; None when it can only be reached by its name."""
        return next((at for at, each in enumerate(self.items) if each is child), None)

    @property
    def knot(self) -> str:
        """Return the name of the knot that this is in, "" outside of all."""
        names = [each.name for each in self.above() if each.parent is not None and each.parent.parent is None]
        return names[0] if names else ""


Place = tuple[Container, int]


def read(data: str) -> Container:
    """Return the story's outermost container; BadData when it is not a compiled story that we know."""
    try:
        value = json.loads(data)
    except ValueError as error:
        raise BadData("A lesson's scene.json is not JSON", fix="Run scripts/lessons.py.") from error
    if not isinstance(value, dict) or value.get("inkVersion") != INK_VERSION or not isinstance(value.get("root"), list):
        raise BadData(f"A lesson's scene.json is not Ink of version {INK_VERSION}", fix="Run scripts/lessons.py.")
    return _container(value["root"], None, "")


def _container(value: list[object], parent: Container | None, name: str) -> Container:
    """Build one container and all below it."""
    *items, names = value
    table: Mapping[str, object] = names if isinstance(names, dict) else {}
    made = Container(parent, str(table.get("#n", name)))
    flags = table.get("#f", 0)
    made.flags = flags if isinstance(flags, int) else 0
    for item in items:
        made.items.append(_container(item, made, "") if isinstance(item, list) else item)  # type: ignore[arg-type]
    for key, item in table.items():
        if isinstance(item, list):
            made.named[key] = _container(item, made, key)
    for child in made.items:
        if isinstance(child, Container) and child.name:
            made.named[child.name] = child
    return made


def find(path: str, held_by: Container) -> Place:
    """Return the place that a path names, as (container, index of the next item); BadData when there is none."""
    here = held_by
    parts = path.split(".")
    if path.startswith("."):
        # The first "^" leads from the divert to the container that holds it: that is where we are.
        parts = parts[2:] if parts[1] == "^" else parts[1:]
    else:
        here = next(each for each in held_by.above() if each.parent is None)
    for number, part in enumerate(parts):
        target = _one(here, part)
        if target is None and part.isdigit() and number == len(parts) - 1 and int(part) <= len(here.items):
            return here, int(part)
        if target is None:
            raise BadData("A lesson leads to a place that is not there", where=path, fix="Run scripts/lessons.py.")
        here = target
    return here, 0


def _one(here: Container, part: str) -> Container | None:
    """Return the container that one part of a path leads to."""
    if part == "^":
        return here.parent
    if part.isdigit():
        item = here.items[int(part)] if int(part) < len(here.items) else None
        return item if isinstance(item, Container) else None
    return here.named.get(part)
