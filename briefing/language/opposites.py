"""Words that say the opposite of each other."""

from __future__ import annotations

import re

from briefing.language.stems import stem_of
from briefing.language.tokens import Token

# "Accurate" has an "inaccurate", as "formed" has no "informed".
_OF_BOTH = ("able", "ible", "ete", "ate", "ive", "ient", "uent", "al", "ar")
# Either side of a bar: words of one meaning against words of the other.
_TABLE = """begin start launch resume commence open|end stop halt finish cease suspend conclude cancel scrap abandon
attack assault strike storm|defend protect
advance|retreat withdraw
deploy send|withdraw recall
accept approve adopt endorse back|reject refuse veto decline oppose
support back favour favor|oppose resist
capture seize take gain retake recapture|lose surrender cede
rise increase grow climb jump soar surge double|fall decrease decline drop shrink plunge slump halve slide tumble sink slip dip
raise increase boost|lower cut reduce slash
win|lose
confirm acknowledge admit|deny
open reopen|close shut
arrive enter|leave depart exit
join|leave quit
allow permit let enable|ban forbid prohibit block prevent bar
impose introduce|lift remove ease
release free|detain arrest jail hold imprison
extend prolong lengthen|shorten curtail
strengthen reinforce|weaken undermine
praise welcome hail|criticise criticize condemn denounce
import|export
buy purchase|sell
keep respect observe honour honor uphold|break violate breach
escalate intensify|ease calm subside de-escalate
expand widen|shrink narrow contract
succeed|fail
improve|worsen deteriorate
survive live|die perish
create build establish found|destroy dismantle demolish abolish dissolve
agree|disagree refuse
include cover|exclude omit exempt
save rescue|kill
encourage|discourage
appoint name|dismiss sack fire
ratify sign|reject
north northern|south southern
east eastern|west western
northwest northwestern|northeast northeastern
northwest northwestern|southwest southwestern
northwest northwestern|southeast southeastern
northeast northeastern|southwest southwestern
northeast northeastern|southeast southeastern
southwest southwestern|southeast southeastern
before|after
temporary|permanent
first|last
legal lawful|illegal unlawful
guilty|innocent
male|female
higher|lower
majority|minority
maximum|minimum
public|secret
direct|indirect
ally|enemy foe
pro|anti
upper|lower
inside|outside
above|below
inflow|outflow
profit|loss
surplus|deficit
strong|weak
stable|unstable fragile
possible|impossible
likely|unlikely
true|false
alive|dead
acquit exonerate clear|convict
recognise recognize|derecognise
double|triple treble quadruple halve
triple treble|double quadruple halve
twice|thrice
attend|boycott skip
obey|defy disobey
unite|divide split
upgrade|downgrade
legalise legalize|outlaw criminalise criminalize
add|remove
hire recruit|sack dismiss
accelerate|slow
unseat oust topple|reinstate
uphold|overturn quash annul reject
freeze|unfreeze thaw
arm|disarm
mobilise mobilize|demobilise demobilize
lend|borrow
dawn daybreak sunrise morning|evening dusk sunset afternoon
ease relax loosen|tighten toughen
clear|unclear
known|unknown
aware|unaware"""


def _pairs() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, by stem, the words of the same meaning and those of the other."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in _TABLE.split("\n"):
        one, two = (frozenset(stem_of(w, "en") for w in side.split()) for side in line.split("|"))
        for mine, theirs in ((one, two), (two, one)):
            for word in mine:
                same, other = found.get(word, (frozenset(), frozenset()))
                found[word] = (same | mine, other | theirs)
    return {word: (same, other - same) for word, (same, other) in found.items()}


OPPOSITES = _pairs()


def opposite(word: str) -> frozenset[str]:
    """Return the stems that say the opposite of a stem."""
    return OPPOSITES.get(word, (frozenset(), frozenset()))[1]


_UN = re.compile(r"(?:un|in|im|il|ir)(?=\w{6})|un(?=\w{4})")
_ADJECTIVE = re.compile(r"(?:able|ible|ete|ate|ive|ent|al|ar|ful|fair|sure|safe|ed|ing)$")


def undone(word: Token) -> frozenset[str]:
    """Return the stems that a prefix parts from an adjective: "unavailable" for "available", and the other
    way round.
    """
    low = word.low
    if not _ADJECTIVE.search(low) or len(low) < 4:
        return frozenset()
    prefix = _UN.match(low)
    less = {stem_of(low[prefix.end() :], "en")} if prefix and low.endswith(_OF_BOTH) else set()
    more = {
        stem_of(p + low, "en") for p in ("un", *(("in", "im", "il", "ir") if low.endswith(_OF_BOTH) else ()))
    }
    return frozenset(more | less)
