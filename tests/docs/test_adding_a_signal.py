"""The worked example of docs/adding_a_signal.md works: its files are put into a copy, and its cases are run there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "adding_a_signal.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`((?:src|tests)/[^`]+)`:\n\n```\w+\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL))
NEEDED = ("src/safelight", "tests/cases", "tests/signals")


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in NEEDED:
        # What Python has compiled comes along: it fits, since copies keep their times.
        shutil.copytree(ROOT / name, folder / name)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n", encoding="utf-8")
    for name, body in FILES.items():
        assert not (folder / name).exists(), f"{name} is there already"
        (folder / name).write_text(body, encoding="utf-8")
    return folder


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_example_is_three_files():
    assert sorted(Path(name).suffix for name in FILES) == [".py", ".toml", ".yml"]


def test_its_cases_pass(copy):
    said = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/signals/test_cases.py", "-k", "counts_down")
    assert re.search(r"\b8 passed", said), said


def test_it_is_found_by_its_place_and_has_its_entry(copy):
    assert "### `conversation.counts_down`" in run(copy, "-m", "safelight.signals.page")
