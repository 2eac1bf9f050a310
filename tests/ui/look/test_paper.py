"""A brief on pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtGui import QFont

from ui.look.paper import Paper, pdf

LONG = "<h1>Idlib</h1>" + "".join(
    f"<p>Paragraph {n} of the brief, with some words in it.</p>" for n in range(120)
)


def pages(data: bytes) -> list[str]:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(BytesIO(data))
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_marking_and_the_number_stand_on_every_page(qapp) -> None:
    found = pages(pdf(Paper(LONG, "Idlib", "TLP:AMBER"), QFont("Liberation Sans")))
    assert len(found) > 2
    assert all(text.count("TLP:AMBER") == 2 for text in found)
    assert [f"Page {n} of {len(found)}" in text for n, text in enumerate(found, start=1)] == [True] * len(
        found
    )


@pytest.mark.parametrize("marking", ["TLP:AMBER", ""])
def test_every_page_of_a_draft_says_so_at_its_head_and_foot(qapp, marking: str) -> None:
    font = QFont("Liberation Sans")
    found = pages(pdf(Paper(LONG, "Idlib", marking, draft=True), font))
    assert len(found) > 2
    assert all(text.count("DRAFT") == 2 for text in found)
    assert not any("DRAFT" in text for text in pages(pdf(Paper(LONG, "Idlib", marking), font)))


def test_no_word_is_lost_between_two_pages(qapp) -> None:
    found = " ".join(pages(pdf(Paper(LONG, "Idlib", ""), QFont("Liberation Sans"))))
    assert [n for n in range(120) if f"Paragraph {n} of" not in found] == []


@pytest.mark.parametrize(("page", "points"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_page_is_the_one_that_was_chosen(qapp, page: str, points: tuple[int, int]) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(BytesIO(pdf(Paper("<p>x</p>", "T", "", page), QFont("Liberation Sans"))))
    assert tuple(round(side) for side in document[0].get_size()) == points
