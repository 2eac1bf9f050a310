"""New words for a finding: a sentence split from its confidence, a term put in place of another.

Each answer is a list of replacements on the plain words of an item; () where no wording can be promised
to read right, and then nothing is offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.checks import wording
from briefing.checks.wording import Percentage, TermHit
from briefing.language.lexicon import words_of
from briefing.model import CONFIDENCE_LEVELS, ConfidenceLevel
from briefing.scales import Rung

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """Put `words` in place of what stands between two offsets (code points of the plain words)."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Split:
    """A sentence without its confidence: the cuts that take it out, its level, and the sentence's end."""

    cuts: tuple[Cut, ...]
    level: ConfidenceLevel
    end: int
    stopped: bool


_LEVEL = r"(?:high|moderate|medium|low)(?:\s+(?:degree|level)\s+of)?\s+confidence"
_BE = r"(?:is|remains)\s+(?:high|moderate|medium|low)"
_WITH = rf"with\s+(?:a\s+|very\s+)?{_LEVEL}"
_JUDGE = r"(?:assess|judge|believe|estimate|conclude|expect)"
_ASSESSMENT = r"(?:this|our|that)\s+(?:assessment|judge?ment|estimate)"
# What is taken off the front of a sentence; the rest of it is the estimate.
_LEADS = tuple(
    re.compile(pattern + r"\s+", re.IGNORECASE)
    for pattern in (
        rf"we\s+(?:\w+\s+)?{_JUDGE},?\s+{_WITH},?\s+that",
        rf"it\s+is\s+(?:assessed|judged|estimated),?\s+{_WITH},?\s+that",
        rf"{_WITH},?\s+we\s+(?:\w+\s+)?{_JUDGE}\s+that",
        rf"{_WITH},",
        rf"we\s+(?:have|hold)\s+(?:a\s+|very\s+)?{_LEVEL}\s+that",
        rf"there\s+is\s+(?:a\s+|very\s+)?{_LEVEL}\s+that",
        r"(?:we\s+(?:are|remain)|I\s+(?:am|remain))\s+(?:highly|"
        r"very|quite|moderately|fairly)\s+confident(?:\s+that|(?=\s+there\b))",
        rf"our\s+confidence\s+{_BE}\s+that",
        r"it\s+is\s+our\s+(?:high|moderate|medium|low)[\s-]confidence\s+(?:assessment|"
        r"judge?ment|estimate|view)\s+that",
    )
)
# What is taken out of its middle or off its end.
_ASIDES = tuple(
    re.compile(rf"(?:(?<!\s)|(?=\S))(?:{pattern})", re.IGNORECASE)  # of many spaces, from the first only
    for pattern in (
        rf",\s+{_WITH},",
        rf"\s*\((?:{_WITH}|{_LEVEL})\)",
        r"\s+\(confidence(?::|\s+is)\s+(?:high|moderate|medium|low)\)",
        rf"[,;]?\s+(?:and|but)\s+(?:we\s+)?have\s+(?:a\s+)?{_LEVEL}(?:\s+in\s+(?:{_ASSESSMENT}|"
        rf"this|it))?(?=[.!?]?$)",
        rf"(?:[;,:]\s+|\s+[–—-]\s+)(?:{_LEVEL}|confidence(?::\s+|\s+(?:is|remains)\s+)(?:high|moderate|"
        rf"medium|low))(?=[.!?]?$)",
        rf"[,;]?\s+(?:(?:and|but)\s+)?our\s+confidence(?:\s+in\s+{_ASSESSMENT})?\s+is\s+(?:high|"
        rf"moderate|medium|low)",
        rf",?\s+{_WITH}(?=[.!?]?$)",
    )
)
_LEVEL_WORD = re.compile(
    r"\b(?:highly|high|moderately|moderate|medium|low|very|quite|fairly)\b", re.IGNORECASE
)
_LEVELS: dict[str, ConfidenceLevel] = {
    **{level: level for level in CONFIDENCE_LEVELS},
    "medium": "moderate",
    "highly": "high",
    "very": "high",
    "moderately": "moderate",
    "fairly": "moderate",
    "quite": "moderate",
}
# "Moderate-to-high" is neither: which of the two is meant only the author can say.
_BETWEEN = re.compile(r"(?:high|moderate|medium|low)[\s-]to[\s-](?:high|moderate|medium|low)", re.IGNORECASE)


def split(text: str, span: Span) -> Split | None:
    """Return how to take the confidence out of the sentence at `span`; None where its shape is not known."""
    start, end = span
    sentence = text[start:end]
    stopped = sentence.rstrip("”\"')]")[-1:] in ".!?…"
    if _BETWEEN.search(sentence):
        return None
    for lead in _LEADS:
        match = lead.match(sentence)
        if match and match.end() < len(sentence):
            first = start + match.end()
            cuts = (Cut(start, first + 1, text[first].upper()),)
            return Split(cuts, _level(match.group()), end, stopped)
    for aside in _ASIDES:
        match = aside.search(sentence)
        if match:
            cuts = (Cut(start + match.start(), start + match.end(), ""),)
            return Split(cuts, _level(match.group()), end, stopped)
    return None


def _level(words: str) -> ConfidenceLevel:
    """The level that a lead or aside names: its last word of one, "very high" being high."""
    *_, match = _LEVEL_WORD.finditer(words)
    return _LEVELS[match.group().casefold()]


def as_sentences(found: Split) -> tuple[Cut, ...]:
    """Return the cuts that leave two sentences: the estimate, and the confidence in it."""
    stop = "" if found.stopped else "."
    with_confidence = f"{stop} We have {found.level} confidence in this assessment."
    return (*found.cuts, Cut(found.end, found.end, with_confidence))


_OPENER = re.compile(
    r"(?:\bit\s+(?:is|remains)\s+|\bthere\s+(?:is|remains)\s+(?:an?\s+|some\s+|the\s+)?)$", re.IGNORECASE
)
_THAT = re.compile(r"\s+that\b")
_OF_OR_THAT = re.compile(r"\s+(?:of|that)\b")
_EVENT = re.compile(r"\s+of\s+(an?\s+(?:(?!\b(?:that|which|who|if|and|or|but)\b)[^,;:–—()])+?)(?=[.!?]?$)")
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|remains?|seems?|looks?|becomes?|considers?|deems?)(?:\s+(?:still|"
    r"now|also))?\s+$|\bjudged?\b[^,;]*\s$",
    re.IGNORECASE,
)
_WHOLE_OPENER = re.compile(r"\bit\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|has|have|had)\s+$", re.IGNORECASE)
_WE_JUDGE = re.compile(rf"\s*(?:we\s+{_JUDGE}\s+(?:that\s+)?)?", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"[,;:—–]|\b(?:that|which|who|whose|if|because|but|and|or|when|while|whether|as|"
    r"although|since|what|how|where)\b",
    re.IGNORECASE,
)
_SMALL = words_of("""
    the a an this that these those it they he she its their his her there some many most further more new both
    another any all no such we our other several local foreign government opposition rebels rebel fighters
    militants troops soldiers forces protests protesters demonstrations talks negotiations patrols clashes
    attacks strikes air airstrikes fighting violence tensions escalation refugees civilians casualties losses
    prices sanctions elections officials displaced people militias insurgents commanders leaders states allies
    armed military renewed large small heavy humanitarian border aid ceasefire""")
# Before its subject a sentence says when or where: then "It is likely that" cannot just be put in front.
_FRONTED = re.compile(
    r"\s*(?:before|after|during|until|since|in|on|at|by|under|with|without|from|for|"
    r"if|as|within|once|despite|given)\b",
    re.IGNORECASE,
)
_NOUNS = ("chance", "odds", "likelihood", "probability", "possibility", "prospect")
_MODALS = ("may", "might", "could")
_BEGINNERS = (
    "perhaps",
    "possibly",
    "maybe",
    "conceivably",
    "potentially",
    "in all likelihood",
    "in all probability",
)
_ADJECTIVES = ("likely", "unlikely", "probable", "improbable", "certain", "possible", "conceivable",
    "inevitable",
               "remote", "likely than not", "likely as not")  # fmt: skip


def is_noun(term: str) -> bool:
    """Whether a term is a noun ("realistic possibility"), not an adjective."""
    return term.endswith(_NOUNS)


def opener(rung: Rung) -> str:
    """Return the words that put a rung before a clause: "It is likely", "There is a remote chance"."""
    if not is_noun(rung.term):
        return f"It is {rung.term}"
    return f"There is {'' if rung.term.startswith('almost no') else 'a '}{rung.term}"


def in_place(text: str, sentence: Span, hit: TermHit, rung: Rung) -> tuple[Cut, ...]:
    """Return the cuts that say `rung` where the sentence now has the term `hit` (offsets in `text`)."""
    before, after = text[sentence[0] : hit.start], text[hit.end : sentence[1]]
    key = " ".join(hit.words.casefold().split())
    if key in _MODALS:
        return _around_modal(text, sentence, hit, rung, before, after)
    if key in _BEGINNERS and not before.strip():
        first = hit.end + len(after) - len(after.lstrip(" ,"))
        return (Cut(hit.start, first + 1, f"{opener(rung)} that {_lowered(text, first)}"),)
    if key.startswith(("there is", "chances are", "it is doubtful")) and _THAT.match(after):
        return (Cut(hit.start, hit.end, _cased(opener(rung), hit.words)),)
    if key.startswith(("cannot be", "can't be")):
        whole = _WHOLE_OPENER.search(before)
        at = sentence[0] + whole.start() if whole else -1
        return (Cut(at, hit.end, _cased(opener(rung), text[at])),) if whole and _THAT.match(after) else ()
    return _replaced(sentence[0], hit, rung, before, after, key)


def _replaced(offset: int, hit: TermHit, rung: Rung, before: str, after: str, key: str) -> tuple[Cut, ...]:
    opened = _OPENER.search(before)
    if opened and _THAT.match(after):
        return (Cut(offset + opened.start(), hit.end, _cased(opener(rung), opened.group())),)
    if key.endswith(_NOUNS):
        if not is_noun(rung.term):
            return _turned(offset, hit, rung, before, after)
        if not rung.term.endswith("possibility") and not _OF_OR_THAT.match(after):
            return ()
        return _with_article(offset, hit, rung.term, before)
    if is_noun(rung.term):
        return ()
    tail = " to" if key.endswith(" to") else ""
    adjective = key.removesuffix(" to")
    if adjective in ("possible", "conceivable") and not _PREDICATE.search(before):
        return ()
    if not adjective.endswith(_ADJECTIVES):
        return _adverb(hit, rung, before)
    if rung.term == "almost certain" and _WILL.search(before):
        return (Cut(hit.start, hit.end, "almost certainly"),)
    return _with_article(offset, hit, _cased(rung.term, hit.words) + tail, before)


def _turned(offset: int, hit: TermHit, rung: Rung, before: str, after: str) -> tuple[Cut, ...]:
    """ "There is a strong chance of a clash" becomes "A clash is likely"; only where what may happen is one
    thing.
    """
    opened, event = _OPENER.search(before), _EVENT.match(after)
    if not opened or opened.start() or not event:
        return ()
    words = f"{event[1][:1].upper()}{event[1][1:]} is {rung.term}"
    return (Cut(offset, hit.end + event.end(), words),)


def _adverb(hit: TermHit, rung: Rung, before: str) -> tuple[Cut, ...]:
    """An adverb after "will": "will possibly" becomes "will likely"; a low rung cannot stand there."""
    if rung.low < 50 or not _WILL.search(before):
        return ()
    return (Cut(hit.start, hit.end, "almost certainly" if rung.term == "almost certain" else rung.term),)


def _with_article(offset: int, hit: TermHit, words: str, before: str) -> tuple[Cut, ...]:
    term = Cut(hit.start, hit.end, words)
    article = _ARTICLE.search(before)
    if not article:
        return (term,)
    at = offset + article.start()
    if words.startswith("almost no"):
        return (Cut(at, hit.start, ""), term)
    new = _cased("an" if words[0].casefold() in "aeiou" else "a", article[1])
    return (term,) if new == article[1] else (Cut(at, at + len(article[1]), new), term)


def _around_modal(
    text: str, sentence: Span, hit: TermHit, rung: Rung, before: str, after: str
) -> tuple[Cut, ...]:
    """ "Russia may close the road" becomes "It is unlikely that Russia will close the road"."""
    judged = _WE_JUDGE.match(before)
    lead = judged.end() if judged else 0
    subject = before[lead:]
    if not subject.strip() or _SUBORDINATE.search(subject) or _FRONTED.match(subject):
        return ()
    if re.match(r"\s+(?:have|not|also|well|yet|still|only|never)\b", after):
        return ()
    first = sentence[0] + lead
    whole = opener(rung) if not lead else opener(rung)[0].lower() + opener(rung)[1:]
    that = "" if not lead or before[:lead].rstrip().casefold().endswith("that") else "that "
    return (
        Cut(first, first + 1, f"{that}{whole} that {_lowered(text, first)}"),
        Cut(hit.start, hit.end, "will"),
    )


def _lowered(text: str, first: int) -> str:
    """The letter at an offset, small where it begins a word that is never a name."""
    word = re.match(r"\w*", text[first:])
    letter = text[first : first + 1]
    return letter.lower() if word and word.group().casefold() in _SMALL else letter


def _cased(words: str, like: str) -> str:
    """The words, beginning with a capital where `like` does, with a small letter where it does not."""
    return (words[0].upper() if like[:1].isupper() else words[0].lower()) + words[1:]


def for_number(text: str, sentence: Span, number: Percentage, rung: Rung) -> tuple[Cut, ...]:
    """Return the cuts that say `rung` where the sentence gives a likelihood in per cent."""
    chance = re.compile(r"\s+(?:chance|probability|likelihood|possibility)\b", re.IGNORECASE).match(
        text, number.end
    )
    if chance:
        words = text[number.start : chance.end()]
        hit = TermHit(number.start, chance.end(), words, wording.LikelihoodTerm("chance", number.low))
        found = in_place(text, sentence, hit, rung)
        if found:
            return found
    likely = re.compile(r"\s+(?:likely|probable|certain)\b", re.IGNORECASE).match(text, number.end)
    if likely and not is_noun(rung.term):
        return (Cut(number.start, likely.end(), rung.term),)
    return (Cut(number.start, chance.end(), rung.term),) if chance and is_noun(rung.term) else ()
