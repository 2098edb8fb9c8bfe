"""The signals by name, what wakes them, and their pages."""

from pathlib import Path

import pytest

from safelight.lexicons.load import languages, lexicon
from safelight.schema.errors import BadData
from safelight.signals import registry
from safelight.signals.registry import SECTIONS, listeners, signals
from safelight.taxonomy.load import techniques

GOLDEN = Path(__file__).parent / "golden" / "signals.txt"
CONVERSATION = signals("conversation")


def test_no_signal_comes_or_goes_unnoticed(golden):
    golden(GOLDEN, "".join(f"{name} {signal.technique}\n" for name, signal in CONVERSATION.items()))


@pytest.mark.parametrize("name", sorted(CONVERSATION))
def test_a_page_says_something_in_each_of_its_parts(name):
    page = CONVERSATION[name].page
    title, _, rest = page.partition("\n\n")
    assert title.endswith(".")
    assert "\n" not in title
    for part, following in zip(SECTIONS, (*SECTIONS[1:], ""), strict=True):
        _, found, text = rest.partition(part)
        text = text.partition(following)[0] if following else text
        assert found, part
        assert len(text.split()) >= 4, f"{part} is empty"


def test_the_phrases_of_a_technique_wake_one_signal_named_after_it():
    """A technique is said by one signal; others may listen to what it says, but not in its name."""
    for technique in techniques():
        woken = [s for s in listeners("conversation").get(technique, ()) if s.technique == technique]
        assert len(woken) <= 1, technique
        assert all(s.id == f"conversation.{technique.partition('.')[2]}" for s in woken)


def test_listeners_are_the_signals_by_what_they_listen_to():
    table = listeners("conversation")
    assert {(name, s.id) for name, found in table.items() for s in found} == {
        (name, s.id) for s in CONVERSATION.values() for name in s.listens
    }


@pytest.mark.parametrize("code", languages())
def test_a_signal_listens_to_phrases_of_some_group(code):
    lexicons = {group.lexicon for group in lexicon(code).groups}
    if code == "en":
        assert {name for s in CONVERSATION.values() for name in s.listens} - lexicons == set()
    assert {name for name in lexicons if not name.startswith("context.")} <= set(techniques())


def test_a_signal_without_a_part_is_refused(monkeypatch):
    class Half:
        TECHNIQUE = "trust.flattery"

    monkeypatch.setattr(registry.importlib, "import_module", lambda name: Half)
    with pytest.raises(BadData) as caught:
        registry._load("conversation", "half")
    assert "LISTENS, find" in str(caught.value)
    assert "half.py" in str(caught.value)
