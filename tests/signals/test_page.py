"""The page of signals in docs/ is the one that their docstrings make."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from safelight.signals.page import WIDTH, kinds, page, sections
from safelight.signals.registry import SECTIONS, signals

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "signals.md"
EVERY = [signal for kind in kinds() for signal in signals(kind).values()]


def test_page_is_generated(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, page())


def test_every_folder_of_signals_is_a_kind() -> None:
    assert "conversation" in kinds()
    folder = ROOT / "src" / "safelight" / "signals"
    assert set(kinds()) == {path.parent.name for path in folder.glob("*/__init__.py")}


def test_page_says_all_that_the_docstrings_say() -> None:
    """Word for word; only the lines are cut anew."""
    written = page()
    said = " ".join(written.replace("**", "").split())
    for signal in EVERY:
        assert f"### `{signal.id}`" in written
        title, texts = sections(signal)
        assert list(texts) == list(SECTIONS)
        assert " ".join((title, *(f"{part} {text}" for part, text in texts.items()))) == " ".join(signal.page.split())
        for part, text in texts.items():
            assert f"{part} {text}" in said


def test_every_link_leads_to_a_technique() -> None:
    text = (ROOT / "docs" / "techniques.md").read_text(encoding="utf-8")
    headings = {heading.replace(".", "") for heading in re.findall(r"^### `(.+)`$", text, re.MULTILINE)}
    linked = set(re.findall(r"\]\(techniques\.md#([^)]+)\)", page()))
    assert linked
    assert linked <= headings


def test_no_line_is_too_long_or_turns_into_a_list_by_its_first_sign() -> None:
    for line in page().splitlines():
        assert len(line) <= WIDTH, line
        assert not re.match(r"(?:>|\+ |\* |\d+[.)] )", line), line


def test_command_in_the_page_prints_it() -> None:
    command = [sys.executable, "-m", "safelight.signals.page"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"}, check=True)
    assert done.stdout == page()
