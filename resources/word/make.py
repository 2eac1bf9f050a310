"""Makes the Word templates of this folder: memo, one-pager, situation report. Run it from the project's root.

Each has a block content control `brief`, where the text goes, and controls for the facts it shows itself
(title, audience, author, as-of, cut-off, edition). Copy one in Word to make a template of your house.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.shared import Twips

from briefing.exporting.word import base, word_styles
from briefing.exporting.word.elements import field, paragraph, parse, run, sub

HERE = Path(__file__).resolve().parent


def control(tag, title, words, style="", bold=False, color="", size=0):
    """Return a run-level control as XML."""
    letters = (
        ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{tag}"/><w:id w:val="{sum(map(ord, tag)) + 70}"/><w:text/>'
        f"</w:sdtPr><w:sdtContent><w:r><w:rPr>{letters}</w:rPr><w:t>{words}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def line(style, content, extra=""):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def words(text, letters=""):
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


BRIEF = (
    '<w:sdt><w:sdtPr><w:alias w:val="The brief goes here"/><w:tag w:val="brief"/><w:id w:val="66"/></w:sdtPr><w:sdtContent>'
    + line("BodyText", words("The text of the brief takes the place of this line."))
    + "</w:sdtContent></w:sdt>"
)


def table(rows, widths, borders="", fill=""):
    """Return a table of cells given as XML."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/><w:vAlign w:val="center"/>' if fill else ""
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/>{shade}</w:tcPr>{cell}</w:tc>'
            for w, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    pad = 170 if fill else 0
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{pad}" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def rule(side, color, size, space=0):
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def pair(label, tag, title, bold=False):
    """Return a label and a control on one base line: the label's letters are 2 points smaller."""
    value = line("FactValue", control(tag, title, label, bold=bold), '<w:spacing w:before="50"/>')
    return [line("FactLabel", words(label), '<w:spacing w:before="86"/>'), value]


MEMO = (
    line("Kicker", words("MEMORANDUM"))
    + table(
        [
            pair("To", "audience", "Prepared for"),
            pair("From", "author", "Prepared by"),
            pair("Date", "as-of", "As-of date"),
            pair("Subject", "title", "Title", bold=True),
        ],
        (1300, word_styles.TEXT_WIDTH - 1300),
        rule("top", word_styles.ACCENT, 12) + rule("bottom", word_styles.ACCENT, 6),
    )
    + line("Gap", "")
    + BRIEF
)
ONE_PAGER = (
    line("Title", control("title", "Title", "Title"))
    + line(
        "FactValue",
        control("as-of", "As-of date", "Date")
        + words("  ·  for ") + control("audience", "Prepared for", "Audience")
        + words("  ·  by ") + control("author", "Prepared by", "Author"),
        f'<w:pBdr>{rule("bottom", word_styles.ACCENT, 8, 3)}</w:pBdr>',
    )
    + BRIEF
)
WHITE = '<w:color w:val="FFFFFF"/>'
REPORT = (
    table(
        [
            [
                line("Kicker", words("SITUATION REPORT", WHITE), '<w:spacing w:before="120" w:after="0"/>')
                + line("Title", control("title", "Title", "Title")),
                line("FactLabel", words("Edition", '<w:color w:val="D5DDE8"/>'), '<w:jc w:val="right"/>')
                + line("EditionNumber", control("edition", "Edition", "1"), '<w:jc w:val="right"/>'),
            ]
        ],
        (7854, 1500),
        fill=word_styles.ACCENT,
    )
    + line("Gap", "")
    + table(
        [
            [
                line("FactLabel", words(label)) + line("FactValue", control(tag, title, label))
                for label, tag, title in (
                    ("As of", "as-of", "As-of date"), ("Information cut-off", "cut-off", "Cut-off date"),
                    ("Prepared for", "audience", "Prepared for"), ("Prepared by", "author", "Prepared by"),
                )
            ]
        ],
        (1700, 1900, 3154, 2600),
        rule("bottom", word_styles.RULE, 6),
    )
    + line("Gap", "")
    + BRIEF
)  # fmt: skip

_KICKER = word_styles.Style("Kicker", "Kicker", size=20, after=100, line=240, bold=True, color=word_styles.ACCENT, keep=True, own=True)

_EDITION = word_styles.Style(
    "EditionNumber", "Edition Number", size=36, after=60, line=240, bold=True, color="FFFFFF", own=True
)


def changed(xml, sizes):
    """Return the styles with other sizes and spaces: {id: (size, before, after)}."""
    for ident, (size, before, after) in sizes.items():
        def fit(match, size=size, before=before, after=after):
            out = re.sub(r'w:before="\d+" w:after="\d+"', f'w:before="{before}" w:after="{after}"', match[0])
            return re.sub(r'<w:sz w:val="\d+"/><w:szCs w:val="\d+"/>', f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>', out)
        xml = re.sub(rf'<w:style [^>]*w:styleId="{ident}">.*?</w:style>', fit, xml)
    return xml


_COMPACT = {
    "Title": (32, 0, 40), "Heading1": (22, 160, 40), "Heading2": (19, 100, 20), "LeadHeading": (19, 120, 0),
    "Lead": (19, 30, 0), "BodyText": (0, 0, 50), "ListBullet": (0, 0, 30), "SourceEntry": (15, 0, 30),
    "TableText": (17, 30, 30), "TableNote": (15, 0, 30), "TableHead": (15, 30, 30), "SmallPrint": (15, 0, 30),
    "FootnoteText": (14, 0, 10), "EndnoteText": (14, 0, 10),
}  # fmt: skip
TEMPLATES = (
    ("memo", MEMO, 20, {"Heading1": (24, 280, 70)}, (1474, 1361)),
    ("one-pager", ONE_PAGER, 18, _COMPACT, (1020, 964)),
    ("situation-report", REPORT, 20, {"Title": (32, 0, 120)}, (1361, 1361)),
)  # fmt: skip


def made(name, content, text_size, sizes, margins):
    """Return one template as the bytes of its file."""
    document = docx.Document()
    for holder in (document.part, document.part.package):
        for ident in [i for i, r in holder.rels.items() if r.reltype.endswith(base.LEFT_OUT)]:
            del holder.rels[ident]
    xml = word_styles.styles_xml("en") + word_styles.paragraph_style(_KICKER) + word_styles.paragraph_style(_EDITION)
    xml = xml.replace('<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang', f'<w:sz w:val="{text_size}"/><w:szCs w:val="{text_size}"/><w:lang')
    if name == "situation-report":
        title = re.search(r'<w:style [^>]*w:styleId="Title">.*?</w:style>', xml)[0]
        xml = xml.replace(title, title.replace(word_styles.ACCENT, "FFFFFF"))
    refill(document.styles.element, changed(xml, sizes))
    refill(document.part.numbering_part.element, word_styles.numbering_xml())
    refill(document.settings.element, word_styles.SETTINGS_XML)
    section = document.sections[0]
    base.page(section, "a4")
    section.top_margin, section.bottom_margin = map(Twips, margins)
    footer = section.footer
    footer.is_linked_to_previous = False
    element = footer.paragraphs[0]._p.getparent()
    for child in list(element):
        element.remove(child)
    foot = paragraph(element, "Footer")
    run(foot, "Page ")
    field(foot, "PAGE")
    run(foot, " of ")
    field(foot, "NUMPAGES")
    body = document.element.body
    last = body.find(qn("w:sectPr"))
    for child in list(parse(content)):
        last.addprevious(child)
    core = document.core_properties._element
    for child in list(core):
        core.remove(child)
    out = BytesIO()
    document.save(out)
    return still(out.getvalue())


def refill(element, xml):
    for child in list(element):
        element.remove(child)
    element.extend(list(parse(xml)))


def still(data):
    """Return the package with fixed times, so that the same template is the same file."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    for row in TEMPLATES:
        (HERE / f"{row[0]}.docx").write_bytes(made(*row))
