"""Colours of a template, and whether words in them can be read on its page.

Contrast is that of WCAG 2.2 (success criterion 1.4.3: 4.5 to 1 for text); colours of the theme are found as
ECMA-376 part 1 has it (17.18.97, 20.1.6.2), with tint and shade on the lightness (17.3.2.6).
"""

from __future__ import annotations

import colorsys
import re
from typing import Any

from lxml import etree

from briefing.exporting.word.elements import VAL, Element, W

ENOUGH = 4.5
WHITE = "FFFFFF"
AUTO = "auto"  # black or white, whichever can be read: the program's choice
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# Names in a document and in its theme; those of a document's own map (w:clrSchemeMapping) come between.
_THEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1",
    "text2": "dk2", "background2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0",
}  # fmt: skip
_PARTS = re.compile(r"pct(\d+)")


def luminance(color: str) -> float:
    """Return the relative luminance of a colour (six hex digits), 0 to 1."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(color[at : at + 2], 16)) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(wanted: tuple[str, ...], ground: str) -> str:
    """Return the first of some colours that can be read on a ground, else the one that is read best."""
    for color in wanted:
        if contrast(color, ground) >= ENOUGH:
            return color
    return max(wanted, key=lambda color: contrast(color, ground))


class Palette:
    """The colours of one document."""

    def __init__(self, document: Any) -> None:
        self._scheme: dict[str, str] = {}
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/theme") and not relation.is_external:
                self._read(etree.fromstring(relation.target_part.blob))
        mapping = document.settings.element.find(f"{W}clrSchemeMapping")
        self._mapping = {} if mapping is None else {k.removeprefix(W): v for k, v in mapping.attrib.items()}
        self.page = self._page(document)

    def _read(self, theme: Element) -> None:
        for scheme in theme.iter(f"{_A}clrScheme"):
            for slot in scheme:
                color = next(iter(slot), None)
                if color is not None:
                    self._scheme[etree.QName(slot).localname] = color.get("lastClr") or color.get("val", "")

    def _page(self, document: Any) -> str:
        """Return the colour of the page; Word shows another than white where the settings say so."""
        background = document.element.find(f"{W}background")
        if background is None or not switched_on(document.settings.element, "displayBackgroundShape"):
            return WHITE
        found = self._of(background, "color", "theme")
        return found if found not in ("", AUTO) else WHITE

    def text(self, color: Element) -> str:
        """Return the colour of a w:color: six hex digits, AUTO, or "" for none."""
        return self._of(color, "val", "theme")

    def ground(self, shading: Element) -> str:
        """Return the colour of a w:shd or w:highlight; "" where it leaves what is behind it."""
        if shading.tag == f"{W}highlight":
            return _HIGHLIGHTS.get(shading.get(VAL, ""), "")
        fill = self._of(shading, "fill", "themeFill")
        fill = "" if fill == AUTO else fill
        kind = shading.get(VAL, "clear")
        share = _PARTS.fullmatch(kind)
        if kind != "solid" and share is None:
            return fill
        above = self._of(shading, "color", "theme")
        above = "000000" if above in ("", AUTO) else above
        part = 1.0 if share is None else int(share[1]) / 100
        pairs = ((int(above[at : at + 2], 16), int((fill or WHITE)[at : at + 2], 16)) for at in (0, 2, 4))
        return "".join(f"{round(a * part + b * (1 - part)):02X}" for a, b in pairs)

    def _of(self, element: Element, plain: str, theme: str) -> str:
        name = element.get(f"{W}{'themeColor' if theme == 'theme' else theme}", "")
        if name == "none":
            name = ""
        base = self._named(name) if name else ""
        if base:
            prefix = "theme" if theme == "theme" else "themeFill"
            return _toned(base, element.get(f"{W}{prefix}Tint", ""), element.get(f"{W}{prefix}Shade", ""))
        value = element.get(f"{W}{plain}", "")
        return value.upper() if _HEX.fullmatch(value) else AUTO if value == AUTO else ""

    def _named(self, name: str) -> str:
        mapped = self._mapping.get(_MAPPED.get(name, name), name)
        found = self._scheme.get(_THEME.get(mapped, mapped), "")
        return found.upper() if _HEX.fullmatch(found) else ""


def _toned(color: str, tint: str, shade: str) -> str:
    """Return a colour made lighter or darker by a share in hex digits, FF for as it is."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    try:
        if tint:
            light = light * int(tint, 16) / 255 + 1 - int(tint, 16) / 255
        if shade:
            light = light * int(shade, 16) / 255
    except ValueError:
        return color
    return "".join(
        f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full)
    )


def switched_on(holder: Element | None, name: str) -> bool:
    """Whether a switch stands in a holder and is on (ECMA-376 part 1, 17.17.4)."""
    found = holder.find(f"{W}{name}") if holder is not None else None
    return found is not None and found.get(VAL, "1").casefold() not in ("0", "false", "off", "none")
