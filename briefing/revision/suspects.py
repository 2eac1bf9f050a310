"""Which sources of a brief a new one is likely a later version of."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefing.language.fold import words
from briefing.model import Brief, Source

# What campaigns add to an address; it names the same page.
_TRACKING = re.compile(r"utm_\w*|fbclid|gclid|mc_[ce]id", re.IGNORECASE)


def suspects(brief: Brief, source: Source) -> tuple[Source, ...]:
    """Return the sources that `source` may supersede: same address, or same publisher and title.

    Only the newest of a chain of versions is named, in the order of the brief; never `source` itself
    or a copy of its text.
    """
    replaced = {known.supersedes for known in brief.sources if known.id != source.id}
    page, name = address(source.url), _name(source)
    return tuple(
        known
        for known in brief.sources
        if known.id not in replaced
        and known.id != source.id
        and not (known.text_sha and known.text_sha == source.text_sha)
        and ((page and address(known.url) == page) or (name and _name(known) == name))
    )


def address(url: str) -> str:
    """Return an address without scheme, "www.", trailing slash, fragment and campaign words; "" for none."""
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    if not host:
        return ""
    asked = [pair for pair in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(pair[0])]
    door = f":{port}" if port not in (None, 80, 443) else ""
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{door}{parts.path.rstrip('/')}{query}"


def _name(source: Source) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    publisher, title = words(source.publisher), words(source.title)
    return (publisher, title) if publisher and title else None
