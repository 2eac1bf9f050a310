"""Whether the clause round a word speaks of what was or of what is to come.

News prose names a bare weekday within the week before or after its own date: only the verb says which.
"""

from __future__ import annotations

import re

PAST, FUTURE, UNKNOWN = -1, 1, 0

_REACH = 160
_STOP = re.compile(r"[.!?;](?=\s)|\n")
_COMMA = re.compile(r"[,:—–()]")
_VERBS = (
    "attend|become|begin|build|close|come|continue|convene|debate|decide|deliver|depart|deploy|discuss|end|face|fly|gather"
    "|get|give|go|halt|head|hold|host|join|kick|launch|leave|make|meet|move|open|pull|reach|receive|release|resume|return"
    "|restart|run|send|sign|speak|start|stop|take|talk|testify|travel|visit|vote|withdraw|be|mark|arrive|announce"
)
_FUTURE = (
    r"be[ ](?:(?:first|also|formally|officially)[ ])?[a-z]+|will|['’]ll|won['’]t|"
    r"would|shall|must|should|may|might|can|could|upcoming|due|planned|scheduled|"
    r"slated|set|expected|tomorrow|ahead|deadline|(?i:to[ ](?:" + _VERBS + "))"
    r"|(?:is|are|am|was|were|has|have|had|hopes?|plans?|wants?|vows?|vowed|agreed|agrees?|going|about|"
    r"pledged)[ ]to|(?:" + _VERBS + r")(?:s|es)?"
)
_IRREGULAR = (
    "said|told|was|were|had|did|began|met|held|took|made|shot|fell|came|went|saw|found|won|lost|sent|left|broke"
    "|struck|gave|spoke|wrote|fled|fought|led|rose|became|got|ran|flew|thought|knew|brought|bought|built|kept|paid"
    "|put|hit|cut|quit|shut|sat|stood|drew|grew|threw|drove|withdrew|overran|seized|has|have|been|ago|yesterday|since"
)
# "set" and "met" stand in one list only; a word in -ed is past unless the first list has it.
_MARK = re.compile(
    rf"\b(?:(?P<future>(?:{_FUTURE}))|(?P<past>(?i:{_IRREGULAR})|(?!(?i:need|"
    rf"speed|indeed|proceed|exceed|embed|bed|red|hundred)\b)[A-Za-z]{{2,}}ed))\b"
)
# What lasts until a day, reported while it lasts: "is closed until", "was extended until".
_UNTIL = re.compile(r"\b(?i:until|till)[ ](?:the[ ])?$")
_LASTING = re.compile(
    r"\b(?:is|are|remains?|stays?|(?:has|have)[ ]been|extend(?:ed|s)|postpone[ds]|"
    r"delay(?:ed|s)|adjourn(?:ed|s)|prolong(?:ed|s)|suspend(?:ed|s)|put[ ]off|deferred)\b"
)


def tense_at(text: str, start: int, end: int) -> int:
    """Return PAST, FUTURE or UNKNOWN for the clause that holds `text[start:end]`.

    The nearest verb before the words within their commas decides, then the nearest after them, then
    the nearest before in the sentence. At most 160 code points either side are read.
    """
    before, after = _sentence(text, start, end)
    if _UNTIL.search(before) and _LASTING.search(before + after):
        return FUTURE
    if before.endswith(" for "):
        return FUTURE  # called for 14 June, set for Sunday
    commas = [m.end() for m in _COMMA.finditer(before)]
    return (
        _last(before[commas[-1] if commas else 0 :])
        or _first(_COMMA.split(after, maxsplit=1)[0])
        or _last(before)
        or _first(after)
    )


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    stops = [m.end() for m in _STOP.finditer(before)]
    stop = _STOP.search(after)
    return before[stops[-1] if stops else 0 :], after[: stop.start()] if stop else after


def _last(words: str) -> int:
    found = UNKNOWN
    for match in _MARK.finditer(words):
        found = FUTURE if match["future"] else PAST
    return found


def _first(words: str) -> int:
    match = _MARK.search(words)
    if match is None:
        return UNKNOWN
    return FUTURE if match["future"] else PAST
