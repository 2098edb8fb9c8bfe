"""Stories in the terminal: listed, played, left, skipped."""

import json

import pytest
from tests.lessons.walking import SLUGS, walk

from safelight.lessons.load import lessons, story
from safelight.lessons.play import DEBRIEF, play
from safelight.locales.load import translator

FIRST = lessons()["move-to-another-app"]


def plain(text):
    return " ".join(text.split())


def test_every_lesson_is_listed(run):
    done = run("learn")
    assert (done.code, done.err) == (0, "")
    assert [slug for slug in SLUGS if slug not in done.out or lessons()[slug].title not in done.out] == []


def test_the_list_as_json(run):
    told = json.loads(run("learn", "--json").out)
    assert [each["name"] for each in told] == list(lessons())
    assert told[0]["minutes"] == next(iter(lessons().values())).minutes
    (one,) = json.loads(run("learn", FIRST.slug, "--json", "--lang", "es").out)
    assert (one["language"], one["read_by_a_native_speaker"]) == ("es", False)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_story_is_played_to_its_end(run, slug):
    path = next(each for each in walk(slug) if not each.skipped)
    done = run("learn", slug, stdin="".join(f"{number + 1}\n" for number in path.choices).encode())
    assert done.code == 0
    said = plain(done.out)
    assert plain(lessons()[slug].note) in said
    assert [line.text for line in path.played.lines if plain(line.text) not in said] == []
    assert plain(lessons()[slug].cards[0].answer) in said
    assert "Known tricks in this story" in said


def test_one_can_leave(run):
    done = run("learn", FIRST.slug, stdin=b"1\nq\n")
    assert (done.code, done.err) == (0, "")
    assert "You can come back whenever you like." in done.out
    assert "not your fault" not in done.out


def test_when_nothing_more_is_typed_it_is_left(run):
    done = run("learn", FIRST.slug, stdin=b"1\n")
    assert (done.code, done.err) == (0, "")
    assert "You can come back whenever you like." in done.out


def test_skipping_leads_to_the_debrief(run):
    done = run("learn", FIRST.slug, stdin=b"s\n")
    debrief = [line.text for line in play(story(FIRST.slug), skipped=True).lines if line.knot == DEBRIEF]
    assert debrief
    assert [text for text in debrief if plain(text) not in plain(done.out)] == []


def test_what_is_no_choice_is_asked_again(run):
    done = run("learn", FIRST.slug, stdin=b"9\nq\n")
    assert done.code == 0


def test_in_another_language(run):
    out = plain(run("learn", FIRST.slug, "--locale", "es", stdin=b"s\n").out)
    assert "No es tu culpa" in out or "no es tu culpa" in out
    assert translator("es")("No native speaker has read this translation yet.") in out


def test_a_lesson_that_is_not_there(run):
    done = run("learn", "nothing")
    assert done.code == 2
    assert "There is no lesson of this name" in done.err
