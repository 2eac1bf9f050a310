"""Messages of a browser, as its extension sends them."""

from __future__ import annotations

import json

HTML = (
    '<html lang="en"><head><title>Patrols begin</title></head><body><article><h1>Patrols begin</h1>'
    "<p>The patrols begin on Sunday, the minister said after the talks in Ankara. The first convoy leaves "
    "the border at nine.</p><p>He said that “both sides\nwant a lasting truce”. The convoy has twelve "
    "vehicles.</p></article></body></html>"
)


def message(**changed: object) -> bytes:
    """Return a message with some fields changed; None leaves one out."""
    fields: dict[str, object] = {
        "v": 1,
        "address": "https://example.org/a",
        "title": "Patrols",
        "language": "en",
        "at": "2026-11-30T14:05:00+01:00",
        "media": "text/html",
        "html": HTML,
        "selected": "",
        "notices": [],
        **changed,
    }
    return json.dumps({name: value for name, value in fields.items() if value is not None}).encode()
