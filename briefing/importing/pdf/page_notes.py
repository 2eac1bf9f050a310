"""What annotations add to a PDF page (ISO 32000-1, 12.5): values of form fields, notes, words struck out."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.common.cleaning import clean
from briefing.importing.common.struck_out import unmarked
from briefing.importing.pdf.page_characters import Box
from briefing.importing.pdf.page_line import PageLine
from briefing.text import normalise

_MOST = 2_000  # annotations of one page
_MOST_AREAS = 500  # struck areas of one page
_LONGEST = 20_000  # UTF-16 units of one value or note
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_TICKED = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_VALUED = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_TICK = "☒"
_NEAR = 0.6  # of a line's height that a field may stand above or below it


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a form field holds, or "☒" where it is ticked; its name, and its place in points."""

    words: str
    name: str
    box: Box


@dataclass(slots=True)
class PageNotes:
    """The annotations of a page that hold words. `notes` are lines to stand below the text; `fields` counts
    form fields, empty ones too.
    """

    values: list[FieldValue] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    struck: list[Box] = field(default_factory=list)
    fields: int = 0

    @classmethod
    def of(cls, page: Any, form: Any, number: int) -> PageNotes:
        """Return those of a page; `form` is pdfium's handle of the file's form, None where it has none."""
        found = cls()
        for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
            annotation = raw.FPDFPage_GetAnnot(page, at)
            if annotation:
                if not raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
                    found._take(annotation, form, number)
                raw.FPDFPage_CloseAnnot(annotation)
        return found

    def _take(self, annotation: Any, form: Any, number: int) -> None:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == raw.FPDF_ANNOT_WIDGET:
            self.fields += 1
            self._value(annotation, form)
        elif kind == raw.FPDF_ANNOT_STRIKEOUT and len(self.struck) < _MOST_AREAS:
            self.struck += _areas(annotation)
        elif kind in (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_TEXT):
            words = _words(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
            writer = clean(_words(raw.FPDFAnnot_GetStringValue, annotation, b"T"))
            if words and kind == raw.FPDF_ANNOT_TEXT:
                self.notes.append(f"Comment by {writer or 'an unnamed reader'} on page {number}: {words}")
            elif words:
                self.notes.append(f"Note on page {number}: {words}")

    def _value(self, annotation: Any, form: Any) -> None:
        kind = -1 if form is None else raw.FPDFAnnot_GetFormFieldType(form, annotation)
        words, name = _of_no_form(annotation) if kind < 0 else _of_form(annotation, form, kind)
        rect = raw.FS_RECTF()
        if words and raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            low, high = sorted((rect.bottom, rect.top))
            self.values.append(FieldValue(words, name, (rect.left, low, rect.right, high)))

    def fill_in(self, lines: list[PageLine]) -> Iterator[str]:
        """Put the values of fields into the lines of words that stand before them, and ticks before the words
        behind them; yield those that no line stands beside.
        """
        for value in self.values:
            left, bottom, right, top = value.box
            level = [
                line for line in lines
                if not line.aside and line.text
                and bottom - _NEAR * line.size < line.base + 0.3 * line.size < top + _NEAR * line.size
            ]  # fmt: skip
            if value.words == _TICK:
                behind = [line for line in level if line.left > left]
                if behind:
                    label = min(behind, key=lambda line: line.left)
                    label.text, label.row = f"{_TICK} {label.text}", True
                    continue
            before = [line for line in level if line.left < left and "\n" not in value.words]
            if before:
                label = max(before, key=lambda line: line.left)
                label.text, label.right = f"{label.text} {value.words}", max(label.right, right)
                label.row = True  # a line of its own
            else:
                yield f"{value.name}: {value.words}" if value.name else value.words


def _of_form(annotation: Any, form: Any, kind: int) -> tuple[str, str]:
    """Return the value and the name of a form's field."""
    name = _words(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation)
    name = clean(name or _words(raw.FPDFAnnot_GetFormFieldName, form, annotation))
    if kind in _TICKED:
        return _TICK if raw.FPDFAnnot_IsChecked(form, annotation) else "", name
    return _words(raw.FPDFAnnot_GetFormFieldValue, form, annotation) if kind in _VALUED else "", name


def _of_no_form(annotation: Any) -> tuple[str, str]:
    """Return the value and the name of a field in a file that lists no fields."""
    keys = (b"V", b"T", b"FT", b"AS")
    stated = {key: _words(raw.FPDFAnnot_GetStringValue, annotation, key) for key in keys}
    if stated[b"FT"] == "Btn":
        return _TICK if stated[b"AS"] not in ("", "Off") else "", clean(stated[b"T"])
    return stated[b"V"], clean(stated[b"T"])


def _areas(annotation: Any) -> list[Box]:
    found: list[Box] = []
    quad = raw.FS_QUADPOINTSF()
    for at in range(min(raw.FPDFAnnot_CountAttachmentPoints(annotation), _MOST_AREAS)):
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, at, ctypes.byref(quad)):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            found.append((min(across), min(up), max(across), max(up)))
    return found


def _words(ask: Callable[..., int], *of: Any) -> str:
    """Return a string that pdfium gives in UTF-16, without what a text cannot hold; "" for none."""
    size = ask(*of, None, 0)
    if not 2 < size <= 2 * _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(*of, buffer, size)
    words = bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
    return unmarked(normalise(words)).replace("\t", " ").strip()
