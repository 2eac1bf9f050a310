"""Numbers in words, by language: 2 to 999 as they are written, and the words that multiply.

"One" is left out everywhere: it is an article too. Words are folded (`fold.letters`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from briefing.language.fold import letters

# Two to nineteen, then the tens from twenty: forms of one number between strokes.
_SMALL: dict[str, str] = {
    "de": "zwei|zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove",
    "pt": "dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze "
    "dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove",
    "pl": "dwa|dwie|dwóch|dwu|dwoje trzy|trzech|troje cztery|czterech|czworo pięć|pięciu|pięcioro "
    "sześć|sześciu siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu "
    "jedenaście|jedenastu dwanaście|dwunastu trzynaście|trzynastu czternaście|czternastu "
    "piętnaście|piętnastu szesnaście|szesnastu siedemnaście|siedemnastu osiemnaście|osiemnastu "
    "dziewiętnaście|dziewiętnastu",
    "ru": "два|две|двух|двое|двумя|двум три|трёх|трое|тремя|трём четыре|четырёх|четверо|четырьмя "
    "пять|пяти|пятеро|пятью шесть|шести|шестеро|шестью семь|семи|семеро|семью "
    "восемь|восьми|восьмеро|восемью девять|девяти|девятью десять|десяти|десятеро|десятью "
    "одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати "
    "пятнадцать|пятнадцати шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати "
    "девятнадцать|девятнадцати",
    "uk": "два|дві|двох|двоє|двома|двом три|трьох|троє|трьома|трьом чотири|чотирьох|четверо|чотирма "
    "п'ять|п'яти|п'ятьох|п'ятеро шість|шести|шістьох|шестеро сім|семи|сімох|семеро "
    "вісім|восьми|вісьмох|восьмеро дев'ять|дев'яти|дев'ятьох десять|десяти|десятьох "
    "одинадцять|одинадцяти дванадцять|дванадцяти тринадцять|тринадцяти чотирнадцять|чотирнадцяти "
    "п'ятнадцять|п'ятнадцяти шістнадцять|шістнадцяти сімнадцять|сімнадцяти вісімнадцять|вісімнадцяти "
    "дев'ятнадцять|дев'ятнадцяти",
    "ar": "اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني|ثمان "
    "تسعة|تسع عشرة|عشر",
    "fa": "دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده|هیجده نوزده",
    "tr": "iki üç dört beş altı yedi sekiz dokuz on",
}
_TENS: dict[str, str] = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "fr": "vingt|vingts trente quarante cinquante soixante septante huitante nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "pl": "dwadzieścia|dwudziestu trzydzieści|trzydziestu czterdzieści|czterdziestu "
    "pięćdziesiąt|pięćdziesięciu sześćdziesiąt|sześćdziesięciu siedemdziesiąt|siedemdziesięciu "
    "osiemdziesiąt|osiemdziesięciu dziewięćdziesiąt|dziewięćdziesięciu",
    "ru": "двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти "
    "семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста",
    "uk": "двадцять|двадцяти тридцять|тридцяти сорок|сорока п'ятдесят|п'ятдесяти шістдесят|шістдесяти "
    "сімдесят|сімдесяти вісімдесят|вісімдесяти дев'яносто|дев'яноста",
    "ar": "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين "
    "تسعون|تسعين",
    "fa": "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
    "tr": "yirmi otuz kırk elli altmış yetmiş seksen doksan",
}
# What multiplies the number before it, or stands for it alone.
_SCALES: dict[str, str] = {
    "de": "100 hundert; 1e3 tausend tsd; 1e6 million millionen mio; 1e9 milliarde milliarden mrd; 1e12 "
    "billion billionen; 12 dutzend",
    "nl": "100 honderd; 1e3 duizend; 1e6 miljoen mln; 1e9 miljard mld; 1e12 biljoen",
    "fr": "100 cent cents; 1e3 mille; 1e6 million millions; 1e9 milliard milliards; 1e12 billion billions; "
    "12 douzaine",
    "es": "100 cien ciento cientos; 1e3 mil; 1e6 millón millones; 1e12 billón billones; 12 docena",
    "it": "100 cento; 1e3 mille mila; 1e6 milione milioni; 1e9 miliardo miliardi; 12 dozzina",
    "pt": "100 cem cento; 1e3 mil; 1e6 milhão milhões; 1e9 bilhão bilhões; 12 dúzia",
    "pl": "100 sto stu; 1e3 tysiąc tysiące tysięcy tys; 1e6 milion miliony milionów mln; 1e9 miliard "
    "miliardy miliardów mld",
    "ru": "100 сто ста; 1e3 тысяча тысячи тысяч тысячу тыс; 1e6 миллион миллиона миллионов млн; 1e9 миллиард "
    "миллиарда миллиардов млрд; 1e12 триллион триллиона триллионов трлн",
    "uk": "100 сто ста; 1e3 тисяча тисячі тисяч тисячу тис; 1e6 мільйон мільйона мільйони мільйонів млн; 1e9 "
    "мільярд мільярда мільярди мільярдів млрд; 1e12 трильйон трильйона трильйонів трлн",
    "ar": "100 مئة مائة; 200 مئتان مئتين مئتا مئتي; 1e3 ألف آلاف الاف; 2e3 ألفان ألفين ألفا ألفي; 1e6 مليون "
    "ملايين; 2e6 مليونان مليونين مليونا مليوني; 1e9 مليار مليارات بليون; 2e9 ملياران مليارين ملياري; 1e12 "
    "تريليون",
    "fa": "100 صد; 200 دویست; 1e3 هزار; 1e6 میلیون ملیون; 1e9 میلیارد ملیارد; 1e12 تریلیون",
    "tr": "100 yüz; 1e3 bin; 1e6 milyon mln; 1e9 milyar mlr; 1e12 trilyon",
    "zh": "1e4 万 萬; 1e8 亿 億",
}
# Hundreds in one word with their unit.
_HUNDREDS: dict[str, str] = {
    "es": "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas "
    "seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
    "pt": "duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas "
    "seiscentos|seiscentas setecentos|setecentas oitocentos|oitocentas novecentos|novecentas",
    "pl": "dwieście|dwustu trzysta|trzystu czterysta|czterystu pięćset|pięciuset sześćset|sześciuset "
    "siedemset|siedmiuset osiemset|ośmiuset dziewięćset|dziewięciuset",
    "ru": "двести|двухсот триста|трёхсот четыреста|четырёхсот пятьсот|пятисот шестьсот|шестисот "
    "семьсот|семисот восемьсот|восьмисот девятьсот|девятисот",
    "uk": "двісті|двохсот триста|трьохсот чотириста|чотирьохсот п'ятсот|п'ятисот шістсот|шестисот "
    "сімсот|семисот вісімсот|восьмисот дев'ятсот|дев'ятисот",
    "ar": "مئتان ثلاثمئة|ثلاثمائة أربعمئة|أربعمائة خمسمئة|خمسمائة ستمئة|ستمائة سبعمئة|سبعمائة "
    "ثمانمئة|ثمانمائة تسعمئة|تسعمائة",
    "fa": "دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد",
}
# Numbers nobody counted: from, to.
_VAGUE: dict[str, str] = {
    "de": "24-99 dutzende; 200-999 hunderte hunderten; 2e3-999e3 tausende tausenden; 2e6-999e6 millionen",
    "nl": "24-99 tientallen; 200-999 honderden; 2e3-999e3 duizenden; 2e6-999e6 miljoenen",
    "fr": "20-99 dizaines; 24-99 douzaines; 200-999 centaines; 2e3-999e3 milliers",
    "es": "20-99 decenas; 24-99 docenas; 200-999 centenares; 2e3-999e3 miles",
    "it": "20-99 decine; 24-99 dozzine; 200-999 centinaia; 2e3-999e3 migliaia",
    "pt": "20-99 dezenas; 24-99 dúzias; 200-999 centenas; 2e3-999e3 milhares",
    "pl": "20-99 dziesiątki dziesiątek; 200-999 setki setek; 2e3-999e3 tysiące",
    "ru": "20-99 десятки десятков; 200-999 сотни сотен; 2e3-999e3 тысячи тысяч",
    "uk": "20-99 десятки десятків; 200-999 сотні сотень; 2e3-999e3 тисячі тисяч",
    "ar": "20-99 عشرات; 200-999 مئات; 2e3-999e3 آلاف; 2e6-999e6 ملايين",
    "fa": "20-99 دهها; 200-999 صدها; 2e3-999e3 هزاران",
    "tr": "20-99 onlarca düzinelerce; 200-999 yüzlerce; 2e3-999e3 binlerce; 2e6-999e6 milyonlarca",
}
# What may stand between the words of a number; in Arabic it is written together with the second.
JOINTS: Mapping[str, str] = {
    "de": "und", "nl": "en", "fr": "et", "es": "y", "it": "e", "pt": "e", "fa": "و", "ar": "و",
}  # fmt: skip
LANGUAGES = frozenset((*_SMALL, "zh"))


def _forms(row: str) -> list[list[str]]:
    return [[letters(form) for form in forms.split("|")] for forms in row.split()]


@cache
def values(language: str) -> Mapping[str, int]:
    """Return the value of each word for 2 to 999 in a language; {} for one without a table."""
    found: dict[str, int] = {}
    small = _forms(_SMALL.get(language, ""))
    tens = _forms(_TENS.get(language, ""))
    for number, forms in enumerate(small, 2):
        found |= dict.fromkeys(forms, number)
    for number, forms in enumerate(tens, 2):
        found |= dict.fromkeys(forms, number * 10)
    for number, forms in enumerate(_forms(_HUNDREDS.get(language, "")), 2):
        found |= dict.fromkeys(forms, number * 100)
    return _COMPOUND[language](found) if language in _COMPOUND else found


@cache
def scales(language: str) -> Mapping[str, float]:
    """Return by what each word of a language multiplies ("million": 1,000,000)."""
    rows = (row.split() for row in _SCALES.get(language, "").split(";"))
    return {letters(word): float(number) for number, *words in filter(None, rows) for word in words}


@cache
def vague(language: str) -> Mapping[str, tuple[float, float]]:
    """Return the bounds of words such as "hundreds" in a language."""
    found: dict[str, tuple[float, float]] = {}
    for row in filter(None, (row.split() for row in _VAGUE.get(language, "").split(";"))):
        low, _, high = row[0].partition("-")
        found |= {letters(word): (float(low), float(high)) for word in row[1:]}
    return found


def _with_hundreds(found: dict[str, int], below: Mapping[str, int], hundred: str) -> dict[str, int]:
    for head, times in (("", 1), *((w, n) for w, n in found.items() if 2 <= n <= 9)):
        found = {**found, f"{head}{hundred}": times * 100}
        found |= {f"{head}{hundred}{word}": times * 100 + n for word, n in below.items()}
    return found


def _unit_first(joint: str, one: str, hundred: str) -> Callable[[dict[str, int]], dict[str, int]]:
    """Return what makes the compounds of a language that says the unit first: dreiundzwanzig."""

    def compounds(found: dict[str, int]) -> dict[str, int]:
        units = {one: 1, **{w: n for w, n in found.items() if n <= 9}}
        tens = {w: n for w, n in found.items() if n >= 20}
        below = {**found, **{f"{u}{joint}{t}": m + n for u, m in units.items() for t, n in tens.items()}}
        return _with_hundreds(below, dict(below), hundred)

    return compounds


def _italian(found: dict[str, int]) -> dict[str, int]:
    units = {"uno": 1, **{w: n for w, n in found.items() if n <= 9}}
    tens = {w: n for w, n in found.items() if n >= 20}
    both = {f"{t[:-1] if u[0] in 'uo' else t}{u}": m + n for u, m in units.items() for t, n in tens.items()}
    return _with_hundreds({**found, **both}, {**found, **both}, "cento")


def _spanish(found: dict[str, int]) -> dict[str, int]:
    units = {"uno": 1, "un": 1, "una": 1, **{w: n for w, n in found.items() if n <= 9}}
    return {**found, **{f"veinti{u}": 20 + n for u, n in units.items()}}


_COMPOUND: dict[str, Callable[[dict[str, int]], dict[str, int]]] = {
    "de": _unit_first("und", "ein", "hundert"),
    "nl": _unit_first("en", "een", "honderd"),
    "it": _italian,
    "es": _spanish,
}
