"""Nothing within 31 bits is missed, and nothing else is given. No faiss is needed; where it is there, it agrees."""

from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import safelight
from safelight.media.hashes import SAME_PICTURE, distance
from safelight.media.match import Index, Match
from safelight.schema.errors import BadInput

RANDOM = numpy.random.default_rng(3)
MANY = RANDOM.integers(0, 256, (20_000, 32), dtype=numpy.uint8)
HEX = [row.tobytes().hex() for row in MANY]
INDEX = Index.from_bytes(MANY.tobytes())


def changed(text: str, places: list[int]) -> str:
    number = int(text, 16)
    for place in places:
        number ^= 1 << place
    return f"{number:064x}"


@settings(max_examples=150, deadline=None)
@given(
    at=st.integers(0, len(HEX) - 1),
    places=st.lists(st.integers(0, 255), unique=True, max_size=SAME_PICTURE),
)
def test_nothing_within_31_bits_is_missed(at, places):
    assert Match(at, len(places)) in INDEX.near(changed(HEX[at], places))


def test_31_bits_spread_as_badly_as_can_be_are_found_and_32_are_not():
    """Two bits in each 16-bit part but one."""
    places = [part * 16 + bit for part in range(16) for bit in (3, 11)]
    assert INDEX.near(changed(HEX[5], places[:31])) == (Match(5, 31),)
    assert INDEX.near(changed(HEX[5], places)) == ()


@pytest.mark.parametrize("within", [0, 31, 32, 100, 110])
def test_what_is_given_is_what_a_comparison_with_all_gives(within):
    few = HEX[:3000]
    index = Index(few)
    for wanted in (changed(few[7], [1, 2, 3]), f"{12345:064x}", few[2999]):
        truth = sorted((distance(wanted, each), at) for at, each in enumerate(few))
        assert [(m.bits, m.at) for m in index.near(wanted, within=within)] == [p for p in truth if p[0] <= within]


def test_equal_hashes_are_all_given():
    """Where tables bring nearly all, all are compared."""
    index = Index(["ab" * 32] * 500 + ["cd" * 32])
    assert len(index.near("ab" * 32)) == 500
    assert index.near("cd" * 32) == (Match(500, 0),)


def test_several_hashes_of_one_picture_give_each_match_once_at_its_nearest():
    found = INDEX.near_any([changed(HEX[9], [0, 1, 2]), HEX[9], HEX[10]])
    assert found == (Match(9, 0), Match(10, 0))


def test_an_empty_index_knows_nothing():
    assert Index([]).near("00" * 32) == ()
    assert len(Index([])) == 0


def test_what_is_no_hash_is_refused():
    for call in (lambda: Index(["ff"]), lambda: INDEX.near("zz" * 32), lambda: Index.from_bytes(b"123"),
                 lambda: INDEX.near(HEX[0], within=257)):  # fmt: skip
        with pytest.raises(BadInput):
            call()


def test_faiss_agrees():
    faiss = pytest.importorskip("faiss", reason="faiss-cpu is no dependency; it is compared when it is installed")
    flat = faiss.IndexBinaryFlat(256)
    flat.add(MANY)
    for at in range(50):
        wanted = changed(HEX[at], list(range(at % 32)))
        _, _, found = flat.range_search(numpy.frombuffer(bytes.fromhex(wanted), numpy.uint8)[None, :], 32)
        assert {m.at for m in INDEX.near(wanted)} == set(found.tolist())


def test_nothing_that_a_young_person_runs_loads_it():
    source = Path(safelight.__file__).parent
    using = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if path.stem not in ("match", "match_lists") and "media.match" in path.read_text(encoding="utf-8")
    ]
    assert using == []
