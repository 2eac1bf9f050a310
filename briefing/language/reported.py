"""How far reported speech reaches, and where another predicate begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.language.lexicon import FINITE, PAST, words_of
from briefing.language.operator_words import OF_SOMEBODY
from briefing.language.tokens import Token, index_at

# Between "and" and its verb: "and later sold".
_THEN = words_of("then later also soon again even still now once never")
# After "said", one of these opens what was said.
_FINITE = words_of("that he she it they we i there his her their its was were is are will would had has")
# How far before an attribution its sentence is read (code points).
_NEAR = 40
# The speaker is only spoken of in passing: "Ames, who says he may run, won".
_INSERTED = re.compile(r"\b(?:who|which)[ ](?:\w+[ ])?$")
# What was said ends before "said Ames".
_CLOSED = re.compile(r"[,.?!][\"”’»]\s*$")
# What follows is said by the writer again: "…; the road", "…, but the road".
_WRITER_AGAIN = re.compile(r";|,[ ](?:but|though|although|while|whereas)\b")


def opens_predicate(words: Sequence[Token], index: int) -> bool:
    """Return whether "and" or "but" leads to another finite verb, an adverb between: "and led", "and was
    sold", "but finally left".
    """
    if words[index].low not in ("and", "but"):
        return False
    for after in words[index + 1 : index + 3]:
        if after.low in PAST or after.low in FINITE or after.low.endswith("ed"):
            return True
        if not (after.low.endswith("ly") or after.low in _THEN):
            return False
    return False


def reported_scope(
    text: str, same: tuple[Token, ...], attribution: Token, end: int, according: bool
) -> tuple[int, int]:
    """Return the text of a sentence (`same`) that an attribution reports: those before "the minister said" at
    its end, those after "the minister said that"; the whole sentence for "according to".
    """
    first, last = same[0].start, same[-1].end
    if according:
        return first, last
    later = same[index_at(same, end) :]
    content = [w for w in later if w.content]
    finite = any(w.low in _FINITE for w in later if w.clause == attribution.clause)
    before = [w for w in same if w.clause < attribution.clause]
    stops = not later or later[0].clause != attribution.clause
    closed = _CLOSED.search(text[max(0, attribution.start - _NEAR) : attribution.start]) is not None
    ends = stops or len(content) <= 2 or '"' in text[attribution.end : attribution.end + 2]
    if before and (closed or (ends and not finite)):
        return first, before[-1].end
    return attribution.end, _reported_until(text, later, attribution, last)


def _reported_until(text: str, later: Sequence[Token], attribution: Token, last: int) -> int:
    """Return where reported speech ends that begins behind an attribution: with its clause in an insertion
    ("Ames, who says he may run, won"), at another predicate where no clause is reported ("called it the best
    and left"), else with the sentence, or where the writer speaks again.
    """
    stop = _WRITER_AGAIN.search(text, attribution.end, last)
    end = stop.start() if stop is not None else last
    inserted = _INSERTED.search(text[max(0, attribution.start - _NEAR) : attribution.start]) is not None
    if not inserted and not OF_SOMEBODY.match(attribution.low):
        return end
    clause = attribution.clause
    for at, word in enumerate(later):
        if word.start >= end or word.clause != clause or (not inserted and _begins_another(later, at)):
            return min(end, word.start)
    return end


def _begins_another(words: Sequence[Token], at: int) -> bool:
    """Whether "and" leads to another predicate, with a subject of its own or without."""
    if words[at].low not in ("and", "but"):
        return False
    return opens_predicate(words, at) or opens_predicate((words[at], *words[at + 2 :]), 0)
