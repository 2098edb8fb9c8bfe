"""Reads one or more profiles from JSON: typed-in facts, or what a platform's interface or web page hands out.

A profile is any object that names an account and at least two of: followers, followed, posts, biography, day of
creation. It may lie a few levels deep. What is not in it stays "not stated". Known names of the fields:
profile_fields.toml.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.json_files import Entry
from safelight.normalize.handles import stand_in
from safelight.schema.errors import EmptyFile
from safelight.schema.items import Profile, Source

TITLE = "Profile, as JSON"
LEAVES_OUT = (
    "Posts, comments and pictures are not looked at.",
    "What the file does not say about the profile stays unknown.",
)
NAMELESS = "The file leaves the names out: a stand-in with as many letters and digits is shown."

_DEEP = 7
_LEAST = 2
COUNTS = ("followers", "following", "posts")
_TAG = re.compile(r"<[^<>]{0,500}>")
_MILLISECONDS = 100_000_000_000


@cache
def fields() -> Mapping[str, tuple[str, ...]]:
    """Return what each part of a profile is called in files: part -> spellings, dots lead into objects."""
    table = tomllib.loads((files("safelight.importers") / "profile_fields.toml").read_text("utf-8"))
    return {name: tuple(paths) for name, paths in table.items()}


@cache
def _first_keys(name: str) -> frozenset[str]:
    return frozenset(path.partition(".")[0] for path in fields()[name])


def identify(name: str, head: bytes) -> bool:
    """Tell a profile by the name of an account and two of its counts, or a count and a biography."""
    found = json_files.keys(head)
    counts = sum(bool(found & _first_keys(each)) for each in COUNTS)
    named = bool(found & _first_keys("handle"))
    if not named and found & _first_keys("name_length"):
        return counts >= _LEAST
    return named and (counts >= _LEAST or (counts == 1 and "bio" in found))


def read(stream: BinaryIO, name: str) -> Iterator[Profile]:
    """Yield the profiles. Raises DamagedFile, EmptyFile, WrongEncoding."""
    found = list(_profiles(json_files.load(stream, name), name, _DEEP))
    if not found:
        raise EmptyFile("The file holds no profile", where=name, fix="Type the facts in by hand.")
    yield from found


def _profiles(value: object, file: str, deep: int) -> Iterator[Profile]:
    """Yield the profiles in a value; what lies inside a profile (followers, posts) is no further one."""
    if isinstance(value, dict):
        made = _profile(value, file)
        if made is not None:
            yield made
        elif deep:
            for each in value.values():
                yield from _profiles(each, file, deep - 1)
    elif isinstance(value, list) and deep:
        for each in value:
            yield from _profiles(each, file, deep - 1)


def _profile(entry: Entry, file: str) -> Profile | None:
    handle = json_files.words(_value(entry, "handle"))
    facts = {name: count(_value(entry, name)) for name in COUNTS}
    bio, created = _text(_value(entry, "bio")), _date(_value(entry, "created"))
    known = sum(each is not None for each in facts.values()) + bool(bio) + (created is not None)
    # Tables for research leave the names out and tell only how long they are.
    length = count(_value(entry, "name_length"))
    nameless = not handle and length is not None and known >= _LEAST
    if nameless and length:
        handle = stand_in(length, count(_value(entry, "name_digits")) or 0)
    if (not handle and not nameless) or known < _LEAST:
        return None
    return Profile(
        handle=handle,
        display_name=_text(_value(entry, "display_name")),
        bio=bio,
        created=created,
        has_picture=_picture(entry),
        private=flag(_value(entry, "private")),
        links=tuple(_links(_value(entry, "links"))),
        source=Source(format="profile_json", name=file, notes=(*LEAVES_OUT, NAMELESS) if nameless else LEAVES_OUT),
        followers=facts["followers"],
        following=facts["following"],
        posts=facts["posts"],
    )


def _value(entry: Entry, name: str) -> object:
    """Return the first value that is there, also inside an object; None when there is none."""
    for path in fields()[name]:
        value: object = entry
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None and not (name in COUNTS and isinstance(value, dict | list)):
            return value
    return None


def count(value: object) -> int | None:
    """Return a count that is written as a number or as text ("1,204"); None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    digits = re.sub(r"[ ,._']", "", str(value)) if isinstance(value, str) else str(int(value))
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _text(value: object) -> str:
    return html.unescape(_TAG.sub(" ", json_files.words(value))).strip()


def flag(value: object) -> bool | None:
    """Return a yes or no that is written as true, 1, "yes" and the like; None for anything else."""
    if isinstance(value, str):
        return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(
            value.strip().lower()
        )
    return bool(value) if isinstance(value, bool) or value in (0, 1) else None


def _picture(entry: Entry) -> bool | None:
    has = flag(_value(entry, "has_picture"))
    none = flag(_value(entry, "no_picture"))
    return has if has is not None else (None if none is None else not none)


def _date(value: object) -> datetime | str | None:
    if isinstance(value, str):
        return json_files.words(value) or None
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        return None
    try:
        return datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _links(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        link = json_files.words(each.get("url") or each.get("value") if isinstance(each, dict) else each)
        if "." in link:
            yield _TAG.sub("", link).strip()
