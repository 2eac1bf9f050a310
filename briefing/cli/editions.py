"""Commands that hand a brief on and on: edition, summary."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import date, datetime

from briefing import checks, edits, snapshot
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import CommandDesk, editing, reading
from briefing.cli.printing import columns, counted, show, tell
from briefing.errors import BadInput, CheckFailed, NotFound
from briefing.model import Brief, Claim, Edition, new_id
from briefing.session import Body, NewStep
from briefing.text import sha256, shortened


def _edition_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--freeze", action="store_true", help="freeze the edition as it is, and begin the next one"
    )
    parser.add_argument(
        "--force", action="store_true", help="with --freeze: freeze although errors of the checks stand"
    )
    what.add_argument(
        "--changes",
        nargs="?",
        const=0,
        type=int,
        metavar="N",
        help="what changed since edition N, or since the last one",
    )
    what.add_argument(
        "--draft",
        action="store_true",
        help="draft what changed since the last edition as the change statement",
    )


def _edition(args: Namespace) -> int:
    if args.freeze:
        return _freeze(args)
    if args.force:
        raise BadInput("--force goes with --freeze.", "Write both, or leave it out.")
    if args.draft:
        return _draft(args)
    with reading(args.brief) as desk:
        brief = desk.brief
        if args.changes is not None:
            return _changes(args, desk, _frozen(brief, args.changes))
    rows = [{**asdict(edition)} for edition in brief.editions]
    lines = [columns(e.number, e.frozen_at, e.statement or "–") for e in brief.editions]
    lines.append(columns(brief.edition, "now", brief.change_statement or "–"))
    show(args, {"editions": rows, "now": brief.edition, "change_statement": brief.change_statement}, lines)
    return 0


def _freeze(args: Namespace) -> int:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    with editing(args.brief) as desk:
        what = _stands(desk)
        if what.all and not args.force:
            raise CheckFailed(
                f"Edition {desk.brief.edition} was not frozen: {what.said}.",
                "See `check` and `verify`; repair or waive them, or freeze anyway with --force.",
            )
        data = snapshot.dump(desk.brief)
        number = desk.brief.edition
        body = Body(sha256(data), data)
        desk.apply(NewStep("Freeze an edition", bodies=(body,)), edits.freeze_edition, now, body.sha)
    show(
        args,
        {"frozen": number, "now": number + 1},
        [f"Edition {number} is frozen; this is edition {number + 1}."],
    )
    return 0


def _stands(desk: CommandDesk) -> checks.Stands:
    from briefing.checks.quotes import verify
    from briefing.origins.of_brief import keys_of, origins_of

    verdicts = verify(desk.brief, desk.text_of)
    origins = keys_of(origins_of(desk.brief, desk.text_of))
    facts = checks.Facts(verdicts, origins, desk.text_of, date.today())
    return checks.stands(verdicts, checks.run(desk.brief, facts))


def _frozen(brief: Brief, number: int) -> Edition:
    if not brief.editions:
        raise NotFound(
            "No edition of this brief has been frozen.", "Freeze one with `edition BRIEF --freeze`."
        )
    if not number:
        return brief.editions[-1]
    found = next((edition for edition in brief.editions if edition.number == number), None)
    if found is None:
        known = ", ".join(str(edition.number) for edition in brief.editions)
        raise NotFound(f"Edition {number} has not been frozen.", f"One of: {known}.")
    return found


def _load(desk: CommandDesk, edition: Edition) -> Brief:
    return snapshot.load(desk.store.original(edition.snapshot_sha))


def _changes(args: Namespace, desk: CommandDesk, edition: Edition) -> int:
    from briefing.checks import editions

    old = _load(desk, edition)
    found = editions.changes(old, desk.brief)
    lines = [columns(c.item_id, c.what, shortened(c.before) or "–", shortened(c.after) or "–") for c in found]
    lines.append(f"{counted(len(found), 'change')} since edition {edition.number}.")
    show(args, {"since": edition.number, "changes": [asdict(c) for c in found]}, lines)
    return 0


def _draft(args: Namespace) -> int:
    from briefing.checks import editions

    with editing(args.brief) as desk:
        old = _load(desk, _frozen(desk.brief, 0))
        words = editions.draft_change_statement(old, desk.brief)
        desk.apply("Draft the change statement", edits.set_field, "brief", "change_statement", words)
    show(args, {"change_statement": words}, [words])
    return 0


def _summary_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "--write",
        action="store_true",
        help="put it into the section for it; older drafted sentences go, your own words stay",
    )


def _summary(args: Namespace) -> int:
    from briefing.checks import fixes, statement
    from briefing.origins.of_brief import keys_of, origins_of

    opened = editing(args.brief) if args.write else reading(args.brief)
    with opened as desk:
        origins = keys_of(origins_of(desk.brief, desk.text_of))
        words = statement.draft(desk.brief, origins)
        if not words:
            raise BadInput(
                "Nothing is cited yet, so there is nothing to say about the sources.", "Link quotes first."
            )
        if args.write:
            desk.apply("Draft the source summary", fixes.written_summary, words, new_id("c"), origins)
            section = next(s for s in desk.brief.sections if s.kind == "summary")
            claims = [item for item in section.items if isinstance(item, Claim)]
            tell(f"Written into “{section.title}”, as {claims[0].id}.")
    show(args, {"summary": words}, [words])
    return 0


EDITION = Command(
    "edition", "list, freeze and compare the editions of a brief", "edition idlib.brief --freeze",
    _edition_arguments,
    _edition, True,
    "A frozen edition is kept in the brief as it was handed on. The next one says what changed: `--draft` "
    "writes a first version from the data, `set brief change_statement` corrects it. Where an error of the "
    "checks stands, or a quote is lost, nothing is frozen and the exit code is 1, unless with --force.",
)  # fmt: skip
SUMMARY = Command(
    "summary", "draft what the sources of a brief are", "summary idlib.brief --write", _summary_arguments,
    _summary,
    True,
)  # fmt: skip
