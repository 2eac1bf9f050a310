"""PowerPoint (.pptx): titles, texts, tables, diagrams and notes of the slides that are shown, in their order.

python-pptx reads the package and its shapes; it is handed checked parts only, and no pictures. Words that a
slide shows struck out, hidden slides, and what is no text are named.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from briefing.errors import BadInput
from briefing.importing.common.left_out import Omitted
from briefing.importing.common.office_package import core_properties, repacked, words_of
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import described
from briefing.importing.common.struck_out import struck
from briefing.importing.common.table_lines import tabbed
from briefing.importing.common.unit_text import UnitText
from briefing.xml_archive import DEEPEST, open_archive, parse_xml, too_deep

MOST_SHAPES = 100_000
_PARTS = re.compile(r".*\.(?:xml|rels)", re.IGNORECASE)
_COMMENTS = re.compile(r"ppt/comments/.*\.xml")
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_A = f"{{{_DRAWING}}}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_CHART_VALUE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = ("title", "ctrTitle")
_MARGINS = ("ftr", "hdr", "sldNum", "dt")
_STRUCK = ("sngStrike", "dblStrike")
_NOTES = "Notes:"
# What the library lets through of presentations that make no sense.
_FAULTS = (
    ValueError, LookupError, TypeError, AttributeError, OSError, SyntaxError, ArithmeticError, RecursionError,
    AssertionError, zipfile.BadZipFile, NotImplementedError,
)  # fmt: skip
_AGAIN = "Open it in a presentation program and save it again."


def read(data: bytes, hints: Hints) -> Parsed:  # noqa: ARG001  every format is handed hints
    """Return the words of a presentation. Raises BadInput for what is none, or is hostile."""
    archive = open_archive(data, "PowerPoint presentation")
    package = repacked(archive, _PARTS, rest=True)
    from pptx.exc import PythonPptxError

    deck = _Deck()
    try:
        for number, slide in enumerate(_slides(package), start=1):
            deck.add(number, slide)
    except (*_FAULTS, PythonPptxError) as error:
        why = f"It is damaged: its slides cannot be read ({type(error).__name__})."
        raise BadInput(why, _AGAIN) from error
    for name in archive.names:
        if _COMMENTS.fullmatch(name) and (words := words_of(archive, name, "text", "t")):
            deck.omitted.add("Comments left out", words)
    text = deck.out.whole()
    if not text.strip():
        raise BadInput(
            "It holds no words.", "If its slides are pictures or charts, save it as PDF and run OCR over it."
        )
    from pptx import __version__

    parsed = Parsed(
        text,
        struck=deck.out.struck(),
        notices=(*deck.omitted.notices(), *deck.out.notices()),
        pages=tuple(start for start in deck.starts if start < len(text)),
        extractor=f"pptx 1, python-pptx {__version__}",
    )
    return described(parsed, deck.titles[:1], core_properties(archive))


def _slides(package: bytes) -> Iterator[Any]:
    from pptx.package import Package

    yield from Package.open(io.BytesIO(package)).main_document_part.presentation.slides


class _Deck:
    """Puts the text together, slide by slide; `starts` holds where each begins, hidden ones too."""

    def __init__(self) -> None:
        self.out = UnitText()
        self.omitted = Omitted()
        self.starts: list[int] = []
        self.titles: list[str] = []
        self._left = MOST_SHAPES

    def add(self, number: int, slide: Any) -> None:
        """Add a slide: its title, its shapes in the order of a screen reader, its notes."""
        self.starts.append(self.out.at)
        titles, body = list[str](), list[str]()
        for shape in self._shapes(slide.shapes._spTree):
            is_title = _placeholder(shape) in _TITLES
            (titles if is_title else body).extend(self._lines(shape, slide))
        notes = self._notes(slide)
        if slide._element.get("show") in ("0", "false"):
            self.omitted.add("Hidden slides left out", f"{number}: {' '.join([*titles, *body])}")
            return
        lines = [*titles, *body, *([_NOTES, *notes] if notes else [])]
        if titles:
            self.titles.append(" ".join(titles))
        for line in lines:
            self.out.line(line)
        if lines:
            self.out.line("")

    def _shapes(self, tree: etree._Element) -> Iterator[etree._Element]:
        """Yield the shapes of a tree in order, those of groups in their place."""
        stack = [(child, 1) for child in reversed(tree)]
        while stack:
            item, depth = stack.pop()
            self._left -= 1
            if depth > DEEPEST:
                raise too_deep()
            if self._left < 0:
                raise BadInput(f"It holds more than {MOST_SHAPES:,} shapes.", "Split it and add the parts.")
            name = str(item.tag).rpartition("}")[2]
            if name in ("grpSp", "AlternateContent", "Choice", "Fallback"):
                children = [
                    child for child in item if name != "AlternateContent" or _is_first_choice(child, item)
                ]
                stack += [(child, depth + 1) for child in reversed(children)]
            elif name in ("sp", "graphicFrame", "pic", "cxnSp"):
                yield item

    def _lines(self, shape: etree._Element, slide: Any) -> list[str]:
        """Return the lines of one shape, each paragraph or row of a table one."""
        about = next(shape.iter(f"{_P}cNvPr"), None)
        if about is not None and about.get("hidden") in ("1", "true"):
            return self._leave("Hidden shapes left out", shape)
        if _placeholder(shape) in _MARGINS:
            return self._leave("Footers left out", shape)
        if shape.tag == f"{_P}pic":
            self.omitted.add("Pictures left out", "" if about is None else about.get("descr", ""))
            return []
        if shape.tag != f"{_P}graphicFrame":
            return _paragraphs(shape)
        rows = list(shape.iter(f"{_A}tr"))
        if rows:
            return [
                line
                for row in rows
                if (line := tabbed([" ".join(_paragraphs(c)) for c in row.iter(f"{_A}tc")]))
            ]
        return self._embedded(shape, slide)

    def _embedded(self, shape: etree._Element, slide: Any) -> list[str]:
        """Return the words of a diagram, in its order; name a chart or another object."""
        data = _first(shape, "relIds")
        if data is not None:
            part = slide.part.related_part(data.get(f"{_REL}dm", ""))
            return _paragraphs(parse_xml(part.blob))
        chart = _first(shape, "chart")
        if chart is not None:
            root = parse_xml(slide.part.related_part(chart.get(f"{_REL}id", "")).blob)
            words = (item.text or "" for item in root.iter(f"{_A}t", _CHART_VALUE))
            self.omitted.add("Charts left out", " ".join(words))
        else:
            self.omitted.add("Embedded objects left out")
        return []

    def _leave(self, what: str, shape: etree._Element) -> list[str]:
        words = " ".join(_paragraphs(shape))
        if words.strip(" 0123456789"):
            self.omitted.add(what, words)
        return []

    def _notes(self, slide: Any) -> list[str]:
        """Return the paragraphs of what the speaker's notes say."""
        if not slide.has_notes_slide:
            return []
        shapes = self._shapes(slide.notes_slide.shapes._spTree)
        return [line for shape in shapes if _placeholder(shape) == "body" for line in _paragraphs(shape)]


def _first(shape: etree._Element, name: str) -> etree._Element | None:
    """Return the first element below a shape with a local name, whatever its namespace."""
    return next((item for item in shape.iter(etree.Element) if etree.QName(item).localname == name), None)


def _is_first_choice(child: etree._Element, alternatives: etree._Element) -> bool:
    """Return whether of several forms of one thing (ECMA-376-3) this one is read: the first."""
    return child is next((one for one in alternatives if isinstance(one.tag, str)), None)


def _placeholder(shape: etree._Element) -> str:
    """Return what a shape holds the place for ("title", "body", …), "" for a shape of its own."""
    found = next(shape.iter(f"{_P}ph"), None)
    return "" if found is None else found.get("type", "obj")


def _paragraphs(root: etree._Element) -> list[str]:
    """Return the paragraphs with words below an element; struck-out words are marked."""
    found = ("".join(_runs(paragraph)) for paragraph in root.iter(f"{_A}p"))
    return [line.strip() for line in found if line.strip()]


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for run in _inner(paragraph):
        if run.tag == f"{_A}br":
            yield " "
        elif run.tag in (f"{_A}r", f"{_A}fld"):
            words = " ".join(re.split(r"[\s\v]+", run.findtext(f"{_A}t") or ""))
            properties = run.find(f"{_A}rPr")
            is_struck = properties is not None and properties.get("strike") in _STRUCK
            yield struck(words) if is_struck else words


def _inner(paragraph: etree._Element) -> Iterable[etree._Element]:
    return (child for child in paragraph if isinstance(child.tag, str))
