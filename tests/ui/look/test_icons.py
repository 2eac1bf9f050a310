import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.look import icons, theme
from ui.look.colours import DARK, LIGHT

OUTLINES = tuple(name for name in icons.names() if name not in ("combo-arrow", "tick-black", "tick-white"))


@pytest.mark.parametrize("name", OUTLINES)
def test_it_draws_each_outline_on_one_grid_in_one_stroke(name: str) -> None:
    root = ET.fromstring(icons.svg(name, "#102030"))
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke") == "#102030"
    assert root.get("stroke-width") == "1.6"


@pytest.mark.parametrize("name", OUTLINES)
def test_it_paints_something_in_the_colour_asked_for(qapp, name: str) -> None:
    image = icons.pixmap(name, QColor("#ff0000"), 40).toImage()
    inks = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    assert any(c.alpha() > 200 and c.red() > 200 and c.green() < 40 for c in inks)


def test_it_draws_sharp_at_twice_the_density(qapp) -> None:
    made = icons.pixmap("link", QColor("#000000"), 20, 2.0)
    assert made.size() == QSize(40, 40)
    assert made.deviceIndependentSize().toSize() == QSize(20, 20)


@pytest.mark.parametrize("table", [LIGHT, DARK])
def test_it_greys_an_icon_that_cannot_be_used(qapp, table) -> None:
    made = icons.icon("link", theme.palette(table))
    normal, disabled = (
        made.pixmap(QSize(20, 20), mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert normal != disabled


def test_but_an_unknown_name_is_a_fault() -> None:
    with pytest.raises(FileNotFoundError):
        icons.svg("no-such-icon", "#000000")
