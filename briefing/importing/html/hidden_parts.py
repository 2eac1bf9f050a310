"""Elements of a page that are hidden and hold its article: a script shows them once the page is open.

A page that is streamed comes with the article in a hidden element, and so does one that shows the rest at
"read on". Where most of the prose an extractor found is hidden, the hiding is wrong, as a wrong role is;
where a part is, that part is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.importing.html.article_witness import Witness, squeezed
from briefing.importing.html.line_kinds import is_prose
from briefing.importing.html.markup import MarkupBlock, blocks_of, is_hidden

_WHOLE = 0.9  # of what an extractor found that is seen: nothing to look for
_LEAST_WORDS = 100  # in <noscript>: less is the request to switch scripts on


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """A hidden element, and its prose that an extractor kept."""

    element: Any
    prose: tuple[MarkupBlock, ...]

    @property
    def letters(self) -> int:
        """How many letters and digits the prose has."""
        return sum(len(squeezed(block.text)) for block in self.prose)

    def show(self) -> None:
        """Take away what hides the element."""
        _show(self.element)


def hidden_parts(root: Any, witness: Witness, seen: int) -> list[HiddenPart]:
    """Return the hidden elements that hold prose of what an extractor found; `seen`: how many of its letters
    are shown. They are not looked for where that is nearly all.
    """
    if seen >= _WHOLE * witness.letters:
        return []
    return [part for element in list(_outermost(root)) if (part := _part_of(element, witness)).prose]


def show_noscript(root: Any) -> bool:
    """Show what stands in <noscript>, where that is more than a request; return whether it did."""
    found = [element for element in root.iter("noscript") if _is_page(element)]
    for element in found:
        element.tag = "div"
    return bool(found)


def _is_page(element: Any) -> bool:
    return len(" ".join(element.itertext()).split()) >= _LEAST_WORDS


def _outermost(root: Any) -> Iterator[Any]:
    """Yield the hidden elements that are in no other one."""
    inside: Any = None
    for element in root.iter("*"):
        if inside is not None and any(above is inside for above in element.iterancestors()):
            continue
        inside = element if is_hidden(element) else None
        if inside is not None:
            yield element


def _part_of(element: Any, witness: Witness) -> HiddenPart:
    kept = dict(element.attrib)
    _show(element)
    blocks = blocks_of(element)
    hits = witness.kept(blocks)
    element.attrib.update(kept)
    return HiddenPart(element, tuple(b for b, hit in zip(blocks, hits, strict=True) if hit and is_prose(b)))


def _show(element: Any) -> None:
    for name in ("hidden", "style"):
        element.attrib.pop(name, None)
