import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from ui.look import theme
from ui.look.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens, contrast, tokens
from ui.look.style_sheet import sheet

TABLES = [
    pytest.param(LIGHT, id="light"),
    pytest.param(DARK, id="dark"),
    pytest.param(HIGH_LIGHT, id="light, high contrast"),
    pytest.param(HIGH_DARK, id="dark, high contrast"),
]
INKS = ("text", "text_muted", "link", "ok", "warn", "error", "contradict", "context")
GROUNDS = ("highlight", "highlight_strong", "highlight_contradict", "highlight_context", "flash")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ground", ["window", "surface", "surface_2"])
@pytest.mark.parametrize("ink", INKS)
def test_its_inks_reach_the_contrast_of_wcag_aa(table: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(table, ink), getattr(table, ground)) >= 4.5


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *(("text", ground) for ground in (*GROUNDS, "hover", "accent_soft", "warn_soft", "error_soft")),
        ("text_muted", "accent_soft"),
        ("text_muted", "warn_soft"),
        ("text_muted", "error_soft"),
        ("accent_text", "accent"),
        ("accent_text", "accent_hover"),
        ("selection_text", "selection"),
    ],
)
def test_it_keeps_words_readable_on_coloured_grounds(table: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(table, ink), getattr(table, ground)) >= 4.5


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ground", ["window", "surface", "surface_2", "hover"])
@pytest.mark.parametrize("mark", ["edge", "accent"])
def test_borders_of_controls_and_what_is_chosen_reach_three_to_one(
    table: Tokens, mark: str, ground: str
) -> None:
    assert contrast(getattr(table, mark), getattr(table, ground)) >= 3


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ground", ["window", "surface", "surface_2", "hover", *GROUNDS])
def test_the_ring_of_what_has_the_keys_is_seen_over_any_ground(table: Tokens, ground: str) -> None:
    assert contrast(table.accent_hover, getattr(table, ground)) >= 3


@pytest.mark.parametrize("table", TABLES)
def test_the_bar_of_a_chosen_row_is_seen_on_its_ground(table: Tokens) -> None:
    assert contrast(table.accent, table.accent_soft) >= 3


@pytest.mark.parametrize("table", [HIGH_LIGHT, HIGH_DARK])
@pytest.mark.parametrize("ink", [*INKS, "accent", "edge"])
def test_high_contrast_reaches_seven_to_one(table: Tokens, ink: str) -> None:
    for ground in ("window", "surface", "surface_2"):
        assert contrast(getattr(table, ink), getattr(table, ground)) >= 7


def test_it_measures_contrast_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_it_knows_its_own_palettes(dark: bool, high: bool) -> None:
    made = theme.palette(tokens(dark, high))
    assert theme.is_dark(made) is dark
    assert theme.of(made) is tokens(dark, high)


@pytest.mark.parametrize(
    ("chosen", "asked", "high"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_high_contrast_is_shown_when_it_is_chosen_or_the_system_asks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, chosen: bool, asked: bool, high: bool
) -> None:
    worn = qapp.styleSheet()
    monkeypatch.setattr(theme, "system_asks_contrast", lambda: asked)
    made = theme.apply(qapp, "light")
    made.set_high(chosen)
    assert made.high is high
    assert qapp.styleSheet() == sheet(tokens(False, high))
    monkeypatch.setattr(theme, "system_asks_contrast", lambda: False)
    made.set_high(False)
    made.deleteLater()
    qapp.setStyleSheet(worn)


def test_it_greys_what_cannot_be_used() -> None:
    made = theme.palette(LIGHT)
    role = QPalette.ColorRole.ButtonText
    assert made.color(QPalette.ColorGroup.Disabled, role) != made.color(QPalette.ColorGroup.Active, role)


def test_its_two_larger_sizes_are_larger() -> None:
    body = QFont()
    body.setPointSizeF(10)
    assert body.pointSizeF() < theme.heading_font(body).pointSizeF() < theme.title_font(body).pointSizeF()


def test_but_a_font_measured_in_pixels_stays_so() -> None:
    body = QFont()
    body.setPixelSize(10)
    assert theme.sized(body, 1.5).pixelSize() == 15


def test_it_gives_a_widget_a_role(qtbot) -> None:
    button = QPushButton("Export")
    qtbot.addWidget(button)
    theme.set_role(button, "primary")
    assert button.property("role") == "primary"


def test_its_style_sheet_can_wait_until_the_window_is_built(qapp: QApplication) -> None:
    worn = qapp.styleSheet()
    qapp.setStyleSheet("")
    made = theme.apply(qapp, "light", bare=True)
    assert qapp.styleSheet() == ""
    made.dress()
    assert qapp.styleSheet() == sheet(LIGHT)
    made.set_mode("dark")
    assert qapp.styleSheet() == sheet(DARK)
    made.deleteLater()
    qapp.setStyleSheet(worn)
