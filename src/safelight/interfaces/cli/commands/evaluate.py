"""`safelight evaluate DATA.jsonl...`: the figures on labelled conversations."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO, cast

import click

from safelight.evaluation import saved
from safelight.evaluation.compare import compare
from safelight.evaluation.detail import detail
from safelight.evaluation.disguises import DISGUISES
from safelight.evaluation.evasion import Evasion, measure
from safelight.evaluation.run import Outcome, run
from safelight.evaluation.scorecard import scorecard
from safelight.importers.jsonl import Record, records
from safelight.interfaces.cli.progress import bar
from safelight.schema.errors import BadInput, DamagedFile, UnreadableFile

_ALL = "all"


@click.command("evaluate")
@click.argument("files", nargs=-1, required=True, metavar="DATA.jsonl...")
@click.option("--json", "as_json", is_flag=True, help="As JSON; a later run can be compared with it.")
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page with plots; never overwrites."
)
@click.option("--compare", "earlier", multiple=True, type=click.Path(path_type=Path), metavar="OLD.json",
              help="Show what changed since a run that was saved with --json; can be given again.")  # fmt: skip
@click.option("--disguise", "names", multiple=True, type=click.Choice([_ALL, *DISGUISES]), metavar="NAME",
              help="Measure again with words hidden by code; can be given again. `all`: every way.")  # fmt: skip
def command(
    files: tuple[str, ...], as_json: bool, page: Path | None, earlier: tuple[Path, ...], names: tuple[str, ...]
) -> None:
    """Measure the check on labelled conversations: JSON lines with conv_id, source, label, subject, messages.

    Prints recall at k messages, messages to the alarm, alarms per 10,000 ordinary messages per source, and speed.
    """
    before = [(path.name, saved.load(_bytes(path), path.name)) for path in earlier]
    outcomes = [outcome for file in files for outcome in _outcomes(Path(file))]
    card, fine = scorecard(outcomes), detail(outcomes)
    comparisons = [compare(name, old, outcomes) for name, old in before]
    evasions = _evasions(files, names)
    if page:
        from safelight.evaluation.page import Run
        from safelight.evaluation.page import page as drawn

        data = [Path(file).name for file in files]
        _write(page, drawn(Run(card, fine, outcomes, data, comparisons, before, evasions)))
    if as_json:
        more = {"compared": [c.to_dict() for c in comparisons], "disguises": [asdict(e) for e in evasions]}
        whole = card.to_dict() | {"detail": fine.to_dict()} | more | {saved.KEY: saved.rows(outcomes)}
        click.echo(json.dumps(whole, indent=1))
    else:
        from safelight.interfaces.cli.evaluation_tables import show

        show(card, comparisons, evasions)


def _evasions(files: Sequence[str], names: Sequence[str]) -> list[Evasion]:
    if not names:
        return []
    wanted = list(DISGUISES) if _ALL in names else list(dict.fromkeys(names))
    found = []
    with bar("Disguising", wanted=True) as tell:
        for number, one in enumerate(measure(lambda: _records(files), wanted)):
            tell(number, len(wanted))
            found.append(one)
    return found


def _records(files: Sequence[str]) -> Iterator[Record]:
    for file in files:
        with _opened(Path(file)) as stream:
            yield from records(stream, Path(file).name)


def _outcomes(path: Path) -> Iterator[Outcome]:
    size = path.stat().st_size if path.is_file() else 0
    with bar(f"Evaluating {path.name}", wanted=True) as tell, _opened(path) as stream:
        try:
            for number, outcome in enumerate(run(records(stream, path.name))):
                if number % 50 == 0:
                    tell(min(stream.tell(), size), size)
                yield outcome
        except (gzip.BadGzipFile, EOFError, zlib.error):
            # A gzip file tells its faults only while it is read.
            fix = "Download it again, or unpack it first."
            raise DamagedFile("The file is not a whole gzip file", where=path.name, fix=fix) from None


def _opened(path: Path) -> BinaryIO:
    try:
        return cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb")
    except OSError as error:
        raise UnreadableFile("The file cannot be opened", where=path.name, fix=error.strerror or "") from None


def _bytes(path: Path) -> bytes:
    with _opened(path) as stream:
        return stream.read()


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        fix = error.strerror or "Choose another name."
        raise BadInput("The page could not be written.", where=str(path), fix=fix) from None
    click.echo(f"The scorecard is in {path}", err=True)
