"""Finds every English sentence that Safelight shows: in code, in data files, in templates. Used by catalogues.py.

In code a sentence is what stands in `_("...")`, `say("...")`, `mark("...")` and `_.plural("one", "many", n)`, what and
how to go on in an error, the reasons of `Skipped` and `Unread`, and what importers say about a file. In a data file it
is the value of a key that is shown (SHOWN). A sentence that is put together in code cannot be found, and stays English.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

SOURCE = Path(__file__).parent.parent / "src/safelight"
# How code calls a translator. `translatable` is `mark` under another name where a signal has its own Mark.
MARKS = frozenset({"_", "say", "mark", "translatable"})
# Calls whose sentences are translated where they are shown; the errors of schema/errors.py are added.
TOLD = frozenset({"Skipped", "Unread"})
# Errors that only people see who write code or data for Safelight.
FOR_DEVELOPERS = frozenset({"BadData", "BadState"})
# What a file of an app says itself, and what is filled in before it is looked up.
NOT_OURS = frozenset(
    {
        "This message responded to an earlier message.",
        "Replies that stand twice in this file, and were read once: {}.",
    }
)
# Arguments by name that hold no sentence.
NOT_SHOWN = frozenset({"where", "help", "name"})

# Which keys of a data file are shown: the first row whose folder or file fits. Rooms and lessons to come: the last one.
SHOWN: tuple[tuple[str, frozenset[str]], ...] = (
    ("lexicons/", frozenset()),
    ("models/", frozenset()),
    ("importers/", frozenset()),
    ("normalize/phone_apps/", frozenset({"sees", "look"})),
    ("normalize/", frozenset()),
    ("taxonomy/", frozenset({"name", "aim", "says", "why", "do"})),
    ("advice/helplines/", frozenset({"name", "what_happens", "hours"})),
    ("advice/reports/", frozenset({"name", "what_happens", "text"})),
    ("advice/", frozenset({"opening", "text", "why"})),
    ("assessment/", frozenset({"says"})),
    ("report/", frozenset({"name", "ask", "says"})),
    ("media/takedown_services/", frozenset({"name", "what_happens", "asks", "steps", "can", "cannot"})),
    ("media/see_signs", frozenset({"says"})),
    ("media/", frozenset()),
    ("lessons/settings/", frozenset({"title", "choose", "why", "age", "phone"})),
    ("lessons/phones/", frozenset({"name", "title", "choose", "why"})),
    ("lessons/papers/", frozenset({"title", "text", "young", "carer", "says"})),
    ("lessons/", frozenset()),  # a lesson brings its own translations
    (
        "interfaces/",
        frozenset({"name", "title", "says", "text", "why", "label", "hint", "question", "answer", "steps"}),
    ),
    ("", frozenset()),
)
# A key whose values are names of services: a translator may leave them as they are.
NAMES_OF_SERVICES = ("advice/helplines/", "media/takedown_services/")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One shown sentence. many: its form for other counts, "" if it is not counted. number: its place in the file."""

    one: str
    where: str
    number: int = 0
    many: str = ""
    hint: str = ""


def every(source: Path = SOURCE) -> Iterator[Sentence]:
    """Yield all sentences under a folder; one that stands in two places comes twice."""
    errors = _errors(source)
    for path in sorted(source.rglob("*.py")):
        where = path.relative_to(source).as_posix()
        yield from in_code(path.read_text(encoding="utf-8"), where, errors)
    for path in sorted(source.rglob("*.toml")):
        where = path.relative_to(source).as_posix()
        yield from in_data(path.read_text(encoding="utf-8"), where)
    for path in sorted(source.rglob("templates/**/*.html")):
        yield from in_template(path.read_text(encoding="utf-8"), path.relative_to(source).as_posix())


def _errors(source: Path) -> frozenset[str]:
    path = source / "schema/errors.py"
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    return frozenset(each.name for each in tree.body if isinstance(each, ast.ClassDef)) - FOR_DEVELOPERS


# ---------------------------------------------------------------- code


def in_code(text: str, where: str, errors: frozenset[str] = frozenset()) -> Iterator[Sentence]:
    """Yield the sentences of a Python module."""
    tree = ast.parse(text)
    named = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for words in _of_call(node, named, errors | TOLD):
                yield Sentence(words[0], where, node.lineno, words[1] if len(words) > 1 else "")
    if where.startswith("importers/") or where == "schema/errors.py":
        yield from _told_by_importers(tree, where)


def _of_call(call: ast.Call, named: dict[str, str], told: frozenset[str]) -> Iterator[tuple[str, ...]]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name == "plural":
        yield tuple(_text(each, {}) for each in call.args[:2])
    elif name in MARKS:
        yield from ((words,) for each in call.args for words in _texts(each, named))
    elif name in told:
        fields = [each.value for each in call.keywords if each.arg not in NOT_SHOWN]
        # The first argument of Skipped and Unread is a name or a place.
        shown = call.args[1:] if name in TOLD else call.args
        yield from ((words,) for each in (*shown, *fields) for words in _texts(each, named) if " " in words)


def _texts(node: ast.expr, named: dict[str, str]) -> Iterator[str]:
    """Yield the strings that an argument can be: a constant, one by name, or either side of an `if`."""
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body, named)
        yield from _texts(node.orelse, named)
    elif words := _text(node, named):
        yield words


def _text(node: ast.expr, named: dict[str, str]) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return named.get(node.id, "") if isinstance(node, ast.Name) else ""


def _constants(tree: ast.Module) -> dict[str, str]:
    """Return the strings that a module or a function gives a name: `_FIX = "Try again."`, `fix = "..."`."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            words = _text(node.value, {})
            if words:
                found.setdefault(node.targets[0].id, words)
    return found


def _told_by_importers(tree: ast.Module, where: str) -> Iterator[Sentence]:
    """Yield titles and notes: in importers every constant that reads like a sentence is shown, docstrings aside."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    developers = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) in FOR_DEVELOPERS]
    inside |= {id(part) for node in developers for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            words = node.value
            if words.count(" ") >= 2 and words[0].isupper() and words.endswith(".") and words not in NOT_OURS:
                yield Sentence(words, where, node.lineno)
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "TITLE":
            yield Sentence(_text(node.value, {}), where, node.lineno, hint="what a kind of file is called")


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


# ---------------------------------------------------------------- data


def in_data(text: str, where: str) -> Iterator[Sentence]:
    """Yield the sentences of a TOML file: the values of its shown keys, in their order."""
    keys = next(keys for start, keys in SHOWN if where.startswith(start))
    if not keys:
        return
    hint = "name of a service or a country; may stay" if where.startswith(NAMES_OF_SERVICES) else ""
    for number, (key, words) in enumerate(_values(tomllib.loads(text), keys)):
        yield Sentence(words, where, number, hint=hint if key == "name" else "")


def _values(value: object, keys: frozenset[str], key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _values(each, keys, name)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each, keys, key)
    elif isinstance(value, str) and value and key in keys:
        yield key, value


# ---------------------------------------------------------------- templates


def in_template(text: str, where: str) -> Iterator[Sentence]:
    """Yield the sentences of a Jinja template: `_("...")` and `_.plural("...", "...", n)`."""
    for call in Environment(trim_blocks=True, lstrip_blocks=True).parse(text).find_all(nodes.Call):
        words = [each.value for each in call.args if isinstance(each, nodes.Const) and isinstance(each.value, str)]
        if isinstance(call.node, nodes.Name) and call.node.name == "_" and words:
            yield Sentence(words[0], where, call.lineno)
        elif isinstance(call.node, nodes.Getattr) and call.node.attr == "plural" and len(words) > 1:
            yield Sentence(words[0], where, call.lineno, words[1])
