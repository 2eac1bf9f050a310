"""The door every source text comes in by: files, mailboxes, bytes, attachments, fetched pages, pasted words.

Files are parsed in the worker process, one warm process for a batch. A bad file harms no other, and
nothing that comes from outside stands in a field uncleaned. A brief learns a file's name, never its path.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BadInput, NeedsPassword
from briefing.importing import IMPORTERS, Importer, has_known_suffix, importer_for, readable, results
from briefing.importing import fields as clean
from briefing.importing.decode import normalised
from briefing.importing.host import SECONDS, Host
from briefing.importing.metadata import complete, read_metadata
from briefing.importing.parsed import Hints, Part
from briefing.importing.pipes import Cancelled
from briefing.importing.results import Failed, Imported, Listing, Records, Result, to_source
from briefing.importing.sniff import is_mbox
from briefing.importing.teasers import without_teasers
from briefing.importing.walk import Left, files_of
from briefing.importing.worker import MAX_TEXT
from briefing.model import Source

if TYPE_CHECKING:
    from briefing.importing.fetch import Fetched

__all__ = [
    "Failed",
    "Imported",
    "Listing",
    "Records",
    "Result",
    "read_bytes",
    "read_fetched",
    "read_files",
    "read_part",
    "read_pasted",
    "to_source",
]

# A brief file takes values of up to 64 MiB, their row included.
MAX_BYTES = 63 << 20
MAILBOX = ".mbox"
_PEEK = 4096

Progress = Callable[[int, int, str], None]


def read_files(
    paths: Iterable[Path],
    *,
    hints: Hints | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] = IMPORTERS,
    seconds: float = SECONDS,
) -> Generator[Result, None, None]:
    """Read files and folders in order; one result a file, one a mail of a mailbox, one for what is left out.

    `hints` (an encoding, a password) hold for every file. `progress(done, total, name)` is called before
    each file, and at the end with the name "". `cancelled()` is asked often; once true, what has been
    yielded stands and no more comes. `seconds` is the time one file may take. Raises nothing of the
    files' doing.
    """
    stop = cancelled or (lambda: False)
    tell = progress or _tell_nobody
    found = list(files_of(paths, lambda name: _is_wanted(name, importers), stop))
    with Host(seconds=seconds, cancelled=stop) as host:
        for done, item in enumerate(found):
            path = item.path if isinstance(item, Left) else item
            tell(done, len(found), clean.clean_name(path.name))
            if stop():
                return
            try:
                if isinstance(item, Left):
                    yield _left(item, importers)
                elif _is_mailbox(item):
                    yield from _read_mailbox(item, host, importers, (tell, done, len(found)))
                else:
                    yield _read_file(item, host, importers, hints or Hints())
            except Cancelled:
                return
        tell(len(found), len(found), "")


def read_bytes(
    name: str,
    data: bytes,
    *,
    hints: Hints | None = None,
    media: str = "",
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] = IMPORTERS,
    seconds: float = SECONDS,
) -> Imported | Listing | Records:
    """Read bytes that are no file on disk: stdin, an attachment, a fetch. `name` "" or "-" means none.

    `media` is the type that a server named. Raises BadInput, and pipes.Cancelled.
    """
    name = "" if name == "-" else name
    with Host(seconds=seconds, cancelled=cancelled) as host:
        return _read(name, data, host, importers, hints or Hints(), media)


def read_part(
    part: Part, *, cancelled: Callable[[], bool] | None = None, importers: tuple[Importer, ...] = IMPORTERS
) -> Imported | Listing | Records:
    """Read an attachment or an entry as a source of its own; what it does not say of itself, its file said.

    Raises BadInput, for one without bytes too, and pipes.Cancelled.
    """
    if not part.data:
        raise BadInput(
            f"“{part.name or part.title}” is not in the file. {part.note}".strip(),
            "Get it by its address." if part.url else "Save it from where it came, and add that file.",
        )
    read = read_bytes(
        part.name, part.data, cancelled=cancelled, hints=Hints(url=part.url), importers=importers
    )
    if not isinstance(read, Imported):
        return read
    own = read.source
    named = replace(
        own,
        title=part.title or own.title,
        publisher=own.publisher or part.publisher,
        authors=own.authors or part.authors,
        published=own.published or part.published,
        url=own.url or part.url,
    )
    return replace(read, source=named)


def read_fetched(
    fetched: Fetched,
    *,
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] = IMPORTERS,
) -> Imported | Listing | Records:
    """Read what an address gave. The source keeps where and when it was fetched; raises as `read_bytes`."""
    hints = Hints(charset=fetched.charset, url=fetched.url)
    read = read_bytes(
        fetched.name, fetched.data, hints=hints, media=fetched.media, cancelled=cancelled, importers=importers
    )
    if not isinstance(read, Imported):
        return read
    url = read.source.url or clean.clean_url(fetched.url)
    source = replace(
        read.source, url=url, fetched_from=clean.clean_url(fetched.url), fetched_at=fetched.at, filename=""
    )
    return replace(read, source=source)


def read_pasted(text: str, name: str = "") -> Imported:
    """Return pasted plain text as an article. It is parsed by nothing, so no process is started.

    Raises BadInput when there are no words in it, or too many.
    """
    kept, notices = normalised(text)
    if len(kept) > MAX_TEXT:
        raise BadInput(f"The pasted text is longer than {MAX_TEXT:,} characters.", "Paste it in parts.")
    if not kept.strip():
        raise BadInput("There are no words in what was pasted.", "Copy the article’s text and paste again.")
    kept, teasers = without_teasers(kept)
    parsed = replace(complete(read_metadata(kept)), notices=notices + teasers)
    return results.imported(clean.clean_name(name), text.encode("utf-8", "replace"), parsed)


def read_again(source: Source, original: bytes, hints: Hints) -> Imported:
    """Read the kept bytes of a source once more, with an encoding chosen by a person. Raises BadInput."""
    read = read_bytes(source.filename, original, hints=replace(hints, url=source.fetched_from))
    if not isinstance(read, Imported):
        raise BadInput("The kept file holds no text of its own.", "Add the file again.")
    return read


def _tell_nobody(done: int, total: int, name: str) -> None:
    """What is called where nobody asked for progress."""


def _is_wanted(name: str, importers: tuple[Importer, ...]) -> bool:
    return has_known_suffix(name, importers) or name.lower().endswith(MAILBOX)


def _is_mailbox(path: Path) -> bool:
    """Tell whether a file is a mailbox: by its name, or, where it has no suffix, by its first bytes."""
    if path.suffix.lower() == MAILBOX:
        return True
    try:
        if path.suffix or not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return is_mbox(file.read(_PEEK))
    except (OSError, ValueError):
        return False  # reading it will say what is wrong


def _read_mailbox(
    path: Path, host: Host, importers: tuple[Importer, ...], told: tuple[Progress, int, int]
) -> Iterator[Result]:
    """Yield each mail of a mailbox as a source of its own. Its parts are cut here, and parsed in the worker."""
    from briefing.importing import mailbox

    tell, done, total = told
    name = clean.clean_name(path.name)
    try:
        _check_regular(path, name)
        with path.open("rb") as file:
            count = mailbox.count(file)
            file.seek(0)
            for number, data in enumerate(mailbox.messages(file), start=1):
                mail = f"{clean.stem_title(name)} {number} of {count}.eml"
                tell(done, total, mail)
                if data:
                    yield _attempt(mail, partial(_read, mail, data, host, importers, Hints()))
                else:
                    why = f"“{mail}” is larger than {MAX_BYTES >> 20} MiB and was left out."
                    yield Failed(mail, why, "Save that mail by itself without its attachments.")
            if not count:
                yield Failed(name, f"“{name}” holds no mail.", "A mailbox begins with a “From ” line.")
    except BadInput as error:
        yield Failed(name, error.message, error.hint)
    except (OSError, ValueError) as error:
        refused = _refused(name, error)
        yield Failed(name, refused.message, refused.hint)


def _attempt(name: str, read: Callable[[], Result], path: Path | None = None) -> Result:
    try:
        return read()
    except NeedsPassword as error:
        return Failed(name, error.message, error.hint, needs="password", path=path)
    except BadInput as error:
        return Failed(name, error.message, error.hint)


def _read_file(path: Path, host: Host, importers: tuple[Importer, ...], hints: Hints) -> Result:
    name = clean.clean_name(path.name) or "unnamed file"
    return _attempt(name, lambda: _read(name, _bytes_of(path, name), host, importers, hints), path)


def _left(left: Left, importers: tuple[Importer, ...]) -> Failed:
    name = clean.clean_name(left.path.name)
    return Failed(
        name, clean.clean(left.why, 400), f"Can be read: {readable(importers)}.", skipped=left.by_rule
    )


def _check_regular(path: Path, name: str) -> None:
    """Raise BadInput unless this is a regular file: a pipe or a device might never end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadInput(f"“{name}” is not a file that can be read.", "Choose files or folders.")


def _refused(name: str, error: OSError | ValueError) -> BadInput:
    """Return what the system's refusal to open or read a file means (ValueError: a zero byte in its name)."""
    match error:
        case FileNotFoundError():
            return BadInput(f"“{name}” is not there.", "Check the name, or whether it was moved.")
        case PermissionError():
            return BadInput(f"“{name}” may not be read by you.", "Ask for permission, or copy it.")
    why = getattr(error, "strerror", None) or error
    return BadInput(f"“{name}” could not be read ({why}).", "Try again, or copy it elsewhere first.")


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        _check_regular(path, name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _refused(name, error) from error
    return data


def _read(
    name: str, data: bytes, host: Host, importers: tuple[Importer, ...], hints: Hints, media: str = ""
) -> Imported | Listing | Records:
    """Read one file's bytes; raises BadInput with the file's name in it, and Cancelled."""
    name = clean.clean_name(name)
    called = f"“{name}”" if name else "The input"
    if len(data) > MAX_BYTES:
        raise BadInput(
            f"{called} is larger than {MAX_BYTES >> 20} MiB.", "Split it, or keep only the part you need."
        )
    if not data.strip():
        raise BadInput(f"{called} is empty.", "There is nothing to add.")
    choice = importer_for(name, data, importers, media=media)
    try:
        parsed = host.parse(choice.importer.module, data, replace(hints, name=name))
    except BadInput as error:
        why = clean.clean(error.message, 400)
        raise type(error)(f"{called} could not be read. {why}", clean.clean(error.hint, 400)) from error
    if parsed.parts_are == "entries":
        return results.listing(name, parsed)
    if parsed.parts_are == "records":
        return results.records(name, parsed)
    text, lost = normalised(parsed.text)
    if not text.strip() and not parsed.parts:
        raise BadInput(f"{called} holds no words.", "There is nothing to quote from it.")
    notices = (*filter(None, (choice.notice,)), *parsed.notices, *lost)
    return results.imported(name, data, replace(parsed, text=text, notices=notices))
