import asyncio

import pytest

from safelight.interfaces.web import body
from safelight.schema.errors import BadInput, TooLarge


class Sent:
    """A request whose body comes in parts; counts how many were taken."""

    def __init__(self, part, count, kind="application/x-www-form-urlencoded"):
        self.part, self.count, self.taken, self.headers = part, count, 0, {"content-type": kind}

    async def stream(self):
        for _ in range(self.count):
            self.taken += 1
            yield self.part


def read(sent, **options):
    return asyncio.run(body.read(sent, **options))


def test_a_body_comes_whole():
    assert read(Sent(b"abc", 3), limit=9) == b"abcabcabc"


def test_more_than_the_limit_is_refused_with_a_code():
    with pytest.raises(TooLarge, match="SL108"):
        read(Sent(b"x" * body.MEGABYTE, 3), limit=2 * body.MEGABYTE)


def test_what_is_too_large_is_not_read_for_ever():
    sent = Sent(b"x" * body.MEGABYTE, 10_000)
    with pytest.raises(TooLarge):
        read(sent)
    assert sent.taken <= 4 * body.LIMIT // body.MEGABYTE + 1


def test_a_form_has_plain_line_ends():
    assert asyncio.run(body.form(Sent(b"text=a%0D%0Ab&me=", 1))) == {"text": "a\nb", "me": ""}


def test_broken_bytes_in_a_form_are_no_crash():
    assert asyncio.run(body.form(Sent(b"text=%ff%fe\xff", 1)))["text"].startswith("\ufffd")


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/plain", ""])
def test_only_urlencoded_forms_are_read(kind):
    """Multipart parsers spool to the disk: a chat never travels as multipart."""
    with pytest.raises(BadInput):
        asyncio.run(body.form(Sent(b"text=a", 1, kind)))


def test_endless_fields_are_refused():
    with pytest.raises(BadInput):
        body.fields("&".join(f"a{number}=1" for number in range(30_000)))
