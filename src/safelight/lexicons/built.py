"""Phrases put together beforehand, so that a check need not read thousands of them first.

`built/<language>.<kind>.json` is written when Safelight is installed (hatch_build.py), or by

    python -m safelight.lexicons.built

from the phrases as people write them, and holds their digest. A file that does not fit to them, or is not there, is
left aside and the phrases are read anew: slower, and the same. Nothing is ever written while something is checked.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, astuple
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from safelight.lexicons import written
from safelight.lexicons.automaton import Tables, smallest
from safelight.lexicons.phrases import CONVERSATION, Group, Phrases

FOLDER = "built"
_DATA = ("language.toml", "sets.toml", "forms.toml")
# A change of these may change what is built from the same phrases.
_CODE = ("automaton.py", "built.py", "pattern.py", "phrases.py", "written.py")


def stored(home: Traversable, language: str, kind: str) -> Phrases | None:
    """Return the phrases as built from the files in `home`; None when there are none that fit to them."""
    file = files("safelight.lexicons").joinpath(FOLDER, f"{language}.{kind}.json")
    try:
        read = json.loads(file.read_bytes())
        return _phrases(read) if read["of"] == _digest(home, kind) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _phrases(read: dict[str, Any]) -> Phrases:
    groups = tuple(Group(*row) for row in read["groups"])
    patterns, unless = _tables(read["patterns"]), _tables(read["unless"])
    return Phrases(read["name"], read["status"], groups, patterns, unless, frozenset(read["silenced"]))


def _tables(read: dict[str, Any]) -> Tables:
    # JSON has no numbers as keys.
    by_place = {name: {int(place): row for place, row in read[name].items()} for name in ("skips", "ends")}
    return Tables(**{**read, **by_place})


def _digest(home: Traversable, kind: str) -> str:
    """Return a digest of all that phrases are built from."""
    own = files("safelight.lexicons")
    sources = [*(own.joinpath(name) for name in _CODE), *(home.joinpath(name) for name in _DATA)]
    whole = blake2b(digest_size=16)
    for file in (*sources, *written.phrase_files(home, kind)):
        # A package may be installed without its sources; then its version is all that can be told.
        content = file.read_bytes() if file.is_file() else b""
        whole.update(f"{file.name} {len(content)} ".encode() + content)
    return whole.hexdigest()


def write() -> Iterator[tuple[str, int]]:
    """Build what does not fit to its phrases any more, and yield (name of the file, its size in bytes) of each."""
    root = Path(str(files("safelight.lexicons")))
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    wanted = set()
    for home in sorted(each.parent for each in root.glob("*/language.toml")):
        for kind in (CONVERSATION, *sorted(each.name for each in home.iterdir() if each.is_dir())):
            file = folder / f"{home.name}.{kind}.json"
            wanted.add(file)
            if written.phrase_files(home, kind) and stored(home, home.name, kind) is None:
                file.write_bytes(_bytes(home, kind))
                yield file.name, file.stat().st_size
    for file in set(folder.glob("*.json")) - wanted:
        file.unlink()


def _bytes(home: Path, kind: str) -> bytes:
    phrases = written.read(home, home.name, kind)
    content = {
        "of": _digest(home, kind),
        "name": phrases.name,
        "status": phrases.status,
        "groups": [astuple(group) for group in phrases.groups],
        "silenced": sorted(phrases.silenced),
        "patterns": asdict(smallest(phrases.patterns)),
        "unless": asdict(smallest(phrases.unless)),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    for name, size in write():
        sys.stdout.write(f"{name}: {size // 1024} KB\n")
