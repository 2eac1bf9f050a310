"""What a command is: a name, its arguments, an example, and the function that does it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from briefing.cli.output import PROGRAM
from briefing.errors import BadInput


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `run` returns the exit code; it raises BriefingError for what goes wrong.

    `prints`: it prints data, so it takes --json. `about` says more than `summary`, in sentences.
    """

    name: str
    summary: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    prints: bool = True
    about: str = ""


class Parser(ArgumentParser):
    """Raises BadInput with one line for wrong use, where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message[:1].upper()}{message[1:]}.", f"See “{self.prog} --help”.")


def brief_argument(parser: ArgumentParser) -> None:
    """Add the argument every command on a brief begins with."""
    parser.add_argument("brief", metavar="BRIEF", help="the brief file")


def quote_option(parser: ArgumentParser) -> None:
    """Add --quote SOURCE WORDS, which may be given several times."""
    parser.add_argument(
        "--quote",
        nargs=2,
        action="append",
        default=[],
        metavar=("SOURCE", "WORDS"),
        help="exact words of a source that support it; may be given several times",
    )


def example(command: Command) -> str:
    """Return the last part of a command's help."""
    lines = "\n".join(f"  {PROGRAM} {line}" for line in command.example.splitlines())
    return f"Example:\n{lines}"
