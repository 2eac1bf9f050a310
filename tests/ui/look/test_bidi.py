"""Lines put together of pieces that may run either way."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QTextLayout

from ui.look.bidi import joined


@pytest.mark.parametrize(
    ("bits", "line"),
    [
        (("Wire", "2020-03-13", "B"), "Wire · 2020-03-13 · B"),
        (("", "Wire", ""), "Wire"),
        ((), ""),
        (("الجسر", "2 links"), "\u2068الجسر\u2069 · \u20682 links\u2069"),
    ],
)
def test_what_says_something_is_joined_by_dots(bits: tuple[str, ...], line: str) -> None:
    assert joined(*bits) == line


def test_a_date_after_an_arabic_publisher_stands_to_its_right_and_keeps_its_order(
    qapp: QGuiApplication,
) -> None:
    line = joined("الجسر", "2020-03-13")
    layout = QTextLayout(line)
    layout.beginLayout()
    shown = layout.createLine()
    layout.endLayout()
    places = [shown.cursorToX(line.index(bit))[0] for bit in ("2020", "03", "13")]  # type: ignore[index]
    assert places == sorted(places)
    assert places[0] > shown.cursorToX(line.index("ا"))[0]  # type: ignore[index]
