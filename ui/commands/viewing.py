"""Moving about, finding, sizes, themes, the palette, help."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QToolTip

from briefing import __version__
from ui.commands.actions import Action
from ui.look import speech
from ui.translated import tr

_TIP_MS = 60_000  # milliseconds; a key takes it away

if TYPE_CHECKING:
    from ui.command_needs import Frame
    from ui.commands.palette import PaletteEntry
    from ui.look.theme import Mode


class Viewing:
    """Acts on what is shown, not on the brief."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def clipboard(self, what: Literal["cut", "copy", "paste"]) -> None:
        """Cut, copy or paste where the keys are."""
        # Of the window: the palette, from which it may be asked, has the focus for itself.
        focus = self._frame.widget.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
            getattr(focus, what)()

    def toggle_sources(self) -> None:
        """Show or hide the list of articles."""
        if self._frame.workspace is not None:
            pane = self._frame.workspace.sources
            self._frame.workspace.places.leave(pane)
            pane.setVisible(not pane.isVisible())
            self._frame.refresh_checks()

    def toggle_panel(self) -> None:
        """Show or hide the panel below the page."""
        if self._frame.workspace is not None:
            tabs = self._frame.workspace.tabs
            self._frame.workspace.places.leave(tabs)
            tabs.setVisible(not tabs.isVisible())
            self._frame.refresh_checks()

    def zoom(self, step: int) -> None:
        """Set text larger (1), smaller (-1), or to its normal size (0), in every window."""
        settings = self._frame.app.settings
        settings.scale = 1.0 if step == 0 else settings.scale + 0.1 * step
        self._frame.app.restyle()
        self._frame.messages.say(tr("Text at {n} %").format(n=round(settings.scale * 100)))

    def toggle_serif(self) -> None:
        """Set the reader in letters with serifs, or without."""
        self._frame.app.settings.serif = not self._frame.app.settings.serif
        self._frame.app.restyle()

    def toggle_tab(self) -> None:
        """Let Tab in the brief go to the next section, or leave the brief."""
        self._frame.app.settings.tab_sections = not self._frame.app.settings.tab_sections
        self._frame.app.restyle()

    def toggle_spelling(self) -> None:
        """Mark the words that no dictionary has, or do not."""
        self._frame.app.settings.spelling = not self._frame.app.settings.spelling
        self._frame.app.restyle()

    def tip(self) -> None:
        """Show and say what the mouse would show where the keys are."""
        focus = self._frame.widget.focusWidget() or self._frame.widget
        words, below = (
            focus.tip_at_caret()
            if isinstance(focus, speech.Explained)
            else (focus.accessibleDescription(), focus.mapToGlobal(focus.rect().bottomLeft()))
        )
        words = words or tr("There is nothing more to say here.")
        lines = "".join(f"<p style='margin:0'>{html.escape(line)}</p>" for line in words.split("\n"))
        QToolTip.showText(below + QPoint(0, 6), lines, focus, QRect(), _TIP_MS)
        self._frame.messages.speak(words.replace("\n", "; "))

    def theme(self, mode: Mode) -> None:
        """Show the window light, dark, or as the system is."""
        self._frame.app.settings.theme = mode
        self._frame.app.set_theme(mode)

    def toggle_contrast(self) -> None:
        """Show the highest contrast, or as the system asks."""
        on = not self._frame.app.settings.high_contrast
        self._frame.app.settings.high_contrast = on
        self._frame.app.set_contrast(on)

    def toggle_motion(self) -> None:
        """Let nothing fade, or as the system asks."""
        self._frame.app.settings.less_motion = not self._frame.app.settings.less_motion
        self._frame.app.restyle()

    # -- palette and help

    def entries(self) -> list[PaletteEntry]:
        """Return what the palette offers: actions that can be used now, articles, claims."""
        from ui.commands.palette import PaletteEntry

        found = [
            PaletteEntry(
                action.text().replace("&", "").rstrip("…"),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                action.trigger,
            )
            for ident, action in self._frame.actions_by_id.items()
            if action.isEnabled() and ident != "help.palette"
        ]
        workspace = self._frame.workspace
        if workspace is None:
            return found
        from briefing import inline, lookup

        for source in workspace.desk.brief.sources:
            found.append(
                PaletteEntry(
                    source.title or source.filename, tr("article"), _going(workspace.reading.show, source.id)
                )
            )
        brief = workspace.desk.brief
        for item in lookup.worded(brief):
            if words := inline.plain(item.text).strip():
                kind = tr(type(item).__name__.lower())
                found.append(PaletteEntry(words[:120], kind, _going(workspace.places.go_to, item.id)))
        return found

    def palette(self) -> None:
        """Open the command palette."""
        from ui.commands.palette import CommandPalette

        CommandPalette(self.entries(), self._frame.widget).open_over(self._frame.widget)

    def keys(self) -> None:
        """Show the sheet of keys."""
        from ui.commands.help_sheet import HelpSheet

        HelpSheet(self._frame.menus, self._frame.widget).open()

    def about(self) -> None:
        """Say what this is."""
        self._frame.messages.tell(
            tr("Briefing Desk {version}").format(version=__version__),
            tr("Apache License 2.0. It works offline; nothing you read or write leaves this machine."),
            "info",
        )


ACTIONS: tuple[Action[Viewing], ...] = (
    Action("edit.cut", "Cut", ("Edit", 210), lambda c: c.clipboard("cut"), ("Ctrl+X",),
           also=(("page", 210),)),
    Action("edit.copy", "Copy", ("Edit", 220), lambda c: c.clipboard("copy"), ("Ctrl+C",), icon="copy",
           needs="brief", also=(("page", 220),)),
    Action("edit.paste", "Paste", ("Edit", 240), lambda c: c.clipboard("paste"), ("Ctrl+V",), icon="paste",
           also=(("page", 230),)),
    Action("view.toggle_sources", "Articles", ("View", 210), Viewing.toggle_sources, ("Ctrl+Shift+1",),
           icon="panel-left", needs="brief", checkable=True),
    Action("view.toggle_panel", "Evidence and checks", ("View", 220), Viewing.toggle_panel, ("Ctrl+Shift+2",),
           icon="panel-bottom", needs="brief", checkable=True),
    Action("view.zoom_in", "Larger text", ("View", 410), lambda c: c.zoom(1), ("Ctrl++", "Ctrl+="), needs=""),
    Action("view.zoom_out", "Smaller text", ("View", 420), lambda c: c.zoom(-1), ("Ctrl+-",), needs=""),
    Action("view.zoom_reset", "Normal text size", ("View", 430), lambda c: c.zoom(0), ("Ctrl+0",), needs=""),
    Action("view.serif", "Serif in the reader", ("View", 440), Viewing.toggle_serif, needs="",
           checkable=True),
    Action("view.tab_sections", "Tab goes to the next section", ("View", 450), Viewing.toggle_tab, needs="",
           checkable=True),
    Action("view.spelling", "Check spelling as you type", ("View", 460), Viewing.toggle_spelling, needs="",
           checkable=True),
    Action("view.tip", "What stands at the caret", ("View", 150), Viewing.tip, ("Shift+F1",), needs="brief"),
    Action("view.theme_system", "Colours of the system", ("View", 510), lambda c: c.theme("system"), needs="",
           checkable=True),
    Action("view.theme_light", "Light", ("View", 520), lambda c: c.theme("light"), icon="sun", needs="",
           checkable=True),
    Action("view.theme_dark", "Dark", ("View", 530), lambda c: c.theme("dark"), icon="moon", needs="",
           checkable=True),
    Action("view.high_contrast", "High contrast", ("View", 540), Viewing.toggle_contrast, needs="",
           checkable=True),
    Action("view.less_motion", "Less motion", ("View", 550), Viewing.toggle_motion, needs="", checkable=True),
    Action("help.palette", "Commands…", ("Help", 110), Viewing.palette, ("Ctrl+K",), icon="palette",
           needs=""),
    Action("help.keys", "Keys", ("Help", 120), Viewing.keys, ("F1",), icon="keyboard", needs=""),
    Action("help.about", "About Briefing Desk", ("Help", 130), Viewing.about, icon="info", needs=""),
)  # fmt: skip


def _going(go: Callable[[str], object], ident: str) -> Callable[[], object]:
    return lambda: go(ident)
