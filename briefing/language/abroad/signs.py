"""What turns a statement, by language: denials, doubts, and which way something went.

The words are folded (`fold.letters`). What no table has is not read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from briefing.language.fold import letters

Sign = Literal["denial", "doubt", "rise", "fall"]
SIGNS: tuple[Sign, ...] = get_args(Sign)

# A star stands for any ending, an underscore for a space.
_DENIAL: dict[str, str] = {
    "de": "nicht kein* nie niemals ohne weder niemand nichts lehn* abgelehnt verweiger* dementier* bestreit* "
    "bestritt*",
    "fr": "ne n' pas jamais aucun* sans ni rien refus* dement*",
    "es": "no nunca jamas ningun* nadie nada sin tampoco nego negaron rechaz*",
    "it": "non mai nessun* senza niente nulla nega negato nego rifiut* smenti*",
    "pt": "nao nunca nenhum* ninguem sem nada negou negaram recus* rejeit*",
    "nl": "niet geen nooit niemand zonder niets weiger* ontken*",
    "pl": "nie bez nigdy nikt zaden zadn* odmow* odrzuc* zaprzecz*",
    "ru": "не нет ни без никогда никто отказ* отверг* опроверг* отклон*",
    "uk": "не немає ні без ніколи ніхто відмов* відхил* спросту*",
    "ar": "لم لا لن ليس ليست ليسوا بدون دون غير عدم نفى نفت رفض رفضت يرفض لما",
    "fa": "نمی* نکرد* نشد* نیست* نخواهد نخواهند ندارد ندارند نبود* نداد* "
    "نگرفت* نتوان* بدون هیچ تکذیب رد_کرد*",
    "tr": "değil yok hiç olmadan reddet* yalanla*",
}
_DOUBT: dict[str, str] = {
    "de": "könnt* dürft* vielleicht möglicherweise mutmaßlich* angeblich* soll sollen wahrscheinlich* "
    "voraussichtlich* wohl erwartet",
    "fr": "pourrai* peut-être probablement serait seraient aurait auraient devrai* possible* présumé* peut "
    "peuvent",
    "es": "podrí* puede pueden quizá* tal_vez posible* probable* presunt* habría*",
    "it": "potrebb* può possono forse probabil* possibil* sarebb* avrebb* presunt*",
    "pt": "poderi* pode podem talvez possível possíve* prováve* supost* teri*",
    "nl": "zou zouden kan kunnen misschien mogelijk* waarschijnlijk* vermoedelijk*",
    "pl": "może mogą mogłb* prawdopodobn* możliw* rzekom*",
    "ru": "может могут возможно вероятно предположительно якобы по-видимому",
    "uk": "може можуть можливо ймовірно нібито",
    "ar": "ربما يحتمل محتمل* المحتمل يمكن قد_ي* قد_ت*",
    "fa": "شاید احتمال* ممکن می‌تواند",
    "tr": "belki muhtemel* olası",
}
_RISE: dict[str, str] = {
    "de": "stieg* steig* gestiegen erhöh* zunahm* zugenommen wuchs* gewachsen zuwachs anstieg*",
    "fr": "augment* hausse progress* croi* grimp* bondi*",
    "es": "subi* sube* aument* crec* creci* increment* alza",
    "it": "sale salit* salgono aument* cresc* rialz*",
    "pt": "subi* sobe* aument* cresc*",
    "nl": "steeg stegen gestegen stijg* toegenomen groei*",
    "pl": "wzros* rośn* zwiększ* wzrośn*",
    "ru": "вырос* рост растёт увелич* повыс* возрос*",
    "uk": "зрос* зріс збільш* підвищ*",
    "ar": "ارتف* زاد* ازداد* صعد* نمت نما",
    "fa": "افزایش رشد",
    "tr": "arttı artış artmış artıyor artacak yüksel* büyü*",
}
_FALL: dict[str, str] = {
    "de": "sank* gesunken sink* fiel* gefallen rückgang* zurückgegangen zurückging* verring* abnahm* "
    "abgenommen schrumpf*",
    "fr": "baiss* chut* recul* diminu* tomb* repli",
    "es": "baj* cay* cae caen caíd* descend* disminu* reduj*",
    "it": "scend* sces* calo cala* diminu* crollat*",
    "pt": "caiu caír* caem queda baix* diminu* reduz*",
    "nl": "daal* gedaald zakt* afgenomen krimp*",
    "pl": "spad* zmniejsz* obniż*",
    "ru": "сократ* сниз* упал* паден* уменьш*",
    "uk": "скорот* скороч* зниз* зниж* впал* впав зменш*",
    "ar": "انخف* تراجع* هبط* تقلص*",
    "fa": "کاهش افت سقوط",
    "tr": "azal* düştü düşüş düşmüş düşüyor geril*",
}
_TABLES: dict[Sign, dict[str, str]] = {"denial": _DENIAL, "doubt": _DOUBT, "rise": _RISE, "fall": _FALL}
# Where a word of it is no word of its own: endings of Turkish verbs, characters of Chinese.
_INSIDE: dict[tuple[Sign, str], str] = {
    ("denial", "tr"): r"\w{2,}(?:ma|me)(?:di|mis|yacak|yecek|z|dan|den)\w*|\w+m[iu]yor\w*",
    ("doubt", "tr"): r"\w+(?:abil|ebil)\w+",
    ("denial", "zh"): "没|未(?!来)|不(?![断仅少同久过但管论])|无(?!人机)|否认|拒绝",
    ("doubt", "zh"): "可能|或许|也许|或将|据称|疑似",
    ("rise", "zh"): "上升|上涨|增长|增加|提高|攀升|升至",
    ("fall", "zh"): "下降|下跌|减少|降低|下滑|萎缩|跌至",
}
LANGUAGES = frozenset((*_DENIAL, "zh"))


@cache
def _pattern(sign: Sign, language: str) -> re.Pattern[str] | None:
    words = [_written(letters(word)) for word in _TABLES[sign].get(language, "").split()]
    inside = _INSIDE.get((sign, language), "")
    ways = [*([rf"(?<!\w)(?:{'|'.join(words)})"] if words else []), *([inside] if inside else [])]
    return re.compile("|".join(ways)) if ways else None


def _written(word: str) -> str:
    stem = re.escape(word.rstrip("*")).replace("_", r"\ ")
    if word.endswith("'"):
        return stem
    return rf"{stem}\w*" if word.endswith("*") else rf"{stem}(?!\w)"


def signs_of(text: str, language: str) -> frozenset[Sign]:
    """Return which signs a text in another language than English has; none of a language without tables."""
    folded = letters(text)
    return frozenset(s for s in SIGNS if (p := _pattern(s, language)) is not None and p.search(folded))
