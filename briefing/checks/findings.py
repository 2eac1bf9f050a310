"""What a rule says: a finding on one item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """Rule `rule` found something at `item_id` (a claim, judgement, source or the brief).

    `severity` is error, warning or note; `hint` says what to do. `waived` is the author's reason to let
    it stand, "" where there is none. `span`: the words meant, in code points of the item's plain text.
    `fix`: the id of a quick fix, "" where there is none. `kind`: which of the rule's kinds it is, "" for its
    first;
    `about`: a heading more exact than that of the kind. `evidence_id`: the quote meant, "" for none.
    `instead`: the words of a quote that the fix puts in place of those of the span. `passage`: the words of
    an article that the fix links, as the source's id and code points of its text. `mark`: what L3 compared,
    such as number or name; of L25 the words it found; "" for other rules.
    """

    rule: str
    severity: Severity
    item_id: str
    message: str
    hint: str = ""
    waived: str = ""
    span: tuple[int, int] | None = None
    fix: str = ""
    kind: str = ""
    about: str = ""
    evidence_id: str = ""
    instead: str = ""
    passage: tuple[str, int, int] | None = None
    mark: str = ""
