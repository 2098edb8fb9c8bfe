"""Runs the command in this process, as a person would call it, and gives its exit code and what it printed."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from safelight.interfaces.cli import main

QUIET = """\
Ann: did you finish the maths homework for tomorrow
Ben: yes it took me the whole evening
Ann: can you explain the third question to me
Ben: sure, we can look at it on the bus
Ann: thank you, see you there then
"""
PRESSING = """\
kai_x: hey you are so pretty and mature, how old are you?
mia: 13 why
kai_x: are you home alone?
mia: yes
kai_x: dont tell your mum about us, its our secret
mia: ok
kai_x: lets talk on telegram, its more private
mia: hm
"""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys) -> Callable[..., Done]:
    """`run("check", path, stdin=b"...")`; fails when a traceback comes out."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["safelight", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Done(code, out, err)

    return call


@pytest.fixture
def quiet(tmp_path) -> Path:
    """A chat in which nothing is wrong."""
    path = tmp_path / "quiet.txt"
    path.write_text(QUIET, encoding="utf-8")
    return path


@pytest.fixture
def pressing(tmp_path) -> Path:
    """A chat in which somebody presses somebody younger."""
    path = tmp_path / "pressing.txt"
    path.write_text(PRESSING, encoding="utf-8")
    return path
