"""Word (.docx): the text of the finished document, and by name whatever a reader would not see in it.

Our own walk over the XML: common libraries leave out tracked insertions and content controls.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from lxml import etree

from briefing.importing.common.left_out import Omitted
from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import Properties, described
from briefing.importing.common.struck_out import finished
from briefing.importing.common.table_lines import tidy
from briefing.importing.word import wordml as n
from briefing.importing.word.list_numbers import read_numbering
from briefing.importing.word.story_text import StoryStyles
from briefing.importing.word.story_walk import WordStory
from briefing.importing.word.wordml import VAL, w
from briefing.xml_archive import LXML, Archive, open_archive, parse_xml, resolved

_V = TypeVar("_V")
_EXTRACTOR = f"docx 1, {LXML}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_RULE = "———"
_ORPHANS = "Notes that nothing refers to left out"
_MARGINS = "Headers and footers left out"
_CHARTS = "Charts and diagrams left out"


def read(data: bytes, hints: Hints) -> Parsed:  # noqa: ARG001  every format is handed hints
    """Return the text of a Word document. Raises BadInput for what is none, or is hostile."""
    archive = open_archive(data, "Word document")
    parts = _Parts(archive)
    omitted = Omitted()
    styles, language = _styles(parts.root("styles"))
    story = WordStory(styles, read_numbering(parts.root("numbering")), omitted)
    lines = story.lines(parts.document)
    margins = _margins(parts, styles)
    if not any(line.strip() for line in lines):
        lines = [line for margin in margins for line in margin.split("\n")]
    else:
        for margin in margins:
            omitted.add(_MARGINS, margin)
    notes = _notes(parts, story, omitted)
    comments = _comments(parts, story)
    _name_charts(archive, omitted)
    body = tidy(lines)
    below = [*notes, *comments]
    done = finished("\n".join([body, "", _RULE, *below]) if below else body)
    notices = (*omitted.notices(), *_comment_notices(comments), *done.notices)
    parsed = replace(read_metadata(done.text), struck=done.struck, notices=notices, extractor=_EXTRACTOR)
    titles = [*story.found.titles, *story.found.headings[:1]]
    return described(parsed, titles, _properties(parts.root("core"), language))


class _Parts:
    """Finds the parts of a document by their relationships, as Word does, or else by their usual names."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        package = self._targets("", "_rels/.rels")
        self._main = next(iter(package.get("officeDocument", [])), "word/document.xml")
        folder, _, name = self._main.rpartition("/")
        self.targets = self._targets(self._main, f"{folder}/_rels/{name}.rels".lstrip("/"))
        self.targets["core"] = package.get("core-properties", ["docProps/core.xml"])
        self.document = self._parse(self._main)

    def root(self, kind: str) -> etree._Element | None:
        """Return the root of the first part of a kind ("styles"), or None where there is none."""
        return next(iter(self.roots(kind)), None)

    def roots(self, kind: str) -> list[etree._Element]:
        """Return the roots of all parts of a kind, each part once."""
        names = dict.fromkeys(self.targets.get(kind, [f"word/{kind}.xml"]))
        return [self._parse(name) for name in names if name in self._archive]

    def _targets(self, base: str, rels: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        if rels in self._archive:
            for item in self._archive.xml(rels):
                if item.get("TargetMode") != "External":
                    kind = item.get("Type", "").rpartition("/")[2]
                    found.setdefault(kind, []).append(resolved(base, item.get("Target", "")))
        return found

    def _parse(self, name: str) -> etree._Element:
        data = self._archive.read(name)
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in n.STRICT:
                data = data.replace(strict, usual)
        return parse_xml(data, name)


def _styles(root: etree._Element | None) -> tuple[StoryStyles, str]:
    """Return what the styles change about words, and the language they are set to."""
    if root is None:
        return StoryStyles(), ""
    based: dict[str, str] = {}
    hidden, struck = _looks(root, n.VANISH), _looks(root, n.STRIKE, n.DSTRIKE)
    lists: dict[str, tuple[str, int]] = {}
    names: dict[str, str] = {}
    for item in root.findall(w("style")):
        style = item.get(w("styleId"), "")
        names[style] = _val(item, "name").lower()
        based[style] = _val(item, "basedOn")
        listed = _list_level(item.find(f"{n.PPR}/{n.NUM_PR}"))
        if listed is not None:
            lists[style] = listed
    language = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{n.RPR}/{w('lang')}")
    read = StoryStyles(
        hidden=frozenset(style for style in names if _inherited(style, based, hidden)),
        struck=frozenset(style for style in names if _inherited(style, based, struck)),
        titles=frozenset(style for style, name in names.items() if name == "title"),
        headings=frozenset(style for style, name in names.items() if name == "heading 1"),
        lists={style: found for style in names if (found := _inherited(style, based, lists)) is not None},
    )
    return read, "" if language is None else language.get(VAL, "")


def _looks(root: etree._Element, *names: str) -> dict[str, bool]:
    """Return the styles that switch one of these run properties on, or all of them off."""
    found = {item.get(w("styleId"), ""): n.look_of(item.find(n.RPR), names) for item in root.iter(w("style"))}
    return {style: stated for style, stated in found.items() if stated is not None}


def _list_level(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return the id of a list and the level in it, 0 to 8, that a w:numPr names; None where it names none."""
    if properties is None or not _val(properties, "numId"):
        return None
    level = _val(properties, "ilvl") or "0"
    return _val(properties, "numId"), int(level) if level in "012345678" else 0


def _inherited(style: str, based: dict[str, str], values: Mapping[str, _V]) -> _V | None:
    """Return the value of a style, or of the nearest one it is based on; loops end."""
    seen: set[str] = set()
    while style not in values and style in based and style not in seen:
        seen.add(style)
        style = based[style]
    return values.get(style)


def _val(item: etree._Element, name: str) -> str:
    child = item.find(w(name))
    return "" if child is None else child.get(VAL, "")


def _margins(parts: _Parts, styles: StoryStyles) -> list[str]:
    """Return the text of each header and footer that has any, each once."""
    found: dict[str, None] = {}
    for kind in ("header", "footer"):
        for root in parts.roots(kind):
            # Numbers and notices of headers are nobody's concern: the whole of it is named.
            words = tidy(WordStory(styles, read_numbering(None), Omitted()).lines(root))
            if words.strip(" \n0123456789"):
                found[words] = None
    return list(found)


def _notes(parts: _Parts, story: WordStory, omitted: Omitted) -> list[str]:
    """Return the notes in the order of their marks; those without a mark are named."""
    roots = {
        (kind, item.get(n.ID, "")): item
        for kind in ("footnote", "endnote")
        for root in parts.roots(f"{kind}s")
        for item in root.findall(w(kind))
        if item.get(n.TYPE, "normal") == "normal"
    }
    lines: list[str] = []
    for key, number in story.found.notes.items():
        item = roots.pop(key, None)
        words = "" if item is None else tidy(story.lines(item)).strip()
        lines.append(f"[{number}] {words or '(the note is missing)'}")
    for item in roots.values():
        words = tidy(story.lines(item)).strip()
        if words:
            omitted.add(_ORPHANS, words)
    return lines


def _comments(parts: _Parts, story: WordStory) -> list[str]:
    """Return the comments in the order of their places, those without a place last."""
    items = {
        item.get(n.ID, ""): item for root in parts.roots("comments") for item in root.findall(w("comment"))
    }
    order = [*(key for key in story.found.comments if key in items)]
    order += [key for key in items if key not in story.found.comments]
    lines = []
    for key in order:
        words = tidy(story.lines(items[key])).strip()
        if words:
            lines.append(f"Comment by {items[key].get(w('author')) or 'an unnamed reader'}: {words}")
    return lines


def _comment_notices(comments: list[str]) -> tuple[str, ...]:
    if not comments:
        return ()
    return (f"Comments put at the end of the text, below a line: {len(comments):,}.",)


def _name_charts(archive: Archive, omitted: Omitted) -> None:
    for name in archive.names:
        if re.fullmatch(r"word/(?:charts/chart|diagrams/data)\d*\.xml", name):
            root = archive.xml(name)
            words = [part.text or "" for part in root.iter(n.A_T, n.CHART_VALUE)]
            omitted.add(_CHARTS, " ".join(words))


def _properties(core: etree._Element | None, language: str) -> Properties:
    return Properties(
        title=_property(core, f"{_DC}title"),
        author=_property(core, f"{_DC}creator"),
        made=_property(core, f"{_TERMS}created"),
        language=_property(core, f"{_DC}language") or language,
    )


def _property(core: etree._Element | None, name: str) -> str:
    child = None if core is None else core.find(name)
    return "" if child is None else " ".join((child.text or "").split())[:300]
