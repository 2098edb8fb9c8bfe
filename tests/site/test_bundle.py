import gzip
import importlib.util
import io
import tarfile
from pathlib import Path

import pytest

from safelight.interfaces.site import bundle
from safelight.interfaces.site import pyodide as core

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files():
    return bundle.app_files()


def test_the_packages_are_those_that_the_page_stands_on():
    found = bundle.packages()
    assert {"starlette", "jinja2", "markupsafe", "anyio", "idna", "defusedxml", "phonenumbers", "pypdf"} <= set(found)
    assert not {"click", "rich", "uvicorn", "numpy", "httpx"} & set(found)


@pytest.mark.parametrize(
    ("marker", "extra", "holds"),
    [
        ("", "", True),
        ("extra == 'web'", "web", True),
        ('extra == "dev"', "web", False),
        ("extra == 'web'", "", False),
        ("python_version < '3.13'", "", False),
        (" python_full_version < '3.14'", "", True),
        ('python_version >= "3.11"', "", True),
        ("python_version >= '3.14'", "", False),
        ("python_version < '3.13' and extra == 'web'", "web", False),
        ("sys_platform == 'win32'", "", True),
    ],
)
def test_a_requirement_counts_for_the_python_in_the_tab(marker, extra, holds):
    assert bundle.wanted(marker, extra) is holds


def test_only_what_a_tab_can_run_is_in_it(files):
    assert not [name for name in files if name.endswith((".so", ".pyd", ".c", ".pyc", ".pyi", ".exe"))]
    assert "markupsafe/_native.py" in files
    assert not [name for name in files if name.startswith(("click/", "rich/", "uvicorn/", "phonenumbers/geodata"))]
    assert not [name for name in files if name.startswith(("safelight/interfaces/cli", "safelight/interfaces/site"))]
    assert "safelight/interfaces/web/tab.py" in files
    assert "safelight/lexicons/en/language.toml" in files


def test_no_file_tells_where_it_was_built(files):
    here = str(ROOT).encode()
    assert not [name for name, content in files.items() if here in content]


def test_the_same_files_give_the_same_bytes():
    files = {"b/two.py": b"2", "a.py": b"1", "c/" + "d" * 120 + "/e.py": b""}
    made = bundle.archive(files)
    assert made == bundle.archive(dict(reversed(files.items())))
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(made))) as archive:
        assert {each.name: archive.extractfile(each).read() for each in archive} == files
        assert {each.mtime for each in archive.getmembers()} == {0}


def test_the_licences_of_all_packages_come_with_it():
    text = bundle.licences()
    assert not [name for name in ("Jinja2", "starlette", "phonenumbers", "pypdf") if f"{name} " not in text]
    assert "Apache License" in text
    assert "Mozilla Public License" in text


def test_the_version_that_is_fetched_is_the_one_that_is_built_with():
    spec = importlib.util.spec_from_file_location("pyodide_script", ROOT / "scripts" / "pyodide.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.VERSION == core.VERSION
