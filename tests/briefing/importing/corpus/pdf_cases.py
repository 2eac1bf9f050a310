"""PDF files with their truth: columns, broken words, running heads, locks, and files that mean harm."""

from __future__ import annotations

import zlib

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.pdf_maker import Sheet, built, pdf, stream, wrapped

_ONE = (
    "The ministry said on Tuesday that twelve people had died when the upper gate of the dam gave way after"
    " three days of rain. Officials in the valley counted four hundred houses under water by the evening."
)
_TWO = (
    "A second column tells how the army brought boats from the coast and how the road to the north stayed "
    "shut for a week. Nobody in the capital would say who had ordered the gate to be opened on Sunday night."
)
_THREE = "Aid groups asked for tents, clean water and fuel before the cold sets in across the hills."


def page(*paragraphs: str, width: int = 70, head: str = "", foot: str = "") -> Sheet:
    """Return a page of paragraphs in one column, an empty line between them."""
    sheet = Sheet()
    if head:
        sheet.line(60, 800, head, 8)
    y = 760.0
    for text in paragraphs:
        y = sheet.lines(60, y, [*wrapped(text, width), ""])
    if foot:
        sheet.line(290, 30, foot, 8)
    return sheet


def _columns(*, row_by_row: bool) -> Sheet:
    sheet = Sheet()
    sheet.line(60, 790, "Dam gives way in the valley, twelve dead", 16)
    left, right = wrapped(f"{_ONE} {_ONE}", 36), wrapped(f"{_TWO} {_TWO}", 36)
    if row_by_row:
        for i in range(max(len(left), len(right))):
            sheet.lines(60, 740 - 12 * i, left[i : i + 1])
            sheet.lines(310, 740 - 12 * i, right[i : i + 1])
    else:
        sheet.lines(60, 740, left)
        sheet.lines(310, 740, right)
    return sheet


def _hyphens() -> Sheet:
    sheet = Sheet()
    sheet.lines(
        60,
        700,
        [
            "The communication was cut. A spokesman said that the communi-",
            "cation would be back within days, and that the Russian-",
            "backed groups near the long-term camp had taken the long-",
            "term supplies, though it was unclear what the Arab-",
            "American office and the infor-",
            "mants knew.",
        ],
    )
    return sheet


def _soft() -> Sheet:
    sheet = Sheet()
    sheet.lines(60, 700, ["They found that the confi\xad", "dence of the of\xadfice was high."])
    return sheet


def _across(over: str) -> list[Sheet]:
    """Return two pages whose running text breaks in the middle of a sentence."""
    lines = wrapped(_ONE, 60)
    sheets = [Sheet(), Sheet()]
    sheets[0].lines(60, 760, [*wrapped(_THREE, 60), "", *lines[:2]])
    sheets[1].lines(60, 760, [*lines[2:], "", *wrapped(_TWO, 60)])
    for number, sheet in enumerate(sheets, start=1):
        if over:
            sheet.line(60, 805, over, 8)
            sheet.line(250, 30, f"Page {number} of 2", 8)
    return sheets


def _across_numbered() -> list[Sheet]:
    sheets = _across("")
    sheets[1].line(290, 810, "- 2 -", 8)
    return sheets


def _noted() -> list[Sheet]:
    sheets = _across("")
    sheets[0].line(60, 90, "1 A ministry figure, not checked.", 7)
    return sheets


def _turned() -> Sheet:
    sheet = Sheet(842, 595, keys="/Rotate 90")
    for i, line in enumerate(wrapped(_ONE, 60)):
        sheet.line(100 + 12 * i, 60, line, turned=True)
    return sheet


def _stamped() -> Sheet:
    sheet = page(_ONE)
    sheet.line(30, 200, "archive stamp 2026", 10, turned=True)
    return sheet


def _arabic() -> Sheet:
    sheet = Sheet()
    for i, line in enumerate(("قال الوزير إن السد انهار", "بعد ثلاثة أيام من المطر")):
        sheet.line(535 - 6 * len(line), 700 - 12 * i, line[::-1])
    return sheet


def _lam_alef() -> bytes:
    """Return a line in which lam and alef are one letter, as fonts draw it, in the order of the eye."""
    sheet = Sheet()
    sheet.line(300, 700, "قال الوزير ثXثة أيام".replace("X", "\ue000")[::-1])
    return pdf([sheet], glyphs={"\ue000": "\u0644\u0627"})


def _outlined() -> bytes:
    more = [
        b"<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>",
        b"<</Title(Part)/Parent 10 0 R/First 12 0 R/Last 12 0 R/Count 1>>",
        b"<</Title(Chapter)/Parent 11 0 R/First 13 0 R/Last 13 0 R/Count 1>>",
        b"<</Title(Section)/Parent 12 0 R>>",
    ]
    return pdf([page(_ONE)], catalog="/Outlines 10 0 R", more=more)


def _noted_on() -> bytes:
    sheet = page(_ONE)
    sheet.keys = "/Annots[10 0 R]"
    note = b"<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(Check this figure)>>"
    return pdf([sheet], more=[note])


_ODD_LETTERS = pdf([page("Nobody can tell what these letters are.")], unicode=False)

CASES: tuple[Case, ...] = (
    Case("one-column", "a.pdf", pdf([page(_ONE, _TWO)]), f"{_ONE}\n{_TWO}", quiet=True),
    Case(
        "two-columns", "a.pdf", pdf([_columns(row_by_row=False)]),
        f"Dam gives way in the valley, twelve dead\n{_ONE} {_ONE}\n{_TWO} {_TWO}", quiet=True,
        title="Dam gives way in the valley, twelve dead",
    ),
    Case(
        "two-columns-by-rows", "a.pdf", pdf([_columns(row_by_row=True)], packed=True),
        f"Dam gives way in the valley, twelve dead\n{_ONE} {_ONE}\n{_TWO} {_TWO}", quiet=True,
    ),
    Case(
        "hyphens", "a.pdf", pdf([_hyphens()]),
        "The communication was cut. A spokesman said that the communication would be back within days, and "
        "that the Russian-backed groups near the long-term camp had taken the long-term supplies, though it "
        "was unclear what the Arab-American office and the informants knew.",
        quiet=True,
    ),
    Case("soft-hyphens", "a.pdf", pdf([_soft()]), "They found that the confidence of the office was high.",
        quiet=True),
    Case("ligatures", "a.pdf", pdf([page("The oﬃce ﬁnds ﬂags, aﬀairs and waﬄes.")]),
         "The office finds flags, affairs and waffles.", absent=("ﬁ", "ﬂ", "ﬀ", "ﬃ", "ﬄ"), quiet=True),
    Case("over-a-page", "a.pdf", pdf(_across("")), f"{_THREE}\n{_ONE}\n{_TWO}", quiet=True),
    Case("running-head", "a.pdf", pdf(_across("Valley Report, March 2026")),
         f"Valley Report, March 2026\n{_THREE}\n{_ONE}\n{_TWO}", absent=("Page 1",),
         notices=("“Valley Report, March 2026” (1)", "“Page 1 of 2” (2)")),
    Case("footnote", "a.pdf", pdf(_noted()), f"{_THREE}\n1 A ministry figure, not checked.\n{_ONE}\n{_TWO}",
        quiet=True),
    Case("owner-password", "a.pdf", pdf([page(_ONE)], password=""), _ONE, quiet=True),
    Case("empty-pages", "a.pdf", pdf([page(_ONE), Sheet(), page(_TWO), Sheet(), Sheet()]), f"{_ONE}\n{_TWO}",
         notices=("Pages 2 and 4–5 hold no text (scans?).",)),
    Case("turned", "a.pdf", pdf([_turned()]), _ONE, quiet=True),
    Case("stamped", "a.pdf", pdf([_stamped()]), f"archive stamp 2026\n{_ONE}",
        notices=("another way than the page",)),
    Case("arabic", "a.pdf", pdf([_arabic()]), "قال الوزير إن السد انهار بعد ثلاثة أيام من المطر", quiet=True),
    Case("second-page-numbered", "a.pdf", pdf(_across_numbered()), f"{_THREE}\n{_ONE}\n{_TWO}",
        notices=("“- 2 -” (1)",)),
    Case("bullets", "a.pdf", pdf([page("\uf0b7 Boats from the coast.", "\uf0b7 Water.")]),
         "• Boats from the coast.\n• Water.", quiet=True),
    Case("private-letters", "a.pdf", pdf([page("The \ue123\ue124\ue125 gate.")]),
        "The \ufffd\ufffd\ufffd gate.",
         notices=("does not say which letters 3 of its characters are",)),
    Case("lam-alef", "a.pdf", _lam_alef(), "قال الوزير ثلاثة أيام", quiet=True),
    Case("no-letters", "a.pdf", _ODD_LETTERS, "", notices=("does not say which letters",)),
    Case("outline", "a.pdf", _outlined(), _ONE, quiet=True),
    Case("annotated", "a.pdf", _noted_on(),
        f"{_ONE}\n\n———\nComment by an unnamed reader on page 1: Check this figure",
        notices=("Notes and comments put at the end of the text, below a line: 1.",)),
    Case("described", "a.pdf", pdf([page(_ONE)], info="/Title(On the dam)/Author(Jane Roe; Bo Dan)"), _ONE,
         title="On the dam", authors=("Jane Roe", "Bo Dan")),
    Case("misdescribed", "a.pdf", pdf([page(_ONE)], info="/Title(Microsoft Word - x.doc)/Author(user)"), _ONE,
         title="", authors=()),
)  # fmt: skip


def _pages_that_loop() -> bytes:
    return built({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 4/Kids[3 0 R 2 0 R]>>",
        3: b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R 3 0 R]>>",
    })  # fmt: skip


def _declared(count: int) -> bytes:
    return pdf([page(_ONE)]).replace(b"/Count 1/", b"/Count %d/" % count)


def _bomb() -> bytes:
    """Return a page whose content unpacks to a gibibyte, packed twice."""
    packer = zlib.compressobj(9)
    once = b"".join([*(packer.compress(b" " * (1 << 20)) for _ in range(1024)), packer.flush()])
    return built({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        4: stream(zlib.compress(once), "/Filter[/FlateDecode/FlateDecode]"),
    })  # fmt: skip


def _table_that_loops() -> bytes:
    data = pdf([page(_ONE)])
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def _nested(depth: int) -> bytes:
    """Return a page of a form that draws another twice, and so on: 2 to the power of `depth` times the
    words.
    """
    resources = "/Resources<</Font<</F1 4 0 R>>/XObject<</X %d 0 R>>>>"
    form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + resources
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources % 10}/Contents 5 0 R>>".encode(),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        5: stream(b"/X Do"),
        10 + depth: stream(b"BT /F1 10 Tf 60 700 Td (Deep words) Tj ET", form % 4),
    }
    objects |= {10 + i: stream(b"/X Do /X Do", form % (11 + i)) for i in range(depth)}
    return built(objects)


def _far_away() -> bytes:
    sheet = page(_ONE)
    for x, y in ((1e30, 5), (-1e38, 1e38), (5, 3e38), (1e300, 1)):
        sheet.line(x, y, "far away")
    for size, matrix in (("nan", "1 0 0 1 nan inf"), ("1e38", "1e38 0 0 1e38 9 9"), ("0", "0 0 0 0 9 9")):
        sheet.ops.append(f"BT /F1 {size} Tf {matrix} Tm \0nowhere\0 Tj ET")
    return pdf([sheet])


def _crowd() -> bytes:
    sheet = Sheet()
    for i in range(60_000):
        sheet.line(20 + 28 * (i % 20), 800 - i / 80, "abc de", 1)
    return pdf([sheet], packed=True)


def _text_bomb() -> bytes:
    packer = zlib.compressobj(9)
    ops = b"BT /F1 1 Tf 0.01 0 Td (a) Tj ET\n" * 30_000
    return built({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 "
            b"R>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        5: stream(b"".join([*(packer.compress(ops) for _ in range(200)), packer.flush()]),
            "/Filter/FlateDecode"),
    })  # fmt: skip


HOSTILE: tuple[Hostile, ...] = (
    Hostile("truncated", "a.pdf", lambda: pdf([page(_ONE)])[:900], "damaged|pictures of text"),
    Hostile("table-loop", "a.pdf", _table_that_loops),
    Hostile("page-loop", "a.pdf", _pages_that_loop, "pictures of text|damaged"),
    Hostile("100,000-pages", "a.pdf", lambda: _declared(100_000)),
    Hostile("two-billion-pages", "a.pdf", lambda: _declared(2_000_000_000)),
    Hostile("bomb", "a.pdf", _bomb, "."),
    Hostile("only-a-head", "a.pdf", lambda: b"%PDF-1.7\n", "damaged"),
    Hostile("locked", "a.pdf", lambda: pdf([page(_ONE)], password="secret"), "encrypted"),
    Hostile("scan", "a.pdf", lambda: pdf([Sheet()]), "pictures of text"),
    Hostile("forms-in-forms", "a.pdf", lambda: _nested(22), "stopped|pictures of text"),
    Hostile("forms-without-end", "a.pdf", lambda: _nested(5000), "stopped|pictures of text"),
    Hostile("far-away", "a.pdf", _far_away),
    Hostile("crowd", "a.pdf", _crowd, "overcrowded"),
    Hostile("text-bomb", "a.pdf", _text_bomb, "stopped|overcrowded"),
    Hostile("many-pages", "a.pdf", lambda: pdf([page(_THREE)] * 2100)),
)
