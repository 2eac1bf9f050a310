"""What is compared, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from briefing.checks.findings import Severity
from briefing.model import Stance

MarkKind = Literal[
    "number", "date", "name", "unit", "negation", "modal", "hedge", "attribution", "verb", "quotation",
    "approximation",
]  # fmt: skip
MarkState = Literal["found", "differs", "absent"]
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
FOUND: Final = "found"
DIFFERS: Final = "differs"
ABSENT: Final = "absent"

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Cited:
    """The text of one quote, as the comparison needs it.

    `stance`: supports, contradicts or context. `published`: the source's ISO 8601 date, possibly partial, or
    "". `language`: the source's, "" for English. `before`, `after`: the words round the quote in its source.
    `translation`: the quote in the language of the claim, "" where there is none.
    """

    id: str
    exact: str
    stance: Stance = "supports"
    published: str = ""
    language: str = ""
    before: str = ""
    after: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something the brief knows: any of its names may stand for any other. `role`: the actor's,
    as written.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of some words of a claim: `state` is found, differs or absent, `kind` one of KINDS.

    `start`, `end`: code points of the claim's plain text. `nearest`: the text of the quotes that come
    nearest, "" for none. `reason`: a plain sentence. `where`: the words in the quotes that match or differ,
    each as the quote's id and code points of its exact words. `most`: the worst it
    may be, error, warning or note. `denies`: the claim denies what the quote has, not the other way round.
    """

    start: int
    end: int
    kind: MarkKind
    state: MarkState
    nearest: str
    reason: str
    where: tuple[Place, ...] = ()
    most: Severity = "error"
    denies: bool = False
