"""Writes the package ids of an Echap list (ioc.yaml or watchware.yaml) as the table that Safelight ships.

    python scripts/phone_apps.py ioc.yaml > src/safelight/normalize/phone_apps/stalkerware.tsv

Get the file from https://github.com/AssoEchap/stalkerware-indicators (CC BY 4.0). Put the day into the head.
"""

import datetime
import sys
from pathlib import Path

import yaml

HEAD = """\
# Android apps of {name}: package id, tab, name.
# Source: AssoEchap/stalkerware-indicators, {name} (Echap), https://github.com/AssoEchap/stalkerware-indicators
# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/ ; changed: package ids and names only, sorted.
# Taken {day}.
"""


def main(path: Path) -> None:
    """Print the table for one list."""
    rows = {
        (package, ",".join(entry.get("names") or [entry["name"]]))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
        for package in entry.get("packages") or ()
    }
    sys.stdout.write(HEAD.format(name=path.name, day=datetime.date.today().isoformat()))
    for package, name in sorted(rows, key=lambda row: row[0].lower()):
        sys.stdout.write(f"{package}\t{name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
