"""Words of one meaning that texts write differently: tables only."""

from __future__ import annotations

from briefing.language.lexicon import forms_of, words_of

# Two words that are one name.
PHRASES: dict[tuple[str, str], str] = {
    ("united", "states"): "united_states",
    ("united", "nations"): "un",
    ("united", "kingdom"): "britain",
    ("european", "union"): "eu",
    ("world", "health"): "who_",
    ("cease", "fire"): "ceasefire",
    ("air", "strike"): "airstrike",
    ("air", "strikes"): "airstrike",
    ("prime", "minister"): "premier",
    ("white", "house"): "white_house",
}

# Words that stand in every other report and distinguish little.
LIGHT = words_of(
    """day time way place part number first last new year use take make go come give put keep bring set run
    turn
        work thing people person call leave end begin start back down up two week month"""
)

UNITS: dict[str, float] = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10.0 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES: dict[str, float] = {
    "hundred": 1e2, "hundreds": 1e2, "dozen": 12, "dozens": 12, "thousand": 1e3, "thousands": 1e3,
    "million": 1e6, "millions": 1e6,
    "billion": 1e9, "billions": 1e9, "trillion": 1e12, "mille": 1e3, "milliard": 1e9, "milliards": 1e9,
    "tausend": 1e3,
    "millionen": 1e6, "milliarden": 1e9, "mil": 1e3, "millones": 1e6, "bin": 1e3, "milyon": 1e6,
    "milyar": 1e9,
    "тысяч": 1e3, "тысячи": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "миллиарда": 1e9,
    "миллиардов": 1e9,
    "الف": 1e3, "مليون": 1e6, "مليار": 1e9,
}  # fmt: skip
SHORT_SCALES: dict[str, float] = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}

DATES = forms_of(
    """monday: mon mondays; tuesday: tue tues tuesdays; wednesday: weds wednesdays; thursday: thu thurs
    thursdays;
    friday: fri fridays; saturday: saturdays; sunday: sundays; january: jan; february: feb; march_: ; april:
    apr;
    june: jun; july: jul; august: aug; september: sep sept; october: oct; november: nov; december: dec"""
)
DATE_WORDS = frozenset(DATES.values()) - {"march_"}

# "a third", "two fifths": the part named by one, in per cent.
FRACTIONS: dict[str, float] = {
    "half": 50, "halves": 50, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25, "quarters": 25, "fifth": 20,
    "fifths": 20,
    "sixth": 100 / 6, "sixths": 100 / 6, "eighth": 12.5, "eighths": 12.5, "tenth": 10, "tenths": 10,
}  # fmt: skip
