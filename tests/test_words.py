"""Docstrings, comments and names in plain English: words that once meant something of their own here are
refused.

What is left of them stands in a table with its reason, and may only become less.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A pattern, and what to write in its place.
REFUSED = {
    r"\banew\b": "again",
    r"\bTell (for each \w+ )?whether\b": "Return whether",
    r"\bblanks\b": "spaces",
    r"\bmend(s|ed|ing)?\b": "repair, fix",
    r"\b(is|are|be|was|were) (only |also )?told(?! apart)\b": "is reported",
    r"\b(is|are) to be (told|said)\b": "is to be reported",
    r"\bat a stroke\b": "in one step",
    r"\btells? (a|an|one|it|him|her|nothing) from\b": "distinguishes … from",
    r"\bis told of\b": "is reported",
}
# The parts of a name that are refused, as in `_told`, `said_of`, `Mended`.
PARTS = {"told", "said", "tells", "anew", "blanks", "mend", "mends", "mended", "mending"}

# Prose that may stay: a piece of the line, and why.
PROSE = {
    "where the story is told": "a story is told, in any English",
}
# Names that may stay: in how many files, and why.
NAMES = {
    "said": (
        20,
        "what a note says beside its quote, what a clause says: the word of the field, and of kept files",
    ),
    "told": (14, "sentences for the user, an attribute that several rooms share"),
    "mends": (7, "repaired places of a text, as the worker and the brief file call them"),
    "mends_sha": (3, "a column of the brief file"),
    "mend": (3, "one repaired place of a text"),
    "mended": (1, "rows that a rescue made whole"),
    "Mended": (1, "rows that a rescue made whole"),
    "_SAID": (4, "a pattern or table of verbs of saying"),
    "_said_timer": (1, "how long a word in the status bar stays"),
    "_MOST_SAID": (2, "the most of what is said in one sentence"),
    "_BLANKS": (5, "a pattern of white space"),
    "_blanks": (1, "a count of spaces, as the format calls them"),
    "told_of": (1, "a row of a table"),
}


@cache
def _products() -> tuple[tuple[str, str], ...]:
    """Return path and text of each product file."""
    paths = [path for room in ("briefing", "ui") for path in sorted((ROOT / room).rglob("*.py"))]
    return tuple((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)


def prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield line number and text of each docstring line and comment."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if ast.get_docstring(node) is not None and isinstance(first, ast.Expr):
                for at in range(first.lineno, (first.end_lineno or first.lineno) + 1):
                    yield at, lines[at - 1]
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _prose_with(pattern: str) -> Iterator[tuple[str, int, str]]:
    """Yield path, line number and text of the prose in which a pattern is found.

    Taking files apart is slow, and most have no such words anywhere: only the others are.
    """
    found = re.compile(pattern)
    for path, text in _products():
        if found.search(text):
            yield from ((path, at, line) for at, line in prose(text) if found.search(line))


def names(text: str) -> set[str]:
    """Return the identifiers of a file."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return {token.string for token in tokens if token.type == tokenize.NAME}


def parts(name: str) -> set[str]:
    """Return the words that a name is made of, in lower case."""
    return {part.lower() for part in re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).split("_") if part}


@pytest.mark.parametrize("pattern", REFUSED)
def test_docstrings_and_comments_are_plain_english(pattern: str) -> None:
    found = [
        f"{path}:{at}: {line.strip()} ({REFUSED[pattern]})"
        for path, at, line in _prose_with(pattern)
        if not any(piece in line for piece in PROSE)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"""It blanks the line."""\n', ["It blanks the line."]),
        ('def f():\n    """One.\n\n    And blanks.\n    """\n', ["And blanks."]),
        ("x = 1  # of blanks\n", ["# of blanks"]),
        ('x = "blanks"\nblanks = 2\n', []),
    ],
)
def test_prose_is_docstrings_and_comments(text: str, found: list[str]) -> None:
    assert [line.strip(' "') for _, line in prose(text) if "blanks" in line] == found


def test_names_are_plain_english_but_for_those_listed() -> None:
    some_part = re.compile("|".join(PARTS), re.IGNORECASE)
    held = [text for _, text in _products() if some_part.search(text)]
    used = Counter(name for text in held for name in names(text) if parts(name) & PARTS)
    assert dict(used) == {name: files for name, (files, _) in NAMES.items()}


def test_every_line_that_may_stay_is_there() -> None:
    assert [piece for piece in PROSE if not any(_prose_with(re.escape(piece)))] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("_told", {"told"}), ("MendedRows", {"mended", "rows"}), ("said_of", {"said", "of"})],
)
def test_a_name_is_parted_into_its_words(name: str, words: set[str]) -> None:
    assert parts(name) == words
