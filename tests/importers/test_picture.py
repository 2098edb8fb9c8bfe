"""A file of pictures, sound or documents becomes one item; a zip with a chat in it stays a chat."""

import pytest
from tests.importers.test_refusal import FILES as CHATS
from tests.importers.test_refusal import zipped
from tests.media.planted import FILES

import safelight
from safelight.importers import picture
from safelight.importers.load import importers
from safelight.schema.errors import TooLarge
from safelight.schema.items import Conversation, Picture


@pytest.mark.parametrize("name", FILES)
def test_a_file_becomes_one_item(name, tmp_path):
    data = FILES[name]()
    (item,) = safelight.read(data, name=name)
    assert isinstance(item, Picture)
    assert (item.data, item.name, item.source.format) == (data, name, "picture")
    path = tmp_path / name
    path.write_bytes(data)
    assert safelight.read(path) == [item]


@pytest.mark.parametrize("name", FILES)
def test_no_other_importer_claims_it(name):
    head = FILES[name]()[:65536]
    assert [key for key, module in importers().items() if module.identify(name, head)] == ["picture"]


@pytest.mark.parametrize("path", CHATS, ids=lambda path: path.name)
def test_a_chat_stays_a_chat(path):
    assert not picture.identify(path.name, path.read_bytes()[:65536])


def test_a_zip_of_a_chat_with_pictures_stays_a_chat():
    chat = next(path for path in CHATS if path.parent.name == "whatsapp" and path.suffix == ".txt")
    for order in (1, -1):
        members = [(chat.name, chat.read_bytes()), ("photo.jpg", FILES["jpeg.jpg"]())][::order]
        assert all(isinstance(item, Conversation) for item in safelight.read(zipped(*members), name="chat.zip"))


def test_the_bytes_decide_and_not_the_name():
    (item,) = safelight.read(FILES["png.png"](), name="chat.txt")
    assert isinstance(item, Picture)


def test_a_file_that_is_too_large_is_told(monkeypatch):
    monkeypatch.setattr(picture, "LARGEST", 10)
    with pytest.raises(TooLarge, match="share"):
        safelight.read(FILES["jpeg.jpg"](), name="a.jpg")
