"""Which note of a reviewed file is which that left: by its words or its quote, never by its number.

A program renumbers notes as it likes, and a mark that was moved takes another claim's quote with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from briefing import inline
from briefing.exporting.sent_lines import SentLine
from briefing.exporting.word.word_manifest import WordManifest, letters_hash, quote_hash
from briefing.reviewing.gathered import Gathered
from briefing.reviewing.paragraph_matching import ratio
from briefing.reviewing.reviewed_parts import Reviewed
from briefing.reviewing.word_paragraphs import WordParagraph
from briefing.text import shortened

_SHOWN = 60
_LIKE = 60.0
_MOST_PAIRS = 20_000
_NUMBERED_AGAIN = (
    "The program that saved the file has given the notes to the marks in their order: behind a mark that "
    "was taken out each note stands one mark too far. In the brief they stay where they are."
)


def quoted(note: tuple[WordParagraph, ...]) -> Iterator[str]:
    """Yield the text of each stretch in the style of quotes, all changes accepted."""
    for paragraph in note:
        live = [piece for piece in paragraph.pieces if not piece.deleted]
        for is_quote, pieces in groupby(live, key=lambda piece: piece.quoted):
            if is_quote:
                yield "".join(piece.run.text for piece in pieces)


def words_of(note: tuple[WordParagraph, ...]) -> str:
    """Return the text of a note on one line, all changes accepted."""
    return " ".join(" ".join(paragraph.words() for paragraph in note).split())


@dataclass(slots=True)
class Book:
    """`left`: the numbers of the notes of each claim, in order; `here`: of each claim, the notes it has now,
    each with its number ("" for one that did not leave with any claim); `elsewhere`: notes at lines that are
    no claim's, with those lines.
    `dropped`: numbers of the notes whose words no mark was left for, where a program has set all notes to its
    marks in their order.
    """

    left: dict[str, list[int]] = field(default_factory=dict)
    here: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    elsewhere: list[tuple[str, int, str]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    dropped: frozenset[int] = frozenset()


def book(manifest: WordManifest, gathered: Gathered, file: Reviewed) -> Book:
    """Return which notes stand where."""
    made = Book()
    for note in manifest.notes:
        numbers = made.left.setdefault(note.item_id, [])
        if note.number not in numbers:
            numbers.append(note.number)
    for _, held, _ in gathered.merged:
        made.left[held[0]] = [number for ident in held for number in made.left.pop(ident, ())]
    places = list(_places(gathered, file))
    made.numbers = _numbers(manifest, file, places, made.left)
    if numbered_again := _numbered_again(made, places):
        taken, made.dropped = numbered_again
        made.numbers |= taken
        places = [place for place in places if place[2] in taken]
    for owner, line, ident in places:
        number = made.numbers.get(ident, 0)
        if owner:
            made.here.setdefault(owner, []).append((ident, number))
        else:
            made.elsewhere.append((ident, number, line))
    standing = set(gathered.found) | gathered.joined
    made.gone = {entry.id for entry in manifest.items} - standing
    return made


def _in_order(left: list[tuple[int, str]], marks: list[tuple[str, str]]) -> dict[str, int] | None:
    """Return the numbers of the notes at marks, where each mark is the next that left with its claim; None
    where one is not.
    """
    taken: dict[str, int] = {}
    waiting = iter(left)
    for owner, ident in marks:
        number = next((number for number, home in waiting if home == owner), None)
        if number is None:
            return None
        taken[ident] = number
    return taken


def _numbered_again(
    made: Book, places: list[tuple[str, str, str]]
) -> tuple[dict[str, int], frozenset[int]] | None:
    """Return the numbers with which the marks left, by the notes that stand at them now, and the numbers of
    the notes that have no mark; None for a file whose notes stand where they were put.

    LibreOffice gives notes to marks in their order. Where a mark was taken out and its note stayed in the
    file, all that follow move up by one mark, and the last is lost: a person took off one, and moved none.
    """
    left = sorted((number, owner) for owner, numbers in made.left.items() for number in numbers)
    marks = [(owner, ident) for owner, _, ident in places if owner]
    here = [made.numbers.get(ident, 0) for _, ident in marks]
    if not here or len(here) >= len(left) or here != [number for number, _ in left[: len(here)]]:
        return None
    taken = _in_order(left, marks)
    if taken is None or list(taken.values()) == here:
        return None
    return taken, frozenset(number for number, _ in left[len(here) :])


def _places(gathered: Gathered, file: Reviewed) -> Iterator[tuple[str, str, str]]:
    """Yield claim (or ""), words of the line and id of each note, in the order of the marks."""
    owners = {number: found.item for found in gathered.found.values() for number in found.lines}
    owners |= {number: held[0] for number, held, _ in gathered.merged}
    for number, line in enumerate(gathered.lines):
        for piece in line.pieces:
            if piece.note in file.notes and not piece.deleted:
                yield owners.get(number, ""), line.words().strip(), piece.note


def _letters_of(note: tuple[WordParagraph, ...]) -> list[str]:
    """Return the one hash by which a note is known that nobody has changed."""
    return [letters_hash("".join(p.words() for p in note))]


def _quotes_of(note: tuple[WordParagraph, ...]) -> list[str]:
    """Return the hashes of the quotes in a note."""
    return [quote_hash(words) for words in quoted(note)]


def _first_free(fits: set[int], own: Sequence[int], given: Collection[int]) -> int | None:
    """Return the number that a note gets of those that fit it, None where none does. The same words may stand
    in the notes of several claims: the claim's `own` goes first, and one that is not `given` yet.
    """
    ordered = [number for number in own if number in fits]
    free = [n for n in ordered if n not in given] or ordered
    rest = free or sorted(fits.difference(given)) or sorted(fits)
    return rest[0] if rest else None


def _numbers(
    manifest: WordManifest, file: Reviewed, places: list[tuple[str, str, str]], left: Mapping[str, list[int]]
) -> dict[str, int]:
    """Return the number with which each note left: by all its letters, else by its quotes, else by its
    likeness.
    """
    by_letters: dict[str, set[int]] = defaultdict(set)
    by_quote: dict[str, set[int]] = defaultdict(set)
    for entry in manifest.notes:
        by_letters[entry.said].add(entry.number)
        by_quote[entry.sha].add(entry.number)
    found: dict[str, int] = {}
    for ways, keys_of in ((by_letters, _letters_of), (by_quote, _quotes_of)):
        for owner, _, ident in places:
            if ident in found:
                continue
            fits = {number for key in keys_of(file.notes[ident]) for number in ways.get(key, ())}
            number = _first_free(fits, left.get(owner, ()), found.values())
            if number is not None:
                found[ident] = number
    return _by_likeness(manifest, file, places, left, found)


def _likest(
    here: Mapping[str, str], left: Mapping[int, str], missing: Iterable[int]
) -> list[tuple[str, int]]:
    """Return the notes with the numbers of those missing that left with similar words, the likest pair
    first.
    """
    known = {number: left[number] for number in missing if left.get(number)}
    pairs = ((ratio(words, was), ident, n) for ident, words in here.items() for n, was in known.items())
    return [(ident, number) for score, ident, number in sorted(pairs, reverse=True) if score >= _LIKE]


def _only_missing(left: Sequence[int], missing: Collection[int]) -> int | None:
    """Return the one number of those with which a claim left that is missing, None where it is none or
    more.
    """
    mine = [number for number in left if number in missing]
    return mine[0] if len(mine) == 1 else None


def _is_alone(ident: str, beside: list[str], found: Container[str]) -> bool:
    """Return whether a note is the only one of those at its claim that is not found."""
    return [other for other in beside if other not in found] == [ident]


def _by_likeness(
    manifest: WordManifest, file: Reviewed, places: list[tuple[str, str, str]], left: Mapping[str, list[int]],
    found: dict[str, int],
) -> dict[str, int]:  # fmt: skip
    """Add the notes whose words were changed: the likest of those that are missing, or the only one of its
    claim.
    """
    left_notes = left_words(manifest)
    missing = sorted({entry.number for entry in manifest.notes} - set(found.values()))
    unknown = [(owner, ident) for owner, _, ident in places if ident not in found]
    if len(missing) * len(unknown) <= _MOST_PAIRS:
        here = {ident: words_of(file.notes[ident]) for _, ident in unknown}
        for ident, number in _likest(here, left_notes, missing):
            if ident not in found and number in missing:
                found[ident] = number
                missing.remove(number)
    for owner, ident in unknown:
        only = _only_missing(left.get(owner, ()), missing)
        alone = _is_alone(ident, [other for own, other in unknown if own == owner], found)
        if alone and only is not None and not left_notes.get(only):
            found[ident] = only
            missing.remove(only)
    return found


def left_words(manifest: WordManifest) -> dict[int, str]:
    """Return the words with which the notes left, by number; {} for a file of a version that did not keep
    them.
    """
    by_letters: dict[str, SentLine] = {
        letters_hash(line.words): line for line in manifest.lines if line.kind == "note"
    }
    return {e.number: by_letters[e.said].words for e in manifest.notes if e.said in by_letters}


def remarks(made: Book, manifest: WordManifest, file: Reviewed) -> Iterator[str]:
    """Yield a sentence for each claim whose notes are not those it left with, and for each new note at no
    claim.
    """
    yield from _Telling(made, manifest, file).tell()


class _Telling:
    """One comparison of the notes that claims left with and those they have."""

    def __init__(self, made: Book, manifest: WordManifest, file: Reviewed) -> None:
        self.made, self.file = made, file
        self.words = left_words(manifest)
        self.claims = {e.id: f"“{shortened(inline.plain(e.text), _SHOWN)}”" for e in manifest.items}
        self.template = {letters_hash(line.words) for line in manifest.lines if line.kind == "note"}
        self.homes = {number: owner for owner, numbers in made.left.items() for number in numbers}
        here = {owner: Counter(number for _, number in notes) for owner, notes in made.here.items()}
        left = {owner: Counter(numbers) for owner, numbers in made.left.items()}
        self.lost = {owner: left[owner] - here.get(owner, Counter()) for owner in left}
        self.more = {owner: here[owner] - left.get(owner, Counter()) for owner in here}
        self.taken: set[int] = set()
        self.swapped: set[frozenset[str]] = set()

    def tell(self) -> Iterator[str]:
        yield from self._put_to_claims()
        yield from self._put_elsewhere()
        yield from self._taken_off()
        if self.made.dropped:
            yield _NUMBERED_AGAIN
        yield from self._in_another_order()

    def _put_to_claims(self) -> Iterator[str]:
        """Yield a sentence for each note that a claim has and did not leave with."""
        for owner, notes in self.made.here.items():
            for ident, number in notes:
                if self.more[owner][number] > 0:
                    self.more[owner][number] -= 1
                    yield from self._put(self.claims.get(owner, "a line"), owner, ident, number)

    def _put_elsewhere(self) -> Iterator[str]:
        """Yield a sentence for each note that stands at a line of no claim, and is not the template's."""
        for ident, number, line in self.made.elsewhere:
            known = letters_hash("".join(p.words() for p in self.file.notes[ident])) in self.template
            # Marks that are left of a claim that is gone are no news of their own.
            if self.homes.get(number) not in self.made.gone and (number or not known):
                yield from self._put(f"the line “{shortened(line, _SHOWN)}”", "", ident, number)

    def _taken_off(self) -> Iterator[str]:
        """Yield a sentence for each claim that lost notes which stand nowhere else."""
        for owner, numbers in self.lost.items():
            off = sum(count for number, count in numbers.items() if number not in self.taken)
            if off and owner not in self.made.gone:
                what = "A note was" if off == 1 else f"{off} notes were"
                which = self._only(owner, off, numbers)
                yield f"{what} taken off {self.claims[owner]}{which}; the quote stays linked in the brief."

    def _in_another_order(self) -> Iterator[str]:
        """Yield a sentence for each claim that has the notes it left with in another order."""
        for owner, notes in self.made.here.items():
            now, was = [number for _, number in notes], self.made.left.get(owner, [])
            if now != was and sorted(now) == sorted(was) and 0 not in now:
                yield f"The notes of {self.claims[owner]} are in another order."

    def _only(self, owner: str, off: int, numbers: Counter[int]) -> str:
        """Return the text of the one note that was taken off, "" where more were, or it is not known
        which.
        """
        lost = [number for number, count in numbers.items() if count > 0 and number not in self.taken]
        unknown = self.made.dropped and len(self.made.left[owner]) > 1
        words = self.words.get(lost[0], "") if off == 1 and not unknown else ""
        return f": “{shortened(words.strip('“ '), _SHOWN)}”" if words else ""

    def _put(self, place: str, owner: str, ident: str, number: int) -> Iterator[str]:
        words = f"“{shortened(words_of(self.file.notes[ident]).strip('“ '), _SHOWN)}”"
        home = self.homes.get(number, "")
        if not number:
            yield f"A note was put to {place}: {words}. Link its source in the brief."
        elif home == owner or not self.lost.get(home, Counter())[number]:
            yield f"The note {words} of {self.claims[home]} stands at {place} as well."
        elif any(self.homes.get(n) == owner and self.lost[owner][n] for _, n in self.made.here.get(home, ())):
            self.taken.add(number)
            if (pair := frozenset((owner, home))) not in self.swapped:
                self.swapped.add(pair)
                yield f"The notes of two claims changed places: those of {self.claims[home]} and of {place}."
        else:
            self.taken.add(number)
            yield f"The note {words} was moved from {self.claims[home]} to {place}."
