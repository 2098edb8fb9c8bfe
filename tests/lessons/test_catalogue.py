"""Translations: read as gettext writes them."""

from __future__ import annotations

import pytest

from safelight.lessons.catalogue import entries, header, translations
from safelight.lessons.load import lesson, lessons
from safelight.schema.errors import BadData, BadInput

PO = """\
msgid ""
msgstr ""
"Language: es\\n"
"X-Reviewed-By-Native-Speaker: no\\n"

# for the translator
msgctxt "a"
msgid "One \\"thing\\"."
msgstr "Una "
"cosa."

#, fuzzy
msgctxt "b"
msgid "Two."
msgstr "Dos."

msgctxt "c"
msgid "Three."
msgstr ""
"""


def test_only_finished_translations_count() -> None:
    assert translations(PO) == {"a": "Una cosa."}
    assert [(each.id, each.fuzzy) for each in entries(PO)] == [("", False), ("a", False), ("b", True), ("c", False)]
    assert next(each.english for each in entries(PO) if each.id == "a") == 'One "thing".'


def test_the_header() -> None:
    assert (header(PO, "Language"), header(PO, "X-Reviewed-By-Native-Speaker")) == ("es", "no")
    assert header(PO, "Plural-Forms") == ""


@pytest.mark.parametrize("line", ["msgstr unquoted", 'msgstr "open', "nonsense"])
def test_what_is_no_catalogue(line: str) -> None:
    with pytest.raises(BadData):
        list(entries(f'msgctxt "a"\nmsgid "b"\n{line}\n'))


def test_a_language_without_a_catalogue_is_english() -> None:
    assert lesson("move-to-another-app", "xx").locale == "en"
    assert lesson("move-to-another-app", "").locale == "en"
    assert lessons("es-MX")["move-to-another-app"].locale == "es"


def test_a_lesson_that_is_not_there() -> None:
    with pytest.raises(BadInput):
        lesson("nothing")
