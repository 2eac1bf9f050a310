"""Our own templates saved once by LibreOffice: a brief in them is a whole package, and comes back as it
left.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import layouts, package_check, template
from briefing.tasks import verify_handed
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import package, para
from tests.briefing.exporting.word.test_house_template import BRIEF, COMMENTED, WORD
from tests.briefing.reviewing.word import review
from tests.briefing.tasks.test_verify_handed import ARTICLES

SOFFICE = shutil.which("soffice")
HOUSES = {
    **{name: template.read(name) for name in layouts.ids()},
    "letterhead": package(para("Ministry of Ferries") + BRIEF, notes=True, header=True),
    "comments": COMMENTED,
}


def resaved(folder: Path) -> dict[str, bytes]:
    """Return the templates as LibreOffice writes them."""
    for name, data in HOUSES.items():
        (folder / f"{name}.docx").write_bytes(data)
    args = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(folder / "out"),
            *map(str, sorted(folder.glob("*.docx")))]  # fmt: skip
    subprocess.run([str(SOFFICE), *args], check=True, capture_output=True, timeout=300)
    return {path.stem: path.read_bytes() for path in sorted((folder / "out").glob("*.docx"))}


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_a_brief_in_a_template_that_libreoffice_saved_is_whole_and_comes_back_as_it_left(
    tmp_path: Path,
) -> None:
    found = resaved(tmp_path)
    assert sorted(found) == sorted(HOUSES)
    wrong: dict[str, object] = {}
    for name, data in found.items():
        (tmp_path / "house.docx").write_bytes(data)
        outline = build(
            ExportRequest(
                example(), made=MADE, options=Options(template=str(tmp_path / "house.docx"), annex=True)
            )
        )
        made = exporting.render(WORD, outline).data
        untouched = review(example(), made)
        checked = verify_handed.verify("x.docx", made, ARTICLES)
        told = (package_check.faults(made), untouched.proposals, untouched.remarks, checked.wrong)
        if any(told) or not checked.holds:
            wrong[name] = told
    print(f"{len(found)} templates saved by LibreOffice, {len(wrong)} not right")
    assert wrong == {}
