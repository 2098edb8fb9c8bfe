"""A person says which language it is in: it is read in that one, and the answer says so."""

from safelight.engine import check
from safelight.engine.pasted import item
from safelight.schema.assessments import Level

SHORT = "Ana: hola\nLeo: no se lo digas a nadie, es nuestro secreto\nAna: no\n"


def languages(found):
    return set(found.coverage.languages)


def test_the_language_that_was_said_is_the_one_that_is_told():
    assert languages(check(item(SHORT, "chat"), language="es")) == {"es"}


def test_a_word_read_in_the_said_language_is_noticed():
    spanish = check(item(SHORT, "chat"), language="es")
    english = check(item(SHORT, "chat"), language="en")
    assert "isolation.secrecy_request" in {each.technique for each in spanish.findings}
    assert not english.findings


def test_a_language_without_phrases_is_said_not_to_be_understood():
    found = check(item("Ana: ciao\nLeo: come stai\nAna: bene\n", "chat"), language="it")
    assert found.level == Level.CANNOT_SAY
    assert [each.what for each in found.coverage.skipped] == ["language:it"]


def test_what_was_not_said_changes_nothing():
    assert check(item(SHORT, "chat"), language="") == check(item(SHORT, "chat"))


def test_items_that_are_no_chat_are_read_in_it_too():
    offer = item("Trabajo de modelo en Dubái, pagamos el vuelo y el visado, sin entrevista.", "offer")
    assert check(offer, language="es").findings
