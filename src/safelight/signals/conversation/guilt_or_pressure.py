"""Makes a "no" hard: guilt, conditions on affection, comparisons, insults, sulking, orders, deadlines.

What it sees. "If you loved me", "after all I did for you", "every other girl would", "don't be such a baby", "so I get
nothing", "you can't say no now", "tick tock". It weighs more right after the other said no. Mere sulking ("fine then")
counts only then, or from somebody who has asked for something private before; deadlines weigh more after threats.

What looks like it but is not. A friend who is sad that you can't come; chores; a team mate who asks twice; the due date
of homework; a couple that argues and makes up.

Why it matters. Nobody owes anyone a yes. Feeling guilty is how people are brought to do what they did not want.

Sources. Lorenzo-Dus et al. 2016 (compliance testing); musti0611 seven-label scheme (control/coercion).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.guilt_or_pressure"
LISTENS = (TECHNIQUE,)
AFTER_NO, AFTER_ASKING = 1.4, 1.2
FAINT = "waves it off"
WEAK = (FAINT, "sulks", "deadline")
ASKED = (
    "answers.distress",
    "sexualization.image_request",
    "sexualization.camera_or_live_request",
    "sexualization.sexual_topic",
    "isolation.secrecy_request",
    "exploitation.meeting_request",
    "coercion.threat_to_expose",
    "coercion.threat_of_harm",
    "coercion.payment_demand",
    "coercion.surveillance",
    "coercion.debt",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show, weighed by what was asked and refused before."""
    asked = any(look.author.shown(name) for name in ASKED)
    for sighting in phrases(look, TECHNIQUE):
        group = sighting.group.partition("/")[2]
        if group == FAINT and not (asked or look.after_refusal):
            continue
        yield replace(sighting, strength=_weighed(sighting.strength, group, asked, look.after_refusal))


def _weighed(strength: float, group: str, asked: bool, refused: bool) -> float:
    if refused:
        strength *= AFTER_NO
    if asked:
        strength *= AFTER_NO if group in WEAK else AFTER_ASKING
    return round(min(1.0, strength), 3)
