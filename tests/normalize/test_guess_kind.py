"""What a pasted text is taken for; above all: a pasted chat stays a chat."""

from pathlib import Path

import pytest
import yaml

from safelight.normalize.guess_kind import guess_kind, is_form

SHAPES = yaml.safe_load((Path(__file__).parents[1] / "importers/paste_shapes.yml").read_text("utf-8"))

LOOK_ALIKES = {
    "link": ["https://example.com/a", "paypa1-login.com/x", "www.example.org/mia."],
    "payment": [
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "mia@okaxis",
        "GB82WEST12345698765432",
        "Send $200 in bitcoin to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT or I post the video",
        "Pay the customs fee of 40 with steam card codes within 2 hours",
        "Paga 50 euros con tarjeta regalo o publico las fotos",
    ],
    "offer": [
        "Waitress wanted in Dubai! Salary 2000 USD per month, free visa. WhatsApp only.",
        "Salary: 500 a week\nLocation: Leeds\nJob: baker\nApply: come in",
        "We are hiring models aged 16-20, send photos to our WhatsApp",
        "Se busca camarera, sueldo 2000 al mes, sin experiencia",
        "दुबई में नौकरी, वेतन 50000 महीना, बिना इंटरव्यू",
        "Dubai me naukri, salary 50000 mahina, visa free",
    ],
    "draft": [
        "My first day at Lincoln High! Room 12 at 3pm every day, so happy",
        "Mia\n15 | Leeds\n@mia.x\nsnap: miaxo",
        "I live at 12 Mill Lane and I'm home alone till 5",
        "Hi everyone, I'm Mia, 14, from Leeds. I love skating!",
        "See https://example.com/a, that is my team",
    ],
    "chat": [
        "Ann: hi\nBen: hello",
        "Ann: the job pays 300 a week\nBen: apply, they are hiring\nAnn: ok",
        "Ann: send me 20 on paypal\nBen: ok\nAnn: thanks",
        "hey are you new here\n\nyes since today\n\ncool add me",
        "send me a pic, dont tell your mom",
        "how old are you? do you live alone?",
        "tu mama sabe que hablas conmigo? no le digas",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in LOOK_ALIKES.items() for text in texts])
def test_a_look_alike_is_told(kind: str, text: str) -> None:
    assert guess_kind(text) == kind


@pytest.mark.parametrize("text", ["", " \n ", "\0", "[" * 5000, "a:" * 4000, "1.2." * 5000, "😀"])
def test_odd_texts_break_nothing(text: str) -> None:
    assert guess_kind(text) in LOOK_ALIKES


def test_a_form_is_told_from_a_talk() -> None:
    assert is_form(["Salary: 500", "Location: Leeds"])
    assert not is_form(["Ann: hi", "Ben: hello"])
