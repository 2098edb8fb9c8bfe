"""SMS Backup & Restore: both sides, groups, pictures let go, broken emoji mended, bombs refused."""

import io
import tracemalloc
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.importers import sms_repair
from safelight.importers.sms_backup import identify, read
from safelight.importers.sms_repair import Repaired
from safelight.schema.errors import DamagedFile, EmptyFile, UnsafeArchive
from safelight.schema.items import Conversation

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"


def sms(
    body: str = "hi", kind: int = 1, address: str = "+15550100", date: int = 1710239520000, name: str = "Ann"
) -> str:
    who = quoteattr(name)
    return f'<sms address="{address}" date="{date}" type="{kind}" body="{body}" contact_name={who} />\n'


def mms(parts: str, box: int = 1, address: str = "+15550100", sender: str = "+15550100", name: str = "Ann") -> str:
    addrs = f'<addrs><addr address="{sender}" type="137" /><addr address="+15550199" type="151" /></addrs>'
    start = f'<mms date="1710239530000" msg_box="{box}" address="{address}" contact_name="{name}" sub="null">'
    return f"{start}<parts>{parts}</parts>{addrs}</mms>\n"


def backup(*entries: str) -> bytes:
    return f'{HEAD}<smses count="{len(entries)}">\n{"".join(entries)}</smses>'.encode()


def chats(data: bytes) -> list[Conversation]:
    return list(read(io.BytesIO(data), "folder/sms-1.xml"))


def said(chat: Conversation) -> list[tuple[str, str, str]]:
    return [(one.author, one.text, one.kind) for one in chat.messages]


# ---------------------------------------------------------------- messages


def test_both_sides_of_an_address_are_one_conversation() -> None:
    (chat,) = chats(backup(sms("hi"), sms("hello", 2, date=1710239521000)))
    assert said(chat) == [("Ann", "hi", "text"), ("Me", "hello", "text")]
    assert chat.messages[0].time == datetime(2024, 3, 12, 10, 32, tzinfo=UTC)
    assert (chat.owner, chat.title) == ("Me", "Ann")
    assert [(one.name, one.is_owner) for one in chat.participants] == [("Me", True), ("Ann", False)]
    assert (chat.source.format, chat.source.name, chat.source.lines) == ("sms_backup", "sms-1.xml", 2)


def test_messages_are_in_order_of_time_whatever_the_order_of_the_file() -> None:
    (chat,) = chats(backup(sms("two", date=1710239522000), sms("one", date=1710239521000), sms("zero", date=0)))
    assert [one.text for one in chat.messages] == ["zero", "one", "two"]
    assert chat.messages[0].time is None


def test_the_same_number_in_two_spellings_is_one_address() -> None:
    (chat,) = chats(backup(sms("hi", address="+91 98765-43210"), sms("yo", 2, address="9876543210")))
    assert len(chat.messages) == 2
    assert len(chats(backup(sms(address="+15550100"), sms(address="+15550101", name="Ben")))) == 2


@pytest.mark.parametrize("name", ["(Unknown)", "null", ""])
def test_a_number_without_a_contact_is_called_by_its_number(name: str) -> None:
    (chat,) = chats(backup(sms(name=name)))
    assert said(chat) == [("+15550100", "hi", "text")]


def test_a_contact_called_like_the_owner_is_told_apart() -> None:
    (chat,) = chats(backup(sms(name="Me"), sms("yes", 2, name="Me")))
    assert {one.author for one in chat.messages} == {"Me (+15550100)", "Me"}


def test_drafts_and_what_failed_are_kept_and_said() -> None:
    (chat,) = chats(backup(sms("draft", 3), sms("failed", 5), sms("waits", 6), sms("outbox", 4)))
    assert {(one.text, one.author, one.kind) for one in chat.messages} == {
        ("draft", "Me", "system"), ("failed", "Me", "text"), ("waits", "Me", "text"), ("outbox", "Me", "text")
    }  # fmt: skip
    assert "Drafts that were written but never sent: 1." in chat.source.notes
    assert "Messages that failed or still wait to be sent: 3." in chat.source.notes


def test_what_is_no_message_is_listed() -> None:
    odd = [sms("odd", 9), "<sms address='+15550100' type='1' date='1' />", "<call />"]
    (chat,) = chats(backup(sms("hi"), *odd, sms("bye")))
    assert [one.text for one in chat.messages] == ["hi", "bye"]
    assert sorted(part.where for part in chat.source.unread) == ["entry 2", "entry 3", "entry 4"]
    (lost,) = chats(backup("<call />"))
    assert [part.where for part in lost.source.unread] == ["entry 1"]


# ---------------------------------------------------------------- pictures and groups


def test_a_picture_is_let_go_and_its_words_are_kept() -> None:
    smil = '<part ct="application/smil" text="&lt;smil/&gt;" />'
    picture = '<part ct="image/jpeg" text="null" data="QUJD" />'
    both = mms(smil + picture + '<part ct="text/plain" text="look" />')
    (chat,) = chats(backup(both, mms(smil + picture), mms('<part ct="text/plain" text="only words" />')))
    assert said(chat) == [("Ann", "look", "media"), ("Ann", "<image/jpeg>", "media"), ("Ann", "only words", "text")]
    assert "Messages with pictures, sounds or videos that were not looked at: 2." in chat.source.notes


def test_a_group_names_each_sender() -> None:
    text = '<part ct="text/plain" text="hi all" />'
    group = "+15550101~+15550100"
    entries = [
        sms("hello"),
        mms(text, address=group, sender="+15550100", name="Ann, Ben"),
        mms(text, address=group, sender="+15550101", name="Ann, Ben"),
        mms(text, box=2, address=group, sender="insert-address-token", name="Ann, Ben"),
    ]
    single, many = chats(backup(*entries))
    assert [one.author for one in single.messages] == ["Ann"]
    assert [one.author for one in many.messages] == ["Ann", "+15550101", "Me"]
    assert many.title == "Ann, Ben"
    assert {one.name for one in many.participants} == {"Me", "Ann", "+15550101"}


def test_a_large_backup_is_streamed() -> None:
    picture = f'<part ct="image/jpeg" data="{"QUJD" * 250_000}" />'
    data = backup(*(mms(picture) for _ in range(30)))
    stream = io.BytesIO(data)
    tracemalloc.start()
    (chat,) = read(stream, "sms.xml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(chat.messages) == 30
    assert len(data) > 30_000_000
    assert peak < 12_000_000


# ---------------------------------------------------------------- what expat rejects


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xDE00;", "😀"),
        ("&#xd83d;&#56832;!", "😀!"),
        ("&#55357;&#56832;&#55357;&#56833;", "😀😁"),
        ("&#10;&#55357;&#56832;&#10;", "\n😀\n"),
        ("a &#55357; b", "a \ufffd b"),
        ("&#56832;&#55357;", "\ufffd\ufffd"),
        ("&#0;&#8;x", "\ufffd\ufffdx"),
        ("&#128512; &amp;#55357; &lt;", "😀 &#55357; <"),
        ("&#99999999;", "\ufffd"),
        ("é 😀", "é 😀"),
        ("a\x0bb", "a?b"),
    ],
)
def test_signs_are_mended(written: str, meant: str) -> None:
    (chat,) = chats(backup(sms(written)))
    assert chat.messages[0].text == meant
    lost = meant.count("\ufffd") + written.count("\x0b")
    assert any("broken" in note and f": {lost}." in note for note in chat.source.notes) is (lost > 0)


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 7, 8, 9, 11, 16, 17])
def test_a_pair_is_joined_wherever_the_file_is_cut(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sms_repair, "_CHUNK", chunk)
    (chat,) = chats(backup(sms("x&#55357;&#56832;&#xD83D;&#xDE01;y &amp; &#55357;&#56832;&#55357; z&#10;&#55357;")))
    assert chat.messages[0].text == "x😀😁y & 😀\ufffd z\n\ufffd"


@given(
    st.lists(
        st.sampled_from(
            ["&#55357;", "&#56832;", "&#xD83D;", "&#xde00;", "&#10;", "&amp;", "a", "&#9;", "&", "&#", "&#5"]
        )
    ),
    st.integers(1, 30),
)
@settings(max_examples=200, deadline=None)
def test_mending_does_not_depend_on_the_chunks(pieces: list[str], chunk: int) -> None:
    data = "".join(pieces).encode()
    found = []
    for size in (chunk, 10_000):
        sms_repair._CHUNK, kept = size, sms_repair._CHUNK
        try:
            source = Repaired(io.BytesIO(data))
            found.append((b"".join(iter(source.read, b"")), source.broken))
        finally:
            sms_repair._CHUNK = kept
    assert found[0] == found[1]


# ---------------------------------------------------------------- damaged and dangerous


BOMB = """<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><smses><sms address="1" type="1" date="1" body="&c;" /></smses>"""
OUTSIDE = (
    '<!DOCTYPE smses [<!ENTITY x SYSTEM "file:///etc/passwd">]><smses><sms address="1" type="1" body="&x;" /></smses>'
)


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, '<!DOCTYPE smses SYSTEM "x.dtd"><smses></smses>'])
def test_entities_are_refused(data: str) -> None:
    assert identify("sms.xml", data.encode())
    with pytest.raises(UnsafeArchive):
        chats(data.encode())


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.99])
def test_a_file_that_breaks_off_is_damaged_and_says_where(cut: float) -> None:
    data = backup(*(sms(f"message {n}") for n in range(50)))
    with pytest.raises(DamagedFile, match="after entry") as caught:
        chats(data[: int(len(data) * cut)])
    assert "message" not in str(caught.value).replace("The XML", "")


@pytest.mark.parametrize("encoding", ["nonsense", "utf-16", "shift_jis"])
def test_an_encoding_that_is_not_so_is_damaged(encoding: str) -> None:
    with pytest.raises(DamagedFile):
        chats(f"<?xml version='1.0' encoding='{encoding}'?><smses>{sms()}</smses>".encode())


def test_a_backup_without_messages_is_empty() -> None:
    with pytest.raises(EmptyFile):
        chats(backup())


@pytest.mark.parametrize(
    "data", [b"", b"<calls></calls>", b"Ann: <smses>", b'{"a": "<smses>"}', b"<smsesx>", b"<a>" * 999]
)
def test_other_files_are_refused(data: bytes) -> None:
    assert not identify("sms.xml", data)


@given(st.binary(max_size=120))
@settings(max_examples=150, deadline=None)
def test_no_bytes_crash_it(data: bytes) -> None:
    identify("sms.xml", data)
    for body in (data, b"<smses>" + data, b"<smses>" + data + b"</smses>"):
        try:
            chats(body)
        except (DamagedFile, EmptyFile, UnsafeArchive):
            continue
