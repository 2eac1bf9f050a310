"""English verbs and nouns by which somebody says, thinks or fears something, and their forms."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.language.lexicon import words_of

# Verbs of speech: who does it is a person or a body, and says it in so many words.
SPEECH = words_of("""
    acknowledge add admit advise allege announce argue assert caution claim complain concede confirm
    contend declare explain hint insist maintain note predict promise reiterate report say speculate state
    stress tell testify threaten warn write""")
# Verbs of the mind that only people and their bodies have.
MIND = words_of("""
    anticipate assume believe doubt expect fear foresee forecast guess hope project reckon suspect think
    worry""")
# Verbs of judging: an analyst's own evidence can be their subject as well ("the data suggest").
JUDGING = words_of("""
    assess calculate conclude consider deem describe estimate judge rate regard suggest""")
# Verbs whose form with he, she or it is as often the plural of a noun: "Gulf states may cut output".
ALSO_NOUNS = words_of("""
    claim doubt estimate fear forecast guess hope judge note project promise rate regard report state stress
    worry""")
# What is felt about something to come: "the club is hopeful that he could".
FEELINGS = words_of("""
    adamant afraid anxious concerned confident convinced fearful hopeful optimistic pessimistic sceptical sure
    unsure worried""")
_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote", "foresee": "foresaw",
    "forecast": "forecast", "admit": "admitted",
}  # fmt: skip

# Nouns of the mind and of speech: "the fear that", "warnings of".
FEARS = words_of("""
    allegation anxiety assumption assurance belief claim concern expectation fear hope impression notion
    perception rumour rumor suggestion suspicion warning worry""")
# Nouns of judging, which may be the analyst's own.
VIEWS = words_of("""
    assessment calculation conclusion estimate forecast guess judgement judgment opinion prediction
    projection view""")


def third_person(verb: str) -> str:
    """Return the form of the present with he, she or it: "warns", "worries"; a noun's plural is alike."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "ss")) else f"{verb}s"


def past(verb: str) -> str:
    """Return the past form: "warned", "said"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def participle(verb: str) -> str:
    """Return the form with -ing: "warning", "arguing"."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}ting" if verb == "admit" else f"{verb}ing"


def finite(verbs: Iterable[str]) -> frozenset[str]:
    """Return the forms of verbs that stand after he, she or it, and the past ones."""
    return frozenset(form for verb in verbs for form in (third_person(verb), past(verb)))


def plurals(nouns: Iterable[str]) -> frozenset[str]:
    """Return nouns with their plurals."""
    return frozenset(form for noun in nouns for form in (noun, third_person(noun)))
