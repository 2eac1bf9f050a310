"""How dense a function is, by a count of our own; and names that stand for more than one thing.

What is over the line today stands in tables that may only shrink: when a function is simpler, or a name has
fewer meanings, its row is lowered or taken out with it.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.test_layers import files, module_of, tree

MOST = 15

_BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.match_case,
    ast.Assert,
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# Functions over the line, and how dense they are.
DENSE: dict[str, int] = {}

# Names of classes and of modules that stand in more than one place: in how many, and why all are right. For a
# module they are, where the name is the same thing in each room and the room says what is done with it.
CLASSES: dict[str, tuple[int, str]] = {}
MODULES: dict[str, tuple[int, str]] = {
    "actors": (2, "actors: their edits, their commands on the command line"),
    "adding": (2, "adding articles: by a command, in the window"),
    "editions": (3, "editions: their edits, their commands, what changed between two of them"),
    "origins": (
        2,
        "origins of articles: what a person says of them, what is computed while the brief changes",
    ),
    "outline": (2, "the brief in order: as blocks of an export, as the command `outline` prints it"),
    "reviewing": (2, "taking up a review: by a command, in the window"),
    "sources": (2, "articles: the edits of their list, their commands on the command line"),
}


def density(function: ast.AST) -> int:
    """Return one more than the ways a function may take: McCabe's count, and with it each further operand of
    `and` and `or`, each conditional expression, each loop and condition of a comprehension. What is defined
    inside it counts for itself.
    """
    count, waiting = 1, list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            continue
        count += isinstance(node, _BRANCHES)
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
        waiting += ast.iter_child_nodes(node)
    return count


def functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
    """Yield each function below `node` with its name, such as `package.module:Class.method`, and its
    density.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            continue  # no expression holds a function but a lambda, which counts for what it stands in
        inner = prefix
        if isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            inner = f"{prefix}{child.name}."
            if not isinstance(child, ast.ClassDef):
                yield inner[:-1], density(child)
        yield from functions(child, inner)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("pass", 1),
        ("if a: b\nelif c: d\nelse: e", 3),
        ("return a and b and c or d", 4),
        ("return a if b else c", 2),
        ("return [a for b in c if d for e in f]", 4),
        ("while a:\n  for b in c: d", 3),
        ("try: a\nexcept B: c\nexcept D: e", 3),
        ("match a:\n  case 1: b\n  case _: c", 3),
        ("def f():\n  if a: b\nassert f()", 2),
        ("return lambda: a or b", 2),
    ],
)
def test_operands_conditions_and_comprehensions_count(code: str, count: int) -> None:
    lines = code.replace("\n", "\n  ")
    (function,) = ast.parse(f"def whole():\n  {lines}").body
    assert density(function) == count


def test_no_function_is_dense_but_for_those_named() -> None:
    found = dict(line for path in files() for line in functions(tree(path), f"{module_of(path)}:"))
    dense = {name: count for name, count in found.items() if count > MOST}
    assert {name: count for name, count in dense.items() if count > DENSE.get(name, MOST)} == {}
    assert {name: listed for name, listed in DENSE.items() if listed != dense.get(name)} == {}  # out of date


def test_a_name_of_a_class_or_module_stands_for_one_thing_but_for_those_named() -> None:
    classes = Counter(
        node.name for path in files() for node in tree(path).body if isinstance(node, ast.ClassDef)
    )
    modules = Counter(path.stem for path in files() if path.stem not in ("__init__", "__main__"))
    for found, listed in ((classes, CLASSES), (modules, MODULES)):
        several = {name: n for name, n in found.items() if n > 1}
        assert several == {name: n for name, (n, reason) in listed.items() if reason}
