"""Where the lines of a page stand to what the extractor kept, and which of them look like it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import Any

from briefing.importing.html.article_witness import squeezed
from briefing.importing.html.line_kinds import is_prose
from briefing.importing.html.markup import MarkupBlock

_SHARE_OF_ARTICLE = 0.8  # of the extractor's characters that the article's element must hold
_LONGEST_OPENING = 40  # lines from the headline to the first paragraph


@dataclass(frozen=True, slots=True)
class LineStanding:
    """How a line stands to what the extractor kept.

    `between` the first and last line of prose kept, `before` the first, `inside` the element that holds
    nearly all of it, `near` it where that element is not the whole page, in the `opening`: the headline and
    what stands between it and the first line. `beside` prose kept: the line before or after it. `like`: its
    element has the name and class of one that holds such prose. `repeated`: it stands elsewhere on the page
    too. `spanned`: between any two lines kept.
    """

    between: bool
    before: bool
    inside: bool
    near: bool
    opening: bool
    beside: bool
    like: bool
    repeated: bool
    spanned: bool


def prose_kept(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Return for each line whether it is prose that the extractor kept."""
    return [hit and is_prose(block) for block, hit in zip(blocks, kept, strict=True)]


def places_of(blocks: list[MarkupBlock], kept: list[bool], headline: str) -> list[LineStanding]:
    """Return the place of each line; at least one was kept."""
    prose = prose_kept(blocks, kept)
    article = _article_element(blocks, kept)
    inside = _inside(blocks, article)
    narrow = article is not None and article.tag not in ("body", "html")
    # A word of a menu may stand in the article too: only prose shows where it begins and ends.
    first, last = _ends(prose if any(prose) else kept)
    outer_first, outer_last = _ends(kept)
    opening = _opening(blocks, first, headline)
    keys = [squeezed(block.text) for block in blocks]
    counts = Counter(keys)
    alike = _alike(blocks, prose, [counts[key] > 1 for key in keys])
    return [
        LineStanding(
            between=first <= n <= last,
            before=n < first,
            inside=inside[n],
            near=inside[n] and narrow,
            opening=n in opening,
            beside=any(prose[m] for m in (n - 1, n + 1) if 0 <= m < len(prose)),
            like=_looks(block) in alike,
            repeated=counts[keys[n]] > 1,
            spanned=outer_first <= n <= outer_last,
        )
        for n, block in enumerate(blocks)
    ]


def _alike(blocks: list[MarkupBlock], prose: list[bool], repeated: list[bool]) -> set[tuple[str, str]]:
    """Return the looks of prose kept; what is there twice shows none, unless the page repeats its article."""
    once = [block for block, hit, again in zip(blocks, prose, repeated, strict=True) if hit and not again]
    every = [block for block, hit in zip(blocks, prose, strict=True) if hit]
    is_twice = sum(len(block.text) for block in once) < sum(len(block.text) for block in every) / 2
    return set(map(_looks, every if is_twice else once))


def _ends(marked: list[bool]) -> tuple[int, int]:
    return marked.index(True), len(marked) - 1 - marked[::-1].index(True)


def _looks(block: MarkupBlock) -> tuple[str, str]:
    element = block.element
    return (element.tag, element.get("class") or "") if element is not None else ("", "")


def _opening(blocks: list[MarkupBlock], first: int, headline: str) -> range:
    """Return the places from the headline to the first line kept; none when it stands far above it."""
    above = range(first - 1, max(-1, first - 1 - _LONGEST_OPENING), -1)
    place = next((n for n in above if headline and blocks[n].text == headline), first)
    return range(place, first)


def _inside(blocks: list[MarkupBlock], article: Any) -> list[bool]:
    """Return for each line whether it stands in the article's element."""
    if article is None:
        return [False] * len(blocks)
    within = {id(element): element for element in article.iter()}
    return [block.element is not None and id(block.element) in within for block in blocks]


def _article_element(blocks: list[MarkupBlock], kept: list[bool]) -> Any:
    """Return the smallest element that holds nearly all that was kept, or the nearest around it that the page
    calls its article; None where no element does.
    """
    sizes: Counter[Any] = Counter()
    for block, hit in zip(blocks, kept, strict=True):
        if hit and block.element is not None:
            sizes[block.element] += len(block.text)
    enough = _SHARE_OF_ARTICLE * sizes.total()
    holders = [element for element, size in _held(sizes).items() if size >= enough]
    if not holders:
        return None
    # All holders lie on one line of descent; the innermost is the one no other is inside of.
    outer = {above for element in holders for above in element.iterancestors()}
    article = next(element for element in holders if element not in outer)
    # A second half in a box of its own still belongs to what the page calls its article.
    around = chain((article,), article.iterancestors())
    return next((element for element in around if _is_called_article(element)), article)


def _held(sizes: Counter[Any]) -> Counter[Any]:
    """Return how much each element holds with all below it, from what each holds itself."""
    held: Counter[Any] = Counter()
    for element, size in sizes.items():
        held[element] += size
        for above in element.iterancestors():
            held[above] += size
    return held


def _is_called_article(element: Any) -> bool:
    return element.tag == "article" or "articleBody" in (element.get("itemprop") or "")
