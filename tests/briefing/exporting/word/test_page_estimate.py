"""The printed pages of each template, by LibreOffice: banner on each, nothing clipped, no heading left
alone.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.goldens import agree, tool
from tests.briefing.exporting.word.houses import SECTION, control, package, para
from tests.briefing.exporting.word.test_house_template import WORD
from tests.briefing.exporting.word.test_word import notes_of, pandoc

HOUSE = package(
    para("Ministry of Ferries, Office 7") + control("brief", para("here")),
    header=True,
    section=SECTION.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>"),
)
LAYOUTS: dict[str, Options] = {
    "plain": Options(),
    "memo": Options(template="memo"),
    "one-pager": Options(template="one-pager", actors="list"),
    "situation-report": Options(template="situation-report", contents=True),
    "letter-list": Options(notes="list", page="letter", annex=True),
    "house": Options(template="house"),
}
_LINE = re.compile(
    r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_MARK = "TLP:AMBER+STRICT"


class Row(NamedTuple):
    x: float
    y: float
    right: float
    bottom: float
    said: str


def exported(options: Options, folder: Path) -> bytes:
    if options.template == "house":
        (folder / "house.docx").write_bytes(HOUSE)
        options = Options(template=str(folder / "house.docx"))
    return exporting.render(WORD, build(ExportRequest(example(), made=MADE, options=options))).data


def printed(data: bytes, folder: Path) -> str:
    """Return the pages of a Word file as LibreOffice sets them, with boxes (points)."""
    office, reader = tool("soffice"), tool("pdftotext")
    (folder / "brief.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "brief.docx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    done = subprocess.run(
        [reader, "-bbox-layout", folder / "brief.pdf", "-"], check=True, capture_output=True
    )
    return done.stdout.decode()


def structure(pages: str) -> str:
    """Return the lines of each page that are Latin letters, by their left edge in centimetres."""
    told = []
    for number, page in enumerate(PAGE.findall(pages), 1):
        told.append(f"page {number}: {float(page[0]):.0f} x {float(page[1]):.0f}")
        rows = sorted((float(y), float(x), words(inner)) for x, y, _, _, inner in _LINE.findall(page[2]))
        told += [f"  {x / 28.35:.0f} cm  {said[:40]}" for y, x, said in rows if said.isascii()]
    return "\n".join(told) + "\n"


def words(inner: str) -> str:
    return " ".join(re.findall(r"<word[^>]*>([^<]*)</word>", inner))


@pytest.mark.slow
@pytest.mark.parametrize("name", LAYOUTS)
def test_the_pages_are_whole(name: str, tmp_path: Path) -> None:
    pages = printed(exported(LAYOUTS[name], tmp_path), tmp_path)
    found = PAGE.findall(pages)
    assert found
    for width, height, inner in found:
        rows = [
            Row(float(row[0]), float(row[1]), float(row[2]), float(row[3]), words(row[4]))
            for row in _LINE.findall(inner)
        ]
        assert sum(_MARK in row.said for row in rows) >= 2
        assert all(r.x >= 0 and r.right <= float(width) and r.bottom <= float(height) for r in rows)
        inside = [r for r in rows if r.y > 60 and r.bottom < float(height) - 60]
        assert inside
        assert max(inside, key=lambda r: r.bottom).said not in HEADINGS
    assert agree(f"pages/{name}.txt", structure(pages))


HEADINGS = {"Bottom line", "Situation", "Actors", "Ines Torvald", "Outlook", "Gaps", "Source summary",
    "Sources", "Also consulted", "About this brief"}  # fmt: skip
READ: dict[str, tuple[Options, int]] = {
    **{name: (options, 8) for name, options in LAYOUTS.items() if options.notes != "list"},
    "endnotes": (Options(notes="endnotes", contents=True), 8),
    "list": (Options(notes="list"), 0),
    "together": (Options(together=True), 5),
}


@pytest.mark.parametrize("name", READ)
def test_pandoc_reads_the_same_words_and_as_many_notes(name: str, tmp_path: Path) -> None:
    options, many = READ[name]
    data = exported(options, tmp_path)
    assert len(notes_of(json.loads(pandoc(data, "docx", "json")))) == many
    plain = re.sub(r"\s", "", pandoc(data, "docx", "plain"))
    for said in ("atleast3,900of4,200dockworkerswalkedout", "asecondwalk-outfollowswithinamonth"):
        assert said in plain.casefold()
