"""A cell's value as its number format shows it (ECMA-376-1, 18.8.30 and 18.8.31), in English."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

# Formats whose order of day and month is that of the reader's system: such a date is written as ISO 8601.
_BY_SYSTEM = re.compile(r"mm-dd-yy|m/d/yy(?: h:mm)?|\[\$-(?:x-sys\w+|f[48]00)\].*", re.IGNORECASE)
_GENERAL_DIGITS = 11  # that a cell without a format shows at most
_LONGEST = 300  # code points of a format that are looked at
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|\[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]"
    r"|\[(?P<elapsed>h+|m+|s+)\]"
    r"|(?P<dropped>\[[^\]]*\]|\*.)"
    r"|_(?P<room>.)"
    r"|(?P<half>AM/PM|A/P)"
    r"|(?P<general>General)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?)"
    r"|(?P<exponent>E[+-]0+)"
    r"|(?P<number>(?:[0#?]|\.[0#?])[0#?,.]*)"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_ZERO = re.compile(r"[1-9]")
_ROOM = Context(prec=400)
_PLACES = tuple(Decimal(1).scaleb(-places) for places in range(31))  # digits after the point
Section = tuple[tuple[str, str], ...]  # of each piece the name of its group, and what it holds


def shown(value: object, number_format: str) -> str:
    """Return a value of a cell as a spreadsheet shows it; as it is kept where its format is beyond this."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case dt.timedelta():
            return _elapsed(value, _pieces(number_format)[0])
        case dt.datetime() | dt.date() | dt.time():
            return _moment(value, number_format)
        case int() | float():
            return _number(value, _pieces(number_format))
    return str(value)


@lru_cache(maxsize=500)
def _pieces(number_format: str) -> tuple[Section, ...]:
    """Return the sections of a format, each as its pieces."""
    sections: list[list[tuple[str, str]]] = [[]]
    for found in _PIECE.finditer(number_format[:_LONGEST]):
        name = found.lastgroup or "other"
        if (name, found[name]) == ("other", ";"):
            sections.append([])
        else:
            sections[-1].append((name, found[name]))
    return tuple(map(tuple, sections))


def _number(value: float, sections: tuple[Section, ...]) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    section, minus = sections[0], "-" if value < 0 else ""
    if len(sections) > 1 and value < 0:
        section, minus = sections[1], ""
    elif len(sections) > 2 and value == 0:
        section = sections[2]
    words = _filled(abs(value), section)
    return words if minus and not _NOT_ZERO.search(words) else f"{minus}{words}"


def general(value: float) -> str:
    """Return a number as a cell without a format shows it: at most eleven digits."""
    if isinstance(value, int) and abs(value) < 10**_GENERAL_DIGITS:
        return str(value)
    mantissa, mark, exponent = f"{value:.{_GENERAL_DIGITS - 1}g}".partition("e")
    if not mark:
        return mantissa
    if -10 < int(exponent) < 0:
        return f"{value:.9f}".rstrip("0")
    return f"{float(mantissa):.6g}E{exponent[0]}{exponent[1:].zfill(2)}"


def _filled(value: float, section: Section) -> str:
    """Return a number that is not negative, written by one section of a format."""
    if _is_beyond(section):
        return general(value)
    percent = section.count(("other", "%"))
    exponent = next((held for name, held in section if name == "exponent"), "")
    out = [
        _digits(value, held, percent, exponent) if name == "number" else _around(value, name, held)
        for name, held in section
    ]
    return "".join(out).strip() if out else general(value)


@lru_cache(maxsize=500)
def _is_beyond(section: Section) -> bool:
    """Return whether a section asks for a date of no day, a fraction, or a mask of digits."""
    kinds = [name for name, _ in section]
    return (
        bool({"date", "elapsed", "half"} & {*kinds}) or kinds.count("number") > 1 or ("other", "/") in section
    )


def _around(value: float, name: str, held: str) -> str:
    """Return what a piece that is no pattern of digits writes."""
    if name == "general" or (name, held) == ("other", "@"):
        return general(value)
    return {"room": " ", "exponent": "", "dropped": ""}.get(name, held)


@dataclass(frozen=True, slots=True)
class _Digits:
    """A pattern of digits such as "#,##0.0#,": how many at least before the point, after it, and at most."""

    before: int
    least: int
    most: int
    grouped: bool
    thousands: int
    point: bool


@lru_cache(maxsize=500)
def _pattern(held: str) -> _Digits:
    whole, _, after = held.partition(".")
    after = after.rstrip(",")
    thousands = len(held) - len(held.rstrip(","))
    grouped = "," in whole.rstrip(",")
    return _Digits(whole.count("0"), after.count("0"), len(after), grouped, thousands, held.endswith("."))


def _digits(value: float, held: str, percent: int, exponent: str) -> str:
    """Return the digits of a number by a pattern such as "#,##0.00", and its exponent by "E+00".

    Halves are rounded up, as spreadsheets do it, on the number as it is written.
    """
    pattern = _pattern(held)
    exact = Decimal(repr(value)).scaleb(2 * percent - 3 * pattern.thousands)
    power = exact.adjusted() if exponent and exact else 0
    try:
        rounded = exact.scaleb(-power).quantize(_PLACES[pattern.most], ROUND_HALF_UP, _ROOM)
    except (InvalidOperation, IndexError):
        return general(value)
    digits = f"{rounded:,f}" if pattern.grouped else f"{rounded:f}"
    front, _, behind = digits.partition(".")
    if pattern.most > pattern.least:
        behind = behind[: pattern.least] + behind[pattern.least :].rstrip("0")
    if pattern.before != 1:
        front = front.lstrip("0").zfill(pattern.before)
    digits = f"{front}.{behind}" if behind or pattern.point else front or "0"
    return f"{digits}{_power(power, exponent)}"


def _power(power: int, exponent: str) -> str:
    """Return a power of ten as "E+00" or "E-0" asks for it, "" where nothing does."""
    if not exponent:
        return ""
    sign = "-" if power < 0 else "+" if exponent[1] == "+" else ""
    return f"E{sign}{str(abs(power)).zfill(len(exponent) - 2)}"


def _elapsed(value: dt.timedelta, section: Section) -> str:
    """Return a length of time; its largest unit counts on beyond a day."""
    seconds = round(value.total_seconds())
    minus, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    first = next((held[0].lower() for name, held in section if name == "elapsed"), "h")
    if first == "s":
        return f"{minus}{seconds}"
    with_seconds = any(name == "date" and held[0] in "sS" for name, held in section)
    if first == "m":
        return f"{minus}{seconds // 60}:{seconds % 60:02}" if with_seconds else f"{minus}{seconds // 60}"
    clock = f"{minus}{seconds // 3600}:{seconds // 60 % 60:02}"
    return f"{clock}:{seconds % 60:02}" if with_seconds else clock


def _moment(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    """Return a day or a time of day as its format writes it; where the system would choose, as ISO 8601."""
    section = _pieces(number_format)[0]
    units = [held[0].lower() for name, held in section if name == "date"]
    if not units or _BY_SYSTEM.fullmatch(number_format.partition(";")[0]):
        return _iso(value, timed=not units or "h" in units)
    moment = _as_datetime(value)
    minutes = _minutes(section)
    halved = any(name == "half" for name, _ in section)
    out = [
        _unit(moment, held, minutes=n in minutes, halved=halved)
        if name == "date"
        else {"half": "AM" if moment.hour < 12 else "PM", "room": " ", "dropped": ""}.get(name, held)
        for n, (name, held) in enumerate(section)
    ]
    return "".join(out).strip()


def _minutes(section: Section) -> set[int]:
    """Return which pieces of a date are minutes, not months: those after hours or before seconds."""
    at = [n for n, (name, _) in enumerate(section) if name == "date"]
    letters = ["", *(section[n][1][0].lower() for n in at), ""]
    around = zip(at, letters, letters[1:], letters[2:], strict=False)
    return {
        n
        for n, before, own, after in around
        if own == "m" and len(section[n][1]) <= 2 and (before == "h" or after == "s")
    }


def _as_datetime(value: dt.datetime | dt.date | dt.time) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.time):
        return dt.datetime.combine(dt.date(1900, 1, 1), value)
    return dt.datetime.combine(value, dt.time())


def _iso(value: dt.datetime | dt.date | dt.time, *, timed: bool) -> str:
    """Return a day, with its time where there is one and `timed` asks for it."""
    if isinstance(value, dt.datetime):
        return (
            f"{value:%Y-%m-%d %H:%M:%S}" if timed and value.time() != dt.time() else value.date().isoformat()
        )
    return value.isoformat()


def _unit(moment: dt.datetime, held: str, *, minutes: bool, halved: bool) -> str:
    letter, count = held[0].lower(), len(held)
    if minutes:
        letter = "minute"
    hour = (moment.hour % 12 or 12) if halved else moment.hour
    number = {"y": moment.year, "d": moment.day, "h": hour, "minute": moment.minute, "m": moment.month}
    if letter == "s":
        whole, _, after = held.partition(".")
        fraction = f".{moment.microsecond:06}"[: len(after) + 1] if after else ""
        return f"{moment.second:0{min(len(whole), 2)}}{fraction}"
    if letter == "y":
        return f"{moment.year % 100:02}" if count <= 2 else f"{moment.year:04}"
    if count >= 3 and letter in _NAMES:
        return _NAMES[letter](moment, count)
    return f"{number[letter]:0{min(count, 2)}}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES: dict[str, Callable[[dt.datetime, int], str]] = {
    "m": lambda moment, count: _MONTHS[moment.month - 1][: {3: 3, 5: 1}.get(count, 20)],
    "d": lambda moment, count: _DAYS[moment.weekday()][: 3 if count == 3 else 20],
}
