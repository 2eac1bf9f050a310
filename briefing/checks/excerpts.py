"""Rule L14: a quote too short to stand for what was said, or cut just before the words that turn it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.language.guess import likeliest, primary
from briefing.model import Claim, Item, Quote
from briefing.text import shortened, tokens

FEWEST_WORDS = 5
# Languages that say in four or three words what English says in five: they have endings where English has
# small words. Held against article 1 of the Universal Declaration of Human Rights, 30 words in English.
_FEWER_WORDS = {
    **dict.fromkeys(("cs", "de", "et", "fi", "he", "hu", "lt", "lv", "ru", "sk", "sl", "tr", "uk"), 4),
    **dict.fromkeys(("ar", "ko"), 3),
}
_IN_WORDS = {3: "three", 4: "four", 5: "five"}
# Scripts written without spaces: their words are not counted, only their characters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_FEWEST_UNSPACED = 8
# In the same sentence each of them turns it; of those that begin the next one, only but and however may.
_TURN = re.compile(
    r"(?:[ \t\u00a0]*[,;:–—-]?[ \t\u00a0]*\b(?P<word>but|however|not|never|although|though|unless|"
    r"except|only if|if|provided|(?<=, )yet)\b(?! (?:only|also|least|necessary)\b)"
    r"|(?P<clipped>n['’]t\b)|[”’\"')\]]*[.!?…]?[”’\"')\]]*[ \t\u00a0]+(?P<next>But|However)\b)"
)
# What stood just before the first word, and makes the opposite of it.
_DENIED = re.compile(
    r"\b(not|never|no longer|hardly|denied that|denies that)\s+$|(n['’]t)\s+$", re.IGNORECASE
)


# A sentence that begins so waits for its "but": without it, it is half of what was said.
_SETS_UP = re.compile(
    r"(?:^|[.!?…]\s+)[“‘\"']?(?:admittedly|at first|at first sight|certainly|formally|granted|in principle"
    r"|in theory|initially|it is true|nominally|of course|officially|on paper|on the one hand|on the surface"
    r"|once|originally|outwardly|publicly|to be sure|true|until (?:now|recently))\b[^.!?…]*[.!?…]?[”’\"']*$",
    re.IGNORECASE,
)
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?…:][”’\"')\]]*\s|\n)\s*[“‘«\"'(\[]*$")


def turn(quote: Quote) -> str:
    """Return the word just after a quote that turns what it says ("but", "however" …), "" for none.

    A whole sentence is whole, whatever begins the next one, unless it waits for a contrast ("In theory …").
    """
    match = _TURN.match(quote.suffix)
    if match is None:
        return ""
    ended = quote.exact.rstrip("”’\"')] ")[-1:] in ".!?…"
    if match["next"]:
        whole = _SENTENCE_STARTS.search(quote.prefix) and not _SETS_UP.search(quote.exact)
        return "" if whole else match["next"].lower()
    if match["clipped"]:
        return "not"
    return "" if ended else match["word"]


def denied(quote: Quote) -> str:
    """Return the word just before a quote that denies what it says ("not", "denied that" …), "" for none."""
    match = _DENIED.search(quote.prefix)
    return ("not" if match[2] else match[1].lower()) if match else ""


def fewest_words(language: str) -> int:
    """Return how many words a quote has at least in a language (a tag of RFC 5646, "" for unknown)."""
    return _FEWER_WORDS.get(primary(language), FEWEST_WORDS)


def is_short(exact: str, language: str = "") -> bool:
    """Whether quoted words are fewer than their language asks for, or too few characters of a script without
    spaces. Without a language the words are read for one.
    """
    unspaced = len(_UNSPACED.findall(exact))
    if unspaced:
        return unspaced < _FEWEST_UNSPACED
    words = sum(1 for _ in islice(tokens(exact), FEWEST_WORDS))
    return words < FEWEST_WORDS and words < fewest_words(language or likeliest(exact))


def torn(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L14: a quote of few words, cut just before but, however, not or although, or just after a not."""
    if not isinstance(item, Claim):
        return
    for linked in item.evidence:
        source = place.sources.get(linked.source)
        language = source.language if source else ""
        for what, hint in islice(_faults(linked.quote, language), 1):
            yield Finding(
                "L14", "warning", item.id, f"“{shortened(linked.quote.exact)}” is {what}.", hint
            )  # fmt: skip


def _faults(quote: Quote, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a quote and what to do, the worst first."""
    if turned := turn(quote):
        yield f"cut just before “{turned}”", "Read on in the source, and quote what follows too."
    if before := denied(quote):
        yield f"cut just after “{before}”", "Quote the words before it too: they deny what follows."
    if is_short(quote.exact, language):
        fewest = _IN_WORDS[fewest_words(language or likeliest(quote.exact))]
        yield (
            f"shorter than {fewest} words",
            "Quote enough of the sentence for a reader to see what was said.",
        )
