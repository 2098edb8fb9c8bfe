"""Answers while the work goes on: lines of JSON that tell how far it is, the last one with the page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from json import dumps
from time import monotonic

from starlette.types import Scope

from safelight.interfaces.web.look import Progress
from safelight.media.capped import STOP, Stop

# An ASGI extension of our own: whoever calls the app offers a function that takes a part of the answer's body at once,
# without being awaited. Then the work is done right here, and its progress goes out through that function.
AT_ONCE = "safelight.at_once"
_SECONDS = 0.15


async def lines(work: Callable[[Progress], str], scope: Scope) -> AsyncIterator[str]:
    """Run `work` and yield its progress, then {"page": what it returns}: in a thread, or here (see AT_ONCE).

    When the browser goes away (stop, close, leave) the work is stopped too: it notices at its next `Progress.tell`.
    """
    at_once = scope.get("extensions", {}).get(AT_ONCE)
    if at_once is not None:
        yield _line(page=work(_Told(at_once["send"])))
        return
    progress, stop = Progress(), Stop()
    # What decodes a picture tells nothing meanwhile; it is killed. The thread takes this over from the context.
    token = STOP.set(stop)
    task = asyncio.create_task(asyncio.to_thread(work, progress))
    STOP.reset(token)
    try:
        while not (await asyncio.wait({task}, timeout=_SECONDS))[0]:
            yield _progress(progress)
        yield _line(page=task.result())
    finally:
        if not task.done():
            progress.stop.set()
            stop.now()
            task.add_done_callback(_forgotten)


class _Told(Progress):
    """Progress that is passed on by the work itself, now and then, because nobody can look on beside it."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        super().__init__()
        self._send = send
        self._last = monotonic()

    def tell(self, done: int, total: int) -> None:
        """Take down how far it is, and pass it on if that was not done just before."""
        super().tell(done, total)
        now = monotonic()
        if now - self._last >= _SECONDS:
            self._last = now
            self._send(_progress(self).encode())


def _progress(progress: Progress) -> str:
    return _line(stage=progress.stage, done=progress.done, total=progress.total)


def _line(**parts: str | int) -> str:
    return dumps(parts) + "\n"


def _forgotten(task: asyncio.Task[str]) -> None:
    """Take the end of work that nobody waits for any more, so that asyncio does not log it with its text."""
    if not task.cancelled():
        task.exception()
