"""Measures everything and writes results.json and README.md beside this file.

python benchmarks/run.py                  everything that is there
python benchmarks/run.py --irc FILE       with ordinary IRC talk (or set SAFELIGHT_IRC)
python benchmarks/run.py --print          print the page, write nothing

What is not there (a package, a file) is named on the page as not measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import safelight
from benchmarks import accuracy, speed, table
from safelight.assessment.weights import weights

HERE = Path(__file__).parent
VARIABLE = "SAFELIGHT_IRC"


def machine() -> str:
    """Say on what it was measured: processor, cores, system, Python."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        lines = cpus.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores of {model}, {platform.system()}, {python}"


def measure(irc: Path | None) -> dict[str, Any]:
    """Return all results."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "version": f"Safelight {safelight.__version__}, weights {weights().version}",
        "accuracy": accuracy.everything(irc),
        "speed": speed.everything(),
    }


def main() -> None:
    """Measure, and write or print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--irc", type=Path, default=os.environ.get(VARIABLE), help="ordinary IRC talk, JSON lines")
    parser.add_argument("--print", action="store_true", help="print the page, write nothing")
    arguments = parser.parse_args()
    results = measure(Path(arguments.irc) if arguments.irc else None)
    page = table.page(results)
    if not arguments.print:
        (HERE / "results.json").write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        (HERE / "README.md").write_text(page, encoding="utf-8")
    print(page, end="")


if __name__ == "__main__":
    main()
