"""Gathers what the tab needs of this installation, Safelight and the packages it stands on, into one file.

Pure Python only: compiled speed-ups are left out, their packages fall back by themselves. The same inputs give the
same bytes: files are sorted and carry no date.
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
from collections.abc import Iterator, Mapping
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from safelight.schema.errors import MissingExtra

# The Python that the tab runs; requirements for older ones are not followed.
TAB_PYTHON = (3, 13)
_EXTRA = "web"
# Needed by the command line and by the server on this computer only.
_LEFT_OUT = frozenset({"click", "rich", "uvicorn"})
# Parts of Safelight that the tab has no use for; `web/static` lies beside it as plain files.
_NOT_OURS = ("interfaces/cli/", "interfaces/site/", "interfaces/web/static/", "evaluation/")
# Parts of other packages that nothing here imports: names of places and carriers, time zones, test backends.
_NOT_THEIRS = (
    "phonenumbers/carrierdata/", "phonenumbers/geodata/", "phonenumbers/shortdata/", "phonenumbers/tzdata/",
    "anyio/_backends/_trio.py", "anyio/pytest_plugin.py", "starlette/testclient.py",
)  # fmt: skip
# `phonenumbers` imports its short numbers by name when it starts, but reads their data on demand.
_KEPT_ANYHOW = ("phonenumbers/shortdata/__init__.py",)
_ENDINGS_LEFT_OUT = (".pyc", ".pyo", ".pyi", ".so", ".pyd", ".c", ".dll", ".dylib", ".exe")
_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)[^;]*(?:;(.*))?", re.DOTALL)
_FOR_PYTHON = re.compile(r"""\s*python(?:_full)?_version\s*(<|>=)\s*["'](\d+)\.(\d+)[\d.]*["']\s*""")


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a gzipped tar of files by their paths; the same files give the same bytes."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as target:
        for name in sorted(files):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(files[name]), 0o644
            target.addfile(entry, io.BytesIO(files[name]))
    return gzip.compress(made.getvalue(), compresslevel=9, mtime=0)


def static_files() -> dict[str, bytes]:
    """Return the files that the page asks for one by one, by their path below `static`."""
    return dict(_walk(resources.files("safelight").joinpath("interfaces", "web", "static")))


def app_files() -> dict[str, bytes]:
    """Return every file of the app and of its packages, by path. Raises MissingExtra (SL201) without the web extra."""
    files = {f"safelight/{name}": content for name, content in _walk(resources.files("safelight")) if _ours(name)}
    for name in packages():
        files |= _package(name)
    return files


def packages() -> list[str]:
    """Return the names of the distributions that the tab needs, sorted."""
    found: set[str] = set()
    waiting = list(_required("safelight", _EXTRA))
    while waiting:
        name = waiting.pop()
        if name not in found | _LEFT_OUT:
            found.add(name)
            waiting += _required(name)
    return sorted(found)


def licences() -> str:
    """Return the licences of all packages in the bundle, one after another."""
    return "\n\n".join(f"{'=' * 78}\n{_licence(name)}" for name in ["safelight", *packages()]) + "\n"


def _required(name: str, extra: str = "") -> Iterator[str]:
    """Yield the normalized names of what a distribution requires in the tab."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        fix = "Install it with: pip install 'safelight[web]'"
        raise MissingExtra(f"The browser home needs {name}.", fix=fix) from None
    for line in lines:
        match = _REQUIREMENT.match(line)
        if match and wanted(match[2] or "", extra):
            yield re.sub(r"[-_.]+", "-", match[1]).lower()


def wanted(marker: str, extra: str = "") -> bool:
    """Say whether a requirement with this marker counts: those of the extra, and those for the tab's Python."""
    parts = [part.strip() for part in re.split(r"\band\b", marker) if part.strip()]
    return all(_holds(part, extra) for part in parts)


def _holds(part: str, extra: str) -> bool:
    """Say whether one part of a marker holds in the tab; what is not known counts, an unused file harms nobody."""
    if part.startswith("extra"):
        return bool(extra) and extra in re.split(r"""["']""", part)
    match = _FOR_PYTHON.fullmatch(part)
    if match is None:
        return True
    below = (int(match[2]), int(match[3])) > TAB_PYTHON
    return below if match[1] == "<" else not below


def _package(name: str) -> dict[str, bytes]:
    """Return the files of an installed distribution that the tab can use."""
    files = {}
    for path in metadata.files(name) or []:
        shown = path.as_posix()
        if not shown.startswith("../") and ".dist-info/" not in shown and _theirs(shown):
            files[shown] = path.read_binary()
    return files


def _ours(name: str) -> bool:
    return not name.startswith(_NOT_OURS) and not name.endswith(_ENDINGS_LEFT_OUT)


def _theirs(name: str) -> bool:
    return name in _KEPT_ANYHOW or not (name.startswith(_NOT_THEIRS) or name.endswith(_ENDINGS_LEFT_OUT))


def _walk(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        name = above + each.name
        if each.is_dir():
            if each.name != "__pycache__":
                yield from _walk(each, f"{name}/")
        else:
            yield name, each.read_bytes()


def _licence(name: str) -> str:
    """Return name, version and the licence texts of a distribution."""
    about = metadata.metadata(name)
    stated = next((about[key] for key in ("License-Expression", "License") if key in about), "see its own pages")
    texts = [
        path.read_text(encoding="utf-8")
        for path in metadata.files(name) or []
        if ".dist-info/" in path.as_posix() and re.search(r"licen[cs]e|copying|notice", path.name, re.IGNORECASE)
    ]
    return "\n\n".join([f"{about['Name']} {about['Version']}: {stated.splitlines()[0]}", *sorted(texts)])
