"""Draws a report as HTML: a whole page that needs nothing else, or the inner part for a page that has a frame."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from safelight.locales.load import Translator
from safelight.report.markup import Safe, joined, tag
from safelight.report.sections import Beside, sections
from safelight.report.view import view
from safelight.schema.advice import Advice
from safelight.schema.assessments import Assessment
from safelight.schema.items import Item
from safelight.schema.judgements import Reconsidered

# The title shows in tabs, in the list of open windows and in the history: it must not tell the topic.
TITLE = "Notes"


def render(
    item: Item,
    assessment: Assessment,
    advice: Advice | None,
    *,
    words: bool = True,
    said: Reconsidered | None = None,
) -> str:
    """Return a whole self-contained page.

    words: with the quotes, folded; without them only where they stand. said: what the reader said about it.
    """
    shown = view(item, assessment, advice, words_shown=words, said=said)
    return framed(sections(shown), shown.translator)


def framed(inside: Safe, _: Translator) -> str:
    """Return a whole self-contained page in the style of reports, under a title that tells no topic."""
    return page(inside, _(TITLE), style(), _.locale.replace("_", "-"), _.direction)


def page(inside: Safe, title: str, css: str, language: str = "en", direction: str = "ltr") -> str:
    """Return a whole self-contained page with one style sheet: no script, no request."""
    body = tag("body", tag("main", inside))
    return "<!doctype html>\n" + tag("html", _head(title, css), body, lang=language, dir=direction) + "\n"


def fragment(
    item: Item,
    assessment: Assessment,
    advice: Advice | None,
    *,
    words: bool = True,
    said: Reconsidered | None = None,
    beside: Beside | None = None,
) -> str:
    """Return the report without a frame: it starts with an h1 and needs `style()` to look right.

    beside: what the frame adds, so that the reader can correct what is shown.
    """
    return sections(view(item, assessment, advice, words_shown=words, said=said), beside)


@cache
def style() -> str:
    """Return the style sheet of reports."""
    return (files("safelight.report") / "report.css").read_text(encoding="utf-8")


def _head(title: str, css: str) -> Safe:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(css)),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        joined(tag("style", Safe(css))),
    )


def _policy(css: str) -> str:
    """Allow this one style sheet and nothing else: no script, no request, no form."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
