"""The chronology of a brief: shown, added to, drafted from what its claims and quotes name."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing import edits, inline, rows
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import CommandDesk, editing, quoted, reading, words_of
from briefing.cli.printing import columns, show
from briefing.edits import chronology, readers
from briefing.errors import BadInput
from briefing.language.typed_days import day_in_full
from briefing.model import Claim, new_id


def _arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "--add", nargs=2, metavar=("DAY", "TEXT"), help="write a row: when it happened, and what did"
    )
    parser.add_argument(
        "--quote",
        nargs=2,
        action="append",
        metavar=("SOURCE", "WORDS"),
        help="exact words of a source that support the new row; repeat",
    )
    parser.add_argument(
        "--draft", action="store_true", help="rows that the claims and quotes of the brief give"
    )
    parser.add_argument("--yes", action="store_true", help="write the drafted rows, not only list them")


def _chronology(args: Namespace) -> int:
    if (args.quote and not args.add) or (args.yes and not args.draft) or (args.add and args.draft):
        raise BadInput("--quote goes with --add, --yes with --draft, and --add not with --draft.")
    if args.add:
        with editing(args.brief) as desk:
            made = _added(desk, args)
        show(args, {"id": made}, [made])
        return 0
    if args.yes:
        with editing(args.brief) as desk:
            proposed = chronology.proposed_rows(desk.brief)
            if proposed:
                desk.apply("Draft chronology", edits.draft_rows, proposed, new_id)
        _show_rows(args, [(row.day, row.claim) for row in proposed])
        return 0
    with reading(args.brief) as desk:
        brief = desk.brief
    if args.draft:
        _show_rows(args, [(row.day, row.claim) for row in chronology.proposed_rows(brief)])
    else:
        _show_rows(args, [(row.day, row) for row in chronology.rows_of(brief)])
    return 0


def _added(desk: CommandDesk, args: Namespace) -> str:
    day, text = readers.happened(args.add[0]), words_of(args.add[1], "A row")
    claim = Claim(new_id("c"), text, rows.NEW_KIND["chronology"], quoted(desk, args.quote), day=day)
    desk.apply("New row of the chronology", edits.add_row, claim)
    return claim.id


def _show_rows(args: Namespace, found: list[tuple[str, Claim]]) -> None:
    data = [
        {"id": c.id, "day": day, "text": inline.plain(c.text), "quotes": len(c.evidence)} for day, c in found
    ]
    show(args, data, (columns(c.id, day_in_full(day) or "no day", inline.plain(c.text)) for day, c in found))


CHRONOLOGY = Command(
    "chronology", "show the chronology, add a row, or draft rows from the claims",
    'chronology idlib.brief --add "13 March 2020" "The two sides agree on patrols." --quote s4k2m "agreed"',
    _arguments, _chronology, True,
    "--draft lists what claims and quotes give; with --yes the rows are written, in one step. A day may be "
    "“13 October 2023”, “October 2023”, “c. March 2020” or “12–14 May 2021”.",
)  # fmt: skip
