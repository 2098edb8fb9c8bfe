"""A person's word: what it takes out of the level, what it cannot, and that it stays apart from the other numbers."""

from dataclasses import replace

import pytest
from tests.report.examples import assessment, chat, draft

from safelight.assessment.reconsider import reconsider, stays
from safelight.engine import check
from safelight.engine.pasted import item
from safelight.schema.assessments import Level, ParticipantAssessment, Reason
from safelight.schema.judgements import Judgement
from safelight.taxonomy.load import techniques

TALK = """\
Robin: gg you seem really mature for this game
Sam: thanks
Robin: add me on my other app, it is nicer to talk there
Sam: why
Robin: and dont tell your mum, it is our secret
Sam: hm ok
Robin: send me a pic, just for me
Sam: no
"""
THREAT = TALK + "Robin: send it or i will post your pics to everyone at your school\nSam: please dont\n"


def judged(text, *names, says="joke"):
    found = check(item(text, "chat"))
    return reconsider(found, [Judgement(name, "Robin", says) for name in names]), found


def used(found):
    return sorted({each.technique for each in found.findings if not each.because.get("answer")})


def test_nothing_said_changes_nothing():
    found, before = judged(TALK)
    assert found.assessment is before
    assert not found.set_aside and not found.kept


def test_what_was_a_joke_no_longer_counts_and_is_not_lost():
    found, before = judged(TALK, "isolation.secrecy_request")
    robin, robin_before = found.assessment.by_participant["Robin"], before.by_participant["Robin"]
    assert robin.points < robin_before.points
    assert "isolation.secrecy_request" not in used(found.assessment)
    assert "isolation.secrecy_request" in used(found.before)
    assert not [row for row in robin.reasons if row.row == "technique.isolation.secrecy_request"]
    assert not [each for each in found.assessment.timeline if each.technique == "isolation.secrecy_request"]
    assert [each.technique for each in found.set_aside] == ["isolation.secrecy_request"]


def test_all_set_aside_leaves_no_level_for_ordinary_words():
    found = check(item("Kim: you are so pretty\nLee: haha thanks\nKim: add me on snap\nLee: ok\n", "chat"))
    said = [Judgement(each.technique, each.subject, "normal") for each in found.findings]
    assert said
    assert reconsider(found, said).assessment.level == Level.NOTHING_NOTICED


def test_the_level_never_rises_and_falls_step_by_step():
    before = check(item(TALK, "chat"))
    levels = []
    for count in range(len(used(before)) + 1):
        found, _ = judged(TALK, *used(before)[:count])
        levels.append(found.assessment.level)
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > levels[-1]


def test_a_threat_stays_whatever_is_said():
    found, before = judged(THREAT, "coercion.threat_to_expose")
    assert "coercion.threat_to_expose" in used(before)
    assert found.assessment == before
    assert [each.technique for each in found.kept] == ["coercion.threat_to_expose"]
    assert not found.set_aside


@pytest.mark.parametrize("name", sorted(techniques()))
def test_all_that_asks_to_act_now_stays(name):
    assert stays(name) == (techniques()[name].severity >= 4)


def test_what_was_not_noticed_or_is_somebody_elses_is_left_out():
    found, before = judged(TALK, "deception.fake_job_offer")
    assert found.assessment is before
    other = reconsider(before, [Judgement("isolation.secrecy_request", "Sam", "joke")])
    assert other.assessment is before


def test_others_keep_their_level():
    conversation = chat()
    before = assessment(conversation)
    names = {name: each.level for name, each in before.by_participant.items()}
    found = reconsider(before, [Judgement("isolation.secrecy_request", "Kai", "joke")])
    assert {n: e.level for n, e in found.assessment.by_participant.items() if n != "Kai"} == {
        n: level for n, level in names.items() if n != "Kai"
    }


def test_of_an_item_that_is_no_chat_nothing_is_set_aside():
    _item, before = draft()
    said = [Judgement(each.technique, each.subject, "joke") for each in before.findings]
    assert reconsider(before, said).assessment is before


def test_cannot_say_stays_cannot_say():
    conversation = chat()
    before = assessment(conversation)
    people = {"Kai": ParticipantAssessment("Kai", Level.NOTICE, 3.0, (Reason("technique.trust.flattery", 3.0),))}
    coverage = replace(before.coverage, skipped=(replace(before.coverage.skipped[0], what="language:it"),))
    findings = (replace(before.findings[0], technique="trust.flattery"),)
    unsure = replace(before, by_participant=people, findings=findings, coverage=coverage, level=Level.NOTICE)
    found = reconsider(unsure, [Judgement("trust.flattery", "Kai", "normal")])
    assert found.assessment.level == Level.CANNOT_SAY
