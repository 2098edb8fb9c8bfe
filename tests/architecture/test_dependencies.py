"""Core dependencies: few, pure Python, each with its licence and reason in docs/dependencies.md."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "safelight"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
BELOW = [path for path in sorted(SOURCE.rglob("*.py")) if "interfaces" not in path.relative_to(SOURCE).parts]
COMPILED = {".so", ".pyd", ".dylib", ".dll"}


def names(requirements: list[str]) -> set[str]:
    """The packages asked for here and now: markers count, extras of extras do not."""
    wanted = [Requirement(line) for line in requirements]
    return {canonicalize_name(each.name) for each in wanted if not each.marker or each.marker.evaluate({"extra": ""})}


def closure(requirements: list[str]) -> set[str]:
    found: set[str] = set()
    waiting = names(requirements)
    while waiting - found:
        name = min(waiting - found)
        found.add(name)
        waiting |= names(distribution(name).requires or [])
    return found


@cache
def table(heading: str) -> dict[str, dict[str, str]]:
    """The rows of the table under a heading of docs/dependencies.md, by package."""
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    section = re.split(r"^## ", text, flags=re.MULTILINE)
    lines = next(part for part in section if part.startswith(heading)).splitlines()
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows}


def licence_words(name: str) -> str:
    data = distribution(name).metadata
    said = [data.get("License-Expression"), data.get("License"), *(data.get_all("Classifier") or [])]
    return " ".join(text for text in said if text).replace("-", " ").lower()


CORE = sorted(closure(PROJECT["dependencies"]))
TABLE = table("Core")
KIND = {"Apache-2.0": "apache", "MIT": "mit", "PSF-2.0": "python software foundation"}


@pytest.mark.parametrize("name", CORE)
def test_a_core_package_has_its_reason_and_its_licence(name):
    row = TABLE[name]
    assert len(row["Reason"].split()) >= 4
    licence = row["Licence"]
    assert KIND.get(licence, licence.split("-")[0].lower()) in licence_words(name)


@pytest.mark.parametrize("name", CORE)
def test_a_core_package_is_pure_python(name):
    package = distribution(name)
    assert "Root-Is-Purelib: true" in (package.read_text("WHEEL") or "")
    assert not [str(file) for file in package.files or [] if file.suffix in COMPILED]


def test_the_table_names_no_package_that_is_gone():
    other_systems = {"colorama"}
    assert set(TABLE) - other_systems == set(CORE) - other_systems


def test_the_web_extra_has_its_table():
    rows = table("Extra `web`")
    assert set(rows) == names(PROJECT["optional-dependencies"]["web"])
    assert all(row["Licence"] and row["Reason"] for row in rows.values())


def imported(path: Path) -> set[str]:
    """First names of what a module imports, wherever in the module; relative imports are its own."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").partition(".")[0])
    return names


@cache
def owners() -> dict[str, list[str]]:
    """The packages of each module that is installed."""
    return dict(packages_distributions())


@cache
def engine_modules() -> set[str]:
    engine = {name for name, row in TABLE.items() if row["Used by"] == "engine"}
    return {module for module, packages in owners().items() if engine & {canonicalize_name(name) for name in packages}}


@cache
def picture_modules() -> set[str]:
    """What comes with the extra `pictures`; test_core_alone sees to it that it is imported late."""
    extra = {canonicalize_name(name) for name in table("Extra `pictures`")}
    return {module for module, packages in owners().items() if extra & {canonicalize_name(name) for name in packages}}


def test_the_pictures_extra_has_its_table():
    rows = table("Extra `pictures`")
    assert set(rows) == names(PROJECT["optional-dependencies"]["pictures"])
    assert all(row["Licence"] and row["Reason"] for row in rows.values())


def test_the_meaning_extra_has_its_table():
    rows = table("Extra `meaning`")
    assert set(rows) == names(PROJECT["optional-dependencies"]["meaning"])
    assert all(row["Licence"] and row["Reason"] for row in rows.values())


def test_the_keep_extra_has_its_table():
    rows = table("Extra `keep`")
    assert set(rows) == names(PROJECT["optional-dependencies"]["keep"])
    assert all(row["Licence"] and row["Reason"] for row in rows.values())


@pytest.mark.parametrize("path", BELOW, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_engine_code_imports_only_the_standard_library_and_engine_packages(path):
    extra = picture_modules() if path.is_relative_to(SOURCE / "media") else set()
    assert not imported(path) - engine_modules() - extra - sys.stdlib_module_names - {"safelight"}


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_a_library_gives_lower_bounds_only(requirement):
    assert {each.operator for each in Requirement(requirement).specifier} == {">="}


def test_the_lock_pins_everything_and_names_no_index():
    lines = [line for line in LOCK.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9.-]+==[^\s;]+( ; .+)?", line) for line in lines)
    assert "://" not in LOCK
    pinned = {line.partition("==")[0] for line in lines}
    extras = PROJECT["optional-dependencies"]
    assert names(PROJECT["dependencies"] + extras["web"] + extras["dev"]) <= pinned
