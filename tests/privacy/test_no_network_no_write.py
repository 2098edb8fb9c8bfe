"""Reading, checking, advising and reporting touch no network, start no process, and write nothing.

Python itself tells: an audit hook hears of every file opened and every socket made, whatever the code calls. Each run
is a process of its own, as a hook cannot be taken away again.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from safelight.importers.load import importers

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted(
    path
    for path in SAMPLES.rglob("*")
    if path.is_file() and path.parent.name in importers() and not path.name.endswith(".expected.json")
)

HOOK = """
import json, os, sys

told = []
HARMLESS = {"socket.gethostname"}
STARTS = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile",
    "webbrowser.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "telnetlib.", "nntplib.",
    "tempfile.", "shutil.", "os.mkdir", "os.rmdir", "os.remove", "os.rename", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.setxattr", "sqlite3.", "pty.", "ctypes.", "pickle.", "syslog.",
)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def hook(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if any(c in (mode or "") for c in "wax+") or (isinstance(flags, int) and flags & WRITES):
            told.append(f"{event} {path!r} {mode} {flags}")
    elif event.startswith(STARTS) and event not in HARMLESS:
        told.append(event)

sys.addaudithook(hook)
"""

ALL_PATHS = """
from pathlib import Path
import safelight
from safelight.report import html, json as report, text
from safelight.schema.advice import AUDIENCES

seen = set()
for name in json.loads(sys.argv[1]):
    for source in (name, Path(name).read_bytes()):
        for item in safelight.read(source, name=Path(name).name):
            assessment = safelight.check(item)
            for audience, country in zip(AUDIENCES, ("", "IN", "US", "GB", "DE")):
                advice = safelight.advise(assessment, audience=audience, country=country)
            text.render(item, assessment, advice, width=100, colour=True, words=True)
            html.render(item, assessment, advice)
            json.dumps(report.to_dict(assessment, item=item, advice=advice, words=True))
            watch = safelight.watch()
            for message in getattr(item, "messages", ()):
                watch.add(message)
                safelight.contacts(message.text, country="IN")
            safelight.Watch.load(watch.dump()).assessment()
            seen.add(item.source.format)
    try:
        safelight.read(Path(name).read_bytes()[:-20], name=Path(name).name)
    except safelight.SafelightError:
        pass
print(json.dumps({"told": told, "seen": sorted(seen)}))
"""

PLANTED = {
    "a file written": "open(sys.argv[1], 'w').close()",
    "a low-level write": "os.close(os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY))",
    "a socket": "import socket; socket.socket().close()",
    "a name looked up": "import socket\ntry: socket.getaddrinfo('localhost', 1)\nexcept OSError: pass",
    "a process": "import subprocess; subprocess.run([sys.executable, '-c', ''])",
    "a shell": "os.system('true')",
    "a temporary file": "import tempfile; tempfile.TemporaryFile().close()",
    "a folder": "os.mkdir(sys.argv[1])",
}


def run(script: str, *arguments: str) -> dict[str, list[str]]:
    """-B: Python would else keep compiled modules beside their source."""
    command = [sys.executable, "-B", "-X", "utf8", "-c", HOOK + script, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def told() -> dict[str, list[str]]:
    return run(ALL_PATHS, json.dumps([str(path) for path in FILES]))


def test_nothing_is_sent_started_or_written(told):
    assert told["told"] == []


def test_every_format_was_read(told):
    assert set(told["seen"]) == set(importers())


@pytest.mark.parametrize("script", PLANTED.values(), ids=PLANTED)
def test_the_hook_hears(script, tmp_path):
    answer = run(script + "\nprint(json.dumps({'told': told}))", str(tmp_path / "planted"))
    assert answer["told"]
