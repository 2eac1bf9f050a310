"""Links to other stories among the lines of a page: whole lines that are links, what leads to them, cards."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from briefing.importing.html.furniture import ASIDE
from briefing.importing.html.line_kinds import PROSE, SENTENCE, is_link, weight
from briefing.importing.html.markup import MarkupBlock

_ALL_LINK = 0.85
_FEWEST_WORDS = 3  # of a link that is a headline
_LONGEST_CARD = 3  # lines below a card's heading
_LONGEST_TEASER = 80  # of a line that the extractor took for the article and that is a card's
_LEADING = re.compile(
    r"(?:(?:see|read|watch|listen|look)(?: also| more| next)?|also read|more(?: from| on)?|related(?: \w+)?"
    r"|(?:recommended|you may (?:also )?like|lire aussi|lee también|siehe auch|читайте также|ilgili haberler"
    r"|اقرأ أيضا|إقرأ أيضا|اقرأ المزيد))\b[^.]{0,40}",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—•▪►»>*]\s+")


def other_stories(blocks: list[MarkupBlock], prose: list[bool]) -> frozenset[int]:
    """Return the places of links to other stories.

    `prose`: which lines are prose that an extractor kept. A long one of these that is no link, and has the
    home of other prose, belongs to the article, though it stands between two headings that are links.
    """
    found = {n for n, block in enumerate(blocks) if _leads_away(block)}
    for place in sorted(found, reverse=True):
        if place and _is_lead(blocks[place - 1], blocks[place]):
            found.add(place - 1)
    found |= _cards(blocks)
    homes = {_home(block) for n, block in enumerate(blocks) if prose[n] and n not in found} - {None}
    return frozenset(n for n in found if not (prose[n] and _is_at_home(blocks[n], homes)))


def _leads_away(block: MarkupBlock) -> bool:
    """Return whether a line that is no heading and no row is a link to another story."""
    if block.kind in ("row", "heading") or not block.linked:
        return False
    if _LEADING.match(block.text) and is_link(block):
        return True
    whole = block.linked >= _ALL_LINK * len(_DASH.sub("", block.text, count=1))
    alone = block.kind == "item" or bool(_DASH.match(block.text)) or block.text[-1:] not in ".!?…”\"'"
    return whole and alone and len(block.text.split()) >= _FEWEST_WORDS


def _is_at_home(block: MarkupBlock, homes: set[Any]) -> bool:
    return weight(block.text) >= _LONGEST_TEASER and not is_link(block) and _home(block) in homes


def _home(block: MarkupBlock) -> Any:
    return block.element.getparent() if block.element is not None else None


def _is_lead(before: MarkupBlock, link: MarkupBlock) -> bool:
    """Return whether a line belongs to the link to another story below it: "Related:", or in a box of its own
    the headline over a link that is only "Read more".
    """
    if len(before.text) < PROSE and _says_more(before):
        return True
    return before.role == link.role == ASIDE and _says_more(link) and not SENTENCE.search(before.text)


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
