"""What lies in the folders is found, and nothing else: no list is kept anywhere."""

import importlib
import sys
from importlib import import_module
from pathlib import Path

import pytest

import safelight
from safelight.advice.directory import directory
from safelight.advice.load import everything
from safelight.importers.load import importers
from safelight.interfaces.cli.root import root
from safelight.lexicons import load as lexicons
from safelight.signals import registry
from safelight.signals.page import kinds
from safelight.signals.registry import SECTIONS, signals
from safelight.taxonomy.load import tactics, techniques

SOURCE = Path(safelight.__file__).parent
CONVERSATION = signals("conversation")
EVERY = {name: signal for kind in kinds() for name, signal in signals(kind).items()}


def modules(folder: str) -> set[str]:
    return {path.stem for path in (SOURCE / folder).glob("*.py")} - {"__init__"}


# ---------------------------------------------------------------- importers


def test_every_module_that_is_an_importer_is_found():
    defining = {
        name
        for name in modules("importers")
        for module in [import_module(f"safelight.importers.{name}")]
        if hasattr(module, "identify") and hasattr(module, "read")
    }
    assert set(importers()) == defining
    assert list(importers()) == sorted(importers())


@pytest.mark.parametrize("name", sorted(importers()))
def test_an_importer_says_what_it_is_and_what_it_leaves_out(name):
    module = importers()[name]
    assert module.TITLE
    assert isinstance(module.LEAVES_OUT, tuple)
    assert all(sentence.endswith(".") for sentence in module.LEAVES_OUT)
    assert module.__doc__


def test_exactly_one_importer_is_the_last_resort():
    assert [name for name, module in importers().items() if getattr(module, "LAST_RESORT", False)] == ["paste"]


# ---------------------------------------------------------------- signals


@pytest.mark.parametrize("kind", kinds())
def test_every_module_of_a_kind_is_a_signal(kind):
    assert {name.partition(".")[2] for name in signals(kind)} == modules(f"signals/{kind}")
    assert list(signals(kind)) == sorted(signals(kind))


def test_a_kind_without_a_folder_has_no_signals():
    assert registry.signals("nothing_of_that_kind") == {}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_signal_is_whole(name):
    signal = EVERY[name]
    assert signal.id == name
    assert signal.kind == name.partition(".")[0]
    assert signal.technique in techniques() or signal.technique == "*"
    places = [signal.page.find(section) for section in SECTIONS]
    assert -1 not in places, f"its docstring lacks {SECTIONS[places.index(-1)]}"
    assert places == sorted(places)


@pytest.mark.parametrize("name", sorted(CONVERSATION))
def test_a_signal_listens_to_phrases_that_exist(name):
    files = {path.stem for path in (SOURCE / "lexicons" / "en").glob("*.toml")}
    assert set(CONVERSATION[name].listens) - files - {"*"} == set()


def test_every_technique_that_shows_in_talk_has_a_signal_or_says_why_not():
    seen = {signal.technique for signal in CONVERSATION.values()}
    talk = {name for name, each in techniques().items() if "conversation" in each.kinds and not each.no_signal}
    assert talk - seen == set()


def test_a_technique_with_a_signal_does_not_say_that_it_has_none():
    """`no_signal` is about conversations; a technique may still be seen in a link or a profile."""
    seen = {signal.technique for signal in CONVERSATION.values()} - {"*"}
    assert [name for name in seen if techniques()[name].no_signal] == []


def test_a_new_signal_is_found_by_its_place_alone(tmp_path, monkeypatch):
    folder = tmp_path / "planted"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    lines = ('"""Planted."""', 'TECHNIQUE = "trust.flattery"', 'LISTENS = ("trust.flattery",)', "def find(look): ...")
    (folder / "one.py").write_text("\n".join(lines), encoding="utf-8")
    package = importlib.import_module("safelight.signals")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    try:
        assert set(registry.signals.__wrapped__("planted")) == {"planted.one"}
    finally:
        for name in [name for name in sys.modules if name.startswith("safelight.signals.planted")]:
            del sys.modules[name]


# ---------------------------------------------------------------- phrases


def test_every_file_of_phrases_is_read():
    for code in lexicons.languages():
        folder = SOURCE / "lexicons" / code
        files = {p.stem for p in folder.glob("*.toml")} - {"sets", "forms", "language"}
        assert {group.lexicon for group in lexicons.lexicon(code).groups} == files


def test_every_language_with_a_description_is_found():
    found = {path.parent.name for path in (SOURCE / "lexicons").glob("*/language.toml")}
    assert set(lexicons.languages()) == found
    assert "en" in found


@pytest.mark.parametrize(
    "path", sorted((SOURCE / "lexicons").glob("*/*.toml")), ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_a_file_of_phrases_is_named_after_a_technique_or_a_context(path):
    if path.stem not in ("sets", "forms", "language"):
        assert path.stem in techniques() or path.stem.startswith("context.")


def test_every_file_of_phrases_wakes_a_signal_or_informs():
    woken = {name for signal in CONVERSATION.values() for name in signal.listens}
    files = {path.stem for path in (SOURCE / "lexicons" / "en").glob("*.toml")} - {"sets", "forms", "language"}
    assert [name for name in files - woken if not name.startswith("context.")] == []


# ---------------------------------------------------------------- techniques, advice, commands


def test_every_tactic_is_a_file_and_every_file_a_tactic():
    assert set(tactics()) == {path.stem for path in (SOURCE / "taxonomy").glob("*.toml")}
    assert {each.tactic for each in techniques().values()} == set(tactics())


def test_every_file_of_steps_is_read():
    text = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "advice" / "steps").glob("*.toml"))
    groups = everything().groups
    assert groups
    assert [technique for technique in groups if technique not in text] == []
    assert set(groups) <= set(techniques())


def test_every_file_of_helplines_is_read():
    files = {path.stem for path in (SOURCE / "advice" / "helplines").glob("*.toml")}
    known = {code.lower() or "worldwide" for code in directory()}
    assert len(files) == len(known)


def test_every_command_is_a_module_and_every_module_a_command():
    names = {name.removesuffix("_").replace("_", "-") for name in modules("interfaces/cli/commands")}
    assert set(root.list_commands(None)) == names
    assert all(root.get_command(None, name) is not None for name in names)
    assert root.get_command(None, "nothing") is None
