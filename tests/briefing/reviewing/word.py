"""A Word file on the bench: edits as Word writes them, on the XML of an exported brief."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from briefing import exporting, lookup, reviewing
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.elements import W_NS, W
from briefing.model import Brief
from briefing.reviewing import review_wire

WORD = exporting.exporter_for(Path("brief.docx"))
WHO, WHEN = "Ruth Vale", "2031-05-10T08:15:00Z"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_TYPES = "[Content_Types].xml"
_RELS = "word/_rels/document.xml.rels"


def exported(brief: Brief, **choices: Any) -> bytes:
    return _exported(brief, exporting.Options(**choices))


@lru_cache(maxsize=32)
def _exported(brief: Brief, options: exporting.Options) -> bytes:
    """Most tests begin with the same file."""
    outline = exporting.build(exporting.ExportRequest(brief, options=options))
    return exporting.render(WORD, outline).data


def review(brief: Brief, data: bytes) -> reviewing.Review:
    """What the bytes of a file propose; read here, and not in the worker."""
    return reviewing.review(brief, review_wire.read(data, [item.id for item in lookup.statements(brief)]))


def made(name: str, **attributes: str) -> Any:
    return etree.Element(f"{W}{name}", {f"{W}{k}": v for k, v in attributes.items()})


def run(words: str, *marks: str, deleted: bool = False) -> Any:
    """A run; `marks`: "b", "i"."""
    element = made("r")
    if marks:
        properties = etree.SubElement(element, f"{W}rPr")
        for mark in marks:
            etree.SubElement(properties, f"{W}{mark}")
    text = etree.SubElement(element, f"{W}delText" if deleted else f"{W}t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = words
    return element


class Desk:
    """An exported file, opened for editing."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body: Any = etree.fromstring(self.parts["word/document.xml"])[0]
        self._next = 9000
        self._comments: list[tuple[str, str, str, str, bool]] = []

    def save(self) -> bytes:
        self.parts["word/document.xml"] = etree.tostring(self.body.getparent(), encoding="UTF-8")
        if self._comments:
            self._write_comments()
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                package.writestr(name, data)
        return out.getvalue()

    def control(self, item: str) -> Any:
        """The content of an item's control."""
        tag = next(t for t in self.body.iter(f"{W}tag") if t.get(f"{W}val") == item)
        return tag.getparent().getparent().find(f"{W}sdtContent")

    def paragraph(self, item: str) -> Any:
        return next(self.control(item).iterancestors(f"{W}p"))

    def named(self, words: str) -> Any:
        """The first paragraph with exactly these words."""
        return next(p for p in self.body.iter(f"{W}p") if self.words(p) == words)

    @staticmethod
    def words(element: Any) -> str:
        return "".join(t.text or "" for t in element.iter(f"{W}t"))

    def change(self, kind: str, *content: Any, who: str = WHO, when: str = WHEN) -> Any:
        self._next += 1
        element = made(kind, id=str(self._next), author=who, date=when)
        element.extend(content)
        return element

    def cut(self, holder: Any, words: str) -> Any:
        """Split the runs of `holder` so that `words` are a run of their own, and return it."""
        for text in holder.iter(f"{W}t"):
            at = (text.text or "").find(words)
            if at < 0:
                continue
            own = text.getparent()
            for part in (text.text[:at], words, text.text[at + len(words) :]):
                piece = deepcopy(own)
                piece.find(f"{W}t").text = part
                piece.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                own.addprevious(piece)
                if part == words:
                    found = piece
            own.getparent().remove(own)
            return found
        raise AssertionError(f"no run holds {words!r}")

    def track(self, holder: Any, old: str, new: str = "", who: str = WHO) -> None:
        """Replace words with a tracked deletion and insertion, as Word writes it."""
        own = self.cut(holder, old)
        gone = self.change("del", who=who)
        own.addprevious(gone)
        gone.append(own)
        for text in own.iter(f"{W}t"):
            text.tag = f"{W}delText"
        if new:
            fresh = run(new)
            if own.find(f"{W}rPr") is not None:
                fresh.insert(0, deepcopy(own.find(f"{W}rPr")))
            gone.addnext(self.change("ins", fresh, who=who))

    def plain(self, holder: Any, old: str, new: str) -> None:
        self.cut(holder, old).find(f"{W}t").text = new

    def mark_end(self, paragraph: Any, kind: str, who: str = WHO) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = made("pPr")
            paragraph.insert(0, properties)
        letters = properties.find(f"{W}rPr")
        if letters is None:
            letters = etree.SubElement(properties, f"{W}rPr")
        letters.append(self.change(kind, who=who))

    def delete_all(self, paragraph: Any, who: str = WHO) -> None:
        """Delete a whole paragraph, tracked."""
        for own in [r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None]:
            for text in own.findall(f"{W}t"):
                text.tag = f"{W}delText"
            gone = self.change("del", who=who)
            own.addprevious(gone)
            gone.append(own)
        self.mark_end(paragraph, "del", who)

    def new(self, words: str, tracked: bool = False, who: str = WHO) -> Any:
        paragraph = made("p")
        if tracked:
            self.mark_end(paragraph, "ins", who)
            paragraph.append(self.change("ins", run(words), who=who))
        else:
            paragraph.append(run(words))
        return paragraph

    def strip_tags(self, *items: str, bookmarks: bool = False) -> None:
        for tag in list(self.body.iter(f"{W}tag")):
            if not items or tag.get(f"{W}val") in items:
                name = bookmark_name(tag.get(f"{W}val"))
                tag.getparent().remove(tag)
                if bookmarks:
                    for mark in [b for b in self.body.iter(f"{W}bookmarkStart") if b.get(f"{W}name") == name]:
                        mark.getparent().remove(mark)

    def forget(self) -> None:
        """Drop the manifest, as programs do that keep no custom XML."""
        self.parts = {name: data for name, data in self.parts.items() if not name.startswith("customXml")}
        rels: Any = etree.fromstring(self.parts[_RELS])
        for relation in [r for r in rels if r.get("Type", "").endswith("/customXml")]:
            rels.remove(relation)
        self.parts[_RELS] = etree.tostring(rels)

    def comment(
        self, start: Any, end: Any, words: str, who: str = WHO, reply_to: str = "", done: bool = False
    ) -> str:
        """A comment from before `start` to behind `end`."""
        ident = str(len(self._comments))
        start.addprevious(made("commentRangeStart", id=ident))
        reference = made("r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": ident})
        end.addnext(reference)
        end.addnext(made("commentRangeEnd", id=ident))
        self._comments.append((ident, who, words, reply_to, done))
        return ident

    def _write_comments(self) -> None:
        root = etree.Element(f"{W}comments", nsmap={"w": W_NS, "w14": W14})
        extended = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for ident, who, words, reply_to, done in self._comments:
            comment = etree.SubElement(
                root, f"{W}comment", {f"{W}id": ident, f"{W}author": who, f"{W}date": WHEN}
            )
            for number, line in enumerate(words.split("\n")):
                paragraph = etree.SubElement(comment, f"{W}p")
                last = number == words.count("\n")
                paragraph.set(f"{{{W14}}}paraId", f"2000{int(ident):02X}{'FF' if last else f'{number:02X}'}")
                paragraph.append(run(line))
            entry = etree.SubElement(extended, f"{{{W15}}}commentEx")
            entry.set(f"{{{W15}}}paraId", f"2000{int(ident):02X}FF")
            entry.set(f"{{{W15}}}done", str(int(done)))
            if reply_to:
                entry.set(f"{{{W15}}}paraIdParent", f"2000{int(reply_to):02X}FF")
        self.parts["word/comments.xml"] = etree.tostring(root, encoding="UTF-8")
        self.parts["word/commentsExtended.xml"] = etree.tostring(extended, encoding="UTF-8")
        rels: Any = etree.fromstring(self.parts[_RELS])
        for number, (kind, name) in enumerate(_COMMENT_PARTS):
            etree.SubElement(
                rels, f"{{{rels.nsmap[None]}}}Relationship", Id=f"rIdC{number}", Type=kind, Target=name
            )
        self.parts[_RELS] = etree.tostring(rels)

    def note(self, words: str) -> Any:
        """The first note that holds these words, ready for editing; `put_notes` writes it back."""
        self.notes = etree.fromstring(self.parts["word/footnotes.xml"])
        return next(n for n in self.notes if words in self.words(n))

    def put_notes(self) -> None:
        self.parts["word/footnotes.xml"] = etree.tostring(self.notes, encoding="UTF-8")


_COMMENT_PARTS: Iterable[tuple[str, str]] = (
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", "comments.xml"),
    ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml"),
)
