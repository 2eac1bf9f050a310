"""Where in a template the brief goes."""

from __future__ import annotations

from pathlib import Path

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import package, para, unzipped, zipped
from tests.briefing.exporting.word.test_house_template import WORD


def test_a_place_in_the_header_is_told_of(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="5" w:name="brief"/><w:bookmarkEnd w:id="5"/>'
    held = zipped(
        unzipped(package(para("A"), header=True), "word/header9.xml", b"<w:p>", f"<w:p>{mark}".encode())
    )
    (tmp_path / "house.docx").write_bytes(held)
    made = build(ExportRequest(example(), made=MADE, options=Options(template=str(tmp_path / "house.docx"))))
    assert any("in a header or footer" in line for line in exporting.render(WORD, made).report)
