"""What a paragraph or run looks like once all styles are taken together (ECMA-376 part 1, 17.7.2 and
17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from briefing.exporting.word.elements import VAL, Element, W
from briefing.exporting.word.template_colours import switched_on

_DEEPEST = 30


class Cascade:
    """The styles of one document, which stay as they are while it is asked."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._styles: dict[str, Element] = {
            style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")
        }
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._defaults: dict[str, Element | None] = {}
        self._found: dict[tuple[str, str, str, bool], Element | None] = {}

    @cached_property
    def default(self) -> str:
        """The id of the paragraph style that stands where none is named."""
        return self._default("paragraph")

    @cached_property
    def _default_of_tables(self) -> str:
        return self._default("table")

    def _default(self, kind: str) -> str:
        for ident, style in self._styles.items():
            if style.get(f"{W}type", "paragraph") == kind and style.get(f"{W}default") in ("1", "true", "on"):
                return ident
        return ""

    def name(self, ident: str) -> str:
        """Return the name of a style, its id where it has none."""
        style = self._styles.get(ident)
        name = style.find(f"{W}name") if style is not None else None
        return str(name.get(VAL, ident)) if name is not None else ident

    def chain(self, ident: str) -> tuple[Element, ...]:
        """Return a style and those it is based on, itself first."""
        if ident not in self._chains:
            found: dict[str, Element] = {}
            at = ident
            while (style := self._styles.get(at)) is not None and at not in found and len(found) < _DEEPEST:
                found[at] = style
                based = style.find(f"{W}basedOn")
                at = based.get(VAL, "") if based is not None else ""
            self._chains[ident] = tuple(found.values())
        return self._chains[ident]

    def levels(self, paragraph: str, run: str, *, in_table: bool) -> Iterator[tuple[Element, ...]]:
        """Yield the chains that say how words look, the nearest first: run's style, paragraph's, table's."""
        if run:
            yield self.chain(run)
        yield self.chain(paragraph or self.default)
        if in_table:
            yield self.chain(self._default_of_tables)

    def defaults(self, holder: str) -> Element | None:
        """Return the w:rPr or w:pPr of the document's defaults."""
        if holder not in self._defaults:
            self._defaults[holder] = self._root.find(f"{W}docDefaults/{W}{holder}Default/{W}{holder}")
        return self._defaults[holder]

    def find(self, paragraph: str, run: str, path: str, *, in_table: bool = False) -> Element | None:
        """Return the property that holds: `path` begins with "rPr/" or "pPr/"."""
        key = (paragraph, run, path, in_table)
        if key not in self._found:
            self._found[key] = self._nearest(*key)
        return self._found[key]

    def _nearest(self, paragraph: str, run: str, path: str, in_table: bool) -> Element | None:
        holder, _, name = path.partition("/")
        whole = _path(holder, name)
        for chain in self.levels(paragraph, run if holder == "rPr" else "", in_table=in_table):
            for style in chain:
                found: Element | None = style.find(whole)
                if found is not None:
                    return found
        defaults = self.defaults(holder)
        return defaults.find(_path(name)) if defaults is not None else None

    def toggled(self, paragraph: str, run: str, name: str, *, in_table: bool = False) -> bool:
        """Whether a switch of letters is on: each level of styles turns it, unless the defaults have it
        on.
        """
        if switched_on(self.defaults("rPr"), name):
            return True
        on, whole = False, _path("rPr", name)
        for chain in self.levels(paragraph, run, in_table=in_table):
            own = next((s.find(f"{W}rPr") for s in chain if s.find(whole) is not None), None)
            on ^= switched_on(own, name)
        return on


@cache
def _path(*names: str) -> str:
    return "/".join(f"{W}{name}" for names_of in names for name in names_of.split("/"))
