"""The rules on words of estimation: L4 to L8 and L13 (ICD 203, the PHIA yardstick).

Text inside quotation marks is never read, nor a sentence that says whose estimate it gives ("The minister
said …"), nor editorial claims, which speak about the brief itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefing import inline, scales
from briefing.checks import wording
from briefing.checks.findings import Finding, Severity
from briefing.checks.rule_types import Facts, ItemPlace, places
from briefing.checks.whose_estimate import attributed
from briefing.checks.wording import Percentage, TermHit
from briefing.model import Brief, Claim, Item, Judgement
from briefing.scales import STANDARDS, Standard
from briefing.text import Span, quoted


def _ladder(standard_id: str) -> Standard | None:
    return next((known for known in STANDARDS if known.id == standard_id), None)


def own_sentences(item: Item, asked: Callable[[str], object]) -> Iterator[tuple[Span, str]]:
    """Yield span and words of each sentence in which the analyst speaks (see the module) and that has what is
    asked for: whose a sentence is takes longest to say.
    """
    if isinstance(item, Claim) and item.kind == "editorial":
        return
    text = inline.plain(item.text)
    reported = isinstance(item, Claim) and item.kind == "reported"
    for span, words in wording.sentences_of(text):
        if words.endswith("?"):
            continue  # a question estimates nothing
        if asked(words) and not attributed(wording.unquoted(words), reported):
            yield span, words


def _likelihood(words: str) -> bool:
    return bool(wording.hits(words) or wording.percentages(words))


def _hits(words: str, place: ItemPlace) -> tuple[TermHit, ...]:
    """The terms of likelihood in a sentence that are not part of an actor's name."""
    return tuple(hit for hit in wording.hits(words) if not _in_name(words, hit, place.brief))


def _in_name(words: str, hit: TermHit, brief: Brief) -> bool:
    return any(
        hit.words in name
        and any(m.start() <= hit.start < m.end() for m in re.finditer(re.escape(name), words))
        for actor in brief.actors
        for name in (actor.name, *actor.aliases)
    )


def _terms(item: Item, place: ItemPlace) -> Iterator[tuple[int, TermHit]]:
    """Yield each term with the offset of its sentence; what says nothing ("cannot be excluded") is of L13."""
    for (start, _), words in own_sentences(item, wording.hits):
        yield from ((start, hit) for hit in _estimates(words, place))


def _estimates(words: str, place: ItemPlace) -> tuple[TermHit, ...]:
    nothing = [match.span() for match in _RULED_OUT.finditer(wording.unquoted(words))]
    return tuple(
        hit for hit in _hits(words, place) if not any(a <= hit.start and hit.end <= b for a, b in nothing)
    )


def _at(start: int, span: Span) -> Span:
    return start + span[0], start + span[1]


def confidence_beside_likelihood(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L4: confidence and likelihood in one sentence."""
    for (start, end), words in own_sentences(item, wording.confidences):
        likely = _hits(words, place) or wording.percentages(words)
        if likely and wording.confidences(words):
            yield Finding(
                "L4", "error", item.id,
                f"{quoted(words)} gives confidence and likelihood in one sentence.",
                "Say how likely it is; say in a sentence of its own how sure you are.",
                span=(start, end), fix="split-confidence",
            )  # fmt: skip


def mixed_rows(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L5: terms of both rows of ICD 203, and no sentence that says they mean the same."""
    if brief.standard != "icd203" or has_disclaimer(brief):
        return
    first: tuple[int, str] | None = None
    for item, place in places(brief):
        for row, words, span in _rows_used(item, place):
            if first is None:
                first = row, words
            elif row != first[0]:
                yield Finding(
                    "L5", "warning", item.id,
                    f"“{words}” and “{first[1]}” are of different rows of ICD 203.",
                    "Keep to one row, or say that the terms of both mean the same.",
                    span=span, fix="add-disclaimer",
                )  # fmt: skip
                return


def _rows_used(item: Item, place: ItemPlace) -> Iterator[tuple[int, str, Span | None]]:
    if isinstance(item, Judgement) and item.standard in ("", "icd203"):
        term = wording.TERMS.get(item.likelihood)
        if term and term.row:
            yield term.row, item.likelihood, None
    if _is_fact(item, place):
        return
    for start, hit in _terms(item, place):
        if hit.term.row:
            yield hit.term.row, hit.words, _at(start, hit.span)


_SAME = re.compile(
    r"\bboth rows\b|\binterchangeabl|\bsynonym|\bequivalent\b|\bthe same "
    r"(?:assessment|likelihood|probability|meaning|range)|\bmean(?:s|ing)? the same\b",
    re.IGNORECASE,
)


def has_disclaimer(brief: Brief) -> bool:
    """Whether an editorial claim says that terms of likelihood of both rows mean the same."""
    return any(
        isinstance(item, Claim) and item.kind == "editorial" and _SAME.search(inline.plain(item.text))
        for item, _ in places(brief)
    )


def _is_fact(item: Item, place: ItemPlace) -> bool:
    return isinstance(item, Claim) and item.kind == "reported" and place.kind == "situation"


def off_ladder(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L6: a term, or a number, that the declared ladder does not have. Facts are left to L7."""
    ladder = _ladder(place.standard)
    if ladder is None:
        return
    if isinstance(item, Judgement):
        yield from _chip_off_ladder(item, ladder)
    if _is_fact(item, place):
        return
    for (start, _), words in own_sentences(item, _likelihood):
        for hit in _estimates(words, place):
            if ladder.id not in hit.term.standards:
                yield Finding(
                    "L6", "warning", item.id, f"“{hit.words}” is no {ladder.name} term.",
                    _nearest_named(ladder, hit.term.about),
                    span=_at(start, hit.span), fix="use-rung",
                )  # fmt: skip
        for number in wording.percentages(words):
            yield from _number_off_ladder(item, ladder, number, words, start)


def _nearest_named(ladder: Standard, about: float) -> str:
    one, two = wording.nearest(ladder.id, about)
    return f"The nearest terms are {scales.named(one)} and {scales.named(two)}."


def _number_off_ladder(
    item: Item, ladder: Standard, number: Percentage, words: str, start: int
) -> Iterator[Finding]:
    low, high = scales.rung_at(ladder.id, number.low), scales.rung_at(ladder.id, number.high)
    middle = (number.low + number.high) / 2
    if low or high or scales.rung_at(ladder.id, middle):
        return
    stated = words[number.start : number.end]
    yield Finding(
        "L6", "error", item.id, scales.gap_message(ladder.id, stated, middle),
        "Use one of the terms, or move the number to where one holds it.",
        span=_at(start, number.span), fix="use-rung",
    )  # fmt: skip


def _chip_off_ladder(item: Judgement, ladder: Standard) -> Iterator[Finding]:
    """The term chosen for a judgement, against the standard that the brief declares."""
    term = wording.meaning(item.likelihood)
    if not item.likelihood or (term and ladder.id in term.standards):
        return
    numbers = wording.percentages(f"a likelihood of {item.likelihood}")
    if numbers and scales.rung_at(ladder.id, numbers[0].low):
        return
    severity: Severity = "error" if numbers else "warning"
    if numbers:
        message = scales.gap_message(ladder.id, item.likelihood, numbers[0].low)
    else:
        message = f"The likelihood “{item.likelihood}” is no {ladder.name} term."
    about = numbers[0].low if numbers else term.about if term else 50
    yield Finding(
        "L6", severity, item.id, message, _nearest_named(ladder, about), fix="use-rung"
    )  # fmt: skip


def misplaced(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L7: a likelihood word inside a Situation fact; an Outlook judgement without an estimative term."""
    if _is_fact(item, place):
        for start, hit in _terms(item, place):
            yield Finding(
                "L7", "warning", item.id, f"“{hit.words}” makes an estimate of what is reported as a fact.",
                "Say whose estimate it is, call the claim assessed, or move it to the Outlook.",
                span=_at(start, hit.span), fix="call-assessed",
            )  # fmt: skip
    elif isinstance(item, Judgement):
        yield from _differs_in_words(item, place)
    if place.kind == "outlook" and isinstance(item, Judgement) and _undecided(item, place):
        yield Finding(
            "L7", "warning", item.id,
            f"{quoted(inline.plain(item.text))} does not say how likely it is.",
            "Choose a likelihood for it.",
        )  # fmt: skip


def _differs_in_words(item: Judgement, place: ItemPlace) -> Iterator[Finding]:
    """A judgement whose words give one likelihood, and whose chosen term another."""
    chosen = wording.meaning(item.likelihood)
    if chosen is None:
        return
    stated = [(at, hit) for at, hit in _terms(item, place) if hit.term.standards]
    if stated and all(hit.term.about != chosen.about for _, hit in stated):
        at, hit = stated[0]
        yield Finding(
            "L7", "warning", item.id, f"The words say “{hit.words}”, the chosen likelihood is "
                f"“{item.likelihood}”.",
            "Say it once: take it out of the words, or choose the same term.", span=_at(at, hit.span),
        )  # fmt: skip


_TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are)\s+(?:going|about|set|due)\s+to)\b", re.IGNORECASE)


def _undecided(item: Judgement, place: ItemPlace) -> bool:
    """Whether a written judgement has neither a chosen term, nor one in its words, nor a number.

    How sure one is of what has happened stands for itself ("We judge with high confidence that it fired
    first"), and what only cannot be ruled out is asked for its likelihood by L13.
    """
    if item.likelihood or not item.text.strip():
        return False
    return not any(own_sentences(item, lambda words: _decided(words, place)))


def _decided(words: str, place: ItemPlace) -> bool:
    bare = wording.unquoted(words)
    sure_of_the_past = wording.confidences(words) and not _TO_COME.search(bare)
    return bool(
        _hits(words, place) or wording.percentages(words) or sure_of_the_past or _RULED_OUT.search(bare)
    )


_COUNT_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundreds?|thousands?|dozens|millions?|half|a\\s+(?:dozen|hundred|thousand|million|third|quarter)"
)
_FIGURE = r"[$€£]?\d[\d.,\u00a0\u202f]*(?<=\d)"
# Verbs that give the size of something, or of a toll: what they estimate is a number. Taking three towns and
# visiting two cities are events.
_SIZED = (
    r"(?:(?:has|have|had)\s+)?(?:has|have|had|h[oe]lds?|hous(?:es?|ed)|numbers?|numbered|totals?|totall?ed"
    r"|amount(?:s|ed)?\s+to|exceed(?:s|ed)?|employ(?:s|ed)?|contain(?:s|ed)?|counts?|counted|comprises?|costs"
    r"|stands?\s+at|stood\s+at|be|is|are|was|were|kill(?:s|ed)|infect(?:s|ed)|displac(?:es|ed)|injured?|wounded"
    r"|affect(?:s|ed)|spent|owes?|owed)"
)
_STATISTIC = re.compile(
    rf"(?:\s+{_SIZED}|\s+to\s+[^.,;]{{1,40}}?\s(?:number|total|amount\s+to))?"
    r"\s+(?:to\s+(?:be|reach|exceed|number|total|stand\s+at|amount\s+to)\s+|that\s+(?=[\d.,\s]+(?:%|"
    r"per\s?cent)\s+of\b|half\s+of\b))?(?:about|around|roughly|nearly|almost|some|at\s+least|at\s+most|"
    r"up\s+to|more\s+than|less\s+than|fewer\s+than|over|under|above|below|between|only)?\s*"
    rf"(?P<count>{_FIGURE}(?:\s?(?:[-–]|to\b|or\b|and\b)\s?{_FIGURE})?(?:\s?(?:%|"
    rf"per\s?cent|percent)|\s(?:thousand|million|billion)\b)?|\b(?:{_COUNT_WORDS})\b)"
    r"(?!\w|[-–/:]\w|\s+(?:to|or)\s+\d|\s+(?:o['’]clock|[ap]\.?m\b|minutes?|hours?|days?|"
    r"weeks?|months?|years?|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def on_statistic(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L8: a likelihood word attached to a statistic: what can be likely is an event."""
    for (start, _), words in own_sentences(item, wording.hits):
        bare = wording.unquoted(words)
        for hit in _hits(words, place):
            match = _STATISTIC.match(bare, hit.end)
            if match and not _YEAR.fullmatch(match["count"]):
                yield Finding(
                    "L8", "note", item.id,
                    f"“{hit.words}” says how likely a number is: “{words[hit.start : match.end()]}”.",
                    "Give the number as an estimate or a range; likelihood is for events.",
                    span=_at(start, (hit.start, match.end())),
                )  # fmt: skip


_EXCLUDED = r"(?:ruled\s+out|excluded|dismissed|discounted)"
_EXCLUDE = r"(?:rule\s+out|exclude|dismiss|discount)"
_CANNOT = r"(?:can\s?not|can['’]t|could\s+not|couldn['’]t)"
# In the active voice it is ours to say so, or nobody's in particular: a state that "cannot rule out" speaks
# itself. Nor do the two that are no verbs of excluding say how likely anything is.
_RULED_OUT = re.compile(
    rf"\b{_CANNOT}\s+(?:(?:\w+ly|yet|altogether)\s+)?be\s+(?:\w+ly\s+)?{_EXCLUDED}\b"
    rf"|\bnor\s+can\s+[^.;:]{{1,60}}?\bbe\s+{_EXCLUDED}\b"
    r"|\bimpossible\s+to\s+(?:\w+ly\s+)?(?:rule\s+out|exclude)\b"
    rf"|(?<=\bwe )do\s+not\s+{_EXCLUDE}\b"
    r"|(?:(?<=\bwe )|(?<=\bone )|(?<=\bnobody )|(?<=\bI )|(?<=\bthis assessment )|^)"
    rf"(?:{_CANNOT}|(?:are|am)\s+(?:unable|not\s+able)\s+to)\s+(?:(?:\w+ly|yet|also)\s+)?{_EXCLUDE}\b"
    r"|\b(?:not|n['’]t)\s+(?:\w+ly\s+)?(?:out\s+of|beyond)\s+(?:the\s+)?(?:question|possibility)\b",
    re.IGNORECASE,
)


def _says_nothing(words: str) -> bool:
    return _RULED_OUT.search(wording.unquoted(words)) is not None


def cannot_rule_out(item: Item, _place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L13: "we cannot rule out" says nothing about how likely it is."""
    for (start, _), words in own_sentences(item, _says_nothing):
        for match in _RULED_OUT.finditer(wording.unquoted(words)):
            yield Finding(
                "L13", "note", item.id, f"“{match.group()}” does not say how likely it is.",
                "Say how likely it is, or leave it out.", span=_at(start, match.span()), fix="use-rung",
            )  # fmt: skip
