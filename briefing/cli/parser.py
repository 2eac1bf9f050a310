"""The table of commands, and the parser made from it."""

from __future__ import annotations

import textwrap
from argparse import RawDescriptionHelpFormatter

from briefing import __version__
from briefing.cli import (
    actors,
    briefs,
    changing,
    checking,
    claims,
    clipping,
    comparing,
    dated_rows,
    editions,
    finding,
    house,
    models,
    outline,
    picture_command,
    reviewing,
    safety,
    sources,
    spelling,
    tracing,
)
from briefing.cli.command import Command, Parser
from briefing.cli.printing import PROGRAM

# In the order of the work: make, read, write, look after, hand on.
COMMANDS: tuple[Command, ...] = (
    briefs.NEW,
    sources.ADD,
    clipping.CLIP,
    sources.SOURCES,
    sources.TEXT,
    finding.SEARCH,
    finding.SUGGEST,
    models.MODEL,
    tracing.REVISE,
    tracing.ORIGIN,
    tracing.REREAD,
    outline.OUTLINE,
    claims.CLAIM,
    actors.ACTOR,
    claims.STATEMENT,
    actors.JUDGE,
    actors.SECTION,
    dated_rows.CHRONOLOGY,
    picture_command.FIGURE,
    claims.LINK,
    claims.UNLINK,
    changing.SET,
    changing.REPLACE,
    changing.REMOVE,
    checking.VERIFY,
    checking.CHECK,
    spelling.SPELL,
    house.TERMS,
    comparing.COMPARE,
    editions.SUMMARY,
    editions.EDITION,
    checking.EXPORT,
    checking.REFERENCES,
    reviewing.REVIEW,
    safety.COPY,
    briefs.HISTORY,
    safety.BACKUPS,
    safety.RESTORE,
    safety.RESCUE,
    briefs.TEMPLATES,
    briefs.SAMPLE,
)

_ABOUT = f"""\
Without a command the window opens:

  {PROGRAM}                   an empty window
  {PROGRAM} idlib.brief       a brief
  {PROGRAM} --sample          the sample brief; without a display it is built here and exported
  {PROGRAM} --new-program     a program of its own; else one that runs already shows the window

Exit codes: 0 done, 1 a check failed, 2 wrong use or bad input, 70 a fault of the program.
Data goes to standard output, messages to standard error, one line each.
An id may be given by its beginning, as long as no other id begins so.
`{PROGRAM} COMMAND --help` tells what a command takes, with an example.
"""


class _Help(RawDescriptionHelpFormatter):
    """Help as argparse lays it out, with room for the longest command's name."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)
        self._action_max_length = 13  # argparse forgets that commands are indented


def command_parser() -> Parser:
    """Return the parser of all commands; the chosen one is in `command` of what it returns."""
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [BRIEF | --sample]\n       {PROGRAM} COMMAND …",
        description="Briefing notes whose every claim is linked to the exact words of a source.",
        epilog=_ABOUT,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Briefing Desk {__version__}")
    parser.add_argument("--new-program", action="store_true", help="open the window in a program of its own")
    parser.add_argument("--sample", action="store_true", help="open the sample brief")
    commands = parser.add_subparsers(prog=PROGRAM, metavar="COMMAND", title="commands", required=True)
    for command in COMMANDS:
        _add(commands.add_parser, command)
    return parser


def _add(add_parser: object, command: Command) -> None:
    more = textwrap.fill(command.more, 100) + "\n\n" if command.more else ""
    parser: Parser = add_parser(  # type: ignore[operator]
        command.name,
        help=command.help,
        description=f"{command.help[0].upper()}{command.help[1:]}.",
        epilog=f"{more}example:\n  {PROGRAM} {command.example}",
        formatter_class=_Help,
        allow_abbrev=False,
    )
    command.arguments(parser)
    if command.data:
        parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=command)
