"""The key of each source, as it is typed in a text: smith2020patrols."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from briefing.citing.author_names import split
from briefing.language.fold import letters, words
from briefing.model import Source

_SMALL = re.compile(
    "a|an|the|of|on|in|at|to|for|and|or|from|with|by|as|is|are|will|how|why|what|who|s|der|die|das|le|la"
)
_LETTERS = "bcdefghijklmnopqrstuvwxyz"


def keys(sources: Sequence[Source]) -> dict[str, str]:
    """Return a key for each source id: name, year, first distinctive word of the title; ASCII letters and
    digits.

    The first of several alike keeps the plain key, later ones get b, c …: a source added later changes
    none that has left in a file.
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    for source in sources:
        found[source.id] = key = _unused(_key(source), used)
        used.add(key)
    return found


def _key(source: Source) -> str:
    names = [split(name).short for name in source.authors if name.strip()]
    who = next(filter(None, map(_plain, (*names[:1], source.publisher))), "")
    year = re.match(r"\d{4}", source.published)
    titled = map(_plain, words(source.title or source.filename))
    telling = (w for w in titled if w and not _SMALL.fullmatch(w) and not w.isdigit())
    word = "".join(islice(telling, 1 if who else 3))
    made = f"{who[:24]}{year.group() if year else ''}{word[:20]}"
    return made if made and not made.isdigit() else f"source{made or _plain(source.id)}"


def _unused(key: str, used: set[str]) -> str:
    if key not in used:
        return key
    for letter in _LETTERS:
        if key + letter not in used:
            return key + letter
    number = len(_LETTERS) + 2
    while f"{key}n{number}" in used:
        number += 1
    return f"{key}n{number}"


def _plain(text: str) -> str:
    """Return the ASCII letters and digits of a text in lower case, accents dropped."""
    return re.sub(r"[^a-z0-9]", "", letters(text))
