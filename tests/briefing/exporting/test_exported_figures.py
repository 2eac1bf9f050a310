"""Figures in every format: picture, number, caption, credit and alternative text; and what a check says of
them.
"""

from __future__ import annotations

import base64
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from briefing import edits, exporting, lookup
from briefing.edits.review import accept
from briefing.errors import BadInput, NotFound
from briefing.exporting import clipboard_text, formats, markdown_file
from briefing.exporting.blocks import FigureBlock, Outline
from briefing.exporting.request import ExportRequest
from briefing.exporting.word.elements import W
from briefing.exporting.word.word_pictures import fitted
from briefing.model import Brief, Claim, Figure, Section, Source
from briefing.reviewing import review
from briefing.reviewing.review_wire import read
from briefing.tasks import write_export
from briefing.tasks.verify_handed import NO_QUOTE, verify
from briefing.text import sha256
from tests.briefing.exporting.examples import MADE
from tests.briefing.pictures import BLUE, PICTURES, RED
from tests.briefing.reviewing.word import Desk

SOURCE = Source("s1", title="A road opens", publisher="Radio Orla")
ROAD = Figure(
    "f1", "The *road* to Orla.", sha256(RED), "image/png", 4, 2, "A “red” road.", "Ada Kern", "s1", 50,
    "TLP:GREEN",
)  # fmt: skip
BRIDGE = Figure("f2", "", sha256(BLUE), "image/png", 4, 2)
CLAIM = Claim("c1", "The road is open.", "assessed")
BRIEF = Brief(
    "b1", "Roads", sections=(Section("situation", "situation", "Situation", items=(CLAIM, ROAD, BRIDGE)),),
    sources=(SOURCE,),
)  # fmt: skip


def picture_of(sha: str) -> bytes:
    if sha not in PICTURES:
        raise NotFound("No text is kept under it.")
    return PICTURES[sha]


def built(brief: Brief = BRIEF) -> Outline:
    return exporting.build(ExportRequest(brief, made=MADE, picture_of=picture_of, name="roads"))


def left(exporter: formats.Exporter, brief: Brief = BRIEF) -> bytes:
    return exporting.render(exporter, built(brief)).data


def test_they_are_numbered_in_reading_order_and_credited() -> None:
    one, two = (block for block in built().blocks if isinstance(block, FigureBlock))
    assert (one.label, two.label) == ("Figure 1", "Figure 2")
    assert one.credit == "Credit: Ada Kern. From: A road opens, Radio Orla."
    assert (one.data, two.data) == (RED, BLUE)
    assert (one.described, two.described) == ("A “red” road.", "Figure 2")


def test_a_picture_that_the_file_has_lost_is_named_and_the_caption_stays() -> None:
    lost = edits.remove_item(edits.remove_item(BRIEF, "f1"), "f2")
    lost = edits.add_figure(lost, "situation", replace(ROAD, picture_sha="0" * 64))
    outline = built(lost)
    assert any("The picture of Figure 1 is missing" in remark for remark in outline.remarks)
    for exporter in formats.written():
        assert exporting.render(exporter, outline).data


def test_html_holds_them_inside_and_loads_nothing_else() -> None:
    page = left(formats.HTML).decode()
    assert "img-src data:" in page
    assert 'alt="A “red” road." width="4" height="2" style="width:50%;max-width:50%"' in page
    assert '(TLP:GREEN)</span> <b class="label">Figure 1.</b>' in page
    without = left(
        formats.HTML, replace(BRIEF, sections=(Section("situation", "situation", items=(CLAIM,)),))
    )
    assert b"img-src" not in without


def test_a_page_of_html_holds_no_more_than_a_browser_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.exporting.html_pictures._MOST", 10)
    with pytest.raises(BadInput, match="too much for one page"):
        left(formats.HTML)


def test_word_has_pictures_with_their_descriptions_in_the_width_that_was_chosen() -> None:
    data = left(formats.WORD)
    with zipfile.ZipFile(BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
        media = {package.read(name) for name in package.namelist() if "/media/" in name}
    assert media == {RED, BLUE}
    assert 'name="Figure 1" descr="A “red” road."' in document
    assert f'cx="{9354 // 2 * 635}"' in document


@pytest.mark.parametrize(("width", "height", "wide"), [(100, 50, 5000), (100, 100, 5000), (100, 1000, 1150)])
def test_a_picture_fits_on_a_page_of_word(width: int, height: int, wide: int) -> None:
    block = next(b for b in built().blocks if isinstance(b, FigureBlock))
    assert fitted(replace(block, width=width, height=height, share=50), 10_000)[0] == wide


def published(folder: Path, brief: Brief = BRIEF) -> Path:
    path = folder / "my roads.md"
    write_export.publish(ExportRequest(brief, picture_of=picture_of), lambda _: "", path)
    return path


def test_markdown_leads_to_files_beside_it(tmp_path: Path) -> None:
    path = published(tmp_path)
    text = path.read_text(encoding="utf-8")
    block = next(b for b in built().blocks if isinstance(b, FigureBlock))
    name = markdown_file.name_of(block)
    assert f"(my%20roads-figures/{name})" in text
    assert (tmp_path / "my roads-figures" / name).read_bytes() == RED
    assert sha256(RED)[:16] in name


def test_pictures_that_an_export_no_longer_shows_go_and_other_files_there_stay(tmp_path: Path) -> None:
    published(tmp_path)
    folder = tmp_path / "my roads-figures"
    (folder / "notes.txt").write_text("Mine.")
    published(tmp_path, edits.remove_item(BRIEF, "f1"))
    assert sorted(f.read_bytes() for f in folder.iterdir()) == sorted((BLUE, b"Mine."))


def test_where_the_file_cannot_be_written_the_earlier_export_keeps_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = published(tmp_path, edits.remove_item(BRIEF, "f1"))
    before = {f.name: f.read_bytes() for f in (tmp_path / "my roads-figures").iterdir()}
    real = write_export.write

    def failing(target: Path, data: bytes) -> None:
        if target == path:
            raise OSError("the disk is full")
        real(target, data)

    monkeypatch.setattr(write_export, "write", failing)
    with pytest.raises(OSError, match="full"):
        published(tmp_path)
    assert {f.name: f.read_bytes() for f in (tmp_path / "my roads-figures").iterdir()} == before


def test_a_copied_figure_is_its_caption_with_its_number() -> None:
    _, plain = clipboard_text.rich(BRIEF, ["f1"])
    assert (
        plain == "(TLP:GREEN) Figure 1. The road to Orla. Credit: Ada Kern. From: A road opens, Radio Orla."
    )


@pytest.mark.parametrize("exporter", [formats.WORD, formats.HTML], ids=lambda e: e.id)
def test_the_check_of_a_handed_over_file_knows_a_picture_by_its_bytes(exporter: formats.Exporter) -> None:
    data = left(exporter)
    assert [a for a in verify(f"x{exporter.suffix}", data, {}).wrong if a.state != NO_QUOTE] == []
    wrong = verify(f"x{exporter.suffix}", _with_another(exporter, data), {}).wrong
    assert any("picture" in a.message.casefold() or "Figure 1" in a.message for a in wrong)


def _with_another(exporter: formats.Exporter, data: bytes) -> bytes:
    """Return a file in which the first picture has given way to the second."""
    if exporter is formats.HTML:
        return data.replace(base64.b64encode(RED), base64.b64encode(BLUE))
    made = Desk(data)
    made.parts = {name: BLUE if part == RED else part for name, part in made.parts.items()}
    return made.save()


def test_an_untouched_file_proposes_nothing_and_a_changed_caption_other_words() -> None:
    data = left(formats.WORD)
    assert review(BRIEF, read(data, ["c1", "f1", "f2"])).proposals == ()
    desk = Desk(data)
    desk.track(desk.control("f1"), "road", "bridge")
    (proposal,) = review(BRIEF, read(desk.save(), ["c1", "f1", "f2"])).proposals
    assert (proposal.kind, proposal.item_id) == ("reword", "f1")


def test_and_a_removed_one_is_proposed_to_go() -> None:
    desk = Desk(left(formats.WORD))
    caption = next(desk.control("f1").iterancestors(f"{W}p"))
    desk.body.remove(caption.getprevious())
    desk.body.remove(caption)
    (proposal,) = review(BRIEF, read(desk.save(), ["c1", "f1", "f2"])).proposals
    assert (proposal.kind, proposal.item_id) == ("delete", "f1")


def test_a_comment_on_a_caption_comes_back_as_a_remark() -> None:
    desk = Desk(left(formats.WORD))
    caption = next(desk.control("f1").iterancestors(f"{W}p"))
    desk.comment(caption, caption, "Which road?")
    (proposal,) = review(BRIEF, read(desk.save(), ["c1", "f1", "f2"])).proposals
    assert (proposal.kind, proposal.item_id) == ("comment", "f1")
    after = accept(BRIEF, proposal)
    assert [r.text for r in lookup.figure(after, "f1").remarks] == ["Which road?"]
