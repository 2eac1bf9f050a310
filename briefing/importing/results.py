"""What reading an input gives: articles, lists to pick from, records without text, failures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from briefing import model
from briefing.importing.common import cleaning as clean
from briefing.importing.common.parsed import Parsed, Part, Repair
from briefing.model import SOURCE_KINDS, Source
from briefing.session import Body
from briefing.text import StruckPassage, sha256, struck_as_bytes, word_count

_OPENING_WORDS = 60  # code points of the first words that stand for a missing title
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Imported:
    """One article read. `source` is a draft: no id, hashes, measures or access date yet (`to_source`).

    `attachments` can become sources of their own (`inputs.read_part`); none is opened by itself.
    """

    name: str
    text: str
    original: bytes
    source: Source
    notices: tuple[str, ...] = ()
    mends: tuple[Repair, ...] = ()
    attachments: tuple[Part, ...] = ()
    struck: tuple[StruckPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a feed, to pick from: each comes in by `inputs.read_part`, or by fetching its
    address.
    """

    name: str
    title: str
    entries: tuple[Part, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """What a reference file knows of sources: drafts without text."""

    name: str
    sources: tuple[Source, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """One file not read: what and why, and what to do.

    `skipped`: it was left out by rule, in a folder (hidden, or of another kind); nothing is wrong with it.
    `leads_out`: so it was because it is a link to a place outside the folder.
    `needs` is "password" for a file that opens with one, and `path` where to read it again; "fetch" for one
    that holds nothing but an `address`.
    """

    name: str
    message: str
    hint: str = ""
    skipped: bool = False
    needs: Literal["", "password", "fetch"] = ""
    path: Path | None = None
    leads_out: bool = False
    address: str = ""


Result = Imported | Listing | Records | Failed


def to_source(
    imported: Imported, *, accessed: str, new_id: Callable[[str], str] = model.new_id
) -> tuple[Source, tuple[Body, ...]]:
    """Return the source to add to a brief and the bodies to store with it.

    `accessed`: the ISO 8601 date of today, as the user sees it. One body where text and file are equal.
    """
    data = imported.text.encode()
    bodies = [Body(sha256(data), data), Body(sha256(imported.original), imported.original)]
    mends_sha = ""
    if imported.mends:
        kept = json.dumps([[m.start, m.length, m.raw] for m in imported.mends], ensure_ascii=False).encode()
        mends_sha = sha256(kept)
        bodies.append(Body(mends_sha, kept))
    struck_sha = ""
    if imported.struck:
        kept = struck_as_bytes(imported.struck)
        struck_sha = sha256(kept)
        bodies.append(Body(struck_sha, kept))
    source = replace(
        imported.source,
        id=new_id("s"),
        accessed=accessed,
        text_sha=bodies[0].sha,
        original_sha=bodies[1].sha,
        mends_sha=mends_sha,
        struck_sha=struck_sha,
        words=word_count(imported.text),
        chars=len(imported.text),
        notices=imported.notices,
    )
    return source, tuple({body.sha: body for body in bodies}.values())


def imported(name: str, original: bytes, parsed: Parsed) -> Imported:
    """Clean what was read about a text; its title is, at the least, its file name or first words."""
    opening = clean.clean(parsed.text.strip()[:1000], _OPENING_WORDS)
    title = clean.clean(parsed.title, clean.TITLE_LIMIT) or clean.stem_title(name) or opening or "Untitled"
    source = replace(
        _draft(parsed, name),
        title=title,
        encoding=clean.clean(parsed.encoding, 40),
        guessed=parsed.guessed,
        extractor=clean.clean(parsed.extractor),
        pages=parsed.pages,
    )
    return Imported(
        name, parsed.text, original, source, notices_of(parsed), parsed.mends,
        tuple(map(_clean_part, parsed.parts)), parsed.struck,
    )  # fmt: skip


def listing(name: str, parsed: Parsed) -> Listing:
    """Return the entries of a feed, cleaned."""
    title = clean.clean(parsed.title, clean.TITLE_LIMIT) or clean.stem_title(name)
    return Listing(name, title, tuple(map(_clean_part, parsed.parts)), notices_of(parsed))


def records(name: str, parsed: Parsed) -> Records:
    """Return the drafts of a reference file's records."""
    made = (
        replace(_draft(part, name), descriptor=clean.clean(part.note), accessed=_date(part.accessed))
        for part in parsed.parts
    )
    return Records(name, tuple(source for source in made if source.title), notices_of(parsed))


def notices_of(parsed: Parsed) -> tuple[str, ...]:
    """Return the notices as they may be shown, and what `_draft` cuts of long lists of authors."""
    shown = tuple(filter(None, (clean.clean(notice, clean.NOTICE_LIMIT) for notice in parsed.notices)))
    most = clean.AUTHORS_LIMIT
    if len(parsed.authors) > most:
        shown += (f"Of {len(parsed.authors):,} authors the first {most} are kept.",)
    long = sum(len(part.authors) > most for part in parsed.parts)
    return (
        (*shown, f"More than {most} authors: only the first {most} are kept ({long:,}).") if long else shown
    )


def _draft(read: Parsed | Part, filename: str) -> Source:
    kind = read.kind if read.kind in SOURCE_KINDS else "article"
    return replace(Source("", kind, filename=filename), **_cleaned(read), language=_language(read.language))


def _clean_part(part: Part) -> Part:
    return replace(
        part,
        name=clean.clean_name(part.name),
        **_cleaned(part),
        note=clean.clean(part.note, clean.NOTICE_LIMIT),
        accessed=_date(part.accessed),
    )


def _authors(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(clean.clean, names[: clean.AUTHORS_LIMIT])))


def _language(tag: str) -> str:
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _date(value: str) -> str:
    return value if re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", value, re.ASCII) else ""


# What a file says about an article under the same name in `Parsed`, `Part` and `Source`, and how it is
# cleaned.
_STATED: Mapping[str, Callable[[Any], object]] = {
    "title": lambda value: clean.clean(value, clean.TITLE_LIMIT),
    "publisher": clean.clean,
    "authors": _authors,
    "published": _date,
    "url": clean.clean_url,
}


def _cleaned(read: Parsed | Part) -> dict[str, Any]:
    return {name: cleaned(getattr(read, name)) for name, cleaned in _STATED.items()}
