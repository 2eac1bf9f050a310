"""Words of number, and the patterns by which amounts are found: digits, words, scales, fractions, bounds."""

from __future__ import annotations

import re

from briefing.language.clock import NAMED_TIMES
from briefing.language.lexicon import either, words_of
from briefing.language.units import GLUED, UNITS

_UNITS_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
SMALL = {word: n for n, word in enumerate(_UNITS_WORDS.split())}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: n * 10 for n, word in enumerate(_TENS_WORDS.split(), start=2)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0,
    "millionen": 1e6, "millones": 1e6, "millions": 1e6, "milyon": 1e6, "milioni": 1e6, "miljoen": 1e6,
    "milliarden": 1e9, "milliards": 1e9, "milyar": 1e9, "miliardi": 1e9, "миллионов": 1e6, "тысяч": 1e3,
    "bin": 1e3,
}  # fmt: skip
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {
    "thirteenth": 13,
    "fifteenth": 15,
    "twentieth": 20,
    "thirtieth": 30,
    "fiftieth": 50,
    "hundredth": 100,
}
VAGUE = {
    "dozens": (24, 120), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9), "tens of thousands": (2e4, 99_999), "hundreds of thousands": (2e5, 999_999),
    "tens of millions": (2e7, 99_999_999), "hundreds of millions": (2e8, 999_999_999),
    "dozens of thousands": (24e3, 99_999),
}  # fmt: skip
FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10,
    "thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "tenths": 1 / 10,
}  # fmt: skip
# What stands before a number, and the bounds it makes of a value.
ABOUT, LEAST, OVER, MOST, UNDER, NEARLY = (
    "about",
    "at least",
    "more than",
    "at most",
    "less than",
    "nearly",
)
APPROXIMATORS = {
    "about": ABOUT, "around": ABOUT, "roughly": ABOUT, "some": ABOUT, "approximately": ABOUT,
    "circa": ABOUT, "perhaps": ABOUT, "maybe": ABOUT,
    "an estimated": ABOUT, "estimated": ABOUT, "approx": ABOUT, "in the region of": ABOUT,
    "or so": ABOUT,
    "at least": LEAST, "no fewer than": LEAST, "no less than": LEAST, "not less than": LEAST,
    "a minimum of": LEAST,
    "as low as": LEAST, "more than": OVER, "over": OVER, "upwards of": OVER, "above": OVER,
    "well over": OVER,
    "greater than": OVER, "in excess of": OVER, "exceeding": OVER, "exceeded": OVER, "at most": MOST,
    "up to": MOST,
    "no more than": MOST, "as many as": MOST, "as much as": MOST, "a maximum of": MOST,
    "not more than": MOST,
    "fewer than": UNDER, "less than": UNDER, "under": UNDER, "below": UNDER, "nearly": NEARLY,
    "almost": NEARLY,
    "close to": NEARLY, "just under": NEARLY, "just over": OVER, "slightly more than": OVER,
}  # fmt: skip
DOT_THOUSANDS = words_of("""
    de fr es it pt nl tr id da el ro ru pl uk cs sv nb no fi hu bg sr hr sl sk""")

_SPACE = "[ \u00a0\u202f]"
_DIGITS = (
    rf"\d{{1,3}}(?:\.\d{{3}})+,\d+|\d{{1,3}}(?:(?:,\d{{3}})+|(?:\.\d{{3}}){{2,}}|"
    rf"(?:{_SPACE}\d{{3}})+|(?:['’٬]\d{{3}})+)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_WORDS = either(sorted((*SMALL, *TENS), key=len, reverse=True))
_AFTER_DIGITS = either(sorted((s for s in SCALES if len(s) > 1), key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_TENS = either(TENS)
_ONE = rf"(?:(?:{_TENS})[ -](?:{'|'.join(list(SMALL)[1:10])})|{_WORDS})(?!\w)"
_WORDY = (
    rf"(?:(?:{_ONE}|an?)[ -](?:{_SCALE})\b(?:(?:[ -]and[ ]|[ ])(?:{_ONE})(?:[ ](?:{_SCALE})\b)?"
    rf"|[ ](?:{_SCALE})\b)*|{_ONE})"
)
_ORDINAL = (
    rf"(?:(?:{_TENS})[ -])?(?:{'|'.join(o for o in ORDINALS if o != 'second')})|"
    rf"(?:(?<=\bthe[ ])(?:{_TENS})[ -])?second"  # "a thirty-second burst" is a length of time
)
_APPROX = either(re.escape(a) for a in sorted(APPROXIMATORS, key=len, reverse=True))
_UNIT = either(UNITS)
# "10ft", "50mph": a unit right behind the digits, known or not. No unit: "1990s", "2nd", "5G".
_GLUED = rf"(?:{either((*UNITS, *GLUED))}|(?!(?:s|st|nd|rd|th)\b)(?-i:[a-z]{{1,4}}))(?!\w)"
NUMBER = re.compile(
    rf"""(?<![\w.,])(?:(?<![A-Za-z]-)|(?<=\btop-))
    (?:(?P<approx>{_APPROX})[ ](?:the[ ]|an?[ ](?={_SCALE}\b))?)?
    (?P<money>(?:US|C|A|HK)?[$€£¥₺₽₴₹₪])?[ ]?
    (?:(?P<vague>(?:tens|hundreds|dozens)[ ]of[ ](?:thousands|millions)|dozens|scores|hundreds
        |thousands|millions|billions)
      |(?P<ratio>(?:{_WORDS}|\d{{1,3}})[ ](?:in|out[ ]of)[ ](?P<whole>{_WORDS}|\d{{1,4}}))
        (?=[ ](?!\d|(?:{_UNIT})(?!\w)))
      |(?P<part>an?|one|two|three|four|nine)[ -](?P<fraction>half|thirds?|quarters?|fifths?|sixth|tenths?)
        (?=[ ](?:of|the|its|their|in|from|since|over|to|more|less|fewer)\b|[.,;]|$)
      |(?P<halved>half|(?:a|three)[ -]quarters?[ ]of)[ -](?:an?[ ])?(?P<of>million|billion|trillion|dozen)
      |(?P<and_half>(?:{_WORDS}|\d{{1,3}})[ ]and[ ]a[ ]half)(?:[ ](?P<half_scale>million|billion|trillion))?
      |an?[ ](?P<whole_unit>hour|day|week|month|year|decade)[ ]and[ ]a[ ]half
      |(?P<bare_half>half)(?=[ ](?:of\b|the\b|its\b|their\b|all\b|an?[ ](?:{_UNIT})(?!\w)))
      |(?P<digits>{_DIGITS})(?P<ordinal>st|nd|rd|th)?
        (?:[ -]?(?P<scale>(?:{_AFTER_DIGITS})\b
          |[kKmM](?![\w²]|[ ](?:wide|long|deep|high|tall|thick|away)\b)))?
      |(?P<wordy_ordinal>(?>{_ORDINAL}))(?!\w)
      |(?P<wordy>(?>{_WORDY})))
    (?:(?![\w]|[.,]\d)(?!-(?-i:[A-Z]))|(?<=\d)(?={_GLUED}))""",
    re.VERBOSE | re.IGNORECASE,
)
# A word that cannot open an amount need not be asked.
START = re.compile(r"(?:US|C|A|HK)?[$€£¥₺₽₴₹₪]|[^\W\d_]+|\d+")
# The same for texts in ASCII, which most are: twice as fast.
ASCII_START = re.compile(r"[a-z][A-Za-z]*|(?:US|C|A|HK)?\$|[A-Za-z]+|[0-9]+")
FIRST_WORDS = frozenset(
    (
        *SMALL,
        *TENS,
        *ORDINALS,
        *NAMED_TIMES,
        "a",
        "an",
        "half",
        *(w.split()[0] for w in (*VAGUE, *APPROXIMATORS)),
    )
)
# Words that open an amount only with others, and those that follow: "in the region of", "a dozen", "a half".
_ALONE = frozenset((*SMALL, *TENS, *ORDINALS, *APPROXIMATORS, "half"))
_OF_ONE = (*FRACTIONS, *SCALES, "hour", "day", "week", "month", "year", "decade")
_LONGER = (
    *APPROXIMATORS,
    *(f"{one}{joint}{word}" for one in ("a", "an") for word in _OF_ONE for joint in " -"),
)
OPENINGS: dict[str, tuple[str, ...]] = {
    first: tuple(way for way in _LONGER if re.split("[ -]", way)[0] == first)
    for first in {re.split("[ -]", way)[0] for way in _LONGER} - _ALONE
}
LONGEST_OPENING = max(len(way) for way in _LONGER)
RANGE = re.compile(r"[ ]?[–—-][ ]?|[ ](?:to|and|or)[ ]")
AFTER = re.compile(
    rf"(?:(?:-[ ]|[ -])?(?P<unit>{_UNIT})|(?<=\d)(?P<glued>{either(GLUED)}|(?-i:[a-z]{{1,4}}))"
    r"|(?<=\d)[ ](?P<inch>in)(?=[.,;]|$|[ ](?:was|were|long|wide|deep|thick|high|tall)\b))"
    r"(?!\w)",
    re.IGNORECASE,
)
PART_OF = re.compile(r"(?:[ ]of)?[ ]an?[ ](?P<unit>" + _UNIT + r")(?!\w)", re.IGNORECASE)
OR_MORE = re.compile(r"[ ](?P<more>or[ ]more|or[ ]so|or[ ]fewer|or[ ]less)\b", re.IGNORECASE)
# "0.93 ± 0.07": how far a value may be off.
TOLERANCE = re.compile(r"[ ]?(?:±|\+/-)[ ]?(?P<by>\d+(?:\.\d+)?)")
PLUS = re.compile(r"\+|[ ]plus(?=[ -])")
# How old somebody is: "aged seven", "dies at 78", "when he was six", "Ahmed, 34, said", "34-year-old".
AGED = re.compile(
    r"\b(?:aged?|age of|turn(?:s|ed)|who(?: is|'s|’s| was)(?: now)?|die[sd] at|"
    r"(?:when|after|until) s?he (?:was|turned))(?: only| just)?[ ]$",
    re.IGNORECASE,
)
# How such words end: most numbers need not be asked.
AGED_ENDS = frozenset(
    f"{end} " for end in ["ed", "ge", "of", "ns", "is", "'s", "’s", "as", "ow", "at", "ly", "st"]
)
APPOSED = re.compile(r"[^\W\d_]{3},[ ]$")
NAMED_BEFORE = re.compile(r"[A-Z][^\W\d_]+,[ ]$")
AGE_ENDS = re.compile(r",|[.;](?!\d)|$|[ ]and\b")
OLD = re.compile(r"[ -](?:old|of[ ]age)\b", re.IGNORECASE)
# "30-50" is a range, but not behind one of these.
SCORED = re.compile(
    r"\b(?:w[io]n|wins|beat|beats|beaten|lost?|loses?|losing|drew|draw|defeat(?:ed)?|victory|votes?|voted|"
    r"scored?|majority|rul(?:ed|ing))\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
# "No one", "one of the", "the one": a pronoun.
PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|another|which|permanent|last|only|"
    r"new|old|good|lasting|first|a|big|such)[ ]$",
    re.IGNORECASE,
)
PRONOUN_AFTER = re.compile(
    r"(?=[.,;:!?)”\"']|$|[ ](?:of|is|was|who|that|another|can|could|in|for|to|with|by|has|"
    r"had|way|hand|and|or|day)\b)",
    re.IGNORECASE,
)
