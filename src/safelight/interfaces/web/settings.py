"""What a person said about themselves: language, who is looking, country. It travels in the address, nowhere else.

The address holds `?l=es&w=y15&c=IN`: no topic, no content. Nothing is stored: a page that is opened without it knows
nothing of the person. A form may hold the same three fields, which count more than the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

from safelight.advice.choose import places
from safelight.advice.directory import find
from safelight.locales import load
from safelight.locales.load import Translator, mark, translator
from safelight.schema.advice import Audience

_READS = ("GET", "HEAD")
# Who is looking, by the code in the address: the words to pick, and whom advice then speaks to.
WHO: Mapping[str, tuple[str, Audience]] = {
    "": (mark("I would rather not say"), "young_person"),
    "y9": (mark("I am under 10"), "young_person"),
    "y12": (mark("I am 10 to 12"), "young_person"),
    "y15": (mark("I am 13 to 15"), "young_person"),
    "y17": (mark("I am 16 or 17"), "young_person"),
    "friend": (mark("A friend of someone"), "young_person"),
    "carer": (mark("A parent or carer"), "carer"),
    "teacher": (mark("A teacher"), "teacher"),
    "helper": (mark("I help for a living"), "helper"),
}
# Each language in its own words, for a person who cannot read the one that is shown.
LANGUAGES = {
    "ar": "العربية", "bn": "বাংলা", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
    "hi": "हिन्दी", "nl": "Nederlands", "pt": "Português", "ur": "اردو",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """say: translates. language: "" unless the person chose one. who: a key of WHO. country: "" for any.

    here: the path of the page when it can be opened again by its address, else that of the first page.
    """

    say: Translator
    language: str = ""
    who: str = ""
    country: str = ""
    here: str = "/"

    @property
    def audience(self) -> Audience:
        """Return whom advice speaks to."""
        return WHO[self.who][1]

    @property
    def fields(self) -> dict[str, str]:
        """Return what was chosen, as the fields of a form or an address."""
        chosen = {"l": self.language, "w": self.who, "c": self.country}
        return {name: value for name, value in chosen.items() if value}

    def spoken(self, locale: str) -> Settings:
        """Return the same in another language."""
        return replace(self, say=translator(locale), language=locale)

    def at(self, path: str, **more: str) -> str:
        """Return an address within the app that carries these settings along, and `more` fields that are not empty."""
        fields = self.fields | {name: value for name, value in more.items() if value}
        return f"{path}?{urlencode(fields)}" if fields else path


def of(request: Request, fields: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of a request; what is unknown counts as not said.

    Without a chosen language the browser's first one that there are sentences for is taken, else English.
    """
    said = dict(request.query_params) | dict(fields or {})
    language = load.best(said["l"]) if _known(said.get("l", "")) else ""
    who, country = said.get("w", ""), said.get("c", "").upper()
    return Settings(
        translator(language or _preferred(request)),
        language,
        who if who in WHO else "",
        country if country and find(country) else "",
        request.url.path if request.method in _READS else "/",
    )


def _known(locale: str) -> bool:
    """Say whether there are sentences for the language of a locale."""
    return bool(locale) and load.language(load.best(locale)) == load.language(locale)


def _preferred(request: Request) -> str:
    """Return the browser's first language that there are sentences for."""
    wanted = (each.partition(";")[0].strip() for each in request.headers.get("accept-language", "").split(","))
    return next((load.best(each) for each in wanted if _known(each)), load.SOURCE_LANGUAGE)


def who_names(_: Translator) -> list[tuple[str, str]]:
    """Return who can be looking: code and the words to pick."""
    return [(code, _(words)) for code, (words, _audience) in WHO.items()]


def country_names(_: Translator) -> list[tuple[str, str]]:
    """Return the countries that helplines are known for, by name; the first choice is the whole world."""
    named = ((code, _(name)) for code, name in places())
    return [("", _("Any country")), *sorted(named, key=lambda pair: pair[1])]


def language_names() -> list[tuple[str, str]]:
    """Return the languages that there are sentences for: locale and its own name."""
    return [(locale, LANGUAGES.get(load.language(locale), locale)) for locale in load.known()]
