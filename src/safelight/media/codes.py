"""Makes all codes that one file can have, by what it is: a picture, a video, or neither. Nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from safelight.locales.load import mark
from safelight.media import hashes, hashes_video
from safelight.media.hashes import Hashes, Pdq
from safelight.media.hashes_video import Frames
from safelight.schema.errors import DamagedFile, MissingExtra, TookTooLong, TooLarge

_PART = mark("Only the beginning of the video has codes of its pictures. The code of the whole file is there.")
_NO_EXTRA = mark(
    "Only the codes of the exact file were made: those of what it shows need Safelight's part for pictures."
)
_NOTHING = mark("This is no picture and no video that can be read here. Only the codes of the exact file were made.")
_SPENT = mark("What it shows took too much time or memory. Only the codes of the exact file were made.")


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one file. kind: "picture", "video" or ""; said: an English sentence on what is missing, or "".

    fix: what would help, "" when nothing would.
    """

    hashes: Hashes = field(repr=False)
    kind: str
    said: str = ""
    fix: str = ""

    @property
    def few_details(self) -> bool:
        """Say whether what it shows has too little in it for the codes of it to mean much."""
        return bool(self.hashes.pdq) and all(each.quality < hashes.FEW_DETAILS for each in self.hashes.pdq)


def of_file(
    data: bytes,
    *,
    turned: bool = False,
    progress: Callable[[int, int], None] | None = None,
    picture: Callable[..., tuple[Pdq, ...]] = hashes.of_what_it_shows,
    video: Callable[..., Frames] = hashes_video.of_video,
) -> Codes:
    """Return the codes of a file's bytes; what cannot be made is said, never raised.

    turned: those of the turned and mirrored picture, too. progress: told seconds done and all seconds of a video.
    picture, video: what makes the codes of what is shown, called as those of `hashes` and `hashes_video`.
    """
    kind = "video" if hashes_video.is_video(data) else "picture"
    try:
        if kind == "picture":
            return Codes(replace(hashes.of_bytes(data), pdq=picture(data, turned=turned)), kind)
        frames = video(data, progress=progress)
    except MissingExtra as error:
        return Codes(hashes.of_bytes(data), kind, _NO_EXTRA, error.fix)
    except DamagedFile as error:
        return Codes(hashes.of_bytes(data), "", _NOTHING, error.fix)
    except (TooLarge, TookTooLong) as error:
        return Codes(hashes.of_bytes(data), kind, _SPENT, error.fix)
    return Codes(replace(hashes.of_bytes(data), pdq=frames.codes), kind, "" if frames.whole else _PART)
