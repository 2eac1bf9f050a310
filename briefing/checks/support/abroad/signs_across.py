"""Denials, doubts and directions across languages: what every sentence of the quotes has and the claim
lacks, or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from briefing.checks.support.marks import ABSENT, Mark, MarkKind
from briefing.checks.support.reading import Quoted, TextReading, read
from briefing.language.abroad.signs import LANGUAGES, Sign, signs_of
from briefing.language.lexicon import words_of
from briefing.language.operators import ATTRIBUTION, HEDGE, MODAL, NEGATION
from briefing.language.stems import stem_of
from briefing.text import sentences

_MOST_SENTENCES = 40


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem_of(word, "en") for word in words_of(words))


_RISE = _stems(
    "rise rose grow grew increase increased climb climbed jump surge soar gain gained higher growth"
)
_FALL = _stems("fall fell decline decrease drop shrink shrank plunge slump sink sank dip lower reduce loss")
_LACKING = _stems(
    """reject refuse deny dismiss rebut block halt stop cancel scrap lack without fail prevent ban unable
    withhold decline avoid missing absent end ended suspend unless nor neither little few hardly barely""",
)  # fmt: skip
_TO_COME = _stems("expect plan due set threaten consider seek hope propose urge call warn fear risk chance")
_KINDS: dict[Sign, MarkKind] = {"denial": "negation", "doubt": "modal", "rise": "verb", "fall": "verb"}
_SAYS: dict[Sign, str] = {
    "denial": "denies it", "doubt": "has it as a possibility", "rise": "says that it rose",
    "fall": "says that it fell",
}  # fmt: skip


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a warning for each sign in which the claim and all of its quotes differ, at the whole claim."""
    if not claim.words or not all(_is_read(q.reading) for q in quotes) or not _is_read(claim):
        return
    mine = _signs(claim)
    theirs = [_signs_of_sentence(s, q.reading.language) for q in quotes for s in _sentences(q.reading.text)]
    if not theirs:
        return
    everywhere, anywhere = frozenset.intersection(*theirs), frozenset[Sign]().union(*theirs)
    start, end = claim.words[0].start, claim.words[-1].end
    for sign in _dropped(claim, mine, everywhere, anywhere):
        yield Mark(start, end, _KINDS[sign], ABSENT, "", f"The quote {_SAYS[sign]}, the claim does not.")
    for sign in _added(mine, anywhere):
        why = f"The claim {_SAYS[sign]}, no quote does."
        yield Mark(start, end, _KINDS[sign], ABSENT, "", why, denies=sign == "denial")


def _is_read(reading: TextReading) -> bool:
    return reading.english or reading.language in LANGUAGES


def _dropped(
    claim: TextReading, mine: frozenset[Sign], everywhere: frozenset[Sign], anywhere: frozenset[Sign]
) -> Iterator[Sign]:
    """Yield what every sentence of the quotes has and the claim lacks."""
    if "denial" in everywhere and "denial" not in mine and not _lacks(claim):
        yield "denial"
    if "doubt" in everywhere and not mine & {"doubt", "denial"} and not _is_open(claim):
        yield "doubt"
    for way, other in _WAYS:
        if way in everywhere and other in mine and way not in mine and other not in anywhere:
            yield way


_WAYS: tuple[tuple[Sign, Sign], ...] = (("rise", "fall"), ("fall", "rise"))


def _added(mine: frozenset[Sign], anywhere: frozenset[Sign]) -> Iterator[Sign]:
    """Yield what the claim has and no sentence of the quotes."""
    if "denial" in mine and "denial" not in anywhere and "doubt" not in anywhere:
        yield "denial"


def _lacks(claim: TextReading) -> bool:
    """Whether an English claim says in a verb of its own that something is not: "rejected", "halted"."""
    return claim.english and bool(_LACKING & claim.places.keys())


def _is_open(claim: TextReading) -> bool:
    """Whether an English claim leaves open in other words whether something is."""
    return claim.english and (
        any(o.kind in (ATTRIBUTION, HEDGE, MODAL) for o in claim.operators)
        or bool(_TO_COME & claim.places.keys())
    )


def _signs(reading: TextReading) -> frozenset[Sign]:
    if not reading.english:
        return signs_of(reading.text, reading.language)
    found: set[Sign] = set()
    if any(o.kind == NEGATION for o in reading.operators):
        found.add("denial")
    if any(o.kind in (HEDGE, MODAL) for o in reading.operators):
        found.add("doubt")
    stems = reading.places.keys()
    if stems & _RISE:
        found.add("rise")
    if stems & _FALL:
        found.add("fall")
    return frozenset(found)


@lru_cache(maxsize=4096)
def _signs_of_sentence(sentence: str, language: str) -> frozenset[Sign]:
    if language == "en":
        return _signs(read(sentence, "", "en"))
    return signs_of(sentence, language)


def _sentences(text: str) -> list[str]:
    return [
        text[start:end] for start, end in islice(sentences(text), _MOST_SENTENCES) if text[start:end].strip()
    ]
