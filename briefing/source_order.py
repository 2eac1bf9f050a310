"""The order in which the articles of a brief are listed: as they were added, or by what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, get_args

from briefing.language.fold import fold
from briefing.model import Source

SourceOrder = Literal["added", "date", "title", "outlet", "use", "grade"]
SOURCE_ORDERS: tuple[SourceOrder, ...] = get_args(SourceOrder)

_LAST = "\U0010ffff"


def in_order(sources: Iterable[Source], order: SourceOrder, links: Mapping[str, int]) -> tuple[Source, ...]:
    """Return the sources in an order; `links` counts the evidence of each, by its id.

    By date the newest come first, by use the most quoted; what is not known of a source puts it last. Where
    two are alike they stand as they were added.
    """
    if order == "added":
        return tuple(sources)
    keys: dict[str, Callable[[Source], Any]] = {
        "title": lambda source: _letters(source.title),
        "outlet": lambda source: (_letters(source.publisher), _backwards(source.published)),
        "date": lambda source: _backwards(source.published),
        "use": lambda source: -links.get(source.id, 0),
        "grade": lambda source: source.grade or _LAST,
    }
    return tuple(sorted(sources, key=keys[order]))


def _letters(words: str) -> str:
    return fold(words, "letters").text.casefold() if words.strip() else _LAST


def _backwards(date: str) -> tuple[int, ...]:
    """Return what sorts ISO 8601 dates the newest first; one without its day or month after those of it."""
    parts = [-int(part) for part in date.split("-") if part.isdigit()]
    return (*parts, 0, 0)[:3] if date[:4].isdigit() else (1,)
