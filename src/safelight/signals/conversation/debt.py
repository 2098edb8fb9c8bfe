"""Says that the other owes money or favours for gifts, travel, lodging or mistakes, and must work or comply.

What it sees. "You can work it off", "ticket 700, visa 1200, rent 300", "it was never free", "you can pay another way",
"two more months until it is paid", "a fine for saying no". A plain "you owe me" counts more from somebody who gave
presents, offered work or a trip, or asked for pictures before.

What looks like it but is not. A friend who lent lunch money ("you owe me a coffee"); a library fine; siblings trading
chores; student loans.

Why it matters. A debt that grows on purpose is a chain. Nobody owes their body or their time.

Sources. ILO/EC operational indicators 2009 (debt bondage); Interpol Orange Notice June 2023 (debt for travel).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.debt"
LISTENS = (TECHNIQUE,)
FAINT = "you owe me"
CLEARER, ALONE = 1.6, 0.6
BEFORE = (
    TECHNIQUE,
    "trust.gifts_or_game_currency",
    "deception.fake_job_offer",
    "deception.modelling_offer",
    "deception.study_or_travel_offer",
    "deception.romance_or_marriage_promise",
    "exploitation.travel_arrangement",
    "sexualization.image_request",
    "coercion.documents_taken",
    "coercion.threat_to_expose",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show; "you owe me" more after presents, offers or pictures."""
    given = any(look.author.shown(name) for name in BEFORE)
    for sighting in phrases(look, TECHNIQUE):
        if sighting.group.endswith("/" + FAINT):
            strength = sighting.strength * (CLEARER if given else ALONE)
            yield replace(sighting, strength=round(strength, 3))
        else:
            yield sighting
