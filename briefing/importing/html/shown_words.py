"""The words of one element on one line, as a reader sees them parted."""

from __future__ import annotations

from typing import Any

_PARTS = frozenset(("br", "p", "div", "li", "ul", "ol", "td", "tr", "dd", "dt", "h1", "h2", "h3", "section"))
_ALL = 10_000_000
# Nor are struck-out words part of a title, a name or a date.
_UNSHOWN = frozenset(("script", "style", "template", "noscript", "s", "del", "strike"))


def shown_words(element: Any, most: int = _ALL) -> str:
    """Return the words in an element; a line break and an element of its own line part them by a space.

    `most`: how many pieces of markup and of text between them are looked at, for an element that should be
    short.
    """
    parts: list[str] = []
    _collect(element, parts, most)
    return " ".join("".join(parts).split())


def _collect(element: Any, parts: list[str], most: int) -> None:
    waiting: list[tuple[Any, bool]] = [(element, False)]
    for _ in range(most):
        if not waiting:
            return
        here, is_end = waiting.pop()
        if isinstance(here, str):
            parts.append(here)
            continue
        if here.tag in _PARTS and here is not element:
            parts.append(" ")
        if is_end or here.tag in _UNSHOWN:
            continue
        waiting.append((here, True))
        for child in reversed(here):
            waiting.append((child.tail or "", False))
            waiting.append((child, False))
        parts.append(here.text or "")
