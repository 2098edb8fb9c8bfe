"""Says what was looked at and what was not: an unread line is shown, never counted as safe."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import Translator
from safelight.report.clean import clean
from safelight.report.words import language_name, skipped_name
from safelight.schema.assessments import Coverage, Skipped
from safelight.schema.items import Conversation, Item, Source

UNREAD_SHOWN = 5
SMALL_SHARE = 0.02
# The source tells more about these than the assessment: they are said from there.
_SAID_HERE = ("other side", "unread")


def looked_at(coverage: Coverage, _: Translator) -> tuple[str, ...]:
    """Return sentences on how much was read, and in which languages."""
    return tuple(_read_sentences(coverage, _))


def _read_sentences(coverage: Coverage, _: Translator) -> Iterator[str]:
    if coverage.messages:
        some = _("{read} of {messages} messages had words to look at.")
        form = _("All {messages} messages were read.") if coverage.read == coverage.messages else some
        yield form.format(read=coverage.read, messages=coverage.messages)
    shares = sorted(coverage.languages.items(), key=lambda pair: -pair[1])
    named = [(language_name(code, _), f"{share:.0%}") for code, share in shares if share >= SMALL_SHARE]
    if len(named) == 1:
        yield _("Language: {language}.").format(language=named[0][0])
    elif named:
        yield _("Languages: {languages}.").format(languages=", ".join(map(" ".join, named)))


def not_looked_at(item: Item, coverage: Coverage, _: Translator) -> tuple[str, ...]:
    """Return sentences on everything that was left out, the gravest first; never empty sentences, none twice."""
    found = [*_one_sided(item.source, _), *_unread(item.source, coverage, _)]
    found += [_skipped(each, _) for each in coverage.skipped if each.what not in _SAID_HERE]
    found += [clean(_(note)) for note in (*coverage.notes, *item.source.notes)]
    found += _without_words(item, coverage, _)
    return tuple(dict.fromkeys(sentence for sentence in found if sentence))


def _one_sided(source: Source, _: Translator) -> Iterator[str]:
    if source.one_sided:
        yield _("This file holds only one side. What the other side wrote was not looked at.")


def _unread(source: Source, coverage: Coverage, _: Translator) -> Iterator[str]:
    count = max(coverage.unread, len(source.unread))
    if count:
        yield _.plural("{n} part of the file could not be read.", "{n} parts of the file could not be read.", count)
    for each in source.unread[:UNREAD_SHOWN]:
        yield clean(f"{each.where}: {_(each.reason)}")
    if source.unread[UNREAD_SHOWN:]:
        yield _("… and {n} more parts.").format(n=len(source.unread) - UNREAD_SHOWN)


def _skipped(skipped: Skipped, _: Translator) -> str:
    name = skipped_name(skipped.what, _)
    why = f"{name}: {_(skipped.why)}" if name else _(skipped.why)
    return clean(f"{why} {_(skipped.fix)}".strip())


def _without_words(item: Item, coverage: Coverage, _: Translator) -> Iterator[str]:
    """Pictures, calls and deleted messages hold no words: how many there are says what may be missing."""
    if not isinstance(item, Conversation):
        return
    counts = {kind: sum(each.kind == kind for each in item.messages) for kind in ("media", "deleted", "call")}
    if counts["media"]:
        yield _.plural(
            "{n} picture or file was not looked at.", "{n} pictures or files were not looked at.", counts["media"]
        )
    if counts["deleted"]:
        yield _.plural("{n} message was deleted.", "{n} messages were deleted.", counts["deleted"])
    if counts["call"]:
        yield _.plural("{n} call left no words.", "{n} calls left no words.", counts["call"])
