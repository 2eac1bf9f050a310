"""Shows the window and its dialogs on the screen that the platform pretends to have; prints what is off it.

`small_screen.py FOLDER POINTS`: a folder for its files, and the size of the system's letters (0: as it is).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QScrollArea, QToolButton, QWidget

from briefing.tasks import sample
from tests.ui.picture_states import STATES
from tests.ui.windows import settle, workspace_of
from ui.app import App, make
from ui.qt.screens import MARGIN
from ui.settings import Settings
from ui.window import Window

DIALOGS = (
    "rules", "fetch", "same-origin", "new-brief", "article-details", "brief-details", "paste", "preview",
    "export", "backups", "share", "keys", "filling-in",
)  # fmt: skip
OTHERS = ("palette", *(name for name in STATES if name.startswith("chip-")))


def on_screen(widget: QWidget) -> list[str]:
    """Return what of a window is off its screen, or cannot be reached in it."""
    screen = widget.screen().availableGeometry()
    faults = [] if screen.contains(widget.frameGeometry()) else [f"{widget.frameGeometry()} off {screen}"]
    for box in widget.findChildren(QDialogButtonBox):
        for one in box.buttons():
            place = QRect(one.mapTo(widget, QPoint(0, 0)), one.size())
            if one.isVisible() and not widget.rect().contains(place):
                faults.append(f"button {one.text()} at {place}")
    return faults + cut(widget)


def cut(widget: QWidget) -> list[str]:
    """Return the buttons that are narrower than their words, and those that no scrolling shows."""
    faults = []
    for one in [*widget.findChildren(QPushButton), *widget.findChildren(QToolButton)]:
        if one.isVisible() and one.width() < one.minimumSizeHint().width():
            faults.append(f"cut: {one.objectName()} {one.width()} < {one.minimumSizeHint().width()}")
        above = one.parentWidget()
        while above is not None and above is not widget:
            if isinstance(above.parentWidget(), QScrollArea):
                break  # it can be scrolled to
            place = QRect(one.mapTo(above, QPoint(0, 0)), one.size())
            if one.isVisible() and not above.rect().contains(place):
                faults.append(f"hidden by {above.objectName() or type(above).__name__}: {one.objectName()}")
                break
            above = above.parentWidget()
    return faults


def share_of_brief(window: Window) -> float:
    page = workspace_of(window).page
    return page.width() * page.height() / (window.width() * window.height())


def main(folder: Path, points: float) -> int:
    os.environ["XDG_DATA_HOME"] = str(folder)
    qt = make(["small"])
    if points:
        font = QApplication.font()
        font.setPointSizeF(points)
        qt.setFont(font)
    app = App(qt, Settings(folder / "settings.ini"))
    path = sample.build(folder / "sample.brief")
    faults = []
    window = app.new_window(path)
    settle(900)
    faults += [f"window: {fault}" for fault in on_screen(window)]
    if (share := share_of_brief(window)) < 1 / 3:
        faults.append(f"the brief has {share:.2f} of the window")
    for name in (*DIALOGS, *OTHERS):
        shown = STATES[name](window)
        settle(120)
        faults += [f"{name}: {fault}" for fault in on_screen(shown.window())]
        shown.window().close()
        settle(30)
    app.end()
    print("\n".join(faults))
    print(f"margin {MARGIN}, {len(DIALOGS) + len(OTHERS)} dialogs and popups, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
