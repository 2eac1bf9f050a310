"""Rule L14: a quote too short to stand for what was said, or cut just before the words that turn it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.model import Claim, Item, Quote
from briefing.text import shortened, tokens

FEWEST_WORDS = 5
# Scripts written without spaces: their words are not counted, only their characters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_FEWEST_UNSPACED = 8
# In the same sentence each of them turns it; of those that begin the next one, only but and however do.
_TURN = re.compile(
    r"(?:[ \t\u00a0]*[,;:–—-]?[ \t\u00a0]*\b(?P<word>but|however|not|never|although|though|unless|"
    r"except|only if|if|provided|(?<=, )yet)\b(?! (?:only|also|least|necessary)\b)"
    r"|(?P<clipped>n['’]t\b)|[”’\"')\]]*[.!?…]?[”’\"')\]]*[ \t\u00a0]+(?P<next>But|However)\b)"
)
# What stood just before the first word, and makes the opposite of it.
_DENIED = re.compile(
    r"\b(not|never|no longer|hardly|denied that|denies that)\s+$|(n['’]t)\s+$", re.IGNORECASE
)


def turn(quote: Quote) -> str:
    """Return the word just after a quote that turns what it says ("but", "however" …), "" for none."""
    match = _TURN.match(quote.suffix)
    if match is None:
        return ""
    ended = quote.exact.rstrip("”’\"')] ")[-1:] in ".!?…"
    if match["next"]:
        return match["next"].lower()
    if match["clipped"]:
        return "not"
    return "" if ended else match["word"]


def denied(quote: Quote) -> str:
    """Return the word just before a quote that denies what it says ("not", "denied that" …), "" for none."""
    match = _DENIED.search(quote.prefix)
    return ("not" if match[2] else match[1].lower()) if match else ""


def is_short(exact: str) -> bool:
    """Whether quoted words are fewer than five, or too few characters of a script without spaces."""
    unspaced = len(_UNSPACED.findall(exact))
    if unspaced:
        return unspaced < _FEWEST_UNSPACED
    return sum(1 for _ in islice(tokens(exact), FEWEST_WORDS)) < FEWEST_WORDS


def torn(item: Item, _place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L14: a quote under five words, cut just before but, however, not or although, or just after a not."""
    if not isinstance(item, Claim):
        return
    for linked in item.evidence:
        words = shortened(linked.quote.exact)
        turned = turn(linked.quote)
        if turned:
            yield Finding(
                "L14", "warning", item.id, f"“{words}” is cut just before “{turned}”.",
                "Read on in the source, and quote what follows too.",
            )  # fmt: skip
        elif before := denied(linked.quote):
            yield Finding(
                "L14", "warning", item.id, f"“{words}” is cut just after “{before}”.",
                "Quote the words before it too: they deny what follows.",
            )  # fmt: skip
        elif is_short(linked.quote.exact):
            yield Finding(
                "L14", "warning", item.id, f"“{words}” is shorter than five words.",
                "Quote enough of the sentence for a reader to see what was said.",
            )  # fmt: skip
