"""A claim that shuts out all others, “only”, where no quote does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.findings import Severity
from briefing.checks.support.marks import ABSENT, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.lexicon import words_of
from briefing.language.number_words import SMALL, TENS
from briefing.language.stems import stem_of

# Past so many of them the rest is not asked.
_MOST, _REACH = 40, 7
_ONLY = stem_of("only", "en")
# Words of a quote that may shut out others too; so may a denial, "no other mask helps".
_SHUTTING_OUT = frozenset(
    stem_of(word, "en")
    for word in words_of("""
        only sole solely lone alone single unique just merely exclusive exclusively nothing except other first
        one limited restricted mainly""")
)
_OF_RANK = words_of("the his her its their")
_JOINING = ("and", "or")
# Before these "only" makes a thing small, and shuts out nothing: "only a clerk", "only thirty".
_MEASURED = {"a", "an", *SMALL, *TENS} - {"one"}


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each “only” of a claim that shuts others out, where no quote has a word for that: a
    note where a quote names what it leaves and nothing beside it.
    """
    found = [index for index in claim.places.get(_ONLY, ()) if _shuts_out(claim, index)][:_MOST]
    if not found or any(_shuts_out_too(q.reading) for q in quotes):
        return
    for index in found:
        word = claim.words[index]
        most: Severity = "note" if _stands_alone(claim, index, quotes) else "warning"
        why = f"No quote says “{word.text}”, nor a word for it."
        yield Mark(word.start, word.end, "verb", ABSENT, "", why, most=most)


def _shuts_out(claim: TextReading, index: int) -> bool:
    before = claim.words[index - 1].low if index else ""
    after = claim.words[index + 1].low if index + 1 < len(claim.words) else ""
    return before != "not" and not (after in _MEASURED or after[:1].isdigit())


def _shuts_out_too(reading: TextReading) -> bool:
    return bool(reading.negated) or not _SHUTTING_OUT.isdisjoint(reading.places)


def _stands_alone(claim: TextReading, index: int, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote has a word of what "only" leaves, and nowhere joins it to others with "and", "or" or a
    comma. “The only one” is somebody's rank, which a quote has to give.
    """
    if index and claim.words[index - 1].low in _OF_RANK:
        return False
    left = [w for w in claim.words[index + 1 : index + _REACH] if w.sentence == claim.words[index].sentence]
    places = [
        (q.reading, at)
        for word in left
        if word.content
        for q in quotes
        for at in q.reading.places.get(word.stem, ())[:_MOST]
    ]
    return bool(places) and not any(_is_joined(reading, at) for reading, at in places)


def _is_joined(reading: TextReading, at: int) -> bool:
    """Whether a word stands in a list."""
    words, text = reading.words, reading.text
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        text[words[at].end : words[at].end + 1] == ","
        or (after is not None and after.low in _JOINING)
        or (before is not None and (before.low in _JOINING or text[before.end : before.end + 1] == ","))
    )
