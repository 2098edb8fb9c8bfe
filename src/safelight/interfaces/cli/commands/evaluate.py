"""`safelight evaluate DATA.jsonl...`: the figures on labelled conversations."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import click

from safelight.evaluation.run import Outcome, run
from safelight.evaluation.scorecard import Scorecard, scorecard
from safelight.importers.jsonl import records
from safelight.interfaces.cli.progress import bar
from safelight.schema.errors import DamagedFile, UnreadableFile


@click.command("evaluate")
@click.argument("files", nargs=-1, required=True, metavar="DATA.jsonl...")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(files: tuple[str, ...], as_json: bool) -> None:
    """Measure the check on labelled conversations: JSON lines with conv_id, source, label, subject, messages.

    Prints recall at k messages, messages to the alarm, alarms per 10,000 ordinary messages per source, and speed.
    """
    outcomes = [outcome for file in files for outcome in _outcomes(Path(file))]
    card = scorecard(outcomes)
    if as_json:
        click.echo(json.dumps(card.to_dict(), indent=2))
    else:
        _print(card)


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


def _print(card: Scorecard) -> None:
    from rich.console import Console

    console = Console()
    console.print(
        f"{card.conversations:,} conversations, {card.messages:,} messages, "
        f"{card.speed:,.0f} messages per CPU second; cannot say: {card.cannot_say}; not labelled: {card.unlabelled}"
    )
    if card.found:
        _print_found(card)
    if card.quiet:
        _print_quiet(card)


def _print_found(card: Scorecard) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Labelled 1: found at CONCERN or above")
    for name in (
        "source",
        "conversations",
        "recall (95 %)",
        "by 10",
        "by 15",
        "by 25",
        "by 50",
        "median to alarm",
        "right person",
    ):
        table.add_column(name, justify="left" if name == "source" else "right")
    for source, found in card.found.items():
        table.add_row(
            source,
            str(found.conversations),
            f"{found.recall.value:.3f} ({found.recall.low:.3f}–{found.recall.high:.3f})",
            *(f"{found.at[k]:.2f}" for k in (10, 15, 25, 50)),
            "–" if found.to_alarm is None else f"{found.to_alarm:g}",
            "–" if found.right_person is None else f"{found.right_person:.2f}",
        )
    Console().print(table)


def _print_quiet(card: Scorecard) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Labelled 0: alarms on ordinary talk")
    for name in (
        "source",
        "conversations",
        "messages",
        "alarms",
        "per 10,000 messages (95 %)",
        "most frequent rows in alarms",
    ):
        table.add_column(name, justify="left" if name in ("source", "most frequent rows in alarms") else "right")
    for source, quiet in card.quiet.items():
        table.add_row(
            source,
            f"{quiet.conversations:,}",
            f"{quiet.messages:,}",
            str(quiet.alarms),
            f"{quiet.per_10k.value:.2f} ({quiet.per_10k.low:.2f}–{quiet.per_10k.high:.2f})",
            ", ".join(list(quiet.rows)[:3]),
        )
    Console().print(table)
