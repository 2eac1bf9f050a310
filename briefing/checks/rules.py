"""The table of rules, and asking all of them of one brief."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.checks import (
    completeness,
    corroboration,
    dated_rows_rule,
    editions,
    estimative,
    excerpts,
    house_words,
    markings,
    sourcing,
    statement,
    undated,
    undescribed,
)
from briefing.checks.engine import Checker, Rule
from briefing.checks.findings import Finding
from briefing.checks.rule_types import BriefCheck, Facts, FindingKind, ItemCheck, Kinds
from briefing.checks.support import unsupported
from briefing.checks.support.rule import OTHERWISE
from briefing.model import Brief

__all__ = ["CHECKS", "kind_of", "run", "standing"]

# The severity is that of most of a rule's findings; a finding carries its own. A final export asks for a
# reason only where words are not as a source has them, or a source says otherwise: no reader can see that
# from the file. What else stands is shown to the person who exports, and can be seen in the file or harms
# nobody who reads it.
CHECKS: tuple[Rule, ...] = (
    ItemCheck("L1", "A reported claim has a quote", "error", sourcing.unquoted, {
        "": FindingKind("no quote", "one reported claim has no quote", "{n} reported claims have no quote")}),
    ItemCheck("L2", "A quote stands word for word in its source", "error", sourcing.not_verbatim, {
        "": FindingKind("quotes not found in their source",
            "one quote could not be found again where it was made",
                 "{n} quotes could not be found again where they were made", locks=True)}),
    ItemCheck("L3", "A claim says no more than its quotes", "warning", unsupported, {
        "": FindingKind("words not in the quote", "one claim says more than its quotes",
            "{n} claims say more than their quotes"),
        OTHERWISE: FindingKind("words other than in the quote", "one claim says otherwise than its quotes",
                        "{n} claims say otherwise than their quotes", locks=True)}),
    ItemCheck("L4", "Confidence and likelihood stand in different sentences", "error",
              estimative.confidence_beside_likelihood, {
        "": FindingKind("confidence and likelihood in one sentence",
            "one statement gives confidence and likelihood in one sentence",
                 "{n} statements give confidence and likelihood in one sentence")}),
    BriefCheck("L5", "Terms of likelihood come from one row, or a note says that they mean the same",
        "warning",
               estimative.mixed_rows, {
        "": FindingKind("terms of likelihood of two rows", "terms of likelihood are taken from two rows")}),
    ItemCheck("L6", "Terms of likelihood are those of the declared ladder", "warning", estimative.off_ladder,
        {
        "": FindingKind("terms off the ladder of likelihood",
            "one statement has a term that is not of the ladder of likelihood",
                 "{n} statements have terms that are not of the ladder of likelihood")}),
    ItemCheck("L7", "Facts carry no likelihood, judgements carry one", "warning", estimative.misplaced, {
        "": FindingKind("likelihood missing or out of place",
            "one statement has its likelihood missing or out of place",
                 "{n} statements have their likelihood missing or out of place")}),
    ItemCheck("L8", "Likelihood is said of events, not of statistics", "note", estimative.on_statistic, {
        "": FindingKind("likelihood of a statistic", "one statement gives a likelihood to a statistic",
                 "{n} statements give a likelihood to a statistic")}),
    BriefCheck("L9", "A key judgement rests on two origins", "warning", corroboration.one_origin, {
        "": FindingKind("one origin", "one statement rests on one origin or none",
            "{n} statements rest on one origin or none"),
        corroboration.GRADED: FindingKind("grade of a quote",
            "one claim is graded as confirmed without a second origin",
                                   "{n} claims are graded as confirmed without a second origin")}),
    BriefCheck("L10", "A cited source has author, title, dates and a descriptor", "note",
        completeness.undescribed, {
        "": FindingKind("details of a source", "details of cited sources are missing")}, waits=True),
    BriefCheck("L11", "The brief says what its sources are", "note", statement.summarised, {
        "": FindingKind("source summary", "there is no source summary"),
        statement.STALE: FindingKind("source summary", "the source summary does not agree with the data")},
        waits=True),
    BriefCheck("L12", "Contradicting evidence is answered", "warning", sourcing.unanswered, {
        "": FindingKind("contradicted by a source",
            "one claim is contradicted by a source and nothing answers it",
                 "{n} claims are contradicted by a source and nothing answers them", locks=True)}),
    ItemCheck("L13", "Nothing is said by “we cannot rule out”", "note", estimative.cannot_rule_out, {
        "": FindingKind("words that say nothing",
            "one statement says only that something cannot be ruled out",
                 "{n} statements say only that something cannot be ruled out")}),
    ItemCheck("L14", "A quote is whole: five words or more, not cut before a “but”", "warning", excerpts.torn,
        {
        "": FindingKind("short or cut quotes", "one claim has a quote that is short or cut",
            "{n} claims have quotes that are short or cut")}),
    BriefCheck("L15", "A later edition says what has changed", "warning", editions.change_stated, {
        "": FindingKind("change statement", "the change statement is missing or unfinished"),
        statement.STALE: FindingKind("change statement",
            "the change statement does not agree with what changed")}, waits=True),
    BriefCheck("L16", "Sources are of the time the brief speaks of", "warning", completeness.out_of_time, {
        "": FindingKind("sources out of time", "one source is too new or too old",
            "{n} sources are too new or too old")}, waits=True),
    BriefCheck("L17", "The brief is marked no lower than its sources", "error", markings.lowered, {
        "": FindingKind("marking", "the brief is marked lower than its sources")}),
    BriefCheck("L18", "A section keeps to its length", "note", completeness.too_long, {
        "": FindingKind("length of a section", "one section is over its length",
            "{n} sections are over their length")}),
    ItemCheck("L19", "A claim gives the dates of its days", "note", undated.without_a_date, {
        "": FindingKind("days without a date", "one claim names a day without its date",
            "{n} claims name days without their dates")}),
    BriefCheck("L20", "A figure says what it shows", "note", undescribed.undescribed, {
        "": FindingKind("figures without alternative text", "one figure has no alternative text",
            "{n} figures have no alternative text")}),
    ItemCheck("L21", "A row of a chronology has the day that its words and quotes name", "warning",
        dated_rows_rule.day_of_row, {
        "": FindingKind("rows without a day", "one row of the chronology has no day",
            "{n} rows of the chronology have no day"),
        dated_rows_rule.OTHER_DAY: FindingKind("day of a row",
            "one row of the chronology has another day than its words or quotes",
            "{n} rows of the chronology have other days than their words or quotes")}),
    BriefCheck("L25", "The words are those of the house, abbreviations are spelled out once", "note",
        house_words.off_house, {
        "": FindingKind("words of the house", "one word is not the one that the house writes",
            "{n} words are not those that the house writes"),
        house_words.LONG_FORM: FindingKind("abbreviations", "one abbreviation is not spelled out",
            "{n} abbreviations are not spelled out")}, by_default=False),
)  # fmt: skip


def run(brief: Brief, facts: Facts) -> tuple[Finding, ...]:
    """Return the findings of every rule that the brief asks, rule by rule, in reading order within each.

    A finding that its item, source or brief waives is kept, with the reason in `waived`.
    """
    return Checker(CHECKS).run(brief, facts)


def standing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what nobody has waived of the errors and of what asks for a reason at an export: with one of
    them a check fails.
    """
    return tuple(f for f in findings if not f.waived and (f.severity == "error" or kind_of(f).locks))


def kind_of(finding: Finding) -> FindingKind:
    """Return the kind of a finding, by its rule's record."""
    kinds: Kinds = next((rule.kinds for rule in CHECKS if rule.id == finding.rule), {})
    return (
        kinds.get(finding.kind)
        or kinds.get("")
        or FindingKind("findings", "one finding stands", "{n} findings stand")
    )
