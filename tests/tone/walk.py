"""Collects every text that Safelight shows: from the data, from lessons and catalogues, and from marked sentences."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.tone.lint import Text

import safelight
from safelight.advice.directory import directory
from safelight.advice.load import Entry, everything
from safelight.taxonomy.load import tactics, techniques

SOURCE = Path(safelight.__file__).parent
# Calls that mark a sentence for translation; see locales/load.py.
MARKS = {"_", "say", "mark", "plural"}

# Where sentences of the catalogues come from that are not linted as a young person's.
ELSEWHERE = re.compile(r"(advice|taxonomy|importers|evaluation|normalize/phone_apps|interfaces/cli)/|media/[\w/]+\.py")


@cache
def every() -> tuple[Text, ...]:
    return (*taxonomy(), *advice(), *helplines(), *lessons(), *papers(), *catalogues(), *marked())


def taxonomy() -> Iterator[Text]:
    for tactic in tactics().values():
        yield Text(f"{tactic.id}: name", tactic.name)
        yield Text(f"{tactic.id}: aim", tactic.aim)
    for one in techniques().values():
        for key, words in (("name", one.name), ("says", one.says), ("why", one.why)):
            yield Text(f"{one.id}: {key}", words)
        for number, words in enumerate(one.do):
            yield Text(f"{one.id}: do[{number}]", words)
        for words in (one.definition, one.no_signal, *one.looks_like):
            yield Text(f"{one.id}: for professionals", words, reader="helper", graded=False)


def advice() -> Iterator[Text]:
    for (audience, level), general in everything().general.items():
        where = f"general.{audience}.{level.name.lower()}"
        yield Text(f"{where}.opening", general.opening, audience, audience == "young_person")
        yield from _steps(where, audience, general.entries)
    for (kind, audience, level), said in everything().for_kind.items():
        where = f"general.{kind}.{audience}.{level.name.lower()}"
        yield Text(f"{where}.opening", said.opening, audience, audience == "young_person")
        yield from _steps(where, audience, said.entries)
    for technique, group in everything().groups.items():
        for audience, entries in group.entries.items():
            yield from _steps(f"{technique} for {audience}", audience, entries)


def _steps(where: str, audience: str, entries: tuple[Entry, ...]) -> Iterator[Text]:
    for entry in entries:
        yield Text(where, entry.step.text, audience, audience == "young_person")
        yield Text(f"{where}: why", entry.step.why, audience, audience == "young_person")


def helplines() -> Iterator[Text]:
    for country in directory().values():
        for record in country.records:
            yield Text(record.helpline.id, record.helpline.what_happens)


# A line of a scene that only steers it; what steers in a line that is shown: tags, marks, labels, conditions, brackets.
STEERS = re.compile(r"\s*(?:=|->|VAR |~|//|\{|\}|- else:)")
MARKUP = re.compile(r"#\w+:[\w.-]+|^[\s*+-]+(?:\(\w+\)|\{[^}]*\}|\s)*|[\[\]]|-> \w+$")


def lessons(folder: Path = SOURCE / "lessons") -> Iterator[Text]:
    """Yield the lines of lessons, as they are written; those for adults are not graded."""
    for path in sorted([*folder.rglob("meta.toml"), *folder.rglob("scene.ink")]):
        meta = tomllib.loads((path.parent / "meta.toml").read_text(encoding="utf-8"))
        reader = meta.get("for", ["young_person"])[0]
        if path.name == "meta.toml":
            lines = list(_strings({key: value for key, value in meta.items() if key != "sources"}))
        else:
            lines = [MARKUP.sub("", line) for line in _lines(path) if not STEERS.match(line)]
        name = str(path.relative_to(folder))
        yield from (Text(name, line.strip(), reader, reader == "young_person") for line in lines if line.strip())


# What is not a sentence in the data of rooms to do and to print; what only adults read is not graded.
NOT_READ = frozenset({"sources", "where", "name"})
FOR_ADULTS = frozenset({"carer", "teacher"})


def papers(folder: Path = SOURCE / "lessons") -> Iterator[Text]:
    """Yield the sentences of the settings drill, the agreement, the card and the teacher's pack."""
    for part in ("settings", "phones", "papers"):
        for path in sorted((folder / part).glob("*.toml")):
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            teacher = data.get("for") == ["teacher"]
            for key, words in _keyed(data):
                reader = "teacher" if teacher else "carer" if key in FOR_ADULTS else "young_person"
                yield Text(f"{part}/{path.name}: {key}", words, reader, reader == "young_person")


def _keyed(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield (key, sentence) of a TOML value, without what is not read as a sentence."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in NOT_READ:
                yield from _keyed(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _keyed(each, key)
    elif isinstance(value, str) and " " in value.strip():
        yield key, value


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _strings(value: object) -> Iterator[str]:
    """Yield the sentences in a TOML value; single words are ids."""
    if isinstance(value, str) and " " in value.strip():
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def catalogues(folder: Path = SOURCE / "locales") -> Iterator[Text]:
    """Yield the English sentences of the gettext templates and catalogues.

    Left out is what is walked with its own reader above, and what names file formats and menus ("UTF-8", "alerts").
    """
    for path in sorted([*folder.rglob("*.po"), *folder.rglob("*.pot")]):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            places = re.findall(r"^#: (.*)", block, re.MULTILINE)
            if places and all(ELSEWHERE.match(place) for line in places for place in line.split()):
                continue
            for entry in re.findall(r'^msgid((?:\s*"(?:[^"\\]|\\.)*")+)', block, re.MULTILINE):
                words = "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', entry))
                if words:
                    yield Text(path.name, words, graded=False)


def marked(folder: Path = SOURCE) -> Iterator[Text]:
    """Yield the sentences that code marks for translation."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in MARKS:
                yield from (Text(f"{path.name}:{node.lineno}", words, graded=False) for words in _constants(node))


def _name(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def _constants(call: ast.Call) -> Iterator[str]:
    for each in call.args:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value
