"""The door every source text comes in by: files, bytes of stdin, pasted words.

Files are parsed in the worker process, one warm process for a batch. A bad file harms no other, and
nothing that comes from outside stands in a field uncleaned. A brief learns a file's name, never its path.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import model
from briefing.errors import BadInput
from briefing.importing import IMPORTERS, Importer, has_known_suffix, importer_for, readable
from briefing.importing import fields as clean
from briefing.importing.decode import normalised
from briefing.importing.host import SECONDS, Host
from briefing.importing.metadata import complete, read_metadata
from briefing.importing.parsed import Hints, Parsed
from briefing.importing.pipes import Cancelled
from briefing.importing.walk import Left, files_of
from briefing.importing.worker import MAX_TEXT
from briefing.model import Source
from briefing.session import Body
from briefing.text import sha256, word_count

# A brief file takes values of up to 64 MiB, their row included.
MAX_BYTES = 63 << 20
_OPENING_WORDS = 60  # code points of the first words that stand for a missing title
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """One article read. `source` is a draft: no id, hashes, measures or access date yet (`to_source`)."""

    name: str
    text: str
    original: bytes
    source: Source
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """One file not read: what and why, and what to do.

    `skipped`: it was left out by rule, in a folder (hidden, or of another kind); nothing is wrong with it.
    """

    name: str
    message: str
    hint: str = ""
    skipped: bool = False


def read_files(
    paths: Iterable[Path],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] = IMPORTERS,
    seconds: float = SECONDS,
) -> Generator[Imported | Failed, None, None]:
    """Read files and folders in order; one result a file, and one for what a folder leaves out.

    `progress(done, total, name)` is called before each file, and at the end with the name "".
    `cancelled()` is asked often; once true, what has been yielded stands and no more comes.
    `seconds` is the time one file may take. Raises nothing of the files' doing.
    """
    stop = cancelled or (lambda: False)
    tell = progress or _tell_nobody
    found = list(files_of(paths, lambda name: has_known_suffix(name, importers), stop))
    with Host(seconds=seconds, cancelled=stop) as host:
        for done, item in enumerate(found):
            path = item.path if isinstance(item, Left) else item
            tell(done, len(found), clean.clean_name(path.name))
            if stop():
                return
            try:
                yield _left(item, importers) if isinstance(item, Left) else _read_file(item, host, importers)
            except Cancelled:
                return
        tell(len(found), len(found), "")


def read_bytes(
    name: str,
    data: bytes,
    *,
    charset: str = "",
    url: str = "",
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] = IMPORTERS,
    seconds: float = SECONDS,
) -> Imported:
    """Read bytes that are no file on disk: stdin, or a drop. `name` "" or "-" means none.

    `charset` is the encoding as declared or chosen. Raises BadInput, and pipes.Cancelled.
    """
    name = "" if name == "-" else name
    with Host(seconds=seconds, cancelled=cancelled) as host:
        return _read(name, data, host, importers, Hints(charset=charset, url=clean.clean_url(url)))


def read_pasted(text: str, name: str = "") -> Imported:
    """Return pasted plain text as an article. It is parsed by nothing, so no process is started.

    Raises BadInput when there are no words in it, or too many.
    """
    kept, notices = normalised(text)
    if len(kept) > MAX_TEXT:
        raise BadInput(f"The pasted text is longer than {MAX_TEXT:,} characters.", "Paste it in parts.")
    if not kept.strip():
        raise BadInput("There are no words in what was pasted.", "Copy the article’s text and paste again.")
    parsed = replace(complete(read_metadata(kept)), notices=notices)
    return _imported(clean.clean_name(name), text.encode("utf-8", "replace"), parsed)


def to_source(
    imported: Imported, *, accessed: str, new_id: Callable[[str], str] = model.new_id
) -> tuple[Source, tuple[Body, ...]]:
    """Return the source to add to a brief and the bodies to store with it.

    `accessed`: the ISO 8601 date of today, as the user sees it. One body where text and file are equal.
    """
    data = imported.text.encode()
    text_body, original = Body(sha256(data), data), Body(sha256(imported.original), imported.original)
    source = replace(
        imported.source,
        id=new_id("s"),
        accessed=accessed,
        text_sha=text_body.sha,
        original_sha=original.sha,
        words=word_count(imported.text),
        chars=len(imported.text),
        notices=imported.notices,
    )
    return source, (text_body,) if text_body.sha == original.sha else (text_body, original)


def _tell_nobody(done: int, total: int, name: str) -> None:
    """What is called where nobody asked for progress."""


def _read_file(path: Path, host: Host, importers: tuple[Importer, ...]) -> Imported | Failed:
    name = clean.clean_name(path.name) or "unnamed file"
    try:
        return _read(name, _bytes_of(path, name), host, importers, Hints())
    except BadInput as error:
        return Failed(name, error.message, error.hint)


def _left(left: Left, importers: tuple[Importer, ...]) -> Failed:
    name = clean.clean_name(left.path.name)
    return Failed(
        name, clean.clean(left.why, 400), f"Can be read: {readable(importers)}.", skipped=left.by_rule
    )


def _bytes_of(path: Path, name: str) -> bytes:
    """Return a file's bytes. Only regular files are opened: a pipe or a device might never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadInput(f"“{name}” is not a file that can be read.", "Choose files or folders.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise BadInput(f"“{name}” is not there.", "Check the name, or whether it was moved.") from error
    except PermissionError as error:
        raise BadInput(f"“{name}” may not be read by you.", "Ask for permission, or copy it.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise BadInput(
            f"“{name}” could not be read ({why}).", "Try again, or copy it elsewhere first."
        ) from error
    return data


def _read(name: str, data: bytes, host: Host, importers: tuple[Importer, ...], hints: Hints) -> Imported:
    """Read one file's bytes; raises BadInput with the file's name in it, and Cancelled."""
    name = clean.clean_name(name)
    called = f"“{name}”" if name else "The input"
    if len(data) > MAX_BYTES:
        raise BadInput(
            f"{called} is larger than {MAX_BYTES >> 20} MiB.", "Split it, or keep only the part you need."
        )
    if not data.strip():
        raise BadInput(f"{called} is empty.", "There is nothing to add.")
    importer = importer_for(name, data, importers)
    try:
        parsed = host.parse(importer.module, data, replace(hints, name=name))
    except BadInput as error:
        why = clean.clean(error.message, 400)
        raise BadInput(f"{called} could not be read. {why}", clean.clean(error.hint, 400)) from error
    text, lost = normalised(parsed.text)
    if not text.strip():
        raise BadInput(f"{called} holds no words.", "There is nothing to quote from it.")
    return _imported(name, data, replace(parsed, text=text, notices=parsed.notices + lost))


def _imported(name: str, original: bytes, parsed: Parsed) -> Imported:
    """Clean what was read about a text; its title is, at the least, its file name or first words."""
    opening = clean.clean(parsed.text.strip()[:1000], _OPENING_WORDS)
    title = clean.clean(parsed.title, clean.TITLE_LIMIT) or clean.stem_title(name) or opening or "Untitled"
    authors = (clean.clean(author) for author in parsed.authors[: clean.AUTHORS_LIMIT])
    notices = tuple(filter(None, (clean.clean(notice, clean.NOTICE_LIMIT) for notice in parsed.notices)))
    draft = Source(
        id="",
        title=title,
        publisher=clean.clean(parsed.publisher),
        authors=tuple(filter(None, authors)),
        published=_date(parsed.published),
        url=clean.clean_url(parsed.url),
        language=parsed.language if _LANGUAGE.fullmatch(parsed.language) else "",
        filename=name,
    )
    return Imported(name, parsed.text, original, draft, notices)


def _date(value: str) -> str:
    return value if re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", value, re.ASCII) else ""
