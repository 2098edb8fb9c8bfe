"""Stands before every request: only this computer's own pages get in, and every answer forbids what it need not do."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from safelight.interfaces.web.address import LOOPBACK_NAMES

_READS = ("GET", "HEAD")
_DEFAULT_PORT = 80

# No Clear-Site-Data: there is nothing of ours to clear (no cookie, no storage, no-store); the page that one leaves to
# is another site's and does not send it for us; on a shared name such as 127.0.0.1 it would clear the cookies of other
# programs of this computer; and in the browser home it would end the worker that opens the app without a network.
HEADERS = {
    # Own files only, no inline script or style, no frame around us, forms to us only.
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex",
}


class Guard:
    """ASGI middleware. Refuses foreign hosts (DNS rebinding) and requests sent by other sites' pages."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through with the headers added to its answer, or answer why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reason = refused(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        app = self._app if reason is None else PlainTextResponse(reason, status_code=403)
        await app(scope, receive, guarded)


def refused(scope: Scope) -> str | None:
    """Return why a request is not answered, or None when it may come in."""
    headers = Headers(scope=scope)
    if not _is_ours("//" + headers.get("host", ""), scope):
        return "This address is not one of Safelight's. Open the one that Safelight printed."
    if scope["method"] not in _READS and not _from_ourselves(headers, scope):
        return "Another site's page sent this. Safelight answers its own page only."
    return None


def _is_ours(address: str, scope: Scope) -> bool:
    """Say whether an address names this computer and the port that we listen on."""
    try:
        parts = urlsplit(address)
        port = parts.port or _DEFAULT_PORT
    except ValueError:
        return False
    server = scope.get("server")
    return parts.hostname in LOOPBACK_NAMES and (server is None or port == server[1])


def _from_ourselves(headers: Headers, scope: Scope) -> bool:
    """Say whether a request that changes or sends something comes from our own page.

    Browsers tell it in Sec-Fetch-Site; older ones in Origin (which our no-referrer policy turns into "null" for plain
    forms, so there it proves nothing and is refused). A program that is no browser sends neither.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or (origin.startswith("http://") and _is_ours(origin, scope))
