"""A claim against quotes without a brief, for scripts and other editors: JSON in, findings out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.checks.rule_types import Near
from briefing.checks.support.by_meaning import graded_by_meaning
from briefing.checks.support.compare import compare
from briefing.checks.support.marks import FOUND, Cited, Mark
from briefing.errors import BadInput

_ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim with what it is to be held against. `published`: ISO 8601, possibly partial, or ""."""

    claim: str
    quotes: tuple[Cited, ...] = ()
    published: str = ""
    article: str = ""
    language: str = ""


def parse(line: str) -> Pair:
    """Return the pair of a JSON object: {"claim", "language", "quotes": [{"exact", "before", "after",
    "language"}], "published", "article"}, all but "claim" and "exact" optional.

    Raises BadInput for what is no such object.
    """
    try:
        given = json.loads(line)
    except ValueError as error:
        raise BadInput(f"This line is no JSON: {error}.", "One JSON object a line.") from None
    if not isinstance(given, dict) or not isinstance(given.get("claim"), str):
        raise BadInput("A pair lacks its “claim”.", 'Such as {"claim": "…", "quotes": [{"exact": "…"}]}.')
    quotes = given.get("quotes") or []
    if not isinstance(quotes, list) or not all(isinstance(q, dict) and _is_text(q, "exact") for q in quotes):
        raise BadInput("A quote lacks its “exact” words.", 'Such as "quotes": [{"exact": "…"}].')
    published = _text(given, "published")
    return Pair(
        given["claim"],
        tuple(_cited(number, quote, published) for number, quote in enumerate(quotes)),
        published,
        _text(given, "article"),
        _text(given, "language"),
    )


def _is_text(given: Mapping[str, Any], name: str) -> bool:
    return isinstance(given.get(name), str)


def _text(given: Mapping[str, Any], name: str) -> str:
    """Return a text of a pair, "" for none. Raises BadInput for a value that is no text."""
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise BadInput(f"“{name}” of a pair is no text.", "Give it in quotation marks, or leave it out.")
    return value or ""


def _cited(number: int, quote: Mapping[str, Any], published: str) -> Cited:
    return Cited(
        str(number), quote["exact"], "supports", published, _text(quote, "language"),
        _text(quote, "before"), _text(quote, "after"), _text(quote, "translation"), _ARTICLE,
    )  # fmt: skip


def marks(pair: Pair, near: Near | None = None) -> tuple[Mark, ...]:
    """Return what a pair's quotes do not bear out, in the order of the claim's words.

    `near` looks in the article by meaning, None where no model does.
    """

    def article_of(_source: str) -> str:
        return pair.article

    found = compare(pair.claim, pair.quotes, (), article_of, pair.language)
    if near is not None:
        found = graded_by_meaning(found, pair.claim, pair.quotes, (), article_of, near, pair.language)
    return tuple(mark for mark in found if mark.state != FOUND)


def rows(pair: Pair, near: Near | None = None) -> Iterator[dict[str, Any]]:
    """Yield each finding as JSON has it: `start` and `end` in code points of the claim, `where` the places in
    the quotes (number of the quote, start, end), or in the article ("article", start, end).

    `near` looks in the article by meaning, None where no model does.
    """
    for mark in marks(pair, near):
        where = mark.where or ((mark.passage,) if mark.passage else ())
        yield {
            "kind": mark.kind,
            "severity": mark.severity,
            "start": mark.start,
            "end": mark.end,
            "words": pair.claim[mark.start : mark.end],
            "reason": mark.reason,
            "nearest": mark.nearest,
            "where": [[_number(place[0]), *place[1:]] for place in where],
        }


def _number(source: str) -> int | str:
    return int(source) if source.isdecimal() else source
