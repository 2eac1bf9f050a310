"""A brief in a template of the house: what stays the template's, and what is put in."""

from __future__ import annotations

import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from briefing.errors import BadInput
from briefing.exporting.blocks import Front, Outline
from briefing.exporting.format_helpers import counted
from briefing.exporting.word import (
    base,
    brief_place,
    page_marking,
    style_merging,
    template,
    template_leftovers,
    unclaimed_lines,
    word_styles,
)
from briefing.exporting.word.body import TextFrame
from briefing.exporting.word.elements import VAL, Element, W, sub
from briefing.exporting.word.layouts import layout_of
from briefing.exporting.word.style_cascade import Cascade
from briefing.exporting.word.style_fitting import Fitting
from briefing.exporting.word.template_colours import Palette
from briefing.exporting.word.word_notes import Notes

# Content controls that a template may have for the facts of a brief: their tag, and the fact's label.
_FIELDS = {
    "title": "title", "audience": "Prepared for", "author": "Prepared by", "as-of": "As of",
    "cut-off": "Information cut-off", "edition": "Edition", "marking": "marking",
}  # fmt: skip
_ENTRY = re.compile(r"source_\d+", re.IGNORECASE)
_NARROWEST = 2000
# Styles in which a house may have capitals: they are no sentences.
_SET_APART = (
    "Title", "Heading1", "Heading2", "LeadHeading", "TOCHeading", "TOC1", "TOC2", "TableHead", "FactLabel",
    "Header", "Footer",
)  # fmt: skip
_OFF = ("0", "false", "off")


class House:
    """One template, opened for one export. `remarks` is what the person who exports should know."""

    def __init__(self, outline: Outline) -> None:
        name = outline.options.template
        self.outline = outline
        self.document, dropped = template.opened(template.read(name))
        self.remarks = list(dropped)
        body = self.document.element.body
        if not list(body.iter(f"{W}sectPr")):
            sub(body, "sectPr")
            base.page(self.document.sections[-1], outline.options.page)
        elif layout_of(name) is not None:
            for section in self.document.sections:
                base.resize(section, outline.options.page)
        _forget(body)
        if outline.threads and _drop_comments(self.document):
            self.remarks.append(
                "Comments of the template were left out: the brief's remarks leave as comments."
            )
        self.brought = unclaimed_lines.of_template(self.document)
        values = _values(outline.front)
        roots = (body, *page_marking.holders(self.document))
        shown = {tag for root in roots for tag in _filled(root, values)}
        marked = brief_place.marked(body)
        twice = template_leftovers.fill_bound(roots, outline.front) and "title" not in shown
        if not marked and any(brief_place.marked(root) for root in roots[1:]):
            self.remarks.append(
                "The template's place for the brief is in a header or footer, where no text of pages can "
                "stand. The brief stands at the end of the template's text; take the mark out of the header "
                "or footer."
            )
        self.place = brief_place.find(body)
        if box := self.place.leave_boxes():
            self.remarks.append(
                f"The template's place for the brief is in a {box}. The brief stands below that {box}: it "
                f"must run over pages, hold notes, and come back from a review."
            )
        self.remarks += template.left_standing(self.document)
        self.remarks += template_leftovers.remarks(
            body, roots[1:], self.place, values.values(), marked=marked, twice=twice
        )
        self._wide = _width(self.place)
        self._numbers = _numbered(self.place.passed(f"{W}pStyle"), Cascade(self.document.styles.element))
        self.shown = frozenset(_FIELDS[tag] for tag in shown)
        base.set_properties(self.document, outline)
        self._inserted: list[Element] = []

    def frame(self) -> TextFrame:
        """Return the width there is, ids that are free, and the facts that the template shows."""
        body = self.document.element.body
        ids = [b.get(f"{W}id", "") for b in body.iter(f"{W}bookmarkStart")]
        ids += [i.get(VAL, "") for i in body.iter(f"{W}id") if i.getparent().tag == f"{W}sdtPr"]
        taken = [int(i) for i in ids if i.lstrip("-").isdigit() and abs(int(i)) < 2**30]
        return TextFrame(self._wide, max([1000, *taken]) + 1, self.shown)

    def notes_before(self, notes: Notes) -> int:
        """Return how many numbered notes of the template a reader meets before the brief."""
        found = self.place.passed(f"{W}{notes.kind.tag}Reference") if notes.foreign else []
        before = sum(each.get(f"{W}customMarkFollows", "0") in _OFF for each in found)
        if before:
            self.remarks.append(
                f"The template has {counted(before, 'note')} before the brief: note 1 of the brief is note "
                f"{before + 1} in this file, in its text and its lists too."
            )
        return before

    def insert(self, root: Element) -> None:
        """Put the filled body in its place."""
        self._inserted = list(root)
        self.place.insert(self._inserted)

    def finish(self, notes: Notes | None) -> None:
        """Add the marking, and fit all that is ours to the styles and lists of the template."""
        elements = list(self._inserted)
        if base.is_labelled(self.outline):
            elements += page_marking.add_banners(
                self.document, lambda made: base.write_labels(made, self.outline)
            )
        if notes is not None:
            elements += notes.ours()
            notes.arrange(self.document.element.body)
        comments = self._comments()
        palette = Palette(self.document)
        mapping = style_merging.merge(
            self.document, elements + comments, base.language_of(self.outline), palette
        )
        mapping.apply(elements + comments)
        self._fit(mapping, palette, elements + comments)
        if comments:
            self._write_comments(comments[0])

    def _fit(self, mapping: style_merging.Mapping, palette: Palette, elements: list[Element]) -> None:
        headings = mapping.ids("Heading1", "Heading2")
        numbered = headings if self._numbers & headings else frozenset()
        if numbered:
            self.remarks.append(
                "The template has numbered headings before the brief; the brief's headings stand without "
                "numbers."
            )
        fitting = Fitting(
            self.document,
            palette,
            self._wide,
            headings=mapping.ids(*_SET_APART),
            accented=mapping.ids("Title", "Heading1", "LeadHeading", "TOCHeading", "Hyperlink"),
            unnumbered=numbered,
            ours=mapping.added,
        )
        fitting.fit(elements)
        remarks_of_fit = fitting.remarks()
        self.remarks += (
            remarks_of_fit if fitting.faint or not mapping.remark else [mapping.remark, *remarks_of_fit]
        )

    def _comments(self) -> list[Element]:
        part = self._comments_part()
        return [etree.fromstring(part.blob)] if part is not None else []

    def _write_comments(self, root: Element) -> None:
        part = self._comments_part()
        part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def _comments_part(self) -> Any:
        """Return the part of the comments where it is one that was written for this brief."""
        if not self.outline.threads:
            return None
        for relation in self.document.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.COMMENTS and hasattr(relation.target_part, "_blob"):
                return relation.target_part if relation.target_part._blob else None
        return None


def _numbered(found: list[Element], cascade: Cascade) -> frozenset[str]:
    """Return, of styles that paragraphs have, those that number them."""
    styles_of = {style.get(VAL, "") for style in found}
    numbers = {ident: cascade.find(ident, "", "pPr/numPr/numId") for ident in styles_of}
    return frozenset(i for i, number in numbers.items() if number is not None and number.get(VAL) != "0")


def _values(front: Front) -> dict[str, str]:
    facts = dict(front.facts)
    own = {"title": front.title, "marking": front.marking, "edition": str(front.edition)}
    return {tag: own.get(tag) or facts.get(label, "") for tag, label in _FIELDS.items()}


def _filled(root: Element, values: dict[str, str]) -> list[str]:
    """Fill the controls for facts and take them off their words, which are fixed now; return their tags.

    What reads a reviewed file takes a tagged control for a statement.
    """
    found = []
    for control in list(root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        tag = properties.find(f"{W}tag") if properties is not None else None
        name = tag.get(VAL, "").strip().casefold() if tag is not None else ""
        if name not in values or content is None:
            continue
        found.append(name)
        template_leftovers.say(content, values[name] or "–")
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)
    return found


def _drop_comments(document: Any) -> bool:
    rels = document.part.rels
    gone = [i for i, r in rels.items() if r.reltype.rsplit("/", 1)[-1].startswith("comments")]
    for ident in gone:
        del rels[ident]
    body = document.element.body
    for mark in list(body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        mark.getparent().remove(mark)
    return bool(gone)


def _forget(body: Element) -> None:
    """Refuse what is itself an export, and take out bookmarks that ours would meet."""
    ids = set()
    for mark in list(body.iter(f"{W}bookmarkStart")):
        name = mark.get(f"{W}name", "")
        if name.startswith("claim_"):
            raise BadInput(
                "The template cannot be used: it is a brief that was exported.",
                "Choose the template of your house, or take the brief's text out of a copy.",
            )
        if _ENTRY.fullmatch(name):
            ids.add(mark.get(f"{W}id"))
            mark.getparent().remove(mark)
    for mark in list(body.iter(f"{W}bookmarkEnd")):
        if mark.get(f"{W}id") in ids:
            mark.getparent().remove(mark)


def _width(at: brief_place.WordPlace) -> int:
    """Return how wide the text is at a place, in twentieths of a point."""
    section = at.section()
    size = section.find(f"{W}pgSz") if section is not None else None
    margins = section.find(f"{W}pgMar") if section is not None else None
    if section is None or size is None or margins is None:
        return word_styles.TEXT_WIDTH
    width = _number(size.get(f"{W}w"), 11906)
    width -= sum(_number(margins.get(f"{W}{side}"), 1276) for side in ("left", "right", "gutter"))
    columns = section.find(f"{W}cols")
    if columns is not None and (many := _number(columns.get(f"{W}num"), 1)) > 1:
        width = (width - (many - 1) * _number(columns.get(f"{W}space"), 720)) // many
    return max(_NARROWEST, width)


def _number(value: str | None, default: int) -> int:
    try:
        return int(float(value or ""))
    except ValueError:
        return 0 if value is None and default == 1276 else default
