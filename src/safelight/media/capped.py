"""Has work on a file done in a child process with hard caps on memory and time, so that a hostile file harms nothing.

Decoders of pictures are other people's compiled code. A file that makes one crash, loop or swell takes the child down;
this process lives on, says so in an error with a code, and starts a new child for the next file.

Starting a process belongs to `interfaces/` by the contracts (`subprocess` is forbidden below), and no interface may
import another. So the way to start one is given in (`start`), and everything else stands here, once. Without one (a
browser's tab has no processes, and no compiled decoder either) the work is done in place.

The child is kept between files, as the models that read words take two seconds to load. It is ended after a rest, after
many files, and whenever a file went wrong. What goes there and back is plain data and bytes (`capped_plain`), never a
pickled object. The bounds that the child sets itself, and where they do not hold, are in `capped_child`.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock, Timer
from typing import Any, BinaryIO, NoReturn, Protocol

from safelight.locales.load import mark
from safelight.media.capped_plain import Head, receive, send
from safelight.schema import errors
from safelight.schema.errors import DamagedFile, SafelightError, TookTooLong, TooLarge

Tell = Callable[[int, int], None]
_MEGABYTE = 1024**2
# Files after which a child is exchanged, and seconds without work after which it ends.
_MOST, _IDLE = 100, 120.0
# Seconds in which a new one must be ready.
_PATIENCE = 60.0
_LONGEST_TEXT = 500
_AGAIN = mark("Please try again.")
_SMALLER = mark("Try a smaller copy of it.")
_OTHER = mark("Take a screenshot of it, and use that.")
# What the system ends a process with when its time is over, and (Linux) when memory is short everywhere.
_SIGXCPU, _SIGALRM, _SIGKILL = -24, -14, -9
_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import {0}; {0}.main()"


class Process(Protocol):
    """What is needed of subprocess.Popen."""

    @property
    def stdin(self) -> Any:
        """Return the pipe to it, binary."""

    @property
    def stdout(self) -> Any:
        """Return the pipe from it, binary."""

    @property
    def returncode(self) -> Any:
        """Return how it ended, None while it lives."""

    def kill(self) -> None:
        """End it at once."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""


Start = Callable[[Sequence[str]], Process]


@dataclass(frozen=True, slots=True)
class Caps:
    """The bounds of one job. memory: megabytes of address space in all; seconds: of the CPU."""

    memory: int
    seconds: float

    @property
    def wall(self) -> float:
        """Return the seconds of the clock: a busy machine gives a process half of its time, or less."""
        return 2 * self.seconds


class Stopped(Exception):
    """Whoever asked does not want it any more."""


class Stop:
    """Ends a job from another thread: `Stop.now` kills the child that does it, or keeps it from being started."""

    def __init__(self) -> None:
        self.asked = False
        self._end: Callable[[], None] | None = None

    def now(self) -> None:
        """End the job."""
        self.asked = True
        if self._end:
            self._end()

    def binds(self, end: Callable[[], None] | None) -> None:
        """Take what ends the job. Raises Stopped when its end was asked for before."""
        self._end = end
        if self.asked and end:
            raise Stopped


# Set by whoever wants to be able to stop what is asked for further down in the same context.
STOP: ContextVar[Stop | None] = ContextVar("STOP", default=None)


class Capped:
    """A child process that is there when it is needed; one job at a time."""

    def __init__(self, start: Start | None, module: str, *, idle: float = _IDLE) -> None:
        """Start nothing yet. module: the one whose main() serves in the child; idle: seconds after which it ends."""
        self.start = start
        self._module, self._idle = module, idle
        self._one = Lock()
        self._child: Process | None = None
        self._done = 0
        self._why = ""
        self._timer: Timer | None = None
        # What files went wrong in which way, and how many: for measuring.
        self.lost: Counter[str] = Counter()

    def run(
        self, call: str, data: bytes, more: Mapping[str, Any], caps: Caps, tell: Tell | None = None
    ) -> tuple[Any, bytes]:
        """Return what the child answers to a job: plain data, and bytes.

        Raises what the function raised there; TooLarge, TookTooLong when it came to a cap; DamagedFile when it died.
        """
        with self._one:
            if self._timer:
                self._timer.cancel()
            # A child that is not done with its job, or had a fault in it, is of no more use.
            whole = False
            try:
                answer = self._asked(call, data, more, caps, tell)
                whole = "found" in answer[0] or "error" in answer[0]
                if not whole:
                    self.lost[str(answer[0].get("spent") or answer[0].get("fault"))] += 1
            finally:
                self._done += 1
                if not whole or self._done >= _MOST:
                    self._end()
                else:
                    self._end_later()
        return _read(*answer)

    def end(self) -> None:
        """End the child, if there is one, as soon as it is not at work."""
        with self._one:
            self._end()

    @property
    def alive(self) -> bool:
        """Say whether a child is there."""
        return self._child is not None

    def _asked(
        self, call: str, data: bytes, more: Mapping[str, Any], caps: Caps, tell: Tell | None
    ) -> tuple[Head, bytes]:
        stop, child = STOP.get(), self._begun()
        self._why = ""
        clock = Timer(caps.wall, self._kill, ("time", child))
        clock.daemon = True
        if stop:
            stop.binds(lambda: self._kill("stop", child))
        clock.start()
        try:
            # What is asked for is held twice: as it came, and as the decoder takes it.
            memory = caps.memory * _MEGABYTE + 2 * len(data)
            bounds = {"memory": memory, "seconds": caps.seconds, "wall": caps.wall}
            send(child.stdin, {"call": call, "more": more, **bounds}, data)
            return _answered(child.stdout, tell)
        except (OSError, EOFError, ValueError):
            self._died(child)
        finally:
            clock.cancel()
            if stop:
                stop.binds(None)

    def _begun(self) -> Process:
        """Return the child; a new one when there is none."""
        if self._child is None:
            assert self.start is not None
            # Isolated, with the path from here: neither the folder where one stands nor the environment adds to it.
            path = json.dumps([each or os.getcwd() for each in sys.path])
            program = ["-I", "-B", "-X", "utf8", "-c", _PROGRAM.format(self._module), path]
            try:
                self._child = self.start([sys.executable, *program])
                atexit.register(self._end)
                self._wait_for(self._child)
            except (OSError, EOFError, ValueError):
                raise SafelightError(mark("The part that looks at pictures could not be started"), fix=_AGAIN) from None
            self._done = 0
        return self._child

    def _wait_for(self, child: Process) -> None:
        """Wait until a new child is ready, for so long."""
        clock = Timer(_PATIENCE, self._kill, ("time", child))
        clock.daemon = True
        clock.start()
        try:
            receive(child.stdout)
        finally:
            clock.cancel()

    def _kill(self, why: str, child: Process) -> None:
        if child is self._child:
            self._why = self._why or why
            child.kill()

    def _died(self, child: Process) -> NoReturn:
        """Say why there is no answer."""
        child.kill()
        ended = child.wait()
        self.lost[self._why or f"ended with {ended}"] += 1
        if self._why == "stop":
            raise Stopped from None
        if self._why == "time" or ended in (_SIGXCPU, _SIGALRM):
            raise TookTooLong(mark("Looking at this file took too long, so it was stopped"), fix=_SMALLER) from None
        raise DamagedFile(mark("This file could not be opened. It may be damaged"), fix=_OTHER) from None

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            atexit.unregister(self._end)
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with suppress(OSError):
                    pipe.close()

    def _end_later(self) -> None:
        self._timer = Timer(self._idle, self._rested, (self._child, self._done))
        self._timer.daemon = True
        self._timer.start()

    def _rested(self, child: Process, done: int) -> None:
        """End the child when it has done nothing since."""
        with self._one:
            if child is self._child and done == self._done:
                self._end()


def _answered(stream: BinaryIO, tell: Tell | None) -> tuple[Head, bytes]:
    """Wait for the answer; pass on how far it is."""
    while True:
        head, body = receive(stream)
        if "tell" not in head:
            return head, body
        done, total = map(int, head["tell"])
        if tell:
            tell(done, total)


def _read(head: Head, body: bytes) -> tuple[Any, bytes]:
    """Return the answer, or raise the error that is one."""
    if "found" in head:
        return head["found"], body
    if "spent" in head:
        raise TooLarge(mark("This file needs more memory than one file may take here"), fix=_SMALLER)
    if "error" in head:
        code, *said = head["error"]
        what, where, fix = (str(each)[:_LONGEST_TEXT] for each in said)
        kind = next((each for each in _kinds(SafelightError) if each.code == code), SafelightError)
        raise kind(what, where=where, fix=fix)
    fault = str(head.get("fault", ""))[:_LONGEST_TEXT]
    raise DamagedFile(mark("This file could not be read"), where=fault, fix=_OTHER)


def _kinds(base: type[SafelightError]) -> list[type[SafelightError]]:
    found = [base, *(kind for child in base.__subclasses__() for kind in _kinds(child))]
    return [each for each in found if each.__module__ == errors.__name__]
