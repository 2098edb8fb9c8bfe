"""Single ordinary remarks stay quiet, combinations and persistence speak, and what was not understood is said."""

import pytest
from tests.engine.talk import HARMLESS, chat, said, watched

from safelight.engine import check
from safelight.schema import items
from safelight.schema.assessments import Level
from safelight.schema.errors import BadInput
from safelight.schema.items import Conversation, Message, Source, Unread
from safelight.signals.registry import signals

ORDINARY = (
    "how old are you",
    "where do you live",
    "what school do you go to",
    "you look so pretty in that",
    "love you",
    "are you home",
    "are your parents home? mum wants to know when to pick me up",
    "can we meet up on saturday",
    "want to come over and do the homework",
    "send me a pic of the notes",
    "send pic of your dog",
    "add me on snap",
    "lets play on discord later",
    "what is your number",
    "dont tell mum, it is a surprise party",
    "its a secret, no spoilers",
    "keep it between us until the test is handed back",
    "i hate my parents",
    "my parents dont get me",
    "i got you a present",
    "can you lend me 5 for the bus",
    "you owe me lunch",
    "can you call me",
    "turn on your cam so we can see the whiteboard",
    "delete that photo of me, i look so bad",
    "come on, just tell me",
    "are you alone in your class with that opinion",
    "we are hiring for the summer at the pool",
    "im going to kill you if you eat my fries",
    "have a good night, sleep well",
    "gg you play so well",
    "do you have a boyfriend",
)


@pytest.mark.parametrize("line", ORDINARY)
def test_a_single_ordinary_remark_raises_no_alarm(line):
    for answer in ("ok", "no thanks", "lol yes"):
        assert check(chat(f"Ann: {line}\nBen: {answer}")).level <= Level.NOTICE


def test_most_ordinary_remarks_are_not_noticed_at_all():
    """One remark in four may be worth a notice, no more."""
    noticed = [line for line in ORDINARY if check(chat(f"Ann: {line}\nBen: ok\nAnn: ok then")).level >= Level.NOTICE]
    assert len(noticed) <= len(ORDINARY) // 4, noticed


def test_an_ordinary_chat_of_ordinary_remarks_by_many_raises_no_alarm():
    rows = [(f"friend {number}", line) for number, line in enumerate(ORDINARY)]
    assert watched(said(*rows)).level <= Level.NOTICE


SECRET = "dont tell your mum about us"
PICTURE = "send me a pic, just for me"
COMBINED = {
    "secret and picture": [SECRET, PICTURE],
    "alone and secret": ["are you home alone? when do your parents get back", SECRET],
    "meeting in secret": ["can we meet up on saturday", "dont tell your parents, come alone", "delete our chat after"],
    "threat": ["if you dont send it i will show everyone your pics", "send more now"],
    "closeness, private": [
        "how old are you",
        "you are so pretty and mature",
        PICTURE,
        "add me on snap its more private",
    ],
}


@pytest.mark.parametrize("lines", COMBINED.values(), ids=COMBINED)
def test_a_combination_speaks(lines):
    rows = [row for line in lines for row in (("Kai", line), ("Mia", "hm"))]
    assert watched(said(*rows)).level >= Level.CONCERN


def test_a_combination_counts_more_than_its_parts():
    """The row for both together is named in the reasons."""
    answer = watched(said(("Kai", SECRET), ("Mia", "ok"), ("Kai", PICTURE)))
    assert "together.secrecy_and_pictures" in {reason.row for reason in answer.reasons}


def test_persistence_speaks():
    once = watched(said(("Kai", SECRET), ("Mia", "ok")))
    often = watched(said(*[("Kai", SECRET), ("Mia", "ok")] * 4))
    assert often.by_participant["Kai"].points > once.by_participant["Kai"].points


def test_saying_one_thing_forever_is_bounded():
    answers = [watched(said(*[("Kai", "add me on snap"), ("Mia", "ok")] * times)) for times in (20, 200)]
    assert answers[0].by_participant["Kai"].points == answers[1].by_participant["Kai"].points


def test_a_threat_to_show_pictures_is_urgent():
    answer = watched(said(("Kai", "if you dont pay i will send your pics to all your friends"), ("Mia", "please dont")))
    assert answer.level == Level.URGENT


def test_a_level_once_reached_stays():
    rows = [("Kai", SECRET), ("Kai", PICTURE), ("Mia", "hm")]
    later = watched(said(*rows, *[("Kai", line) for line in HARMLESS] * 60))
    assert later.level == watched(said(*rows)).level >= Level.CONCERN


def test_the_alarm_names_the_message_that_raised_it():
    messages = said(("Kai", "hi"), ("Kai", SECRET), ("Mia", "ok"), ("Kai", PICTURE))
    (at,) = {p.alarm_at for p in watched(messages).by_participant.values() if p.alarm_at is not None}
    assert watched(messages[: at + 1]).level >= Level.CONCERN
    assert watched(messages[:at]).level < Level.CONCERN


# ---------------------------------------------------------------- cannot say


@pytest.mark.parametrize(
    "messages",
    [
        (),
        (Message("Ann", ""),),
        (Message("Ann", "   \n"), Message("Ben", "")),
        (Message("", "Ann joined", kind="system"),),
        (Message("Ann", "deleted", kind="deleted"), Message("Ann", "missed call", kind="call")),
    ],
    ids=["nothing", "no text", "blank", "system", "deleted and calls"],
)
def test_where_nothing_was_said_it_cannot_say(messages):
    answer = check(Conversation(messages))
    assert answer.level == Level.CANNOT_SAY
    assert answer.coverage.messages == len(messages)
    assert answer.coverage.read == 0


FOREIGN = {
    "Russian": "Привет, как дела сегодня в школе, что вам задали",
    "Arabic": "مرحبا كيف حالك اليوم في المدرسة وماذا عندك",
    "Bengali": "তুমি কেমন আছো আজ স্কুলে কী হলো আমাকে বলো",
    "Tamil": "நீ எப்படி இருக்கிறாய் இன்று பள்ளியில் என்ன நடந்தது",
    "Japanese": "今日は学校で何がありましたか、元気ですか",
    "Korean": "오늘 학교에서 뭐 했어 잘 지냈어 나는 집에 있어",
    "Thai": "วันนี้ที่โรงเรียนเป็นอย่างไรบ้าง สบายดีไหม",
    "Greek": "Γεια σου, τι κάνεις σήμερα στο σχολείο, όλα καλά",
    "Georgian": "გამარჯობა როგორ ხარ დღეს სკოლაში რა მოხდა",
    "Italian": "come è andata oggi a scuola e che cosa avete per compiti",
}


@pytest.mark.parametrize("line", FOREIGN.values(), ids=FOREIGN)
def test_what_was_not_understood_is_never_called_quiet(line):
    answer = check(Conversation(tuple(Message(("Ann", "Ben")[n % 2], line) for n in range(8))))
    assert answer.level == Level.CANNOT_SAY
    (skipped,) = [s for s in answer.coverage.skipped if s.what.startswith("language")]
    assert skipped.why


def test_english_is_understood():
    answer = check(Conversation(tuple(Message(("Ann", "Ben")[n % 2], line) for n, line in enumerate(HARMLESS))))
    assert answer.level == Level.NOTHING_NOTICED
    assert "en" in answer.coverage.languages
    assert answer.coverage.skipped == ()


def test_a_trick_in_english_is_seen_in_a_foreign_chat():
    rows = [("Ann", FOREIGN["Italian"])] * 8 + [
        ("Kai", SECRET),
        ("Kai", PICTURE),
    ]
    assert watched(said(*rows)).level >= Level.CONCERN


def test_a_trick_in_english_is_seen_in_a_german_chat():
    rows = [("Ann", "wie war es heute in der Schule und was habt ihr auf")] * 8 + [("Kai", SECRET), ("Kai", PICTURE)]
    assert watched(said(*rows)).level >= Level.CONCERN


def test_with_one_side_only_quiet_means_nothing():
    source = Source(format="discord_package", one_sided=True)
    answer = check(Conversation(tuple(Message("Ann", line) for line in HARMLESS), source=source))
    assert answer.level == Level.CANNOT_SAY
    assert "other side" in {skipped.what for skipped in answer.coverage.skipped}


def test_with_one_side_only_an_alarm_stays_an_alarm():
    source = Source(one_sided=True)
    messages = tuple(said(("Kai", SECRET), ("Kai", PICTURE)))
    assert check(Conversation(messages, source=source)).level >= Level.CONCERN


def test_what_the_importer_lost_and_noted_is_in_the_coverage():
    source = Source(notes=("No pictures.",), unread=(Unread("line 3", "no date"), Unread("line 9", "no date")))
    coverage = check(Conversation(tuple(Message("Ann", line) for line in HARMLESS), source=source)).coverage
    assert coverage.notes == ("No pictures.",)
    assert coverage.unread == 2
    assert "unread" in {skipped.what for skipped in coverage.skipped}


UNSEEN = (
    items.Draft(text="my school is on the hill"),
    items.Offer(text="we are hiring"),
    items.Profile(handle="kai"),
    items.Link(url="https://example.org"),
    items.PaymentDemand(text="send it in coins"),
    items.Picture(data=b"\xff\xd8"),
)


@pytest.mark.parametrize(
    "item", [each for each in UNSEEN if not signals(items.kind_of(each))], ids=lambda item: type(item).__name__
)
def test_a_kind_without_signals_gives_cannot_say_and_the_reason(item):
    answer = check(item)
    assert answer.level == Level.CANNOT_SAY
    assert answer.kind == type(item).__name__
    assert [skipped.what for skipped in answer.coverage.skipped] == [f"kind:{type(item).__name__}"]
    assert all(skipped.why for skipped in answer.coverage.skipped)


@pytest.mark.parametrize("value", ["text", None, 3, b"", []])
def test_what_is_no_item_is_refused(value):
    with pytest.raises(BadInput):
        check(value)


def test_levels_are_ordered():
    assert Level.CANNOT_SAY < Level.NOTHING_NOTICED < Level.NOTICE < Level.CONCERN < Level.URGENT
    assert max(Level.CONCERN, Level.NOTICE) is Level.CONCERN
    assert [level.name for level in sorted(Level)] == ["CANNOT_SAY", "NOTHING_NOTICED", "NOTICE", "CONCERN", "URGENT"]


def test_progress_is_told_and_can_stop_a_check():
    told: list[tuple[int, int]] = []
    long = chat("\n".join(f"Ann: line {number}" for number in range(1200)))
    check(long, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check(long, progress=stop)
