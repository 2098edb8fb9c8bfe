"""Keeps the catalogues of shown sentences: gathers the English ones, merges them into each language, compiles.

    python scripts/catalogues.py extract             locales/safelight.pot anew from code, data files and templates
    python scripts/catalogues.py update [LANGUAGE]   ... and merges it into each safelight.po; what is translated stays
    python scripts/catalogues.py missing LANGUAGE    what has no translation, as JSON: {"English": "" or ["", ""]}
    python scripts/catalogues.py fill LANGUAGE FILE  puts such a JSON with translations into safelight.po
    python scripts/catalogues.py compile [LANGUAGE]  writes each safelight.mo; the same input gives the same bytes
    python scripts/catalogues.py report              how complete each language is

`update` on a new language makes its folder: `update pl`. How a sentence is marked: src/safelight/locales/load.py.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).parent))
from sentences import Sentence, every

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "src/safelight/locales"
TEMPLATE = LOCALES / "safelight.pot"
WIDTH = 120
COMMENT = """\
# Shown sentences of Safelight{language}.
# Written by scripts/catalogues.py; `python scripts/catalogues.py` says how to bring it up to date.
"""
# What a person has to know who opens a catalogue that has not been read by a native speaker yet.
UNREVIEWED = "# NOT REVIEWED by a native speaker or by child-protection professionals yet.\n"


class Dateless(Catalog):
    """A catalogue whose header holds no date, no name and no version: the same sentences give the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return what gettext needs to read it, and no more."""
        headers = [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8")]
        headers.append(("Content-Transfer-Encoding", "8bit"))
        if self.locale is not None:
            headers += [("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)]
        return headers


def template(found: Iterable[Sentence] | None = None) -> Dateless:
    """Return the catalogue of English sentences, in the order of their files."""
    catalogue = Dateless()
    for each in sorted(every() if found is None else found, key=lambda one: (one.where, one.number)):
        key = (each.one, each.many) if each.many else each.one
        catalogue.add(key, locations=[(each.where, None)], auto_comments=[each.hint] if each.hint else ())
    for message in catalogue:
        # A brace is a field to be filled in, not a Python format that Babel would want to check.
        message.flags.discard("python-format")
        message.flags.discard("python-brace-format")
    return catalogue


def po(language: str) -> Path:
    """Return the place of a language's catalogue."""
    return LOCALES / language / "LC_MESSAGES" / "safelight.po"


def languages() -> list[str]:
    """Return every language that has a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/safelight.po"))


def read(language: str) -> Dateless:
    """Return a language's catalogue as it stands, an empty one where there is none yet."""
    catalogue = Dateless(locale=Locale.parse(language))
    if po(language).exists():
        with po(language).open("rb") as stream:
            for message in read_po(stream, locale=language):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def merged(language: str, english: Catalog) -> Dateless:
    """Return the English sentences with the translations that are there; what is gone from the code is dropped."""
    known = read(language)
    catalogue = Dateless(locale=Locale.parse(language))
    for message in english:
        if message.id:
            said = known.get(message.id)
            texts = said.string if said is not None and not said.fuzzy else ""
            catalogue.add(
                message.id,
                texts or (("",) * catalogue.num_plurals if message.pluralizable else ""),
                locations=message.locations,
                auto_comments=message.auto_comments,
                user_comments=said.user_comments if said is not None else (),
            )
    return catalogue


def write(catalogue: Dateless, path: Path) -> None:
    """Write a catalogue as text, with a header of our own; comments at the head of the file are kept."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=WIDTH, include_lineno=False, omit_header=True)
    head = COMMENT.format(language=f" in {catalogue.locale.english_name}" if catalogue.locale else ": the English ones")
    if catalogue.locale:
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        head = old.partition('msgid ""')[0] if old else head + UNREVIEWED
    fields = "".join(f'"{name}: {value}\\n"\n' for name, value in catalogue.mime_headers)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head}msgid ""\nmsgstr ""\n{fields}\n{stream.getvalue().decode()}', encoding="utf-8")


def compiled(language: str) -> bytes:
    """Return the binary catalogue of a language: only what is translated, sorted."""
    stream = io.BytesIO()
    write_mo(stream, read(language))
    return stream.getvalue()


def untranslated(catalogue: Catalog) -> list[Message]:
    """Return the messages that have no translation, or an incomplete or fuzzy one."""
    return [each for each in catalogue if each.id and (each.fuzzy or not _whole(each.string))]


def _whole(text: str | tuple[str, ...] | list[str]) -> bool:
    return bool(text) if isinstance(text, str) else bool(text) and all(text)


def share(language: str, english: Catalog) -> float:
    """Return how much of today's English sentences a language has: 0 to 1."""
    return 1 - len(untranslated(merged(language, english))) / max(len(english), 1)


def missing(language: str) -> dict[str, str | list[str]]:
    """Return what has no translation: the English and empty places for each form; counted ones by the first form."""
    forms = Dateless(locale=Locale.parse(language)).num_plurals
    rows = untranslated(merged(language, template()))
    return {(each.id[0] if each.pluralizable else each.id): [""] * forms if each.pluralizable else "" for each in rows}


def fill(language: str, texts: dict[str, str | list[str]]) -> list[str]:
    """Put translations into a catalogue; returns the English ones that are not known."""
    catalogue = merged(language, template())
    known = {(each.id[0] if each.pluralizable else each.id): each for each in catalogue if each.id}
    for english, said in texts.items():
        if english in known and _whole(said):  # type: ignore[arg-type]
            known[english].string = tuple(said) if isinstance(said, list) else said
    write(catalogue, po(language))
    return [english for english in texts if english not in known]


def _compile(language: str) -> None:
    po(language).with_suffix(".mo").write_bytes(compiled(language))


def _update(language: str) -> None:
    write(merged(language, template()), po(language))


def _report() -> Iterator[str]:
    english = template()
    yield f"{len(english)} sentences"
    for language in languages():
        lacking = untranslated(merged(language, english))
        yield f"{language}: {share(language, english):.1%}, {len(lacking)} missing"


def main(arguments: list[str]) -> int:
    """Do what the command line says; returns the exit code."""
    match arguments:
        case ["extract"]:
            write(template(), TEMPLATE)
        case ["update", *chosen]:
            write(template(), TEMPLATE)
            for language in chosen or languages():
                _update(language)
        case ["compile", *chosen]:
            for language in chosen or languages():
                _compile(language)
        case ["missing", language]:
            print(json.dumps(missing(language), ensure_ascii=False, indent=1))
        case ["fill", language, file]:
            for unknown in fill(language, json.loads(Path(file).read_text(encoding="utf-8"))):
                print(f"not known: {unknown}", file=sys.stderr)
        case ["report"]:
            print("\n".join(_report()))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
