import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.normalize.text import words
from safelight.normalize.unfold import unfold, unfold_message
from safelight.schema.items import Conversation, Draft, FoundIn, Link, Message, Offer, PaymentDemand

WALLET = "1oNLrsHnBcR6dpaBpwz3LSwutbUNkNSjs"
DEMANDS = [
    f"send it to {WALLET}",
    "lucy@okaxis now",
    "IBAN GB29 NWBK 6016 1331 9268 19",
    "buy a $50 steam card and send the code",
    "i want 2 gift cards of 100 euros",
    "paypal me 20 dollars",
    "send 500 rs on gpay",
    "0.02 btc till tonight",
    "give me 800 robux",
    "manda 50€ por bizum",
    "paypal.me/lucyxample",
]
ORDINARY = [
    "i got a gift card for my birthday",
    "bitcoin is weird",
    "we have 3 steam decks",
    "my dad works at paypal",
    "paid $20 for lunch",
    "see you at 5 at the gate",
    "a voucher, how nice",
    "nitro engines are loud",
    "otherwise 2 of us go",
    "the robux thing again",
    "my email is name@example.com",
]


def chat(*texts: str) -> Conversation:
    return Conversation(tuple(Message("a", text) for text in texts))


def test_a_link_becomes_an_item_with_its_place():
    items = list(unfold(chat("hi", "look hxxps://evil[.]example/x, and www.example.com")))
    assert items == [
        Link("hxxps://evil[.]example/x", found_in=FoundIn(5, 29, 1)),
        Link("www.example.com", found_in=FoundIn(35, 50, 1)),
    ]


@pytest.mark.parametrize("text", DEMANDS)
def test_a_payment_like_message_becomes_an_item(text):
    (demand,) = [item for item in unfold(chat("hey", text)) if isinstance(item, PaymentDemand)]
    assert demand.text == text
    assert demand.found_in == FoundIn(0, len(text), 1)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_stays_quiet(text):
    assert list(unfold(chat(text))) == []


def test_the_passage_is_the_lines_with_the_demand():
    text = f"hello\npay here {WALLET}\nor gift card 50 usd\nbye"
    (demand,) = unfold(chat(text))
    assert isinstance(demand, PaymentDemand)
    assert demand.text == f"pay here {WALLET}\nor gift card 50 usd"


def test_account_links_are_links_too():
    assert [type(item) for item in unfold(chat("t.me/lucyxample"))] == [Link]


def test_system_and_deleted_entries_are_not_read():
    text = "https://example.com/join"
    kinds = [Message("", text, kind="system"), Message("a", text, kind="deleted"), Message("a", text, kind="media")]
    assert [item.found_in.message for item in unfold(Conversation(tuple(kinds))) if item.found_in] == [2]


@pytest.mark.parametrize("make", [Draft, Offer])
def test_a_single_text_says_its_field(make):
    (link,) = unfold(make("see https://example.com"))
    assert link.found_in == FoundIn(4, 23, None, "text")


def test_it_streams():
    """The first item comes before the rest is looked at."""
    stream = unfold(chat("https://example.com", *["https://example.org"] * 3))
    first = next(stream)
    assert isinstance(first, Link) and first.url == "https://example.com"


def test_no_item_shows_its_words_in_its_repr():
    assert "evil" not in repr(list(unfold(chat(f"evil {WALLET} https://evil.example"))))


@given(
    st.lists(st.text(max_size=80) | st.sampled_from(DEMANDS + ORDINARY), max_size=4), st.sampled_from(["\n", " ", ""])
)
def test_an_item_is_what_stands_at_its_place(pieces, between):
    text = between.join(pieces)
    for item in unfold(chat(text)):
        assert item.found_in is not None
        written = item.url if isinstance(item, Link) else item.text
        assert written and text[item.found_in.start : item.found_in.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "send 50 to my paypal now",
        "pay 20 by gift card",
        "one of them",
        "snap me at 8.30",
        "look at (this) a.bc/x",
        "hey",
    ],
)
def test_words_known_already_change_nothing(text):
    message = Message("a", text)
    assert list(unfold_message(message, 0, words(text))) == list(unfold_message(message, 0))
