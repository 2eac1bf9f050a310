import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from tests.ui.reader.readers import filled
from ui.reader.reader_keys import KEYS, ReaderKey, name_of


def event_of(key: Qt.Key, modifier: Qt.KeyboardModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier)


@pytest.mark.parametrize("row", KEYS, ids=lambda row: row.shown)
def test_each_key_of_the_table_is_known_and_does_something(row: ReaderKey, qtbot) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if row.shift else Qt.KeyboardModifier.NoModifier
    assert name_of(event_of(row.key, modifier)) == row.name
    reader = filled(qtbot)
    heard: list[str] = []
    reader.article.key_pressed.connect(heard.append)
    QTest.keyClick(reader.article, row.key, modifier)
    assert heard == [row.name]


def test_no_two_rows_share_a_key() -> None:
    pairs = [(row.key, row.shift) for row in KEYS]
    assert len(set(pairs)) == len(pairs)


def test_the_enter_of_the_keypad_is_enter() -> None:
    assert name_of(event_of(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)) == "link"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_but_the_keys_of_the_window_are_left_to_it(modifier: Qt.KeyboardModifier) -> None:
    assert name_of(event_of(Qt.Key.Key_C, modifier)) == ""


@pytest.mark.parametrize(
    ("key", "modifier", "taken"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, False),
    ],
)
def test_it_takes_its_own_keys_before_the_menus_and_leaves_undo_to_them(
    key: Qt.Key, modifier: Qt.KeyboardModifier, taken: bool, qtbot, qapp
) -> None:
    reader = filled(qtbot)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    qapp.sendEvent(reader.article, event)
    assert event.isAccepted() is taken
