"""What the command add does. Loaded by it alone: importing takes time to load."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from getpass import getpass
from pathlib import Path
from shlex import quote

from briefing.cli.command_desk import CommandDesk, editing
from briefing.cli.printing import columns, counted, plain, show, tell
from briefing.errors import BadInput, BriefingError, NeedsPassword
from briefing.importing import inputs
from briefing.importing.attachments import read_parts
from briefing.importing.common.parsed import Hints, Part
from briefing.importing.results import Failed, Imported, Listing, Records, Result
from briefing.model import LARGEST_FILE
from briefing.outside import reader
from briefing.session import NewStep
from briefing.tasks import add_sources
from briefing.tasks.add_sources import Intake
from briefing.user_folders import expanded

_LONGEST_PASSWORD = 1 << 16  # bytes
_ADDED = ("added", "version", "record", "filled")


def add(args: Namespace) -> int:
    """Add what was named and print each new source; return 2 when some of it could not be read."""
    hints = Hints(charset=args.charset, password=_password(args))
    with editing(args.brief) as desk:
        batch = _Added(desk, args)
        for result in _with_parts(_read(args.files, hints, args.private), args):
            batch.put(result)
    return batch.ended()


def add_clips(args: Namespace) -> int:
    """Add the clipped pages that wait to a brief, as `add` does; one leaves the inbox when its words are in
    it.
    """
    from briefing.clips import inbox
    from briefing.tasks import add_clips

    waiting = inbox.waiting()
    if not waiting:
        tell("No clipped page waits.")
    with editing(args.add) as desk:
        batch = _Added(desk, args)
        for one in add_clips.read(waiting):
            if not batch.put(one.result).count("failed"):
                inbox.remove(one.clip)
    return batch.ended()


@dataclass(slots=True)
class _Added:
    """Puts what was read into a brief, and prints each new source at once: a full disk may stop the next."""

    desk: CommandDesk
    args: Namespace
    rows: list[dict[str, object]] = field(default_factory=list)
    failed: bool = False

    def put(self, result: Result) -> Intake:
        taken = add_sources.take(self.desk.brief, [result], accessed=date.today().isoformat())
        _put(self.desk, taken)
        self.failed = self.failed or taken.count("failed") > 0
        for line in taken.lines:
            if line.outcome not in _ADDED:
                continue
            source = next(s for s in self.desk.brief.sources if s.id == line.source_id)
            self.rows.append({**plain(asdict(source)), "outcome": line.outcome})
            if not self.args.json:
                show(self.args, None, [columns(source.id, source.title)])
        return taken

    def ended(self) -> int:
        """Print all as JSON where that was asked for; return the exit code."""
        if self.args.json:
            show(self.args, self.rows, ())
        return 2 if self.failed else 0


def _put(desk: CommandDesk, taken: Intake) -> None:
    """Put one file's sources into the brief, and report what is worth reporting."""
    if taken.changes:
        desk.apply(NewStep("Add article", bodies=taken.bodies), add_sources.put, taken)
    for line in taken.lines:
        name = line.name or line.title
        match line.outcome:
            case "failed" | "left":
                tell(f"{' '.join(line.notices)} {line.hint}")
                continue
            case "known":
                tell(
                    f"“{name}” was not added: its words are in this brief already, as {line.source_id} "
                    f"“{line.title}”."
                )
            case "version":
                old = next(s.supersedes for s in desk.brief.sources if s.id == line.source_id)
                tell(
                    f"“{line.title}” is a new version of {old}; see `revise` for the quotes that rest on it."
                )
            case "filled":
                tell(f"“{name}” completed {line.source_id} “{line.title}”.")
        for notice in line.notices:
            tell(f"“{name}”: {notice}")


def _password(args: Namespace) -> str:
    """Return the password asked for on the terminal, or the first line of the file that holds it."""
    if not args.password:
        return ""
    if args.password == "-":
        return getpass("Password: ")
    try:
        data = reader.read(expanded(args.password), _LONGEST_PASSWORD, waits=True)
        return data.decode("utf-8").split("\n")[0].rstrip("\r")
    except (OSError, ValueError) as error:
        why = f": {error.strerror}" if isinstance(error, reader.NoAnswer) else ""
        raise BadInput(
            f"The password could not be read from {args.password}{why}.", "Use - to type it."
        ) from error


def _read(names: Iterable[str], hints: Hints, private: bool) -> Iterator[Result]:
    """Read what was named, in order; each run of files has one worker."""
    paths: list[Path] = []
    for name in names:
        if name != "-" and not is_address(name):
            paths.append(expanded(name))
            continue
        yield from inputs.read_files(paths, hints=hints)
        paths = []
        yield _read_input(hints) if name == "-" else fetched(name, private)
    yield from inputs.read_files(paths, hints=hints)


def is_address(name: str) -> bool:
    """Return whether what was named is a web address, not a file."""
    return name.lower().startswith(("http://", "https://"))


def fetched(address: str, private: bool) -> Result:
    """Fetch one page, now, and return what it is."""
    from briefing.importing.web.fetch import PrivateAddress, fetch

    try:
        return inputs.read_fetched(fetch(address, allow_private=private))
    except PrivateAddress as error:
        return Failed(address, error.message, "Give --private if you mean it.")
    except BriefingError as error:
        return Failed(address, error.message, error.hint)


def _read_input(hints: Hints) -> Result:
    try:
        return inputs.read_bytes("-", reader.read_input(LARGEST_FILE + 1), hints=hints)
    except reader.NoAnswer as error:
        return Failed(
            "-",
            f"Standard input could not be read: {error.strerror}.",
            "Write it to a file first, and add that.",
        )
    except OSError as error:
        return Failed("-", f"Standard input could not be read ({error.strerror}).", "Add a file instead.")
    except NeedsPassword as error:
        return Failed("-", error.message, "Give --password.", needs="password")
    except BadInput as error:
        return Failed("-", error.message, error.hint)


def _with_parts(results: Iterable[Result], args: Namespace) -> Iterator[Result]:
    """Yield results, and after each those of its parts that were asked for."""
    for result in results:
        match result:
            case Listing():
                picked = _picked(result.entries, args.pick)
                if picked:
                    yield from read_parts(picked, allow_private=args.private)
                else:
                    _report_entries(result)
                    for notice in result.notices:
                        tell(f"“{result.name}”: {notice}")
            case Imported():
                yield result
                if result.attachments and args.attachments:
                    yield from read_parts([part for part in result.attachments if part.data])
                elif result.attachments:
                    names = ", ".join(part.name for part in result.attachments)
                    tell(f"“{result.name}” has {counted(len(result.attachments), 'attachment')}, not added: "
                        f"{names}. "
                         "Give --attachments to add them.")  # fmt: skip
            case Failed(needs="password"):
                yield Failed(result.name, result.message, "Give --password.", needs="password")
            case Failed(needs="fetch"):
                command = f"Add the page: add {quote(args.brief)} {quote(result.address)}"
                yield Failed(result.name, result.message, command, needs="fetch", address=result.address)
            case Records() | Failed():
                yield result


def _report_entries(listing: Listing) -> None:
    tell(f"“{listing.title}” lists {counted(len(listing.entries), 'entry').replace('entrys', 'entries')}. "
         "Give --pick with their numbers, or --pick all.")  # fmt: skip
    for number, part in enumerate(listing.entries, start=1):
        tell(f"{number}  {part.published or '–'}  {part.title or part.name}  {part.url}")


def _picked(parts: Sequence[Part], wanted: str) -> tuple[Part, ...]:
    """Return the entries that “1,3-5” or “all” names. Raises BadInput."""
    if wanted == "all":
        return tuple(parts)
    numbers: list[int] = []
    for piece in filter(None, wanted.split(",")):
        first, _, last = piece.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise BadInput(f"“{wanted}” names no entries.", "Write them as 1,3-5 or all.")
        numbers += range(int(first), int(last or first) + 1)
    strays = [number for number in numbers if not 1 <= number <= len(parts)]
    if strays:
        raise BadInput(f"There is no entry {strays[0]}.", f"They are numbered 1 to {len(parts)}.")
    return tuple(parts[number - 1] for number in dict.fromkeys(numbers))
