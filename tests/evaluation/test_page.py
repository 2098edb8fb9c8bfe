"""The scorecard page: whole, strict, escaped, and every plot with its words and its table."""

import re

import pytest
from tests.evaluation.test_compare import one
from tests.report.test_html import Page

from safelight.evaluation.compare import compare
from safelight.evaluation.detail import detail
from safelight.evaluation.evasion import Evasion
from safelight.evaluation.page import Run, page
from safelight.evaluation.scorecard import poisson, scorecard, wilson

EVIL = '<script>alert("x")</script>&'


def outcomes(name="game") -> list:
    found = [one(n, 1, n % 3 * 5 + 1 if n % 3 else None, name, score=n % 11, first="trust.flattery") for n in range(30)]
    quiet = [one(n, 0, 5 if n % 9 == 0 else None, name, 400, n % 6, rows=("a", name)) for n in range(30, 60)]
    return [*found, *quiet, *[one(n, n % 2, source="other", score=3.3) for n in range(60, 70)]]


def evasion(name="leet") -> Evasion:
    return Evasion(name, 3, wilson(3, 4), wilson(3, 4), 5.0, 1, poisson(1, 4000))


def run(now=None, old="old.json", source="game") -> Run:
    now = outcomes(source) if now is None else now
    before = outcomes(source)[1:]
    return Run(scorecard(now), detail(now), now, ("data.jsonl",), (compare(old, before, now),), ((old, before),),
               (evasion("plain"), evasion()))  # fmt: skip


def test_the_page_is_whole_and_needs_nothing_else():
    found = Page(page(run()))
    assert not found.all("script")
    assert not [a for _, a in found.elements if any(k in a for k in ("onclick", "style"))]
    assert all(a.get("href", "data:,").startswith("data:") for _, a in found.elements)
    assert len(found.all("h1")) == 1
    assert "default-src 'none'" in found.all("meta")[1]["content"]


def test_every_plot_has_a_title_words_and_a_table_under_it():
    text = page(run())
    found = Page(text)
    plots = [each for each in found.all("svg") if each.get("role") == "img"]
    ids = [a["id"] for _, a in found.elements if "id" in a]
    assert len(plots) == 8
    assert len(ids) == len(set(ids))
    for plot in plots:
        assert {plot["aria-labelledby"], plot["aria-describedby"]} <= set(ids)
    for section in re.findall(r"<section>.*?</section>", text, re.DOTALL):
        if 'role="img"' in section:
            assert section.index("<table") > section.index('role="img"')
            assert re.search(r"<desc[^>]*>[^<]{10}", section)


def test_all_that_comes_from_data_is_escaped():
    text = page(run(old=EVIL, source=EVIL))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    Page(text)


@pytest.mark.parametrize(
    "some",
    [[], [one(1)], [one(1, 0)], [one(1, None)], [one(1, 1, 2, score=6.0)], [one(1, 0, 2, score=6.0, messages=0)],
     [one(1, 1, 3), one(2, 0)], [one(1, 1, 100_000, score=900.0), one(2, 0, 1, score=1e9, messages=1)]],
    ids=str,
)  # fmt: skip
def test_thin_data_give_a_page_too(some):
    text = page(Run(scorecard(some), detail(some), some))
    Page(text)
    assert "nan" not in text.lower()
    assert not re.search(r'(?:cx|x1|x2)="-', text)


def test_drawings_stay_within_their_edges():
    places = [float(value) for value in re.findall(r'(?:cx|x1|x2|x)="(-?[\d.]+)%"', page(run()))]
    assert places
    assert 0 <= min(places) <= max(places) <= 100
