"""What somebody needs help with, and which kinds of service come first then. Nothing is hidden: the others follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safelight.advice.load import HELPLINE_KINDS
from safelight.locales.load import Translator, mark
from safelight.schema.advice import Audience, Helpline


@dataclass(frozen=True, slots=True)
class Need:
    """One need. name: the word of the command line; title: what the person chooses; kinds: the first ones first."""

    name: str
    title: str
    kinds: tuple[str, ...]


NEEDS = {
    need.name: need
    for need in (
        Need(
            "threat",
            mark("Someone threatens me or asks for money"),
            ("child_helpline", "police_cyber", "image_removal", "chat", "csam_hotline"),
        ),
        Need(
            "pictures",
            mark("A private picture is out, or could get out"),
            ("image_removal", "csam_hotline", "child_helpline", "police_cyber", "chat"),
        ),
        Need("talk", mark("I want to talk to someone"), ("child_helpline", "chat")),
        Need(
            "trafficking",
            mark("A job, trip or person that holds me or a friend"),
            ("trafficking", "emergency", "child_helpline", "police_cyber"),
        ),
        Need("money", mark("I was cheated out of money, or my account is used"), ("police_cyber", "child_helpline")),
        Need(
            "missing",
            mark("Someone is gone, or I think of leaving home"),
            ("missing", "emergency", "child_helpline", "chat"),
        ),
    )
}
# What comes first when nothing was chosen.
USUAL = (
    "child_helpline",
    "chat",
    "emergency",
    "image_removal",
    "csam_hotline",
    "police_cyber",
    "trafficking",
    "missing",
)


def title(name: str, _: Translator) -> str:
    """Return what a person chooses; "" for a need that is not known."""
    return _(NEEDS[name].title) if name in NEEDS else ""


def sort(lines: Iterable[Helpline], need: str = "") -> tuple[Helpline, ...]:
    """Return the services, those for the need first; within a kind the order stays."""
    first = NEEDS[need].kinds if need in NEEDS else USUAL
    order = [*first, *(kind for kind in (*USUAL, *HELPLINE_KINDS) if kind not in first)]
    return tuple(sorted(lines, key=lambda line: order.index(line.kind)))


def for_reader(lines: Iterable[Helpline], audience: Audience) -> tuple[Helpline, ...]:
    """Return the services for this audience; professionals see all, to pass them on."""
    return tuple(line for line in lines if audience in line.who_for or audience in ("helper", "moderator"))


def fits(line: Helpline, need: str) -> bool:
    """Say whether a service is of a kind that the need names."""
    return need in NEEDS and line.kind in NEEDS[need].kinds
