"""What a reviewer proposes, and taking it up: pure edits, so that each can be undone.

Evidence stays with its claim. A claim reworded by a review keeps its links, each with the words it was
made to (`Evidence.linked_to`), until a person has looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Literal, get_args

from briefing import inline, lookup
from briefing.edits import fields, typing_on_page
from briefing.edits.actors import add_statement
from briefing.edits.containers import Container, change_item, container, container_of, items_of
from briefing.edits.items import add_claim, add_judgement, move_item, remove_item, set_text
from briefing.errors import BadInput, BriefingError, NotFound, Refused
from briefing.model import Actor, Brief, Claim, ClaimKindOrNone, Facet, Judgement, Placed, Remark
from briefing.revision.word_difference import Hunk

ProposalKind = Literal[
    "reword", "add", "delete", "move", "split", "merge", "comment", "quote-edited",
    "likelihood", "confidence", "horizon", "name", "aliases", "role", "day", "title",
    "marking",
]  # fmt: skip
KINDS: tuple[ProposalKind, ...] = get_args(ProposalKind)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One edit that a reviewed file proposes, on the item (or actor) `item_id` ("" for what is new).

    `exported`, `mine`, `theirs`: as it left, as the brief has it now, as the file has it; statements in
    inline Markdown. `hunks` lead from the plain words of `mine` to those of `theirs`. `parts`: the texts
    of a split, one a claim; the ids that a merge joins, the first one staying. `holder` and `after`: the
    section or actor, and the item before (“^” for the first place), of what is new or moved; `behind`: the
    new claims between that item and this one, where they have been taken up.
    `conflict`: both sides changed it; `merged` is then both changes in one text, "" where they overlap.
    `asked`: the place is a guess with `score` (0 to 100); `why` says what a person should look at.
    `comments` and `remark`: the remarks on it, with author and moment. `facet`, `claim_kind` and `marking`:
    what the head and the portion mark typed before new words say of them, "" for none.
    """

    id: str
    kind: ProposalKind
    item_id: str = ""
    mine: str = ""
    exported: str = ""
    theirs: str = ""
    author: str = ""
    at: str = ""
    comments: tuple[Remark, ...] = ()
    remark: Remark | None = None
    hunks: tuple[Hunk, ...] = ()
    parts: tuple[str, ...] = ()
    holder: str = ""
    after: str = ""
    conflict: bool = False
    merged: str = ""
    asked: bool = False
    score: float | None = None
    why: str = ""
    evidence_id: str = ""
    judged: bool = False
    behind: tuple[str, ...] = ()
    facet: Facet = ""
    claim_kind: ClaimKindOrNone = ""
    marking: str = ""

    @property
    def misplaced(self) -> bool:
        """Whether it is asked about because its place is a guess, and not its words."""
        return self.asked and (self.score is not None or self.kind in ("add", "delete", "move", "comment"))

    @property
    def refused(self) -> bool:
        """Whether it can never be taken up: the text of a source is not the reviewer's to change."""
        return self.kind == "quote-edited"


def fresh(proposal: Proposal, number: int = 0) -> str:
    """Return the id of the claim that a proposal makes: the same each time, so that none is made twice."""
    prefix = "j" if proposal.judged else "c"
    return prefix + blake2b(f"{proposal.id}/{number}".encode(), digest_size=5).hexdigest()[:8]


def accept(brief: Brief, proposal: Proposal, text: str = "") -> Brief:
    """Return the brief with a proposal taken up; `text` (inline Markdown) is what the person made of it.

    Raises Refused for a changed quote, NotFound where the item has gone meanwhile.
    """
    taker = _TAKERS.get(proposal.kind)
    if taker is None:
        raise BadInput(f"“{proposal.kind}” is not a kind of proposal.", f"One of: {', '.join(KINDS)}.")
    return taker(brief, proposal, inline.one_line(text).strip())


def accept_all(brief: Brief, proposals: Iterable[Proposal]) -> tuple[Brief, tuple[Proposal, ...]]:
    """Take up every proposal that is certain; return those left for a person: asked, in conflict, refused.

    Comments first and deletions last, so that what one proposal names is still there for the next; what is
    new after what moved, so that it stands beside it.
    """
    left: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda p: _ORDER.get(p.kind, 1)):
        if proposal.asked or proposal.conflict or proposal.refused:
            left.append(proposal)
            continue
        try:
            brief = accept(brief, proposal)
        except BriefingError as error:
            left.append(replace(proposal, asked=True, why=error.line()))
    return brief, tuple(left)


_ORDER = {"comment": 0, "reword": 1, "move": 2, "split": 3, "merge": 4, "add": 5, "delete": 6}


def _reword(brief: Brief, proposal: Proposal, text: str) -> Brief:
    return reworded(brief, proposal.item_id, text or proposal.theirs)


def reworded(brief: Brief, item_id: str, text: str) -> Brief:
    """Return the brief with an item in other words; its evidence remembers the words it was linked to."""
    old = lookup.placed(brief, item_id)
    before = inline.plain(old.text)

    def change(item: Placed) -> Placed:
        if not isinstance(item, Claim) or inline.plain(text) == before:
            return replace(item, text=text)
        known = tuple(e if e.linked_to else replace(e, linked_to=before) for e in item.evidence)
        return replace(item, text=text, evidence=known)

    return change_item(brief, item_id, change)


def _add(brief: Brief, proposal: Proposal, text: str) -> Brief:
    made, words = fresh(proposal), text or proposal.theirs
    if any(item.id == made for item in lookup.statements(brief)):
        return brief
    holder = _holder(brief, proposal)
    here = {item.id for item in items_of(holder)}
    after = next((ident for ident in reversed(proposal.behind) if ident in here), proposal.after)
    if after not in ("", "^") and after not in here:
        after = ""
    if isinstance(holder, Actor):
        kind = proposal.claim_kind or "reported"
        claim = Claim(made, words, kind, marking=proposal.marking, facet=proposal.facet)
        return add_statement(brief, holder.id, claim, after)
    if proposal.judged:
        judgement = Judgement(made, words, standard=brief.standard, marking=proposal.marking)
        return add_judgement(brief, holder.id, judgement, after)
    kind = proposal.claim_kind or ("gap" if holder.kind == "gaps" else "reported")
    return add_claim(brief, holder.id, Claim(made, words, kind, marking=proposal.marking), after)


def _holder(brief: Brief, proposal: Proposal) -> Container:
    try:
        return container(brief, proposal.holder)
    except NotFound:
        if proposal.after not in ("", "^"):
            return container_of(brief, proposal.after)[0]
        raise


def _delete(brief: Brief, proposal: Proposal, _text: str) -> Brief:
    return remove_item(brief, proposal.item_id)


def _move(brief: Brief, proposal: Proposal, _text: str) -> Brief:
    holder = _holder(brief, proposal)
    after = proposal.after
    if after not in ("", "^") and all(item.id != after for item in items_of(holder)):
        after = ""
    return move_item(brief, proposal.item_id, holder.id, after)


def _split(brief: Brief, proposal: Proposal, text: str) -> Brief:
    """The evidence stays with the first part. `text` of a person holds the parts, separated by “ ¶ ”."""
    parts = [part.strip() for part in text.split("¶") if part.strip()] or list(proposal.parts)
    item = lookup.item(brief, proposal.item_id)
    brief = reworded(brief, item.id, parts[0])
    last = item.id
    for number, part in enumerate(parts[1:], 1):
        made = fresh(replace(proposal, judged=isinstance(item, Judgement)), number)
        # At the end of its words, so that a split makes a new, empty claim, which then takes the part.
        end = len(inline.plain(lookup.item(brief, last).text))
        brief = set_text(typing_on_page.split(brief, typing_on_page.Caret(last, end), made), made, part)
        last = made
    return brief


def _merge(brief: Brief, proposal: Proposal, text: str) -> Brief:
    first, *others = proposal.parts
    old = {ident: inline.plain(lookup.item(brief, ident).text) for ident in proposal.parts}
    linked = {
        e.id: e.linked_to or old[ident]
        for ident in proposal.parts
        for e in getattr(lookup.item(brief, ident), "evidence", ())
    }
    for other in others:
        brief = typing_on_page.join(brief, first, other)

    def change(item: Placed) -> Placed:
        words = text or proposal.theirs
        if not isinstance(item, Claim):
            return replace(item, text=words)
        kept = tuple(replace(e, linked_to=linked.get(e.id, e.linked_to)) for e in item.evidence)
        return replace(item, text=words, evidence=kept)

    return change_item(brief, first, change)


def _comment(brief: Brief, proposal: Proposal, text: str) -> Brief:
    if proposal.remark is None:
        raise BadInput("This comment has no words.")
    remark = replace(proposal.remark, text=text) if text else proposal.remark
    return with_remark(brief, proposal.item_id, remark)


def with_remark(brief: Brief, item_id: str, remark: Remark) -> Brief:
    """Return the brief with a remark on an item; one that is there already is only settled or asked again."""

    def change(item: Placed) -> Placed:
        if any(known.id == remark.id for known in item.remarks):
            done = tuple(replace(k, done=remark.done) if k.id == remark.id else k for k in item.remarks)
            return replace(item, remarks=done)
        return replace(item, remarks=(*item.remarks, remark))

    return change_item(brief, item_id, change)


def settle(brief: Brief, item_id: str, remark_id: str) -> Brief:
    """Mark a remark and its answers as settled; raise NotFound."""
    _remark(brief, item_id, remark_id)
    gone = {remark_id}

    def change(item: Placed) -> Placed:
        kept = []
        for remark in item.remarks:
            if remark.id in gone or remark.reply_to in gone:
                gone.add(remark.id)
                remark = replace(remark, done=True)
            kept.append(remark)
        return replace(item, remarks=tuple(kept))

    return change_item(brief, item_id, change)


def answer(brief: Brief, item_id: str, remark_id: str, text: str, author: str, at: str) -> Brief:
    """Answer a remark; `at` is the moment (ISO 8601). Word threads are flat: all answer the first remark."""
    if not text.strip():
        raise BadInput("An answer needs words.")
    asked = _remark(brief, item_id, remark_id)
    first = asked.reply_to or asked.id
    key = f"{item_id}/{first}/{author}/{at}/{text}"
    made = "r" + blake2b(key.encode(), digest_size=5).hexdigest()[:8]
    return with_remark(brief, item_id, Remark(made, author, at, text.strip(), first))


def _remark(brief: Brief, item_id: str, remark_id: str) -> Remark:
    for remark in lookup.placed(brief, item_id).remarks:
        if remark.id == remark_id:
            return remark
    raise NotFound(f"There is no remark “{remark_id}” on “{item_id}”.", "It may have been removed meanwhile.")


def _field(brief: Brief, proposal: Proposal, text: str) -> Brief:
    return fields.set_field(brief, proposal.item_id, proposal.kind, text or proposal.theirs)


def _refuse(_brief: Brief, proposal: Proposal, _text: str) -> Brief:
    raise Refused("The quote is the source's: its words are not changed.", proposal.why)


_TAKERS: dict[str, Callable[[Brief, Proposal, str], Brief]] = {
    "reword": _reword, "add": _add, "delete": _delete, "move": _move, "split": _split, "merge": _merge,
    "comment": _comment, "quote-edited": _refuse,
    **dict.fromkeys(
        ("likelihood", "confidence", "horizon", "name", "aliases", "role", "day", "title", "marking"), _field
    ),
}  # fmt: skip
