import io
import json
import zipfile
from typing import Any

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import meta
from safelight.importers.load import read
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation


def said(content: str | None, ms: int = 1700000000000, **more: object) -> dict[str, Any]:
    return {"sender_name": "Leo", "timestamp_ms": ms, **({} if content is None else {"content": content}), **more}


def thread(*messages: object, **more: object) -> dict[str, Any]:
    return {
        "participants": [{"name": "Zoe"}, {"name": "Leo"}], "messages": list(messages), "title": "Zoe",
        "thread_path": "inbox/zoe_17", **more,
    }  # fmt: skip


def test_newest_first_comes_out_in_order_also_at_equal_times() -> None:
    found = only(meta, thread(said("d", 4000), said("c", 3000), said("b", 3000), said("a", 1000)))
    assert [m.text for m in found.messages] == ["a", "b", "c", "d"]


def test_both_versions_of_an_edited_message_stay_older_first() -> None:
    found = only(meta, thread(said("at four, not at three", 3000), said("at three", 3000)))
    assert [m.text for m in found.messages] == ["at three", "at four, not at three"]


@pytest.mark.parametrize(
    ("message", "text", "kind"),
    [
        (said(None, photos=[{"uri": "1.jpg"}]), "", "media"),
        (said("my dog", photos=[{"uri": "1.jpg"}]), "my dog", "media"),
        (said(None, audio_files=[{"uri": "1.mp4"}]), "", "media"),
        (said(None, sticker={"uri": "1.png"}), "", "media"),
        (said("Leo sent an attachment.", share={"link": "https://a.example/r"}),
         "Leo sent an attachment.\nhttps://a.example/r", "media"),
        (said("look https://a.example", share={"link": "https://a.example"}), "look https://a.example", "text"),
        (said(None, share={"share_text": "Last updated"}), "", "media"),
        (said("Leo started a video chat", call_duration=5), "Leo started a video chat", "call"),
        (said("Leo called you", type="Call"), "Leo called you", "call"),
        (said(None, is_unsent=True), "", "deleted"),
        (said("still here", is_unsent=False), "still here", "text"),
        (said("Liked a message"), "Liked a message", "system"),
        (said("Reacted ❤️ to your message "), "Reacted ❤️ to your message ", "system"),
        (said("Reacted badly when I told him"), "Reacted badly when I told him", "text"),
        (said("Leo left the group.", type="Unsubscribe"), "Leo left the group.", "system"),
    ],
)  # fmt: skip
def test_kinds(message: dict[str, object], text: str, kind: str) -> None:
    assert rows(only(meta, thread(message))) == [("Leo", text, kind)]


def test_mangled_names_and_words_are_repaired_together() -> None:
    bad = "Zoë".encode().decode("latin-1")
    document = thread(said("hi 🎂".encode().decode("latin-1"), sender_name=bad), title=bad)
    document["participants"] = [{"name": bad}, {"name": "Leo"}]
    found = only(meta, json.dumps(document).encode())
    assert rows(found) == [("Zoë", "hi 🎂", "text")]
    assert (found.title, found.owner) == ("Zoë", "Leo")


def test_a_literal_pair_in_a_good_file_survives() -> None:
    found = only(meta, thread(said("they wrote cafÃ©", 2000), said("crème", 1000)))
    assert [m.text for m in found.messages] == ["crème", "they wrote cafÃ©"]


def test_a_byte_order_mark_is_no_obstacle() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(thread(said("hi"))).encode()
    assert rows(only(meta, data)) == [("Leo", "hi", "text")]


def test_a_file_without_participants_and_title_is_read() -> None:
    found = only(meta, {"messages": [said("b", 2000), said("a", 1000)]}, "export/inbox/zoe_17/message_1.json")
    assert [m.text for m in found.messages] == ["a", "b"]
    assert (found.id, found.owner) == ("zoe_17", None)


def test_the_parts_of_a_thread_in_an_archive_become_one_conversation() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, messages in ((1, [said("d", 4000), said("c", 3000)]), (2, [said("b", 2000), said("a", 1000)])):
            archive.writestr(f"x/messages/inbox/zoe_17/message_{number}.json", json.dumps(thread(*messages)))
        other = thread(said("other", 5), thread_path="inbox/ben_3")
        archive.writestr("x/messages/inbox/ben_3/message_1.json", json.dumps(other))
    first, second = read(packed.getvalue(), "instagram.zip")
    assert isinstance(first, Conversation) and isinstance(second, Conversation)
    assert {first.id, second.id} == {"inbox/zoe_17", "inbox/ben_3"}
    whole = max(first, second, key=lambda one: len(one.messages))
    assert [m.text for m in whole.messages] == ["a", "b", "c", "d"]
    assert whole.source.lines == 4


def test_entries_of_another_shape_are_unread_and_a_missing_time_is_told() -> None:
    found = only(meta, thread(5, {"timestamp_ms": 1}, said("no time", "soon"), said("kept", 1000)))  # type: ignore[arg-type]
    assert [part.where for part in found.source.unread] == ["messages[0]", "messages[1]"]
    assert {m.text for m in found.messages} == {"no time", "kept"}
    assert any("no time" in note for note in found.source.notes)


def test_messages_that_are_no_list_are_damage() -> None:
    with pytest.raises(DamagedFile):
        read_all(meta, {"participants": [], "thread_path": "x", "messages": {"sender_name": 1}})


def test_the_owner_is_not_guessed_in_a_group() -> None:
    document = thread(said("hi"))
    document["participants"].append({"name": "May"})
    assert only(meta, document).owner is None
