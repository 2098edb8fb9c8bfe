"""The pages written by hand: their links lead somewhere, their lines are not too long, and all can be found."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INDEX = ROOT / "docs" / "index.md"
ROOT_PAGES = sorted(ROOT.glob("*.md"))
PAGES = [*ROOT_PAGES, *sorted((ROOT / "docs").rglob("*.md"))]
WIDTH = 120
_LINK = re.compile(r"\]\((?!\w+:)([^)\s]+)\)")


def anchors(path: Path) -> set[str]:
    """The names by which Markdown readers reach the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_and_their_anchors_lead_somewhere(path):
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        name, _, anchor = target.partition("#")
        page = (path.parent / name) if name else path
        assert page.exists(), target
        assert not anchor or anchor in anchors(page), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_page_is_in_the_index(path):
    text = INDEX.read_text(encoding="utf-8")
    linked = {(INDEX.parent / target).resolve() for target in _LINK.findall(text)}
    assert path == INDEX or path.resolve() in linked


@pytest.mark.parametrize("path", ROOT_PAGES, ids=lambda path: path.name)
def test_lines_are_not_too_long(path):
    long = [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > WIDTH]
    assert long == []


@pytest.mark.parametrize("path", ROOT_PAGES, ids=lambda path: path.name)
def test_the_tests_and_files_that_a_page_names_are_there(path):
    named = re.findall(r"`((?:src|tests|benchmarks|docs)/[\w./]+)`", path.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
