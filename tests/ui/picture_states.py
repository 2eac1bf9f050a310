"""The states of the window that are pictured: each a function from a window with the sample to what is
grabbed.
"""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QWidget

from briefing import edits, lookup
from briefing.checks.completeness import FILL_IN
from briefing.exporting.request import ExportRequest
from briefing.model import Brief
from briefing.tasks import write_export
from tests.ui.commands.flows import ARTICLE, DAM, FERRY, PEOPLE, claim, put
from tests.ui.windows import acts, dialog, keys, settle, workspace_of
from ui.commands.palette import CommandPalette
from ui.page.chip_editor import ChipEditor
from ui.window import Window


def wait(true: Callable[[], object]) -> None:
    """Let the window work until something is so, at most 15 seconds."""
    end = time.monotonic() + 15
    while not true() and time.monotonic() < end:
        settle(20)


def first(brief: Brief, *, quotes: int) -> str:
    return next(c.id for c in lookup.claims(brief) if len(c.evidence) >= quotes)


def evidence(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.places.go_to(first(ws.desk.brief, quotes=3))
    for _ in range(6):
        keys(ws.reader.article, Qt.Key.Key_J)
    settle(250)
    return window


def outlook(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.places.go_to(next(iter(lookup.judgements(ws.desk.brief))).id)
    ws.tabs.setCurrentWidget(ws.problems)
    return window


def right_to_left(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.sources.choose(next(s.id for s in ws.desk.brief.sources if s.language == "ar"))
    ws.tabs.setCurrentWidget(ws.history)
    return window


def graded(window: Window) -> None:
    """Make claims whose quotes say otherwise, lack something, and lack what the article has."""
    ws = workspace_of(window)
    source = put(ws, ARTICLE, descriptor="")
    claim(
        ws, "The ferry will restart on Sunday, the minister said, and about 400 people wait.", source, FERRY
    )
    claim(ws, "About 900 people were stranded on the east bank.", source, PEOPLE)
    claim(ws, "The dam upstream is old, engineers told the council in Brussels.", source, DAM)
    ws.tabs.setCurrentWidget(ws.problems)
    wait(lambda: any(f.passage for f in ws.states.shown))
    ws.places.go_to(next(f.item_id for f in ws.states.shown if f.passage))


def waiving(window: Window) -> QWidget:
    graded(window)
    acts(workspace_of(window)).checking.waive_chosen()
    return window


def filling_in(window: Window) -> QWidget:
    graded(window)
    states = workspace_of(window).states
    wait(lambda: any(f.fix == FILL_IN for f in states.shown))
    acts(workspace_of(window)).checking.fix(next(f for f in states.shown if f.fix == FILL_IN))
    return dialog(window, "missing_form")


def errors(window: Window) -> QWidget:
    window.messages.fail("The disk is full: the last words could not be written.", "Make room, then type on.")
    window.tell(
        "report.pdf holds pictures of pages and no text.",
        "Have it recognised by a scanner's program first.",
        "warning",
    )
    return window


def flash(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.reading.reveal(next(lookup.evidence(ws.desk.brief))[1].id)
    settle(60)
    return window


def found(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.reader.open_find()
    ws.reader.find_bar.field.setText("patrol")
    return window


def searched(window: Window) -> QWidget:
    workspace_of(window).sources.search.line.setText("patrol")
    settle(500)
    return window


def checked(window: Window) -> QWidget:
    ws = workspace_of(window)
    wait(lambda: ws.states.findings)
    window.actions_by_id["view.next_problem"].trigger()
    return window


def basis(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.down.setSizes([300, 420])
    ws.places.go_to(next(j for j in lookup.judgements(ws.desk.brief) if j.basis).id)
    return window


def suggested(window: Window) -> QWidget:
    ws = workspace_of(window)
    ws.places.go_to(first(ws.desk.brief, quotes=1))
    window.actions_by_id["link.suggestions"].trigger()
    settle(600)
    return window


def changed(window: Window) -> QWidget:
    ws = workspace_of(window)
    window.actions_by_id["brief.freeze"].trigger()
    settle(200)
    judgement = next(iter(lookup.judgements(ws.desk.brief)))
    ws.desk.do("Likelihood", edits.set_field, judgement.id, "likelihood", "likely")
    return opened("changes", "brief.changes")(window)


def revised(window: Window) -> QWidget:
    """An article with another number in it, as a new version."""
    ws = workspace_of(window)
    source = ws.desk.brief.sources[0]
    newer = ws.desk.text_of(source.text_sha).replace("four days", "five days")
    path = Path(window.path or ".").with_name("newer.txt")
    path.write_text(newer, encoding="utf-8")
    acts(ws).versions.revise(source, path)
    wait(lambda: not window.jobs.running)
    settle(200)
    acts(ws).versions.show()
    return window


def reviewed(window: Window) -> QWidget:
    """The sample's Word file with two words changed by hand, its marking raised, and an entry of the sources
    corrected.
    """
    ws = workspace_of(window)
    folder = Path(window.path or ".").parent
    request = ExportRequest(ws.desk.brief, made=datetime(2031, 5, 9, tzinfo=UTC))
    write_export.publish(request, ws.desk.text_of, folder / "out.docx")
    target = folder / "reviewed.docx"
    with zipfile.ZipFile(folder / "out.docx") as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"blocked by a sit-in", b"stopped by a sit-in").replace(
                    b"since the start of December", b"since December"
                )
                data = data.replace(b"17 March 2020", b"16 March 2020")
            elif name.startswith(("word/header", "word/footer")):
                data = data.replace(b"TLP:GREEN", b"TLP:RED")
            made.writestr(name, data)
    acts(ws).reviewing.open(target)
    wait(lambda: ws.review.rows.rows)
    return window


def unsaved(window: Window) -> QWidget:
    """Another program has written over the file."""
    assert window.path is not None
    with window.path.open("r+b") as file:
        file.truncate(4096)
    window.watch()
    wait(window.banners.bars)
    return window


def opened(name: str, trigger: str) -> Callable[[Window], QWidget]:
    def show(window: Window) -> QWidget:
        window.actions_by_id[trigger].trigger()
        return next(d for d in window.findChildren(QDialog) if d.objectName() == name and d.isVisible())

    return show


def previewed(window: Window) -> QWidget:
    window.actions_by_id["file.preview"].trigger()
    settle(600)
    return next(d for d in window.findChildren(QDialog) if d.objectName() == "preview")


def palette(window: Window) -> QWidget:
    made = CommandPalette(window.viewing.entries(), window)
    made.open_over(window)
    return made


def chip(field: str) -> Callable[[Window], QWidget]:
    def show(window: Window) -> QWidget:
        ws = workspace_of(window)
        judgement = next(iter(lookup.judgements(ws.desk.brief)))
        made = ChipEditor(ws.desk.brief, judgement, field, ws)
        made.open_at(QPoint(200, 200))
        return made

    return show


def shared(window: Window) -> QWidget:
    """The sample with a frozen edition, about to be shared."""
    window.actions_by_id["brief.freeze"].trigger()
    settle(200)
    return opened("share", "file.share")(window)


def backed_up(window: Window) -> QWidget:
    """The backups of the sample, one of them made at another place."""
    from briefing.storage import Backup
    from ui.dialogs.choose_backup import BackupsDialog

    path = window.path or Path("sample.brief")
    places = ("", "", "/home/ana/briefs/turkey and russia/last week/sample.brief")
    made = [
        Backup(Path(f"{n}.backup"), 1_590_000_000 - 4000 * n, 41_000 + n, p) for n, p in enumerate(places)
    ]
    dialog = BackupsDialog(path, made, window)
    dialog.open()
    return dialog


def refused(window: Window) -> QWidget:
    """A brief that is damaged: what the window says and offers."""
    path = Path(window.path or ".").with_name("damaged.brief")
    data = bytearray(Path(window.path or ".").read_bytes())
    data[8192:20480] = bytes(12288)
    path.write_bytes(data)
    window.app.open(path, window)
    return window


def rescued(window: Window) -> QWidget:
    refused(window)
    path = Path(window.path or ".").with_name("damaged.brief")
    window.files.copies.rescue(path)
    wait(lambda: not window.jobs.running)
    settle(300)
    windows = window.app.windows  # type: ignore[attr-defined]
    return next(d for w in windows for d in w.findChildren(QDialog) if d.objectName() == "rescued")


STATES: dict[str, Callable[[Window], QWidget]] = {
    "sample": lambda window: window,
    "evidence": evidence,
    "outlook": outlook,
    "right-to-left": right_to_left,
    "errors": errors,
    "flash": flash,
    "found": found,
    "not-saved": unsaved,
    "palette": palette,
    "searched": searched,
    "checked": checked,
    "basis": basis,
    "suggested": suggested,
    "changed": changed,
    "revised": revised,
    "reviewed": reviewed,
    "waiving": waiving,
    "filling-in": filling_in,
    "rules": opened("rules", "brief.rules"),
    "fetch": opened("fetch_page", "articles.fetch"),
    "same-origin": opened("choose_article", "articles.same_origin"),
    "new-brief": opened("new_brief", "file.new"),
    "article-details": opened("source_details", "articles.details"),
    "brief-details": opened("brief_details", "brief.details"),
    "paste": opened("paste_article", "articles.paste"),
    "preview": previewed,
    "export": opened("export", "file.export"),
    "backups": backed_up,
    "share": shared,
    "refused": refused,
    "rescued": rescued,
    "keys": opened("help_sheet", "help.keys"),
    **{
        f"chip-{field}": chip(field)
        for field in ("likelihood", "confidence", "horizon", "basis", "indicators")
    },
}
