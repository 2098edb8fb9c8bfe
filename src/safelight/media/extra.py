"""The one door to the packages of the extra `pictures`: they are imported when first needed, never before."""

from __future__ import annotations

import importlib
import importlib.util
from types import ModuleType

from safelight.schema.errors import MissingExtra

INSTALL = "pip install 'safelight[pictures]'"


def load(name: str, needed_for: str) -> ModuleType:
    """Return the module `name` ("numpy", "PIL.Image"). Raises MissingExtra when it is not installed.

    needed_for: what cannot be done without it, as the beginning of a sentence ("Reading words in a picture").
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing != name.partition(".")[0]:
            raise
        raise MissingExtra(f"{needed_for} needs {missing}.", fix=f"Install it with: {INSTALL}") from None


def there(name: str) -> bool:
    """Say whether the package is installed, without importing it."""
    return importlib.util.find_spec(name) is not None
