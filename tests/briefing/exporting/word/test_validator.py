"""Word files held against all schemas of ECMA-376, by a validator that brings them along.

It is not among the packages that every developer has: `uv run --group office pytest -n 0 -m slow` and the
name of this file install it for the run. Without it the rules of `integrity` and `sequence` stand alone, in
the fast tests.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections import Counter
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import layouts
from briefing.model import Remark
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import package, para, unzipped, zipped
from tests.briefing.exporting.word.test_house_template import BRIEF, COMMENTED, HOUSES, WORD
from tests.briefing.exporting.word.test_packages import HOUSE, MEMO, USED
from tests.briefing.exporting.word.test_page_marking import LOGOS, house
from tests.briefing.exporting.word.test_style_fitting import NORMAL, NUMBERED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("openxml_audit") is None, reason="no validator is installed"),
]
# It asks for parts that the standard lets be absent (ECMA-376 part 1, 11.3.1 and 14.2.7: zero or one).
_NOT_ASKED = ("relationships/theme", "relationships/fontTable")
_WAYS = {
    "plain": {},
    "all": {"annex": True, "contents": True, "together": True},
    "endnotes": {"notes": "endnotes", "contents": True},
    "list": {"notes": "list", "actors": "list", "annex": True},
}
_TEMPLATES = {
    **{f"house: {name}": data for name, data in HOUSES.items()},
    **{f"packed: {name}": zipped(USED[name](HOUSE)) for name in ("strict", "styles twice",
        "a picture that is missing", "UTF-16")},
    "memo, strict": zipped(USED["strict"](MEMO)),
    "comments": COMMENTED,
    **{f"logo {name}": house(run) for name,
        (run, _) in LOGOS.items() if "older" not in name and "left and" not in name},
    "numbered": package(para("Ministry") + BRIEF, NUMBERED),
    "white": package(BRIEF, NORMAL.format('<w:rPr><w:vanish/><w:color w:val="FFFFFF"/><w:sz '
        'w:val="4"/></w:rPr>')),
    "boxed": package(BRIEF, NORMAL.format('<w:pPr><w:pageBreakBefore/><w:ind w:left="144" '
        'w:right="9000"/></w:pPr>')),
}  # fmt: skip


def errors(path: Path) -> list[str]:
    audit = importlib.import_module("openxml_audit")
    result = audit.OpenXmlValidator(max_errors=0).validate(str(path))
    return [
        f"{error.part_uri} {error.path}: {error.description}"
        for error in result.errors
        if not any(part in str(error.description) for part in _NOT_ASKED)
    ]


def written(folder: Path, name: str, threads: tuple[Any, ...] = (), **options: Any) -> Path:
    outline = build(ExportRequest(example(), made=MADE, options=Options(**options)))
    path = folder / f"{name}.docx"
    path.write_bytes(exporting.render(WORD, replace(outline, threads=threads)).data)
    return path


@pytest.mark.parametrize(("template", "way"), list(product(("", *layouts.ids()), _WAYS)))
def test_what_we_write_is_valid(template: str, way: str, tmp_path: Path) -> None:
    said = Remark("r1", "Boss", "2031-05-09", "Who says so?")
    answer = Remark("r2", "Desk", "2031-05-09", "The harbour master.", reply_to="r1")
    threads = (("c-line", (said, answer)),)
    assert errors(written(tmp_path, "out", threads, template=template, **_WAYS[way])) == []  # type: ignore[arg-type]


def test_the_validator_sees_what_stands_in_the_wrong_order(tmp_path: Path) -> None:
    path = written(tmp_path, "out")
    swapped = unzipped(
        path.read_bytes(), "word/styles.xml", b"<w:keepNext/><w:keepLines/>", b"<w:keepLines/><w:keepNext/>"
    )
    path.write_bytes(zipped(swapped))
    assert errors(path) != []


def test_a_house_s_template_brings_no_error_that_it_did_not_have(tmp_path: Path) -> None:
    wrong, checked = {}, 0
    for name, data in _TEMPLATES.items():
        (tmp_path / "house.docx").write_bytes(data)
        before = Counter(_kind(e) for e in errors(tmp_path / "house.docx"))
        after = Counter(
            _kind(e) for e in errors(written(tmp_path, "out", template=str(tmp_path / "house.docx")))
        )
        checked += 1
        if after - before and not name.startswith("packed") and name != "memo, strict":
            wrong[name] = after - before
        elif name.startswith("packed") or name == "memo, strict":
            base = "memo" if name == "memo, strict" else ""
            usual = Counter(_kind(e) for e in errors(_usual(tmp_path, base)))
            if after - usual:
                wrong[name] = after - usual
    print(f"{checked} templates, {len(wrong)} with new errors")
    assert wrong == {}


def _usual(folder: Path, base: str) -> Path:
    if not base:
        (folder / "usual-house.docx").write_bytes(zipped(HOUSE))
    return written(folder, "usual", template=base or str(folder / "usual-house.docx"))


def _kind(error: str) -> str:
    part, _, words = error.partition(": ")
    return f"{part.split()[0]}: {words}"
