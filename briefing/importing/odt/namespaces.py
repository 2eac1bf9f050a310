"""The namespaces of OpenDocument (ISO/IEC 26300) that importing needs, as they stand before a name."""

from __future__ import annotations

from typing import Final

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = _ODF + "office:1.0}"
TEXT: Final = _ODF + "text:1.0}"
TABLE: Final = _ODF + "table:1.0}"
STYLE: Final = _ODF + "style:1.0}"
DRAW: Final = _ODF + "drawing:1.0}"
META: Final = _ODF + "meta:1.0}"
SVG: Final = _ODF + "svg-compatible:1.0}"


def dc(name: str) -> str:
    """Return the qualified name of a Dublin Core element."""
    return f"{{http://purl.org/dc/elements/1.1/}}{name}"
