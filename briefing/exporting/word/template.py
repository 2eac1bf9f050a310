"""A Word template of the house, opened: checked, without macros, as a document to write into.

The limits are those of imported archives: 2,000 entries, 200 MB in all, 200 times the packed size for any
entry that is not small; no DTD in any part. How parts are named and related is made one first (see
`normal_form`).
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docx.package import Package
from lxml import etree

from briefing.errors import BadInput
from briefing.exporting.word.elements import W
from briefing.exporting.word.layouts import ids, layout_of
from briefing.exporting.word.normal_form import DROPPED_SETTINGS, bad, normalised
from briefing.outside import reader

MOST_BYTES = 50_000_000
_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_SMALL = 1_000_000
_AGAIN = "Open it in Word, save it as a Word document (.docx), and choose that."


def read(name: str) -> bytes:
    """Return the bytes of one of our templates, or of the file at a path. Raises BadInput."""
    ours = layout_of(name)
    if ours is not None:
        return ours.read()
    path = Path(name)
    try:
        data = reader.read(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = f" ({error.strerror})" if isinstance(error, reader.NoAnswer) else ""
        raise BadInput(
            f"The template “{name[-200:]}” cannot be read{why}.",
            f"Choose a .docx or .dotx file, or one of: {', '.join(ids())}.",
        ) from error
    if len(data) > MOST_BYTES:
        raise bad(f"it is larger than {MOST_BYTES // 1_000_000} MB", "Take large pictures out of it.")
    return data


def opened(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """Return a python-docx document made of a template, and what was left out. Raises BadInput."""
    made = normalised(_entries(data))
    try:
        package = Package.open(BytesIO(_zipped(made.parts)))
        document = package.main_document_part.document
        if document.element.body is None or document.styles is None or document.settings is None:
            raise bad("it has no text", _AGAIN)
    except (
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        etree.XMLSyntaxError,
    ) as error:
        raise bad("a part of it is damaged or missing", _AGAIN) from error
    settings = document.settings.element
    for name in DROPPED_SETTINGS:
        for element in settings.findall(name):
            settings.remove(element)
    return document, tuple(made.told)


def left_standing(document: Any) -> list[str]:
    """Return what stays in the brief's file with the template and may surprise its reader."""
    remarks = []
    protection = document.settings.element.find(f"{W}documentProtection")
    attributes = {} if protection is None else protection.attrib
    held = attributes.get(f"{W}enforcement", "").casefold() in ("1", "true", "on")
    if held and attributes.get(f"{W}edit") != "trackedChanges":
        remarks.append(
            "The template is protected, and so is the brief: a reviewer must first stop the protection "
            "in Word (Review, Restrict Editing)."
        )
    if next(document.element.body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"), None) is not None:
        remarks.append(
            "The template has tracked changes that nobody accepted or rejected. They stand in the brief's "
            "file."
        )
    return remarks


def _entries(data: bytes) -> dict[str, bytes]:
    """Return the entries of the archive by their names. Raises BadInput past the limits."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise bad("it is of the old kind (.doc), or closed by a password", _AGAIN)
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > _MOST_ENTRIES or sum(i.file_size for i in infos) > _MOST_UNPACKED:
                raise bad("it unpacks to far more than a template holds", "Do not trust this file.")
            if any(i.file_size > _SMALL and i.file_size > _MOST_RATIO * i.compress_size for i in infos):
                raise bad("it unpacks to far more than it looks", "Do not trust this file.")
            for info in infos:
                part = package.read(info)
                if found.setdefault(info.filename, part) != part:
                    raise bad(f"it holds two parts named “{info.filename[-80:]}”", "Do not trust this file.")
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise bad("it is not a Word document, or damaged", _AGAIN) from error
    return found


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return out.getvalue()
