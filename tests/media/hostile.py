"""A child process whose decoders do what hostile files make decoders do: swell, loop, crash, print, write, call."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from safelight.media.capped_child import serve
from safelight.schema.errors import EmptyFile

SECRET = "Xanaricanary"


def swell(data, more, tell):
    held = []
    while True:
        held.append(bytearray(50 * 1024**2))


def swell_outside_python(data, more, tell):
    """As a compiled decoder does that does not look whether it got what it asked for."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while True:
        ctypes.memset(libc.malloc(ctypes.c_size_t(50 * 1024**2)), 1, 50 * 1024**2)


def loop(data, more, tell):
    while True:
        pass


def loop_without_letting_go(data, more, tell):
    """As compiled code that keeps Python's lock: no other thread of the child gets a turn."""
    forever = ctypes.PyDLL(None).sleep
    while True:
        forever(1000)


def sleep(data, more, tell):
    time.sleep(1000)


def abort(data, more, tell):
    os.abort()


def crash(data, more, tell):
    ctypes.string_at(0)


def leave(data, more, tell):
    os._exit(0)


def fault(data, more, tell):
    raise KeyError(f"{SECRET} {data!r}")


def coded(data, more, tell):
    raise EmptyFile("There is nothing in it", fix="Choose another.")


def noise(data, more, tell):
    os.write(1, b"noise in the pipe\n" * 100)
    os.write(2, SECRET.encode())
    print(SECRET, SECRET.encode(), flush=True)
    sys.stderr.write(SECRET)
    return "quiet", b""


def forbidden(data, more, tell):
    """Try all that is not done there; return what was possible."""
    folder = Path(more["folder"])
    tries = {
        "write": lambda: (folder / "a").write_bytes(b"x"),
        "low": lambda: os.open(folder / "b", os.O_CREAT | os.O_WRONLY),
        "folder": lambda: (folder / "c").mkdir(),
        "socket": socket.socket,
        "name": lambda: socket.getaddrinfo("localhost", 1),
        "process": lambda: subprocess.run([sys.executable, "-c", ""]),
        "shell": lambda: os.system("true"),
        "fork": os.fork,
    }
    done = []
    for name, call in tries.items():
        try:
            call()
        except OSError:
            continue
        done.append(name)
    return done, b""


def past_the_hook(data, more, tell):
    """Write as compiled code does, which no hook of Python hears."""
    libc = ctypes.CDLL(None)
    number = libc.open(os.fsencode(more["folder"]) + b"/d", os.O_CREAT | os.O_WRONLY, 0o600)
    return libc.write(number, b"x" * 100, 100), b""


def echo(data, more, tell):
    for each in range(3):
        tell(each, 3)
    return [len(data), os.getpid()], data[::-1]


def burn(data, more, tell):
    """Use a second of the CPU; return how many more were allowed when it began."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = time.process_time() + 1
    while time.process_time() < until:
        pass
    return resource.getrlimit(resource.RLIMIT_CPU)[0] - used.ru_utime - used.ru_stime, b""


# What the decoders of Safelight are asked for.
look, screenshot, picture, paint = abort, sleep, swell, loop


def main():
    serve({name: call for name, call in globals().items() if callable(call) and name not in ("serve", "main", "Path")})
