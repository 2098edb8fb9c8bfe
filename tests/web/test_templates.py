import re
from pathlib import Path

import pytest

from safelight.interfaces.web import app

WEB = Path(app.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
OWN_NAME = "Safelight"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_shown_sentence_can_be_translated(path):
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", " ", text).replace(OWN_NAME, "")
    assert not re.findall(r"[^\W\d_]+", shown)
    attributes = re.findall(r'\b(?:alt|title|placeholder|aria-label)="([^"]*)"', text)
    assert not [each for each in attributes if each.strip()]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_needs_inline_script_or_style(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"https?://", text)


# The one file that may keep something in the browser, when asked to: numbers and days (test_browser_learn.py).
KEEPS = "static/rooms/remember.js"


def test_what_the_page_brings_asks_nobody_and_stores_nothing():
    for path in (each for each in (WEB / "static").rglob("*") if each.is_file() and "vendor" not in each.parts):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        text = text.replace("localStorage", "") if path == WEB / KEEPS else text
        assert not re.search(r"https?://|url\(|@import|localStorage|sessionStorage|indexedDB|document\.cookie", text)
