"""Words in an article, case and accents folded, found in code points of the text."""

from __future__ import annotations

import re
import unicodedata

from briefing.text import Span

_MOST = 5000


def find(text: str, words: str) -> tuple[Span, ...]:
    """Return where `words` stand in `text`; at most 5,000 places."""
    typed = words.strip("\n")
    if not typed.strip():
        return ()
    plain, back = _folded(text)
    needle, _ = _folded(typed)
    if not needle:  # nothing but accents
        return ()
    found: list[Span] = []
    for match in re.finditer(re.escape(needle), plain):
        start = back[match.start()] if back else match.start()
        end = (back[match.end() - 1] if back else match.end() - 1) + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        found.append((start, end))
        if len(found) == _MOST:
            break
    return tuple(found)


def _folded(text: str) -> tuple[str, list[int] | None]:
    """Return the text in folded form, and for each of its characters the offset it came from."""
    if text.isascii():
        return text.lower(), None
    out: list[str] = []
    back: list[int] = []
    for i, char in enumerate(text):
        for piece in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(piece):
                out.append("'" if piece in "‘’" else piece)
                back.append(i)
    return "".join(out), back
