"""A tour of every view with a brief full of trackers, run as a program of its own: see test_canary.

Arguments: a folder to work in, a picture that nobody may open, a port that nobody may call, and what to do
besides ("" or the name of a trespass). What was seen is printed as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER, BAIT, PORT, TRESPASS = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
PROJECT = Path(__file__).resolve().parents[2]
ALLOWED = tuple(
    str(Path(p).resolve())
    for p in (sys.prefix, sys.base_prefix, PROJECT, FOLDER, os.devnull, "/dev/urandom", "/etc/fonts",
              "/usr/share/fonts", "/usr/share/zoneinfo", "/etc/localtime", "/proc/self")
)  # fmt: skip
heard: list[str] = []


def _listen(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "webbrowser.")):
        heard.append(f"{event} {args[1:]!r}")
    elif event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(args[0]))
        if not path.startswith(ALLOWED):
            heard.append(f"open {path}")
    elif event in ("os.system", "os.startfile", "os.exec"):
        heard.append(f"{event} {args!r}")


sys.addaudithook(_listen)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["BRIEFING_HOME"] = str(FOLDER / "home")

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, Qt, QUrl, Slot  # noqa: E402
from PySide6.QtGui import QDesktopServices, QHelpEvent  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from briefing import edits, lookup  # noqa: E402
from briefing.model import Brief  # noqa: E402
from briefing.quoting import anchor  # noqa: E402
from briefing.tasks import sample  # noqa: E402
from tests.ui.windows import acts, drag_select, settle, workspace_of  # noqa: E402
from ui.app import App, make  # noqa: E402
from ui.commands.help_sheet import HelpSheet  # noqa: E402
from ui.commands.palette import CommandPalette  # noqa: E402
from ui.dialogs.encoding import EncodingDialog  # noqa: E402
from ui.dialogs.export import ExportDialog  # noqa: E402
from ui.dialogs.pick import PickDialog  # noqa: E402
from ui.dialogs.preview import PreviewDialog  # noqa: E402
from ui.dialogs.summary import SummaryDialog  # noqa: E402
from ui.settings import Settings  # noqa: E402
from ui.window import Window  # noqa: E402
from ui.workspace import Workspace  # noqa: E402

HOST = f"127.0.0.1:{PORT}"
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
          *(Qt.ItemDataRole.UserRole + i for i in range(8)))  # fmt: skip
DATA = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # noqa: E501
TRAP = (
    f'<b>bold</b><img src="http://{HOST}/t.png"><img src="file://{BAIT}"><img src="{BAIT}">'
    f'<img src="//{HOST}/x.png"><img src="\\\\{HOST}\\share\\x.png">'
    f'<a href="javascript:alert(1)">j</a><img src="file:///etc/hostname"><iframe '
    f'src="http://{HOST}/f"></iframe>'
)
MARKDOWN = f"![t](http://{HOST}/m.png) ![f](file://{BAIT}) [j](javascript:alert) [d]({DATA}) {TRAP}"
SENTENCE = "The ferry to Lindow sank on Sunday, the minister said. About 400 people were on board."


def _escaped(text: str) -> str:
    import html

    return html.escape(text)


def files() -> list[Path]:
    """Write articles in which everything that can hold markup holds it; return their paths."""
    page = (
        f"<html><head><title>{_escaped('Ferry ' + TRAP)}</title><link rel=stylesheet "
        f"href='http://{HOST}/s.css'><meta name=author content='{_escaped('Ann ' + TRAP)}'><meta "
        f"property='og:site_name' content='{_escaped(TRAP)}'><script "
        f"src='http://{HOST}/s.js'></script><base "
        f"href='http://{HOST}/'></head><body><article><h1>Ferry</h1><p>{SENTENCE} "
        f"{TRAP}</p><p>{_escaped(TRAP)} the words of the second paragraph say more of the ferry.</p><img "
        f"src='{DATA}'><object data='file://{BAIT}'></object></article></body></html>"
    )
    mail = (
        f"From: {TRAP} <a@{HOST}>\nTo: b@desk.example\nSubject: Mail {TRAP}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="xx"\n\n--xx\nContent-Type: text/html; charset=utf-8\n\n'
        f'<p>{SENTENCE} By mail. {TRAP}</p>\n--xx\nContent-Type: text/plain; name="a '
        f'{TRAP[:40].replace(chr(34), "")}.txt"\n'
        "Content-Disposition: attachment\n\nAttached words.\n--xx--\n"
    )
    feed = (
        f"<rss version='2.0'><channel><title>{_escaped(TRAP)}</title><item><title>{_escaped('Entry ' + TRAP)}</title>"  # noqa: E501
        f"<link>http://{HOST}/entry</link><description>{_escaped(TRAP)}</description></item></channel></rss>"
    )
    record = f"TY  - NEWS\nTI  - Record {TRAP}\nAU  - Roe, {TRAP}\nPB  - {TRAP}\nER  - \n"
    written = {
        "page.html": page.encode(),
        "notes.md": f"---\ntitle: Notes {TRAP}\nstrange: {TRAP}\n---\n\n{SENTENCE} In notes. {MARKDOWN}\n".encode(),  # noqa: E501
        "letter.eml": mail.encode(),
        "plain.txt": f"Plain {TRAP}\nBy Ann {TRAP}\n\n{SENTENCE} {TRAP} caf\xe9\n".encode("cp1252"),
        "records.ris": record.encode(),
        "feed.xml": feed.encode(),
        "<img src=x>.bin": bytes(range(256)) * 20,
    }
    for name, data in written.items():
        (FOLDER / name).write_bytes(data)
    return [FOLDER / name for name in written]


def trapped(brief: Brief) -> Brief:
    """An edit: markup in every field of the brief that takes words."""
    for section in brief.sections:
        brief = edits.rename_section(brief, section.id, f"{section.title} {TRAP}")
    for claim in tuple(lookup.claims(brief)):
        brief = edits.set_text(brief, claim.id, f"{claim.text} {MARKDOWN}")
        for waiver in claim.waivers:  # they were given for the words before
            brief = edits.waive(brief, claim.id, waiver.rule, waiver.reason)
    for judgement in tuple(lookup.judgements(brief)):
        brief = edits.set_text(brief, judgement.id, f"{judgement.text} {TRAP}")
        brief = edits.set_field(brief, judgement.id, "confidence_reason", TRAP)
    for actor in brief.actors:
        brief = edits.set_field(brief, actor.id, "name", f"{actor.name} {TRAP}")
        brief = edits.set_field(brief, actor.id, "role", TRAP)
    for source in brief.sources:
        brief = edits.set_field(brief, source.id, "title", f"{source.title} {TRAP}")
        brief = edits.set_field(brief, source.id, "publisher", TRAP)
        brief = edits.set_field(brief, source.id, "descriptor", TRAP)
    for _, evidence in tuple(lookup.evidence(brief)):
        brief = edits.set_field(brief, evidence.id, "note", TRAP)
        brief = edits.set_field(brief, evidence.id, "translation", TRAP)
    for field in ("title", "author", "audience", "change_statement"):
        brief = edits.set_field(brief, "brief", field, f"Brief {TRAP}")
    return brief


def rich(widget: QWidget) -> list[str]:
    """Return what a widget, or one in it, would read as foreign markup: a label, a tooltip, an item."""
    found: list[str] = []
    for one in (widget, *widget.findChildren(QWidget)):
        name = one.objectName() or type(one).__name__
        if isinstance(one, QLabel) and "<" in one.text() and one.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label {name}: {one.text()[:60]}")
        if "<img" in one.toolTip() or "<b>" in one.toolTip():
            found.append(f"tooltip {name}: {one.toolTip()[:60]}")
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            found += _rich_items(one, name)
    return found


def _rich_items(view: QAbstractItemView, name: str) -> list[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    tips = [
        str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
        for row in range(min(model.rowCount(QModelIndex()), 60))
        for column in range(columns)
    ]
    return [f"tooltip of {name}: {tip[:60]}" for tip in tips if "<img" in tip or "<b>" in tip]


def shows_trap(widget: QWidget) -> bool:
    """Tell whether the words of the trap stand somewhere in a widget, as words."""
    said: list[str] = []
    for one in widget.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, (QLabel, QLineEdit)):
            said.append(one.text())
        elif isinstance(one, (QTextEdit, QPlainTextEdit)):
            said.append(one.toPlainText())
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            model = one.model()
            for row in range(min(model.rowCount(QModelIndex()), 60)):
                index = model.index(row, 0)
                said += [str(index.data(role)) for role in _ROLES]
    return any(mark in words for words in said for mark in ("<img", "<b>"))


class Tour:
    """Visits the views in turn; `seen` names each, with what was read as markup there."""

    def __init__(self) -> None:
        self.qt = make(["tour"])
        self.app = App(self.qt, Settings(FOLDER / "settings.ini"))
        self.window: Window = self.app.new_window(sample.build(FOLDER / "tour.brief"))
        self.window.resize(1280, 800)
        self.ws: Workspace = workspace_of(self.window)
        self.seen: list[str] = []
        self.rich: list[str] = []
        self.met: list[str] = []

    def wait(self, true: Callable[[], object], seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not true():
            settle(10)
            if time.monotonic() > end:
                raise TimeoutError(f"after {self.seen[-1:]}")

    def look(self, name: str, where: QWidget | None = None) -> None:
        """Paint all that is shown, call up every tooltip, and note what reads as markup.

        `where`: in which widget the words of the trap are looked for, to know that they are shown there.
        """
        settle(15)
        for widget in self.qt.topLevelWidgets():
            if not widget.isVisible():
                continue
            widget.grab()
            for view in widget.findChildren(QListView):
                for row in range(min(view.model().rowCount(QModelIndex()), 4) if view.model() else 0):
                    at = view.visualRect(view.model().index(row, 0)).center()
                    self._tip(view.viewport(), at)
            for label in widget.findChildren(QWidget):
                if label.toolTip() and label.isVisible():
                    self._tip(label, QPoint(3, 3))
            self.rich += [f"{name}: {said}" for said in rich(widget)]
        settle(15)
        self.seen.append(name)
        if where is not None and shows_trap(where):
            self.met.append(name)

    def _tip(self, widget: QWidget, at: QPoint) -> None:
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))

    def dialog(self, name: str, kind: type[QDialog] = QDialog) -> Any:
        def shown() -> list[QDialog]:
            return [d for d in self.window.findChildren(kind) if d.isVisible()]

        self.wait(shown)
        self.look(name, shown()[-1])
        return shown()[-1]

    def act(self, name: str) -> None:
        self.window.actions_by_id[name].trigger()

    def articles(self) -> None:
        acts(self.ws).adding.add_files(files())
        self.wait(lambda: not self.window.jobs.running)
        self.dialog("pick dialog", PickDialog).reject()
        self.look("banners", self.window.banners)
        if not [d for d in self.window.findChildren(SummaryDialog) if d.isVisible()]:
            self.act("articles.summary")
        self.dialog("summary", SummaryDialog).reject()
        self.ws.desk.do("Trap", trapped)
        for source in self.ws.desk.brief.sources:
            self.ws.sources.choose(source.id)
            settle(20)
            self.look(f"article {source.filename or source.title[:20]}", self.ws.reader)
        guessed = next(s for s in self.ws.desk.brief.sources if s.filename == "plain.txt")
        self.ws.sources.choose(guessed.id)
        settle(30)
        self.act("articles.encoding")
        self.dialog("encoding", EncodingDialog).reject()
        self.act("articles.details")
        self.dialog("details of an article").reject()
        letter = next(s for s in self.ws.desk.brief.sources if s.filename == "letter.eml")
        self.ws.sources.choose(letter.id)
        settle(30)
        self.act("articles.attachments")
        self.dialog("attachments", PickDialog).reject()

    def page(self) -> None:
        page = next(s for s in self.ws.desk.brief.sources if s.filename == "page.html")
        self.ws.sources.choose(page.id)
        settle(30)
        text = self.ws.reading.text
        drag_select(
            self.ws, anchor.locate(text, "<b>bold</b>" if "<b>bold</b>" in text else "About 400 people")
        )
        self.act("link.new_claim")
        settle(30)
        self.ws.tabs.setCurrentWidget(self.ws.evidence)
        for claim in sorted(lookup.claims(self.ws.desk.brief), key=lambda claim: len(claim.evidence)):
            self.ws.places.go_to(claim.id)
            settle(15)
        self.look("evidence", self.ws.evidence)
        self.ws.tabs.setCurrentWidget(self.ws.problems)
        self.act("view.next_problem")
        self.look("checks", self.ws.problems)
        self.ws.places.go_to(claim.id)
        self.act("link.suggestions")
        self.wait(lambda: not self.window.jobs.running)
        settle(300)
        self.look("suggestions", self.ws.suggestions)
        self.ws.tabs.setCurrentWidget(self.ws.history)
        self.look("history", self.ws.history)
        field = self.ws.sources.findChild(QLineEdit)
        assert field is not None
        field.setText("ferry")
        settle(300)
        self.look("search hits", self.ws.sources)
        field.clear()

    def versions(self) -> None:
        page = next(s for s in self.ws.desk.brief.sources if s.filename == "page.html")
        newer = FOLDER / "newer.html"
        newer.write_text(
            (FOLDER / "page.html").read_text().replace("About 400", "About 500"), encoding="utf-8"
        )
        acts(self.ws).versions.revise(page, newer)
        self.wait(lambda: not self.window.jobs.running)
        settle(100)
        self.ws.tabs.setTabVisible(self.ws.tabs.indexOf(self.ws.versions), True)
        self.ws.tabs.setCurrentWidget(self.ws.versions)
        self.look("versions", self.ws.versions)

    def sheets(self) -> None:
        self.act("brief.details")
        self.dialog("details of the brief").reject()
        self.act("help.palette")
        self.wait(lambda: self.window.findChild(CommandPalette))
        palette = self.window.findChild(CommandPalette)
        assert palette is not None
        palette.field.setText("ferry")
        self.look("palette", palette)
        palette.hide()
        self.act("help.keys")
        self.dialog("help", HelpSheet).reject()
        self.act("file.preview")
        self.dialog("preview", PreviewDialog).reject()
        for suffix in (".docx", ".md", ".html"):
            path = FOLDER / f"out{suffix}"
            self.act("file.export")
            asked = self.dialog(f"export {suffix}", ExportDialog)
            asked.path.setText(str(path))
            asked.reason.setText(f"Reason {TRAP}")
            asked.go.click()
            self.wait(path.exists)
            self.wait(lambda: not self.window.jobs.running)


class OpenedAddresses(QObject):
    """Takes every address that the program asks the system to open."""

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        heard.append(f"asked the system to open {url.toString()}")


def trespass(kind: str) -> None:
    """Do on purpose what the tour must not do, to show that it would be found out."""
    if kind == "socket":
        import socket

        socket.socket().close()
    elif kind == "file":
        Path("/etc/hostname").read_bytes()
    elif kind == "label":
        label = QLabel(f'<img src="{BAIT}">')
        label.setObjectName("trespasser")
        label.show()
        label.grab()
        heard.extend(rich(label))
    elif kind == "address":
        QDesktopServices.openUrl(QUrl(f"http://{HOST}/"))
    elif kind == "qt":
        from PySide6.QtNetwork import QTcpSocket

        caller = QTcpSocket()
        caller.connectToHost("127.0.0.1", int(PORT))
        caller.waitForConnected(2000)
        caller.abort()


def main() -> None:
    """Make the tour, or only the trespass, and print what was seen and heard."""
    taker = OpenedAddresses()
    for scheme in ("http", "https", "file", "javascript", "data"):
        # What Qt declares here and what it takes differ.
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]
    if TRESPASS:
        made = make(["trespass"])
        trespass(TRESPASS)
        made.processEvents()
        print(json.dumps({"seen": [], "rich": [], "heard": heard, "met": []}))
        return
    tour = Tour()
    for part in (tour.articles, tour.page, tour.versions, tour.sheets):
        part()
    tour.app.end()
    print(json.dumps({"seen": tour.seen, "rich": sorted(set(tour.rich)), "heard": heard, "met": tour.met}))


if __name__ == "__main__":
    main()
