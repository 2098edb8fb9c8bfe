"""Advice: the steps that count, few, the most urgent first, in the reader's order; and who can help."""

from __future__ import annotations

import pytest

from safelight.advice.choose import MOST_STEPS, advise, countries, helplines, ranked
from safelight.schema.advice import AUDIENCES, Advice, Audience
from safelight.schema.assessments import Assessment, Level, ParticipantAssessment
from safelight.schema.errors import BadInput
from safelight.schema.findings import Finding
from safelight.taxonomy.load import techniques

THREAT = "coercion.threat_to_expose"


def finding(technique: str, subject: str | None = "sam", strength: float = 0.8) -> Finding:
    return Finding("conversation.x", technique, strength, (), subject=subject)


def assessed(level: Level, *found: str, **people: Level) -> Assessment:
    levels = people or {"sam": level}
    by_name = {name: ParticipantAssessment(name, each, 5.0) for name, each in levels.items()}
    return Assessment(level=level, by_participant=by_name, findings=tuple(finding(each) for each in found))


def texts(advice: Advice) -> list[str]:
    return [step.text for step in advice.steps]


def test_threat_over_pictures_for_a_young_person() -> None:
    advice = advise(assessed(Level.URGENT, "trust.flattery", "sexualization.image_request", THREAT), country="GB")
    said = texts(advice)
    assert "not your fault" in said[0]
    assert said[1] == "Stop answering. Do not pay and do not send more."
    assert said[2].startswith("Do not delete.")
    assert said[3].startswith("Tell someone you trust today")
    assert any("Report Remove" in text and "takeitdown.ncmec.org" in text for text in said)
    assert said[-1].startswith("When it is saved, block and report")
    assert len(said) == 7


def test_report_remove_is_for_the_uk_only() -> None:
    said = texts(advise(assessed(Level.URGENT, THREAT), country="in"))
    assert not any("Report Remove" in text for text in said)
    assert any("takeitdown.ncmec.org" in text for text in said)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("level", Level)
def test_steps_are_few_ordered_and_said_once(audience: Audience, level: Level) -> None:
    advice = advise(assessed(level, *techniques()), audience=audience, country="US")
    orders = [step.order for step in advice.steps]
    assert orders == sorted(orders)
    assert 2 <= len(orders) <= MOST_STEPS[audience]
    assert len(set(texts(advice))) == len(orders)
    assert advice.opening
    assert advice.audience == audience


@pytest.mark.parametrize("technique", techniques())
@pytest.mark.parametrize("audience", ["young_person", "carer", "teacher"])
def test_the_most_urgent_technique_is_spoken_to(technique: str, audience: Audience) -> None:
    advice = advise(assessed(Level.CONCERN, technique), audience=audience)
    assert technique in {step.for_technique for step in advice.steps}


@pytest.mark.parametrize("technique", techniques())
@pytest.mark.parametrize("level", [Level.CONCERN, Level.URGENT])
def test_carers_always_hear_the_whole_order(technique: str, level: Level) -> None:
    said = " ".join(texts(advise(assessed(level, technique, *techniques()), audience="carer")))
    places = [said.index(words) for words in ("Breathe", "Thank the child", "Believe", "Look after yourself")]
    assert places == sorted(places)
    assert "fault" in said
    assert "Do not take the phone" in said


@pytest.mark.parametrize("technique", techniques())
@pytest.mark.parametrize("level", [Level.CONCERN, Level.URGENT])
def test_a_young_person_always_hears_no_blame_save_and_tell(technique: str, level: Level) -> None:
    said = " ".join(texts(advise(assessed(level, technique, *techniques()))))
    assert "not your fault" in said
    assert any(words in said for words in ("Save", "Keep the chat"))
    assert any(words in said for words in ("Tell ", "tell ", "Show "))


@pytest.mark.parametrize("level", [Level.CANNOT_SAY, Level.NOTHING_NOTICED])
def test_below_notice_advice_is_general(level: Level) -> None:
    advice = advise(assessed(level, "trust.flattery"))
    assert {step.for_technique for step in advice.steps} == {""}


def test_cannot_say_does_not_sound_like_all_is_well() -> None:
    advice = advise(assessed(Level.CANNOT_SAY))
    assert "could not look" in advice.opening
    assert "does not mean that it is fine" in advice.steps[0].text


def test_ranked_by_the_person_then_severity_then_strength() -> None:
    assessment = Assessment(
        level=Level.CONCERN,
        by_participant={
            "sam": ParticipantAssessment("sam", Level.CONCERN, 7.0),
            "kim": ParticipantAssessment("kim", Level.NOTICE, 3.0),
            "me": ParticipantAssessment("me", Level.NOTHING_NOTICED, 0.0),
        },
        findings=(
            finding("trust.flattery", "sam"),
            finding("coercion.threat_of_harm", "kim", 0.3),
            finding("isolation.secrecy_request", "sam", 0.4),
            finding("sexualization.image_request", "sam", 0.9),
            finding("exploitation.meeting_request", "me"),
            finding("isolation.secrecy_request", "sam", 0.5),
            finding("some.thing_unknown", "sam"),
        ),
    )
    assert ranked(assessment) == (
        "sexualization.image_request",
        "isolation.secrecy_request",
        "trust.flattery",
        "coercion.threat_of_harm",
    )


def test_equal_techniques_come_in_alphabetical_order() -> None:
    found = ("coercion.payment_demand", "coercion.more_images_demand", THREAT)
    assert ranked(assessed(Level.URGENT, *found)) == tuple(sorted(found))


def test_item_without_participants() -> None:
    assessment = Assessment(level=Level.NOTICE, findings=(finding("targeting.exposed_location", None),), kind="Picture")
    assert ranked(assessment) == ("targeting.exposed_location",)


def test_audience_must_be_known() -> None:
    with pytest.raises(BadInput, match="young_person"):
        advise(assessed(Level.NOTICE), audience="boss")  # type: ignore[arg-type]


# ---------------------------------------------------------------- helplines


def test_countries() -> None:
    known = countries()
    assert known == tuple(sorted(known))
    assert {"EU", "GB", "IN", "US", "BR", "DE", "ZA"} <= set(known)
    assert "" not in known
    assert len(known) >= 34


@pytest.mark.parametrize(
    ("asked", "code"), [("in", "IN"), ("UK", "GB"), ("de", "DE"), ("se", "EU"), (" us ", "US"), ("TV", ""), ("", "")]
)
def test_country_in_any_case_and_members(asked: str, code: str) -> None:
    assert advise(assessed(Level.URGENT), country=asked).country == code
    assert {line.country for line in helplines(asked)} == {code, ""}


def test_own_country_comes_before_the_world() -> None:
    places = [line.country for line in helplines("IN")]
    assert places == sorted(places, reverse=True)


def test_kinds_that_fit_come_first() -> None:
    money = advise(assessed(Level.CONCERN, "monetization.money_mule"), country="IN").helplines
    assert money[0].kind == "police_cyber"
    travel = advise(assessed(Level.CONCERN, "coercion.documents_taken"), country="US").helplines
    assert travel[0].kind == "trafficking"


def test_a_calm_result_does_not_come_with_crime_hotlines() -> None:
    kinds = {line.kind for line in advise(assessed(Level.NOTHING_NOTICED), country="GB").helplines}
    assert kinds == {"child_helpline", "emergency"}


def test_helplines_are_for_the_reader() -> None:
    young = {line.id for line in advise(assessed(Level.URGENT), country="GB").helplines}
    carer = {line.id for line in advise(assessed(Level.URGENT), country="GB", audience="carer").helplines}
    helper = {line.id for line in advise(assessed(Level.URGENT), country="GB", audience="helper").helplines}
    assert "gb-childline" in young - carer
    assert "gb-nspcc" in carer - young
    assert helper >= young | carer


def test_unknown_locale_falls_back_to_english() -> None:
    assert advise(assessed(Level.URGENT), locale="xx") == advise(assessed(Level.URGENT))
