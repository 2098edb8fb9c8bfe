"""Helplines as markup: who, how to reach them, what happens then, and how well this was checked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from safelight.locales.load import Translator
from safelight.report import words
from safelight.report.markup import Safe, joined, tag
from safelight.schema.advice import ContactWay, Helpline


def helplines(services: Iterable[Helpline], _: Translator) -> Safe:
    """Return the services as a list of cards."""
    return tag("ul", *(_card(service, _) for service in services), class_="services")


def _card(service: Helpline, _: Translator) -> Safe:
    return tag(
        "li",
        tag("h3", service.name),
        tag("p", words.helpline_kind(service.kind, _), class_="quiet"),
        tag("ul", *(tag("li", _way(way, _)) for way in service.contacts), class_="ways"),
        tag("p", service.what_happens) if service.what_happens else None,
        tag("p", _checked(service, _), class_="checked"),
    )


def _checked(service: Helpline, _: Translator) -> Safe:
    source = _("Source: {source}, looked at on {date}.").format(source=service.source, date=service.checked)
    unsure = tag("strong", _("Not yet checked by a person.")) if not service.verified else None
    return joined(source, " " if unsure else None, unsure)


def _way(way: ContactWay, _: Translator) -> Safe:
    verb = words.contact_way(way.type, _)
    value = tag("bdi", way.value, dir="ltr")
    link = address(way)
    outside = link is not None and link.startswith("https:")
    rel = "noopener noreferrer external" if outside else None
    target = "_blank" if outside else None
    hint = tag("span", _(" (opens a new page)"), class_="unseen") if outside else None
    shown = tag("a", value, hint, href=link, rel=rel, target=target) if link else value
    return joined(f"{verb} ", shown, _facts(way, _))


def _facts(way: ContactWay, _: Translator) -> str:
    facts = [
        _("free") if way.free else "",
        _("you need not give your name") if way.anonymous else "",
        way.hours,
        ", ".join(words.language_name(code, _) for code in way.languages),
    ]
    said = "; ".join(fact for fact in facts if fact)
    return f" ({said})" if said else ""


def address(way: ContactWay) -> str | None:
    """Return the link for a way, or None: only tel, sms, mailto and https addresses are ever linked."""
    digits = re.sub(r"[^\d+*#]", "", way.value)
    if way.type in ("call", "sms") and digits:
        return ("tel:" if way.type == "call" else "sms:") + digits.replace("#", "%23")
    if way.type == "email" and re.fullmatch(r"[\w.+-]+@[\w.-]+", way.value):
        return f"mailto:{way.value}"
    if way.type == "whatsapp" and digits.startswith("+"):
        return f"https://wa.me/{digits[1:]}"
    return way.value if way.value.startswith("https://") else None
