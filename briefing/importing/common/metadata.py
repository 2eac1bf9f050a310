"""What an article says about itself in its first lines: headline, byline, date, publisher, address.

Only what is really there is read, and it stays in the text. When in doubt a field is left empty:
the analyst fills it in, and a wrong publisher in a footnote is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.importing.common import plain_headline
from briefing.importing.common.authors import OUTLET, split_names, stated_authors
from briefing.importing.common.cleaning import clean_url
from briefing.importing.common.parsed import Parsed
from briefing.language.guess import language_of
from briefing.language.printed_dates import iso_date, labelled_date

_LOOKED_AT = 12
_LINE_LIMIT = 400
_LABEL = re.compile(
    r"(?P<label>title|source|publisher|publication|published(?: "
    r"on)?|date|url|link|authors?|by)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By|BY) (?P<names>\S.*)")
_OUTLET_AND_DATE = re.compile(r"(?P<name>[^,|·–—]{2,60}?)\s*[,|·–—]\s*(?P<date>\S.*)")
# A word with which outlets begin or end beside those of `OUTLET`, which people are never called.
_PRESS = re.compile(r"the|daily|weekly|sunday|monitor|post|mail|globe|mirror|today", re.IGNORECASE)
_PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "zu")
)
# Words a sentence goes on with after "By", where a byline has a name.
_NOT_A_NAME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|the|an?|th(?:is|at|ese|ose)|its|their|his|her",
    re.IGNORECASE,
)


def read_metadata(text: str) -> Parsed:
    """Return `text` (normalised) with what its first lines say; unknown fields stay empty."""
    found: dict[str, str] = {}
    for line in _first_lines(text):
        for name, value in _fields_of(line):
            found.setdefault(name, value)
    return Parsed(
        text,
        title=found.get("title") or headline(text),
        publisher=found.get("publisher", ""),
        authors=stated_authors([found.get("authors", "")], inverted=True),
        published=found.get("published", ""),
        url=found.get("url", ""),
    )


def complete(parsed: Parsed) -> Parsed:
    """Return `parsed` with the language guessed from its text where the file does not name it."""
    return parsed if parsed.language else replace(parsed, language=language_of(parsed.text))


def is_header_line(line: str) -> bool:
    """Return whether a line fills a field: a byline, a date, an address, or a label with a value."""
    return bool(_fields_of(line.strip()))


def headline(text: str) -> str:
    """Return the first line of a text where it looks like a headline, else ""; see `plain_headline`."""
    return plain_headline.headline(text, is_header_line)


def publisher_or_url(value: str) -> tuple[str, str]:
    """Return the field a "Source:" line fills, with its value: an address, or a publisher."""
    url = clean_url(value)
    return ("url", url) if url else ("publisher", value.strip())


def _first_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[: _LOOKED_AT * 20 * _LINE_LIMIT].split("\n"))
    return [line for line in lines if line][:_LOOKED_AT]


def _fields_of(line: str) -> tuple[tuple[str, str], ...]:
    """Return the fields a header line fills, or nothing when it is a line of the article."""
    if len(line) > _LINE_LIMIT:
        return ()
    date = iso_date(line)
    if date:
        return (("published", date),)
    url = clean_url(line)
    if url:
        return (("url", url),)
    match = _LABEL.fullmatch(line)
    if match:
        return _labelled(match["label"].lower(), match["value"])
    if outlet := _outlet_and_date(line):
        return outlet
    match = _BYLINE.fullmatch(line)
    return (("authors", _byline(match["names"])),) if match and _byline(match["names"]) else ()


def _outlet_and_date(line: str) -> tuple[tuple[str, str], ...]:
    """Return the outlet and the day of a line that holds only these: "The Levant Monitor, 14 November 2025".

    A town before a date is no outlet: only a name that begins or ends as outlets do is one.
    """
    match = _OUTLET_AND_DATE.fullmatch(line)
    day = iso_date(match["date"]) if match else ""
    if match is None or not day or not _is_outlet(match["name"]):
        return ()
    return (("publisher", match["name"]), ("published", day))


def _is_outlet(name: str) -> bool:
    words = name.split()
    ends = (words[0], words[-1])
    named = any(_PRESS.fullmatch(word) for word in ends) or OUTLET.fullmatch(words[-1]) is not None
    return named and len(words) <= 6 and all(w[0].isupper() or not w[0].isalpha() for w in ends)


def _labelled(label: str, value: str) -> tuple[tuple[str, str], ...]:
    if label in ("url", "link"):
        found = ("url", clean_url(value))
    elif label in ("date", "published", "published on"):
        found = ("published", labelled_date(value))
    elif label in ("author", "authors", "by"):
        found = ("authors", value)
    elif label == "title":
        found = ("title", value)
    else:
        found = publisher_or_url(value) if len(value.split()) <= 8 and value[-1:] != "." else ("", "")
    return (found,) if found[1] else ()


def _byline(names: str) -> str:
    """Return the people of a byline, comma-separated, or "" when the line is a sentence."""
    if names[-1] in ".:;?!" or len(names) > 120 or re.search(r"\d", names):
        return ""
    # A single word after a full name is where they work ("Jane Smith, Reuters"), and so is an outlet or an
    # office.
    parts = [part for i, part in enumerate(split_names(names)) if i == 0 or not _is_work(part)]
    if not parts or not all(_is_name(part) for part in parts):
        return ""
    return ", ".join(part for i, part in enumerate(parts) if i == 0 or " " in part)


def _is_work(part: str) -> bool:
    words = part.split()
    return words[0] in ("the", "The") or OUTLET.fullmatch(words[-1]) is not None


def _is_name(part: str) -> bool:
    words = part.split()
    if not 1 <= len(words) <= 5 or _NOT_A_NAME.fullmatch(words[0]):
        return False
    return all(
        word[0].isupper() or word.lower().strip("-") in _PARTICLES or not word[0].isascii() for word in words
    )
