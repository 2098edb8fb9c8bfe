"""Looks at an item that a room made by itself, and draws the report."""

from __future__ import annotations

from markupsafe import Markup

from safelight.interfaces.web.settings import Settings
from safelight.report import html as report
from safelight.schema.items import Item


def seen(item: Item, settings: Settings) -> Markup:
    """Return the report on an item, for this reader, without a frame."""
    from safelight.advice.choose import advise
    from safelight.engine import check

    assessment = check(item, settings.say.locale)
    advice = advise(assessment, audience=settings.audience, country=settings.country, locale=settings.say.locale)
    return Markup(report.fragment(item, assessment, advice))
