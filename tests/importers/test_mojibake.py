from hypothesis import given
from hypothesis import strategies as st

from safelight.importers.mojibake import is_mangled, repaired, repaired_entry


def mangled(text: str) -> str:
    return text.encode().decode("latin-1")


def test_emoji_hindi_and_arabic_are_repaired() -> None:
    good = {"title": "café", "messages": [{"content": "नमस्ते 🎂"}, {"content": "مرحبا"}, {"content": "plain", "n": 5}]}
    bad = {"title": mangled("café"), "messages": [{"content": mangled("नमस्ते 🎂")}, {"content": mangled("مرحبا")},
                                                   {"content": "plain", "n": 5}]}  # fmt: skip
    assert repaired_entry(bad) == good


def test_a_literal_pair_in_a_good_file_survives() -> None:
    for other in ("crème brûlée", "a smile 😀", "a quote ’ here"):
        document: dict[str, object] = {"messages": [{"content": "they wrote cafÃ© there"}, {"content": other}]}
        assert repaired_entry(document) == document


def test_a_good_file_is_left_alone() -> None:
    document: dict[str, object] = {"a": "Grüße", "b": ["plain", None, 5, True]}
    assert not is_mangled(document)
    assert repaired_entry(document) == document


def test_a_mangled_text_that_was_cut_keeps_every_character() -> None:
    cut = mangled("see 🎂 🎂")[:-1]
    document: dict[str, object] = {"a": cut, "b": mangled("fine 🎂")}
    assert repaired_entry(document) == {"a": "see 🎂 ð\x9f\x8e", "b": "fine 🎂"}


def test_one_odd_text_in_a_clearly_mangled_file_stays_as_it_is() -> None:
    document: dict[str, object] = {"a": mangled("fine 🎂"), "b": mangled("good 🎂"), "c": "caf\xe9 odd"}
    assert repaired_entry(document) == {"a": "fine 🎂", "b": "good 🎂", "c": "caf\xe9 odd"}


@given(st.lists(st.text(), min_size=1))
def test_whatever_was_mangled_comes_back(texts: list[str]) -> None:
    bad = [mangled(text) for text in texts]
    assert (repaired(bad) if is_mangled(bad) else bad) == texts


NESTED = st.recursive(st.text() | st.integers() | st.none(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))


@given(NESTED)
def test_nothing_crashes_and_nothing_gets_lost(document: object) -> None:
    fixed = repaired(document) if is_mangled(document) else document
    assert type(fixed) is type(document)


def test_a_file_nested_without_end_is_no_danger() -> None:
    document: object = mangled("é")
    for _ in range(50_000):
        document = [document]
    assert is_mangled(document)
    assert isinstance(repaired(document), list)
