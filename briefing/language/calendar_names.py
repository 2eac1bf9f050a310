"""The months and weekdays by name in many languages: one table for running text and for dates that stand
alone.
"""

from __future__ import annotations

import re

# January to December by language, as a date has them; ways of one month between strokes. No month of one
# language is another month of a second: all are looked for at once, so that a text of two languages, or of a
# wrong one, is read. A space in a name is written "_".
MONTHS_ABROAD: dict[str, str] = {
    "fr": "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre "
    "décembre|decembre",
    "de": "januar|jänner februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
    "tr": "ocak şubat|subat mart nisan mayıs|mayis haziran temmuz ağustos|agustos eylül|eylul ekim "
    "kasım|kasim aralık|aralik",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "fa": "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
    "ar": "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز "
    "أغسطس|اغسطس|آب سبتمبر|أيلول أكتوبر|اكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول",
}
# Weekdays from Monday, by language; ways of one between strokes. In running text a
# word may have an ending.
WEEKDAYS_ABROAD: dict[str, str] = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środ[aęy] czwartek piątek sobot[aęy] niedziel[aęi]",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ru": "понедельник вторник сред[ауы] четверг пятниц[ауы] суббот[ауы] воскресенье",
    "uk": "понеділок вівторок серед[ауи] четвер п['’]ятниц[яюі] субот[ауи] неділ[яюі]",
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء|الاربعاء الخميس الجمعة السبت الأحد|الاحد",
    "fa": "دوشنبه سه‌شنبه|سه_شنبه چهارشنبه پنجشنبه|پنج‌شنبه|پنج_شنبه جمعه شنبه یکشنبه",
    "zh": "星期一|周一|礼拜一 星期二|周二 星期三|周三 星期四|周四 星期五|周五 星期六|周六 星期日|星期天|周日",
}
# Ways that only a date has which stands alone: short ones, the nominative ("январь 2021"), and languages in
# which no running text is searched for days. A full stop may follow.
MONTHS_ALONE = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep|sept oct nov dec",
    "janv févr|fév|fevr mars avr mai juin juil août|aoû sept oct nov déc",
    "jän|jänn febr märz|mrz apr mai jun jul aug sept okt nov dez",
    "ene feb mar abr may jun jul ago sept|set|setiembre oct nov dic",
    "genn|gen febbr mar apr magg|mag giu lug ago sett|set ott nov dic",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "jan febr mrt apr mei jun jul aug sept okt nov dec",
    "januar februar marts april maj juni juli august september oktober november desember",
    "styczeń|sty luty|lut marzec kwiecień|kwi maj czerwiec|cze lipiec|lip sierpień|sie wrzesień|wrz "
    "październik|paź listopad|lis grudzień|gru",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "январь|янв февраль|фев|февр март|мар апрель|апр май июнь|июн июль|июл август|авг сентябрь|сен|сент "
    "октябрь|окт ноябрь|ноя|нояб декабрь|дек",
    "січень|січ лютий|лют березень|бер квітень|квіт травень|трав червень|черв липень|лип серпень|серп "
    "вересень|вер жовтень|жовт листопад|лист грудень|груд",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
)

_SHORT_WEEKDAYS = frozenset(
    word
    for row in (
        "mon tue tues wed thu thur thurs fri sat sun",
        "mo di mi do fr sa so ma wo vr za zo",
        "lun mar mer jeu ven sam dim mié mie jue vie sáb sab dom seg ter qua qui sex",
        "pn wt śr czw pt sob ndz пн вт ср чт пт сб вс нд pzt sal çar per cum cmt paz",
    )
    for word in row.split()
)
_WEEKDAY = re.compile(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    + "|".join(way for row in WEEKDAYS_ABROAD.values() for ways in row.split() for way in ways.split("|"))
)


def ways_of_months(*rows: str) -> dict[str, int]:
    """Return each way to write a month, in lower case, with its number."""
    return {
        way.replace("_", " "): number
        for months in rows
        for number, ways in enumerate(months.split(), start=1)
        for way in ways.split("|")
    }


def months_alone() -> dict[str, int]:
    """Return every way in which a date that stands alone names a month, in lower case, with its number."""
    return ways_of_months(*MONTHS_ABROAD.values(), *MONTHS_ALONE)


def is_weekday(name: str) -> bool:
    """Return whether a name is a weekday's, whole or shortened ("Fri", "Mo.")."""
    bare = name.strip().rstrip(".").lower()
    return bare in _SHORT_WEEKDAYS or _WEEKDAY.fullmatch(bare) is not None
