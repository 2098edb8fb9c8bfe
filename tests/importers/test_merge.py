from datetime import UTC, datetime

from safelight.importers.merge import merged
from safelight.schema.items import Conversation, Message, Participant, Source, Unread


def part(*messages: Message, id: str = "a", **rest: object) -> Conversation:
    return Conversation(messages=messages, id=id, source=Source("meta"), **rest)  # type: ignore[arg-type]


def at(minute: int, text: str = "") -> Message:
    return Message("Ann", text or str(minute), datetime(2023, 1, 28, 21, minute))


def test_parts_are_joined_in_order_of_time() -> None:
    (found,) = merged([part(at(30), at(31)), part(at(10), at(30, "later part"))])
    assert [message.text for message in found.messages] == ["10", "30", "later part", "31"]


def test_a_message_without_a_time_stays_behind_the_one_before_it() -> None:
    (found,) = merged([part(at(30), Message("Ann", "no time"), at(31)), part(at(10))])
    assert [message.text for message in found.messages] == ["10", "30", "no time", "31"]


def test_times_of_every_kind_are_compared() -> None:
    aware = Message("Ann", "aware", datetime(2023, 1, 28, 21, 5, tzinfo=UTC))
    written, odd = Message("Ann", "iso", "2023-01-28T21:07:00"), Message("Ann", "odd", "yesterday")
    (found,) = merged([part(at(30)), part(aware, written, odd)])
    assert [message.text for message in found.messages] == ["aware", "iso", "odd", "30"]


def test_one_piece_keeps_its_order_and_an_empty_id_joins_nothing() -> None:
    assert [m.text for m in merged([part(at(30), at(10))])[0].messages] == ["30", "10"]
    assert len(merged([part(at(1), id=""), part(at(2), id="")])) == 2


def test_what_the_parts_say_is_put_together() -> None:
    first = Conversation((at(1),), (Participant("Ann"),), "a", "", None, Source("meta", "1", ("n",), lines=3))
    lost = Unread("messages[4]", "no sender")
    second = Conversation(
        (at(2),), (Participant("Ann", True), Participant("Ben")), "a", "Maths", "Ann",
        Source("meta", "2", ("n", "m"), (lost,), 4, True),
    )  # fmt: skip
    (found,) = merged([first, second])
    assert found.participants == (Participant("Ann", True), Participant("Ben"))
    assert (found.title, found.owner) == ("Maths", "Ann")
    assert found.source == Source("meta", "1", ("n", "m"), (lost,), 7, False)
