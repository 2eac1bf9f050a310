"""Words of ours in a template's styles: none may vanish, whatever the template made those styles for.

What a style would do to our words is worked out from all styles together; only what hides them, or breaks
their lines, is set otherwise, on the paragraph or run itself. The template's styles stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from briefing.exporting.word import word_styles
from briefing.exporting.word.elements import VAL, Element, W, sub
from briefing.exporting.word.property_order import properties, put
from briefing.exporting.word.style_cascade import Cascade
from briefing.exporting.word.template_colours import (
    AUTO,
    ENOUGH,
    WHITE,
    Palette,
    contrast,
    legible,
    switched_on,
)

Plan = list[tuple[str, dict[str, str]]]

_HIDING = {
    "vanish": "hidden text", "webHidden": "hidden text", "strike": "struck letters",
    "dstrike": "struck letters",
    "outline": "hollow letters", "emboss": "embossed letters", "imprint": "engraved letters",
}  # fmt: skip
_CAPITALS = ("caps", "smallCaps")
# A number of a run's property, when it is too much, what it is set to, and how it is reported.
_LEAST_SIZE = 13  # half-points
_MEASURES: tuple[tuple[str, Callable[[int], bool], str, str], ...] = (
    ("sz", lambda n: n < _LEAST_SIZE, "16", "letters of under 7 points"),
    ("w", lambda n: n < 60, "100", "narrowed letters"),
    ("spacing", lambda n: n < -20, "0", "letters set into each other"),
    ("position", lambda n: abs(n) > 12, "0", "raised or lowered lines"),
)
_SYMBOLS = ("wingdings", "webdings", "symbol", "marlett", "zapfdingbats", "bookshelf symbol")
_NARROW = 2500  # twentieths of a point; under that a line holds a word or two
_SHARE = 0.55
_SHOWN = (f"{W}t", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}footnoteRef", f"{W}endnoteRef")
_CELL = f"{W}tc"
_NAMED = 4


class Fitting:
    """Fits elements of ours to the styles of a template. `plain`: ids of its styles that may have no capitals
    of their own making; `accented`: those whose words take the accent; `unnumbered`: those whose numbers are
    left out;
    `ours`: those that are not the template's.
    """

    def __init__(
        self,
        document: Any,
        palette: Palette,
        width: int,
        *,
        headings: frozenset[str],
        accented: frozenset[str],
        unnumbered: frozenset[str] = frozenset(),
        ours: frozenset[str] = frozenset(),
    ) -> None:
        self._cascade = Cascade(document.styles.element)
        self._palette = palette
        self._width = width
        self._ours = ours
        self._headings, self._accented, self._unnumbered = headings, accented, unnumbered
        self._runs: dict[tuple[str, str, bool, str, str], Plan] = {}
        self._paragraphs: dict[tuple[str, int], Plan] = {}
        self.faint: dict[str, float] = {}
        self._other: dict[str, None] = {}

    def fit(self, elements: Iterable[Element]) -> None:
        """Set on paragraphs and runs what the template's styles would do wrong."""
        for element in elements:
            for paragraph in element.iter(f"{W}p"):
                self._paragraph(paragraph)

    def remarks(self) -> list[str]:
        """Return a sentence for each kind of thing that was not taken from the template."""
        messages = []
        if self.faint:
            named = [f"{name} ({ratio:.1f}:1)" for name, ratio in self.faint.items()]
            messages.append(
                f"Colours of the template cannot be read on its page, where {ENOUGH}:1 is needed, and were "
                f"not taken: {_listed(named)}. Words in these styles have a colour of the brief."
            )
        if self._other:
            messages.append(
                "The template's styles have settings that would hide words of the brief or break its lines; "
                f"they were not taken: {_listed(list(self._other))}."
            )
        return messages

    def _paragraph(self, paragraph: Element) -> None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        ident = style.get(VAL, "") if style is not None else ""
        cell = next((a for a in paragraph.iterancestors() if a.tag == _CELL), None)
        width = _cell_width(cell) if cell is not None else self._width
        for name, attributes in self._paragraph_plan(ident, width, cell is not None):
            own = properties(paragraph, "pPr")
            if name == "numPr":
                put(own, name)[:] = []
                sub(put(own, name), "numId", val="0")
            elif own.find(f"{W}{name}") is None:
                put(own, name, **attributes)
        ground = self._ground_of(cell)
        self._number_mark(paragraph, ident, ground, in_table=cell is not None)
        for run in paragraph.iter(f"{W}r"):
            if any(run.find(tag) is not None for tag in _SHOWN):
                self._run(run, ident, ground, in_table=cell is not None)

    def _number_mark(self, paragraph: Element, ident: str, ground: str, *, in_table: bool) -> None:
        """The number or bullet of a paragraph looks as the mark at its end does."""
        own = paragraph.find(f"{W}pPr")
        if own is None or own.find(f"{W}numPr/{W}numId") is None:
            return
        for name, attributes in self._run_plan(ident, "", ground, in_table=in_table, has_rtl=False):
            if name in ("color", "vanish", "sz"):
                put(put(own, "rPr"), name, **attributes)

    def _ground_of(self, cell: Element | None) -> str:
        shading = cell.find(f"{W}tcPr/{W}shd") if cell is not None else None
        return (self._palette.ground(shading) if shading is not None else "") or self._palette.page

    def _paragraph_plan(self, ident: str, width: int, in_table: bool) -> Plan:
        key = (ident, width)
        if key not in self._paragraphs:
            self._paragraphs[key] = list(self._of_paragraph(ident, width, in_table))
        return self._paragraphs[key]

    def _of_paragraph(self, ident: str, width: int, in_table: bool) -> Iterable[tuple[str, dict[str, str]]]:
        def find(name: str) -> Element | None:
            return self._cascade.find(ident, "", f"pPr/{name}", in_table=in_table)

        for name, effect in (
            ("pageBreakBefore", "a page break before each"),
            ("bidi", "lines from right to left"),
        ):
            found = find(name)
            if found is not None and found.get(VAL, "1") not in ("0", "false", "off"):
                self._note(effect)
                yield name, {"val": "0"}
        if ident in self._unnumbered and find("numPr") is not None:
            yield "numPr", {}
            yield "ind", {"left": "0", "right": "0", "firstLine": "0"}
        spacing = find("spacing")
        if spacing is not None and self._cut(spacing, ident, in_table):
            self._note("lines lower than their letters")
            yield "spacing", {"line": "240", "lineRule": "auto"}
        indent = find("ind")
        if indent is not None:
            sides = [
                _number(indent.get(f"{W}{a}", indent.get(f"{W}{b}")))
                for a, b in (("left", "start"), ("right", "end"))
            ]
            left = width - sum(max(0, side) for side in sides)
            if left < min(_NARROW, width * _SHARE) or min(sides) < -width:
                self._note("indents that leave no line")
                yield "ind", {"left": "0", "right": "0", "firstLine": "0"}

    def _cut(self, spacing: Element, ident: str, in_table: bool) -> bool:
        line = _number(spacing.get(f"{W}line"))
        if not line:
            return False
        if spacing.get(f"{W}lineRule", "auto") != "exact":
            return spacing.get(f"{W}lineRule", "auto") == "auto" and line < 180
        size = self._cascade.find(ident, "", "rPr/sz", in_table=in_table)
        return line < 9 * (_number(size.get(VAL)) if size is not None else 20)

    def _run(self, run: Element, ident: str, ground: str, *, in_table: bool) -> None:
        own = run.find(f"{W}rPr")
        style = own.find(f"{W}rStyle") if own is not None else None
        color = own.find(f"{W}color") if own is not None else None
        shading = own.find(f"{W}shd") if own is not None else None
        if color is not None:
            return self._written(run, color, shading, ground)
        name = style.get(VAL, "") if style is not None else ""
        has_rtl = own is not None and own.find(f"{W}rtl") is not None
        plan = self._run_plan(ident, name, ground, in_table=in_table, has_rtl=has_rtl)
        for put_name, attributes in plan:
            put(properties(run, "rPr"), put_name, **attributes)
        return None

    def _run_plan(self, ident: str, name: str, ground: str, *, in_table: bool, has_rtl: bool) -> Plan:
        key = (ident, name, in_table, ground, "rtl" if has_rtl else "")
        if key not in self._runs:
            self._runs[key] = list(self._of_run(ident, name, ground, in_table=in_table, has_rtl=has_rtl))
        return self._runs[key]

    def _written(self, run: Element, color: Element, shading: Element | None, ground: str) -> None:
        """Words that bring their own colour, as the marking does."""
        behind = (self._palette.ground(shading) if shading is not None else "") or ground
        mine = self._palette.text(color)
        if mine not in ("", AUTO) and contrast(mine, behind) < ENOUGH:
            color.set(VAL, legible((word_styles.INK, WHITE), behind))
        for name in _HIDING:
            if self._cascade.toggled("", "", name):
                put(properties(run, "rPr"), name, val="0")

    def _of_run(
        self, ident: str, name: str, ground: str, *, in_table: bool, has_rtl: bool
    ) -> Iterable[tuple[str, dict[str, str]]]:
        def find(path: str) -> Element | None:
            return self._cascade.find(ident, name, path, in_table=in_table)

        for switch, effect in _HIDING.items():
            if self._cascade.toggled(ident, name, switch, in_table=in_table):
                self._note(effect)
                yield switch, {"val": "0"}
        for switch in _CAPITALS if ident not in self._headings else ():
            if self._cascade.toggled(ident, name, switch, in_table=in_table):
                self._note("capitals in the text")
                yield switch, {"val": "0"}
        if not has_rtl and (rtl := find("rPr/rtl")) is not None and switched_on(rtl.getparent(), "rtl"):
            yield "rtl", {"val": "0"}
        for measure, wrong, better, effect in _MEASURES:
            found = find(f"rPr/{measure}")
            if found is not None and wrong(_number(found.get(VAL))):
                self._note(effect)
                yield measure, {"val": better}
                if measure == "sz":
                    yield "szCs", {"val": better}
        fonts = find("rPr/rFonts")
        if fonts is not None and fonts.get(f"{W}ascii", "").casefold().startswith(_SYMBOLS):
            self._note("a font of symbols")
            yield "rFonts", {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial"}
        yield from self._colored(ident, name, ground, in_table=in_table)

    def _colored(
        self, ident: str, name: str, ground: str, *, in_table: bool
    ) -> Iterable[tuple[str, dict[str, str]]]:
        behind = self._ground(ident, name, in_table=in_table) or ground
        color = self._cascade.find(ident, name, "rPr/color", in_table=in_table)
        mine = self._palette.text(color) if color is not None else AUTO
        if mine in ("", AUTO) or contrast(mine, behind) >= ENOUGH:
            return
        wanted = (word_styles.ACCENT, word_styles.INK, WHITE)
        accented = ident in self._accented or name in self._accented
        better = legible(wanted if accented else wanted[1:], behind)
        whose = self._colored_by(ident, name, in_table=in_table)
        if whose not in self._ours:
            self.faint[self._cascade.name(whose) or "the document's defaults"] = contrast(mine, behind)
        yield "color", {"val": better}

    def _ground(self, ident: str, name: str, *, in_table: bool) -> str:
        """Return the colour that the styles lay behind the words, the nearest first; "" where none does."""
        for path in ("rPr/highlight", "rPr/shd", "pPr/shd"):
            found = self._cascade.find(ident, name, path, in_table=in_table)
            if found is not None and (color := self._palette.ground(found)):
                return color
        return ""

    def _colored_by(self, ident: str, name: str, *, in_table: bool) -> str:
        """Return the id of the style that the words have their colour from, "" for the document's
        defaults.
        """
        levels = self._cascade.levels(ident, name, in_table=in_table)
        colored = (style for chain in levels for style in chain if style.find(f"{W}rPr/{W}color") is not None)
        owner = next(colored, None)
        return str(owner.get(f"{W}styleId", "")) if owner is not None else ""

    def _note(self, effect: str) -> None:
        self._other[effect] = None


def _listed(named: list[str]) -> str:
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _number(value: str | None) -> int:
    try:
        return int(float(value or 0))
    except ValueError:
        return 0


def _cell_width(cell: Element) -> int:
    width = cell.find(f"{W}tcPr/{W}tcW")
    return _number(width.get(f"{W}w")) if width is not None else _NARROW
