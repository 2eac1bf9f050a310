"""Which lines of a page are its article: what the extractor found, repaired by our own walk.

The extractor (trafilatura) is a witness to where the article is. The lines themselves are ours, so that
what it drops inside the article (a paragraph said twice, text nested deep, sections after an
advertisement, pull quotes, tables) is still there; and what it lets through (links to other stories,
captions) is taken out and named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from briefing.importing.html_roles import ASIDE, FOOT, FURNITURE, Roles
from briefing.importing.markup import Block, blocks_of

_SHARE_OF_ARTICLE = 0.8  # of the extractor's characters that the article's element must hold
_WRONG_ROLE = 0.4  # of the extractor's characters in one role: the role is wrong, not the extractor
_ALL_LINK = 0.85
_MOSTLY_LINK = 0.5
_PROSE = 50  # characters of a line that is more than a label
_WINDOW = 30_000
_NAMED = frozenset(("caption", "related"))
_SHOWN = 3
_SHOWN_WORDS = 6
_LEADING = re.compile(
    r"(?:(?:see|read|watch|listen|look)(?: also| more| next)?|also read|more(?: from| on)?|related(?: \w+)?"
    r"|(?:recommended|you may (?:also )?like|lire aussi|lee también|siehe auch|читайте также|ilgili haberler"
    r"|اقرأ أيضا|إقرأ أيضا|اقرأ المزيد))\b[^.]{0,40}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)
_DASH = re.compile(r"[-–—•▪►»>*]\s+")


@dataclass(slots=True)
class Article:
    """The lines of the article; what was left out of it, by role; how many lines were put back."""

    lines: list[Block] = field(default_factory=list)
    left: dict[str, list[Block]] = field(default_factory=dict)
    restored: int = 0
    whole: bool = False


def article_of(root: Any, found: Iterable[str], headline: str = "") -> Article:
    """Return the article of a page, given the paragraphs an extractor found (none: no article)."""
    witness = _Witness(found)
    if not witness:
        return Article(blocks_of(root), whole=True)
    blocks = blocks_of(root, Roles())
    kept = witness.kept(blocks)
    wrong = _wrong_roles(blocks, kept)
    if wrong:
        blocks = blocks_of(root, Roles(wrong))
        kept = witness.kept(blocks)
    if not any(kept) or _is_scrap(blocks, kept):
        return Article(blocks_of(root), whole=True)
    article = _chosen(blocks, kept, headline)
    return article if article.lines else Article(blocks_of(root), whole=True)


def notices_of(article: Article) -> tuple[str, ...]:
    """Return what was left out of the article, each kind with its count and first words."""
    if article.whole:
        return ("No article was found on this page, so all of its words were kept, menus included.",)
    return tuple(
        _notice(FURNITURE.get(role, "other line"), left) for role, left in article.left.items() if left
    )


def _notice(what: str, left: list[Block]) -> str:
    plural = {
        "link to other stories": "links to other stories",
        "newsletter box": "lines of newsletter boxes",
    }
    name = what if len(left) == 1 else plural.get(what, what + "s")
    shown = "; ".join(f"“{_first_words(block.text)}”" for block in left[:_SHOWN])
    more = "; …" if len(left) > _SHOWN else ""
    return f"Left out of the article: {len(left):,} {name} ({shown}{more})."


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS])[:80] + (" …" if len(words) > _SHOWN_WORDS else "")


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, in lower case: what is compared."""
    return "".join(filter(str.isalnum, text.lower()))


class _Witness:
    """The extractor's paragraphs, asked which of our lines are among them."""

    def __init__(self, found: Iterable[str]) -> None:
        keys = [squeezed(line) for line in found]
        self._lines = frozenset(keys)
        self._all = "".join(keys)

    def __bool__(self) -> bool:
        return bool(self._all)

    def kept(self, blocks: list[Block]) -> list[bool]:
        """Tell for each line whether the extractor kept it. Searches near the last hit only: linear."""
        kept = []
        at = 0
        for block in blocks:
            key = squeezed(block.text)
            hit = key in self._lines and bool(key)
            place = self._all.find(key, max(0, at - _WINDOW), at + _WINDOW) if len(key) > 12 or hit else -1
            if place >= 0:
                hit, at = True, max(at, place)
            kept.append(hit)
        return kept


def _wrong_roles(blocks: list[Block], kept: list[bool]) -> frozenset[str]:
    sizes: Counter[str] = Counter()
    for block, hit in zip(blocks, kept, strict=True):
        sizes[block.role] += len(block.text) if hit else 0
    return frozenset(role for role, size in sizes.items() if role and size > _WRONG_ROLE * sizes.total())


def _is_scrap(blocks: list[Block], kept: list[bool]) -> bool:
    """Tell whether what was found is too little of the page to be an article."""
    plain = [
        len(b.text) if hit else 0 for b, hit in zip(blocks, kept, strict=True) if b.role not in FURNITURE
    ]
    every = sum(len(block.text) for block in blocks if block.role not in FURNITURE and not _is_link(block))
    return sum(plain) < 250 and sum(plain) < every / 2


def _chosen(blocks: list[Block], kept: list[bool], headline: str) -> Article:
    inside = _inside(blocks, kept)
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    related = _related(blocks)
    article = Article()
    for place, (block, hit) in enumerate(zip(blocks, kept, strict=True)):
        role = "related" if place in related else block.role
        between = first <= place <= last
        if role in FURNITURE:
            if (between or (inside[place] and role in _NAMED)) and _is_missed(block, role):
                article.left.setdefault(role, []).append(block)
        elif hit or _belongs(blocks, place, role, between, place < first, inside[place], headline):
            article.lines.append(block)
            article.restored += not hit
        elif between and _has_words(block):
            article.left.setdefault("", []).append(block)
    return article


def _belongs(
    blocks: list[Block], place: int, role: str, between: bool, before: bool, inside: bool, headline: str
) -> bool:
    """Tell whether a line the extractor dropped is a part of the article all the same."""
    block = blocks[place]
    if role == "pulled":
        return inside or between
    if role == FOOT or _RIGHTS.match(block.text):
        return False
    if role == ASIDE:
        return between and not _is_link(block)
    if between:
        return not _is_link(block) or block.kind == "row"
    if before:
        return block.text == headline or (inside and _is_prose(block))
    if not inside or _is_link(block):
        return False
    return _is_prose(block) or block.kind in ("row", "item", "quote") or _heads_prose(blocks, place)


def _heads_prose(blocks: list[Block], place: int) -> bool:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return blocks[place].kind == "heading" and following is not None and _is_prose(following)


def _is_prose(block: Block) -> bool:
    return (
        len(block.text) >= _PROSE
        and not _is_link(block)
        and block.role not in FURNITURE
        and block.role != FOOT
    )


def _is_link(block: Block) -> bool:
    return block.linked > _MOSTLY_LINK * len(block.text)


def _is_missed(block: Block, role: str) -> bool:
    """Tell whether leaving out a line is worth a word: not for the labels of buttons and menus."""
    return _has_words(block) and (role in _NAMED or len(block.text) >= _PROSE)


def _has_words(block: Block) -> bool:
    return any(map(str.isalnum, block.text))


def _related(blocks: list[Block]) -> frozenset[int]:
    """Return the places of links to other stories: whole lines that are links, and what leads to them."""
    found: set[int] = set()
    for place, block in enumerate(blocks):
        if block.kind in ("row", "heading") or not block.linked:
            continue
        whole = block.linked >= _ALL_LINK * len(_DASH.sub("", block.text, count=1))
        leads = _LEADING.match(block.text) and _is_link(block)
        alone = block.kind == "item" or bool(_DASH.match(block.text)) or block.text[-1:] not in ".!?…”\"'"
        if (whole and alone and len(block.text.split()) >= _FEWEST_WORDS) or leads:
            found.add(place)
    for place in sorted(found, reverse=True):
        before = blocks[place - 1] if place else None
        if (
            before is not None
            and len(before.text) < _PROSE
            and _LEADING.fullmatch(before.text.rstrip(" :.…»>"))
        ):
            found.add(place - 1)
    return frozenset(found)


_FEWEST_WORDS = 3


def _inside(blocks: list[Block], kept: list[bool]) -> list[bool]:
    """Tell for each line whether it stands in the smallest element that holds nearly all that was kept."""
    sizes: dict[Any, int] = {}
    total = 0
    for block, hit in zip(blocks, kept, strict=True):
        if hit and block.element is not None:
            total += len(block.text)
            sizes[block.element] = sizes.get(block.element, 0) + len(block.text)
    held: Counter[Any] = Counter()
    for element, size in sizes.items():
        held[element] += size
        for above in element.iterancestors():
            held[above] += size
    holders = [element for element, size in held.items() if size >= _SHARE_OF_ARTICLE * total]
    if not holders:
        return [False] * len(blocks)
    # All holders lie on one line of descent; the innermost is the one no other is inside of.
    outer = {above for element in holders for above in element.iterancestors()}
    article = next(element for element in holders if element not in outer)
    within = {id(element): element for element in article.iter()}
    return [block.element is not None and id(block.element) in within for block in blocks]
