"""What "may", "could" and "possible" mean in a sentence: an estimate, or leave, ability and means.

"The agreement may be renewed once" gives leave, "doctors could treat only 40 of 300" tells what they managed,
"the bridge makes it possible to cross" names a means. None of them says how likely anything is.

Leave is read from three tables: acts that are permitted, who is under a rule, and what limits leave; or from
a norm by which the act is done. "May have", "may be growing" and acts in no table ("may collapse") estimate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing.language.lexicon import words_of

# What a rule allows or forbids people to do, and bodies to order.
_ACTS = words_of("""
    access annul apply appeal appoint arrest ask attend bear bring build buy call carry charge choose claim
    convene cross deduct delay demand deport deposit detain dismiss dissolve drive enter exchange export
    extend file fine fire fish hire hold hunt impose import imprison inherit inspect invite join keep lease
    leave levy lodge marry nominate open opt order own park pass pay practise prosecute question refuse
    register reject remain remove renew rent replace request require resign return revoke search seek sell
    serve sit stand stay study summon suspend switch take teach terminate trade transfer travel try use veto
    visit vote waive wear withdraw withhold work write""")
_PARTICIPLES = MappingProxyType({
    "bear": "borne", "bring": "brought", "build": "built", "buy": "bought", "choose": "chosen",
    "drive": "driven", "hold": "held", "keep": "kept", "leave": "left", "pay": "paid", "seek": "sought",
    "sell": "sold", "take": "taken", "teach": "taught", "wear": "worn", "withdraw": "withdrawn",
    "withhold": "withheld", "write": "written", "transfer": "transferred", "levy": "levied",
    "marry": "married", "try": "tried",
})  # fmt: skip
_PASSIVE = frozenset(
    _PARTICIPLES.get(act, f"{act}d" if act.endswith("e") else f"{act}ed") for act in _ACTS
) | words_of("deferred amended postponed prolonged")

# Who stands under a rule in their own right; "troops" and "smugglers" ask nobody.
_HOLDERS = words_of("""
    applicants banks bidders buyers candidates children citizens companies conscripts creditors defendants
    depositors deputies detainees directors doctors drivers employees employers exporters families farmers
    firms foreigners graduates guests households importers inmates institutions judges landlords lawyers
    lenders licensees members ministers nurses officers officials owners parents parties passengers patients
    pensioners pharmacists prisoners pupils refugees reporters residents seekers sellers shareholders shops
    signatories soldiers staff states students subscribers suspects teachers tenants traders travellers users
    visitors voters witnesses workers""")
# Who is given powers, one at a time.
_AUTHORITIES = words_of("""
    assembly authority board chair commission commissioner committee council court governor judge magistrate
    minister monarch ombudsman panel parliament president prosecutor receiver regulator senate speaker
    tribunal""")
_NORMS = (
    r"(?:laws?|acts?|statutes?|bylaws?|decrees?|codes?|constitution|articles?\s\d+|treaty|treaties|pact|accord"
    r"|agreement|ceasefire|truce|deal|rules?|regulations?|terms|charter|contract|licen[cs]e|mandate|order|permit"
    r"|protocol|convention|scheme|settlement)"
)
_UNDER = re.compile(rf"\b(?:under|by|in)\s+(?:[\w’'-]+\s+){{0,4}}?{_NORMS}\b", re.IGNORECASE)
# "The law allows officers to stay; they may leave", "the statute says directors may be removed".
_NORM_GIVES = re.compile(
    rf"\b{_NORMS}\s+(?:\w+\s+)?(?:allows?|entitles?|gives?|grants?|lets?|permits?|provides?|says?|states?)\b",
    re.IGNORECASE,
)
# What is renewed, appealed or extended by rule.
_SUBJECT_TO_RULES = re.compile(
    rf"\b(?:{_NORMS}|verdict|ruling|sentence|judge?ment|decision|result|detention|curfew|ban)\b",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|ninety)"
)
# How leave is limited: once, for up to, within ten days, only against; not "within weeks", which is when.
_LIMIT = re.compile(
    rf"\b(?:once|twice|{_COUNT}\s+times|only|(?:for\s+)?up\s+to|no\s+more\s+than|at\s+most|without|at\s+any\s+time"
    rf"|each|every|per|an?\s+(?:day|week|month|year)|(?:after|within|for|at)\s+{_COUNT}|until|unless|against|between"
    r"|(?:if|when|where)\s+(?:they|he|she|it)\s+(?:are|is|have|has)|either\s+(?:side|party)|free\s+of\s+charge)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|where)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:\s*,[^,]{1,40},)?\s+(?:(?:not|also|then|still|only|[a-z]+ly)\s+){0,2}"
    r"(?P<be>be\s+(?:\w+ly\s+)?)?(?P<verb>[^\W\d_]+)"
)
_WORD = re.compile(r"[^\W\d_]+")


# What the law has in store for an act: "could face up to ten years in prison".
_PENALTY = re.compile(
    r"\s+(?:face|carry|mean|result\s+in|be\s+(?:detained|fined|held|imprisoned|jailed|punished|sentenced))\b"
    r"[^.;]{0,60}\b(?:years?|months?|days|prison|jail|fines?|penalt(?:y|ies)|sentences?)\b",
    re.IGNORECASE,
)


def is_leave(sentence: str, start: int, end: int) -> bool:
    """Return whether a "may" or "could" at these code points of a sentence gives leave to do something."""
    if _PENALTY.match(sentence, end):
        return True
    verb = _NEXT.match(sentence, end)
    if verb is None or verb["verb"].lower() not in (_PASSIVE if verb["be"] else _ACTS):
        return False
    before, after = sentence[:start], sentence[verb.end() :]
    if _UNDER.search(sentence) or _NORM_GIVES.search(before):
        return True
    subject = _WORD.findall(before.lower())[-4:]
    limited = _LIMIT.search(after) is not None
    if verb["be"] and _SUBJECT_TO_RULES.search(before):
        return limited
    if _AUTHORITIES.intersection(subject):
        return limited or _CONDITION.search(after) is not None
    return limited and bool(_HOLDERS.intersection(subject))


_NUMBERS_OF = rf"\b(?:{_COUNT}|half|most|none)\s+of\s+(?:(?:the|its|their|his|her)\s+)?{_COUNT}\b"
# What follows "could" in its clause where it tells what somebody managed: a limit, a share, the senses.
_MANAGED = re.compile(
    rf"[^.;\x1f]{{0,60}}?(?:\bonly\b|{_NUMBERS_OF})|\s+(?:see|hear|watch|afford)\b"
    r"|\s+(?:\w+\s+){1,2}(?:little|few|no|nothing)\b|\s+be\s+used\s+(?:to|for|as)\b",
    re.IGNORECASE,
)
# What stands before it: "those who could pay", "every child they could reach", "opened so that aid could".
_ABLE = re.compile(
    r"\b(?:those|anyone|everyone|people|all)\s+who\s*$"
    r"|\b(?:all|everything|whatever|anyone|anything|(?:every|any|each)\s+\w+)(?:\s+that)?\s+(?:he|she|they|it|we)\s*$"
    r"|\b(?:so\s+that|meant)\s+[^.;]{1,160}$",
    re.IGNORECASE,
)
# "Only light vehicles could use the track", with an act that a person does, names who managed it.
_ONLY = re.compile(r"(?:^|,\s)only\s[^.,;]{1,60}$", re.IGNORECASE)
# From a place things are within reach: of the eye or of a weapon.
_FROM = re.compile(r"^from\s[^.;]{3,60}$", re.IGNORECASE)
_WITHIN_REACH = re.compile(r"\s+(?:cover|reach|hit|fire|shell|strike|overlook|control)\b", re.IGNORECASE)


def is_ability(sentence: str, start: int, end: int) -> bool:
    """Return whether a "could" at these code points tells what somebody was able to do."""
    before, verb = sentence[:start], _NEXT.match(sentence, end)
    if verb and _ONLY.search(before):
        return verb["verb"].lower() in (_PASSIVE if verb["be"] else _ACTS)
    return (
        _MANAGED.match(sentence, end) is not None
        or _ABLE.search(before) is not None
        or (_FROM.search(before) is not None and _WITHIN_REACH.match(sentence, end) is not None)
    )


_MAKES = re.compile(r"\b(?:mak(?:e|es|ing)|made)\b[^.,;]{0,60}$", re.IGNORECASE)
# Who looks into something possible, or plans it, says nothing about how likely it is.
_HANDLING = (
    r"(?:analys|assess(?:es|ed|ing)\b|consider(?!abl)|cover(?:s|ed|ing)?\b|debat|discuss|enquir|examin|explor|inquir"
    r"|ahead\s+of|brac(?:e|es|ed|ing)\b|comment|talks?\b|investigat|list(?:s|ed|ing)?\b|look(?:s|ed|ing)?\s+into|map(?:s|ped)\b|negotiat|offer|outlin|plan(?:s|ned|ning)?\b"
    r"|prepar|prob(?:es?|ed|ing)\b|propos|provid|review|search|set(?:s|ting)?\s+out|stud(?:y|ies|ied|ying)\b"
    r"|test(?:s|ed|ing)?\b|weigh)"
)
_HANDLES = re.compile(rf"\b{_HANDLING}[^,;:]{{0,40}}$", re.IGNORECASE)
_IS_HANDLED = re.compile(
    r"\s+[^\W\d_]{3,}[^;:]{0,60}?\b(?:is|are|was|were|be|been|being|under)\s+"
    rf"(?:\w+ly\s+)?(?:being\s+)?{_HANDLING}",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|seems?|looks?)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)


def is_means(sentence: str, start: int, end: int) -> bool:
    """Return whether a "possible" at these code points names a means, an option or a matter under study."""
    before, after = sentence[:start], sentence[end:]
    if _MAKES.search(before):
        return True
    if _PREDICATE.search(before):
        return _UNDER.match(after.lstrip()) is not None or re.match(r"\s+only\b", after) is not None
    return _HANDLES.search(before) is not None or _IS_HANDLED.match(after) is not None


def _could(sentence: str, start: int, end: int) -> bool:
    return is_ability(sentence, start, end) or _may(sentence, start, end)


# A manner of speaking: "could be described as", "some may argue", "however small it may be".
_SPEAKING = re.compile(
    r"\s+be\s+(?:\w+ly\s+)?(?:argued|called|considered|described|expected|forgiven|interpreted|regarded|said|seen"
    r"|thought\s+of)\b|\s+(?:well\s+)?(?:argue|object|wonder)\b"
    r"|\s+(?:not\s+)?otherwise\b|\s*(?:[.;:!?)—–]|$)",
    re.IGNORECASE,
)
_CONCEDED = re.compile(
    r"\b(?:however|whatever|the\s+way|no\s+matter\s+(?:how|what|who))\b[^.,;]{0,40}$", re.IGNORECASE
)


# "He might have been 60" gives an age as a witness would.
_ABOUT_HIM = re.compile(r"\b(?:he|she)\s+$", re.IGNORECASE)
_AGED = re.compile(
    rf"\s+(?:have\s+been|be)\s+(?:about\s+|around\s+)?{_COUNT}\b(?!\s+(?:times|metres|km|miles))"
)


def is_speaking(sentence: str, start: int, end: int) -> bool:
    """Return whether a "may", "might" or "could" only says how one may put it, or somebody's age."""
    if _ABOUT_HIM.search(sentence, 0, start) and _AGED.match(sentence, end):
        return True
    return _SPEAKING.match(sentence, end) is not None or _CONCEDED.search(sentence, 0, start) is not None


def _may(sentence: str, start: int, end: int) -> bool:
    return is_speaking(sentence, start, end) or is_leave(sentence, start, end)


Sense = Callable[[str, int, int], bool]
# The terms that have another sense, by what asks for it.
OTHER_SENSES: Mapping[str, Sense] = MappingProxyType(
    {"may": _may, "might": is_speaking, "could": _could, "possible": is_means}
)
