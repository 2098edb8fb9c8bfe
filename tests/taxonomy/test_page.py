"""The page of techniques in docs/ is the one that the data makes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from safelight.taxonomy.load import techniques
from safelight.taxonomy.page import page

PAGE = Path(__file__).parents[2] / "docs" / "techniques.md"


def test_page_is_generated(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, page())


def test_page_shows_every_technique_with_its_look_alikes_and_sources() -> None:
    text = page()
    for one in techniques().values():
        assert f"### `{one.id}`" in text
        for words in (one.definition, one.says, one.no_signal, *one.do, *one.looks_like, *one.sources):
            assert words in text


def test_every_link_of_the_table_leads_to_a_heading() -> None:
    text = page()
    headings = {heading.replace(".", "") for heading in re.findall(r"^### `(.+)`$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) == headings


def test_command_in_the_page_prints_it() -> None:
    command = [sys.executable, "-m", "safelight.taxonomy.page"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"}, check=True)
    assert done.stdout == page()
