"""How a case is held against what an importer gave back."""

from __future__ import annotations

import re

from briefing.importing.parsed import Parsed
from tests.briefing.importing.corpus import Case


def faults(case: Case, parsed: Parsed) -> list[str]:
    """Return what is wrong with the answer, in words; nothing when the case is met."""
    found: list[str] = []
    named = "\n".join(parsed.notices)
    lost = set(case.lost.split())
    at = 0
    for word in case.words.split():
        place = parsed.text.find(word, at)
        if place < 0:
            found.append(f"the word {word!r} is missing after {parsed.text[max(0, at - 20) : at]!r}")
        else:
            at = place + len(word)
    found += [f"the lost {word!r} is not named" for word in lost if word not in named]
    found += [f"{words!r} is in the text" for words in case.absent if words in parsed.text]
    found += [f"no notice says {words!r}" for words in case.notices if words not in named]
    if case.quiet and parsed.notices:
        found.append(f"there are notices: {named}")
    for name in ("title", "publisher", "authors", "published", "url", "language"):
        expected = getattr(case, name)
        if expected is not None and getattr(parsed, name) != expected:
            found.append(f"{name} is {getattr(parsed, name)!r}, not {expected!r}")
    return found


def spaced(text: str) -> str:
    """Return `text` with each run of blanks made one blank."""
    return re.sub(r"\s+", " ", text).strip()
