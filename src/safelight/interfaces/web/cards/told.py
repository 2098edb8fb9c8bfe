"""A young person has told something: the first minute, in the order that helps, for whoever heard it."""

from __future__ import annotations

from collections.abc import Mapping

from safelight.interfaces.web.cards import Card
from safelight.locales.load import mark

_BREATHE = Card(mark("Breathe first"), (mark("Your face says more than your words. Slow is good."),), "dawn")
_THANK = Card(
    mark("Thank them"),
    (mark("Many young people tell nobody. They chose you."),),
    "told",
    say=(mark("Thank you for telling me."),),
)
_BELIEVE = Card(
    mark("Believe them"),
    (mark("You need not know yet what is right. Do not ask why. Ask: what would help you now?"),),
    "window",
    say=(mark("I believe you. It is not your fault."),),
)
_KEEP = Card(
    mark("Leave them their phone"),
    (mark("Fear of losing it is a reason to stay silent. Say plainly that it stays with them."),),
    "lamp",
    say=(mark("You are not in trouble. Your phone stays yours."),),
)
_HONEST = Card(
    mark("Be honest about who needs to know"),
    (mark("Do not say that it stays between you. Say whom you will tell, and ask how they want it."),),
    "talk",
)
_SAVE = Card(
    mark("Save words, not pictures"),
    (mark("Keep the chat, names and links. Do not look at private pictures, copy them or pass them on."),),
    "save",
)
_GO_ON = Card(
    mark("Do the next step together"),
    (mark("Look at it here together, or call a helpline together. They choose the pace."),),
    "help",
    leads="next",
)
_YOU = Card(
    mark("Look after yourself"),
    (mark("This is a lot to hear. Helplines are there for you, too."),),
    "dawn",
)

CARDS: Mapping[str, tuple[Card, ...]] = {
    "friend": (
        _BREATHE,
        Card(
            mark("Listen, and believe them"),
            (mark("You need not fix it. Being there is a lot."),),
            "told",
            say=(mark("Thank you for telling me. It is not your fault."),),
        ),
        Card(
            mark("Some things are too big for two"),
            (
                mark("Is your friend in danger, or do they speak of hurting themselves?"),
                mark("Then tell an adult now, even if you said you would not. That is being a friend."),
            ),
            "window",
        ),
        _SAVE,
        Card(
            mark("Go to an adult together"),
            (mark("Let your friend choose whom. Offer to come along."),),
            "help",
            say=(mark("My friend needs help with something online. Can we talk?"),),
            leads="next",
        ),
        _YOU,
    ),
    "carer": (_BREATHE, _THANK, _BELIEVE, _KEEP, _SAVE, _HONEST, _GO_ON, _YOU),
    "teacher": (
        _BREATHE,
        _THANK,
        _BELIEVE,
        _HONEST,
        _SAVE,
        Card(
            mark("Follow your child protection rule today"),
            (
                mark("Tell the one who is in charge of it. You need not look into it yourself."),
                mark("Write down what was said in their words, with day and hour."),
            ),
            "stop",
        ),
        _GO_ON,
        _YOU,
    ),
}
