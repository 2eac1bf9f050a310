"""Spelling as one types: marked when the word is left, put right by menu or key, kept as one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from briefing import edits, house_terms, spelling
from briefing.house_terms import HouseTerm
from briefing.model import Actor, new_id
from briefing.spelling import dictionaries
from tests.ui.commands.flows import begin, begin_read_only, claim
from tests.ui.windows import acts, app, awaited, settle, window
from ui.app import App
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]

WORDS = "The goverment met teh press."


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    made = begin(window, tmp_path)
    made.spelling.start()
    return made


@pytest.fixture
def ident(ws: Workspace) -> str:
    made = claim(ws, WORDS)
    until(lambda: marked(ws, made) == ["goverment", "teh"])
    return made


def until(holds: Callable[[], bool]) -> None:
    awaited(lambda: [True] if holds() else [], "it did not come to that")


def marked(ws: Workspace, row: str) -> list[str]:
    """Return the words of a row under which a line is painted."""
    text = ws.page.block_of(row).text()
    lines = ws.page.spelling.lines
    return (
        [text[line.start : line.end] for line in lines._lines_now(row, lines._rows[row], text)]
        if row in lines._rows
        else []
    )


def menu_here(ws: Workspace) -> QMenu:
    menu = QMenu(ws)
    acts(ws).spelling.offer(menu)
    return menu


def pick(menu: QMenu, name: str) -> None:
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def test_the_word_being_typed_has_no_line_until_it_is_left(ws: Workspace, ident: str) -> None:
    ws.places.go_to(ident)
    ws.page.setFocus()
    QTest.keyClick(ws.page, Qt.Key.Key_End)
    QTest.keyClicks(ws.page, " Xyzzy")
    until(lambda: any(line.start > 25 for line in ws.page.spelling.of_row(ident)))
    assert marked(ws, ident) == ["goverment", "teh"]
    QTest.keyClicks(ws.page, " ")
    assert marked(ws, ident) == ["goverment", "teh", "Xyzzy"]


def test_a_word_typed_before_others_moves_their_lines_at_once(ws: Workspace, ident: str) -> None:
    ws.places.go_to(ident)
    ws.page.setFocus()
    QTest.keyClick(ws.page, Qt.Key.Key_Home)
    QTest.keyClicks(ws.page, "Now ")
    assert marked(ws, ident) == ["goverment", "teh"]


def test_the_menu_puts_a_word_in_its_place_in_one_step(ws: Workspace, ident: str) -> None:
    ws.places.go_to(ident)
    ws.page.set_caret(edits.Caret(ident, 6))
    past = len(ws.desk.session.past)
    pick(menu_here(ws), "spelling.other_0")
    assert ws.page.block_of(ident).text() == "The government met teh press."
    assert len(ws.desk.session.past) == past + 1
    until(lambda: marked(ws, ident) == ["teh"])
    ws.desk.undo()
    assert ws.page.block_of(ident).text() == WORDS


def test_the_menu_says_nothing_of_known_words(ws: Workspace, ident: str) -> None:
    ws.page.set_caret(edits.Caret(ident, 1))
    assert menu_here(ws).actions() == []


def test_the_key_goes_from_word_to_word_and_opens_the_menu(ws: Workspace, ident: str) -> None:
    ws.page.set_caret(edits.Caret(ident, 0))
    for word in ("goverment", "teh", "goverment"):
        acts(ws).spelling.step()
        assert ws.page.textCursor().selectedText() == word
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        assert popup.activeAction() is popup.actions()[0]
        popup.close()
    acts(ws).spelling.step()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert "teh" not in ws.page.block_of(ident).text()


def test_an_own_word_is_right_in_every_brief_and_an_ignored_one_here(ws: Workspace, ident: str) -> None:
    ws.page.set_caret(edits.Caret(ident, 6))
    pick(menu_here(ws), "spelling.add")
    until(lambda: marked(ws, ident) == ["teh"])
    ws.page.set_caret(edits.Caret(ident, 19))
    pick(menu_here(ws), "spelling.ignore")
    until(lambda: marked(ws, ident) == [])
    assert spelling.of_user().read() == {"goverment"}
    assert spelling.ignored_in(ws.desk.brief.id).read() == {"teh"}


def test_names_of_actors_are_right_once_they_are_written(ws: Workspace, ident: str) -> None:
    other = claim(ws, "Xyzzy met them.")
    until(lambda: marked(ws, other) == ["Xyzzy"])
    assert ws.desk.do("Actor", edits.add_actor, Actor(new_id("a"), name="Xyzzy"))
    until(lambda: marked(ws, other) == [])


def test_words_of_the_house_are_right(ws: Workspace, ident: str) -> None:
    house_terms.save((HouseTerm("teh", ("the",)),))
    acts(ws).house.read()
    until(lambda: marked(ws, ident) == ["goverment"])


def test_another_language_of_the_brief_takes_another_dictionary(ws: Workspace, ident: str) -> None:
    other = claim(ws, "The colour of teh river.")
    assert ws.desk.do("Language", edits.set_field, "brief", "language", "en-GB")
    until(lambda: marked(ws, other) == ["teh"])
    assert ws.desk.do("Language", edits.set_field, "brief", "language", "en-US")
    until(lambda: "colour" in marked(ws, other))


def test_a_lookup_that_began_in_the_old_language_changes_nothing(ws: Workspace, ident: str) -> None:
    other = claim(ws, "The colour of teh river.")
    assert ws.desk.do("Language", edits.set_field, "brief", "language", "en-GB")
    until(lambda: marked(ws, other) == ["teh"])
    ws.spelling.refresh()
    ws.spelling._look()  # a job is on its way
    assert ws.desk.do("Language", edits.set_field, "brief", "language", "en-US")
    until(lambda: marked(ws, other) == ["colour", "teh"])
    assert ws.spelling.speller is not None
    assert ws.spelling.speller.name == "en_US"


def test_the_switch_takes_all_lines_away(window: Window, ws: Workspace, ident: str) -> None:
    window.viewing.toggle_spelling()
    until(lambda: marked(ws, ident) == [])
    assert not window.actions_by_id["view.spelling"].isChecked()
    window.viewing.toggle_spelling()
    until(lambda: marked(ws, ident) == ["goverment", "teh"])


def test_a_broken_dictionary_of_ones_own_is_a_message(window: Window, ws: Workspace, ident: str) -> None:
    folder = dictionaries.user_folder()
    folder.mkdir(parents=True)
    (folder / "de_DE.aff").write_bytes(b"SET UTF-8\n")
    (folder / "de_DE.dic").write_bytes(b"900000000\nx\n")
    assert ws.desk.do("Language", edits.set_field, "brief", "language", "de-DE")
    until(lambda: "de_DE" in window.said.text())
    assert marked(ws, ident) == []
    acts(ws).spelling.step()
    assert any("de_DE" in bar.words for bar in window.banners.bars())


def test_a_brief_open_to_read_is_marked_but_not_changed(app: App, sample_file: Path) -> None:
    _, ws = begin_read_only(app, sample_file)
    ws.spelling.start()
    until(lambda: ws.spelling.speller is not None)
    settle(100)
    for row in ws.page.rows:
        for line in ws.page.spelling.of_row(row.id):
            ws.page.set_caret(edits.Caret(row.id, line.start + 1))
            others = [a for a in menu_here(ws).actions() if a.objectName().startswith("spelling.other")]
            assert not any(action.isEnabled() for action in others)
