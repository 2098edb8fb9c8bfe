"""The command as a whole: help, completion, the list of tricks, and its life in a pipe."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import PRESSING

import safelight
from safelight.interfaces.cli.root import root
from safelight.taxonomy.load import tactics, techniques

HERE = Path(__file__).parent
COMMANDS = root.list_commands(None)  # type: ignore[arg-type]
RUN = [sys.executable, "-c", "import sys; from safelight.interfaces.cli import main; sys.exit(main())"]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(run, golden, command):
    done = run(*command.split(), "--help")
    assert done.code == 0
    assert done.err == ""
    golden(HERE / "golden" / f"help_{command or 'safelight'}.txt", done.out)
    assert run(*command.split(), "-h").out == done.out


def test_help_names_every_command(run):
    said = run("--help").out
    assert all(f"  {name} " in said for name in COMMANDS)


def test_without_a_command_it_shows_the_help(run):
    done = run()
    assert "Usage:" in done.out + done.err


def test_version(run):
    assert run("--version").out.split() == ["safelight,", "version", safelight.__version__]


# ---------------------------------------------------------------- techniques


def test_all_techniques_are_listed(run):
    done = run("techniques")
    assert done.code == 0
    assert [name for name in techniques() if name not in done.out] == []
    assert [tactic.name for tactic in tactics().values() if tactic.name not in done.out] == []


def test_one_technique_is_explained(run):
    done = run("techniques", "isolation.secrecy_request")
    technique = techniques()["isolation.secrecy_request"]
    text = " ".join(done.out.split())
    for part in (technique.name, technique.why, technique.looks_like[0], technique.do[0]):
        assert " ".join(part.split()) in text


def test_one_tactic_is_listed(run):
    done = run("techniques", "isolation")
    assert "isolation.delete_traces" in done.out
    assert "coercion.debt" not in done.out


def test_techniques_as_json(run):
    rows = json.loads(run("techniques", "--json").out)
    assert [row["id"] for row in rows] == list(techniques())
    (row,) = json.loads(run("techniques", "--json", "coercion.debt").out)
    assert row["severity"] == techniques()["coercion.debt"].severity


def test_an_unknown_technique_is_an_error(run):
    done = run("techniques", "isolation.nothing")
    assert done.code == 2
    assert done.err.startswith("SL302")
    assert done.out == ""


# ---------------------------------------------------------------- as a process


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_generated(shell):
    env = {**os.environ, "_SAFELIGHT_COMPLETE": f"{shell}_source"}
    done = subprocess.run(RUN, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert "_SAFELIGHT_COMPLETE" in done.stdout
    assert "safelight" in done.stdout


def test_completion_completes():
    env = {**os.environ, "_SAFELIGHT_COMPLETE": "bash_complete", "COMP_WORDS": "safelight ", "COMP_CWORD": "1"}
    done = subprocess.run(RUN, env=env, capture_output=True, text=True, timeout=60)
    assert {row.partition(",")[2] for row in done.stdout.splitlines()} == set(COMMANDS)


@pytest.mark.parametrize("arguments", [("techniques",), ("techniques", "--json"), ("check", "-")], ids=" ".join)
def test_a_broken_pipe_is_quiet(arguments):
    """Whoever reads may stop reading (`| head`): no traceback, no complaint."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*RUN, *arguments], input=PRESSING.encode(), stdout=write, stderr=subprocess.PIPE, timeout=60)
    os.close(write)
    assert done.stderr == b""


@pytest.mark.parametrize(("text", "code"), [(PRESSING, 3), ("", 2)])
def test_the_process_exits_with_the_code(text, code):
    done = subprocess.run([*RUN, "check", "-"], input=text.encode(), capture_output=True, timeout=60)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_a_terminal_that_cannot_show_every_sign_still_gets_a_report():
    env = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    chat = PRESSING.replace("kai", "नेहा").encode()
    done = subprocess.run([*RUN, "check", "-"], input=chat, env=env, capture_output=True, timeout=60)
    assert done.returncode == 3
    assert done.stderr == b""
    assert "????_x" in done.stdout.decode("cp1252")


def test_an_interruption_is_told(run, pressing, monkeypatch):
    def stopped(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(safelight, "check", stopped, raising=False)
    done = run("check", pressing)
    assert done.code == 130
    assert "Stopped." in done.err
