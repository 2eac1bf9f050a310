"""Checking a file that was handed over: what a stranger can do who has only the file and the articles.

Every quote is looked for in the articles, and every line is held against the list of what left, which the
file keeps. The list is no seal: who rewrites both it and the file is found out by its number alone, which the
sender can name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from briefing.errors import BadInput
from briefing.exporting import formats
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.formats import Exporter
from briefing.exporting.handed_file import Handed
from briefing.exporting.sent_lines import (
    MARK,
    SentLine,
    canonical,
    check_number,
    comparable,
    says_which_pictures,
    without_pictures,
)
from briefing.tasks.verify_handed import handed_claims, handed_quotes
from briefing.tasks.verify_handed.handed_finding import (
    ADDED,
    ALTERED,
    CHANGED,
    DEPARTS,
    FOUND,
    GONE,
    MISSING,
    MOVED,
    NO_LIST,
    NO_QUOTE,
    OLDER_LIST,
    REWORDED,
    SPACES,
    UNSOURCED,
    Attested,
)
from briefing.tasks.verify_handed.line_differences import differences
from briefing.tasks.verify_handed.text_difference import difference
from briefing.text import normalise

__all__ = [
    "ADDED",
    "ALTERED",
    "CHANGED",
    "DEPARTS",
    "FOUND",
    "GONE",
    "MISSING",
    "MOVED",
    "NO_LIST",
    "NO_QUOTE",
    "OLDER_LIST",
    "REWORDED",
    "SPACES",
    "UNSOURCED",
    "Attested",
    "CheckedFile",
    "difference",
    "format_of",
    "held_against",
    "verify",
    "verify_file",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a check found. `lines` is how many lines the list of what left has, 0 where there is none that is
    whole;
    `number` the check number of what left, for sender and receiver to compare.
    """

    found: tuple[Attested, ...]
    lines: int = 0
    number: str = ""

    @property
    def quotes(self) -> tuple[Attested, ...]:
        """What became of the quotes."""
        return tuple(a for a in self.found if not a.of_claim)

    @property
    def wrong(self) -> tuple[Attested, ...]:
        """What does not hold."""
        return tuple(a for a in self.found if not a.holds)

    @property
    def holds(self) -> bool:
        """Whether the file says what left, and its quotes stand in the articles. One without quotes cannot be
        checked.
        """
        return not self.wrong and any(a.state != NO_QUOTE for a in self.quotes)


def verify(name: str, data: bytes, sources: Mapping[str, str]) -> CheckedFile:
    """Return what became of every quote and every line of an export; `name` with its suffix.

    `sources`: name of each article to its text. The file is parsed in this process; one that a stranger
    handed over is for `from_disk.check`. Raises BadInput for a file that cannot be read.
    """
    return held_against(_read(name, data), sources)


def held_against(read: Handed, sources: Mapping[str, str]) -> CheckedFile:
    """Return what became of every quote and every line of a file that has been read. `sources` as for
    `verify`.
    """
    found = _attested(read, sources)
    if read.left is None:
        number = check_number(read.shown)
        if read.number == number and not read.damaged:
            # The list is lost, and yet all that the file shows comes to the number that left with it.
            return CheckedFile(tuple(one for one in found if one.state != NO_QUOTE), len(read.shown), number)
        if read.listed is None or read.number:
            return CheckedFile((*found, _unlisted(read.damaged, read.number)))
        from briefing.tasks.verify_handed import older_word_file

        return CheckedFile(
            (
                *found,
                *_unnamed(older_word_file.differences(read.listed, read.marking, read.shown), found),
                _OLDER,
            )
        )
    known = says_which_pictures(read.left)
    left, shown = comparable(read.left, read.shown)
    words, here = without_pictures(left), without_pictures(shown)
    held = tuple(one for one in found if not _left_so(one, words, here))
    departed = _unnamed(differences(left, shown), held)
    number = check_number(read.left)
    replaced = (_REPLACED,) if read.number not in ("", number) else ()
    unsaid = () if known else (_OLDER_PICTURES,)
    return CheckedFile((*held, *departed, *replaced, *unsaid), len(read.left), number)


def verify_file(path_name: str, data: bytes, sources: Mapping[str, str]) -> tuple[Attested, ...]:
    """Return what became of every quote of an export, then what is reported of its claims; no list is asked.

    `sources`: name of each article to its text. Raises BadInput for a file that cannot be read.
    """
    return _attested(_read(path_name, data), sources)


def _attested(read: Handed, sources: Mapping[str, str]) -> tuple[Attested, ...]:
    clean = Cleaner()
    texts = {name: clean.text(normalise(text)) for name, text in sources.items()}
    return (
        *handed_quotes.looked_for(read.quotes, texts),
        *handed_claims.unsourced(read.claims),
        *handed_claims.departing(read.claims, read.quotes),
        *handed_claims.reworded(read.claims),
    )


def format_of(name: str) -> Exporter:
    """Return the format by which a file can be verified. Raises BadInput for a name that is no export's."""
    found = formats.reader_for(PurePath(name))
    if found is None:
        known = formats.verified()
        raise BadInput(
            f"“{name}” cannot be checked.",
            f"Give a {formats.named(known)} export: {formats.suffixes(known)}.",
        )
    return found


def _read(name: str, data: bytes) -> Handed:
    content: Handed = import_module(format_of(name).reader).read(data)
    return content


def _unlisted(damaged: str, number: str) -> Attested:
    why = (
        damaged
        or "This file holds no list of its exported lines: it was taken out, or a program or an older "
        "version wrote none."
    )
    if number:
        message = (
            f"{why} Its check number does not fit what it shows: something was changed, and it "
            f"cannot be said what."
        )
    else:
        message = (
            f"{why} So the file cannot be checked as a whole: only its quotes and the numbers in "
            f"its claims were."
        )
    return Attested(
        0, "", NO_LIST, message=f"{message} Ask the sender for the file itself, or for its check number."
    )


_REPLACED = Attested(
    0,
    "",
    NO_LIST,
    message="The list of exported lines in this file is not the one it was exported with: its check number "
    "differs.",
)
_OLDER = Attested(
    0, "", OLDER_LIST,
    message="An older version made this file. Its list of exported lines holds no headers and footers, no "
    "links and no pictures, and of long paragraphs the beginning.",
)  # fmt: skip
_OLDER_PICTURES = Attested(
    0, "", OLDER_LIST,
    message="An older version made this file. Its list of exported lines says where its pictures are, and "
    "not which: they were only counted.",
)  # fmt: skip


def _left_so(found: Attested, left: tuple[SentLine, ...], shown: tuple[SentLine, ...]) -> bool:
    """Whether a note without a quote of ours left just so: one of the template, or with quotes left out."""
    if found.of_claim or found.state in (FOUND, SPACES):
        return False
    words = canonical(found.quote)
    here = [
        line
        for line in shown
        if line.kind == "note" and line.part == str(found.number) and words in canonical(line.words)
    ]
    so = {line.key for line in left if line.kind == "note" and not line.quotes}
    return any(line.key in so for line in here)


def _unnamed(departed: tuple[Attested, ...], found: tuple[Attested, ...]) -> Iterator[Attested]:
    """Yield the differences that no finding names already: a claim's words, which the claim's own finding
    has.
    """
    named = {canonical(one.quote) for one in found if one.state == REWORDED}
    for one in departed:
        if not (one.state == CHANGED and named and _only_words(one) and _in_claim(one, named)):
            yield one


def _only_words(one: Attested) -> bool:
    return one.quote.count(MARK) == one.nearest.count(MARK) and not one.number and not one.more_than_words


def _in_claim(one: Attested, named: set[str]) -> bool:
    words = canonical(one.quote.replace(MARK, ""))
    return any(words.endswith(each) for each in named)
