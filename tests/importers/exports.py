"""What the tests of the JSON importers share: read an invented document through one importer."""

import io
import json
from types import ModuleType
from typing import Any

from safelight.schema.items import Conversation


def read_all(importer: ModuleType, document: object, name: str = "file.json") -> list[Conversation]:
    data = document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False).encode()
    assert importer.identify(name, data[: 64 * 1024])
    return list(importer.read(io.BytesIO(data), name))


def only(importer: ModuleType, document: object, name: str = "file.json") -> Conversation:
    (one,) = read_all(importer, document, name)
    return one


def rows(conversation: Conversation) -> list[tuple[Any, ...]]:
    return [(m.author, m.text, m.kind) for m in conversation.messages]
