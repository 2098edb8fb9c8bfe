"""The command `safelight`: check a chat in the terminal, open the local page, list the techniques, evaluate."""

from __future__ import annotations

import sys

from safelight.interfaces.cli.root import root


def main() -> int:
    """Run the command and return its exit code: 0 nothing or notice, 3 concern or urgent, 2 error."""
    for stream in (sys.stdout, sys.stderr):
        # A report must come out on a terminal that cannot show every sign, too.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    result = root.main(prog_name="safelight", standalone_mode=False)
    return result if isinstance(result, int) else 0
