from datetime import UTC, datetime
from typing import Any

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import discord_exporter

NOVA = {"id": "1", "name": "nova_x", "nickname": "Nova", "isBot": False}


def said(content: str, **more: object) -> dict[str, Any]:
    return {"id": "5", "type": "Default", "timestamp": "2024-01-17T19:33:07.489+00:00", "content": content,
            "author": NOVA, "attachments": [], "embeds": [], "stickers": [], **more}  # fmt: skip


def channel(*messages: object, type: str = "DirectTextChat", name: str = "nova_x") -> dict[str, Any]:
    return {"guild": {"id": "0"}, "channel": {"id": "9", "type": type, "name": name}, "messages": list(messages)}


@pytest.mark.parametrize(
    ("message", "text", "kind"),
    [
        (said("hi"), "hi", "text"),
        (said("yes", type="Reply", reference={"messageId": "1"}), "yes", "text"),
        (said("new kind", type="23"), "new kind", "text"),
        (said("Pinned a message.", type="ChannelPinnedMessage"), "Pinned a message.", "system"),
        (said("Joined the server.", type="GuildMemberJoin"), "Joined the server.", "system"),
        (said("Started a call.", type="Call"), "Started a call.", "call"),
        (said("", attachments=[{"fileName": "a.png"}]), "", "media"),
        (said("map", attachments=[{"fileName": "a.png"}]), "map", "media"),
        (said("", stickers=[{"name": "wave"}]), "wave", "media"),
        (said("", embeds=[{"title": "Poll", "description": "When?", "url": "https://a.example"}]),
         "Poll\nWhen?\nhttps://a.example", "text"),
        (said("https://a.example", embeds=[{"title": "A page"}]), "https://a.example", "text"),
        (said("", forwardedMessage={"content": "from elsewhere"}), "from elsewhere", "text"),
    ],
)  # fmt: skip
def test_kinds_and_words(message: dict[str, object], text: str, kind: str) -> None:
    assert rows(only(discord_exporter, channel(message))) == [("Nova", text, kind)]


def test_a_nickname_goes_before_the_account_name_and_namesakes_are_kept_apart() -> None:
    plain = said("a", author={"id": "2", "name": "otto", "nickname": None})
    second = said("b", author={"id": "3", "name": "other", "nickname": "Nova"})
    found = only(discord_exporter, channel(said("x"), plain, second, type="GuildTextChat"))
    assert [m.author for m in found.messages] == ["Nova", "otto", "Nova (3)"]
    assert found.owner is None


def test_the_owner_of_a_direct_chat_is_the_one_it_is_not_named_after() -> None:
    found = only(
        discord_exporter, channel(said("a"), said("b", author={"id": "2", "name": "otto", "nickname": "Otto"}))
    )
    assert found.owner == "Otto"


def test_times_are_aware() -> None:
    time = only(discord_exporter, channel(said("a"))).messages[0].time
    assert time == datetime(2024, 1, 17, 19, 33, 7, 489000, tzinfo=UTC)


def test_old_files_without_nickname_and_stickers_are_read() -> None:
    old = {"id": "1", "type": "Default", "timestamp": "2019-01-17T19:33:07+00:00", "content": "hi",
           "author": {"id": "1", "name": "nova", "discriminator": "0001", "isBot": False}}  # fmt: skip
    assert rows(only(discord_exporter, channel(old))) == [("nova", "hi", "text")]


def test_entries_of_another_shape_are_unread() -> None:
    found = only(discord_exporter, channel(said("kept"), 5, {"id": "1"}))
    assert [part.where for part in found.source.unread] == ["messages[1]", "messages[2]"]


def test_a_channel_without_messages_gives_none() -> None:
    assert read_all(discord_exporter, channel()) == []
