"""The parts of a reviewed file: its text, its notes, the comments on it, and the list of what left in it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from briefing.errors import BadInput
from briefing.exporting.sent_lines import SentLine
from briefing.exporting.word import word_manifest as manifests
from briefing.exporting.word.elements import R_NS
from briefing.exporting.word.word_manifest import WordManifest
from briefing.exporting.word.word_parts import of_package
from briefing.exporting.word.word_shown import lines
from briefing.reviewing.word_paragraphs import STRICT_NS, W14, W_NS, W, Walk, WordParagraph
from briefing.xml_archive import Archive, open_archive, parse_xml, resolved, too_deep

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT_R = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_KINDS = ("footnotes", "endnotes", "comments", "commentsExtended", "customXml", "header", "footer")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `at` is as the file has it (ISO 8601 or ""); `reply_to` the id of the one it answers."""

    id: str
    author: str
    at: str
    text: str
    reply_to: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewed file. `notes`: the paragraphs of each, "f3" for footnote 3, "e1" for endnote 1.

    `edges`: the paragraphs of headers and footers in which something was tracked. `shown`: all that the file
    shows, line by line, every change accepted. `marking`: the one its properties name, with which it left.
    """

    paragraphs: tuple[WordParagraph, ...]
    notes: Mapping[str, tuple[WordParagraph, ...]]
    comments: tuple[Comment, ...]
    edges: tuple[WordParagraph, ...] = ()
    shown: tuple[SentLine, ...] = ()
    marking: str = ""


class Package:
    """A checked .docx. Raises BadInput for what is none, is damaged, or cannot be trusted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._archive: Archive = open_archive(data, "Word document")
        self._main = self._find_main()
        self._parts: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        self._links = self._relations(self._main)
        for _, kind, target in self._related(self._main):
            if kind in self._parts and target in self._archive:
                self._parts[kind].append(target)

    def manifest(self) -> WordManifest | None:
        """Return what left in this file; None where no program on the way has kept it."""
        for name in self._parts["customXml"]:
            data = self._archive.read(name)
            if manifests.NAMESPACE.encode() in data:
                return manifests.read(parse_xml(data, name))
        return None

    def read(self, anchors: Mapping[str, str]) -> Reviewed:
        """Return the text; `anchors` leads from tags and names of bookmarks to ids of claims."""
        body = self._xml(self._main).find(f"{W}body")
        if body is None:
            raise BadInput("It is damaged: its text is missing.", "Get the file again.")
        paragraphs = Walk(anchors, self._links).read(body)
        return Reviewed(
            tuple(paragraphs),
            self._notes(),
            self._comments(),
            tuple(self._edges()),
            self._shown(),
            self._marking(),
        )

    def _shown(self) -> tuple[SentLine, ...]:
        with zipfile.ZipFile(BytesIO(self._data)) as package:
            try:
                parts = of_package(
                    package, lambda _, name: self._xml(name) if name in self._archive else None
                )
                return lines(parts) if parts is not None else ()
            except RecursionError as error:
                raise too_deep() from error

    def _marking(self) -> str:
        for _, kind, target in self._related(""):
            if kind == "core-properties" and target in self._archive:
                return next(
                    (e.text or "" for e in self._xml(target) if str(e.tag).endswith("}category")), ""
                ).strip()
        return ""

    def _find_main(self) -> str:
        for _, kind, target in self._related(""):
            if kind == "officeDocument" and target in self._archive:
                return target
        raise BadInput("It is not a Word document: it has no text of one.", "Check what the file really is.")

    def _related(self, name: str) -> list[tuple[str, str, str]]:
        """Return id, kind and target of each relationship of a part; kinds by their last word."""
        folder, stem = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{stem}.rels")
        if rels not in self._archive:
            return []
        return [
            (r.get("Id", ""), r.get("Type", "").rsplit("/", 1)[-1],
             r.get("Target", "") if r.get("TargetMode") == "External" else resolved(name,
                 r.get("Target", "")))
            for r in self._archive.xml(rels).iter(_RELS)
        ]  # fmt: skip

    def _relations(self, name: str) -> dict[str, str]:
        return {ident: target for ident, kind, target in self._related(name) if kind == "hyperlink"}

    def _xml(self, name: str) -> Any:
        # The strict form of the standard has the same words in another namespace.
        data = self._archive.read(name).replace(STRICT_NS.encode(), W_NS.encode())
        return parse_xml(data.replace(_STRICT_R, R_NS.encode()), name)

    def _notes(self) -> dict[str, tuple[WordParagraph, ...]]:
        found: dict[str, tuple[WordParagraph, ...]] = {}
        for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
            for name in self._parts[kind]:
                links = self._relations(name)
                for note in self._xml(name).findall(f"{W}{tag}"):
                    found[tag[0] + note.get(f"{W}id", "")] = tuple(Walk({}, links).read(note))
        return found

    def _edges(self) -> Iterator[WordParagraph]:
        for name in (*self._parts["header"], *self._parts["footer"]):
            paragraphs = Walk({}, self._relations(name)).read(self._xml(name))
            yield from (p for p in paragraphs if any(piece.changed for piece in p.pieces))

    def _comments(self) -> tuple[Comment, ...]:
        parents, done = self._threads()
        read: list[tuple[Comment, str]] = []
        owners: dict[str, str] = {}
        for name in self._parts["comments"]:
            for node in self._xml(name).findall(f"{W}comment"):
                paragraphs = Walk({}, {}).read(node)
                ident = node.get(f"{W}id", "")
                own = [p.get(f"{W14}paraId", "") for p in node.iter(f"{W}p")]
                owners.update(dict.fromkeys(own, ident))
                last = own[-1] if own else ""
                words = "\n".join(p.words() for p in paragraphs).strip()
                made = Comment(ident, node.get(f"{W}author", ""), node.get(f"{W}date", ""), words)
                read.append((made, last))
        return tuple(
            Comment(c.id, c.author, c.at, c.text, owners.get(parents.get(last, ""), ""), last in done)
            for c, last in read
            if c.text
        )

    def _threads(self) -> tuple[dict[str, str], set[str]]:
        """Return parents by paragraph id, and the paragraphs of comments that are settled."""
        parents: dict[str, str] = {}
        done: set[str] = set()
        for name in self._parts["commentsExtended"]:
            for node in self._archive.xml(name).iter(f"{_W15}commentEx"):
                own = node.get(f"{_W15}paraId", "")
                parents[own] = node.get(f"{_W15}paraIdParent", "")
                if node.get(f"{_W15}done", "0") in ("1", "true"):
                    done.add(own)
        return parents, done
