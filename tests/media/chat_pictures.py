"""Draws screenshots of chats by code, in the manner of seven apps, light and dark: what was said is known exactly.

Only shapes, colours and places of the apps are imitated; the words are invented and ordinary. Sizes are in points; a
picture has `scale` pixels to a point (2: 750 x 1334, 3: 1125 x 2436).
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH = 375
HEIGHTS = {2: 667, 3: 812}
FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu"))


@dataclass(frozen=True)
class Look:
    """How an app looks: page, header, bubble and text colours of the other side and of the owner."""

    page: str
    header: str
    text: str
    theirs: str
    mine: str
    mine_text: str
    faint: str


@dataclass(frozen=True)
class Style:
    light: Look
    dark: Look
    field: str
    times_inside: bool = False
    bubbles: bool = True
    avatar: bool = False
    radius: int = 16


STYLES = {
    "whatsapp": Style(
        Look("#efeae2", "#ffffff", "#111b21", "#ffffff", "#d9fdd3", "#111b21", "#667781"),
        Look("#0b141a", "#1f2c34", "#e9edef", "#202c33", "#005c4b", "#e9edef", "#8696a0"),
        "Message", times_inside=True, radius=8,
    ),
    "imessage": Style(
        Look("#ffffff", "#f6f6f6", "#000000", "#e9e9eb", "#0a84ff", "#ffffff", "#8e8e93"),
        Look("#000000", "#161618", "#ffffff", "#262629", "#0a84ff", "#ffffff", "#8e8e93"),
        "iMessage",
    ),
    "instagram": Style(
        Look("#ffffff", "#ffffff", "#000000", "#efefef", "#7638fa", "#ffffff", "#8e8e8e"),
        Look("#000000", "#000000", "#fafafa", "#262626", "#7638fa", "#ffffff", "#a8a8a8"),
        "Message...", avatar=True, radius=18,
    ),
    "messenger": Style(
        Look("#ffffff", "#ffffff", "#050505", "#e4e6eb", "#0084ff", "#ffffff", "#65676b"),
        Look("#000000", "#121212", "#e4e6eb", "#303030", "#0084ff", "#ffffff", "#b0b3b8"),
        "Aa", avatar=True, radius=18,
    ),
    "telegram": Style(
        Look("#d5e3c1", "#ffffff", "#000000", "#ffffff", "#effdde", "#000000", "#a0acb6"),
        Look("#0e1621", "#17212b", "#f5f5f5", "#182533", "#2b5278", "#ffffff", "#6d7f8f"),
        "Message", times_inside=True, radius=14,
    ),
    "snapchat": Style(
        Look("#ffffff", "#ffffff", "#16191c", "", "", "#16191c", "#9fa5ab"),
        Look("#121212", "#121212", "#e9e9ea", "", "", "#e9e9ea", "#9fa5ab"),
        "Send a chat", bubbles=False,
    ),
    "discord": Style(
        Look("#ffffff", "#ffffff", "#313338", "", "", "#313338", "#80848e"),
        Look("#313338", "#313338", "#dbdee1", "", "", "#dbdee1", "#949ba4"),
        "Message @kai", bubbles=False,
    ),
}  # fmt: skip
MINE, THEIRS = "#f23c57", "#0eadff"
NAME_COLOURS = ("#e542a3", "#1f7aec", "#91ab01", "#e5850e")

LINES = (
    "hey, how was the match?", "we lost 3-1 but it was fun", "Tuesday", "ok", "lol",
    "are you coming to practice later?", "yes, but I have to finish my homework first and then walk the dog",
    "can you bring my blue jacket please", "I left it in the music room", "sure", "lets meet at 10:42",
    "what page was the maths again?", "page 57, number 3 to 8", "thank you so much!!", "np",
    "did you see the new trailer", "not yet, is it good?",
    "it is really good, my brother wants to watch it on Friday with all of us", "haha same", "my phone is at 12%",
    "mum says dinner is ready", "talk later", "can I ask you something?", "of course",
    "do you still have my charger", "it is on my desk I think, I will look when I get home", "you are the best",
    "see you at the bus stop", "what time?", "half past seven, don't be late this time", "I was late ONE time",
    "good night", "Yesterday was great", "who else is going", "Sam, Noor and maybe Alex",
    "the train leaves at 9.15", "no way", "so funny I can't", "ask your sister", "she said yes!",
    "did the teacher say anything about the trip to the museum next week?", "we need a signed paper and 5 euros",
    "oh no I forgot", "me too", "send me the notes from science?", "I wrote four pages", "respect", "brb", "back",
    "when is your birthday party",
)  # fmt: skip


@dataclass
class Drawn:
    """A screenshot and what is in it: (is it the owner's, who, text), in order; names: who is called what."""

    image: Image.Image
    said: list[tuple[bool, str, str]] = field(default_factory=list)
    title: str = ""


@cache
def font(size: int, name: str = "") -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for folder in FOLDERS:
        if name and (folder / f"{name}.ttf").exists():
            return ImageFont.truetype(str(folder / f"{name}.ttf"), size)
    return ImageFont.load_default(size)


class Page:
    """A screenshot while it is drawn, from top to bottom."""

    def __init__(self, style: str, dark: bool, scale: int, face: str, title: str) -> None:
        self.style = STYLES[style]
        self.name = style
        self.look = self.style.dark if dark else self.style.light
        self.scale, self.face = scale, face
        self.image = Image.new("RGB", (WIDTH * scale, HEIGHTS[scale] * scale), self.look.page)
        self.pen = ImageDraw.Draw(self.image)
        self.title = title
        self.bottom = HEIGHTS[scale] - 60
        self.header()
        self.y = 98.0

    def text(self, x: float, y: float, words: str, size: float, colour: str) -> None:
        s = self.scale
        self.pen.text((x * s, y * s), words, font=font(round(size * s), self.face), fill=colour)

    def width(self, words: str, size: float) -> float:
        return self.pen.textlength(words, font=font(round(size * self.scale), self.face)) / self.scale

    def box(self, left: float, top: float, right: float, bottom: float, colour: str, radius: float = 0) -> None:
        s = self.scale
        self.pen.rounded_rectangle((left * s, top * s, right * s, bottom * s), radius * s, fill=colour)

    def header(self) -> None:
        look = self.look
        self.box(0, 0, WIDTH, 88, look.header)
        self.text(24, 12, "10:47", 13, look.text)
        self.text(WIDTH - 58, 12, "84%", 12, look.text)
        self.pen.line((14 * self.scale, 66 * self.scale, 22 * self.scale, 58 * self.scale), look.text, self.scale)
        self.pen.line((14 * self.scale, 66 * self.scale, 22 * self.scale, 74 * self.scale), look.text, self.scale)
        self.box(36, 50, 68, 82, "#b8a9c9", 16)
        self.text(78, 50, self.title, 16, look.text)
        if self.name in ("whatsapp", "telegram"):
            self.text(78, 70, "online" if self.name == "whatsapp" else "last seen recently", 11, look.faint)
        if self.name in ("instagram", "messenger"):
            self.text(78, 70, "Active 5m ago", 11, look.faint)

    def footer(self) -> None:
        height = HEIGHTS[self.scale]
        self.box(0, height - 58, WIDTH, height, self.look.header)
        quiet = "#e6e6e6" if self.look.page > "#8" else "#2a2f32"
        self.box(48, height - 50, WIDTH - 48, height - 18, quiet, 16)
        self.text(62, height - 43, self.style.field, 14, self.look.faint)

    def chip(self, words: str) -> None:
        size, wide = 11, self.width(words, 11)
        middle = WIDTH / 2
        if self.style.times_inside:
            colour = "#ffffff" if self.look.page > "#8" else "#182229"
            self.box(middle - wide / 2 - 10, self.y, middle + wide / 2 + 10, self.y + 22, colour, 8)
        self.text(middle - wide / 2, self.y + 4, words, size, self.look.faint)
        self.y += 32

    def wrap(self, words: str, size: float, room: float) -> list[str]:
        lines = [""]
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.width(longer, size) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def bubble(self, mine: bool, words: str, follows: bool, clock: str, name: str, colour: str, emoji: bool) -> bool:
        """Draw one message in a bubble; False when there is no room left."""
        size, pitch, pad = 15, 20, 11
        room = WIDTH * 0.66 if not self.style.avatar else WIDTH * 0.6
        lines = self.wrap(words, size, room)
        stamp = self.width(clock, 10) + (20 if mine else 4) if self.style.times_inside else 0
        wide = max(self.width(line, size) for line in lines)
        if emoji:
            wide = max(wide, self.width(lines[-1], size) + 22)
        under = False
        if stamp:
            last = self.width(lines[-1], size) + (22 if emoji else 0) + 8 + stamp
            under = last > room
            wide = wide if under else max(wide, last)
        wide = max(wide, self.width(name, 12) if name else 0)
        tall = pitch * len(lines) + 14 + (16 if name else 0) + (12 if under else 0)
        top = self.y + (2 if follows else 9)
        if top + tall > self.bottom:
            return False
        gutter = 46 if self.style.avatar else 10
        left = WIDTH - 10 - wide - 2 * pad if mine else gutter
        look = self.look
        self.box(left, top, left + wide + 2 * pad, top + tall, look.mine if mine else look.theirs, self.style.radius)
        at = top + 6
        if name:
            self.text(left + pad, at, name, 12, colour)
            at += 16
        for line in lines:
            self.text(left + pad, at, line, size, look.mine_text if mine else look.text)
            at += pitch
        if emoji:
            x = left + pad + self.width(lines[-1], size) + 5
            self.box(x, at - pitch + 2, x + 15, at - pitch + 17, "#ffcc33", 8)
        if stamp:
            x, y = left + pad + wide - stamp + 4, top + tall - 17
            self.text(x, y, clock, 10, look.faint)
            if mine:
                self._ticks(x + self.width(clock, 10) + 3, y + 3)
        if self.style.avatar and not mine:
            self.box(12, top + tall - 26, 38, top + tall, "#b8a9c9", 13)
        self.y = top + tall
        return True

    def _ticks(self, x: float, y: float) -> None:
        s = self.scale
        for shift in (0, 4):
            corners = [(x + shift, y + 4), (x + shift + 3, y + 7), (x + shift + 8, y)]
            self.pen.line([(a * s, b * s) for a, b in corners], "#53bdeb", max(1, s // 2))

    def bare(self, mine: bool, words: str, name: str, clock: str, follows: bool) -> bool:
        """Draw one message without a bubble (Snapchat, Discord); False when there is no room left."""
        snap = self.name == "snapchat"
        size, pitch, left = 15, 20, 26 if snap else 66
        lines = self.wrap(words, size, WIDTH - left - 24)
        head = 0 if follows else (22 if snap else 20)
        top = self.y + (4 if follows else 14)
        if top + head + pitch * len(lines) > self.bottom:
            return False
        colour = MINE if mine else THEIRS
        if not follows and snap:
            self.text(14, top, "ME" if mine else name.upper(), 12, colour)
        elif not follows:
            self.box(16, top, 56, top + 40, "#b8a9c9", 20)
            self.text(left, top, name, 15, colour if mine else "#23a55a")
            self.text(left + self.width(name, 15) + 8, top + 3, f"Today at {clock}", 11, self.look.faint)
        at = top + head
        if snap:
            self.box(14, at - (4 if follows else 0), 17, at + pitch * len(lines), colour, 1)
        for line in lines:
            self.text(left, at, line, size, self.look.text)
            at += pitch
        self.y = at
        return True


def draw(style: str, *, dark: bool, scale: int, seed: int, face: str = "DejaVuSans", group: bool = False) -> Drawn:
    """Draw one screenshot. group: three others, each with a coloured name above the bubble."""
    chance = random.Random(f"{style} {dark} {scale} {seed}")
    title = chance.choice(["Kai", "Mia R.", "Noor", "Sam from class"]) if not group else "Class 8b"
    page = Page(style, dark, scale, face, title)
    drawn = Drawn(page.image, title=title)
    others = ["Kai", "Noor", "Sam"] if group else [title]
    minute = chance.randrange(0, 25)
    page.chip(chance.choice(["Today", "Yesterday", "12 March 2026", "Today 10:12"]))
    lines = chance.sample(LINES, 30)
    mine, who = chance.random() < 0.5, others[0]
    first = True
    for words in lines:
        follows = not first and chance.random() < 0.35
        if not follows and not first:
            mine = not mine if not group else chance.random() < 0.4
        if not follows:
            who = chance.choice(others)
        if not follows and drawn.said and (drawn.said[-1][0], drawn.said[-1][1]) == (mine, "me" if mine else who):
            follows = True
        if chance.random() < 0.3:
            minute += 1
        clock = f"10:{minute:02d}"
        if page.style.bubbles:
            name = who if group and not mine and not follows else ""
            colour = NAME_COLOURS[others.index(who)]
            room = page.bubble(mine, words, follows, clock, name, colour, chance.random() < 0.1)
        else:
            room = page.bare(mine, words, "mika_07" if mine else who, clock, follows)
        if not room:
            break
        drawn.said.append((mine, "me" if mine else who, words))
        first = False
    page.footer()
    return drawn
