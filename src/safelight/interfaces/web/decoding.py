"""The decoders of pictures for the page, in a child process (`media/capped.py` says why it is started here).

When the browser goes away (leave, stop, close), the child is killed in the midst of its work.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from subprocess import DEVNULL, PIPE, Popen
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from safelight.locales.load import mark
from safelight.media.capped import STOP, Stop, Stopped
from safelight.media.decoder import Decoder
from safelight.schema.errors import SafelightError

_SECONDS = 0.25
P = ParamSpec("P")
T = TypeVar("T")


def _start(command: Sequence[str]) -> Popen[bytes]:
    # What a decoder prints about a file is heard by nobody.
    return Popen(list(command), stdin=PIPE, stdout=PIPE, stderr=DEVNULL)


# A browser's tab has neither processes nor compiled decoders.
decoder = Decoder(None if sys.platform == "emscripten" else _start)


async def while_there(request: Request, work: Callable[P, T], *args: P.args, **how: P.kwargs) -> T:
    """Do work in a thread that may ask the decoder; stop what it asked when the browser has gone away.

    The request's body must have been read. Raises what `work` raises; SafelightError when it was stopped.
    """
    if decoder.in_place:
        return await run_in_threadpool(work, *args, **how)
    stop = Stop()
    token = STOP.set(stop)
    # The context is copied here, so that the thread knows by what it can be stopped.
    task = asyncio.ensure_future(run_in_threadpool(work, *args, **how))
    STOP.reset(token)
    try:
        while not (await asyncio.wait({task}, timeout=_SECONDS))[0]:
            if await request.is_disconnected():
                stop.now()
    finally:
        stop.now()
    try:
        return task.result()
    except Stopped:
        raise SafelightError(mark("This was stopped"), fix=mark("Please try again.")) from None
