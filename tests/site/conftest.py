import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safelight.interfaces.web.app import create_app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def core_archive():
    """Pyodide's core; without it what needs it is skipped, with a reason that says what to do."""
    done = subprocess.run([sys.executable, ROOT / "scripts" / "pyodide.py"], capture_output=True, text=True)
    if done.returncode != 0:
        reason = f"BROWSER HOME NOT TESTED: {done.stderr}"
        if os.environ.get("CI"):
            print(reason, file=sys.__stderr__)
        pytest.skip(reason)
    return Path(done.stdout.strip())


@pytest.fixture(scope="session")
def site_folder(core_archive, tmp_path_factory):
    """The browser home, built once."""
    from safelight.interfaces.site.build import build

    out = tmp_path_factory.mktemp("home") / "site"
    build(out, core_archive)
    return out


@pytest.fixture(scope="session")
def client():
    """The same app behind a server on this computer."""
    return TestClient(create_app(), base_url="http://127.0.0.1:80", raise_server_exceptions=False)
