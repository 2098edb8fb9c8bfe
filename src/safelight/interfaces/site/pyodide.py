"""Reads Pyodide's core, the Python that runs in the tab, from a folder or from the archive that npm packs."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

from safelight.schema.errors import BadInput

VERSION = "0.29.5"
NAMES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
_LOCK = "pyodide-lock.json"
_FIX = f"Give the folder or .tgz of the npm package pyodide {VERSION}; see docs/browser_home.md."


def files(source: Path) -> dict[str, bytes]:
    """Return the files of the core by name. Raises BadInput (SL302) when some are missing or of another version."""
    found = _from_folder(source) if source.is_dir() else _from_archive(source)
    missing = sorted({*NAMES, _LOCK} - set(found))
    if missing:
        raise BadInput(f"Pyodide's core lacks {', '.join(missing)}", where=str(source), fix=_FIX)
    if f'"{VERSION}"'.encode() not in found["pyodide.mjs"]:
        raise BadInput(f"This is not Pyodide {VERSION}", where=str(source), fix=_FIX)
    # The list of hundreds of packages that could be fetched is left out: none is.
    bare = json.dumps({"info": json.loads(found[_LOCK])["info"], "packages": {}}, sort_keys=True)
    return {name: found[name] for name in NAMES} | {_LOCK: bare.encode()}


def _from_folder(folder: Path) -> dict[str, bytes]:
    inner = folder / "package" if (folder / "package").is_dir() else folder
    return {name: (inner / name).read_bytes() for name in (*NAMES, _LOCK) if (inner / name).is_file()}


def _from_archive(path: Path) -> dict[str, bytes]:
    try:
        with tarfile.open(path) as archive:
            members = {Path(each.name).name: each for each in archive if each.isfile()}
            read = {name: archive.extractfile(members[name]) for name in (*NAMES, _LOCK) if name in members}
            return {name: stream.read() for name, stream in read.items() if stream is not None}
    except (OSError, tarfile.TarError):
        raise BadInput("Pyodide's core cannot be read", where=str(path), fix=_FIX) from None
