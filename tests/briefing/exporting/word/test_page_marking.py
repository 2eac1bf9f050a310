"""The marking in headers and footers of a template stands clear of logos and letterheads that float there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import normal_form
from briefing.exporting.word.floating_pictures import LINE, PageMargins, PictureBox, pictures, spot
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import SECTION, package, zipped
from tests.briefing.exporting.word.integrity import W, problems
from tests.briefing.exporting.word.test_house_template import BRIEF, WORD, part, words
from tests.briefing.exporting.word.test_packages import link, related, unpacked

SOFFICE = shutil.which("soffice")
_NS = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU = 635
A4 = PageMargins(left=1800, right=1800, top=1800, bottom=1800, header=700, footer=700)


def logo(
    left: int | str, top: int | str, wide: int, high: int, *, across: str = "page", down: str = "page",
    wrap: str = "wrapNone"
) -> str:  # fmt: skip
    """Return a run with an anchored picture; lengths in twentieths of a point, or words of alignment."""

    def place(value: int | str) -> str:
        word = f"<wp:align>{value}</wp:align>"
        return word if isinstance(value, str) else f"<wp:posOffset>{value * _EMU}</wp:posOffset>"

    sizes = f'cx="{wide * _EMU}" cy="{high * _EMU}"'
    return (
        f'<w:r><w:drawing {_NS}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" '
        f'y="0"/><wp:positionH relativeFrom="{across}">{place(left)}</wp:positionH><wp:positionV '
        f'relativeFrom="{down}">{place(top)}</wp:positionV><wp:extent {sizes}/><wp:{wrap}/><wp:docPr id="9" '
        f'name="Logo"/><a:graphic><a:graphicData '
        f'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="0" name="l.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        'r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {sizes}/></a:xfrm><a:prstGeom '
        f'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )  # fmt: skip


def drawn(style: str) -> str:
    """Return a run with a picture in Word's older kind of drawing."""
    return (
        f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="s" '
        f'style="{style}"><v:imagedata r:id="rIdLogo"/></v:shape></w:pict></w:r>'
    )


def house(run: str) -> bytes:
    """Return a template with a picture in its header."""
    parts = unpacked(package(BRIEF, header=True))
    parts["word/header9.xml"] = parts["word/header9.xml"].replace(
        b"<w:p><w:r>", b"<w:p>" + run.encode() + b"<w:r>", 1
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    parts["word/_rels/header9.xml.rels"] = relations.encode()
    parts = related(parts, "word/_rels/header9.xml.rels", link("rIdLogo", f"{_OFFICE}/image", "media/l.png"))
    return zipped(parts | {"word/media/l.png": normal_form._DOT})


def exported(template: bytes, folder: Path) -> bytes:
    (folder / "house.docx").write_bytes(template)
    outline = build(ExportRequest(example(), made=MADE, options=Options(template=str(folder / "house.docx"))))
    data = exporting.render(WORD, outline).data
    assert problems(data) == []
    return data


def marking(data: bytes, name: str) -> tuple[int, str, int]:
    """Return which paragraph of a header or footer has the marking, its alignment, and the space at it."""
    found = list(part(data, name).iter(f"{W}p"))
    at = next(n for n, p in enumerate(found) if "TLP" in words(p))
    spacing = found[at].find(f"{W}pPr/{W}spacing")
    values = (
        [int(spacing.get(f"{W}{side}") or 0) for side in ("before", "after")] if spacing is not None else [0]
    )
    return at, found[at].find(f"{W}pPr/{W}jc").get(f"{W}val"), max(values)


LOGOS: dict[str, tuple[str, tuple[int, str, bool]]] = {
    # a picture in the header; paragraph of the marking, its alignment, and whether there is space before it
    "at the left": (logo(700, 500, 2500, 900), (0, "right", False)),
    "at the right": (logo(7600, 500, 3500, 900), (0, "left", False)),
    "aligned to the right margin": (logo("right", "top", 3000, 1500, across="margin"), (0, "left", False)),
    "in the middle and right": (logo(5300, 300, 6000, 1200), (0, "left", False)),
    "at the left and the right": (logo(700, 500, 2500,
        900) + drawn("position:absolute;margin-left:410pt;margin-top:20pt;width:150pt;height:60pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"), (0, "center", False)),  # noqa: E501
    "over the whole width": (logo(0, 0, 11906, 1600), (1, "right", True)),
    "beside the line it hangs on": (logo(0, -300, 8300, 900, across="column", down="paragraph"),
        (1, "right", True)),
    "lower down": (logo(0, 4000, 11906, 900), (0, "right", False)),
    "behind the whole page": (logo(0, 0, 11906, 16838), (0, "right", False)),
    "the older kind": (drawn("position:absolute;margin-left:380pt;margin-top:20pt;width:180pt;height:60pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"), (0, "left", False)),  # noqa: E501
    "the older kind, aligned": (drawn("position:absolute;margin-top:0;width:150pt;height:70pt;mso-position-horizontal:right;mso-position-horizontal-relative:margin;mso-position-vertical:top;mso-position-vertical-relative:page"), (0, "left", False)),  # noqa: E501
    "the older kind, in the line": (drawn("width:150pt;height:70pt"), (0, "right", False)),
}  # fmt: skip


@pytest.mark.parametrize("name", LOGOS)
def test_the_marking_stands_clear_of_a_picture(name: str, tmp_path: Path) -> None:
    run, (at, align, spaced) = LOGOS[name]
    data = exported(house(run), tmp_path)
    found = marking(data, "header1")
    assert (found[0], found[1], found[2] > 0) == (at, align, spaced)


def test_a_picture_of_the_text_that_lies_over_the_header_counts(tmp_path: Path) -> None:
    over = f"<w:p>{logo(7600, 400, 3500, 900)}</w:p>"
    parts = related(unpacked(package(over.replace("rIdLogo", "rIdL") + BRIEF)),
        "word/_rels/document.xml.rels", link("rIdL", f"{_OFFICE}/image", "media/l.png"))  # fmt: skip
    data = exported(zipped(parts | {"word/media/l.png": normal_form._DOT}), tmp_path)
    assert marking(data, "header1")[1] == "left"


def test_a_header_that_was_not_there_keeps_off_the_edge_of_the_paper(tmp_path: Path) -> None:
    for given, wanted in (("0", "454"), ("700", "700")):
        section = SECTION.replace('w:header="700" w:footer="700"', f'w:header="{given}" w:footer="{given}"')
        margins = part(exported(package(BRIEF, section=section), tmp_path), "document").find(f".//{W}pgMar")
        assert (margins.get(f"{W}header"), margins.get(f"{W}footer")) == (wanted, wanted)


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("seed", range(40))
def test_wherever_pictures_are_the_marking_meets_none(seed: int, header: bool) -> None:
    import random

    draw = random.Random(seed)
    boxes = []
    for _ in range(draw.randint(1, 4)):
        left, top = (
            draw.randint(-200, 9000),
            draw.randint(-200, 2500) if header else draw.randint(13000, 16800),
        )
        boxes.append(PictureBox(left, top, left + draw.randint(300, 9000), top + draw.randint(100, 1200)))
    lines = draw.randint(0, 3)
    found = spot(A4, boxes, wide=2500, lines=lines, header=header)
    left = {"right": A4.width - A4.right - 2500, "left": A4.left,
        "center": (A4.left + A4.width - A4.right - 2500) // 2}[found.align]  # fmt: skip
    if header:
        top = A4.header if found.first else A4.header + lines * LINE + found.space
    else:
        top = A4.height - A4.footer - LINE - (lines * LINE + found.space if found.first else 0)
    mine = PictureBox(left, top, left + 2500, top + LINE)
    blocked = [
        b
        for b in boxes
        if b.left < mine.right and mine.left < b.right and b.top < mine.bottom and mine.top < b.bottom
    ]
    assert blocked == []


def test_pictures_are_found_where_the_standard_puts_them() -> None:
    def box(run: str, at: str = "header") -> list[tuple[float, ...]]:
        from lxml import etree

        root = etree.fromstring(f'<w:hdr xmlns:w="{W[1:-1]}" xmlns:r="{_OFFICE}"><w:p>{run}</w:p></w:hdr>')
        return [(b.left, b.top, b.right, b.bottom) for b in pictures(root, A4, at=at)]

    assert box(logo(100, 200, 300, 400)) == [(100, 200, 400, 600)]
    assert box(logo("right", "bottom", 300, 400)) == [(11606, 16438, 11906, 16838)]
    assert box(logo("center", "top", 306, 400, across="margin", down="margin")) == [(5800, 1800, 6106, 2200)]
    assert box(logo(0, 10, 300, 400, across="column", down="paragraph")) == [(1800, 700 + LINE + 10, 2100,
        700 + LINE + 410)]  # fmt: skip
    assert box(logo(0, 10, 300, 400, down="paragraph"), at="text") == []
    assert box(drawn("position:absolute;margin-left:1in;margin-top:10pt;width:2cm;height:1in;mso-position-vertical-relative:page")) == [(3240, 200, 4374, 1640)]  # fmt: skip  # noqa: E501


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None or shutil.which("pdftotext") is None, reason="LibreOffice is not here")
def test_on_the_page_the_marking_does_not_stand_on_the_logo(tmp_path: Path) -> None:
    for number, (name, (run, _)) in enumerate(LOGOS.items()):
        if name != "behind the whole page":
            (tmp_path / f"{number}.docx").write_bytes(exported(house(run), tmp_path))
    (tmp_path / "house.docx").unlink()
    args = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx"))]  # fmt: skip
    subprocess.run([str(SOFFICE), *args], check=True, capture_output=True, timeout=300)
    for number, (name, (run, _)) in enumerate(LOGOS.items()):
        if not (tmp_path / f"{number}.pdf").exists() or "in the line" in name:
            continue
        from lxml import etree

        root = etree.fromstring(f'<w:hdr xmlns:w="{W[1:-1]}" xmlns:r="{_OFFICE}"><w:p>{run}</w:p></w:hdr>')
        logos = list(pictures(root, A4, at="header"))
        for found in _words(tmp_path / f"{number}.pdf"):
            assert not any(_over(found, box) for box in logos), name


def _words(pdf: Path) -> list[PictureBox]:
    said = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    import re

    found = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', said.stdout
    )
    boxes = [PictureBox(*(20 * float(each) for each in row[:4])) for row in found if "TLP" in row[4]]
    assert len(boxes) >= 2
    return boxes


def _over(one: PictureBox, other: PictureBox) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
