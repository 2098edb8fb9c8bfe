"""`safelight build-site`: the browser home as a folder of static files."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

_MEGABYTE = 1_000_000


@click.command("build-site")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--pyodide",
    required=True,
    type=click.Path(path_type=Path, exists=True),
    help="Folder or .tgz with the core of Pyodide (the npm package `pyodide`).",
)
def command(out: Path, pyodide: Path) -> None:
    """Write Safelight as static files into the folder OUT: an app that runs inside the tab, also offline.

    Any web server that speaks HTTPS can hand them out; what is checked there never leaves the tab.
    """
    # Ways in do not import one another, so it is found by its name.
    files = importlib.import_module("safelight.interfaces.site.build").build(out, pyodide)
    size = sum(len(content) for content in files.values())
    click.echo(
        f"Wrote {len(files)} files, {size / _MEGABYTE:.1f} MB, to {out}. docs/browser_home.md says how to host them."
    )
