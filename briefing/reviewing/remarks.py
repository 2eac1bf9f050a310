"""Comments of a reviewed file as remarks on the claims they stand at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from briefing import lookup
from briefing.edits.review import Proposal
from briefing.exporting.format_helpers import Cleaner
from briefing.model import Brief, Remark
from briefing.reviewing.gathered import Gathered
from briefing.reviewing.reviewed_parts import Comment, Reviewed


def comments(
    brief: Brief, gathered: Gathered, file: Reviewed
) -> tuple[dict[str, tuple[Remark, ...]], list[Proposal]]:
    """Return the new remarks by item, and a proposal for each; what the brief has already is not repeated."""
    at = _places(gathered, file)
    known = {(i.id, _key(r.author, r.text)): r for i in lookup.worded(brief) for r in i.remarks}
    mine = {item.id for item in lookup.worded(brief)}
    ids: dict[str, Remark] = {}
    homes: dict[str, tuple[str, str]] = {}
    found: list[Proposal] = []
    by_item: dict[str, tuple[Remark, ...]] = {}
    for comment in _in_order(file.comments):
        item, why = homes.get(comment.reply_to) or at.get(comment.id, ("", "It is not attached to a claim."))
        homes[comment.id] = (item, why)
        old = known.get((item, _key(comment.author, comment.text)))
        remark = old or _remark(comment, item, ids)
        ids[comment.id] = remark
        if old is not None and old.done == comment.done:
            continue
        remark = replace(remark, done=comment.done)
        lost = item not in mine
        if lost:
            why = why or "The claim it is attached to is no longer in the brief."
        by_item[item] = (*by_item.get(item, ()), remark)
        found.append(Proposal("", "comment", item, author=comment.author, at=comment.at, theirs=comment.text,
                              remark=remark, asked=bool(why), why=why))  # fmt: skip
    return by_item, found


def _in_order(in_file: tuple[Comment, ...]) -> Iterator[Comment]:
    """Those that answer another come after it."""
    yield from (c for c in in_file if not c.reply_to)
    yield from (c for c in in_file if c.reply_to)


def _key(author: str, text: str) -> tuple[str, str]:
    clean = Cleaner()
    return clean.line(author) or "Unknown", " ".join(clean.text(text).split())


def _remark(comment: Comment, item: str, ids: dict[str, Remark]) -> Remark:
    key = f"{item}/{comment.author}/{comment.at}/{comment.text}/{comment.reply_to}"
    ident = "r" + blake2b(key.encode("utf-8", "replace"), digest_size=6).hexdigest()[:10]
    parent = ids.get(comment.reply_to)
    return Remark(ident, comment.author, comment.at, comment.text, parent.id if parent else "", comment.done)


def _inside(file: Reviewed, note: str) -> Iterator[str]:
    """Yield the ids of the comments in the text of a note."""
    for paragraph in file.notes.get(note, ()):
        for piece in paragraph.pieces:
            yield from piece.comments


def _places(gathered: Gathered, file: Reviewed) -> dict[str, tuple[str, str]]:
    """Return the item of each comment by its id, and why that is a guess ("" where it is none)."""
    at: dict[str, tuple[str, str]] = {}
    lines = {n: found.item for found in gathered.found.values() for n in found.lines}
    lines |= {n: held[0] for n, held, _ in gathered.merged}
    first = lines[min(lines)] if lines else ""
    for number, line in enumerate(gathered.lines):
        own = lines.get(number, "")
        above = gathered.above.get(number, "") or first
        for piece in line.pieces:
            for ident in piece.comments:
                if item := piece.item or own:
                    if at.get(ident, ("", "guess"))[1]:
                        at[ident] = (item, "")
                elif ident not in at:
                    at[ident] = (above, "It is not beside a claim; this is the nearest.")
            if piece.note and own:
                at |= dict.fromkeys(_inside(file, piece.note), (own, ""))
    return at
