"""The page of importers in docs/ is the one that the modules make."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from safelight.importers.load import importers
from safelight.importers.page import WIDTH, page

PAGE = Path(__file__).parents[2] / "docs" / "importers.md"
# What stands in code, in an indented example or in the note at the top may hold any sign.
_CODE = re.compile(r"`[^`\n]*`|^    .*$|<!--.*?-->", re.MULTILINE | re.DOTALL)


def test_page_is_generated(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, page())


def test_page_says_all_that_the_importers_say() -> None:
    """Word for word; only the lines are cut anew."""
    said = " ".join(page().split())
    for name, module in importers().items():
        assert f"## `{name}`" in page()
        assert module.TITLE in said
        assert " ".join(str(module.__doc__).split()) in said
        for sentence in module.LEAVES_OUT:
            assert sentence in said


def test_every_link_of_the_table_leads_to_a_heading() -> None:
    assert re.findall(r"\]\(#([^)]+)\)", page())
    assert set(re.findall(r"\]\(#([^)]+)\)", page())) == set(re.findall(r"^## `(.+)`$", page(), re.MULTILINE))


def test_no_line_is_too_long_or_turns_into_a_list_by_its_first_sign() -> None:
    for line in page().splitlines():
        assert len(line) <= WIDTH, line
        assert not re.match(r"(?:>|\+ |\* |\d+[.)] )", line), line


def test_nothing_outside_code_is_taken_for_markup() -> None:
    plain = _CODE.sub("", page())
    assert re.findall(r"<[a-z/!]", plain) == []
    assert re.findall(r"(?<!\w)_\w", plain) == []


def test_command_in_the_page_prints_it() -> None:
    command = [sys.executable, "-m", "safelight.importers.page"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"}, check=True)
    assert done.stdout == page()
