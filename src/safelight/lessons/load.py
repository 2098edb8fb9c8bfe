"""Finds the lessons: each is a folder with `meta.toml`, `scene.ink`, `scene.json` (compiled) and `po/<language>.po`.

How to write one: docs/lessons.md. Folders are walked on first use, sorted; there is no list to keep.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from safelight.lessons.catalogue import header, translations
from safelight.lessons.meta import Lesson, built
from safelight.lessons.story import Container, read
from safelight.locales.load import SOURCE_LANGUAGE, language
from safelight.schema.errors import BadData, BadInput
from safelight.taxonomy.tables import parse


def lessons(locale: str = SOURCE_LANGUAGE) -> Mapping[str, Lesson]:
    """Return every lesson by its slug, in the order of their numbers; in English where it is not translated."""
    return _lessons(language(locale) if locale else SOURCE_LANGUAGE)


def lesson(slug: str, locale: str = SOURCE_LANGUAGE) -> Lesson:
    """Return one lesson; BadInput for a slug that is not there."""
    try:
        return lessons(locale)[slug]
    except KeyError:
        raise BadInput("There is no lesson of this name.", fix="List all with: safelight learn") from None


def numbered(number: int, locale: str = SOURCE_LANGUAGE) -> Lesson | None:
    """Return the lesson with this number, None when there is none."""
    return next((each for each in lessons(locale).values() if each.number == number), None)


@cache
def story(slug: str) -> Container:
    """Return the story of a lesson, read once. It is not changed by playing."""
    return read(scene(slug))


@cache
def scene(slug: str) -> str:
    """Return a lesson's compiled Ink (JSON), as inkjs plays it."""
    return (_folder() / slug / "scene.json").read_text(encoding="utf-8")


def digest(source: str) -> str:
    """Return the SHA-256 of a scene's source; its line ends do not count."""
    return hashlib.sha256(source.replace("\r\n", "\n").encode("utf-8")).hexdigest()


def compiled_from(compiled: str) -> str:
    """Return the digest of the source that a `scene.json` was compiled from."""
    return str(json.loads(compiled).get("source_sha256", ""))


def _folder() -> Traversable:
    return resources.files("safelight.lessons")


def folders() -> Iterator[Traversable]:
    """Yield the folder of each lesson, sorted by slug."""
    for entry in sorted(_folder().iterdir(), key=lambda each: each.name):
        if entry.is_dir() and (entry / "meta.toml").is_file():
            yield entry


@cache
def _lessons(locale: str) -> Mapping[str, Lesson]:
    made = sorted((_read(folder, locale) for folder in folders()), key=lambda each: each.number)
    numbers = [each.number for each in made]
    if len(set(numbers)) < len(numbers):
        raise BadData("Two lessons have the same number", fix="Give each meta.toml its own number.")
    return MappingProxyType({each.slug: each for each in made})


def _read(folder: Traversable, locale: str) -> Lesson:
    """Read one lesson in one language."""
    file = f"lessons/{folder.name}/meta.toml"
    table = parse(file, (folder / "meta.toml").read_bytes())
    po = folder / "po" / f"{locale}.po"
    if locale == SOURCE_LANGUAGE or not po.is_file():
        return built(folder.name, table, {}, SOURCE_LANGUAGE, True)
    catalogue = po.read_text(encoding="utf-8")
    reviewed = header(catalogue, "X-Reviewed-By-Native-Speaker") == "yes"
    return built(folder.name, table, translations(catalogue, f"lessons/{folder.name}/po/{locale}.po"), locale, reviewed)
