"""What happens in one conversation: when the alarm came, and about whom."""

import io
import json

import pytest
from tests.engine.talk import HARMLESS, watched

from safelight.evaluation.run import outcome, run
from safelight.importers.jsonl import Record, records
from safelight.schema.assessments import Level
from safelight.schema.items import Conversation, Message

PRESSING = (
    ("Kai", "how old are you"),
    ("Mia", "13"),
    ("Kai", "you are so pretty and mature"),
    ("Kai", "are you home alone?"),
    ("Kai", "dont tell your mum about us, its our secret"),
    ("Kai", "lets talk on telegram its more private"),
    ("Mia", "ok"),
)


def record(rows=PRESSING, label=1, subject="Kai", source="game", before=0) -> Record:
    small = [Message("Mia", HARMLESS[number % len(HARMLESS)]) for number in range(before)]
    messages = (*small, *(Message(author, text) for author, text in rows))
    return Record(Conversation(messages, id="one"), label, subject, source)


def first_alarm(one: Record) -> int:
    """The number of messages after which the level is CONCERN for the first time, found the slow way."""
    messages = one.conversation.messages
    return next(n for n in range(1, len(messages) + 1) if watched(messages[:n]).level >= Level.CONCERN)


@pytest.mark.parametrize("before", [0, 1, 9])
def test_the_alarm_is_counted_from_one(before):
    one = record(before=before)
    assert outcome(one).alarm_at == first_alarm(one)


def test_who_is_named():
    found = outcome(record())
    assert (found.named, found.right, found.label, found.source) == ("Kai", True, 1, "game")
    assert found.level >= Level.CONCERN
    assert found.rows
    assert found.messages == len(PRESSING)
    assert found.seconds > 0


def test_the_wrong_one_is_named():
    assert outcome(record(subject="Mia")).right is False


def test_without_a_subject_nobody_is_right_or_wrong():
    assert outcome(record(subject=None)).right is None


def test_a_long_name_is_still_the_right_one():
    name = "Kai " + "🦊" * 60
    rows = [(name if author == "Kai" else author, text) for author, text in PRESSING]
    assert outcome(record(rows, subject=name)).right is True


def test_without_an_alarm_nobody_is_named():
    found = outcome(record([("Ann", line) for line in HARMLESS], label=0, subject=None))
    assert (found.alarm_at, found.named, found.right, found.rows) == (None, None, None, ())
    assert found.level == Level.NOTHING_NOTICED


def test_without_a_source_it_counts_to_all():
    assert outcome(record(source="")).source == "all"


def test_an_outcome_holds_no_text():
    canary = "xanaricanary"
    rows = [(author, f"{text} {canary}") for author, text in PRESSING]
    assert canary not in repr(outcome(record(rows)))


def test_the_order_is_kept():
    lines = [{"conv_id": f"c{n}", "label": n % 2, "messages": [{"author": "a", "text": "hi"}]} for n in range(5)]
    data = io.BytesIO("\n".join(map(json.dumps, lines)).encode())
    assert [(o.id, o.label) for o in run(records(data))] == [(f"c{n}", n % 2) for n in range(5)]
