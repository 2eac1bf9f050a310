"""The command that holds a claim against quotes without a brief: compare."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.cli.command import Command
from briefing.cli.models import model_argument, near_by
from briefing.cli.printing import columns, safe
from briefing.errors import BadInput
from briefing.user_folders import expanded


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("claim", nargs="?", default="", metavar="CLAIM", help="the claim, plain words")
    parser.add_argument(
        "--quote", action="append", default=[], metavar="WORDS", help="the words it rests on; may be repeated"
    )
    parser.add_argument("--published", default="", metavar="DAY", help="when the source was published")
    parser.add_argument("--article", default="", metavar="FILE", help="the text that the quotes are from")
    parser.add_argument("--language", default="", metavar="TAG", help="of the claim, such as de")
    parser.add_argument("--quote-language", default="", metavar="TAG", help="of the quotes, such as ar")
    parser.add_argument(
        "--pairs", default="", metavar="FILE", help="many at once: a file with a JSON object on each line"
    )
    model_argument(parser)


def _compare(args: Namespace) -> int:
    """Print what the quotes do not bear out, a line for each pair; return 1 where an error stands."""
    from briefing.tasks.compare_words import rows

    near = near_by(args.model)
    failed = False
    for pair in _pairs(args):
        found = list(rows(pair, near))
        failed = failed or any(row["severity"] == "error" for row in found)
        _print(args, found)
    return 1 if failed else 0


def _print(args: Namespace, found: list[dict[str, Any]]) -> None:
    if args.json:
        print(json.dumps({"findings": found}, ensure_ascii=False))
        return
    for row in found:
        print(safe(columns(row["severity"], row["kind"], row["words"], row["reason"])))


def _pairs(args: Namespace) -> Iterator[Any]:
    from briefing.tasks.compare_words import parse

    if args.pairs:
        if args.claim or args.quote:
            raise BadInput("Give a claim or a file of pairs, not both.", "See `compare --help`.")
        for number, line in enumerate(_lines(args.pairs), 1):
            if line.strip():
                try:
                    yield parse(line)
                except BadInput as bad:
                    raise BadInput(f"Line {number}: {bad.message}", bad.hint) from None
        return
    if not args.claim.strip() or not args.quote:
        raise BadInput("There is nothing to compare.", 'compare "the claim" --quote "the words".')
    given = {
        "claim": args.claim, "language": args.language, "published": args.published,
        "quotes": [{"exact": words, "language": args.quote_language} for words in args.quote],
        "article": "\n".join(_lines(args.article)) if args.article else "",
    }  # fmt: skip
    yield parse(json.dumps(given))


def _lines(name: str) -> Iterator[str]:
    path: Path = expanded(name)
    try:
        with path.open(encoding="utf-8") as file:
            yield from file
    except OSError as error:
        raise BadInput(f"“{name}” cannot be read: {error.strerror}.", "Check the path.") from None
    except UnicodeDecodeError:
        raise BadInput(f"“{name}” is no text in UTF-8.", "Save it as UTF-8.") from None


COMPARE = Command(
    "compare", "hold a claim against quotes, without a brief; exit code 1 where an error stands",
    'compare "The raid killed 40." --quote "The raid killed 14."',
    _arguments, _compare, True,
    "error: a quote says otherwise. note: the article has it outside the quotes. warning: nothing that is "
    "given has it. A line of a file of pairs is a JSON object: claim, language, quotes (each with exact, "
    "before, after, language), published, article; all but claim and exact may be left out. With --json one "
    "line is printed for each pair.",
)  # fmt: skip
