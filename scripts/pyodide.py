"""Finds the core of Pyodide, the Python that runs inside a browser tab, and prints the path of its archive.

Looks at the environment variable SAFELIGHT_PYODIDE, then in .venv/.pyodide. With `--install` it then fetches the npm
package `pyodide` at the pinned version with `npm pack`, which needs npm but runs nothing of the package. What is found
must have the pinned sha256. Exits 2, saying what to do, when there is none; with `--optional` it says so and exits 0.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "SAFELIGHT_PYODIDE"
VERSION = "0.29.5"
SHA256 = "6749b10ee515a1458ecea36d860c8ce2a48366e85b3f92d749ad1840e4aff181"
NAME = f"pyodide-{VERSION}.tgz"
ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".venv" / ".pyodide"
SECONDS = 300

NOTHING = f"""\
The core of Pyodide {VERSION} is not here, so the browser home cannot be built, and its tests are skipped.
Do one of these, then try again:
  - install npm (it comes with Node.js) and run: .venv/bin/python scripts/pyodide.py --install
  - fetch the npm package pyodide {VERSION} elsewhere, and set {VARIABLE} to the path of its .tgz
"""


def note(text: str) -> None:
    """Writes to standard error, so that standard output holds the path and nothing else."""
    print(text, file=sys.stderr, flush=True)


def right(path: Path) -> bool:
    """Says whether this is the pinned archive, byte for byte."""
    if not path.is_file():
        return False
    if hashlib.sha256(path.read_bytes()).hexdigest() == SHA256:
        return True
    note(f"{path} is there but is not the pinned archive: its sha256 differs.")
    return False


def find() -> Path | None:
    """Returns the archive, or None; one named by the person is the only one looked at."""
    named = os.environ.get(VARIABLE)
    path = Path(named) if named else FOLDER / NAME
    return path if right(path) else None


def fetch() -> None:
    """Lets npm fetch the archive from the registry that it is set up for."""
    npm = shutil.which("npm")
    if npm is None:
        note("npm is not installed.")
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", f"pyodide@{VERSION}", "--silent", "--pack-destination", str(FOLDER)]
    note("$ " + " ".join(command[1:]))
    try:
        subprocess.run(command, stdout=sys.stderr, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        note(f"{type(error).__name__}: {error}")


def find_or_fetch() -> Path | None:
    """Returns the archive, fetching it if it is not there and none was named."""
    if (found := find()) is None and not os.environ.get(VARIABLE):
        fetch()
        found = find()
    return found


def main() -> int:
    """Prints the path; exit 0 if there is one, 2 if not (0 as well with --optional)."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--install", action="store_true", help="fetch it if it is not found")
    parser.add_argument("--optional", action="store_true", help="being without it is no failure")
    chosen = parser.parse_args()
    path = find_or_fetch() if chosen.install else find()
    if path is None:
        note(NOTHING)
        return 0 if chosen.optional else 2
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
