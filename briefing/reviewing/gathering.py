"""What a reviewed file says of each claim, and which of its paragraphs are new.

A paragraph that holds the text of one claim is that claim, but for the label before it and the numbers
behind it: words typed beside a content control are not lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing import inline
from briefing.exporting.handed_file import ANNEX
from briefing.exporting.word.word_manifest import REST, ManifestEntry, WordManifest
from briefing.inline import Run
from briefing.reviewing import typed_prefixes
from briefing.reviewing.gathered import FoundClaim, Gathered, LinePlace
from briefing.reviewing.line_pieces import (
    cut_end,
    cut_front,
    lost_space,
    runs_of,
    with_claims_parted,
    without_commas,
)
from briefing.reviewing.paragraph_matching import ratio
from briefing.reviewing.program_changes import folded
from briefing.reviewing.word_paragraphs import WordParagraph, WordPiece

# How a sentence begins that reports a line which is no statement.
OUTSIDE = "Changed or new outside the statements: "
_KEY = 100
# The numbers of the sources behind a statement, where a file has a numbered list of them.
CITES = re.compile(r"[ \u00a0]\[(?:(?:[a-z]+: )?\d+(?:, [^\];]{1,30})?(?:; )?)+\]$")


def key(words: str) -> str:
    """Return by what a paragraph is known again: its first letters and digits."""
    known = folded(words.strip()[:REST])
    bare = "".join(c for c in known if c.isalnum())
    return bare[:_KEY] or known


def gather(
    lines: Iterable[WordParagraph], manifest: WordManifest, headings: Iterable[str], *, sure: bool = True
) -> Gathered:
    """Return what each line is. `sure`: the manifest left in the file, and was not made up since."""
    return _Gathering(manifest, headings, sure=sure).gather(tuple(lines))


@dataclass(frozen=True, slots=True)
class _Position:
    """How far the walk is: the heading above (None: one that the brief does not have, whose words are
    `below`), the claim before in that section ("^": none), and the last one anywhere.
    """

    under: str | None = ""
    after: str = "^"
    below: str = ""
    last: str = ""

    def below_heading(self, under: str | None, words: str = "") -> _Position:
        return _Position(under, below=words, last=self.last)

    def behind(self, ident: str) -> _Position:
        return replace(self, after=ident, last=ident)


class _Gathering:
    """One walk over the lines of a file."""

    def __init__(self, manifest: WordManifest, headings: Iterable[str], *, sure: bool) -> None:
        self._sure = sure
        self._entries: Mapping[str, ManifestEntry] = {entry.id: entry for entry in manifest.items}
        self._rest = Counter(key(words) for words in manifest.rest)
        self._headings = {folded(h): h for h in (*(e.under for e in manifest.items), *headings) if h}
        self._at = _Position()
        self._renamed: dict[int, str] = {}
        self._found: dict[str, FoundClaim] = {}
        self._merged: list[tuple[int, tuple[str, ...], tuple[Run, ...]]] = []
        self._free: list[LinePlace] = []
        self._cells: dict[tuple[int, int, int], list[int]] = {}
        self._remarks: list[str] = []
        self._changed: dict[str, list[WordPiece]] = {}
        self._above: dict[int, str] = {}
        self._noted: list[tuple[int, str]] = []
        self._title: int | None = None
        self._portions: dict[str, str] = {}
        self._met: set[str] = set()

    def gather(self, lines: tuple[WordParagraph, ...]) -> Gathered:
        """Return what each line is."""
        self._surplus = self._beyond(lines)
        self._renamed = self._renamed_headings(lines)
        for number, line in enumerate(lines):
            if not self._sure and _is_heading(line.style) and line.words().strip() == ANNEX[-1]:
                break  # what stands in it depends on the checks of that day; it is always the last
            self._line(number, line)
        return Gathered(
            lines=lines,
            found=self._found,
            merged=tuple(self._merged),
            free=tuple(self._free),
            cells={cell: tuple(numbers) for cell, numbers in self._cells.items()},
            remarks=tuple(self._remarks),
            changed={ident: tuple(pieces) for ident, pieces in self._changed.items()},
            above=self._above,
            noted=tuple(self._noted),
            title=self._title,
            portions=self._portions,
            headings=frozenset(self._met),
            unseen=tuple(known for known, count in self._rest.items() if count > 0),
        )

    def _beyond(self, lines: tuple[WordParagraph, ...]) -> Counter[str]:
        """Return how often the text of a statement without a tag stands there beyond what stood round the
        statements.

        The annex says each statement again, and comes last: the first ones are the statement itself.
        """
        tagged = {piece.item for line in lines for piece in line.pieces if not piece.deleted}
        untagged = [e for ident, e in self._entries.items() if ident not in tagged]
        words = {
            key(text) for e in untagged for text in (inline.plain(e.text), e.before + inline.plain(e.text))
        }
        here = Counter(key(line.words()) for line in lines if not any(p.item for p in line.pieces))
        return Counter(
            {known: here[known] - self._rest[known] for known in words if here[known] > self._rest[known]}
        )

    def _line(self, number: int, line: WordParagraph) -> None:
        for piece in line.pieces:
            if piece.item and piece.changed:
                self._changed.setdefault(piece.item, []).append(piece)
        held = self._held(line)
        words = line.words().strip()
        if line.cell is not None:
            self._cells.setdefault(line.cell, []).append(number)
        if len(held) > 1:
            self._several(number, line, held)
        elif held and (words or line.cell):
            self._one(number, line, held[0])
        elif words:
            self._other(number, line, words)
        elif (was := line.words(rejected=True).strip()) and not any(p.item for p in line.pieces):
            self._dropped(number, was)
        self._above[number] = self._at.after if self._at.after != "^" else ""

    def _held(self, line: WordParagraph) -> list[str]:
        """The claims that have words in a line; one whose words were all replaced is still its claim."""
        live = dict.fromkeys(p.item for p in line.pieces if p.item and not p.deleted and p.run.text.strip())
        if live:
            return [ident for ident in live if ident in self._entries]
        gone = [p.item for p in line.pieces if p.item in self._entries]
        if not gone:
            return []
        words = inline.text_of(self._own(line, self._entries[gone[0]], reporting=False)).strip()
        return gone[:1] if words else []

    def _one(self, number: int, line: WordParagraph, ident: str) -> None:
        found = self._found.get(ident) or FoundClaim(ident, under=self._at.under)
        self._found[ident] = found.behind(number, self._own(line, self._entries[ident]))
        self._at = self._at.behind(ident)

    def _several(self, number: int, line: WordParagraph, held: list[str]) -> None:
        runs = self._own(replace(line, pieces=with_claims_parted(line.pieces)), self._entries[held[0]])
        words = inline.text_of(runs)
        for other in held[1:]:
            before = self._entries[other].before
            if before.strip() and (at := words.find(before)) > 0:
                gap = () if words[at - 1].isspace() else (Run(" "),)  # it stood in the label
                runs = (*inline.cut(runs, 0, at), *gap, *inline.cut(runs, at + len(before)))
                words = inline.text_of(runs)
        self._merged.append((number, tuple(held), runs))
        self._at = self._at.behind(held[-1])

    def _own(self, line: WordParagraph, entry: ManifestEntry, *, reporting: bool = True) -> tuple[Run, ...]:
        """The text of a claim in its line, without what stood before and behind it when it left."""
        pieces = without_commas([p for p in line.pieces if not p.deleted])
        places = [n for n, p in enumerate(pieces) if p.item and p.run.text.strip()]
        first, last = (places[0], places[-1] + 1) if places else (0, len(pieces))
        lead, core, tail = (runs_of(part) for part in (pieces[:first], pieces[first:last], pieces[last:]))
        if not places:
            core = cut_front(core, entry.before)
            core = cut_end(core, entry.after)
        else:
            lead = self._beside(lead, entry.before, entry, reporting)
            tail = self._beside(tail, entry.after, entry, reporting)
        noted = any(p.note for p in pieces[last:])
        gap = lost_space(inline.text_of(core), inline.text_of(tail)) if noted else ()
        whole = inline.merged((*lead, *core, *gap, *tail))
        cites = None if self._sure else CITES.search(inline.text_of(whole))
        return inline.cut(whole, 0, cites.start()) if cites else whole

    def _beside(
        self, runs: tuple[Run, ...], sent: str, entry: ManifestEntry, reporting: bool
    ) -> tuple[Run, ...]:
        words = inline.text_of(runs)
        if words.strip() == sent.strip():
            return ()
        bare = sent.strip()
        if not bare:
            return runs
        at = words.find(bare)
        if at >= 0:
            end = at + len(bare)
            end += len(words[end:]) - len(words[end:].lstrip(" "))
            return (*inline.cut(runs, 0, at), *inline.cut(runs, end))
        if not words.strip() or ratio(words, bare) >= 50:
            if reporting and self._sure:
                now = f"reads “{words.strip()}” now" if words.strip() else "was taken out"
                if typed_prefixes.portion(words) != typed_prefixes.portion(bare) and typed_prefixes.portion(
                    words
                ):
                    self._portions[entry.id] = typed_prefixes.portion(words)
                    if typed_prefixes.without_portion(words) == typed_prefixes.without_portion(bare):
                        return ()
                self._remarks.append(
                    f"“{bare}” beside “{inline.plain(entry.text)[:60]}” {now}; a review does not change that."
                )
            return ()
        return runs

    def _other(self, number: int, line: WordParagraph, words: str) -> None:
        """A line with words and no claim: the first of these that it is, else new words."""
        kinds = (
            self._is_entry_of_contents,
            self._is_heading_of_brief,
            self._is_untagged_statement,
            self._is_as_it_left,
            self._is_box,
            self._is_renamed_heading,
            self._is_changed_between_statements,
            self._is_title,
            self._is_new_heading,
        )
        if not any(is_kind(number, line, words) for is_kind in kinds):
            self._freed(number, line)

    def _is_entry_of_contents(self, _number: int, line: WordParagraph, words: str) -> bool:
        if not _is_contents(line.style):
            return False
        self._left_so(key(words))  # they are computed
        return True

    def _is_heading_of_brief(self, _number: int, line: WordParagraph, words: str) -> bool:
        heading = self._headings.get(folded(words)) if line.cell is None else None
        if heading is None:
            return False
        self._heading(heading, key(words))
        return True

    def _is_untagged_statement(self, number: int, line: WordParagraph, words: str) -> bool:
        known = key(words)
        if self._surplus[known] <= 0:
            return False
        self._surplus[known] -= 1
        self._freed(number, line)
        return True

    def _is_as_it_left(self, _number: int, line: WordParagraph, words: str) -> bool:
        left = self._left_so(key(words))
        if left and _is_heading(line.style):
            self._at = self._at.below_heading("")
        return left

    def _is_box(self, _number: int, line: WordParagraph, words: str) -> bool:
        if line.boxed:
            self._remarks.append(f"A text box was added{_by(line)}: “{words[:80]}”.")
        return line.boxed

    def _is_renamed_heading(self, number: int, _line: WordParagraph, words: str) -> bool:
        old = self._renamed.get(number)
        if old is None:
            return False
        self._heading(old, key(old))
        self._remarks.append(f"The heading “{old[:80]}” reads “{words[:80]}” now; change it in the brief.")
        return True

    def _is_changed_between_statements(self, number: int, line: WordParagraph, words: str) -> bool:
        was = key(line.words(rejected=True))
        if not (was and self._left_so(was)) or _is_heading(line.style):
            return False
        self._noted.append((number, f"Changed outside the statements: “{words[:80]}”."))
        return True

    def _is_title(self, number: int, line: WordParagraph, _words: str) -> bool:
        if self._title is not None or self._at.last or not line.style.casefold().startswith("title"):
            return False
        self._title = number
        return True

    def _is_new_heading(self, _number: int, line: WordParagraph, words: str) -> bool:
        if not _is_heading(line.style):
            return False
        self._at = self._at.below_heading(None, words)
        self._remarks.append(f"The heading “{words[:80]}” is not one of the brief's; add it there.")
        return True

    def _left_so(self, known: str) -> bool:
        """Return whether a line between the statements left with this key and was not met yet; now it is."""
        left = self._rest[known] > 0
        self._rest[known] -= left
        return left

    def _freed(self, number: int, line: WordParagraph) -> None:
        runs = runs_of([p for p in line.pieces if not p.deleted])
        at = self._at
        self._free.append(LinePlace(number, runs, at.under or "", at.after, below=at.below, last=at.last))

    def _heading(self, heading: str, known: str) -> None:
        self._met.add(heading)
        self._at = self._at.below_heading(heading)
        self._left_so(known)

    def _heading_before(self, line: WordParagraph, part: tuple[WordParagraph, ...]) -> str | None:
        """Return which heading a line was: as tracking shows, else the only one under which the statements of
        its `part` of the file stood; None where neither says it.
        """
        tracked = self._headings.get(folded(line.words(rejected=True)))
        if tracked is not None:
            return tracked
        unders = {self._entries[ident].under for below in part for ident in self._held(below)}
        return unders.pop() if len(unders) == 1 else None

    def _renamed_headings(self, lines: tuple[WordParagraph, ...]) -> dict[int, str]:
        """Return the old words of headings that read otherwise now, by their lines: as tracking shows, or the
        one heading under which all stood that stands below, where that is not met elsewhere.
        """
        places = [n for n, line in enumerate(lines) if _is_heading(line.style) and line.words().strip()]
        here = {folded(line.words()) for line in lines if line.cell is None and not _is_contents(line.style)}
        found: dict[int, str] = {}
        for place, end in pairwise((*places, len(lines))):
            words = lines[place].words().strip()
            if folded(words) in self._headings or self._rest[key(words)] > 0:
                continue
            old = self._heading_before(lines[place], lines[place:end])
            if old and folded(old) not in here and old not in found.values():
                found[place] = old
        return found

    def _dropped(self, number: int, was: str) -> None:
        if self._left_so(key(was)):
            self._noted.append((number, f"Taken out, and no claim: “{was[:80]}”."))


def _by(line: WordParagraph) -> str:
    names = dict.fromkeys(piece.author for piece in line.pieces if piece.changed and piece.author)
    return f" by {', '.join(names)}" if names else ""


def _is_heading(style: str) -> bool:
    return style.casefold().startswith(("heading", "leadheading", "title", "berschrift", "titre"))


def _is_contents(style: str) -> bool:
    """Whether it is the style of an entry of the contents: Word's name or LibreOffice's."""
    return re.match(r"(?:toc|contents|verzeichnis)\s*\d", style, re.IGNORECASE) is not None


def written(runs: tuple[Run, ...]) -> str:
    """Return runs as the Markdown in which texts are compared."""
    return inline.write(runs).strip()
