"""The reader knows the person: words and steps change, nothing is silenced."""

import pytest

from safelight.advice.choose import advise
from safelight.schema.assessments import Assessment, Level, ParticipantAssessment
from safelight.schema.evidence import Evidence, Span
from safelight.schema.findings import Finding


def talk(level):
    finding = Finding("conversation.secrecy_request", "isolation.secrecy_request", 0.9, (Evidence((Span(0, 3, 0),)),))
    people = {"Kai": ParticipantAssessment("Kai", level, 6.0)}
    return Assessment(level, people, (Finding(**{**_fields(finding), "subject": "Kai"}),))


def _fields(finding):
    return {name: getattr(finding, name) for name in finding.__slots__}


@pytest.mark.parametrize("audience", ["young_person", "carer", "teacher", "helper"])
@pytest.mark.parametrize("level", [Level.CONCERN, Level.URGENT])
def test_words_change_and_help_stays(level, audience):
    usual = advise(talk(level), audience=audience, country="IN")
    known = advise(talk(level), audience=audience, country="IN", known_in_life=True)
    assert known.opening != usual.opening
    assert known.helplines == usual.helplines
    assert known.steps != usual.steps
    assert len(known.steps) >= len(usual.steps) - 1


def test_a_young_person_still_hears_that_it_is_not_their_fault():
    steps = advise(talk(Level.CONCERN), known_in_life=True).steps
    assert "not your fault" in steps[0].text
    assert any("not close to this person" in each.text for each in steps)


def test_where_nothing_is_said_of_known_people_the_usual_words_stay():
    for level in (Level.CANNOT_SAY, Level.NOTHING_NOTICED):
        assert advise(talk(level), known_in_life=True) == advise(talk(level))
    assert advise(talk(Level.CONCERN), audience="moderator", known_in_life=True).opening
