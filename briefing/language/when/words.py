"""The words that English news prose uses of time, as tables and as pieces of patterns."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
# First month and number of months; winter begins in the year before.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}
PARTS = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "beginning": "start", "start": "start",
    "end": "end", "first half": "first half", "second half": "second half", "h1": "first half",
    "h2": "second half",
}  # fmt: skip

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
COUNTS: dict[str, tuple[int, int]] = {word: (n, n) for n, word in enumerate(_SMALL.split(), start=1)} | {
    "a": (1, 1), "an": (1, 1), "thirty": (30, 30), "forty": (40, 40), "fifty": (50, 50), "sixty": (60, 60),
    "ninety": (90, 90), "a couple of": (2, 3), "couple of": (2, 3), "a few": (2, 9), "few": (2, 9),
    "several": (3, 9),
}  # fmt: skip
_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
    " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth"
    " thirty-first"
)
DAY_WORDS = {word: n for n, word in enumerate(_DAYS.split(), start=1)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}

MONTH_LONG = "|".join(MONTH_NAMES)
MONTH_ANY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
# Those that are neither another word nor a given name.
MONTH_SURE = "January|February|July|September|October|November|December"
MONTH_SHORT = r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY_ANY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\b\.?)"
PART_OF_DAY = r"(?:[ ](?:morning|afternoon|evening|night|noon|midday))?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[5-9]|20)\d\d"
CENTURIES = {
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21,
}  # fmt: skip
CENTURY = rf"(?:1[5-9]|2[01])(?:th|st)|(?i:{'|'.join(CENTURIES)})"
# "Fall" is what prices do too.
SEASON_SURE = "spring|summer|autumn|winter"
SEASON = "spring|summer|autumn|fall|winter"
COUNT = "|".join(sorted(COUNTS, key=len, reverse=True)) + r"|\d{1,3}"
UNIT = "day|week|fortnight|month|year|decade"

# Every word a rule of the grammar can begin with, but for numbers, months and weekdays.
_FIRST = (
    "the a an early mid late later earlier beginning start middle end first second third fourth last next "
    "this past coming previous current every each today tomorrow tonight yesterday overnight in over since "
    "until till by from during before after through between within spring summer autumn fall winter "
    "christmas new q1 q2 q3 q4 h1 h2 weekend half following same preceding that fiscal financial 24 48 72 "
    "good black ash bloody maundy palm easter super shrove cyber whit giving days weeks months years "
    "couple few several twenty thirty"
)
# Of these, the ones that open nothing by themselves, and what may stand behind them.
_OPENING = (
    "the a an in over since until till by from during before after through between within may march "
    "past middle end start beginning first second third fourth following same preceding that one half"
)
_SECOND = (
    "day days week weeks weekend fortnight month months year years decade decades quarter half following "
    "same of to ago a fiscal financial monday tuesday wednesday thursday friday saturday sunday"
)
OPENING, SECOND_WORDS = frozenset(_OPENING.split()), frozenset(_SECOND.split())
FIRST_WORDS = frozenset((*_FIRST.split(), *DAY_WORDS)) | frozenset(
    word for words in COUNTS for word in words.split() if word != "of"
)


def count_of(words: str) -> tuple[int, int]:
    """Return the least and the most that a count stands for: "a few" is 2 to 9."""
    words = " ".join(words.lower().split())
    return (int(words), int(words)) if words.isdigit() else COUNTS[words]


def month_of(word: str) -> int:
    """Return the number of a month, 1 to 12, by its name or its short form."""
    return MONTHS[word[:3].lower()]


def weekday_of(word: str) -> int:
    """Return the number of a weekday, 0 for Monday, by its name or its short form."""
    return WEEKDAYS[word[:3].lower()]
