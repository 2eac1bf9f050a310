"""The look: one accent, one spacing unit, tables of named colours, one style sheet made of them.

Widgets never name a colour. They set a `role` property that the style sheet knows, or, where they
paint themselves, ask `of(self.palette())` for the tokens while painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.look.colours import Tokens, disabled_ink, of_window, tokens
from ui.look.style_sheet import sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

Mode = Literal["system", "light", "dark"]
MODES: tuple[Mode, ...] = ("system", "light", "dark")

UNIT = 4
"""The spacing unit in device-independent pixels; every margin and gap is a multiple of it."""

HEADING = 1.2
TITLE = 1.6
"""The two type sizes above the body, as factors of it."""


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette is one of light text on a dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def of(palette: QPalette) -> Tokens:
    """Return the tokens that go with a widget's palette; cheap enough for a paint event."""
    return of_window(palette.color(QPalette.ColorRole.Window).name(), is_dark(palette))


def sized(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a copy of `font`, `factor` times its size, in `weight`."""
    out = QFont(font)
    if font.pointSizeF() > 0:
        out.setPointSizeF(font.pointSizeF() * factor)
    else:
        out.setPixelSize(max(1, round(font.pixelSize() * factor)))
    out.setWeight(weight)
    return out


def heading_font(font: QFont) -> QFont:
    """Return the font of headings inside a pane or a dialog."""
    return sized(font, HEADING, QFont.Weight.DemiBold)


def title_font(font: QFont) -> QFont:
    """Return the font of the one title of a page or of the empty window."""
    return sized(font, TITLE, QFont.Weight.DemiBold)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet (primary, quiet, muted, card …) and repaint it in it."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Theme(QObject):
    """Keeps an application in one of the modes, and with the system while the mode is "system".

    With `bare` the style sheet waits for `dress`: a window is built in less time without one, and dressed at
    once.
    """

    changed = Signal(bool)
    """Emitted after the colours changed; the value is whether they are dark now."""

    def __init__(
        self, app: QApplication, mode: Mode = "system", *, high: bool = False, bare: bool = False
    ) -> None:
        """`high`: with the highest contrast, whether the system asks for it or not."""
        super().__init__(app)
        self._bare = bare
        self._app = app
        self._mode: Mode = mode
        self._high = high
        self._shown: Tokens | None = None
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        if (asked := _accessibility_hints()) is not None:
            asked.contrastPreferenceChanged.connect(self._follow)
        self.set_mode(mode)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def dark(self) -> bool:
        """Return whether the colours shown now are the dark ones."""
        return self._shown is not None and self._shown.dark

    @property
    def high(self) -> bool:
        """Return whether the contrast shown now is the highest."""
        return self._shown in (tokens(False, True), tokens(True, True))

    def set_mode(self, mode: Mode) -> None:
        """Show `mode` from now on."""
        self._mode = mode
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # Given to the system as well, so that title bars and native file dialogs agree.
        QGuiApplication.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        self._show()

    def set_high(self, on: bool) -> None:
        """Show the highest contrast from now on, or as the system asks."""
        self._high = on
        self._show()

    def _follow(self, _what: object) -> None:
        self._show()

    def _show(self) -> None:
        dark = self._mode == "dark" or (self._mode == "system" and system_is_dark())
        table = tokens(dark, self._high or system_asks_contrast())
        if table is self._shown:
            return
        self._shown = table
        paint(self._app, table, bare=self._bare)
        self.changed.emit(dark)

    def dress(self) -> None:
        """Set the style sheet, where it has waited."""
        if self._bare and self._shown is not None:
            self._bare = False
            self._app.setStyleSheet(sheet(self._shown))


def _accessibility_hints() -> QAccessibilityHints | None:
    """Return what the system says of accessibility; Qt knows it from 6.10 on."""
    asked = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return asked() if asked is not None else None


def system_asks_contrast() -> bool:
    """Return whether the system asks for high contrast now."""
    hints = _accessibility_hints()
    return hints is not None and hints.contrastPreference() == Qt.ContrastPreference.HighContrast


def system_is_dark() -> bool:
    """Return whether the system asks for dark windows now."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply(app: QApplication, mode: Mode = "system", *, high: bool = False, bare: bool = False) -> Theme:
    """Dress the application and return the object that keeps it so (a child of `app`); see Theme."""
    return Theme(app, mode, high=high, bare=bare)


def paint(app: QApplication, table: Tokens, *, bare: bool = False) -> None:
    """Set the Fusion style, the palette and (unless `bare`) the style sheet for one table of colours."""
    if app.style() is None or app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(table))
    if not bare:
        app.setStyleSheet(sheet(table))


def palette(table: Tokens) -> QPalette:
    """Return the Qt palette of a table of colours."""
    role = QPalette.ColorRole
    colours = {
        role.Window: table.window,
        role.WindowText: table.text,
        role.Base: table.surface,
        role.AlternateBase: table.surface_2,
        role.Text: table.text,
        role.PlaceholderText: table.text_muted,
        role.Button: table.surface,
        role.ButtonText: table.text,
        role.BrightText: table.error,
        role.ToolTipBase: table.surface,
        role.ToolTipText: table.text,
        role.Highlight: table.selection,
        role.HighlightedText: table.selection_text,
        role.Accent: table.accent,
        role.Link: table.link,
        role.LinkVisited: table.link,
        role.Light: table.surface,
        role.Midlight: table.surface_2,
        role.Mid: table.line,
        role.Dark: table.line_strong,
        role.Shadow: "#000000",
    }
    out = QPalette()
    for name, colour in colours.items():
        out.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        out.setColor(QPalette.ColorGroup.Disabled, name, QColor(disabled_ink(table)))
    out.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(table.surface_2))
    return out
