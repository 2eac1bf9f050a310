"""A claim against its quotes (rule L3): deterministic, offline, and each mark explains itself."""

from briefing.checks.support.compare import compare
from briefing.checks.support.marks import FOUND, KINDS, Cited, Mark, Named
from briefing.checks.support.rule import marks_of, named, unsupported

__all__ = ["FOUND", "KINDS", "Cited", "Mark", "Named", "compare", "marks_of", "named", "unsupported"]
