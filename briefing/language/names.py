"""Names in an English text: where they stand; and the form that the spellings of one share, in any
language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.language.countries import CAPITALS, PEOPLES, PLACES, WHOLE
from briefing.language.fold import letters
from briefing.language.headlines import is_headline
from briefing.language.lexicon import EMPTY, words_of
from briefing.language.openings import is_common, is_somebody
from briefing.language.stems import stem_of
from briefing.language.tokens import Token, tokens

_CALENDAR = words_of("""
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn winter christmas""")
TITLES = words_of("""
    mr mrs ms dr sir lord lady prof gen col lt maj capt sgt adm president minister king queen prince general
    colonel""")
# Spellings that romanisations of one name share a form with, after the marks are taken off.
_FOLDS = (
    (re.compile("(?:iy|yy|ij|yi)$"), "y"), (re.compile("i$"), "y"), (re.compile("ou"), "u"),
    (re.compile("oe"), "o"), (re.compile("ae"), "a"),
    (re.compile("dh"), "d"), (re.compile("kh|gh|q(?!u)|k"), "k"), (re.compile("dj|j"), "j"),
    (re.compile("ee"), "i"), (re.compile("sch|sh"), "sh"),
    (re.compile("(.)(?=\\1)"), ""), (re.compile("e[iy]"), "ay"), (re.compile("ph"), "f"),
    (re.compile("w"), "v"), (re.compile("(?<=[aeiou])h$"), ""), (re.compile("enk[ao]$"), "enk"),
    (re.compile("e"), "i"), (re.compile("o"), "u"),
)  # fmt: skip
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "harbour": "harbor",
    "organisation": "organization",
    "kharkov": "kharkiv",
    "odessa": "odesa",
    "kiev": "kyiv",
    "lvov": "lviv",
    "qaddafi": "gaddafi",
    "kadhafi": "gaddafi",
    "moammar": "muammar",
    "mohammad": "mohammed",
    "muhammad": "mohammed",
    "mohamed": "mohammed",
    "mohamad": "mohammed",
    "ahmad": "ahmed",
    "abdul": "abdel",
    "abdal": "abdel",
    "hussain": "hussein",
    "husayn": "hussein",
    "hossein": "hussein",
    "youssef": "yusuf",
    "yousef": "yusuf",
    "aleksandr": "alexander",
    "qaida": "qaeda",
    "kaida": "qaeda",
    "hizballah": "hezbollah",
    "teheran": "tehran",
    "bombay": "mumbai",
    "calcutta": "kolkata",
    "madras": "chennai",
    "peking": "beijing",
    "rangoon": "yangon",
    "makkah": "mecca",
    "chernobyl": "chornobyl",
    "artemivsk": "bakhmut",
    "st": "saint",
}
JOINED = words_of("""
    of the and al el bin ibn abu de la van von du der den""")


@dataclass(frozen=True, slots=True)
class CapitalRun:
    """Words with capital letters that stand together."""

    words: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        """Return where the name ends, a possessive left out."""
        last = self.words[-1]
        return last.start + len(bare(last.text))


def bare(word: str) -> str:
    """Return a word without its possessive ending."""
    if "'" not in word and "’" not in word:
        return word
    return re.sub(r"['’]s?$", "", word)


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return the form that the spellings of one name share: its letters, no possessive, one romanisation."""
    plain = letters(bare(word.lower())).replace("'", "")
    plain = _SPELLINGS.get(plain, plain)
    people = PEOPLES.get(plain)
    if people:
        return "=" + people
    if plain not in EMPTY and is_common(plain):
        return stem_of(plain, "en")  # galleries, gallery
    for pattern, to in _FOLDS if len(plain) > 3 else ():
        plain = pattern.sub(to, plain)
    return plain


@lru_cache(maxsize=4096)
def runs(text: str, known: frozenset[str] = frozenset()) -> tuple[CapitalRun, ...]:
    """Return the names of a text: runs of words with capitals, "of" and "the" between them. `known`: words in
    small letters that are names where they open a sentence, whatever else they may be.
    """
    words = tokens(text, "en")
    if is_headline(text):
        return tuple(CapitalRun((w,)) for w in words if w.low != "us" and _is_a_place(bare(w.low)))
    found: list[CapitalRun] = []
    at = 0
    while at < len(words):
        if not _is_name(text, words, at, known):
            at += 1
            continue
        stop = at + 1
        while stop < len(words) and _goes_on(text, words, stop):
            stop += 1
        while stop > at + 1 and words[stop - 1].low in JOINED:
            stop -= 1
        found.append(CapitalRun(words[at:stop]))
        at = stop
    return tuple(found)


def _is_name(text: str, words: Sequence[Token], at: int, known: frozenset[str]) -> bool:
    word = words[at]
    if any(c.isdigit() for c in word.text):
        return bool(re.search("[A-Za-z]", word.text)) and word.text[0].isupper()
    if not word.text[0].isupper() or word.low in _CALENDAR | _I:
        return False
    if word.low in EMPTY and word.text not in _NAMES_IN_CAPITALS:
        return False
    return not _opens(text, words, at) or bare(word.low) in known or _is_name_anyhow(text, words, at)


@lru_cache(maxsize=4096)
def openers(text: str) -> tuple[Token, ...]:
    """Return the words whose capital says nothing, since they open a sentence or what is quoted."""
    words = tokens(text, "en")
    return tuple(w for at, w in enumerate(words) if w.text[0].isupper() and _opens(text, words, at))


def _opens(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a word opens a sentence or what is quoted: it has its capital anyhow."""
    word = words[at]
    return (
        at == 0
        or words[at - 1].sentence != word.sentence
        or text[word.start - 1 : word.start] in "\"“‘'(«"
        or text[words[at - 1].end : word.start].strip() in (":", ':"', ': "', ":“", ": “")
    )


def _is_name_anyhow(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the first word of a sentence is a name: by itself, or by what stands behind it."""
    word = words[at]
    low = bare(word.low)
    if _is_in_capitals(word) or _is_a_place(low) or not is_common(low):
        return True
    rest = [w for w in words[at + 1 : at + 3] if w.sentence == word.sentence]
    if not rest:
        return False
    goes_on = _joins_names(words, at + 1) or _goes_on_as_title(words, at + 1)
    if goes_on or _is_second_name(text[word.end : rest[0].start], rest[0]):
        return True
    if re.search(r"['’]s$", word.text) and rest[0].text[0].islower():
        return low not in _ROLES_ALONE | _CALENDAR | _DAYS
    is_somebodys = is_somebody(low, *(w.low for w in rest)) or _AGED.match(text, word.end)
    return bool(is_somebodys) and word.low not in _ROLES_ALONE


def _is_in_capitals(word: Token) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _joins_names(words: Sequence[Token], at: int) -> bool:
    """Whether a word is "al", "von", "bin" with a capital behind it."""
    return words[at].low in _PARTICLES and at + 1 < len(words) and words[at + 1].text[0].isupper()


def _goes_on_as_title(words: Sequence[Token], at: int) -> bool:
    """Whether "of" and a common word with a capital follow: “Lord of the Flies”, “House of Cards”."""
    if words[at].low != "of":
        return False
    rest = [w for w in words[at + 1 : at + 3] if w.low not in ("the", "a", "an")]
    return bool(rest) and rest[0].text[0].isupper() and is_common(bare(rest[0].low)) and rest[0].content


def _is_second_name(between: str, after: Token) -> bool:
    """Whether a word goes on with a name: "Hulusi Akar"; a small word with a capital is one of a title."""
    if between != " " or not after.text[0].isupper() or after.low in _I:
        return False
    if after.low in EMPTY:
        return after.text not in _NAMES_IN_CAPITALS
    return after.low not in _CALENDAR and bare(after.low) not in PEOPLES


def _is_a_place(low: str) -> bool:
    return low in PEOPLES or low in CAPITALS or low in PLACES


_GIVEN_TOO = ("may", "june", "april", "august", "summer")
_AGED = re.compile(r", \d\d,")
_I = frozenset(("i", "i'm"))
_NAMES_IN_CAPITALS = ("US", "IT", "WHO", "UN")
_PARTICLES = JOINED - {"of", "and", "the"}
_DAYS = words_of("today yesterday tomorrow tonight year week month it that what here there who let he she")
_ROLES_ALONE = words_of("""
    police witnesses minister officials government parliament army president ministry nobody someone
    everyone everybody anyone neither management opposition staff leadership cabinet congress council senate
    command both many""")


def _goes_on(text: str, words: Sequence[Token], at: int) -> bool:
    word, before = words[at], words[at - 1]
    gap = text[before.end : word.start]
    if gap == ". " and len(before.text) == 1 and before.text.isupper():
        gap = " "  # John F. Kennedy
    if gap not in (" ", "-", "\u00a0") or before.text.endswith(("'s", "’s")):
        return False
    if word.low in JOINED and not (word.text[0].isupper() and word.low in _PARTICLES):
        following = words[at + 1] if at + 1 < len(words) else None
        return (
            word.low in ("of", "al", "el", "bin", "ibn")
            and following is not None
            and following.text[0].isupper()
        )
    return (gap == "-" and word.text[0].isdigit()) or _is_next_name(text, before, word)  # Su-24


def _is_next_name(text: str, before: Token, word: Token) -> bool:
    """Whether a word goes on with a name; "I" and "May" do behind another: "World War I", "Theresa May"."""
    if word.text == "I":
        return before.text[0].isupper()
    if word.low in _GIVEN_TOO and before.text[0].isupper() and not _is_a_place(bare(before.low)):
        return text[word.end : word.end + 2].strip().isalpha()  # but: June 2
    return word.text[0].isupper() and word.low not in _CALENDAR and word.low not in EMPTY


def country_of(forms: Sequence[str]) -> str:
    """Return the folded form of the country that folded words name ("=us" for "United States"), "" for
    none.
    """
    if len(forms) == 2:
        return _WHOLE.get((forms[0], forms[1]), "")
    return forms[0] if len(forms) == 1 and forms[0].startswith("=") else ""


_WHOLE = {(folded(one), folded(two)): "=" + country for (one, two), country in WHOLE.items()}


@lru_cache(maxsize=8192)
def folds(text: str) -> tuple[str, ...]:
    """Return the folded form of each word of a text."""
    return tuple(folded(w.text) for w in tokens(text, "en"))
