"""Commands that trace sources: revise, origin, reread."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from briefing import edits, revision
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import CommandDesk, editing, find
from briefing.cli.printing import columns, counted, plain, show, tell
from briefing.errors import BadInput
from briefing.model import Brief, Quote, Source
from briefing.quoting import anchor
from briefing.revision import Recalled
from briefing.session import NewStep
from briefing.user_folders import expanded


def _revise_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "source", metavar="SOURCE", help="the article that was corrected: its id or its beginning"
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="?", default="",
        help="the corrected version: a file or a web address; without it, the version that is in the brief",
    )  # fmt: skip
    parser.add_argument(
        "--accept", nargs="+", default=[], metavar="EVIDENCE", help="move these quotes to the new version"
    )
    parser.add_argument(
        "--accept-same",
        action="store_true",
        help="move every quote whose words stand in the new version as they were",
    )
    parser.add_argument(
        "--private", action="store_true", help="fetch also from this machine and private networks"
    )


def _revise(args: Namespace) -> int:
    """Print what became of each quote; return 1 while quotes rest on words that moved, changed or
    vanished.
    """
    with editing(args.brief) as desk:
        old = find(desk.brief, args.source, Source)
        if args.file:
            _supersede(desk, old, args)
        new = edits.newest(desk.brief, old)
        if new.id == old.id:
            raise BadInput(
                f"“{old.title}” has no newer version in this brief.", "Give the corrected file too."
            )
        found = _recall(desk, new)
        accepted = _accepted(desk, found, new, args)
        found = [(s, r) for s, r in found if r.evidence_id not in accepted]
        hunks = revision.compare(desk.text_of(old.text_sha), desk.text_of(new.text_sha))
    data = {
        "old": old.id,
        "new": new.id,
        "accepted": sorted(accepted),
        "changes": [asdict(h) for h in hunks if h.kind != "equal"],
        "quotes": [{**plain(asdict(r), ("words",)), "source": s.id} for s, r in found],
    }
    show(args, data, _lines(old, new, found, accepted))
    return 1 if any(r.state != "same" for _, r in found) else 0


def _supersede(desk: CommandDesk, old: Source, args: Namespace) -> None:
    from briefing.cli.adding import fetched, is_address
    from briefing.importing import inputs
    from briefing.importing.results import Failed, Imported, to_source

    if is_address(args.file):
        read = fetched(args.file, args.private)
    else:
        read = next(iter(inputs.read_files([expanded(args.file)])), None)  # type: ignore[assignment]
    if isinstance(read, Failed):
        raise BadInput(read.message, read.hint)
    if not isinstance(read, Imported):
        raise BadInput(f"“{args.file}” holds no article.", "Give the corrected article.")
    source, bodies = to_source(read, accessed=date.today().isoformat())
    desk.apply(NewStep("New version of an article", bodies=bodies), edits.supersede, old.id, source)
    for notice in source.notices:
        tell(f"“{source.filename or source.title}”: {notice}")


def _recall(desk: CommandDesk, new: Source) -> list[tuple[Source, Recalled]]:
    text = desk.text_of(new.text_sha)
    return [
        (old, recalled)
        for old in edits.older(desk.brief, new)
        for recalled in revision.recall(desk.brief, old, desk.text_of(old.text_sha), text, new.text_sha)
    ]


def _accepted(
    desk: CommandDesk, found: list[tuple[Source, Recalled]], new: Source, args: Namespace
) -> set[str]:
    """Move the quotes that were named; return the ids of their evidence."""
    wanted = [_named(found, ident) for ident in args.accept]
    if args.accept_same:
        wanted += [r for _, r in found if r.state == "same"]
    text = desk.text_of(new.text_sha)
    pairs: dict[str, Quote] = {}
    for recalled in wanted:
        if recalled.span is None:
            raise BadInput(
                f"“{recalled.quote}” does not stand at exactly one place of the new version.",
                "Link the passage with `link`.",
            )
        pairs[recalled.evidence_id] = anchor.describe(text, recalled.span, new.text_sha)
    if pairs:
        desk.apply("Accept the new version", edits.accept_versions, new.id, tuple(pairs.items()))
    return set(pairs)


def _named(found: list[tuple[Source, Recalled]], ident: str) -> Recalled:
    fits = [r for _, r in found if r.evidence_id.startswith(ident)]
    if len(fits) != 1:
        raise BadInput(f"“{ident}” names no quote of the old version.", "See `revise` for the ids.")
    return fits[0]


def _lines(
    old: Source, new: Source, found: list[tuple[Source, Recalled]], accepted: set[str]
) -> Iterator[str]:
    if accepted:
        yield f"{counted(len(accepted), 'quote')} moved to {new.id}."
    for _, r in found:
        now = "" if r.state in ("same", "vanished") else f"now “{r.now}”"
        yield columns(r.claim_id, r.evidence_id, r.state, r.proposal, f"“{r.quote}”", now)
    yield f"{counted(len(found), 'quote')} still on the old version, {old.id}; the new one is {new.id}."


def _origin_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("source", metavar="SOURCE", help="a source's id or its beginning")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--same-as", default="", metavar="SOURCE", help="it tells the story of this one")
    how.add_argument("--apart", action="store_true", help="it tells a story of its own")
    how.add_argument("--automatic", action="store_true", help="let it be computed")


def _origin(args: Namespace) -> int:
    from briefing.origins.of_brief import origins_of

    with editing(args.brief) as desk:
        source = find(desk.brief, args.source, Source)
        if args.same_as:
            other = find(desk.brief, args.same_as, Source)
            group = origins_of(desk.brief, desk.text_of).of.get(other.id)
            members = group.members if group is not None else ()
            desk.apply("Same origin", edits.same_origin, source.id, other.id, members)
        else:
            edit = edits.apart if args.apart else edits.automatic
            desk.apply("Origin of an article", edit, source.id)
        named = origins_of(desk.brief, desk.text_of).of
        found = named.get(source.id)
    data = {
        "id": source.id,
        "origin": found.id if found else source.id,
        "members": list(found.members) if found else [],
    }
    show(args, data, [columns(source.id, found.label if found else "", *(found.members if found else ()))])
    return 0


def _reread_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("source", metavar="SOURCE", help="a source's id or its beginning")
    parser.add_argument(
        "--charset", required=True, metavar="NAME", help="the encoding to read it in, such as cp1251"
    )


def _reread(args: Namespace) -> int:
    from briefing.importing import inputs
    from briefing.importing.common.parsed import Hints
    from briefing.importing.encoding.decode import is_known
    from briefing.importing.results import to_source

    if not is_known(args.charset):
        raise BadInput(f"“{args.charset}” is not an encoding.", "For example: cp1251, cp1256, utf-8.")
    with editing(args.brief) as desk:
        source = find(desk.brief, args.source, Source)
        data = desk.store.original(source.original_sha)
        read, bodies = to_source(
            inputs.read_again(source, data, Hints(charset=args.charset)), accessed=source.accessed
        )
        desk.apply(NewStep("Encoding of an article", bodies=bodies), edits.reread, source.id, read)
        fresh: Brief = desk.brief
        shown = find(fresh, source.id, Source)
    show(args, plain(asdict(shown)), [columns(shown.id, shown.encoding, shown.title)])
    return 0


REVISE = Command(
    "revise", "take in a corrected article and list what became of each quote",
    "revise idlib.brief s4k2 corrected.html",
    _revise_arguments, _revise, True,
    "The old version stays, and so do the quotes on it until they are accepted: `same` words can be moved in "
    "one step, `moved` and `changed` ones are shown with the passage as it is now, `vanished` ones keep the "
    "old text or are linked again. The exit code is 1 while some are not the same.",
)  # fmt: skip
ORIGIN = Command(
    "origin", "say whose story an article is", "origin idlib.brief s4k2 --same-as s9m1", _origin_arguments,
    _origin,
    True,
    "Articles that pass on one story are one origin, found by agency credits and shared words; see "
    "`sources`.",
)  # fmt: skip
REREAD = Command(
    "reread", "read an article's kept file again, in another encoding",
    "reread idlib.brief s4k2 --charset cp1251",
    _reread_arguments, _reread, True,
)  # fmt: skip
