"""A profile's report: how to find out more without giving anything away, and what nobody stated."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import Translator
from safelight.report.kinds import Block
from safelight.schema.assessments import Assessment
from safelight.schema.items import Item, Profile


def blocks(item: Item, assessment: Assessment, _: Translator) -> Iterator[Block]:
    """Yield what stands out, the steps to find out more, and the list of what was not stated."""
    assert isinstance(item, Profile)
    seen = tuple(dict.fromkeys(finding.says for finding in assessment.findings))
    if seen:
        yield Block("stands-out", _("What stands out"), seen)
    steps = (
        _("Ask for a live wave: a short video call in which they wave and say your name."),
        _("Do you both have the same friends? Ask one of them, in real life."),
        _("You can search for their picture: save it, and put it into a picture search."),
        _("Look at who comments on old posts. Real friends write more than one word."),
        _("Never send pictures, money or codes to find out. You can just not answer."),
    )
    yield Block("find-out", _("How to find out more"), steps)
    missing = [(name,) for name, value in _facts(item, _) if value is None or value == ""]
    if missing:
        sentences = (_("This was not stated. It was not counted for or against anybody."),)
        yield Block("not-stated", _("What nobody stated"), sentences, (_("What"),), tuple(missing))


def _facts(item: Profile, _: Translator) -> tuple[tuple[str, object], ...]:
    return (
        (_("The name of the account"), item.handle),
        (_("The name shown"), item.display_name),
        (_("What they write about themselves"), item.bio),
        (_("How many follow them"), item.followers),
        (_("How many they follow"), item.following),
        (_("How many posts"), item.posts),
        (_("When it was made"), item.created),
        (_("Whether there is a picture"), item.has_picture),
        (_("Whether it is private"), item.private),
    )
