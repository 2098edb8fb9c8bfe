"""The shipped catalogues: up to date, whole, with the same fields as the English, in the tone of the English."""

import importlib.util
import re
import sys
import tomllib
import warnings
from functools import cache
from pathlib import Path

import pytest

from safelight.locales import load

ROOT = Path(__file__).parents[2]
# New English sentences come before their translation: below this a language is too patchy to be offered.
LEAST = 0.85
# What should be there when a version is made; less is printed as a warning.
WANTED = 0.95
FIELD = re.compile(r"\{[^{}]*\}")
# What a translation may not bring in: markup, and letters that turn the reading direction.
NOT_IN = re.compile(r"</?[a-z]|[‪-‮⁦-⁩]")


def _tool():
    path = ROOT / "scripts" / "catalogues.py"
    spec = importlib.util.spec_from_file_location("catalogues", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogues = _tool()
sentences = sys.modules["sentences"]
LANGUAGES = catalogues.languages()
each_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def pairs(language):
    """Every English form with every translation that can stand for it."""
    found = []
    for message in catalogues.read(language):
        if message.id:
            english = message.id if message.pluralizable else (message.id,)
            said = message.string if message.pluralizable else (message.string,)
            found += [(english, text) for text in said if text]
    return tuple(found)


@pytest.fixture(scope="module")
def english():
    return catalogues.template()


def test_spanish_is_there():
    assert "es" in LANGUAGES


@each_language
def test_the_compiled_catalogue_is_up_to_date(language):
    at = catalogues.po(language).with_suffix(".mo")
    assert at.read_bytes() == catalogues.compiled(language), "python scripts/catalogues.py compile"
    assert b"Date" not in at.read_bytes()[:2000]


@each_language
def test_nothing_is_fuzzy(language):
    assert [message.id for message in catalogues.read(language) if message.id and message.fuzzy] == []


@each_language
def test_most_sentences_are_translated(language, english):
    share = catalogues.share(language, english)
    lacking = [str(each.id) for each in catalogues.untranslated(catalogues.merged(language, english))]
    if share < WANTED:
        warnings.warn(f"{language}: {share:.0%}; English is shown for {lacking}", stacklevel=1)
    assert share >= LEAST, lacking


@each_language
def test_fields_are_the_same(language):
    wrong = [
        (english, text)
        for english, text in pairs(language)
        if sorted(FIELD.findall(text)) not in [sorted(FIELD.findall(each)) for each in english]
    ]
    assert wrong == []


@each_language
def test_a_translation_is_plain_text(language):
    wrong = [text for english, text in pairs(language) if NOT_IN.search(text) and not NOT_IN.search(english[0])]
    assert wrong == []
    edges = [text for english, text in pairs(language) if (text[0] == " ") != (english[0][0] == " ")]
    assert edges == []


def bans(language):
    path = ROOT / "tests" / "tone" / f"banned.{language}.toml"
    assert path.exists(), f"{path.name} says what this language does not say; see banned.es.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["ban"]


@each_language
def test_the_tone_is_kept(language):
    found = []
    for ban in (each for each in bans(language) if not each.get("lessons")):
        pattern = re.compile(rf"(?<!\w)(?:{ban['pattern']})", re.IGNORECASE)
        unless = re.compile(ban["unless"], re.IGNORECASE) if "unless" in ban else None
        for _english, text in pairs(language):
            rest = unless.sub(" ", text) if unless else text
            found += [(hit.group(), text, ban["say"]) for hit in pattern.finditer(rest)]
    assert found == []


@each_language
def test_each_ban_finds_its_example(language):
    for ban in bans(language):
        assert re.search(rf"(?<!\w)(?:{ban['pattern']})", ban["example"], re.IGNORECASE), ban


@each_language
def test_a_shipped_language_can_be_chosen(language):
    assert language in load.known()
    assert load.translator(language).locale == language


# ---------------------------------------------------------------- what is found in code, data and templates


def found(text, where="report/a.py", errors=frozenset({"EmptyFile"})):
    return [(each.one, each.many) if each.many else each.one for each in sentences.in_code(text, where, errors)]


def test_marked_sentences_are_found():
    assert found('x = _("One. " "Two.")\ny = _.plural("{n} time", "{n} times", n)\nz = other("Not shown.")') == [
        "One. Two.",
        ("{n} time", "{n} times"),
    ]


def test_what_an_error_says_is_found():
    code = '_FIX = "Try again."\nraise EmptyFile("The file holds nothing", where="not this", fix=_FIX)'
    assert found(code) == ["The file holds nothing", "Try again."]
    assert found('raise BadData("For people who write data.")') == []


def test_a_sentence_made_of_parts_is_not_taken_for_one():
    assert found(
        '"""The docstring stands here."""\nx = f"The file {name} is here."\nTITLE = "Chat"', "importers/a.py"
    ) == ["Chat"]
    assert found('LEAVES_OUT = ("Pictures are left out.",)', "importers/a.py") == ["Pictures are left out."]


def test_shown_keys_of_data_are_found():
    data = 'id = "a"\nname = "Asks for a secret"\ndo = ["Stop.", "Tell."]\ndefinition = "For readers of code."'
    assert [each.one for each in sentences.in_data(data, "taxonomy/a.toml")] == ["Asks for a secret", "Stop.", "Tell."]
    assert list(sentences.in_data('says = "hi"', "lexicons/en/a.toml")) == []


def test_sentences_of_templates_are_found():
    page = '<p>{{ _("Hello") }} {{ _("{n} left").format(n=n) }} {{ _.plural("{n} day", "{n} days", n) }}</p>'
    assert [(each.one, each.many) for each in sentences.in_template(page, "a.html")] == [
        ("Hello", ""),
        ("{n} left", ""),
        ("{n} day", "{n} days"),
    ]


def test_what_is_translated_stays_and_what_is_gone_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    first = catalogues.template([sentences.Sentence("Stay", "a.py"), sentences.Sentence("Go", "a.py")])
    catalogue = catalogues.merged("es", first)
    catalogue["Stay"].string = "Queda"
    catalogues.write(catalogue, catalogues.po("es"))
    second = catalogues.template([sentences.Sentence("Stay", "a.py"), sentences.Sentence("New", "a.py")])
    again = catalogues.merged("es", second)
    assert (again["Stay"].string, again["New"].string, again.get("Go")) == ("Queda", "", None)
    assert catalogues.share("es", second) == 0.5
