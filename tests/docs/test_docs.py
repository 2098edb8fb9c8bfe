"""The documentation is true: each command and flag stands in it, and each command line and program in it runs.

Fenced blocks marked `console` (their lines that begin with "safelight" or "$ safelight") and `python` are run, each in
a folder of its own in which the chats that it names are there. A block that cannot run here (an installation, say) is
not marked so.
"""

import base64
import contextlib
import io
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from safelight.interfaces.cli import main
from safelight.interfaces.cli.decoding import decoder
from safelight.interfaces.cli.root import root
from safelight.media import see_text

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
FENCE = re.compile(r"^```(console|python)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CHAT = """\
kai_x: hey you are so pretty and mature, how old are you?
mia: 13 why
kai_x: are you home alone?
mia: yes
kai_x: dont tell your mum about us, its our secret
mia: ok
kai_x: lets talk on telegram, its more private
"""
LABELLED = (
    '{"conv_id": "1", "source": "game", "label": 0, "subject": null, "messages": [{"author": "a", "time": null, '
    '"text": "the bus was late again"}, {"author": "b", "time": null, "text": "same here"}]}\n'
)
# A small grey picture.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAUElEQVR42mNgENGwCUip6GFgFNW0DUyt7GVgEtOyC0qr6mNgFte2"
    "D06v7mdgkdBxCMmomcDAKqnrGJpZO5GBTUrPKSyrbhIDu7S+c3h2/WQAb9YSYZP4eRMAAAAASUVORK5CYII="
)
# Commands that do not come back by themselves.
STAYS = {"open"}


def blocks(kind: str) -> Iterator[tuple[str, Path, str]]:
    for path in PAGES:
        for number, (language, body) in enumerate(FENCE.findall(path.read_text(encoding="utf-8")), 1):
            if language == kind:
                yield f"{path.relative_to(ROOT)}-{number}", path, body


def command_lines() -> Iterator[tuple[str, str]]:
    for name, _, body in blocks("console"):
        for line in body.replace("\\\n", " ").splitlines():
            line = line.removeprefix("$ ").strip()
            if line.startswith("safelight "):
                yield f"{name}: {line}", line


LINES = dict(command_lines())
PROGRAMS = {name: body for name, _, body in blocks("python")}


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder in which a documented line runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@cache
def screenshot() -> bytes:
    """A drawn picture of a chat."""
    from tests.media.chat_pictures import draw

    out = io.BytesIO()
    draw("imessage", dark=False, scale=2, seed=1).image.save(out, "PNG")
    return out.getvalue()


@cache
def reader() -> Callable[[Any], Any]:
    """The reader of the words in pictures; several lines show it the same picture, which takes it a second each."""
    read, known = see_text._reader(), {}

    def once(pixels: Any) -> Any:
        key = pixels.shape, pixels.tobytes()
        if key not in known:
            known[key] = read(pixels)
        return known[key]

    return once


def provide(folder: Path, words: list[str]) -> None:
    """Make the files that a command line reads: whatever looks like a file and is not written by it."""
    written = {
        words[at + 1]
        for at, word in enumerate(words[:-1])
        if word in ("--html", "--note", "--clean", "--out", ">", ">>")
    }
    for word in words:
        if word.endswith(".png") and word not in written:
            (folder / word).write_bytes(screenshot() if word == "chat.png" else PICTURE)
        if re.search(r"\.(txt|zip|json|jsonl|xml|csv|gz)$", word) and word not in written:
            path = folder / word
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(LABELLED if ".jsonl" in word else CHAT, encoding="utf-8")
    for at, word in enumerate(words[:-1]):
        if word == "--compare":
            (folder / words[at + 1]).write_text('{"outcomes": []}', encoding="utf-8")


def cut(words: list[str]) -> list[str]:
    """The words of the command itself, without what a shell does with its output."""
    ends = [at for at, word in enumerate(words) if word in ("|", ">", ">>", "<", "&&", "#")]
    return words[: ends[0]] if ends else words


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_documented_command_line_runs(line, folder, monkeypatch, capsys):
    words = shlex.split(line, comments=True)
    if words[1] in STAYS:
        _only_parses(words)
        return
    provide(folder, words)
    if words[1] == "screenshot":
        once = reader()
        # In place, where it stands.
        monkeypatch.setattr(decoder.capped, "start", None)
        monkeypatch.setattr(see_text, "_reader", lambda: once)
    monkeypatch.setattr(sys, "argv", cut(words))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CHAT.encode())))
    code = main()
    out, err = capsys.readouterr()
    assert code in (0, 3), err
    assert out.strip()


def _only_parses(words: list[str]) -> None:
    """A command that stays open: its words must be understood."""
    above = root.make_context("safelight", [words[1]])
    command = root.get_command(above, words[1])
    assert command is not None
    # Below its group, as when it runs: a command keeps the names of its help option from the first time.
    assert command.make_context(words[1], cut(words)[2:], parent=above)


@pytest.mark.parametrize("body", PROGRAMS.values(), ids=PROGRAMS)
def test_a_documented_program_runs(body, folder):
    for name in re.findall(r'"([\w./ -]+\.(?:txt|zip|json|jsonl|xml|csv|png))"', body):
        provide(folder, [name])
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(body, "documented", "exec"), {"__name__": "documented"})


def commands() -> Iterator[tuple[str, click.Command]]:
    for name in root.list_commands(None):  # type: ignore[arg-type]
        command = root.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        yield name, command


COMMANDS = dict(commands())
FLAGS = sorted({(name, flag) for name, command in COMMANDS.items() for option in command.params
                if isinstance(option, click.Option) for flag in (*option.opts, *option.secondary_opts)
                if flag.startswith("--")})  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert f"safelight {name}" in TEXT


@pytest.mark.parametrize(("command", "flag"), FLAGS, ids=[" ".join(pair) for pair in FLAGS])
def test_every_flag_is_documented(command, flag):
    assert re.search(rf"(?<![\w-]){flag}(?![\w-])", TEXT), f"safelight {command} {flag} is explained nowhere"


def test_no_flag_is_documented_that_does_not_exist():
    known = {flag for _, flag in FLAGS} | {"--help", "--version"}
    said = {flag for line in LINES.values() for flag in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)}
    assert said - known == set()


def test_the_readme_shows_commands_and_a_program():
    """Without blocks there would be nothing to test."""
    assert LINES
    assert PROGRAMS


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
