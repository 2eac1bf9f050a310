"""Heads and feet of PDF pages: kept once, page numbers left out, and no figure of a table taken for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.pdf.page_line import PageLine
from briefing.importing.pdf.read_pdf import read
from briefing.importing.pdf.repeated_lines import repeated_lines
from tests.briefing.importing.corpus.pdf_maker import Sheet, pdf, wrapped
from tests.work import calls

_PROSE = (
    "The board met in the old customs house and heard four witnesses, none of whom had been to the island. "
    "It asked for the books of the harbour and was given those of a year before, which it sent back at once."
)


def _page(number: int, *, head: str = "", foot: str = "") -> list[PageLine]:
    """Return the lines of a page of prose with a head and a foot."""
    lines = [PageLine(f"{number}: {words}", 60, 400, 700 - 12 * n, 10) for n, words in
             enumerate(wrapped(_PROSE, 60)) if not n or n % 5]  # fmt: skip
    top = [PageLine(head, 60, 200, 800, 10)] if head else []
    return [*top, *lines, *([PageLine(foot, 60, 200, 40, 10)] if foot else [])]


def _found(heads: list[str]) -> tuple[list[str], list[str]]:
    """Return what is kept and what is taken of the heads of pages."""
    pages = [_page(n, head=head) for n, head in enumerate(heads, start=1)]
    found = repeated_lines(pages)

    def words(chosen: list[set[int]]) -> list[str]:
        return [lines[i].text for lines, mine in zip(pages, chosen, strict=True) for i in sorted(mine)]

    return words(found.kept), words(found.taken)


# The heads of the pages of a file; what is kept of them, what is taken out. The rest stays where it stands.
HEADS: list[tuple[list[str], list[str], list[str]]] = [
    (["Harbour board"] * 3, ["Harbour board"], ["Harbour board"] * 2),
    (["HB/2031/77 - not before 3 May 2031"] * 2, ["HB/2031/77 - not before 3 May 2031"],
     ["HB/2031/77 - not before 3 May 2031"]),
    (["1", "2", "3"], [], ["1", "2", "3"]),
    (["– iv –", "– v –", "– vi –"], [], ["– iv –", "– v –", "– vi –"]),
    (["Page 9 of 40", "Page 10 of 40", "Page 11 of 40"], [],
     ["Page 9 of 40", "Page 10 of 40", "Page 11 of 40"]),
    (["Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"], [],
     ["Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"]),
    (["Board 2031 | 7", "Board 2031 | 8", "Board 2031 | 9"], ["Board 2031 | 7"],
     ["Board 2031 | 8", "Board 2031 | 9"]),
    (["Trade 1", "Trade 2", "Trade 3", "Fish 4", "Fish 5", "Fish 6"], ["Trade 1", "Fish 4"],
     ["Trade 2", "Trade 3", "Fish 5", "Fish 6"]),
    (["", "Harbour board", "Harbour board", "Harbour board"], ["Harbour board"], ["Harbour board"] * 2),
    (["Catch of 3 May: 40", "Catch of 4 May: 41", "Catch of 5 May: 47"], [], []),
    (["14/05/2031", "19/05/2031", "02/06/2031"], [], []),
    (["Lisbon 120", "Lisbon 122", "Lisbon 121"], [], []),
    (["Day 1", "Day 2", "Day 3"], [], []),
    (["Annex 4", "Annex 5", "Annex 6"], [], []),
    (["4,120", "5,120", "6,120"], [], []),
    (["3-12", "3-13", "3-14"], ["3-12"], ["3-13", "3-14"]),
    (["1/3", "2/3", "3/3"], [], ["1/3", "2/3", "3/3"]),
    (["9:15", "10:15", "11:15"], [], []),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "kept", "taken"), HEADS, ids=range(len(HEADS)))
def test_a_head_is_kept_once_and_only_a_page_number_may_differ(
    heads: list[str], kept: list[str], taken: list[str]
) -> None:
    assert _found(heads) == (kept, taken)


def test_rows_at_the_edge_of_pages_are_no_heads_even_where_they_are_the_same() -> None:
    def row(page: int, n: int) -> PageLine:
        last = n if n in (0, 11) else n + 12 * page
        return PageLine(f"14/05/2031 40 {last}", 60, 300, 700 - 14 * n, 10, row=True)

    rows = [[row(page, n) for n in range(12)] for page in range(4)]
    found = repeated_lines(rows)
    assert (found.taken, found.named) == ([set()] * 4, {})


def test_a_head_across_all_lines_of_a_page_leaves_the_page_its_lines() -> None:
    found = repeated_lines([[PageLine("Board", 60, 90, 800, 10)]] * 3)
    assert found.taken == [set(), set(), set()]


def _drawn(rows: Callable[[int, int], str], head: str = "", pages: int = 4) -> Parsed:
    sheets = []
    for number in range(pages):
        sheet = Sheet()
        sheet.lines(60, 720, [rows(number, n) for n in range(30)], pitch=16)
        if head:
            sheet.line(60, 800, head, 8)
            sheet.line(280, 40, f"{number + 1}", 8)
        sheets.append(sheet)
    return read(pdf(sheets), Hints())


def _row(page: int, n: int) -> str:
    return f"{n % 28 + 1:02}/{page + 1:02}/2031 {page * 37 + n * 3} left {n * 7} came"


def test_every_row_of_a_list_over_pages_is_in_the_text() -> None:
    shown = _drawn(_row)
    words = " ".join(shown.text.split())
    assert [row for page in range(4) for n in range(30) if (row := _row(page, n)) not in words] == []
    assert shown.notices == ()


def test_what_stands_only_in_the_running_head_is_in_the_text_once_and_no_title() -> None:
    shown = _drawn(
        lambda page, n: "" if n % 10 else f"Finding {page}.{n}: the pilots were asked about it.",
        "HB/2031/77 - not before 3 May 2031",
    )
    assert shown.text.startswith("HB/2031/77 - not before 3 May 2031\nFinding 0.0")
    assert shown.text.count("HB/2031/77") == 1
    assert shown.title != "HB/2031/77 - not before 3 May 2031"
    assert shown.notices == (
        "Repeated at the head or foot of pages, so left out of the text there: "
        "“HB/2031/77 - not before 3 May 2031” (3), “1” (4).",
    )


def test_a_head_that_begins_overleaf_does_not_stand_in_a_sentence() -> None:
    sheets = [Sheet(), Sheet(), Sheet()]
    words = wrapped(f"{_PROSE} {_PROSE.replace('board', 'jury')} {_PROSE.replace('board', 'court')}", 60)
    for number, sheet in enumerate(sheets):
        sheet.lines(60, 720, words[5 * number : 5 * number + 5] if number < 2 else words[10:])
        if number:
            sheet.line(60, 800, "Harbour board, second part", 8)
    text = read(pdf(sheets), Hints()).text
    assert text.count("Harbour board, second part") == 1
    assert " ".join(words) in text.replace("Harbour board, second part\n", "").replace("\n", " ")


@pytest.mark.parametrize("words", ["1 2 3 4 5 6 7 8", "i v x i v x", "#", "Board 7", "1/1/1/1/1/1"])
def test_heads_of_any_kind_cost_time_in_proportion_to_the_pages(words: str) -> None:
    def work(count: int) -> int:
        pages = [
            [PageLine(f"{n % 7} {words}", 60, 90, 800 - 9 * (m + m * m), 10) for m in range(8)]
            for n in range(count)
        ]
        return calls(lambda: repeated_lines(pages))

    assert work(1000) <= 14 * work(100)
