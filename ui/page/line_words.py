"""What a line of the page says beyond its letters, in words: what stands beside it and under it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import inline, lookup, scales
from briefing.errors import BriefingError
from briefing.language.typed_days import day_in_full
from briefing.model import Actor, Brief, Claim, Evidence, Figure, Judgement, Section
from briefing.rows import NEW_KIND, Row
from ui.look.spoken_parts import SpokenThing
from ui.page.draw import meta_line, short
from ui.page.page_state import PageState
from ui.page.row_findings import RowFindings
from ui.translated import tr


def line_words(row: Row, brief: Brief, state: PageState, trouble: RowFindings | None = None) -> str:
    """Return what is painted of a row beside its words, worst last: "sourced, 2 quotes; 1 warning: …"."""
    return "; ".join((*_of_node(row, brief, state), *_findings(trouble)))


def _of_node(row: Row, brief: Brief, state: PageState) -> Iterator[str]:
    match row.node:
        case Claim() as claim:
            yield from _claim(claim, row, brief, state)
        case Judgement() as judgement:
            yield from _judgement(judgement, brief)
            if (words := _states().get(state.states.get(judgement.id, ""))) is not None:
                yield tr("rests on a claim that is not sound: {words}").format(words=words)
        case Figure() as figure:
            yield from _figure(figure, brief)
        case Actor() as actor:
            yield _count(len(actor.statements), tr("actor, 1 statement"), tr("actor, {n} statements"))
        case Section() as section:
            if section.limit:
                yield length_words(lookup.section_words(brief, section), section.limit)
            if section.kind == "actors":
                yield _count(len(brief.actors), tr("section, 1 actor"), tr("section, {n} actors"))
            else:
                yield _count(len(section.items), tr("section, 1 line"), tr("section, {n} lines"))
        case None if row.kind == "title":
            yield tr("title")
            yield from (part for part in (meta_line(brief), state.marking or brief.marking) if part)
        case None:
            yield tr("empty line")


def length_words(words: int, limit: int) -> str:
    """Return how many words a section has of those it should have, and whether it is over."""
    phrase = tr("over its length: {n} of {limit} words") if words > limit else tr("{n} of {limit} words")
    return phrase.format(n=words, limit=limit)


def _figure(figure: Figure, brief: Brief) -> Iterator[str]:
    number = [known.id for known in lookup.figures(brief)].index(figure.id) + 1
    yield tr("caption of figure {n}").format(n=number)
    yield (
        tr("shows: {words}").format(words=figure.alternative)
        if figure.alternative
        else tr("no alternative text")
    )
    if figure.credit:
        yield tr("credit: {words}").format(words=figure.credit)
    if figure.marking:
        yield figure.marking


def _states() -> dict[str, str]:
    return {
        "sourced": tr("sourced"),
        "unsourced": tr("no quote yet"),
        "broken": tr("a quote is not in its source any more"),
        "contradicted": tr("contradicted by a source"),
    }


def _claim(claim: Claim, row: Row, brief: Brief, state: PageState) -> Iterator[str]:
    section = next((s for s in brief.sections if s.id == row.holder), None)
    if section is not None and section.kind == "chronology":
        yield day_in_full(claim.day) or tr("no day yet")
    spoken = [_states().get(state.states.get(claim.id, ""), "")]
    if claim.evidence:
        spoken.append(_count(len(claim.evidence), tr("1 quote"), tr("{n} quotes")))
    against = sum(evidence.stance == "contradicts" for evidence in claim.evidence)
    if against:
        spoken.append(_count(against, tr("1 contradicts"), tr("{n} contradict")))
    if words := ", ".join(filter(None, spoken)):
        yield words
    usual = NEW_KIND.get(section.kind, "reported") if section is not None else "reported"
    if claim.facet or claim.kind != usual:
        yield claim.facet or tr(claim.kind)
    if claim.marking:
        yield claim.marking


def _judgement(judgement: Judgement, brief: Brief) -> Iterator[str]:
    missing = []
    if judgement.likelihood:
        yield f"{judgement.likelihood}, {_extent(judgement, brief)}"
    else:
        missing.append(tr("likelihood"))
    if judgement.confidence:
        confidence = tr("{level} confidence").format(level=judgement.confidence)
        reason = judgement.confidence_reason
        yield f"{confidence}, {reason}" if reason else confidence
    else:
        missing.append(tr("confidence"))
    if judgement.horizon:
        yield judgement.horizon
    else:
        missing.append(tr("horizon"))
    if judgement.basis:
        yield _count(len(judgement.basis), tr("rests on 1 claim"), tr("rests on {n} claims"))
    else:
        missing.append(tr("basis"))
    if judgement.indicators:
        yield _count(len(judgement.indicators), tr("1 indicator"), tr("{n} indicators"))
    else:
        missing.append(tr("indicators"))
    if missing:
        yield tr("not set: {fields}").format(fields=", ".join(missing))


def _extent(judgement: Judgement, brief: Brief) -> str:
    try:
        return scales.range_text(judgement.standard or brief.standard, judgement.likelihood)
    except BriefingError:
        return tr("not on the ladder of the brief")


def _findings(trouble: RowFindings | None) -> Iterator[str]:
    if trouble is None:
        return
    one = {"error": tr("1 error"), "warning": tr("1 warning"), "note": tr("1 note")}[trouble.severity]
    worst = {"error": tr("an error"), "warning": tr("a warning"), "note": tr("a note")}[trouble.severity]
    if trouble.count == 1:
        yield f"{one}: {trouble.words}"
    else:
        many = tr("{n} findings, the worst {severity}: {words}")
        yield many.format(n=trouble.count, severity=worst, words=trouble.words)


def _count(n: int, one: str, many: str) -> str:
    return one if n == 1 else many.format(n=n)


def line_parts(row: Row, state: PageState) -> tuple[SpokenThing, ...]:
    """Return the links in a row's words and the citation numbers behind them, in order."""
    match row.node:
        case Claim() as claim:
            return (*_links(claim.text), *(_citation(evidence, state) for evidence in claim.evidence))
        case Judgement() as judgement:
            return tuple(_links(judgement.text))
        case _:
            return ()


def _links(text: str) -> Iterator[SpokenThing]:
    for run in inline.parse(text):
        if run.link:
            yield SpokenThing(run.text, run.link)


def _citation(evidence: Evidence, state: PageState) -> SpokenThing:
    number = state.numbers.get(evidence.id)
    name = tr("citation {n}").format(n=number) if number is not None else tr("citation")
    stance = tr("not found in its source") if evidence.id in state.broken else tr(evidence.stance)
    return SpokenThing(name, f"{stance}: “{short(evidence.quote.exact)}”")
