"""Who says it to whom decides: the right person is named, per person and not per room."""

import pytest
from tests.engine.talk import chat

from safelight.engine import check
from safelight.schema.assessments import Assessment, Level

PRESSING = """
Kai: hey how old are you
Mia: {mia}
Kai: {kai}
Kai: you are so pretty and mature
Kai: are you home alone?
Kai: dont tell your mum about us, its our secret
Kai: lets talk on telegram its more private
"""


def points(assessment: Assessment, name: str) -> float:
    return assessment.by_participant[name].points


def flags(assessment: Assessment, technique: str) -> set[str]:
    return {
        name for f in assessment.findings if f.technique == technique for name, on in f.because.items() if on is True
    }


def pressing(mia: str = "why", kai: str = "just asking") -> Assessment:
    return check(chat(PRESSING.format(mia=mia, kai=kai)))


def test_the_one_who_does_it_is_named():
    answer = pressing()
    assert answer.by_participant["Kai"].level >= Level.CONCERN
    assert answer.by_participant["Mia"].level == Level.NOTHING_NOTICED
    assert {f.subject for f in answer.findings} == {"Kai"}
    assert {f.toward for f in answer.findings if f.evidence[0].spans[0].message > 1} == {"Mia"}
    assert answer.level == answer.by_participant["Kai"].level
    assert answer.reasons == answer.by_participant["Kai"].reasons


def test_it_does_not_depend_on_who_speaks_first():
    answer = check(chat("Mia: hi\n" + PRESSING.format(mia="why", kai="just asking")))
    assert answer.by_participant["Kai"].level >= Level.CONCERN
    assert answer.by_participant["Mia"].level == Level.NOTHING_NOTICED


def test_a_group_is_assessed_per_person():
    """Each of five says one of the things that one person says above."""
    lines = """
        Ann: hey how old are you
        Ben: you are so pretty
        Cem: are you home alone?
        Dia: dont tell your mum
        Eve: lets talk on telegram its more private
    """
    together, alone = check(chat(lines)), pressing()
    assert together.level < Level.CONCERN
    assert max(p.points for p in together.by_participant.values()) < points(alone, "Kai")
    assert len(together.by_participant) == 5


def test_in_a_group_the_one_who_does_it_is_named():
    lines = PRESSING.format(mia="why", kai="just asking").replace(
        "Mia: why", "Mia: why\nZoe: lol\nAnn: gg\nBen: hi all"
    )
    answer = check(chat(lines))
    assert answer.by_participant["Kai"].level >= Level.CONCERN
    assert {name for name, p in answer.by_participant.items() if p.level > Level.NOTHING_NOTICED} == {"Kai"}


@pytest.mark.parametrize(
    "report",
    [
        "he said dont tell your mum about us",
        "he told me: its our secret",
        'he wrote "are you home alone"',
        "she said send me a pic, just for me",
        "some guy asked me how old i am and said you are so pretty",
    ],
)
def test_who_tells_what_was_said_to_them_is_not_named(report):
    answer = check(chat(f"Mia: something odd happened today\nAnn: what\nMia: {report}\nAnn: block him"))
    assert [f.technique for f in answer.findings if f.subject == "Mia"] == []
    assert points(answer, "Mia") == 0


def test_two_of_a_like_age_count_less():
    young, unknown = pressing("13", "im 13 too"), pressing()
    assert points(young, "Kai") < points(unknown, "Kai")
    row = next(r for r in young.by_participant["Kai"].reasons if r.row == "who.same_age_young")
    assert row.points < 0


def test_an_adult_who_writes_to_a_child_counts_more():
    adult, unknown = pressing("13", "im 34"), pressing()
    assert points(adult, "Kai") > points(unknown, "Kai")
    assert "who.adult_to_minor" in {r.row for r in adult.by_participant["Kai"].reasons}
    assert adult.by_participant["Mia"].level == Level.NOTHING_NOTICED


def test_towards_a_child_it_counts_more_even_when_the_other_says_no_age():
    child, unknown = pressing("13"), pressing()
    assert points(child, "Kai") > points(unknown, "Kai")
    assert "who.to_minor" in {r.row for r in child.by_participant["Kai"].reasons}


def test_two_adults_count_less():
    adults, unknown = pressing("34", "im 36"), pressing()
    assert points(adults, "Kai") < points(unknown, "Kai")


def test_ages_alone_are_no_reason():
    answer = check(chat("Mia: im 13\nKai: im 34\nMia: the bus is late\nKai: same here"))
    assert answer.level <= Level.NOTHING_NOTICED
    assert all(not p.reasons for p in answer.by_participant.values())


def test_towards_somebody_younger_is_said_in_the_finding():
    answer = pressing("13", "im 34")
    assert "toward_younger" in flags(answer, "isolation.secrecy_request")
    assert "toward_younger" not in flags(pressing(), "isolation.secrecy_request")


def test_asking_again_after_a_no_is_said_and_counts():
    again = check(chat("Kai: send me a pic, just for me\nMia: no i dont want to\nKai: come on, send me a pic"))
    assert "contact.keeps_contacting_after_refusal" in {f.technique for f in again.findings}
    assert "after_refusal" in flags(again, "contact.keeps_contacting_after_refusal")
    yes = check(chat("Kai: send me a pic, just for me\nMia: what for\nKai: come on, send me a pic"))
    assert "contact.keeps_contacting_after_refusal" not in {f.technique for f in yes.findings}
    assert points(again, "Kai") > points(yes, "Kai")


def test_the_no_of_who_asks_does_not_count_as_the_others():
    answer = check(chat("Mia: no i dont want to\nMia: can you send me the homework\nKai: here"))
    assert "contact.keeps_contacting_after_refusal" not in {f.technique for f in answer.findings}


def test_saying_it_again_is_said():
    answer = check(chat("Kai: dont tell your mum\nMia: ok\nKai: and dont tell your dad"))
    assert "again" in flags(answer, "isolation.secrecy_request")


def test_an_answer_in_distress_counts_for_the_one_who_is_answered():
    answer = check(chat("Kai: hey\nMia: how do you know where i live\nKai: lol\nMia: leave me alone"))
    assert {f.subject for f in answer.findings} == {"Kai"}
    assert {f.toward for f in answer.findings} == {"Mia"}
    assert points(answer, "Kai") > 0
    assert points(answer, "Mia") == 0
    assert "answers.distress" in {r.row.removeprefix("technique.") for r in answer.by_participant["Kai"].reasons}


def test_in_a_group_a_cry_for_help_blames_nobody():
    answer = check(chat("Kai: hey\nZoe: hi\nAnn: hello\nMia: please stop, why are you doing this to me"))
    assert all(p.level <= Level.NOTICE for p in answer.by_participant.values())
    assert points(answer, "Mia") == 0


def test_with_a_name_at_the_beginning_a_group_message_is_toward_that_one():
    answer = check(chat("Mia: hi\nZoe: hi\nAnn: hello\nKai: mia, dont tell your mum about us"))
    assert {f.toward for f in answer.findings} == {"Mia"}
    assert {f.toward for f in check(chat("Mia: hi\nZoe: hi\nKai: dont tell your mum about us")).findings} == {None}
