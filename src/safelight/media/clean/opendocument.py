"""ODT, ODS, ODP, ODG: written anew without the meta file's words, people's names, the small picture, and printers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safelight.media.clean.package import picture, rewritten
from safelight.media.clean.parts import Part, refuse

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/>'
    b"</office:document-meta>"
)
_GONE = re.compile(r"(?i)^(thumbnails/|.*\.rdf$|layout-cache$|versions/|versionlist\.xml$|meta-inf/.*signatures)")
_REFUSED = re.compile(r"(?i)^(basic/|scripts/|objectreplacements/.*\.bin|database/)")
_FILES = re.compile(rb"<manifest:file-entry\b[^>]*\bmanifest:full-path=\"([^\"]*)\"[^>]*/>\s*")
_SAID = re.compile(
    rb"<((?:dc|meta|loext):(?:creator|date|creator-initials|date-string|contributor|publisher|rights|sender-[\w-]+))"
    rb"(?:\s[^<>]*)?>[^<]*</\1>"
)
_FIELDS = re.compile(
    rb"(<text:(author-name|author-initials|initial-creator|creator|sender-[\w-]+|printed-by)(?:\s[^<>]*)?>)[^<]*"
    rb"(</text:\2>)"
)
_PRINTER = re.compile(
    rb"(<config:config-item\b[^>]*config:name=\"(?:PrinterName|PrinterSetup|RedlineProtectionKey|Rsid|RsidRoot)\"[^>]*>)"
    rb"[^<]*"
)
_RSID = re.compile(rb"\s(?:officeooo|loext):(?:rsid|paragraph-rsid)=\"[^\"]*\"")


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the document written anew. Raises CannotClean."""
    return rewritten(data, _changed)


def _changed(name: str, content: bytes) -> bytes | None:
    if _GONE.match(name):
        return None
    if _REFUSED.match(name):
        raise refuse("The document holds a program or another file inside", "Save it as PDF, and clean that.")
    base = name.rpartition("/")[2]
    if base == "meta.xml":
        return _META
    if name == "META-INF/manifest.xml":
        return _FILES.sub(_listed, content)
    if name.startswith(("Pictures/", "media/", "Media/")):
        return picture(name, content)
    if base == "settings.xml":
        return _PRINTER.sub(rb"\1", content)
    if base.endswith(".xml"):
        return _RSID.sub(b"", _FIELDS.sub(rb"\1\3", _SAID.sub(b"", content)))
    return content


def _listed(match: re.Match[bytes]) -> bytes:
    return b"" if _GONE.match(match[1].decode("utf-8", "replace")) else match[0]
