"""Asks again after a no.

What it sees. A request ("send one", "come on, meet me", "just call") shortly after the other said no to one: "I don't
want to", "stop asking". Also somebody who comes back: "why did you block me", "I made a new account".

What looks like it but is not. Friends who coax each other to a film; a no to one thing and a new question about
another, in a joking tone; one "why didn't you answer" between people who know each other.

Why it matters. A no that is not taken for an answer is pressure, however friendly it sounds.

Sources. Lorenzo-Dus et al. 2016 (compliance testing); Thorn 2021 (re-contact after a block).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "contact.keeps_contacting_after_refusal"
REQUESTS = (
    "exploitation.meeting_request",
    "sexualization.image_request",
    "sexualization.camera_or_live_request",
    "isolation.move_to_private_app",
    "targeting.location_probe",
    "targeting.personal_details_probe",
    "context.request",
)
LISTENS = (TECHNIQUE, *REQUESTS)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what shows that somebody comes back, and one sighting when a request follows a refusal."""
    yield from phrases(look, TECHNIQUE)
    if not look.after_refusal or look.reported:
        return
    for name in REQUESTS:
        for hit in look.of(name)[:1]:
            strength = 0.35 if name == "context.request" else 0.7
            yield look.sighting(TECHNIQUE, hit, strength * (0.4 if look.joking else 1.0), "after_refusal")
            return
