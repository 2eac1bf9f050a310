"""From a brief to a file on the disk: checked, whole, and never at the cost of the old one."""

from __future__ import annotations

import errno
import html
import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from briefing import checks, edits, exporting
from briefing.checks import CHECKS
from briefing.errors import BadInput, CheckFailed, StorageError
from briefing.exporting import formats
from briefing.exporting.options import Options
from briefing.exporting.request import ExportRequest
from briefing.model import Brief, Claim, Evidence, Quote, Section
from briefing.quoting.anchor import describe
from briefing.tasks.write_export import checked, preview, publish, write
from tests.briefing.exporting.examples import SOURCES, example, text_of

NOW = datetime(2031, 5, 9, 16, 30, tzinfo=UTC)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# The brief of the examples is made for the formats: it is unfinished, and most rules have something to say.
READY = replace(example(), rules_off=tuple(rule.id for rule in CHECKS if rule.id not in ("L1", "L2")))


def waived(brief: Brief) -> Brief:
    for finding in checks.run(brief, checks.Facts((), {}, None, NOW.date())):
        brief = edits.waive(brief, finding.item_id, finding.rule, "Agreed with the desk")
    return brief


EXAMPLE = waived(READY)


def changed(sha: str) -> str:
    """A store in which the energy office says something else."""
    return text_of(sha).replace("last until 20 May", "last until 2 June")


@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in formats.written()])
def test_it_writes_the_file_and_says_what_it_wrote(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"brief{suffix}"
    report = publish(ExportRequest(EXAMPLE, made=NOW), text_of, path)
    assert path.stat().st_size == report.size > 1000
    assert (report.path, report.notes, report.words) == (path, 8, 159)
    assert {finding.rule for finding in report.findings} == {"L1"}
    assert any("control character" in remark for remark in report.remarks)
    assert names(tmp_path) == [path.name]


def test_a_quote_that_fails_blocks_it_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("old")
    with pytest.raises(CheckFailed) as caught:
        publish(ExportRequest(EXAMPLE, made=NOW), changed, path)
    assert (
        "c-fuel: “last until 20 May, the energy office said. Page 2 The ferries Aurora…” is not in the "
        "source." in str(caught.value)
    )
    assert str(caught.value).startswith("One quote could not be found again where it was made:")
    assert path.read_text() == "old"


def test_an_error_of_the_rules_stops_nothing_and_is_named_to_the_person(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    report = publish(ExportRequest(READY, made=NOW), text_of, path)
    assert report.remarks[0] == "Exported with open findings: one reported claim has no quote."
    assert "Exported although" not in path.read_text(encoding="utf-8")


def test_with_a_reason_the_file_says_what_stood_and_nothing_that_did_not(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    publish(ExportRequest(READY, made=NOW), text_of, path, reason="Asked for by noon")
    text = path.read_text(encoding="utf-8")
    assert "> **Exported although one reported claim has no quote.** Reason given: Asked for by noon." in text
    assert "“Hotels in the old town report cancellations .” is reported, but no quote supports it." in text
    assert "quotes failed" not in text


def test_but_a_rule_that_is_switched_off_blocks_nothing(tmp_path: Path) -> None:
    off = replace(READY, rules_off=tuple(rule.id for rule in CHECKS))
    assert publish(ExportRequest(off, made=NOW), text_of, tmp_path / "brief.md").findings == ()


def test_but_with_a_reason_it_is_written_and_shows_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    report = publish(ExportRequest(EXAMPLE, made=NOW), changed, path, reason="The minister leaves at noon")
    text = path.read_text(encoding="utf-8")
    assert "Reason given: The minister leaves at noon" in text
    assert "> Note 6: “last until 20 May" in text
    assert text.count("could not be found again in the source") == 1
    assert "L2" in {finding.rule for finding in report.findings}


def test_a_reason_that_nothing_needs_stays_out_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    report = publish(ExportRequest(EXAMPLE, made=NOW), text_of, path, reason="just in case")
    assert "just in case" not in path.read_text(encoding="utf-8")
    assert any("No reason was needed" in remark for remark in report.remarks)


def test_a_blank_reason_is_none(tmp_path: Path) -> None:
    with pytest.raises(CheckFailed):
        publish(ExportRequest(EXAMPLE, made=NOW), changed, tmp_path / "brief.md", reason="  ")


def claims(number: int) -> Brief:
    """A brief of claims that each say another number than their quote."""
    quote = text_of(SOURCES[0].text_sha)
    start = quote.index("About 4,200 dock workers")
    linked = describe(quote, (start, start + 24), SOURCES[0].text_sha)
    made = tuple(
        Claim(
            f"c{n}",
            f"Exactly {5000 + n} dock workers walked out.",
            evidence=(Evidence(f"e{n}", "s-harbour", linked),),
        )
        for n in range(number)
    )
    return Brief(
        "b",
        sections=(Section("s", "prose", "Text", items=made),),
        sources=SOURCES[:1],
        rules_off=("L10", "L11", "L14"),
    )


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
@pytest.mark.parametrize("annex", [False, True])
def test_what_stood_takes_a_few_lines_of_the_first_page_and_all_of_it_can_be_found(
    suffix: str, annex: bool
) -> None:
    brief = claims(120)
    exporter = exporting.exporter_for(Path(f"x{suffix}"))
    made = checked(
        ExportRequest(brief, options=Options(annex=annex), made=NOW), text_of, exporter, reason="Asked for"
    )
    outline = exporting.build(exporting.ExportRequest(brief))
    assert outline.override is None
    said = words_of(made.rendered.data, suffix)
    assert "Exported although 120 claims say otherwise than their quotes." in said
    head = said.partition("Exported although")[2].partition("Text")[0]
    assert head.count("dock workers") <= 4
    assert "The 117 others are listed" in head
    assert ("What stood when this file was made" in said) is not annex
    for n in (0, 60, 119):
        assert said.count(f"Exactly {5000 + n} dock workers walked out.") >= 2
        assert f"The claim says “{5000 + n}”" in said


def words_of(data: bytes, suffix: str) -> str:
    if suffix != ".docx":
        return html.unescape(data.decode()).replace("\\", "")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(etree.fromstring(package.read("word/document.xml")).itertext())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "stance", "note", "locks"),
    [
        ("Exactly 5,000 dock workers walked out.", "reported", "supports", "", True),
        ("About 4,200 dock workers and Anna Berg walked out.", "reported", "supports", "", False),
        ("About 4,200 dock workers walked out.", "reported", "supports", "", False),
        ("Nobody walked out.", "assessed", "contradicts", "", True),
        ("Nobody walked out.", "assessed", "contradicts", "The union sees it so.", False),
    ],
)
def test_a_final_export_asks_for_a_reason_where_a_source_says_otherwise(
    text: str, kind: str, stance: str, note: str, locks: bool
) -> None:
    brief = claims(1)
    claim = brief.sections[0].items[0]
    assert isinstance(claim, Claim)
    linked = replace(claim.evidence[0], stance=stance, note=note)  # type: ignore[arg-type]
    brief = edits.containers.change_item(
        brief,
        "c0",
        lambda _: replace(claim, text=text, kind=kind, evidence=(linked,)),  # type: ignore[arg-type]
    )
    if not locks:
        assert checked(ExportRequest(brief, made=NOW), text_of, formats.MARKDOWN)
        return
    with pytest.raises(CheckFailed):
        checked(ExportRequest(brief, made=NOW), text_of, formats.MARKDOWN)
    waived = brief
    for finding in checks.run(brief, checks.Facts((), {}, None, NOW.date())):
        waived = edits.waive(waived, finding.item_id, finding.rule, "Agreed")
    assert checked(ExportRequest(waived, made=NOW), text_of, formats.MARKDOWN)


def test_but_no_waiver_and_no_switch_lets_a_lost_quote_pass() -> None:
    off = replace(EXAMPLE, rules_off=tuple(rule.id for rule in CHECKS))
    with pytest.raises(CheckFailed, match="could not be found again"):
        checked(ExportRequest(off, made=NOW), changed, formats.MARKDOWN)


@pytest.mark.parametrize("template", ["", "memo", "one-pager", "situation-report"])
def test_a_draft_shows_no_reason_and_a_final_file_no_draft(template: str) -> None:
    options = Options(template=template)
    drafted = checked(ExportRequest(EXAMPLE, options=options, draft=True, made=NOW), changed, formats.WORD)
    assert "Draft: one quote could not be found again where it was made." in words_of(
        drafted.rendered.data, ".docx"
    )
    final = checked(ExportRequest(EXAMPLE, options=options, made=NOW), text_of, formats.WORD)
    with zipfile.ZipFile(io.BytesIO(final.rendered.data)) as package:
        assert not [name for name in package.namelist() if b"DRAFT" in package.read(name)]


def test_a_quote_of_an_empty_claim_blocks_nothing(tmp_path: Path) -> None:
    blank = Claim("c", " ", evidence=(Evidence("e", "s1", Quote("gone", "", "", 0, "0" * 64)),))
    brief = Brief(
        "b", sections=(Section("s", items=(blank, Claim("d", "Said.", "assessed"))),), rules_off=("L11",)
    )
    assert publish(ExportRequest(brief, made=NOW), text_of, tmp_path / "brief.md").notes == 0


@pytest.mark.parametrize(
    ("name", "kind", "says"),
    [
        ("brief.pdf", BadInput, "PDF"),
        ("brief", BadInput, "which kind of file"),
        ("missing/brief.md", StorageError, "There is no folder"),
        ("folder.md", BadInput, "is a folder"),
        ("a\0b.md", BadInput, "cannot hold a NUL"),
        (f"{'x' * 300}.md", StorageError, "its name is too long"),
    ],
)
def test_it_says_what_is_wrong_with_a_place(
    tmp_path: Path, name: str, kind: type[Exception], says: str
) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(kind, match=says):
        publish(ExportRequest(EXAMPLE, made=NOW), text_of, tmp_path / name)
    assert names(tmp_path) == ["folder.md"]


FAULTS = [
    (errno.ENOSPC, "the disk is full"),
    (errno.EROFS, "the disk is read-only"),
    (errno.EACCES, "may not be changed"),
    (errno.EIO, "was not written"),
]


@pytest.mark.parametrize("at", ["fsync", "replace"])
@pytest.mark.parametrize(("number", "says"), FAULTS)
def test_the_old_file_survives_any_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, number: int, says: str
) -> None:
    path = tmp_path / "brief.md"
    path.write_text("old")
    fail = failing(number)
    if at == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StorageError, match=says):
        write(path, b"new")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["brief.md"]


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_read_only_folder_is_named_as_the_cause(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageError, match="may not be changed"):
            write(tmp_path / "brief.md", b"new")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_it_keeps_the_mode_of_the_old_file_and_follows_a_link(tmp_path: Path) -> None:
    target = tmp_path / "real.md"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write(link, b"new")
    assert link.is_symlink()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.mark.parametrize("exporter", formats.written(), ids=lambda e: e.id)
def test_a_preview_writes_nothing(exporter: object) -> None:
    from briefing.exporting.formats import Exporter

    assert isinstance(exporter, Exporter)
    assert preview(ExportRequest(example()), exporter).data
