"""References in any CSL style (CSL 1.0.2), by citeproc-py: the extra `cite`, loaded here and nowhere else.

The library knows no first and later citation, so a style of notes gives the first note and the list;
later notes keep the short form of our own.
"""

from __future__ import annotations

import html
import json
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing.citing import csl
from briefing.errors import BadInput
from briefing.inline import Run
from briefing.model import Source
from briefing.outside import reader

_LARGEST = 2 * 1024 * 1024
_TAG = re.compile(r"<(/?)([a-z]+)[^<>]*>|([^<]+)|<")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Styled:
    """A source in a style: `note` as a note has it, `entry` as the list has it, without their last full stop.

    `always`: later notes are like the first (author and date); else they have a short form of their own.
    """

    note: tuple[Run, ...]
    entry: tuple[Run, ...]
    always: bool = False


def available() -> bool:
    """Whether the extra is there."""
    return find_spec("citeproc") is not None


def styled(style: Path, sources: Sequence[Source]) -> dict[str, Styled]:
    """Return each source in a CSL style, by its id. Raises BadInput without the extra, or for another
    file.
    """
    if not available():
        raise BadInput(
            "Citation styles need the extra “cite”, which is not here.",
            "Install briefing-desk[cite], or choose one of our own citations.",
        )
    data = _read(style)
    records = csl.records(sources)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of fields and styles that the library knows only in part
            return _made(data, records, sources)
    except BadInput:
        raise
    except Exception as error:  # the style is foreign, and the library raises whatever it meets
        raise BadInput(
            f"“{style.name}” cannot be used ({type(error).__name__}).", "Choose another style."
        ) from error


def _read(style: Path) -> bytes:
    try:
        data = reader.read(style, _LARGEST + 1)
    except OSError as error:
        why = f" ({error.strerror})" if isinstance(error, reader.NoAnswer) else ""
        raise BadInput(f"“{style.name}” cannot be read{why}.", "Choose the .csl file again.") from error
    if len(data) > _LARGEST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise BadInput(f"“{style.name}” is not a citation style.", "Choose a .csl file.")
    if b"<style" not in data or b"<citation" not in data:
        raise BadInput(
            f"“{style.name}” is not an independent citation style.",
            "Choose a .csl file that holds its own rules, not one that names another.",
        )
    return data


def _made(data: bytes, records: list[dict[str, Any]], sources: Sequence[Source]) -> dict[str, Styled]:
    citeproc: Any = import_module("citeproc")
    reader: Any = import_module("citeproc.source.json")
    formatter: Any = import_module("citeproc.formatter.html")
    style = citeproc.CitationStylesStyle(BytesIO(data), validate=False)
    known = reader.CiteProcJSON(json.loads(json.dumps(records)))
    listed = citeproc.CitationStylesBibliography(style, known, formatter)
    cited = [citeproc.Citation([citeproc.CitationItem(record["id"])]) for record in records]
    for citation in cited:
        listed.register(citation)
    notes = [str(listed.cite(citation, lambda _: None)) for citation in cited]
    # A style may sort its list: each entry is found again by its key.
    entries = dict(zip(listed.keys, map(str, listed.bibliography()), strict=False))
    of_notes = b'class="note"' in data
    found = {}
    for source, record, note in zip(sources, records, notes, strict=True):
        entry = _runs(entries.get(record["id"].lower(), "") or note)
        shown = _runs(note)
        # "[1]" says nothing in a note; names and years stand in brackets in a text only.
        shown = shown if _LETTER.search("".join(run.text for run in shown)) else entry
        found[source.id] = Styled(shown, entry, always=not of_notes)
    return found


def _runs(markup: str) -> tuple[Run, ...]:
    """Return the runs of a reference, its outer brackets and last full stop taken off."""
    runs: list[Run] = []
    bold = italic = 0
    for closing, tag, words in _TAG.findall(markup):
        step = -1 if closing else 1
        bold += step * (tag in ("b", "strong"))
        italic += step * (tag in ("i", "em"))
        if words:
            runs.append(Run(html.unescape(words), bold=bold > 0, italic=italic > 0))
    text = "".join(run.text for run in runs).strip()
    if text.startswith("(") and text.endswith(")") and runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip()[1:])
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip()[:-1])
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip().removesuffix("."))
    return tuple(run for run in runs if run.text)
