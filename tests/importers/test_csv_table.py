"""Tables of messages: headings in many spellings, delimiters, quotes, times; rows that do not fit are listed."""

import codecs
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.importers.csv_table import identify, read
from safelight.importers.load import read as read_any
from safelight.schema.errors import DamagedFile, EmptyFile, WrongEncoding
from safelight.schema.items import Conversation


def table(text: str | bytes, name: str = "chat.csv") -> list[Conversation]:
    return list(read(io.BytesIO(text.encode() if isinstance(text, str) else text), name))


def said(chat: Conversation) -> list[tuple[str, str]]:
    return [(one.author, one.text) for one in chat.messages]


# ---------------------------------------------------------------- headings


@pytest.mark.parametrize(
    "heading",
    [
        "author,text", "Sender,Message", "From,Body", "user,content", "Name,Text", "Sender Name,Message Text",
        '"sender_name","message"', "USERNAME,MESSAGE", "autor,mensaje", "Absender,Nachricht", "from_name,body",
        "author;text", "author\ttext", "author|text", "\ufeffauthor,text", "sep=;\nauthor;text", "\n\nauthor,text",
    ],
)  # fmt: skip
def test_a_heading_is_known_in_many_spellings(heading: str) -> None:
    delimiter = next(sign for sign in ";\t|," if sign in heading.rpartition("\n")[2])
    data = f"{heading}\nAnn{delimiter}hi\nBen{delimiter}hello\n"
    assert identify("chat.csv", data.encode())
    (chat,) = table(data)
    assert said(chat) == [("Ann", "hi"), ("Ben", "hello")]
    assert [one.name for one in chat.participants] == ["Ann", "Ben"]
    assert chat.source.lines == 2


@pytest.mark.parametrize(
    "text",
    [
        "", "Ann,hi\nBen,hello\n", "author\nAnn\n", "title,description\na,b\n",
        "ID,Timestamp,Contents,Attachments\n1,2,hi,\n",
        "time,text\n10:32,hi\n", "type,text\nin,hi\n", "\0author,text", "Ann: hi, you\nBen: hello\n",
    ],
)  # fmt: skip
def test_a_table_without_a_heading_of_authors_and_texts_is_refused(text: str) -> None:
    assert not identify("chat.csv", text.encode())


def test_the_better_of_two_columns_counts_and_the_other_fills_its_gaps() -> None:
    (chat,) = table("sender_id,sender_name,message\n17,Ann,hi\n18,,hello\n")
    assert said(chat) == [("Ann", "hi"), ("18", "hello")]


# ---------------------------------------------------------------- cells


def test_a_cell_may_span_lines_and_hold_delimiters_and_quotes() -> None:
    (chat,) = table('author,text\r\nAnn,"one\r\ntwo, three\r\n\r\n""four"""\r\nBen,ok\r\n')
    assert said(chat) == [("Ann", 'one\ntwo, three\n\n"four"'), ("Ben", "ok")]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    rows = "".join(f"Ben,message {n}\n" for n in range(1000))
    (chat,) = table(f'author,text\nAnn,"oh no, really\n{rows}')
    assert said(chat)[0] == ("Ann", '"oh no, really')
    assert len(chat.messages) == 1001
    assert any("does not close: 1" in note for note in chat.source.notes)


def test_a_text_with_a_delimiter_but_without_quotes_is_kept_whole_when_it_comes_last() -> None:
    (chat,) = table("time,author,text\n10:00,Ann,hi, you, there\n")
    assert said(chat) == [("Ann", "hi, you, there")]


def test_rows_that_do_not_fit_are_listed_with_their_number() -> None:
    data = "author,text,time\nAnn,hi,10:00\n\nBen,he,llo,10:01\n,nobody,10:02\nCleo\nAnn,bye,10:03\n"
    (chat,) = table(data)
    assert said(chat) == [("Ann", "hi"), ("Ann", "bye")]
    assert [part.where for part in chat.source.unread] == ["row 4", "row 5", "row 6"]
    assert chat.source.lines == 5
    assert "nobody" not in repr(chat)


def test_a_row_number_is_that_of_a_spreadsheet() -> None:
    (chat,) = table("author,text\n" + "Ann,hi\n" * 15 + ",lost\n")
    assert [part.where for part in chat.source.unread] == ["row 17"]


def test_an_attachment_stands_for_a_message_without_words() -> None:
    (chat,) = table("author,text,attachment\nAnn,,cat.jpg\nBen,,\n")
    assert [(one.text, one.kind) for one in chat.messages] == [("<cat.jpg>", "media"), ("", "text")]


# ---------------------------------------------------------------- conversations


def test_a_column_of_conversations_splits_the_table() -> None:
    one, two = table("thread_id,author,text\nx,Ann,hi\ny,Ben,yo\nx,Cleo,hello\n")
    assert (one.id, said(one)) == ("x", [("Ann", "hi"), ("Cleo", "hello")])
    assert (two.id, said(two)) == ("y", [("Ben", "yo")])


def test_a_column_of_recipients_makes_pairs() -> None:
    one, two = table("from,to,body\nAnn,Ben,hi\nBen,Ann,hello\nAnn,Cleo,hey\n")
    assert said(one) == [("Ann", "hi"), ("Ben", "hello")]
    assert said(two) == [("Ann", "hey")]


def test_a_column_of_directions_tells_the_owner() -> None:
    (chat,) = table("chat,type,sender,text\nAnn,Incoming,Ann,hi\nAnn,Outgoing,,hello\nAnn,Notification,,named it\n")
    assert [(one.author, one.kind) for one in chat.messages] == [("Ann", "text"), ("Me", "text"), ("", "system")]
    assert chat.owner == "Me"


# ---------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("column", "cells", "first"),
    [
        ("time", ["2024-03-12T10:32:00", "2024-03-12T10:33:00"], datetime(2024, 3, 12, 10, 32)),
        ("timestamp", ["1710239520", "1710239580"], datetime(2024, 3, 12, 10, 32, tzinfo=UTC)),
        ("timestamp_ms", ["1710239520000", "1710239580000"], datetime(2024, 3, 12, 10, 32, tzinfo=UTC)),
        ("date", ["12/03/2024 10:32", "13/03/2024 10:33"], datetime(2024, 3, 12, 10, 32)),
        ("date", ["03/12/2024 10:32", "03/13/2024 10:33"], datetime(2024, 3, 12, 10, 32)),
        ("date", ["12.3.24 10:32 PM", "13.3.24 10:33 PM"], datetime(2024, 3, 12, 22, 32)),
        ("created_at", ["2024-03-12 10:32:00 UTC", "2024-03-12 10:33 UTC"], datetime(2024, 3, 12, 10, 32, tzinfo=UTC)),
        ("date", ["Mar 12, 2024 10:32 AM", "Mar 13, 2024 1:00 PM"], datetime(2024, 3, 12, 10, 32)),
    ],
)  # fmt: skip
def test_times_are_read_in_many_forms(column: str, cells: list[str], first: datetime) -> None:
    (chat,) = table(f'author,{column},text\nAnn,"{cells[0]}",hi\nBen,"{cells[1]}",hello\n')
    assert chat.messages[0].time == first
    assert isinstance(chat.messages[1].time, datetime)


def test_a_date_and_a_time_in_two_columns_belong_together() -> None:
    (chat,) = table("date,time,author,text\n12/03/2024,9:05 PM,Ann,hi\n13/03/2024,9:06 PM,Ben,yo\n")
    assert chat.messages[0].time == datetime(2024, 3, 12, 21, 5)


def test_the_whole_column_decides_day_and_month_and_says_why() -> None:
    rows = "".join(f"Ann,0{n}/02/2024,hi\n" for n in range(1, 9))
    (chat,) = table(f"author,date,text\n{rows}Ann,21/02/2024,hi\n")
    assert chat.messages[0].time == datetime(2024, 2, 1)
    assert "Dates were read as day/month/year: 1 of 9 dates can only be read so." in chat.source.notes
    (unclear,) = table("author,date,text\nAnn,05/05/2024,hi\n")
    assert any("guess" in note for note in unclear.source.notes)


def test_a_time_that_cannot_be_read_is_kept_and_counted() -> None:
    (chat,) = table("author,time,text\nAnn,soon,hi\nBen,,hello\n")
    assert [one.time for one in chat.messages] == ["soon", None]
    assert any("1 of 2" in note for note in chat.source.notes)


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_a_mark_are_read(encoding: str) -> None:
    data = "author,text\nZoë,नमस्ते 😀\n".encode(encoding)
    (chat,) = table(data)
    (again,) = read_any(data, "chat.csv")
    assert said(chat) == [("Zoë", "नमस्ते 😀")]
    assert isinstance(again, Conversation)
    assert again.messages == chat.messages


def test_another_encoding_is_refused_with_its_place() -> None:
    data = codecs.encode("author,text\nZoë,hi\n", "latin-1")
    assert not identify("chat.csv", data)
    with pytest.raises(WrongEncoding, match="byte 15"):
        table(data)


def test_a_table_without_messages_is_an_error() -> None:
    with pytest.raises(DamagedFile):
        table("author,text\n,\n,lost\n")
    with pytest.raises(DamagedFile):
        table("author,text\n")
    with pytest.raises(EmptyFile):
        table(" \n")


@given(st.lists(st.tuples(st.text(min_size=1).filter(str.strip), st.text()), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_what_python_writes_as_csv_is_read_back_whole(rows: list[tuple[str, str]]) -> None:
    import csv

    clean = [(author.replace("\0", "x"), text.replace("\0", "x")) for author, text in rows]
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([("author", "text"), *clean])
    data = buffer.getvalue().encode("utf-8", "replace")
    (chat,) = table(data)
    ends = [(a.encode("utf-8", "replace").decode(), t.encode("utf-8", "replace").decode()) for a, t in clean]
    expected = [(a.strip(), t.replace("\r\n", "\n").replace("\r", "\n")) for a, t in ends]
    assert len(chat.messages) + len(chat.source.unread) == len(rows)
    assert said(chat) == [(a, "" if not t.strip() else t) for a, t in expected]


@given(st.text(alphabet='ab,;"\n\t| é:/0123', max_size=200))
@settings(max_examples=200, deadline=None)
def test_every_row_is_a_message_or_unread(body: str) -> None:
    try:
        chats = table("author,text\n" + body)
    except DamagedFile:
        return
    counted = sum(len(one.messages) + len(one.source.unread) for one in chats)
    assert counted == sum(one.source.lines for one in chats) > 0
