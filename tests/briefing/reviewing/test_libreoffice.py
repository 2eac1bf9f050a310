"""Every edit of the table once more, saved by LibreOffice before it is read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import FILE, OTHERS, REWORDS, key
from tests.briefing.reviewing.word import Desk, review

SOFFICE = shutil.which("soffice")
CASES = [(name, edit, [("reword", item)]) for name, edit, item, _ in REWORDS] + OTHERS


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_each_edit_comes_back_in_its_place_through_libreoffice(tmp_path: Path) -> None:
    for number, (_, edit, _) in enumerate(CASES):
        desk = Desk(FILE)
        edit(desk)
        (tmp_path / f"{number}.docx").write_bytes(desk.save())
    args = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), *map(str, sorted(tmp_path.glob("*.docx")))]  # fmt: skip
    subprocess.run([str(SOFFICE), *args], check=True, capture_output=True, timeout=300)
    wrong = {}
    for number, (name, _, expected) in enumerate(CASES):
        found = review(example(), (tmp_path / "out" / f"{number}.docx").read_bytes())
        got = [key(p) for p in found.proposals]
        if sorted(got) != sorted(expected):
            wrong[name] = (got, found.remarks)
    assert wrong == {}
