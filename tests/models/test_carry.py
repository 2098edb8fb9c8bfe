"""How the manner of talk is carried over to another language: by meanings, and centred on its own ordinary talk."""

from itertools import islice

import pytest
from training.manner import carry
from training.manner.talk import Chat

from safelight.models.manner_of_talk import LANGUAGE, NUMBER, languages, model

CARRIED = sorted(languages() - {LANGUAGE})


def test_words_of_one_meaning_are_one():
    table = carry.meanings()
    meaning = table["selfie"]
    assert table["photo"] == meaning
    chat = Chat("x", 0, None, (("A", ("photo", "zzz")), ("B", ("selfie",))))
    assert carry.in_meanings(chat, table).messages == (("A", (meaning, ".", "zzz", ".")), ("B", (meaning, ".")))


@pytest.mark.parametrize("code", CARRIED)
def test_a_word_gets_the_weight_of_its_meaning(code):
    meaning = carry.meanings()["photo"]
    carried = carry.carried({meaning: (1.0, -0.5), NUMBER: (0.2, 0.0)}, code, 0.1)
    assert carried.pop(NUMBER) == (0.2, 0.0)
    assert carried
    assert set(carried.values()) == {(1.0, -0.5)}


@pytest.mark.parametrize("code", CARRIED)
def test_ordinary_talk_is_read_for_centring(code):
    for source in carry.ordinary(code):
        chats = list(islice(source, 3))
        assert chats and all(line for chat in chats for line in chat)
    known = {word: (1.0, 0.0) for word in model(code).words}
    own, other = carry.drift(known, next(carry.ordinary(code)))
    assert own > 0
    assert other == 0
