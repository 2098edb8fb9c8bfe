"""Makes PDQ hashes of a video's pictures, one a second, as platforms that compare videos frame by frame do.

The video is unpacked by OpenCV, which comes with the reader of words (the extra `pictures`): its FFmpeg is the
LGPL-2.1 one, without x264 and x265. It reads from memory; nothing is written. Only the two families of containers that
phones and browsers make are given to it (MP4, MOV, 3GP; MKV, WebM), told by their first bytes: others may name further
files or addresses, which a reader of videos would open.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from safelight.media.extra import INSTALL, load, there
from safelight.media.hashes import Pdq, of_pixels
from safelight.media.load import kind_of_file
from safelight.schema.errors import DamagedFile, MissingExtra

_NEEDED_FOR = "Looking at the pictures of a video"
_FORMATS = ("quicktime", "matroska")
# Pictures; ten minutes at one a second.
_MOST = 600
# Pixels of one picture; 8192 x 4320 is the largest that cameras make.
_LARGEST = 36_000_000
# Seconds that one video may take here.
_PATIENCE = 120.0
# A video of which less than this share was reached was not looked at to its end.
_WHOLE = 0.95

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Frames:
    """The hashes of a video's pictures; `of` of each is its second ("second 3.0").

    whole: whether they reach to its end; a long or damaged video has those of its beginning only.
    """

    codes: tuple[Pdq, ...]
    whole: bool


def available() -> bool:
    """Say whether videos can be unpacked here."""
    return there("cv2") and there("numpy")


def is_video(data: bytes) -> bool:
    """Say whether these bytes are a video, or a sound, of a kind that is unpacked here."""
    return kind_of_file(data) in _FORMATS


def of_video(data: bytes, *, every: float = 1.0, progress: Tell | None = None) -> Frames:
    """Return the hashes of one picture every so many seconds, at most 600, within two minutes.

    progress: told how many seconds of the video are done, and how many it has.
    Raises MissingExtra; DamagedFile when the bytes are no video that can be read.
    """
    # OpenCV lets go of what it reads from without holding Python's lock: it must not be the last to do so.
    source = io.BytesIO(data)
    video = _opened(source, data)
    try:
        return _frames(video, every, progress)
    finally:
        video.release()
        source.close()


def _frames(video: Any, every: float, progress: Tell | None) -> Frames:
    length, codes = _length(video), list[Pdq]()
    due, now, begun = 0.0, 0.0, time.monotonic()
    for now in _times(video):
        if len(codes) == _MOST or time.monotonic() - begun > _PATIENCE:
            return Frames(tuple(codes), whole=False)
        if now >= due and (found := _hash(video)) is not None:
            codes.append(Pdq(found.hex, found.quality, f"second {now:.1f}"))
            due = now + every
            if progress:
                progress(int(now), int(max(length, now)))
    if not codes:
        raise DamagedFile("There is no picture in this file", fix="Choose the video's own file.")
    return Frames(tuple(codes), whole=now >= _WHOLE * length - every)


def _times(video: Any) -> Iterator[float]:
    """Go from picture to picture; yield the second at which each is shown."""
    cv2 = load("cv2", _NEEDED_FOR)
    rate = video.get(cv2.CAP_PROP_FPS) or 25.0
    last, number = 0.0, 0
    while video.grab():
        # Times stand still or run back in some damaged files; then pictures are counted.
        told = video.get(cv2.CAP_PROP_POS_MSEC) / 1000
        last = told if told > last else last + 1 / rate if number else max(0.0, told)
        number += 1
        yield last


def _hash(video: Any) -> Pdq | None:
    numpy = load("numpy", _NEEDED_FOR)
    there_is, frame = video.retrieve()
    if not there_is or frame.ndim != 3:
        return None
    # OpenCV gives blue, green, red.
    return of_pixels(frame @ numpy.asarray([0.114, 0.587, 0.299], dtype=numpy.float32))


def _length(video: Any) -> float:
    """Return how many seconds the video says it has, 0 when it does not say."""
    cv2 = load("cv2", _NEEDED_FOR)
    frames, rate = video.get(cv2.CAP_PROP_FRAME_COUNT), video.get(cv2.CAP_PROP_FPS)
    return float(frames / rate) if 0 < frames < 1e9 and 0 < rate < 1e4 else 0.0


def _opened(source: io.BytesIO, data: bytes) -> Any:
    if not is_video(data):
        raise DamagedFile("This is no video that can be read", fix="Choose the video's own file.")
    # FFmpeg would tell the terminal what it finds wrong in a file.
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    cv2 = load("cv2", _NEEDED_FOR)
    kinds: tuple[int, ...] = getattr(cv2.videoio_registry, "getStreamBufferedBackends", tuple)()
    if cv2.CAP_FFMPEG not in kinds:
        raise MissingExtra(f"{_NEEDED_FOR} needs a newer OpenCV.", fix=f"Install it with: {INSTALL}")
    said = cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    try:
        video = cv2.VideoCapture(source, cv2.CAP_FFMPEG, [])
    except cv2.error:
        raise DamagedFile("This is no video that can be read", fix="Choose the video's own file.") from None
    finally:
        cv2.utils.logging.setLogLevel(said)
    size = video.get(cv2.CAP_PROP_FRAME_WIDTH) * video.get(cv2.CAP_PROP_FRAME_HEIGHT) if video.isOpened() else 0
    if 0 < size <= _LARGEST:
        return video
    video.release()
    if size:
        raise DamagedFile("The pictures of this video are too large", fix="Try a smaller copy of it.")
    raise DamagedFile("This is no video that can be read", fix="Choose the video's own file.")
