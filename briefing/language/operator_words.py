"""The words of the operators: patterns of denials, modals, hedges and attributions, in tables."""

from __future__ import annotations

import re

from briefing.language.lexicon import words_of

FACT, TO_COME, PLANNED, LIKELY, POSSIBLE = 4.0, 3.0, 2.5, 2.0, 1.0

# What "not" and "no" open that denies nothing: "not only", "no doubt", "no fewer than", "World No 1".
NOT = (
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
UNTRUE = re.compile(r"(?:false|untrue|unfounded|baseless|groundless|fabricated)$", re.IGNORECASE)
# Whose truth is denied there is what they speak of: "reports of a leak were false".
REPORTS = words_of("""
    report reports claim claims rumour rumours rumor rumors allegation allegations story stories
    account accounts charge charges accusation accusations statement statements""")
# Nobody is more than the greatest: "no one has spent more than she".
NO_OTHER = words_of("no nobody no-one none never nothing neither nor")
THAN = re.compile(r"[^.;]*\b(?:more|better|worse|less|\w{3,}er)\b[^.;,]*?\bthan(?![ ]\d)", re.IGNORECASE)
BE = r"(?:is|are|was|were|be|been|being)"
MODALS: tuple[tuple[str, float], ...] = (
    (r"(?:may|might|could)(?:[ ]well)?(?:[ ]have)?", POSSIBLE),
    # Who "was able to" do it did it, as did who "had to"; who is able to may not.
    (r"can(?![ ](?:now[ ])?(?:announce|confirm|reveal|report|disclose|say)\b)"
     r"|(?<!\bwas[ ])(?<!\bwere[ ])able[ ]to", POSSIBLE),
    (r"should|ought[ ]to", 1.5),
    (r"must|ha(?:s|ve)[ ]to|need(?:s|ed)?[ ]to", LIKELY),
    (r"will|would|shall|['’]ll|won['’]t", TO_COME),
    (rf"{BE}[ ](?:set|due|scheduled|going|about)[ ]to(?![ ](?:the|an?|its|his|her|their|this|that)\b)"
     rf"|agree(?:s|d)?[ ]to|vow(?:s|ed)?[ ]to|pledge(?:s|d)?[ ]to|(?:is|are)[ ]to", TO_COME),
    (rf"{BE}[ ]expected[ ]to|plan(?:s|ned)?[ ]to|intend(?:s|ed)?[ ]to|promise[sd]?[ "
        rf"]to|prepar(?:es?|ed|ing)[ ]to"
     r"|plan(?:s|ned)?[ ]for|threaten(?:s|ed)?[ ]to", PLANNED),
    (r"hop(?:es?|ed|ing)(?:[ ](?:to|for|that|is))?|want(?:s|ed)?[ ]to|seek(?:s|ing)?[ ]to|sought[ "
     r"]to|wish(?:es|ed)?[ ]to|aim(?:s|ed)?[ ]to|call(?:s|ed|ing)?[ ](?:on|for)|urg(?:es?|ed|ing)|ask(?:s|"
     r"ed|ing)?[ ](?:for|to)|offer(?:s|ed)?[ ]to|propos(?:es?|ed|ing)(?:[ ]to)?|demand(?:ed|ing)|tr(?:y|"
     r"ies|ied|ying)[ ]to|attempt(?:s|ed|ing)?[ ]to"
     r"|demands?(?=[ ](?:that|the|an?|his|her|its|their)\b)"
     r"|consider(?:s|ed|ing)?(?=[ ](?:\w+ing|an?|the|whether|its|plans?|how)\b)|(?:ready|willing|prepared)[ "
     r"]to|weighing(?![ ]\d)|mull(?:s|ed|ing)?|contemplat(?:es?|ed|ing)|close[ ]to(?=[ ]\w+ing\b)|on[ ]the[ "
     r"](?:verge|brink|point|cusp)[ ]of|\bif", POSSIBLE),
)  # fmt: skip
# Adjectives of what is not or not yet so: "an attempted coup", "the draft law", "planned strikes".
NOT_YET = (
    r"(?:attempted|planned|draft|proposed|would-be|prospective|provisional|abortive|foiled|unverified)"
    r"(?=[ ][^\W\d])(?![ ](?:to|for|by|on|in|at|a|an|the|that|with|and|or|as|from|this|last|earlier|it|his"
    r"|her|their|its)\b)"
)
HEDGES: tuple[tuple[str, float, bool], ...] = (
    (r"reportedly|allegedly|purportedly|supposedly|ostensibly|unconfirmed|apparently|"
        r"seemingly|presumably|rumou?r(?:ed|s)?", LIKELY, True),
    (r"probably|likely|suspected|alleged(?=[ ]\w)(?![ ](?:on|at|last|this|that|the|an?|"
        r"he|she|it|they|his|her|their|its|in)\b)|presumed|believed|thought[ ]to|estimated[ "
        r"]to|(?<!\ba[ ])(?<!\bmost[ ])feared|appear(?:s|ed)?(?=[ ]to|[ ]that)|seem(?:s|ed)?(?=[ ]to|[ ]that)"
        r"|(?<=[Ii]t[ ])(?:seem|appear)(?:s|ed)(?=[ ](?:the|a|an|as)\b)"
     rf"|{BE}[ ]said[ ]to|(?:there[ ]are|amid)[ ]reports|reports[ ]that", LIKELY, True),
    (r"possibly|perhaps|maybe|conceivably|potentially"
        r"|(?<!\bas[ ])(?<!\bwherever[ ])(?<!\bwhere[ ])(?<!\bwhen[ ])(?<!\beverything[ ])(?<!\bit[ ])"
        r"possible",
        POSSIBLE, True),
    (r"unlikely|doubtful", 0.5, True),
    (NOT_YET, LIKELY, False),
)  # fmt: skip
# What is taken and not said: "claimed the title", "claimed 30 lives".
PRIZES = (
    r"[ ](?:[\w’'-]+[ ]){0,4}?(?:titles?|lives|life|crown|championship|medals?|gold|silver|bronze|prize|cup"
    r"|trophy|wins?|wickets?|benefits?|asylum|seats?|first|second|third|place|spot|scalp)\b"
)
NEUTRAL = (
    r"said|says|say|tells?|told|announc(?:es?|ed|ing)|stat(?:es|ed)|adds|added|"
    r"confirm(?:s|ed)|report(?:s|ed)|wrote|writes|explain(?:s|ed)|not(?:es|ed)|declar(?:es?|"
    r"ed)|(?:spoke|speaks|talked)[ ]of|puts?(?=[ ](?:[\w’']+[ ]){1,5}at[ ])|stress(?:es|ed)|reiterat(?:es|"
    r"ed)|reveal(?:s|ed)|disclos(?:es|ed)|testif(?:ies|ied)|remark(?:s|ed)|comment(?:s|ed)|emphasi[sz](?:es|"
    r"ed)"
)
LOADED = (
    rf"claim(?:s|ed|ing)?(?!{PRIZES})|alleg(?:es?|ed|ing)|accus(?:es?|ed|ing)|insist(?:s|ed)?|argu(?:es?|"
    r"ed)(?![ ](?:for|against|with)\b)|assert(?:s|ed)?|maintain(?:s|ed)[ ]that|believ(?:es?)|think(?:s)?"
    r"|suggest(?:s|ed)?|indicat(?:es?|"
    r"ed)|warn(?:s|ed)?|predict(?:s|ed)?|estimat(?:es|ed)(?=[ ]that)|contend(?:s|ed)|caution(?:s|"
    r"ed)|conced(?:es|ed)|hint(?:s|ed)|quoted[ ]as|blam(?:es?|ed)|describ(?:es?|ed)|call(?:s|ed)(?=[ "
    r"](?:it|the)\b)"
)
ACCORDING = (
    r"according[ ]to|in[ ]the[ ]words[ ]of|in[ ]the[ ]view[ ]of|in[ ](?:[\w’']+[ "
    r"]){1,4}(?:words|view|account|opinion)|citing"
)
# Words of report that leave open, or doubt, whether it is so.
DOUBTED_BY = re.compile(r"claim|alleg|accus|insist|blam|contend|purport|maintain", re.IGNORECASE)
# Whoever says so vouches for it, or tells what a record shows.
VOUCHED = words_of("""
    confirm confirms confirmed announce announces announced reveal reveals revealed disclose discloses
    disclosed explain explains explained note notes noted acknowledge acknowledged concedes conceded
    testifies""")
# What is said of somebody or something, and no clause: it ends where another predicate begins.
OF_SOMEBODY = re.compile(
    r"accus|blam|describ|call|alleging|claiming|quoted|spoke|speak|talked", re.IGNORECASE
)
# A noun that says of itself that something was said, enough for a claim that keeps to it.
SPOKEN = re.compile(
    r"\b(?:statement|claim|allegation|accusation|announcement|remarks?|in the eyes "
    r"of|accounts?|testimony|reports?|version|promis(?:es?|ed)|vow(?:s|ed)?|agree(?:s|"
    r"d)?|called|hopes?|urged|asked|demand(?:s|ed)|denied|denies|proposed|offered|"
    r"rejected|expressed|acknowledged|admitted|praised|criticised|condemned)\b", re.IGNORECASE
)  # fmt: skip
