"""Which fact of which quote answers a fact of the claim, and what follows for the claim.

Facts are read first, by kind; then a kind says of each fact of the quotes whether it answers the claim's (by
what is counted, by the predicate, by the subject) and whether it agrees; then this grades.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, MarkState
from briefing.checks.support.reading import Quoted

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class AlignedFact(Generic[F]):
    """A fact of a quote that may answer one of the claim.

    `agrees`: it bears the claim's out. `sure`: it is of the same thing beyond reasonable doubt, so that
    another value contradicts the claim.
    """

    quoted: Quoted
    fact: F
    agrees: bool
    sure: bool


def graded(answers: Sequence[AlignedFact[F]]) -> tuple[MarkState, AlignedFact[F] | None]:
    """Return what became of a fact with the answer that decides it: found where one agrees, differs where a
    sure one does not, else absent: an uncertain alignment is never an error.
    """
    agreeing = next((answer for answer in answers if answer.agrees), None)
    if agreeing is not None:
        return FOUND, agreeing
    against = next((answer for answer in answers if answer.sure), None)
    return (DIFFERS, against) if against is not None else (ABSENT, None)
