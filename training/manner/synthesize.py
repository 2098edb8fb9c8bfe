"""Makes chats by code: real ordinary student talk in which one side now and then says a line of a trick.

The ordinary stretches are the same talk that the other class is made of, so that a model cannot tell the classes by
topic, place or style: only by what one side says to the other, and how that one answers.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from training.manner.lines import line
from training.manner.talk import Chat

# Which tricks go together, and how often such a chat is made.
PLANS: dict[str, tuple[int, tuple[str, ...]]] = {
    "closeness": (
        6,
        (
            "targeting.age_probe", "targeting.location_probe", "targeting.personal_details_probe", "trust.flattery",
            "trust.fast_intimacy", "trust.special_understanding", "probing.supervision_check",
            "probing.compliance_test", "sexualization.image_request", "sexualization.sexual_topic",
            "sexualization.camera_or_live_request", "isolation.secrecy_request", "exploitation.meeting_request",
            "isolation.move_to_private_app", "sexualization.normalizing", "coercion.guilt_or_pressure",
            "isolation.delete_traces", "isolation.against_family_or_friends",
            "contact.keeps_contacting_after_refusal", "trust.gifts_or_game_currency", "probing.vulnerability_probe",
            "contact.unsolicited_approach", "context.request",
        ),
    ),
    "threat": (
        2,
        (
            "coercion.threat_to_expose", "coercion.payment_demand", "coercion.more_images_demand",
            "coercion.guilt_or_pressure", "monetization.gift_card_payment", "monetization.crypto_payment",
            "trust.flattery", "sexualization.image_request", "coercion.threat_of_harm",
        ),
    ),
    "offer": (
        2,
        (
            "deception.fake_job_offer", "deception.modelling_offer", "deception.study_or_travel_offer",
            "exploitation.travel_arrangement", "coercion.documents_taken", "coercion.debt",
            "isolation.secrecy_request", "targeting.age_probe", "targeting.personal_details_probe",
            "sexualization.image_request", "isolation.against_family_or_friends",
            "exploitation.recruitment_into_sexual_services",
        ),
    ),
    "money": (
        1,
        (
            "monetization.money_mule", "coercion.payment_demand", "monetization.crypto_payment",
            "isolation.secrecy_request", "deception.fake_job_offer", "targeting.personal_details_probe",
            "exploitation.recruit_friends",
        ),
    ),
}  # fmt: skip
ANSWERS = ("context.refusal", "context.distress", "context.age_said", "context.age_said")
_LEAST = 15


def chats(ordinary: Sequence[Chat], count: int, seed: int) -> Iterator[Chat]:
    """Yield `count` chats labelled 1, each built on one of the `ordinary` chats between two people."""
    chance = random.Random(seed)
    pool = [chat for chat in ordinary if len(chat.messages) >= _LEAST and len(chat.people) >= 2]
    for number in range(count):
        yield _chat(f"made/{number}", chance.choice(pool), chance)


def _chat(name: str, ordinary: Chat, chance: random.Random) -> Chat:
    subject, other = chance.sample(ordinary.people[:2], 2)
    plans = list(PLANS.values())
    tricks = chance.choices(plans, [weight for weight, _ in plans])[0][1]
    own = chance.sample(tricks, chance.randint(4, min(10, len(tricks))))
    density, start = chance.uniform(0.25, 0.8), chance.randint(0, max(0, min(20, len(ordinary.messages) - _LEAST)))
    said: list[tuple[str, tuple[str, ...]]] = []
    for place, (author, words) in enumerate(ordinary.messages[start : start + chance.randint(20, 60)]):
        said.append((author, words))
        if author == subject and chance.random() < density and place > chance.randint(0, 8):
            said.append((subject, tuple(line(chance.choice(own), chance))))
            if chance.random() < 0.25:
                said.append((other, tuple(line(chance.choice(ANSWERS), chance))))
    return Chat(name, 1, subject, tuple(said))
