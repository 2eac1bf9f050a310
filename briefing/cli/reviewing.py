"""The command review: a reviewed Word file, read back as proposals."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefing import inline
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import CommandDesk, editing, reading
from briefing.cli.printing import columns, counted, plain, show, tell
from briefing.edits import review as edits
from briefing.edits.consequences import consequences
from briefing.edits.review import Proposal
from briefing.errors import BadInput
from briefing.revision.redline import redline
from briefing.tasks import read_review
from briefing.text import shortened
from briefing.user_folders import expanded


def _review_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("file", metavar="FILE.docx", help="the reviewed Word file")
    take = parser.add_mutually_exclusive_group()
    take.add_argument("--apply", nargs="+", default=[], metavar="ID", help="accept these proposals")
    take.add_argument("--apply-all", action="store_true", help="accept every proposal that is certain")


def _review(args: Namespace) -> int:
    """Print what the file proposes; return 1 while some proposals are open."""
    from briefing.reviewing import review

    changing = bool(args.apply or args.apply_all)
    opened = editing(args.brief) if changing else reading(args.brief)
    with opened as desk:
        file = read_review.read(desk.brief, expanded(args.file))
        before = desk.brief
        found = review(before, file)
        taken = _apply(desk, found.proposals, args) if changing else []
        effects = consequences(before, desk.brief)
        left = review(desk.brief, file).proposals if changing else found.proposals
    for remark in (*found.remarks, *found.unknown, *effects):
        tell(remark)
    rows = [{**plain(asdict(p)), "refused": p.refused} for p in left]
    lines = [columns(p.id, p.kind, p.item_id or "–", p.author or "–", _words_of(p)) for p in left]
    if changing:
        lines.insert(0, f"{counted(len(taken), 'proposal')} accepted.")
    lines.append(f"{counted(len(left), 'proposal')} open.")
    show(
        args,
        {
            "taken": [p.id for p in taken],
            "proposals": rows,
            "remarks": list(found.remarks),
            "not_compared": list(found.unknown),
            "effects": list(effects),
        },
        lines,
    )
    return 1 if left else 0


def _apply(desk: CommandDesk, proposals: Sequence[Proposal], args: Namespace) -> list[Proposal]:
    if args.apply_all:
        after, left = edits.accept_all(desk.brief, proposals)
        open_ids = {p.id for p in left}
        desk.apply("Accept the review", lambda _: after)
        for proposal in left:
            tell(f"{proposal.id} waits: {proposal.why or proposal.kind}")
        return [p for p in proposals if p.id not in open_ids]
    taken = [_named(proposals, ident) for ident in args.apply]
    for proposal in taken:
        desk.apply(f"Accept: {proposal.kind}", edits.accept, proposal)
    return taken


def _named(proposals: Sequence[Proposal], ident: str) -> Proposal:
    fits = [p for p in proposals if p.id == ident] or [p for p in proposals if p.id.startswith(ident)]
    if len(fits) != 1:
        raise BadInput(
            f"“{ident}” names no proposal, or several.", "See `review` without --apply for the ids."
        )
    return fits[0]


_REDLINED = ("reword", "merge", "quote-edited")
_MARKS = {"same": "{}", "out": "[−{}]", "put": "[+{}]"}


def _words_of(proposal: Proposal) -> str:
    """Return what a proposal does in one line, with what a person has to look at."""
    marks = (f"({mark})" for mark in _marks(proposal))
    return " ".join((_change(proposal), *marks, proposal.why)).strip()


def _change(proposal: Proposal) -> str:
    """Return the text of a proposal: its remark, its parts, what goes out and comes in, or the old and
    new.
    """
    mine, theirs = inline.plain(proposal.mine), inline.plain(proposal.theirs)
    if proposal.remark is not None:
        return f"“{shortened(proposal.remark.text)}”"
    if proposal.kind == "split":
        return " ¶ ".join(shortened(inline.plain(part), 60) for part in proposal.parts)
    if proposal.kind in _REDLINED and mine != theirs:
        return "".join(_MARKS[kind].format(piece) for kind, piece in redline(mine, theirs, proposal.hunks))
    if proposal.kind != "merge" and proposal.mine and proposal.theirs and proposal.mine != proposal.theirs:
        return f"“{shortened(mine)}” → “{shortened(theirs)}”"
    return f"“{shortened(theirs if proposal.theirs else mine)}”"


def _marks(proposal: Proposal) -> Iterator[str]:
    """Yield what a person has to look at before a proposal is taken."""
    if proposal.conflict:
        yield "conflict"
    if proposal.misplaced:
        yield "is this the place?" + (f" {proposal.score:.0f} %" if proposal.score is not None else "")
    if proposal.refused:
        yield "refused"


REVIEW = Command(
    "review", "list what a reviewed Word file proposes, and accept it",
    "review idlib.brief reviewed.docx --apply-all",
    _review_arguments, _review, True,
    "Tracked changes, plain edits, comments, moved, split, joined, deleted and new paragraphs become "
    "proposals on the claims they belong to; evidence stays with its claim. Everything else that differs "
    "from the exported file is named, and with --apply-all what goes with it: judgements that lose a basis, "
    "quotes of deleted claims. The exit code is 1 while proposals are open.",
)  # fmt: skip
