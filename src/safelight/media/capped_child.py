"""The child process: decodes pictures within caps, and answers. Nothing of Safelight's own process is in it.

Its own bounds, set before anything is decoded, where the system has them (Linux and macOS; Windows has none of them):

- memory: address space (`RLIMIT_AS`). macOS takes the limit and does not keep to it; there, and on Windows, the sizes
  that are checked before decoding and the time cap are all there is;
- time: CPU seconds (`RLIMIT_CPU`) and an alarm of the wall clock, both for each picture; whoever started it has a third
  clock, which holds on every system;
- no file is written (`RLIMIT_FSIZE` 0), few are open, and no crash leaves a dump of the memory (`RLIMIT_CORE` 0);
- Python's audit hook refuses sockets, processes and files opened for writing, as the privacy tests listen for them.

That bounds bombs, loops and crashes. It is no sandbox against a decoder that was taken over to run foreign code.

It ends when the other side closes the pipe or dies: a thread of its own waits for that.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from safelight.media.capped_plain import Head, receive, send
from safelight.schema.errors import SafelightError

try:
    import resource
except ModuleNotFoundError:  # Windows
    resource = None  # type: ignore[assignment]

Tell = Callable[[int, int], None]
# A function of `media/`: the bytes of a file, what else was asked, whom to tell how far it is; the answer, plain.
Call = Callable[[bytes, Head, Tell], tuple[Any, bytes]]

_OPEN_FILES = 64
# Seconds by which the alarm of the child comes after the clock of whoever started it.
_LATER = 5.0
_REFUSED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "pty.",
    "webbrowser.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "tempfile.", "shutil.", "os.mkdir",
    "os.rmdir", "os.remove", "os.rename", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime",
    "sqlite3.", "pickle.",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def serve(calls: Mapping[str, Call]) -> None:
    """Answer one job after the other until the other side ends. calls: what may be asked for, by name."""
    jobs, answers = _pipes()
    _bounds()
    sys.addaudithook(_hook)
    waiting: queue.SimpleQueue[tuple[Head, bytes]] = queue.SimpleQueue()
    threading.Thread(target=_wait, args=(jobs, waiting), daemon=True).start()
    send(answers, {"ready": True})
    while True:
        head, data = waiting.get()
        _allow(head)
        told, body = _answer(calls, head, data, lambda done, total: send(answers, {"tell": [done, total]}))
        del data
        send(answers, told, body)
        _rest()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take both pipes for ourselves: a decoder that prints must not speak into them."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    return jobs, answers


def _wait(jobs: BinaryIO, waiting: queue.SimpleQueue[tuple[Head, bytes]]) -> None:
    """Take in what is asked. When the other side is gone, so are we, whatever is being done."""
    while True:
        try:
            waiting.put(receive(jobs))
        except (EOFError, ValueError, OSError, MemoryError):
            os._exit(0)


def _bounds() -> None:
    # Ctrl+C ends it without a word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if resource is not None:
        for which, most in (("FSIZE", 0), ("CORE", 0), ("NOFILE", _OPEN_FILES)):
            with suppress(OSError, ValueError):
                resource.setrlimit(getattr(resource, f"RLIMIT_{which}"), (most, most))


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        writes = any(each in (mode or "") for each in "wax+") or (isinstance(flags, int) and flags & _WRITES)
        if writes and path != os.devnull:
            raise PermissionError("nothing is written here")
    elif event.startswith(_REFUSED) and event != "socket.gethostname":
        raise PermissionError("this is not done here")


def _allow(head: Head) -> None:
    """Set the bounds of one job: memory in bytes, CPU and wall-clock seconds."""
    if resource is not None:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (head["memory"], resource.RLIM_INFINITY))
        used = resource.getrusage(resource.RUSAGE_SELF)
        with suppress(OSError, ValueError):
            seconds = int(used.ru_utime + used.ru_stime + head["seconds"]) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, head["wall"] + _LATER)


def _rest() -> None:
    """Nothing is being done: neither clock runs."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _answer(calls: Mapping[str, Call], head: Head, data: bytes, tell: Tell) -> tuple[Head, bytes]:
    try:
        found, body = calls[head["call"]](data, head["more"], tell)
    except SafelightError as error:
        return {"error": [error.code, error.what, error.where, error.fix]}, b""
    except MemoryError:
        return {"spent": "memory"}, b""
    except Exception as error:  # noqa: BLE001 - decoders raise anything; its kind and place are told, never its text
        if _out_of_memory(error):
            return {"spent": "memory"}, b""
        place = traceback.extract_tb(error.__traceback__)[-1]
        return {"fault": f"{type(error).__name__} in {os.path.basename(place.filename)}, line {place.lineno}"}, b""
    return {"found": found}, body


def _out_of_memory(error: Exception) -> bool:
    """Say whether a compiled package tells in its own way that there is no more memory (OpenCV, onnxruntime)."""
    text = str(error).lower()
    return "insufficient memory" in text or "bad_alloc" in text or "failed to allocate" in text
