"""Writes the browser home: a folder of static files that any web server, or a USB stick's, can hand out."""

from __future__ import annotations

import hashlib
import importlib
import json
import shutil
from base64 import b64encode
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from safelight.interfaces.site import bundle, icons
from safelight.interfaces.site import pyodide as core
from safelight.lexicons import built
from safelight.schema.errors import BadInput, MissingExtra

# What a page of the site may do: run its own files, ask its own address, and nothing else; forms go nowhere.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex",
}
TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}
_PYODIDE = f"""
{"=" * 78}
Pyodide {core.VERSION}: MPL-2.0, unchanged; its source: https://github.com/pyodide/pyodide. It holds CPython (PSF-2.0)
and the libraries that CPython is built with. The text of the MPL stands above, with publicsuffixlist.
"""
_MARK = ".notes-site"
_SW = "sw.js"
# Handed out beside the app, but not kept on every device: nothing in the app opens them.
_NOT_KEPT = ("/licences.txt", "/404.html")


def build(out: Path, pyodide: Path) -> dict[str, bytes]:
    """Write the site into the folder `out`, and return its files by path; the same inputs give the same bytes.

    pyodide: a folder or .tgz with Pyodide's core. `out` is made anew: it must be missing, empty, or an earlier site,
    else BadInput (SL302). Raises MissingExtra (SL201) when the page is not installed.
    """
    if out.exists() and not (out / _MARK).is_file() and any(out.iterdir()):
        raise BadInput("The folder holds other files", where=str(out), fix="Name a new folder, or an empty one.")
    for _ in built.write():
        pass  # Phrases that were edited are put together anew: a phone has no time for it.
    files = site(core.files(pyodide))
    if out.exists():
        for each in out.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    for name, content in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return files


def site(python: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return all files of the site, given those of Pyodide's core."""
    app = bundle.archive(bundle.app_files())
    files = {f"python/{name}": content for name, content in python.items()}
    files |= {"app.bin": app, "style.css": _style().encode(), "licences.txt": (bundle.licences() + _PYODIDE).encode()}
    files |= {f"icon-{size}.png": icons.png(size) for size in (180, 192, 512)}
    files |= {f"static/{name}": content for name, content in bundle.static_files().items()}
    own = {each.name: each.read_bytes() for each in resources.files(__package__).joinpath("files").iterdir()}
    worker = own.pop(_SW).decode()
    files |= own
    page = _filled(own["index.html"].decode(), "{{policy}}", POLICY)
    files["index.html"] = _filled(page, "{{icon}}", b64encode(files["static/icon.svg"]).decode()).encode()
    # Many hosts answer with this page whatever they do not have: then an address within the app opens in the app.
    files["404.html"] = files["index.html"]
    edition = _edition(files, worker)
    files["worker.js"] = _filled(own["worker.js"].decode(), 'EDITION = ""', f'EDITION = "{edition}"').encode()
    files[_SW] = _service_worker(worker, files, edition).encode()
    files |= {"_headers": _headers().encode(), _MARK: f"{edition}\n".encode()}
    return dict(sorted(files.items()))


def _service_worker(text: str, files: Mapping[str, bytes], edition: str) -> str:
    kept = {
        f"/{name}": [hashlib.sha256(content).hexdigest(), len(content), TYPES[Path(name).suffix]]
        for name, content in sorted(files.items())
        if f"/{name}" not in _NOT_KEPT
    }
    text = _filled(text, "FILES = {}", f"FILES = {json.dumps(kept)}")
    text = _filled(text, "HEADERS = {}", f"HEADERS = {json.dumps(HEADERS)}")
    manner = hashlib.sha256(json.dumps([HEADERS, TYPES]).encode()).hexdigest()[:8]
    text = _filled(text, 'MANNER = ""', f'MANNER = "{manner}"')
    return _filled(text, 'EDITION = ""', f'EDITION = "{edition}"')


def _edition(files: Mapping[str, bytes], worker: str) -> str:
    """Return the name of this edition: it changes when any file does."""
    whole = hashlib.sha256(worker.encode() + json.dumps(HEADERS).encode())
    for name, content in sorted(files.items()):
        whole.update(name.encode() + hashlib.sha256(content).digest())
    return whole.hexdigest()[:16]


def _headers() -> str:
    """Return the headers for hosts that read them from a file named `_headers`."""
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    return "\n".join(["/*", *lines, "  Cache-Control: no-cache", ""])


def _filled(text: str, mark: str, value: str) -> str:
    if text.count(mark) != 1:
        raise AssertionError(f"{mark} stands {text.count(mark)} times in a file of the site")
    return text.replace(mark, value)


def _style() -> str:
    """Return the app's style sheet. Ways in do not import one another, so it is found by its name."""
    try:
        sheet: str = importlib.import_module("safelight.interfaces.web.app").style_sheet()
    except ModuleNotFoundError as error:
        fix = "Install it with: pip install 'safelight[web]'"
        raise MissingExtra(f"The browser home needs {error.name}.", fix=fix) from None
    return sheet
