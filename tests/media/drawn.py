"""Pictures made by code: shapes and waves, no people. The same numbers on every machine."""

import io

import numpy
from PIL import Image


def waves(seed: int, width: int, height: int) -> numpy.ndarray:
    """A colour picture (rows, columns, 3) of soft spots, steps and a slope."""
    random = numpy.random.default_rng(seed)
    y, x = numpy.mgrid[0:height, 0:width]
    y, x = y / height, x / width
    layers = []
    for _ in range(3):
        layer = 60 * x + 40 * y
        for _ in range(9):
            u, v, size, weight = random.random(), random.random(), 0.05 + 0.2 * random.random(), random.normal() * 90
            layer = layer + weight * numpy.exp(-((x - u) ** 2 + (y - v) ** 2) / size**2)
            left, top = random.random(2) * 0.7
            layer[(x > left) & (x < left + 0.2) & (y > top) & (y < top + 0.15)] += random.normal() * 50
        layers.append(layer)
    return numpy.clip(numpy.stack(layers, axis=2) + 70, 0, 255).astype(numpy.uint8)


def png(pixels: numpy.ndarray) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def jpeg(pixels: numpy.ndarray, quality: int = 90, **more: object) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, **more)
    return out.getvalue()
