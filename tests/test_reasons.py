"""Code decides by the class and the reason of an error: what it says to people may be reworded at any
time.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import REASONS, BadInput, BriefingError, NeedsPassword
from tests.test_layers import files, nodes, tree

_TEXTS = {"message", "hint"}
_READING = {"startswith", "endswith", "find", "index", "count", "casefold", "lower"}


def is_text_of_an_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in _TEXTS


def compared(module: ast.Module) -> Iterator[int]:
    """Yield the lines that compare a message or a hint with something else than nothing, or look into it."""
    for node in nodes(module):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            if any(map(is_text_of_an_error, sides)):
                yield node.lineno
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in _READING
            and is_text_of_an_error(node.func.value)
        ):
            yield node.lineno


@pytest.mark.parametrize(
    "code",
    [
        'error.hint in ("", "It was left out.")',
        'error.message.startswith("The template")',
        '"--occurrence" not in error.hint',
        "trouble.message == message",
    ],
)
def test_a_comparison_is_seen(code: str) -> None:
    assert list(compared(ast.parse(code))) == [1]


@pytest.mark.parametrize("code", ["not error.hint", "error.reason == 'worker'", "error.line()"])
def test_but_not_where_nothing_is_compared(code: str) -> None:
    assert not list(compared(ast.parse(code)))


def test_no_message_is_compared_anywhere() -> None:
    found = [f"{_named(path)}:{line}" for path in files() for line in compared(tree(path))]
    assert found == []


def _named(path: Path) -> str:
    return "/".join(path.parts[-3:])


def test_an_error_has_no_reason_unless_code_has_to_decide() -> None:
    assert BriefingError("It is so.").reason == ""
    assert BadInput("It is so.", "Do this.", "template").reason == "template"
    assert NeedsPassword("It is locked.").reason == "password"
    assert "password" in REASONS
