from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.look import theme, widgets
from ui.look.colours import DARK, LIGHT

MARKUP = "<img src=//host/x.png> <b>bold</b>"


def test_its_labels_never_read_markup(qtbot) -> None:
    for label in (widgets.plain(MARKUP), widgets.heading(MARKUP), widgets.heading(MARKUP, title=True)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == MARKUP


def test_its_tooltips_are_escaped(qtbot) -> None:
    label = widgets.plain("words")
    qtbot.addWidget(label)
    widgets.set_tip(label, MARKUP)
    assert "<" not in label.toolTip()


def test_its_buttons_have_names_for_tests_and_for_screen_readers(qtbot) -> None:
    button = widgets.button("&Export…", "export_go", role="primary")
    qtbot.addWidget(button)
    assert (button.objectName(), button.accessibleName()) == ("export_go", "Export…")
    assert button.property("role") == "primary"


def test_its_icon_buttons_follow_the_palette(qtbot) -> None:
    button = widgets.IconButton("close", "Close", "close")
    qtbot.addWidget(button)
    button.setPalette(theme.palette(LIGHT))
    light = button.icon().pixmap(20, 20).toImage()
    button.setPalette(theme.palette(DARK))
    assert button.icon().pixmap(20, 20).toImage() != light
    assert button.accessibleName() == "Close"


def test_its_icon_labels_are_drawn_in_a_token(qtbot) -> None:
    label = widgets.IconLabel("error", "error")
    qtbot.addWidget(label)
    label.setPalette(theme.palette(LIGHT))
    image = label.pixmap().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert QColor(LIGHT.error).name() in inks


def test_its_short_labels_end_in_an_ellipsis_and_keep_the_whole_for_the_mouse(qtbot) -> None:
    label = widgets.ShortLabel("A long title & an outlet with a long name")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.show()
    assert label.text().endswith("…")
    assert "&amp; an outlet" in label.toolTip()
    label.resize(900, 20)
    assert label.text() == label.accessibleName()
    assert label.toolTip() == ""
