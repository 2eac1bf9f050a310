"""What the formats have in common: dates in parts, and values on one line."""

from __future__ import annotations

import re

from briefing.model import Source

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def date_parts(iso: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 date as far as it goes; () for anything else."""
    match = _DATE.match(iso.strip())
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return ()
    return tuple(int(part) for part in match.groups() if part)


def line(value: str) -> str:
    """Return a value on one line, without what no file can hold."""
    return " ".join(_UNFIT.sub(" ", value).split())


def title(source: Source) -> str:
    """Return what a source is called, its file's name where it has no title."""
    return line(source.title) or line(source.filename) or "Untitled article"


def web_address(source: Source) -> str:
    """Return the address where it is one of the web, else ""."""
    url = line(source.url)
    return url if re.match(r"https?://[^\s/]", url, re.IGNORECASE) and " " not in url else ""
