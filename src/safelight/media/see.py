"""What can be seen in a picture that its owner may not have thought of: words on signs and papers, faces.

It finds and points; the picture is not kept, and nothing is written or sent. The words become a `Draft` (a text about
to be shared), so that whoever stands above can have them checked like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from safelight.locales.load import mark
from safelight.media import see_faces, see_private, see_text
from safelight.media.extra import there
from safelight.media.hashes import opened
from safelight.media.see_faces import Face
from safelight.media.see_private import Nudge
from safelight.media.see_signs import Sign, signs
from safelight.schema.assessments import Skipped
from safelight.schema.items import Draft, Source, Unread

# Pixels of the longer side in which words are looked for: quick, and letters of 1 % of the picture's width are read.
_LONGEST = 1280
# With `fine`: slower by a second or two, for small letters.
_FINE = 2000


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words in a picture. left, top, right, bottom: shares of its width and height (0..1)."""

    text: str = field(repr=False)
    left: float
    top: float
    right: float
    bottom: float
    sure: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen. faces: None when they were not looked for; nudge: "" also when it was not asked for.

    words: the lines that could be read, from the top; signs: what they give away, each by the number of its line.
    hard: lines that could not be read well; skipped: what was not looked at, and why.
    size: width and height of the upright picture as it was looked at; it may have been made smaller for that.
    """

    words: tuple[Words, ...] = field(repr=False)
    signs: tuple[Sign, ...]
    faces: tuple[Face, ...] | None
    nudge: Nudge
    hard: int
    skipped: tuple[Skipped, ...]
    name: str = ""
    size: tuple[int, int] = (1, 1)

    def draft(self) -> Draft:
        """Return the words as a text about to be shared, one line each, for the check."""
        notes = (mark("These words were read in a picture. Some may have been read wrong, or missed."),)
        unread = (Unread("picture", f"{self.hard} lines could not be read well"),) if self.hard else ()
        source = Source("picture", self.name, notes, unread, len(self.words))
        return Draft("\n".join(each.text for each in self.words), source)

    def line_at(self, offset: int) -> int:
        """Return which line of words an offset into the draft's text lies in."""
        ends, end = [], 0
        for each in self.words:
            end += len(each.text) + 1
            ends.append(end)
        return next((number for number, end in enumerate(ends) if offset < end), max(0, len(ends) - 1))


def look(data: bytes, name: str = "", *, faces: bool = True, private: bool = False, fine: bool = False) -> Seen:
    """Return what is seen in a picture's bytes.

    faces: look for faces, if a model is there. private: ask for the nudge, off by default. fine: read smaller letters.
    Raises MissingExtra when words cannot be read; DamagedFile for bytes that are no picture.
    """
    longest = _FINE if fine else _LONGEST
    picture = opened(data, about=longest).convert("RGB")
    lines = see_text.lines(picture, longest=longest)
    read = [line for line in lines if line.sure >= see_text.LEAST_SURE]
    words = tuple(_words(line, *picture.size) for line in read)
    skipped: list[Skipped] = []
    found = None
    if faces and see_faces.available():
        found = see_faces.faces(picture)
    elif faces:
        skipped.append(Skipped("faces", mark("Faces were not looked for: no model is there."), see_faces.INSTALL))
    told: Nudge = ""
    if private and see_private.available():
        told = see_private.nudge(picture)
    elif private:
        skipped.append(Skipped("private", mark("The nudge needs a model that is not there."), see_private.INSTALL))
    return Seen(words, _all_signs(words), found, told, len(lines) - len(read), tuple(skipped), name, picture.size)


def _words(line: see_text.Line, width: int, height: int) -> Words:
    return Words(
        line.text, line.left / width, line.top / height, line.right / width, line.bottom / height, round(line.sure, 2)
    )


def _all_signs(words: Sequence[Words]) -> tuple[Sign, ...]:
    """Return what lines give away, alone, and where two stand right under one another, as one."""
    alone = signs([each.text for each in words])
    known = {(each.kind, each.line) for each in alone}
    pairs = [
        (number, f"{upper.text} {words[below].text}")
        for number, upper in enumerate(words)
        if (below := _below(words, number)) is not None
    ]
    together = signs([text for _, text in pairs])
    more = (Sign(each.kind, pairs[each.line][0], each.says) for each in together)
    kinds = {each.kind for each in alone}
    return (*alone, *(each for each in more if (each.kind, each.line) not in known and each.kind not in kinds))


def _below(words: Sequence[Words], number: int) -> int | None:
    """Return the line that stands close under another one."""
    upper = words[number]
    tall = upper.bottom - upper.top
    for other in range(number + 1, len(words)):
        lower = words[other]
        beside = lower.right < upper.left or lower.left > upper.right
        if not beside and 0 < lower.top - upper.top < 2 * tall:
            return other
    return None


def available() -> bool:
    """Say whether words in pictures can be read here; nothing is loaded for it."""
    return there("rapidocr") and there("onnxruntime")
