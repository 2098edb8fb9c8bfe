"""The player, on small stories compiled by hand: what it does, and what it refuses."""

from __future__ import annotations

import json

import pytest

from safelight.lessons.play import Play, play
from safelight.lessons.story import Container, find, read
from safelight.schema.errors import BadData, BadInput


def story(*items: object, **named: object) -> Container:
    """A story whose root holds these items, and these named knots."""
    return read(json.dumps({"inkVersion": 21, "root": [*items, named or None], "listDefs": {}}))


def line(text: str, *tags: str) -> list[object]:
    return [f"^{text} ", *(part for tag in tags for part in ("#", f"^{tag} ", "/#")), "\n"]


def choice(text: str, target: str, flags: int = 20, condition: tuple[object, ...] = ()) -> list[object]:
    return ["ev", "str", f"^{text} ", "#", f"^id:{text}", "/#", "/str", *condition, "/ev", {"*": target, "flg": flags}]


def end(*items: object) -> list[object]:
    return ["\n", *items, "end", {"#f": 5}]


def texts(made: Play) -> list[str]:
    return [each.text for each in made.lines]


def test_lines_have_their_tags_and_empty_ones_are_left_out() -> None:
    made = Play(story(*line("Hello  there.", "id:a", "by:kai"), "\n", *line("Bye."), "end"))
    assert texts(made) == ["Hello there.", "Bye."]
    assert (made.lines[0].id, made.lines[0].tag("by"), made.lines[0].tag("trick")) == ("a", "kai", "")
    assert made.ended


def test_a_choice_is_said_and_leads_on() -> None:
    made = Play(story([*choice("yes", ".^.c-0"), *choice("no", ".^.c-1"), {
        "c-0": end(*line("Good.")), "c-1": end(*line("Fine."))}]))  # fmt: skip
    assert [each.text for each in made.choices] == ["yes", "no"]
    assert not made.ended
    made.choose(1)
    assert texts(made) == ["no", "Fine."]
    assert made.lines[0].tag("by") == "you"
    assert made.ended
    assert made.choices == ()


@pytest.mark.parametrize("number", [-1, 2, 99])
def test_a_choice_that_is_not_there(number: int) -> None:
    with pytest.raises(BadInput):
        play(story([*choice("yes", ".^.c-0"), *choice("no", ".^.c-1"), {"c-0": end(), "c-1": end()}]), [number])


def test_a_choice_is_there_once_and_only_under_its_condition() -> None:
    ask = [
        *choice("again", ".^.c-0"),
        *choice("hidden", ".^.c-1", 21, (False,)),
        *choice("later", ".^.c-2", 21, ({"CNT?": ".^.c-0"}, 0, ">")),
        {"c-0": ["\n", {"->": "ask"}, {"#f": 5}], "c-1": end(), "c-2": end()},
    ]
    made = Play(story({"->": "ask"}, ask=[ask, None]))
    assert [each.text for each in made.choices] == ["again"]
    made.choose(0)
    assert [each.text for each in made.choices] == ["later"]


@pytest.mark.parametrize(("went", "said"), [(True, "Went."), (False, "Stayed.")])
def test_a_block_is_taken_by_its_condition(went: bool, said: str) -> None:
    block = [
        "ev", {"VAR?": "went"}, "/ev",
        [{"->": ".^.b", "c": True}, {"b": ["\n", *line("Went."), {"->": ".^.^.^.5"}, None]}],
        [{"->": ".^.b"}, {"b": ["\n", *line("Stayed."), {"->": ".^.^.^.5"}, None]}],
        "nop", "\n", "end", None,
    ]  # fmt: skip
    begin = ["ev", went, {"VAR=": "went"}, "/ev", "end", None]
    assert texts(Play(story(block, **{"global decl": begin}))) == [said]


@pytest.mark.parametrize(
    ("sum_", "value"),
    [((2, 3, "+"), 5), ((5, 3, "-"), 2), ((1, 1, "=="), True), ((1, 2, "<"), True), ((True, "!"), False),
     ((True, False, "&&"), False), ((False, True, "||"), True)],
)  # fmt: skip
def test_sums(sum_: tuple[object, ...], value: object) -> None:
    made = Play(story("ev", *sum_, "/ev", {"VAR=": "x", "re": True}, "end"))
    assert made._variables["x"] == value


def test_skipping_goes_to_the_debrief_from_anywhere() -> None:
    made = play(story(*line("One."), [*choice("yes", ".^.c-0"), {"c-0": end()}], debrief=[*line("Over."), "end", None]))
    made.skip()
    assert texts(made) == ["One.", "Over."]
    assert made.lines[-1].knot == "debrief"
    assert made.ended


@pytest.mark.parametrize(
    "item", ["<>", "thread", "->->", "du", "out", {"x()": "f"}, {"->t->": "f"}, {"temp=": "x"}, "seq"]
)
def test_other_parts_of_ink_are_refused(item: object) -> None:
    with pytest.raises(BadData):
        Play(story("ev", item, "end"))


@pytest.mark.parametrize("flags", [4, 22, 24, 6])
def test_other_kinds_of_choices_are_refused(flags: int) -> None:
    with pytest.raises(BadData):
        Play(story([*choice("yes", ".^.c-0", flags), {"c-0": end()}]))


def test_a_circle_is_stopped() -> None:
    with pytest.raises(BadData, match="circle"):
        Play(story({"->": "a"}, a=[{"->": "a"}, None]))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"inkVersion": 20, "root": [null]}', '{"inkVersion": 21}'])
def test_what_is_no_story_is_refused(text: str) -> None:
    with pytest.raises(BadData):
        read(text)


def test_a_path_that_leads_nowhere() -> None:
    with pytest.raises(BadData):
        find("nowhere.0", story("done"))
