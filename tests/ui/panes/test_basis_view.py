"""The picture of a basis in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.checks.basis import Node
from ui.panes.basis_view import BasisView, BoxButton


def source(name: str, origin: str) -> Node:
    return Node("source", name, f"Source {name}", "", (Node("origin", origin, f"Origin {origin}"),))


TREE = Node(
    "judgement",
    "j",
    "The road stays shut.",
    "broken",
    (
        Node("claim", "c1", "It is <b>blocked</b>.", "sourced", (
            Node("quote", "q1", "tyres burn", "sourced", (source("s1", "o1"),)),
        )),
        Node("claim", "c2", "اعتصام على الطريق", "broken", (
            Node("quote", "q2", "they sit", "broken", (source("s1", "o1"),)),
            Node("quote", "q3", "they stay", "sourced", (source("s2", "o2"),)),
        )),
    ),
)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> BasisView:
    made = BasisView()
    qtbot.addWidget(made)
    made.resize(700, 220)
    made.show_tree(TREE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def box(view: BasisView, ident: str) -> BoxButton:
    return next(b for b in view.boxes() if b.box.id == ident)


def test_each_thing_is_one_box_with_a_name_and_its_state_in_words(view: BasisView) -> None:
    assert [b.box.id for b in view.boxes()] == ["j", "c1", "c2", "q1", "q2", "q3", "s1", "s2", "o1", "o2"]
    assert box(view, "q2").accessibleName() == "Quote: they sit"
    assert box(view, "q2").accessibleDescription().startswith("These words are not in the source any more.")
    assert box(view, "j").accessibleDescription().startswith("Rests on something that does not hold.")


@pytest.mark.parametrize(
    ("ident", "edges"),
    [
        ("j", "Rests on: Claim “It is <b>blocked</b>.”; Claim “اعتصام على الطريق”."),
        ("c1", "Rests on: Quote “tyres burn”. Carries: Judgement “The road stays shut.”."),
        ("q2", "Rests on: Source “Source s1”. Carries: Claim “اعتصام على الطريق”."),
        ("s1", "Rests on: Origin “Origin o1”. Carries: Quote “tyres burn”; Quote “they sit”."),
        ("o2", "Carries: Source “Source s2”."),
    ],
)
def test_each_box_says_the_lines_to_and_from_it(view: BasisView, ident: str, edges: str) -> None:
    assert box(view, ident).accessibleDescription().endswith(edges)


def test_the_whole_label_at_hover_is_never_markup(view: BasisView) -> None:
    assert "&lt;b&gt;" in box(view, "c1").toolTip()


def test_a_click_picks(view: BasisView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.picked) as asked:
        QTest.mouseClick(box(view, "s2"), Qt.MouseButton.LeftButton)
    assert asked.args == ["source", "s2"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_picks(view: BasisView, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(view.picked) as asked:
        QTest.keyClick(box(view, "q1"), key)
    assert asked.args == ["quote", "q1"]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("j", Qt.Key.Key_Right, "c1"),
        ("c2", Qt.Key.Key_Right, "q2"),
        ("q3", Qt.Key.Key_Left, "c2"),
        ("q1", Qt.Key.Key_Down, "q2"),
        ("q2", Qt.Key.Key_Up, "q1"),
        ("j", Qt.Key.Key_Up, "j"),
        ("o2", Qt.Key.Key_Right, "o2"),
    ],
)
def test_the_arrows_go_along_the_lines_and_the_columns(
    view: BasisView, start: str, key: Qt.Key, end: str
) -> None:
    box(view, start).setFocus()
    QTest.keyClick(box(view, start), key)
    assert [b.box.id for b in view.boxes() if b.hasFocus()] == [end]


def test_tab_stops_once_at_the_box_that_had_the_focus(view: BasisView) -> None:
    box(view, "q3").setFocus()
    stops = [b.box.id for b in view.boxes() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["q3"]


def test_a_box_lights_what_it_rests_on_and_what_rests_on_it(view: BasisView) -> None:
    box(view, "q1").looked_at.emit(True)
    assert {b.box.id for b in view.boxes() if b.lit} == {"j", "c1", "q1", "s1", "o1"}
    box(view, "q1").looked_at.emit(False)
    assert not any(b.lit for b in view.boxes())


def test_another_picture_keeps_the_focus_where_it_was(view: BasisView) -> None:
    box(view, "c2").setFocus()
    view.show_tree(Node("judgement", "j", "The road opens.", "broken", TREE.children[1:]))
    assert [b.box.id for b in view.boxes() if b.hasFocus()] == ["c2"]


def test_the_same_picture_is_not_made_again(view: BasisView) -> None:
    before = view.boxes()
    view.show_tree(TREE)
    assert view.boxes() == before


def test_nothing_is_shown_of_nothing(view: BasisView) -> None:
    view.show_tree(None)
    assert view.boxes() == ()


def test_it_fits_a_narrow_pane_across(view: BasisView) -> None:
    assert view.horizontalScrollBar().maximum() == 0


def test_a_label_takes_two_lines_at_most_and_ends_in_dots(view: BasisView) -> None:
    lines = box(view, "j").lines(50)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert box(view, "j").lines(900) == ["The road stays shut."]


def test_it_paints_in_its_states(view: BasisView) -> None:
    assert not view.grab().isNull()
