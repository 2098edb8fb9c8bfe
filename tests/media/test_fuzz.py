"""Files changed at random: readers and cleaners come to an end, raise nothing but coded errors, and do not grow."""

import random
import time
import tracemalloc

import pytest
from tests.media.planted import FILES

from safelight.media import load, wash
from safelight.schema.errors import CannotClean

SECONDS = 5
MEGABYTES = 120
NUMBERS = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\1", b"\xff\xff\xff\x7f", b"\x80\0\0\0")


def changed(data: bytes, dice: random.Random) -> bytes:
    new = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        if not new:
            break
        at, kind = dice.randrange(len(new)), dice.random()
        if kind < 0.4:
            new[at] = dice.randrange(256)
        elif kind < 0.55:
            new[at : at + 4] = dice.choice(NUMBERS)
        elif kind < 0.65:
            del new[at : at + dice.randrange(1, 200)]
        elif kind < 0.8:
            other = dice.randrange(len(new))
            new[at:at] = new[other : other + dice.randrange(1, 300)]
        elif kind < 0.85:
            del new[at:]
        else:
            new[at] ^= 1 << dice.randrange(8)
    return bytes(new)


def fuzz(seed: int, count: int) -> float:
    """Return the longest CPU seconds that one file took."""
    dice = random.Random(seed)
    whole = {name: make() for name, make in FILES.items()}
    longest = 0.0
    for _ in range(count):
        data = changed(whole[dice.choice(sorted(whole))], dice)
        start = time.process_time()
        load.facts(data)
        try:
            new, receipt = wash.clean(data, "fuzz")
        except CannotClean as error:
            assert error.fix
        else:
            assert not receipt.after.traces
            assert len(new) < len(data) + 4096
        longest = max(longest, time.process_time() - start)
    return longest


def test_changed_files_do_no_harm():
    assert fuzz(1, 250) < SECONDS


@pytest.mark.slow
def test_five_thousand_changed_files_do_no_harm():
    tracemalloc.start()
    try:
        assert fuzz(2, 5_000) < SECONDS
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1024**2
    finally:
        tracemalloc.stop()


def test_what_decodes_pictures_and_videos_does_no_harm():
    pytest.importorskip("cv2", reason="the extra `pictures` is not installed")
    from benchmarks.fuzz import measure

    found = measure("decode", 60, 3)
    assert found["longest_s"] < SECONDS
    assert found["grown_mb"] < MEGABYTES
    assert 0 < found["answered"] < 60
