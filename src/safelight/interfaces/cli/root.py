"""The root of the command: finds the commands beside it, and turns errors into a line and an exit code."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import click

import safelight
from safelight.schema.errors import SafelightError

FAILED = 2
INTERRUPTED = 130
_COMMANDS = "safelight.interfaces.cli.commands"


class _Root(click.Group):
    """Commands are the modules of `commands/`, imported when asked for, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        package = importlib.import_module(_COMMANDS)
        return sorted(info.name.removesuffix("_").replace("_", "-") for info in pkgutil.iter_modules(package.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        names = [info.name for info in pkgutil.iter_modules(importlib.import_module(_COMMANDS).__path__)]
        plain = cmd_name.replace("-", "_")
        name = plain if plain in names else f"{plain}_"
        found: click.Command = importlib.import_module(f"{_COMMANDS}.{name}").command
        return found

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and map every error to one clear line on stderr and an exit code."""
        try:
            return super().main(*args, **kwargs)
        except SafelightError as error:
            click.echo(str(error), err=True)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except click.Abort:
            click.echo("Stopped.", err=True)
            return INTERRUPTED
        except BrokenPipeError:
            return 0
        return FAILED


@click.group(cls=_Root, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(safelight.__version__, prog_name="safelight")
def root() -> None:
    """See the danger in what reaches a young person online, without exposing them.

    Everything happens on this computer. Nothing is sent, no link is opened, nothing is kept.
    """
