"""The language that a sentence is in: what is stated, unless its script speaks against it; else its words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from briefing.language.guess import SMALL_WORDS, language_of, primary, script_language
from briefing.language.lexicon import EMPTY, stop_words

UNKNOWN = "und"  # ISO 639-2: undetermined
_PARTICLES = frozenset(
    [
        "von",
        "der",
        "den",
        "van",
        "de",
        "la",
        "le",
        "du",
        "des",
        "al",
        "el",
        "bin",
        "ibn",
        "da",
        "dos",
        "di",
        "del",
        "della",
        "ter",
        "zu",
    ]
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST = 2_000
# How many small words speak for another language than English, and by how much more.
_FEWEST, _CLEARLY = 2, 1.5
# Letters that a name may bring into an English sentence, but into none without a small word of English.
_LETTERS = (
    ("tr", re.compile("[ığşĞŞİ]")), ("pl", re.compile("[ąęłż]")), ("de", re.compile("ß")),
    ("pt", re.compile("[ãõ]")), ("es", re.compile("[ñ¿¡]")),
)  # fmt: skip


@lru_cache(maxsize=8192)
def spoken(text: str, tag: str = "") -> str:
    """Return the code (ISO 639-1) of the language of a sentence, "und" for one that no table knows.

    `tag` (RFC 5646) is what its brief or its source states, "" for nothing. A text in another script than
    Latin is never English.
    """
    stated, head = primary(tag), text[:_MOST]
    if not head.isascii() and _is_foreign_script(head):
        return stated if stated and stated != "en" and _has_script(stated) else _of_script(head)
    if stated:
        return stated
    return _by_words(head)


def _by_words(text: str) -> str:
    """Return the language of a text in Latin script: "en" but where more of its small words are another's."""
    counts = _counts(text)
    english = counts.pop("en", 0)
    code, most = counts.most_common(1)[0] if counts else ("", 0)
    plain = text.isascii() or _has_plain_letters(text)
    enough = most >= _FEWEST or (most and not english and not plain)
    if enough and most > english * _CLEARLY and not (plain and _only_particles(text, code)):
        return code
    own = next((language for language, letter in _LETTERS if letter.search(text)), "")
    return own if own and not english else "en"


def _has_plain_letters(text: str) -> bool:
    return not any(char.isalpha() and not char.isascii() for char in text)


def _only_particles(text: str, code: str) -> bool:
    """Whether the small words of a language are all such as stand inside a name: "Ursula von der Leyen"."""
    words = {word.lower() for word in _WORD.findall(text)}
    return all(word in _PARTICLES for word in words if code in _languages_of().get(word, ()))


def _is_foreign_script(text: str) -> bool:
    """Whether most letters of a text are none of Latin script."""
    letters = [char for char in text if char.isalpha()]
    return sum(map(_is_latin, letters)) * 2 < len(letters)


def _is_latin(char: str) -> bool:
    return char < "\u0250" or "\u1e00" <= char < "\u1f00"


def _has_script(language: str) -> bool:
    """Whether a language is written in another script than Latin, as far as is known."""
    known = SMALL_WORDS.get(language)
    return known is None or not all(_is_latin(char) for word in known for char in word)


def _of_script(text: str) -> str:
    """Return the language of a text in another script than Latin."""
    found = script_language(text) or language_of(text)
    if found:
        return found
    alone = next((code for code, letter in _ALONE if letter.search(text)), "")
    counts = _counts(text)
    counts.pop("en", None)
    if alone or counts:
        return alone or counts.most_common(1)[0][0]
    return next((code for code, letter in _MOSTLY if letter.search(text)), UNKNOWN)


# Letters of one language only, then the language that most news in a script is written in.
_ALONE = (
    ("uk", re.compile("[іїєґ]", re.IGNORECASE)), ("ru", re.compile("[ыэъё]", re.IGNORECASE)),
    ("fa", re.compile("[پچژگ]")), ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)  # fmt: skip
_MOSTLY = (("ru", re.compile("[\u0400-\u04ff]")), ("ar", re.compile("[\u0600-\u06ff]")))


def _counts(text: str) -> Counter[str]:
    """Return how many small words of each language a text has; one of English counts for English only."""
    languages_of, found = _languages_of(), Counter[str]()
    for word in _WORD.findall(text):
        for code in languages_of.get(word.lower(), ()):
            found[code] += 1
    return found


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Return the languages that have each small word."""
    found: dict[str, list[str]] = {}
    for code in SMALL_WORDS:
        for word in EMPTY if code == "en" else SMALL_WORDS[code] | stop_words(code):
            if code == "en" or word not in EMPTY:
                found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}
