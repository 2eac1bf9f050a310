"""What repeats at the head and foot of pages: the first stays, and so do all figures but page numbers."""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from briefing.importing.pdf.page_line import PageLine

_OUTER = 3  # lines at head and foot that may repeat
_LONGEST = 60  # code points of a head or foot that bears a page number; a longer line may be a note's
_RUN = 4  # lines at one distance are a run
_SHARE = 0.4  # of the pages with lines that a head or foot stands on, at least
_NEAR = 8.0  # points between the heights of one head on two pages
_LEVEL = 0.08  # of a step between baselines: steps that differ by less are equal
_LONE_NUMBER = re.compile(r"\W*(\d{1,4})\W*")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# Of a figure, a date or a time no part is a page; of "3/12" and "3-12" it may be.
_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)+")
_TWO_PARTS = re.compile(r"\d{1,4}[/-]\d{1,4}")
# A head that has nothing but these beside its page number says nothing worth keeping.
_PAGE_WORDS = re.compile(
    r"(?:\b(?:of|von|de|sur|di|van|из|z)\b|/)\s*\d+|"
    r"\b(?:pages?|p|pp|pg|seiten?|s|of|von|de|sur|di|da|van|página|pagina|pág|strona|str|стр|страница|из|z|sayfa"
    r"|صفحة|من|第|页|頁|共)\b\.?"
)
# What these number is no page: it may well count up with the pages.
_LABEL = re.compile(
    r"\b(?:day|week|month|year|annex|appendix|attachment|chapter|part|section|article|table|figure|fig|chart|map|lot|item"
    r"|question|exhibit|schedule|case|step|note|volume|vol|issue|no|number|tag|woche|anhang|anlage|kapitel|teil"
    r"|abschnitt|tabelle|abbildung|jour|semaine|annexe|chapitre|partie|tableau|día|semana|anexo|capítulo|parte"
    r"|tabla|cuadro|giorno|allegato|capitolo|tabella|день|глава|часть|таблица|приложение|rozdział|gün|bölüm|ek)"
    r"\W*$"
)
_WORD = re.compile(r"\w")


@dataclass(slots=True)
class RepeatedLines:
    """For each page the numbers of its lines that repeat what an earlier page shows, or its page number; and
    of those that are repeated later. `named` maps the words of each head or foot, as first met, to how many
    lines of it were taken out.
    """

    taken: list[set[int]]
    kept: list[set[int]]
    named: dict[str, int] = field(default_factory=dict)

    def body(self, number: int, lines: Sequence[PageLine]) -> list[PageLine]:
        """Return the lines of a page (from 0) that stand between its head and its foot."""
        margins = self.taken[number] | self.kept[number]
        return [line for i, line in enumerate(lines) if i not in margins]


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """One line at the head or foot of a page (from 1); `numbers` as they stand in it."""

    page: int
    place: int
    base: float
    words: str
    numbers: tuple[str, ...]


def repeated_lines(pages: Sequence[Sequence[PageLine]]) -> RepeatedLines:
    """Return what repeats at the head and foot of pages.

    Lines are one head where all their words and figures are the same, but for one number that counts up with
    the pages. Nothing that bears figures and stands in a run of equal pitch is one: it is a row of a table.
    """
    found = RepeatedLines([set() for _ in pages], [set() for _ in pages])
    if len(pages) < 2:
        return found
    for top in (True, False):
        _take(pages, top, found)
    for number, lines in enumerate(pages):
        if len(found.taken[number]) == len(lines):
            found.taken[number] = set()
    return found


def _take(pages: Sequence[Sequence[PageLine]], top: bool, found: RepeatedLines) -> None:
    outer = [_outer(lines, top) for lines in pages]
    member = {(one.page, one.place): head for head in _heads(pages, outer) for one in head}
    met: set[int] = set()
    for number, (lines, end) in enumerate(zip(pages, outer, strict=True), start=1):
        for at, place in enumerate(end[:_OUTER]):
            head = member.get((number, place))
            if head is None:
                if not at and _is_page_number(lines, end, number):
                    _note(found, number, place, lines[place].text)
                break
            first = min(head, key=lambda one: one.page)
            if id(head) not in met and _says_something(head):
                met.add(id(head))
                found.kept[number - 1].add(place)
            else:
                _note(found, number, place, first.words)


def _note(found: RepeatedLines, number: int, place: int, words: str) -> None:
    found.taken[number - 1].add(place)
    found.named[words] = found.named.get(words, 0) + 1


def _heads(pages: Sequence[Sequence[PageLine]], outer: list[list[int]]) -> Iterator[tuple[_Occurrence, ...]]:
    """Yield the occurrences of each head on its pages."""
    least = max(2, round(_SHARE * sum(bool(lines) for lines in pages)))
    shapes: dict[str, list[_Occurrence]] = defaultdict(list)
    for number, (lines, end) in enumerate(zip(pages, outer, strict=True), start=1):
        for at, place in enumerate(end[:_OUTER]):
            words = " ".join(lines[place].text.lower().split())
            numbers = tuple(_NUMBER.findall(words)) if len(words) <= _LONGEST else ()
            if not numbers or not _is_in_a_run(lines, end, at):
                shape = _NUMBER.sub("#", words) if numbers else words
                shapes[shape].append(
                    _Occurrence(number, place, lines[place].base, lines[place].text, numbers)
                )
    for occurrences in shapes.values():
        groups = list(_groups(_level(occurrences)))
        counted = [group for group, counts in groups if counts]
        for group, counts in groups:
            # Chapters have heads of their own: together they stand on the pages that one would.
            size = sum(map(len, counted)) if counts else len({one.page for one in group})
            if size >= least:
                yield group


def _level(occurrences: list[_Occurrence]) -> list[_Occurrence]:
    """Return those at the height of the middle one, one a page."""
    bases = sorted(one.base for one in occurrences)
    middle = bases[len(bases) // 2]
    return list({one.page: one for one in reversed(occurrences) if abs(one.base - middle) < _NEAR}.values())


def _groups(occurrences: list[_Occurrence]) -> Iterator[tuple[tuple[_Occurrence, ...], bool]]:
    """Yield occurrences of one shape whose numbers are the same but for one that counts up with the pages,
    and whether there is one; on two pages at least.
    """
    left = occurrences
    while len(left) > 1:
        keys = [_keys(one) for one in left]
        (best, count), *_ = Counter(key for some in keys for key in some).most_common(1)
        if count < 2:
            return
        yield tuple(one for one, some in zip(left, keys, strict=True) if best in some), best[0] >= 0
        left = [one for one, some in zip(left, keys, strict=True) if best not in some]


def _keys(one: _Occurrence) -> list[tuple[int, tuple[str, ...]]]:
    """Return what may stay the same of a head: all its numbers, or all but one that is less the page."""
    found = [(-1, one.numbers)]
    words = one.words.lower()
    figures = [m.span() for m in _FIGURE.finditer(words) if not _TWO_PARTS.fullmatch(m[0])]
    for at, match in enumerate(islice(_NUMBER.finditer(words), len(one.numbers[:4]))):
        value = _value(match[0])
        inside = any(start <= match.start() < end for start, end in figures)
        if value and not inside and not _LABEL.search(words, 0, match.start()):
            found.append((at, (*one.numbers[:at], f"+{value - one.page}", *one.numbers[at + 1 :])))
    return found


def _value(number: str) -> int:
    """Return the value of a figure in digits or small Roman letters; 0 for one that no page bears."""
    if number[0] not in _ROMAN:
        return int(number) if len(number) < 5 else 0
    values = [_ROMAN[letter] for letter in number[:12]]
    return sum(-value if value < after else value for value, after in pairwise((*values, 0)))


def _outer(lines: Sequence[PageLine], top: bool) -> list[int]:
    """Return the outermost lines, from the edge of the page inwards."""
    upright = [i for i, line in enumerate(lines) if not line.aside]
    choose = heapq.nlargest if top else heapq.nsmallest
    return choose(_OUTER + _RUN - 1, upright, key=lambda i: lines[i].base)


def _is_in_a_run(lines: Sequence[PageLine], end: list[int], at: int) -> bool:
    """Return whether a line is one of `_RUN` or more at the same distance from one another."""
    bases = [lines[place].base for place in end[at : at + _RUN]]
    steps = [abs(one - two) for one, two in pairwise(bases)]
    return len(bases) == _RUN and max(steps) - min(steps) <= _LEVEL * max(steps)


def _is_page_number(lines: Sequence[PageLine], end: list[int], number: int) -> bool:
    """Return whether the outermost line is the page's number alone: the first page often bears none."""
    found = _LONE_NUMBER.fullmatch(lines[end[0]].text)
    if found is None or int(found[1]) != number or len(end) < 2:
        return False
    return abs(lines[end[0]].base - lines[end[1]].base) > 1.5 * lines[end[1]].size


def _says_something(head: tuple[_Occurrence, ...]) -> bool:
    """Return whether a head says more than on which page it stands."""
    first, *_, last = sorted(head, key=lambda one: one.page)
    changing = {n for n, (one, two) in enumerate(zip(first.numbers, last.numbers, strict=True)) if one != two}
    words = first.words.lower()
    for number in (first.numbers[n] for n in changing):
        words = re.sub(rf"\b{re.escape(number)}\b", " ", words, count=1)
    return bool(_WORD.search(_PAGE_WORDS.sub(" ", words)))
