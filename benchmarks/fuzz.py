"""Files changed at random never hang, crash, or grow: readers, cleaners, and the decoders behind blurring and codes.

    .venv/bin/python -m benchmarks.fuzz [COUNT] [SEED] [--json]

"read and clean": COUNT planted files (5,000 if not said) of every format, pure Python, in CPU seconds. The others go
through compiled decoders in the child process with caps, in seconds of the clock: "decode", COUNT small drawn pictures
and videos, blurred and hashed; "see", COUNT / 10 small pictures, read for words and as a chat; "large", COUNT / 50
pictures of twelve megapixels, all of that. Each part runs in a process of its own, so that a crash is seen as one.
Anything but an answer or a coded error ends it with a trace. `lost` tells how often the child came to a cap, died, or
had an error that no decoder should raise, by its kind and place.
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
from functools import cache

from PIL import Image
from tests.media.chat_pictures import draw
from tests.media.drawn import clip, jpeg, png, waves
from tests.media.planted import FILES
from tests.media.test_fuzz import changed

from safelight.interfaces.cli.decoding import decoder
from safelight.media import blur, load, wash
from safelight.schema.errors import CannotClean, SafelightError

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
    with suppress(SafelightError):
        decoder.blurred(data, [blur.area("10%,10%,30%,30%")])
    return bool(decoder.codes(data).hashes.pdq)


def seen(data: bytes) -> bool:
    """Read the words, and who said what; say whether it could be opened."""
    with suppress(SafelightError):
        decoder.screenshot(data)
    with suppress(SafelightError):
        decoder.look(data)
        return True
    return False


def all_of_it(data: bytes) -> bool:
    """Do everything that decodes a picture."""
    return decoded(data) | seen(data)


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


def chats() -> dict[str, Make]:
    """Return small pictures with words in them."""
    made: dict[str, Make] = {}
    for name in ("PNG", "JPEG", "WEBP"):
        out = io.BytesIO()
        draw("whatsapp", dark=False, scale=2, seed=7).image.convert("RGB").crop((0, 0, 400, 300)).save(out, name)
        made[name.lower()] = out.getvalue
    return made


@cache
def _large() -> dict[str, bytes]:
    picture = Image.fromarray(waves(5, 1000, 750)).resize((4000, 3000))
    found = {}
    for name in ("JPEG", "PNG", "TIFF"):
        out = io.BytesIO()
        picture.save(out, name)
        found[name.lower()] = out.getvalue()
    return found


def large() -> dict[str, Make]:
    """Return pictures as phones make them: twelve megapixels."""
    return {name: (lambda data=data: data) for name, data in _large().items()}


# The files, what is done with one, and of how many of COUNT it is one.
PARTS: dict[str, tuple[Callable[[], dict[str, Make]], Callable[[bytes], bool], int]] = {
    "read and clean": (lambda: dict(FILES), cleaned, 1),
    "decode": (drawings, decoded, 1),
    "see": (chats, seen, 10),
    "large": (large, all_of_it, 50),
}


def measure(part: str, count: int, seed: int) -> dict[str, object]:
    """Return how many files gave something, the longest seconds of one, the most memory and its growth (MB)."""
    sources, work, _ = PARTS[part]
    here = part == "read and clean"
    clock = time.process_time if here else time.monotonic
    dice = random.Random(seed)
    whole = {name: make() for name, make in sources().items()}
    for data in whole.values():
        work(data)
    before = _peak(here)
    good, longest, begun = 0, 0.0, clock()
    for _ in range(count):
        data = changed(whole[dice.choice(sorted(whole))], dice)
        start = clock()
        good += work(data)
        longest = max(longest, clock() - start)
    took, peak = clock() - begun, _peak(here)
    return {
        "part": part, "files": count, "answered": good, "longest_s": round(longest, 3), "all_s": round(took, 1),
        "peak_mb": round(peak), "grown_mb": round(peak - before, 1), "lost": dict(decoder.capped.lost),
    }  # fmt: skip


def _peak(here: bool) -> float:
    """Return the most megabytes that this process had, or the largest of its children that have ended."""
    decoder.capped.end()
    return resource.getrusage(resource.RUSAGE_SELF if here else resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main(arguments: list[str]) -> int:
    """Measure each part in a process of its own."""
    if arguments[:1] == ["--part"]:
        print(json.dumps(measure(arguments[1], int(arguments[2]), int(arguments[3]))))
        return 0
    numbers = [int(each) for each in arguments if each.isdigit()]
    count, seed = (numbers + [COUNT, SEED][len(numbers) :])[:2]
    failed = 0
    for part, (*_, share) in PARTS.items():
        own = [sys.executable, "-m", "benchmarks.fuzz", "--part", part, str(max(1, count // share)), str(seed)]
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
