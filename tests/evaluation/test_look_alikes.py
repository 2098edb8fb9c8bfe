"""Ordinary chats made by code: many, each time the same, well filled, and no noisier than was written down."""

import json
import re
from collections import Counter

import pytest
from benchmarks.look_alikes.__main__ import RESULTS, measure
from benchmarks.look_alikes.make import chat, chats, kinds, languages
from tests.evaluation.test_chats import banned

BEFORE = json.loads(RESULTS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def every() -> list:
    return list(chats())


def texts(record) -> list[tuple[str, str]]:
    return [(m.author, m.text) for m in record.conversation.messages]


def test_there_are_many(every):
    assert len(every) >= 2000
    assert sum(len(record.conversation.messages) for record in every) >= 40_000
    assert {record.label for record in every} == {0}
    assert len({record.conversation.id for record in every}) == len(every)


def test_every_kind_in_every_language(every):
    counts = Counter(tuple(record.conversation.id.split("/")[:2]) for record in every)
    assert set(languages()) == {"de", "en", "es", "hi", "hi-Latn", "nl"}
    assert set(counts) == {(language, kind) for language in languages() for kind in kinds("en")}
    assert len(set(counts.values())) == 1


def test_they_are_the_same_each_time_and_others_with_another_seed(every):
    assert texts(chat("en", "banter", 3)) == texts(chat("en", "banter", 3))
    assert texts(chat("en", "banter", 3)) != texts(chat("en", "banter", 3, seed=8))
    assert len({str(texts(record)) for record in every}) == len(every)


def test_every_place_is_filled(every):
    open_places = [r.conversation.id for r in every for _, text in texts(r) if re.search(r"[{}|]|^\s*$|\b[ab]: ", text)]
    assert open_places == []
    assert all(len({author for author, _ in texts(record)}) == 2 for record in every)


def test_nothing_explicit(every):
    assert [record.conversation.id for record in every for _, text in texts(record) if banned(text)] == []


@pytest.mark.slow
def test_alarms_are_no_more_than_before():
    now = measure()
    assert (now["chats"], now["messages"]) == (BEFORE["chats"], BEFORE["messages"]), "write the results anew"
    for part in ("kinds", "languages"):
        more = {n: row["alarms"] for n, row in now[part].items() if row["alarms"] > BEFORE[part][n]["alarms"]}
        assert more == {}
