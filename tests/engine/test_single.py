"""An item that is no conversation: its signals are found by their place, judged by its kind's rule, never guessed."""

import sys
from pathlib import Path

import pytest

from safelight.assessment import judge as judging
from safelight.engine import check, single
from safelight.lexicons import load as lexicons
from safelight.locales.load import translator
from safelight.report import html, text
from safelight.report import kinds as report_kinds
from safelight.report.kinds import Block
from safelight.schema.assessments import Level
from safelight.schema.errors import BadData, BadInput
from safelight.schema.evidence import Evidence, Span
from safelight.schema.findings import Finding
from safelight.schema.items import Draft, Link, Offer, PaymentDemand, kind_of
from safelight.signals.reading import Mark
from safelight.signals.registry import Signal


def finding(strength: float, **because: str) -> Finding:
    return Finding("planted.one", "trust.flattery", strength, (Evidence((Span(0, 1),)),), because)


@pytest.fixture
def kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Tables of points come from a folder of the test's own."""
    monkeypatch.setattr(judging, "files", lambda _package: tmp_path)
    judging.table.cache_clear()
    yield tmp_path
    judging.table.cache_clear()


TABLE = """
version = "1"
[levels]
notice = 1
concern = 2
urgent = 3
[row]
"trust.flattery" = { points = 2.0, most = 2.5, says = "Kind words." }
own = { points = 1.0 }
"""


def test_kinds_have_short_names():
    assert kind_of(PaymentDemand("x")) == "payment"
    assert kind_of(Link("x")) == "link"


def test_what_is_no_item_is_refused():
    with pytest.raises(BadInput):
        check("a text")  # type: ignore[arg-type]


def test_points_are_added_up_and_bounded(kinds):
    (kinds / "planted.toml").write_text(TABLE, encoding="utf-8")
    verdict = judging.points("planted", [finding(1.0), finding(1.0), finding(0.4, row="own"), finding(1, row="none")])
    assert verdict.level == Level.CONCERN
    assert [(r.row, r.points, r.times, r.says) for r in verdict.reasons] == [
        ("planted.trust.flattery", 2.5, 2, "Kind words."),
        ("planted.own", 0.4, 1, ""),
    ]
    assert judging.points("planted", []).level == Level.NOTHING_NOTICED


def test_a_wrong_table_names_its_file(kinds):
    (kinds / "planted.toml").write_text("version = 1", encoding="utf-8")
    with pytest.raises(BadData, match="planted"):
        judging.points("planted", [])


def test_signals_of_the_kind_are_asked_once_and_their_marks_become_findings(monkeypatch):
    asked = []

    def find(reading):
        asked.append(reading)
        yield Mark(0.5, (reading.texts[1].at(0, 3),), {"category": "x"})

    signal = Signal("offer.one", "offer", "deception.fake_job_offer", (), find, "")
    monkeypatch.setattr(single, "signals", lambda kind: {signal.id: signal})
    monkeypatch.setattr(single, "judge", lambda item, found: judging.Verdict(Level.NOTICE, model="t"))
    offer = Offer("Earn money", title="Work", fields={"pay": "1000 a day"})
    assessment = check(offer)
    assert [text.name for text in asked[0].texts] == ["title", "text", "pay"]
    assert len(asked) == 1
    (found,) = assessment.findings
    assert found.evidence == (Evidence((Span(0, 3),)),)
    assert found.technique == "deception.fake_job_offer"
    assert found.says
    assert (assessment.level, assessment.kind, assessment.model) == (Level.NOTICE, "Offer", "t")


def test_phrases_for_a_kind_lie_in_its_folder():
    assert lexicons.lexicon("en", "no_such_kind").groups == ()
    assert len(lexicons.lexicon("en").groups) > 20


def test_a_kind_that_nobody_reads_cannot_be_said(monkeypatch):
    monkeypatch.setattr(single, "signals", lambda kind: {})
    assessment = check(Draft("hello"))
    assert assessment.level == Level.CANNOT_SAY
    assert [skipped.what for skipped in assessment.coverage.skipped] == ["kind:Draft"]


def test_further_sections_are_found_by_the_kind_and_drawn(monkeypatch, tmp_path):
    (tmp_path / "draft.py").write_text(
        "from safelight.report.kinds import Block\n"
        "def blocks(item, assessment, _):\n"
        "    return [Block('more', 'More', ('One <b>.',), ('A', 'B'), (('x', 'y'),), 'to copy')]\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(report_kinds, "__path__", [str(tmp_path)])
    sys.modules.pop("safelight.report.kinds.draft", None)
    try:
        item = Draft("hello")
        (block,) = report_kinds.blocks(item, check(item), translator("en"))
        assert block == Block("more", "More", ("One <b>.",), ("A", "B"), (("x", "y"),), "to copy")
        page = html.render(item, check(item), None)
        assert "<pre" in page and "to copy" in page and "One &lt;b&gt;." in page and "<td>y</td>" in page
        shown = text.render(item, check(item), None)
        assert "x: y" in shown and "    to copy" in shown
    finally:
        sys.modules.pop("safelight.report.kinds.draft", None)
