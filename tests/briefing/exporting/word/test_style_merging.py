"""Styles and parts of a template."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.briefing.exporting.word.houses import package
from tests.briefing.exporting.word.integrity import W, problems
from tests.briefing.exporting.word.test_house_template import BRIEF, exported, part

CHINESE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="header"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="脚注文本"/></w:style>'
)
FRENCH = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Notedebasdepage"><w:name w:val="footnote text"/></w:style>'
)


@pytest.mark.parametrize(
    ("styles", "heading", "note"), [(CHINESE, "1", "a5"), (FRENCH, "Titre1", "Notedebasdepage")]
)
def test_templates_of_other_tongues_lend_their_styles(
    styles: str, heading: str, note: str, tmp_path: Path
) -> None:
    data = exported(package(BRIEF, styles), tmp_path)
    used = {e.get(f"{W}val") for n in ("document", "footnotes") for e in part(data, n).iter(f"{W}pStyle")}
    assert {heading, note} <= used
    assert not used & {"Heading1", "FootnoteText"}
    assert problems(data) == []


def test_parts_that_are_none_of_ours_stay_byte_for_byte(tmp_path: Path) -> None:
    theme = (
        b'<?xml version="1.0"?>\n<a:theme  '
        b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Haus" />'
    )
    link = (
        '<Relationship Id="rIdT" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" '
        'Target="theme/theme1.xml"/>'
    )
    data = exported(package(BRIEF, extra={"word/theme/theme1.xml": theme}, relations=link), tmp_path)
    with zipfile.ZipFile(BytesIO(data)) as held:
        assert held.read("word/theme/theme1.xml") == theme
