"""Run as a program: serves the page and tells on standard output every file it opens to write and every connection.

The process in which pictures are decoded is spoken to through pipes: numbers of what is open already, and nowhere else.

Arguments: a folder with catalogues of sentences, or "-".
"""

import os
import re
import sys
from pathlib import Path

WRITING = re.compile("[wax+]")
TOLD = {"tempfile.mkstemp", "tempfile.mkdtemp", "os.mkdir", "os.rename", "socket.connect", "socket.sendto"}


def tell(event, arguments):
    if event in TOLD:
        print(f"EVENT {event}", flush=True)
    elif (
        event == "open"
        and arguments[0] != os.devnull
        and not isinstance(arguments[0], int)
        and (WRITING.search(str(arguments[1] or "")) or (arguments[2] or 0) & 3)
    ):
        print(f"EVENT open {arguments[0]}", flush=True)


def main(catalogues):
    from safelight.interfaces.web.app import serve
    from safelight.locales import load

    if catalogues != "-":
        load.FOLDER = Path(catalogues)
    sys.dont_write_bytecode = True
    sys.addaudithook(tell)
    serve(port=0, open_browser=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
