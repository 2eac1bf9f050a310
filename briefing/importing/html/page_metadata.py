"""What a web page says about itself: JSON-LD first, then its <meta>, then its visible parts.

Vocabularies: schema.org articles (JSON-LD 1.1), Open Graph, Dublin Core (RFC 5013), Highwire citation
tags, HTML's own title, time, link and lang. What is missing stays empty: a wrong outlet in a footnote
is worse than none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefing.importing.common.authors import first_last, is_outlet, stated_authors
from briefing.importing.common.cleaning import AUTHORS_LIMIT, TITLE_LIMIT, clean, clean_url
from briefing.importing.html.json_ld import Thing, names_of, people_of, stated_article, strings
from briefing.importing.html.page_bylines import bylines
from briefing.importing.html.page_dates import day_in_address, published_on
from briefing.importing.html.shown_words import shown_words

_TITLES = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "headline",
    "parsely-title",
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author",
            "twitter:creator")  # fmt: skip
_PUBLISHERS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher",
    "citation_publisher",
               "publisher", "application-name")  # fmt: skip
_DATES = ("article:published_time", "og:published_time", "datepublished", "citation_publication_date",
    "citation_date",
          "citation_online_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
          "dcterms.created",
          "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date",
          "article.published", "article:published", "og:article:published_time", "rnews:datepublished",
          "cxenseparse:recs:publishtime", "vr:published_time", "article_date_original", "publish_date",
          "date_published", "pub_date", "datecreated", "date")  # fmt: skip
_LANGUAGES = ("content-language", "og:locale", "dc.language", "dcterms.language", "language")
_SEPARATOR = re.compile(r"\s+(?:[|·•»–—-]|::)\s+|\s*\|\s*")
_BY = re.compile(
    r"(?:(?:by|von|par|por|av|door|от|автор|מאת|بقلم|كتبه?|نوشته)(?:\s*[:：]\s*|\s+)"
    r"|(?:text|words|autor(?:in|a|es)?|auteurs?|yazan|haber|作者|記者|记者|文)\s*[:：]\s*)",
    re.IGNORECASE,
)
# Where somebody wrote from, behind the name.
_WRITTEN_IN = re.compile(r"\s+(?:in|reporting from)\s+(?=[A-ZÀ-Þ]).*")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?", re.ASCII)
_MOST_WORDS_OF_A_SITE = 5
_FEW = 40


@dataclass(frozen=True, slots=True)
class Meta:
    """The fields of `parsed.Parsed` that a page's metadata fills.

    `headline`: its main heading as shown. `paid`: it says that not everybody may read the whole of it.
    `words`: how many it says that its article has, 0 mostly. `body`: the article as given
    to search engines (schema.org articleBody), "" mostly.
    `offered`: the day in its address, where it states and shows none.
    """

    title: str = ""
    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    paid: bool = False
    words: int = 0
    body: str = ""
    offered: str = ""


def read_meta(root: Any, base: str) -> Meta:
    """Return what the page `root`, fetched from the address `base` or "", says about itself.

    Never raises on content.
    """
    elements = _PageElements(root)
    url = _url(elements, _base(root, base))
    publisher = _first(
        (*_names(elements.thing, "publisher"), *elements.of(_PUBLISHERS), *_names(elements.thing, "isPartOf"))
    )
    language = _language(elements, root)
    headlines = _headlines(root)
    headline = headlines[0] if len(headlines) == 1 else ""
    published = published_on(_dates(elements), root, language)
    return Meta(
        title=_title(elements, root, publisher, headlines, url),
        headline=headline,
        authors=_authors(elements, root, language, _sites(elements, publisher, url)),
        publisher=publisher,
        published=published,
        offered="" if published else day_in_address(url),
        language=language,
        url=url,
        paid=str(elements.thing.get("isAccessibleForFree")).lower() == "false",
        words=_word_count(elements.thing.get("wordCount")),
        body=next(iter(strings(elements.thing.get("articleBody"))), ""),
    )


def _word_count(value: Any) -> int:
    digits = str(value).strip()
    return int(digits) if re.fullmatch(r"\d{1,6}", digits, re.ASCII) else 0


def bare_title(title: str, sites: Iterable[str], headline: str = "") -> str:
    """Return a title without the name of its site before or after it."""
    title = " ".join(title[: 2 * TITLE_LIMIT].split())
    if headline and title != headline and _squeezed(title).startswith(_squeezed(headline)):
        return headline
    known = {_squeezed(site) for site in sites} - {""}
    changed = True
    while changed:
        changed = False
        marks = list(_SEPARATOR.finditer(title))
        for mark, is_last in ((marks[-1], True), (marks[0], False)) if marks else ():
            site, rest = (
                (title[mark.end() :], title[: mark.start()])
                if is_last
                else (title[: mark.start()], title[mark.end() :])
            )
            piped = is_last and "|" in mark.group() and len(site.split()) <= _MOST_WORDS_OF_A_SITE
            if rest.strip() and (_squeezed(site) in known or piped):
                title, changed = rest.strip(), True
                break
    return title


class _PageElements:
    """The page's statements: <meta> by lower-case name, links by relation, its article in JSON-LD."""

    def __init__(self, root: Any) -> None:
        self.thing: Thing = stated_article(script.text for script in root.iter("script") if _is_ld(script))
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        for element in root.iter("meta", "link"):
            if element.tag == "link":
                for rel in (element.get("rel") or "").lower().split():
                    self.links.setdefault(rel, element.get("href") or "")
                continue
            value = html.unescape(element.get("content") or "").strip()
            for key in ("property", "name", "itemprop", "http-equiv"):
                if value and element.get(key):
                    self.meta.setdefault(element.get(key).strip().lower(), []).append(value)

    def of(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the values of these names, the first name's first."""
        for name in names:
            yield from self.meta.get(name, ())


def _is_ld(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower() and bool(script.text)


def _first(values: Iterable[str]) -> str:
    """Return the first value that is a name: not empty, not an address, not a handle."""
    return next((clean(value) for value in values if _is_name(value)), "")


def _is_name(value: str) -> bool:
    return (
        bool(value.strip())
        and not re.match(r"https?:|www\.|@|//", value.strip(), re.IGNORECASE)
        and len(value) < 200
    )


def _names(thing: Thing, field: str) -> tuple[str, ...]:
    return names_of(thing.get(field), thing)


def _squeezed(value: str) -> str:
    return "".join(char for char in value.lower() if char.isalnum())


def _headlines(root: Any) -> list[str]:
    found = (shown_words(heading) for heading in islice(root.iter("h1"), _FEW))
    return list(dict.fromkeys(text for text in found if text))[:_FEW]


def _title(elements: _PageElements, root: Any, publisher: str, headlines: list[str], url: str) -> str:
    headline = headlines[0] if len(headlines) == 1 else ""
    titles = [shown_words(title) for title in islice(root.iter("title"), _FEW)]
    unseen = strings(elements.thing.get("headline"))
    stated = (*elements.of(_TITLES), headline, *titles)
    sites = _sites(elements, publisher, url)
    best = next((value for value in (*unseen, *stated) if value.strip()), "")
    if unseen and best not in headlines and not _stands_on(root, best):
        # Written for search engines: what a reader sees goes before it, where the page states that too.
        best = _agreed(headlines, (*elements.of(_TITLES), *titles)) or best
    return clean(bare_title(html.unescape(best), sites, headline), TITLE_LIMIT)


def _sites(elements: _PageElements, publisher: str, url: str) -> frozenset[str]:
    """Return how the page's outlet is called: its names and its host, squeezed."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return frozenset(map(_squeezed, (publisher, *elements.of(_PUBLISHERS), host, host.split(".")[0]))) - {""}


def _stands_on(root: Any, title: str) -> bool:
    body = root.find("body")
    return _squeezed(title) in _squeezed(shown_words(root if body is None else body))


def _agreed(headlines: list[str], stated: Iterable[str]) -> str:
    """Return the first headline that stands in another statement of the page's title, or ""."""
    others = [_squeezed(value) for value in stated]
    return next((h for h in headlines if len(h.split()) > 1 and any(_squeezed(h) in o for o in others)), "")


def _authors(elements: _PageElements, root: Any, language: str, sites: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the first statement that holds any of people; citation tags hold one "Last, First"
    each. `sites`: how the page's own outlet is called, which is an author where nobody is named.
    """
    cited = tuple(map(first_last, filter(_is_name, elements.of(("citation_author",)))))
    thing = elements.thing
    by_outlet: tuple[str, ...] = ()
    for values in (people_of(thing, "author"), people_of(thing, "creator"), elements.of(_AUTHORS), cited):
        found = values if values is cited else _people(values, language)
        people = _persons(found, sites)
        if people:
            return people
        by_outlet = by_outlet or found
    shown = _people(bylines(root), language)
    return _persons(shown, sites) or by_outlet or _people(_names(thing, "author"), language) or shown


def _persons(names: Iterable[str], sites: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if _squeezed(name) not in sites and not is_outlet(name))


def _people(values: Iterable[str], language: str) -> tuple[str, ...]:
    bare = (value[match.end() :] if (match := _BY.match(value)) else value for value in map(clean, values))
    found = stated_authors((_WRITTEN_IN.sub("", value) for value in bare), language)
    # Ten times as many as are kept bounds the work; what is cut is reported where it is cut.
    return found[: 10 * AUTHORS_LIMIT]


def _dates(elements: _PageElements) -> tuple[str, ...]:
    return (
        *strings(elements.thing.get("datePublished")),
        *elements.of(_DATES),
        *strings(elements.thing.get("dateCreated")),
    )


def _language(elements: _PageElements, root: Any) -> str:
    stated = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang") or "",
              *strings(elements.thing.get("inLanguage")), *elements.of(_LANGUAGES))  # fmt: skip
    match = next(filter(None, (_TAG.fullmatch(value.split(",")[0].strip()) for value in stated)), None)
    if match is None:
        return ""
    tongue, script, place = match.groups()
    return "-".join(filter(None, (tongue.lower(), script and script.title(), place and place.upper())))


def _url(elements: _PageElements, base: str) -> str:
    """Return the page's own address; where it was fetched from when it names none that is a page's."""
    stated = (
        elements.links.get("canonical", ""),
        *elements.of(("og:url",)),
        *strings(elements.thing.get("url")),
        *elements.thing.addresses(),
    )
    for value in stated:
        url = _joined(base, value.strip())
        # A canonical address that is the site's front page is a fault of many a site's template.
        if url and (urlsplit(url).path.strip("/") or urlsplit(url).query or not base):
            return url
    return clean_url(base)


def _base(root: Any, address: str) -> str:
    """Return the address that relative ones are joined to: the page's <base>, joined to its own."""
    stated = next((e.get("href") for e in islice(root.iter("base"), _FEW) if e.get("href")), "")
    return _joined(address, stated) or address


def _joined(base: str, value: str) -> str:
    if not value:
        return ""
    try:
        url = clean_url(urljoin(base, value))
        return url if url and urlsplit(url).hostname else ""
    except ValueError:
        return ""
