"""`safelight share FILE...`: what a picture, document or text gives away, and a clean copy with a receipt."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

import safelight
from safelight.interfaces.cli import sharing
from safelight.interfaces.cli.progress import bar
from safelight.interfaces.cli.sharing import Shared
from safelight.schema.assessments import Level
from safelight.schema.errors import BadInput, SafelightError

ALARMED, FAILED = 3, 2
_MANY = 20
_TYPED = "-"


@click.command("share")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--clean", "out", type=click.Path(path_type=Path), help="Write clean copies here; never overwrites.")
@click.option("--blur", multiple=True, metavar="X,Y,W,H", help="Make an area of the copy unreadable; needs --clean.")
@click.option("--words", is_flag=True, help="Show what the hidden data says, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per file and line.")
@click.option("--locale", default="en", metavar="CODE", help="Language of the report.")
@click.option("--width", type=click.IntRange(20), default=None, help="Columns; the terminal's by default.")
def command(
    files: tuple[str, ...], out: Path | None, blur: tuple[str, ...], words: bool, as_json: bool, locale: str,
    width: int | None,
) -> int:  # fmt: skip
    """Look at a file before you share it. FILE is a picture, video, sound, document or text, or a folder of them.

    "-" reads a text that you type or paste. With --clean, a copy is written without what gives you away; it is read
    again, and the receipt says what is left.

    Exit code: 0 done, 2 something could not be read or cleaned, 3 a text worth a second look.
    """
    if blur and out is None:
        raise BadInput("Blurring needs a place for the copy.", fix="Add --clean and the name of the new file.")
    columns = min(100, width or shutil.get_terminal_size().columns)
    found = list(_files(files))
    many = len(found) > 1 or any(Path(file).is_dir() for file in files)
    failed = alarmed = False
    with bar("Looking", wanted=len(found) > _MANY) as tell:
        for done, (path, inside) in enumerate(found):
            tell(done, len(found))
            target = sharing.target(path, inside, out, many=many) if out else None
            for one in _one(path, target, blur, locale):
                failed |= one.error is not None
                alarmed |= one.level >= Level.CONCERN
                _tell(one, columns, locale, words=words, as_json=as_json, typed=path == _TYPED)
    if not found:
        raise BadInput("There is no file in it.", where=", ".join(Path(file).name for file in files), fix="Check it.")
    return FAILED if failed else ALARMED if alarmed else 0


def _files(names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Yield each file with its place inside the folder that was named; links to elsewhere are not followed."""
    for name in names:
        if not Path(name).is_dir():
            yield name, Path(Path(name).name)
            continue
        for folder, inner, members in os.walk(name):
            inner[:] = sorted(each for each in inner if not each.startswith("."))
            for member in sorted(members):
                path = Path(folder, member)
                if not member.startswith(".") and not path.is_symlink():
                    yield str(path), path.relative_to(name)


def _one(path: str, target: Path | None, blur: tuple[str, ...], locale: str) -> Iterator[Shared]:
    try:
        if path == _TYPED:
            yield sharing.text(sys.stdin.buffer.read().decode("utf-8", "replace"), "", locale)
        else:
            yield sharing.share(Path(path), target, blur, locale)
    except SafelightError as error:
        yield Shared(Path(path).name, error=error)


def _tell(one: Shared, columns: int, locale: str, *, words: bool, as_json: bool, typed: bool) -> None:
    if as_json:
        click.echo(json.dumps(_data(one, words=words), ensure_ascii=False))
        return
    if one.error is not None:
        click.echo(str(one.error), err=True)
        if one.facts is None:
            return
    from safelight.interfaces.cli import sharing_words

    if one.item is not None and one.assessment is not None and one.facts is None:
        from safelight.report import text

        advice = safelight.advise(one.assessment, locale=locale)
        click.echo(text.render(one.item, one.assessment, advice, width=columns, words=words or typed), nl=False)
        return
    for line in sharing_words.lines(one, columns, locale, words=words):
        click.echo(line)


def _data(one: Shared, *, words: bool) -> dict[str, Any]:
    """The JSON of one file. Without `words` it holds no value, only kinds and places."""
    data: dict[str, Any] = {"file": one.name}
    if one.error is not None:
        data["error"] = {"code": one.error.code, "what": one.error.what, "fix": one.error.fix}
    if one.facts is not None:
        facts = one.facts if words else one.facts.silent()
        data |= {"format": facts.format, "skipped": list(facts.skipped), "shows": [
            {"kind": t.kind, "where": t.where, "near": t.near, **({"value": t.value} if words else {})}
            for t in facts.traces
        ]}  # fmt: skip
    elif one.item is not None and one.assessment is not None:
        from safelight.report import json as report

        data["assessment"] = report.to_dict(one.assessment, item=one.item, words=words)
    if one.receipt is not None:
        rows = [{"kind": kind, "was": was, "left": left} for kind, was, left in one.receipt.counts()]
        data["clean"] = {"file": str(one.out), "receipt": rows, "bytes": [one.receipt.was, one.receipt.now]}
    return data
