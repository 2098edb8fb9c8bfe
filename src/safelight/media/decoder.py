"""What decoders do with a person's file, each in the child process with caps (`capped`).

The functions are called as those of `see`, `screenshot`, `codes`, `blur` and `wash`, and return and raise the same;
beyond that they raise TooLarge, TookTooLong and DamagedFile when the child came to a cap or died.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from safelight.media import blur, codes, hashes, hashes_video, screenshot, see, wash
from safelight.media.blur import Area
from safelight.media.capped import Capped, Caps, Start
from safelight.media.capped_child import Call, Tell, serve
from safelight.media.capped_plain import Head, plain, typed
from safelight.media.clean.parts import Part, joined, refuse
from safelight.media.codes import Codes
from safelight.media.hashes import Pdq
from safelight.media.hashes_video import Frames
from safelight.media.screenshot import ScreenChat
from safelight.media.see import Seen
from safelight.schema.errors import DamagedFile, EmptyFile, TookTooLong, TooLarge
from safelight.schema.pictures import Facts, Receipt

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

_CAPS = {
    "look": Caps(2048, 60),
    "screenshot": Caps(2048, 120),
    "picture": Caps(2048, 60),
    "video": Caps(2048, 150),
    "paint": Caps(2048, 60),
    "rewrite": Caps(2048, 120),
}
# Documents are written anew by a package and by patterns that know no clock, so they are cleaned in the child, too.
# Pictures, videos and sounds are cleaned by code that counts its time, and are not copied for it.
_REWRITTEN = frozenset(("pdf", "office", "opendocument"))


class Decoder:
    """The decoders behind one child process. start: how to start it, None where there are no processes."""

    def __init__(self, start: Start | None, module: str = __name__) -> None:
        self.capped = Capped(start, module)

    @property
    def in_place(self) -> bool:
        """Say whether there is no child, so that everything is done right here."""
        return self.capped.start is None

    def look(
        self, data: bytes, name: str = "", *, faces: bool = True, private: bool = False, fine: bool = False
    ) -> Seen:
        """Return what is seen in a picture's bytes: see.look."""
        if self.in_place:
            return see.look(data, name, faces=faces, private=private, fine=fine)
        found: Seen = self._asked("look", Seen, data, faces=faces, private=private, fine=fine)
        return replace(found, name=name)

    def screenshot(self, data: bytes, name: str = "") -> ScreenChat:
        """Return what a screenshot's bytes show: screenshot.read."""
        if self.in_place:
            return screenshot.read(data, name)
        try:
            found: ScreenChat = self._asked("screenshot", ScreenChat, data)
        except EmptyFile as error:
            raise EmptyFile(error.what, where=name, fix=error.fix) from None
        return replace(found, name=name)

    def codes(self, data: bytes, *, turned: bool = False, progress: Tell | None = None) -> Codes:
        """Return the codes of a file's bytes: codes.of_file."""
        if self.in_place:
            return codes.of_file(data, turned=turned, progress=progress)
        return codes.of_file(data, turned=turned, progress=progress, picture=self._picture, video=self._video)

    def blurred(self, data: bytes, areas: Iterable[Area], name: str = "") -> tuple[bytes, str, Receipt]:
        """Return a clean copy with blurred areas, its format, and the receipt: blur.blurred."""
        return blur.blurred(data, areas, name, paint=blur.painted if self.in_place else self._paint)

    def parts(self, data: Data, facts: Facts) -> list[Part]:
        """Return the parts of a clean copy: wash.parts."""
        if self.in_place or facts.format not in _REWRITTEN:
            return wash.parts(data, facts)
        try:
            return [self.capped.run("rewrite", data[:], {}, _CAPS["rewrite"])[1]]
        except (TooLarge, TookTooLong, DamagedFile) as error:
            raise refuse(error.what) from None

    def clean(self, data: bytes, name: str = "") -> tuple[bytes, Receipt]:
        """Return a clean copy and its receipt: wash.clean."""
        return wash.clean(data, name, by=self.parts)

    def _picture(self, data: bytes, *, turned: bool = False) -> tuple[Pdq, ...]:
        found: tuple[Pdq, ...] = self._asked("picture", tuple[Pdq, ...], data, turned=turned)
        return found

    def _video(self, data: bytes, *, progress: Tell | None = None) -> Frames:
        found: Frames = self._asked("video", Frames, data, progress)
        return found

    def _paint(self, data: bytes, kind: str, areas: tuple[Area, ...]) -> bytes:
        more = {"kind": kind, "areas": plain(areas)}
        return self.capped.run("paint", data, more, _CAPS["paint"])[1]

    def _asked(self, call: str, kind: Any, data: bytes, tell: Tell | None = None, **more: bool) -> Any:
        found, _body = self.capped.run(call, data, more, _CAPS[call], tell)
        try:
            return typed(kind, found)
        except ValueError:
            raise DamagedFile("This is no picture that can be read", fix="Choose the picture's own file.") from None


def _look(data: bytes, more: Head, _tell: Tell) -> tuple[Any, bytes]:
    return plain(see.look(data, **more)), b""


def _screenshot(data: bytes, _more: Head, _tell: Tell) -> tuple[Any, bytes]:
    return plain(screenshot.read(data)), b""


def _picture(data: bytes, more: Head, _tell: Tell) -> tuple[Any, bytes]:
    return plain(hashes.of_what_it_shows(data, **more)), b""


def _video(data: bytes, _more: Head, tell: Tell) -> tuple[Any, bytes]:
    return plain(hashes_video.of_video(data, progress=tell)), b""


def _paint(data: bytes, more: Head, _tell: Tell) -> tuple[Any, bytes]:
    return None, blur.painted(data, more["kind"], typed(tuple[Area, ...], more["areas"]))


def _rewrite(data: bytes, _more: Head, _tell: Tell) -> tuple[Any, bytes]:
    return None, joined(data, wash.parts(data))


# What a child may be asked for: these names and no other.
CALLS: Mapping[str, Call] = MappingProxyType(
    {
        "look": _look,
        "screenshot": _screenshot,
        "picture": _picture,
        "video": _video,
        "paint": _paint,
        "rewrite": _rewrite,
    }
)


def main() -> None:
    """Serve in the child process."""
    serve(CALLS)
