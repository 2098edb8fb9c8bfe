"""Whatever is handed over becomes the right item; a pasted chat stays a chat, a stranger's message is no draft."""

from pathlib import Path

import pytest
import yaml

from safelight.engine.pasted import KINDS, item, items
from safelight.schema.errors import EmptyFile, UnknownFormat
from safelight.schema.items import Conversation, Draft, Link, Offer, PaymentDemand, Picture, Profile

HERE = Path(__file__).parents[1]
SHAPES = yaml.safe_load((HERE / "importers/paste_shapes.yml").read_text("utf-8"))
CLASSES = (Conversation, Draft, Link, Offer, PaymentDemand, Picture, Profile)


@pytest.mark.parametrize("row", SHAPES, ids=lambda row: row["shape"])
def test_every_shape_of_a_pasted_chat_stays_a_chat(row):
    assert isinstance(item(row["text"]), Conversation)


@pytest.mark.parametrize(("kind", "cls"), list(zip(KINDS, CLASSES, strict=True)))
def test_the_kind_that_is_said_counts(kind, cls):
    (found,) = items(b"Ann: hi\nBen: hello", "a.txt", kind)
    assert isinstance(found, cls)


def test_a_profile_is_made_of_handle_and_bio():
    found = item("@kai.x\nmodel scout", "profile")
    assert isinstance(found, Profile)
    assert (found.handle, found.bio) == ("kai.x", "model scout")
    assert item("model scout", "profile").bio == "model scout"


def test_a_message_that_is_a_concern_is_no_draft():
    text = "I will post my video of us unless I get 200, dont tell my girl"
    assert isinstance(item("My first day at school, so happy"), Draft)
    assert isinstance(item("send me nudes or i send them to everyone you know"), Conversation)
    assert not isinstance(item(text), Offer)


def test_nothing_and_data_of_another_program_are_refused():
    with pytest.raises(EmptyFile):
        item(" \n")
    with pytest.raises(EmptyFile):
        items(b"", "a.txt")
    with pytest.raises(UnknownFormat):
        items(b'{"a": 1}', "a.json")


@pytest.mark.parametrize("path", sorted((HERE / "samples/whatsapp").glob("*.txt")), ids=lambda path: path.name)
def test_an_export_is_read_by_its_importer(path):
    assert {each.source.format for each in items(path)} == {"whatsapp"}
