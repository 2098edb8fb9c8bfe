"""`safelight techniques`: the taxonomy, printed."""

from __future__ import annotations

import json
import shutil
import textwrap
from dataclasses import asdict

import click

from safelight.schema.errors import BadInput
from safelight.taxonomy.load import Technique, tactics, techniques


@click.command("techniques")
@click.argument("wanted", required=False, metavar="[ID]")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(wanted: str | None, as_json: bool) -> None:
    """List the tricks that Safelight knows, or explain one ("isolation.secrecy_request", or a tactic: "isolation")."""
    chosen = [t for t in techniques().values() if wanted is None or wanted in (t.id, t.tactic)]
    if not chosen:
        raise BadInput(f"There is no technique or tactic called {wanted}.", fix="List all with: safelight techniques")
    if as_json:
        click.echo(json.dumps([asdict(t) for t in chosen], ensure_ascii=False, indent=2))
    elif len(chosen) == 1:
        _explain(chosen[0])
    else:
        _list(chosen)


def _list(chosen: list[Technique]) -> None:
    width = max(len(t.id) for t in chosen)
    for tactic in tactics().values():
        own = [t for t in chosen if t.tactic == tactic.id]
        if own:
            click.echo(click.style(f"{tactic.name}: {tactic.aim}", bold=True))
            for technique in own:
                click.echo(f"  {technique.id:{width}}  {technique.name}")


def _explain(technique: Technique) -> None:
    columns = min(shutil.get_terminal_size().columns, 100)
    click.echo(click.style(f"{technique.name}  ({technique.id}, severity {technique.severity} of 4)", bold=True))
    for title, lines in (
        ("What it is", [technique.definition]),
        ("Why it matters", [technique.why]),
        ("Looks like it but is not", technique.looks_like),
        ("What you can do", technique.do),
        ("Sources", technique.sources),
    ):
        click.echo(f"\n{title}")
        for line in lines:
            click.echo(textwrap.fill(line, columns, initial_indent="  - ", subsequent_indent="    "))
