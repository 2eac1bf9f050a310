"""Handing a brief out: preview, export, PDF, print, the list of sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from briefing import edits
from briefing.errors import BriefingError
from briefing.exporting import formats, options
from briefing.exporting.numbering import numbers
from briefing.exporting.request import ExportRequest
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks.findings import Finding
    from briefing.checks.quotes import Verdict
    from briefing.exporting.formats import Exporter
    from briefing.exporting.options import Options
    from briefing.model import Brief
    from briefing.tasks.write_export import CheckedExport
    from ui.command_needs import Frame, Shown
    from ui.desk import Desk
    from ui.dialogs.export_asked import ExportAsked
    from ui.qt.jobs import Ticket

_SHOWN_REMARKS = 4


class Exporting:
    """Acts on exports of one window's brief."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def preview(self, look: Options | None = None) -> None:
        """Show the brief as it would be exported; `look` is what is chosen, else what was chosen last."""
        workspace = self._frame.workspace
        if workspace is None or not self._frame.flush():
            return
        brief, broken = workspace.desk.brief, workspace.states.broken
        picture_of = workspace.desk.original_of

        def act(_ticket: Ticket) -> str:
            from briefing.tasks import write_export

            chosen = look if look is not None else options.read(brief.export_choices)
            request = ExportRequest(brief, chosen, broken, picture_of=picture_of)
            return write_export.preview(request, formats.HTML).data.decode()

        def done(html: str) -> None:
            from ui.dialogs.preview import PreviewDialog

            dialog = PreviewDialog(html, self._frame.widget)
            dialog.pages_requested.connect(self.print_brief)
            dialog.export_requested.connect(self.export)
            dialog.show()

        self._frame.jobs.run(act, done, self._frame.messages.fail)

    def export(self, *, draft: bool = False) -> None:
        """Ask for a format and a path, and export; as a `draft` at the first choice."""
        workspace = self._frame.workspace
        if workspace is None or self._frame.path is None or not self._frame.flush():
            return
        last = self._frame.app.settings.last_export(workspace.desk.brief.id)
        suggestion = Path(last) if last else self._frame.path.with_suffix(formats.EXPORTERS[0].suffix)
        from ui.dialogs.export import ExportDialog

        chosen = options.read(workspace.desk.brief.export_choices)
        findings = _but_lost_quotes(workspace)
        verdicts = _shown(workspace, chosen)
        dialog = ExportDialog(
            suggestion, findings, self._frame.widget, options=chosen, verdicts=verdicts, draft=draft
        )
        dialog.chosen.connect(self._export)
        dialog.show_requested.connect(self._frame.lead_to)
        dialog.preview_requested.connect(self.preview)
        dialog.open()

    def export_again(self) -> None:
        """Export to the same file as last time."""
        workspace = self._frame.workspace
        if workspace is None:
            return
        last = self._frame.app.settings.last_export(workspace.desk.brief.id)
        if last:
            from ui.dialogs.export_asked import ExportAsked

            chosen = options.read(workspace.desk.brief.export_choices)
            draft = self._frame.app.settings.last_was_draft(workspace.desk.brief.id)
            self._export(ExportAsked(Path(last), "", False, chosen, draft))
        else:
            self.export()

    def _export(self, asked: ExportAsked) -> None:
        workspace = self._frame.workspace
        if workspace is None or not self._frame.flush():
            return
        choices = options.kept(asked.options)
        if choices != workspace.desk.brief.export_choices and not workspace.desk.read_only:
            workspace.desk.do(tr("Choices of the export"), edits.set_export_choices, choices)
        desk = workspace.desk
        brief, text_of = desk.brief, desk.text_of
        request = ExportRequest(brief, asked.options, draft=asked.draft, picture_of=desk.original_of)
        known = formats.writes(asked.path)
        page = known.pages_of if known is not None else None

        def act(_ticket: Ticket) -> CheckedExport | tuple[str, ...]:
            return _checked(request, text_of, page, asked) if page else _publish(request, desk, asked)

        bar = self._frame.messages.progress(tr("Exporting to {file}").format(file=asked.path.name), None)

        def done(made: CheckedExport | tuple[str, ...]) -> None:
            bar.close_bar()
            try:
                remarks = made if isinstance(made, tuple) else self._write_pdf(brief, asked, made)
            except BriefingError as error:
                self._failed(asked, error.message, error.hint)
                return
            self._exported(brief, asked, remarks)

        def failed(message: str, hint: str) -> None:
            bar.close_bar()
            self._failed(asked, message, hint)

        self._frame.jobs.run(act, done, failed)

    def _failed(self, asked: ExportAsked, message: str, hint: str) -> None:
        """Say why nothing was written; where the place is to blame, offer a name beside it."""
        if "was not written" not in message:
            self._frame.messages.tell(message, hint, "error", self._ways_out(asked))
            return
        beside = free_name(asked.path)
        words = tr("Write “{name}” instead").format(name=beside.name)
        self._frame.messages.tell(
            message, hint, "error", [(words, lambda: self._export(replace(asked, path=beside)))]
        )

    def _ways_out(self, asked: ExportAsked) -> list[tuple[str, Callable[[], None]]]:
        """Return what can be done where something that stands stopped an export."""
        workspace = self._frame.workspace
        if workspace is None or asked.draft or asked.reason:
            return []
        locks = _locks(workspace, asked.options)
        if not locks:
            return []
        return [
            (tr("Export a draft"), lambda: self._export(replace(asked, draft=True))),
            (tr("Show the findings"), lambda: self._frame.lead_to(locks[0])),
        ]

    def _write_pdf(self, brief: Brief, asked: ExportAsked, made: CheckedExport) -> tuple[str, ...]:
        """Set the checked HTML on pages and write it. Fonts are the window's, so this runs in its thread."""
        from briefing.tasks.write_export import marked, write
        from ui.look import paper as printing

        paper = printing.Paper(
            made.rendered.data.decode(), brief.title, marked(brief).marking, asked.options.page, asked.draft
        )
        write(asked.path, printing.pdf(paper, self._frame.widget.font()))
        return made.remarks

    def print_brief(self) -> None:
        """Show the pages as a printer would make them, and print them."""
        workspace = self._frame.workspace
        if workspace is None or not self._frame.flush():
            return
        from briefing.tasks.write_export import marked
        from ui.dialogs.print_preview import PrintPreview
        from ui.look import paper as printing

        brief, broken = workspace.desk.brief, workspace.states.broken
        picture_of = workspace.desk.original_of
        chosen = options.read(brief.export_choices)
        # No reason is asked for before a page is printed: what would need one leaves as a draft.
        draft = bool(_locks(workspace, chosen))

        def act(_ticket: Ticket) -> str:
            from briefing.tasks import write_export

            request = ExportRequest(brief, chosen, broken, draft=draft, picture_of=picture_of)
            return write_export.preview(request, formats.HTML).data.decode()

        def done(html: str) -> None:
            paper = printing.Paper(html, brief.title, marked(brief).marking, chosen.page, draft)
            dialog = PrintPreview(paper, self._frame.widget.font(), self._frame.widget)
            dialog.open()

        self._frame.jobs.run(act, done, self._frame.messages.fail)

    def copy_rich(self) -> None:
        """Copy the claim with the caret, or the whole section from its heading, with its sources, as rich
        text.
        """
        workspace = self._frame.workspace
        row = workspace.page.current_row() if workspace is not None and self._frame.flush() else None
        if workspace is None or row is None:
            return
        brief = workspace.desk.brief
        from briefing.exporting import clipboard_text

        try:
            html, words = clipboard_text.rich(brief, [row.id], options.read(brief.export_choices))
        except BriefingError as error:
            self._frame.messages.tell(error.message, error.hint, "info")
            return
        data = QMimeData()
        data.setHtml(html)
        data.setText(words)
        QApplication.clipboard().setMimeData(data)
        self._frame.messages.say(tr("Copied with its sources"))

    def references(self) -> None:
        """Ask for a file and write the list of sources for a reference manager."""
        workspace = self._frame.workspace
        if workspace is None or self._frame.path is None:
            return
        from briefing import citing
        from briefing.tasks import write_export

        kinds = ";;".join(f"{kind.name} (*{kind.suffix})" for kind in citing.REFERENCES)
        suggestion = str(self._frame.path.with_suffix(citing.REFERENCES[0].suffix))
        chosen, _ = QFileDialog.getSaveFileName(
            self._frame.widget, tr("The list of sources"), suggestion, kinds
        )
        if not chosen:
            return
        try:
            path = Path(chosen)
            write_export.write(
                path, citing.write(citing.format_for(path), workspace.desk.brief.sources).encode()
            )
        except BriefingError as error:
            self._frame.messages.fail(error.message, error.hint)
            return
        self._frame.messages.tell(tr("The list of sources is in {file}.").format(file=path.name), "", "info")

    def _exported(self, brief: Brief, asked: ExportAsked, remarks: tuple[str, ...]) -> None:
        self._frame.app.settings.set_last_export(brief.id, str(asked.path), draft=asked.draft)
        show = QUrl.fromLocalFile(str(asked.path))
        if asked.open_after:
            QTimer.singleShot(0, lambda: QDesktopServices.openUrl(show))
        more = [(tr("All {n} remarks").format(n=len(remarks)), lambda: self._all_remarks(asked, remarks))]
        self._frame.messages.tell(
            (tr("A draft is in {file}.") if asked.draft else tr("Exported to {file}.")).format(
                file=asked.path.name
            ),
            " ".join(remarks[:_SHOWN_REMARKS]),
            "info",
            [
                *(more if len(remarks) > _SHOWN_REMARKS else ()),
                (tr("Open it"), lambda: QDesktopServices.openUrl(show)),
                (tr("Copy the path"), lambda: QApplication.clipboard().setText(str(asked.path))),
            ],
        )

    def _all_remarks(self, asked: ExportAsked, remarks: tuple[str, ...]) -> None:
        self._frame.messages.tell(
            tr("About the export to {file}:").format(file=asked.path.name), "\n".join(remarks)
        )


ACTIONS: tuple[Action[Exporting], ...] = (
    Action("file.preview", "Preview", ("File", 310), Exporting.preview, ("Ctrl+P",), icon="eye",
           needs="brief"),
    Action("file.export", "Export…", ("File", 320), Exporting.export, ("Ctrl+E",), icon="export",
           needs="brief", also=(("toolbar", 510),)),
    Action("file.export_draft", "Export a draft…", ("File", 330), lambda c: c.export(draft=True),
           needs="brief"),
    Action("file.export_again", "Export again", ("File", 340), Exporting.export_again, ("Ctrl+Shift+E",),
           needs="brief"),
    Action("file.print", "Print…", ("File", 350), Exporting.print_brief, needs="brief"),
    Action("file.references", "Write the list of sources…", ("File", 360), Exporting.references,
           needs="brief"),
    Action("edit.copy_rich", "Copy with its sources", ("Edit", 230), Exporting.copy_rich, ("Ctrl+Alt+C",),
           icon="copy", needs="brief"),
)  # fmt: skip


def _locks(workspace: Shown, chosen: Options) -> tuple[Finding, ...]:
    """Return what a final export of the file would ask a reason for."""
    from briefing.checks import stands  # the rules and their grammars: not before the first page shows

    return stands(_shown(workspace, chosen), _but_lost_quotes(workspace)).locks


def _shown(workspace: Shown, chosen: Options) -> list[Verdict]:
    """Return the verdicts on the quotes that a file would show."""
    shown = numbers(workspace.desk.brief, chosen)
    return [verdict for verdict in workspace.states.verdicts if verdict.evidence_id in shown]


def _but_lost_quotes(workspace: Shown) -> list[Finding]:
    """Return the findings besides those on lost quotes, which the verdicts report."""
    return [finding for finding in workspace.states.findings if finding.rule != "L2"]


def free_name(path: Path) -> Path:
    """Return a name beside a file that nothing has yet: “brief 2.docx”."""
    number = 2
    while (beside := path.with_stem(f"{path.stem} {number}")).exists():
        number += 1
    return beside


def _checked(
    request: ExportRequest, text_of: Callable[[str], str], page: Exporter, asked: ExportAsked
) -> CheckedExport:
    from briefing.tasks.write_export import check_place, checked

    check_place(asked.path)
    return checked(request, text_of, page, reason=asked.reason)


def _publish(request: ExportRequest, desk: Desk, asked: ExportAsked) -> tuple[str, ...]:
    # python-docx costs a tenth of a second: not before it is needed
    from briefing.tasks.write_export import publish

    report = publish(request, desk.text_of, asked.path, reason=asked.reason, original_of=desk.original_of)
    return report.remarks
