"""Properties put where the schema wants them (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28)."""

from __future__ import annotations

from briefing.exporting.word.elements import Element, W, sub

_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr",
    "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
    "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
_RUN = (
    "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps",
    "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
    "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
_PLACES = {
    f"{W}{holder}": {f"{W}{name}": at for at, name in enumerate(names)}
    for holder, names in (("pPr", _PARAGRAPH), ("rPr", _RUN))
}


def put(holder: Element, name: str, **attributes: str) -> Element:
    """Put a property into a w:pPr or w:rPr, in place of one of its name; return it, with these attributes
    set.
    """
    made = holder.find(f"{W}{name}")
    if made is None:
        made = sub(holder, name)
        holder.remove(made)
        places = _PLACES[holder.tag]
        own = places[made.tag]
        at = sum(1 for child in holder if places.get(child.tag, len(places)) < own)
        holder.insert(at, made)
    for key, value in attributes.items():
        made.set(f"{W}{key}", value)
    return made


def properties(element: Element, name: str) -> Element:
    """Return the w:pPr or w:rPr of a paragraph or run, made where there is none."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = sub(element, name)
        element.remove(found)
        element.insert(0, found)
    return found
