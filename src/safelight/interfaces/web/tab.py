"""Answers requests in process, one at a time: the way in for the browser home, where the app runs inside the tab.

There is no server, no socket and no thread there: the page asks, this calls the app, and what it says goes back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

import anyio.to_thread
from starlette.applications import Starlette
from starlette.types import Message, Scope

from safelight.interfaces.web.app import create_app
from safelight.interfaces.web.stream import AT_ONCE

Begin = Callable[[int, dict[str, str]], object]
Part = Callable[[bytes], object]


@cache
def _app() -> Starlette:
    return create_app(served=False)


def prepare() -> None:
    """Make the app and let it do without threads. Called once, before the first request."""
    # Starlette hands what may take long to anyio's threads, of which a tab has none: it is done in place.
    anyio.to_thread.run_sync = _in_place  # type: ignore[assignment]
    _app()


def warm() -> None:
    """Load what checks use, so that the first one is quick: modules, and the phrases of the source language."""
    from safelight import Conversation, Draft, Link, Message, Offer, PaymentDemand, Profile, check
    from safelight.interfaces.web import look, settings
    from safelight.locales.load import SOURCE_LANGUAGE, translator

    said = (Message(author="a", text="hi, are you new here?"), Message(author="b", text="yes"))
    items = (Draft("hi"), Link("https://example.org/"), Offer("hi"), PaymentDemand("hi"), Profile(bio="hi"))
    for item in (Conversation(said), *items):
        check(item, SOURCE_LANGUAGE)
    look.text_answer({"text": "Kim: hi\nLee: hi\nKim: ok\n"}, settings.Settings(translator(SOURCE_LANGUAGE)))


async def answer(method: str, address: str, headers: Mapping[str, str], body: bytes, begin: Begin, part: Part) -> None:
    """Answer one request. `begin` is called with status and headers, `part` with each part of the body, in order."""
    waiting = [{"type": "http.request", "body": bytes(body), "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            begin(
                message["status"],
                {name.decode("latin-1"): value.decode("latin-1") for name, value in message["headers"]},
            )
        elif message.get("body"):
            part(message["body"])

    app: Callable[[Scope, Any, Any], Awaitable[None]] = _app()
    await app(_scope(method, address, headers, part), receive, send)


def _scope(method: str, address: str, headers: Mapping[str, str], part: Part) -> Scope:
    parts = urlsplit(address)
    return {
        "type": "http",
        # From 2.4 on, starlette streams without a second task that waits for the browser to go away.
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method.upper(),
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()],
        "client": None,
        "server": None,
        "extensions": {AT_ONCE: {"send": part}},
        "state": {},
    }


async def _in_place(work: Callable[..., Any], *args: Any, **_how: Any) -> Any:
    return work(*args)
