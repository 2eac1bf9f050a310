"""Words of likelihood that stand on no ladder, what they are taken to mean, and what is none of them.

`VAGUE` gives each one a middle in per cent, used for nothing but to name the two nearest rungs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_CHANCE = ("chance", "likelihood", "probability", "possibility", "prospect")
_SIZES = (
    ("significant", 45), ("substantial", 50), ("considerable", 50), ("serious", 45), ("real", 45),
    ("fair", 45),
    ("reasonable", 45), ("distinct", 45), ("some", 30), ("good", 67), ("strong", 80), ("high", 85),
    ("moderate", 50), ("small", 12), ("slight", 10), ("slim", 8), ("low", 15), ("little", 8), ("minimal", 3),
)  # fmt: skip
_HOW = (
    ("extremely", 93), ("overwhelmingly", 93), ("quite", 67), ("fairly", 67), ("rather", 67),
    ("reasonably", 67),
    ("somewhat", 60), ("most", 70), ("increasingly", 67),
)  # fmt: skip


def _combined() -> Iterator[tuple[str, float]]:
    for size, about in _SIZES:
        for noun in _CHANCE:
            yield f"{size} {noun}", about
    for how, about in _HOW:
        yield f"{how} likely", about
        yield f"{how} probable", about
        yield f"{how} unlikely", 100 - about
        yield f"{how} improbable", 100 - about


VAGUE: tuple[tuple[str, float], ...] = (
    ("may", 40), ("might", 40), ("could", 40), ("possible", 40), ("possibly", 40), ("perhaps", 40),
    ("maybe", 40),
    ("potentially", 40), ("conceivable", 20), ("conceivably", 20), ("there is a possibility", 40),
    ("there is a chance", 40), ("cannot be excluded", 12), ("can't be excluded", 12), ("cannot exclude", 12),
    ("cannot be discounted", 12), ("cannot discount", 12), ("cannot be dismissed", 12),
    ("cannot dismiss", 12),
    ("not likely", 25), ("not very likely", 25), ("not probable", 25), ("not unlikely", 55),
    ("not improbable", 55),
    ("more likely than not", 67), ("as likely as not", 50), ("fifty-fifty", 50), ("even chance", 50),
    ("even odds", 50), ("virtually certain", 97), ("all but certain", 97), ("certain to", 98),
    ("bound to", 97), ("inevitable", 98), ("inevitably", 98), ("no chance", 2),
    ("in all likelihood", 85), ("in all probability", 85), ("every chance", 80), ("every likelihood", 85),
    ("chances are", 70), ("odds favour", 67), ("odds favor", 67), ("odds are against", 25),
    ("odds are in favour", 67), ("odds are in favor", 67),
    ("not impossible", 20), ("not inconceivable", 20), ("it is doubtful", 20),
    *_combined(),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guard:
    """When a word is not one of likelihood: by what stands before or after it, or by its capital."""

    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    needs_before: re.Pattern[str] | None = None
    needs_after: re.Pattern[str] | None = None
    permitted: re.Pattern[str] | None = None
    capital: bool = False

    def refuses(self, before: str, words: str, after: str) -> bool:
        """Whether the word between these two stretches of text means something else."""
        if self.capital and words[0].isupper():
            return True
        if self.before and self.before.search(before):
            return True
        if self.permitted and self.permitted.search(before):
            return True
        if self.after and self.after.match(after):
            return True
        if not (self.needs_before or self.needs_after):
            return False
        stands = (self.needs_before and self.needs_before.search(before)) or (
            self.needs_after and self.needs_after.match(after)
        )
        return not stands


def _ends(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s]+$", re.IGNORECASE)


def _starts(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[\s]+(?:{pattern})", re.IGNORECASE)


_COMPARED = _ends(r"\b(?:more|less|as|equally|so|how|too)")
# "The most likely route" ranks, it does not say how likely.
_RANKED = _starts(
    r"(?:\w+\s)?(?:scenario|outcome|course|explanation|cause|candidate|successor|route|target|"
    r"reason|option)s?\b"
)
# "The likely successor" is a person.
_FOLLOWER = _starts(r"(?:successors?|candidates?|cause|culprits?|heirs?|voters?)\b")
_ASKED = (
    r"\b(?:whether|(?:say|know|knew|predict|see|tell|unclear|not clear|unknown|uncertain) "
    r"(?:if|who|what|when|where|which|how))\b[^.,;]{0,60}$"
)
# Under an agreement, and where one asks who may pass, "may" gives leave; "whether it may" estimates nothing.
_PERMITTED = re.compile(
    r"\b(?:under|by) (?:the|its|their|a|this|that|international|martial) ?(?:\w+ )?"
    r"(?:deal|agreement|laws?|terms|truce|treaty|rules?|constitution|charter|accord|ceasefire|order)\b"
    r"|\b(?:ask(?:s|ed)?|know|decides?|decided|agreed?) (?:\w+ "
    r")?(?:who|whether|what|which|where)\b[^.,;]{0,25}$"
    rf"|{_ASKED}",
    re.IGNORECASE,
)
# "May be detained if they are likely to flee" sets a condition.
_CONDITION = re.compile(r"\bif\b[^.,;]{0,40}$", re.IGNORECASE)
_ABILITY = _starts(r"(?:to|for)\b")

GUARDS: Mapping[str, Guard] = {
    # In English "May" with a capital is the month or a person; "Might" so begins no statement of fact.
    "may": Guard(
        _ends(
            r"\d|\d(?:st|nd|rd|th)|\bas it|\bcome what|\bas the case|\b(?:in|early|late|mid|since|until|of)"
        ),
        _starts(r"\d|of \d"), permitted=_PERMITTED, capital=True,
    ),
    "might": Guard(
        _ends(
            r"['’]s|s['’]|\b(?:military|naval|air|economic|industrial|financial|political|"
            r"nuclear|armed|imperial|the|its|his|her|their|our|my|your|full|sheer|combined|"
            r"superior|greater|with)"
        ),
        _starts(
            r"(?:of|in|on|at|along|and|or|behind|against|alone|abroad|that|which|is|was|are|were|has|had)\b"
            r"|makes right"
        ), permitted=re.compile(_ASKED, re.IGNORECASE), capital=True,
    ),
    "could": Guard(
        _ends(r"\bas (?:\w+ )?(?:as|\w+) \w+|\bso that \w+|\bthan \w+|\b(?:few|nobody|no "
            r"one|nothing|none)(?: of \w+)?"),
        _starts(
            r"(?:not|no longer|only|barely|hardly|scarcely|see|hear|afford|neither|never)\b"
            r"|be (?:seen|heard|felt|found|reached|verified|read)\b|(?:carry|hold|seat|house|lift)\s+\d"
        ),
        permitted=re.compile(rf"{_ASKED}|\bif\b[^.,;]{{0,40}}$", re.IGNORECASE),
    ),
    "possible": Guard(
        _ends(
            r"\b(?:as|if|where|wherever|when|whenever|whatever|best|worst|greatest|smallest|earliest|not|no "
            r"longer|as was|as is|what (?:is|was)(?: \w+)?|only|all|every|any)"
        ),
        _starts(r"(?:for\b.{1,40}?\bto\b|to\b)"),
    ),
    "perhaps": Guard(after=_starts(r"\d")),
    "remote": Guard(
        needs_before=_ends(
            r"\b(?:chances?|odds|prospects?|possibility|likelihood|probability)\b[^.]{0,40}"
            r"\b(?:is|are|was|were|remains?|looks?|seems?|be)(?: now| still)?"
        ),
        needs_after=_starts(r"(?:possibility|prospects?|likelihood|chances?|odds)\b"),
    ),
    "likely": Guard(_COMPARED, _FOLLOWER, permitted=_CONDITION),
    "unlikely": Guard(
        _COMPARED,
        _starts(r"(?:ally|allies|alliance|hero(?:es|ine)?|partner|partners|partnership|friend|"
                r"friends|friendship|coalition|couple|place|source|setting|bedfellows?)\b"),
    ),
    "probable": Guard(_COMPARED, _starts(r"causes?\b")),
    "improbable": Guard(before=_COMPARED),
    "most likely": Guard(_ends(r"\b(?:the|its|their)"), _RANKED),
    "most probable": Guard(_ends(r"\b(?:the|its|their)"), _RANKED),
    "certain to": Guard(_ends(r"\b(?:mak\w+|made)")),
    "bound to": Guard(_ends(r"\b(?:legally|treaty|duty|honou?r|is not|are not|was|were)"),
        _starts(r"(?:the|a|an|its|their)\b")),
    "chances are": Guard(after=_starts(r"(?:not\s)?(?:being|taken|given|missed|wasted)\b")),
    "even chance": Guard(_ends(r"\b(?:not|or)"), _starts(r"(?:meetings?|encounters?)\b")),
    "no chance": Guard(after=_ABILITY),
    **{
        f"{size} {noun}": Guard(after=_ABILITY)
        for size, _ in _SIZES
        for noun in ("chance", "prospect")
    },
    "low probability": Guard(after=_starts(r"events?\b")),
}  # fmt: skip
