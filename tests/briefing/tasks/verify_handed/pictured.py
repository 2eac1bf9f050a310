"""A Word file that left with pictures of every kind: of its template, in header, footer, text, table, text
box and note.
"""

from __future__ import annotations

import re
import struct
import tempfile
import zlib
from functools import cache
from pathlib import Path

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import SECTION, package, para, zipped
from tests.briefing.exporting.word.test_house_template import BRIEF, WORD
from tests.briefing.tasks.verify_handed.word_changes import Doc

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NS = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_SVG = (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'r:embed="rIdVector"/></a:ext></a:extLst>'
)
COLOURS = {
    "logo": 0x1F3A5F,
    "map": 0x2E7D32,
    "seal": 0x8E24AA,
    "old": 0xAA5500,
    "drawn": 0x336699,
    "boxed": 0x99AA00,
}
ADDRESS = "https://pictures.example/chart.png"


def png(colour: int) -> bytes:
    """Return a picture of 8 by 8 points in one colour (PNG, third edition)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + colour.to_bytes(3) * 8) * 8
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def inline(relation: str, more: str = "", by: str = "embed") -> str:
    """Return a run with a picture in the line."""
    size, number = 'cx="400000" cy="300000"', sum(map(ord, relation))
    return (
        f'<w:r><w:drawing {_NS}><wp:inline><wp:extent {size}/><wp:docPr id="{number}" '
        f'name="Picture"/><a:graphic><a:graphicData '
        f'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr '
        f'id="9" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        f'r:{by}="{relation}">{more}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'  # noqa: E501
    )  # fmt: skip


def older(relation: str) -> str:
    """Return a run with a picture in Word's older kind of drawing."""
    return (
        f'<w:r><w:pict {_VML}><v:shape id="s" style="width:50pt;height:40pt"><v:imagedata '
        f'r:id="{relation}"/></v:shape></w:pict></w:r>'
    )


def watermark(words: str) -> str:
    """Return a run with a word across the page, as Word writes it."""
    place = "position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;rotation:315;z-index:-251"
    return (
        f'<w:r><w:pict {_VML}><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        f'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t"/><v:textpath on="t" '
        f'fitshape="t"/></v:shapetype><v:shape id="Mark" type="#_x0000_t136" style="{place}" '
        f'fillcolor="silver" stroked="f"><v:textpath style="font-size:1pt" '
        f'string="{words}"/></v:shape></w:pict></w:r>'
    )  # fmt: skip


def boxed(inner: str) -> str:
    """Return a run with a text box."""
    return (
        f'<w:r><w:drawing {_NS}><wp:inline><wp:extent cx="900000" cy="600000"/><wp:docPr id="8" '
        f'name="Box"/><a:graphic><a:graphicData '
        f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr '
        f'txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" '
        f'cy="600000"/></a:xfrm><a:prstGeom '
        f'prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p>{inner}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )  # fmt: skip


def _relations(*known: tuple[str, str]) -> str:
    return "".join(
        f'<Relationship Id="{ident}" Type="{_OFFICE}/image" '
        f'Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if ":" in target else ""}/>'
        for ident, target in known
    )


def _part(known: tuple[str, str]) -> bytes:
    return f'<Relationships xmlns="{_RELATIONS}">{_relations(known)}</Relationships>'.encode()


def house() -> bytes:
    """Return the template."""
    table = (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol "
        f"w:w='4000'/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p>{inline('rIdSeal')}</w:p></w:tc></w:tr></w:tbl>"
    )
    pictures = (
        para("Where it is:", inline("rIdMap")), table, f"<w:p>{older('rIdOld')}</w:p>",
        f"<w:p>{inline('rIdDrawn', _SVG)}</w:p>",
        f"<w:p>{inline('rIdFar', by='link')}</w:p>", f"<w:p>{boxed(inline('rIdBoxed'))}</w:p>",
        para("Signed"),
    )  # fmt: skip
    related = _relations(
        ("rIdMap", "media/map.png"), ("rIdSeal", "media/seal.png"), ("rIdOld", "media/old.png"),
        ("rIdDrawn", "media/drawn.png"),
        ("rIdVector", "media/vector.svg"), ("rIdFar", ADDRESS), ("rIdBoxed", "media/boxed.png"),
    )  # fmt: skip
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:footerReference w:type="default" r:id="rIdF"/>')
    related += f'<Relationship Id="rIdF" Type="{_OFFICE}/footer" Target="footer9.xml"/>'
    media = {f"word/media/{name}.png": png(colour) for name, colour in COLOURS.items()}
    media["word/media/vector.svg"] = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" '
        b'fill="#336699"/></svg>'
    )
    w_ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    footer = f'<w:ftr xmlns:w="{w_ns}" xmlns:r="{_OFFICE}"><w:p>{inline("rIdSeal")}</w:p></w:ftr>'
    extra = media | {
        "word/_rels/header9.xml.rels": _part(("rIdLogo", "media/logo.png")),
        "word/_rels/footer9.xml.rels": _part(("rIdSeal", "media/seal.png")),
        "word/_rels/footnotes.xml.rels": _part(("rIdMap", "media/map.png")),
        "word/footer9.xml": footer.encode(),
    }
    doc = Doc(
        package(
            BRIEF + "".join(pictures),
            notes=True,
            header=True,
            extra=extra,
            relations=related,
            section=section,
        )
    )
    doc.parts["word/header9.xml"] = doc.parts["word/header9.xml"].replace(
        b"<w:p><w:r>", f"<w:p>{inline('rIdLogo')}{watermark('CONFIDENTIAL')}<w:r>".encode(), 1
    )
    doc.parts["word/footnotes.xml"] = doc.parts["word/footnotes.xml"].replace(
        b"A note of the house.</w:t></w:r>", f"A note of the house.</w:t></w:r>{inline('rIdMap')}".encode()
    )
    kinds = ("png", "image/png"), ("svg", "image/svg+xml")
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds)
    types = doc.parts["[Content_Types].xml"].decode()
    if "footer9" not in types:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
        defaults += f'<Override PartName="/word/footer9.xml" ContentType="{kind}"/>'
    types = re.sub(r'<Default Extension="(?:png|svg)"[^>]*>', "", types)
    doc.parts["[Content_Types].xml"] = types.replace("</Types>", f"{defaults}</Types>").encode()
    return zipped(doc.parts)


@cache
def left() -> bytes:
    """Return the example as it leaves in that template."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "house.docx").write_bytes(house())
        outline = build(
            ExportRequest(example(), made=MADE, options=Options(template=str(Path(folder) / "house.docx")))
        )
        return exporting.render(WORD, outline).data
