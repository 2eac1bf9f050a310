"""The net under a review: all that the file shows against all that left, so that no difference is silent.

Proposals and remarks that say more come first; a line that differs and that none of them speaks of is named
here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from briefing.exporting.format_helpers import counted
from briefing.exporting.sent_lines import MARK, PICTURE, SentLine, canonical_link
from briefing.reviewing import line_order
from briefing.reviewing.paragraph_matching import ratio
from briefing.reviewing.program_changes import fold
from briefing.text import shortened

EDGES = ("header", "footer")
STATED = ("claim", "judgement")
_TABLED = ("cell", "row", "head")
_SHOWN = 80
_ROUND = 3  # words shown on either side of a difference
_LIKE = 55.0
_QUOTED = re.compile("“([^”]*)”")
PAGE = re.compile(r"[\s.·…_]*\d*\s*\Z")
_NOTHING = SentLine("", "")
_ENOUGH = 24  # letters by which a line is recognised in what was reported


def letters(words: str) -> str:
    """Return the letters and digits of words in one case: by these a line is known again."""
    bare = words.replace(PICTURE, "").replace(MARK, "")
    return "".join(filter(str.isalnum, fold(bare).letters.casefold()))


def key(line: SentLine) -> tuple[object, ...]:
    """Return what must be the same for two lines to be the same to a reader."""
    words = fold(line.words.replace(MARK, "")).letters.strip()
    return words, tuple(map(canonical_link, line.links)), line.kind == "note", line.pictures


@dataclass(slots=True)
class Covered:
    """What proposals and remarks speak of already. `ids`: of statements; `lines`: letters of lines of
    statements, new ones and of cells that are proposed; `gone`: ids of statements that are not in the file
    any more.
    """

    ids: set[str] = field(default_factory=set)
    lines: Counter[str] = field(default_factory=Counter)
    gone: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)

    def speaks_of(self, line: SentLine) -> bool:
        """Whether a sentence quotes the line, or its beginning."""
        own = letters(line.words)
        return bool(own) and any(
            own == quote or (len(quote) >= _ENOUGH and own.startswith(quote)) for quote in self.said
        )

    def hear(self, remarks: Iterable[str]) -> None:
        """Take in what remarks report: the words in quotation marks."""
        self.said += [letters(words.rstrip("…")) for remark in remarks for words in _QUOTED.findall(remark)]


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that left (`was`) and what became of it (`now`); None where there is no other. `moved`: the same
    line elsewhere.
    """

    was: SentLine | None
    now: SentLine | None
    moved: bool = False
    under: str = ""

    @property
    def repictured(self) -> bool:
        """Whether as many pictures stand in the line as before, and others."""
        return self.was is not None and self.now is not None and _repictured(self.was, self.now)


def changes(left: Sequence[SentLine], here: Sequence[SentLine], covered: Covered) -> list[LineChange]:
    """Return what differs in the lines of the text that are no statements, and that nothing speaks of."""
    stayed, cells = _apart(left, covered.gone)
    was = list(_others(stayed, Counter(), covered.ids))
    now = list(_others(here, covered.lines + cells, covered.ids))
    return [change for change in compared(was, now) if change.repictured or not _reported(change, covered)]


def remarks(
    left: Sequence[SentLine], here: Sequence[SentLine], changes: Iterable[LineChange]
) -> Iterator[str]:
    """Yield a sentence for each of the changes, each entry of the contents that is amiss, and each picture in
    a statement.
    """
    yield from _entries(left, here)
    for tabled, group in groupby(changes, key=_row):
        members = list(group)
        yield from (_together(members) if tabled else map(sentence, members))
    yield from _pictures(left, here)


def _repictured(was: SentLine, now: SentLine) -> bool:
    return was.pictures != now.pictures and was.words.count(PICTURE) == now.words.count(PICTURE)


def _reported(change: LineChange, covered: Covered) -> bool:
    """Whether something speaks of a change; of a row that moved, its first cell is enough."""
    line = change.now or change.was
    if change.moved and line is not None and line.kind in _TABLED and line.part != "Actor":
        return True
    return any(covered.speaks_of(line) for line in (change.was, change.now) if line is not None)


def _row(change: LineChange) -> str:
    """In what the line of a change is named with others: all that came into a table, or went, side by
    side.
    """
    line = change.was or change.now
    alone = change.moved or (change.was is not None and change.now is not None)
    return (
        "" if line is None or alone or line.kind not in _TABLED else "new" if change.was is None else "gone"
    )


def _together(changes: list[LineChange]) -> Iterator[str]:
    lines = [line for change in changes for line in (change.was or change.now,) if line is not None]
    words = shortened(" | ".join(line.words for line in lines), 2 * _SHOWN)
    yield f"{'Added to' if changes[0].was is None else 'Taken out of'} a table: “{words}”."


def _others(lines: Sequence[SentLine], covered: Counter[str], known: set[str]) -> Iterator[SentLine]:
    """Yield the lines of the text that are no statements, no notes and no entries of the contents.

    Statements are known by their ids; those that lost it by their letters, which are `covered`.
    """
    seen = Counter(covered)
    seen -= Counter(letters(line.words) for line in lines if line.kind in STATED and line.id in known)
    for line in lines:
        own = letters(line.words)
        if line.kind in (*EDGES, "note", "contents") or (line.kind in STATED and line.id in known):
            continue
        if own and seen[own] > 0:
            seen[own] -= 1
        else:
            yield line


def _apart(left: Sequence[SentLine], gone: set[str]) -> tuple[list[SentLine], Counter[str]]:
    """Return what left without the cells of judgements that are gone, and the letters of these cells."""
    kept: list[SentLine] = []
    cells: Counter[str] = Counter()
    of_gone = False
    for line in left:
        if line.kind == "judgement" or line.kind not in (*_TABLED, "text"):
            of_gone = line.kind == "judgement" and line.id in gone
        if of_gone and line.kind in _TABLED:
            cells[letters(line.words)] += 1
        else:
            kept.append(line)
    return kept, cells


def compared(
    was: Sequence[SentLine], now: Sequence[SentLine], by: Callable[[SentLine], object] = key
) -> Iterator[LineChange]:
    """Yield what differs between two runs of lines, in order: moved lines as such, changed ones in pairs."""
    blocks = list(line_order.blocks([by(line) for line in was], [by(line) for line in now]))
    waiting: dict[object, list[SentLine]] = defaultdict(list)
    for gone, _ in blocks:
        for at in gone:
            waiting[by(was[at])].append(was[at])
    moved = Counter(by(now[at]) for _, new in blocks for at in new)
    for gone, new in blocks:
        under = (
            next((line.words for line in reversed(now[: new[0]]) if line.kind == "heading"), "")
            if new
            else ""
        )
        fresh = []
        for at in new:
            if waiting[by(now[at])]:
                waiting[by(now[at])].pop()
                yield LineChange(now[at], now[at], moved=True, under=under)
            else:
                fresh.append(now[at])
        lost = [was[at] for at in gone if not _taken(moved, by(was[at]))]
        yield from _paired(lost, fresh, under)


def _taken(left: Counter[object], one: object) -> bool:
    """Whether there is one of these left; it is taken."""
    left[one] -= 1
    return left[one] >= 0


def _paired(lost: list[SentLine], fresh: list[SentLine], under: str) -> Iterator[LineChange]:
    left = list(fresh)
    for line in lost:
        best = max(left[:20], key=lambda other: ratio(line.words, other.words), default=None)
        same = best is not None and (len(lost) == len(fresh) == 1 and line.part == best.part)
        if best is not None and (same or ratio(line.words, best.words) >= _LIKE):
            left.remove(best)
            yield LineChange(line, best, under=under)
        else:
            yield LineChange(line, None, under=under)
    yield from (LineChange(None, line, under=under) for line in left)


_NAMES = {
    "heading": "The heading", "source": "The entry of the sources", "small print": "The small print",
    "banner": "The notice",
    "annex": "A line of the annex", "fact": "The entry", "label": "The name of an entry",
    "contents": "The entry of the contents",
    "header": "The header", "footer": "The footer", "head": "The head of a column", "note": "A note",
}  # fmt: skip
_NEW = {"heading": "A heading", "cell": "A cell of a table", "row": "A cell of a table",
    "source": "An entry of the sources",
        "header": "A line of the header", "footer": "A line of the footer", "note": "A note"}  # fmt: skip


def sentence(change: LineChange) -> str:
    """Say what became of a line."""
    where = f" under “{shortened(change.under, 40)}”" if change.under else ""
    if change.was is None:
        assert change.now is not None
        return _came_in(change.now, where)
    if change.now is None:
        return _went_out(change.was)
    return _reads_otherwise(change, change.was, change.now, where)


def _is_picture(line: SentLine) -> bool:
    """Return whether a line shows a picture and says nothing."""
    return not letters(line.words) and PICTURE in line.words


def _reads_otherwise(change: LineChange, was: SentLine, now: SentLine, where: str) -> str:
    """Return the sentence on a line that is still there."""
    if _is_picture(was):
        return _of_picture(change, where)
    name = f"{_NAMES.get(was.kind, 'The line')}{_of(was)} “{_cut(was.words)}”"
    if change.moved:
        return f"{name} is at another place now{where}; move it in the brief."
    return f"{name} {_what(was, now)}; a review does not change that."


def _came_in(now: SentLine, where: str) -> str:
    """Return the sentence on a line that did not leave."""
    if _is_picture(now):
        return f"A picture was added{where}."
    return f"{_NEW.get(now.kind, 'A line')}{_of(now)} was added{where}: “{_cut(now.words)}”."


def _went_out(was: SentLine) -> str:
    """Return the sentence on a line that is not there any more."""
    if was.kind == "heading":
        return (
            f"The heading “{_cut(was.words)}” was taken out; what stands under it in the brief stays there."
        )
    if _is_picture(was):
        return "A picture was taken out."
    return (
        f"Taken out, and no claim: {_lower(_NAMES.get(was.kind, 'The line'))}{_of(was)} “{_cut(was.words)}”."
    )


def _of_picture(change: LineChange, where: str) -> str:
    was, now = change.was, change.now
    assert was is not None
    assert now is not None
    if change.moved:
        return f"A picture is at another place now{where}."
    if change.repictured and not letters(now.words):
        in_edge = f" in the {was.kind}{_of(was)}" if was.kind in EDGES else where
        return f"A picture was put in place of another{in_edge}."
    return f"A picture became “{_cut(now.words)}”{where}; a review does not change that."


def _what(was: SentLine, now: SentLine) -> str:
    before, after = was.words.count(PICTURE), now.words.count(PICTURE)
    if letters(was.words) == letters(now.words) and before != after:
        return "has a picture now" if after > before else "has lost its picture"
    if key(was)[0] == key(now)[0] and _repictured(was, now):
        return "shows another picture now"
    if key(was)[0] == key(now)[0] and now.links:
        return f"leads to {now.links[-1]} now"
    if key(was)[0] == key(now)[0]:
        return "is no longer a link"
    one, two = differing(was.words, now.words)
    read = f"reads “{two}” now" if one == _cut(was.words) else f"reads “{two}” now instead of “{one}”"
    return f"{read}, and shows another picture" if _repictured(was, now) else read


def differing(was: str, now: str) -> tuple[str, str]:
    """Return where two texts differ, with a few words round it: each cut to what can be shown."""
    one, two = was.replace(MARK, "").split(), now.replace(MARK, "").split()
    if max(len(was), len(now)) <= _SHOWN:
        return " ".join(one), " ".join(two)
    front = next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    back = 0
    while back < min(len(one), len(two)) - front and one[-1 - back] == two[-1 - back]:
        back += 1
    start = max(0, front - _ROUND)

    def cut(words: list[str]) -> str:
        end = min(len(words), len(words) - back + _ROUND)
        shown = shortened(" ".join(words[start:end]), _SHOWN)
        return f"{'…' if start else ''}{shown}{'…' if end < len(words) and not shown.endswith('…') else ''}"

    return cut(one), cut(two)


def _of(line: SentLine) -> str:
    if line.kind in EDGES:
        return f" of the {line.part}" if line.part else ""
    return f" in the column “{line.part}”" if line.part and line.kind != "note" else ""


def _cut(words: str) -> str:
    return shortened(words.replace(MARK, ""), _SHOWN)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _entries(left: Sequence[SentLine], here: Sequence[SentLine]) -> Iterator[str]:
    """Yield a sentence for each entry of the contents that says what no heading says; pages are computed."""
    known = {letters(PAGE.sub("", line.words)) for line in (*left, *here) if line.kind == "heading"}
    known |= {letters(PAGE.sub("", line.words)) for line in left if line.kind == "contents"}
    for line in here:
        if line.kind == "contents" and letters(PAGE.sub("", line.words)) not in known:
            yield f"The contents say “{_cut(line.words)}”, and no heading does."


def _pictures(left: Sequence[SentLine], here: Sequence[SentLine]) -> Iterator[str]:
    """Yield a sentence for each statement or note in which a picture came or went, or is another."""
    for kinds in (STATED, ("note",)):
        was = {line.id or letters(line.words): line for line in left if line.kind in kinds}
        for line in here:
            old = was.get(line.id or letters(line.words), _NOTHING)
            more = line.words.count(PICTURE) - old.words.count(PICTURE)
            if line.kind not in kinds or (not more and not _repictured(old, line)):
                continue
            place = "the note" if line.kind == "note" else "the words of"
            shown = f"{place} “{_cut(line.words.replace(PICTURE, ''))}”"
            if not more:
                yield f"A picture was put in place of another in {shown}."
                continue
            what = "A picture was" if abs(more) == 1 else f"{counted(abs(more), 'picture')} were"
            yield f"{what} {'put into' if more > 0 else 'taken out of'} {shown}."
