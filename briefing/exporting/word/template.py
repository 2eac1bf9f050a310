"""A Word template of the house, opened: checked, without macros, as a document to write into.

The limits are those of imported archives: 2,000 entries, 200 MB in all, 200 times the packed size for any
entry that is not small; no DTD in any part.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docx.package import Package
from lxml import etree

from briefing.errors import BadInput
from briefing.exporting.word.elements import W

OURS = ("memo", "one-pager", "situation-report")
MOST_BYTES = 50_000_000
_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_SMALL = 1_000_000
_PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_PREFIX}document.main+xml"
# What Word writes for .dotx, .docm and .dotm.
_ALSO = (
    f"{_PREFIX}template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_TYPES = "[Content_Types].xml"
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
# Relations of a template that a finished document may not have, by the end of their type.
_DROPPED = (
    ("vbaProject", "Macros of the template were left out."),
    ("attachedToolbars", ""),
    ("keyMapCustomizations", ""),
    ("attachedTemplate", "The template points to a further template; that link was left out."),
    ("digital-signature/origin", "The template's signature was left out: it does not hold for the brief."),
    ("mailMergeSource", "The template's link to mail merge data was left out."),
    ("mailMergeHeaderSource", ""),
    ("thumbnail", ""),
    ("extended-properties", ""),
)
_SETTINGS = ("attachedTemplate", "mailMerge", "updateFields")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_AGAIN = "Open it in Word, save it as a Word document (.docx), and choose that."


def read(name: str) -> bytes:
    """Return the bytes of one of our templates, or of the file at a path. Raises BadInput."""
    if name in OURS:
        return files("resources").joinpath("word", f"{name}.docx").read_bytes()
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _bad(f"it is larger than {MOST_BYTES // 1_000_000} MB", "Take large pictures out of it.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        ours = ", ".join(OURS)
        raise BadInput(
            f"The template “{name[-200:]}” cannot be read.",
            f"Choose a .docx or .dotx file, or one of: {ours}.",
        ) from error


def opened(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """Return a python-docx document made of a template, and what was left out. Raises BadInput."""
    data = _as_document(_checked(data))
    try:
        package = Package.open(BytesIO(data))
        document = package.main_document_part.document
        if document.element.body is None or document.styles is None or document.settings is None:
            raise _bad("it has no text", _AGAIN)
    except (
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        etree.XMLSyntaxError,
    ) as error:
        raise _bad("a part of it is damaged or missing", _AGAIN) from error
    return document, tuple(_dropped(document))


def left_standing(document: Any) -> list[str]:
    """Return what stays in the brief's file with the template and may surprise its reader."""
    told = []
    protection = document.settings.element.find(f"{W}documentProtection")
    said = {} if protection is None else protection.attrib
    held = said.get(f"{W}enforcement", "").casefold() in ("1", "true", "on")
    if held and said.get(f"{W}edit") != "trackedChanges":
        told.append(
            "The template is protected, and so is the brief: a reviewer must first stop the protection "
            "in Word (Review, Restrict Editing)."
        )
    if next(document.element.body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"), None) is not None:
        told.append(
            "The template has tracked changes that nobody accepted or rejected. They stand in the brief's file."
        )
    return told


def _bad(why: str, hint: str) -> BadInput:
    return BadInput(f"The template cannot be used: {why}.", hint)


def _checked(data: bytes) -> bytes:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _bad("it is of the old kind (.doc), or closed by a password", _AGAIN)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
            names = [info.filename for info in infos]
            if len(infos) > _MOST_ENTRIES or sum(i.file_size for i in infos) > _MOST_UNPACKED:
                raise _bad("it unpacks to far more than a template holds", "Do not trust this file.")
            if any(i.file_size > _SMALL and i.file_size > _MOST_RATIO * i.compress_size for i in infos):
                raise _bad("it unpacks to far more than it looks", "Do not trust this file.")
            if len(set(names)) != len(names) or _TYPES not in names:
                raise _bad("it is not a whole Word document", _AGAIN)
            for name in names:
                if name.casefold().endswith((".xml", ".rels")):
                    _check_part(package.read(name))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise _bad("it is no Word document, or damaged", _AGAIN) from error
    return data


def _check_part(part: bytes) -> None:
    plain = part.replace(b"\0", b"") if b"\0" in part[:64] else part
    if _DTD.search(plain):
        raise _bad(
            "one of its parts declares entities (a DTD), which no Word writes", "Do not trust this file."
        )
    if _STRICT in plain:
        raise _bad("it is saved as “Strict Open XML”", _AGAIN)


def _as_document(data: bytes) -> bytes:
    """Return the package with its main part named a document, so that it is one and opens as one."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        types = package.read(_TYPES)
        other = next((kind for kind in _ALSO if f'"{kind}"'.encode() in types), "")
        if not other:
            if f'"{_MAIN}"'.encode() not in types:
                raise _bad("it is no Word document", "Choose a .docx or .dotx file.")
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as written:
            for name in package.namelist():
                part = package.read(name)
                if name == _TYPES:
                    part = part.replace(f'"{other}"'.encode(), f'"{_MAIN}"'.encode())
                written.writestr(name, part)
        return out.getvalue()


def _dropped(document: Any) -> list[str]:
    told: list[str] = []
    main = document.part
    settings = document.settings.element
    for holder in (main.package, main, document.part._settings_part):
        for ident in [i for i, r in holder.rels.items() if r.reltype.endswith(tuple(e for e, _ in _DROPPED))]:
            kind = holder.rels[ident].reltype
            told += [words for end, words in _DROPPED if words and kind.endswith(end)]
            del holder.rels[ident]
    for name in _SETTINGS:
        for element in settings.findall(f"{W}{name}"):
            settings.remove(element)
    return list(dict.fromkeys(told))
