"""Quick fixes: what can be done about a finding in one step, each a pure edit and undoable as any.

A finding names its fix; `choices` says what is offered for it, and there may be nothing: a sentence is
reworded only where the result is sure to read right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing import edits, inline, lookup, model, scales
from briefing.checks import editions, house_words, rewording, statement, undated, wording
from briefing.checks.corroboration import CONFIRMED, grade_refused
from briefing.checks.drafted import Put, put
from briefing.checks.findings import Finding
from briefing.checks.markings import inherited
from briefing.checks.rewording import Cut
from briefing.edits.containers import change_item
from briefing.errors import Refused
from briefing.inline import Run
from briefing.model import Brief, Claim, Evidence, Item, Judgement
from briefing.quoting import anchor
from briefing.scales import CONFIDENCE, STANDARDS, Rung
from briefing.text import Span, sentences

DISCLAIMER = (
    "Terms of likelihood are taken from both rows of ICD 203; two terms with the same range, such as "
    "“likely” and “probable”, express the same assessment of probability."
)
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Means:
    """What a fix may need: the origins of the sources and the texts by their SHA-256 (see `Facts`), and where
    new ids come from.
    """

    origins: Mapping[str, str]
    new_id: Callable[[str], str]
    text_of: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class FixChoice:
    """One thing that a fix can do: how a button says it, and the edit."""

    label: str
    edit: Callable[[Brief], Brief]


@dataclass(frozen=True, slots=True)
class Fix:
    """A quick fix by its id: what it is called, and what it offers for a finding."""

    id: str
    label: str
    offers: Callable[[Brief, Finding, Means], tuple[FixChoice, ...]]


def choices(brief: Brief, finding: Finding) -> tuple[str, ...]:
    """Return the labels of what the finding's fix offers; () where it offers nothing, or has no fix."""
    return tuple(choice.label for choice in _offered(brief, finding, Means(_NONE, model.new_id)))


def apply(
    brief: Brief,
    finding: Finding,
    choice: int = 0,
    origins: Mapping[str, str] = _NONE,
    new_id: Callable[[str], str] = model.new_id,
    text_of: Callable[[str], str] | None = None,
) -> Brief:
    """Return the brief with a choice of the finding's fix made, the first one by default.

    Raises Refused where the fix does not offer it, because the words have changed since.
    """
    offered = _offered(brief, finding, Means(origins, new_id, text_of))
    if not 0 <= choice < len(offered):
        raise Refused("There is no quick fix for this.", "Change the words by hand.")
    return offered[choice].edit(brief)


def _offered(brief: Brief, finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    fix = FIXES.get(finding.fix)
    return fix.offers(brief, finding, means) if fix else ()


def _item(brief: Brief, finding: Finding) -> Item | None:
    return next((item for item in lookup.statements(brief) if item.id == finding.item_id), None)


def reworded(item: Item, cuts: tuple[Cut, ...]) -> str:
    """Return an item's Markdown with cuts made in its words; new words take the style of what they
    replace.
    """
    runs = inline.parse(item.text)
    for cut in sorted(cuts, key=lambda c: c.start, reverse=True):
        style = inline.cut(runs, cut.start, cut.end)
        new = replace(style[-1], text=cut.words) if style else Run(cut.words)
        runs = (*inline.cut(runs, 0, cut.start), new, *inline.cut(runs, cut.end))
    return inline.write(runs)


def _reworded(item: Item, cuts: tuple[Cut, ...]) -> Callable[[Brief], Brief]:
    text = reworded(item, cuts)
    return lambda brief: edits.set_text(brief, item.id, text)


def _split(brief: Brief, finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    if item is None or finding.span is None:
        return ()
    text = inline.plain(item.text)
    found = rewording.split(text, finding.span) if finding.span[1] <= len(text) else None
    if found is None or not wording.confidences(text[slice(*finding.span)]):
        return ()
    two = FixChoice("Make two sentences of it", _reworded(item, rewording.as_sentences(found)))
    levels = [level for level, _ in CONFIDENCE]
    if (
        not isinstance(item, Judgement)
        or found.level not in levels
        or item.confidence not in ("", found.level)
    ):
        return (two,)
    moved = replace(item, text=reworded(item, found.cuts), confidence=found.level)
    field = FixChoice(
        f"Move “{found.level}” into its confidence", lambda b: change_item(b, item.id, lambda _: moved)
    )
    return field, two


def _add_disclaimer(_brief: Brief, _finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    claim = Claim(means.new_id("c"), DISCLAIMER, "editorial")
    return _in_summary("Add the sentence to the source summary", claim)


def _draft_summary(brief: Brief, _finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    words = statement.draft(brief, means.origins)
    claim = Claim(means.new_id("c"), inline.escape(words), "editorial")
    return _in_summary("Write a draft from the data", claim) if words else ()


def _redraft_summary(brief: Brief, finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    if item is None:
        return ()

    def redrafted(brief: Brief) -> Brief:
        return refreshed_summary(brief, item.id, means.origins)

    return (FixChoice("Draft its sentences again", redrafted),)


def refreshed_summary(brief: Brief, ident: str, origins: Mapping[str, str]) -> Brief:
    """Return the brief with the drafted sentences of one claim as the data are now; a person's own stay as
    they are.
    """
    item = lookup.item(brief, ident)
    words = inline.plain(item.text)
    stale = statement.outdated(words, brief, origins)
    if statement.is_draft(words):
        return edits.set_text(brief, ident, inline.escape(put(words, stale).strip()))
    cuts = tuple(Cut(_from(words, p), p.end, p.words) for p in stale)
    return edits.set_text(brief, ident, reworded(item, cuts).strip())


def written_summary(brief: Brief, words: str, claim_id: str, origins: Mapping[str, str]) -> Brief:
    """Return the brief with its source summary drafted from the data: in the place of an older draft, above
    the words of a person; where a person wrote between drafted sentences, these are drafted again where they
    stand.
    """
    mixed = [
        claim.id for claim in statement.summaries(brief) if statement.holds_draft(inline.plain(claim.text))
    ]
    for ident in mixed:
        brief = refreshed_summary(brief, ident, origins)
    return brief if mixed else edits.put_summary(brief, words, claim_id, statement.is_draft)


def _from(words: str, change: Put) -> int:
    """A sentence that goes takes the space before it along."""
    return change.start - (not change.words and change.start > 0 and words[change.start - 1] == " ")


def _redraft_changes(_brief: Brief, _finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    def redrafted(brief: Brief) -> Brief:
        old = editions.last_edition(brief, means.text_of)
        if old is None:
            raise Refused("The last edition is not at hand.", "Change the words by hand.")
        words = editions.refreshed(brief.change_statement, old, brief)
        return edits.set_field(brief, "brief", "change_statement", words)

    return (FixChoice("Draft its sentences again", redrafted),)


def _in_summary(label: str, claim: Claim) -> tuple[FixChoice, ...]:
    """Put an editorial claim at the end of the source summary; such a section is made where there is none."""

    def put(brief: Brief) -> Brief:
        if not any(s.kind == "summary" for s in brief.sections):
            brief = edits.add_section(brief, "Source summary", "summary")
        section = next(s for s in brief.sections if s.kind == "summary")
        empty = [i for i in section.items if isinstance(i, Claim) and not i.text and not i.evidence]
        if empty:
            filled = replace(empty[0], text=claim.text, kind=claim.kind)
            return change_item(brief, empty[0].id, lambda _: filled)
        return edits.add_claim(brief, section.id, claim)

    return (FixChoice(label, put),)


def _use_rung(brief: Brief, finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    ladder = next((s for s in STANDARDS if s.id == brief.standard), None)
    if item is None or ladder is None:
        return ()
    if finding.span is None:
        return _chip(item, ladder.id)
    text = inline.plain(item.text)
    made: list[FixChoice] = []
    for rung, cuts in _rungs_for(text, finding.span, ladder.id):
        if cuts:
            made.append(FixChoice(_label(rung), _reworded(item, cuts)))
    return tuple(made)


def _rungs_for(text: str, span: Span, ladder: str) -> list[tuple[Rung, tuple[Cut, ...]]]:
    for start, end in sentences(text):
        words = text[start:end]
        for hit in wording.hits(words):
            if (start + hit.start, start + hit.end) == span:
                there = replace(hit, start=span[0], end=span[1])
                rungs = wording.nearest(ladder, hit.term.about)
                return [(r, rewording.in_place(text, (start, end), there, r)) for r in rungs]
        for number in wording.percentages(words):
            if (start + number.start, start + number.end) == span:
                moved = replace(number, start=span[0], end=span[1])
                rungs = neighbours(ladder, (number.low + number.high) / 2)
                return [(r, rewording.for_number(text, (start, end), moved, r)) for r in rungs]
    return []


def neighbours(ladder: str, percent: float) -> tuple[Rung, Rung]:
    """Return the rungs on both sides of a number that none holds, else the two nearest."""
    below, above = scales.around(ladder, percent)
    return (below, above) if below and above else wording.nearest(ladder, percent)


def _label(rung: Rung) -> str:
    return scales.named(rung)


def _chip(item: Item, ladder: str) -> tuple[FixChoice, ...]:
    if not isinstance(item, Judgement):
        return ()
    term = wording.TERMS.get(item.likelihood)
    numbers = wording.percentages(f"a likelihood of {item.likelihood}")
    if numbers:
        rungs = neighbours(ladder, numbers[0].low)
    else:
        rungs = wording.nearest(ladder, term.about if term else 50)
    return tuple(FixChoice(_label(rung), _with_likelihood(item.id, rung.term)) for rung in rungs)


def _with_likelihood(ident: str, term: str) -> Callable[[Brief], Brief]:
    return lambda brief: edits.set_field(brief, ident, "likelihood", term)


def _raise_marking(brief: Brief, _finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    strictest = inherited(brief).label
    if not strictest:
        return ()
    return (
        FixChoice(f"Mark the brief {strictest}", lambda b: edits.set_field(b, "brief", "marking", strictest)),
    )


def _grade_2(brief: Brief, finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    if not isinstance(item, Claim):
        return ()
    refused = [e.id for e in item.evidence if grade_refused(item, e.id, e.credibility, means.origins)]
    ids = refused or [e.id for e in item.evidence if e.credibility == CONFIRMED]

    def graded(brief: Brief) -> Brief:
        for ident in ids:
            brief = edits.set_field(brief, ident, "credibility", "2")
        return brief

    return (FixChoice("Grade it 2, probably true", graded),) if ids else ()


def _call_assessed(brief: Brief, finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    if not isinstance(item, Claim) or item.kind != "reported":
        return ()
    return (FixChoice("Call the claim assessed", lambda b: edits.set_field(b, item.id, "kind", "assessed")),)


def _say_quote(brief: Brief, finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    text = inline.plain(item.text) if item is not None else ""
    if item is None or finding.span is None or not finding.instead or finding.span[1] > len(text):
        return ()
    start, end = finding.span
    words = finding.instead
    if text[start].isupper() and not text[:start].strip():
        words = words[:1].upper() + words[1:]
    return (FixChoice(f"Say “{words}”", _reworded(item, (Cut(start, end, words),))),)


def _link_passage(brief: Brief, finding: Finding, means: Means) -> tuple[FixChoice, ...]:
    if finding.passage is None or not isinstance(_item(brief, finding), Claim):
        return ()
    source_id, start, end = finding.passage

    def linked(brief: Brief) -> Brief:
        source = lookup.source(brief, source_id)
        if means.text_of is None:
            raise Refused("The text of the article is not at hand.", "Link the passage in the article.")
        text = means.text_of(source.text_sha)
        span = next((s for s in sentences(text) if s[0] <= start and end <= s[1]), (start, end))
        quote = anchor.describe(text, span, source.text_sha)
        return edits.link_quote(brief, finding.item_id, Evidence(means.new_id("e"), source_id, quote))

    return (FixChoice("Link that passage", linked),)


def _name_days(brief: Brief, finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    if not isinstance(item, Claim) or finding.span is None:
        return ()
    sources = {source.id: source for source in brief.sources}
    return tuple(
        FixChoice(f"Write “{day.words}”", _reworded(item, (Cut(day.start, day.end, day.words),)))
        for day in undated.named_days(item, finding.span, sources)
    )


def _house_term(brief: Brief, finding: Finding, _means: Means) -> tuple[FixChoice, ...]:
    item = _item(brief, finding)
    if item is None or finding.span is None or not finding.instead:
        return ()
    start, end = finding.span
    if inline.plain(item.text)[start:end] != finding.mark:  # the words have changed since
        return ()
    return (FixChoice(f"Write “{finding.instead}”", _reworded(item, (Cut(start, end, finding.instead),))),)


FIXES: Mapping[str, Fix] = MappingProxyType(
    {
        fix.id: fix
        for fix in (
            Fix("split-confidence", "Separate confidence from likelihood", _split),
            Fix("add-disclaimer", "Say that the terms mean the same", _add_disclaimer),
            Fix("use-rung", "Use a term of the ladder", _use_rung),
            Fix("call-assessed", "Call the claim assessed", _call_assessed),
            Fix(undated.NAME_DAYS, "Write the date", _name_days),
            Fix("grade-2", "Lower the grade", _grade_2),
            Fix("draft-summary", "Draft the source summary", _draft_summary),
            Fix("redraft-summary", "Draft the source summary again", _redraft_summary),
            Fix("redraft-changes", "Draft the change statement again", _redraft_changes),
            Fix("say-quote", "Say what the quote says", _say_quote),
            Fix("link-passage", "Link the passage that has it", _link_passage),
            Fix(house_words.HOUSE_TERM, "Write it as the house does", _house_term),
            Fix("raise-marking", "Raise the marking", _raise_marking),
        )
    }
)
