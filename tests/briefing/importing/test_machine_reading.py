"""What is read by machine: which pages, where they go, and what a reader is told of them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BadInput
from briefing.importing import inputs, machine_reading
from briefing.importing.common.parsed import Hints, Parsed, Repair
from briefing.importing.machine_reading import Ask, ReadPage, from_wire, read_with, wordless_pages
from briefing.importing.ocr import read_picture
from briefing.importing.ocr.page_order import ReadLine
from briefing.text import StruckPassage
from tests.briefing.importing.corpus import pdf_maker


def asked(*pages: str | float | None) -> Ask:
    """Return a machine that sees these words on the pages; a number is how sure it is of one line, None a
    page that it cannot read.
    """

    def ask(page: int) -> ReadPage:
        seen = pages[page]
        if seen is None:
            raise BadInput("It took too long.")
        words, score = (f"Line {seen}", seen) if isinstance(seen, float) else (str(seen), 0.99)
        return ReadPage(len(pages), (ReadLine(words, score, 0, 0, 100, 20),) if words else ())

    return ask


def test_a_scan_is_read_page_by_page_and_says_so() -> None:
    seen: list[tuple[int, int]] = []
    parsed = read_with(asked("One.", "Two."), None, lambda page, pages: seen.append((page, pages)))
    assert (parsed.text, parsed.pages) == ("One.\n\nTwo.\n", (0, 6))
    assert parsed.notices == (
        "Read by machine from a picture (pages 1 to 2): compare each quote with the page.",
    )
    assert parsed.extractor.startswith("read by machine with rapidocr")
    assert seen == [(1, 1), (2, 2)]


def test_lines_that_the_machine_is_unsure_of_are_named_with_their_page() -> None:
    parsed = read_with(asked("One.", 0.5, "The 14ships and20"), None, lambda *_: None)
    assert "The machine is unsure of page 2: “Line 0.5”; page 3: “The 14ships and20”." in parsed.notices


def test_a_page_that_cannot_be_read_costs_that_page_only() -> None:
    parsed = read_with(asked("One.", None, "Three."), None, lambda *_: None)
    assert parsed.text == "One.\n\nThree.\n"
    assert "Could not be read by machine: page 2." in parsed.notices


def test_a_first_page_that_cannot_be_read_costs_no_other() -> None:
    parsed = read_with(asked(None, "Two."), None, lambda *_: None, count=2)
    assert parsed.text == "Two.\n"
    assert "Could not be read by machine: page 1." in parsed.notices


def test_a_page_of_a_pdf_with_text_that_cannot_be_read_is_named() -> None:
    parsed = read_with(asked("no", None, "no"), MIXED, lambda *_: None)
    assert "Could not be read by machine: page 2." in parsed.notices


def test_of_many_unsure_lines_the_first_are_named_and_the_pages_of_all_others() -> None:
    parsed = read_with(asked(*[0.5] * 8), None, lambda *_: None)
    assert any("; and of 3 more lines, pages 6 to 8." in notice for notice in parsed.notices)


def _png(picture: Any) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()


def test_the_letters_of_a_transparent_picture_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    from PIL import Image

    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(
        read_picture, "_engine", lambda: lambda dots: seen.append((int(dots.min()), int(dots.max())))
    )
    clear = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (20, 20, 40, 40))
    assert read_picture.answer(_png(clear), {"page": 0, "password": ""}) == {"pages": 1, "lines": []}
    assert seen == [(0, 255)]


def test_a_vast_picture_is_refused_before_it_is_opened() -> None:
    pytest.importorskip("numpy")
    from PIL import Image

    with pytest.raises(BadInput, match="more than 120 million pixels"):
        read_picture.answer(_png(Image.new("1", (20_000, 20_000), 1)), {"page": 0, "password": ""})


@pytest.mark.slow
def test_a_vast_picture_in_a_pdf_is_read_within_the_limits_or_refused() -> None:
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")
    from PIL import Image

    kept = io.BytesIO()
    Image.new("L", (20_000, 20_000), 255).save(kept, "PDF", resolution=100)
    with pytest.raises(BadInput):
        machine_reading.read(kept.getvalue(), Hints())


@pytest.mark.parametrize("pages", [("",), ("", ""), (None, None)])
def test_where_no_words_are_seen_it_is_refused(pages: tuple[str | None, ...]) -> None:
    with pytest.raises(BadInput):
        read_with(asked(*pages), None, lambda *_: None)


MIXED = Parsed(
    "First page.\n\nThird page.\n",
    pages=(0, 13, 13),
    mends=(Repair(14, 3, "hi-\nr"),),
    struck=(StruckPassage(19, "old "),),
    extractor="pdf 1",
    notices=("A notice.",),
)


def test_the_pages_of_a_pdf_without_words_are_read_and_put_at_their_place() -> None:
    assert wordless_pages(MIXED) == [1]
    parsed = read_with(asked("no", "Second page.", "no"), MIXED, lambda *_: None)
    assert parsed.text == "First page.\n\nSecond page.\n\nThird page.\n"
    assert [parsed.text[at:][:6] for at in parsed.pages] == ["First ", "Second", "Third "]
    assert parsed.text[parsed.mends[0].start :][:3] == MIXED.text[14:17]
    assert parsed.text[parsed.struck[0].start :] == MIXED.text[19:]
    assert parsed.notices[-1] == "A notice."
    assert "(page 2)" in parsed.notices[0]


def test_a_pdf_whose_blank_pages_stay_blank_is_as_it_was() -> None:
    parsed = read_with(asked("no", "", "no"), MIXED, lambda *_: None)
    assert replace(parsed, extractor=MIXED.extractor) == MIXED


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"pages": 1},
        {"pages": 0, "lines": []},
        {"pages": True, "lines": []},
        {"pages": 1, "lines": [["x"]]},
        {"pages": 1, "lines": [[1, 2, 3, 4, 5, 6]]},
        {"pages": 1, "lines": [["x", "y", 0, 0, 0, 0]]},
    ],
)
def test_an_answer_that_makes_no_sense_is_not_believed(answer: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_wire(json.loads(json.dumps(answer)))


def _scan() -> bytes:
    return pdf_maker.built(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        }
    )


def test_without_the_extra_a_scan_and_a_picture_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_reading, "available", lambda: False)
    for name, data in (("scan.pdf", _scan()), ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(40))):
        with pytest.raises(BadInput) as caught:
            inputs.read_bytes(name, data)
        assert "the extra “ocr”" in caught.value.hint


@pytest.mark.slow
def test_a_scan_and_a_picture_are_read_in_a_confined_worker(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(26)
    pages = []
    for number in (14, 15):
        page = Image.new("L", (1240, 1754), 255)
        draw = ImageDraw.Draw(page)
        draw.text((100, 60), "Harbour closed on Monday", font=font, fill=0)
        draw.text((100, 160), f"The mayor said that {number} ships wait in the strait.", font=font, fill=0)
        pages.append(page)
    scan, photo, blank = io.BytesIO(), io.BytesIO(), io.BytesIO()
    pages[0].save(scan, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    pages[0].save(photo, "PNG")
    Image.new("L", (800, 800), 255).save(blank, "PNG")
    told: list[str] = []
    (tmp_path / "scan.pdf").write_bytes(scan.getvalue())
    (tmp_path / "photo.png").write_bytes(photo.getvalue())
    paths = [tmp_path / "scan.pdf", tmp_path / "photo.png"]
    read = list(inputs.read_files(paths, progress=lambda done, total, name: told.append(name)))
    assert all(isinstance(one, inputs.Imported) for one in read)
    texts = [one.text for one in read if isinstance(one, inputs.Imported)]
    assert "The mayor said that 14 ships wait in the strait." in texts[1]
    assert "The mayor said that 15 ships wait in the strait." in texts[0]
    assert "scan.pdf, page 2 of 2" in told
    with pytest.raises(BadInput, match="No words were recognised"):
        inputs.read_bytes("blank.png", blank.getvalue())
    with pytest.raises(BadInput, match="cannot be opened"):
        machine_reading.read(b"\x89PNG\r\n\x1a\n" + bytes(40), Hints())
