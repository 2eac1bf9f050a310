"""Words that carry no content, by language, and forms that do not follow the rules."""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.language.fold import letters
from briefing.language.guess import SMALL_WORDS


def words_of(text: str) -> frozenset[str]:
    """Return the words of a table written as prose."""
    return frozenset(text.split())


EMPTY = words_of("""
    a an the and or but nor so yet of in on at to for from by with as into onto over under about between
    among through during against toward towards upon within without across near along around behind beyond
    off out up down is are was were be been being am do does did done has have had having will would shall
    should may might can could must ought i he she it its they we you who whom whose which that this these
    those them him her his their our your my me us what when where why how if than then there here also not
    no never too very just only even still again more most such same own other another each every any all
    both some few many much while because although though since until after before per via s t re ve ll d m
    said says say told tells added reportedly allegedly apparently probably possibly likely perhaps
    according one ones""")

# Words that say nothing of what a sentence is about, by language. Reporting verbs of English are among
# them: nearly every sentence of an agency story has one.
_STOP: dict[str, frozenset[str]] = {
    "en": words_of("""
        a about above again all also although am among an and any are as at be became because been
        being below both but by can cent could did do does doing done down each either
        else ever every for from further had has have having he hence her here hers him his how however i if in
        into is it its itself just may me might more most much must my now of off on once one
        only onto or other others our out over own per percent rather said same say saying says shall she should
        so some still such tell than that the their theirs them then there these they this those though
        through thus to told too toward towards under up upon us very via was we well were what when where
        whether which while who whom whose why will with within would yet you your according added
        adding including include includes around like got get gets s t mr mrs ms"""),
    "fr": words_of("""
        a ai ainsi alors apres au aucun aussi autre autres aux avait avant avec avoir c ce cela ces cet cette
        ceux chez comme d dans de depuis des dit donc dont du elle elles en encore entre est et etaient etait
        ete etre eux fait fut il ils j je l la le les leur leurs lors lui m mais meme mi n ne ni non nos notre
        nous on ont ou par pas pendant plus pour qu que qui s sa sans se selon ses si son sont sous sur t tous
        tout toute toutes tres un une vers vous y"""),
    "de": words_of("""
        aber alle als also am an auch auf aus bei beim bis da damit dann das dass dem den der des die diese
        diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es fur gegen habe
        haben hat hatte hatten hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ist ja kann kein keine konnen
        man mehr mit nach nicht noch nun nur ob oder ohne sagte sehr sei sein seine seinen seiner seit sich sie
        sind so soll sollen sowie uber um und uns unter vom von vor war waren was weil wenn werden wie wieder
        wir wird wo worden wurde wurden zu zum zur zwischen"""),
    "es": words_of("""
        a al algo ante antes asi aun aunque cada como con contra cual cuando de del desde dijo donde dos
        durante e el ella ellos en entre era eran es esa ese eso esta estaba estan este esto estos fue fueron
        ha habia han hasta hay la las le les lo los mas me mi mientras muy ni no nos o otra otro otros para pero
        por porque que quien se segun ser si sido sin sobre son su sus tambien tanto todo todos tras un una uno
        y ya"""),
    "tr": words_of("""
        ama ancak bir birlikte bu bunu bunun da daha de degil diye en gibi gore hem her icin ile ise kadar
        ki mi nasil ne o olan olarak oldu oldugu oldugunu sonra su tarafindan ve veya ya"""),
    "ru": words_of("""
        а без бы был была были было быть в во все всего где да для до его ее если есть еще же за и из или им
        их к как когда которая которые который которых ли между мы на над не него нее нет ни них но о об однако
        он она они от по под после при с сказал сказала со так также там то того только том ту у уже что чтобы
        эта эти это этого этой этом"""),
    "ar": words_of("""
        ان او اي الى التي الذي الذين اما انه انها اكثر بعد بين تم ثم حتى حول حيث خلال ذلك عبر عدم على عن عند
        غير فقد في فيما قال قالت قبل قد كان كانت كما كل لا لم لن له لها ما مع من منذ نحو هذا هذه هم هو هي وقال
        وقالت وقد وكان يتم"""),
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the folded words of a language that say nothing of what a sentence is about; none for an unknown one."""
    return frozenset(map(letters, _STOP.get(language, SMALL_WORDS.get(language, frozenset()))))


_IRREGULAR = """begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen
come came|cut cutting|deal dealt|die died dying|do did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen
feel felt|fight fought|find found|flee fled fleeing|fly flew flown|forbid forbade forbidden|forget forgot forgotten
freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hear heard|hide hid hidden|hold held|hurt
keep kept|know knew known|lay laid|lead led|leave left leaving|lend lent|lie lay lain lying|lose lost losing|make made making
mean meant|meet met|pay paid|quit|read|ride rode ridden|rise rose risen|run ran running|say said|see saw seen|seek sought
sell sold|send sent|set|shake shook shaken|shoot shot|show showed shown|shut|sink sank sunk|sit sat|speak spoke spoken
spend spent|stand stood|steal stole stolen|strike struck|swear swore sworn|take took taken taking|teach taught|tear tore torn
tell told|think thought|throw threw thrown|understand understood|win won winning|withdraw withdrew withdrawn|write wrote written
uphold upheld|withhold withheld|overcome overcame|undertake undertook undertaken|retake retook retaken|overtake overtook overtaken
oversee oversaw overseen|foresee foresaw foreseen|rebuild rebuilt|arise arose arisen|bear bore borne|bleed bled|feed fed|light lit|repay repaid
shrink shrank shrunk|stick stuck|sweep swept|swim swam swum|swing swung|wear wore worn|dig dug|hang hung|overrun overran|outlaw outlawed|bind bound
drink drank drunk|wake woke woken|forgive forgave forgiven|beat beaten|slide slid|wind wound|cling clung|creep crept|spring sprang sprung
overthrow overthrew overthrown|undergo underwent undergone|mislead misled|man men|woman women|child children|person people
foot feet|crisis crises|troop troops|soldier soldiers|life lives|half halves|wife wives|agree agreed agreeing agrees
free freed|tie tied tying|ally allied allies|defence defense|centre center|labour labor|ceasefire cease-fire|percent per-cent"""

# Past forms that end in no -ed; the present tense of these is another word, or the clause tells.
PAST = words_of("""
    began broke brought built bought came dealt drew drove ate fell felt fought found fled flew forbade
    froze got gave went grew heard hid held kept knew laid led left lent lost made meant met paid rode rose
    ran said saw sought sold sent shook shot sank sat spoke spent stood stole struck swore took taught tore
    told thought threw understood won withdrew wrote overthrew was were had did became underwent misled upheld withheld overcame undertook retook overtook oversaw foresaw rebuilt arose bled
    fed repaid shrank stuck swept swung wore dug hung overran bound slid crept sprang""")

FORMS: dict[str, str] = {
    form: words.split()[0]
    for line in _IRREGULAR.split("\n")
    for words in line.split("|")
    for form in words.split()
}

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return what the forms of a word have in common: "patrols", "patrolling" and "patrol" give one stem.

    No word of any dictionary: it is only good for asking whether two words are forms of one.
    """
    word = word.lower().replace("’", "'")
    for ending in ("'s", "s'", "'"):
        word = word.removesuffix(ending)
    word = FORMS.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = FORMS.get(word, word)
    for ending in ("ing", "ied", "ed"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2 and _VOWELS & set(base):
            word = base + ("y" if ending == "ied" else "")
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word
