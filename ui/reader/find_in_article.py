"""Words in an article, found as search over all articles reads letters; in code points of the text."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from briefing.language.fold import Folded, fold, letters
from briefing.text import Span

MOST = 5000
"""The most places that are looked for."""


def find(text: str, words: str) -> tuple[Span, ...]:
    """Return where `words` stand in `text`, in code points, at most `MOST` places.

    The text searched last is kept folded.
    """
    folded = _folded(text)
    places = folded.places(letters(words.strip("\n")))
    return tuple(folded.span(*place) for place in islice(places, MOST))


@lru_cache(maxsize=1)
def _folded(text: str) -> Folded:
    return fold(text, "letters")
