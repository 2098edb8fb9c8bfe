"""Errors: one code each, each code explained in docs/errors.md, and nothing explained that does not exist."""

import re
from pathlib import Path

import pytest

from safelight.schema import errors
from safelight.schema.errors import SafelightError

PAGE = (Path(__file__).parents[2] / "docs" / "errors.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (SL\d{3})\b[^\n]*\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
TITLES = dict(re.findall(r"^### (SL\d{3}) · (\w+)", PAGE, re.MULTILINE))


def kinds(root: type[SafelightError] = SafelightError) -> list[type[SafelightError]]:
    """All errors of the schema, the base first."""
    return [root, *(kind for child in root.__subclasses__() for kind in kinds(child))]


OURS = [kind for kind in kinds() if kind.__module__ == errors.__name__]


def test_there_is_no_error_elsewhere():
    """Errors of other modules would have no code of their own."""
    assert {kind.__module__ for kind in kinds() if kind.__module__.startswith("safelight")} == {errors.__name__}


def test_codes_are_unique():
    codes = [kind.code for kind in OURS]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"SL\d{3}", code) for code in codes)


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_every_error_is_explained(kind):
    assert TITLES[kind.code] == kind.__name__
    assert "What it means." in SECTIONS[kind.code]
    assert "What to do." in SECTIONS[kind.code]


def test_nothing_is_explained_that_does_not_exist():
    assert set(SECTIONS) == {kind.code for kind in OURS}
    assert list(SECTIONS) == sorted(SECTIONS)


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_every_error_has_a_page_of_its_own_in_the_code(kind):
    assert (kind.__doc__ or "").strip().endswith(".") or kind is SafelightError
    assert isinstance(kind("x"), SafelightError)


def test_the_text_is_made_of_the_parts():
    error = errors.DamagedFile("The end is missing", where="chat.txt, line 4", fix="Save it again.")
    assert str(error) == "SL103: The end is missing (chat.txt, line 4). Save it again."
    assert (error.what, error.where, error.fix) == ("The end is missing", "chat.txt, line 4", "Save it again.")


@pytest.mark.parametrize("what", ["It is empty", "It is empty."])
def test_a_sentence_ends_once(what):
    assert str(errors.EmptyFile(what)) == "SL104: It is empty."
    assert str(errors.EmptyFile(what, where="a")) == "SL104: It is empty (a)."


@pytest.mark.parametrize("kind", OURS[1:], ids=lambda kind: kind.__name__)
def test_the_code_raises_what_it_defines(kind):
    """An error that nobody raises, or that has no child that is raised, is dead."""
    source = Path(errors.__file__).parents[1]
    names = "|".join(child.__name__ for child in kinds(kind))
    used = (re.search(rf"\b({names})\(", path.read_text(encoding="utf-8")) for path in source.rglob("*.py")
            if path.name != "errors.py")  # fmt: skip
    assert any(used), f"{kind.__name__} is raised nowhere"
