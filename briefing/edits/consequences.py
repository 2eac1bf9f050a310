"""What an edit takes with it: judgements that lose what they rest on, and quotes that go with their
claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing import inline, lookup
from briefing.model import Brief, Claim
from briefing.text import shortened

_SHOWN = 60


def consequences(before: Brief, after: Brief) -> tuple[str, ...]:
    """Return a sentence for each judgement that loses a basis and each claim whose quotes go."""
    return (*_judgements(before, after), *_claims(before, after))


def _judgements(before: Brief, after: Brief) -> Iterator[str]:
    kept = {judgement.id: judgement for judgement in lookup.judgements(after)}
    words = {claim.id: _named(claim.text) for claim in lookup.claims(before)}
    for judgement in lookup.judgements(before):
        now = kept.get(judgement.id)
        lost = [claim for claim in judgement.basis if now is not None and claim not in now.basis]
        if not lost or now is None:
            continue
        names = ", ".join(words.get(claim, "a claim") for claim in lost[:3])
        left = (
            f"{len(now.basis)} of {len(judgement.basis)} claims are left" if now.basis else "nothing is left"
        )
        yield f"The judgement {_named(judgement.text)} no longer rests on {names}; {left} of its basis."


def _claims(before: Brief, after: Brief) -> Iterator[str]:
    standing = {evidence.id for _, evidence in lookup.evidence(after)}
    kept = {claim.id for claim in lookup.claims(after)}
    for claim in lookup.claims(before):
        if not (gone := _gone(claim, standing)):
            continue
        quotes = f"{gone} quote{'' if gone == 1 else 's'}"
        if claim.id in kept:
            yield f"The claim {_named(claim.text)} loses {quotes}."
        else:
            yield f"With the claim {_named(claim.text)} {'goes' if gone == 1 else 'go'} {quotes}."


def _gone(claim: Claim, standing: set[str]) -> int:
    return sum(evidence.id not in standing for evidence in claim.evidence)


def _named(text: str) -> str:
    return f"“{shortened(inline.plain(text), _SHOWN)}”"
