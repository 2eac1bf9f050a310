"""Word documents made by hand, piece by piece."""

from __future__ import annotations

from tests.briefing.importing.corpus.zips import zipped

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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
        f'<Relationship Id="rId{i}" Type="{REL}/{kind}" Target="{name}.xml"/>'
        for i, (kind, name) in enumerate(zip(kinds, names, strict=True))
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{rels}</Relationships>',  # noqa: E501
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
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" '
        'name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
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


LISTS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId '
    'w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride '
    'w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>",
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name '
    'w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" '
    'w:styleId="Deeper"><w:basedOn w:val="Secret"/></w:style><w:style w:type="paragraph" '
    'w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style>",
)
SENTENCE = "The ministry said on Sunday that twelve soldiers had died near the dam."
