"""A check is a fold: whole or message by message, stored in between or not, it comes to the same."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.talk import ANSWERS, TRICKS, chats, pair_lines, pairs, said, small_talk, watched

from safelight.assessment import summary
from safelight.engine import Watch, check
from safelight.engine import talk as engine_talk
from safelight.lexicons.load import languages
from safelight.schema.assessments import Assessment, Level, ParticipantAssessment
from safelight.schema.items import Conversation, Message
from safelight.signals import registry

settings.register_profile("engine", max_examples=30, deadline=None)
settings.load_profile("engine")


def comparable(assessment: Assessment) -> tuple[object, ...]:
    """Everything in it, findings in an order of their own: how signals are ordered must not matter."""
    findings = sorted(map(repr, assessment.findings))
    return replace(assessment, findings=(), timeline=()), findings, sorted(map(repr, assessment.timeline))


@given(chats)
def test_check_is_the_last_of_watch(messages):
    watch = Watch()
    last = [watch.add(message) for message in messages][-1]
    assert check(Conversation(tuple(messages))) == last


@given(chats, st.data())
def test_summing_up_in_between_changes_nothing(messages, data):
    watch = Watch()
    for message in messages:
        if data.draw(st.booleans()):
            watch.assessment()
        watch.step(message)
    assert watch.assessment() == watched(messages)
    assert watch.assessment() == watch.assessment()


def anew(watch: Watch) -> Assessment:
    """What a summary with nothing made yet says of the watch's state."""
    return summary.assess(watch._memory, watch.locale, languages())


def assert_same(told: Assessment, watch: Watch) -> None:
    """The same, dictionaries in the same order."""
    assert told == anew(watch)
    assert repr(told) == repr(anew(watch))


@given(chats, st.data())
def test_what_is_taken_from_the_last_summary_is_as_if_made_anew(messages, data):
    """After every message, after some only, and after a change of the language of the sentences."""
    watch = Watch()
    for message in messages:
        watch.step(message)
        if data.draw(st.integers(0, 9)) == 0:
            watch.locale = data.draw(st.sampled_from(("en", "es", "hi")))
        if data.draw(st.booleans()):
            assert_same(watch.assessment(), watch)
    assert_same(watch.assessment(), watch)


def test_a_crowd_that_says_everything_is_summed_up_as_if_anew():
    """People are forgotten and come back, findings make room for others, levels rise in between."""
    watch, chance = Watch(), Random(3)
    for number in range(1_500):
        text = ", ".join(chance.sample((*TRICKS, *ANSWERS), 2))
        told = watch.add(Message(f"person {chance.randrange(40)}", text))
        if number < 300 or number % 7 == 0:
            assert_same(told, watch)
    assert watch._memory.forgotten


def test_changing_an_assessment_that_was_given_out_changes_no_later_one():
    watch = Watch()
    given = watched(said(("Kai", TRICKS[0]), ("Mia", "13")), watch)
    dict.clear(given.by_participant)
    assert list(watch.assessment().by_participant) == ["Kai", "Mia"]


@given(chats, st.data())
def test_a_stored_watch_goes_on_where_it_was(messages, data):
    at = data.draw(st.integers(0, len(messages)))
    watch = Watch()
    for message in messages[:at]:
        watch.step(message)
    loaded = Watch.load(watch.dump())
    assert loaded.assessment() == watch.assessment()
    assert watched(messages[at:], loaded) == watched(messages)


def test_storing_keeps_the_order_of_the_people():
    """Of two with the same first name the one who spoke first is meant, before and after."""
    rows = said(("Ann B", "hi"), ("Ann C", "hello"), ("Kai", "ann, dont tell your mum about us"))
    watch = Watch()
    for message in rows[:2]:
        watch.step(message)
    loaded = Watch.load(watch.dump())
    assert list(loaded.assessment().by_participant) == list(watch.assessment().by_participant)
    assert {f.toward for f in watched(rows[2:], loaded).findings} == {"Ann B"}


@given(chats)
def test_storing_again_gives_the_same_bytes(messages):
    watch = Watch()
    for message in messages:
        watch.step(message)
    blob = watch.dump()
    assert Watch.load(blob).dump() == blob


@given(pairs, small_talk)
def test_harmless_messages_after_it_take_nothing_away(rows, more):
    before = watched(said(*rows))
    after = watched(said(*rows, *more))
    assert after.level >= before.level or before.level == Level.NOTHING_NOTICED
    assert [f for f in before.findings if f not in after.findings] == []
    for name, person in before.by_participant.items():
        assert after.by_participant[name].level >= person.level
        assert after.by_participant[name].points >= person.points
        assert after.by_participant[name].alarm_at == person.alarm_at or person.alarm_at is None


def added(person: ParticipantAssessment) -> float:
    """What ages add to somebody's points."""
    return sum(reason.points for reason in person.reasons if reason.row.startswith("who.") and reason.points > 0)


@given(pairs, small_talk)
def test_harmless_messages_before_it_take_nothing_away(rows, before):
    """Of what was found nothing is lost. What the manner of talk adds is of the whole talk, and may be less in it.

    Rows about ages that add grow with the sum that they stand beside, so they may shrink with it. Those that take off
    belong to the sum: the highest one is kept, and that may be one from before the ages were said. Both people are
    there from the start: once somebody is there to be answered, a "please stop" is said to them.
    """
    greeting = said(("Kai", "ok"), ("Mia", "ok"))
    alone, later = watched([*greeting, *said(*rows)]), watched([*greeting, *said(*before, *rows)])
    for name, person in alone.by_participant.items():
        phrases = person.points - sum(r.points for r in person.reasons if r.row.startswith("manner.")) - added(person)
        now = later.by_participant[name]
        assert now.points - added(now) >= phrases - 0.01
    shifted = [(f.technique, f.subject, s.message + len(before)) for f in alone.findings for s in f.evidence[0].spans]
    kept = [(f.technique, f.subject, s.message) for f in later.findings for s in f.evidence[0].spans]
    # Once somebody is there to be answered, "please don't show anyone" may be an answer, and no longer a request.
    answers = {s.message for f in later.findings if f.because.get("answer") for s in f.evidence[0].spans}
    assert [finding for finding in shifted if finding not in kept and finding[2] not in answers] == []


@pytest.mark.slow
@given(chats, st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_the_signals_does_not_matter(messages, chance):
    def mixed(kind):
        return {name: tuple(chance.sample(found, len(found))) for name, found in registry.listeners(kind).items()}

    plain = comparable(watched(messages))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_talk, "listeners", mixed)
        assert comparable(watched(messages)) == plain


@given(
    st.lists(pair_lines, min_size=1, max_size=20),
    st.sampled_from((None, "not a time", datetime(2024, 2, 29, tzinfo=UTC))),
)
def test_the_time_changes_nothing_yet(rows, time):
    timed = [Message(author, text, time) for author, text in rows]
    assert watched(timed) == watched(said(*rows))


# ---------------------------------------------------------------- no input crashes

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)


@given(st.lists(st.tuples(anything, anything), min_size=1, max_size=12))
def test_any_text_is_taken(rows):
    watch = Watch()
    for author, text in rows:
        watch.add(Message(author, text))
    assert Watch.load(watch.dump()).assessment() == watch.assessment()


@given(st.lists(st.sampled_from([*TRICKS, *"\ud800\udfff\0\u202e\u200b\ufeff\U000e0041", "🏳️‍🌈", "n̸̢o̵"]), max_size=30))
def test_phrases_among_odd_signs_are_taken(parts):
    text = "".join(parts)
    for finding in watched([Message("Kai", text), Message("Mia", text)]).findings:
        for span in finding.evidence[0].spans:
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "dont tell your mum " * 2_000,
        "\n" * 200_000,
        "s.e.c.r.e.t " * 16_000,
        "🦊" * 100_000,
        "\0\x1b[31m" * 30_000,
        "a." * 100_000,
        "'" * 200_000,
        "١٢٣ " * 50_000,
        "\ud83d" * 200_000,
        "z̵" * 100_000,
    ],
    ids=["letters", "phrases", "lines", "spaced", "emoji", "control", "dots", "quotes", "digits", "halves", "marks"],
)
def test_very_long_messages_are_taken(text):
    watch = Watch()
    watch.add(Message("Kai", text))
    answer = watch.add(Message("Mia", "no"))
    assert answer.coverage.messages == 2
    assert len(watch.dump()) < 4096


def test_a_message_made_of_all_tricks_points_at_its_words():
    text = ". ".join(TRICKS)
    (finding,) = [f for f in watched(said(("Kai", text))).findings if f.technique == "isolation.secrecy_request"][:1]
    (span,) = finding.evidence[0].spans
    assert text[span.start : span.end] in text
    assert "dont tell" in text[span.start : span.end] or "secret" in text[span.start : span.end]
