"""How a typed value is read: one function a kind of field. Each returns the value, or raises BadInput."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from briefing import scales
from briefing.errors import BadInput
from briefing.inline import link_allowed, one_line
from briefing.language.typed_days import edtf_of
from briefing.model import Waiver
from briefing.text import normalise

Reader = Callable[[str], Any]
LONGEST = 1_000_000  # words of a section, as the file takes them
_HOUR = re.compile(r"\d\s?[:h]\s?\d\d|\d[T\s]\s*\d{1,2}\.\d\d(?!\.?\d)|T$")
_MOMENT = re.compile(
    r"(?P<day>.*?\d)(?:T|,?\s+)(?P<hour>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:?\d{2})?)",
    re.ASCII,
)


def line(value: str) -> str:
    """Return the words on one line, without spaces around them."""
    return one_line(value).strip()


def text(value: str) -> str:
    """Return the words, normalised; they may have several lines."""
    return normalise(value).strip()


def section_title(value: str) -> str:
    """Return the title of a section, which is never empty."""
    if not line(value):
        raise BadInput("A section needs a title.")
    return line(value)


def list_of(value: str) -> tuple[str, ...]:
    """Return what stands between semicolons or line ends, each once."""
    return tuple(dict.fromkeys(line(part) for part in re.split(r"[;\n]", value) if part.strip()))


def names(value: str) -> tuple[str, ...]:
    """Return what stands between semicolons, commas or line ends, each once."""
    return tuple(dict.fromkeys(line(part) for part in re.split(r"[;,\n]", value) if part.strip()))


def day(value: str) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601), or "", of a date in any common form: 13 March 2020,
    13.3.2020, 13. März 2020.
    """
    from briefing.language.printed_dates import labelled_date, looks_like_day, two_ways

    typed = value.strip()
    found = typed if re.fullmatch(r"(?!0000)[0-9]{4}", typed) else labelled_date(typed)
    if not typed or found:
        return found
    ways = two_ways(typed)
    if ways:
        raise BadInput(f"“{typed}” can be {ways[0]} or {ways[1]}.", f"Write it as {ways[0]} or {ways[1]}.")
    if looks_like_day(typed):
        raise BadInput(f"“{typed}” is not in the calendar.", "Write it as 2020-03-13.")
    raise BadInput(
        f"“{typed}” is not a date.", "Write it as 2020-03-13, 13 March 2020 or 13.3.2020; 2020-03 or 2020."
    )


def happened(value: str) -> str:
    """Return EDTF (ISO 8601-2) of a day, month, year or span as people type it, or "": 13 October 2023,
    c. March 2020, 12–14 May 2021.
    """
    typed = value.strip()
    found = edtf_of(typed)
    if typed and not found:
        from briefing.language.printed_dates import two_ways

        if ways := two_ways(typed):
            raise BadInput(
                f"“{typed}” can be {ways[0]} or {ways[1]}.", f"Write it as {ways[0]} or {ways[1]}."
            )
        raise BadInput(
            f"“{typed}” is no day that can be placed.",
            "Write it as 13 October 2023, October 2023, 2023, c. March 2020 or 12–14 May 2021.",
        )
    return found


def length(value: str) -> int:
    """Return a length in words, 0 for none."""
    typed = value.strip()
    if not typed:
        return 0
    if not (typed.isascii() and typed.isdigit() and int(typed) <= LONGEST):
        raise BadInput(f"“{typed[:80]}” is no number of words.", f"Write 0 (no length) to {LONGEST}.")
    return int(typed)


def moment(value: str) -> str:
    """Return a date, or a date and time such as 2020-03-13T18:00, or ""."""
    typed = value.strip()
    parts = _MOMENT.fullmatch(typed)
    found = day(parts["day"] if parts else typed)
    if (parts and len(found) < 10) or (not parts and _HOUR.search(typed)):
        raise BadInput(f"“{typed}” is not a date and time.", "Write it as 2020-03-13 or 2020-03-13T18:00.")
    return f"{found}T{parts['hour']}" if parts else found


def one_of(*allowed: str) -> Reader:
    """Return a reader that takes one of `allowed`, in any case of letters."""

    def read(value: str) -> str:
        typed = value.strip()
        for choice in allowed:
            if typed.casefold() == choice.casefold():
                return choice
        raise BadInput(
            f"“{typed}” is not possible here.", f"Use one of: {', '.join(a or '“”' for a in allowed)}."
        )

    return read


def web_address(value: str) -> str:
    """Return an address that a link may have, or ""."""
    typed = value.strip()
    if typed and not link_allowed(typed):
        raise BadInput(
            f"“{typed[:80]}” is not a web address.", "It begins with http://, https:// or mailto:."
        )
    return typed


def marking(value: str) -> str:
    """Return a marking: any words, or one of the Traffic Light Protocol (TLP 2.0)."""
    typed = line(value)
    upper = typed.upper()
    if upper.startswith("TLP"):
        known = [m.label for m in scales.MARKINGS]
        if upper not in known:
            raise BadInput(f"“{typed}” is not a TLP marking.", f"Use one of: {', '.join(known)}.")
        return upper
    return typed


def edition(value: str) -> int:
    """Return the number of an edition, from 1 to 9999."""
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value.strip()):
        raise BadInput(f"“{value.strip()}” is not an edition.", "Write a whole number from 1.")
    return int(value)


def standard(value: str) -> str:
    """Return the id of a likelihood ladder."""
    return scales.standard(value.strip().casefold()).id


def waivers(value: str) -> tuple[Waiver, ...]:
    """Return waivers written as “L1: reason; L2: reason”."""
    parts = re.split(r"[;\n](?=\s*L[0-9]+\s*:|\s*$)", value)  # a reason may hold a semicolon
    pairs = [part.partition(":") for part in parts if part.strip()]
    for rule, _, reason in pairs:
        if not re.fullmatch(r"L[0-9]+", rule.strip()) or not reason.strip():
            raise BadInput("A waiver is a rule and a reason.", "Write it as “L1: agreed with the desk”.")
    return tuple(Waiver(rule.strip(), reason.strip()) for rule, _, reason in pairs)


def rules(value: str) -> tuple[str, ...]:
    """Return ids of rules, each once, in capitals; "+" before one that is off by itself switches it on."""
    rules = tuple(dict.fromkeys(part.upper() for part in re.split(r"[\s;,]+", value.strip()) if part))
    for rule in rules:
        if not re.fullmatch(r"\+?L[0-9]{1,2}", rule):
            raise BadInput(f"“{rule}” is not a rule.", "Write rules as L8; L14.")
    return rules


def days(value: str) -> int:
    """Return a number of days; 0 for nothing."""
    if not re.fullmatch(r"[0-9]{0,5}", value.strip()):
        raise BadInput(f"“{value.strip()}” is not a number of days.", "Write a whole number; 0 is no limit.")
    return int(value.strip() or 0)


def share(value: str) -> int:
    """Return a width in per cent of the width of the words: 10 to 100, with or without the sign."""
    found = re.fullmatch(r"([0-9]{1,3}) ?%?", value.strip())
    if found is None or not 10 <= int(found[1]) <= 100:
        raise BadInput(f"“{value.strip()}” is no width of a figure.", "Write 10 to 100, in per cent.")
    return int(found[1])


def flag(value: str) -> bool:
    """Return whether it says “yes”; the other word is “no”."""
    return bool(one_of("yes", "no")(value) == "yes")
