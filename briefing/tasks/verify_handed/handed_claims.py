"""What is reported of the claims of a file that was handed over, by the file alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.support.compare import compare
from briefing.checks.support.marks import FOUND, Cited
from briefing.exporting.format_helpers import ELLIPSIS
from briefing.exporting.handed_file import HandedClaim, HandedQuote
from briefing.exporting.sent_lines import canonical
from briefing.language.numbers import quantities
from briefing.tasks.verify_handed.handed_finding import DEPARTS, REWORDED, UNSOURCED, Attested
from briefing.text import shortened


def unsourced(claims: tuple[HandedClaim, ...]) -> Iterator[Attested]:
    """Yield the claims that cite nothing."""
    for claim in claims:
        if not claim.cited and claim.words:
            message = f"No quote is given for “{shortened(claim.words, 90)}”."
            yield Attested(0, claim.words, UNSOURCED, message=message)


def reworded(claims: tuple[HandedClaim, ...]) -> Iterator[Attested]:
    """Yield the claims whose words are not those that left, where the file keeps these."""
    for claim in claims:
        left = " ".join(claim.exported.split())
        if left and canonical(claim.words) != canonical(left):
            message = (
                f"The words of this claim were changed after the export. It said “{shortened(left, 160)}”."
            )
            yield Attested(0, claim.words, REWORDED, message=message)


# With more quotes a claim is not held against them: in a file made so, each of many claims would cite them
# all.
_MOST_QUOTES = 20
_DIGITS = re.compile(r"\d[\d.,\u00a0\u202f]*")


def _one_for_other(number_words: str, nearest: str, claim: str) -> bool:
    """Whether a number stands where the quotes have one that differs in a digit, as an altered one does.

    One that the claim has too stands for another thing ("3,900 of 4,200"), and 5 km are not 15 March.
    """
    here, there = (
        ["".join(filter(str.isdigit, n)) for n in _DIGITS.findall(text)] for text in (number_words, nearest)
    )
    all_here = {"".join(filter(str.isdigit, number)) for number in _DIGITS.findall(claim)}
    if len(here) != 1 or len(there) != 1 or there[0] in all_here or len(here[0]) != len(there[0]):
        return False
    return sum(a != b for a, b in zip(here[0], there[0], strict=True)) == 1


def _whole_quotes(quotes: tuple[HandedQuote, ...]) -> dict[int, list[str]]:
    """Return the quotes of each note whose quotes are all whole, by its number."""
    shown: dict[int, list[str]] = {}
    for quote in quotes:
        if not quote.annex:
            shown.setdefault(quote.number, []).append(quote.words)
    return {
        number: words
        for number, words in shown.items()
        if len(words) <= _MOST_QUOTES and all(w.strip() and ELLIPSIS not in w for w in words)
    }


def _quotes_of(claim: HandedClaim, whole: dict[int, list[str]]) -> list[str]:
    """Return the quotes of the notes of a claim, each note once; none where one of them is not whole."""
    if any(number not in whole for number in claim.notes):
        return []
    return [words for number in dict.fromkeys(claim.notes) for words in whole[number]]


def departing(claims: tuple[HandedClaim, ...], quotes: tuple[HandedQuote, ...]) -> Iterator[Attested]:
    """Report numbers that a claim has otherwise than its quotes (rule L3); where a quote is not whole, of
    none.
    """
    whole = _whole_quotes(quotes)
    for claim in claims:
        words = _quotes_of(claim, whole)
        if not 0 < len(words) <= _MOST_QUOTES:
            continue
        cited = [Cited(str(at), number_words, "supports") for at, number_words in enumerate(words)]
        for mark in compare(claim.words, cited, ()):
            altered = mark.kind in ("number", "approximation") and mark.state != FOUND
            number = claim.words[mark.start : mark.end]
            theirs = _nearly_the_same(number, words, claim.words) if altered else ""
            if theirs:
                message = f"“{shortened(claim.words, 70)}”: The claim says “{number}”, the quote “{theirs}”."
                yield Attested(0, claim.words, DEPARTS, message=message)


def _nearly_the_same(number: str, quotes: list[str], claim: str) -> str:
    """Return the number of a quote, in its words, from which one of the claim differs in a digit; "" for
    none.
    """
    numbers = (words[a.start : a.end] for words in quotes for a in quantities(words, "en"))
    return next((theirs for theirs in numbers if _one_for_other(number, theirs, claim)), "")
