"""Puts the phrases together when Safelight is installed or packed (safelight/lexicons/built.py)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PhrasesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel is made, also one that is editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is not there, and pack it although git does not keep it."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from safelight.lexicons import built

        for _ in built.write():
            pass
        build_data["artifacts"].append(f"/src/safelight/lexicons/{built.FOLDER}/*.json")
