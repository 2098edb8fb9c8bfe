import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import discord_package
from safelight.importers.load import read
from safelight.schema.errors import DamagedFile, EmptyFile
from safelight.schema.items import Conversation

HEADER = b"ID,Timestamp,Contents,Attachments\r\n"


def snowflake(time: datetime) -> int:
    return (int(time.timestamp() * 1000) - 1_420_070_400_000) << 22


NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def sent(contents: str, attachments: str = "", number: object = snowflake(NOON)) -> dict[str, object]:
    return {"ID": number, "Timestamp": "2024-05-01 12:00:00", "Contents": contents, "Attachments": attachments}


def test_it_is_one_sided_and_says_so() -> None:
    found = only(discord_package, [sent("hi"), sent("", "https://a.example/1.png")], "messages/c123/messages.json")
    assert rows(found) == [("You", "hi", "text"), ("You", "", "media")]
    assert (found.id, found.owner, found.source.one_sided) == ("123", "You", True)
    assert any("missing" in note for note in found.source.notes)


def test_the_id_settles_the_zone_of_the_time() -> None:
    assert only(discord_package, [sent("hi")]).messages[0].time == NOON
    assert only(discord_package, [sent("hi", number=str(snowflake(NOON)))]).messages[0].time == NOON
    assert only(discord_package, [sent("hi", number=5)]).messages[0].time == NOON.replace(tzinfo=None)


def test_a_missing_time_is_taken_from_the_id() -> None:
    assert only(discord_package, [sent("hi") | {"Timestamp": ""}]).messages[0].time == NOON


def test_the_older_csv_with_quotes_and_lines() -> None:
    data = HEADER + b'1,2021-03-01 18:00:00.123000+00:00,"two lines,\nand a ""comma""",\r\n\r\n2,x\r\n'
    found = only(discord_package, data, "messages/c123/messages.csv")
    assert rows(found) == [("You", 'two lines,\nand a "comma"', "text")]
    assert found.messages[0].time == datetime(2021, 3, 1, 18, 0, 0, 123000, tzinfo=UTC)
    assert [part.where for part in found.source.unread] == ["row[1]"]


def test_a_quote_that_is_never_closed_is_damage_without_its_text() -> None:
    with pytest.raises(DamagedFile) as caught:
        read_all(discord_package, HEADER + b'1,2021-03-01 18:00:00,"the canary sings')
    assert "canary" not in str(caught.value)
    assert caught.value.__context__ is None


def test_what_lies_beside_the_messages_is_passed_over_in_silence() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("package/messages/index.json", '{"123": "Direct Message with otto"}')
        archive.writestr("package/messages/c123/channel.json", '{"id": "123", "type": 1, "recipients": ["1", "2"]}')
        archive.writestr("package/messages/c123/messages.json", json.dumps([sent("hi")]))
        archive.writestr("package/messages/c124/channel.json", '{"id": "124", "type": 0}')
        archive.writestr("package/messages/c124/messages.json", "[]")
        archive.writestr("package/messages/c125/messages.csv", HEADER)
    (found,) = read(packed.getvalue(), "package.zip")
    assert isinstance(found, Conversation)
    assert rows(found) == [("You", "hi", "text")]
    assert found.source.notes == discord_package.LEAVES_OUT
    assert found.source.unread == ()


def test_a_csv_with_a_header_alone_is_empty_not_clean() -> None:
    with pytest.raises(EmptyFile):
        read(HEADER, "messages.csv")


def test_another_csv_is_not_claimed() -> None:
    assert not discord_package.identify("messages.csv", b"ID,Timestamp,Contents\r\n1,2,3\r\n")
    assert not discord_package.identify("messages.json", b'{"ID": 1, "Timestamp": 2, "Contents": 3}')
