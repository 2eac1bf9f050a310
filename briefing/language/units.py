"""The units that prose puts behind a number, each way of writing one under one key; and heads of counts."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.language.stems import stem_of

_WAYS: dict[str, str] = {
    "percent": r"%|per[ ]cent|percent",
    "points": r"percentage[ ]points?|points?",
    "basis point": r"basis[ ]points?|bps",
    "dollar": r"\$|US\$|(?:US[ ])?dollars?|USD",
    "euro": r"€|euros?|EUR",
    "pound sterling": r"£|pounds?[ ]sterling|GBP",
    "lira": r"₺|(?:Turkish[ ])?liras?",
    "rouble": r"₽|rou?bles?|RUB",
    "hryvnia": r"₴|hryvnias?|UAH",
    "yuan": r"yuan|renminbi|CNY|RMB",
    "yen": r"¥|yen|JPY",
    "rupee": r"₹|rupees?|INR",
    "shekel": r"₪|shekels?|ILS",
    "kilometre": r"kilomet[er]{2}s?|km|kms",
    "mile": r"miles?",
    "nautical mile": r"nautical[ ]miles?|nmi",
    "mile an hour": r"mph|miles?[ ]per[ ]hour|miles?[ ]an[ ]hour",
    "kilometre an hour": r"km/h|kmh|kph|kilomet[er]{2}s?[ ]per[ ]hour|kilomet[er]{2}s?[ ]an[ ]hour",
    "knot": r"knots?",
    "millimetre": r"millimet[er]{2}s?|mm",
    "inch": r"inch(?:es)?",
    "yard": r"yards?",
    "metre": r"met[er]{2}s?|m",
    "centimetre": r"centimet[er]{2}s?|cm",
    "foot": r"feet|foot|ft",
    "cubic metre": r"cubic[ ]met[er]{2}s?|m³",
    "billion cubic metres": r"bcm",
    "square kilometre": r"square[ ]kilomet[er]{2}s?|sq[ ]km|km²",
    "square mile": r"square[ ]miles?|sq[ ]miles?",
    "square metre": r"square[ ]met[er]{2}s?|sq[ ]m|sqm|m²",
    "square foot": r"square[ ]f[eo]{2}t|sq[ ]ft|sqft",
    "hectare": r"hectares?|ha",
    "acre": r"acres?",
    "tonne": r"tonnes?|tons?|metric[ ]tons?",
    "kilogram": r"kilograms?|kilos?|kg",
    "gram": r"grams?",
    "milligram": r"milligrams?|mg",
    "ounce": r"ounces?",
    "kiloton": r"kilotonn?es?|kilotons?",
    "megaton": r"megatonn?es?|megatons?",
    "pound": r"pounds?|lbs?",
    "litre": r"lit[er]{2}s?",
    "millilitre": r"millilit[er]{2}s?|ml",
    "gallon": r"gallons?",
    "barrel": r"barrels?|bpd",
    "megawatt": r"megawatts?|MW",
    "gigawatt": r"gigawatts?|GW",
    "kilowatt": r"kilowatts?|kW",
    "watt": r"watts?",
    "terawatt": r"terawatts?|TW",
    "kilowatt-hour": r"kilowatt[ -]hours?|kWh",
    "megawatt-hour": r"megawatt[ -]hours?|MWh",
    "gigawatt-hour": r"gigawatt[ -]hours?|GWh",
    "terawatt-hour": r"terawatt[ -]hours?|TWh",
    "volt": r"volts?",
    "kilovolt": r"kilovolts?|kV",
    "hertz": r"hertz|Hz",
    "megahertz": r"megahertz|MHz",
    "gigahertz": r"gigahertz|GHz",
    "megabyte": r"megabytes?|MB",
    "gigabyte": r"gigabytes?|GB",
    "terabyte": r"terabytes?|TB",
    "decibel": r"decibels?|dB",
    "part per million": r"parts?[ ]per[ ]million|ppm",
    "horsepower": r"horsepower|bhp|hp",
    "penny": r"pence|penny",
    "degree": r"°C|C|degrees?[ ]Celsius|degrees?[ ]C|degrees?|degrees?[ ]centigrade",
    "degree Fahrenheit": r"°F|F|degrees?[ ]Fahrenheit|degrees?[ ]F",
    "second": r"seconds?",
    "minute": r"minutes?",
    "hour": r"hours?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?",
    "decade": r"decades?",
}
# Short ways that are a unit only right behind digits: "6in" is a length, "6 in ten" is none.
GLUED: dict[str, str] = {
    "in": "inch", "yd": "yard", "yds": "yard", "mi": "mile", "kn": "knot", "kt": "knot", "kts": "knot",
    "nm": "nautical mile", "g": "gram", "oz": "ounce", "t": "tonne", "l": "litre", "L": "litre",
    "gal": "gallon", "W": "watt", "w": "watt", "V": "volt", "v": "volt", "p": "penny", "pc": "percent",
    "pct": "percent", "hr": "hour", "hrs": "hour", "h": "hour", "min": "minute", "mins": "minute",
    "sec": "second", "secs": "second", "yr": "year", "yrs": "year", "wk": "week", "wks": "week",
}  # fmt: skip
_ALL = sorted((way, key) for key, ways in _WAYS.items() for way in ways.split("|"))
# The longer ways first: "percentage points" before "percent".
UNITS: tuple[str, ...] = tuple(way for way, _key in sorted(_ALL, key=lambda pair: -len(pair[0])))
_KEYS = tuple(
    (re.compile(way, re.IGNORECASE), key) for way, key in sorted(_ALL, key=lambda pair: -len(pair[0]))
)
_MONEY = {
    "$": "dollar", "us$": "dollar", "€": "euro", "£": "pound sterling", "¥": "yen", "₺": "lira",
    "₽": "rouble",
    "₴": "hryvnia", "₹": "rupee", "₪": "shekel", "c$": "Canadian dollar", "a$": "Australian dollar",
    "hk$": "Hong Kong dollar",
}  # fmt: skip

# Units of one thing, each by how much of the first it is: by the metric system exactly, the others as they
# are rounded in prose.
FAMILIES: tuple[dict[str, float], ...] = (
    {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168},
    {"month": 1, "year": 12, "decade": 120},
    {
        "metre": 1,
        "kilometre": 1_000,
        "centimetre": 0.01,
        "millimetre": 0.001,
        "mile": 1_609.344,
        "foot": 0.3048,
        "inch": 0.0254,
        "yard": 0.9144,
        "nautical mile": 1_852,
    },
    {"kilometre an hour": 1, "mile an hour": 1.609344, "knot": 1.852},
    {
        "square kilometre": 1,
        "hectare": 0.01,
        "acre": 0.004047,
        "square mile": 2.589988,
        "square metre": 1e-6,
        "square foot": 9.2903e-8,
    },
    {
        "kilogram": 1,
        "tonne": 1_000,
        "pound": 0.4536,
        "gram": 0.001,
        "milligram": 1e-6,
        "ounce": 0.02835,
        "kiloton": 1e6,
        "megaton": 1e9,
    },
    {"megawatt": 1, "gigawatt": 1_000, "kilowatt": 0.001, "watt": 1e-6, "terawatt": 1e6},
    {"megawatt-hour": 1, "gigawatt-hour": 1_000, "kilowatt-hour": 0.001, "terawatt-hour": 1e6},
    {"volt": 1, "kilovolt": 1_000},
    {"hertz": 1, "megahertz": 1e6, "gigahertz": 1e9},
    {"megabyte": 1, "gigabyte": 1_000, "terabyte": 1e6},
    {"litre": 1, "millilitre": 0.001, "gallon": 3.785},
    {"points": 1, "basis point": 0.01},
    {"cubic metre": 1, "billion cubic metres": 1e9},
)
_ROUNDED = {
    "mile",
    "foot",
    "acre",
    "pound",
    "inch",
    "yard",
    "nautical mile",
    "mile an hour",
    "knot",
    "square mile",
    "square foot",
    "ounce",
    "gallon",
}
_NEAR = 0.04  # "about 100 miles (160 km)"


def scales(one: str, two: str) -> tuple[float, float, float] | None:
    """Return by what two units are multiplied to be compared, and how far apart the sums may lie (a share of
    them).

    None for units of different things.
    """
    for family in FAMILIES:
        if one in family and two in family:
            return family[one], family[two], _NEAR if (one in _ROUNDED) != (two in _ROUNDED) else 1e-9
    return None


# Whom a number may count. Two groups exclude each other; a word in none counts anybody.
_GROUPS: dict[str, str] = {
    "soldiers": "soldier troop serviceman servicemen trooper conscript marine airman recruit",
    "fighters": "fighter militant rebel insurgent jihadist gunman gunmen guerrilla combatant extremist "
    "terrorist",
    "civilians": "civilian noncombatant bystander villager resident",
    "children": "child kid infant baby schoolchild pupil boy girl minor",
    "women": "woman",
    "men": "man",
    "police": "policeman policemen officer police",
    "journalists": "journalist reporter correspondent",
    "refugees": "refugee migrant asylum-seeker",
    "aid workers": "medic doctor nurse paramedic",
    "tanks": "tank",
    "aircraft": "aircraft plane jet helicopter warplane",
    "drones": "drone",
    "vehicles": "vehicle truck car bus lorry",
    "ships": "ship vessel boat frigate warship",
    "missiles": "missile rocket",
    "schools": "school",
    "hospitals": "hospital clinic",
    "houses": "house home building",
    "villages": "village",
    "towns": "town city",
    "countries": "country state nation",
}
HEADS: dict[str, str] = {
    stem_of(word, "en"): group for group, words in _GROUPS.items() for word in words.split()
}


@lru_cache(maxsize=512)
def unit_of(words: str) -> str:
    """Return the key of a unit written in any of its ways, "" for words that are none."""
    low = words.strip().lower()
    if low in _MONEY:
        return _MONEY[low]
    return next((key for pattern, key in _KEYS if pattern.fullmatch(low)), "")
