"""RSS and Atom: a list of entries to pick from, each with its text where the feed carries it."""

from __future__ import annotations

import html
import html.entities
import io
import re
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from briefing.errors import BadInput
from briefing.importing.common.authors import stated_authors
from briefing.importing.common.cleaning import TITLE_LIMIT, clean, clean_name, clean_url
from briefing.importing.common.parsed import Hints, Parsed, Part
from briefing.importing.encoding.decode import decode, normalised
from briefing.language.printed_dates import iso_date

MOST_ENTRIES = 500
# Many feeds have the whole text as their description; a teaser is shorter.
_FULL_TEXT_WORDS = 150
_NAME_LIMIT = 80
_NOTE_LIMIT = 400

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_XHTML_SETS = re.compile(
    r"<!DOCTYPE\s+\w+\s*(?:(?:PUBLIC|SYSTEM)\s[^\[\]<>]{0,400})?\[(?:\s"
    r"|<!ENTITY\s+%\s+[\w.-]{1,40}\s+(?:PUBLIC\s+\"-//W3C//ENTITIES [\w ]{1,40} for XHTML//EN\"|SYSTEM)\s+"
    r"\"(?:http://www\.w3\.org/TR/xhtml1/DTD/)?xhtml-(?:lat1|symbol|special)\.ent\"\s*>"
    r"|%[\w.-]{1,40};)*\]\s*>\s*",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = ("lt", "gt", "amp", "quot", "apos")
_ROOT = re.compile(r"<[A-Za-z_]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_MOST_ATTRIBUTES = 1_000
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(script|style|!--)", re.IGNORECASE)
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\(([^()]+)\)|([^<>]+)<\S+@\S+>")
# What the parser lets through of feeds that make no sense.
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the entries of a feed, in its order, at most MOST_ENTRIES. Raises BadInput."""
    import feedparser

    text, notices = _checked(data, hints)
    try:
        found = feedparser.parse(
            io.BytesIO(text.encode()),  # a stream is never taken for an address or a path
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,  # what an entry holds is read by the importer of web pages
        )
    except _FAULTS as error:
        raise BadInput("It is damaged.", "Fetch it again, or ask its publisher.") from error
    entries = found["entries"]
    if not entries:
        why = "It is damaged." if found["bozo"] else "It has no entries."
        raise BadInput(why, "Check that this is a feed (RSS or Atom), and fetch it again.")
    feed = found["feed"]
    title = _plain(feed, "title")
    language = _value(feed, "language")
    base = hints.url or _value(feed, "link")
    parts = tuple(_part(entry, title, language, base) for entry in entries[:MOST_ENTRIES])
    return Parsed(
        text="",
        title=title,
        url=clean_url(urljoin(base, _value(feed, "link"))) if base else "",
        language=language,
        notices=(*notices, *_notices(found, entries)),
        extractor=f"feed 1, feedparser {feedparser.__version__}",
        parts=parts,
        parts_are="entries",
    )


def _checked(data: bytes, hints: Hints) -> tuple[str, tuple[str, ...]]:
    """Return the feed as text without its XML declaration, and notices.

    Raises BadInput for one that declares entities: they can grow without end, or name other files.
    """
    declared = _ENCODING.search(data[:1000])
    decoded = decode(data, hints.charset or (declared[1].decode("ascii") if declared else ""))
    text, lost = normalised(decoded.text)
    text = _with_letters(_DECLARATION.sub("", text, count=1).lstrip())
    root = _ROOT.search(text)
    prolog = text[: root.start()] if root else text
    if "[" in re.sub(r"<!--.*?-->", "", prolog, flags=re.DOTALL) or "<!ENTITY" in prolog.upper():
        raise BadInput(
            "It declares entities of its own, which can do harm.", "Ask its publisher for a plain feed."
        )
    if any(tag[0].count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise BadInput("It is damaged: a tag in it never ends.", "Fetch it again, or ask its publisher.")
    return text, (*decoded.notices, *lost)


def _with_letters(text: str) -> str:
    """Return a feed that declares only the entity sets of XHTML with the letters that these stand for.

    Nothing is fetched: the sets are those that every browser knows (XHTML 1.0, appendix A.2).
    """
    doctype = _XHTML_SETS.match(text)
    if doctype is None:
        return text
    return _ENTITY.sub(_letter, text[doctype.end() :])


def _letter(entity: re.Match[str]) -> str:
    letter = html.entities.name2codepoint.get(entity[1])
    return entity[0] if letter is None or entity[1] in _OF_XML else chr(letter)


def _notices(found: Any, entries: list[Any]) -> list[str]:
    notices = []
    if len(entries) > MOST_ENTRIES:
        notices.append(f"The feed has {len(entries):,} entries; the first {MOST_ENTRIES} are listed.")
    if found["bozo"]:
        notices.append("The feed is not well formed; entries may be missing or cut short.")
    links = (link for entry in entries[:MOST_ENTRIES] for link in dict.get(entry, "links") or ())
    attached = sum(_value(link, "rel") == "enclosure" for link in links)
    if attached:
        notices.append(f"Files attached to entries (sound, pictures), not taken along: {attached:,}.")
    return notices


def _part(entry: Any, feed_title: str, feed_language: str, base: str) -> Part:
    title = _plain(entry, "title")
    content, language = _content(entry)
    summary = _value(entry, "summary")
    link = _value(entry, "feedburner_origlink") or _value(entry, "link")
    url = clean_url(urljoin(base, link)) if link else ""
    published = _day(entry)
    if not content and (not url or len(_text(summary).split()) >= _FULL_TEXT_WORDS):
        content = _as_html(summary, dict.get(entry, "summary_detail"))
    authors = _authors(entry)
    language = language or feed_language
    data = _page(content, title, authors, published, language).encode("utf-8", "replace")
    teaser = "" if data else _as_html(summary, dict.get(entry, "summary_detail"))
    name = clean_name(re.sub(r"[/\\]", "-", title or "entry")[:_NAME_LIMIT])
    return Part(
        name=f"{name}.html" if data else name,
        data=data,
        size=len(data),
        kind="article",
        title=title or clean(_text(summary), 60),
        publisher=feed_title,
        authors=authors,
        published=published,
        url=url,
        language=language,
        note="" if data else clean(_text(summary), _NOTE_LIMIT),
        summary=_page(teaser, title, authors, published, language),
    )


def _content(entry: Any) -> tuple[str, str]:
    """Return the longest text that an entry carries, as HTML, and the language it is said to be in."""
    contents = [c for c in dict.get(entry, "content") or () if _value(c, "value")]
    if not contents:
        return "", ""
    best = max(contents, key=lambda content: len(content["value"]))
    return _as_html(best["value"], best), _value(best, "language")


def _as_html(value: str, detail: Any) -> str:
    if detail is None or _value(detail, "type") != "text/plain" or re.search(r"</?[a-z][^>]*>", value):
        return value
    return "".join(f"<p>{html.escape(block)}</p>\n" for block in re.split(r"\n\s*\n", value) if block.strip())


def _page(content: str, title: str, authors: tuple[str, ...], published: str, language: str) -> str:
    """Return a whole web page around the text of an entry that says what the feed said; "" for no words."""
    if not _text(content).strip():
        return ""
    head = [f"<title>{html.escape(title)}</title>"]
    head += [f'<meta name="author" content="{html.escape(author)}">' for author in authors]
    if published:
        head.append(f'<meta property="article:published_time" content="{published}">')
    lang = f' lang="{html.escape(language)}"' if language else ""
    page = (
        f'<!doctype html>\n<html{lang}><head><meta charset="utf-8">{"".join(head)}</head>\n<body><article>\n'
    )
    return f"{page}{content}\n</article></body></html>\n"


def _authors(entry: Any) -> tuple[str, ...]:
    names = [_value(author, "name") for author in dict.get(entry, "authors") or ()]
    both = _MAIL_AND_NAME.fullmatch(_value(entry, "author").strip()[:300])
    if both and len(names) <= 1:
        names = [both[1] or both[2]]
    return stated_authors(map(_text, names))


def _day(entry: Any) -> str:
    """Return the day of publication as the feed prints it, in its own time zone; of the update, else."""
    for key in ("published", "created", "updated"):
        value = _value(entry, key).strip()
        day = iso_date(value) or _mail_day(value)
        if day:
            return day
    return ""


def _mail_day(value: str) -> str:
    try:
        return parsedate_to_datetime(value).date().isoformat()  # RFC 822, as RSS 2.0 wants it
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _plain(holder: Any, key: str) -> str:
    value = _value(holder, key)
    detail = dict.get(holder, f"{key}_detail")
    plain = detail is not None and _value(detail, "type") == "text/plain"
    return clean(value if plain else _text(value), TITLE_LIMIT)


def _text(markup: str) -> str:
    """Return the text of a piece of HTML, without its tags, scripts and comments."""
    kept, at = [], 0
    while opening := _UNSEEN.search(markup, at):
        kept.append(markup[at : opening.start()])
        mark = "-->" if opening[1] == "!--" else f"</{opening[1]}"
        end = markup.find(mark, opening.end())
        if end < 0:
            at = len(markup)
            break
        at = end if mark.startswith("<") else end + len(mark)
    return html.unescape(_TAG.sub(" ", "".join((*kept, markup[at:]))))


def _value(holder: Any, key: str) -> str:
    # Not by holder[key]: feedparser answers with other fields for some that are missing, and warns.
    value = dict.get(holder, key)
    return value if isinstance(value, str) else ""
