"""A file that was handed over and a folder of articles, from the disk: for window and command line alike.

One worker process parses all of it: the articles first and the file last, so that a file which takes over
what parses it has no say in what the articles hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BadInput
from briefing.exporting import formats
from briefing.exporting.handed_file import Handed
from briefing.exporting.handed_wire import from_wire
from briefing.importing import inputs
from briefing.importing.process.host import SECONDS, Host, of_file
from briefing.outside import pipes, reader
from briefing.tasks.verify_handed import CheckedFile, format_of, held_against

MOST_BYTES = 255 << 20
_MOST_SAID = 3
_MODULE = "briefing.exporting.handed_wire"


@dataclass(frozen=True, slots=True)
class Held:
    """What a check came to. `texts`: the articles by their names; `unread`: what of the folder was not read,
    a sentence each.
    """

    checked: CheckedFile
    texts: dict[str, str]
    unread: tuple[str, ...]


def check(
    path: Path,
    folder: Path,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    seconds: float = SECONDS,
) -> Held:
    """Hold an exported file against the articles in a folder, or in one file.

    `seconds`: how long each of them may take to be parsed. Raises BadInput where there is no such file or
    folder, no article in it, or a file that cannot be read, and pipes.Cancelled.
    """
    data = bytes_of(path, cancelled)
    reads = format_of(path.name).reader
    stop = cancelled or pipes.asked_to_stop
    with Host(seconds=seconds, cancelled=stop) as host:
        texts, unread = _articles(folder, host, progress, stop)
        read = _parsed(path.name, reads, data, host)
    return Held(held_against(read, texts), texts, unread)


def _articles(
    folder: Path,
    host: Host,
    progress: Callable[[int, int, str], None] | None,
    stop: Callable[[], bool],
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the texts of the articles by their names, and a sentence for each that was not read."""
    texts: dict[str, str] = {}
    unread = []
    for result in inputs.read_files([folder], progress=progress, cancelled=stop, worker=host):
        if isinstance(result, inputs.Imported):
            texts[result.name] = result.text
        elif isinstance(result, inputs.Failed) and (result.leads_out or not result.skipped):
            unread.append(f"{result.message} {result.hint}".strip())
    if stop():
        raise pipes.Cancelled
    if not texts:
        raise BadInput(
            " ".join((f"There is no article in {folder}.", *unread[:_MOST_SAID])),
            "Give the folder, or the file, that the quotes come from.",
        )
    return texts, tuple(unread)


def _parsed(name: str, reads: str, data: bytes, host: Host) -> Handed:
    try:
        return host.ask(_MODULE, data, reads, from_wire)
    except BadInput as error:
        raise of_file(error, name) from error


def bytes_of(path: Path, cancelled: Callable[[], bool] | None = None) -> bytes:
    """Return the bytes of a file that was handed over. Raises BadInput."""
    try:
        data = reader.read(path, MOST_BYTES + 1, cancelled=cancelled)
    except (FileNotFoundError, reader.NotAFile) as error:
        known = formats.suffixes(formats.verified())
        raise BadInput(f"There is no file {path}.", f"Give the exported file: {known}.") from error
    except OSError as error:
        raise reader.why_not(error, path.name) from error
    if len(data) > MOST_BYTES:
        raise BadInput(f"“{path.name}” is larger than {MOST_BYTES >> 20} MiB.", "Is it the right file?")
    return data


def verdict(checked: CheckedFile) -> tuple[str, ...]:
    """Return what a check came to, in one or two lines. A file without quotes cannot be held against
    articles, and that is no pass.
    """
    quotes = checked.quotes
    wrong = sum(not a.holds for a in quotes)
    messages = [
        f"{len(quotes) - wrong} of {counted(len(quotes), 'quote')} found in the articles, word for word."
    ]
    if all(a.state == "no quote" for a in quotes):
        messages = [
            "This file shows no quotes, so nothing in it can be held against the articles. "
            "Ask for an export with its quotes, or with the annex of evidence."
        ]
    differing = sum(a.of_claim for a in checked.wrong)
    if checked.lines and not differing:
        messages.append(
            f"Nothing else was changed: {counted(checked.lines, 'line')} as exported, check number "
            f"{checked.number}."
        )
    elif checked.lines:
        messages.append(f"{counted(differing, 'difference')} from the export, check number {checked.number}.")
    return tuple(messages)


def counted(number: int, noun: str) -> str:
    """Return “1 quote”, “2 quotes”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
