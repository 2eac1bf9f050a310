"""Files that hold the address of a page: .url (Windows), .webloc (macOS), .desktop (XDG).

They are not parsed: the one address in them is looked for, cleaned, and fetched only when a person says so.
"""

from __future__ import annotations

import html
import re

from briefing.importing.common.cleaning import clean_url

SUFFIXES = (".url", ".webloc", ".desktop")
MOST_BYTES = 1 << 16
_ADDRESS = {
    "as a setting": re.compile(rb"^(?:Base)?URL=[ \t]*(https?://[!-~]+)", re.MULTILINE | re.IGNORECASE),
    "as XML": re.compile(rb"<string>\s{0,99}(https?://[^<\s]+)", re.IGNORECASE),
    "in a binary list": re.compile(rb"^bplist00.*?(https?://[!-~]+)", re.DOTALL),
}


def address_in(data: bytes) -> str:
    """Return the web address that the bytes of such a file hold, or ""."""
    plain = data[:MOST_BYTES]
    if plain[:2] in (b"\xff\xfe", b"\xfe\xff"):
        plain = plain.replace(b"\0", b"")
    for kind, shape in _ADDRESS.items():
        found = shape.search(plain)
        if found is not None:
            address = found[1].decode("ascii", "replace")
            return clean_url(html.unescape(address) if kind == "as XML" else address)
    return ""
