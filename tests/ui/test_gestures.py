"""Every gesture acts on what it shows. A table: what hands do, what is shown before it acts, what it acted
on.

Keys go where the focus is and clicks where a thing stands, as hands do it; no test calls a handler by name.
What the page's selections take is in page/test_selecting.py, popups in page/test_chip_editor.py, lists in
test_row_list.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton

from briefing import edits, lookup
from briefing.errors import StorageError
from briefing.model import Claim
from tests.ui.gesture_bench import CONTROL, DAM, FERRY, Bench, Key, settle
from tests.ui.windows import app, window
from ui.window import Window

__all__ = ["app", "window"]


@dataclass(frozen=True)
class Gesture:
    """`do` makes the gesture and returns what was shown just before it acted, and what it acted on."""

    name: str
    do: Callable[[Bench], tuple[object, object]]


TABLE: list[Gesture] = []


def gesture(do: Callable[[Bench], tuple[object, object]]) -> Callable[[Bench], tuple[object, object]]:
    TABLE.append(Gesture(do.__name__.replace("_", " "), do))
    return do


# -- the page


@gesture
def a_menu_on_another_claim_is_for_that_claim(b: Bench) -> tuple[object, object]:
    before = b.claims()
    assert "brief.delete" in b.menu_at(b.two)
    shown = (b.target, [b.words(b.one), b.words(b.three)])
    b.act("brief.delete")
    return shown, (b.two, b.claims()) if b.claims() != before else None


@gesture
def a_menu_on_selected_words_is_for_them(b: Bench) -> tuple[object, object]:
    b.caret(b.two, 3)
    b.press(Key.Key_A, modifier=CONTROL)
    b.menu_at(b.two)
    return b.words(b.two), b.ws.page.textCursor().selectedText()


@gesture
def a_menu_on_a_heading_is_for_the_section(b: Bench) -> tuple[object, object]:
    section = b.section("situation").id
    b.caret(b.ws.page.rows[1].id if b.ws.page.rows[1].editable else b.ws.page.rows[2].id)
    idents = b.menu_at(section)
    assert "brief.delete" not in idents
    assert "brief.remove_section" in idents
    b.act("brief.remove_section")
    return section, next((section for s in [b.ws.desk.brief] if all(x.id != section for x in s.sections)), "")


@gesture
def letters_over_a_triple_click_change_that_claim_alone(b: Bench) -> tuple[object, object]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    viewport, at = b.ws.page.viewport(), b.place(b.one)
    b.click(viewport, at)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    shown = (b.ws.page.textCursor().selectedText(), b.target)
    assert shown == ("The ferry will restart on Sunday.", b.one)
    others = b.claims()[1:]
    b.type("New.")
    return ["New.", *others, FERRY], [*b.claims(), *b.quotes(b.one)]


@gesture
def undo_and_redo_put_the_target_where_they_acted(b: Bench) -> tuple[object, object]:
    b.caret(b.two, 3)
    b.type("X")
    b.ws.page.flush()
    b.caret(b.three)
    b.act("edit.undo")
    undone = b.target
    b.caret(b.three)
    b.act("edit.redo")
    return (b.two, b.two), (undone, b.target)


@gesture
def a_moved_claim_stays_the_target(b: Bench) -> tuple[object, object]:
    b.caret(b.one, 4)
    b.act("brief.move_down")
    b.quote(DAM)
    b.act("link.supports")
    return b.target, b.one if DAM in b.quotes(b.one) else b.two


@gesture
def a_line_begun_by_a_stray_click_is_gone_when_it_is_left(b: Bench) -> tuple[object, object]:
    before = b.claims()
    b.act("brief.new_claim")
    b.click(b.ws.page.viewport(), b.place(b.three))
    settle(20)
    return before, b.claims()


@gesture
def but_a_line_with_a_quote_stays(b: Bench) -> tuple[object, object]:
    b.act("brief.new_claim")
    begun = b.target
    b.quote(DAM)
    b.act("link.supports")
    b.click(b.ws.page.viewport(), b.place(b.three))
    settle(20)
    return [DAM], b.quotes(begun)


@gesture
def a_line_that_redo_still_needs_is_left_alone(b: Bench) -> tuple[object, object]:
    b.act("brief.new_claim")
    b.type("Words.")
    b.act("edit.undo")
    b.click(b.ws.page.viewport(), b.place(b.three))
    settle(20)
    b.act("edit.redo")
    return True, "Words." in b.claims()


@gesture
def all_asked_for_once_is_the_claim(b: Bench) -> tuple[object, object]:
    b.caret(b.two, 3)
    b.press(Key.Key_A, modifier=CONTROL)
    shown = b.ws.page.textCursor().selectedText()
    before = b.claims()
    b.type("X")
    return [before[0], before[1].replace(shown, "X"), before[2]], b.claims()


# -- quotes dragged


@gesture
def a_quote_dropped_goes_to_the_claim_that_lights_up(b: Bench) -> tuple[object, object]:
    data = b.quote(DAM)
    assert b.drag_over(b.two, data)
    shown = b.ws.page.drops.target_row
    b.drop_on(b.two, data)
    return shown, b.two if DAM in b.quotes(b.two) else ""


@gesture
def a_quote_over_a_judgement_lights_nothing_up_and_is_not_taken(b: Bench) -> tuple[object, object]:
    b.act("brief.new_judgement")
    b.type("It holds.")
    b.ws.page.flush()
    taken = b.drag_over(b.judgement(), b.quote(DAM))
    return ("", False), (b.ws.page.drops.target_row, taken)


@gesture
def a_quote_over_the_title_is_not_taken(b: Bench) -> tuple[object, object]:
    taken = b.drag_over("title", b.quote(DAM))
    return ("", False), (b.ws.page.drops.target_row, taken)


@gesture
def a_quote_dropped_on_a_heading_begins_its_section(b: Bench) -> tuple[object, object]:
    data, section = b.quote(DAM), b.section("situation").id
    assert b.drag_over(section, data)
    shown = b.ws.page.drops.target_row
    b.drop_on(section, data)
    return (shown, DAM), (section, b.claims()[0])


@gesture
def words_dragged_over_the_page_leave_the_target_where_it_is(b: Bench) -> tuple[object, object]:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("from elsewhere")
    before = b.target
    assert b.drag_over(b.three, data)
    assert b.ws.page.drops.line is not None
    assert not b.drag_over(b.section("situation").id, data)
    return before, b.target


# -- the reader


@gesture
def after_a_find_the_next_sentence_is_the_one_of_the_hit(b: Bench) -> tuple[object, object]:
    b.caret(b.two)
    b.act("view.reader")
    b.act("edit.find")
    b.type("upstream")
    b.press(Key.Key_Escape, Key.Key_J)
    shown = b.ws.reader.selection()
    assert shown is not None
    b.press(Key.Key_L)
    return [b.ws.reading.text[slice(*shown)]], b.quotes(b.two)


@gesture
def a_click_on_a_highlight_leaves_the_keys_in_the_article(b: Bench) -> tuple[object, object]:
    b.caret(b.two)
    article = b.ws.reader.article
    start = b.ws.reading.text.index("restart")
    article.reveal(start)
    cursor = article.textCursor()
    cursor.setPosition(article._display.position(start + 2))
    before = b.claims()
    b.click(article.viewport(), article.cursorRect(cursor).center())
    shown = b.target
    b.press(Key.Key_J, Key.Key_K)
    return (b.one, before, "article"), (shown, b.claims(), b.focus.objectName())


@gesture
def a_letter_that_is_no_command_in_an_article_writes_nothing_and_says_so(b: Bench) -> tuple[object, object]:
    before = b.claims()
    b.act("view.reader")
    b.type("xyz")
    return (before, True), (b.claims(), "does nothing" in b.window.said.text())


@gesture
def a_link_to_a_claim_out_of_sight_brings_it_into_sight(b: Bench) -> tuple[object, object]:
    for n in range(40):
        assert b.ws.desk.do("Add", edits.add_claim, "situation", Claim(f"more{n}", f"Line {n}."))
    b.caret(b.one)
    bar = b.ws.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    b.quote(DAM)
    b.act("link.supports")
    rect = b.ws.page.viewport().rect()
    return (True, True), (DAM in b.quotes(b.one), rect.contains(b.place(b.one)))


@gesture
def an_article_that_cannot_be_read_is_not_the_chosen_one(b: Bench) -> tuple[object, object]:
    text_of = b.ws.desk.text_of

    def fails(sha: str) -> str:
        if sha == b.prices.text_sha:
            raise StorageError("The text is gone.", "Open a backup.")
        return text_of(sha)

    b.ws.desk.text_of = fails  # type: ignore[method-assign]
    b.click_row(b.ws.sources.list, 1)
    b.ws.desk.text_of = text_of  # type: ignore[method-assign]
    return b.ws.sources.current(), b.ws.reading.source_id


@gesture
def after_an_article_is_removed_the_list_and_the_reader_show_one(b: Bench) -> tuple[object, object]:
    b.ws.sources.choose(b.prices.id)
    b.ws.desk.do("Remove", edits.remove_source, b.prices.id, True)
    return b.ws.sources.current(), b.ws.reading.source_id


@gesture
def and_when_undo_brings_it_again_too(b: Bench) -> tuple[object, object]:
    b.ws.desk.do("Remove", edits.remove_source, b.river.id, True)
    b.act("edit.undo")
    return b.ws.sources.current(), b.ws.reading.source_id


@gesture
def enter_in_the_search_waits_for_what_is_found_for_these_words(b: Bench) -> tuple[object, object]:
    b.act("edit.search")
    b.type("dam")
    b.found("dam")
    for _ in range(3):
        b.press(Key.Key_Backspace)
    b.type("bread")
    b.press(Key.Key_Return)  # the hits of “dam” are shown still
    b.found("bread")
    settle(20)
    span = b.ws.reader.selection()
    return "bread", b.ws.reading.text[slice(*span)][:5].casefold() if span else ""


@gesture
def letters_typed_over_what_was_found_go_on_in_the_search(b: Bench) -> tuple[object, object]:
    b.act("edit.search")
    b.type("bre")
    b.found("bre")
    b.press(Key.Key_Down)
    assert b.focus is b.ws.sources.hit_list
    b.type("ad")
    return ("bread", "sources_search"), (b.ws.sources.search.line.text(), b.focus.objectName())


@gesture
def an_article_read_for_a_while_leaves_undo_and_redo(b: Bench) -> tuple[object, object]:
    b.type("X")
    b.act("edit.undo")
    shown = b.window.actions_by_id["edit.redo"].text()
    b.ws.reading._read_timer.setInterval(1)
    b.click_row(b.ws.sources.list, 1)
    settle(60)
    assert b.ws.desk.brief.sources[1].read
    before = b.claims()
    b.act("edit.redo")
    return ("Redo Typing", True), (shown, b.claims() != before)


# -- suggestions


@gesture
def suggestions_leave_the_keys_in_the_brief(b: Bench) -> tuple[object, object]:
    b.caret(b.two, len("The dam is old and needs repair."))
    b.act("link.suggestions")
    b.settle()
    b.act("link.suggested")
    b.settle()
    b.press(Key.Key_Return)
    b.type("The next sentence.")
    return ([DAM], True), (b.quotes(b.two), "The next sentence." in b.claims())


@gesture
def a_link_that_is_still_looked_for_comes_though_one_writes_on(b: Bench) -> tuple[object, object]:
    b.caret(b.two, len("The dam is old and needs repair."))
    b.act("link.suggested")
    b.press(Key.Key_Return)
    b.type("Next.")
    b.settle()
    return ([DAM], True), (b.quotes(b.two), "Next." in b.claims())


@gesture
def the_list_has_the_keys_when_they_are_given_to_it_and_letters_go_on_in_the_brief(
    b: Bench,
) -> tuple[object, object]:
    b.caret(b.two, len("The dam is old and needs repair."))
    b.act("link.suggestions")
    b.settle()
    b.act("view.evidence")
    assert b.focus is b.ws.suggestions.list
    b.type(" So it is.")
    return "The dam is old and needs repair.So it is.", b.claims()[1]


@gesture
def pressed_twice_it_links_the_row_that_is_shown_then(b: Bench) -> tuple[object, object]:
    b.caret(b.two, len("The dam is old and needs repair."))
    b.type(" About 400 people were stranded, and the ferry will restart on Sunday.")
    b.act("link.suggestions")
    b.settle()
    rows = [row.words for row in b.ws.suggestions.rows.rows[:2]]
    b.act("link.suggested")
    second = b.ws.suggestions.chosen()
    b.act("link.suggested")
    return [rows[0], second.words if second else ""], b.quotes(b.two)


@gesture
def a_clicked_button_leaves_the_keys_and_a_blank_presses_nothing(b: Bench) -> tuple[object, object]:
    b.caret(b.two, len("The dam is old and needs repair."))
    b.act("link.suggestions")
    b.settle()
    b.click(b.ws.suggestions.link)
    b.type(" It is so.")
    return (1, "The dam is old and needs repair. It is so."), (len(b.quotes(b.two)), b.claims()[1])


# -- evidence


@gesture
def a_wheel_turned_over_a_grade_changes_none(b: Bench) -> tuple[object, object]:
    b.caret(b.one)
    b.settle()
    grade = b.ws.evidence.findChild(QComboBox, "evidence_credibility")
    before = b.ws.desk.brief
    b.wheel(grade)  # type: ignore[arg-type]
    return before, b.ws.desk.brief


@gesture
def tab_from_a_note_writes_the_translation(b: Bench) -> tuple[object, object]:
    b.caret(b.one)
    b.settle()
    b.ws.evidence.findChild(QToolButton, "evidence_more").click()
    b.ws.evidence.findChild(QLineEdit, "evidence_note").setFocus()
    b.type("Minister")
    b.press(Key.Key_Tab)
    shown = b.focus.objectName()
    b.type("Ferry")
    b.press(Key.Key_Return)
    evidence = lookup.claim(b.ws.desk.brief, b.one).evidence[0]
    return ("evidence_translation", "Minister", "Ferry"), (shown, evidence.note, evidence.translation)


@gesture
def half_a_note_outlives_another_change_of_its_card(b: Bench) -> tuple[object, object]:
    b.caret(b.one)
    b.settle()
    b.ws.evidence.findChild(QToolButton, "evidence_more").click()
    b.ws.evidence.findChild(QLineEdit, "evidence_note").setFocus()
    b.type("half a w")
    ident = lookup.claim(b.ws.desk.brief, b.one).evidence[0].id
    b.ws.desk.do("Grade", edits.set_field, ident, "credibility", "2")
    settle(10)
    b.type("ord")
    b.press(Key.Key_Return)
    return "half a word", lookup.claim(b.ws.desk.brief, b.one).evidence[0].note


@gesture
def unlink_takes_the_quote_that_is_marked(b: Bench) -> tuple[object, object]:
    b.caret(b.one)
    b.quote(DAM)
    b.act("link.supports")
    b.settle()
    cards = [c for c in b.ws.evidence._cards() if c.isVisible()]
    b.click(cards[0], cards[0].rect().topLeft() + cards[0].contentsRect().topLeft())
    (marked,) = [c.row.quote for c in b.ws.evidence._cards() if c.property("current")]
    b.act("link.unlink")
    return [q for q in (FERRY, DAM) if q != marked], b.quotes(b.one)


@gesture
def unlink_shows_the_quotes_first_where_they_are_not_seen(b: Bench) -> tuple[object, object]:
    b.caret(b.one)
    b.quote(DAM)
    b.act("link.supports")
    b.ws.tabs.setCurrentWidget(b.ws.history)
    b.act("link.unlink")
    return (2, True), (len(b.quotes(b.one)), b.ws.evidence.isVisible())


# -- checks, history, review


@gesture
def a_click_on_a_finding_leaves_the_keys_there(b: Bench) -> tuple[object, object]:
    b.findings_on(b.two)
    b.act("view.next_problem")
    before = b.claims()
    rows = b.ws.problems.rows.rows
    at = next(n for n, row in enumerate(rows) if row.finding is not None and row.finding.item_id == b.two)
    b.caret(b.one)
    b.click_row(b.ws.problems.list, at)
    shown = (b.target, b.focus.objectName())
    b.press(Key.Key_Delete, Key.Key_Backspace)
    assert b.claims() == before
    b.press(Key.Key_Return)
    b.press(Key.Key_Home)
    return ((b.two, "problems_list"), before, "page"), (shown, b.claims(), b.focus.objectName())


@gesture
def the_next_problem_is_the_next_one_down_the_page(b: Bench) -> tuple[object, object]:
    b.findings_on(b.two)
    b.settle()
    places = {row.id: n for n, row in enumerate(b.ws.page.rows)}
    found = [f for f in b.ws.states.findings if not f.waived]
    below = sorted(
        (f for f in found if places.get(f.item_id, -1) >= places[b.two]), key=lambda f: places[f.item_id]
    )
    b.caret(b.two)
    b.ws.page.setFocus()
    b.act("view.next_problem")
    chosen = b.ws.problems.chosen()
    assert chosen is not None
    seen = [chosen]
    for _ in range(len(found) - 1):
        b.act("view.next_problem")
        chosen = b.ws.problems.chosen()
        assert chosen is not None
        seen.append(chosen)
    return (below[0].item_id, set(found)), (seen[0].item_id, set(seen))


@gesture
def letters_typed_in_the_history_go_on_in_the_brief(b: Bench) -> tuple[object, object]:
    b.ws.tabs.setCurrentWidget(b.ws.history)
    b.ws.history.setFocus()
    b.caret(b.two, 3)
    b.type("X")
    return "TheX dam is old and needs repair.", b.claims()[1]


@gesture
def a_panel_that_is_hidden_gives_the_keys_to_the_brief(b: Bench) -> tuple[object, object]:
    b.act("link.suggestions")
    b.settle()
    b.act("view.evidence")
    b.act("view.toggle_panel")
    shown = b.focus.objectName()
    b.act("view.evidence")
    return ("page", True), (shown, b.ws.tabs.isVisible())


@gesture
def a_list_of_articles_that_is_hidden_comes_with_the_keys(b: Bench) -> tuple[object, object]:
    b.act("view.toggle_sources")
    b.act("view.sources")
    return (True, "sources_list"), (b.ws.sources.isVisible(), b.focus.objectName())


# -- bars and buttons


@gesture
def enter_presses_the_button_of_a_bar_that_has_the_ring(b: Bench) -> tuple[object, object]:
    pressed: list[str] = []
    bar = b.window.banners.tell(
        "Which?",
        "",
        "warning",
        [("This", lambda: pressed.append("This")), ("That", lambda: pressed.append("That"))],
    )
    settle(10)
    bar.findChild(QPushButton, "banner_choice_1").setFocus()
    shown = b.focus.property("text")
    b.press(Key.Key_Return)
    settle(10)
    return ([shown], "page"), (pressed, b.focus.objectName())


@gesture
def enter_presses_an_icon_that_has_the_ring(b: Bench) -> tuple[object, object]:
    b.caret(b.one)
    b.settle()
    b.ws.evidence.findChild(QToolButton, "evidence_unlink").setFocus()
    b.press(Key.Key_Return)
    return [], b.quotes(b.one)


@gesture
def copy_from_the_palette_copies_what_is_selected(b: Bench) -> tuple[object, object]:
    from PySide6.QtWidgets import QApplication

    b.caret(b.two, 3)
    b.press(Key.Key_A, modifier=CONTROL)
    b.act("help.palette")
    settle(20)
    b.type("copy")
    b.press(Key.Key_Return)
    settle(20)
    return b.words(b.two), QApplication.clipboard().text()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_it_acts_on_what_it_shows(window: Window, tmp_path: Path, row: Gesture) -> None:
    shown, acted = row.do(Bench(window, tmp_path))
    assert acted == shown


def test_the_button_with_the_ring_is_pressed_by_enter_on_the_first_page(window: Window) -> None:
    asked: list[bool] = []
    welcome = window.centralWidget().findChild(QPushButton, "welcome_new")
    welcome.clicked.connect(lambda: asked.append(True))
    window.activateWindow()
    welcome.setFocus()
    from PySide6.QtTest import QTest

    QTest.keyClick(welcome, Key.Key_Return)  # type: ignore[arg-type]
    assert asked == [True]
