"""The lines of a page as a text: columns one after the other, paragraphs apart."""

from __future__ import annotations

import pytest

from briefing.importing.ocr.page_order import ReadLine, page_text


def line(words: str, left: float, top: float, width: float = 400, height: float = 20) -> ReadLine:
    return ReadLine(words, 0.99, left, top, left + width, top + height)


PAGES: dict[str, tuple[list[ReadLine], str]] = {
    "nothing": ([], ""),
    "lines of one paragraph": (
        [line("The harbour", 0, 0), line("was closed.", 0, 25)],
        "The harbour was closed.",
    ),
    "a wide gap parts": ([line("One.", 0, 0), line("Two.", 0, 60)], "One.\n\nTwo."),
    "a headline over two columns": (
        [
            line("Harbour closed", 0, 0, 900),
            line("left one", 0, 60),
            line("right one", 500, 60),
            line("left two", 0, 85),
            line("right two", 500, 85),
        ],
        "Harbour closed\n\nleft one left two\n\nright one right two",
    ),
    "a short line with a full stop ends a paragraph": (
        [line("The mayor said so", 0, 0), line("twice.", 0, 25, 100), line("Ships wait.", 0, 50)],
        "The mayor said so twice.\n\nShips wait.",
    ),
    "words of one line that were found apart": (
        [line("closed", 205, 1, 100), line("The harbour", 0, 0, 200)],
        "The harbour closed",
    ),
    "a box without a height is no line": ([line("ghost", 0, 0, 10, 0), line("Words.", 0, 0)], "Words."),
}


@pytest.mark.parametrize("what", PAGES)
def test_lines_are_put_in_the_order_in_which_people_read(what: str) -> None:
    lines, text = PAGES[what]
    assert page_text(lines) == text
    assert page_text(lines[::-1]) == text
