"""Remarks on claims as Word comments, replies in their threads (ECMA-376 part 1, 17.13.4; MS-DOCX 2.5.3).

Comments stand round the bookmark of a claim, outside its content control. Settled remarks stay at home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.elements import W_NS, Element, W, paragraph, run, sub
from briefing.model import Remark

Threads = Iterable[tuple[str, tuple[Remark, ...]]]

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_EXTENDED = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_FIRST_PARA_ID = 0x10000000  # MS-DOCX wants less than 0x80000000


def add(document: Any, threads: Threads) -> int:
    """Add the open remarks of each item (by id) to a filled document; return how many were written."""
    marks = {m.get(f"{W}name"): m for m in document.element.body.iter(f"{W}bookmarkStart")}
    comments = etree.Element(f"{W}comments", nsmap={"w": W_NS, "w14": _W14})
    extended = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15})
    written = 0
    for item_id, remarks in threads:
        mark = marks.get(bookmark_name(item_id))
        open_ones = _open(remarks) if mark is not None else ()
        ids = {r.id: written + n for n, r in enumerate(open_ones)}
        for remark in open_ones:
            _comment(comments, extended, remark, ids)
        if mark is not None and ids:
            _place(mark, tuple(ids.values()))
        written += len(ids)
    if written:
        _parts(document.part, comments, extended)
    return written


def _open(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Return what is still asked: settled remarks stay out, and so does what answers them."""
    kept: dict[str, Remark] = {}
    gone: set[str] = set()
    for remark in remarks:
        if remark.done or remark.reply_to in gone or not remark.text.strip():
            gone.add(remark.id)
        else:
            kept.setdefault(remark.id, remark)
    return tuple(kept.values())


def _comment(comments: Element, extended: Element, remark: Remark, ids: dict[str, int]) -> None:
    line = Cleaner().line
    number = ids[remark.id]
    author = line(remark.author) or "Unknown"
    made = sub(comments, "comment", id=str(number), author=author, initials=_initials(author))
    if at := _moment(remark.at):
        made.set(f"{W}date", at)
    text = paragraph(made, "CommentText", remark.text)
    text.set(f"{{{_W14}}}paraId", _para_id(number))
    run(text, Cleaner().text(remark.text))
    entry = etree.SubElement(extended, f"{{{_W15}}}commentEx")
    entry.set(f"{{{_W15}}}paraId", _para_id(number))
    if remark.reply_to in ids:
        entry.set(f"{{{_W15}}}paraIdParent", _para_id(ids[remark.reply_to]))
    entry.set(f"{{{_W15}}}done", "0")


def _para_id(number: int) -> str:
    return f"{_FIRST_PARA_ID + number:08X}"


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split())[:4].upper()


def _moment(at: str) -> str:
    return at if _MOMENT.fullmatch(at) else f"{at}T00:00:00Z" if _DAY.fullmatch(at) else ""


def _place(mark: Element, numbers: tuple[int, ...]) -> None:
    """Put the ranges round the bookmark, and the references behind it."""
    parent, ident = mark.getparent(), mark.get(f"{W}id")
    end = next(e for e in parent.findall(f"{W}bookmarkEnd") if e.get(f"{W}id") == ident)
    for number in numbers:
        mark.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": str(number)}))
    for number in reversed(numbers):
        reference = etree.Element(f"{W}r")
        sub(reference, "commentReference", id=str(number))
        end.addnext(reference)
        end.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(number)}))


def _parts(main: Any, comments: Element, extended: Element) -> None:
    for relation, kind, name, root in (
        (RELATIONSHIP_TYPE.COMMENTS, CONTENT_TYPE.WML_COMMENTS, "comments", comments),
        (_RELATION, _EXTENDED, "commentsExtended", extended),
    ):
        for ident in [i for i, r in main.rels.items() if r.reltype == relation]:
            del main.rels[ident]
        blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        main.relate_to(Part(PackURI(f"/word/{name}.xml"), kind, blob, main.package), relation)
