"""The core works with nothing installed but its own dependencies: as on a fresh `pip install safelight`.

Every run is a process of its own in which any other installed package (web, test and development tools alike) cannot be
imported, whatever happens to be in the environment.
"""

import json
import subprocess
import sys
from importlib.metadata import distribution, packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

IMPORT_SECONDS = 0.3
CHAT = """\
kai_x: hey ur so pretty, how old are you?
mia: 13 why
kai_x: you seem so mature. are you home alone?
mia: yes
kai_x: add me on snap, and dont tell your mum about us, it's our secret
mia: ok
kai_x: send me a pic, just for me
mia: no
kai_x: come on, if you dont send it i will show everyone our chat
"""

ONLY_CORE = """
import sys

class OnlyCore:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError("No module named " + repr(name), name=name)

sys.meta_path.insert(0, OnlyCore())
"""

EVERY_MODULE = """
import importlib, importlib.machinery, json, pkgutil, sys
import safelight

def walk(package):
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if found.name not in ("safelight.interfaces", "safelight.__main__"):
            module = importlib.import_module(found.name)
            yield found.name
            if found.ispkg:
                yield from walk(module)

names = list(walk(safelight))
specs = {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
origins = {name: getattr(spec, "origin", None) or "" for name, spec in specs.items()}
compiled = [
    name for name, origin in origins.items()
    if origin.endswith(tuple(importlib.machinery.EXTENSION_SUFFIXES))
    and ("-packages" in origin or name.partition(".")[0] == "safelight")
]
print(json.dumps({"names": names, "compiled": compiled, "loaded": sorted(sys.modules)}))
"""

CHECK = """
import json, sys
import safelight
items = safelight.read(sys.argv[1])
results = [safelight.check(item) for item in items]
print(json.dumps([[result.level.name, len(result.findings)] for result in results]))
"""

MAIN = """
import sys
from safelight.interfaces.cli import main
sys.argv[0] = "safelight"
sys.exit(main())
"""

TIMED_IMPORT = "import time; start = time.process_time(); import safelight; print(time.process_time() - start)"


def core_packages() -> set[str]:
    found: set[str] = set()
    waiting = {"safelight"}
    while waiting:
        name = canonicalize_name(waiting.pop())
        found.add(name)
        wanted = [Requirement(line) for line in distribution(name).requires or []]
        here = {each.name for each in wanted if not each.marker or each.marker.evaluate({"extra": ""})}
        waiting |= {canonicalize_name(each) for each in here} - found
    return found


@pytest.fixture(scope="module")
def blocked() -> list[str]:
    """First names of all modules that come from a package outside the core."""
    core = core_packages()
    owners = packages_distributions().items()
    names = {module for module, packages in owners if not core & {canonicalize_name(name) for name in packages}}
    assert {"starlette", "jinja2", "uvicorn", "yaml", "hypothesis", "pytest", "httpx"} <= names
    return sorted(names)


def alone(blocked: list[str], script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = f"BLOCKED = set({blocked!r})\n{ONLY_CORE}\n{script}"
    command = [sys.executable, "-I", "-X", "utf8", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)


@pytest.fixture(scope="module")
def chat(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("chat") / "chat.txt"
    path.write_text(CHAT, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def every_module(blocked) -> dict[str, list[str]]:
    done = alone(blocked, EVERY_MODULE)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


def test_what_is_not_core_cannot_be_imported_here(blocked):
    done = alone(blocked, "import starlette")
    assert done.returncode == 1
    assert "ModuleNotFoundError: No module named 'starlette'" in done.stderr


def test_every_module_below_the_interfaces_imports(every_module):
    assert {"safelight.engine", "safelight.schema", "safelight.importers"} <= set(every_module["names"])


def test_no_compiled_package_is_loaded(every_module):
    assert not every_module["compiled"]


def test_no_terminal_package_is_loaded(every_module):
    assert not {"click", "rich", "pygments"} & set(every_module["loaded"])


def test_a_chat_is_checked(blocked, chat):
    done = alone(blocked, CHECK, chat)
    assert done.returncode == 0, done.stderr
    [(level, findings)] = json.loads(done.stdout)
    assert level in {"CONCERN", "URGENT"}
    assert findings >= 3


def test_the_command_checks_a_chat(blocked, chat):
    done = alone(blocked, MAIN, "check", chat)
    assert done.returncode == 3, done.stderr
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr


def test_the_command_answers_in_json(blocked, chat):
    done = alone(blocked, MAIN, "check", "--json", chat)
    assert done.returncode == 3, done.stderr
    assert json.loads(done.stdout)


def test_the_page_says_which_command_installs_it(blocked):
    done = alone(blocked, MAIN, "open")
    assert done.returncode == 2
    assert "safelight[web]" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_import_is_light():
    """CPU seconds, not the clock, and the best of five: a busy machine does not fail it."""
    command = [sys.executable, "-c", TIMED_IMPORT]
    seconds = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(5)]
    assert min(seconds) < IMPORT_SECONDS
