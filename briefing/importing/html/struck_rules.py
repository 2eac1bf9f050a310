"""Which elements of a page are struck through: by their name, their own style, or the page's <style> rules.

Rules are read as far as struck words need: lists of simple, descendant and child selectors of names, classes
and ids (Selectors Level 4). What holds for print only, or while the mouse is over it, does not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

_STRUCK = frozenset(("s", "del", "strike"))
_LINE_THROUGH = re.compile(
    r"(?:^|;)\s*+text-decoration(?:-line)?\s*+:[^;]{0,200}?\bline-through\b", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_COMPOUND = re.compile(r"(?P<name>[a-zA-Z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+)*)")
_SHOWN_AT = re.compile(r"@(?:media\b(?!.*\bprint\b)|supports\b|layer\b)", re.IGNORECASE | re.DOTALL)
_MOST_CSS = 400_000  # characters of rules that are read
_MOST_SELECTORS = 100
_MOST_STEPS = 4  # compounds of one selector
_MOST_ABOVE = 60  # elements that are looked at above one


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be: its name ("" for any), and its classes and ids."""

    name: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: Any) -> bool:
        """Return whether an element is one of these."""
        if self.name and element.tag != self.name:
            return False
        if self.ids and self.ids != {element.get("id")}:
            return False
        return not self.classes or self.classes <= set((element.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class StruckRules:
    """The selectors of rules that strike through, each from the element itself outwards."""

    selectors: tuple[tuple[_Compound, ...], ...] = ()

    @classmethod
    def of(cls, root: Any) -> StruckRules:
        """Return the rules of the page whose root this is."""
        css = "\n".join(islice((style.text for style in root.iter("style") if style.text), 100))
        return cls(tuple(_selectors(css[:_MOST_CSS]))) if "line-through" in css.lower() else cls()

    def strike(self, element: Any) -> bool:
        """Return whether an element strikes its words through, whatever stands round it."""
        if element.tag in _STRUCK:
            return True
        style = element.get("style")
        if style and "line-through" in style.lower() and _LINE_THROUGH.search(style[:2000]):
            return True
        return any(steps[0].fits(element) and _within(element, steps[1:]) for steps in self.selectors)


def _within(element: Any, outer: tuple[_Compound, ...]) -> bool:
    """Return whether elements round one fit these compounds, from the nearest on."""
    above = islice(element.iterancestors(), _MOST_ABOVE)
    return all(any(compound.fits(one) for one in above) for compound in outer)


def _selectors(css: str) -> list[tuple[_Compound, ...]]:
    """Return the selectors of the rules that strike through; a selector of another form is left out."""
    found: list[tuple[_Compound, ...]] = []
    opened: list[str] = []  # the preludes of the blocks that are open
    words = ""
    for piece in re.split(r"([{}])", _COMMENT.sub(" ", css)):
        if piece == "{":
            opened.append(words.rpartition(";")[2].strip())
        elif piece == "}":
            prelude = opened.pop() if opened else ""
            counts = not prelude.startswith("@") and all(map(_SHOWN_AT.match, opened))
            if counts and _LINE_THROUGH.search(words):
                found += filter(None, map(_steps, prelude.split(",")[:_MOST_SELECTORS]))
        words = "" if piece in ("{", "}") else piece
        if len(found) >= _MOST_SELECTORS:
            break
    return found[:_MOST_SELECTORS]


def _steps(selector: str) -> tuple[_Compound, ...]:
    """Return the compounds of a selector, the element's own first; () where one is of another form."""
    parts = re.split(r"\s*>\s*|\s+", selector.strip())
    matches = [_COMPOUND.fullmatch(part) if part else None for part in parts]
    steps = [_compound(match) for match in matches if match is not None]
    return tuple(reversed(steps)) if len(steps) == len(parts) <= _MOST_STEPS else ()


def _compound(match: re.Match[str]) -> _Compound:
    marks = re.findall(r"([.#])([\w-]+)", match["marks"])
    name = (match["name"] or "").lower()
    return _Compound(
        "" if name == "*" else name,
        frozenset(mark for kind, mark in marks if kind == "."),
        frozenset(mark for kind, mark in marks if kind == "#"),
    )
