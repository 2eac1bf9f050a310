"""Briefs that moved on, files that lost their tags, comments, notes, and files that are not to be trusted."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from briefing import lookup
from briefing.edits import remove_item, set_text
from briefing.edits.review import accept, accept_all
from briefing.errors import BadInput, Refused
from briefing.exporting import formats
from briefing.exporting.format_helpers import ends_of
from briefing.exporting.word import word_comments
from briefing.exporting.word.elements import W
from briefing.model import Brief, Remark
from briefing.reviewing.paragraph_matching import match
from briefing.reviewing.threeway import MergeVerdict, decide, merge
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.word import WHEN, WHO, Desk, exported, review

FILE = exported(example())
OLD = "At least 3,900 of 4,200 dock workers walked out."


def after_mine(text: str) -> Brief:
    return set_text(example(), "c-count", text)


def test_a_change_of_mine_alone_proposes_nothing() -> None:
    assert review(after_mine("Other words."), FILE).proposals == ()


def test_the_same_change_on_both_sides_proposes_nothing() -> None:
    desk = Desk(FILE)
    desk.track(desk.control("c-count"), "dock ")
    assert review(after_mine(OLD.replace("dock ", "")), desk.save()).proposals == ()


def test_two_changes_that_do_not_overlap_are_offered_as_one_text() -> None:
    desk = Desk(FILE)
    desk.track(desk.control("c-count"), "dock ")
    (found,) = review(after_mine(OLD.replace("At least", "Some")), desk.save()).proposals
    assert found.conflict
    assert found.merged == "Some 3,900 of 4,200 workers walked out."
    assert found.exported == OLD
    brief, left = accept_all(example(), [found])
    assert (brief, left) == (example(), (found,))


def test_two_changes_of_the_same_words_are_a_conflict_without_a_merge() -> None:
    desk = Desk(FILE)
    desk.track(desk.control("c-count"), "3,900", "4,000")
    (found,) = review(after_mine(OLD.replace("3,900", "3,500")), desk.save()).proposals
    assert (found.conflict, found.merged) == (True, "")


def test_what_was_reworded_here_and_deleted_there_is_a_conflict() -> None:
    desk = Desk(FILE)
    desk.delete_all(desk.paragraph("c-count"))
    (found,) = review(after_mine("New."), desk.save()).proposals
    assert (found.kind, found.conflict) == ("delete", True)


def test_what_was_deleted_here_and_reworded_there_is_offered_as_new() -> None:
    desk = Desk(FILE)
    desk.track(desk.control("c-count"), "3,900", "4,000")
    (found,) = review(remove_item(example(), "c-count"), desk.save()).proposals
    assert (found.kind, found.conflict, found.holder) == ("add", True, "situation")


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "wanted"),
    [
        ("a b c d e", "A b c d e", "a b c d E", "A b c d E"),
        ("a b c", "a x c", "a y c", ""),
        ("a b c", "a b c new", "a b c old", ""),
        ("a b c", "a c", "a c", "a c"),
        ("one two three four", "two three four", "one two three", "two three"),
        ("a b c d", "A b c d", "a B c d", ""),
        ("a b c d e", "A b c d e", "A b c d E", "A b c d E"),
        ("one  two three four", "One  two three four", "one  two three Four", "One two three Four"),
    ],
)
def test_a_merge_of_words_never_guesses(base: str, mine: str, theirs: str, wanted: str) -> None:
    assert merge(base, mine, theirs).strip() == wanted
    assert decide(base, mine, mine) == decide(base, mine, base) == MergeVerdict(False)


def test_authors_and_the_last_moment_come_along() -> None:
    desk = Desk(FILE)
    desk.track(desk.control("c-count"), "At least", "Some", who="Ruth Vale")
    desk.track(desk.control("c-count"), "dock workers", "dockers", who="Olaf Brun")
    (found,) = review(example(), desk.save()).proposals
    assert (found.author, found.at) == ("Ruth Vale, Olaf Brun", WHEN)


def test_retyped_words_are_matched_with_a_score_and_asked() -> None:
    desk = Desk(FILE)
    desk.plain(desk.paragraph("c-count"), "dock workers walked out", "dockers left their work")
    desk.strip_tags("c-count", bookmarks=True)
    (found,) = review(example(), desk.save()).proposals
    assert (found.kind, found.item_id, found.asked) == ("reword", "c-count", True)
    assert found.score is not None
    assert 55 <= found.score < 100
    assert accept_all(example(), [found]) == (example(), (found,))


def test_a_file_pasted_into_another_document_is_read_by_its_words() -> None:
    document = docx.Document()
    for paragraph in docx.Document(BytesIO(FILE)).paragraphs:
        words = "".join(t.text or "" for t in paragraph._p.iter(f"{W}t"))
        document.add_paragraph(words.replace("3,900", "3,950"))
    out = BytesIO()
    document.save(out)
    found = review(example(), out.getvalue())
    assert found.manifest is None
    rewords = [p for p in found.proposals if p.kind == "reword"]
    assert [(p.item_id, p.asked) for p in rewords] == [("c-count", True)]
    assert all(p.asked for p in found.proposals)


def test_a_match_is_one_to_one_and_names_its_doubt() -> None:
    items = {"a": "The port opens on Monday.", "b": "The port opens on Sunday.", "c": "Nothing alike 42"}
    first, second = match({1: "The port opens on Monday.", 2: "The port opens on Sundays."}, items)
    assert (first.item, first.certain) == ("a", True)
    assert (second.item, second.certain) == ("b", False)
    (one,) = match({1: "The port opens on Funday."}, items)
    assert one.doubtful


def test_comments_become_remarks_with_their_thread() -> None:
    desk = Desk(FILE)
    control = desk.control("c-count").getparent()
    first = desk.comment(control, control, "Says who?\nReally.")
    desk.comment(control, control, "The union.", "Olaf Brun", reply_to=first, done=True)
    data = desk.save()
    found = review(example(), data)
    brief, left = accept_all(example(), found.proposals)
    assert left == ()
    asked, answered = lookup.item(brief, "c-count").remarks
    assert (asked.author, asked.at, asked.text, asked.done) == (WHO, WHEN, "Says who?\nReally.", False)
    assert (answered.reply_to, answered.text, answered.done) == (asked.id, "The union.", True)
    assert review(brief, data).proposals == ()


def test_a_comment_beside_no_claim_is_asked_about() -> None:
    desk = Desk(FILE)
    heading = desk.named("Gaps")
    desk.comment(heading.find(f"{W}r"), heading.find(f"{W}r"), "More of these?")
    (found,) = review(example(), desk.save()).proposals
    assert (found.kind, found.asked) == ("comment", True)


def with_threads(brief: Brief) -> bytes:
    """The exported file with the remarks of its claims as comments."""
    document = docx.Document(BytesIO(exported(brief)))
    word_comments.add(document, ((i.id, i.remarks) for i in lookup.statements(brief)))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_remarks_leave_as_comments_and_come_back_as_nothing_new() -> None:
    remarks = (
        Remark("r1", "Ruth Vale", WHEN, "Says who?"),
        Remark("r2", "Desk 4", "2031-05-11", "The union.\x07", "r1"),
        Remark("r3", "Ruth Vale", WHEN, "Settled.", "", True),
        Remark("r4", "", "", "Of it", "r3"),
    )
    item = replace(lookup.claim(example(), "c-count"), remarks=remarks)
    from briefing.edits.containers import change_item

    brief = change_item(example(), "c-count", lambda _: item)
    data = with_threads(brief)
    assert review(brief, data).proposals == ()
    bare = review(example(), data).proposals
    assert [(p.item_id, p.theirs) for p in bare] == [
        ("c-count", "Says who?"),
        ("c-count", "The union.\ufffd"),
    ]
    assert bare[1].remark is not None
    assert bare[0].remark is not None
    assert bare[1].remark.reply_to == bare[0].remark.id


def test_a_quote_edited_in_its_note_is_refused() -> None:
    desk = Desk(FILE)
    desk.plain(desk.note("will reopen its southern"), "will reopen", "may reopen")
    desk.put_notes()
    (found,) = review(example(), desk.save()).proposals
    assert (found.kind, found.item_id, found.evidence_id) == ("quote-edited", "c-open", "e-open")
    assert found.theirs.startswith("may reopen")
    assert found.refused
    with pytest.raises(Refused, match="source's"):
        accept(example(), found)


def test_a_quote_edited_with_tracking_is_refused_too() -> None:
    desk = Desk(FILE)
    desk.track(desk.note("has not agreed to anything"), "not ", "never ")
    desk.put_notes()
    (found,) = review(example(), desk.save()).proposals
    assert (found.kind, found.evidence_id, found.author, found.at) == (
        "quote-edited",
        "e-against",
        WHO,
        WHEN,
    )
    assert found.theirs == "has never agreed to anything"


def test_of_several_quotes_that_were_edited_each_is_shown_as_it_reads_now() -> None:
    desk = Desk(FILE)
    desk.plain(desk.note("will reopen its southern"), "will reopen", "may reopen")
    desk.put_notes()
    desk.plain(desk.note("has not agreed"), "anything", "nothing")
    desk.put_notes()
    first, second = review(example(), desk.save()).proposals
    assert (first.evidence_id, second.evidence_id) == ("e-open", "e-against")
    assert first.theirs == "may reopen its southern terminal on Monday"
    assert second.theirs == "has not agreed to nothing"


def test_a_quote_cut_down_to_its_ends_is_edited_unless_it_left_so() -> None:
    exact = next(e.quote.exact for _, e in lookup.evidence(example()) if e.id == "e-count")
    short = exported(example(), quotes="short")
    assert review(example(), short).proposals == ()
    desk = Desk(FILE)
    quote = next(t.getparent() for t in desk.note(exact[:20]).iter(f"{W}t") if t.text == exact.split("\n")[0])
    for more in list(quote.iter(f"{W}br", f"{W}t"))[1:]:
        quote.remove(more)
    quote.find(f"{W}t").text = ends_of(exact)
    desk.put_notes()
    (found,) = review(example(), desk.save()).proposals
    assert (found.kind, found.evidence_id, found.theirs) == ("quote-edited", "e-count", ends_of(exact))


def test_a_file_of_another_brief_is_refused() -> None:
    other = replace(example(), id="b-other", sections=(), actors=())
    with pytest.raises(BadInput, match="another brief"):
        review(other, FILE)


def _with(name: str, data: bytes) -> bytes:
    desk = Desk(FILE)
    desk.parts[name] = data
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in desk.parts.items():
            package.writestr(part, content)
    return out.getvalue()


HOSTILE: list[tuple[Callable[[], bytes], str]] = [
    (lambda: b"", "not a Word document"),
    (lambda: b"%PDF-1.7", "not a Word document"),
    (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
    (lambda: FILE[:2000], "damaged"),
    (lambda: _with("word/document.xml", b"<w:document"), "not well formed"),
    (lambda: _with("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "DTD"),
    (lambda: _with("customXml/item1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x '
        b'xmlns="urn:briefing-desk:manifest:1"/>'), "DTD"),
    (lambda: _with("customXml/item1.xml", b'<manifest xmlns="urn:briefing-desk:manifest:1" edition="x"/>'),
        "damaged"),
    (lambda: _with("word/bomb.xml", b"0" * 30_000_000), "far larger"),
    (lambda: _with("word/document.xml", b"<a/>"), "text is missing"),
    (lambda: _with("word/document.xml",
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                   + b"<w:p>" * 3000 + b"</w:p>" * 3000 + b"</w:body></w:document>"), "deep"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "why"), HOSTILE, ids=[why for _, why in HOSTILE])
def test_a_file_not_to_be_trusted_is_refused_clearly(data: Callable[[], bytes], why: str) -> None:
    with pytest.raises(BadInput, match=why):
        review(example(), data())


SOFFICE = shutil.which("soffice")


def resaved(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice writes it."""
    (folder / "in.docx").write_bytes(data)
    out = folder / "out"
    args = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(out), str(folder / "in.docx")]  # fmt: skip
    subprocess.run([str(SOFFICE), *args], check=True, capture_output=True, timeout=120)
    return (out / "in.docx").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("notes", ["footnotes", "endnotes", "list"])
def test_libreoffice_keeps_all_that_is_needed(tmp_path: Path, notes: str) -> None:
    found = review(example(), resaved(exported(example(), notes=notes), tmp_path))
    assert (found.proposals, found.remarks) == ((), ())
    assert found.manifest is not None


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_edits_come_back_through_libreoffice(tmp_path: Path) -> None:
    desk = Desk(FILE)
    desk.track(desk.control("c-count"), "3,900", "4,000")
    desk.track(desk.control("j-open"), "Monday", "Tuesday")
    desk.delete_all(desk.paragraph("c-gap2"))
    desk.paragraph("c-fuel").addnext(desk.new("The ferries were idle.", tracked=True))
    control = desk.control("c-bare").getparent()
    desk.comment(control, control, "Says who?")
    desk.plain(desk.control("c-cap"), "tugs", "boats")
    found = review(example(), resaved(desk.save(), tmp_path))
    kinds = [(p.kind, p.item_id or p.after, p.author) for p in found.proposals]
    assert sorted(kinds) == [
        ("add", "c-fuel", WHO), ("comment", "c-bare", WHO), ("delete", "c-gap2", WHO),
        ("reword", "c-cap", ""),
        ("reword", "c-count", WHO), ("reword", "j-open", WHO),
    ]  # fmt: skip


def test_the_manifest_survives_python_docx() -> None:
    document = docx.Document(BytesIO(FILE))
    out = BytesIO()
    document.save(out)
    found = review(example(), out.getvalue())
    assert (found.proposals, found.manifest is None) == ((), False)
    assert formats.EXPORTERS[0].id == "word"
