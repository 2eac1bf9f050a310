"""The one style sheet, built from a table of colours. Lengths are device-independent pixels."""

from __future__ import annotations

from pathlib import Path

from ui.look.colours import Tokens, disabled_ink

_ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"

_SHEET = """
* { outline: none; }
QToolTip { color: %(text)s; background: %(surface)s; border: 1px solid %(line_strong)s; padding: 4px 6px; }

QMenuBar { background: %(window)s; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: %(hover)s; }
QMenu { background: %(surface)s; border: 1px solid %(line_strong)s; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: %(accent_soft)s; color: %(text)s; }
QMenu::item:disabled { color: %(disabled)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 4px; }

QPushButton { background: %(surface)s; color: %(text)s; border: 1px solid %(edge)s; border-radius: 6px;
  padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(line)s; }
QPushButton:disabled { color: %(disabled)s; border-color: %(line)s; background: transparent; }
QPushButton[role="primary"] { background: %(accent)s; color: %(accent_text)s; border-color: %(accent)s; }
QPushButton[role="primary"]:hover { background: %(accent_hover)s; border-color: %(accent_hover)s; }
QPushButton[role="primary"]:disabled { background: %(surface_2)s; color: %(disabled)s; border-color: %(line)s; }
QPushButton[role="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
  border-radius: 6px; padding: 4px 6px; color: %(text)s; }
QPushButton[role="quiet"] { padding: 4px 8px; }
QPushButton[role="quiet"]:hover, QToolButton:hover { background: %(hover)s; }
QPushButton[role="quiet"]:pressed, QToolButton:pressed { background: %(line)s; }
QPushButton[role="quiet"]:disabled, QToolButton:disabled { color: %(disabled)s; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  padding: 1px 2px; min-height: 0; color: %(link)s; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="fold"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  padding: 1px 0; min-height: 0; color: %(text_muted)s; text-align: left; }
QPushButton[role="fold"]:hover { color: %(text)s; }
QPushButton[role="fold"]:focus { border-color: %(accent)s; }
QPushButton[role="choice"] { background: transparent; border: 1px solid %(edge)s; border-radius: 6px;
  padding: 3px 10px; color: %(text_muted)s; }
QPushButton[role="choice"]:hover { background: %(hover)s; color: %(text)s; }
QPushButton[role="choice"]:checked { background: %(accent_soft)s; border: 2px solid %(accent)s; padding: 2px 9px;
  color: %(text)s; }
QToolButton:checked { background: %(accent_soft)s; border: 2px solid %(accent)s; padding: 3px 5px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit[role="field"], QComboBox, QDateEdit, QSpinBox { background: %(surface)s;
  color: %(text)s; border: 1px solid %(edge)s; border-radius: 6px; padding: 4px 8px;
  selection-background-color: %(selection)s; selection-color: %(selection_text)s; }
QLineEdit, QComboBox { min-height: 20px; }
QLineEdit:hover, QComboBox:hover { border-color: %(text_muted)s; }
QLineEdit:read-only { background: %(surface_2)s; border-color: %(line)s; }
QLineEdit:disabled, QComboBox:disabled { color: %(disabled)s; border-color: %(line)s; }
QLineEdit[fault="true"] { border-color: %(error)s; }
QLineEdit[role="search"] { background: %(surface_2)s; border: 1px solid %(edge)s; padding: 5px 8px; }
QLineEdit[role="search"]:focus { background: %(surface)s; }
QLineEdit[role="bare"], QLineEdit[role="bare"]:focus { background: transparent; border: none; padding: 8px 4px; }
QComboBox { padding-right: 24px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("%(arrow)s"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: %(surface)s; border: 1px solid %(line_strong)s; padding: 4px;
  selection-background-color: %(accent_soft)s; selection-color: %(text)s; }
QComboBox[role="quiet"] { background: transparent; border-color: transparent; padding: 2px 22px 2px 6px; }
QComboBox[role="quiet"]:hover { background: %(hover)s; }

QCheckBox::indicator:unchecked, QListView::indicator:unchecked { width: 12px; height: 12px;
  border: 1px solid %(text_muted)s; border-radius: 3px; background: %(surface)s; }
QCheckBox::indicator:checked, QListView::indicator:checked { width: 12px; height: 12px;
  border: 1px solid %(accent)s; border-radius: 3px; background: %(accent)s; image: url("%(tick)s"); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QListView, QTreeView { background: transparent; border: none; color: %(text)s; }
QListView::item, QTreeView::item { padding: 4px 8px; border-radius: 6px; color: %(text)s; }
QListView::item:hover, QTreeView::item:hover { background: %(hover)s; }
QListView::item, QTreeView::item { border-left: 3px solid transparent; }
QListView::item:selected, QTreeView::item:selected { background: %(accent_soft)s; color: %(text)s;
  border-left: 3px solid %(accent)s; }
QListView[role="boxed"] { background: %(surface)s; border: 1px solid %(edge)s; border-radius: 8px; padding: 4px; }
QListView[role="rows"] { border: 1px solid transparent; }
QTableView { background: %(surface)s; color: %(text)s; border: 1px solid %(edge)s;
  gridline-color: %(line)s; selection-background-color: %(accent_soft)s; selection-color: %(text)s; }
QTableView QLineEdit, QTableView QLineEdit:focus { border: 2px solid %(accent)s; border-radius: 0; padding: 0 4px;
  min-height: 0; }
QHeaderView { background: %(surface_2)s; border: none; }
QHeaderView::section { background: %(surface_2)s; color: %(text_muted)s; border: none; padding: 4px; }
QHeaderView::section:horizontal { border-bottom: 1px solid %(line_strong)s; }
QHeaderView::section:vertical { padding: 4px 8px; color: %(text)s; border-bottom: 1px solid %(line)s; }
QTableCornerButton::section { background: %(surface_2)s; border: none; border-bottom: 1px solid %(line_strong)s; }
QAbstractItemView { activate-on-singleclick: 0; }
QScrollArea, QStackedWidget { background: transparent; border: none; }
QPlainTextEdit, QTextEdit { border: none; selection-background-color: %(selection)s;
  selection-color: %(selection_text)s; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %(edge)s; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: %(text_muted)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; color: %(text_muted)s; padding: 7px 10px 6px 10px; margin: 0 2px;
  border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: %(text)s; }
QTabBar::tab:selected { color: %(text)s; border-bottom: 2px solid %(accent)s; }
QTabBar::tab:focus { color: %(text)s; background: %(hover)s; border-radius: 4px; }

QSplitter::handle { background: %(line)s; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: %(accent)s; }
QStatusBar { background: %(window)s; color: %(text_muted)s; border-top: 1px solid %(line)s; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: %(text_muted)s; padding: 2px 4px; }
QStatusBar QLabel[role="error"] { color: %(error)s; font-weight: 600; }
QStatusBar QPushButton[role="quiet"] { color: %(text_muted)s; padding: 2px 4px; }
QProgressBar { background: %(line)s; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: %(accent)s; border-radius: 2px; }

QLabel[role="muted"] { color: %(text_muted)s; }
QLabel[role="error"] { color: %(error)s; }
QLabel[role="warn"] { color: %(warn)s; }
QLabel[role="ok"] { color: %(ok)s; }
QLabel[role="key"] { color: %(text_muted)s; background: %(surface_2)s; border: 1px solid %(line)s;
  border-radius: 4px; padding: 1px 6px; }
QLabel[role="badge"] { color: %(text)s; background: %(surface_2)s; border-radius: 9px; padding: 1px 7px; }
QFrame[role="card"] { background: %(surface)s; border: 1px solid %(line)s; border-radius: 8px; }
QFrame[role="card-fault"] { background: %(surface)s; border: 1px solid %(error)s; border-radius: 8px; }
QFrame[role="card"][current="true"], QFrame[role="card-fault"][current="true"] { border: 1px solid %(accent)s; }
QFrame[role="popup"] { background: %(surface)s; border: 1px solid %(line_strong)s; border-radius: 10px; }
QFrame[role="line"] { background: %(line)s; border: none; }
QFrame[role="banner-info"] { background: %(accent_soft)s; border-radius: 6px; }
QFrame[role="banner-warning"] { background: %(warn_soft)s; border-radius: 6px; }
QFrame[role="banner-error"] { background: %(error_soft)s; border-radius: 6px; }
QFrame[role="drop"] { border: 2px dashed %(line_strong)s; border-radius: 12px; }
QFrame[role="drop-over"] { border: 2px dashed %(accent)s; border-radius: 12px; background: %(accent_soft)s; }
QWidget[role="surface"] { background: %(surface)s; }
QDialog { background: %(window)s; }
"""


def sheet(table: Tokens) -> str:
    """Return the application's style sheet for a table of colours."""
    names = {name: getattr(table, name) for name in Tokens.__slots__}
    files = {"arrow": "combo-arrow", "tick": "tick-black" if table.dark else "tick-white"}
    paths = {name: (_ICONS / f"{file}.svg").as_posix() for name, file in files.items()}
    return _SHEET % {**names, **paths, "disabled": disabled_ink(table)}
