"""In the worker: one page of a scan, or one picture, as the lines that a recognition model sees in it.

RapidOCR with the models in its package, on onnxruntime; nothing is downloaded, and nothing could be.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from briefing.errors import BadInput

LONGEST = 1_500  # pixels of the longer side that the model looks at: larger letters are run together
_DRAWN = 2_100  # pixels of the longer side of a page or picture before it is made smaller
_MOST_PIXELS = 120_000_000
_DOTS = 180  # an inch, of a page that is drawn to be read
_INK = 8  # levels of 255 that darkest and lightest differ at least on a page with anything on it


def answer(data: bytes, given: Any) -> dict[str, Any]:
    """Return how many pages there are and the lines of one: `given` has its number `page`, from 0, and the
    `password`. A picture has one page. Raises BadInput.
    """
    picture, pages = _page(data, given) if data[:1024].find(b"%PDF-") >= 0 else (_picture(data), 1)
    if int(picture.max()) - int(picture.min()) < _INK:
        return {"pages": pages, "lines": []}
    found = _engine()(picture)
    if not found or found.boxes is None:
        return {"pages": pages, "lines": []}
    return {
        "pages": pages,
        "lines": [
            [
                words, float(score), float(min(x for x, _ in box)), float(min(y for _, y in box)),
                float(max(x for x, _ in box)), float(max(y for _, y in box)),
            ]
            for box, words, score in zip(found.boxes, found.txts, found.scores, strict=True)
        ],
    }  # fmt: skip


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": LONGEST,
            "EngineConfig.onnxruntime.intra_op_num_threads": 2,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _page(data: bytes, given: Any) -> tuple[Any, int]:
    """Return a page of a PDF drawn in colour, and how many pages there are."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data, password=given["password"] or None)
    page = document[int(given["page"])]
    longer = max(page.get_size())
    scale = min(_DOTS / 72, _DRAWN / max(1.0, longer))
    return page.render(scale=scale).to_numpy(), len(document)


def _picture(data: bytes) -> Any:
    """Return a picture as its rows of pixels, turned as its own note says."""
    import numpy
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise BadInput(
                    f"It is a picture of more than {_MOST_PIXELS // 1_000_000} million pixels.",
                    "Save it smaller, and add that.",
                )
            picture.draft("RGB", (_DRAWN, _DRAWN))
            turned = ImageOps.exif_transpose(picture).convert("RGB")
            turned.thumbnail((_DRAWN, _DRAWN))
            return numpy.asarray(turned)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadInput("It is a picture that cannot be opened.", "Save it as PNG or JPEG.") from error
