"""Makes hashes of a picture or video: PDQ as the platforms do, MD5 and SHA-256. Nothing is kept, logged or compared.

PDQ follows its public description (Meta, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm",
2019): brightness, two passes of a box filter along each side, 64 x 64 samples, a cosine transform of which the 16 x 16
lowest waves (without the constant one) are kept, and one bit for each: above the median or not. Filter, sampling and
transform are linear and act on rows and columns apart, so each side is one small matrix: quick, and exact.

The whole picture is hashed first, as the platforms' own library does; a 512-pixel copy second, as their programs do.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from safelight.media.extra import load, there
from safelight.schema.errors import BadInput, DamagedFile

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image

    Floats = npt.NDArray[np.floating]

BITS = 256
# Hashes at most this many bits apart are the same picture (the threshold of the platforms' programs).
SAME_PICTURE = 31
# Below this quality a picture has too little in it (a plain wall) for its hash to mean much.
FEW_DETAILS = 50
THUMBNAIL = 512
_NEEDED_FOR = "Making a hash of a picture"
_SIDE, _WAVES = 64, 16
# A side shorter than this has no hash.
_SHORTEST = 5
# Pixels. Larger ones are refused: a small file can unpack to any size.
_LARGEST = 200_000_000
# The EXIF tag that says how the picture is turned.
_UPRIGHT = 0x0112
# Rows of a picture that are looked at together.
_STRIP = 256


@dataclass(frozen=True, slots=True)
class Pdq:
    """One PDQ hash. hex: 64 hexadecimal digits; quality: 0 to 100; of: "whole picture", "turned right", ..."""

    hex: str = field(repr=False)
    quality: int
    of: str


@dataclass(frozen=True, slots=True)
class Hashes:
    """The hashes of one file. md5, sha256: of its bytes, hexadecimal; pdq: empty when it is no picture."""

    md5: str = field(repr=False)
    sha256: str = field(repr=False)
    pdq: tuple[Pdq, ...] = field(default=(), repr=False)


def of_bytes(data: bytes) -> Hashes:
    """Return MD5 and SHA-256 of a file's bytes; needs no extra."""
    return Hashes(hashlib.md5(data, usedforsecurity=False).hexdigest(), hashlib.sha256(data).hexdigest())


def of_picture(data: bytes, *, turned: bool = False) -> Hashes:
    """Return all hashes of a picture file. Raises as of_what_it_shows."""
    found = of_what_it_shows(data, turned=turned)
    plain = of_bytes(data)
    return Hashes(plain.md5, plain.sha256, found)


def of_what_it_shows(data: bytes, *, turned: bool = False) -> tuple[Pdq, ...]:
    """Return the PDQ hashes of the whole picture, of a 512-pixel copy, and if `turned` of its 7 turns.

    Raises MissingExtra; DamagedFile when the bytes are no picture that can be read.
    """
    picture = opened(data)
    coefficients, quality = _waves(brightness(picture))
    found = [Pdq(_hex(coefficients), quality, "whole picture")]
    if max(picture.size) > THUMBNAIL:
        small, small_quality = _waves(brightness(_thumbnail(picture)))
        found.append(Pdq(_hex(small), small_quality, "512-pixel copy"))
    if turned:
        found += [Pdq(_hex(each), quality, name) for name, each in _turns(coefficients)]
    return tuple(found)


def of_pixels(pixels: Floats) -> Pdq:
    """Return the PDQ hash of brightness values 0..255, rows by columns."""
    coefficients, quality = _waves(pixels)
    return Pdq(_hex(coefficients), quality, "whole picture")


def distance(one: str, other: str) -> int:
    """Return how many of the 256 bits differ. Raises BadInput for anything but two PDQ hashes in hexadecimal."""
    return (as_number(one) ^ as_number(other)).bit_count()


def as_number(text: str) -> int:
    """Return a PDQ hash as a number; BadInput when it is not 64 hexadecimal digits."""
    try:
        if len(text) != BITS // 4:
            raise ValueError
        return int(text, 16)
    except ValueError:
        raise BadInput("This is not a PDQ hash", fix="A PDQ hash has 64 hexadecimal digits.") from None


def opened(data: bytes, *, about: int = 0) -> Image:
    """Return the picture upright and decoded. Raises MissingExtra, DamagedFile.

    about: a JPEG may be decoded smaller, to a longer side of at least so many pixels (quicker, less memory); 0: whole.
    """
    pillow = load("PIL.Image", _NEEDED_FOR)
    ops = load("PIL.ImageOps", _NEEDED_FOR)
    _know_heic()
    try:
        # Pillow only warns of pictures that unpack to a great size; ours is a bound.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pillow.DecompressionBombWarning)
            picture = pillow.open(io.BytesIO(data))
            if picture.width * picture.height > _LARGEST:
                raise DamagedFile("The picture is too large to look at", fix="Try a smaller copy of it.")
            if about:
                shrink = max(about / max(picture.size), 1e-6)
                picture.draft("RGB", (round(picture.width * shrink), round(picture.height * shrink)))
            picture.load()
            # It copies what stands upright already, too.
            turned = picture.getexif().get(_UPRIGHT, 1) != 1
            upright: Image = ops.exif_transpose(picture) if turned else picture
    except (OSError, SyntaxError, ValueError, EOFError, pillow.DecompressionBombError):
        raise DamagedFile("This is no picture that can be read", fix="Choose the picture's own file.") from None
    return upright


def _know_heic() -> None:
    """Let Pillow read HEIC, the format of iPhones, when the package for it is there."""
    if there("pillow_heif"):
        load("pillow_heif", _NEEDED_FOR).register_heif_opener()


def brightness(picture: Image) -> Floats:
    """Return brightness values 0..255, rows by columns (the weights of ITU-R BT.601, as PDQ takes them)."""
    numpy = load("numpy", _NEEDED_FOR)
    weights = numpy.asarray([0.299, 0.587, 0.114], dtype=numpy.float32)
    values: Floats = numpy.empty((picture.height, picture.width), dtype=numpy.float32)
    # In strips: pictures of phones have a hundred megapixels and more.
    for top in range(0, picture.height, _STRIP):
        strip = picture.crop((0, top, picture.width, min(picture.height, top + _STRIP)))
        values[top : top + strip.height] = numpy.asarray(strip.convert("RGB")) @ weights
    return values


def _thumbnail(picture: Image) -> Image:
    small = picture.convert("RGB")
    small.thumbnail((THUMBNAIL, THUMBNAIL))
    return small


def _waves(pixels: Floats) -> tuple[Floats, int]:
    """Return the 16 x 16 coefficients and the quality of the 64 x 64 samples."""
    numpy = load("numpy", _NEEDED_FOR)
    rows, columns = pixels.shape
    if min(rows, columns) < _SHORTEST:
        return numpy.zeros((_WAVES, _WAVES), numpy.float32), 0
    samples: Floats = _sampler(rows) @ pixels @ _sampler(columns).T
    transform = _cosines()
    coefficients: Floats = transform @ samples @ transform.T
    return coefficients, _quality(samples)


@lru_cache(maxsize=8)
def _sampler(length: int) -> Floats:
    """Return the matrix (64 x length) that filters one side twice and takes 64 samples."""
    numpy = load("numpy", _NEEDED_FOR)
    window = (length + 2 * _SIDE - 1) // (2 * _SIDE)
    ahead = (window + 2) // 2
    places = numpy.arange(length)
    first = numpy.maximum(0, places - (window - ahead))
    last = numpy.minimum(length - 1, places + ahead - 1)
    counts = (last - first + 1).astype(numpy.float64)
    wanted = ((numpy.arange(_SIDE) + 0.5) * length / _SIDE).astype(int)
    once = numpy.zeros((_SIDE, length))
    for row, place in enumerate(wanted):
        once[row, first[place] : last[place] + 1] = 1 / counts[place]
    # The second pass: every weight spreads evenly over its own window, which is a sum over differences.
    steps = numpy.zeros((_SIDE, length + 1))
    weights = once / counts
    for row in range(_SIDE):
        numpy.add.at(steps[row], first, weights[row])
        numpy.add.at(steps[row], last + 1, -weights[row])
    matrix: Floats = steps.cumsum(axis=1)[:, :length].astype(numpy.float32)
    return matrix


@lru_cache(maxsize=1)
def _cosines() -> Floats:
    numpy = load("numpy", _NEEDED_FOR)
    waves, places = numpy.arange(1, _WAVES + 1)[:, None], numpy.arange(_SIDE)[None, :]
    matrix: Floats = (numpy.sqrt(2 / _SIDE) * numpy.cos(numpy.pi / 2 / _SIDE * waves * (2 * places + 1))).astype(
        numpy.float32
    )
    return matrix


def _quality(samples: Floats) -> int:
    """Return 0 to 100: how much the samples change from one to the next."""
    numpy = load("numpy", _NEEDED_FOR)
    steps = [numpy.trunc(numpy.diff(samples, axis=axis) * 100 / 255) for axis in (0, 1)]
    return min(100, int(sum(float(numpy.abs(each).sum()) for each in steps)) // 90)


def _hex(coefficients: Floats) -> str:
    """Return the 64 digits; the first coefficient is the last bit. The median is the 128th of the 256 values."""
    numpy = load("numpy", _NEEDED_FOR)
    flat = coefficients.ravel()
    median = numpy.partition(flat, BITS // 2 - 1)[BITS // 2 - 1]
    bits = numpy.packbits((flat > median)[::-1])
    return str(bits.tobytes().hex())


def _turns(coefficients: Floats) -> Iterator[tuple[str, Floats]]:
    """Yield the coefficients of the turned and mirrored pictures: turning a picture only changes signs and places."""
    numpy = load("numpy", _NEEDED_FOR)
    odd = numpy.where(numpy.arange(_WAVES) % 2, 1, -1).astype(numpy.float32)
    # Wave numbers start at 1: the first row is an odd wave, which a mirror turns round.
    across, down = coefficients * odd[None, :], coefficients * odd[:, None]
    yield "turned right", down.T
    yield "upside down", across * odd[:, None]
    yield "turned left", across.T
    yield "mirrored", across
    yield "upside down mirrored", down
    yield "mirrored along the diagonal", coefficients.T
    yield "mirrored along the other diagonal", (across * odd[:, None]).T
