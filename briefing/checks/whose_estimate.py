"""Whose words or estimate a sentence gives: "experts believe", "said the group", "the fear was that".

The verbs and nouns are the tables of `language.saying`. A sentence that names who speaks, thinks or fears
makes no estimate of the analyst's; one in which "we" judge always does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefing.language.lexicon import words_of
from briefing.language.saying import (
    ALSO_NOUNS,
    FEARS,
    FEELINGS,
    JUDGING,
    MIND,
    SPEECH,
    VIEWS,
    finite,
    participle,
    plurals,
    third_person,
)

_ALL = SPEECH | MIND | JUDGING
# An assessed claim rests on evidence that may "suggest" or "confirm": only what a person alone does counts.
_PERSONAL = (SPEECH | MIND) - words_of("add confirm explain note report")
_NO_SPEAKER = words_of("we i")
_NO_PERSON = words_of("""
    we i it this that which as what evidence data analysis assessment reporting history trend trends model
    models figures images""")
# Between a subject and its verb: "the army has repeatedly warned", "officials do not expect".
_BETWEEN = words_of("also has have had still now long do does did not never often only again both all")
_NO_ADVERBS = words_of("ally assembly family italy july reply supply")
_SUPPORT = words_of("do does did")
# Plurals without an s: "police fear", "many think".
_PLURAL = words_of("police people many some others they most few men women children you who both media data")
# After one of these "claims" and "reports" are nouns, and "alleged" is an adjective.
_DETERMINERS = words_of("""
    the a an these those this that some no any its their his her our my of in on by for with from about new
    recent united member""")
# Words that stand for somebody as well: "some believed".
_PRONOUNS = words_of("some these those this that any")
# So are they before an auxiliary: "Gulf states may".
_AUXILIARIES = words_of("may might could would will can is are was were has have had should must be of")
# Without an ending these are nouns, unless "that" follows.
_SELDOM_VERBS = words_of("judge note project promise rate regard report state stress")
_NOUNS = ALSO_NOUNS | frozenset(map(third_person, ALSO_NOUNS))
# Before a verb that takes the word as its object: "may raise rates", "to lift hopes".
_INFINITIVE = words_of("to may might could would will can should must")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_REACH = 60  # code points before a verb in which its subject is looked for


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_VERB = _pattern(rf"\b(?:{_any(finite(_ALL) | _ALL)})\b")
# "…, said the group", "“…”, warn members": after a comma or a mark of quoted text (\x1f), somebody follows.
_INVERTED = _pattern(
    rf"[,\x1f]\s*(?P<verb>{_any(finite(_ALL) | _ALL)})\s+"
    rf"(?!(?:we|I|that|to|it|against|about|by|in|on|last|{_any(_AUXILIARIES)})\b)"
    r"(?P<who>[^\W\d_][\w’'-]*(?:\s+[\w’'-]+){0,7})\s*(?:[.,;!?]|$)"
)
_SMALL = r"(?:\s+[\w’'-]+){0,5}?"
_IS = r"\s+(?:is|was|were|are|remains?|remained)"
# The noun with what it says: "the fear in the camp was that", "concern among lenders that", "warnings of".
_NOUN = _pattern(
    rf"\b(?:{_any(plurals(FEARS))})(?:{_SMALL}{_IS})?{_SMALL},?\s+that\b",
    rf"\b(?:{_any(plurals(FEARS))})\s+(?:of|about|over)\b",
)
_OWNED_VIEW = _pattern(
    rf"(?:['’]s?|\b(?:its|their|his|her))\s+(?:\w+\s+)?(?:{_any(plurals(VIEWS))})(?:{_IS})?\s+that\b"
)
# In a reported claim a view without an owner is not the reporter's either: "the forecast is that".
_ANY_VIEW = _pattern(rf"(?<!\bour )\b(?:{_any(plurals(VIEWS))})(?:{_SMALL}{_IS})?\s+that\b")
_PHRASE = _pattern(
    r"\baccording\s+to\b",
    r"\bin\s+the\s+(?:view|opinion|words|eyes)\s+of\b",
    r"\bin\s+(?!our\b|other\b)[\w’'-]+(?:\s[\w’'-]+){0,2}\s+(?:view|opinion|words|eyes)\b",
    r",\s+(?:an?|the|its)\s+(?:\w+\s)?(?:notice|sign|letter|statement|poster|memo|text)\s+reads?\b",
    r"\b(?!we\b|I\b)[^\W\d_]+\s+call(?:s|ed)\s+(?:an?|the|it|this|that|such)\b",
    # "Residents left, fearing the dam might burst"; not "after saying so", which may be about anything.
    r"(?<!after )(?<!before )(?<!\bby )(?<!\bof )(?<!\bfor )(?<!\bin )(?<!without )(?<!since )"
    rf"\b(?:{_any(map(participle, _ALL - words_of('add note project rate regard report state write')))})\b",
    rf"\bto\s+(?:{_any(SPEECH | MIND)})\s+that\b",
    # A law that provides speaks for itself.
    r"\b(?:provides?|provided|stipulates?|stipulated)\s+that\b",
)
_ODDS = r"(?:may|might|could|(?:un)?likely|(?:im)?probabl[ey]|(?:im)?possible)"
# "The study found the drug could …", "the court found it probable": not "found guns that could …".
_FOUND = _pattern(
    r"(?<!\bwe )\b(?:finds?|found|heard|hears?|indicates?|indicated|reveals?|revealed|rule[sd]?(?!\s+out)"
    r"|shows?|showed)\s+"
    rf"(?:that\b|(?:(?!(?:that|which|who)\b)[\w’'-]+\s+){{1,8}}?{_ODDS}\b)"
)
_FEELS = _pattern(
    r"\b(?P<who>[^\W\d_]+)\s+(?:is|are|was|were|remains?|remained|feels?|felt|grew)\s+(?:(?:\w+ly|more|very)\s+)?"
    rf"(?:{_any(FEELINGS)})\b(?!\s+to\b)"
)
# A state that does not rule something out speaks of itself, and so does one that refuses.
_DECLINES = _pattern(
    r"\b(?P<who>[^\W\d_]+)\s+(?:(?:does|did|do|would|could|can)\s?(?:not|n['’]t)\s+(?:\w+ly\s+)?"
    r"(?:rule\s+out|exclude|dismiss|discount)|refused\s+to)\b"
)
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur|I)\b")


@dataclass(frozen=True, slots=True)
class _Voice:
    """What attributes a sentence of one kind: `verbs` and their `forms`, whose subject is none of `never`."""

    patterns: tuple[re.Pattern[str], ...]
    verbs: frozenset[str]
    forms: frozenset[str]
    never: frozenset[str]


_REPORTED = _Voice((_NOUN, _ANY_VIEW, _PHRASE, _FOUND), _ALL, finite(_ALL), _NO_SPEAKER)
_ASSESSED = _Voice((_NOUN, _OWNED_VIEW), _PERSONAL, finite(_PERSONAL), _NO_PERSON)


@lru_cache(maxsize=4096)
def attributed(bare: str, reported: bool = True) -> bool:
    """Return whether a sentence says whose words or estimate it gives: then its likelihood is not the
    analyst's.

    `bare`: the sentence with what stands inside quotation marks blotted out (`wording.unquoted`). What is not
    reported is the analyst's own, but where somebody speaks or fears and no "we" judges it.
    """
    if not reported and _OWN.search(bare):
        return False
    voice = _REPORTED if reported else _ASSESSED
    return (
        any(pattern.search(bare) for pattern in voice.patterns)
        or any(
            match["who"].lower() not in voice.never
            for pattern in (_DECLINES, _FEELS)
            for match in pattern.finditer(bare)
        )
        or any(_names_whom(match, voice) for match in _INVERTED.finditer(bare))
        or any(_has_subject(bare, match, voice) for match in _VERB.finditer(bare))
    )


def _names_whom(match: re.Match[str], voice: _Voice) -> bool:
    """Whether the words after an inverted verb can be its subject: a plural where the verb has no ending."""
    verb = match["verb"].lower()
    plural = any(map(_is_plural, _WORD.findall(match["who"].lower())))
    return verb in voice.forms or (verb in voice.verbs and plural)


def _is_plural(word: str) -> bool:
    return word in _PLURAL or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "’s")))


def _following(bare: str, match: re.Match[str]) -> tuple[str, ...]:
    word = _WORD.match(bare, match.end() + 1)
    return (word.group().lower(),) if word else ()


def _has_subject(bare: str, match: re.Match[str], voice: _Voice) -> bool:
    """Whether a form of a verb is a verb here, with somebody as its subject before it."""
    form = match.group().lower()
    if form in _NOUNS and _AUXILIARIES.intersection(_following(bare, match)):
        return False
    words, support = _before(bare, match)
    if not words or words[-1] in voice.never or _INFINITIVE.intersection(words[-2:-1]):
        return False
    if words[-1] in _DETERMINERS and (form in _NOUNS or words[-1] not in _PRONOUNS):
        return False
    return form in voice.forms or (form in voice.verbs and (support or _agrees(bare, match, words)))


def _before(bare: str, match: re.Match[str]) -> tuple[list[str], bool]:
    """Return the words before a verb up to its subject, and whether "do" or "did" stands between."""
    words = [word.lower() for word in _WORD.findall(bare, max(0, match.start() - _REACH), match.start())]
    support = False
    while words and (words[-1] in _BETWEEN or (words[-1].endswith("ly") and words[-1] not in _NO_ADVERBS)):
        support = words.pop() in _SUPPORT or support
    return words, support


def _agrees(bare: str, match: re.Match[str], words: list[str]) -> bool:
    """Whether a verb without an ending has its subject here, the last of the `words` before it: a plural, two
    joined by "and", or a body ("the university say that").
    """
    subject = words[-1]
    plural = _is_plural(subject) or "and" in words[-4:-1]
    if subject in _INFINITIVE:
        return False
    before_that = "that" in _following(bare, match)
    return before_that and plural if match.group().lower() in _SELDOM_VERBS else before_that or plural
