"""A light stemmer: words of one family share a stem. For ranking only; never shown.

English has rules of inflection and of derivation ("withdrew", "withdrawal", "withdrawing"); words in Cyrillic and Arabic
letters lose their endings; anything else stays as it is. Both sides of a comparison go through it, so a
stem need not be a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.search.lexicon import FAMILIES, STOP

_VOWEL = re.compile("[aeiouy]")
_PLURALS = (("sses", "ss"), ("ies", "y"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("zes", "ze"))
_NO_PLURAL = ("ss", "us", "is")
# Ending, what takes its place, how many letters must be left before it.
_DERIVED = (
    *(("ization", "iz", 4), ("isation", "is", 4), ("ational", "", 4), ("uction", "uc", 3), ("ation", "", 4)),
    *(("ension", "end", 3), ("ansion", "and", 2), ("asion", "ad", 3), ("osion", "od", 3), ("ision", "id", 3)),
    *(("usion", "ud", 3), ("ator", "", 4), ("ate", "", 4), ("at", "", 4), ("sion", "s", 4), ("tion", "t", 3)),
    *(("ment", "", 4), ("ness", "", 4), ("ship", "", 4), ("ance", "", 4), ("ity", "", 5), ("ist", "", 4)),
    *(("ism", "", 4), ("ive", "", 4), ("ous", "", 5), ("ful", "", 4), ("er", "", 4), ("or", "", 5)),
    *(("al", "", 5), ("ly", "", 4)),
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_END = re.compile(
    "(?:иями|ями|ами|иях|ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ыи|ии|ои|еи|ую|юю|ом|ем|ам|ям|ах|ях|ов|ев"
    "|ых|их|ым|им|ия|ию|ья|ье|ью|ть|л[аои]|а|я|о|е|ы|и|у|ю|ь|і|ї)$"
)
_ARABIC = re.compile("[\u0620-\u06ff]")
_ARABIC_END = re.compile("(?:هما|تان|تين|هم|هن|ها|نا|كم|ون|ين|ات|ان|يه|ه|ي|ا)$")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one folded word."""
    if not word.isascii():
        return _other(word)
    word = FAMILIES.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    word = _inflected(_singular(word))
    return _ended(_derived(_derived(FAMILIES.get(word, word))))


def is_empty(word: str) -> bool:
    """Return whether a folded word says nothing by itself."""
    return word in STOP


def _singular(word: str) -> str:
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word[:-1] if word.endswith("s") and not word.endswith(_NO_PLURAL) else word


def _inflected(word: str) -> str:
    for ending in ("ing", "ed"):
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= 3 and _VOWEL.search(left) and not word.endswith("eed"):
            return left
    return word


def _derived(word: str) -> str:
    for ending, instead, least in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)] + instead
    return word


def _ended(word: str) -> str:
    """The last letters differ between the forms of a word: stop, stopped; carry, carries; move, moving."""
    bare = word.rstrip("e")
    word = bare if len(bare) >= 3 else word
    if len(word) > 3 and word[-1] in "yi":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def _other(word: str) -> str:
    ending = _CYRILLIC_END if _CYRILLIC.search(word) else _ARABIC_END if _ARABIC.search(word) else None
    if ending is None:
        return word
    cut = ending.sub("", word)
    return cut if len(cut) >= 3 else word
