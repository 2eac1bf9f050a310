"""The day a page was published: as it states it, else as it shows it; that in its address is a weaker find.

What is shown is looked for from the surest mark on: what is called its date of publication, any time, what is
called a date, a byline, a label ("posted on"), the lines below the headline. Dates of comments, of other
stories and of updates are not the article's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from briefing.importing.html.furniture import Roles, class_words, stands_beside
from briefing.importing.html.shown_words import shown_words
from briefing.language.lexicon import words_of
from briefing.language.printed_dates import dates_among, iso_date

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?", re.ASCII)
_DAY_FIRST = re.compile(r"\d{4}-\d{2}-\d{2}(?=[T ])", re.ASCII)
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>(?:19[89]|20[0-4])\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    re.ASCII,
)
_MARKS = ("span", "p", "div", "li", "dd", "td", "small", "em", "strong", "b", "i", "a", "abbr", "section",
          "header", "h2", "h3", "h4", "h5", "h6")  # fmt: skip


# Of a class name or an id.
_WORDS_OF_DATE = words_of("""
    date dates published publish pubdate publication dateline timestamp datetime posted postdate entrydate
    articledate pubtime created erstellt datum fecha data dato tarih datepublished""")
_WORDS_OF_BYLINE = words_of("""
    byline bylines meta info author authors submitted postinfo postmeta postmetadata entrymeta metadata
    credits articleinfo details kicker""")
_PUBLISHED = re.compile(
    r"\b(?:published|posted|publication date|issued|written|veröffentlicht|erschienen|erstellt|publié|paru"
    r"|publicad[oa]|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|udgivet|opublikowan\w|dodan\w"
    r"|опубликован\w|размещен\w|yayın\w*|eklenme|نشر\w*|تاريخ النشر|منتشر)\b|发布|發布|公開|掲載",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:updated?|modified|edited|revised|aktualisiert|geändert|mise? à jour|modifié|actualizad\w"
    r"|modificad\w|aggiornat\w|modificat\w|atualizad\w|обновлен\w|изменен\w|güncel\w*|zaktualizowan\w"
    r"|bijgewerkt|gewijzigd|uppdaterad|oppdatert)\b|更新",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_FEW = 40
_MANY = 400
_PIECES = 400  # of markup in an element that may be a date's
_LONGEST = 160
_LONGEST_STATED = 60
_LONGEST_BESIDE_DATE = 60  # characters of a line besides its date, where nothing calls it one
_LINES_BELOW = 25


def published_on(stated: Iterable[str], root: Any, language: str) -> str:
    """Return the day of publication (ISO 8601, possibly partial): of the statements, else as shown, or ""."""
    found = next(filter(None, map(_day, stated)), "")
    return found or next(_shown(root, language), "")


def day_in_address(url: str) -> str:
    """Return the day that an address names ("/2019/08/02/"), or ""."""
    match = _IN_ADDRESS.search(url)
    return iso_date(f"{match['year']}-{match['month']}-{match['day']}") if match else ""


def _day(value: str) -> str:
    """Return the day a date or time of publication names, as it stands there (ISO 8601), or ""."""
    value = value.strip()
    compact = _COMPACT.fullmatch(value)
    if compact:
        return iso_date("-".join(compact.groups()))
    exact = _DAY_FIRST.match(value)
    if exact:
        return iso_date(exact.group())
    return iso_date(value) or next((day for day, _ in dates_among(value[:_LONGEST_STATED])), "")


def _shown(root: Any, language: str) -> Iterator[str]:
    """Yield the days that a page shows as its date, the surest first."""
    roles = Roles()
    for element in _times(root, roles):
        for name in ("datetime", "content", "title"):
            yield from filter(None, (_day(element.get(name) or ""),))
        yield from _among(shown_words(element, _PIECES), language)
    for words in (_WORDS_OF_DATE, _WORDS_OF_BYLINE):
        for element in islice(_marked(root, roles, words), _FEW):
            yield from filter(None, (_day(element.get("title") or ""),))
            yield from _among(shown_words(element, _PIECES), language)
    yield from _labelled(root, language)
    yield from _below_headline(root, language)


def _times(root: Any, roles: Roles) -> list[Any]:
    """Return the times of a page that may be its own, those said to be of its publication first."""
    marked = root.xpath("//*[contains(@itemprop, 'datePublished')] | //time")
    times = [element for element in marked[: 4 * _FEW] if not stands_beside(element, roles)]
    return sorted(times, key=lambda element: not _is_of_publication(element))[:_FEW]


def _is_of_publication(time: Any) -> bool:
    names = f"{time.get('itemprop')} {time.get('class')}".lower()
    return time.get("pubdate") is not None or "publish" in names


def _marked(root: Any, roles: Roles, wanted: frozenset[str]) -> Iterator[Any]:
    named = (e for e in root.iter(*_MARKS) if len(e.attrib) and wanted & class_words(e))
    # Each is asked what stands round it: of a hostile page, only so many.
    yield from (element for element in islice(named, _MANY) if not stands_beside(element, roles))


def _among(words: str, language: str) -> Iterator[str]:
    """Yield the days among a few words that are not those of a change."""
    if len(words) > _LONGEST or not _YEAR.search(words):
        return
    for day, before in dates_among(words, language):
        if not _CHANGED.search(before) or _PUBLISHED.search(before):
            yield day


def _labelled(root: Any, language: str) -> Iterator[str]:
    """Yield the days in lines that say when something was published."""
    is_near: Callable[[str], object] = _PUBLISHED.search
    lines = root.iter("p", "div", "span", "li", "td", "em", "small")
    labelled = (e for e in lines if e.text and len(e.text) <= _LONGEST and is_near(e.text))
    for element in islice(labelled, _MANY):
        shown = shown_words(element, _PIECES)
        if len(shown) <= _LONGEST:
            yield from (day for day, before in dates_among(shown, language) if is_near(before))


def _below_headline(root: Any, language: str) -> Iterator[str]:
    """Yield the days in the first lines below the only headline, where they say little else."""
    headings = root.xpath("//h1[normalize-space()]")
    if len(headings) != 1:
        return
    below = headings[0].xpath(
        "following::text()[string-length(normalize-space()) > 5][not(parent::script or parent::style)]"
    )
    for text in below[:_LINES_BELOW]:
        words = " ".join(str(text).split())
        for day in islice(_among(words, language), 1):
            if len(words) - 10 <= _LONGEST_BESIDE_DATE:
                yield day
