from dataclasses import replace
from datetime import datetime

from tests.report.examples import COVERAGE, UNREAD_SOURCE, chat

from safelight.locales.load import translator
from safelight.report.coverage import looked_at, not_looked_at
from safelight.schema.assessments import Coverage, Skipped
from safelight.schema.items import Message

EN = translator("en")


def test_everything_left_out_is_said_the_gravest_first():
    said = not_looked_at(chat(source=UNREAD_SOURCE), COVERAGE, EN)
    assert said[0] == "This file holds only one side. What the other side wrote was not looked at."
    assert said[1] == "7 parts of the file could not be read."
    assert not [sentence for sentence in said if sentence.startswith(("unread", "other side", "2 parts"))]
    assert "line 1: It has no sender." in said
    assert "… and 2 more parts." in said
    assert "Meaning of whole sentences: This part is not installed. pip install safelight[meaning]" in said
    assert "WhatsApp leaves pictures out of the text." in said
    assert "Dates were read as day first: 31 days were seen." in said


def test_a_note_of_the_source_is_not_said_twice():
    noted = replace(UNREAD_SOURCE, notes=COVERAGE.notes, unread=(), one_sided=False)
    said = not_looked_at(chat(source=noted), COVERAGE, EN)
    assert said.count("WhatsApp leaves pictures out of the text.") == 1


def test_entries_without_words_are_counted():
    kinds = ("media", "media", "deleted", "call", "text")
    messages = tuple(Message("Kai", "<x>", datetime(2026, 1, 1), kind) for kind in kinds)
    said = not_looked_at(replace(chat(), messages=messages), Coverage(), EN)
    assert said == (
        "2 pictures or files were not looked at.",
        "1 message was deleted.",
        "1 call left no words.",
    )


def test_how_much_was_read_and_in_which_languages():
    said = looked_at(Coverage(messages=10, read=8, languages={"en": 0.7, "hi": 0.295, "es": 0.005}), EN)
    assert said == ("8 of 10 messages had words to look at.", "Languages: English 70%, Hindi 30%.")
    assert looked_at(Coverage(messages=3, read=3), EN) == ("All 3 messages were read.",)
    assert looked_at(Coverage(), EN) == ()


def test_what_was_skipped_is_named_in_words():
    skipped = (
        Skipped("language:hi", "There are no phrases for this language yet."),
        Skipped("language", "The language could not be told."),
        Skipped("kind:Link", "No signal reads this yet."),
        Skipped("conversation.some_signal", "It failed.", "Tell us."),
    )
    assert not_looked_at(chat(), Coverage(skipped=skipped), EN) == (
        "Hindi: There are no phrases for this language yet.",
        "The language could not be told.",
        "A link: No signal reads this yet.",
        "conversation.some signal: It failed. Tell us.",
    )
