"""What a PDF page shows beside its characters: lines through words, its edge, lost pieces, fields, notes."""

from __future__ import annotations

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.pdf.read_pdf import read
from tests.briefing.importing.corpus.pdf_maker import Sheet, built, pdf, stream

_SIZE = 10
_LETTER = 6  # points a letter of ten points is wide
_LEFT = 60


def _line_at(words: str, struck: str) -> tuple[float, float]:
    start = words.index(struck)
    return _LEFT + _LETTER * start, _LEFT + _LETTER * (start + len(struck))


def _page(words: str, *more: str, y: float = 700, keys: str = "") -> Sheet:
    sheet = Sheet(keys=keys)
    sheet.line(_LEFT, 740, "The harbour board wrote to all pilots.", _SIZE)
    sheet.line(_LEFT, y, words, _SIZE)
    sheet.ops += more
    return sheet


_WORDS = "The crews had accepted rejected the offer."
_FROM, _TO = _line_at(_WORDS, "accepted")


def _read(*sheets: Sheet, **more: object) -> Parsed:
    return read(pdf(sheets, **more), Hints())  # type: ignore[arg-type]


# What is drawn over "accepted", as programs draw a line through words.
LINES = {
    "a stroke": f"0.8 w {_FROM} 703 m {_TO} 703 l S",
    "a thin box": f"{_FROM} 702.6 {_TO - _FROM} 0.7 re f",
    "a stroke a little too long": f"0.8 w {_FROM - 2} 703.4 m {_TO + 2} 703.4 l S",
    "two strokes": f"0.5 w {_FROM} 702.5 m {_TO} 702.5 l S {_FROM} 704 m {_TO} 704 l S",
    "a stroke a word": f"{_FROM} 703 m {_FROM + 24} 703 l S {_FROM + 24} 703 m {_TO} 703 l S",
}


@pytest.mark.parametrize("drawn", LINES.values(), ids=LINES)
def test_words_with_a_line_through_them_are_struck_out(drawn: str) -> None:
    shown = _read(_page(_WORDS, drawn))
    assert shown.text.endswith("The crews had rejected the offer.")
    assert [(one.words, shown.text[one.start :][:8]) for one in shown.struck] == [("accepted ", "rejected")]
    assert shown.notices == ("Struck-out words left out of the text: 1 (“accepted”).",)


NO_LINES = {
    "an underline": f"{_FROM} 698.6 m {_TO} 698.6 l S",
    "a line over words": f"{_FROM} 709 m {_TO} 709 l S",
    "a line across the page": "20 703 m 560 703 l S",
    "a line from the margin": f"20 703 m {_TO} 703 l S",
    "a line of a chart": f"{_FROM} 703 m 500 703 l S",
    "a thick bar": f"{_FROM} 700 {_TO - _FROM} 7 re f",
    "a line beside words": "400 703 m 460 703 l S",
    "the bar of one letter": f"{_FROM + 12} 703 m {_FROM + 18} 703 l S",
    "an upright line": f"{_FROM} 650 m {_FROM} 750 l S",
}


@pytest.mark.parametrize("drawn", NO_LINES.values(), ids=NO_LINES)
def test_but_other_lines_strike_nothing_out(drawn: str) -> None:
    shown = _read(_page(_WORDS, drawn))
    assert _WORDS in shown.text
    assert shown.struck == ()


def test_a_level_line_across_words_that_run_upwards_strikes_nothing_out() -> None:
    sheet = Sheet()
    for number in range(4):
        sheet.line(100 + 12 * number, 100, f"Line {number} of a page turned to the left.", turned=True)
    sheet.ops.append("90 250 m 105 250 l S")
    assert _read(sheet).struck == ()


def test_words_that_run_upwards_are_struck_out_by_an_annotation_over_them() -> None:
    sheet = Sheet(keys="/Annots[10 0 R]")
    sheet.line(100, 100, "Three words stood here.", turned=True)
    sheet.line(114, 100, "Nobody took them out.", turned=True)
    area = "/Rect[92 136 102 166]/QuadPoints[92 166 102 166 92 136 102 136]"
    shown = _read(sheet, more=[_annotation("StrikeOut", area)])
    assert [one.words for one in shown.struck] == ["words "]
    assert shown.text == "Three stood here. Nobody took them out."


def _annotation(kind: str, more: str) -> bytes:
    return f"<</Type/Annot/Subtype/{kind}{more}>>".encode("latin-1")


_QUAD = f"/Rect[{_FROM} 698 {_TO} 710]/QuadPoints[{_FROM} 710 {_TO} 710 {_FROM} 698 {_TO} 698]"


@pytest.mark.parametrize(
    ("kind", "more", "struck"),
    [
        ("StrikeOut", "", True),
        ("StrikeOut", "/F 2", False),
        ("Highlight", "", False),
        ("Underline", "", False),
    ],
)
def test_an_annotation_strikes_words_out(kind: str, more: str, struck: bool) -> None:
    shown = _read(_page(_WORDS, keys="/Annots[10 0 R]"), more=[_annotation(kind, _QUAD + more)])
    assert ("accepted" in shown.text) is not struck
    assert [one.words for one in shown.struck] == (["accepted "] if struck else [])


def test_pages_and_repairs_stand_where_they_do_in_the_text_without_struck_words() -> None:
    first = _page(_WORDS, LINES["a stroke"])
    first.lines(_LEFT, 640, ["A clerk of the communi-", "cation office found five letters in it."])
    second = _page("Nobody wrote back before the summer was over.")
    shown = _read(first, second)
    assert [shown.text[start:][:11] for start in shown.pages] == ["The harbour", "Nobody wrot"]
    assert [shown.text[m.start : m.start + m.length] for m in shown.mends] == ["communication"]


def test_a_line_of_a_table_that_is_struck_out_goes_whole() -> None:
    sheet = Sheet()
    for number, (port, ships) in enumerate((("Port", "Ships"), ("Aby", "40"), ("Bel", "14"), ("Cor", "7"))):
        for x, words in ((60, port), (200, ships), (300, f"no. {number}")):
            sheet.line(x, 700 - 16 * number, words)
    sheet.ops += ["60 687 m 78 687 l S", "200 687 m 212 687 l S", "300 687 m 330 687 l S"]
    shown = _read(sheet)
    assert shown.text.split("\n") == ["Port\tShips\tno. 0", "Bel\t14\tno. 2", "Cor\t7\tno. 3"]
    assert [one.words for one in shown.struck] == ["Aby\t40\tno. 1\n"]


_OUTSIDE = "Text outside the part of a page that is seen left out"


def test_words_outside_the_crop_box_are_left_out_and_named() -> None:
    sheet = _page("Seen.", keys="/CropBox[40 100 400 800]")
    sheet.line(60, 40, "For the printer only.")
    sheet.line(420, 600, "A neighbour.")
    sheet.line(370, 500, "over the edge")
    shown = _read(sheet)
    assert shown.text.split("\n") == ["The harbour board wrote to all pilots.", "Seen.", "over"]
    assert shown.notices == (
        f"{_OUTSIDE}: 3 (“For the printer only.”, “A neighbour.”, “ the edge”).".replace("“ ", "“"),
    )


@pytest.mark.parametrize(
    "keys", ["", "/CropBox[0 0 595 842]", "/CropBox[-50 -50 900 900]", "/CropBox[100 100 100 100]",
             "/CropBox[700 700 900 900]", "/CropBox[595 842 0 0]", "/Rotate 90/CropBox[0 0 595 842]"]
)  # fmt: skip
def test_but_a_box_that_hides_nothing_or_all_leaves_nothing_out(keys: str) -> None:
    shown = _read(_page("Seen.", keys=keys))
    assert "Seen." in shown.text
    assert not any(notice.startswith(_OUTSIDE) for notice in shown.notices)


def _chinese(way: str, width: int, mode: int, pieces: int) -> bytes:
    """Return a page of a line that is read, and of pieces in a Chinese font that is not in the file."""
    drawn = "BT /F1 10 Tf 60 700 Td (Seen.) Tj ET "
    drawn += "".join(
        f"BT /F2 10 Tf {mode} Tr {60 + 14 * n} 650 Td <bad3bfdac6c0> Tj ET " for n in range(pieces)
    )
    fonts = "/Font<</F1 4 0 R/F2 6 0 R>>"
    info = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    return built({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{fonts}>>/Contents 7 0 R>>".encode(),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        6: f"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-{way}"
           f"/DescendantFonts[9 0 R]>>".encode(),
        7: stream(drawn.encode()),
        8: b"<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
           b"/Ascent 859/Descent -140/CapHeight 683/StemV 80>>",
        9: f"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun{info}/FontDescriptor 8 0 R"
           f"/DW {width}>>".encode(),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("way", "width", "mode", "pieces"),
    [("H", 0, 3, 4), ("H", 0, 0, 24), ("V", 1000, 0, 2), ("V", 1000, 3, 1)],
)
def test_pieces_of_text_that_no_characters_come_for_are_counted_with_their_pages(
    way: str, width: int, mode: int, pieces: int
) -> None:
    shown = read(_chinese(way, width, mode, pieces), Hints())
    assert shown.text == "Seen."
    assert shown.notices == (
        f"Pieces of text that could not be read: {pieces}, on page 1. Compare with the page.",
    )


def test_but_a_few_pieces_without_size_may_be_spaces() -> None:
    assert read(_chinese("H", 0, 0, 5), Hints()).notices == ()


def _field(kind: str, rect: str, more: str) -> bytes:
    return f"<</Type/Annot/Subtype/Widget/FT/{kind}/Rect[{rect}]{more}>>".encode("latin-1")


def _form(fields: list[bytes], *, listed: bool = True, lines: bool = True) -> bytes:
    sheet = Sheet(keys=f"/Annots[{' '.join(f'{n} 0 R' for n in range(10, 10 + len(fields)))}]")
    if lines:
        sheet.lines(
            60, 700, ["Declaration of cargo", "Name of the ship:", "Tons:", "", "Dangerous goods"], pitch=24
        )
    places = " ".join(f"{n} 0 R" for n in range(10, 10 + len(fields)))
    catalog = f"/AcroForm<</Fields[{places}]>>" if listed else ""
    return pdf([sheet], catalog=catalog, more=fields)


_FIELDS = [
    _field("Tx", "170 672 300 688", "/T(ship)/V(Aurora)"),
    _field("Tx", "110 648 300 664", "/T(tons)/V(4,120)"),
    _field("Btn", "40 600 52 612", "/T(danger)/V/Yes/AS/Yes/AP<</N<</Yes null/Off null>>>>"),
    _field("Btn", "340 600 352 612", "/T(none)/V/Off/AS/Off/AP<</N<</Yes null/Off null>>>>"),
    _field("Tx", "60 100 300 200", "/T(remarks)/V(Two lines\\nof remarks)"),
    _field("Tx", "60 40 300 60", "/T(empty)"),
]


@pytest.mark.parametrize("listed", [True, False])
def test_what_is_filled_into_a_form_is_content(listed: bool) -> None:
    shown = read(_form(_FIELDS, listed=listed), Hints())
    assert shown.text.split("\n") == [
        "Declaration of cargo", "Name of the ship: Aurora", "Tons: 4,120", "☒ Dangerous goods", "", "———",
        "remarks: Two lines", "of remarks",
    ]  # fmt: skip
    assert shown.notices == (
        "What is filled into form fields on page 1 is part of the text.",
        "Notes and comments put at the end of the text, below a line: 1.",
    )


def test_a_form_whose_words_are_all_in_fields_is_no_scan() -> None:
    shown = read(_form(_FIELDS[:2], lines=False), Hints())
    assert shown.text == "———\nship: Aurora\ntons: 4,120"
    assert not any("scan" in notice for notice in shown.notices)
    with pytest.raises(BadInput, match="a form, and nothing is filled in"):
        read(_form(_FIELDS[-1:], lines=False), Hints())


def test_free_text_and_comments_stand_below_the_text_with_their_pages() -> None:
    sheet = _page("Seen.", keys="/Annots[10 0 R 11 0 R 12 0 R]")
    notes = [
        _annotation("FreeText", "/Rect[60 500 200 520]/Contents(Not for the press)/DA(/F 9 Tf)"),
        _annotation("Text", "/Rect[10 10 30 30]/Contents(Ask the clerk)/T(A. Reader)"),
        _annotation("FreeText", "/Rect[60 500 200 520]/Contents(Hidden)/F 2"),
    ]
    shown = _read(Sheet(), sheet, more=notes)
    assert shown.text.split("\n")[-3:] == [
        "———", "Note on page 2: Not for the press", "Comment by A. Reader on page 2: Ask the clerk",
    ]  # fmt: skip
    assert shown.pages == (0, 0)


def test_a_page_crowded_with_lines_and_notes_is_read_within_bounds() -> None:
    sheet = _page(
        _WORDS, *(f"{n % 500} {703 + n % 3} m {n % 500 + 9} {703 + n % 3} l S" for n in range(25_000))
    )
    sheet.lines(_LEFT, 690, [_WORDS] * 60, 6, 8)
    sheet.keys = f"/Annots[{'10 0 R ' * 5_000}]"
    shown = _read(sheet, more=[_annotation("StrikeOut", _QUAD)])
    assert "The harbour board" in shown.text
