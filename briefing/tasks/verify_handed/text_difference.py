"""In words, where one text departs from another."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from briefing.text import shortened

_DIFFERENCES = 4
_MOST_COMPARED = 1_000_000  # pairs of words, past which only the two passages are shown
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def difference(quote: str, passage: str) -> str:
    """Return in words where a quote departs from the passage: “hundreds” there reads “thousands” here."""
    return _worded(quote, passage, "“{}” is left out", "“{}” is not in the article")


def departure(left: str, here: str) -> str:
    """Return in words where a line of a file departs from the words that left."""
    return _worded(here, left, "“{}” was taken out", "“{}” was put in")


def _worded(quote: str, passage: str, out: str, put: str) -> str:
    ours, theirs = _TOKEN.findall(quote), _TOKEN.findall(passage)
    first = _alike(ours, theirs)
    last = _alike(ours[first:][::-1], theirs[first:][::-1])
    ours, theirs = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    if len(ours) * len(theirs) > _MOST_COMPARED:
        return _difference("".join(theirs), "".join(ours), out, put)
    differences = [
        _difference("".join(theirs[a:b]), "".join(ours[c:d]), out, put)
        for a, b, c, d in _places(ours, theirs)
    ]
    shown = differences[:_DIFFERENCES]
    more = len(differences) - len(shown)
    return "; ".join((*shown, f"and {more} more places")) if more else "; ".join(shown)


def _places(ours: list[str], theirs: list[str]) -> list[tuple[int, int, int, int]]:
    """Return where both differ; two words beside each other that both differ are one place."""
    found: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if (
            tag == "replace"
            and found
            and "".join(theirs[found[-1][1] : a]).isspace()
            and found[-1][2] < found[-1][3]
        ):
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _alike(ours: list[str], theirs: list[str]) -> int:
    """Return how many tokens both begin with."""
    pairs = zip(ours, theirs, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)))


def _difference(there: str, here: str, out: str, put: str) -> str:
    if not there.strip() and not here.strip():
        return f"spaces ({_named(there)} in the article, {_named(here)} here)"
    if not here:
        return out.format(shortened(there))
    if not there:
        return put.format(shortened(here))
    sentence = f"“{shortened(here)}” for “{shortened(there)}”"
    letter = _one_letter(there, here)
    return f"{sentence} ({letter})" if letter else sentence


def _one_letter(there: str, here: str) -> str:
    """Return which letter is another one, where it is one of the same word."""
    if len(there) != len(here):
        return ""
    places = [at for at, (a, b) in enumerate(zip(there, here, strict=True)) if a != b]
    if len(places) != 1:
        return ""
    a, b = there[places[0]], here[places[0]]
    return f"letter {places[0] + 1}: {b} U+{ord(b):04X} for {a} U+{ord(a):04X}"


def _named(blank: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in blank[:4]) or "none"
