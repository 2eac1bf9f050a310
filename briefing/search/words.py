"""The words of a text as search compares them: case, accents and forms of a letter folded away.

The index and the query go through the same door, `term`, so what is stored and what is asked agree in every
script; where a word stands is told in code points of the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from briefing.text import Span

# Scripts written without blanks between words: each letter is a word, and a word a phrase of letters.
_ALONE = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# What may stand inside a word and is no letter: marks of the alphabets of Europe and the Middle East …
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
)
# … vowel signs of India, which say as much as letters; a soft hyphen and the two joiners.
_SIGNS = "\u0900-\u0963\u0966-\u096f\u0971-\u0dff"
_LETTER = rf"[^\W_{_ALONE}]"
_WORD = re.compile(rf"[{_ALONE}]|{_LETTER}+(?:[{_MARKS}{_SIGNS}\u00ad\u200c\u200d]+{_LETTER}*)*")
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+")
_NOT_KEPT = re.compile(rf"[^\w{_SIGNS}]|_")

# Letters Unicode does not take apart. Alef with hamza or madda, and waw and yeh with hamza, it does.
_FORMS = str.maketrans(
    {
        **dict(zip("øđłıħ", "odlih", strict=True)),
        **{"æ": "ae", "œ": "oe", "ð": "d", "þ": "th"},
        **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك"},
        **{"ة": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "\u0640": None},
        **{chr(zero + n): str(n) for zero in (0x660, 0x6F0, 0x966, 0x9E6) for n in range(10)},
    }
)
# The Arabic article is written on the word, after "and", "in", "as" or "so" if there is one; "for the" is its own form.
_ARTICLE = re.compile(r"[وفبك]?ال(?=\w{3})|لل(?=\w{3})")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return one word without case, accents, vowel marks and forms of a letter; "" where nothing is left."""
    if word.isascii():
        return word.lower()
    flat = unicodedata.normalize("NFKD", word).casefold().translate(_FORMS)
    flat = _NOT_KEPT.sub("", unicodedata.normalize("NFKD", flat))
    return unicodedata.normalize("NFC", flat)


@lru_cache(maxsize=65536)
def term(word: str) -> str:
    """Return one word as the index holds it: folded, without the Arabic article."""
    flat = fold(word)
    return flat if flat.isascii() else _ARTICLE.sub("", flat, count=1) if _ARTICLE.match(flat) else flat


def beginnings(word: str) -> tuple[str, ...]:
    """Return what terms may begin with when a word is still being typed: with the Arabic article, and without."""
    flat = fold(word)
    bare = re.sub(r"^[وفبك]?ال", "", flat)
    return tuple(dict.fromkeys(form for form in (flat, bare) if form))


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield each word of a text, in order; its span is in code points."""
    return (_ASCII_WORD if text.isascii() else _WORD).finditer(text)


def terms(text: str) -> list[str]:
    """Return the words of a text as the index holds them, in order."""
    found = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    return [folded for word in found if (folded := term(word))]


def placed(text: str) -> list[tuple[str, Span]]:
    """Return the same words, each with its span in code points of the text."""
    return [(folded, match.span()) for match in words(text) if (folded := term(match.group()))]
