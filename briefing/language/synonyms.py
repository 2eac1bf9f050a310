"""Words that a claim and its evidence may write differently: tables only, read by `stems` and `terms`."""

from __future__ import annotations


def _pairs(table: str) -> dict[str, str]:
    """Read "common: form form; common: form" as {form: common}."""
    rows = (row.split(":") for row in table.split(";"))
    return {form: common.strip() for common, forms in rows for form in forms.split()}


def _words(table: str) -> list[str]:
    return table.split()


# English forms that no ending gives away.
IRREGULAR = _pairs(
    """flee: fled fleeing flees; kill: killed; die: died dies dying dead death deaths; bring: brought;
    buy: bought; build: built; begin: began begun beginning; choose: chose chosen choice; come: came;
    decide: decision decisions deciding; do: did done; draw: drew drawn; drive: drove driven; fall: fell fallen;
    feel: felt; fight: fought; find: found; fly: flew flown flight flights; give: gave given; go: went gone;
    grow: grew grown growth; hold: held; keep: kept; know: knew known; lay: laid; lead: led; leave: left;
    lose: lost loss losses; make: made making; meet: met; pay: paid payment payments; rise: rose risen; run: ran;
    see: saw seen; seek: sought; sell: sold sale sales; send: sent; shoot: shot; sign: signature signatures;
    speak: spoke spoken speech; spend: spent; stand: stood; steal: stole stolen theft thefts; strike: struck;
    take: took taken; teach: taught; think: thought; throw: threw thrown; understand: understood;
    win: won winner winners; withdraw: withdrew withdrawn withdrawal withdrawals; write: wrote written;
    arrive: arrival arrivals; refuse: refusal; approve: approval; propose: proposal proposals; deny: denial denied;
    withhold: withheld; vote: voter voters voting; defend: defence defense defensive; respond: response responses;
    receive: receipt; produce: product production; reduce: reduction reductions; destroy: destruction;
    expand: expansion; suspend: suspension; extend: extension; permit: permission; admit: admission;
    conclude: conclusion; divide: division; invade: invasion; explode: explosion explosions;
    person: people persons; child: children; man: men; woman: women; foot: feet; wife: wives; life: lives;
    day: daily; year: annual annually yearly; fire: fired firing; ministry: minister ministers ministerial ministries;
    office: official officials officer officers; economy: economic economies economically; act: action actions;
    nation: national nations nationwide; region: regional regions; province: provincial provinces;
    president: presidential presidency; parliament: parliamentary parliaments; government: governmental governing;
    technology: tech; labour: labor; programme: program programmes programs; centre: center centers;
    high: highest higher; low: lowest lower lowered; large: largest larger; long: length longest longer;
    strong: strength stronger strongest; weak: weaker weakness weakest; hospital: hospitals hospitalised hospitalized;
    ceasefire: truce; analyse: analysis analyst analysts analysed; comply: compliance complied;
    argue: argument arguments; publish: publication; inform: information; apply: application applications;
    accuse: accusation accusations; allege: allegation allegations allegedly; arrest: arrested;
    injure: injury injuries injured; poor: poverty; hungry: hunger; safe: safety; secure: security;
    legal: law laws legally lawful; politics: political politician politicians; violent: violence; absent: absence;
    agree: agreed; free: freed; guarantee: guaranteed; convict: conviction convicted; sentence: sentenced; judge: judges"""
)

# Words whose ending is no ending.
KEPT = frozenset(
    _words(
        "news series species university universe during evening morning nothing something everything united"
    )
)

# Nationality to country: one key for both.
NATIONS = _pairs(
    """turkey: turkish turks turkiye; russia: russian russians; syria: syrian syrians; iraq: iraqi iraqis;
    iran: iranian iranians; israel: israeli israelis; ukraine: ukrainian ukrainians; china: chinese;
    france: french; germany: german germans; britain: british britons uk; spain: spanish; italy: italian italians;
    greece: greek greeks; poland: polish poles; sweden: swedish; norway: norwegian; finland: finnish; netherlands: dutch;
    denmark: danish; hungary: hungarian; romania: romanian; serbia: serbian serb serbs; kosovo: kosovar;
    georgia: georgian; armenia: armenian armenians; azerbaijan: azerbaijani azeri; kazakhstan: kazakh;
    uzbekistan: uzbek; tajikistan: tajik; afghanistan: afghan afghans; pakistan: pakistani; india: indian;
    japan: japanese; korea: korean koreans; vietnam: vietnamese; philippines: philippine filipino filipinos;
    indonesia: indonesian; australia: australian; canada: canadian; mexico: mexican; brazil: brazilian;
    argentina: argentine argentinian; colombia: colombian; venezuela: venezuelan; peru: peruvian; chile: chilean;
    egypt: egyptian egyptians; libya: libyan; tunisia: tunisian; algeria: algerian; morocco: moroccan;
    sudan: sudanese; ethiopia: ethiopian; eritrea: eritrean; somalia: somali somalis; kenya: kenyan; nigeria: nigerian;
    congo: congolese; mali: malian; niger: nigerien; lebanon: lebanese; jordan: jordanian; yemen: yemeni;
    qatar: qatari; kuwait: kuwaiti; bahrain: bahraini; palestine: palestinian palestinians; cyprus: cypriot;
    belarus: belarusian; moldova: moldovan; bulgaria: bulgarian; austria: austrian; switzerland: swiss;
    belgium: belgian; portugal: portuguese; ireland: irish; america: american americans; europe: european europeans;
    africa: african africans; kurd: kurdish kurds; arab: arabs arabia arabian; united_states: usa"""
)

# Two words that are one name.
PHRASES: dict[tuple[str, str], str] = {
    ("united", "states"): "united_states",
    ("united", "nations"): "un",
    ("united", "kingdom"): "britain",
    ("european", "union"): "eu",
    ("world", "health"): "who_",
    ("cease", "fire"): "ceasefire",
    ("air", "strike"): "airstrike",
    ("air", "strikes"): "airstrike",
    ("prime", "minister"): "premier",
    ("white", "house"): "white_house",
}

# Words that stand in every other report and tell little apart.
LIGHT = frozenset(
    _words(
        """day time way place part number first last new year use take make go come give put keep bring set run turn
        work thing people person call leave end begin start back down up two week month"""
    )
)

UNITS: dict[str, float] = {
    word: value
    for value, word in enumerate(
        _words("""zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""")
    )
} | {
    word: 10.0 * value
    for value, word in enumerate(_words("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SCALES: dict[str, float] = {
    "hundred": 1e2, "hundreds": 1e2, "dozen": 12, "dozens": 12, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6,
    "billion": 1e9, "billions": 1e9, "trillion": 1e12, "mille": 1e3, "milliard": 1e9, "milliards": 1e9, "tausend": 1e3,
    "millionen": 1e6, "milliarden": 1e9, "mil": 1e3, "millones": 1e6, "bin": 1e3, "milyon": 1e6, "milyar": 1e9,
    "тысяч": 1e3, "тысячи": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "миллиарда": 1e9, "миллиардов": 1e9,
    "الف": 1e3, "مليون": 1e6, "مليار": 1e9,
}  # fmt: skip
SHORT_SCALES: dict[str, float] = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}

DATES = _pairs(
    """monday: mon mondays; tuesday: tue tues tuesdays; wednesday: weds wednesdays; thursday: thu thurs thursdays;
    friday: fri fridays; saturday: saturdays; sunday: sundays; january: jan; february: feb; march_: ; april: apr;
    june: jun; july: jul; august: aug; september: sep sept; october: oct; november: nov; december: dec"""
)
DATE_WORDS = frozenset(DATES.values()) - {"march_"}

# "a third", "two fifths": the part named by one, in per cent.
FRACTIONS: dict[str, float] = {
    "half": 50, "halves": 50, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25, "quarters": 25, "fifth": 20, "fifths": 20,
    "sixth": 100 / 6, "sixths": 100 / 6, "eighth": 12.5, "eighths": 12.5, "tenth": 10, "tenths": 10,
}  # fmt: skip
