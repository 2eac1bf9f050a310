"""Finding the field's words in a statement: terms of likelihood, numbers given as one, confidence.

Nothing inside quotation marks is found. Spans are code points of the words (`inline.plain`). The ladders
are those of `scales` (ICD 203, PHIA); the vaguer words are those both standards ask their writers to avoid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.hedges import GUARDS, VAGUE, Guard
from briefing.checks.modal_sense import OTHER_SENSES, Sense
from briefing.model import ConfidenceLevel
from briefing.scales import STANDARDS, Rung, standard
from briefing.text import sentences

Span = tuple[int, int]

# A mark that no pattern here can match or cross stands for each quoted character.
_QUOTED = "\x1f"
_QUOTATION = re.compile(
    r'“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|"[^"]*"'
    r"|(?<!\w)‘(?:[^’]|’(?=\w))*’(?!\w)|(?<!\w)'(?=\w)(?:[^']|'(?=\w))*(?<=[\w.,!?])'(?!\w)"
)

# Adverbs that stand for the adjective of their rung; "almost certain(ly)" is one term of both standards.
_ADVERBS = {"probably": "probable", "improbably": "improbable", "almost certainly": "almost certain"}


@dataclass(frozen=True, slots=True)
class LikelihoodTerm:
    """A term of likelihood. `about` is the middle of what it is taken to mean, in per cent.

    `standards` are those on whose ladder it stands; `row` is its row of ICD 203 (0 where both have it).
    """

    words: str
    about: float
    standards: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term found in a statement."""

    start: int
    end: int
    words: str
    term: LikelihoodTerm

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Percentage:
    """A likelihood given as a number or a range of numbers, in per cent."""

    start: int
    end: int
    low: float
    high: float

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Confidence:
    """Confidence named in a statement. `level` is a key of `scales.CONFIDENCE`, "" where it is not named."""

    start: int
    end: int
    level: ConfidenceLevel

    @property
    def span(self) -> Span:
        return self.start, self.end


def unquoted(text: str) -> str:
    """Return text of the same length in which what stands inside quotation marks is blotted out.

    A curly or angle quotation mark without its partner quotes to the end: it is still being typed.
    """
    return _QUOTATION.sub(lambda m: _QUOTED * len(m.group()), text)


def meaning(chosen: str) -> LikelihoodTerm | None:
    """Return the term that was chosen for a judgement; None for a number, an unknown word or nothing."""
    return TERMS.get(" ".join(chosen.casefold().split()))


def middle(rung: Rung) -> float:
    """Return the middle of a rung's range, in per cent."""
    return (rung.low + rung.high) / 2


def nearest(standard_id: str, percent: float) -> tuple[Rung, Rung]:
    """Return the two rungs of a ladder whose middles are nearest, the nearer first.

    Raises BadInput for an unknown standard.
    """
    first, second, *_ = sorted(standard(standard_id).rungs, key=lambda rung: abs(middle(rung) - percent))
    return first, second


def _ladder_terms() -> Iterator[LikelihoodTerm]:
    found: dict[str, LikelihoodTerm] = {}
    for ladder in STANDARDS:
        for rung in ladder.rungs:
            for words in (rung.term, *rung.also):
                known = found.get(words)
                standards = (*known.standards, ladder.id) if known else (ladder.id,)
                row = known.row if known else _row(ladder.id, rung, words)
                found[words] = LikelihoodTerm(words, known.about if known else middle(rung), standards, row)
    for adverb, adjective in _ADVERBS.items():
        twin = found[adjective]
        found[adverb] = LikelihoodTerm(adverb, twin.about, twin.standards, twin.row)
    yield from found.values()


def _row(standard_id: str, rung: Rung, words: str) -> int:
    if standard_id != "icd203":
        return 0
    return 1 if words == rung.term or words == "almost certainly" else 2


TERMS: Mapping[str, LikelihoodTerm] = {
    **{words: LikelihoodTerm(words, about) for words, about in VAGUE},
    **{term.words: term for term in _ladder_terms()},
}
_BLANK = r"[ \t\u00a0\u202f]+"


def _as_pattern(words: str) -> str:
    return _BLANK.join(re.escape(word).replace("'", "['’]") for word in words.split(" "))


_TERM = re.compile(
    r"(?<![\w-])(?:" + "|".join(_as_pattern(w) for w in sorted(TERMS, key=len,
        reverse=True)) + r")(?![\w-]|['’]\w)",
    re.IGNORECASE,
)  # fmt: skip
# Every term holds one of these: a sentence without any of them is left alone at once.
_CORES = (
    "likel", "prob", "certain", "chance", "odds", "possib", "may", "might", "could", "perhaps", "conceiv",
    "potential", "remote", "prospect", "inevitab", "bound", "exclude", "discount", "dismiss", "fifty", "even",
    "doubtful",
)  # fmt: skip
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+")
_REACH = 60


@lru_cache(maxsize=4096)
def hits(text: str) -> tuple[TermHit, ...]:
    """Return the terms of likelihood in a statement's words, in order, the longest at each place.

    Left out: words inside quotation marks, the month of May, might as power, a remote village,
    "as soon as possible", words of names, comparisons ("more likely at night"), and what gives leave, tells
    what somebody was able to do or names a means (`modal_sense`).
    """
    lowered = text.lower()
    if not any(core in lowered for core in _CORES):
        return ()
    return tuple(_hits(unquoted(text)))


def _hits(bare: str) -> Iterator[TermHit]:
    for match in _TERM.finditer(bare):
        words = match.group()
        key = " ".join(words.casefold().replace("’", "'").split())
        term = TERMS[key]
        if not (
            _is_name(bare, match)
            or _guarded(bare, match, GUARDS.get(key))
            or _in_another_sense(bare, match, OTHER_SENSES.get(key))
        ):
            yield TermHit(match.start(), match.end(), words, term)


def _guarded(bare: str, match: re.Match[str], guard: Guard | None) -> bool:
    if guard is None:
        return False
    before, after = (
        bare[max(0, match.start() - _REACH) : match.start()],
        bare[match.end() : match.end() + _REACH],
    )
    return guard.refuses(before, match.group(), after)


_SENTENCE_END = re.compile(r"[.!?…][”’\"')]*\s|\n")


def _in_another_sense(bare: str, match: re.Match[str], sense: Sense | None) -> bool:
    """Whether a term gives leave, tells what somebody was able to do, or names a means in its sentence."""
    if sense is None:
        return False
    first = max((end.end() for end in _SENTENCE_END.finditer(bare, 0, match.start())), default=0)
    end = _SENTENCE_END.search(bare, match.end())
    sentence = bare[first : end.end() if end else len(bare)].rstrip()
    return sense(sentence, match.start() - first, match.end() - first)


def _is_name(bare: str, match: re.Match[str]) -> bool:
    """A single capitalised word beside another one, as in “Likely Stories Ltd”."""
    words = match.group()
    if " " in words or not words[0].isupper() or words.isupper():
        return False
    following = _CAPITALISED.match(bare, match.end() + 1)
    before = bare[: match.start()].rstrip()
    starts = not before or before[-1] in ".!?:…"
    previous = before.rsplit(None, 1)[-1] if before else ""
    return bool(following) or (not starts and previous[:1].isupper())


_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<low>{_NUMBER})(?:\s?(?:%|per\s?cent)?\s?(?:-|–|—|to|and)\s?(?P<high>{_NUMBER}))?"
    r"\s?(?:%|per\s?cent\b|pct\b)",
    re.IGNORECASE,
)
_ABOUT = (
    r"(?:about|around|roughly|nearly|almost|only|just|some|over|under|above|below|"
    r"between|at\s+least|up\s+to)?\s*"
)
_CHANCE = r"(?:chances?|probability|likelihood|odds|possibility)"
_CHANCE_AFTER = re.compile(
    rf"[\s-]*(?:{_CHANCE}|likely|unlikely|probable|certain|sure)\b(?!\s+(?:voters?|households?))",
    re.IGNORECASE,
)
_CHANCE_BEFORE = re.compile(
    rf"\b{_CHANCE}\b[^.;%\x1f]{{0,50}}?\b(?:is|are|was|of|at|as|be|by|to)\s+{_ABOUT}\(?$"
    rf"|\b(?:put|puts|estimate|assess|judge|rate)\b[^.;%\x1f]{{0,50}}?\b(?:at|as)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_OF_AFTER = re.compile(r"\s+of\b")


def percentages(text: str) -> tuple[Percentage, ...]:
    """Return the numbers in a statement's words that stand for a likelihood, not for a share of something."""
    if "%" not in text and "per" not in text and "pct" not in text:
        return ()
    bare = unquoted(text)
    ends = tuple(hit.end for hit in hits(text))
    return tuple(
        Percentage(m.start(), m.end(), _value(m["low"]), _value(m["high"] or m["low"]))
        for m in _PERCENT.finditer(bare)
        if _is_likelihood(bare, m, ends)
    )


def _is_likelihood(bare: str, match: re.Match[str], ends: tuple[int, ...]) -> bool:
    if _CHANCE_AFTER.match(bare, match.end()):
        return True
    before = bare[max(0, match.start() - 2 * _REACH) : match.start()]
    if any(re.fullmatch(rf"\s*[(\[]\s*{_ABOUT}", bare[end : match.start()]) for end in ends):
        return True
    return bool(_CHANCE_BEFORE.search(before)) and not _OF_AFTER.match(bare, match.end())


def _value(digits: str) -> float:
    return float(digits.replace(",", "."))


_LEVELS: dict[str, ConfidenceLevel] = {"high": "high", "moderate": "moderate", "medium": "moderate",
    "low": "low",
           "highly": "high", "moderately": "moderate", "very": "high", "fairly": "moderate",
           "quite": "moderate"}  # fmt: skip
_OURS = (
    r"(?:this|these|our|that|the)\s+(?:assessment|assessments|judg\w+|estimate|estimates|"
    r"finding|findings|view)\b"
)
# Whose confidence is not the analyst's: "investors' low confidence", "the high confidence of consumers".
_THEIRS = r"(?!\s+(?:of|among|amongst)\s+(?!the\s+(?:analyst|assess|judg|author)))"
_CONFIDENCE = re.compile(
    r"(?:(?<!['’]s )(?<!s['’] )\b(?:very\s+)?(?P<level>high|moderate|"
    r"medium|low)(?:\s+(?:degree|level)s?\s+of)?(?:\s+confidence|-confidence(?=\s+(?:assess|judg|"
    r"estimate)))\b"
    rf"(?!\s+in\b(?!\s+(?:{_OURS}|this\b|(?:that|it)(?=\s*(?:[.,;:!?)]|$)))))(?!\s+votes?\b){_THEIRS}"
    r"|\bwe\s+have\s+(?:only\s+|very\s+){0,2}(?P<held>high|moderate|medium|low)\s+confidence\s+in\b"
    rf"|\b(?:our\s+confidence|confidence\s+in\s+{_OURS}|(?<=[;,:(–—-] "
    rf")confidence|(?<=\()confidence)(?:\s+(?:\w+\s+){{0,3}}?(?:is|remains)|:)\s+"
    r"(?P<is>high|moderate|medium|low)\b"
    r"|\b(?:we|I)\s+(?:are|am|remain)\s+(?:(?P<adverb>highly|very|moderately|fairly|quite)\s+)?confident\b"
    rf"|\bconfident\s+(?:in|of|about)\s+(?:{_OURS})"
    r"|\b(?:assess|judge|believe|estimate|say|conclude)\s+with\s+(?:some\s+|great\s+)?confidence\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def confidences(text: str) -> tuple[Confidence, ...]:
    """Return where a statement names the analyst's confidence; not the public's, or a vote of it."""
    if "onfiden" not in text:
        return ()
    return tuple(
        Confidence(
            m.start(),
            m.end(),
            _LEVELS.get((m["level"] or m["held"] or m["is"] or m["adverb"] or "").casefold(), ""),
        )
        for m in _CONFIDENCE.finditer(unquoted(text))
    )


@lru_cache(maxsize=4096)
def sentences_of(text: str) -> tuple[tuple[Span, str], ...]:
    """Return span and words of each sentence of a statement."""
    return tuple(((start, end), text[start:end]) for start, end in sentences(text))
