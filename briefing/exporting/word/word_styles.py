"""The styles, lists and settings of the Word file: ours alone, nothing of a template's.

Arial, which every Word has and whose metric twin (Liberation Sans) every LibreOffice has. Sizes are
half-points, lengths twentieths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass

INK, QUIET, ACCENT, RULE, WASH, BAR = "1D2330", "5A6272", "1F3A5F", "C9D0DA", "F2F5F9", "3A6EA5"
BULLETS, ENTRIES, PARAGRAPHS = 1, 2, 3
TEXT_WIDTH = 9354


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style. `size` 0 takes the parent's; `p` and `r` are further properties."""

    id: str
    name: str
    based: str = "Normal"
    size: int = 0
    before: int = 0
    after: int = 0
    line: int = 264
    bold: bool = False
    color: str = ""
    keep: bool = False
    p: str = ""
    indent: str = ""
    level: int = -1
    own: bool = False


_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'
    for side, size, space, color in (
        ("top", 4, 5, WASH), ("left", 24, 9, ACCENT), ("bottom", 4, 5, WASH), ("right", 4, 6, WASH),
    )
)  # fmt: skip
_LEAD = f'<w:pBdr>{_BOX}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/>'
_WARNING = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="6" w:color="B3261E"/>'
    for side in ("top", "left", "bottom", "right")
)
_IN_BOX = '<w:ind w:left="227" w:right="142"/>'
_LEADER = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", based=""),
    Style("Title", "Title", size=40, after=160, line=240, bold=True, color=ACCENT, keep=True),
    Style("Heading1", "heading 1", size=28, before=340, after=90, line=240, bold=True, color=ACCENT,
        keep=True, level=0),
    Style("Heading2", "heading 2", size=22, before=200, after=50, line=240, bold=True, keep=True, level=1),
    Style("LeadHeading", "Lead Heading", "Heading1", size=22, before=300, after=0, color=ACCENT, bold=True,
        line=264,
          keep=True, p=_LEAD, indent=_IN_BOX, level=0, own=True),
    Style("Lead", "Lead", size=22, before=60, after=0, line=276, p=_LEAD, indent=_IN_BOX, own=True),
    Style("BodyText", "Body Text", after=120),
    Style("ListBullet", "List Bullet", after=80, indent='<w:ind w:left="357" w:hanging="357"/>'),
    Style("Caption", "caption", size=18, after=200, line=252),
    Style("SourceEntry", "Source Entry", size=18, after=80, line=252,
        indent='<w:ind w:left="397" w:hanging="397"/>', own=True),
    Style("Override", "Override", before=160, after=120, p=f"<w:pBdr>{_WARNING}</w:pBdr>",
          indent='<w:ind w:left="142" w:right="142"/>', own=True),
    Style("FactLabel", "Fact Label", size=15, before=50, line=240, color=QUIET, keep=True, own=True),
    Style("FactValue", "Fact Value", size=19, after=60, line=240, own=True),
    Style("TableHead", "Table Head", size=16, before=50, after=50, line=240, bold=True, color=QUIET,
        keep=True, own=True),
    Style("TableText", "Table Text", size=19, before=60, after=60, line=252, own=True),
    Style("TableNote", "Table Note", size=17, before=0, after=60, line=247, color=QUIET, own=True),
    Style("AnnexLine", "Annex Line", size=18, after=50, line=252, own=True),
    Style("TOCHeading", "TOC Heading", size=24, before=160, after=80, line=240, bold=True, color=ACCENT,
        keep=True),
    Style("TOC1", "toc 1", size=20, after=50, line=240, p=_LEADER),
    Style("TOC2", "toc 2", size=19, after=40, line=240, p=_LEADER, indent='<w:ind w:left="284"/>'),
    Style("Gap", "Table Gap", size=4, line=240, own=True),
    Style("SmallPrint", "Small Print", size=17, after=60, line=247, color=QUIET, own=True),
    Style("FootnoteText", "footnote text", size=16, after=30, line=240),
    Style("EndnoteText", "endnote text", size=16, after=50, line=240),
    Style("CommentText", "annotation text", size=19, line=240),
    Style("Header", "header", size=16, line=240, color=QUIET, p=_RIGHT_TAB),
    Style("Footer", "footer", size=16, line=240, color=QUIET, p=_RIGHT_TAB),
)  # fmt: skip

_CHARACTER = (
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', False),
    ("EndnoteReference", "endnote reference", '<w:vertAlign w:val="superscript"/>', False),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{ACCENT}"/><w:u w:val="single" w:color="{RULE}"/>', False),
    ("NoteQuote", "Note Quote", "", True),
    ("Quiet", "Quiet", f'<w:color w:val="{QUIET}"/>', True),
    ("Portion", "Portion Marking", f'<w:color w:val="{QUIET}"/><w:sz w:val="17"/><w:szCs w:val="17"/>', True),
    ("Marking", "Marking", '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>', True),
)

_FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'


def styles_xml(language: str) -> str:
    """Return the children of w:styles; `language` is a BCP 47 tag."""
    tag = "en-GB" if language == "en" else language
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}"
        f'<w:color w:val="{INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{tag}" '
        f'w:eastAsia="{tag}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal '
        'Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" '
        'w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="142" '
        'w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    return defaults + "".join(map(paragraph_style, STYLES)) + "".join(map(_character, _CHARACTER)) + table


def paragraph_style(style: Style) -> str:
    """Return one w:style."""
    custom = ' w:customStyle="1"' if style.own else ""
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = f'<w:basedOn w:val="{style.based}"/>' if style.based else ""
    follows = '<w:next w:val="BodyText"/>' if style.level >= 0 else ""
    paragraph = (
        ("<w:keepNext/><w:keepLines/>" if style.keep else "")
        + style.p
        + f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" '
        f'w:lineRule="auto"/>'
        + style.indent
        + (f'<w:outlineLvl w:val="{style.level}"/>' if style.level >= 0 else "")
    )
    letters = (
        ("<w:b/><w:bCs/>" if style.bold else "")
        + (f'<w:color w:val="{style.color}"/>' if style.color else "")
        + (f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else "")
    )
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}"><w:name '
        f'w:val="{style.name}"/>{based}{follows}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _character(row: tuple[str, str, str, bool]) -> str:
    ident, name, letters, own = row
    custom = ' w:customStyle="1"' if own else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{ident}"><w:name '
        f'w:val="{name}"/><w:rPr>{letters}</w:rPr></w:style>'
    )


def _list(number: int, kind: str, text: str, left: int) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl '
        f'w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc '
        f'w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def numbering_xml() -> str:
    """Return the children of w:numbering: the bullets of gaps, the numbers of sources and of paragraphs."""
    lists = _list(BULLETS, "bullet", "•", 357) + _list(ENTRIES, "decimal", "%1.", 397)
    lists += _list(PARAGRAPHS, "decimal", "%1.", 454)
    return lists + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (BULLETS, ENTRIES, PARAGRAPHS)
    )


SETTINGS_XML = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
    'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:decimalSymbol '
    'w:val="."/><w:listSeparator w:val=","/>'
)
