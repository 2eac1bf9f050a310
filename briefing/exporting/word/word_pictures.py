"""The pictures of figures in the text of a Word file, in line with it (ECMA-376 part 1, 20.4.2.8)."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import Any

from lxml import etree

from briefing.exporting.blocks import FigureBlock
from briefing.exporting.word.elements import R_NS, Element, W

_EMU = 635  # to a twentieth of a point (20.1.2.1)
_HIGHEST = 11_500  # twentieths of a point: a page with its caption, and no more
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_FIRST_ID = 5001  # of drawings; a template has few, and they begin at 1
_INLINE = (
    '<w:drawing xmlns:w="{w}" xmlns:r="{r}" xmlns:a="{d}/main" xmlns:pic="{d}/picture"'
    ' xmlns:wp="{d}/wordprocessingDrawing"><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="{d}/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


class Drawing:
    """Draws pictures into one document; `part` is its main part, `width` that of its text in twentieths of a
    point.
    """

    def __init__(self, part: Any, width: int) -> None:
        self._part = part
        self._width = width
        self._numbers = count(_FIRST_ID)

    def add(self, paragraph: Element, figure: FigureBlock) -> None:
        """Append the picture of a figure, with what it shows for who cannot see it, to a paragraph."""
        relation, _ = self._part.get_or_add_image(BytesIO(figure.data))
        wide, high = fitted(figure, self._width)
        drawn = etree.fromstring(
            _INLINE.format(
                w=W[1:-1], r=R_NS, d=_DRAWN, wide=wide * _EMU, high=high * _EMU,
                number=next(self._numbers), name=figure.label, relation=relation,
            )
        )  # fmt: skip
        properties = drawn[0][1]
        properties.set("name", figure.label)
        properties.set("descr", figure.described)
        etree.SubElement(paragraph, f"{W}r").append(drawn)


def fitted(figure: FigureBlock, width: int) -> tuple[int, int]:
    """Return width and height of a picture, at its share of `width`, so that it fits on a page; all in
    twentieths of a point.
    """
    wide = width * figure.share // 100
    high = max(1, round(wide * figure.height / max(1, figure.width)))
    if high > _HIGHEST:
        wide, high = max(1, wide * _HIGHEST // high), _HIGHEST
    return wide, high
