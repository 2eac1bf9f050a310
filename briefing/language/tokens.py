"""A text cut into words and clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from briefing.language.lexicon import EMPTY, words_of
from briefing.language.stems import stem_of

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z]\.[A-Z](?![\w.])|"
    r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*"
)
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"“‘«(\[]?[A-Z0-9À-Þ])|\n")
_BREAK = re.compile(r"[,;:()—]|\s[–-]\s")
_SHORT = words_of("""
    mr mrs ms dr gen col lt maj capt sgt adm gov sen rep rev st no vs prof""")
_CLAUSE_WORDS = words_of("""
    but while although though because after before when which who that whereas unless if where until as""")


class Token(NamedTuple):
    """One word: its place in code points, its lower form, its stem, its clause and its sentence (counted from
    0). `content`: whether it says something by itself.
    """

    start: int
    end: int
    text: str
    low: str
    stem: str
    clause: int
    sentence: int
    content: bool


@lru_cache(maxsize=8192)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """Return the words of a text in order, their stems by the rules of a language (a code; "" cuts no
    ending).
    """
    found: list[Token] = []
    new = tuple.__new__  # the words are most of what is made here
    clause = sentence = 0
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        low = word.lower()
        if "’" in low:
            low = low.replace("’", "'")
        if last and (start != last + 1 or text[last] != " "):
            gap = text[last:start]
            abbreviated = (
                found[-1].low in _SHORT or found[-1].text.endswith(".") or _is_initial(found[-2:], word)
            )
            if not abbreviated and _SENTENCE.search(text, last, end):
                sentence += 1
                clause += 1
            elif low in _CLAUSE_WORDS or _BREAK.search(gap):
                clause += 1
        elif last and low in _CLAUSE_WORDS:
            clause += 1
        stem, content = stem_of(low, language), low not in EMPTY
        found.append(new(Token, (start, end, word, low, stem, clause, sentence, content)))
        last = end
    return tuple(found)


def _is_initial(before: Sequence[Token], word: str) -> bool:
    """Whether a letter before a word is an initial, and no end: “John F. Kennedy”, but “Plan B. It”."""
    letter = before[-1].text
    if len(before) < 2 or len(letter) > 1 or not letter.isupper() or not before[0].text.istitle():
        return False
    return word[0].isupper() and word.lower() not in EMPTY


_END = itemgetter(Token._fields.index("end"))


def index_at(words: Sequence[Token], start: int) -> int:
    """Return the index of the first word that ends after `start`; the number of words where none does."""
    return bisect_right(words, start, key=_END)


def stems(words: Iterable[Token]) -> frozenset[str]:
    """Return the stems of the words that say something."""
    return frozenset(word.stem for word in words if word.content)
