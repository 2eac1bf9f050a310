"""Which picture stands where in a Word file: by the SHA-256 of its bytes, whatever its part is called.

A program that saves a file names the parts in its own way, and keeps the bytes of a picture as they are.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from briefing.errors import BadInput
from briefing.exporting.sent_lines import FURTHER
from briefing.exporting.word.elements import R_NS, Element, W

KIND = "image"  # the last word of the type of a relation that leads to a picture (ECMA-376 part 1, 15.2.14)
MOST_BYTES = 200_000_000  # of all pictures of a file together, unpacked
_CHUNK = 1 << 20
_MISSING = "missing"  # of a relation that leads to no picture, or to one that cannot be unpacked
_VML = ("imagedata", "fill")  # part 4, 19.1.2; the blip of DrawingML is part 1, 20.1.8.13
_REFERS = tuple(f"{{{R_NS}}}{name}" for name in ("embed", "link", "id", "href"))
_APART = (f"{W}txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def of_bytes(data: bytes) -> str:
    """Return what identifies a picture, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def of_link(address: str) -> str:
    """Return what identifies a picture that lies outside of the file: where it lies."""
    return of_bytes(f"link {address}".encode("utf-8", "replace"))


class Entries:
    """The pictures of one packed file, each read once."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._left = MOST_BYTES
        self._known: dict[str, str] = {}

    def of(self, name: str | None) -> str:
        """Return what identifies the picture in an entry, None for one that is not there. Raises BadInput for
        too much.
        """
        if name is None:
            return _MISSING
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> str:
        digest = hashlib.sha256()
        try:
            with self._package.open(name) as entry:
                while data := entry.read(_CHUNK):
                    self._left -= len(data)
                    if self._left < 0:
                        raise BadInput(
                            f"The pictures of the Word file take more than {MOST_BYTES // 1_000_000} MB.",
                            "Check the file you were given.",
                        )
                    digest.update(data)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            return _MISSING
        return digest.hexdigest()


def shown_by(drawn: Element, pictures: Mapping[str, str]) -> tuple[str, ...]:
    """Return what identifies each picture that a drawing shows, in their order; those in its text boxes left
    out.

    `pictures`: by the ids of relations, of the part in which it stands. A picture that stands there as an SVG
    as well has that behind a FURTHER: Word shows it, and LibreOffice does not keep it. The text of a
    watermark counts as a picture.
    """
    return tuple(_shown(drawn, pictures))


def _shown(node: Element, pictures: Mapping[str, str]) -> Iterator[str]:
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _APART:
            continue
        name = child.tag.rpartition("}")[2]
        if name == "blip":
            inner = (each for each in child.iter() if str(each.tag).endswith("}svgBlip"))
            found = [*_of(child, pictures), *(one for each in inner for one in _of(each, pictures))]
            yield from [FURTHER.join(found)] if found else []
            continue
        if name in _VML:
            yield from _of(child, pictures)
        elif name == "textpath" and child.get("string"):
            yield of_bytes(f"text {child.get('string')}".encode())
        yield from _shown(child, pictures)


def _of(node: Element, pictures: Mapping[str, str]) -> list[str]:
    return [pictures.get(ident, _MISSING) for name in _REFERS if (ident := node.get(name))]
