"""Times of day as prose writes them: 8 pm, 8:30 a.m., 20:00, 0600 GMT, noon."""

from __future__ import annotations

import re

HALF_DAY = 720.0
NAMED_TIMES = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": 0.0}
_HALF = r"(?:[ ]?(?:(?P<half>[ap])(?:\.m\.?|m)|in[ ]the[ ](?P<spoken>morning|afternoon|evening))(?!\w))"
_CLOCK = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?{_HALF}"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![:.]\d|\w)"
    r"|(?P<named>noon|midday|midnight)(?!\w)"
    r"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?=[ ](?:GMT|UTC|hours|hrs)\b)",
    re.IGNORECASE,
)


def read_clock(text: str, start: int) -> tuple[int, float, float] | None:
    """Return where a time of day that starts at `start` ends, its minutes since midnight, and 720 where it
    may as well be of the other half of the day ("6:30"), else 0. None where no time of day stands there.
    """
    match = _CLOCK.match(text, start)
    if match is None or text[max(0, start - 1) : start] in (":", "."):
        return None
    half = "a" if match["spoken"] == "morning" else "p" if match["spoken"] else match["half"]
    if half:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not 1 <= hour <= 12:
            return None
        return match.end(), (hour % 12 + 12 * (half.lower() == "p")) * 60.0 + minute, 0.0
    if match["named"]:
        return match.end(), NAMED_TIMES[match["named"].lower()], 0.0
    if match["four"]:
        return match.end(), int(match["four"][:2]) * 60.0 + int(match["four"][2:]), 0.0
    hour = int(match["hour24"])
    either = HALF_DAY if 1 <= hour <= 12 and not match["hour24"].startswith("0") else 0.0
    return match.end(), hour * 60.0 + int(match["minute24"]), either
