"""The flow in one place: prepare -> signals -> assess.

`talk` folds a conversation, message by message; `single` looks at any other item; `check` takes whatever it is given.
"""

from __future__ import annotations

from collections.abc import Callable

from safelight.engine import single, talk
from safelight.engine.talk import Watch, watch
from safelight.schema.assessments import Assessment
from safelight.schema.errors import BadInput
from safelight.schema.items import Conversation, Item

__all__ = ["Watch", "check", "watch"]


def check(
    item: Item,
    locale: str = "en",
    *,
    progress: Callable[[int, int], None] | None = None,
    language: str = "",
    meaning: bool = False,
) -> Assessment:
    """Return the assessment of any item. A kind that no signal reads gives CANNOT_SAY, with the reason.

    language: the code of the language that it is in when a person said so, "" to find out.
    meaning: whether to look at the meaning of a conversation's sentences, too (the extra `meaning`); off by default.
    progress(done, total) is called now and then with numbers of messages; what it raises stops the check.
    """
    if isinstance(item, Conversation):
        return talk.check(item, locale, progress, language, meaning=meaning)
    if not hasattr(item, "found_in"):
        kind = type(item).__name__
        raise BadInput(f"A {kind} cannot be checked.", fix="Give one of the items of safelight.schema.items.")
    return single.check(item, locale, language)
