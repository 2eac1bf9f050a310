"""What a command is: a name, its arguments, an example, and the function that does it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from briefing.errors import BadInput


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `run` returns the exit code and raises BriefingError for what goes wrong.

    `example` is what follows the program's name. `data`: it prints data, so it takes --json. `more` says
    more than `help`, in sentences.
    """

    name: str
    help: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    data: bool = False
    more: str = ""


class Parser(ArgumentParser):
    """An argument parser whose errors are one line, raised as BadInput."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message[:1].upper()}{message[1:]}.", f"See `{self.prog} --help`.")


def brief_argument(parser: ArgumentParser) -> None:
    """Add the argument that most commands begin with."""
    parser.add_argument("brief", metavar="BRIEF", help="the brief file")
