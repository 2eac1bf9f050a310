"""What is compared, and what is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from briefing.checks.findings import SEVERITIES, Severity
from briefing.model import Stance

MarkKind = Literal[
    "number", "date", "name", "unit", "negation", "modal", "hedge", "attribution", "verb", "quotation",
    "approximation",
]  # fmt: skip
MarkState = Literal["found", "differs", "elsewhere", "absent"]
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
FOUND: Final = "found"
DIFFERS: Final = "differs"
ELSEWHERE: Final = "elsewhere"
ABSENT: Final = "absent"

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Cited:
    """The text of one quote, as the comparison needs it.

    `stance`: supports, contradicts or context. `published`: the source's ISO 8601 date, possibly partial, or
    "". `language`: the source's, "" for English. `before`, `after`: the words round the quote in its source.
    `translation`: the quote in the language of the claim, "" where there is none. `source`: the id of the
    article that it is taken from, "" where that is not at hand.
    """

    id: str
    exact: str
    stance: Stance = "supports"
    published: str = ""
    language: str = ""
    before: str = ""
    after: str = ""
    translation: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something the brief knows: any of its names may stand for any other. `role`: the actor's,
    as written.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    role: str = ""


# How loud a state is: a quote says otherwise; nothing that is cited says it; the article does, outside the
# quotes.
GRADES: Mapping[MarkState, Severity] = {DIFFERS: "error", ABSENT: "warning", ELSEWHERE: "note"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of some words of a claim: `kind` is one of KINDS, `state` one of these.

    found: a quote bears them out. differs: a quote answers them and says otherwise. elsewhere: no quote
    answers them, but another passage of a cited article bears them out. absent: no cited article does.

    `start`, `end`: code points of the claim's plain text. `nearest`: the text of the quotes that come
    nearest, "" for none. `reason`: a plain sentence. `where`: the words in the quotes that match or differ,
    each as the quote's id and code points of its exact words. `most`: the worst it
    may be, error, warning or note. `denies`: the claim denies what the quote has, not the other way round.
    `passage`: where an article has it elsewhere, as the source's id and code points of its text.
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
    passage: Place | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is, "note" for what was found: by its state, and never worse than `most`."""
        return max(GRADES.get(self.state, "note"), self.most, key=SEVERITIES.index)
