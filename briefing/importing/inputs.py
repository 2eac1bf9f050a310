"""Every way a source text comes in: files, mailboxes, bytes, attachments, fetched pages, pasted words.

Files are opened in one process and parsed in another, both warm for a batch. A bad file harms no other, and
nothing that comes from outside stands in a field uncleaned. A brief learns a file's name, never its path.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BadInput, NeedsPassword
from briefing.importing import (
    Importer,
    has_known_suffix,
    importer_for,
    link_files,
    machine_reading,
    readable,
    results,
)
from briefing.importing.common import cleaning as clean
from briefing.importing.common.metadata import complete, read_metadata
from briefing.importing.common.parsed import Hints, Part
from briefing.importing.encoding.decode import normalised
from briefing.importing.machine_reading import PageProgress
from briefing.importing.plain.teasers import without_teasers
from briefing.importing.process.host import SECONDS, Host
from briefing.importing.process.worker import MAX_TEXT
from briefing.importing.results import Failed, Imported, Listing, Records, Result, to_source
from briefing.importing.sniff import is_mbox, is_picture
from briefing.model import LARGEST_FILE, Source
from briefing.outside.folders import FoundFile, LeftOut
from briefing.outside.pipes import Cancelled, asked_to_stop
from briefing.outside.reader import NoAnswer, Reader, why_not

if TYPE_CHECKING:
    from briefing.importing.web.fetch import Fetched

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

MAILBOX = ".mbox"
_PEEK = 4096
_MOST_SILENT = 3
_LESS_PATIENCE = 5.0  # seconds for a file, where one before it gave no answer
_NOT_TRIED = "Copy them to this computer first."
_ADD_IT = "Add the file itself if you mean it."

Progress = Callable[[int, int, str], None]


def read_files(
    paths: Iterable[Path],
    *,
    hints: Hints | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] | None = None,
    seconds: float = SECONDS,
    worker: Host | None = None,
) -> Generator[Result, None, None]:
    """Read files and folders in order; one result a file, one a mail of a mailbox, one for what is left out.

    `hints` (an encoding, a password) hold for every file. `progress(done, total, name)` is called before
    each file, and at the end with the name "". `cancelled()` is asked often; once true, what has been
    yielded stands and no more comes. `seconds`: how long one file may take to be parsed, and how long it
    may give no answer to being read. `worker`: one that the caller keeps for more than these files, with its
    own deadline. Raises nothing of the files' doing.
    """
    stop = cancelled or asked_to_stop
    tell = progress or _report_nothing
    own = Host(seconds=seconds, cancelled=stop) if worker is None else nullcontext(worker)
    with Reader(seconds=seconds, cancelled=stop) as reader, own as host:
        batch = _Batch(reader, host, importers, hints or Hints(), tell)
        try:
            found = [(top, item) for top in paths for item in batch.found_in(top)]
            for done, (top, item) in enumerate(found):
                batch.told = (done, len(found))
                tell(done, len(found), _name_of(item))
                if stop():
                    return
                yield from batch.read(top, item)
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
    importers: tuple[Importer, ...] | None = None,
    seconds: float = SECONDS,
    worker: Host | None = None,
) -> Imported | Listing | Records:
    """Read bytes that are no file on disk: stdin, an attachment, a fetch. `name` "" or "-" means none.

    `media` is the type that a server named. `worker`: one that the caller keeps for a run of such, with its
    own deadline. Raises BadInput, and pipes.Cancelled.
    """
    name = "" if name == "-" else name
    own = Host(seconds=seconds, cancelled=cancelled) if worker is None else nullcontext(worker)
    with own as host:
        return _read(name, data, host, importers, hints or Hints(), media)


def read_part(
    part: Part,
    *,
    cancelled: Callable[[], bool] | None = None,
    importers: tuple[Importer, ...] | None = None,
    worker: Host | None = None,
) -> Imported | Listing | Records:
    """Read an attachment or an entry as a source of its own; what it does not say about itself, its file did.

    `worker`: as for `read_bytes`. Raises BadInput, for one without bytes too, and pipes.Cancelled.
    """
    if not part.data:
        raise BadInput(
            f"“{part.name or part.title}” is not in the file. {part.note}".strip(),
            "Get it by its address." if part.url else "Save it from where it came, and add that file.",
        )
    read = read_bytes(
        part.name, part.data, cancelled=cancelled, hints=Hints(url=part.url), importers=importers,
        worker=worker,
    )  # fmt: skip
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
    importers: tuple[Importer, ...] | None = None,
    worker: Host | None = None,
) -> Imported | Listing | Records:
    """Read what an address gave. The source keeps where and when it was fetched; raises as `read_bytes`."""
    hints = Hints(charset=fetched.charset, url=fetched.url)
    read = read_bytes(
        fetched.name, fetched.data, hints=hints, media=fetched.media, cancelled=cancelled,
        importers=importers, worker=worker,
    )  # fmt: skip
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


def _report_nothing(done: int, total: int, name: str) -> None:
    """What is called where nobody asked for progress."""


def _is_wanted(name: str, importers: tuple[Importer, ...] | None) -> bool:
    return has_known_suffix(name, importers) or name.lower().endswith(MAILBOX)


@dataclass
class _Batch:
    """Reads what was found, one after the other. `silent` counts, for each path a person named, the reads in
    a row that gave no answer: a share that is gone is not waited for with each of its files.
    """

    reader: Reader
    host: Host
    importers: tuple[Importer, ...] | None
    hints: Hints
    tell: Progress
    told: tuple[int, int] = (0, 0)
    silent: dict[Path, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._patience = self.reader.seconds

    def found_in(self, top: Path) -> Iterator[FoundFile | LeftOut]:
        """Yield what a path means; where it gives no answer, what was found until then, and that."""
        try:
            yield from self.reader.walk(top)
        except NoAnswer as error:
            self.silent[top] = 1
            why = why_not(error, clean.clean_name(top.name))
            yield LeftOut(str(top), f"{why.message} {why.hint}", by_rule=False)
        except OSError as error:
            yield LeftOut(str(top), why_not(error, clean.clean_name(top.name)).message, by_rule=False)

    def read(self, top: Path, item: FoundFile | LeftOut) -> Iterator[Result]:
        """Yield what becomes of one thing found."""
        name = _name_of(item)
        if isinstance(item, LeftOut):
            yield _left(item, self.importers)
            return
        path = Path(item.path)
        if item.within and not _is_wanted(path.name, self.importers):
            yield _left(LeftOut(item.path, f"“{name}” is not a kind that can be read."), self.importers)
            return
        silent = self.silent.get(top, 0)
        if silent >= _MOST_SILENT:
            yield Failed(name, f"“{name}” was not tried: {silent} before it gave no answer.", _NOT_TRIED)
            return
        self.reader.seconds = min(self._patience, _LESS_PATIENCE) if silent else self._patience
        try:
            if self._is_mailbox(path, item.within):
                yield from self._mails(path, item.within, name)
            elif path.suffix.lower() in link_files.SUFFIXES:
                yield _link(name, self.reader.bytes_of(path, link_files.MOST_BYTES, item.within))
            else:
                data = self.reader.bytes_of(path, LARGEST_FILE + 1, item.within)
                yield _attempt(
                    name,
                    lambda: _read(
                        name, data, self.host, self.importers, self.hints, told=self._page_of(name)
                    ),
                    path,
                )
        except NoAnswer as error:
            self.silent[top] = silent + 1
            yield _failed(name, error)
        except (OSError, ValueError) as error:
            yield _failed(name, error)
        else:
            self.silent.pop(top, None)

    def _page_of(self, name: str) -> PageProgress:
        """Return what reports the page of a scan that is read by machine: each takes seconds."""
        return lambda page, pages: self.tell(*self.told, f"{name}, page {page} of {pages}")

    def _is_mailbox(self, path: Path, within: str) -> bool:
        """Return whether a file is a mailbox: by its name, or, where it has no suffix, by its first bytes.

        A file that is called a mail is one where several mails lie in it.
        """
        from briefing.importing.mail.mailbox import begins_a_mail, holds_several

        suffix = path.suffix.lower()
        if suffix not in ("", ".eml"):
            return suffix == MAILBOX
        start = self.reader.bytes_of(path, _PEEK, within)
        if not is_mbox(start):
            return False
        if not suffix and begins_a_mail(start):
            return True
        return holds_several(self.reader.bytes_of(path, LARGEST_FILE + 1, within))

    def _mails(self, path: Path, within: str, name: str) -> Iterator[Result]:
        """Yield each mail of a mailbox as a source of its own. It is cut here, and parsed in the worker."""
        from briefing.importing.mail import mailbox

        with self.reader.file(path, within) as file:
            count = mailbox.count(file)
        if not count:
            yield Failed(name, f"“{name}” holds no mail.", "A mailbox begins with a “From ” line.")
            return
        with self.reader.file(path, within) as file:
            for number, data in enumerate(mailbox.messages(file), start=1):
                mail = f"{clean.stem_title(name)} {number} of {count}.eml"
                self.tell(*self.told, mail)
                if data:
                    yield _attempt(mail, partial(_read, mail, data, self.host, self.importers, Hints()))
                else:
                    why = f"“{mail}” is larger than {LARGEST_FILE >> 20} MiB and was left out."
                    yield Failed(mail, why, "Save that mail by itself without its attachments.")


def _name_of(item: FoundFile | LeftOut) -> str:
    name = clean.clean_name(Path(item.path).name)
    return name or ("" if isinstance(item, LeftOut) else "unnamed file")


def _failed(name: str, error: OSError | ValueError) -> Failed:
    refused = why_not(error, name)
    return Failed(name, refused.message, refused.hint)


def _link(name: str, data: bytes) -> Failed:
    """Return that a file holds the address of an article, not the article: nothing is fetched unasked."""
    address = link_files.address_in(data)
    if not address:
        return Failed(name, f"“{name}” holds no web address.", "Paste the address where a page is added.")
    why = f"“{name}” holds the address of a page, not the page: {clean.clean(address)}"
    return Failed(name, f"{why}.", "Add the page by its address.", needs="fetch", address=address)


def _attempt(name: str, read: Callable[[], Result], path: Path | None = None) -> Result:
    try:
        return read()
    except NeedsPassword as error:
        return Failed(name, error.message, error.hint, needs="password", path=path)
    except BadInput as error:
        return Failed(name, error.message, error.hint)


def _left(left: LeftOut, importers: tuple[Importer, ...] | None) -> Failed:
    hint = _ADD_IT if left.leads_out else f"Can be read: {readable(importers)}." if left.by_rule else ""
    return Failed(
        clean.clean_name(Path(left.path).name), clean.clean(left.why, 400), hint,
        skipped=left.by_rule, leads_out=left.leads_out,
    )  # fmt: skip


def _read(
    name: str,
    data: bytes,
    host: Host,
    importers: tuple[Importer, ...] | None,
    hints: Hints,
    media: str = "",
    told: PageProgress | None = None,
) -> Imported | Listing | Records:
    """Read one file's bytes; raises BadInput with the file's name in it, and Cancelled."""
    name = clean.clean_name(name)
    called = f"“{name}”" if name else "The input"
    if len(data) > LARGEST_FILE:
        raise BadInput(
            f"{called} is larger than {LARGEST_FILE >> 20} MiB.", "Split it, or keep only the part you need."
        )
    if not data.strip():
        raise BadInput(f"{called} is empty.", "There is nothing to add.")
    picture = is_picture(data) and machine_reading.available()
    choice = None if picture else importer_for(name, data, importers, media=media)
    hints = replace(hints, name=name)
    try:
        if choice is None:
            parsed = machine_reading.read(data, hints, progress=told, cancelled=host.cancelled)
        else:
            parsed = machine_reading.parse(choice.importer, data, hints, host, told)
    except BadInput as error:
        why = clean.clean(error.message, 400)
        raise type(error)(f"{called} could not be read. {why}", clean.clean(error.hint, 400)) from error
    if parsed.parts_are == "entries":
        return results.listing(name, parsed)
    if parsed.parts_are == "records":
        return results.records(name, parsed)
    text, lost = normalised(parsed.text)
    if not text.strip() and parsed.struck:
        raise BadInput(f"All words of {called} are struck out.", "There is nothing to quote from it.")
    if not text.strip() and not parsed.parts:
        raise BadInput(f"{called} holds no words.", "There is nothing to quote from it.")
    notices = (*filter(None, (choice.notice if choice is not None else "",)), *parsed.notices, *lost)
    return results.imported(name, data, replace(parsed, text=text, notices=notices))
