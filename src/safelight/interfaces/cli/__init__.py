"""The command `safelight`: check a chat in the terminal, open the local page, list the techniques, evaluate."""

from __future__ import annotations

import gc
import sys

from safelight.interfaces.cli.root import root

# New objects between two looks for circles that nobody needs any more. Phrases and patterns are loaded once and stay:
# with Python's own 700 a short check spends a seventh of its time looking through them, and frees next to nothing.
_OBJECTS, _LOOKS = 20_000, 50


def main() -> int:
    """Run the command and return its exit code: 0 nothing or notice, 3 concern or urgent, 2 error."""
    gc.set_threshold(_OBJECTS, _LOOKS, _LOOKS)
    for stream in (sys.stdout, sys.stderr):
        # A report must come out on a terminal that cannot show every sign, too.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    result = root.main(prog_name="safelight", standalone_mode=False)
    return result if isinstance(result, int) else 0
