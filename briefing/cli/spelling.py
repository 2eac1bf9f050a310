"""Commands on spelling: spell, and the words of one's own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from briefing import house_terms, spelling
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import reading
from briefing.cli.printing import columns, counted, show
from briefing.rows import rows


def _spell_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("--language", default="", help="another language than the brief's, such as en-US")
    parser.add_argument(
        "--add", action="append", default=[], metavar="WORD", help="keep one of your own words first"
    )


def _spell(args: Namespace) -> int:
    """Print the words that no dictionary has; return 1 where there are any."""
    own = spelling.of_user()
    for word in args.add:
        own.add(word)
    with reading(args.brief) as desk:
        brief = desk.brief
    language = args.language or brief.language
    speller = spelling.load(language, spelling.region(), spelling.folders())
    known = (
        spelling.known_names(brief, house_terms.known()) | own.read() | spelling.ignored_in(brief.id).read()
    )
    found = [
        (row, unknown, speller.suggestions(unknown.word))
        for row in rows(brief)
        for unknown in spelling.unknown_words(row.words(brief), speller, known)
    ]
    answer = [
        {"row": row.id, **asdict(unknown), "suggestions": list(offered)} for row, unknown, offered in found
    ]
    lines = [
        columns(row.id, unknown.start, unknown.word, ", ".join(offered)) for row, unknown, offered in found
    ]
    lines.append(f"{counted(len(found), 'unknown word')}, by {speller.name}.")
    show(args, {"dictionary": speller.name, "words": answer}, lines)
    return 1 if found else 0


SPELL = Command(
    "spell",
    "list the words that no dictionary has, with their places and what may be meant",
    "spell idlib.brief --add kompromat",
    _spell_arguments,
    _spell,
    data=True,
    more="English comes with the program: British, or American where the language of the brief is en-US or "
    "the system's region is the United States. Other languages are taken from the system and from the folder "
    "“dictionaries” of your data. Returns 1 where there are unknown words.",
)
