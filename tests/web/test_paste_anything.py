"""Whatever is pasted gets its answer: an offer, a link, a demand; and a person can say what it is."""

import re

from tests.web.chats import PASTE

OFFER = "Waitress wanted in Dubai! 2000 USD a month. We pay your flight and visa. No interview. WhatsApp only."
DEMAND = "Send $200 in bitcoin to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT or I post the video"


def test_an_offer_is_answered_at_once(client):
    page = client.post("/who", data={"text": OFFER}).text
    assert "Known signs in this offer" in page
    assert "Questions that would settle it" in page
    assert re.search(r'<option value="offer" selected>', page)


def test_a_demand_is_answered_at_once(client):
    page = client.post("/who", data={"text": DEMAND}).text
    assert "A demand for money" in page
    assert re.search(r'<option value="payment" selected>', page)


def test_the_person_can_say_what_it_is(client):
    assert "Who said what?" in client.post("/who", data={"text": OFFER, "kind": "chat"}).text
    assert "Known signs in this offer" in client.post("/who", data={"text": PASTE, "kind": "offer"}).text
    assert "Who said what?" in client.post("/who", data={"text": PASTE, "kind": "nonsense"}).text


def test_a_chat_about_a_job_that_was_corrected_stays_a_chat(client):
    page = client.post("/look", data={"text": OFFER, "kind": "chat", "me": ""}).text
    assert "Known signs in this offer" not in page


def test_the_page_about_an_offer_can_be_kept(client):
    answer = client.post("/page", data={"text": OFFER, "kind": "offer"})
    assert "attachment" in answer.headers["content-disposition"]
    assert "Known signs in this offer" in answer.text


def test_nothing_is_told(client):
    answer = client.post("/who", data={"text": " ", "kind": "offer"})
    assert answer.status_code == 400
    assert "nothing in the text" in answer.text
