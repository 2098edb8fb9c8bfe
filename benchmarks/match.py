"""How quickly a hash is found among a million, and whether any is missed: `python -m benchmarks.match`.

Random hashes with a fixed seed; the queries are entries with 0 to 31 bits changed, and strangers. faiss
(IndexBinaryFlat) is measured beside ours when it is installed. Times are CPU milliseconds of one thread.
"""

from __future__ import annotations

import argparse
import json
import time

import numpy

from safelight.media.hashes import SAME_PICTURE
from safelight.media.match import Index


def hashes(count: int, seed: int = 7) -> numpy.ndarray:
    return numpy.random.default_rng(seed).integers(0, 256, (count, 32), dtype=numpy.uint8)


def queries(all_hashes: numpy.ndarray, count: int, seed: int = 8) -> tuple[numpy.ndarray, list[int]]:
    """Entries with 0..31 bits changed, evenly; and where each came from."""
    random = numpy.random.default_rng(seed)
    places = random.integers(0, len(all_hashes), count)
    bits = numpy.unpackbits(all_hashes[places], axis=1)
    for row in range(count):
        bits[row, random.choice(256, row % (SAME_PICTURE + 1), replace=False)] ^= 1
    return numpy.packbits(bits, axis=1), places.tolist()


def measure(count: int, asked: int) -> dict[str, object]:
    entries = hashes(count)
    wanted, places = queries(entries, asked)
    start = time.process_time()
    index = Index.from_bytes(entries.tobytes())
    built = time.process_time() - start
    index.near(wanted[0].tobytes().hex())
    times, missed = [], 0
    for row, place in zip(wanted, places, strict=True):
        text = row.tobytes().hex()
        start = time.process_time()
        found = index.near(text)
        times.append((time.process_time() - start) * 1000)
        missed += place not in {each.at for each in found}
    result = {
        "hashes": count, "queries": asked, "missed": missed, "build_s": round(built, 2),
        "median_ms": round(float(numpy.median(times)), 3), "p99_ms": round(float(numpy.percentile(times, 99)), 3),
    }  # fmt: skip
    return result | _all_compared(entries, wanted) | _faiss(entries, wanted, places)


def _all_compared(entries: numpy.ndarray, wanted: numpy.ndarray) -> dict[str, object]:
    words = entries.view(numpy.uint64)
    start = time.process_time()
    for row in wanted[:20]:
        numpy.flatnonzero(numpy.bitwise_count(words ^ row.view(numpy.uint64)).sum(axis=1) <= SAME_PICTURE)
    return {"compare_with_all_ms": round((time.process_time() - start) / min(20, len(wanted)) * 1000, 1)}


def _faiss(entries: numpy.ndarray, wanted: numpy.ndarray, places: list[int]) -> dict[str, object]:
    try:
        import faiss
    except ModuleNotFoundError:
        return {"faiss_ms": None}
    faiss.omp_set_num_threads(1)
    index = faiss.IndexBinaryFlat(256)
    index.add(entries)
    times, missed = [], 0
    for row, place in zip(wanted, places, strict=True):
        start = time.process_time()
        # The radius of faiss is exclusive.
        _, _, found = index.range_search(row[None, :], SAME_PICTURE + 1)
        times.append((time.process_time() - start) * 1000)
        missed += place not in found
    return {"faiss_ms": round(float(numpy.median(times)), 3), "faiss_missed": missed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hashes", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=640)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.hashes, asked.queries), indent=2))


if __name__ == "__main__":
    main()
