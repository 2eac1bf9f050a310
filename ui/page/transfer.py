"""Claims and words on their way: copy, cut, paste, drag. Evidence goes along with a claim taken whole."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from briefing import edits, inline
from briefing.edits import Caret, ClaimPiece
from briefing.model import Brief, Claim, Judgement, new_id
from briefing.rows import NEW_KIND, WRITTEN, Row, row_words
from briefing.session import NewStep
from briefing.text import normalise
from ui.page import clipboard
from ui.page.ops import act, clear_selection, end_of, erase_selection
from ui.page.page_text import PageText
from ui.page.row_blocks import read_runs
from ui.page.row_text import OWN
from ui.translated import tr


def selected_pieces(page: PageText) -> tuple[ClaimPiece, ...]:
    """Return the selected rows as pieces; a row taken whole brings its evidence."""
    start, end = page.selection()
    first, last = page.index_of(start.row), page.index_of(end.row)
    pieces = []
    for i in range(first, last + 1):
        row = page.rows[i]
        if row.kind == "heading":
            continue
        runs = read_runs(page.document().findBlockByNumber(i)) if row.node is not None else ()
        if row.kind == "title":
            runs = (inline.Run(page.document().findBlockByNumber(i).text()),)
        low = start.offset if i == first else 0
        high = end.offset if i == last else None
        part = inline.cut(runs, low, high)
        whole = inline.text_of(part).strip() == inline.text_of(runs).strip()
        claim = row.node if isinstance(row.node, Claim) and whole else None
        pieces.append(ClaimPiece(part, claim.evidence if claim else (), claim.kind if claim else ""))
    return tuple(p for p in pieces if p.runs)


def copied(page: PageText) -> QMimeData:
    """Return the selection for the clipboard: our own form, and plain text."""
    pieces = selected_pieces(page)
    data = QMimeData()
    data.setText("\n".join(inline.text_of(p.runs) for p in pieces))
    data.setData(clipboard.MIME, clipboard.pack(page.desk.brief.id, pieces))
    return data


def cut(page: PageText) -> None:
    """Cut: copy, then erase; a claim taken whole goes with its row."""
    if page.isReadOnly() or not page.textCursor().hasSelection():
        return
    page.flush()
    QApplication.clipboard().setMimeData(copied(page))
    start, end = page.selection()
    row = page.rows[page.index_of(start.row)]
    if (
        start.row == end.row
        and isinstance(row.node, Claim)
        and start.offset == 0
        and end.offset == len(row_words(row))
    ):
        i = page.index_of(row.id)
        above = end_of(page.rows[i - 1]) if i else None
        act(page, above, tr("Cut"), edits.remove_item, row.id)
        return
    erase_selection(page)


def paste(page: PageText, source: QMimeData) -> None:
    """Paste pieces of ours, or plain text, a line a claim. Markup is never read."""
    if page.isReadOnly():
        return
    brief, lost = page.desk.brief, 0
    pieces: tuple[ClaimPiece, ...] = ()
    if source.hasFormat(clipboard.MIME):
        data = bytes(source.data(clipboard.MIME).data())
        pieces, lost = clipboard.unpack(data, brief.id, frozenset(s.id for s in brief.sources))
    pieces = pieces or clipboard.pieces_of_text(normalise(source.text()))
    if pieces:
        insert_pieces(page, pieces)
    if lost:
        page.desk.refused.emit(
            tr("{n} quotes stayed behind: their articles are not in this brief.").format(n=lost),
            tr("Add the articles here and link them again."),
        )


def insert_pieces(page: PageText, pieces: tuple[ClaimPiece, ...]) -> None:
    """Put pieces in at the caret."""
    if page.textCursor().hasSelection() and not clear_selection(page, tr("Paste"), "paste"):
        return
    caret = page.caret()
    row = page.rows[page.index_of(caret.row)] if caret else None
    if caret is None or row is None or not row.editable:
        return
    if row.kind in ("title", "actor"):
        _type_in(page, " ".join(inline.text_of(p.runs) for p in pieces))
        return
    if row.kind == "blank":
        _paste_into_blank(page, row, pieces)
        return
    if not page.flush():
        return
    ids = [new_id("j" if row.kind == "judgement" else "c") for _ in pieces[1:]]
    last = len(inline.text_of(pieces[-1].runs))
    focus = Caret(ids[-1], last) if ids else Caret(row.id, caret.offset + last)
    act(page, focus, NewStep(tr("Paste"), join="paste"), edits.insert, caret, pieces, ids)
    page.desk.session.end_joining()


def _type_in(page: PageText, words: str) -> None:
    cursor = page.textCursor()
    cursor.insertText(words, cursor.charFormat())


def _paste_into_blank(page: PageText, row: Row, pieces: tuple[ClaimPiece, ...]) -> None:
    section = next(s for s in page.desk.brief.sections if s.id == row.holder)
    if section.kind == "actors":
        cursor = QTextCursor(page.block_of(row.id))
        cursor.insertText(inline.text_of(pieces[0].runs))
        page.flush()
        return
    kind = NEW_KIND.get(section.kind, "reported")
    first_id = new_id("j" if section.kind == "outlook" else "c")
    ids = [new_id(first_id[0]) for _ in pieces[1:]]

    def edit(brief: Brief) -> Brief:
        if section.kind == "outlook":
            brief = edits.add_judgement(brief, section.id, Judgement(first_id))
        else:
            brief = edits.add_claim(brief, section.id, Claim(first_id, kind=kind))
        return edits.insert(brief, Caret(first_id, 0), pieces, ids)

    last = ids[-1] if ids else first_id
    act(page, Caret(last, len(inline.text_of(pieces[-1].runs))), tr("Paste"), edit)


def source_ids(page: PageText) -> frozenset[str]:
    """Return the ids of the brief's sources."""
    return frozenset(s.id for s in page.desk.brief.sources)


def whole_claim(page: PageText) -> str:
    """Return the id of the one claim, judgement or figure whose words are selected whole, or ""."""
    start, end = page.selection()
    row = page.rows[page.index_of(start.row)]
    whole = start.row == end.row and start.offset == 0 and end.offset >= len(row_words(row)) > 0
    return row.id if whole and row.kind in WRITTEN else ""


def place_for(page: PageText, target: Caret) -> tuple[str, str] | None:
    """Return the holder and the item before the place of a claim dropped at `target`; None for no place."""
    row = page.rows[page.index_of(target.row)]
    if row.kind == "actor":
        return row.id, "^"
    if row.kind in WRITTEN:
        return row.holder, row.id if target.offset else _before(page, row)
    return (row.holder, "^") if row.kind in ("heading", "blank") else None


def move_claim(page: PageText, item_id: str, target: Caret) -> None:
    """Move a claim, evidence and all, to the place of another row."""
    place = place_for(page, target)
    if place is not None:
        act(page, Caret(item_id, 0), tr("Move"), edits.move_item, item_id, *place)


def _before(page: PageText, row: Row) -> str:
    above = page.rows[page.index_of(row.id) - 1]
    return above.id if above.holder == row.holder and above.kind in WRITTEN else "^"


def move_words(page: PageText, pieces: tuple[ClaimPiece, ...], target: Caret) -> None:
    """Move selected words elsewhere: put in first, then erased where they were, as one step each."""
    start, end = page.selection()
    order = (page.index_of(target.row), target.offset) > (page.index_of(end.row), end.offset)
    if order:
        page.set_caret(target)
        insert_pieces(page, pieces)
        if page.flush():
            page.desk.do(NewStep(tr("Move"), origin=OWN), edits.erase, start, end)
    elif erase_selection(page):
        page.set_caret(target)
        insert_pieces(page, pieces)
