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


def clip(scenes: list[numpy.ndarray], *, rate: int = 10, name: str = "clip.mp4") -> bytes:
    """A video (MP4, or what the name's ending says) that shows each scene for a second; OpenCV writes files only."""
    import tempfile
    from pathlib import Path

    import cv2

    tall, wide = scenes[0].shape[:2]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        kind = "VP80" if name.endswith("webm") else "mp4v"
        video = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*kind), rate, (wide, tall))
        for scene in scenes:
            for _ in range(rate):
                video.write(numpy.ascontiguousarray(scene[:, :, ::-1]))
        video.release()
        return path.read_bytes()


def faces(count: int, width: int = 1200, height: int = 900, seed: int = 1, soft: float = 8.0) -> Image.Image:
    """A drawn scene with so many cartoon faces in a row: an oval, eyes, brows, nose and mouth; nobody's likeness."""
    from PIL import ImageDraw, ImageFilter

    random = numpy.random.default_rng(seed)
    picture = Image.fromarray(waves(seed, width, height)).filter(ImageFilter.GaussianBlur(6))
    pen = ImageDraw.Draw(picture)
    for number in range(count):
        size = int(min(width / (count * 2.2), height / 3) * (0.8 + 0.2 * random.random()))
        x, y = int(width * (number + 0.5) / count), int(height * (0.4 + 0.2 * random.random()))
        shade = 0.45 + 0.55 * random.random()
        skin = tuple(int(value * shade) for value in (236, 188, 158))
        dark = tuple(value // 3 for value in skin)
        pen.ellipse((x - size * 0.75, y - size * 1.12, x + size * 0.75, y + size * 0.2), fill=(45, 30, 25))
        pen.ellipse((x - size * 0.7, y - size, x + size * 0.7, y + size), fill=skin)
        for side in (-1, 1):
            ex, ey = x + side * size * 0.28, y - size * 0.15
            pen.ellipse((ex - size * 0.14, ey - size * 0.08, ex + size * 0.14, ey + size * 0.08), fill="white")
            pen.ellipse((ex - size * 0.06, ey - size * 0.06, ex + size * 0.06, ey + size * 0.06), fill=(30, 20, 20))
            pen.arc(
                (ex - size * 0.18, ey - size * 0.25, ex + size * 0.18, ey), 200, 340, fill=dark, width=size // 18 + 1
            )
        pen.line((x, y - size * 0.1, x - size * 0.08, y + size * 0.22), fill=dark, width=size // 25 + 1)
        pen.arc(
            (x - size * 0.1, y + size * 0.14, x + size * 0.1, y + size * 0.27), 20, 160, fill=dark, width=size // 25 + 1
        )
        pen.chord((x - size * 0.26, y + size * 0.38, x + size * 0.26, y + size * 0.62), 10, 170, fill=(170, 70, 70))
    return picture.filter(ImageFilter.GaussianBlur(soft * width / 1200))
