"""Draws photos by code with signs in them: a soft scene, and boards with words, some turned and a little blurred."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy
from PIL import Image, ImageDraw, ImageFilter
from tests.media.chat_pictures import font
from tests.media.drawn import waves


@dataclass
class Photo:
    """A drawn photo; signs: what stands on each board."""

    image: Image.Image
    signs: list[str] = field(default_factory=list)


def photo(signs: list[str], *, width: int = 4000, height: int = 3000, seed: int = 1, turn: float = 0.0) -> Photo:
    """Draw boards with words, one below the other in two columns."""
    small = Image.fromarray(waves(seed, width // 8, height // 8))
    image = small.resize((width, height), Image.Resampling.BICUBIC)
    chance = numpy.random.default_rng(seed)
    for number, words in enumerate(signs):
        board = _board(words, round(width * 0.018 * chance.uniform(0.9, 1.4)), chance)
        board = board.rotate(turn * chance.uniform(-1, 1), expand=True, resample=Image.Resampling.BICUBIC)
        column, row = number % 2, number // 2
        rows = (len(signs) + 1) // 2
        x = round(width * (0.05 + 0.48 * column))
        y = round(height * (0.06 + 0.9 * row / max(1, rows)))
        image.paste(board, (x, y), board)
    return Photo(image.filter(ImageFilter.GaussianBlur(width / 4000)), list(signs))


def _board(words: str, size: int, chance: numpy.random.Generator) -> Image.Image:
    face = font(size, ("DejaVuSans-Bold", "DejaVuSans", "DejaVuSerif")[int(chance.integers(3))])
    lines = words.split("\n")
    wide = max(round(face.getlength(line)) for line in lines) + 2 * size
    ground, ink = ((20, 70, 50), "white") if chance.random() < 0.5 else ((235, 230, 215), "#222222")
    board = Image.new("RGBA", (wide, round(size * 1.5 * len(lines)) + size), (*ground, 255))
    pen = ImageDraw.Draw(board)
    for row, line in enumerate(lines):
        pen.text((size, size * 0.5 + row * size * 1.5), line, font=face, fill=ink)
    return board
