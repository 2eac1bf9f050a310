"""What the page does to the brief. Each act flushes the typing, makes one edit, and places the caret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Concatenate, ParamSpec

from briefing import edits
from briefing.edits import Caret
from briefing.model import Actor, Brief, Claim, new_id
from briefing.rows import Row, row_words
from briefing.session import NewStep
from ui.page import selecting
from ui.page.page_text import PageText
from ui.page.row_text import OWN
from ui.translated import tr

P = ParamSpec("P")


def act(
    page: PageText,
    focus: Caret | None,
    step: str | NewStep,
    edit: Callable[Concatenate[Brief, P], Brief],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> bool:
    """Make one edit of the page's own and put the caret at `focus`; return False when it was refused."""
    done = page.desk.do(replace(NewStep.of(step), origin=OWN), edit, *args, **kwargs)
    if done and focus is not None:
        page.set_caret(focus)
    return done


def within_one_row(page: PageText) -> bool:
    """Return whether the selection lies in one row that takes words."""
    start, end = page.selection()
    return start.row == end.row and page.rows[page.index_of(start.row)].editable


def make_room_for_typing(page: PageText) -> bool:
    """Before words are typed: clear a selection over several rows. False when the words must not go in."""
    selecting.tidy(page)
    if page.textCursor().hasSelection() and not within_one_row(page):
        return clear_selection(page, tr("Typing"), f"type:{page.selection()[0].row}")
    return page.rows[page.textCursor().blockNumber()].editable


def clear_selection(page: PageText, label: str, join: str) -> bool:
    """Take the selected words out, so that others can be written in their place; return False when refused.

    What is written there joins it to one step by `join`. The first claim keeps its quotes and its line,
    whatever the way the other words come.
    """
    if not page.flush():
        return False
    start, end = page.selection()
    page.desk.session.end_joining()
    done = page.desk.do(NewStep(label, origin=OWN, join=join), edits.clear, start, end)
    if done:
        page.set_caret(start)
    return done


def enter(page: PageText) -> None:
    """Enter: the next claim, judgement, statement or actor, as the row asks for."""
    if page.textCursor().hasSelection() and not clear_selection(page, tr("New line"), "enter"):
        return
    if not page.flush():
        return
    caret = page.caret()
    if caret is None:
        return
    row = page.rows[page.index_of(caret.row)]
    if row.kind == "title" or row.kind == "heading":
        _next_row(page, row)
    elif row.kind == "actor":
        fresh = Claim(new_id("c"))
        page.fresh.begun(fresh.id)
        act(page, Caret(fresh.id, 0), tr("New statement"), edits.add_statement, row.id, fresh, "^")
    elif row.kind == "blank":
        _next_row(page, row)
    elif row.depth and not row_words(row):
        _outdent(page, row)
    else:
        fresh_id = new_id("j" if row.kind == "judgement" else "c")
        words = row_words(row)
        at_start = bool(words.strip()) and not words[: caret.offset].strip()
        focus = Caret(row.id if at_start else fresh_id, 0)
        page.fresh.begun(fresh_id)
        act(page, focus, tr("New line"), edits.split, caret, fresh_id)


def _next_row(page: PageText, row: Row) -> None:
    for later in page.rows[page.index_of(row.id) + 1 :]:
        if later.editable:
            page.set_caret(Caret(later.id, 0))
            return


def _outdent(page: PageText, row: Row) -> None:
    """Enter on an empty statement: the next actor, as a list ends with an empty line."""
    fresh = Actor(new_id("a"))

    def edit(brief: Brief) -> Brief:
        return edits.add_actor(edits.remove_item(brief, row.id), fresh, row.holder)

    page.fresh.begun(fresh.id)
    act(page, Caret(fresh.id, 0), tr("New actor"), edit)


def join_previous(page: PageText) -> None:
    """Backspace at the start of a row."""
    if not page.flush():
        return
    i = page.textCursor().blockNumber()
    row = page.rows[i]
    above = page.rows[i - 1] if i else None
    items = row.kind in ("claim", "judgement")
    if items and above is not None and (above.kind, above.holder) == (row.kind, row.holder):
        focus = Caret(above.id, len(row_words(above)))
        act(page, focus, tr("Join lines"), edits.join, above.id, row.id)
        return
    if row.kind in ("claim", "judgement") and not row_words(row):
        act(page, end_of(above), tr("Remove line"), edits.remove_item, row.id)
    elif isinstance(row.node, Actor) and not row_words(row) and not row.node.statements:
        act(page, end_of(above), tr("Remove actor"), edits.remove_actor, row.id)
    elif above is not None and above.editable:
        page.set_caret(end_of(above))


def end_of(row: Row | None) -> Caret | None:
    """Return the caret after a row's last word; None where no caret may stand."""
    return Caret(row.id, len(row_words(row))) if row is not None and row.editable else None


def join_next(page: PageText) -> None:
    """Delete at the end of a row."""
    if not page.flush():
        return
    i = page.textCursor().blockNumber()
    if i + 1 >= len(page.rows):
        return
    row, below = page.rows[i], page.rows[i + 1]
    if row.kind == below.kind and row.holder == below.holder and row.kind in ("claim", "judgement"):
        focus = Caret(row.id, len(row_words(row)))
        if not row_words(row):
            focus = Caret(below.id, 0)
        act(page, focus, tr("Join lines"), edits.join, row.id, below.id)


def erase_selection(page: PageText) -> bool:
    """Erase the selected words, over several rows if need be."""
    if not page.flush():
        return False
    start, end = page.selection()
    if start == end:
        return True
    done = page.desk.do(NewStep(tr("Erase"), origin=OWN), edits.erase, start, end)
    if done:
        left = start if page.index_of(start.row) >= 0 else Caret(end.row, 0)
        page.set_caret(left)
    return done


def to_section(page: PageText, step: int) -> None:
    """Tab: the first row of the next section; Shift+Tab: of the one before."""
    starts = [i + 1 for i, row in enumerate(page.rows) if row.kind == "heading" and i + 1 < len(page.rows)]
    here = page.textCursor().blockNumber()
    ahead = [i for i in starts if i > here] if step > 0 else [i for i in reversed(starts) if i < here]
    target = page.rows[ahead[0]] if ahead else page.rows[0]
    if target.editable:
        page.set_caret(Caret(target.id, len(row_words(target))))
