"""EQ fields of Word and RTF: words set over or beside others by a code, with no result beside it."""

from __future__ import annotations

import re

LEFT_OUT = "Words set by a field code (EQ) left out"
_READING = re.compile(r"\\s\\up ?\d{1,4} ?\(([^()]{1,60})\)\s?[,;]\s?([^()]{1,60})\)")


def shown(code: str) -> tuple[str, str]:
    """Return what an EQ field shows, and what of it must be named since it cannot be shown; "" for other
    fields.

    A reading set above its word (ruby, as Word writes it before 2000 and LibreOffice in RTF) follows it.
    """
    if not re.match(r"\s*EQ\b", code, re.IGNORECASE):
        return "", ""
    found = _READING.search(code)
    return (f"{found[2].strip()}({found[1].strip()})", "") if found else ("", code.strip())
