"""The order in which the schema wants children (ECMA-376 part 1, transitional): Word refuses what others
forgive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = "top left start bottom right end insideH insideV tl2br tr2bl between bar"
ORDER: dict[str, tuple[str, ...]] = {
    name: tuple(children.split())
    for name, children in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
        "sectPr pPrChange",
        "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
        "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
        "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath "
        "rPrChange",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
        "tblPrChange",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark",
        "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings",
        "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
        "equation|comboBox|date|docPartObj|docPartList|dropDownList|picture|richText|text|citation|group|bibliography",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "styles": "docDefaults latentStyles style",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "footnotePr": "pos numFmt numStart numRestart footnote",
        "endnotePr": "pos numFmt numStart numRestart endnote",
        "tbl": "bookmarkStart|bookmarkEnd tblPr tblGrid tr|sdt|ins|del",
        "tr": "tblPrEx trPr tc|sdt|bookmarkStart|bookmarkEnd",
        "tblBorders": _SIDES,
        "tcBorders": _SIDES,
        "pBdr": _SIDES,
        "tblCellMar": _SIDES,
        "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
        "doNotDisplayPageBoundaries displayBackgroundShape mirrorMargins hideSpellingErrors "
        "hideGrammaticalErrors proofState attachedTemplate linkStyles stylePaneFormatFilter documentType "
        "mailMerge revisionView trackRevisions documentProtection styleLockTheme defaultTabStop "
        "autoHyphenation consecutiveHyphenLimit hyphenationZone defaultTableStyle evenAndOddHeaders "
        "drawingGridHorizontalSpacing drawingGridVerticalSpacing noPunctuationKerning "
        "characterSpacingControl updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
        "attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats captions shapeDefaults "
        "doNotEmbedSmartTags decimalSymbol listSeparator",
    }.items()
}
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
# Elements that may stand but once.
_MANY = {
    "headerReference", "footerReference", "style", "lvl", "abstractNum", "num", "footnote", "endnote", "tr",
    "tc", "sdt",
    "bookmarkStart", "bookmarkEnd", "tblStylePr", "numPicBullet", "ins", "del", "attachedSchema",
}  # fmt: skip


def out_of_order(name: str, root: Any) -> Iterator[str]:
    """Yield what stands at the wrong place, twice, or where the schema has no such element."""
    for node in root.iter():
        tag = str(node.tag).removeprefix(W)
        children = [str(c.tag).removeprefix(W) for c in node if str(c.tag).startswith(W)]
        if tag in _FIRST and _FIRST[tag] in children[1:]:
            yield f"{name}: {_FIRST[tag]} is not the first of {children} in {tag}"
        if tag not in ORDER or (tag in ("ins", "del") and not children):
            continue
        places = {each: at for at, group in enumerate(ORDER[tag]) for each in group.split("|")}
        if unknown := set(children) - set(places):
            yield f"{name}: {sorted(unknown)} in {tag}"
        found = [places[c] for c in children if c in places]
        if found != sorted(found):
            yield f"{name}: order of {children} in {tag}"
        if twice := {c for c in children if children.count(c) > 1} - _MANY:
            yield f"{name}: {sorted(twice)} twice in {tag}"
