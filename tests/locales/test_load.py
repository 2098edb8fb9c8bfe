import ast
from pathlib import Path

import pytest
from tests.locales.catalogue import write

from safelight.locales import load

REPORT = Path(load.__file__).parents[1] / "report"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "FOLDER", tmp_path)
    return tmp_path


def test_english_is_the_source_and_needs_no_catalogue():
    _ = load.translator("en")
    assert _("Asks for a secret") == "Asks for a secret"
    assert (_.plural("{n} time", "{n} times", 1), _.plural("{n} time", "{n} times", 3)) == ("1 time", "3 times")
    assert (_.locale, _.direction) == ("en", "ltr")


def test_an_unknown_locale_is_english_and_says_so():
    assert load.translator("xx_YY").locale == "en"
    assert load.translator("").locale == "en"
    assert load.translator("../../etc/passwd").locale == "en"


def test_a_catalogue_is_found_by_walking_the_folder(folder):
    write(folder, "ar", {"Asks": "يطلب", "{n} time\0{n} times": "مرة {n}\0{n} مرات"})
    assert load.known() == ("ar", "en")
    _ = load.translator("ar")
    assert _("Asks") == "يطلب"
    assert _.plural("{n} time", "{n} times", 4) == "4 مرات"
    assert _("Not in the catalogue") == "Not in the catalogue"
    assert _.direction == "rtl"


def test_the_empty_sentence_does_not_give_the_header(folder):
    write(folder, "ar", {"a": "b"})
    assert load.translator("ar")("") == ""


@pytest.mark.parametrize("asked", ["pt", "pt_BR", "pt-BR", "PT", "pt_PT.UTF-8"])
def test_the_nearest_known_locale_is_taken(folder, asked):
    write(folder, "pt", {"a": "b"})
    assert load.translator(asked)("a") == "b"


def test_a_regional_catalogue_goes_before_its_language(folder):
    write(folder, "pt", {"a": "pt"})
    write(folder, "pt_BR", {"a": "br"})
    assert load.translator("pt-BR")("a") == "br"
    assert load.translator("pt")("a") == "pt"


def test_directions():
    assert [load.direction(code) for code in ("ar", "fa-IR", "ur_PK", "en", "hi")] == ["rtl"] * 3 + ["ltr"] * 2


def shown(path):
    """Every sentence that a module of the report marks, and every other string that looks like one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {node.body[0].value for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)}
    marked = {
        argument
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in MARKS
        for argument in node.args
    }
    loose = {node for node in ast.walk(tree) if isinstance(node, ast.Constant)} - docs - marked
    return marked, [node.value for node in loose if isinstance(node.value, str) and is_sentence(node.value)]


MARKS = {"_", "plural", "mark"}
NOT_SHOWN = ("default-src", "width=", "text/plain", "-9 -9", "(?:", "Content-Security")


def is_sentence(text):
    return text.count(" ") >= 2 and text[0].isupper() and not text.startswith(NOT_SHOWN)


@pytest.mark.parametrize("path", sorted(REPORT.glob("*.py")), ids=lambda path: path.stem)
def test_every_sentence_of_a_report_is_marked_for_translation(path):
    marked, loose = shown(path)
    assert not loose
    assert path.stem != "words" or len(marked) > 20
