"""Makes PDQ hashes of a video's pictures, one a second, as platforms that compare videos frame by frame do."""

from __future__ import annotations

import io
from collections.abc import Iterator

from safelight.media.extra import load
from safelight.media.hashes import Pdq, brightness, of_pixels
from safelight.schema.errors import DamagedFile, MissingExtra

_NEEDED_FOR = "Looking at the pictures of a video"
# Pictures; ten minutes at one a second.
_MOST = 600


def of_frames(data: bytes, *, every: float = 1.0) -> Iterator[Pdq]:
    """Yield the hash of one picture every so many seconds; `of` is its second ("second 3.0"). At most 600 pictures.

    Raises MissingExtra when PyAV is not installed; DamagedFile when the bytes are no video.
    """
    try:
        av = load("av", _NEEDED_FOR)
    except MissingExtra:
        raise MissingExtra(f"{_NEEDED_FOR} needs av.", fix="Install it with: pip install av") from None
    made, due = 0, 0.0
    try:
        with av.open(io.BytesIO(data)) as video:
            if not video.streams.video:
                raise DamagedFile("There is no picture in this file", fix="Choose the video's own file.")
            for frame in video.decode(video=0):
                if made == _MOST:
                    return
                now = frame.time or 0.0
                if now >= due:
                    found = of_pixels(brightness(frame.to_image()))
                    yield Pdq(found.hex, found.quality, f"second {now:.1f}")
                    made, due = made + 1, now + every
    except av.FFmpegError:
        raise DamagedFile("This is no video that can be read", fix="Choose the video's own file.") from None
