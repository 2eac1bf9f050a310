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
from itertools import accumulate, chain, pairwise
from typing import Any

from briefing.importing.html.furniture import ASIDE, FOOT, FURNITURE, Roles
from briefing.importing.html.markup import MarkupBlock, blocks_of

_SHARE_OF_ARTICLE = 0.8  # of the extractor's characters that the article's element must hold
_WRONG_ROLE = 0.4  # of the extractor's characters in one role: the role is wrong, not the extractor
_ALL_LINK = 0.85
_MOSTLY_LINK = 0.5
_PROSE = 50  # characters of a line that is more than a label
_FEWEST_WORDS = 3  # of a link that is a headline
_LONGEST_OPENING = 40  # lines from the headline to the first paragraph
_LONGEST_CARD = 3  # lines below a card's heading
_WINDOW = 8_000
_FEWEST_LETTERS = 12
_NAMED = frozenset(("caption", "related"))
_SHOWN = 3
_SHOWN_WORDS = 6
_LEADING = re.compile(
    r"(?:(?:see|read|watch|listen|look)(?: also| more| next)?|also read|more(?: from| on)?|related(?: \w+)?"
    r"|(?:recommended|you may (?:also )?like|lire aussi|lee también|siehe auch|читайте также|ilgili haberler"
    r"|اقرأ أيضا|إقرأ أيضا|اقرأ المزيد))\b[^.]{0,40}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\w\W+\w+\W+\w+[.!?…。؟]+[”\"'’»)]*$")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W_]+")
_DASH = re.compile(r"[-–—•▪►»>*]\s+")


@dataclass(slots=True)
class ArticleLines:
    """The lines of the article; what was left out of it, by role."""

    lines: list[MarkupBlock] = field(default_factory=list)
    left: dict[str, list[MarkupBlock]] = field(default_factory=dict)
    whole: bool = False


def article_of(root: Any, found: Iterable[str], headline: str = "") -> ArticleLines:
    """Return the article of a page, given the paragraphs an extractor found (none: no article)."""
    witness = _Witness(found)
    if not witness:
        return ArticleLines(blocks_of(root), whole=True)
    blocks = blocks_of(root, Roles())
    kept = witness.kept(blocks)
    wrong = _wrong_roles(blocks, kept)
    if wrong:
        blocks = blocks_of(root, Roles(wrong))
        kept = witness.kept(blocks)
    if not any(kept) or _is_scrap(blocks, kept):
        return ArticleLines(blocks_of(root), whole=True)
    article = _chosen(blocks, kept, headline)
    return article if article.lines else ArticleLines(blocks_of(root), whole=True)


def notices_of(article: ArticleLines) -> tuple[str, ...]:
    """Return what was left out of the article, each kind with its count and first words."""
    if article.whole:
        return ("No article was found on this page, so all of its words were kept, menus included.",)
    return tuple(
        _notice(FURNITURE.get(role, "other line"), left) for role, left in article.left.items() if left
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


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, in lower case: what is compared."""
    return _NO_LETTER.sub("", text.lower())


class _Witness:
    """The extractor's paragraphs, asked which of our lines are among them."""

    def __init__(self, found: Iterable[str]) -> None:
        keys = [squeezed(line) for line in found]
        self._all = "".join(keys)
        starts = (end - len(key) for key, end in zip(keys, accumulate(map(len, keys)), strict=True))
        # The first place of a line that is there twice: the search must not run ahead.
        self._places = dict(reversed([pair for pair in zip(keys, starts, strict=True) if pair[0]]))

    def __bool__(self) -> bool:
        return bool(self._all)

    def kept(self, blocks: list[MarkupBlock]) -> list[bool]:
        """Return for each line whether the extractor kept it. Searches near the last hit only: linear."""
        kept = []
        at = 0
        for block in blocks:
            key = squeezed(block.text)
            place = self._places.get(key, -1)
            if place < 0 and len(key) >= _FEWEST_LETTERS:
                place = self._all.find(key, max(0, at - _WINDOW), at + len(key) + _WINDOW)
            kept.append(place >= 0)
            at = max(at, place)
        return kept


def _wrong_roles(blocks: list[MarkupBlock], kept: list[bool]) -> frozenset[str]:
    sizes: Counter[str] = Counter()
    for block, hit in zip(blocks, kept, strict=True):
        sizes[block.role] += len(block.text) if hit else 0
    return frozenset(role for role, size in sizes.items() if role and size > _WRONG_ROLE * sizes.total())


def _is_scrap(blocks: list[MarkupBlock], kept: list[bool]) -> bool:
    """Return whether what was found is too little of the page to be an article."""
    plain = [
        len(b.text) if hit else 0 for b, hit in zip(blocks, kept, strict=True) if b.role not in FURNITURE
    ]
    every = sum(len(block.text) for block in blocks if block.role not in FURNITURE and not _is_link(block))
    return sum(plain) < 250 and sum(plain) < every / 2


def _chosen(blocks: list[MarkupBlock], kept: list[bool], headline: str) -> ArticleLines:
    inside = _inside(blocks, kept)
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    opening = _opening(blocks, first, headline)
    related = _related(blocks)
    article = ArticleLines()
    for place, (block, hit) in enumerate(zip(blocks, kept, strict=True)):
        role = "related" if place in related else block.role
        where = _Where(first <= place <= last, place < first, inside[place], place in opening)
        if role in FURNITURE:
            if (where.between or (where.inside and role in _NAMED)) and _is_missed(block, role):
                article.left.setdefault(role, []).append(block)
        elif hit or _belongs(blocks, place, role, where):
            article.lines.append(block)
        elif (where.between and _has_words(block)) or (where.inside and len(block.text) >= _PROSE):
            article.left.setdefault("", []).append(block)
    return article


@dataclass(frozen=True, slots=True)
class _Where:
    """How a line stands to what the extractor kept.

    `between` its first and last line, `before` its first, `inside` the element that holds nearly all of
    it, in the `opening`: the headline and what stands between it and the first line.
    """

    between: bool
    before: bool
    inside: bool
    opening: bool


def _opening(blocks: list[MarkupBlock], first: int, headline: str) -> range:
    """Return the places from the headline to the first line kept; none when it stands far above it."""
    above = range(first - 1, max(-1, first - 1 - _LONGEST_OPENING), -1)
    place = next((n for n in above if headline and blocks[n].text == headline), first)
    return range(place, first)


def _belongs(blocks: list[MarkupBlock], place: int, role: str, where: _Where) -> bool:
    """Return whether a line that the extractor dropped is part of the article anyway."""
    block = blocks[place]
    if role == "pulled":
        return where.inside or where.between
    if role == FOOT or _RIGHTS.match(block.text):
        return False
    if role == ASIDE:
        return _belongs_beside(block, where)
    return _belongs_by_place(blocks, place, where)


def _belongs_beside(block: MarkupBlock, where: _Where) -> bool:
    """Return whether a line beside the text is part of the article: between its lines, or a long one that
    leads to them.
    """
    if _is_link(block):
        return False
    return where.between or (where.before and where.inside and len(block.text) >= _PROSE)


def _belongs_by_place(blocks: list[MarkupBlock], place: int, where: _Where) -> bool:
    """Return whether a line is part of the article as it is written and stands there, whatever its role."""
    block = blocks[place]
    words = not _is_link(block)
    if where.between:
        return words or block.kind == "row"
    if where.opening and (block.kind == "heading" or (words and len(block.text) >= _PROSE)):
        return True
    if not where.inside or not words:
        return False
    if where.before:
        return block.kind == "heading" or _is_prose(block)
    return _is_prose(block) or block.kind in ("row", "item", "quote") or _heads_prose(blocks, place)


def _heads_prose(blocks: list[MarkupBlock], place: int) -> bool:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return blocks[place].kind == "heading" and following is not None and _is_prose(following)


def _is_prose(block: MarkupBlock) -> bool:
    """Return whether a line is a sentence or long, not a label, a byline or a link."""
    if _is_link(block) or block.role in FURNITURE or block.role == FOOT:
        return False
    return len(block.text) >= _PROSE or bool(_SENTENCE.search(block.text))


def _is_link(block: MarkupBlock) -> bool:
    return block.linked > _MOSTLY_LINK * len(block.text)


def _is_missed(block: MarkupBlock, role: str) -> bool:
    """Return whether leaving out a line is worth a word: not for the labels of buttons and menus."""
    return _has_words(block) and (role in _NAMED or len(block.text) >= _PROSE)


def _has_words(block: MarkupBlock) -> bool:
    return any(map(str.isalnum, block.text))


def _related(blocks: list[MarkupBlock]) -> frozenset[int]:
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
        if place and _is_lead(blocks[place - 1], blocks[place]):
            found.add(place - 1)
    return frozenset(found | _cards(blocks))


def _is_lead(before: MarkupBlock, link: MarkupBlock) -> bool:
    """Return whether a line belongs to the link to another story below it: "Related:", or in a box of its own
    the headline over a link that is only "Read more".
    """
    if len(before.text) < _PROSE and _says_more(before):
        return True
    return before.role == link.role == ASIDE and _says_more(link) and not _SENTENCE.search(before.text)


def _says_more(block: MarkupBlock) -> bool:
    return _LEADING.fullmatch(block.text.rstrip(" :.…»>")) is not None


def _cards(blocks: list[MarkupBlock]) -> set[int]:
    """Return the places of other stories' cards: headings that are links, one after the other, with
    teasers.
    """
    heads = [n for n, block in enumerate(blocks) if block.kind == "heading" and _is_whole_link(block)]
    found: set[int] = set()
    longest = 0
    for head, following in pairwise(heads):
        between = blocks[head + 1 : following]
        if len(between) <= _LONGEST_CARD and all(block.kind != "heading" for block in between):
            # The last card is as long as the longest before it, as far as can be seen.
            longest = max(longest, len(between))
            found.update(range(head, min(len(blocks), following + 1 + longest)))
    return found


def _is_whole_link(block: MarkupBlock) -> bool:
    return block.linked >= _ALL_LINK * len(block.text)


def _inside(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Return for each line whether it stands in the smallest element that holds nearly all that was kept."""
    article = _article_element(blocks, kept)
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
