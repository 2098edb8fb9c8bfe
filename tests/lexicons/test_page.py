"""The page of all languages is written from their files, names them all, and the one in docs/ is current."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from safelight.lexicons.load import languages, lexicon
from safelight.lexicons.page import WIDTH, evidence, page

PAGE = Path(__file__).parents[2] / "docs" / "languages.md"


def test_the_page_in_docs_is_current(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, page())


def test_the_command_prints_the_page():
    done = subprocess.run([sys.executable, "-m", "safelight.lexicons.page"], capture_output=True, check=True)
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == page()


@pytest.mark.parametrize("code", languages())
def test_a_language_has_its_row_and_says_what_stands_behind_it(code):
    assert f"| `{code}` | {lexicon(code).name} | {lexicon(code).status} |" in page()
    assert evidence(code)


def test_a_status_is_one_that_the_page_explains():
    explained = page().partition("## What the status means")[2].partition("## The languages")[0]
    assert all(f"| {lexicon(code).status} |" in explained for code in languages())


def test_no_line_is_too_long():
    assert [line for line in page().splitlines() if len(line) > WIDTH and not line.startswith("|")] == []
