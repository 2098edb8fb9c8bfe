"""A draft says the same without its details; nothing is added, and what is left holds none of them."""

import pytest

from safelight import Draft, check
from safelight.normalize.rewrite import rewrite

SAID = [
    ("I'm home alone till 6 so text me", "I'm home so text me"),
    ("I'm Asha Verma and I draw", "I'm Asha and I draw"),
    ("I go to Hillcrest Secondary, anyone else?", "I go to my school, anyone else?"),
    ("I'm in 7th grade and I hate math", "I'm in school and I hate math"),
    ("meet me behind the library at 5", "meet me"),
    ("my number is 98765 43210 text me", "my number is (ask me) text me"),
    ("I play for Riverside FC and I love it", "I play for a club and I love it"),
    ("we live at 27 Maple Drive, come trick or treating", "come trick or treating"),
    ("mi madre trabaja en el Mercadona de la esquina", "mi madre trabaja"),
    ("estoy sola en casa hasta las 8", "estoy en casa"),
    ("voy al IES Cervantes y me gusta", "voy al colegio y me gusta"),
    ("main Kendriya Vidyalaya mein padhta hoon", "main apne school mein padhta hoon"),
    ("aaj ghar pe main akeli hu raat 10 baje tak", "aaj ghar pe main hu"),
    ("abhi main Select City Mall mein hoon", "abhi main bahar hoon"),
    ("मैं सरस्वती विद्या मंदिर में पढ़ती हूँ", "मैं अपने स्कूल में पढ़ती हूँ"),
    ("अभी मैं लोधी गार्डन में हूँ", "अभी मैं बाहर हूँ"),
    ("wifi password is butterfly99", ""),
    ("I like tea and cats", "I like tea and cats"),
]


@pytest.mark.parametrize(("text", "without"), SAID, ids=[text for text, _ in SAID])
def test_says_it_without(text, without):
    assert rewrite(text, check(Draft(text)).findings) == without


@pytest.mark.parametrize(("text", "without"), SAID, ids=[text for text, _ in SAID])
def test_what_is_left_shows_less(text, without):
    before, after = check(Draft(text)), check(Draft(without))
    assert len(after.findings) < len(before.findings) or not before.findings


def test_no_findings_no_change():
    assert rewrite("home alone till 6", ()) == "home alone till 6"
