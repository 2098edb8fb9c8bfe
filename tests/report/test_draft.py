"""The report of a draft: what a stranger learns, and the draft without it; the JSON holds words only when asked."""

from safelight import Draft, check
from safelight.locales.load import translator
from safelight.report import html, text
from safelight.report.json import to_dict
from safelight.report.kinds.draft import NAMES, blocks
from safelight.signals.drafting import SAYS

DRAFT = Draft("I'm Asha Verma and I'm home alone till 6")


def test_every_category_has_a_name():
    assert set(NAMES) == set(SAYS)


def test_it_is_listed_kind_by_kind_and_said_without():
    learned, without = blocks(DRAFT, check(DRAFT), translator("en"))
    assert [row[0] for row in learned.rows] == ["Full name", "When you are alone, or your daily way"]
    assert without.copy == "I'm Asha and I'm home"
    assert "Say it without" in text.render(DRAFT, check(DRAFT), None)
    assert "Asha and I" in html.render(DRAFT, check(DRAFT), None)


def test_nothing_left_is_said():
    draft = Draft("my password is tiger123")
    _, without = blocks(draft, check(draft), translator("en"))
    assert not without.copy
    assert "nothing would be left" in without.sentences[0]


def test_a_quiet_draft_has_no_block():
    draft = Draft("I like tea")
    assert list(blocks(draft, check(draft), translator("en"))) == []


def test_json_gives_words_only_when_asked():
    bare = to_dict(check(DRAFT), item=DRAFT)
    assert bare["draft"] == {"categories": {"full_name": 1, "routine_alone": 1}}
    assert "Asha" not in str(bare)
    assert to_dict(check(DRAFT), item=DRAFT, words=True)["draft"]["say_it_without"] == "I'm Asha and I'm home"
