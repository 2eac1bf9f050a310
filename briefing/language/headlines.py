"""Headlines: text in capitals says nothing of what is a name, or of "may" and "May"."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.language.lexicon import words_of
from briefing.language.when.words import MONTH_NAMES, WEEKDAY_NAMES

_WORDS = re.compile(r"[^\W\d_]+")
_LEAST, _LEAST_IN_TITLE = 3, 5
_SMALL = words_of("a an and as at but by for from in into is nor of on or over the to up with after before")
_NAMED = {name.lower(): name for name in (*MONTH_NAMES, *WEEKDAY_NAMES)}
_VERBS = ("may", "march", "august")
_LEADS = words_of("in since until till by of from on last this next early late mid during before after")


@lru_cache(maxsize=8192)
def in_capitals(text: str) -> bool:
    """Return whether a text is written in capitals only."""
    return text.isupper() and sum(len(w) > 1 for w in _WORDS.findall(text)) >= _LEAST


@lru_cache(maxsize=8192)
def is_headline(text: str) -> bool:
    """Return whether capitals do not distinguish names from other words: all are capitals, or each word that
    counts has one.
    """
    if in_capitals(text):
        return True
    words = [w for w in _WORDS.findall(text[:400]) if len(w) > 1 and w.lower() not in _SMALL]
    return len(words) >= _LEAST_IN_TITLE and all(w[0].isupper() for w in words)


@lru_cache(maxsize=8192)
def calmed(text: str) -> str:
    """Return a text in capitals as prose has it, the days and months with theirs, of the same length; any
    other unchanged.
    """
    if not in_capitals(text) or len(text.lower()) != len(text):
        return text
    low, found, end, before = text.lower(), [], 0, ""
    for match in _WORDS.finditer(low):
        word = match.group()
        named = word in _NAMED and (word not in _VERBS or before in _LEADS)
        found += [low[end : match.start()], _NAMED[word] if named else word]
        end, before = match.end(), word
    return "".join((*found, low[end:]))
