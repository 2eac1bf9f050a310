"""Rule L25: the words of the house (`house_terms`), and abbreviations that are spelled out once.

What stands inside quotation marks is never found: a quote keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing import inline
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, places
from briefing.checks.wording import unquoted
from briefing.house_terms import HouseTerm
from briefing.model import Brief

HOUSE_TERM = "house-term"  # the fix
LONG_FORM = "long form"  # the kind of finding


def off_house(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """L25: words in place of which the house writes others, and abbreviations before their long form."""
    if not facts.terms:
        return
    pattern, by_word = _others(facts.terms)
    due = {term.write: term for term in facts.terms if term.long}
    for item, _ in places(brief):
        text = unquoted(inline.plain(item.text))
        for found in pattern.finditer(text) if pattern is not None else ():
            written = by_word.get(found[0]) or by_word.get(found[0].casefold())
            if written is not None and not _inside(written, text, found.start(), found.end()):
                new = _as_begun(written, found[0])
                yield Finding(
                    "L25", "note", item.id, f"The house writes “{new}”, not “{found[0]}”.",
                    span=found.span(), fix=HOUSE_TERM, instead=new, mark=found[0],
                )  # fmt: skip
        for short in tuple(due):
            yield from _first_use(item.id, text, due, short)


def _first_use(ident: str, text: str, due: dict[str, HouseTerm], short: str) -> Iterator[Finding]:
    """Yield an abbreviation that comes before its long form; what has come once is due no more."""
    term = due[short]
    use = re.search(rf"(?<!\w){re.escape(short)}s?(?!\w)", text)
    if term.long.casefold() in text.casefold():
        del due[short]
    elif use is not None:
        del due[short]
        yield Finding(
            "L25", "note", ident, f"“{short}” is not spelled out where it comes first.",
            f"It stands for “{term.long}”.", span=(use.start(), use.start() + len(short)), fix=HOUSE_TERM,
            kind=LONG_FORM, instead=f"{term.long} ({short})", mark=short,
        )  # fmt: skip


@lru_cache(maxsize=8)
def _others(terms: Sequence[HouseTerm]) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return what finds the words that the house does not write, and what it writes by each of them.

    A word in small letters is found with a capital too; one with a capital only as it stands.
    """
    by_word: dict[str, str] = {}
    for term in terms:
        for other in term.instead:
            by_word.setdefault(other, term.write)
    if not by_word:
        return None, by_word
    longest_first = sorted(by_word, key=len, reverse=True)
    alternatives = (
        re.escape(word) if word != word.casefold() else f"(?i:{re.escape(word)})" for word in longest_first
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])"), by_word


def _inside(written: str, text: str, start: int, end: int) -> bool:
    """Return whether words are part of what the house writes: “Kyiv” of “Kyiv region”."""
    return any(
        found.start() <= start and end <= found.end() for found in re.finditer(re.escape(written), text)
    )


def _as_begun(written: str, found: str) -> str:
    """Return what is written with the capital that it stands in place of."""
    small = written[:1].islower() and found[:1].isupper()
    return written[:1].upper() + written[1:] if small else written
