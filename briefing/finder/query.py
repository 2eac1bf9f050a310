"""What is typed into the search field, read as terms and filters. Whatever is typed means something."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from briefing.finder.filters import Filters, is_date
from briefing.finder.fold import fold, words

LONGEST_TYPED, MOST_TERMS, MOST_WORDS = 2_000, 24, 48
_LIKE = 0.8  # "outet:" is a slip of "outlet:", "war:" is a word

_QUOTES = '"“”„‟«»'
_PIECE = re.compile(
    rf"(?P<minus>-)?(?:(?P<name>[^\W\d_]+):)?"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?|(?P<plain>\S+))"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; with `prefix` the last is only begun; with `excluded` none may be there."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+")


def ways(term: Term) -> tuple[tuple[str, ...], ...]:
    """Return the words of a term as texts may write them: 1000 and 1,000 are one, as index and folding part them."""
    said = " ".join(term.words)
    if said.isdigit() and said.isascii() and len(said) > 3:
        return term.words, tuple(f"{int(said):,}".split(",")) if said[0] != "0" else term.words
    if _GROUPED.fullmatch(said):
        return term.words, (said.replace(" ", ""),)
    return (term.words,)


@dataclass(frozen=True, slots=True)
class Query:
    """Every term must be met. `ignored`: operators typed whose value says nothing (yet), as typed."""

    terms: tuple[Term, ...] = ()
    filters: Filters = field(default_factory=Filters)
    ignored: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that are to be found."""
        return tuple(term for term in self.terms if not term.excluded)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """The terms that must not be found."""
        return tuple(term for term in self.terms if term.excluded)


def _after(filters: Filters, value: str) -> Filters | None:
    return replace(filters, since=value) if is_date(value) else None


def _before(filters: Filters, value: str) -> Filters | None:
    return replace(filters, until=value) if is_date(value) else None


def _outlet(filters: Filters, value: str) -> Filters | None:
    return replace(filters, outlet=value) if words(value) else None


def _grade(filters: Filters, value: str) -> Filters | None:
    grade = value.upper()
    return replace(filters, grade=grade) if re.fullmatch("[A-F]", grade) else None


def _state(filters: Filters, value: str) -> Filters | None:
    match value.casefold():
        case "used" | "unused" as state:
            return replace(filters, used=state == "used")
        case "read" | "unread" as state:
            return replace(filters, read=state == "read")
    return None


# Of other search fields: all words are asked for anyway, NOT is our minus, and there is no OR.
_AND, _NOT, _OR = "AND", "NOT", "OR"

# Each returns the filters with its own set, or None for a value that says nothing.
_OPERATORS: dict[str, Callable[[Filters, str], Filters | None]] = {
    "outlet": _outlet,
    "source": _outlet,
    "publisher": _outlet,
    "after": _after,
    "since": _after,
    "before": _before,
    "until": _before,
    "grade": _grade,
    "is": _state,
}


def parse(typed: str) -> Query:
    """Return what `typed` asks for; never raises.

    Words (all of them), "phrases", begun*, -without, and the operators outlet: after: before: grade: is:.
    The last word counts as begun unless a blank, a quote mark or an operator ends it.
    """
    query, without = Query(), False
    typed = typed[:LONGEST_TYPED]
    for piece in _PIECE.finditer(typed):
        last = piece.end() == len(typed)
        if query.terms and not last and piece.group() in (_AND, _NOT, _OR):
            without = piece.group() == _NOT
            query = replace(query, ignored=(*query.ignored, _OR)) if piece.group() == _OR else query
            continue
        query = _with(query, piece, last=last, without=without)
        without = False
    return query


def _with(query: Query, piece: re.Match[str], *, last: bool, without: bool) -> Query:
    name = (piece["name"] or "").casefold()
    value = piece["plain"] if piece["quoted"] is None else piece["quoted"]
    if name in _OPERATORS and not piece["minus"]:
        filters = _OPERATORS[name](query.filters, value.strip(_QUOTES + " "))
        if filters is None:
            return replace(query, ignored=(*query.ignored, piece.group()))
        return replace(query, filters=filters)
    if value.casefold().removesuffix(":") in _OPERATORS and value.endswith(":"):
        return replace(query, ignored=(*query.ignored, piece.group()))
    if name and get_close_matches(name, _OPERATORS, 1, _LIKE):
        return replace(query, ignored=(*query.ignored, piece.group()))
    said = words(f"{piece['name']} {value}" if name else value)[:MOST_WORDS]
    if not said or len(query.terms) == MOST_TERMS:
        return query
    excluded = without or bool(piece["minus"])
    begun = value.endswith("*") or (last and not excluded and not piece["closed"] and _ends_in_a_word(value))
    return replace(query, terms=(*query.terms, Term(said, begun, excluded)))


def _ends_in_a_word(value: str) -> bool:
    """Return whether the last word may go on: marks on its last letter leave it open, all that parts words ends it."""
    return not fold(value).text.endswith(" ")
