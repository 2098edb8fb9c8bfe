"""What goes between this program and its child process: plain data as JSON and raw bytes, never pickled objects.

A frame is the length of its head (4 bytes), the length of its body (8 bytes), the head (JSON), the body (raw bytes).
Frozen dataclasses travel as their fields. What comes back is checked against the types of the dataclass that is
expected: the other side has read a file that may be hostile.
"""

from __future__ import annotations

import json
import struct
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, BinaryIO, Literal, Union, get_args, get_origin, get_type_hints

_LENGTHS = struct.Struct(">IQ")
# Bytes. A head holds the words and codes of one file, a body one picture.
_HEAD, _BODY = 32 * 1024**2, 1024**3

Head = Mapping[str, Any]


def send(stream: BinaryIO, head: Head, body: bytes = b"") -> None:
    """Write one frame. Raises OSError when nobody reads it."""
    told = json.dumps(head).encode()
    stream.write(_LENGTHS.pack(len(told), len(body)))
    stream.write(told)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Head, bytes]:
    """Read one frame. Raises EOFError when the other side has ended, ValueError for what is no frame."""
    told, size = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if told > _HEAD or size > _BODY:
        raise ValueError("a frame is too long")
    head = json.loads(_exactly(stream, told))
    if not isinstance(head, dict):
        raise ValueError("a frame has no head")
    return head, _exactly(stream, size)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def plain(value: Any) -> Any:
    """Return a value of dataclasses, tuples, texts, numbers and None as what JSON can hold."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value


def typed(kind: Any, value: Any) -> Any:
    """Return plain data as the type that is expected. Raises ValueError when it is something else."""
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, value)
    if origin in (Union, types.UnionType):
        return None if value is None else typed(next(each for each in inner if each is not type(None)), value)
    if origin is Literal:
        return _checked(value, value in inner)
    if origin is tuple:
        return _row(inner, value)
    if kind is float:
        return float(_checked(value, type(value) in (int, float)))
    return _checked(value, type(value) is kind)


def _record(kind: Any, value: Any) -> Any:
    names = _types(kind)
    _checked(value, isinstance(value, dict) and set(value) == set(names))
    return kind(**{name: typed(names[name], each) for name, each in value.items()})


def _row(inner: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    _checked(value, isinstance(value, list))
    if inner[-1] is Ellipsis:
        return tuple(typed(inner[0], each) for each in value)
    _checked(value, len(value) == len(inner))
    return tuple(typed(each, part) for each, part in zip(inner, value, strict=True))


@cache
def _types(kind: Any) -> Mapping[str, Any]:
    """Return the type of each field."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _checked(value: Any, good: bool) -> Any:
    if not good:
        raise ValueError("an answer is not of the expected type")
    return value
