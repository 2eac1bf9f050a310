"""What is typed into the search field, read as terms and filters. Whatever is typed means something."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import pairwise

from briefing.finder.filters import Filters, is_date
from briefing.language.fold import fold, words

LONGEST_TYPED, MOST_TERMS, MOST_WORDS = 2_000, 24, 48
_LIKE = 0.8  # "outet:" is a slip of "outlet:", "war:" is a word

_QUOTES = '"“”„‟«»'
_PIECE = re.compile(
    rf"(?P<minus>-)?(?:(?P<name>[^\W\d_]+):)?"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?|(?P<plain>\S+))"
)


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """Words that stand side by side; with `prefix` the last is only begun; with `excluded` none may be there.

    `otherwise`: the terms any of which will do as well ("truce OR ceasefire"); `joined`: made one word of two
    that are asked for.
    """

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False
    otherwise: tuple[QueryTerm, ...] = ()
    joined: bool = False


_HALF, _LONGEST_PARTED = 3, 24
_ALONE = frozenset(
    words("""the and but not now for nor her his hers him our ours out off over under with from this that
    these those was were are has had have
    may can all any who whom you your she they them their its one two men man per via yet too own old new
    than then there here when where
    into upon also only very""")
)
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+")


def ways(term: QueryTerm) -> tuple[tuple[str, ...], ...]:
    """Return the words of a term as texts may write them: 1000 and 1,000 are one, as index and folding part
    them; "ceasefire", "cease-fire" and "cease fire" too.
    """
    typed_words = " ".join(term.words)
    if typed_words.isdigit() and typed_words.isascii() and len(typed_words) > 3:
        return term.words, tuple(f"{int(typed_words):,}".split(",")) if typed_words[0] != "0" else term.words
    if _GROUPED.fullmatch(typed_words):
        return term.words, (typed_words.replace(" ", ""),)
    if len(term.words) == 2 and _joinable(term.words):
        return term.words, ("".join(term.words),)
    if len(term.words) == 1 and typed_words.isalpha() and not term.joined:
        return term.words, *_parted(typed_words)
    return (term.words,)


def _parted(word: str) -> list[tuple[str, ...]]:
    """Return a word as two. Where one of them means nothing by itself ("the rapist") it is none."""
    cuts = range(_HALF, min(len(word), _LONGEST_PARTED) - _HALF + 1)
    halves = ((word[:cut], word[cut:]) for cut in cuts)
    return [pair for pair in halves if not _ALONE & {*pair}]


@dataclass(frozen=True, slots=True)
class Query:
    """Every term must be met. `ignored`: operators typed whose value says nothing (yet), as typed."""

    terms: tuple[QueryTerm, ...] = ()
    filters: Filters = field(default_factory=Filters)
    ignored: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[QueryTerm, ...]:
        """The terms that are to be found."""
        return tuple(term for term in self.terms if not term.excluded)

    @property
    def unwanted(self) -> tuple[QueryTerm, ...]:
        """The terms that must not be found."""
        return tuple(term for term in self.terms if term.excluded)


def beside(query: Query) -> Query:
    """Return the query with each two words that stand side by side as one, too: "cease fire" is
    "ceasefire".
    """
    terms = list(query.terms)
    for at, (one, two) in enumerate(pairwise(query.terms)):
        both = one.words + two.words
        if len(both) == 2 and not (one.excluded or two.excluded or one.prefix) and _joinable(both):
            joined = QueryTerm(("".join(both),), two.prefix, joined=True)
            terms[at] = replace(terms[at], otherwise=(*terms[at].otherwise, joined))
            terms[at + 1] = replace(terms[at + 1], otherwise=(*terms[at + 1].otherwise, joined))
    return replace(query, terms=tuple(terms))


def _joinable(pair: tuple[str, ...]) -> bool:
    return all(word.isalpha() and len(word) >= _HALF for word in pair) and not _ALONE & {*pair}


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


# Of other search fields: all words are asked for anyway, and NOT is our minus.
_AND, _NOT, _OR = "AND", "NOT", ("OR", "|")

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

    Words (all of them), one OR another (or one | another), "phrases", begun*, -without, and the operators
    outlet: after: before: grade: is:. OR binds the two terms beside it. The last word counts as begun unless
    a space, a quote mark or an operator ends it.
    """
    query, before = Query(), ""
    typed = typed[:LONGEST_TYPED].replace("|", " | ").rstrip("|") if "|" in typed else typed[:LONGEST_TYPED]
    for piece in _PIECE.finditer(typed):
        last = piece.end() == len(typed)
        if query.terms and not last and piece.group() in (_AND, _NOT, *_OR):
            before = piece.group()
            continue
        after = _with(query, piece, last=last, without=before == _NOT)
        query, before = _either(query, after) if before in _OR else after, ""
    return query


def _either(before: Query, after: Query) -> Query:
    """Return the query with its new term as another way of the one before; where either is none, OR says
    nothing.
    """
    if len(after.terms) == len(before.terms) or after.terms[-1].excluded or before.terms[-1].excluded:
        return replace(after, ignored=(*after.ignored, _OR[0]))
    *rest, one, other = after.terms
    return replace(after, terms=(*rest, replace(one, otherwise=(*one.otherwise, other))))


def _with(query: Query, piece: re.Match[str], *, last: bool, without: bool) -> Query:
    name = (piece["name"] or "").casefold()
    value = _value(piece)
    if name in _OPERATORS and not piece["minus"]:
        filters = _OPERATORS[name](query.filters, value.strip(_QUOTES + " "))
        return _ignoring(query, piece) if filters is None else replace(query, filters=filters)
    if _is_operator_only_begun(value) or _is_slip(name):
        return _ignoring(query, piece)
    typed_words = words(f"{piece['name']} {value}" if name else value)[:MOST_WORDS]
    if not typed_words or len(query.terms) == MOST_TERMS:
        return query
    excluded = without or bool(piece["minus"])
    open_end = last and not excluded and not piece["closed"]
    begun = value.endswith("*") or (open_end and _ends_in_a_word(value))
    return replace(query, terms=(*query.terms, QueryTerm(typed_words, begun, excluded)))


def _value(piece: re.Match[str]) -> str:
    """Return what stands in quotation marks, else what was typed without any."""
    return piece["plain"] if piece["quoted"] is None else piece["quoted"]


def _ignoring(query: Query, piece: re.Match[str]) -> Query:
    """Return the query with what was typed as a piece that says nothing."""
    return replace(query, ignored=(*query.ignored, piece.group()))


def _is_operator_only_begun(value: str) -> bool:
    """Return whether an operator stands here without its value, as "outlet:"."""
    return value.endswith(":") and value.casefold().removesuffix(":") in _OPERATORS


def _is_slip(name: str) -> bool:
    """Return whether a name before a colon is an operator misspelled, as "outet"."""
    return bool(name) and bool(get_close_matches(name, _OPERATORS, 1, _LIKE))


def _ends_in_a_word(value: str) -> bool:
    """Return whether the last word may go on: marks on its last letter leave it open, all that parts words
    ends it.
    """
    return not fold(value).text.endswith(" ")
