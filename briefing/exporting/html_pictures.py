"""The pictures of figures inside a page of HTML, as data of their own addresses (RFC 2397)."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable

from briefing.errors import BadInput
from briefing.exporting.blocks import Block, FigureBlock

POLICY = "; img-src data:"  # only where there are some, and none from elsewhere
_MOST = 40 << 20  # bytes of all pictures: what holds more, no browser opens gladly


def policy(blocks: Iterable[Block]) -> str:
    """Return what a page with these blocks adds to its policy. Raises BadInput for more than one file should
    hold.
    """
    size = sum(len(block.data) for block in blocks if isinstance(block, FigureBlock))
    if size > _MOST:
        raise BadInput(
            f"The pictures of the figures have {size >> 20} MB, too much for one page of HTML.",
            "Export Word or Markdown, or use smaller pictures.",
        )
    return POLICY if size else ""


def picture(figure: FigureBlock) -> str:
    """Return the picture of a figure in its width, "" where there is none."""
    if not figure.data:
        return ""
    inside = base64.b64encode(figure.data).decode("ascii")
    return (
        f'<p><img src="data:{figure.mime};base64,{inside}" alt="{html.escape(figure.described)}" '
        f'width="{figure.width}" height="{figure.height}" '
        f'style="width:{figure.share}%;max-width:{figure.share}%"></p>'
    )
