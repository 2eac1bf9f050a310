"""An evidence package from the disk: its files and quotes held against its manifest, its brief too.

A worker process parses all of it. What the articles hold is read there too, and the brief last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BadInput
from briefing.exporting.package import check_package
from briefing.exporting.package.check_package import CheckedPackage
from briefing.importing.process.host import SECONDS, Host, of_file
from briefing.outside import pipes
from briefing.tasks.verify_handed import Attested, CheckedFile, held_against
from briefing.tasks.verify_handed.from_disk import bytes_of, counted, verdict


@dataclass(frozen=True, slots=True)
class HeldPackage:
    """What a check came to. `brief`: what became of the document in it, None where it holds no articles to
    hold it against.
    """

    package: CheckedPackage
    brief: CheckedFile | None

    @property
    def wrong(self) -> tuple[Attested, ...]:
        """What of the document does not hold."""
        return self.brief.wrong if self.brief is not None else ()

    @property
    def holds(self) -> bool:
        """Whether nothing was changed, and every quote stands in its article where that is here."""
        return self.package.holds and (self.brief is None or self.brief.holds)

    def verdict(self) -> Iterator[str]:
        """Yield what it came to, a sentence or two a line."""
        quotes, files = self.package.quotes, self.package.files
        found = sum(one.state == "found" for one in quotes)
        apart = sum(one.state == "not in the package" for one in quotes)
        yield f"{found} of {counted(len(quotes) - apart, 'quote')} found in the articles, word for word."
        if apart:
            yield f"{counted(apart, 'quote')} of articles that are not in the package: their hashes are."
        same = sum(one.state == "same" for one in files)
        yield f"{same} of {counted(len(files), 'file')} as packed, check number {self.package.number}."
        if self.brief is not None:
            yield from (f"{self.package.document}: {line}" for line in verdict(self.brief))


def check(
    path: Path, *, cancelled: Callable[[], bool] | None = None, seconds: float = SECONDS
) -> HeldPackage:
    """Check an evidence package. Raises BadInput where it is none, or cannot be read, and pipes.Cancelled."""
    data = bytes_of(path, cancelled)
    stop = cancelled or pipes.asked_to_stop
    try:
        with Host(seconds=seconds, cancelled=stop) as host:
            read = host.ask(check_package.MODULE, data, None, check_package.from_wire)
    except BadInput as error:
        raise of_file(error, path.name) from error
    if read.handed is None or not read.texts:
        return HeldPackage(read.checked, None)
    return HeldPackage(read.checked, held_against(read.handed, read.texts))
