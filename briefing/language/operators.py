"""Words that turn what a clause says: not, may, will, reportedly, the minister said.

Each operator bears on one word, its anchor ("will not begin": begin), or on its clause. `strength` is how
sure it leaves what it bears on: 4 a fact, 3 to come, 2 likely or said by others, 1 possible, hoped or asked
for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from briefing.language.lexicon import PAST, words_of
from briefing.language.operator_words import (
    ACCORDING,
    HEDGES,
    LIKELY,
    LOADED,
    MODALS,
    NEUTRAL,
    NO_OTHER,
    NOT,
    REPORTS,
    THAN,
    UNTRUE,
)
from briefing.language.reported import opens_predicate, reported_scope
from briefing.language.tokens import Token, index_at, tokens

OperatorKind = Literal["negation", "modal", "hedge", "attribution"]
NEGATION: Final = "negation"
MODAL: Final = "modal"
HEDGE: Final = "hedge"
ATTRIBUTION: Final = "attribution"


@dataclass(frozen=True, slots=True)
class Operator:
    """`start`, `end`: code points of its words. `anchors`: indices of the words it bears on. `clause`,
    `sentence`: where it stands. `whole`: it bears on the whole clause. `scope`: code points an attribution
    reports.
    """

    kind: OperatorKind
    start: int
    end: int
    strength: float
    anchors: tuple[int, ...]
    clause: int
    sentence: int
    whole: bool = False
    scope: tuple[int, int] = (0, 0)
    neutral: bool = False


_ALL = re.compile(
    r"(?<![\w’'])(?:"
    + f"(?P<no>{NOT})"
    + "".join(f"|(?P<h{n}>{words})" for n, (words, _s, _w) in enumerate(HEDGES))
    + "".join(f"|(?P<m{n}>{words})" for n, (words, _s) in enumerate(MODALS))
    + f"|(?P<loaded>{LOADED}|{ACCORDING})|(?P<neutral>{NEUTRAL})"
    + r")(?![\w])",
    re.IGNORECASE,
)
_SKIPPED = words_of("""
    be been being have has had do does did to also now soon still ever yet fully formally officially
    immediately jointly rapidly quickly it the a an that which who they he she we you any more become get in
    of for by at on his her its their this these some such all both only well already further again even is
    are was were will would""")
_WILL = re.compile("(?P<m4>['’]ll)")
# The first three letters of every word that can open an operator.
_OPENINGS = words_of("""
    not can nev no nei nor nob non wit fai ref dec una yet sto den rul lac har sca bar
    inc sho sta gav ins pro may mig cou wou sho oug mus has
    hav had nee wil
    sha is are was wer be bee bei agr vow ple pla int aim pro pre thr hop wan see sou wis cal urg ask off dem
    tri try att
    con rea abl if wei mul clo on run ran att pla dra
    rum abo foi unv rep all pur sup ost unc app rum lik sus bel tho est fea ami pos per
    unl dou sai say tel tol ann sta
    add wro wri exp cla acc ins arg ass mai thi sug war bla des in cit
    spo spe tal str rei tes com cau con hin quo put""")
_LONG_REACH = 6
_BEFORE_NOUN = words_of(
    "a an the this that these those its his her their our of for with in on by any another"
)
_REFERRING = words_of("it this that them these those")
# A sentence in which more is said is no sentence: past these the rest is not read as said.
_MOST_SAID = 12


@lru_cache(maxsize=8192)
def operators(text: str) -> tuple[Operator, ...]:
    """Return the operators of an English text in order."""
    return tuple(_found(text, tokens(text, "en")))


def _matches(text: str, words: tuple[Token, ...]) -> Iterator[re.Match[str]]:
    """Yield the operators' words; only words that can open one are asked."""
    end = 0
    for word in words:
        low = word.low
        if word.start < end or not (low[:3] in _OPENINGS or "'" in low or low == "there"):
            continue
        match = _ALL.match(text, word.start) or (
            _WILL.search(text, word.start, word.end) if "'" in low else None
        )
        if match is not None:
            end = match.end()
            yield match


def _found(text: str, words: tuple[Token, ...]) -> Iterator[Operator]:
    attribution = Counter[int]()
    ends = {word.sentence: index + 1 for index, word in enumerate(words)}
    for match in _matches(text, words):
        group = match.lastgroup or ""
        at = min(index_at(words, match.start()), len(words) - 1)
        after = index_at(words, match.end())
        sentence = words[at].sentence
        if group in ("no", "neutral") and match.group().istitle() and _in_a_name(text, words, at, group):
            continue  # Doctors Without Borders, West African States
        if group == "no":
            if not _denies_nothing(text, words, match, at):
                yield _negation(words, match, at, after)
        elif group[0] == "h":
            yield _hedge(words, match, at, after)
        elif group[0] == "m":
            yield from _modal(words, match, at, after)
        elif _orders(text, match) or _is_noun(words, at, match.group().lower()):
            continue
        elif attribution[sentence] < _MOST_SAID:
            attribution[sentence] += 1
            whole = words[ends.get(sentence - 1, 0) : ends[sentence]]
            yield _attribution(text, match, whole, words[at])


def _hedge(words: tuple[Token, ...], match: re.Match[str], at: int, after: int) -> Operator:
    _words, strength, whole = HEDGES[int((match.lastgroup or "")[1])]
    opens = (
        match.group().lower().startswith(("seem", "appear"))
        and after < len(words)
        and words[after].low != "to"
    )
    clause = words[after if opens else at].clause
    anchors = _next(words, after, 1)
    whole = whole and not (at and words[at - 1].low in _BEFORE_NOUN)  # "with the likely crowd"
    return Operator(HEDGE, match.start(), match.end(), strength, anchors, clause, words[at].sentence, whole)


def _modal(words: tuple[Token, ...], match: re.Match[str], at: int, after: int) -> Iterator[Operator]:
    low, following = match.group().lower(), words[after].low if after < len(words) else ""
    if (low == "could" and following == "not") or match.group() == "May":
        return  # "could not agree" is a fact: the negation has it; the month, a name
    which = int((match.lastgroup or "")[1])
    # A wish or a demand bears on all that is wished for; "will" on its verb.
    wished = which == len(MODALS) - 1
    anchors = _rest(words, after) if wished else _next(words, after, 2)
    if (wished and _is_apart(words, at, after, low)) or following in ("and", "or", "but"):
        anchors = ()  # "is considered by ministers": who considers it is no doubt; "wherever I can and"
    word = words[at]
    yield Operator(
        MODAL, match.start(), match.end(), MODALS[which][1], anchors, word.clause, word.sentence
    )  # fmt: skip
    if low.endswith(("n't", "n’t")):
        yield _negation(words, match, at, after)


def _is_apart(words: tuple[Token, ...], at: int, after: int, low: str) -> bool:
    """Whether what follows a wish is not what is wished for: another clause, or who wishes."""
    following = words[after].low if after < len(words) else ""
    joined = low.endswith("that") or following in ("that", "")
    other = not joined and words[after].clause != words[at].clause
    return other or (low.endswith("ed") and following == "by")


# "Told the army to leave" is an order, and no report that it left.
_ORDER = re.compile(r"[ ](?:[\w’'-]+[ ]){1,5}?(?:not[ ])?to[ ]\w+", re.IGNORECASE)


def _orders(text: str, match: re.Match[str]) -> bool:
    low = match.group().lower()
    found = _ORDER.match(text, match.end()) if low in ("tell", "tells", "told") else None
    return found is not None and not re.search(
        r"\b(?:that|is|are|was|were|will|would|had|has)\b", found.group()
    )


def _attribution(text: str, match: re.Match[str], sentence: tuple[Token, ...], word: Token) -> Operator:
    leads = match.group().lower().startswith(("according", "citing", "in the"))
    scope = reported_scope(text, sentence, word, match.end(), leads)
    neutral = match.lastgroup == "neutral"
    return Operator(
        ATTRIBUTION, match.start(), match.end(), LIKELY, (), word.clause, word.sentence, scope=scope,
        neutral=neutral
    )  # fmt: skip


def _in_a_name(text: str, words: tuple[Token, ...], at: int, group: str) -> bool:
    """Whether a word with a capital follows another, a denial between two: else "No" opens a quotation."""
    beside = (words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None)
    names = [
        w is not None
        and w.text[0].isupper()
        and text[min(w.end, words[at].end) : max(w.start, words[at].start)] == " "
        for w in beside
    ]
    return names[0] and (names[1] or group == "neutral")


def _is_noun(words: tuple[Token, ...], at: int, low: str) -> bool:
    """Whether "claims", "reports", "says" is a noun here: after an article or an adjective's place."""
    before = words[at - 1].low if at else ""
    return low in ("claim", "claims", "report", "reports", "estimates", "notes", "states", "blame", "call",
        "calls", "warn") and before in (
        "the", "a", "an", "its", "their", "his", "her", "of", "these", "those", "some", "united", "member",
        "such", "no", "",
    )  # fmt: skip


def _next(words: tuple[Token, ...], at: int, count: int) -> tuple[int, ...]:
    """Return the indices of the first word that says something at or after `at`, and what "and" joins to
    it.
    """
    if at >= len(words):
        return ()
    found: list[int] = []
    sentence = words[at].sentence
    for index in range(at, min(at + _LONG_REACH + 4, len(words))):
        word = words[index]
        if word.sentence != sentence or (found and word.clause != words[found[0]].clause):
            break
        if (not found and word.low not in _SKIPPED and word.content and not word.low.endswith("ly")) or (
            found
            and count > 1
            and words[index - 1].low in ("and", "or")
            and word.content
            and len(found) < count
        ):
            found.append(index)
    return tuple(found)


def _rest(words: tuple[Token, ...], at: int) -> tuple[int, ...]:
    """Return the indices of the words that say something, from `at` to the end of the clause, or to a
    predicate of its own ("considered one of the best and led the side"); twelve at most.
    """
    found: list[int] = []
    for index in range(at, min(at + 24, len(words))):
        word = words[index]
        if word.clause != words[at].clause or (index > at and opens_predicate(words, index)):
            break
        if word.content:
            found.append(index)
    return tuple(found)[:12]


def _denies_nothing(text: str, words: tuple[Token, ...], match: re.Match[str], at: int) -> bool:
    """Whether a negation is a question's ("Doesn't it leak?") or a comparison's ("no one has spent more than
    she").
    """
    low = match.group().lower().split()[0]
    if low in NO_OTHER or low.startswith("no-"):
        return match.group().lower() != "no longer" and THAN.match(text, match.end()) is not None
    last = at
    while last + 1 < len(words) and words[last + 1].sentence == words[at].sentence:
        last += 1
    return low.endswith(("n't", "n’t")) and text[words[last].end : words[last].end + 1] == "?"


def _negation(words: tuple[Token, ...], match: re.Match[str], at: int, after: int) -> Operator:
    low = match.group().lower()
    if UNTRUE.search(low):
        anchors = _untrue(words, at)
    elif low in ("no", "no one", "no-one", "nobody", "none", "neither", "nothing", "nor"):
        anchors = _denied_by_no(words, after, low)
    elif _ends_in_pronoun(words, at, after):
        anchors = ()  # "the mayor, who denies it, opened the road"
    else:
        anchors = _next(words, after, 2)
        if low == "never" or not _is_past(words, anchors[:1]):
            anchors = anchors[:1] if _is_past(words, anchors[1:]) else anchors
    if low == "nothing" and at:
        anchors = (*anchors, at - 1)
    return Operator(NEGATION, match.start(), match.end(), 0.0, anchors, words[at].clause, words[at].sentence)


def _ends_in_pronoun(words: Sequence[Token], at: int, after: int) -> bool:
    """Whether all that a denial bears on is "it" or "that"."""
    if (
        after + 1 >= len(words)
        or words[after].low not in _REFERRING
        or words[after].clause != words[at].clause
    ):
        return False
    return words[after + 1].clause > words[at].clause or words[after + 1].low in ("and", "but")


def _is_past(words: Sequence[Token], indices: Sequence[int]) -> bool:
    """Whether the first of these words is a past form: "left" in "did not marry and left"."""
    return any(words[i].low in PAST or words[i].low.endswith("ed") for i in indices[:1])


def _untrue(words: tuple[Token, ...], at: int) -> tuple[int, ...]:
    """Return what is called untrue: the leak of "reports of a leak were false"."""
    before = range(max(0, at - _LONG_REACH), at)
    return tuple(
        i for i in before
        if words[i].clause == words[at].clause and words[i].content and words[i].low not in REPORTS
    )  # fmt: skip


def _denied_by_no(words: tuple[Token, ...], after: int, low: str) -> tuple[int, ...]:
    """Return the verb that "no troops were killed" denies; the noun of "gave no details"."""
    auxiliary = {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "been",
        "be",
        "would",
        "can",
        "could",
    }
    stop = min(after + _LONG_REACH, len(words))
    seen = [i for i in range(after, stop) if words[i].clause == words[min(after, len(words) - 1)].clause]
    for index in seen:
        if words[index].low in auxiliary:
            return _next(words, index + 1, 1)
    if low in ("no one", "no-one", "nobody", "none", "neither", "nor"):
        return tuple(i for i in seen if words[i].content)[:3]
    nouns: list[int] = []
    for index in seen:
        joined = nouns and words[index].low.endswith("ing")  # "no evidence linking the two"
        if words[index].content and not joined:
            nouns.append(index)
        elif nouns:
            break
    return tuple(nouns[-1:])
