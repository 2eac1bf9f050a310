"""A misspelled kind in `kind in ("…", "…")`, which mypy lets pass: every such word is one of some list of
kinds.

Mypy finds the others (tests/typing/kinds.py).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.test_layers import files, nodes, tree

KINDS = {
    "kind",
    "stance",
    "facet",
    "severity",
    "confidence",
    "grade",
    "credibility",
    "state",
    "outcome",
    "level",
}
_OF_WORD = {"bullet"}  # a word of ECMA-376, not ours


def words_of_lists(module: ast.Module) -> Iterator[str]:
    """Yield the words of each `Literal[…]`."""
    for node in nodes(module):
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "Literal"
        ):
            yield from (n.value for n in ast.walk(node.slice) if isinstance(n, ast.Constant))  # type: ignore[misc]


def words_compared(module: ast.Module) -> Iterator[str]:
    """Yield the words that a field which holds a kind is compared with."""
    for node in nodes(module):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr in KINDS:
            found = (part for side in node.comparators for part in ast.walk(side))
            yield from (n.value for n in found if isinstance(n, ast.Constant) and isinstance(n.value, str))


@pytest.mark.parametrize("code", ['claim.kind in ("reprted", "gap")', 'claim.kind not in {"reprted"}'])
def test_a_misspelled_kind_is_seen(code: str) -> None:
    assert "reprted" in set(words_compared(ast.parse(code)))


def test_every_kind_that_is_compared_is_one() -> None:
    known = {word for path in files() for word in words_of_lists(tree(path))} | _OF_WORD
    compared = {word for path in files() for word in words_compared(tree(path))}
    assert "reported" in known
    assert "gap" in compared
    assert compared <= known
