"""Headers and footers of a reviewed file, and the marking that stands in them and beside statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing import lookup, scales
from briefing.edits.review import Proposal
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.sent_lines import SentLine
from briefing.model import Brief
from briefing.reviewing.difference_net import EDGES, LineChange, compared, key, sentence
from briefing.reviewing.program_changes import fold
from briefing.reviewing.typed_prefixes import known_marking

TLP = re.compile(r"\bTLP\s*:\s*(?:" + "|".join(
    re.escape(m.label.removeprefix("TLP:")) for m in sorted(scales.MARKINGS, key=lambda m: -len(m.label))
) + r")(?![\w+])", re.IGNORECASE)  # fmt: skip
_ORDER = [marking.label for marking in scales.MARKINGS]


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line in which another marking stands than left, or none any more (`now` "")."""

    line: SentLine
    now: str


def changes(left: Sequence[SentLine], here: Sequence[SentLine]) -> list[LineChange]:
    """Return what differs in headers and footers, each kind of page by itself."""
    found: list[LineChange] = []
    for edge in EDGES:
        was, now = ([line for line in lines if line.kind == edge] for lines in (left, here))
        found += compared(was, now, lambda line: (line.part, *key(line)))
    return found


def marked(found: Iterable[LineChange], marking: str) -> tuple[list[MarkedLine], list[LineChange]]:
    """Return the changes that are one of the marking with which the file left, and all others."""
    of_marking: list[MarkedLine] = []
    others: list[LineChange] = []
    for change in found:
        now = None if change.moved else _now(change, marking)
        if now is None:
            others.append(change)
            continue
        line = change.now or change.was
        assert line is not None
        of_marking.append(MarkedLine(line, now))
        same = change.was and change.now and _same_but(change.was.words, change.now.words, marking, now)
        if change.was and change.now and (not same or change.repictured):
            others.append(change)
    return of_marking, others


def _in_its_place(old: str, was: str, now: str) -> str:
    """Return what stands in a line in place of the `old` words, "" where the rest of it is not the same."""
    before, _, behind = was.partition(old)
    same = now.startswith(before) and now.endswith(behind) and len(now) >= len(before) + len(behind)
    return now[len(before) : len(now) - len(behind)].strip() if same else ""


def _now(change: LineChange, marking: str) -> str | None:
    """Return the marking a changed line has now, "" for none any more; None where the change is not one of
    marking.
    """
    was, now = (fold(line.words).letters if line else "" for line in (change.was, change.now))
    old = fold(marking).letters
    had = bool(old) and _whole(old, was)
    has = bool(old) and _whole(old, now)
    here = next((known_marking(m[0]) for m in TLP.finditer(now) if known_marking(m[0]) != marking), "")
    at_edge = any(line is not None and line.kind in EDGES for line in (change.was, change.now))
    if here and not _whole(fold(here).letters, was) and (had or at_edge):
        return here
    if not had or has:
        return None
    return _in_its_place(old, was, now)


def _whole(marking: str, words: str) -> bool:
    """Whether a marking stands in words, and not only the beginning of a stricter one."""
    return re.search(rf"(?<!\w){re.escape(marking)}(?![\w+])", words, re.IGNORECASE) is not None


def _same_but(was: str, now: str, old: str, new: str) -> bool:
    one = fold(was).letters.casefold().replace(fold(old).letters.casefold(), "")
    two = fold(now).letters.casefold()
    return "".join(one.split()) == "".join(
        (two.replace(fold(new).letters.casefold(), "") if new else two).split()
    )


def marking(
    brief: Brief, left: str, found: Sequence[MarkedLine], *, sure: bool
) -> tuple[list[Proposal], list[str]]:
    """Return the marking that is proposed for the brief, and what else is reported.

    `left`: the marking with which the file left; not `sure` where that is the brief's of now.
    """
    mine = Cleaner().line(brief.marking)
    known = [m.now for m in found if known_marking(m.now)]
    messages = [
        f"The marking {_place(m.line)} reads “{m.now}” now, which is not a known marking; it was exported "
        f"as “{left}”."
        if m.now else f"The marking “{left}” was taken off {_place(m.line)}."
        for m in found if m.now not in known
    ]  # fmt: skip
    wanted = max(known, key=_ORDER.index, default="")
    if not wanted or wanted == mine:
        return [], messages
    places = sorted({_place(m.line) for m in found if m.now == wanted})
    why = f"It stands {' and '.join(places)}."
    if len(set(known)) > 1:
        others = ", ".join(sorted(set(known) - {wanted}))
        why += f" Other places say {others}; the strictest is proposed."
    asked = not sure or len(set(known)) > 1
    conflict = sure and mine != left
    proposal = Proposal("", "marking", brief.id, mine, left, wanted, conflict=conflict, asked=asked, why=why)
    return [proposal], messages


def _place(line: SentLine) -> str:
    if line.kind in EDGES:
        return f"in the {line.kind}{f' of the {line.part}' if line.part else ''}"
    return "in the text"


def portions(brief: Brief, exported: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Proposal]:
    """Yield the marking proposed for each claim or judgement that has another before it; `exported`: the ones
    they left with.
    """
    mine = {item.id: Cleaner().line(item.marking) for item in lookup.worded(brief)}
    for ident, now in found.items():
        if ident in mine and mine[ident] != now:
            left = exported.get(ident, "")
            yield Proposal("", "marking", ident, mine[ident], left, now, conflict=mine[ident] != left)


def told(found: Iterable[LineChange]) -> Iterator[str]:
    """Yield a sentence for each change of a header or footer that is none of the marking."""
    yield from map(sentence, found)
