"""How the words typed in a row become an edit of the brief."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtGui import QTextBlock

from briefing import edits, inline
from briefing.edits import Caret
from briefing.model import Actor, Brief, Claim, Judgement, new_id
from briefing.rows import NEW_KIND, WRITTEN, Row
from briefing.session import NewStep
from ui.desk import TYPING
from ui.page.row_blocks import read_runs
from ui.page.row_text import RowText
from ui.translated import tr

P = ParamSpec("P")
_SENTENCE_ENDS = (".", "!", "?", "…", "؟", "。")


def commit_row(page: RowText, row_id: str, *, ends_step: bool) -> bool:
    """Give a row's typed words to the brief; return False when they could not be written.

    What is typed after a sentence's end, or with `ends_step` anything after, is another step to undo.
    """
    i = page.index_of(row_id)
    if i < 0:
        return True
    row, block = page.rows[i], page.document().findBlockByNumber(i)
    words = inline.one_line(block.text())
    if row.kind == "blank":
        return not words.strip() or _begin(page, i, row, block)
    if row.kind == "title":
        ok = _type(page, row_id, edits.set_field, "brief", "title", words)
    elif row.kind == "actor":
        ok = _type(page, row_id, edits.set_actor_line, row_id, words)
    elif row.kind in WRITTEN:
        ok = _type(page, row_id, edits.set_text, row_id, inline.write(read_runs(block)))
    else:
        return True
    if ends_step or words.endswith(_SENTENCE_ENDS):
        page.desk.session.end_joining()
    return ok


def _type(
    page: RowText,
    row_id: str,
    edit: Callable[Concatenate[Brief, P], Brief],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> bool:
    return page.desk.do(NewStep(tr("Typing"), TYPING, f"type:{row_id}"), edit, *args, **kwargs)


def _begin(page: RowText, i: int, row: Row, block: QTextBlock) -> bool:
    """The first words in an empty section: they become its first claim, judgement or actor."""
    text = inline.write(read_runs(block))
    section = next(s for s in page.desk.brief.sections if s.id == row.holder)
    if section.kind == "actors":
        return _begin_actor(page, row, inline.plain(text))
    if section.kind == "outlook":
        judgement = Judgement(new_id("j"), text)
        page.rows[i] = Row("judgement", judgement.id, section.id, judgement)
        done = _type(page, judgement.id, edits.add_judgement, section.id, judgement)
    else:
        claim = Claim(new_id("c"), text, NEW_KIND.get(section.kind, "reported"))
        page.rows[i] = Row("claim", claim.id, section.id, claim)
        done = _type(page, claim.id, edits.add_claim, section.id, claim)
    if not done:
        page.rows[i] = row
    return done


def _begin_actor(page: RowText, row: Row, line: str) -> bool:
    actor = Actor(new_id("a"))
    caret = page.caret()
    if not _type(page, actor.id, _first_actor, actor, line):
        return False
    if caret is not None and caret.row == row.id:
        page.set_caret(Caret(actor.id, caret.offset))
    return True


def _first_actor(brief: Brief, actor: Actor, line: str) -> Brief:
    return edits.set_actor_line(edits.add_actor(brief, actor), actor.id, line)
