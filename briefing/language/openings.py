"""The word that opens a sentence: it has its capital anyhow, so what it is shows otherwise."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.language.common_words import COMMON
from briefing.language.lexicon import EMPTY, words_of
from briefing.language.stems import stem_of

# Endings that make a common word of whatever stands before them; each leaves the names that end alike.
_MADE = re.compile(
    r"(?:tions?|sions?|.{4}ments?|.{3}ness(?:es)?|ists?|it(?:y|ies)|isms?|librarians|.{5}ians|ful|less|ors"
    r"|ships?|.{3}hoods?|wise|ous|.{2}ives?|.{3}[^v]ics?|ical|.{4}(?:men|wards)|.{3}als"
    r"|.{5}ers|.{5}ing|.{5}ed|.{4}[^lr]ably)$"
)
# After these verbs a common word that stands alone, in the singular, is somebody: "Rice resigned".
_PERSONS_VERBS = words_of("""
    said says told announced claimed warned denied met agreed called vowed insisted added promised rejected
    accused refused appealed urged visited travelled traveled attended wrote spoke ordered testified resigned
    apologised apologized pleaded praised criticised criticized condemned died married graduated retired
    thanked invited organised organized studied joined""")
_SINGULAR = words_of("is was has does")
_OF_ONE = words_of("a an one born awarded named from married elected appointed arrested charged")
# In the form of a plural, and one all the same.
_ONE = words_of("""
    news series species politics economics physics mathematics statistics ethics athletics logistics works
    headquarters diabetes measles rabies this is was has does yes always sometimes perhaps besides towards
    whereas less plus minus""")


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem_of(word, "en") for word in COMMON)


@lru_cache(maxsize=32_768)
def is_common(low: str) -> bool:
    """Return whether a word in small letters is one of the language, or made like one: no name."""
    if low in EMPTY or len(low) < 3 or "'" in low or stem_of(low, "en") in _stems() or _MADE.search(low):
        return True
    return low.endswith("ly") and (stem_of(low[:-2], "en") in _stems() or bool(_MADE.search(low[:-2])))


def is_somebody(low: str, *after: str) -> bool:
    """Return whether a common word that opens a sentence is a name by the words `after` it: "Rice resigned",
    "Meadows was born", "Paradise is a horse", where a common word would have an article or a plural verb.
    """
    first, second = (*after, "", "")[:2]
    if low.endswith("s") and not low.endswith(("us", "is", "ss")):
        return first in _SINGULAR and low not in _ONE and not low.endswith("ics")
    return len(low) > 3 and (first in _PERSONS_VERBS or (first in _SINGULAR and second in _OF_ONE))
