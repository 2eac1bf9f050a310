"""The window shown, against a bare PySide6 window with the same kinds of widgets; whole processes in turn."""

from __future__ import annotations

import ast
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measure import row

ROUNDS = 7

# The same number of widgets of the same kinds, as a person would write them without a style sheet, a model of
# their own or anything behind them; with an argument what a brief shows, without one what stands before.
BARE = """
import sys
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QMainWindow, QPlainTextEdit,
    QPushButton, QScrollArea, QSplitter, QStackedWidget, QStyledItemDelegate, QTabWidget, QTextEdit, QToolBar, QToolButton,
    QVBoxLayout, QWidget)

class Delegate(QStyledItemDelegate):
    def sizeHint(self, option, index):
        return QSize(200, 40)

def listed(words):
    view = QListView(); view.setModel(QStringListModel(words, view)); view.setItemDelegate(Delegate(view))
    return view

def stacked(*widgets, box=QVBoxLayout):
    holder = QWidget(); layout = box(holder)
    for widget in widgets:
        layout.addWidget(widget)
    return holder

def button(n):
    made = QToolButton(); made.setIcon(icons[n]); made.setToolTip(str(n))
    return made

app = QApplication(sys.argv)
icons = [QIcon(f"resources/icons/{name}.svg") for name in NAMES]
window = QMainWindow()
actions = []
for name, count in (("File", 11), ("Edit", 8), ("Articles", 5), ("Link", 8), ("Brief", 27), ("View", 15), ("Help", 3)):
    menu = window.menuBar().addMenu(name)
    for i in range(count):
        action = QAction(f"{name} {i}", window)
        n = len(actions)
        if n < 63:
            action.setShortcuts([QKeySequence(f"Ctrl+{'Alt+' if n > 25 else ''}{'Shift+' if n > 50 else ''}{chr(65 + n % 26)}")])
        if n < 45:
            action.setIcon(icons[n % len(icons)])
        action.triggered.connect(lambda: None)
        menu.addAction(action); window.addAction(action); actions.append(action)
if len(sys.argv) > 1:
    across, down, whole = QSplitter(), QSplitter(Qt.Orientation.Vertical), QSplitter()
    article, page = QPlainTextEdit(), QTextEdit()
    page.setPlainText("T\\nBottom line\\n\\nSituation\\n\\nActors\\n\\nOutlook\\n\\nGaps\\n\\nSource summary\\n")
    bar = QToolBar()
    for action in actions[:9]:
        bar.addAction(action); bar.addSeparator() if action in actions[1:5] else None
    head = stacked(QLabel("Title"), QLabel("By"), *map(button, range(3)), box=QHBoxLayout)
    find = stacked(QLineEdit(), QLabel("0"), *map(button, range(3)), box=QHBoxLayout)
    stack = QStackedWidget()
    stack.addWidget(stacked(QLabel("Choose an article"), QPushButton("Add articles")))
    stack.addWidget(stacked(head, find, article))
    float_ = stacked(*map(button, range(6)), box=QHBoxLayout); float_.setParent(stack); float_.hide()
    across.addWidget(stack); across.addWidget(stacked(bar, page))
    cards = QScrollArea(); cards.setWidgetResizable(True); cards.setWidget(stacked(*(QLabel(str(i)) for i in range(3))))
    tabs = QTabWidget()
    for name, pane in (("Evidence", cards), ("Checks", listed([])), ("History", listed([]))):
        tabs.addTab(stacked(pane, QLabel("Nothing yet")), name)
    down.addWidget(across); down.addWidget(tabs)
    whole.addWidget(stacked(QLabel("Articles"), QLineEdit(), listed([]), *(QPushButton(str(i)) for i in range(6))))
    whole.addWidget(down)
    body = stacked(QFrame(), whole)
else:
    body = stacked(*(QLabel(f"Words {i}") for i in range(4)), *(QPushButton(str(i)) for i in range(4)))
window.setCentralWidget(body)
for words in ("12 claims", "", "saved"):
    window.statusBar().addWidget(QLabel(words))
window.resize(1280, 800); window.show(); app.processEvents(); window.grab()
import os; os._exit(0)
""".replace("NAMES", repr(tuple(sorted(p.stem for p in Path("resources/icons").glob("*.svg")))))  # noqa: E501
OURS = """
import gc, sys; gc.disable()  # as the command line does until the window stands
from pathlib import Path
from ui.app import App, make
from ui.settings import Settings
app = App(make(sys.argv[:1]), Settings())
window = app.new_window(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
from PySide6.QtWidgets import QApplication
QApplication.processEvents(); window.grab()
print(",".join(m for m in ("docx", "markdown", "lxml", "rapidfuzz") if m in sys.modules))
import os; os._exit(0)
"""


def qt_names() -> str:
    """Return import lines for the Qt classes that the modules of the window name at their top.

    PySide6 makes each class when it is first named: a window of many kinds of widgets pays for that by
    itself, whoever writes it.
    """
    code = (
        "import sys, ui.app, ui.workspace; print(*[m.__file__ for n, m in sys.modules.items() if "
        "n.split('.')[0] == 'ui' and m.__file__])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    names: dict[str, set[str]] = {}
    for path in done.stdout.split():
        for node in ast.parse(Path(path).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                names.setdefault(node.module or "", set()).update(alias.name for alias in node.names)
    lines = [f"from {module} import {', '.join(sorted(found))}" for module, found in sorted(names.items())]
    return "\n".join([*lines, "from PySide6.QtSvg import QSvgRenderer", ""])


def main() -> None:
    """Print the ratio of whole processes: start, window built, shown and painted."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "BRIEFING_HOME": home, "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled")}
        # An installed program is compiled: so are all of these, from the first round.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        brief = Path(home) / "empty.brief"
        make = (
            "import sys; from briefing import storage, templates; from pathlib import Path; "
            "storage.create(Path(sys.argv[1]), templates.start(templates.get('situation-brief'), "
            "title='T')).close()"
        )
        subprocess.run([sys.executable, "-c", make, str(brief)], env=env, check=True)
        runs: tuple[tuple[str, list[str]], ...] = (
            (BARE, []),
            (OURS, []),
            (BARE, [str(brief)]),
            (OURS, [str(brief)]),
            (qt_names() + BARE, [str(brief)]),
        )
        late = ""
        rounds: list[list[float]] = []
        for _ in range(ROUNDS + 1):
            done = [_run(code, args, env) for code, args in runs]
            late = done[3][1]
            rounds.append([seconds for seconds, _ in done])
    small, welcome, bare, opened, named = (
        statistics.median(times) for times in zip(*rounds[1:], strict=True)
    )
    row("bare window with the widgets of the start", small * 1000, "ms")
    row("bare window with the widgets of a brief", bare * 1000, "ms")
    row("the same, with every Qt class named that ours names", named * 1000, "ms")
    row("window without a brief / bare", welcome / small, "x", 1.5)
    row("window with an empty brief / bare", opened / bare, "x", 1.5)
    row("window with an empty brief / bare with the same classes", opened / named, "x", 1.5)
    print(f"loaded at start beyond Qt: {late or 'nothing heavy'}")


def _run(code: str, args: list[str], env: dict[str, str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *args], env=env, check=True, capture_output=True, text=True
    )
    return time.perf_counter() - start, done.stdout.strip()


if __name__ == "__main__":
    main()
