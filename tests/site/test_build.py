import hashlib
import json
import re
import struct
import zlib

import pytest

from safelight.interfaces.site import build, icons
from safelight.interfaces.site import pyodide as core
from safelight.schema.errors import BadInput

LOCK = {"info": {"python": "3.13.2"}, "packages": {"numpy": {"file_name": "numpy.whl"}}}
CORE = {
    "pyodide.mjs": f'const version="{core.VERSION}"'.encode(),
    "pyodide.asm.js": b"",
    "pyodide.asm.wasm": b"\0asm",
    "python_stdlib.zip": b"PK",
    "pyodide-lock.json": json.dumps(LOCK).encode(),
}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "core"
    place.mkdir()
    for name, content in CORE.items():
        (place / name).write_bytes(content)
    return place


@pytest.fixture(scope="module")
def files():
    return build.site({name: b"x" for name in (*core.NAMES, "pyodide-lock.json")})


def test_the_same_inputs_give_the_same_files(files):
    assert files == build.site({name: b"x" for name in (*core.NAMES, "pyodide-lock.json")})


def test_every_file_that_the_page_may_ask_for_is_listed_with_its_hash(files):
    listed = json.loads(re.search(r"^const FILES = (.*);$", files["sw.js"].decode(), re.MULTILINE)[1])
    kept = {f"/{name}" for name in files} - {"/sw.js", "/licences.txt", "/404.html", "/_headers", "/.notes-site"}
    assert set(listed) == kept
    for path, (digest, size, kind) in listed.items():
        content = files[path[1:]]
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (digest, size)
        assert "/" in kind


def test_the_edition_changes_with_any_file(files, monkeypatch):
    monkeypatch.setattr(build.bundle, "app_files", lambda: {"a.py": b"1"})
    other = build.site({name: b"x" for name in (*core.NAMES, "pyodide-lock.json")})
    assert other[".notes-site"] != files[".notes-site"]
    assert other[".notes-site"].decode().strip() in other["worker.js"].decode()


def test_nothing_that_a_browser_shows_tells_the_topic(files):
    manifest = json.loads(files["manifest.webmanifest"])
    assert manifest["name"] == manifest["short_name"] == "Notes"
    page = files["index.html"].decode()
    assert "<title>Notes</title>" in page
    assert "safelight" not in page.lower()
    assert not [name for name in files if "safelight" in name]


def test_no_other_host_is_named_but_the_one_to_leave_to(files):
    for name in ("index.html", "shell.js", "sw.js", "worker.js", "shell.css", "manifest.webmanifest"):
        found = set(re.findall(r"https?://[^\s\"']+", files[name].decode()))
        assert found <= {"https://www.wikipedia.org/"}, name


def test_a_new_edition_is_not_kept_waiting_by_files_that_the_browser_asks_for_by_itself(files):
    page = files["index.html"].decode()
    assert re.search(r'rel="icon" href="data:image/svg\+xml;base64,[A-Za-z0-9+/=]+"', page)
    assert 'rel="manifest"' not in page


def test_forms_and_connections_go_nowhere():
    assert "form-action 'none'" in build.POLICY
    assert "connect-src 'self'" in build.POLICY
    assert "unsafe-inline" not in build.POLICY
    assert "'unsafe-eval'" not in build.POLICY


def test_a_folder_with_other_files_is_left_alone(tmp_path, folder):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x")
    with pytest.raises(BadInput, match="other files"):
        build.build(tmp_path / "mine", folder)
    assert (tmp_path / "mine" / "letter.txt").exists()


def test_an_earlier_site_is_made_anew(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(build.bundle, "app_files", lambda: {"a.py": b"1"})
    out = tmp_path / "site"
    build.build(out, folder)
    (out / "old.txt").write_text("x")
    written = build.build(out, folder)
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} == set(written)


def test_no_package_can_be_fetched_by_the_core(folder):
    assert json.loads(core.files(folder)["pyodide-lock.json"]) == {"info": LOCK["info"], "packages": {}}


def test_another_version_and_an_incomplete_core_are_refused(folder):
    (folder / "pyodide.mjs").write_text('"0.1.0"')
    with pytest.raises(BadInput, match="This is not Pyodide"):
        core.files(folder)
    (folder / "pyodide.asm.wasm").unlink()
    with pytest.raises(BadInput, match=r"lacks pyodide\.asm\.wasm"):
        core.files(folder)
    (folder / "broken.tgz").write_bytes(b"no archive")
    with pytest.raises(BadInput, match="cannot be read"):
        core.files(folder / "broken.tgz")


def test_the_icons_are_pictures_of_their_size():
    for size in (180, 512):
        found = icons.png(size)
        assert struct.unpack(">II", found[16:24]) == (size, size)
        length = struct.unpack(">I", found[33:37])[0]
        assert len(zlib.decompress(found[41 : 41 + length])) == size * (3 * size + 1)
