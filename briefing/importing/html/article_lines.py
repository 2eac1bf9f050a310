"""Which lines of a page are its article: what the extractor found, repaired by our own walk.

The extractor (trafilatura) is a witness to where the article is. The lines themselves are ours, so that
what it drops inside the article (a paragraph said twice, text nested deep, sections after an
advertisement, pull quotes, tables) is still there; and what it lets through (links to other stories,
captions) is taken out and named. A line that the extractor dropped is put back where it is like the lines it
kept; what is not is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from briefing.importing.html.article_witness import Witness, squeezed
from briefing.importing.html.furniture import ASIDE, FOOT, FURNITURE, Roles
from briefing.importing.html.hidden_parts import hidden_parts
from briefing.importing.html.line_kinds import (
    count_of_sentences,
    has_words,
    is_link,
    is_long,
    is_prose,
    names_maker,
    weight,
)
from briefing.importing.html.line_places import LineStanding, places_of, prose_kept
from briefing.importing.html.markup import MarkupBlock, blocks_of
from briefing.importing.html.other_stories import other_stories

_WRONG_ROLE = 0.4  # of the extractor's characters in one role: the role is wrong, not the extractor
_NAMED = frozenset(("caption", "related"))
_HIDDEN = "hidden"
_NOT_FURNITURE = {"": "other line", _HIDDEN: "hidden line"}
_SHOWN = 3
_SHOWN_WORDS = 6
_FLASH = 120  # weight of two sentences
_SCRAP = 250  # weight; a single line that is less is an article where there is hardly anything else
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)
_BYLINE = re.compile(r"By [^\W\d_a-z]")


@dataclass(slots=True)
class ArticleLines:
    """The lines of the article; what was left out of it, by role."""

    lines: list[MarkupBlock] = field(default_factory=list)
    left: dict[str, list[MarkupBlock]] = field(default_factory=dict)
    whole: bool = False


def article_of(root: Any, found: Iterable[str], headline: str = "") -> ArticleLines:
    """Return the article of a page, given the paragraphs an extractor found (none: no article)."""
    witness = Witness(found)
    if not witness:
        return ArticleLines(blocks_of(root), whole=True)
    blocks, kept = _judged(root, witness)
    seen = sum(len(squeezed(block.text)) for block, hit in zip(blocks, kept, strict=True) if hit)
    hidden = hidden_parts(root, witness, seen)
    if sum(part.letters for part in hidden) > seen:
        # As with a wrong role: the hiding is wrong, not the extractor.
        for part in hidden:
            part.show()
        hidden = []
        blocks, kept = _judged(root, witness)
    if not any(kept) or _is_scrap(blocks, kept):
        return ArticleLines(blocks_of(root), whole=True)
    article = _chosen(blocks, kept, headline)
    if hidden:
        article.left[_HIDDEN] = [block for part in hidden for block in part.prose]
    return article if article.lines else ArticleLines(blocks_of(root), whole=True)


def _judged(root: Any, witness: Witness) -> tuple[list[MarkupBlock], list[bool]]:
    """Return the lines of a page with their roles, wrong ones taken away, and which lines were kept."""
    wrong: frozenset[str] = frozenset()
    while True:
        blocks = blocks_of(root, Roles(wrong))
        kept = witness.kept(blocks)
        more = _wrong_roles(blocks, kept)
        if not more:
            return blocks, kept
        # What is nested in a wrong role may have another that is wrong.
        wrong |= more


def notices_of(article: ArticleLines) -> tuple[str, ...]:
    """Return what was left out of the article, each kind with its count and first words."""
    if article.whole:
        return ("No article was found on this page, so all of its words were kept, menus included.",)
    return tuple(
        _notice(FURNITURE.get(role) or _NOT_FURNITURE[role], left)
        for role, left in article.left.items()
        if left
    )


def _notice(what: str, left: list[MarkupBlock]) -> str:
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


def _wrong_roles(blocks: list[MarkupBlock], kept: list[bool]) -> frozenset[str]:
    sizes: Counter[str] = Counter()
    for block, hit in zip(blocks, kept, strict=True):
        sizes[block.role] += len(block.text) if hit else 0
    return frozenset(role for role, size in sizes.items() if role and size > _WRONG_ROLE * sizes.total())


def _is_scrap(blocks: list[MarkupBlock], kept: list[bool]) -> bool:
    """Return whether what was found is too little of the page to be an article.

    Two sentences are one, a flash, however many labels stand round them; a single line is, where there is
    hardly anything else.
    """
    plain = [(b, hit) for b, hit in zip(blocks, kept, strict=True) if b.role not in FURNITURE]
    sentences = sum(count_of_sentences(b.text) for b, hit in plain if hit and is_prose(b))
    found = sum(weight(b.text) for b, hit in plain if hit)
    if sentences >= 2 and found >= _FLASH:
        return False
    return found < _SCRAP and found < sum(weight(b.text) for b, _ in plain if not is_link(b)) / 2


def _chosen(blocks: list[MarkupBlock], kept: list[bool], headline: str) -> ArticleLines:
    places = places_of(blocks, kept, headline)
    related = other_stories(blocks, prose_kept(blocks, kept))
    article = ArticleLines()
    for n, (block, hit, where) in enumerate(zip(blocks, kept, places, strict=True)):
        role = "related" if n in related else _role(block, where)
        if role not in FURNITURE and (_stays(block, where) if hit else _belongs(blocks, places, n, role)):
            article.lines.append(block)
        elif _is_missed(block, role, where):
            article.left.setdefault(role if role in FURNITURE else "", []).append(block)
    return article


def _role(block: MarkupBlock, where: LineStanding) -> str:
    """Return the role of a line: that of its element, or what its words show."""
    is_caption = not (block.role or where.like) and names_maker(block.text)
    return "caption" if is_caption else block.role


def _stays(block: MarkupBlock, where: LineStanding) -> bool:
    """Return whether a line that the extractor kept is part of the article: a label far from it only has the
    words of one that is, and what stands on the page again and looks like no other prose is a box.
    """
    if where.repeated and not where.like and block.kind not in ("heading", "row", "pre") and is_long(block):
        return False
    return where.near or where.between or where.opening or block.kind == "row" or is_prose(block)


def _belongs(blocks: list[MarkupBlock], places: list[LineStanding], n: int, role: str) -> bool:
    """Return whether a line that the extractor dropped is part of the article anyway."""
    block, where = blocks[n], places[n]
    if role == "pulled":
        return where.inside or where.between
    if role == FOOT or _RIGHTS.match(block.text):
        return False
    if role == ASIDE:
        return _belongs_beside(block, where)
    if where.opening:
        return block.kind == "heading" or _leads(block, where)
    if where.repeated and not (is_long(block) and where.beside and where.like):
        return False
    if block.kind == "heading" and not is_link(block):
        return _heads(blocks, places, n)
    return _belongs_by_looks(block, where)


def _leads(block: MarkupBlock, where: LineStanding) -> bool:
    """Return whether a line between the headline and the first line is a byline, or long and said once."""
    if is_link(block) or where.repeated:
        return False
    return bool(_BYLINE.match(block.text)) or ((where.inside or where.like) and is_long(block))


def _belongs_beside(block: MarkupBlock, where: LineStanding) -> bool:
    """Return whether a line beside the text is part of the article: between its lines, or a long one that
    leads to them.
    """
    if is_link(block):
        return False
    return where.between or (where.before and where.inside and is_long(block))


def _belongs_by_looks(block: MarkupBlock, where: LineStanding) -> bool:
    """Return whether a line is part of the article as it is written and stands there, whatever its role."""
    if is_link(block):
        return block.kind == "row" and where.between and where.inside
    if where.like and is_prose(block):
        return where.inside or where.between
    if where.before or not where.inside:
        return False
    if where.between:
        return is_long(block) or block.kind in ("row", "item", "quote")
    return block.kind == "row" or (where.like and block.kind in ("item", "quote"))


def _heads(blocks: list[MarkupBlock], places: list[LineStanding], n: int) -> bool:
    """Return whether a heading stands beside prose of the article, or leads to it from above."""
    where = places[n]
    if not (where.inside or where.between):
        return False
    return where.beside or (where.before and is_long(blocks[n])) or _heads_prose(blocks, places, n)


def _heads_prose(blocks: list[MarkupBlock], places: list[LineStanding], n: int) -> bool:
    if n + 1 == len(blocks):
        return False
    return places[n + 1].like and places[n + 1].inside and is_prose(blocks[n + 1])


def _is_missed(block: MarkupBlock, role: str, where: LineStanding) -> bool:
    """Return whether leaving out a line is worth a word: not for the labels of buttons and menus."""
    if role not in FURNITURE:
        return (where.spanned and has_words(block)) or (where.inside and is_long(block))
    if role in _NAMED:
        return (where.spanned or where.inside) and has_words(block)
    return where.spanned and is_long(block)
