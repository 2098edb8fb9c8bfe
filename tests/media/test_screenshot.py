"""Screenshots of chats: who said what. All are drawn by code; the figures are in docs/screenshots.md."""

import difflib

import numpy
import pytest
from PIL import Image
from tests.media.chat_pictures import STYLES, draw

import safelight
from safelight.media import screenshot
from safelight.media.screenshot import ScreenChat, Turn
from safelight.media.screenshot_area import Screen
from safelight.media.screenshot_parts import is_day, is_field, is_stamp, is_state, without_stamp
from safelight.media.see_text import Line
from safelight.schema.errors import BadInput, EmptyFile

pytest.importorskip("rapidocr", reason="the extra `pictures` is not installed")

CHAT = ScreenChat(
    (Turn("hey", "theirs"), Turn("hi", "mine"), Turn("how are you", "theirs", sure=0.2)), "bubbles", "Kai", "a.png"
)


def plain(text: str) -> str:
    return "".join(text.lower().split())


# ---------------------------------------------------------------- whole pictures


@pytest.mark.slow
@pytest.mark.parametrize(("number", "style"), list(enumerate(STYLES)), ids=list(STYLES))
def test_a_style_is_read(number, style):
    """On many more pictures, each light and dark: benchmarks/screenshots.py; the figures are in docs/screenshots.md."""
    dark = number % 2 == 1
    drawn = draw(style, dark=dark, scale=3 if dark else 2, seed=101)
    chat = screenshot.of_picture(drawn.image)
    assert len(chat.turns) == pytest.approx(len(drawn.said), abs=1)
    truth, seen = ([plain(text) for text in texts] for texts in zip(*_both(drawn, chat), strict=True))
    matches = difflib.SequenceMatcher(a=truth, b=seen, autojunk=False).get_matching_blocks()
    assert sum(each.size for each in matches) >= len(truth) - 1
    if chat.layout == "names":
        chat = chat.owned_by("mika_07")
    for block in matches:
        for step in range(block.size):
            mine = chat.turns[block.b + step].side == "mine"
            assert mine is drawn.said[block.a + step][0]
    assert chat.title == drawn.title


def _both(drawn, chat):
    size = max(len(drawn.said), len(chat.turns))
    said = [text for _, _, text in drawn.said] + [""] * (size - len(drawn.said))
    return zip(said, [turn.text for turn in chat.turns] + [""] * (size - len(chat.turns)), strict=True)


@pytest.mark.slow
@pytest.mark.parametrize("style", ["whatsapp", "telegram"])
def test_a_group_shows_its_names(style):
    drawn = draw(style, dark=False, scale=2, seed=102, group=True)
    chat = screenshot.of_picture(drawn.image)
    talk = chat.conversation()
    found = {(message.author, plain(message.text)) for message in talk.messages}
    truth = {("Me" if mine else who, plain(text)) for mine, who, text in drawn.said}
    assert len(found & truth) >= len(truth) - 1
    assert talk.owner == "Me"


@pytest.mark.slow
def test_it_goes_to_the_check_like_any_chat():
    drawn = draw("imessage", dark=True, scale=2, seed=103)
    talk = screenshot.of_picture(drawn.image, "a.png").conversation()
    assessment = safelight.check(talk)
    assert assessment.coverage.messages == len(talk.messages)
    assert "a guess" in assessment.coverage.notes[0]


@pytest.mark.slow
def test_a_picture_without_a_chat_is_told():
    with pytest.raises(EmptyFile):
        screenshot.of_picture(Image.new("RGB", (400, 700), "#204060"), "wall.png")


# ---------------------------------------------------------------- without a reader of words: places and colours


def bubbles(*boxes: tuple[int, int, str], width: int = 400) -> tuple[list[Line], Screen]:
    """A page with one bubble per (left, right, text), 40 pixels apart, and the lines in them."""
    pixels = numpy.full((60 + 40 * len(boxes), width, 3), 255, numpy.uint8)
    lines = []
    for row, (left, right, text) in enumerate(boxes):
        top = 20 + 40 * row
        pixels[top : top + 32, left:right] = (220, 225, 230)
        pixels[top + 10 : top + 20, left + 12 : right - 12 : 3] = (20, 20, 20)
        lines.append(Line(text, left + 10, top + 6, right - 10, top + 26, 1.0))
    return lines, Screen(pixels)


def test_the_margins_tell_whose_a_bubble_is():
    chat = screenshot.of_lines(
        *bubbles((10, 150, "hey"), (250, 390, "hello"), (10, 250, "how was it"), (120, 390, "ok"))
    )
    assert [turn.side for turn in chat.turns] == ["theirs", "mine", "theirs", "mine"]
    assert chat.layout == "bubbles"


def test_a_day_in_the_middle_is_nobodys_and_a_day_that_was_said_is_kept():
    chat = screenshot.of_lines(*bubbles((160, 240, "Today"), (10, 150, "Tuesday"), (250, 390, "10:42")))
    assert [turn.text for turn in chat.turns] == ["Tuesday", "10:42"]


def test_lines_that_were_hardly_read_are_counted_and_left_out():
    lines, screen = bubbles((10, 150, "hey"), (250, 390, "hello"))
    lines[1] = Line("xq", *(getattr(lines[1], side) for side in ("left", "top", "right", "bottom")), 0.2)
    chat = screenshot.of_lines(lines, screen)
    assert [turn.text for turn in chat.turns] == ["hey"]
    assert len(chat.conversation().source.unread) == 1


def page(*rows: tuple[int, int, str], width: int = 400) -> tuple[list[Line], Screen]:
    """A white page with black letters, one row per (left, top, text), without any bubble."""
    pixels = numpy.full((400, width, 3), 255, numpy.uint8)
    lines = []
    for left, top, text in rows:
        right = left + 9 * len(text)
        pixels[top + 5 : top + 15, left + 2 : right - 2 : 3] = (20, 20, 20)
        lines.append(Line(text, left, top, right, top + 20, 1.0))
    return lines, Screen(pixels)


def test_labels_without_colour_are_told_by_the_one_that_says_me():
    rows = ((14, 20, "KAI"), (26, 45, "hey there"), (14, 90, "ME"), (26, 115, "hi"), (26, 160, "LOL ok"))
    chat = screenshot.of_lines(*page(*rows))
    assert [(turn.side, turn.text) for turn in chat.turns] == [
        ("theirs", "hey there"),
        ("mine", "hi"),
        ("mine", "LOL ok"),
    ]


def test_rows_at_both_sides_without_bubbles_are_a_guess_too():
    rows = ((10, 20, "hey there"), (300, 60, "hello you"), (10, 100, "how was it"), (10, 122, "at school"))
    chat = screenshot.of_lines(*page(*rows))
    assert chat.layout == "sides"
    assert [(turn.side, turn.text) for turn in chat.turns] == [
        ("theirs", "hey there"), ("mine", "hello you"), ("theirs", "how was it at school"),
    ]  # fmt: skip


@pytest.mark.slow
def test_a_scrolled_screenshot_is_read_in_pieces_and_nothing_twice():
    first = draw("messenger", dark=False, scale=2, seed=104)
    more = [draw("messenger", dark=False, scale=2, seed=seed) for seed in (105, 106)]
    body = [each.image.crop((0, 192, 750, 1334 - 120)) for each in more]
    tall = Image.new("RGB", (750, 1334 - 120 + sum(each.height for each in body)), "#ffffff")
    tall.paste(first.image.crop((0, 0, 750, 1334 - 120)), (0, 0))
    at = 1334 - 120
    for each in body:
        tall.paste(each, (0, at))
        at += each.height
    said = [plain(text) for drawn in (first, *more) for _, _, text in drawn.said]
    seen = [plain(turn.text) for turn in screenshot.of_picture(tall).turns]
    assert len(seen) == pytest.approx(len(said), abs=1)
    assert len(set(said) & set(seen)) >= len(set(said)) - 1


# ---------------------------------------------------------------- small words


@pytest.mark.parametrize(
    "text", ["Today", "yesterday 10:42", "12 March 2026", "Mon, 3 Nov at 9:15 PM", "Nov 3, 2026", "10:42 AM"]
)
def test_days(text):
    assert is_day(text)


@pytest.mark.parametrize("text", ["Yesterday was great", "see you today", "12 apples", "march on", ""])
def test_what_is_no_day(text):
    assert not is_day(text) or text == ""


def test_times_fields_and_states():
    assert is_stamp("10:42 ✓✓") and is_stamp("9:15 pm") and not is_stamp("at 10:42")
    assert without_stamp("see you there 10:42 AM") == "see you there"
    assert without_stamp("10:42") == "10:42"
    assert is_field("Message @kai") and is_field("Aa") and not is_field("Aaron")
    assert is_state("Seen 10:42") and is_state("Active 5m ago") and not is_state("I have seen it")


# ---------------------------------------------------------------- correcting


def test_the_guess_can_be_corrected():
    assert [turn.side for turn in CHAT.flipped(0).turns] == ["mine", "mine", "theirs"]
    assert [turn.side for turn in CHAT.swapped().turns] == ["mine", "theirs", "mine"]
    named = ScreenChat((Turn("a", "unknown", "kai"), Turn("b", "unknown", "mia")), "names")
    assert [turn.side for turn in named.owned_by("mia").turns] == ["theirs", "mine"]


def test_the_guess_is_shown():
    notes = " ".join(CHAT.conversation().source.notes)
    assert "guess" in notes
    assert "right" in notes
    assert "hard to tell" in notes
    named = ScreenChat((Turn("a", "unknown", "kai"), Turn("b", "unknown", "mia")), "names").conversation()
    assert named.owner is None
    assert "which name is yours" in " ".join(named.source.notes)


def test_names_of_both_sides():
    talk = CHAT.conversation(me="Mia")
    assert [message.author for message in talk.messages] == ["Kai", "Mia", "Kai"]
    assert talk.owner == "Mia"
    assert CHAT.conversation(them="stranger").messages[0].author == "stranger"


def test_screenshots_that_overlap_are_joined_once():
    later = ScreenChat((*CHAT.turns[1:], Turn("fine", "mine")), "bubbles", "Kai")
    assert [turn.text for turn in screenshot.joined([CHAT, later]).turns] == ["hey", "hi", "how are you", "fine"]
    with pytest.raises(BadInput):
        screenshot.joined([])


def test_no_words_are_shown_by_accident():
    assert "hey" not in repr(CHAT) + repr(CHAT.turns[0]) + repr(CHAT.conversation())
