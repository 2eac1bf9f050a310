"""Words that say the opposite of each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.language.sorts import KINDS, KINDS_OF_MANY
from briefing.language.stems import stem_of
from briefing.language.tokens import Token

# "Accurate" has an "inaccurate", as "formed" has no "informed".
_OF_BOTH = ("able", "ible", "ete", "ate", "ive", "ient", "uent", "al", "ar")
# Either side of a bar: words of one meaning against words of the other.
_TABLE = """begin start launch resume commence open|end stop halt finish cease conclude cancel scrap abandon
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
begin start launch resume|suspend
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
ratify|reject
sign|reject
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
aware|unaware
more|fewer less
most majority|least
most all|few
many numerous|few
largest biggest greatest|smallest tiniest
highest tallest|lowest
most highest|fewest lowest
best finest greatest|worst poorest
better|worse
older elder|younger
oldest earliest|youngest newest latest
longest|shortest
larger bigger greater|smaller
positive|negative
early earlier|late later
heavy heavier|light lighter
rich wealthy|poor
hot warm|cold cool
good|bad
fast quick rapid|slow
big large huge major|small tiny minor
easy simple|difficult hard
safe|dangerous unsafe
cheap|expensive costly
always|rarely seldom
often frequently|rarely seldom
up|down
friendly|hostile
victory win|defeat
hope optimism|fear despair
guilty|innocent
employ hire|dismiss fire
gain|loss lose
collapse disband dissolve|form found
threaten endanger|protect safeguard
avoid shun|practise practice seek
real actual|fictional imaginary fake
domestic|foreign
urban|rural
married|single unmarried divorced
launch|intercept
expel|welcome admit
plead admit|deny
overestimate overstate|underestimate understate
happen occur proceed|cancel scrap abandon prevent avert foil thwart postpone"""


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


_PREFIX = re.compile(r"(?:un|in|im|il|ir|dis|non)(?=\w{6})|un(?=\w{4})|mis(?=\w{6})")
_ADJECTIVE = re.compile(r"(?:able|ible|ete|ate|ive|ent|al|ar|ful|fair|sure|safe|ed|ing|ous|ic)$")
# What stands before the same word and turns it round: "overestimated", "underestimated".
_FACING = {"over": "under", "under": "over", "pro": "anti", "anti": "pro", "in": "out", "out": "in"}
_FACES = re.compile(r"(over|under)(?=\w{4})|(pro|anti)(?=-|\w{5})|(in|out)(?=flow|bound|door|ward|put)")
_LESS = re.compile(r"(less|ful)$")
_OF_LESS = {"less": "ful", "ful": "less"}


def undone(word: Token) -> frozenset[str]:
    """Return the stems that a prefix or an ending parts from a word: "unavailable" for "available",
    "harmless" for "harmful", "underestimated" for "overestimated", and the other way round.
    """
    return _undone(word.low) if len(word.low) > 3 else frozenset()


@lru_cache(maxsize=8192)
def _undone(low: str) -> frozenset[str]:
    found: set[str] = set()
    if face := _FACES.match(low):
        found.add(_FACING[face[0]] + low[face.end() :])
    if ending := _LESS.search(low):
        found.add(low[: ending.start()] + _OF_LESS[ending[0]])
    if _ADJECTIVE.search(low):
        prefix = _PREFIX.match(low)
        of_both = low.endswith(_OF_BOTH)
        if prefix and of_both:
            found.add(low[prefix.end() :])
        found.update(p + low for p in ("un", *(("in", "im", "il", "ir") if of_both else ())))
    return frozenset(stem_of(w, "en") for w in found)


# Verbs of two words, with the word of their meaning. A line may name any form of the first.
_OF_TWO = """call calls called calling: off cancel; take takes took taken taking: place happen, over capture; go
goes went gone: ahead happen, up rise, down fall; set sets setting: up found; shut shuts: down close; give gives
gave given: up surrender; break breaks broke broken: out begin; pull pulls pulled: out withdraw; turn turns
turned: down reject; bring brings brought: down topple; carry carries carried: out happen; came comes come: under
suffer; back backs backed: down retreat; lay lays laid: off dismiss; hold holds held: back prevent; voted vote votes:
down reject; let lets: down fail"""


def _of_two() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in _OF_TWO.split(";"):
        firsts, ways = row.split(":")
        for way in ways.split(","):
            second, meant = way.split()
            found.update({(first, second): stem_of(meant, "en") for first in firsts.split()})
    return found


_MEANT_BY_TWO = _of_two()


def meanings(words: Sequence[Token]) -> tuple[str, ...]:
    """Return the stem of what each word means before the next one: "cancel" for "called off", its own else."""
    return (
        *(_MEANT_BY_TWO.get((word.low, after.low), word.stem) for word, after in pairwise(words)),
        *(word.stem for word in words[-1:]),
    )


# Stages of one affair, a step further on each line: the later word needs a quote that has it, or one further
# still. After a "<" the earlier stage is reached too ("ratified" was signed); after a "|" it is not ("killed"
# is no longer "wounded").
_STAGES = """wound injure hurt injury casualty|kill die dead death
arrest detain|kill die dead death
capture|kill
missing|dead die death kill
damage|destroy demolish flatten raze
arrest detain < charge indict < try < convict sentence
accuse suspect < charge indict < convict sentence
investigate probe < charge indict < convict
nominate < appoint elect confirm
sign < ratify
initial < sign
draft propose table < adopt pass enact approve
propose offer < accept agree
pledge promise < deliver provide disburse pay
order < deliver
suspend pause freeze < end abolish cancel terminate
shell bombard besiege encircle < capture seize
aim target < hit strike
launch fire < hit strike
apply < join
negotiate discuss < sign agree
threaten < impose attack
test < deploy
shortlist nominate < win award
enter contest < win
hospitalise hospitalize|die dead death
plan < build complete
seek request < obtain secure receive"""


def _ladders(*tables: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, by stem, the words of its own stage or kind, or of one that implies it, and those of others."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in (line for table in tables for line in table.split("\n")):
        rungs = [frozenset(stem_of(w, "en") for w in rung.split()) for rung in re.split(r"[<|]", line)]
        for number, rung in enumerate(rungs):
            below = frozenset[str]().union(*rungs[:number])
            above = frozenset[str]().union(*rungs[number + 1 :])
            excluded = below | above if "|" in line else below
            for stem in rung:
                same, other = found.get(stem, (frozenset(), frozenset()))
                found[stem] = same | rung | (above - excluded), other | excluded
    return {stem: (same, other - same) for stem, (same, other) in found.items()}


STAGES = _ladders(_STAGES, KINDS, KINDS_OF_MANY)
# Things of one sort; of those of the second table one thing may be several.
OF_ONE_SORT = _ladders(KINDS, KINDS_OF_MANY)
OF_MANY = frozenset(_ladders(KINDS_OF_MANY))

# Words of direction, measure, order and outcome: what they say of their sentence is the sentence. After the
# colon what else may bear them out in a quote; where it has none of all these, the word stands for itself.
_TURNING = """rise increase grow climb jump soar surge growth upward: more higher greater up gain add boost swell raise
    expand spike double;
fall decrease decline drop shrink plunge slump diminish reduction: less fewer lower down loss reduce cut
    lose slow dwindle weak melt retreat limit;
more: increase rise additional further another over above exceed than extra also greater higher most plus
    further grow better too;
fewer less: decrease fall reduce lower under below not without drop decline no short smaller hardly;
most: majority more all largest biggest greatest highest many mainly mostly top almost best every main
    best;
least fewest: less fewer lowest minimum smallest few;
largest biggest: most greatest major top large huge main more highest one giant leading;
smallest: least tiny small little;
highest tallest: most top record peak maximum high best largest tall greatest;
lowest: least minimum bottom low record;
best: most top greatest good finest better favourite success win;
worst: most bad deadliest poorest worse severe;
better: more improve good best higher well benefit;
worse: more bad worst severe increase negative harm aggravate;
higher: more above increase rise greater over up high exceed;
lower: less below fall reduce decrease under fewer low down;
above: over higher more exceed top up;
below: under less lower beneath down bottom;
first: debut initial original begin start earliest earlier before new early inaugural introduce found
    launch pioneer one open;
last final: end latest close recent past previous late conclude finish finale;
before: prior previous until ahead earlier first precede then early ago former previously since by follow;
after: follow since later then when subsequent subsequently upon once until by later as with next;
won win victory: beat champion award title medal triumph receive take defeat gain claim top first secure
    clinch earn;
lost: defeat lose beat fail without loss miss weaken fall;
began: start launch open since first begin from initiate commence found debut force enter effect erupt
    break take;
ended: finish stop until close conclude last final cease over end complete to expire;
older elder: old elder age born;
younger: young age born junior;
killed: die dead death fatal murder assassinate execute shoot slay victim perish life body;
wounded: injure hurt wound casualty;
positive: good benefit yes favourable favorable;
negative: bad poor harm adverse no;
northern: north;
southern: south;
eastern: east;
western: west;
joined: member become part sign enter move join with;
rejected: refuse decline turn deny dismiss veto against no oppose not;
accepted: approve agree receive take yes;
supported: back endorse favour favor help sponsor aid for advocate;
opposed: against resist reject critic oppose object;
increased: more rise grow higher raise boost add up double expand;
decreased: less fall decline lower cut reduce drop lose;
released: publish issue free come launch out premiere let liberate air distribute single album;
arrested: detain custody hold capture jail charge seize prison police"""


def _turning() -> dict[str, frozenset[str]]:
    """Return, by stem, the words that may bear a turning word out, itself and its like among them."""
    found: dict[str, frozenset[str]] = {}
    for line in _TURNING.split(";"):
        words, others = (frozenset(stem_of(w, "en") for w in side.split()) for side in line.split(":"))
        for word in words:
            same = OPPOSITES.get(word, (frozenset[str](),))[0]
            found[word] = found.get(word, frozenset()) | words | others | same
    return found


TURNING = _turning()
