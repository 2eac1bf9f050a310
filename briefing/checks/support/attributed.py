"""A claim that says as a fact what its quotes only report somebody saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.checks.findings import Severity
from briefing.checks.support.marks import DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.surroundings import is_predicate
from briefing.language.lexicon import words_of
from briefing.language.operator_words import DOUBTED_BY, PLANNED, SPOKEN, TO_COME, VOUCHED
from briefing.language.operators import ATTRIBUTION, HEDGE, MODAL, Operator
from briefing.language.tokens import Token, stems

_MOST = 40  # past these the rest is not compared
_SELF = words_of("i we my our i'm i've we're we've")
_PRONOUNS = words_of("it he she they we")
_SAME = _PRONOUNS | words_of("its his her their")


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """What a quote reports somebody saying: the operator that says so, and how many words it has in common
    with the claim.
    """

    quoted: Quoted
    operator: Operator
    shared: int


def check(claim: TextReading, quotes: Sequence[Quoted], dated: bool) -> Iterator[Mark]:
    """Yield a mark where most of what the claim says as a fact stands in reported speech only: an error where
    the words of report doubt it (claimed, accused), else a warning.

    `dated`: whether a date of the claim was found, so that an announced plan may stand as one.
    """
    if _names_a_speaker(claim):
        return
    mine = stems(claim.words)
    speech = max(_reports(mine, quotes), key=lambda s: s.shared, default=None)
    if speech is None or speech.shared < max(2, (len(mine) + 1) // 2):
        return
    if len(mine & _plain(quotes)) >= speech.shared or _is_of_the_speaker(claim, speech, dated):
        return
    yield _mark(claim, speech)


def _names_a_speaker(claim: TextReading) -> bool:
    """Whether a claim says itself that somebody says it, or doubts it, or gives it as a quotation."""
    return (
        any(o.kind == ATTRIBUTION or (o.kind == HEDGE and o.whole) for o in claim.operators)
        or SPOKEN.search(claim.text) is not None
        or any(c in claim.text for c in '"“«„「')
    )


def _attributions(quoted: Quoted) -> list[Operator]:
    return [o for o in quoted.reading.operators if o.kind == ATTRIBUTION][:_MOST]


def _inside(quoted: Quoted, operator: Operator) -> Iterator[Token]:
    """Yield the words that an attribution reports."""
    first, last = operator.scope
    return (w for w in quoted.reading.words if first <= w.start < last)


def _reports(mine: frozenset[str], quotes: Sequence[Quoted]) -> Iterator[ReportedSpeech]:
    for quoted in quotes:
        for operator in _attributions(quoted):
            yield ReportedSpeech(quoted, operator, len(mine & stems(_inside(quoted, operator))))


def _plain(quotes: Sequence[Quoted]) -> frozenset[str]:
    """Return the stems of what the quotes say outside of any reported speech."""
    found: set[str] = set()
    for quoted in quotes:
        scopes = [o.scope for o in _attributions(quoted)]
        words = quoted.reading.words
        found |= stems(w for w in words if not any(start <= w.start < end for start, end in scopes))
    return frozenset(found)


def _mark(claim: TextReading, speech: ReportedSpeech) -> Mark:
    quoted, operator = speech.quoted, speech.operator
    word = next(w for w in claim.words if w.content and w.stem in quoted.reading.places)
    last = [w for w in claim.words if w.clause == word.clause][-1]
    seen = quoted.words(operator.start, operator.end)
    why = f"The quote reports it (“{seen}”), the claim says it as a fact."
    most: Severity = "error" if DOUBTED_BY.match(seen) else "warning"
    if seen.lower() in VOUCHED or _is_of_oneself(claim, speech) or not _has_predicate(claim, speech):
        most = "note"
    place = (quoted.place(operator.start, operator.end),)
    return Mark(word.start, last.end, "attribution", DIFFERS, seen, why, place, most=most)


def _is_of_the_speaker(claim: TextReading, speech: ReportedSpeech, dated: bool) -> bool:
    """Whether the speaker announces a plan that is dated or the claim's own subject's, or tells of himself or
    herself: then what is said is the fact.
    """
    if not speech.operator.neutral:
        return False
    if any(w.low in _SELF for w in list(_inside(speech.quoted, speech.operator))[:3]):
        return True
    return _is_plan(speech) and (dated or _is_of_the_subject(claim, speech))


def _is_plan(speech: ReportedSpeech) -> bool:
    """Whether what is reported is announced for a day to come: the plan itself is the fact."""
    first, last = speech.operator.scope
    operators = speech.quoted.reading.operators
    return any(
        o.kind == MODAL and PLANNED <= o.strength <= TO_COME and first <= o.start < last for o in operators
    )


def _is_of_the_subject(claim: TextReading, speech: ReportedSpeech) -> bool:
    """Whether the claim reports the speaker's own plan: "the firm plans …" where the quote has "the firm said
    it will …".
    """
    plan = next((o for o in claim.operators if o.kind == MODAL and o.strength <= TO_COME), None)
    if plan is None:
        return False
    mine = stems(w for w in claim.words if w.end <= plan.start)
    opening = [w.low for w in _inside(speech.quoted, speech.operator)][:2]
    return bool(mine) and mine <= _speaker(speech) and not _PRONOUNS.isdisjoint(opening)


def _has_predicate(claim: TextReading, speech: ReportedSpeech) -> bool:
    """Whether what is reported has a verb of the claim, where the claim has one."""
    mine = {w.stem for i, w in enumerate(claim.words) if w.content and is_predicate(claim, i)}
    return not mine or not mine.isdisjoint(w.stem for w in _inside(speech.quoted, speech.operator))


def _is_of_oneself(claim: TextReading, speech: ReportedSpeech) -> bool:
    """Whether somebody says it of himself or herself: "the actress said she wept"."""
    at = next((i for i in range(len(claim.words)) if is_predicate(claim, i)), 0)
    subject = stems(claim.words[:at])
    if not subject or not subject <= _speaker(speech):
        return False
    words, stem = list(_inside(speech.quoted, speech.operator)), claim.words[at].stem
    return any(w.stem == stem and not _SAME.isdisjoint(v.low for v in words[max(0, i - 2) : i])
               for i, w in enumerate(words))  # fmt: skip


def _speaker(speech: ReportedSpeech) -> frozenset[str]:
    """Return the stems of who speaks: what stands before the word of report and is not reported."""
    operator = speech.operator
    first, last = operator.scope
    before = (
        w for w in speech.quoted.reading.words if w.sentence == operator.sentence and w.end <= operator.start
    )
    return stems(w for w in before if not first <= w.start < last)
