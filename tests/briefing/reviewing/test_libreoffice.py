"""Every edit of the table once more, saved by LibreOffice before it is read back; and each note taken out
between two saves.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from briefing import inline, lookup, storage
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.elements import W
from briefing.tasks import sample
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import FILE, OTHERS, REWORDS, key
from tests.briefing.reviewing.word import Desk, exported, review

SOFFICE = shutil.which("soffice")
CASES = [(name, edit, [("reword", item)]) for name, edit, item, _ in REWORDS] + OTHERS


def saved(folder: Path, into: str, files: Iterable[Path]) -> Path:
    """Save files by LibreOffice into a folder in `folder`, and return that."""
    args = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(folder / into), *map(str, sorted(files))]  # fmt: skip
    subprocess.run([str(SOFFICE), *args], check=True, capture_output=True, timeout=300)
    return folder / into


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_each_edit_comes_back_in_its_place_through_libreoffice(tmp_path: Path) -> None:
    for number, (_, edit, _) in enumerate(CASES):
        desk = Desk(FILE)
        edit(desk)
        (tmp_path / f"{number}.docx").write_bytes(desk.save())
    saved(tmp_path, "out", tmp_path.glob("*.docx"))
    wrong = {}
    for number, (name, _, expected) in enumerate(CASES):
        found = review(example(), (tmp_path / "out" / f"{number}.docx").read_bytes())
        got = [key(p) for p in found.proposals]
        if sorted(got) != sorted(expected):
            wrong[name] = (got, found.remarks)
    assert wrong == {}


LAYOUTS: dict[str, dict[str, Any]] = {"foot": {}, "end": {"notes": "endnotes", "together": True}}
REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")


def without_mark(desk: Desk, at: int, *, whole: bool) -> str:
    """Take a note mark out, and the `whole` note with it; return whose it was."""
    mark = list(desk.body.iter(*REFERENCES))[at]
    paragraph = next(mark.iterancestors(f"{W}p"))
    names = [each.get(f"{W}name") for each in paragraph.iter(f"{W}bookmarkStart")]
    run = mark.getparent()
    run.getparent().remove(run)
    part = "word/footnotes.xml" if "footnote" in mark.tag else "word/endnotes.xml"
    root = etree.fromstring(desk.parts[part])
    for note in root.findall(f"{W}*") if whole else ():
        if note.get(f"{W}id") == mark.get(f"{W}id"):
            root.remove(note)
    desk.parts[part] = etree.tostring(root)
    return next(name for name in names if name.startswith("claim_"))


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_a_note_taken_out_between_two_saves_is_named_as_itself(tmp_path: Path) -> None:
    sample.build(tmp_path / "sample.brief")
    opened = storage.open_brief(tmp_path / "sample.brief", read_only=True)
    with opened.store:
        brief = opened.brief
    for layout, choices in LAYOUTS.items():
        (tmp_path / f"{layout}.docx").write_bytes(exported(brief, **choices))
    once = saved(tmp_path, "once", tmp_path.glob("*.docx"))
    (tmp_path / "edited").mkdir()
    owners = {}
    for layout in LAYOUTS:
        data = (once / f"{layout}.docx").read_bytes()
        assert review(brief, data).remarks == ()
        for at in range(len(list(Desk(data).body.iter(*REFERENCES)))):
            for whole in (True, False):
                desk, name = Desk(data), f"{layout}-{at:02}-{whole}"
                owners[name] = without_mark(desk, at, whole=whole)
                (tmp_path / "edited" / f"{name}.docx").write_bytes(desk.save())
    twice = saved(tmp_path, "twice", (tmp_path / "edited").glob("*.docx"))
    claims = {bookmark_name(item.id): inline.plain(item.text)[:30] for item in lookup.statements(brief)}
    quotes: dict[str, list[str]] = {bookmark_name(claim.id): [] for claim, _ in lookup.evidence(brief)}
    for claim, evidence in lookup.evidence(brief):
        quotes[bookmark_name(claim.id)].append(evidence.quote.exact[:30])
    wrong = {}
    for name, owner in owners.items():
        found = review(brief, (twice / f"{name}.docx").read_bytes())
        told = [words for words in found.remarks if not words.startswith("The program that saved the file")]
        own = (
            f"taken off “{claims[owner]}",
            *(f"its quote stays linked: “{words}" for words in quotes[owner]),
        )
        if found.proposals or not told or not all(any(one in words for one in own) for words in told):
            wrong[name] = found.remarks
    print(f"{len(owners)} notes taken out between two saves, {len(wrong)} not named as themselves")
    assert wrong == {}
