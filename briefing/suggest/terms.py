"""A sentence as keys that can be compared: stems, numbers by their value, phrases as one word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.language.fold import UNSPOKEN, letters
from briefing.language.lexicon import stop_words, words_of
from briefing.language.stems import stem
from briefing.language.synonyms import (
    DATE_WORDS,
    DATES,
    FRACTIONS,
    PHRASES,
    SCALES,
    SHORT_SCALES,
    UNITS,
)

_WORD = rf"[^\W_]+(?:{UNSPOKEN}+[^\W_]*)*"
_TOKEN = re.compile(
    r"(?P<acronym>(?:[A-Z]\.){2,})"
    r"|(?P<number>(?:\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"(?:\s?(?P<unit>k|mn|mln|m|bn|tn))?(?![^\W_]))"
    rf"|(?P<word>{_WORD}(?:['’]{_WORD})*)"
)
# To a check part of a name or a verb as good as any, to a ranking nothing.
_LITTLE = words_of("mr mrs ms get gets got")
_GROUP = re.compile(r"[ \u00a0\u202f]")
_MARK = re.compile("[.,]")
_ACRONYMS = {"us": "united_states", "usa": "united_states", "uk": "britain"}
_ACRONYM_WORDS = frozenset(word.upper() for word in _ACRONYMS)


# What a number or a phrase may begin with; "" is a number in digits.
_HEADS = frozenset(
    {"", "a", "an", "several", "few", "half", "halved", *UNITS, *(pair[0] for pair in PHRASES)}
)


class SentenceTerm(NamedTuple):
    """One key of a sentence and where it stands, in code points of the text."""

    key: str
    start: int
    end: int
    name: bool = False


class _Token(NamedTuple):
    word: str
    start: int
    end: int
    capital: bool
    value: float | None


def is_number(key: str) -> bool:
    """Return whether a term's key is a number's value."""
    return key.startswith("#")


def terms(text: str, start: int, end: int, language: str) -> list[SentenceTerm]:
    """Return the terms of text[start:end] in order, stop words left out.

    "1 million", "one million", "a million", "1m" and "1,000,000" are one key.
    """
    tokens = _tokens(text, start, end, language)
    found: list[SentenceTerm] = []
    after = 0
    for at, (word, begins, ends, capital, _value) in enumerate(tokens):
        if at < after:
            continue
        several = _several(tokens, at, language) if word in _HEADS else None
        if several:
            found.append(several[0])
            after = at + several[1]
        elif key := _kept(word, language):
            found.append(SentenceTerm(key, begins, ends, capital and at > 0))
    return found


def _several(tokens: list[_Token], at: int, language: str) -> tuple[SentenceTerm, int] | None:
    """Return the number or phrase that begins at a token, and how many tokens it takes; a bare "one" is
    none.
    """
    first = tokens[at]
    number = _part(tokens, at) or _number(tokens, at)
    if number and (number[1] > 1 or first.word != "one"):
        value, step = number
        return SentenceTerm(f"#{value:.12g}", first.start, tokens[at + step - 1].end), step
    pair = PHRASES.get((first.word, tokens[at + 1].word)) if at + 1 < len(tokens) else None
    return (
        (SentenceTerm(_key(pair, language), first.start, tokens[at + 1].end, first.capital), 2)
        if pair
        else None
    )


@lru_cache(maxsize=65_536)
def _kept(word: str, language: str) -> str:
    """Return the key of a folded word, "" for one that says nothing."""
    little = word in stop_words(language) or word in _LITTLE or word == "one"
    return "" if little or (len(word) == 1 and word.isascii()) else _key(word, language)


def _key(word: str, language: str) -> str:
    if language == "en":
        word = DATES.get(word, word)
    return word if "_" in word or word in DATE_WORDS else stem(word, language)


def _tokens(text: str, start: int, end: int, language: str) -> list[_Token]:
    return [_token(match, language) for match in _TOKEN.finditer(text, start, end)]


def _token(match: re.Match[str], language: str) -> _Token:
    found = match[0]
    begins, ends = match.span()
    if match.lastgroup == "number":
        return _Token("", begins, ends, False, _value(found, match["unit"], language))
    if match.lastgroup == "acronym":
        plain = found.replace(".", "").lower()
        return _Token(_ACRONYMS.get(plain, plain), begins, ends, True, None)
    if "'" in found or "’" in found or found in _ACRONYM_WORDS:
        return _word(found, begins, ends)
    return _Token(_folded(found), begins, ends, found[0].isupper(), None)


_folded = lru_cache(maxsize=65_536)(letters)


def _word(found: str, start: int, end: int) -> _Token:
    """Cut "Turkey’s", "Ankara’da" after the word and "l’armée", "d’Alep" before it."""
    if found in _ACRONYM_WORDS:
        return _Token(_ACRONYMS[found.lower()], start, end, True, None)
    head, mark, rest = found.replace("’", "'").partition("'")
    if mark and len(head) <= 2 and len(rest) > 2:
        start, found = end - len(rest), rest
    elif mark:
        end, found = start + len(head), head
    return _Token(letters(found), start, end, found[0].isupper(), None)


def _value(found: str, unit: str | None, language: str) -> float:
    digits = _GROUP.sub("", found[: len(found) - len(unit)] if unit else found).rstrip()
    marks = _MARK.findall(digits)
    whole, fraction = digits, ""
    if marks and _is_decimal(digits, marks, language):
        whole, _, fraction = digits.rpartition(marks[-1])
    return float(f"{_MARK.sub('', whole)}.{fraction or 0}") * (SHORT_SCALES[unit] if unit else 1.0)


def _is_decimal(digits: str, marks: list[str], language: str) -> bool:
    """Return whether the last mark is a decimal one: "1.234,5", "6,80", "0,125", in English "1.234" too."""
    if len(marks) > 1:
        return marks.count(marks[-1]) == 1
    head, _, tail = digits.rpartition(marks[0])
    return len(tail) != 3 or head == "0" or (marks[0] == "." and language == "en")


def _part(tokens: list[_Token], at: int) -> tuple[float, int] | None:
    """Return a part as whole per cent: "half", "a third", "two fifths", "nine out of ten", "one in six"."""
    words = [token.word for token in tokens[at : at + 4]]
    if words[0] in ("half", "halved"):
        return 50.0, 1
    if len(words) > 1 and words[1] in FRACTIONS and (words[0] == "a" or words[0] in UNITS):
        return float(round(UNITS.get(words[0], 1.0) * FRACTIONS[words[1]])), 2
    few = UNITS.get(words[0])
    step = 2 if words[1:2] == ["in"] else 3 if words[1:3] == ["out", "of"] else 0
    many = UNITS.get(words[step]) if step and len(words) > step else None
    if few and many and few < many:
        return float(round(100 * few / many)), step + 1
    return None


def _number(tokens: list[_Token], at: int) -> tuple[float, int] | None:
    """Return the value of the number that begins at a token, and how many tokens it takes."""
    first = tokens[at]
    if first.value is not None:
        return _scaled(tokens, at, first.value, 1)
    if first.word in ("a", "an", "several", "few"):
        scaled = _scaled(tokens, at, 1.0, 1)
        return scaled if scaled[1] > 1 else None
    if first.word not in UNITS:
        return None
    total, here, step = 0.0, UNITS[first.word], 1
    while at + step < len(tokens):
        word = tokens[at + step].word
        if word in UNITS and _adds(here, UNITS[word]):
            here += UNITS[word]
        elif word in SCALES and SCALES[word] <= 100:
            here *= SCALES[word]
        elif word in SCALES:
            total, here = total + here * SCALES[word], 0.0
        elif not (word == "and" and here >= 100 and _is_unit(tokens, at + step + 1)):
            break
        step += 1
    return total + here, step


def _adds(here: float, unit: float) -> bool:
    """Return whether a number word goes on with another: "twenty" with "three", "two hundred" with
    "fifty".
    """
    return here % 100 == 0 if unit >= 10 else here % 10 == 0 and here % 100 != 10


def _is_unit(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].word in UNITS


def _scaled(tokens: list[_Token], at: int, value: float, step: int) -> tuple[float, int]:
    while at + step < len(tokens) and tokens[at + step].word in SCALES:
        value *= SCALES[tokens[at + step].word]
        step += 1
    return value, step
