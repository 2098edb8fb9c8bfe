"""Phrases that are sent in pieces, message after message."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.talk import HARMLESS, TRICKS, said, watched

from safelight.engine import Watch, halves
from safelight.lexicons.load import lexicon
from safelight.schema.items import Message
from safelight.schema.memory import Begun

SECRET = ("dont tell", "your mum about us")


def techniques(*rows: tuple[str, str]) -> set[str]:
    return {finding.technique for finding in watched(said(*rows)).findings}


WHOLE = techniques(("Kai", "dont tell your mum about us"))


def test_a_phrase_sent_in_two_pieces_is_seen():
    assert "isolation.secrecy_request" in WHOLE
    assert "isolation.secrecy_request" in techniques(("Kai", SECRET[0]), ("Kai", SECRET[1]))


def test_also_in_three():
    assert "isolation.secrecy_request" in techniques(("Kai", "dont tell"), ("Kai", "your"), ("Kai", "mum about us"))


def test_the_findings_point_at_the_message_that_ended_it():
    findings = watched(said(("Kai", SECRET[0]), ("Kai", SECRET[1]))).findings
    spans = [span for finding in findings for evidence in finding.evidence for span in evidence.spans]
    assert spans
    assert all(span.message == 1 and 0 <= span.start < span.end <= len(SECRET[1]) for span in spans)


@pytest.mark.parametrize(
    "rows",
    [
        (("Kai", SECRET[0]), ("Mia", SECRET[1])),
        (("Kai", SECRET[0]), ("Mia", "ok"), ("Kai", SECRET[1])),
        (("Kai", SECRET[0] + "."), ("Kai", SECRET[1])),
        (("Kai", SECRET[0].capitalize()), ("Kai", SECRET[1].capitalize())),
        (("Kai", "dont"), ("Kai", "tell your mum about us")),
        (("Kai", SECRET[0] + "?"), ("Kai", SECRET[1])),
        (("Kai", "it was a long day and i said dont tell"), ("Kai", SECRET[1])),
    ],
    ids=[
        "somebody else",
        "an answer between",
        "the end of a sentence",
        "a capital letter",
        "one word",
        "a question",
        "a long message",
    ],
)
def test_what_is_no_piece_of_one_phrase_is_none(rows):
    assert "isolation.secrecy_request" not in techniques(*rows)


def test_a_picture_between_ends_it():
    rows = [Message("Kai", SECRET[0]), Message("Kai", "", kind="media"), Message("Kai", SECRET[1])]
    assert "isolation.secrecy_request" not in {finding.technique for finding in watched(rows).findings}


@pytest.mark.parametrize("code", ["es", "hi", "de"])
def test_every_language_reads_on(code):
    """Some phrase of two words or more of each language, cut in two."""
    found = lexicon(code)
    for words in _phrases(code):
        whole = {hit.group.id for hit in found.find(words)}
        for cut in range(2, len(words)):
            first, begun = found.find_on(words[:cut], ())
            second, _ = found.find_on(words[cut:], begun)
            assert whole <= {hit.group.id for hit in (*first, *second)}


def _phrases(code: str) -> list[list[str]]:
    said = {"es": "no le digas a tu mama", "hi": "मम्मी को मत बताना", "de": "sag es nicht deiner mama"}
    return [said[code].split()]


# ---------------------------------------------------------------- the stored form


def stored(watch: Watch) -> dict[str, object]:
    body: dict[str, object] = json.loads(zlib.decompress(watch.dump()[4:]))
    return body


def begun(text: str) -> Watch:
    watch = Watch()
    watch.step(Message("Kai", text))
    return watch


def test_it_goes_on_where_it_was_stored():
    watch = Watch.load(begun(SECRET[0]).dump())
    watch.step(Message("Kai", SECRET[1]))
    assert "isolation.secrecy_request" in {finding.technique for finding in watch.assessment().findings}


def test_numbers_are_stored_and_no_word():
    body = stored(begun(SECRET[0]))
    at, by, languages = body["b"]  # type: ignore[misc]
    assert at == 0
    assert body["w"][by] == "Kai"  # type: ignore[index]
    for code, edition, places in languages:
        assert code == "en"
        assert edition.replace(".", "").isdigit()
        assert all(isinstance(step, int) for steps in places for step in steps)
    assert "tell" not in json.dumps(body)


def test_another_edition_of_the_phrases_is_not_gone_on_with():
    watch = begun(SECRET[0])
    old = watch._memory.begun
    assert old is not None
    watch._memory.begun = Begun(old.at, old.by, tuple((code, "1.1", places) for code, _, places in old.places))
    watch.step(Message("Kai", SECRET[1]))
    assert "isolation.secrecy_request" not in {finding.technique for finding in watch.assessment().findings}


def test_places_that_are_none_are_harmless():
    watch = begun(SECRET[0])
    old = watch._memory.begun
    assert old is not None
    rows = tuple((code, edition, (frozenset({10**9}), frozenset({0, 10**9}))) for code, edition, _ in old.places)
    watch._memory.begun = Begun(old.at, old.by, rows)
    for text in ("👍", "👍", SECRET[1]):
        watch.step(Message("Kai", text))
        watch = Watch.load(watch.dump())
    assert "isolation.secrecy_request" not in {finding.technique for finding in watch.assessment().findings}


pieces = st.lists(st.sampled_from([piece for line in (*TRICKS, *HARMLESS) for piece in line.split()]), max_size=5)


@given(st.lists(pieces, max_size=8))
def test_what_is_remembered_is_bounded(rows):
    watch = Watch()
    for words in rows:
        watch.step(Message("Kai", " ".join(words)))
        memory = watch._memory
        if memory.begun is not None:
            assert sum(len(each) for _, _, sets in memory.begun.places for each in sets) <= halves._MOST
            assert Watch.load(watch.dump())._memory.begun == memory.begun
    assert len(watch.dump()) < 4096
