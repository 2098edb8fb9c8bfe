"""Files changed at random: readers and cleaners come to an end, raise nothing but coded errors, and do not grow."""

import json
import random
import re
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from tests.media.planted import FILES

from safelight.media import load, wash
from safelight.schema.errors import CannotClean

ROOT = Path(__file__).parents[2]
# What Linux knows about this process.
STATUS = Path("/proc/self/status")
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
    """In a process of its own, so that its memory tells: the highest that it ever was, and not of Python alone."""
    program = "import json; from tests.media.test_fuzz import measured; print(json.dumps(measured(2, 5_000)))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    longest, grown = json.loads(done.stdout)
    assert longest < SECONDS
    assert grown < MEGABYTES * 1024**2


def measured(seed: int, count: int) -> tuple[float, int]:
    """Return the longest CPU seconds that one file took, and by how many bytes memory grew meanwhile at most.

    Linux counts for each process; elsewhere tracemalloc does, which takes five times as long.
    """
    if STATUS.exists():
        fuzz(seed, 50)
        before = memory("VmSize")
        return fuzz(seed, count), memory("VmPeak") - before
    tracemalloc.start()
    try:
        return fuzz(seed, count), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def memory(name: str) -> int:
    """Return a figure of Linux about this process: bytes."""
    return int(re.search(rf"^{name}:\s+(\d+) kB", STATUS.read_text(), re.MULTILINE)[1]) * 1024


@pytest.mark.skipif(not STATUS.exists(), reason="Linux alone counts the memory of each process")
def test_memory_that_was_given_back_is_counted():
    program = "from tests.media.test_fuzz import memory; before = memory('VmSize'); bytes(200 * 1024**2); "
    program += "print(memory('VmPeak') - before)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert int(done.stdout) > MEGABYTES * 1024**2


def test_what_decodes_pictures_and_videos_does_no_harm():
    pytest.importorskip("cv2", reason="the extra `pictures` is not installed")
    from benchmarks.fuzz import measure

    found = measure("decode", 60, 3)
    assert found["longest_s"] < SECONDS
    assert found["grown_mb"] < MEGABYTES
    assert 0 < found["answered"] < 60
