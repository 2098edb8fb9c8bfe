"""The decoders of pictures for the terminal, in a child process (`media/capped.py` says why it is started here)."""

from __future__ import annotations

from collections.abc import Sequence
from subprocess import DEVNULL, PIPE, Popen

from safelight.media.decoder import Decoder


def _start(command: Sequence[str]) -> Popen[bytes]:
    # What a decoder prints about a file is heard by nobody.
    return Popen(list(command), stdin=PIPE, stdout=PIPE, stderr=DEVNULL)


decoder = Decoder(_start)
