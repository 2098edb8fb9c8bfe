"""Translates shown sentences with gettext; English is the source language and needs no catalogue.

A catalogue lives at `<language>/LC_MESSAGES/safelight.mo` beside this file. A sentence is marked by the call
`_("...")`, a counted one by `_.plural("{n} time", "{n} times", n)`, one kept in a table by `mark("...")`: the template
catalogue is extracted with the keywords `_`, `plural:1,2` and `mark`.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Literal

DOMAIN = "safelight"
SOURCE_LANGUAGE = "en"
FOLDER = Path(__file__).parent

# ISO 639 codes of languages written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})

Direction = Literal["ltr", "rtl"]


def mark(sentence: str) -> str:
    """Return the sentence as it is; marks it for the catalogue where it cannot be translated yet."""
    return sentence


class Translator:
    """Callable: an English sentence in, the sentence of `locale` out (English where the catalogue has none)."""

    __slots__ = ("_catalogue", "locale")

    def __init__(self, locale: str, catalogue: NullTranslations) -> None:
        self.locale = locale
        self._catalogue = catalogue

    def __call__(self, sentence: str) -> str:
        """Return the translated sentence; the empty one stays empty (gettext would give the catalogue's header)."""
        return self._catalogue.gettext(sentence) if sentence else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """Return the form that fits the count `n`, with `{n}` filled in."""
        return self._catalogue.ngettext(one, many, n).format(n=n)

    @property
    def direction(self) -> Direction:
        """Say in which direction this language is written."""
        return direction(self.locale)


def language(locale: str) -> str:
    """Return the language part of a locale: "pt_BR.UTF-8" and "pt-BR" both give "pt"."""
    return locale.replace("_", "-").partition(".")[0].partition("-")[0].lower()


def direction(locale: str) -> Direction:
    """Say in which direction the language of a locale is written."""
    return "rtl" if language(locale) in RIGHT_TO_LEFT else "ltr"


def known() -> tuple[str, ...]:
    """List the locales that have sentences: English and every folder with a catalogue, sorted."""
    return _known(FOLDER)


@lru_cache(maxsize=32)
def _known(folder: Path) -> tuple[str, ...]:
    """Look into the folder once: every check asks for its locale."""
    found = {path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return tuple(sorted(found | {SOURCE_LANGUAGE}))


def best(locale: str) -> str:
    """Return the known locale nearest to the one asked for: itself, its language, else English."""
    return _best(locale, FOLDER)


@lru_cache(maxsize=32)
def _best(locale: str, folder: Path) -> str:
    plain = locale.replace("-", "_").partition(".")[0]
    by_name = {name.lower(): name for name in _known(folder)}
    wanted = (plain.lower(), language(locale))
    return next((by_name[name] for name in wanted if name in by_name), SOURCE_LANGUAGE)


def translator(locale: str) -> Translator:
    """Return the translator for a locale; for one without a catalogue, English."""
    return _loaded(best(locale), FOLDER)


@lru_cache(maxsize=32)
def _loaded(locale: str, folder: Path) -> Translator:
    path = folder / locale / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not path.is_file():
        return Translator(SOURCE_LANGUAGE, NullTranslations())
    with path.open("rb") as stream:
        return Translator(locale, GNUTranslations(stream))
