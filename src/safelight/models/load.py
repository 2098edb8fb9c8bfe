"""Reads a model's weights, and refuses those that its manifest does not describe."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from safelight.schema.errors import BadData


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model is. features: the version of the features that its weights are for. sha256: of weights.json."""

    name: str
    language: str
    version: str
    features: str
    sha256: str
    numbers: dict[str, float]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all models, sorted: the folders with a manifest."""
    folders = files("safelight.models").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath("manifest.toml").is_file()))


def load(name: str, features: str) -> tuple[Manifest, dict[str, Any]]:
    """Return the manifest and the weights of a model.

    features: the version of the features that the code makes. Raises BadData when the file is not the one described, or
    was trained on other features.
    """
    folder = files("safelight.models").joinpath(name)
    try:
        table = tomllib.loads(folder.joinpath("manifest.toml").read_text(encoding="utf-8"))
        body = folder.joinpath("weights.json").read_bytes()
        manifest = Manifest(
            name, table["language"], table["version"], table["features"], table["sha256"], table["numbers"]
        )
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise BadData("A model cannot be read.", where=f"models/{name}", fix=repr(error)) from error
    if hashlib.sha256(body).hexdigest() != manifest.sha256:
        raise BadData("The weights are not those of the manifest.", where=f"models/{name}", fix="Train it anew.")
    if manifest.features != features:
        raise BadData("The model was made for other features.", where=f"models/{name}", fix="Train it anew.")
    weights: dict[str, Any] = json.loads(body)
    return manifest, weights
