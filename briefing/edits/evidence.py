"""Edits of links between claims and quotes."""

from __future__ import annotations

from dataclasses import replace

from briefing import lookup
from briefing.edits.containers import change_item
from briefing.errors import BadInput, NotFound, Refused
from briefing.model import STANCES, Brief, Claim, Evidence, Figure, Judgement, Placed, Quote


def link_quote(brief: Brief, claim_id: str, evidence: Evidence) -> Brief:
    """Link a quote to a claim. Linking the same words again only changes the stance."""
    lookup.source(brief, evidence.source)
    lookup.claim(brief, claim_id)
    if evidence.stance not in STANCES:
        raise BadInput(f"“{evidence.stance}” is not a stance.", f"Use one of: {', '.join(STANCES)}.")

    def linked(claim: Claim) -> Claim:
        for i, known in enumerate(claim.evidence):
            if known.source == evidence.source and known.quote == evidence.quote:
                again = replace(known, stance=evidence.stance)
                return replace(claim, evidence=(*claim.evidence[:i], again, *claim.evidence[i + 1 :]))
        return replace(claim, evidence=(*claim.evidence, evidence))

    return _change_claim(brief, claim_id, linked)


def unlink(brief: Brief, evidence_id: str) -> Brief:
    """Take a quote away from its claim."""
    claim, _ = find(brief, evidence_id)
    kept = tuple(e for e in claim.evidence if e.id != evidence_id)
    return _change_claim(brief, claim.id, lambda c: replace(c, evidence=kept))


def move_evidence(brief: Brief, evidence_id: str, claim_id: str) -> Brief:
    """Move a quote to another claim, its stance, note and translation with it."""
    claim, evidence = find(brief, evidence_id)
    if claim.id == claim_id:
        return brief
    return link_quote(unlink(brief, evidence_id), claim_id, evidence)


def relink(brief: Brief, evidence_id: str, quote: Quote) -> Brief:
    """Anchor an evidence to other words, after a person has accepted them."""
    _, evidence = find(brief, evidence_id)
    source = lookup.source(brief, evidence.source)
    if quote.text_sha != source.text_sha:
        raise Refused(
            "That passage belongs to another text.", "Choose the words in the source of this evidence."
        )
    return change_evidence(brief, replace(evidence, quote=quote))


def looked_at(brief: Brief, evidence_id: str) -> Brief:
    """Say that a person has held the quote against the claim's new words: the link stands for them."""
    _, evidence = find(brief, evidence_id)
    return change_evidence(brief, replace(evidence, linked_to="")) if evidence.linked_to else brief


def change_evidence(brief: Brief, evidence: Evidence) -> Brief:
    """Replace the evidence of the same id."""
    claim, _ = find(brief, evidence.id)
    new = tuple(evidence if e.id == evidence.id else e for e in claim.evidence)
    return _change_claim(brief, claim.id, lambda c: replace(c, evidence=new))


def find(brief: Brief, evidence_id: str) -> tuple[Claim, Evidence]:
    """Return an evidence and its claim; raise NotFound."""
    for claim, evidence in lookup.evidence(brief):
        if evidence.id == evidence_id:
            return claim, evidence
    raise NotFound(f"There is no evidence “{evidence_id}”.", "See `outline` for the ids.")


def _change_claim(brief: Brief, claim_id: str, change: object) -> Brief:
    def only_claim(item: Placed) -> Placed:
        if isinstance(item, Judgement):
            raise Refused("A judgement rests on claims, not on quotes.")
        if isinstance(item, Figure):
            raise Refused("A figure has a credit, no quotes.", "Link the quote to a claim.")
        return change(item)  # type: ignore[operator,no-any-return]

    return change_item(brief, claim_id, only_claim)
