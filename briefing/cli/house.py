"""The command `terms`: the words of the house."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing import house_terms
from briefing.cli.command import Command
from briefing.cli.printing import columns, show, tell
from briefing.errors import BadInput
from briefing.house_terms import HouseTerm
from briefing.user_folders import expanded


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--add", default="", metavar="WORDS", help="what is written, with --not or --long")
    parser.add_argument(
        "--not", dest="instead", action="append", default=[], metavar="WORDS", help="in place of this"
    )
    parser.add_argument("--long", default="", metavar="WORDS", help="the long form of an abbreviation")
    parser.add_argument("--remove", default="", metavar="WORDS", help="take a term of your own away")
    parser.add_argument("--shared", default=None, metavar="FILE", help="a table of the desk; “” for none")


def _terms(args: Namespace) -> int:
    """Change the table where asked, and print it."""
    if args.remove:
        _remove(args.remove)
    if args.add:
        _add((args.add, "; ".join(args.instead), args.long))
    elif args.instead or args.long:
        raise BadInput("There is nothing to add.", "--not and --long go with --add.")
    if args.shared is not None:
        house_terms.share(expanded(args.shared) if args.shared else None)
    known = house_terms.known()
    show(args, [_plain(term) for term in known], [columns(*term.cells()) for term in known])
    if not known:
        tell("There are no house terms yet; add one with --add.")
    return 0


def _remove(write: str) -> None:
    own = house_terms.load(house_terms.own_file())
    kept = tuple(term for term in own if term.write != write)
    if kept == own:
        raise BadInput(f"“{write}” is none of your terms.", "A term of the desk stands in its file.")
    house_terms.save(kept)


def _add(cells: tuple[str, str, str]) -> None:
    try:
        added = house_terms.term_of(cells)
    except BadInput as error:
        raise BadInput(f"The term was not added: {error}.", "Give --not or --long.") from error
    own = house_terms.load(house_terms.own_file())
    house_terms.save((*(term for term in own if term.write != added.write), added))


def _plain(term: HouseTerm) -> dict[str, object]:
    return {"write": term.write, "not": list(term.instead), "long": term.long}


TERMS = Command(
    "terms",
    "list the words of the house, add one, take one away",
    "terms --add Türkiye --not Turkey",
    _arguments,
    _terms,
    data=True,
    more="A brief is held to them by the rule L25, which is off until it is switched on: `set BRIEF brief "
    "rules_off +L25`. An abbreviation is added with --long and is to be spelled out once.",
)
