"""Pictures as they are kept: upright, whole, and nothing else of their files."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from briefing.errors import BadInput
from briefing.importing import picture_reading
from briefing.importing.figures import picture_decoding
from briefing.importing.picture_reading import Picture, picture_of
from briefing.importing.process.host import Host
from tests.briefing.pictures import RED, chunk, png

_SECRET = b"Quartier Nord"


def _jpeg(orientation: int = 1, *, mode: str = "RGB", **saved: Any) -> bytes:
    picture = Image.new("RGB", (40, 20), (200, 30, 30))
    picture.paste((30, 30, 200), (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = _SECRET.decode()
    exif.get_ifd(0x8825)[2] = (35.0, 48.0, 0.0)
    made = io.BytesIO()
    picture.convert(mode).save(
        made, "JPEG", exif=exif, comment=_SECRET, xmp=b"<x>" + _SECRET + b"</x>", **saved
    )
    return made.getvalue()


def _png_with_text() -> bytes:
    return RED[:-12] + chunk(b"tEXt", b"Author\0" + _SECRET) + chunk(b"IEND", b"")


def decoded(data: bytes) -> Picture:
    return picture_of(picture_decoding.answer(data, None))


def opened(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


@pytest.mark.parametrize(
    ("data", "removed"),
    [
        (_jpeg(), ("where it was taken (GPS)", "camera (EXIF)", "XMP", "a comment")),
        (_png_with_text(), ("texts",)),
    ],
    ids=["JPEG", "PNG"],
)
def test_what_is_no_pixel_is_removed_and_said(data: bytes, removed: tuple[str, ...]) -> None:
    assert _SECRET in data
    made = decoded(data)
    assert _SECRET not in made.data
    assert not opened(made).getexif()
    for words in removed:
        assert words in made.notices[0]


def test_a_plain_picture_stays_as_it_was_and_nothing_is_said() -> None:
    made = decoded(RED)
    assert (made.mime, made.width, made.height, made.notices) == ("image/png", 4, 2, ())
    assert opened(made).getpixel((0, 0)) == (200, 30, 30)


@pytest.mark.parametrize(
    ("orientation", "size", "corner"), [(1, (40, 20), "blue"), (3, (40, 20), "red"), (6, (20, 40), "blue"),
        (8, (20, 40), "red")],
)  # fmt: skip
def test_a_picture_stands_upright(orientation: int, size: tuple[int, int], corner: str) -> None:
    made = decoded(_jpeg(orientation))
    assert (made.width, made.height) == size
    red, _, blue = opened(made).convert("RGB").tobytes()[:3]
    assert ("blue" if blue > red else "red") == corner
    assert any("upright" in notice for notice in made.notices) == (orientation != 1)


def test_a_picture_for_print_gets_the_colours_of_a_screen() -> None:
    assert opened(decoded(_jpeg(mode="CMYK"))).mode == "RGB"


def test_a_profile_of_colours_is_applied_and_goes() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = decoded(_jpeg(icc_profile=profile))
    assert "icc_profile" not in opened(made).info


def test_a_clear_picture_stays_clear() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (3, 3), (10, 20, 30, 0)).save(made, "PNG")
    assert opened(decoded(made.getvalue())).tobytes()[3] == 0


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"GIF89a" + bytes(40), "no PNG or JPEG"),
        (b"<svg/>", "no PNG or JPEG"),
        (png(size=(50_000, 801)), "million are the most"),
    ],
    ids=["GIF", "SVG", "too many pixels"],
)
def test_what_cannot_be_a_figure_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        picture_decoding.answer(data, None)


def test_a_picture_is_read_in_the_worker_and_a_damaged_one_names_its_file() -> None:
    with Host() as host:
        assert picture_reading.read_picture("a.png", RED, host).width == 4
        with pytest.raises(BadInput, match=r"“b\.png” could not be read"):
            picture_reading.read_picture("b.png", RED[:40], host)
        with pytest.raises(BadInput, match="larger than 50 MiB"):
            picture_reading.read_picture("c.png", bytes((50 << 20) + 1), host)


_GOOD: dict[str, Any] = {
    "data": base64.b64encode(RED).decode(), "mime": "image/png", "width": 4, "height": 2, "notices": [],
}  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"mime": "image/svg+xml"}, {"mime": "image/jpeg"}, {"width": 0}, {"height": "2"}, {"width": 70_000},
     {"data": "!"}, {"notices": [1]}],
)  # fmt: skip
def test_an_answer_that_makes_no_sense_is_not_believed(wrong: dict[str, Any]) -> None:
    assert picture_of(_GOOD).data == RED
    with pytest.raises((ValueError, TypeError)):
        picture_of({**_GOOD, **wrong})
