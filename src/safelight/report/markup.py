"""Builds HTML and SVG from Python; everything that is not markup already is escaped."""

from __future__ import annotations

import re
from html import escape

_VOID = frozenset({"br", "circle", "hr", "line", "link", "meta", "path", "rect"})


class Safe(str):
    """A string that is markup already."""

    __slots__ = ()


def tag(element: str, *children: str | None, **attributes: str | int | bool | None) -> Safe:
    """Return an element. Children that are not Safe are escaped; None and False leave a child or attribute out.

    A final "_" of an attribute's name is dropped (class_), others become "-" (aria_label).
    """
    opening = element + "".join(_attribute(name, value) for name, value in attributes.items())
    if element in _VOID:
        return Safe(f"<{opening}>" if element in ("br", "hr", "link", "meta") else f"<{opening}/>")
    return Safe(f"<{opening}>{joined(*children)}</{element}>")


def joined(*children: str | None) -> Safe:
    """Return children one after another, escaped where needed."""
    return Safe("".join(_child(child) for child in children))


def filled(sentence: str, **children: str) -> Safe:
    """Return a translated sentence with its "{name}" places filled by markup or by text to be escaped."""
    parts = re.split(r"\{(\w+)\}", sentence)
    return joined(*(children.get(part, "") if number % 2 else part for number, part in enumerate(parts)))


def scrolling(table: Safe, label: str, labelled_by: str = "") -> Safe:
    """A wide table scrolls by itself and can be reached and scrolled with the keyboard.

    labelled_by: the id of a heading right above it: then it is a group of that section, no landmark of its own.
    """
    if labelled_by:
        return tag("div", table, class_="scrolling", tabindex="0", role="group", aria_labelledby=labelled_by)
    return tag("div", table, class_="scrolling", tabindex="0", role="region", aria_label=label)


def _child(child: str | None) -> str:
    if child is None or isinstance(child, Safe):
        return child or ""
    return escape(child, quote=False)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(str(value))}"'
