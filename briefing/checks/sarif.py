"""Findings as SARIF 2.1.0 (OASIS, 2020), for the tools that show results of checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing import __version__, inline, lookup
from briefing.checks.findings import Finding
from briefing.checks.rules import CHECKS
from briefing.model import Brief

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(brief: Brief, findings: Iterable[Finding], uri: str) -> dict[str, Any]:
    """Return the log of one run as JSON has it. `uri`: the brief's file, as a URI reference.

    A brief is no text file: a result names its item by a logical location, and the words meant by a region of
    that item's text (code points, SARIF 3.30) with a snippet. What is waived is a suppressed result.
    """
    texts = {item.id: inline.plain(item.text) for item in lookup.statements(brief)}
    rules = [
        {"id": r.id, "shortDescription": {"text": r.title}, "defaultConfiguration": {"level": r.severity}}
        for r in CHECKS
    ]
    driver = {"name": "Briefing Desk", "semanticVersion": __version__, "rules": rules}
    order = {rule.id: index for index, rule in enumerate(CHECKS)}
    results = [_result(f, texts.get(f.item_id, ""), order[f.rule], uri) for f in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, text: str, index: int, uri: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [_location(finding, text, uri)],
    }
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "justification": finding.waived}]
    return result


def _location(finding: Finding, text: str, uri: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if finding.span is not None and text:
        start, end = finding.span
        physical["contextRegion"] = {"charOffset": 0, "charLength": len(text), "snippet": {"text": text}}
        physical["region"] = {
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": text[start:end]},
        }
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": finding.item_id, "kind": "member"}],
    }
