"""Every lesson, by walking its folder and each way through its story: nothing here names one."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from tests.lessons.walking import FOLDERS, SLUGS, paths, source_lines
from tests.tone.lint import LONGEST_SENTENCE, Text, banned, sentences, too_hard, too_long

from safelight.lessons.catalogue import entries, header
from safelight.lessons.load import compiled_from, digest, lessons, story
from safelight.lessons.meta import texts
from safelight.lessons.play import DEBRIEF, YOU, Line, play
from safelight.lessons.written import written
from safelight.taxonomy.load import techniques
from safelight.taxonomy.tables import parse

each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=SLUGS)
each_slug = pytest.mark.parametrize("slug", SLUGS)
CATALOGUES = [po for folder in FOLDERS for po in sorted((folder / "po").glob("*.po"))]
each_catalogue = pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: f"{po.parents[1].name}-{po.stem}")
# The languages in which every lesson is to be; more may be added.
LANGUAGES = ("es", "hi")
KNOWN_TAGS = {"id", "by", "trick", "control", "part", "shows"}
PARTS = r"name|words|picture\.(dog|ball|beach)"
# The address of a page holds one digit for each choice.
MOST_OPTIONS = 9
# "It is not your fault", for whom the lesson is written for, in each language.
NOT_YOUR_FAULT = {
    "en": r"not (your|their|his|her|(your|the) child's) fault",
    "es": r"\b(no|ni) (es|fue|será|sea) (por )?((tu|su) culpa|culpa (tuya|suya))",
    "hi": r"(गलती|ग़लती|कसूर|क़सूर|दोष) (कभी )?नहीं",
}
TONE = Path(__file__).parents[1] / "tone"


def lines_of(slug: str) -> list[Line]:
    return [line for line, _ in written(story(slug))]


def shown(slug: str) -> dict[str, str]:
    """Every text of a lesson by its id: what has to be translated."""
    folder = FOLDERS[SLUGS.index(slug)]
    meta = parse(f"lessons/{slug}/meta.toml", (folder / "meta.toml").read_bytes())
    return {**dict(texts(meta)), **{line.id: line.text for line in lines_of(slug)}}


def test_there_are_lessons() -> None:
    assert list(lessons()) == sorted(SLUGS, key=lambda slug: lessons()[slug].number)


# ---------------------------------------------------------------- how it is written


@each_folder
def test_the_compiled_scene_is_up_to_date(folder: Path) -> None:
    source = (folder / "scene.ink").read_text(encoding="utf-8")
    compiled = (folder / "scene.json").read_text(encoding="utf-8")
    assert compiled_from(compiled) == digest(source), "run: python scripts/lessons.py"


@each_folder
def test_a_scene_uses_only_the_lines_that_lessons_use(folder: Path) -> None:
    ink = (folder / "scene.ink").read_text(encoding="utf-8")
    assert [f"line {line.number}: {line.raw}" for line in source_lines(ink) if not line.kind] == []


@each_slug
def test_every_line_and_choice_has_an_id_of_its_own(slug: str) -> None:
    lines = lines_of(slug)
    assert [line.text for line in lines if not re.fullmatch(r"[a-z][a-z0-9_]*", line.id)] == []
    assert [name for name, count in Counter(line.id for line in lines).items() if count > 1] == []
    assert not {line.id for line in lines} & {"title", "summary", "note"}


@each_slug
def test_tags_are_known_and_name_what_is_there(slug: str) -> None:
    lesson = lessons()[slug]
    for line in lines_of(slug):
        assert {name for name, _ in line.tags} <= KNOWN_TAGS, line.id
        assert not line.tag("by") or line.tag("by") in lesson.people, line.id
        assert not line.tag("trick") or line.tag("trick") in techniques(), line.id
        assert not line.tag("part") or re.fullmatch(PARTS, line.tag("part")), line.id
        assert line.tag("shows") in ("", "profile"), line.id


@each_slug
def test_everybody_who_is_introduced_speaks(slug: str) -> None:
    speakers = {line.tag("by") for path in paths(slug) for line in path.played.lines}
    assert set(lessons()[slug].people) <= speakers
    assert YOU not in lessons()[slug].people


@each_slug
def test_the_lesson_is_for_somebody(slug: str) -> None:
    lesson = lessons()[slug]
    assert bool(lesson.ages) == ("young_person" in lesson.readers)
    assert 2 <= len(lesson.cards) <= 6
    assert 2 <= len(lesson.practise) <= 5


# ---------------------------------------------------------------- how it plays


@each_slug
def test_a_way_that_is_walked_is_the_way_as_it_is_played(slug: str) -> None:
    """The walk goes on from the place before; a reader's choices are played from the start."""
    ways = paths(slug)
    for path in (*ways[:9], *ways[:: max(1, len(ways) // 30)]):
        played = play(story(slug), path.choices, skipped=path.skipped)
        assert path.played.lines == played.lines, path.choices
        assert (path.played.ended, path.played.choices) == (played.ended, played.choices), path.choices


@each_slug
def test_every_way_ends_through_the_debrief(slug: str) -> None:
    for path in paths(slug):
        assert path.played.ended, path.choices
        assert path.played.lines[-1].knot == DEBRIEF, path.choices


@each_slug
def test_no_line_is_out_of_reach(slug: str) -> None:
    seen = {line.id for path in paths(slug) for line in path.played.lines}
    assert {line.id for line in lines_of(slug)} - seen == set()


@each_slug
def test_every_choice_has_another_one_or_only_goes_on(slug: str) -> None:
    """Nobody is asked to say only one thing more than they need: at least two places offer a real choice."""
    open_choices = {tuple(choice.id for choice in path_choices) for path_choices in offered(slug)}
    assert sum(len(ids) > 1 for ids in open_choices) >= 2
    assert max(map(len, open_choices)) <= MOST_OPTIONS


def offered(slug: str) -> list[tuple[Line, ...]]:
    return [path.offered for path in paths(slug) if path.skipped]


@each_slug
def test_every_debrief_says_that_it_is_not_your_fault(slug: str) -> None:
    for path in paths(slug):
        said = " ".join(line.text for line in path.played.lines if line.knot == DEBRIEF)
        assert re.search(NOT_YOUR_FAULT["en"], said), (path.choices, path.skipped)


@each_slug
def test_there_is_a_control_that_means_well(slug: str) -> None:
    """Something much like the trick that is none: in the story, and named in every debrief. It never plays a trick."""
    good = {name for name, person in lessons()[slug].people.items() if person.control}
    assert not [line.id for line in lines_of(slug) if line.tag("by") in good and line.tag("trick")]
    assert any(line.knot != DEBRIEF and is_control(line, good) for line in lines_of(slug))
    for path in paths(slug):
        debrief = [line for line in path.played.lines if line.knot == DEBRIEF]
        assert any(line.tag("control") for line in debrief), path.choices


def is_control(line: Line, good: set[str]) -> bool:
    return bool(line.tag("control")) or line.tag("by") in good


@each_slug
def test_it_shows_what_it_teaches(slug: str) -> None:
    shown_tricks = {line.tag("trick") for line in lines_of(slug)} - {""}
    teaches = set(lessons()[slug].teaches)
    assert len(shown_tricks & teaches) >= min(2, len(teaches)), "tag at least two lines with #trick of what it teaches"


# ---------------------------------------------------------------- how it reads


def said_in_english(slug: str) -> list[Text]:
    graded = lessons()[slug].readers[0] == "young_person"
    return [Text(f"{slug}: {name}", words, lessons()[slug].readers[0], graded) for name, words in shown(slug).items()]


@each_slug
def test_it_keeps_the_tone(slug: str) -> None:
    assert [problem for text in said_in_english(slug) for problem in banned(text)] == []


@each_slug
def test_it_is_easy_to_read(slug: str) -> None:
    assert [problem for text in said_in_english(slug) for problem in too_long(text)] == []
    assert [problem for text in said_in_english(slug) if text.graded for problem in too_hard(text)] == []


# ---------------------------------------------------------------- translations


@each_catalogue
def test_a_translation_is_whole(po: Path) -> None:
    """Every text is there, translated, from the English of today."""
    wanted = shown(po.parents[1].name)
    have = {each.id: each for each in entries(po.read_text(encoding="utf-8"), po.name) if each.id}
    missing = [name for name in wanted if name not in have or not have[name].words]
    changed = [name for name in wanted if name in have and (have[name].fuzzy or have[name].english != wanted[name])]
    assert (missing, changed, sorted(set(have) - set(wanted))) == ([], [], [])


@each_catalogue
def test_a_translation_says_its_language_and_who_read_it(po: Path) -> None:
    text = po.read_text(encoding="utf-8")
    assert header(text, "Language") == po.stem
    assert header(text, "X-Reviewed-By-Native-Speaker") in ("yes", "no")


@each_catalogue
def test_a_translation_keeps_the_tone(po: Path) -> None:
    bans = tomllib.loads((TONE / f"banned.{po.stem}.toml").read_text(encoding="utf-8"))["ban"]
    for each in entries(po.read_text(encoding="utf-8")):
        for ban in bans if each.id else ():
            rest = re.sub(ban["unless"], " ", each.words, flags=re.IGNORECASE) if "unless" in ban else each.words
            assert not re.search(rf"(?<!\w)(?:{ban['pattern']})", rest, re.IGNORECASE), f"{each.id}: say {ban['say']}"


@each_catalogue
def test_a_translation_is_easy_to_read(po: Path) -> None:
    """Sentences may be a little longer than in English: other languages need more words for the same."""
    texts_ = [(each.id, each.words) for each in entries(po.read_text(encoding="utf-8")) if each.id]
    long = [name for name, words in texts_ for part in sentences(words.replace("।", ".")) if len(part.split()) > 24]
    assert LONGEST_SENTENCE < 24
    assert long == []


@each_catalogue
def test_a_translation_says_that_it_is_not_your_fault(po: Path) -> None:
    slug = po.parents[1].name
    words = {each.id: each.words for each in entries(po.read_text(encoding="utf-8"))}
    for path in paths(slug):
        said = " ".join(words[line.id] for line in path.played.lines if line.knot == DEBRIEF)
        assert re.search(NOT_YOUR_FAULT[po.stem], said), path.choices


@each_slug
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_each_language(slug: str, language: str) -> None:
    at = FOLDERS[SLUGS.index(slug)] / "po" / f"{language}.po"
    assert at.is_file(), f"{slug} is not in {language} yet: python scripts/lessons.py {slug} --po {language}"


# ---------------------------------------------------------------- the taxonomy


@pytest.mark.parametrize("technique", techniques())
def test_the_lesson_that_a_technique_names_teaches_it(technique: str) -> None:
    slug = techniques()[technique].lesson
    assert slug in SLUGS, f"the lesson {slug} is not written yet"
    assert technique in lessons()[slug].teaches


@each_slug
def test_the_scene_is_json_that_holds_no_more_than_ink(slug: str) -> None:
    compiled = json.loads((FOLDERS[SLUGS.index(slug)] / "scene.json").read_text(encoding="utf-8"))
    assert set(compiled) == {"source_sha256", "inkVersion", "root", "listDefs"}
