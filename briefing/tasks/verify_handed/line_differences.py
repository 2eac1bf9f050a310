"""A file held against the list of what left: every line that was changed, added, taken out or moved, named.

The quotes of notes may be cut short, as an editor does with an ellipsis: their words are held against the
articles. Entries of a table of contents are computed; they must only say what a heading says.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from briefing.exporting.sent_lines import MARK, SentLine, canonical
from briefing.tasks.verify_handed.handed_finding import ADDED, CHANGED, GONE, MOVED, Attested
from briefing.tasks.verify_handed.line_names import Names, words_of
from briefing.tasks.verify_handed.text_difference import departure

_EDGES = ("header", "footer")
_MOST_PAIRS = 36_000_000  # of lines that are compared in order; past it only what they are is compared
_MOST_LIKE = 200_000  # pairs of lines whose likeness is measured in all
_ALIKE = 0.45
UNKNOWN = "\ufffd"  # the text of a line of which a list of an older version keeps no more than a hash
PAGE = re.compile(r"[\s.·…_]*\d*\s*\Z")
_LONGEST = 800  # characters of a line whose likeness is measured

Key = tuple[object, ...]
Pair = tuple[int | None, int | None]
Block = tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True)
class _Sides:
    left: Sequence[SentLine]
    here: Sequence[SentLine]
    was: Names
    now: Names


def differences(left: Sequence[SentLine], here: Sequence[SentLine]) -> tuple[Attested, ...]:
    """Return what differs between the lines that left and the lines of the file, in its order."""
    text = _unmarked_entries(left, list(here))
    return (*_edges(left, here), *_entries(left, here), *_text(_bare(left), _bare(text)))


def _bare(lines: Sequence[SentLine]) -> list[SentLine]:
    return [line for line in lines if line.kind not in (*_EDGES, "contents")]


def _key(line: SentLine) -> Key:
    return (line.kind == "note", *line.key)


def _edges(left: Sequence[SentLine], here: Sequence[SentLine]) -> Iterator[Attested]:
    for edge in _EDGES:
        was, now = ([line for line in lines if line.kind == edge] for lines in (left, here))
        yield from _compared(was, now, lambda line: (line.part, *line.key))


def _text(left: list[SentLine], here: list[SentLine]) -> Iterator[Attested]:
    yield from _compared(left, here, _key)


def _entries(left: Sequence[SentLine], here: Sequence[SentLine]) -> Iterator[Attested]:
    """Yield the entries of a table of contents that name no heading of the brief."""
    known = {_entry(line) for line in left if line.kind in ("heading", "contents")}
    names = Names(here)
    for at, line in enumerate(here):
        if line.kind == "contents" and _entry(line) not in known:
            message = f"{names.name(at)} was added, or says something else than its heading."
            yield Attested(0, line.words, ADDED, message=message)


def _entry(line: SentLine) -> str:
    return canonical(PAGE.sub("", line.words))


def _unmarked_entries(left: Sequence[SentLine], here: list[SentLine]) -> list[SentLine]:
    """Return lines without the entries of a table of contents that is no longer marked as one: one for each
    that left.
    """
    waiting = Counter(_entry(line) for line in left if line.kind == "contents")
    waiting.subtract(_entry(line) for line in here if line.kind == "contents")
    kept = []
    needed = Counter(_key(line) for line in _bare(left))
    there = Counter(_key(line) for line in here)
    for line in here:
        if waiting[_entry(line)] > 0 and line.kind == "text" and there[_key(line)] > needed[_key(line)]:
            waiting[_entry(line)] -= 1
            there[_key(line)] -= 1
        else:
            kept.append(line)
    return kept


def _compared(
    left: list[SentLine], here: list[SentLine], key: Callable[[SentLine], Key]
) -> Iterator[Attested]:
    was, now = [key(line) for line in left], [key(line) for line in here]
    if was == now:
        return
    sides = _Sides(left, here, Names(left), Names(here))
    blocks = list(_blocks(sides, was, now))
    likely = sum(len(gone) * len(added) for gone, added in blocks) <= _MOST_LIKE
    moved = _moved(blocks, was, now)
    came_from = {now_at: was_at for was_at, now_at in moved.items()}
    for gone, added in blocks:
        gone = [at for at in gone if at not in moved]
        added_here = [at for at in added if at not in came_from]
        from_elsewhere = {at: came_from[at] for at in added if at in came_from}
        yield from _named(
            sides, sorted(_paired(sides, gone, added_here, likely=likely), key=_place), from_elsewhere
        )


def _place(pair: Pair) -> tuple[int, int]:
    was, now = pair
    return (now if now is not None else -1, was if was is not None else -1)


def _blocks(sides: _Sides, was: list[Key], now: list[Key]) -> Iterator[Block]:
    """Yield the places on both sides that do not go together, block by block, section by section where there
    are some.
    """
    start = (0, 0)
    for end in (*_anchors(sides, was, now), (len(was), len(now))):
        yield from _section(was[start[0] : end[0]], now[start[1] : end[1]], start)
        start = end


def _anchors(sides: _Sides, was: list[Key], now: list[Key]) -> list[tuple[int, int]]:
    """Return the places of the headings on both sides, where each stands once and in the same order on both.

    So it is a claim that was moved, and not the heading it was moved over.
    """
    places = {key: at for at, key in enumerate(now)}
    often, once = Counter(now), Counter(was)
    found = [
        (at, places[key])
        for at, (line, key) in enumerate(zip(sides.left, was, strict=True))
        if line.kind == "heading" and once[key] == 1 and often[key] == 1
    ]
    return found if all(a[1] < b[1] for a, b in pairwise(found)) else []


def _section(was: list[Key], now: list[Key], start: tuple[int, int]) -> Iterator[Block]:
    head = 0
    while head < min(len(was), len(now)) and was[head] == now[head]:
        head += 1
    tail = 0
    while tail < min(len(was), len(now)) - head and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    a, b = was[head : len(was) - tail], now[head : len(now) - tail]
    i, j = start[0] + head, start[1] + head
    if len(a) * len(b) > _MOST_PAIRS:
        gone, added = _unordered(a, b)
        yield [i + at for at in gone], [j + at for at in added]
    elif a or b:
        for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                yield list(range(i + a1, i + a2)), list(range(j + b1, j + b2))


def _unordered(was: list[Key], now: list[Key]) -> Block:
    """Of too many lines to be laid side by side, return those that the other side has not."""
    gone, added = Counter(was), Counter(now)
    gone, added = gone - added, added - gone
    lost = [at for at, key in enumerate(was) if gone[key] > 0 and not gone.subtract([key])]
    more = [at for at, key in enumerate(now) if added[key] > 0 and not added.subtract([key])]
    return lost, more


def _moved(blocks: list[Block], was: list[Key], now: list[Key]) -> dict[int, int]:
    """Return the lines that stand elsewhere now, by their place in the list."""
    waiting: dict[Key, list[int]] = defaultdict(list)
    for _, added in blocks:
        for at in added:
            waiting[now[at]].append(at)
    found = {}
    for gone, _ in blocks:
        for at in gone:
            if waiting[was[at]]:
                found[at] = waiting[was[at]].pop(0)
    return found


def _paired(sides: _Sides, gone: list[int], added: list[int], *, likely: bool) -> Iterator[Pair]:
    """Yield pairs of a line that left and what became of it, the likest first; None where there is no
    other.
    """
    found: list[tuple[float, int, int]] = []
    if likely:
        found = sorted(
            (
                (_likeness(sides.left[a], sides.here[b]) - abs(i - j) / 1000, a, b)
                for i, a in enumerate(gone)
                for j, b in enumerate(added)
            ),
            key=lambda each: (-each[0], each[1], each[2]),
        )
    ours, theirs = set(gone), set(added)
    for likeness, a, b in found:
        if a in ours and b in theirs and likeness >= _ALIKE:
            ours.discard(a)
            theirs.discard(b)
            yield a, b
    # What is left in one place, of one kind and in the same order, is one in place of the other.
    for a, b in zip(sorted(ours), sorted(theirs), strict=False):
        if len(ours) == len(theirs) and _goes_for(sides.left[a], sides.here[b]):
            ours = ours - {a}
            theirs = theirs - {b}
            yield a, b
    yield from ((a, None) for a in ours)
    yield from ((None, b) for b in theirs)


def _goes_for(left: SentLine, here: SentLine) -> bool:
    return left.kind == here.kind and left.part == here.part and left.kind not in ("claim", "heading")


def _likeness(left: SentLine, here: SentLine) -> float:
    if (left.kind == "note") != (here.kind == "note"):
        return 0.0
    if left.id and left.id == here.id:
        return 1.0
    a, b = left.words[:_LONGEST], here.words[:_LONGEST]
    if a == b:
        return 1.0
    matcher = SequenceMatcher(None, a.split(), b.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _named(sides: _Sides, pairs: list[Pair], moved: dict[int, int]) -> Iterator[Attested]:
    for was, now in pairs:
        if was is None and now is not None:
            yield _added(sides, now)
        elif was is not None and now is None:
            yield _gone(sides, was)
        elif was is not None and now is not None:
            yield from _changed(sides, was, now)
    yield from (_stands_elsewhere(sides, was, now) for now, was in moved.items())


def _number(line: SentLine) -> int:
    return int(line.part) if line.kind == "note" and line.part.isdecimal() else 0


def _added(sides: _Sides, at: int) -> Attested:
    line = sides.here[at]
    what = {
        "note": sides.now.name(at),
        "claim": "A claim",
        "judgement": "A judgement",
        "heading": "A heading",
    }
    name = what.get(line.kind, "A paragraph" if line.kind == "text" else "A line")
    where = "" if line.kind == "note" else f" {sides.now.under(at)}"
    message = f"{name} was added{where} after the export: {words_of(line, 120)}."
    return Attested(_number(line), line.words, ADDED, message=message)


def _gone(sides: _Sides, at: int) -> Attested:
    line = sides.left[at]
    name, shown = sides.was.name(at), words_of(line, 120)
    message = f"{name} was taken out after the export" + (
        "." if words_of(line)[:-2] in name else f": {shown}."
    )
    return Attested(_number(line), "", GONE, nearest=line.words, message=message)


def _stands_elsewhere(sides: _Sides, was: int, now: int) -> Attested:
    line = sides.here[now]
    if line.kind == "note":
        message = (
            f"{sides.now.name(now)} is not the one it was exported with: {words_of(line, 90)} was "
            f"{_lower(sides.was.name(was))}."
        )
    elif sides.was.under(was) != sides.now.under(now):
        message = (
            f"{sides.now.name(now)} stands {sides.now.under(now)}; it was exported {sides.was.under(was)}."
        )
    else:
        message = f"{sides.now.name(now)} stands in another place {sides.now.under(now)} than at the export."
    return Attested(_number(line), line.words, MOVED, nearest=sides.left[was].words, message=message)


def _lower(name: str) -> str:
    return name[:1].casefold() + name[1:]


# By whether the line was a heading and is one, where its level is another.
_OF_LEVEL = {
    (True, True): "it is a heading of another level",
    (False, True): "it was no heading",
    (True, False): "it was a heading",
}


def _of_words(left: SentLine, here: SentLine) -> Iterator[str]:
    """Yield what is different in the words of a line, and in the marks of notes among them."""
    was, now = canonical(left.words), canonical(here.words)
    bare = was.replace(MARK, ""), now.replace(MARK, "")
    if was == UNKNOWN:
        yield f"it says {words_of(here, 120)} here, and this file keeps no more than a hash of what it said"
    elif bare[0] != bare[1]:
        yield departure(*bare)
    notes = was.count(MARK), now.count(MARK)
    if notes[0] != notes[1]:
        yield f"it had {_counted(notes[0], 'note')} at the export and has {notes[1] or 'none'} here"
    elif bare[0] == bare[1] and was not in (now, UNKNOWN):
        yield "its notes are at other places in it"


def _changed(sides: _Sides, was: int, now: int) -> Iterator[Attested]:
    left, here = sides.left[was], sides.here[now]
    if _cut_short(left, here):
        return
    changes = list(_of_words(left, here))
    if left.key[1] != here.key[1]:
        changes.append(_links(left, here))
    pictures = left.pictures != here.pictures and len(left.pictures) == len(here.pictures)
    if pictures:
        changes.append("it shows another picture, or the same one stored in another form")
    if left.level != here.level:
        changes.append(_OF_LEVEL[bool(left.level), bool(here.level)])
    message = f"{sides.was.name(was)} was changed after the export: {'; '.join(changes)}."
    more = left.key[1] != here.key[1] or pictures
    yield Attested(
        _number(left) or _number(here),
        here.words,
        CHANGED,
        nearest=left.words,
        message=message,
        more_than_words=more,
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}"


def _links(left: SentLine, here: SentLine) -> str:
    gone, new = (
        [link for link in one.links if link not in other.links] for one, other in ((left, here), (here, left))
    )
    if gone and new:
        return f"its link leads to {new[0]} and led to {gone[0]}"
    if new:
        return f"a link to {new[0]} was put in"
    return f"its link to {gone[0]} was taken out" if gone else "its links are in another order"


def _cut_short(left: SentLine, here: SentLine) -> bool:
    """Whether a line differs only in quotes that were cut short, or had an ellipsis put in."""
    if not left.quotes or left.key[1:] != here.key[1:]:
        return False
    pattern, words, at = [], canonical(left.words), 0
    quotes = [canonical(quote) for quote in left.quotes]
    for quote in quotes:
        start = words.find(quote, at)
        if start < 0:
            return False
        pattern += [re.escape(words[at:start]), "(.+?)"]
        at = start + len(quote)
    match = re.fullmatch("".join((*pattern, re.escape(words[at:]))), canonical(here.words))
    return match is not None and all(map(_abridges, match.groups(), quotes))


def _abridges(cut: str, quote: str) -> bool:
    """Whether words are those of a quote with some left out: whole words, each left-out part with an ellipsis
    unless it is at an end.
    """
    at = 0
    pieces = [piece.strip() for piece in re.split(r"\s*[\[(]?\s*\.\.\.\s*[\])]?\s*", cut) if piece.strip()]
    for piece in pieces:
        found = _whole(piece, quote, at)
        if found < 0:
            return False
        at = found + len(piece)
    return bool(pieces)


def _whole(piece: str, quote: str, at: int) -> int:
    """Return where a piece stands in a quote, from a place on, without a word cut in two; -1 where it does
    not.
    """
    spaced = " " in quote
    found = quote.find(piece, at)
    while found >= 0:
        before, after = quote[found - 1 : found], quote[found + len(piece) : found + len(piece) + 1]
        halves = spaced and (
            ((before + piece[0]).isalnum() and before) or ((piece[-1] + after).isalnum() and after)
        )
        if not halves:
            return found
        found = quote.find(piece, found + 1)
    return -1
