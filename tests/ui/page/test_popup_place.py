import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from ui.page.popup_place import beside

SCREEN = QRect(0, 0, 1000, 800)
SIZE = QSize(300, 200)


@pytest.mark.parametrize(
    ("chip", "words", "place"),
    [
        (QPoint(400, 300), QRect(350, 240, 400, 40), QPoint(400, 304)),  # under the chip
        (QPoint(400, 700), QRect(350, 640, 400, 40), QPoint(400, 436)),  # above the words
        (QPoint(400, 700), QRect(350, 100, 400, 590), QPoint(46, 599)),  # at their left
        (QPoint(20, 700), QRect(10, 100, 400, 590), QPoint(413, 599)),  # at their right
        (QPoint(950, 300), QRect(600, 240, 390, 40), QPoint(699, 304)),  # whole on the screen
        (QPoint(400, 700), QRect(), QPoint(400, 496)),
    ],
)
def test_a_popup_never_covers_the_words_it_is_about(chip: QPoint, words: QRect, place: QPoint) -> None:
    found = beside(SIZE, chip, words, SCREEN)
    assert found == place
    assert SCREEN.contains(QRect(found, SIZE))
    assert not QRect(found, SIZE).intersects(words)


def test_where_no_place_is_free_the_popup_is_whole_on_the_screen() -> None:
    assert SCREEN.contains(QRect(beside(SIZE, QPoint(900, 790), SCREEN, SCREEN), SIZE))
