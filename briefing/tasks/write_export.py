"""From a brief to a file that can be handed over: verify, render, read back, write safely.

The only place that joins checks and exporting. Nothing is written before everything has been checked,
and the file that was there stays until the new one is whole on the disk.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import checks, exporting
from briefing.checks.findings import Finding
from briefing.checks.leaving import Stands, counts, stands
from briefing.checks.markings import effective
from briefing.checks.quotes import broken_ids, tally, verify
from briefing.errors import BadInput, CheckFailed, StorageError
from briefing.exporting import Exporter, ExportRequest
from briefing.exporting.blocks import Proof, Rendered
from briefing.exporting.format_helpers import capital
from briefing.exporting.options import Options
from briefing.model import Brief
from briefing.origins.of_brief import keys_of, origins_of
from briefing.storage import sweeping
from briefing.storage.disk_files import sync_folder
from briefing.tasks import export_proof
from briefing.user_folders import expanded, resolved

if TYPE_CHECKING:
    from briefing.citing.csl_styles import Styled

_NAMED_AT_MOST = 12
_OF_FIGURE = re.compile(r"figure-\d+-[0-9a-f]{16}\.(?:png|jpeg)")  # as `markdown_file.name_of` names them


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: `size` in bytes, notes, words of the statements, findings of the rules, and what
    the person should know (a sentence each).
    """

    path: Path
    size: int
    notes: int
    words: int
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]


def publish(
    request: ExportRequest,
    text_of: Callable[[str], str],
    path: Path,
    *,
    reason: str = "",
    original_of: Callable[[str], bytes] | None = None,
) -> Report:
    """Export a brief to `path`; its suffix names the format.

    Of the request, `brief`, `options`, `draft` and `made` (None: now) are asked; the rest is found here.
    `text_of` gives a source text by its SHA-256, `original_of` the bytes of its file, which only an evidence
    package asks for. `reason`: why to export although quotes fail or a source
    says otherwise; the file shows it. A draft needs none, and says on every page that it is one. Raises
    BadInput (suffix), CheckFailed (what stands in the way, each named), StorageError (the place cannot be
    written).
    """
    exporter = exporting.exporter_for(path)
    check_place(path)
    request = replace(request, name=path.stem, picture_of=request.picture_of or original_of)
    made = checked(request, text_of, exporter.packs or exporter, reason=reason)
    if exporter.packs is not None:
        made = _packed(request, made, path.with_suffix(exporter.packs.suffix).name, text_of, original_of)
    with _beside(path, made.rendered.beside):
        write(path, made.rendered.data)
    beside = tuple(f"Beside it: {path.stem}{suffix}." for suffix, _ in made.rendered.beside)
    size = len(made.rendered.data)
    return Report(path, size, made.notes, made.words, made.findings, (*made.remarks, *beside))


@contextmanager
def _beside(path: Path, files: tuple[tuple[str, bytes], ...]) -> Iterator[None]:
    """Write what belongs beside an export: pictures before it, all else behind it.

    A picture has a name after its bytes, so that the file that was there keeps its own; those that only that
    one showed go once the new one is whole, and those that are new where it could not be written.
    """
    pictures = {path.parent / (path.stem + name): data for name, data in files if "/" in name}
    folders = {target.parent for target in pictures}
    there = {target for target in pictures if target.exists()}
    try:
        for target, data in pictures.items():
            with _disk_errors(target):
                target.parent.mkdir(exist_ok=True)
            write(target, data)
        yield
    except BaseException:
        for target in pictures.keys() - there:
            target.unlink(missing_ok=True)
        raise
    for folder in folders:
        _drop_pictures(folder, keep=set(pictures))
    for name, data in files:
        if "/" not in name:
            write(path.with_name(path.stem + name), data)


def _drop_pictures(folder: Path, keep: Set[Path]) -> None:
    """Delete the pictures of an earlier export that this one does not show; nothing else in the folder."""
    with _disk_errors(folder):
        for found in list(folder.iterdir()):
            if _OF_FIGURE.fullmatch(found.name) and found not in keep:
                found.unlink()


@dataclass(frozen=True, slots=True)
class CheckedExport:
    """An export in memory that may leave: every quote was found, every rule asked, or a reason was given."""

    rendered: Rendered
    notes: int
    words: int
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]


def _packed(
    request: ExportRequest,
    made: CheckedExport,
    name: str,
    text_of: Callable[[str], str],
    original_of: Callable[[str], bytes] | None,
) -> CheckedExport:
    """Return an export put into an evidence package with what it cites, and the number of its manifest."""
    from briefing.exporting.package import packing

    if original_of is None:
        raise ValueError("an evidence package needs the files of its articles")
    asked = packing.Packing(
        brief=marked(request.brief),
        document=made.rendered.data,
        document_name=name,
        numbers=exporting.numbers(request.brief, request.options),
        text_of=text_of,
        original_of=original_of,
        whole=request.options.articles == "whole",
        made=request.made or datetime.now().astimezone(),
    )
    data = packing.packed(asked)
    remark = f"The check number of the package is {packing.number_of(data)}: name it to the receiver."
    return replace(made, rendered=replace(made.rendered, data=data), remarks=(*made.remarks, remark))


def _to_show(what: Stands, reason: str, *, draft: bool) -> Stands:
    """Return what the file itself shows of what stands: all with a reason, in a draft what asks for one.
    Raises CheckFailed where neither lets it out.
    """
    if what.locks and not (reason or draft):
        hint = "Repair or waive them, export a draft, or give a reason, which the file will show."
        raise CheckFailed(_stopped(what), hint)
    if reason and not draft:
        return what
    return replace(what, others=()) if what.locks else Stands()


def checked(
    request: ExportRequest, text_of: Callable[[str], str], exporter: Exporter, *, reason: str = ""
) -> CheckedExport:
    """Check a brief and render it, in memory. Takes and raises what `publish` does."""
    brief, options, draft = request.brief, request.options, request.draft
    now = request.made or datetime.now().astimezone()
    verdicts = verify(brief, text_of)
    facts = checks.Facts(verdicts, keys_of(origins_of(brief, text_of)), text_of, now.date())
    findings = checks.run(brief, facts)
    shown = exporting.numbers(brief, options)
    # A quote that the file does not show cannot mislead its reader.
    what = stands([v for v in verdicts if v.evidence_id in shown], [f for f in findings if f.rule != "L2"])
    reason = reason.strip()
    to_show = _to_show(what, reason, draft=draft)
    whole = replace(
        request,
        brief=marked(brief),
        broken=broken_ids(v for v in verdicts if v.evidence_id in shown),
        standing=export_proof.standing(to_show, "" if draft else reason),
        made=now,
        proof=export_proof.proof(brief, facts, findings) if options.annex or options.waivers else None,
        styled=_styled(brief, options),
    )
    outline = exporting.build(whole)
    rendered = exporting.render(exporter, outline)
    remarks = (*_left_standing(what, reason, draft=draft), *rendered.report)
    return CheckedExport(rendered, len(outline.notes), tally(brief, verdicts).words, findings, remarks)


def _left_standing(what: Stands, reason: str, *, draft: bool) -> Iterator[str]:
    """Yield what the person who exports should know of what stands, and of a reason that the file does not
    show.
    """
    if draft and what.all:
        yield f"In this draft: {what.said}."
    elif what.others and not reason:
        yield f"Exported with open findings: {what.said}."
    if reason and draft:
        yield "A draft needs no reason: the one given is not in the file."
    elif reason and not what.all:
        yield "No reason was needed: the one given is not in the file."


def preview(request: ExportRequest, exporter: Exporter) -> Rendered:
    """Return the export as it would be now, without checking or writing anything.

    Of the request, `brief`, `options`, `broken` and `draft` are asked.
    """
    proof = Proof(set_aside=export_proof.set_aside(request.brief)) if request.options.waivers else None
    styled = _styled(request.brief, request.options)
    outline = exporting.build(replace(request, brief=marked(request.brief), styled=styled, proof=proof))
    return exporting.render(exporter, outline)


def _styled(brief: Brief, options: Options) -> Mapping[str, Styled] | None:
    """Return the sources as a CSL style names them, where one is chosen. Raises BadInput."""
    if not options.style:
        return None
    from briefing.citing.csl_styles import styled

    return styled(expanded(options.style), brief.sources)


def marked(brief: Brief) -> Brief:
    """Return the brief with the marking it inherits from the sources it cites, where it has none of its
    own.
    """
    return brief if brief.marking else replace(brief, marking=effective(brief))


def _stopped(what: Stands) -> str:
    """Return what is shown to the person who may not export: a sentence, and a line for each, up to a
    dozen.
    """
    lines = [
        f"{f.item_id}: {f.message}" if f.rule == "L2" else f"{f.rule} {f.item_id}: {f.message}"
        for f in what.locks
    ]
    more = len(lines) - _NAMED_AT_MOST
    shown = lines[:_NAMED_AT_MOST] + ([f"and {more} more."] if more > 0 else [])
    return "\n".join((f"{capital(counts(what.locks))}:", *shown))


def check_place(path: Path) -> None:
    """Raise StorageError or BadInput where `path` cannot become a file, before any work is done."""
    if "\0" in str(path):
        raise BadInput("A name of a file cannot hold a NUL character.", "Choose another name.")
    with _disk_errors(path):
        if path.is_dir():
            raise BadInput(f"“{path.name}” is a folder.", "Give the name of a file in it.")
        if not path.parent.is_dir():
            raise StorageError(
                f"There is no folder “{path.parent}”.", "Make it first, or choose another one."
            )


def write(path: Path, data: bytes) -> None:
    """Write bytes to `path`: a new file beside it, flushed to the disk, then put in its place.

    Whatever fails, the old file is left as it was and the new one is gone; what killed processes left beside
    it goes. Raises StorageError.
    """
    check_place(path)
    with _disk_errors(path):
        # A link is followed, so that the file it leads to changes and not the link.
        target = resolved(path)
        draft = target.with_name(sweeping.export_name(secrets.token_hex(6)))
        try:
            with draft.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _keep_mode(target, draft)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
    sweeping.sweep([target.parent])


def _keep_mode(target: Path, draft: Path) -> None:
    if target.exists():
        draft.chmod(target.stat().st_mode & 0o777)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Turn what the system says of a place into a message for a person."""
    try:
        yield
    except OSError as error:
        raise StorageError(*_explained(path, error)) from error


def _explained(path: Path, error: OSError) -> tuple[str, str]:
    name = path.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"“{name}” was not written: the disk is full.", "Free some space, or choose another disk."
    if error.errno == errno.EROFS:
        return f"“{name}” was not written: the disk is read-only.", "Choose another folder."
    if error.errno in (errno.EACCES, errno.EPERM):
        return (
            f"“{name}” was not written: the folder or file may not be changed, or another program has it "
            f"open.",
            "Close it in other programs, or choose another folder.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return f"“{name[:40]}…” was not written: its name is too long.", "Choose a shorter name."
    return f"“{name}” was not written: {(error.strerror or str(error)).rstrip('.')}.", "Try another folder."
