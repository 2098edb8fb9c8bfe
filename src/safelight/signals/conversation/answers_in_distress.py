"""The other side begs, says no in fear, or asks how somebody knows: it shows that pressure is there.

What it sees. "Please delete it", "why are you doing this", "how do you know where I live", "I don't send pics", "I'm
only 13": answers that people give when they are asked too much. The finding is about the one who is answered.

What looks like it but is not. Friends who beg each other not to spoil a film; fear of an exam or a spider; a young
person who tells somebody else about it; a plain no to a plain question.

Why it matters. Pressure can be put in a thousand ways, also in pictures that no text shows. The answer shows it.

Sources. Lorenzo-Dus et al. 2016 (compliance testing); Thorn/NCMEC 2024 (sextortion: escalating threats).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting

TECHNIQUE = "coercion.guilt_or_pressure"
LISTENS = ("context.distress",)
ROW = "answers.distress"


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the answer shows about the one who is answered; nothing in a group when nobody is addressed."""
    if look.other is None or look.reported or look.joking:
        return
    seen: set[str] = set()
    for hit in look.of("context.distress"):
        if hit.group.name not in seen and (look.pressed or not look.overlaps(hit, answers=False)):
            seen.add(hit.group.name)
            sighting = look.sighting(TECHNIQUE, hit, hit.group.strength, "answer")
            yield replace(sighting, row=ROW, of_other=True)
