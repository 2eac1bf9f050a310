"""Dates that name a day and a month in other languages than English: "15 mars 2020", "15. März", "١٥ مارس".

Only what is plain is read: a day, a month by name, perhaps a year. Words such as "dimanche" stay unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from briefing.language.when import calendar
from briefing.language.when.calendar import Days
from briefing.language.when.frame import TimeFrame
from briefing.language.when.grammar import When

# January to December by language, as a date has them; ways of one month between strokes. No month of one
# language is another month of a second: all are looked for at once, so that a text of two languages, or of a
# wrong one, is read.
_MONTHS: dict[str, str] = {
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
    "ar": "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز "
    "أغسطس|اغسطس|آب سبتمبر|أيلول أكتوبر|اكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول",
}
_NUMBERS = {
    way.replace("_", " "): number
    for months in _MONTHS.values()
    for number, ways in enumerate(months.split(), start=1)
    for way in ways.split("|")
}
_ANY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:er|º|°|\.)?[ \u00a0](?:de[ ]|من[ ])?(?P<month>{_ANY})(?!\w)"
    r"(?:[ \u00a0,]{1,2}(?:de[ ]|del[ ])?(?P<year>(?:[12]\d|[١٢]\d)\d\d)(?!\w))?",
    re.IGNORECASE,
)


# Weekdays and words that count from the day of the source, by language: they are known for what they are, and
# no more.
_DAYS_OF: dict[str, str] = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd['’]hui",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen",
    "es": "lunes martes miércoles jueves viernes sábado domingo ayer mañana hoy",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira ontem hoje amanhã",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar dün bugün yarın",
    "ru": "понедельник вторник сред[ау] четверг пятниц[ау] суббот[ау] воскресенье вчера сегодня завтра",
    "uk": "понеділок вівторок серед[ау] четвер п['’]ятниц[яю] субот[ау] неділ[яю] вчора сьогодні",
    "ar": "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أمس اليوم غدا",
}
_DAYS = re.compile(rf"(?<!\w)(?:{'|'.join(' '.join(_DAYS_OF.values()).split())})(?!\w)", re.IGNORECASE)


def names_a_day(text: str) -> bool:
    """Return whether a text in another language has a weekday, or a word such as "gestern", which is not
    read.
    """
    return bool(_DAYS.search(text))


def dates(text: str, published: str) -> tuple[When, ...]:
    """Return the dates of a text in another language, in order; one without a year is the nearest to its
    source.
    """
    return tuple(_dates(text, published))


def _of_year(month: int, day: int, year: int) -> Days | None:
    return calendar.whole(year, month, day)


def _dates(text: str, published: str) -> Iterator[When]:
    source = calendar.published_days(published)
    for match in _DATE.finditer(text):
        day, month = int(match["day"]), _NUMBERS.get(match["month"].lower(), 0)
        if not month:
            continue
        if match["year"]:
            days = calendar.whole(int(match["year"]), month, day)
            how = calendar.span_named(days) if days else "there is no such day"
        else:
            frame = TimeFrame(text, match.start(), match.end(), source)
            reading = frame.nearest(partial(_of_year, month, day), match.group())
            days, how = reading.days, reading.how
        first, last = days or (None, None)
        yield When(match.start(), match.end(), match.group(), first, last, how)
