"""The words: frozen, silent about what people wrote, quick to import."""

import dataclasses
import subprocess
import sys

import pytest

import safelight
from safelight.schema import advice, assessments, evidence, findings, items

MODULES = (items, evidence, findings, assessments, advice)
CLASSES = sorted(
    {c for m in MODULES for c in vars(m).values() if isinstance(c, type) and dataclasses.is_dataclass(c)},
    key=lambda c: c.__name__,
)
# What people wrote, or may have written: never in a repr.
WRITTEN = {"text", "title", "bio", "url", "data", "messages", "display_name", "handle", "links"}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_word_is_frozen_and_small(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
    assert kind.__doc__


@pytest.mark.parametrize("kind", [c for c in CLASSES if c.__module__ == items.__name__], ids=lambda kind: kind.__name__)
def test_what_people_wrote_is_in_no_repr(kind):
    loud = {field.name for field in dataclasses.fields(kind) if field.repr}
    assert loud & WRITTEN == set()


def test_a_span_without_start_or_end_cannot_be():
    with pytest.raises(TypeError):
        evidence.Span()  # type: ignore[call-arg]
    assert evidence.Span(1, 4) < evidence.Span(2, 3)


def test_an_item_may_leave_everything_out_that_was_not_stated():
    assert items.Profile().followers is None
    assert items.Offer(text="").title is None
    assert safelight.check(items.Profile()).level == safelight.Level.CANNOT_SAY


def test_the_public_names_are_all_there():
    assert [name for name in safelight.__all__ if not hasattr(safelight, name)] == []
    assert set(safelight.__all__) <= set(dir(safelight))
    with pytest.raises(AttributeError):
        safelight.nothing_of_that_name  # noqa: B018


def test_the_schema_needs_the_standard_library_only():
    code = "import sys, safelight.schema.items, safelight.schema.stored; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"click", "rich", "phonenumbers", "defusedxml", "tomllib", "yaml"}
