"""Word documents made by hand: each with one trap in it, and what must come out."""

from __future__ import annotations

from tests.briefing.importing.corpus import Case
from tests.briefing.importing.corpus.docx_hostile import HOSTILE
from tests.briefing.importing.corpus.docx_made import (
    LISTS,
    MAIN,
    REL,
    SENTENCE,
    STYLES,
    box,
    cell,
    complex_field,
    core,
    deleted,
    document,
    mark,
    notes,
    p,
    package,
    part,
    picture,
    r,
    table,
)
from tests.briefing.importing.corpus.zips import zipped

__all__ = ["CASES", "HOSTILE"]


def item(words: str, listed: int, level: int = 0) -> str:
    """Return a paragraph of a list."""
    return p(words, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>')


def _control(inner: str) -> str:
    return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _case(id_: str, words: str, body: str, extra: dict[str, str] | None = None, **truth: object) -> Case:
    return Case(id_, f"{id_}.docx", document(body, **(extra or {})), words, **truth)  # type: ignore[arg-type]


CASES: tuple[Case, ...] = (
    _case(
        "plain",
        f"A headline over it\n{SENTENCE}\nA second paragraph follows here.",
        p("A headline over it") + p(SENTENCE) + p("A second ", "para", "graph follows here."),
        quiet=True,
        title="A headline over it",
        authors=(),
        published="",
    ),
    _case(
        "tracked",
        "At least nine soldiers died. They were from Herat.",
        p("At least ", deleted("seven"), f'<w:ins w:author="Ann">{r("nine")}</w:ins>', " soldiers died.")
        .replace("</w:p>", '<w:ins w:id="5"><w:ins w:id="6"><w:r><w:t> They were from '
            'Herat.</w:t></w:r></w:ins></w:ins></w:p>'),
        absent=("seven",),
        notices=("Tracked deletions left out: 1 (“seven”).",),
    ),
    _case(
        "moved",
        "First the new place. Then the rest.",
        p(f'<w:moveTo w:id="1">{r("First the new place. ")}</w:moveTo>', "Then the rest.")
        + p(deleted("First the old place.", "moveFrom")),
        absent=("old place",),
        notices=("Passages left out where they were moved away from: 1 (“First the old place.”).",),
    ),
    _case(
        "joined",
        "One sentence that goes on after a deleted end.\nNext.",
        p("One sentence that goes on ", deleted("and stops."), props="<w:rPr><w:del w:id='1'/></w:rPr>")
        + p("after a deleted end.")
        + p("Next."),
        notices=("Tracked deletions left out: 1 (“and stops.”).",),
    ),
    _case(
        "row-deleted",
        "Kabul | 12",
        table(cell("Kabul") + cell("12"), f"<w:trPr><w:del w:id='4'/></w:trPr>{cell('Herat')}{cell('7')}"),
        absent=("Herat",),
        notices=("Tracked deletions of table cells or rows left out: 1 (“Herat 7”).",),
    ),
    _case(
        "controls",
        "Block control.\nInline control here.\nRow | control\nCell control | x\nOuter inner.",
        f"<w:sdt><w:sdtPr><w:alias w:val='not "
        f"words'/></w:sdtPr><w:sdtContent>{p('Block control.')}</w:sdtContent></w:sdt>"
        + p("Inline ", f"<w:sdt><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>", " here.")
        + f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('Row')}{cell('control')}</w:tr></w:sdtContent></w:sdt>"
        + f"<w:tr><w:sdt><w:sdtContent>{cell('Cell control')}</w:sdtContent></w:sdt>{cell('x')}</w:tr></w:tbl>"
        + _control(p("Outer ", _control(r("inner.")))),
        absent=("not words",),
        quiet=True,
    ),
    _case(
        "table",
        "Before.\nProvince | Dead | Hurt\nKabul | 12 | 30\nBoth |  | 42\nHerat |  | 4\n| 5 | 6\nAfter.",
        p("Before.")
        + table(
            cell("Province") + cell("Dead") + cell("Hurt"),
            cell("Kabul") + cell("12") + cell("30"),
            cell("Both", '<w:gridSpan w:val="2"/>') + cell("42"),
            cell("Herat", '<w:vMerge w:val="restart"/>') + cell("<w:p/>") + cell("4"),
            cell("<w:p/>", "<w:vMerge/>") + cell("5") + cell("6"),
        )
        + p("After."),
        quiet=True,
    ),
    _case(
        "nested-table",
        "Outer | in 1 | in 2 in 3 | in 4",
        table(cell("Outer") + cell(table(cell("in 1") + cell("in 2"),
            cell("in 3") + cell("in 4")) + "<w:p/>")),
        quiet=True,
    ),
    _case(
        "page-as-table",
        f"A long page.\n{SENTENCE * 3}\n{SENTENCE * 2}\nMargin.",
        table(cell(p("A long page.") + p(SENTENCE * 3) + p(SENTENCE * 2)) + cell("Margin.")),
        quiet=True,
    ),
    _case(
        "notes",
        "Twelve died [1] near the dam. [2] More came [3].\n\n———\n[1] A ministry figure.\n[2] Seen from "
        "space.\n[3] At the end.",
        p("Twelve died", mark("footnote", 2), " near the dam.", mark("footnote", 5), "More came",
            mark("endnote", 2), "."),
        {
            "footnotes": notes("footnote", n2="A ministry figure.", n5="Seen from space."),
            "endnotes": notes("endnote", n2="At the end."),
        },
        quiet=True,
    ),
    _case(
        "orphan-note",
        "No marks here.",
        p("No marks here."),
        {"footnotes": notes("footnote", n1="Nobody points at me.")},
        lost="Nobody points at me.",
        notices=("Notes that nothing refers to left out: 1 (“Nobody points at me.”).",),
    ),
    _case(
        "text-box",
        "Round the box.\nInside the box.\nTwice inside.\nAfter.",
        p("Round the ", box(p("Inside the box.") + p("Twice inside.")), "box.") + p("After."),
        quiet=True,
    ),
    _case(
        "fallback-only",
        "Text.\nOnly the old form has words.",
        p(
            "Text.",
            '<w:r><mc:AlternateContent><mc:Choice '
            'Requires="new"><w:drawing/></mc:Choice><mc:Fallback><w:pict>'
            f"<v:textbox><w:txbxContent>{p('Only the old form has words.')}</w:txbxContent></v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
        ),
        quiet=True,
    ),
    _case(
        "comments",
        "A claim was made.\n\n———\nComment by Ann Lee: Who says so?\nComment by an unnamed reader: Left "
        "over.",
        p("A claim", '<w:r><w:commentReference w:id="7"/></w:r>', " was made."),
        {
            "comments": part(
                "comments",
                f'<w:comment w:id="9">{p("Left over.")}</w:comment>'
                f'<w:comment w:id="7" w:author="Ann Lee">{p("Who says so?")}</w:comment>',
            )
        },
        notices=("Comments put at the end of the text, below a line: 2.",),
    ),
    _case(
        "hidden",
        "Seen and seen again, seen to the end.",
        p(
            "Seen ",
            r("and not seen ", "<w:vanish/>"),
            r("and seen", '<w:vanish w:val="0"/>'),
            r(" styled away", '<w:rStyle w:val="Deeper"/>'),
            r(" again,", '<w:rPrChange w:id="3"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
            props="<w:rPr><w:vanish/></w:rPr>",
        )
        + p(" seen to the end."),
        {"styles": STYLES},
        absent=("not seen", "styled away"),
        notices=("Hidden text left out: 2 (“and not seen”, “styled away”).",),
    ),
    _case(
        "margins",
        "The body.",
        p("The body."),
        {"header1": part("hdr", p("Draft, not for release")), "footer1": part("ftr", p("Page ", "1"))},
        absent=("Draft",),
        notices=("Headers and footers left out: 2 (“Draft, not for release”, “Page 1”).",),
    ),
    _case(
        "only-margins",
        "All there is stands up here.",
        "<w:p/>",
        {"header1": part("hdr", p("All there is stands up here."))},
    ),
    _case(
        "fields",
        "See page 4 of the report, dated 3 May, and so on to the end.",
        p(
            "See page ",
            complex_field(" PAGEREF _Toc1 ", "4"),
            " of the ",
            '<w:hyperlink r:id="rId9">' + r("report") + "</w:hyperlink>",
            ", dated ",
            f'<w:fldSimple w:instr="DATE">{r("3 May")}</w:fldSimple>',
            ",",
            complex_field(complex_field(" MERGEFIELD a ", "nested code"), " and so on"),
            " to the end.",
        ),
        absent=("PAGEREF", "MERGEFIELD", "nested"),
        notices=("Text inside field codes left out: 1 (“nested code”).",),
    ),
    _case(
        "field-unended",
        "Before the field. After it all stays.",
        p("Before the field. ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "After it all ") [:-6] + r("stays.") + "</w:p>",
        quiet=True,
    ),
    _case(
        "characters",
        "One\ttwo\nthree, non\u2011breaking, softly; α ≤ ✓ • □ é",
        p(
            "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three, non</w:t><w:noBreakHyphen/>"
            "<w:t>breaking, soft</w:t><w:softHyphen/><w:t>ly; </w:t></w:r>",
            '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
            " ",
            '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>',
            " ",
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
            " ",
            '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
            " ",
            '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>',
            " ",
            '<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>',
        ),
        notices=("Symbols without a character of their own, shown as □: 1.",),
    ),
    _case(
        "raised",
        "10⁶ people, the 20th, 5 million[1] of CO₂.",
        p(
            "10", r("6", '<w:vertAlign w:val="superscript"/>'), " people, the 20",
            r("th", '<w:vertAlign w:val="superscript"/>'), ", 5 million",
            r("1", '<w:position w:val="8"/><w:sz w:val="19"/>'), " of CO",
            r("2", '<w:vertAlign w:val="subscript"/>'), ".",
        ),
        quiet=True,
    ),
    _case(
        "lists",
        "1. One\na) One a\nb) One b\n2. Two\n2.i Two deep\n- Dot\n- Dot two\n7. Seven\n8. By style",
        item("One", 1) + item("One a", 1, 1) + item("One b", 1, 1) + item("Two", 1) + item("Two deep", 1, 2)
        + item("Dot", 2) + item("Dot two", 2) + item("Seven", 3) + p("By style",
            props='<w:pStyle w:val="Step"/>'),
        {"numbering": LISTS, "styles": STYLES},
        quiet=True,
    ),
    _case(
        "numbers-alone-in-cells",
        "1. | Open the gate.\n2. | Count the boats.\n| No number here.\n3. Report.",
        table(
            cell(item("", 1)) + cell("Open the gate."), cell(item("", 1)) + cell("Count the boats."),
            cell(item("", 2)) + cell("No number here."),
        ) + item("Report.", 1) + item("", 1),
        {"numbering": LISTS, "styles": STYLES},
        quiet=True,
    ),
    _case(
        "drop-cap",
        "Twelve boats left.\nAt noon all was quiet.\nQ\nA frame alone.",
        p("T", props='<w:framePr w:dropCap="drop" w:lines="3"/>') + p("welve boats left.")
        + p(r("A", '<w:position w:val="-9"/><w:sz w:val="96"/>'), props='<w:framePr w:dropCap="margin"/>')
        + p("t noon all was quiet.") + p("Q", props='<w:framePr w:w="900"/>') + p("A frame alone."),
        quiet=True,
    ),
    _case(
        "wrapped-runs",
        "Smart words, linked words, a bidi word, and old words.",
        p(
            f'<w:smartTag w:element="place"><w:smartTag '
            f'w:element="city">{r("Smart")}</w:smartTag></w:smartTag>',
            " words, ",
            f'<w:hyperlink w:anchor="x">{r("linked")}</w:hyperlink>',
            f' words, a <w:bdo w:val="rtl">{r("bidi")}</w:bdo>'.replace(" words, a ", r(" words, a ")),
            " word, and ",
            f"<w:customXml>{r('old')}</w:customXml>",
            " words.",
        ),
        quiet=True,
    ),
    _case(
        "ruby",
        "東京(とうきょう)で会談。",
        p(
            "<w:r><w:ruby><w:rt>" + r("とうきょう") + "</w:rt><w:rubyBase>" + r("東京") + "</w:rubyBase></w:ruby></w:r>",
            "で会談。",
        ),
        quiet=True,
    ),
    _case(
        "math",
        "The rate is 3/4 and x^2.",
        p(
            "The rate is ",
            "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>",
            " and ",
            "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>",
            ".",
        ),
        quiet=True,
    ),
    _case(
        "pictures",
        "A picture here. And an object.",
        p("A picture here.", picture("Smoke over the dam"), " And an object.", "<w:r><w:object/></w:r>"),
        lost="Smoke over the dam",
        notices=("Pictures and drawings left out: 1 (“Smoke over the dam”).",
            "Embedded objects left out: 1."),
    ),
    _case(
        "chart",
        "See the chart.",
        p("See the chart."),
        {
            "chart1": '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Dead by '
            'year</a:t><c:v>12</c:v>'
            "</c:chartSpace>"
        },
        notices=("Charts and diagrams left out: 1 (“Dead by year 12”).",),
    ),
    _case(
        "chunks",
        "Before the chunk.",
        p("Before the chunk.") + '<w:altChunk r:id="rId5"/>',
        notices=("(altChunk) left out: 1.",),
    ),
    _case(
        "properties",
        f"Dam attack kills twelve\nBy Jane Roe\n{SENTENCE}",
        p("Dam attack kills twelve", props='<w:pStyle w:val="T"/>') + p("By Jane Roe") + p(SENTENCE),
        {"styles": STYLES, "core": core("<dc:title>Letter template</dc:title><dc:creator>User</dc:creator>")},
        quiet=True,
        title="Dam attack kills twelve",
        authors=("Jane Roe",),
        language="en",
    ),
    _case(
        "creator",
        SENTENCE,
        p(SENTENCE),
        {"core": core(
            "<dc:title>On dams</dc:title><dc:creator>Ann Lee;Bo Dan</dc:creator>"
            "<dcterms:created>2026-03-01T08:00:00Z</dcterms:created>"
        )},
        title="On dams",
        authors=("Ann Lee", "Bo Dan"),
        published="",
        notices=("made on 2026-03-01",),
    ),
    Case(
        "strict",
        "strict.docx",
        zipped(
            {
                name: data.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                    REL, "http://purl.oclc.org/ooxml/officeDocument/relationships"
                )
                for name, data in package(p("Strictly speaking.")).items()
                if isinstance(data, str)
            }
        ),
        "Strictly speaking.",
        quiet=True,
    ),
    Case(
        "utf-16",
        "utf-16.docx",
        zipped(
            package(p("x"))
            | {
                "word/document.xml": part("document", f"<w:body>{p('Доклад о плотине.')}</w:body>")
                .replace("UTF-8", "UTF-16")
                .encode("utf-16")
            }
        ),
        "Доклад о плотине.",
        quiet=True,
    ),
    Case("no-rels", "no-rels.docx", zipped({"word/document.xml": part("document", p("Bare."))}), "Bare.",
        quiet=True),
)  # fmt: skip
