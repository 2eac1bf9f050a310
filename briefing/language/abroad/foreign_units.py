"""Units of amounts in other languages, under the keys of `language.units`, by how their words begin."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.fold import letters

# The words of all languages together: no beginning is one of another unit elsewhere, but for those that stand
# under their language.
_BEGINNINGS: dict[str, str] = {
    "percent": "% ٪ prozent procent pour_cent por_ciento por_cento per_cento процент відсот في_المئة "
    "بالمئة في_المائة بالمائة درصد",
    "dollar": "$ us-dollar dollar dolar dólar доллар долар دولار دلار 美元 美金",
    "euro": "€ euro евро євро يورو یورو avro 欧元 歐元",
    "pound sterling": "£ pfund livres_sterling libras sterline фунт جنيه_إسترليني پوند sterlin 英镑",
    "rouble": "₽ rubel roubl rublo rubl рубл روبل ruble 卢布",
    "hryvnia": "₴ hrywn hryvn grivn гривн гривен",
    "lira": "₺ lira лир ليرة لیر 里拉",
    "yuan": "yuan юан يوان یوان 元 人民币",
    "yen": "yen jen иен ين ین 日元",
    "shekel": "₪ schekel shekel séquel шекел شيكل شیکل şekel",
    "kilometre": "km км كم kilomet kilomèt kilómet chilomet quilômet quilómet километр кілометр كيلومتر "
    "کیلومتر 公里",
    "metre": "meter mètre metro metri метр متر 米",
    "tonne": "tonne tonelada tonnellat ton_ тонн طن تن 吨",
    "hectare": "hektar hectare hectárea ettar гектар هكتار هکتار 公顷",
    "minute": "minut минут хвилин دقيقة دقائق دقیقه dakika 分钟",
    "hour": "stunde heure hora ore_ uur_ uren godzin час_ часа часов годин ساعة ساعات ساعت saat 小时",
    "day": "tag_ tage tagen jour día dias giorn dag_ dagen dni_ день дня дней дні днів يوم أيام روز gün 天",
    "week": "woche semaine semana settiman week tygodni недел тижн тижд أسبوع أسابيع هفته hafta 周 星期",
    "month": "monat mois mes_ meses mesi_ mês maand miesi месяц місяц شهر أشهر شهور ماه ay_ 个月",
    "year": "jahr ans_ an_ année año anni_ ano_ anos_ jaar lat_ lata лет год_ года рік рок_ роки років سنة "
    "سنوات أعوام سال yıl 年",
}
_BY_LANGUAGE: dict[str, dict[str, str]] = {"uk": {"час": ""}}
_BEFORE: dict[str, str] = {"%": "percent", "٪": "percent", "yuzde": "percent", "百分之": "percent"}
_SIGNS: dict[str, str] = {
    "$": "dollar", "€": "euro", "£": "pound sterling", "¥": "yuan", "₽": "rouble", "₺": "lira",
    "₴": "hryvnia", "₪": "shekel",
}  # fmt: skip


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = [(letters(way), key) for key, ways in _BEGINNINGS.items() for way in ways.split()]
    rows.sort(key=lambda row: -len(row[0]))
    groups = "|".join(f"({_written(way)})" for way, _key in rows)
    # "of" stands before it in some: 2,4 millions d'euros, de dólares.
    return re.compile(rf"[ -]?(?:d['’]|de[ ]|di[ ])?(?:{groups})"), tuple(key for _way, key in rows)


def _written(way: str) -> str:
    whole = way.endswith("_")
    return re.escape(way.strip("_")).replace("_", r"\ ") + (r"(?!\w)" if whole else "")


def unit_behind(folded: str, at: int, language: str) -> tuple[str, int]:
    """Return the key of the unit that folded text has behind a number, "" for none that is known, and where
    its beginning ends.
    """
    pattern, keys = _pattern()
    match = pattern.match(folded, at)
    if match is None or match.lastindex is None:
        return "", at
    if match.group(match.lastindex) in _BY_LANGUAGE.get(language, ()):
        return "", at
    return keys[match.lastindex - 1], match.end()


def unit_before(folded: str, at: int) -> str:
    """Return the unit of a sign or word right before a number: "€", "yüzde", "百分之"."""
    head = folded[max(0, at - 6) : at].rstrip()
    known = {**_BEFORE, **_SIGNS}
    return next((unit for way, unit in known.items() if head.endswith(way)), "")
