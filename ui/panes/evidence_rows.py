"""What the evidence pane shows of a claim, a judgement, or nothing: pure values from the snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing import inline
from briefing.errors import BriefingError
from briefing.model import Claim, Evidence, Item, Judgement, Source
from briefing.quoting.locators import place_of
from briefing.text import shortened
from ui.desk import Desk
from ui.following.claim_states import States
from ui.look.bidi import joined
from ui.panes.evidence_card import EvidenceRow
from ui.panes.quote_label import Lit
from ui.reader.reader_keys import shown_key
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks.support import Mark
    from briefing.origins import Origins


def rows_of(
    desk: Desk, item: Item | None, states: States, origins: Origins | None
) -> tuple[str, tuple[EvidenceRow, ...], str]:
    """Return the title of the pane, its rows, and what it says where there are none."""
    if isinstance(item, Judgement):
        return _judgement(desk, item, states)
    if item is None:
        return "", (), tr("Put the caret in a claim to see what it rests on.")
    facts = states.facts()
    known = {s.id: s for s in desk.brief.sources}
    from briefing.checks import support
    from briefing.origins import phrase

    brief = desk.brief
    lit = lit_words(support.marks_of(item, known, support.named(brief), None, brief.language))
    rows = tuple(
        _row(desk, e, known.get(e.source), facts.numbers.get(e.id, 0), states, lit.get(e.id, ()))
        for e in item.evidence
    )
    title = shortened(inline.plain(item.text), 140)
    if len(rows) > 1 and origins is not None:
        title = joined(phrase(item.evidence, origins), title)
    return title, rows, "" if rows else _invitation(item)


def _invitation(claim: Claim) -> str:
    if claim.kind == "reported":
        words = tr(
            "No quote yet. Select words in the article and press {key} there, or {link.supports} anywhere."
        )
        return words.replace("{key}", shown_key("link"))
    return tr("No quotes: a claim of this kind may stand without one.")


def lit_words(marks: Iterable[Mark]) -> dict[str, tuple[Lit, ...]]:
    """Return for each quote, by its evidence's id, the words that a claim's marks point at."""
    lit: dict[str, list[Lit]] = {}
    for mark in marks:
        for ident, start, end in mark.where:
            lit.setdefault(ident, []).append(Lit(start, end, mark.state == "found"))
    return {ident: tuple(words) for ident, words in lit.items()}


def _row(
    desk: Desk, evidence: Evidence, source: Source | None, number: int, states: States, lit: tuple[Lit, ...]
) -> EvidenceRow:
    verdict = states.verdict(evidence.id)
    broken = verdict is not None and not verdict.holds
    span = verdict.span if verdict is not None and broken else None
    return EvidenceRow(
        evidence.id,
        number,
        evidence.quote.exact,
        _named(source, evidence) if source else "?",
        evidence.stance,
        evidence.credibility,
        evidence.note,
        evidence.translation,
        broken,
        _passage(desk, source, span),
        span,
        lit,
        evidence.linked_to,
    )


def _named(source: Source, evidence: Evidence) -> str:
    return joined(source.title, source.publisher, source.published, place_of(source, evidence.quote))


def _passage(desk: Desk, source: Source | None, span: tuple[int, int] | None) -> str:
    if source is None or span is None:
        return ""
    try:
        return shortened(desk.text_of(source.text_sha)[span[0] : span[1]], 200)
    except BriefingError:
        return ""


def _judgement(desk: Desk, judgement: Judgement, states: States) -> tuple[str, tuple[EvidenceRow, ...], str]:
    words: list[str] = []
    if not judgement.basis:
        words = [tr("No basis yet: name the claims it rests on ({brief.basis}).")]
    else:
        from briefing.checks import basis

        weak = basis.weaknesses(desk.brief, states.check_facts()).get(judgement.id, ())
        words = [basis.said(weak)] if weak else []
    if judgement.indicators:
        words += [tr("To watch:"), *(f"• {i}" for i in judgement.indicators)]
    return shortened(inline.plain(judgement.text), 140), (), "\n".join(words)
