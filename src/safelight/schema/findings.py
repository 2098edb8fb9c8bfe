"""Findings: what one signal noticed, where, and why it thinks so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from safelight.schema.evidence import Evidence

# Below this strength a finding is a hint: it is counted, but not shown beside clearer ones.
FAINT = 0.15

Fact = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One technique noticed by one signal.

    signal:    the signal's id, its path below `signals/` ("conversation.secrecy_request").
    technique: "tactic.technique" of the taxonomy.
    strength:  0..1, how sure the signal is that this is the technique (not how bad it is).
    evidence:  pointers into the item.
    because:   the facts that decided (which group of phrases, asked again, after a refusal). Never message text.
    says:      the sentence shown, in the asked language; never message text.
    subject:   who does it (a participant's name), None when the item has no participants.
    toward:    to whom, None when that is the whole group or unknown.
    """

    signal: str
    technique: str
    strength: float
    evidence: tuple[Evidence, ...]
    because: Mapping[str, Fact] = field(default_factory=dict)
    says: str = ""
    subject: str | None = None
    toward: str | None = None
