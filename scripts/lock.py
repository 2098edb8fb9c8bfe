"""Writes requirements-dev.lock: the newest versions that fit pyproject.toml, for every Python and system we support.

One resolution for all of them needs uv, which is installed for this run only, in a throw-away environment; nothing else
in the project needs it.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = "# Exact versions for development, for Python 3.11 to 3.14 on every system; written by 'make lock'.\n"
COMPILE = (
    *("pip", "compile", "pyproject.toml", "--extra", "web", "--extra", "pictures", "--extra", "keep"),
    *("--extra", "meaning", "--extra", "dev"),
    *("--universal", "--python-version", "3.11", "--upgrade"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet"),
)


def resolve(folder: Path) -> str:
    """Returns the pinned lines, resolved by a uv that lives in `folder`."""
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    done = subprocess.run([binaries / "uv", *COMPILE], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def main() -> None:
    """Resolves and writes the file named on the command line."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "requirements-dev.lock"
    with tempfile.TemporaryDirectory() as folder:
        pins = resolve(Path(folder))
    target.write_text(HEAD + pins, encoding="utf-8")


if __name__ == "__main__":
    main()
