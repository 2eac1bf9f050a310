"""Files of versions that kept less: what can be compared is, and what cannot is named."""

from __future__ import annotations

import re

import pytest

from briefing.exporting.word.elements import W
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.outside import (
    PICTURE,
    Edit,
    heading,
    marking,
    notes_swapped,
    own_paragraph,
    source,
)
from tests.briefing.reviewing.test_edits import FILE, gone, key, tracked
from tests.briefing.reviewing.word import Desk, review


def older(*, otherwise: bool) -> Desk:
    """A file without the list of all lines; `otherwise`: of a version that called the sources by another
    name.
    """
    desk = Desk(FILE)
    name = next(n for n in desk.parts if re.fullmatch(r"customXml/item\d+\.xml", n))
    desk.parts[name] = re.sub(rb"<left>.*?</left>", b"", desk.parts[name], flags=re.DOTALL)
    assert b"<left" not in desk.parts[name]
    if otherwise:
        desk.parts[name] = desk.parts[name].replace(b"<rest>Sources</rest>", b"<rest>Where it is from</rest>")
        next(t for t in desk.body.iter(f"{W}t") if t.text == "Sources").text = "Where it is from"
    return desk


ROWS: list[tuple[str, Edit, list[tuple[str, str]], str]] = [
    ("untouched", lambda d: None, [], ""),
    ("a word of a claim", tracked("c-count", "dock", "port"), [("reword", "c-count")], ""),
    ("the marking raised", marking("TLP:RED"), [("marking", "b-velmora")], ""),
    ("a picture", own_paragraph(PICTURE), [], "A picture was added"),
    ("notes that changed places", notes_swapped, [], "changed places"),
    ("a heading taken out", lambda d: heading(d, "Gaps").getparent().remove(heading(d, "Gaps")), [],
        "“Gaps” was taken out"),
    ("a source taken out", lambda d: source(d).getparent().remove(source(d)), [], "Whitlock"),
    ("a judgement deleted", gone("j-strike", tracked=True), [("delete", "j-strike")], ""),
]  # fmt: skip


@pytest.mark.parametrize("otherwise", [False, True])
@pytest.mark.parametrize(("edit", "expected", "said"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_a_file_of_an_older_version_is_compared_as_far_as_it_goes(
    edit: Edit, expected: list[tuple[str, str]], said: str, otherwise: bool
) -> None:
    desk = older(otherwise=otherwise)
    edit(desk)
    found = review(example(), desk.save())
    assert [key(p) for p in found.proposals] == expected, found.remarks
    assert said in " ".join(found.remarks)
    assert bool(said) or found.remarks == () or expected
    assert bool(found.unknown) == otherwise


def test_a_header_that_no_template_of_ours_has_is_not_compared_and_that_is_said() -> None:
    desk = older(otherwise=True)
    desk.parts["word/header1.xml"] = re.sub(
        rb"<w:p>.*</w:p>", b"<w:p><w:r><w:t>Ministry</w:t></w:r></w:p>", desk.parts["word/header1.xml"]
    )
    desk.parts["word/footer1.xml"] = re.sub(
        rb"<w:p>.*</w:p>", b"<w:p><w:r><w:t>Office 7</w:t></w:r></w:p>", desk.parts["word/footer1.xml"]
    )
    own_paragraph(PICTURE)(desk)
    found = review(example(), desk.save())
    assert (found.proposals, found.remarks) == ((), ())
    assert "header, footer and pictures" in " ".join(found.unknown)
    desk.parts["word/header1.xml"] = desk.parts["word/header1.xml"].replace(b"Ministry", b"Ministry TLP:RED")
    assert [key(p) for p in review(example(), desk.save()).proposals] == [("marking", "b-velmora")]
