"""What the page does to the brief. Each act flushes the typing, makes one edit, and places the caret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication

from briefing import edits, inline
from briefing.edits import Caret
from briefing.model import Actor, Brief, Claim, Judgement, new_id
from briefing.rows import NEW_KIND, Row, row_words
from briefing.session import NewStep
from ui.desk import TYPING
from ui.page import selecting
from ui.page.blocks import read_runs

if TYPE_CHECKING:
    from ui.page.view import PageView

OWN = "page"
P = ParamSpec("P")
_SENTENCE_ENDS = (".", "!", "?", "…", "؟", "。")


def tr(text: str) -> str:
    """Return a text of the page in the language of the window."""
    return QCoreApplication.translate("page", text)


def commit_row(view: PageView, row_id: str) -> bool:
    """Give a row's typed words to the brief; False when they could not be written."""
    i = view.index_of(row_id)
    if i < 0:
        return True
    row, block = view.rows[i], view.document().findBlockByNumber(i)
    words = inline.one_line(block.text())
    seal = view.count_flush() or words.endswith(_SENTENCE_ENDS)
    if row.kind == "blank":
        return not words.strip() or _begin(view, i, row)
    if row.kind == "title":
        ok = _type(view, row_id, edits.set_field, "brief", "title", words)
    elif row.kind == "actor":
        ok = _type(view, row_id, edits.set_actor_line, row_id, words)
    elif row.kind in ("claim", "judgement"):
        ok = _type(view, row_id, edits.set_text, row_id, inline.write(read_runs(block)))
    else:
        return True
    if seal:
        view.desk.session.seal()
    return ok


def _type(
    view: PageView,
    row_id: str,
    edit: Callable[Concatenate[Brief, P], Brief],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> bool:
    return view.desk.do(NewStep(tr("Typing"), TYPING, f"type:{row_id}"), edit, *args, **kwargs)


def _begin(view: PageView, i: int, row: Row) -> bool:
    """The first words in an empty section: they become its first claim, judgement or actor."""
    block = view.document().findBlockByNumber(i)
    text = inline.write(read_runs(block))
    section = next(s for s in view.desk.brief.sections if s.id == row.holder)
    fresh: Claim | Judgement | Actor
    if section.kind == "actors":
        fresh = Actor(new_id("a"))
        caret = view.caret()
        if not _type(view, fresh.id, _first_actor, fresh, inline.plain(text)):
            return False
        if caret is not None and caret.row == row.id:
            view.set_caret(Caret(fresh.id, caret.offset))
        return True
    if section.kind == "outlook":
        fresh = Judgement(new_id("j"), text)
        view.rows[i] = Row("judgement", fresh.id, section.id, fresh)
        done = _type(view, fresh.id, edits.add_judgement, section.id, fresh)
    else:
        fresh = Claim(new_id("c"), text, NEW_KIND.get(section.kind, "reported"))
        view.rows[i] = Row("claim", fresh.id, section.id, fresh)
        done = _type(view, fresh.id, edits.add_claim, section.id, fresh)
    if not done:
        view.rows[i] = row
    return done


def _first_actor(brief: Brief, actor: Actor, line: str) -> Brief:
    return edits.set_actor_line(edits.add_actor(brief, actor), actor.id, line)


def act(
    view: PageView,
    focus: Caret | None,
    step: str | NewStep,
    edit: Callable[Concatenate[Brief, P], Brief],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> bool:
    """Make one edit of the page's own and put the caret at `focus`; return False when it was refused."""
    done = view.desk.do(replace(NewStep.of(step), origin=OWN), edit, *args, **kwargs)
    if done and focus is not None:
        view.set_caret(focus)
    return done


def within_one_row(view: PageView) -> bool:
    """Whether the selection lies in one row that takes words."""
    start, end = view.selection()
    return start.row == end.row and view.rows[view.index_of(start.row)].editable


def make_room_for_typing(view: PageView) -> bool:
    """Before words are typed: clear a selection over several rows. False when the words must not go in."""
    selecting.tidy(view)
    if view.textCursor().hasSelection() and not within_one_row(view):
        return clear_selection(view, tr("Typing"), f"type:{view.selection()[0].row}")
    return view.rows[view.textCursor().blockNumber()].editable


def clear_selection(view: PageView, label: str, join: str) -> bool:
    """Take the selected words so that others can be written in their place; they join it to one step by `join`.

    The first claim keeps its quotes and its line, whatever the way the other words come. False when it was refused.
    """
    if not view.flush():
        return False
    start, end = view.selection()
    view.desk.session.seal()
    done = view.desk.do(NewStep(label, origin=OWN, join=join), edits.clear, start, end)
    if done:
        view.set_caret(start)
    return done


def enter(view: PageView) -> None:
    """Enter: the next claim, judgement, statement or actor, as the row asks for."""
    if view.textCursor().hasSelection() and not clear_selection(view, tr("New line"), "enter"):
        return
    if not view.flush():
        return
    caret = view.caret()
    if caret is None:
        return
    row = view.rows[view.index_of(caret.row)]
    if row.kind == "title" or row.kind == "heading":
        _next_row(view, row)
    elif row.kind == "actor":
        fresh = Claim(new_id("c"))
        view.fresh.begun(fresh.id)
        act(view, Caret(fresh.id, 0), tr("New statement"), edits.add_statement, row.id, fresh, "^")
    elif row.kind == "blank":
        _next_row(view, row)
    elif row.depth and not row_words(row):
        _outdent(view, row)
    else:
        fresh_id = new_id("j" if row.kind == "judgement" else "c")
        words = row_words(row)
        at_start = bool(words.strip()) and not words[: caret.offset].strip()
        focus = Caret(row.id if at_start else fresh_id, 0)
        view.fresh.begun(fresh_id)
        act(view, focus, tr("New line"), edits.split, caret, fresh_id)


def _next_row(view: PageView, row: Row) -> None:
    for later in view.rows[view.index_of(row.id) + 1 :]:
        if later.editable:
            view.set_caret(Caret(later.id, 0))
            return


def _outdent(view: PageView, row: Row) -> None:
    """Enter on an empty statement: the next actor, as a list ends with an empty line."""
    fresh = Actor(new_id("a"))

    def edit(brief: Brief) -> Brief:
        return edits.add_actor(edits.remove_item(brief, row.id), fresh, row.holder)

    view.fresh.begun(fresh.id)
    act(view, Caret(fresh.id, 0), tr("New actor"), edit)


def join_previous(view: PageView) -> None:
    """Backspace at the start of a row."""
    if not view.flush():
        return
    i = view.textCursor().blockNumber()
    row = view.rows[i]
    above = view.rows[i - 1] if i else None
    items = row.kind in ("claim", "judgement")
    if items and above is not None and (above.kind, above.holder) == (row.kind, row.holder):
        focus = Caret(above.id, len(row_words(above)))
        act(view, focus, tr("Join lines"), edits.join, above.id, row.id)
        return
    if row.kind in ("claim", "judgement") and not row_words(row):
        act(view, end_of(above), tr("Remove line"), edits.remove_item, row.id)
    elif isinstance(row.node, Actor) and not row_words(row) and not row.node.statements:
        act(view, end_of(above), tr("Remove actor"), edits.remove_actor, row.id)
    elif above is not None and above.editable:
        view.set_caret(end_of(above))


def end_of(row: Row | None) -> Caret | None:
    """Return the caret after a row's last word; None where no caret may stand."""
    return Caret(row.id, len(row_words(row))) if row is not None and row.editable else None


def join_next(view: PageView) -> None:
    """Delete at the end of a row."""
    if not view.flush():
        return
    i = view.textCursor().blockNumber()
    if i + 1 >= len(view.rows):
        return
    row, below = view.rows[i], view.rows[i + 1]
    if row.kind == below.kind and row.holder == below.holder and row.kind in ("claim", "judgement"):
        focus = Caret(row.id, len(row_words(row)))
        if not row_words(row):
            focus = Caret(below.id, 0)
        act(view, focus, tr("Join lines"), edits.join, row.id, below.id)


def erase_selection(view: PageView) -> bool:
    """Erase the selected words, over several rows if need be."""
    if not view.flush():
        return False
    start, end = view.selection()
    if start == end:
        return True
    done = view.desk.do(NewStep(tr("Erase"), origin=OWN), edits.erase, start, end)
    if done:
        left = start if view.index_of(start.row) >= 0 else Caret(end.row, 0)
        view.set_caret(left)
    return done


def to_section(view: PageView, step: int) -> None:
    """Tab: the first row of the next section; Shift+Tab: of the one before."""
    starts = [i + 1 for i, row in enumerate(view.rows) if row.kind == "heading" and i + 1 < len(view.rows)]
    here = view.textCursor().blockNumber()
    ahead = [i for i in starts if i > here] if step > 0 else [i for i in reversed(starts) if i < here]
    target = view.rows[ahead[0]] if ahead else view.rows[0]
    if target.editable:
        view.set_caret(Caret(target.id, len(row_words(target))))
