"""A picture as the worker process decodes it: upright, in sRGB, and nothing of the file but its pixels.

The bytes that are returned were written here, from the pixels, so nothing hidden in the file travels on. A
JPEG keeps its tables of quantisation (ITU-T T.81), so that writing it again costs next to nothing.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin, PngImagePlugin, UnidentifiedImageError

from briefing.errors import BadInput

MOST_PIXELS = 40_000_000  # 160 MB once decoded; the worker has 1 GiB
_GPS = 0x8825  # the pointer of EXIF 2.32 to where the picture was taken
_ORIENTATION = 0x0112
_SMALLER = "Save it smaller, or cut out what matters."
# What Pillow calls the blocks of a JPEG that hold no pixels, and what they are to a person.
_BLOCKS = {
    "xmp": "XMP records", "photoshop": "IPTC records", "comment": "a comment", "adobe": "", "mp": "a second "
    "picture",
}  # fmt: skip


def answer(data: bytes, _given: object) -> dict[str, Any]:
    """Return the picture as JSON has it: `data` (base64), `mime`, `width`, `height`, and `notices`.

    Raises BadInput for what is no PNG or JPEG, is damaged, or has more than `MOST_PIXELS`.
    """
    Image.MAX_IMAGE_PIXELS = None  # our own bound is asked before anything is decoded
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if wide * high > MOST_PIXELS or max(wide, high) > 65_535:
                million = MOST_PIXELS // 1_000_000
                raise BadInput(
                    f"It has {wide:,} × {high:,} pixels; {million} million are the most.", _SMALLER
                )
            notices = list(_notices(picture))
            written = _written(picture)
    except UnidentifiedImageError as error:
        raise BadInput("It is no PNG or JPEG picture.", "Save it as one of these.") from error
    with Image.open(io.BytesIO(written)) as again:
        width, height = again.size
        mime = Image.MIME[str(again.format)]
    return {
        "data": base64.b64encode(written).decode("ascii"),
        "mime": mime, "width": width, "height": height, "notices": notices,
    }  # fmt: skip


def _notices(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    removed = []
    if exif.get_ifd(_GPS):
        removed.append("where it was taken (GPS)")
    if any(tag not in (_GPS, _ORIENTATION) for tag in exif):
        removed.append("data of the camera (EXIF)")
    removed += [words for name, words in _BLOCKS.items() if words and picture.info.get(name)]
    if isinstance(picture, PngImagePlugin.PngImageFile):
        picture.load()  # chunks of text may stand behind the pixels
        if any(name != "XML:com.adobe.xmp" for name in picture.text):
            removed.append("texts")
        if "XML:com.adobe.xmp" in picture.text and "xmp" not in picture.info:
            removed.append("XMP records")
    if removed:
        yield f"Removed from the picture: {', '.join(removed)}."
    if exif.get(_ORIENTATION, 1) not in (0, 1):
        yield "The picture was turned upright, as its camera said."
    if getattr(picture, "n_frames", 1) > 1:
        yield "Only the first of several pictures in the file is kept."


def _written(picture: Image.Image) -> bytes:
    """Return the picture as a new file of the same kind."""
    made = io.BytesIO()
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        tables, sampling = picture.quantization, JpegImagePlugin.get_sampling(picture)
        whole = _upright(picture)
        if whole.mode not in ("L", "RGB"):
            whole = whole.convert("RGB")
        known = (
            {"qtables": tables, "subsampling": sampling} if whole.mode == picture.mode else {"quality": 92}
        )
        whole.save(made, "JPEG", optimize=True, **known)
    else:
        _upright(picture).save(made, "PNG", optimize=picture.size[0] * picture.size[1] < 4_000_000)
    return made.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    """Return the pixels alone: turned as the camera said, in sRGB, with no record beside transparency."""
    turned = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    if profile and turned.mode in ("RGB", "RGBA", "L", "CMYK"):
        turned = _in_srgb(turned, profile)
    clear = turned.info.get("transparency")
    bare = turned.copy()
    bare.info = {} if clear is None else {"transparency": clear}
    return bare


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture whose colours are those of sRGB; as it is where its profile makes no sense."""
    mode = "RGBA" if picture.mode == "RGBA" else "L" if picture.mode == "L" else "RGB"
    if mode == "L":
        return picture
    try:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, theirs, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return picture if made is None else made
