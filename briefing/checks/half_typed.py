"""Which findings wait while the sentence that they judge is being typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.findings import Finding
from briefing.text import Span, sentences

# What no later word of the sentence can change: a value that a quote gives otherwise. What no quote has may
# get its quote's words yet, a day its year; whether something is denied, doubted or only reported turns on
# words that are still to come.
_SURE = ("number", "unit", "name", "quotation")
# Another word stands whole behind them: "5" may become "5 million", "North" the "North Sea".
_FOLLOWED = re.compile(r"[^\w\s]*\s+\S+\s")

Trait = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """The item in which somebody types. `text`: its plain text; `caret`: code points of it.

    `stood`: the traits of what was shown there before, which stays. `paused`: no key has come for a while.
    """

    item_id: str
    text: str
    caret: int
    stood: frozenset[Trait] = frozenset()
    paused: bool = False


def traits(findings: Iterable[Finding], item_id: str, text: str) -> frozenset[Trait]:
    """Return by what the findings on an item are known again when its text, `text` now, is another."""
    return frozenset(_trait(finding, text) for finding in findings if finding.item_id == item_id)


def shown(findings: Iterable[Finding], typed: HalfTyped | None) -> tuple[Finding, ...]:
    """Return the findings without those that wait, in their order; all of them where nobody types.

    While keys come, what is new in the sentence with the caret waits, and so does what is new about the whole
    item. After a pause only what the missing rest of a sentence without its end could answer still waits.
    """
    if typed is None:
        return tuple(findings)
    sentence = _sentence(typed.text, typed.caret)
    if sentence is None or (typed.paused and not _lacks_rest(typed.text, typed.caret, sentence)):
        return tuple(findings)
    return tuple(f for f in findings if not _waits(f, typed, sentence))


def _waits(finding: Finding, typed: HalfTyped, sentence: Span) -> bool:
    if finding.item_id != typed.item_id or _trait(finding, typed.text) in typed.stood:
        return False
    if finding.span is None:
        return True
    start, end = finding.span
    if end <= sentence[0] or start >= sentence[1]:
        return False
    return not (typed.paused and _is_sure(finding, typed.text[end : sentence[1]]))


def _is_sure(finding: Finding, rest: str) -> bool:
    return finding.severity == "error" and finding.mark in _SURE and bool(_FOLLOWED.match(rest))


def _trait(finding: Finding, text: str) -> Trait:
    words = text[slice(*finding.span)] if finding.span else ""
    return finding.rule, finding.kind, finding.about, finding.severity, words


def _sentence(text: str, caret: int) -> Span | None:
    """Return the sentence with the caret, with the space that is typed behind it; None behind its end."""
    last: Span | None = None
    for start, end in sentences(text):
        if caret <= end:
            return (start, end) if caret >= start else None
        last = start, end
    return None if last is None or _has_end(text, last) else (last[0], len(text))


def _lacks_rest(text: str, caret: int, sentence: Span) -> bool:
    """Whether words may still be missing: no mark ends the sentence, and the caret stands behind its last."""
    return not _has_end(text, sentence) and not text[caret : sentence[1]].strip()


def _has_end(text: str, sentence: Span) -> bool:
    """Whether a mark ends the sentence; the dot of "Dr." or "U.S." does not until the next one begins."""
    end = len(text[: sentence[1]].rstrip())
    return len(tuple(sentences(f"{text[sentence[0] : end]} a"))) > 1
