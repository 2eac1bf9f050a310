"""Templates of imagined houses, built by hand: what real ones do to an exporter."""

from __future__ import annotations

import zipfile
from io import BytesIO

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DOC = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1800" w:right="1800" '
    'w:bottom="1800" w:left="1800" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
)
GERMAN = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:lang '
    'w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" '
    'w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn '
    'w:val="Standard"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color '
    'w:val="7A1F1F"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Funotentext"><w:name '
    'w:val="footnote text"/><w:basedOn w:val="Standard"/></w:style><w:style w:type="character" '
    'w:styleId="Funotenzeichen"><w:name w:val="footnote reference"/></w:style><w:style w:type="character" '
    'w:styleId="Title"><w:name w:val="Amtstitel"/></w:style><w:style w:type="paragraph" '
    'w:styleId="Hausliste"><w:name w:val="LIST BULLET"/><w:pPr><w:numPr><w:numId '
    'w:val="1"/></w:numPr></w:pPr></w:style>'
)
LOCAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Standard"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Überschrift 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Haustext"/></w:style>'
)


def para(words: str, inner: str = "") -> str:
    return f"<w:p>{inner}<w:r><w:t>{words}</w:t></w:r></w:p>"


def control(tag: str, content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id '
        f'w:val="1001"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def package(
    body: str, styles: str = GERMAN, *, notes: bool = False, header: bool = False, main: str = "document.main+xml",  # noqa: E501
    settings: str = '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>',
    extra: dict[str, bytes] | None = None, relations: str = "", section: str = SECTION,
) -> bytes:  # fmt: skip
    """Return a .docx. `body` is what stands before the section's properties; `relations` XML of the
    document's.
    """
    kind = main if "/" in main else _DOC + main
    overrides = {
        "document": kind,
        "styles": f"{_DOC}styles+xml",
        "settings": f"{_DOC}settings+xml",
        "numbering": f"{_DOC}numbering+xml",
    }
    parts = {
        "styles": f"<w:styles {NS}>{styles}</w:styles>",
        "settings": f"<w:settings {NS}>{settings}</w:settings>",
        "numbering": f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
        f'w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    if "word/comments.xml" in (extra or {}):
        overrides["comments"] = f"{_DOC}comments+xml"
    if notes:
        overrides["footnotes"] = f"{_DOC}footnotes+xml"
        parts["footnotes"] = (
            f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote '
            f'w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
            '<w:footnote w:id="1"><w:p><w:r><w:t>A note of the '
            "house.</w:t></w:r></w:p></w:footnote></w:footnotes>"
        )
        body += '<w:p><w:r><w:t>Imprint</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    if header:
        overrides["header9"] = f"{_DOC}header+xml"
        parts["header9"] = f"<w:hdr {NS}><w:p><w:r><w:t>Ministry of Ferries</w:t></w:r></w:p></w:hdr>"
        section = section.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>')
    parts["document"] = f"<w:document {NS}><w:body>{body}{section}</w:body></w:document>"
    names = {"header9": "rIdH"}
    inner = "".join(
        f'<Relationship Id="{names.get(n, f"rId{n}")}" Type="{_REL}{n.rstrip("9")}" Target="{n}.xml"/>'
        for n in parts
        if n != "document"
    )
    files = {f"word/{name}.xml": text.encode() for name, text in parts.items()}
    files["word/_rels/document.xml.rels"] = _relations(inner + relations)
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="rId1" Type="{_REL}officeDocument" Target="word/document.xml"/>'
    )
    typed = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{t}"/>' for n, t in overrides.items())
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" '
        f'ContentType="application/vnd.ms-office.vbaProject"/>{typed}</Types>'
    ).encode()
    return zipped(files | (extra or {}))


def _relations(inner: str) -> bytes:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def unzipped(data: bytes, name: str, old: bytes, new: bytes) -> dict[str, bytes]:
    """Return the parts of a package, in one of them some bytes for others."""
    with zipfile.ZipFile(BytesIO(data)) as held:
        parts = {each: held.read(each) for each in held.namelist()}
    assert old in parts[name]
    return parts | {name: parts[name].replace(old, new)}
