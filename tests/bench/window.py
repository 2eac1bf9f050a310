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

BARE = """
import sys
from PySide6.QtWidgets import (QApplication, QMainWindow, QSplitter, QListView, QPlainTextEdit, QTextEdit, QTabWidget,
    QLineEdit, QToolBar, QLabel, QVBoxLayout, QWidget)
from PySide6.QtCore import QTimer
app = QApplication(sys.argv)
window = QMainWindow()
for name in ("File", "Edit", "Articles", "Link", "Brief", "View", "Help"):
    menu = window.menuBar().addMenu(name)
    for i in range(10):
        menu.addAction(f"{name} {i}")
across, down, whole = QSplitter(), QSplitter(), QSplitter()
side = QWidget(); column = QVBoxLayout(side); column.addWidget(QLineEdit()); column.addWidget(QListView())
across.addWidget(QPlainTextEdit()); across.addWidget(QTextEdit())
tabs = QTabWidget()
for i in range(3):
    tabs.addTab(QListView(), str(i))
down.addWidget(across); down.addWidget(tabs)
whole.addWidget(side); whole.addWidget(down)
window.addToolBar(QToolBar()); window.setCentralWidget(whole); window.statusBar().addWidget(QLabel("x"))
window.resize(1280, 800); window.show(); app.processEvents(); window.grab()
"""
OURS = """
import sys
from pathlib import Path
from ui.app import App, make
from ui.settings import Settings
app = App(make(sys.argv), Settings())
window = app.new_window()
if len(sys.argv) > 1:
    app.open(Path(sys.argv[1]), window)
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
    code = "import sys, ui.app, ui.workspace; print(*[m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'ui' and m.__file__])"
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
        env.pop(
            "PYTHONDONTWRITEBYTECODE", None
        )  # an installed program is compiled: so are both, from the first round
        brief = Path(home) / "empty.brief"
        make = "import sys; from briefing import storage, templates; from pathlib import Path; storage.create(Path(sys.argv[1]), templates.start(templates.get('situation-brief'), title='T')).close()"
        subprocess.run([sys.executable, "-c", make, str(brief)], env=env, check=True)
        bare, alike, welcome, opened = [], [], [], []
        same = qt_names() + BARE
        late = ""
        for n in range(ROUNDS + 1):
            times = [_run(BARE, [], env)[0], _run(OURS, [], env)[0]]
            last, late = _run(OURS, [str(brief)], env)
            named = _run(same, [], env)[0]
            if n:
                alike.append(named)
                bare.append(times[0])
                welcome.append(times[1])
                opened.append(last)
    base = statistics.median(bare)
    row("bare window with the same widgets", base * 1000, "ms")
    full = statistics.median(alike)
    row("the same, with every Qt class named that ours names", full * 1000, "ms")
    row("window without a brief / bare", statistics.median(welcome) / base, "x", 1.5)
    row("window with an empty brief / bare", statistics.median(opened) / base, "x", 1.5)
    row("window with an empty brief / bare with the same classes", statistics.median(opened) / full, "x", 1.5)
    print(f"loaded at start beyond Qt: {late or 'nothing heavy'}")


def _run(code: str, args: list[str], env: dict[str, str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *args], env=env, check=True, capture_output=True, text=True
    )
    return time.perf_counter() - start, done.stdout.strip()


if __name__ == "__main__":
    main()
