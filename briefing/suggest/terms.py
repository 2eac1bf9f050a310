"""A sentence as keys that can be compared: stems, numbers by their value, phrases as one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.suggest.stems import fold, stem
from briefing.suggest.vocabulary import DATES, FRACTIONS, PHRASES, SCALES, SHORT_SCALES, STOP, UNITS

_TOKEN = re.compile(
    r"(?P<acronym>(?:[A-Z]\.){2,})"
    r"|(?P<number>(?:\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"\s?(?P<unit>k|mn|mln|m|bn|tn)?(?![^\W_]))"
    r"|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
)
_GROUP = re.compile(r"[ \u00a0\u202f]")
_ACRONYMS = {"us": "united_states", "usa": "united_states", "uk": "britain"}


@dataclass(frozen=True, slots=True)
class Term:
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


def terms(text: str, start: int, end: int, tongue: str) -> list[Term]:
    """Return the terms of text[start:end] in order, stop words left out.

    "1 million", "one million", "a million", "1m" and "1,000,000" are one key.
    """
    tokens = list(_tokens(text, start, end, tongue))
    stops = STOP.get(tongue, frozenset())
    found: list[Term] = []
    at = 0
    while at < len(tokens):
        number = _part(tokens, at) or _number(tokens, at)
        if number:
            value, step = number
            if tokens[at].value is not None or step > 1 or tokens[at].word != "one":
                found.append(Term(f"#{value:.12g}", tokens[at].start, tokens[at + step - 1].end))
            at += step
            continue
        pair = PHRASES.get((tokens[at].word, tokens[at + 1].word)) if at + 1 < len(tokens) else None
        if pair:
            found.append(Term(pair, tokens[at].start, tokens[at + 1].end, tokens[at].capital))
            at += 2
            continue
        term = _term(tokens[at], stops, tongue, first=at == 0)
        if term:
            found.append(term)
        at += 1
    return found


def _term(token: _Token, stops: frozenset[str], tongue: str, *, first: bool) -> Term | None:
    if token.word in stops or (len(token.word) == 1 and token.word.isascii()):
        return None
    key = DATES.get(token.word) if tongue == "en" else None
    if not key:
        key = token.word if "_" in token.word else stem(token.word, tongue)
    return Term(key, token.start, token.end, token.capital and not first)


def _tokens(text: str, start: int, end: int, tongue: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        found = match.group()
        if match["number"]:
            yield _Token("", match.start(), match.end(), False, _value(found, match["unit"], tongue))
        elif match["acronym"]:
            letters = found.replace(".", "").lower()
            yield _Token(_ACRONYMS.get(letters, letters), match.start(), match.end(), True, None)
        else:
            yield _word(found, match.start(), match.end())


def _word(found: str, start: int, end: int) -> _Token:
    """Cut "Turkey’s", "Ankara’da" after the word and "l’armée", "d’Alep" before it."""
    if found in ("US", "USA", "UK"):
        return _Token(_ACRONYMS[found.lower()], start, end, True, None)
    head, mark, rest = found.replace("’", "'").partition("'")
    if mark and len(head) <= 2 and len(rest) > 2:
        start, found = end - len(rest), rest
    elif mark:
        end, found = start + len(head), head
    return _Token(fold(found), start, end, found[0].isupper(), None)


def _value(found: str, unit: str | None, tongue: str) -> float:
    digits = _GROUP.sub("", found[: len(found) - len(unit)] if unit else found)
    head, sep, tail = digits.rpartition(",") if "," in digits else digits.rpartition(".")
    if sep == "," and "." in tail:
        whole, fraction = digits.replace(",", "").split(".", 1)
        digits = f"{whole}.{fraction}"
    elif sep and (len(tail) == 3 and (sep == "," or tongue != "en")):
        digits = head.replace(",", "").replace(".", "") + tail
    elif sep:
        digits = f"{head.replace(',', '').replace('.', '')}.{tail}"
    return float(digits.rstrip(".")) * (SHORT_SCALES[unit] if unit else 1.0)


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
        if (word in UNITS and here % 100 >= 20 > UNITS[word] * 2 and here % 10 == 0) or (
            word in UNITS and here >= 100 and here % 100 == 0
        ):
            here += UNITS[word]
        elif word in SCALES and SCALES[word] <= 100:
            here *= SCALES[word]
        elif word in SCALES:
            total, here = total + here * SCALES[word], 0.0
        elif not (word == "and" and here >= 100 and _is_unit(tokens, at + step + 1)):
            break
        step += 1
    return total + here, step


def _is_unit(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].word in UNITS


def _scaled(tokens: list[_Token], at: int, value: float, step: int) -> tuple[float, int]:
    while at + step < len(tokens) and tokens[at + step].word in SCALES:
        value *= SCALES[tokens[at + step].word]
        step += 1
    return value, step
