"""The sum: bounded per technique, fading with the messages, kept once reached, every addend named."""

import pytest
from tests.engine.talk import said, watched

from safelight.assessment import fuse
from safelight.assessment.weights import weights
from safelight.schema.assessments import Level
from safelight.schema.memory import MOST_TRACES, Memory, Person

TABLE = weights()
SECRET = "isolation.secrecy_request"
PICTURE = "sexualization.image_request"
THREAT = "coercion.threat_to_expose"


def two(kai_age: int = 0, mia_age: int = 0) -> tuple[Memory, Person]:
    """A memory of Kai and Mia."""
    memory = Memory()
    kai, mia = memory.person("Kai"), memory.person("Mia")
    kai.age, mia.age = kai_age, mia_age
    return memory, kai


def shown(
    memory: Memory, person: Person, technique: str, index: int = 0, strength: float = 1.0, times: int = 1
) -> None:
    for _ in range(times):
        fuse.note(memory, person, technique, strength, index)
    fuse.update(memory, person, index)


def rows(person: Person) -> dict[str, float]:
    return {name: points for name, points, _ in person.rows}


def test_one_clear_sighting_gives_the_points_of_its_row():
    memory, kai = two()
    shown(memory, kai, SECRET)
    assert kai.points == TABLE.techniques[SECRET].points
    assert kai.rows == ((f"technique.{SECRET}", TABLE.techniques[SECRET].points, 1),)


def test_a_weak_sighting_gives_its_share():
    memory, kai = two()
    shown(memory, kai, SECRET, strength=0.25)
    assert kai.points == pytest.approx(TABLE.techniques[SECRET].points / 4, abs=0.001)


@pytest.mark.parametrize("technique", sorted(TABLE.techniques))
def test_repeating_is_bounded(technique):
    memory, kai = two()
    shown(memory, kai, technique, times=100)
    assert rows(kai)[f"technique.{technique}"] == TABLE.techniques[technique].most
    assert {times for name, _, times in kai.rows if name.startswith("technique.")} == {100}


@pytest.mark.parametrize("messages", [1, 7, 119, 120, 240, 1200])
def test_evidence_halves_after_each_half_life(messages):
    memory, kai = two()
    fuse.note(memory, kai, SECRET, 1.0, 10)
    left = kai.traces[SECRET].decayed(10 + messages, TABLE.half_life)
    assert left == pytest.approx(0.5 ** (messages / TABLE.half_life))
    assert left > kai.traces[SECRET].decayed(11 + messages, TABLE.half_life)


def test_faded_and_new_evidence_add_up():
    memory, kai = two()
    fuse.note(memory, kai, SECRET, 1.0, 0)
    fuse.note(memory, kai, SECRET, 1.0, int(TABLE.half_life))
    assert kai.traces[SECRET].amount == pytest.approx(1.5)
    assert kai.traces[SECRET].times == 2
    assert kai.traces[SECRET].since == 0


def test_a_level_once_reached_stays_with_its_reasons():
    memory, kai = two()
    for technique in (SECRET, PICTURE):
        shown(memory, kai, technique, index=5)
    reached, points, reasons = kai.level, kai.points, kai.rows
    assert reached >= Level.CONCERN
    shown(memory, kai, "trust.flattery", index=5000, strength=0.1)
    assert (kai.level, kai.points, kai.rows) == (reached, points, reasons)
    assert kai.level_at[reached] == 5


def test_the_first_message_of_a_level_is_kept():
    memory, kai = two()
    shown(memory, kai, SECRET, index=3, times=2)
    shown(memory, kai, SECRET, index=4)
    assert kai.level_at[Level.NOTICE] == 3


def test_what_comes_together_adds_its_row():
    memory, kai = two()
    shown(memory, kai, SECRET)
    alone = kai.points
    shown(memory, kai, PICTURE)
    extra = next(row.points for row in TABLE.together if row.name == "together.secrecy_and_pictures")
    assert rows(kai)["together.secrecy_and_pictures"] == extra > 0
    assert kai.points >= alone + TABLE.techniques[PICTURE].points + extra


def test_what_is_only_hinted_at_does_not_come_together():
    memory, kai = two()
    shown(memory, kai, SECRET)
    shown(memory, kai, PICTURE, strength=TABLE.enough - 0.01)
    assert "together.secrecy_and_pictures" not in rows(kai)


def test_each_does_their_own():
    memory, kai = two()
    mia = memory.people["Mia"]
    shown(memory, kai, SECRET)
    shown(memory, mia, PICTURE)
    assert "together.secrecy_and_pictures" not in rows(kai) | rows(mia)
    assert mia.points == TABLE.techniques[PICTURE].points


def test_breadth_counts_tactics_not_techniques():
    memory, kai = two()
    for technique in ("trust.flattery", "trust.fast_intimacy", "trust.gifts_or_game_currency"):
        shown(memory, kai, technique)
    assert not [name for name in rows(kai) if name.startswith("breadth")]
    for technique in ("contact.unsolicited_approach", "deception.claims_to_be_a_peer"):
        shown(memory, kai, technique)
    assert [name for name in rows(kai) if name.startswith("breadth")] == ["breadth.3"]


AGES = {
    (34, 13): "who.adult_to_minor",
    (18, 14): "who.adult_to_minor",
    (18, 15): "who.to_minor",
    (0, 13): "who.to_minor",
    (14, 13): "who.same_age_young",
    (13, 15): "who.same_age_young",
    (34, 36): "who.both_adult",
    (17, 13): None,
    (0, 0): None,
    (34, 0): None,
    (0, 30): None,
}


@pytest.mark.parametrize(("ages", "row"), AGES.items(), ids=str)
def test_ages(ages, row):
    memory, kai = two(*ages)
    shown(memory, kai, SECRET, times=4)
    found = {name for name in rows(kai) if name.startswith("who.")}
    assert found == ({row} if row else set())


def test_ages_scale_with_the_rest():
    points = []
    for strength in (0.0, 0.1, 0.5, 1.0):
        memory, kai = two(34, 13)
        shown(memory, kai, "isolation.delete_traces", strength=strength)
        points.append(rows(kai).get("who.adult_to_minor", 0.0))
    assert points[0] == 0
    assert points == sorted(set(points))
    assert points[-1] <= TABLE.who["adult_to_minor"].points


def test_an_age_alone_names_no_row():
    memory, kai = two(34, 13)
    fuse.update(memory, kai, 0)
    assert kai.rows == ()
    assert kai.points == 0


def test_the_threshold_belongs_to_the_level():
    for level, least in TABLE.levels:
        assert fuse.level_of(TABLE, least, {}) == level
        assert fuse.level_of(TABLE, least - 0.001, {}) == level - 1
    assert fuse.level_of(TABLE, -5.0, {}) == Level.NOTHING_NOTICED


def test_what_is_urgent_lifts_concern_and_nothing_else():
    concern = dict((level, least) for level, least in TABLE.levels)[Level.CONCERN]
    for technique in TABLE.urgent:
        clear, faint = {technique: TABLE.urgent_from}, {technique: TABLE.urgent_from - 0.01}
        assert fuse.level_of(TABLE, concern, clear) == Level.URGENT
        assert fuse.level_of(TABLE, concern, faint) == Level.CONCERN
        assert fuse.level_of(TABLE, concern - 0.1, clear) == Level.NOTICE


def test_a_row_that_nobody_knows_adds_nothing():
    memory, kai = two()
    shown(memory, kai, "new.technique")
    assert kai.points == 0
    assert kai.rows == ()


def test_the_faintest_trace_is_forgotten_first():
    memory, kai = two()
    for number in range(MOST_TRACES + 10):
        fuse.note(memory, kai, f"tactic.technique{number}", 1.0 if number else 0.01, number)
    assert len(kai.traces) == MOST_TRACES
    assert "tactic.technique0" not in kai.traces
    assert f"tactic.technique{MOST_TRACES + 9}" in kai.traces


TALK = said(
    ("Kai", "how old are you"),
    ("Mia", "13"),
    ("Kai", "you are so pretty and mature"),
    ("Kai", "are you home alone?"),
    ("Kai", "dont tell your mum about us"),
    ("Kai", "lets talk on telegram its more private"),
)


@pytest.mark.parametrize("length", range(1, len(TALK) + 1))
def test_reasons_name_rows_that_exist_and_sum_up_to_the_points(length):
    known = {
        row.name
        for row in (
            *TABLE.techniques.values(),
            *TABLE.together,
            *TABLE.breadth.values(),
            *TABLE.who.values(),
            TABLE.limit,
            TABLE.manner,
        )
    }
    for person in watched(TALK[:length]).by_participant.values():
        assert {reason.row for reason in person.reasons} <= known
        assert sum(reason.points for reason in person.reasons) == pytest.approx(person.points, abs=0.01)
        assert all(reason.times >= 1 for reason in person.reasons)
        assert [r.points for r in person.reasons] == sorted((r.points for r in person.reasons), reverse=True)


def test_reasons_are_shown_from_a_notice_on():
    assert watched(said(("Kai", "how old are you"), ("Mia", "why"))).reasons == ()
    assert watched(TALK).reasons


@pytest.mark.parametrize("more", range(8))
def test_among_many_less_can_be_meant_for_one(more):
    memory, kai = two()
    for number in range(more):
        memory.person(f"P{number}")
    shown(memory, kai, SECRET)
    extra = max(0, 2 + more - TABLE.crowd_from + 1)
    expected = max(TABLE.crowd.points * extra, TABLE.crowd.most, -TABLE.techniques[SECRET].points)
    assert rows(kai).get("crowd.many", 0.0) == pytest.approx(expected)
    assert kai.points >= 0


def test_the_age_of_the_other_side_is_a_clear_sign():
    memory, kai = two(mia_age=13)
    for technique in ("trust.fast_intimacy", "trust.flattery", "targeting.age_probe"):
        shown(memory, kai, technique, times=5)
    assert "who.to_minor" in rows(kai)
    assert "core.none" not in rows(kai)
