from tests.report.examples import chat, draft, span

from safelight.report.quotes import Part, exact, quote
from safelight.schema.evidence import Span
from safelight.schema.items import Conversation, Link, Message, Offer, Profile


def said(found):
    return "".join(f"[{part.text}]" if part.marked else part.text for part in found.parts)


def test_the_words_are_marked_within_what_stands_around_them():
    conversation = chat()
    assert said(quote(conversation, [span(conversation, 4, "our secret")])) == "this is [our secret] ok"


def test_spans_of_one_message_make_one_quote():
    conversation = chat()
    spans = [span(conversation, 6, "our secret"), span(conversation, 6, "dont tell your mum")]
    assert said(quote(conversation, spans)) == "[dont tell your mum]. it stays [our secret]"


def test_overlapping_spans_are_joined():
    assert said(quote(Link("abcdef"), [Span(0, 3), Span(2, 5)])) == "[abcde]f"


def test_a_long_message_is_shown_in_part_at_whole_words():
    text = "word " * 60 + "our secret " + "word " * 60
    found = quote(Conversation((Message("Kai", text),)), [Span(300, 310, 0)], around=12)
    assert said(found) == "…word word [our secret] word word…"


def test_offsets_count_in_the_original_though_the_quote_is_cleaned():
    text = "\u202e\x1b[31mkeep\nthis \x1b[0mquiet"
    start = text.index("this")
    found = quote(Conversation((Message("Kai", text),)), [Span(start, len(text), 0)])
    assert said(found) == "keep [this quiet]"


def test_each_kind_of_item_has_its_text():
    item, assessment = draft()
    assert exact(item, assessment.findings[0].evidence[0].spans[0]) == "12 Elm Road"
    assert exact(Profile(bio="dm me"), Span(0, 2)) == "dm"
    assert exact(Profile(display_name="Kai", bio="dm me"), Span(0, 3, field="display_name")) == "Kai"
    assert exact(Link("https://a.example"), Span(0, 5)) == "https"
    assert exact(Offer("text", fields={"pay": "500 a day"}), Span(0, 3, field="pay")) == "500"


def test_a_pointer_that_points_nowhere_gives_no_quote():
    conversation = chat()
    for bad in (Span(0, 999, 0), Span(3, 3, 0), Span(-2, 3, 0), Span(0, 2, 99), Span(0, 2, field="nothing")):
        assert quote(conversation, [bad]) is None
        assert exact(conversation, bad) is None
    assert quote(conversation, []) is None


def test_no_repr_shows_words():
    conversation = chat()
    assert "secret" not in repr(quote(conversation, [span(conversation, 4, "our secret")]))
    assert "secret" not in repr(Part("our secret", True))
