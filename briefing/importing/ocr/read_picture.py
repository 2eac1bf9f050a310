"""In the worker: one page of a scan, or one picture, as the lines that a recognition model sees in it.

RapidOCR with the models in its package, on onnxruntime; nothing is downloaded, and nothing could be.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from briefing.errors import BadInput
from briefing.importing.ocr import NO_PAGE

LONGEST = 1_500  # pixels of the longer side that the model looks at: larger letters are run together
_DRAWN = 2_100  # pixels of the longer side of a page or picture before it is made smaller
_MOST_PIXELS = 120_000_000
_VAST = BadInput(
    f"It is a picture of more than {_MOST_PIXELS // 1_000_000} million pixels.",
    "Save it smaller, and add that.",
)
_DOTS = 180  # an inch, of a page that is drawn to be read
_INK = 8  # levels of 255 that darkest and lightest differ at least on a page with anything on it


def answer(data: bytes, given: Any) -> dict[str, Any]:
    """Return how many pages there are and the lines of one: `given` has its number `page`, from 0, and the
    `password`. A picture has one page. Raises BadInput.
    """
    pdf = data[:1024].find(b"%PDF-") >= 0
    if given["page"] == NO_PAGE:
        return {"pages": len(_opened(data, given)) if pdf else 1, "lines": []}
    picture, pages = _page(data, given) if pdf else (_picture(data), 1)
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


def _opened(data: bytes, given: Any) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    return pypdfium2.PdfDocument(data, password=given["password"] or None)


def _page(data: bytes, given: Any) -> tuple[Any, int]:
    """Return a page of a PDF drawn in colour, and how many pages there are."""
    document = _opened(data, given)
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
                raise _VAST
            picture.draft("RGB", (_DRAWN, _DRAWN))
            turned = _on_white(ImageOps.exif_transpose(picture))
            turned.thumbnail((_DRAWN, _DRAWN))
            return numpy.asarray(turned)
    except Image.DecompressionBombError as error:
        raise _VAST from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise BadInput("It is a picture that cannot be opened.", "Save it as PNG or JPEG.") from error


def _on_white(picture: Any) -> Any:
    """Return a picture in colour, white where it is transparent: letters there are black as a rule."""
    from PIL import Image

    if "transparency" not in picture.info and "A" not in picture.getbands():
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
