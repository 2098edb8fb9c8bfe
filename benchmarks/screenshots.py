"""How well screenshots of chats are read: `python -m benchmarks.screenshots`. All are drawn by code (tests/media).

Per style: messages found with their text exactly (but for case, blanks and signs that are none of the keyboard's), the
share of characters that are right, and the share of the found messages whose sender is right. CPU seconds a picture.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import time
from dataclasses import dataclass, field

from PIL import Image
from tests.media.chat_pictures import STYLES, Drawn, draw

from safelight.media.screenshot import ScreenChat, of_picture

GROUPS = ("whatsapp", "telegram")


@dataclass
class Score:
    messages: int = 0
    found: int = 0
    extra: int = 0
    sender: int = 0
    characters: int = 0
    right: int = 0
    seconds: list[float] = field(default_factory=list)

    def row(self) -> dict[str, float]:
        return {
            "messages": self.messages,
            "exact": round(self.found / self.messages, 4),
            "extra": self.extra,
            "sender": round(self.sender / max(1, self.found), 4),
            "text": round(self.right / self.characters, 4),
            "cpu_s": round(sorted(self.seconds)[len(self.seconds) // 2], 2),
        }


def plain(text: str) -> str:
    return "".join(text.lower().split()).replace("’", "'").replace("‘", "'")


def who(chat: ScreenChat, number: int, drawn: Drawn, group: bool) -> str:
    turn = chat.turns[number]
    if turn.name and chat.layout == "names":
        return "me" if turn.name == "mika_07" else turn.name
    if turn.side == "mine":
        return "me"
    if chat.layout == "labels":
        return next((name for _, name, _ in drawn.said if name.upper() == turn.name), "")
    return turn.name if group else drawn.title


def compare(chat: ScreenChat, drawn: Drawn, group: bool, score: Score, show: bool) -> None:
    truth = [plain(text) for _, _, text in drawn.said]
    seen = [plain(turn.text) for turn in chat.turns]
    score.messages += len(truth)
    matched = set()
    for a, b, size in difflib.SequenceMatcher(a=truth, b=seen, autojunk=False).get_matching_blocks():
        for step in range(size):
            matched.add(a + step)
            score.found += 1
            right = who(chat, b + step, drawn, group) == drawn.said[a + step][1]
            score.sender += right
            if not right and show:
                print("   sender", drawn.said[a + step], chat.turns[b + step].side, chat.turns[b + step].name)
    score.extra += len(seen) - len(matched)
    if show and len(matched) < len(truth):
        print("   truth", [t for n, t in enumerate(truth) if n not in matched])
        print("   seen ", [s for s in seen if s not in truth])
    whole, read = "\n".join(truth), "\n".join(seen)
    score.characters += len(whole)
    score.right += sum(
        block.size for block in difflib.SequenceMatcher(a=whole, b=read, autojunk=False).get_matching_blocks()
    )


def rough(image: Image.Image) -> Image.Image:
    """As it comes through a messenger: smaller, and a JPEG of quality 60."""
    small = image.resize((image.width * 2 // 3, image.height * 2 // 3), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=60)
    return Image.open(out)


def measure(
    seeds: range, *, forwarded: bool = False, show: bool = False, faces: tuple[str, ...] = ("DejaVuSans", "")
) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    every = Score()
    for style, group in [(style, False) for style in STYLES] + [(style, True) for style in GROUPS]:
        score = Score()
        for dark in (False, True):
            for scale in (2, 3):
                for seed in seeds:
                    face = faces[(seed + scale) % len(faces)]
                    drawn = draw(style, dark=dark, scale=scale, seed=seed, face=face, group=group)
                    image = rough(drawn.image) if forwarded else drawn.image
                    start = time.process_time()
                    chat = of_picture(image)
                    score.seconds.append(time.process_time() - start)
                    if show:
                        print(style, dark, scale, seed, face, chat.layout, repr(chat.title), repr(drawn.title))
                    compare(chat, drawn, group, score, show)
        table[f"{style}{' group' if group else ''}"] = score.row()
        for name in ("messages", "found", "extra", "sender", "characters", "right"):
            setattr(every, name, getattr(every, name) + getattr(score, name))
        every.seconds += score.seconds
    return table | {"all": every.row()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, help="pictures per style, light or dark, and resolution")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--forwarded", action="store_true", help="smaller, and as JPEG of quality 60")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    asked = parser.parse_args()
    table = measure(range(asked.first, asked.first + asked.seeds), forwarded=asked.forwarded, show=asked.show)
    print("{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in table.items()) + "\n}")


if __name__ == "__main__":
    main()
