from dataclasses import replace

import pytest
from tests.report.examples import ADVICE, LINES, assessment, chat, draft, finding, quiet_assessment, span

from safelight.report.view import view
from safelight.schema.assessments import Assessment, Level, Moment, ParticipantAssessment
from safelight.schema.findings import FAINT, Finding
from safelight.schema.items import Conversation


@pytest.fixture
def shown():
    conversation = chat()
    return view(conversation, assessment(conversation), ADVICE, words_shown=True)


def test_tricks_are_gathered_per_person_the_gravest_first(shown):
    [kai] = shown.people
    assert kai.because == ("Both from the same person.", "Secrecy, asked twice.")
    assert (kai.name, kai.level_name, kai.since) == ("Kai", "Worth taking seriously", "message 9, Tue 14:10")
    severities = [trick.severity for trick in kai.tricks]
    assert severities == sorted(severities, reverse=True)
    assert {trick.technique for trick in kai.tricks} == {
        "isolation.secrecy_request",
        "isolation.move_to_private_app",
        "sexualization.image_request",
    }


def test_a_trick_says_how_often_and_since_when(shown):
    [secret] = [each for each in shown.people[0].tricks if each.technique == "isolation.secrecy_request"]
    assert (secret.times, secret.since) == (2, "message 5, Tue 14:06")
    assert [place.label for place in secret.places] == ["message 5, Tue 14:06", "message 7, Tue 14:08"]
    assert secret.also == ("Asks again for a secret.",)


def test_findings_that_keep_little_evidence_are_still_counted_by_the_timeline():
    conversation = chat()
    moments = tuple(Moment(number, "Kai", "isolation.secrecy_request", Level.NOTICE) for number in (0, 2, 4, 6, 8))
    given = assessment(conversation, findings=(finding("isolation.secrecy_request", span(conversation, 4, "secret")),))
    [kai] = view(conversation, replace(given, timeline=moments), None, words_shown=False).people
    assert kai.tricks[0].times == 5


def test_others_are_named_as_quiet_and_the_owner_is_marked(shown):
    assert shown.quiet == ("Mia (you)", "Zoe")


def test_for_a_carer_the_owner_is_not_you():
    conversation = chat()
    seen = view(conversation, assessment(conversation), replace(ADVICE, audience="carer"), words_shown=False)
    assert "Mia (whose chat this is)" in seen.quiet


def test_what_is_ordinary_alone_stays_small():
    conversation = chat()
    given = replace(
        quiet_assessment(), findings=(finding("trust.flattery", span(conversation, 0, "you play so well")),)
    )
    seen = view(conversation, given, None, words_shown=True)
    assert not seen.people
    assert [trick.technique for trick in seen.small] == ["trust.flattery"]


def test_an_item_without_participants_has_one_nameless_part():
    item, given = draft()
    [part] = view(item, given, None, words_shown=True).people
    assert (part.name, len(part.tricks)) == ("", 1)


def test_an_unknown_technique_is_shown_by_its_id_and_its_finding():
    conversation = chat()
    strange = finding("new_tactic.brand_new_trick", span(conversation, 4, "secret"), says="Does something new.")
    [kai] = view(conversation, assessment(conversation, findings=(strange,)), None, words_shown=False).people
    assert (kai.tricks[0].name, kai.tricks[0].says) == ("Brand new trick", "Does something new.")


def test_a_group_is_sorted_by_level():
    conversation = chat()
    given = assessment(
        conversation,
        by_participant={
            "Zoe": ParticipantAssessment("Zoe", Level.NOTICE, 2.0),
            "Kai": ParticipantAssessment("Kai", Level.URGENT, 9.0),
        },
        findings=(
            finding("trust.flattery", span(conversation, 0, "you play so well"), subject="Zoe"),
            finding("isolation.secrecy_request", span(conversation, 4, "secret"), subject="Kai"),
        ),
    )
    assert [person.name for person in view(conversation, given, None, words_shown=False).people] == ["Kai", "Zoe"]


def test_no_words_are_gathered_when_none_may_be_shown():
    conversation = chat()
    [kai] = view(conversation, assessment(conversation), None, words_shown=False).people
    assert all(place.quote is None for trick in kai.tricks for place in trick.places)


def test_a_pointer_beyond_the_chat_is_numbered_and_harmless():
    conversation = chat(LINES[:3])
    [kai] = view(conversation, assessment(chat()), None, words_shown=True).people
    assert any(place.label == "message 9" and place.quote is None for trick in kai.tricks for place in trick.places)


def test_an_empty_conversation_is_no_crash():
    seen = view(Conversation(()), Assessment(Level.CANNOT_SAY), None, words_shown=True)
    assert (seen.people, seen.timeline, seen.subtitle) == ((), None, "A chat · 0 messages")


def test_what_somebody_answers_is_not_shown_as_the_trick_itself():
    conversation = chat()
    pressure = "coercion.guilt_or_pressure"
    answer = finding(pressure, span(conversation, 4, "secret"), says="The other side says no.")
    given = assessment(conversation, findings=(answer, finding(pressure, span(conversation, 6, "secret"))))
    answered = replace(given, findings=(replace(answer, because={"answer": True}), given.findings[1]))
    [kai] = view(conversation, answered, None, words_shown=False).people
    assert {trick.name for trick in kai.tricks} == {"Fear, or a no, in the answers", "Makes you feel bad for a no"}
    assert "The other side says no." in {trick.says for trick in kai.tricks}


def test_a_hint_is_not_shown_beside_what_is_clear():
    conversation = chat()
    clear = finding("isolation.secrecy_request", span(conversation, 4, "secret"))
    hint = replace(finding("trust.flattery", span(conversation, 6, "secret")), strength=FAINT - 0.01)

    def tricks(*findings: Finding) -> set[str]:
        [kai] = view(conversation, assessment(conversation, findings=findings), None, words_shown=False).people
        return {trick.technique for trick in kai.tricks}

    assert tricks(clear, hint) == {"isolation.secrecy_request"}
    assert tricks(hint) == {"trust.flattery"}
