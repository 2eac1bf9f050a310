"""Words that turn what a clause says: not, may, will, reportedly, the minister said.

Each operator bears on one word, its anchor ("will not begin": begin), or on its clause. `strength` is how
sure it leaves what it bears on: 4 a fact, 3 to come, 2 likely or said by others, 1 possible, hoped or asked
for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from briefing.language.lexicon import words_of
from briefing.language.tokens import Token, index_at, tokens

FACT, TO_COME, PLANNED, LIKELY, POSSIBLE = 4.0, 3.0, 2.5, 2.0, 1.0
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


# What "not" and "no" open that denies nothing: "not only", "no doubt", "no fewer than", "World No 1".
_NOT = (
    r"not(?![ ](?:only|just|merely|simply|least|to[ ]mention|without|(?:more|less|fewer)[ ]than))"
    r"|cannot(?![ ](?:but|help)\b)|[^\W_]+n['’]t(?![ ]only\b)|never|no[ ]longer|neither|nor|nobody"
    r"|no[ -]one|none|nothing(?![ ](?:but|short[ ]of|less[ ]than))|no[ ](?:signs?|trace|hint)[ ]of"
    r"|no(?![.,]|[ ](?:(?:more|less|fewer)[ ]than|doubt|wonder|matter|stranger|secret|less|\d))"
    r"|(?:hardly|scarcely|barely)[ ](?:any(?:one|body|thing)?|ever)"
    r"|(?<!not[ ])(?<!never[ ])without|fail(?:s|ed|ing)?[ ]to|refus(?:e|es|ed|ing)[ ]to"
    r"|declin(?:e|es|ed|ing)[ ]to"
    r"|(?:unable|yet)[ ]to|(?:incapable|short)[ ]of(?=[ ]\w+ing\b)|stopped[ ]short[ ]of"
    r"|stay(?:s|ed|ing)?[ ]away[ ]from|gave[ ]up[ ]on|instead[ ]of|den(?:y|ies|ied|ying)"
    r"|rul(?:es?|ed|ing)[ ]out|lack(?:s|ed|ing)?"
    r"|r(?:u|a)n(?:s|ning)?[ ]out[ ]of"
    r"|(?:is|are|was|were|proved|proven|been)[ ](?:false|untrue|unfounded|baseless|groundless|fabricated)"
)
_UNTRUE = re.compile(r"(?:false|untrue|unfounded|baseless|groundless|fabricated)$", re.IGNORECASE)
# Whose truth is denied there is what they speak of: "reports of a leak were false".
_REPORTS = words_of("""
    report reports claim claims rumour rumours rumor rumors allegation allegations story stories
    account accounts charge charges accusation accusations statement statements""")
# Nobody is more than the greatest: "no one has spent more than she".
_NO_OTHER = words_of("no nobody no-one none never nothing neither nor")
_THAN = re.compile(r"[^.;]*\b(?:more|better|worse|less|\w{3,}er)\b[^.;,]*?\bthan(?![ ]\d)", re.IGNORECASE)
_BE = r"(?:is|are|was|were|be|been|being)"
_MODALS: tuple[tuple[str, float], ...] = (
    (r"(?:may|might|could)(?:[ ]well)?(?:[ ]have)?", POSSIBLE),
    (r"can|able[ ]to", POSSIBLE),
    (r"should|ought[ ]to", 1.5),
    (r"must|ha(?:s|ve|d)[ ]to|need(?:s|ed)?[ ]to", LIKELY),
    (r"will|would|shall|['’]ll|won['’]t", TO_COME),
    (rf"{_BE}[ ](?:set|due|scheduled|going|about)[ ]to|agree(?:s|d)?[ ]to|vow(?:s|ed)?[ ]to|pledge(?:s|d)?[ "
        rf"]to|(?:is|are)[ ]to", TO_COME),
    (rf"{_BE}[ ]expected[ ]to|plan(?:s|ned)?[ ]to|intend(?:s|ed)?[ ]to|promise[sd]?[ "
        rf"]to|prepar(?:es?|ed|ing)[ ]to"
     r"|plan(?:s|ned)?[ ]for|decid(?:e|es|ed)[ ]to|threaten(?:s|ed)?[ ]to", PLANNED),
    (r"hop(?:es?|ed|ing)(?:[ ](?:to|for|that|is))?|want(?:s|ed)?[ ]to|seek(?:s|ing)?[ ]to|sought[ "
     r"]to|wish(?:es|ed)?[ ]to|aim(?:s|ed)?[ ]to|call(?:s|ed|ing)?[ ](?:on|for)|urg(?:es?|ed|ing)|ask(?:s|"
     r"ed|ing)?[ ](?:for|to)|offer(?:s|ed)?[ ]to|propos(?:es?|ed|ing)(?:[ ]to)?|demand(?:s|ed|ing)?|tr(?:y|"
     r"ies|ied|ying)[ ]to|attempt(?:s|ed|ing)?[ ]to|consider(?:s|ed|ing)?|(?:ready|willing|prepared)[ "
     r"]to|weighing(?![ ]\d)|mull(?:s|ed|ing)?|contemplat(?:es?|ed|ing)|close[ ]to(?=[ ]\w+ing\b)|on[ ]the[ "
     r"](?:verge|brink|point|cusp)[ ]of|\bif", POSSIBLE),
)  # fmt: skip
_HEDGES: tuple[tuple[str, float, bool], ...] = (
    (r"reportedly|allegedly|purportedly|supposedly|ostensibly|unconfirmed|apparently|"
        r"seemingly|presumably|rumou?red", LIKELY, True),
    (r"probably|likely|suspected|alleged(?=[ ]\w)(?![ ](?:on|at|last|this|that|the|an?|"
        r"he|she|it|they|his|her|their|its|in)\b)|presumed|believed|thought[ ]to|estimated[ "
        r"]to|feared|appear(?:s|ed)?(?=[ ]to|[ ]that)|seem(?:s|ed)?(?=[ ]to|[ ]that)|(?<=[Ii]t[ "
        r"])(?:seem|appear)(?:s|ed)(?=[ ](?:the|a|an|as)\b)"
     rf"|{_BE}[ ]said[ ]to|(?:there[ ]are|amid)[ ]reports|reports[ ]that", LIKELY, True),
    (r"possibly|perhaps|maybe|conceivably|potentially|possible", POSSIBLE, True),
    (r"unlikely|doubtful", 0.5, True),
)  # fmt: skip
_NEUTRAL = (
    r"said|says|say|tells?|told|announc(?:es?|ed|ing)|stat(?:es|ed)|adds|added|"
    r"confirm(?:s|ed)|report(?:s|ed)|wrote|writes|explain(?:s|ed)|not(?:es|ed)|declar(?:es?|"
    r"ed)|(?:spoke|speaks|talked)[ ]of|puts?(?=[ ](?:[\w’']+[ ]){1,5}at[ ])|stress(?:es|ed)|reiterat(?:es|"
    r"ed)|reveal(?:s|ed)|disclos(?:es|ed)|testif(?:ies|ied)|remark(?:s|ed)|comment(?:s|ed)|emphasi[sz](?:es|"
    r"ed)"
)
_LOADED = (
    r"claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|accus(?:es?|ed|ing)|insist(?:s|ed)?|argu(?:es?|"
    r"ed)|assert(?:s|ed)?|maintain(?:s|ed)[ ]that|believ(?:es?)|think(?:s)?|suggest(?:s|ed)?|indicat(?:es?|"
    r"ed)|warn(?:s|ed)?|predict(?:s|ed)?|estimat(?:es|ed)(?=[ ]that)|contend(?:s|ed)|caution(?:s|"
    r"ed)|conced(?:es|ed)|hint(?:s|ed)|quoted[ ]as|blam(?:es?|ed)|describ(?:es?|ed)|call(?:s|ed)(?=[ "
    r"](?:it|the)\b)"
)
_ACCORDING = (
    r"according[ ]to|in[ ]the[ ]words[ ]of|in[ ]the[ ]view[ ]of|in[ ](?:[\w’']+[ "
    r"]){1,4}(?:words|view|account|opinion)|citing"
)
# A noun that says of itself that something was said, enough for a claim that keeps to it.
SPOKEN = re.compile(
    r"\b(?:statement|claim|allegation|accusation|announcement|remarks?|in the eyes "
    r"of|accounts?|testimony|reports?|version|promis(?:es?|ed)|vow(?:s|ed)?|agree(?:s|"
    r"d)?|called|hopes?|urged|asked|demand(?:s|ed)|denied|denies|proposed|offered|"
    r"rejected|expressed|acknowledged|admitted|praised|criticised|condemned)\b", re.IGNORECASE
)  # fmt: skip

_ALL = re.compile(
    r"(?<![\w’'])(?:"
    + f"(?P<no>{_NOT})"
    + "".join(f"|(?P<h{n}>{words})" for n, (words, _s, _w) in enumerate(_HEDGES))
    + "".join(f"|(?P<m{n}>{words})" for n, (words, _s) in enumerate(_MODALS))
    + f"|(?P<loaded>{_LOADED}|{_ACCORDING})|(?P<neutral>{_NEUTRAL})"
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
    con rea abl if wei mul clo on run ran rep all pur sup ost unc app rum lik sus bel tho est fea ami pos per
    unl dou sai say tel tol ann sta
    add wro wri exp cla acc ins arg ass mai thi sug war bla des in cit
    spo spe tal str rei tes com cau con hin quo put""")
# After "said", one of these opens what was said.
_FINITE = words_of("that he she it they we i there his her their its was were is are will would had has")
_LONG_REACH = 6
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
        elif not _is_noun(words, at, match.group().lower()) and attribution[sentence] < _MOST_SAID:
            attribution[sentence] += 1
            whole = words[ends.get(sentence - 1, 0) : ends[sentence]]
            yield _attribution(text, match, whole, words[at])


def _hedge(words: tuple[Token, ...], match: re.Match[str], at: int, after: int) -> Operator:
    _words, strength, whole = _HEDGES[int((match.lastgroup or "")[1])]
    opens = (
        match.group().lower().startswith(("seem", "appear"))
        and after < len(words)
        and words[after].low != "to"
    )
    clause = words[after if opens else at].clause
    anchors = _next(words, after, 1)
    return Operator(HEDGE, match.start(), match.end(), strength, anchors, clause, words[at].sentence, whole)


def _modal(words: tuple[Token, ...], match: re.Match[str], at: int, after: int) -> Iterator[Operator]:
    low, following = match.group().lower(), words[after].low if after < len(words) else ""
    if (low == "could" and following == "not") or match.group() == "May":
        return  # "could not agree" is a fact: the negation has it; the month, a name
    which = int((match.lastgroup or "")[1])
    # A wish or a demand bears on all that is wished for; "will" on its verb.
    wished = which == len(_MODALS) - 1
    anchors = _rest(words, after) if wished else _next(words, after, 2)
    if wished and low.endswith("ed") and following == "by":
        anchors = ()  # "is considered by ministers": who considers it is no doubt
    word = words[at]
    yield Operator(
        MODAL, match.start(), match.end(), _MODALS[which][1], anchors, word.clause, word.sentence
    )  # fmt: skip
    if low.endswith(("n't", "n’t")):
        yield _negation(words, match, at, after)


def _attribution(text: str, match: re.Match[str], sentence: tuple[Token, ...], word: Token) -> Operator:
    leads = match.group().lower().startswith(("according", "citing", "in the"))
    scope = _scope(text, sentence, word, match.end(), leads)
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
    """Return the indices of the words that say something, from `at` to the end of the clause; twelve at
    most.
    """
    stop = min(at + 24, len(words))
    same = (i for i in range(at, stop) if words[i].clause == words[at].clause and words[i].content)
    return tuple(same)[:12]


def _denies_nothing(text: str, words: tuple[Token, ...], match: re.Match[str], at: int) -> bool:
    """Whether a negation is a question's ("Doesn't it leak?") or a comparison's ("no one has spent more than
    she").
    """
    low = match.group().lower().split()[0]
    if low in _NO_OTHER or low.startswith("no-"):
        return match.group().lower() != "no longer" and _THAN.match(text, match.end()) is not None
    last = at
    while last + 1 < len(words) and words[last + 1].sentence == words[at].sentence:
        last += 1
    return low.endswith(("n't", "n’t")) and text[words[last].end : words[last].end + 1] == "?"


def _negation(words: tuple[Token, ...], match: re.Match[str], at: int, after: int) -> Operator:
    low = match.group().lower()
    if _UNTRUE.search(low):
        anchors = _untrue(words, at)
    elif low in ("no", "no one", "no-one", "nobody", "none", "neither", "nothing", "nor"):
        anchors = _denied_by_no(words, after, low)
    else:
        anchors = _next(words, after, 2)
    if low == "nothing" and at:
        anchors = (*anchors, at - 1)
    return Operator(NEGATION, match.start(), match.end(), 0.0, anchors, words[at].clause, words[at].sentence)


def _untrue(words: tuple[Token, ...], at: int) -> tuple[int, ...]:
    """Return what is called untrue: the leak of "reports of a leak were false"."""
    before = range(max(0, at - _LONG_REACH), at)
    return tuple(
        i for i in before
        if words[i].clause == words[at].clause and words[i].content and words[i].low not in _REPORTS
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
        if words[index].content:
            nouns.append(index)
        elif nouns:
            break
    return tuple(nouns[-1:])


def _scope(
    text: str, same: tuple[Token, ...], attribution: Token, end: int, according: bool
) -> tuple[int, int]:
    """Return the text of a sentence (`same`) that an attribution reports: those before "the minister said" at
    its end, those after "the minister said that"; the whole sentence for "according to".
    """
    first, last = same[0].start, same[-1].end
    if according:
        return first, last
    later = same[index_at(same, end) :]
    content = [w for w in later if w.content]
    finite = any(w.low in _FINITE for w in later if w.clause == attribution.clause)
    before = [w for w in same if w.clause < attribution.clause]
    stops = not later or later[0].clause != attribution.clause
    if (
        before
        and (stops or len(content) <= 2 or '"' in text[attribution.end : attribution.end + 2])
        and not finite
    ):
        return first, before[-1].end
    return attribution.end, last
