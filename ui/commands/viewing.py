"""Moving about, finding, sizes, themes, the palette, help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from briefing import __version__
from ui import hands
from ui.commands.actions import ACTIONS
from ui.look.theme import Mode

if TYPE_CHECKING:
    from ui.commands.palette import Entry
    from ui.window import Window


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewing", text)


class Viewing:
    """Acts on what is shown, not on the brief."""

    def __init__(self, window: Window) -> None:
        self._w = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the functions of the edit, view and help actions."""
        return {
            "edit.cut": lambda: self._clipboard("cut"),
            "edit.copy": lambda: self._clipboard("copy"),
            "edit.paste": lambda: self._clipboard("paste"),
            "view.toggle_sources": self._toggle_sources,
            "view.toggle_panel": self._toggle_panel,
            "view.zoom_in": lambda: self.zoom(1),
            "view.zoom_out": lambda: self.zoom(-1),
            "view.zoom_reset": lambda: self.zoom(0),
            "view.serif": self._toggle_serif,
            "view.theme_system": lambda: self.theme("system"),
            "view.theme_light": lambda: self.theme("light"),
            "view.theme_dark": lambda: self.theme("dark"),
            "help.palette": self.palette,
            "help.keys": self.keys,
            "help.about": self.about,
        }

    def _clipboard(self, what: str) -> None:
        # Of the window: the palette, from which it may be asked, has the focus for itself.
        focus = self._w.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
            getattr(focus, what)()

    def _toggle_sources(self) -> None:
        if self._w.workspace is not None:
            pane = self._w.workspace.sources
            hands.leave(self._w.workspace, pane)
            pane.setVisible(not pane.isVisible())
            self._w.refresh_checks()

    def _toggle_panel(self) -> None:
        if self._w.workspace is not None:
            tabs = self._w.workspace.tabs
            hands.leave(self._w.workspace, tabs)
            tabs.setVisible(not tabs.isVisible())
            self._w.refresh_checks()

    def zoom(self, step: int) -> None:
        """Set text larger (1), smaller (-1), or to its normal size (0), in every window."""
        settings = self._w.app.settings
        settings.scale = 1.0 if step == 0 else settings.scale + 0.1 * step
        self._w.app.restyle()
        self._w.say(_tr("Text at {n} %").format(n=round(settings.scale * 100)))

    def _toggle_serif(self) -> None:
        self._w.app.settings.serif = not self._w.app.settings.serif
        self._w.app.restyle()

    def theme(self, mode: Mode) -> None:
        """Show the window light, dark, or as the system is."""
        self._w.app.settings.theme = mode
        self._w.app.set_theme(mode)

    # -- palette and help

    def entries(self) -> list[Entry]:
        """Return what the palette offers: actions that can be used now, articles, claims."""
        from ui.commands.palette import Entry

        found = [
            Entry(
                action.text().replace("&", "").rstrip("…"),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                action.trigger,
            )
            for row in ACTIONS
            if (action := self._w.actions_by_id[row.id]).isEnabled() and row.id != "help.palette"
        ]
        workspace = self._w.workspace
        if workspace is None:
            return found
        from briefing import inline, lookup
        from briefing.model import Claim

        for source in workspace.desk.brief.sources:
            found.append(
                Entry(
                    source.title or source.filename, _tr("article"), _going(workspace.reading.show, source.id)
                )
            )
        for item in lookup.statements(workspace.desk.brief):
            if words := inline.plain(item.text).strip():
                kind = _tr("claim") if isinstance(item, Claim) else _tr("judgement")
                found.append(Entry(words[:120], kind, _going(workspace.go_to, item.id)))
        return found

    def palette(self) -> None:
        """Open the command palette."""
        from ui.commands.palette import Palette

        Palette(self.entries(), self._w).open_over(self._w)

    def keys(self) -> None:
        """Show the sheet of keys."""
        from ui.commands.help_sheet import HelpSheet

        HelpSheet(self._w.actions_by_id, self._w).open()

    def about(self) -> None:
        """Say what this is."""
        self._w.tell(
            _tr("Briefing Desk {version}").format(version=__version__),
            _tr("Apache License 2.0. It works offline; nothing you read or write leaves this machine."),
        )


def _going(go: Callable[[str], object], ident: str) -> Callable[[], object]:
    return lambda: go(ident)
