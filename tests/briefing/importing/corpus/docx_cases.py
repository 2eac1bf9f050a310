"""Word documents made by hand: each with one trap in it, and what must come out."""

from __future__ import annotations

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.zips import (
    DTDS,
    crowded,
    inflated,
    locked,
    nested_xml,
    twice,
    with_size,
    zipped,
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def part(name: str, inner: str) -> str:
    """Return a part whose root is the WordprocessingML element `name`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMES}>{inner}</w:{name}>'


def core(inner: str) -> str:
    """Return docProps/core.xml."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{inner}</cp:coreProperties>"
    )


def package(body: str, **extra: str) -> dict[str, str | bytes]:
    """Return the parts of a document: its body, and others by kind ("footnotes")."""
    kinds = [kind.rstrip("0123456789") for kind in extra if kind not in ("core", "chart1")]
    names = [kind for kind in extra if kind not in ("core", "chart1")]
    rels = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/{kind}" Target="{name}.xml"/>'
        for i, (kind, name) in enumerate(zip(kinds, names, strict=True))
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{rels}</Relationships>',
    }
    for kind, inner in extra.items():
        where = {"core": "docProps/core.xml", "chart1": "word/charts/chart1.xml"}.get(
            kind, f"word/{kind}.xml"
        )
        parts[where] = inner
    return parts


def document(body: str, **extra: str) -> bytes:
    """Return a document as bytes; see `package`."""
    return zipped(package(body, **extra))


def r(words: str, props: str = "") -> str:
    """Return a run."""
    before = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs: str, props: str = "") -> str:
    """Return a paragraph of runs, or of bare words."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def cell(inner: str, props: str = "") -> str:
    """Return a table cell."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner if inner.startswith('<') else p(inner)}</w:tc>"


def table(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def deleted(words: str, kind: str = "del") -> str:
    """Return a tracked deletion, or the place a passage moved from."""
    name = "delText" if kind == "del" else "t"
    return f'<w:{kind} w:author="Ann"><w:r><w:{name}>{words}</w:{name}></w:r></w:{kind}>'


def box(inner: str) -> str:
    """Return a run with a text box, as today's Word writes it and again as the old one did."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Box"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(alt: str) -> str:
    """Return a run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="2" name="Picture 1" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def complex_field(code: str, result: str) -> str:
    """Return a field with its code and its result."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instruction = code if code.startswith("<") else f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{char('begin')}{instruction}{char('separate')}{r(result)}{char('end')}"


def notes(kind: str, **texts: str) -> str:
    """Return a part of footnotes or endnotes, with the separators Word writes first."""
    rule = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    items = "".join(
        f'<w:{kind} w:id="{key[1:]}"><w:p><w:r><w:{kind}Ref/></w:r>{r(" " + text)}</w:p></w:{kind}>'
        for key, text in texts.items()
    )
    return part(f"{kind}s", rule + items)


def mark(kind: str, key: int) -> str:
    """Return a run with a note's mark."""
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


_LISTS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>",
)
_STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Deeper"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style>",
)


def item(words: str, listed: int, level: int = 0) -> str:
    """Return a paragraph of a list."""
    return p(words, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>')


_SENTENCE = "The ministry said on Sunday that twelve soldiers had died near the dam."


def _control(inner: str) -> str:
    return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _case(id_: str, words: str, body: str, extra: dict[str, str] | None = None, **truth: object) -> Case:
    return Case(id_, f"{id_}.docx", document(body, **(extra or {})), words, **truth)  # type: ignore[arg-type]


CASES: tuple[Case, ...] = (
    _case(
        "plain",
        f"A headline over it\n{_SENTENCE}\nA second paragraph follows here.",
        p("A headline over it") + p(_SENTENCE) + p("A second ", "para", "graph follows here."),
        quiet=True,
        title="A headline over it",
        authors=(),
        published="",
    ),
    _case(
        "tracked",
        "At least nine soldiers died. They were from Herat.",
        p("At least ", deleted("seven"), f'<w:ins w:author="Ann">{r("nine")}</w:ins>', " soldiers died.")
        .replace("</w:p>", '<w:ins w:id="5"><w:ins w:id="6"><w:r><w:t> They were from Herat.</w:t></w:r></w:ins></w:ins></w:p>'),
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
        f"<w:sdt><w:sdtPr><w:alias w:val='not words'/></w:sdtPr><w:sdtContent>{p('Block control.')}</w:sdtContent></w:sdt>"
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
        table(cell("Outer") + cell(table(cell("in 1") + cell("in 2"), cell("in 3") + cell("in 4")) + "<w:p/>")),
        quiet=True,
    ),
    _case(
        "page-as-table",
        f"A long page.\n{_SENTENCE * 3}\n{_SENTENCE * 2}\nMargin.",
        table(cell(p("A long page.") + p(_SENTENCE * 3) + p(_SENTENCE * 2)) + cell("Margin.")),
        quiet=True,
    ),
    _case(
        "notes",
        "Twelve died [1] near the dam. [2] More came [3].\n\n———\n[1] A ministry figure.\n[2] Seen from space.\n[3] At the end.",
        p("Twelve died", mark("footnote", 2), " near the dam.", mark("footnote", 5), "More came", mark("endnote", 2), "."),
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
            '<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:drawing/></mc:Choice><mc:Fallback><w:pict>'
            f"<v:textbox><w:txbxContent>{p('Only the old form has words.')}</w:txbxContent></v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
        ),
        quiet=True,
    ),
    _case(
        "comments",
        "A claim was made.\n\n———\nComment by Ann Lee: Who says so?\nComment by an unnamed reader: Left over.",
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
        {"styles": _STYLES},
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
        p("Before the field. ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "After it all ") [:-6] + r("stays.") + "</w:p>",
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
            r("1", '<w:vertAlign w:val="superscript"/>'), " of CO", r("2", '<w:vertAlign w:val="subscript"/>'), ".",
        ),
        quiet=True,
    ),
    _case(
        "lists",
        "1. One\na) One a\nb) One b\n2. Two\n2.i Two deep\n- Dot\n- Dot two\n7. Seven\n8. By style",
        item("One", 1) + item("One a", 1, 1) + item("One b", 1, 1) + item("Two", 1) + item("Two deep", 1, 2)
        + item("Dot", 2) + item("Dot two", 2) + item("Seven", 3) + p("By style", props='<w:pStyle w:val="Step"/>'),
        {"numbering": _LISTS, "styles": _STYLES},
        quiet=True,
    ),
    _case(
        "wrapped-runs",
        "Smart words, linked words, a bidi word, and old words.",
        p(
            f'<w:smartTag w:element="place"><w:smartTag w:element="city">{r("Smart")}</w:smartTag></w:smartTag>',
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
        notices=("Pictures and drawings left out: 1 (“Smoke over the dam”).", "Embedded objects left out: 1."),
    ),
    _case(
        "chart",
        "See the chart.",
        p("See the chart."),
        {
            "chart1": '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Dead by year</a:t><c:v>12</c:v>'
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
        f"Dam attack kills twelve\nBy Jane Roe\n{_SENTENCE}",
        p("Dam attack kills twelve", props='<w:pStyle w:val="T"/>') + p("By Jane Roe") + p(_SENTENCE),
        {"styles": _STYLES, "core": core("<dc:title>Letter template</dc:title><dc:creator>User</dc:creator>")},
        quiet=True,
        title="Dam attack kills twelve",
        authors=("Jane Roe",),
        language="en",
    ),
    _case(
        "creator",
        _SENTENCE,
        p(_SENTENCE),
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
                name: data.replace(_W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                    _REL, "http://purl.oclc.org/ooxml/officeDocument/relationships"
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
    Case("no-rels", "no-rels.docx", zipped({"word/document.xml": part("document", p("Bare."))}), "Bare.", quiet=True),
)  # fmt: skip


def _with(name: str, data: str | bytes) -> bytes:
    return zipped(package(p("Words."), styles=_STYLES, numbering=_LISTS) | {name: data})


def _locked_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096) + b"word/document"


_DEEP_P = "<w:tbl><w:tr><w:tc>"
_DEEP_END = "</w:tc></w:tr></w:tbl>"

HOSTILE: tuple[Hostile, ...] = (
    Hostile("flat-bomb", "a.docx", lambda: _with("word/document.xml", bytes(150_000_000)), "far larger"),
    Hostile(
        "many-parts", "a.docx", lambda: zipped(package(p("x")) | {f"word/{i}.xml": "" for i in range(2_100)}),
        "more than 2,000 parts",
    ),
    Hostile("crowd", "a.docx", lambda: crowded(b"word/document", 400_000), "more than 2,000 parts"),
    Hostile("total", "a.docx", lambda: inflated(package(p("x")), 260_000_000), "far larger"),
    Hostile("nested-zip", "a.docx", lambda: _with("word/document.xml", _with("a", bytes(900_000))), "not XML"),
    Hostile(
        "lying-small", "a.docx", lambda: with_size(document(p("x" * 90_000)), "word/document.xml", 100), "damaged"
    ),
    Hostile("lying-large", "a.docx", lambda: with_size(document(p("x")), "word/document.xml", 2**31), "far larger"),
    Hostile("twice", "a.docx", lambda: twice(package(p("x")), "word/document.xml"), "two parts named"),
    Hostile("locked", "a.docx", lambda: locked(document(p("x"))), "password"),
    Hostile("office-lock", "a.docx", _locked_office, "password|Office"),
    Hostile("picture", "a.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(400) + b"word/document", "picture"),
    Hostile("truncated", "a.docx", lambda: document(p(_SENTENCE * 40))[:-300], "damaged"),
    Hostile("no-body", "a.docx", lambda: zipped({"word/documents.xml": "<a/>"}), "missing"),
    Hostile("not-xml", "a.docx", lambda: _with("word/document.xml", b"\x00\x01 words"), "not XML"),
    Hostile("unclosed", "a.docx", lambda: _with("word/document.xml", "<w:document>"), "not well formed"),
    Hostile("utf-7", "a.docx", lambda: _with("word/document.xml", '<?xml version="1.0" encoding="utf-7"?><a/>'), "usual encoding"),
    Hostile("deep", "a.docx", lambda: _with("word/document.xml", nested_xml(100_000)), "deep"),
    Hostile(
        "deep-tables", "a.docx",
        lambda: document(_DEEP_P * 600 + p("x") + _DEEP_END * 600), "",
    ),
    Hostile("a-million-runs", "a.docx", lambda: document(p(*([r("a")] * 300_000))), ""),
    Hostile("style-loop", "a.docx", lambda: _with("word/styles.xml", part(
        "styles", '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )), ""),
    Hostile("rels-out", "a.docx", lambda: zipped({
        "_rels/.rels": f'<Relationships><Relationship Type="{_REL}/officeDocument" Target="../../../etc/passwd"/></Relationships>',
        "word/document.xml": part("document", p("x")),
    }), "missing"),
    *(
        Hostile(f"dtd-{kind}-{name.rpartition('/')[2]}", "a.docx", lambda name=name, dtd=dtd: _with(name, dtd), "DTD")  # type: ignore[misc]
        for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml",
                     "_rels/.rels", "word/_rels/document.xml.rels")
        for kind, dtd in DTDS.items()
    ),
)  # fmt: skip
