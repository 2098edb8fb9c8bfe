"""Says in the terminal what a file shows, and what its clean copy shows."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.interfaces.cli.sharing import Shared
from safelight.locales.load import Translator, translator
from safelight.report.clean import clean, isolated
from safelight.report.kinds.picture import kind_name, lines_of
from safelight.report.width import wrapped
from safelight.schema.pictures import TELLING, Receipt


def lines(one: Shared, width: int, locale: str, *, words: bool) -> Iterator[str]:
    """Yield what one file shows, then the receipt of its copy, or how to make one."""
    _ = translator(locale)
    assert one.facts is not None, "a text has a report of its own"
    yield from wrapped(isolated(clean(one.name)), width)
    facts = one.facts if words else one.facts.silent()
    shown = list(lines_of(facts, _))
    for line in shown or [_("Nothing was found in its hidden data. What it shows itself was not looked at.")]:
        yield from wrapped(isolated(line), width, "  • ")
    for sentence in facts.skipped:
        yield from wrapped(clean(_(sentence)), width, "  ! ")
    if one.receipt is not None:
        yield from _receipt(one.receipt, one, width, _)
    elif one.error is None and facts.of(*TELLING):
        yield from wrapped(_("To take it out, add --clean and a name for the clean copy."), width, "  ")
    yield ""


def _receipt(receipt: Receipt, one: Shared, width: int, _: Translator) -> Iterator[str]:
    yield from wrapped(_("The clean copy is in {file}. It was read again:").format(file=one.out), width, "  ")
    for kind, was, left in receipt.counts():
        said = _("{kind}: {was} before, {left} left").format(kind=kind_name(kind, _), was=was, left=left)
        yield from wrapped(said, width, "  ✓ ")
    if not receipt.counts():
        yield from wrapped(_("Nothing was hidden in it before, and nothing is now."), width, "  ✓ ")
    same = _("What it shows itself is the same as before. Look at it once more.")
    yield from wrapped(_("Look at it once more before you share it.") if one.blurred else same, width, "  ")
