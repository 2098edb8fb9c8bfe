"""Reads request bodies into memory: never as multipart (which spools to the disk), never more than a limit."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote

from starlette.requests import Request

from safelight.schema.errors import BadInput, TooLarge

MEGABYTE = 1024 * 1024
LIMIT = 64 * MEGABYTE
# What is sent beyond the limit is read and dropped up to here, so that the browser gets our answer and not an abort.
_PATIENCE = 4 * LIMIT
_MOST_FIELDS = 20_000


async def read(request: Request, limit: int = LIMIT) -> bytes:
    """Return the body, streamed into memory. Raises TooLarge (SL108)."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size <= limit:
            parts.append(part)
        else:
            parts.clear()
        if size > _PATIENCE:
            break
    if size > limit:
        raise TooLarge(
            f"This is larger than {limit // MEGABYTE} MB",
            fix="Export the chat without pictures and videos, and try again.",
        )
    return b"".join(parts)


async def form(request: Request) -> dict[str, str]:
    """Return the fields of an urlencoded form, with plain line ends; of a repeated field the last."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise BadInput("This form was not sent in the way that is read here", fix="Go back to the first page.")
    return fields((await read(request)).decode("ascii", "replace"))


def file_name(request: Request) -> str:
    """Return the file's own name. It travels percent-encoded in a header, so that no address holds it."""
    return unquote(request.headers.get("x-name", "")).replace("\\", "/").rpartition("/")[2]


def fields(encoded: str) -> dict[str, str]:
    """Return the fields of an urlencoded string."""
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise BadInput("This form has too many fields", fix="Go back to the first page.") from error
    return {name: value.replace("\r\n", "\n") for name, value in pairs}
