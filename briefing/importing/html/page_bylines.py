"""What a page shows as the names of those who wrote it: in elements marked so, else below its headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from briefing.importing.html.furniture import Roles, class_words, stands_beside
from briefing.importing.html.shown_words import shown_words
from briefing.language.calendar_names import is_weekday
from briefing.language.printed_dates import dates_among

_LONGEST = 120
_LONGEST_NAMES = 60
_FEW = 3
_MANY = 400
_PIECES = 400  # of markup in an element that may be a byline
_LINES_BELOW = 25
_PLACES = (
    *("a", "span", "p", "div", "address", "li", "em", "strong", "cite", "b", "i", "small", "td"),
    *("h2", "h3", "h4", "h5", "h6"),
)
_EXACT = frozenset(("byline", "author", "authors"))
_WORDS = _EXACT | {
    "authorline",
    "authorname",
    "writer",
    "writers",
    "autor",
    "autoren",
    "auteur",
    "autore",
    "yazar",
}
# Of an element that is about an author, and is no line of names.
_ABOUT = frozenset(
    word
    for row in (
        "bio biography box image img avatar photo picture comment comments title social twitter facebook",
        "description desc about info more related date page count email role job position time posts follow",
        "profile card widget",
    )
    for word in row.split()
)
_END = re.compile(r"\s+[|•·]\s+|\s+[–—-]\s+|\n")
_BY = re.compile(r"(?:By|BY|Von|Par|Por|Di|Door|Автор:?|Text:|Yazan:|Autor:)\s+(?=\S)")
_ONLY_BY = frozenset(("by", "von", "par", "por", "di", "door", "автор", "text", "autor", "written by"))
_NAME = re.compile(
    r"(?:[^\W\d_a-zà-öø-ÿ][\w'’.-]*|(?:al|bin|da|de|del|der|di|du|la|le|van|von|and|und|et|y|e)\b)"
)
_CASED = re.compile("[A-Za-zÀ-ɏͰ-ӿ]")


def bylines(root: Any) -> Iterator[str]:
    """Yield what stands as names of authors, of the surest mark that is there only."""
    roles = Roles()
    places = [element for element in root.iter(*_PLACES) if len(element.attrib)]
    tests: tuple[Callable[[Any], bool], ...] = (
        lambda element: "author" in (element.get("rel") or "").lower().split(),
        lambda element: "author" in (element.get("itemprop") or "").lower().split(),
        lambda element: bool(_EXACT & set((element.get("class") or "").lower().split())),
    )
    for test in tests:
        found = [words for words in map(_line, islice(filter(test, places), _MANY)) if words]
        if found:
            yield from found[:_FEW]
            return
    # Each is asked what stands round it: of a hostile page, only so many.
    marked = islice(filter(_is_named, places), _MANY)
    named = (element for element in marked if not stands_beside(element, roles))
    yield from islice((*_names(map(_line, named)), *_names(_below_headline(root))), 1)


def _line(element: Any) -> str:
    """Return the names in an element, "" where it is too long for a byline."""
    words = shown_words(element, _PIECES)
    if len(words) > _LONGEST:
        return ""
    words = _END.split(words)[0]
    found = next(dates_among(words), None)
    names = (found[1] if found else words).strip(" ,|·•")
    if names.rstrip(":").lower() in _ONLY_BY:
        return ""
    rest, _, last = names.rpartition(" ")
    return rest.strip(" ,|·•") if is_weekday(last) and found else names


def _is_named(element: Any) -> bool:
    names = class_words(element)
    return bool(names & _WORDS) and not names & _ABOUT


def _names(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines that hold names only, without the word before them."""
    for line in lines:
        bare = _BY.sub("", line, count=1)
        words = bare.replace(",", " ").replace("&", " ").split()
        if len(words) >= 2 and len(bare) <= _LONGEST_NAMES and all(map(_may_be_in_name, words)):
            yield bare


def _may_be_in_name(word: str) -> bool:
    return _NAME.fullmatch(word) is not None or (not _CASED.search(word) and word.isalpha())


def _below_headline(root: Any) -> Iterator[str]:
    """Yield the lines below the only headline that begin with "By"."""
    headings = root.xpath("//h1[normalize-space()]")
    if len(headings) != 1:
        return
    below = headings[0].xpath(
        "following::text()[string-length(normalize-space()) > 1][not(parent::script or parent::style)]"
    )
    for text in below[:_LINES_BELOW]:
        words = f"{' '.join(str(text).split())} "
        if _BY.match(f"{words}x"):
            line = _line(text.getparent() if text.is_text else text.getparent().getparent())
            if _BY.match(line):
                yield line
