"""The scorecard page in a real browser: light, dark, narrow, large text, print; no request, no finding of axe."""

import pytest
from tests.evaluation.test_page import page, run
from tests.web.browsing import DESKTOP, NARROW, findings, overflow, small_targets

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("card") / "card.html"
    path.write_text(page(run(source="a source with quite a long name: " + "x" * 40)), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["desktop", "narrow"])
def test_the_page_can_be_used_by_all(browser, address, scheme, size):
    # Axe is a script, which the page's own policy would refuse.
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, bypass_csp=True)
    shown = context.new_page()
    asked = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(address)
    assert findings(shown) == []
    assert overflow(shown) <= 0
    assert small_targets(shown) == []
    shown.add_style_tag(content="html { font-size: 200% }")
    assert overflow(shown) <= 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_in_print_nothing_is_cut_off(browser, address):
    context = browser.new_context(viewport={"width": 700, "height": 900})
    shown = context.new_page()
    shown.goto(address)
    shown.emulate_media(media="print")
    assert overflow(shown) <= 0
    assert shown.locator("svg[role=img]").count() == 8
    context.close()
