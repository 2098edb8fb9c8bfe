"""The floors of ARCHITECTURE.md: the contracts in pyproject.toml hold, and they would notice if they did not."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "safelight"
BELOW = [path for path in sorted(SOURCE.rglob("*.py")) if "interfaces" not in path.relative_to(SOURCE).parts]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

# import-linter sees outside packages by their first name only, and urllib.parse is welcome.
NETWORK = {"urllib.request", "urllib.error", "urllib.robotparser", "http.client", "socket", "ssl", "asyncio"}

PLANTED = {
    "schema/planted.py": "import safelight.normalize\n",
    "signals/planted/__init__.py": "",
    "signals/planted/one.py": "x = 1\n",
    "signals/planted/two.py": "import safelight.signals.planted.one\n",
    "interfaces/planted_one.py": "import socket, click\n",
    "interfaces/planted_two.py": "import safelight.interfaces.planted_one\n",
    "report/planted.py": "import rich.table\n",
    "planted/__init__.py": "",
}


def lint(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


def test_the_contracts_hold():
    code, said = lint(ROOT)
    assert code == 0, said


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(SOURCE, folder / "src" / "safelight", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, text in PLANTED.items():
        path = folder / "src" / "safelight" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    code, said = lint(folder)
    assert code == 1, said
    return said


@pytest.mark.parametrize(
    "fault",
    [
        "safelight.schema.planted -> safelight.normalize",
        "safelight.signals.planted.two -> safelight.signals.planted.one",
        "safelight.interfaces.planted_two -> safelight.interfaces.planted_one",
        "safelight.report.planted -> rich",
        "- safelight.planted",  # a new folder without a floor
    ],
)
def test_the_contracts_notice(planted, fault):
    assert fault in planted


def test_the_contracts_leave_the_interfaces_their_packages(planted):
    assert not re.search(r"planted_one -> (click|socket)", planted)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", BELOW, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_below_the_interfaces_knows_the_network(path):
    assert not imported(path) & NETWORK
