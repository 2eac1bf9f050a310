"""A chronology leaves as one table in each format: a day in full, what happened, its notes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

from briefing import exporting, lookup
from briefing.exporting.clipboard_text import rich
from briefing.model import Brief, Claim, Section
from tests.briefing.exporting.examples import evidence, example

ROWS = (
    Claim("t1", "The **strike** begins | at night.", day="2031-04-28", marking="TLP:GREEN",
        evidence=(evidence("et1", "s-harbour", "walked out on 28 April"),)),
    Claim("t2", "Talks, it seems.", "assumption", day="2031-05~"),
    Claim("t3", "Somebody pays."),
)  # fmt: skip


def dated() -> Brief:
    brief = example()
    table = Section("chronology", "chronology", "Chronology", items=ROWS)
    after = Section("after", "prose", "After it", items=(Claim("t4", "It goes on."),))
    return replace(brief, sections=(*brief.sections, table, after))


def rendered(name: str, **choices: Any) -> bytes:
    """Return the file; `render` itself raises where a quote does not come back."""
    request = exporting.ExportRequest(dated(), options=exporting.Options(**choices))
    return exporting.render(exporting.exporter_for(Path(name)), exporting.build(request)).data


def test_markdown_has_a_table_of_days_with_notes_in_their_cells() -> None:
    lines = rendered("a.md").decode().split("\n")
    at = lines.index("| Date | What happened |")
    assert lines[at - 2] == "# Chronology"
    first, second, third = lines[at + 2 : at + 5]
    assert first.startswith("| 28 April 2031 | \\(TLP:GREEN) The **strike** begins ")
    assert first.count("|") == 3
    assert first.endswith("] |")
    assert second == "| c\\. May 2031 | **Assumption:** Talks, it seems. |"
    assert third == "| No date | Somebody pays. |"


def test_markdown_with_keys_lists_the_quotes_below_the_table() -> None:
    text = rendered("a.md", links="csl").decode()
    table, below = text.split("| No date | Somebody pays. |")
    assert "walked out on 28 April" in below
    assert "[@" in table.split("| Date | What happened |")[1]


def test_html_has_one_table_whose_rows_are_named_by_their_days() -> None:
    root: Any = html.document_fromstring(rendered("a.html").decode())
    (table,) = root.find_class("chronology")
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["Date", "What happened"]
    assert [row[0] for row in rows[1:]] == ["28 April 2031", "c. May 2031", "No date"]
    assert rows[1][1].startswith("(TLP:GREEN) The strike begins | at night.")
    assert [row.get("id") for row in table.iter("tr")][1:] == ["t1", "t2", "t3"]
    assert table.getnext() is None  # the section after it is not swallowed


@pytest.mark.parametrize("notes", ["footnotes", "endnotes", "list"])
def test_word_has_one_native_table_with_the_notes_in_it(notes: str) -> None:
    document = docx.Document(BytesIO(rendered("a.docx", notes=notes)))
    (table,) = (t for t in document.tables if t.rows[0].cells[0].text == "Date")
    assert [row.cells[0].text for row in table.rows] == ["Date", "28 April 2031", "c. May 2031", "No date"]
    cell = table.rows[1].cells[1]._tc
    words = "".join(t.text or "" for t in cell.iter() if t.tag.endswith("}t"))
    assert words.startswith("(TLP:GREEN) The strike begins | at night.")
    mark = (
        "hyperlink"
        if notes == "list"
        else "footnoteReference"
        if notes == "footnotes"
        else "endnoteReference"
    )
    assert any(node.tag.endswith(f"}}{mark}") for node in cell.iter())


def test_rows_are_not_counted_among_numbered_paragraphs() -> None:
    text = rendered("a.md", numbered=True).decode()
    assert "| No date | Somebody pays. |" in text
    last = max(
        int(line.split("\\.")[0]) for line in text.split("\n") if line[:1].isdigit() and "\\." in line[:5]
    )
    assert f"{last}\\. It goes on." in text


def test_copied_rows_begin_with_their_day() -> None:
    brief = dated()
    assert "28 April 2031. " in rich(brief, ["t1"])[1]
    assert lookup.claim(brief, "t1").day == "2031-04-28"
