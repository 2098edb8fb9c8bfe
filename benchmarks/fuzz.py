"""Files changed at random never hang, crash, or grow: readers, cleaners, and the decoders behind blurring and codes.

    .venv/bin/python -m benchmarks.fuzz [COUNT] [SEED] [--json]

COUNT files (5,000 if not said) for each of two parts. "read and clean": planted files of every format, pure Python.
"decode": drawn pictures and videos, through Pillow and OpenCV. Each part runs in a process of its own, so that a crash
is seen as one. Anything but an answer or a coded error ends it with a trace. Times are CPU seconds.
"""

from __future__ import annotations

import io
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from PIL import Image
from tests.media.drawn import clip, jpeg, png, waves
from tests.media.planted import FILES
from tests.media.test_fuzz import changed

from safelight.media import blur, codes, load, wash
from safelight.schema.errors import BadInput, CannotClean

COUNT, SEED = 5_000, 7
Make = Callable[[], bytes]


def cleaned(data: bytes) -> bool:
    """Read and clean; say whether there is a copy."""
    load.facts(data)
    try:
        new, receipt = wash.clean(data, "fuzz")
    except CannotClean:
        return False
    assert not receipt.after.traces
    assert len(new) < len(data) + 4096
    return True


def decoded(data: bytes) -> bool:
    """Blur a spot and make all codes; say whether what it shows has any."""
    with suppress(CannotClean, BadInput):
        blur.blurred(data, [blur.area("10%,10%,30%,30%")])
    return bool(codes.of_file(data).hashes.pdq)


def drawings() -> dict[str, Make]:
    """Return small pictures and videos of the formats that are decoded."""
    pixels = waves(3, 160, 120)
    made = {"jpeg": jpeg(pixels), "png": png(pixels)}
    for name in ("WEBP", "TIFF", "GIF"):
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, name)
        made[name.lower()] = out.getvalue()
    scenes = [waves(seed, 160, 120) for seed in (1, 2)]
    made |= {"mp4": clip(scenes), "webm": clip(scenes, name="a.webm")}
    return {name: (lambda data=data: data) for name, data in made.items()}


PARTS: dict[str, tuple[Callable[[], dict[str, Make]], Callable[[bytes], bool]]] = {
    "read and clean": (lambda: dict(FILES), cleaned),
    "decode": (drawings, decoded),
}


def measure(part: str, count: int, seed: int) -> dict[str, float | str]:
    """Return how many files gave something, the longest CPU seconds of one, and by how much memory grew (MB)."""
    sources, work = PARTS[part]
    dice = random.Random(seed)
    whole = {name: make() for name, make in sources().items()}
    for data in whole.values():
        work(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    good, longest, begun = 0, 0.0, time.process_time()
    for _ in range(count):
        data = changed(whole[dice.choice(sorted(whole))], dice)
        start = time.process_time()
        good += work(data)
        longest = max(longest, time.process_time() - start)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {
        "part": part, "files": count, "answered": good, "longest_s": round(longest, 3),
        "all_s": round(time.process_time() - begun, 1), "grown_mb": round(grown, 1),
    }  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure each part in a process of its own."""
    if arguments[:1] == ["--part"]:
        print(json.dumps(measure(arguments[1], int(arguments[2]), int(arguments[3]))))
        return 0
    numbers = [int(each) for each in arguments if each.isdigit()]
    count, seed = (numbers + [COUNT, SEED][len(numbers) :])[:2]
    failed = 0
    for part in PARTS:
        own = [sys.executable, "-m", "benchmarks.fuzz", "--part", part, str(count), str(seed)]
        done = subprocess.run(own, capture_output=True, text=True)
        if done.returncode:
            failed = 1
            print(f"{part}: ended with {done.returncode}\n{done.stderr[-3000:]}")
        elif "--json" in arguments:
            print(done.stdout.strip())
        else:
            print(", ".join(f"{name} {value}" for name, value in json.loads(done.stdout).items()))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
