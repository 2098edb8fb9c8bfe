"""Kinds of contact, one module each.

Every module has `MARKS` (the inside of a character class; a text must hold one of these) and `words()` (or one of these
lower-case words) for the first, cheap look at a text; `cue(text, lowered, tokens) -> bool` for the second look; and
`find(text, country) -> Iterator[Found]`. Add a kind by adding a module; `safelight.normalize.contacts` finds it.
"""
