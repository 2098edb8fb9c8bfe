"""A link's report: which part of the address counts, whom it looks like, and that nobody opened it."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import Translator
from safelight.normalize.hosts import address
from safelight.normalize.known_names import owner
from safelight.report.clean import clean
from safelight.report.kinds import Block
from safelight.schema.assessments import Assessment
from safelight.schema.items import Item, Link

_LONGEST = 80


def blocks(item: Item, assessment: Assessment, _: Translator) -> Iterator[Block]:
    """Yield what the address says, read from right to left as a computer does."""
    assert isinstance(item, Link)
    link = address(item.url)
    if link is None:
        return
    rows = [(_("The part that counts"), _short(link.host.registered))]
    if link.host.shown != link.host.ascii:
        rows.append((_("How a computer writes it"), _short(link.host.ascii)))
    if link.host.below:
        rows.append((_("Only set in front of it"), _short(".".join(link.host.below))))
    known = owner(link.host)
    if known is not None:
        rows.append((_("Belongs to"), known.name))
    for finding in assessment.findings:
        if finding.because.get("row") == "look_alike" and "brand" in finding.because:
            rows.append((_("Looks like"), str(finding.because["brand"])))
            rows.append((_("Its own address"), str(finding.because["own_host"])))
    sentences = (
        *dict.fromkeys(finding.says for finding in assessment.findings),
        _("Nobody opened this link. Only the address was read."),
        _("What is on the page, nobody can tell from the address."),
    )
    head = (_("What"), _("In this link"))
    yield Block("address", _("What the address says"), sentences, head, tuple(rows))


def _short(text: str) -> str:
    """Return a part of the address fit to show, cut in the middle when it is long: both ends matter."""
    shown = clean(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:30]}…{shown[-45:]}"
