"""Docstrings and comments in plain English: words that once meant something of their own here are refused.

What may stay stands in a table with its reason.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
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
# Prose that may stay: a piece of the line, and why.
PROSE = {
    "where the story is told": "a story is told, in any English",
}


def _products() -> Iterator[tuple[str, str]]:
    """Yield path and text of each product file."""
    for room in ("briefing", "ui"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


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


@pytest.mark.parametrize("pattern", REFUSED)
def test_docstrings_and_comments_are_plain_english(pattern: str) -> None:
    found = [
        f"{path}:{at}: {line.strip()} ({REFUSED[pattern]})"
        for path, text in _products()
        for at, line in prose(text)
        if re.search(pattern, line) and not any(piece in line for piece in PROSE)
    ]
    assert found == []


def test_every_line_that_may_stay_is_there() -> None:
    lines = [line for _, text in _products() for _, line in prose(text)]
    assert [piece for piece in PROSE if not any(piece in line for line in lines)] == []
