"""Answers while the work goes on: lines of JSON that tell how far it is, the last one with the page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from json import dumps

from safelight.interfaces.web.look import Progress

_SECONDS = 0.15


async def lines(work: Callable[[Progress], str]) -> AsyncIterator[str]:
    """Run `work` in a thread and yield its progress, then {"page": what it returns}.

    When the browser goes away (stop, close, leave) the work is stopped too: it notices at its next `Progress.tell`.
    """
    progress = Progress()
    task = asyncio.create_task(asyncio.to_thread(work, progress))
    try:
        while not (await asyncio.wait({task}, timeout=_SECONDS))[0]:
            yield _line(stage=progress.stage, done=progress.done, total=progress.total)
        yield _line(page=task.result())
    finally:
        if not task.done():
            progress.stop.set()
            task.add_done_callback(_forgotten)


def _line(**parts: str | int) -> str:
    return dumps(parts) + "\n"


def _forgotten(task: asyncio.Task[str]) -> None:
    """Take the end of work that nobody waits for any more, so that asyncio does not log it with its text."""
    if not task.cancelled():
        task.exception()
