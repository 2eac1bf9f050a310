"""Words that carry no content, by language, and forms that do not follow the rules."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from briefing.language.fold import letters
from briefing.language.guess import SMALL_WORDS


def words_of(text: str) -> frozenset[str]:
    """Return the words of a table written as prose."""
    return frozenset(text.split())


def forms_of(table: str) -> dict[str, str]:
    """Return a table written as "common: form form; common: form" by form: {form: common}."""
    rows = (row.split(":") for row in table.split(";"))
    return {form: common.strip() for common, forms in rows for form in forms.split()}


# Words that say nothing of what a sentence is about, by language. Reporting verbs of English are among
# them: nearly every sentence of an agency story has one.
_STOP: dict[str, frozenset[str]] = {
    "en": words_of("""
        a about above according added adding again all also although am among an and any are around as at be
        became because been being below both but by can cent could did do does doing done down each either
        else ever every for from further had has have having he hence her here hers him his how however i if
        in include includes including into is it its itself just like may me might more most much must my
        now of off on once one only onto or other others our out over own per percent rather s said same say
        saying says shall she should so some still such t tell than that the their theirs them then there
        these they this those though through thus to told too toward towards under up upon us very via was
        we well were what when where whether which while who whom whose why will with within would yet you
        your"""),
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
        man mehr mit nach nicht noch nun nur ob oder ohne sagte sehr sei sein seine seinen seiner seit sich
        sie
        sind so soll sollen sowie uber um und uns unter vom von vor war waren was weil wenn werden wie wieder
        wir wird wo worden wurde wurden zu zum zur zwischen"""),
    "es": words_of("""
        a al algo ante antes asi aun aunque cada como con contra cual cuando de del desde dijo donde dos
        durante e el ella ellos en entre era eran es esa ese eso esta estaba estan este esto estos fue fueron
        ha habia han hasta hay la las le les lo los mas me mi mientras muy ni no nos o otra otro otros para
        pero
        por porque que quien se segun ser si sido sin sobre son su sus tambien tanto todo todos tras un una
        uno
        y ya"""),
    "tr": words_of("""
        ama ancak bir birlikte bu bunu bunun da daha de degil diye en gibi gore hem her icin ile ise kadar
        ki mi nasil ne o olan olarak oldu oldugu oldugunu sonra su tarafindan ve veya ya"""),
    "ru": words_of("""
        а без бы был была были было быть в во все всего где да для до его ее если есть еще же за и из или им
        их к как когда которая которые который которых ли между мы на над не него нее нет ни них но о об
        однако
        он она они от по под после при с сказал сказала со так также там то того только том ту у уже что чтобы
        эта эти это этого этой этом"""),
    "ar": words_of("""
        ان او اي الى التي الذي الذين اما انه انها اكثر بعد بين تم ثم حتى حول حيث خلال ذلك عبر عدم على عن عند
        غير فقد في فيما قال قالت قبل قد كان كانت كما كل لا لم لن له لها ما مع من منذ نحو هذا هذه هم هو هي وقال
        وقالت وقد وكان يتم"""),
}


# What else carries no content of its own in English, though it turns what is said: how things stand to one
# another, and how sure they are. `operators` reads these.
_TURNING = words_of("""
    across after against allegedly along another apparently before behind between beyond d during even
    few likely ll m many near never no nor not ones ought perhaps possibly probably re reportedly since
    tells until ve without""")
EMPTY = _STOP["en"] | _TURNING


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the folded words of a language that say nothing of what a sentence is about; none for an unknown
    one.
    """
    return frozenset(map(letters, _STOP.get(language, SMALL_WORDS.get(language, frozenset()))))


# English forms that no ending gives away, with the words that are made of them.
IRREGULAR = forms_of(
    """flee: fled fleeing flees; kill: killed; die: died dies dying dead death deaths; bring: brought; buy:
    bought; build: built; begin: began begun beginning; choose: chose chosen choice; come: came; decide:
    decision decisions deciding; do: did done; draw: drew drawn; drive: drove driven; fall: fell fallen;
    feel: felt; fight: fought; find: found; fly: flew flown flight flights; give: gave given; go: went gone;
    grow: grew grown growth; hold: held; keep: kept; know: knew known; lay: laid; lead: led; leave: left
    leaving; lose: lost loss losses losing; make: made making; meet: met; pay: paid payment payments; rise:
    rose risen; run: ran running; see: saw seen; seek: sought; sell: sold sale sales; send: sent; shoot:
    shot; sign: signature signatures; speak: spoke spoken speech; spend: spent; stand: stood; steal: stole
    stolen theft thefts; strike: struck; take: took taken taking; teach: taught; think: thought; throw:
    threw thrown; understand: understood; win: won winner winners winning; withdraw: withdrew withdrawn
    withdrawal withdrawals; write: wrote written; arrive: arrival arrivals; refuse: refusal; approve:
    approval; propose: proposal proposals; deny: denial denied; withhold: withheld; vote: voter voters
    voting; defend: defence defense defensive; respond: response responses; receive: receipt; produce:
    product production; reduce: reduction reductions; destroy: destruction; expand: expansion; suspend:
    suspension; extend: extension; permit: permission; admit: admission; conclude: conclusion; divide:
    division; invade: invasion; explode: explosion explosions; person: people persons; child: children; man:
    men; woman: women; foot: feet; wife: wives; life: lives; day: daily; year: annual annually yearly; fire:
    fired firing; ministry: minister ministers ministerial ministries; office: official officials officer
    officers; economy: economic economies economically; act: action actions; nation: national nations
    nationwide; region: regional regions; province: provincial provinces; president: presidential
    presidency; parliament: parliamentary parliaments; government: governmental governing; technology: tech;
    labour: labor; programme: program programmes programs; centre: center centers; high: highest higher;
    low: lowest lower lowered; large: largest larger; long: length longest longer; strong: strength stronger
    strongest; weak: weaker weakness weakest; hospital: hospitals hospitalised hospitalized; ceasefire:
    truce; analyse: analysis analyst analysts analysed; comply: compliance complied; argue: argument
    arguments; publish: publication; inform: information; apply: application applications; accuse:
    accusation accusations; allege: allegation allegations allegedly; arrest: arrested; injure: injury
    injuries injured; poor: poverty; hungry: hunger; safe: safety; secure: security; legal: law laws legally
    lawful; politics: political politician politicians; violent: violence; absent: absence; agree: agreed
    agreeing agrees; free: freed; guarantee: guaranteed; convict: conviction convicted; sentence: sentenced;
    judge: judges; break: broke broken; catch: caught; cut: cutting; deal: dealt; eat: ate eaten; forbid:
    forbade forbidden; forget: forgot forgotten; freeze: froze frozen; get: got gotten; hear: heard; hide:
    hid hidden; lie: lain lying; lend: lent; mean: meant; ride: rode ridden; say: said; shake: shook shaken;
    show: showed shown; sink: sank sunk; sit: sat; swear: swore sworn; tear: tore torn; tell: told; uphold:
    upheld; overcome: overcame; undertake: undertook undertaken; retake: retook retaken; overtake: overtook
    overtaken; oversee: oversaw overseen; foresee: foresaw foreseen; rebuild: rebuilt; arise: arose arisen;
    bear: bore borne; bleed: bled; feed: fed; light: lit; repay: repaid; shrink: shrank shrunk; stick:
    stuck; sweep: swept; swim: swam swum; swing: swung; wear: wore worn; dig: dug; hang: hung; overrun:
    overran; outlaw: outlawed; bind: bound; drink: drank drunk; wake: woke woken; forgive: forgave forgiven;
    beat: beaten; slide: slid; wind: wound; cling: clung; creep: crept; spring: sprang sprung; overthrow:
    overthrew overthrown; undergo: underwent undergone; mislead: misled; crisis: crises; troop: troops;
    soldier: soldiers; korea: korean koreans; half: halves; tie: tied tying; ally: allied allies"""
)

# Words whose ending is no ending.
KEPT = words_of(
    "news series species university universe during evening morning nothing something everything united"
    # Who sits in a body is not the body.
    " councillor councilor commissioner governor"
)

# Past forms that end in no -ed; the present tense of these is another word, or the clause shows it.
PAST = words_of("""
    began broke brought built bought came dealt drew drove ate fell felt fought found fled flew forbade
    froze got gave went grew heard hid held kept knew laid led left lent lost made meant met paid rode rose
    ran said saw sought sold sent shook shot sank sat spoke spent stood stole struck swore took taught tore
    told thought threw understood won withdrew wrote overthrew was were had did became underwent misled
    upheld withheld overcame undertook retook overtook oversaw foresaw rebuilt arose bled
    fed repaid shrank stuck swept swung wore dug hung overran bound slid crept sprang wept slept swept swam
    sang sung drank blew flung lit bent woke shone clung spun strode wrung""")

# Verbs that open a predicate by themselves.
FINITE = words_of("is are was were will would has have had can could does did may might must shall should")


def either(ways: Iterable[str]) -> str:
    """Return a pattern, for one that ignores capitals, of any of these: ways that begin with one letter stand
    together, in the order they are given, so that few are tried at a place.
    """
    by_letter: dict[str, list[str]] = {}
    for way in ways:
        plain = way[0].isalpha() and way[1:2] not in ("?", "*", "{")
        by_letter.setdefault(way[0] if plain else "", []).append(way)
    return "|".join(
        f"(?-i:[{letter.lower()}{letter.upper()}])(?:{'|'.join(way[1:] for way in grouped)})"
        if letter
        else "|".join(grouped)
        for letter, grouped in by_letter.items()
    )
