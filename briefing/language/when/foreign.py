"""Dates that name a day and a month in other languages than English: "15 mars 2020", "15. März", "١٥ مارس".

Only what is plain is read: a day, a month by name, perhaps a year. Words such as "dimanche" stay unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from briefing.language.when import calendar
from briefing.language.when.calendar import Days
from briefing.language.when.frame import Frame
from briefing.language.when.grammar import When

# January to December; ways of one month between strokes. Languages do not clash: one table serves all.
_MONTHS = """janvier|januar|jänner|enero|gennaio|janeiro|ocak|января|січня|يناير|كانون الثاني
février|fevrier|februar|febrero|febbraio|fevereiro|şubat|subat|февраля|лютого|فبراير|شباط
mars|märz|marzo|março|mart|марта|березня|مارس|آذار
avril|april|abril|aprile|nisan|апреля|квітня|أبريل|ابريل|نيسان
mai|mayo|maggio|maio|mayıs|mayis|мая|травня|مايو|أيار
juin|juni|junio|giugno|junho|haziran|июня|червня|يونيو|حزيران
juillet|juli|julio|luglio|julho|temmuz|июля|липня|يوليو|تموز
août|aout|august|agosto|ağustos|agustos|августа|серпня|أغسطس|اغسطس|آب
septembre|september|septiembre|settembre|setembro|eylül|eylul|сентября|вересня|سبتمبر|أيلول
octobre|oktober|octubre|ottobre|outubro|ekim|октября|жовтня|أكتوبر|اكتوبر|تشرين الأول
novembre|november|noviembre|novembro|kasım|kasim|ноября|листопада|نوفمبر|تشرين الثاني
décembre|decembre|dezember|diciembre|dicembre|dezembro|aralık|aralik|декабря|грудня|ديسمبر|كانون الأول"""
_NUMBERS = {way: n for n, ways in enumerate(_MONTHS.split("\n"), start=1) for way in ways.split("|")}
_ANY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:er|º|°|\.)?[ \u00a0](?:de[ ]|من[ ])?(?P<month>{_ANY})(?!\w)"
    r"(?:[ \u00a0,]{1,2}(?:de[ ]|del[ ])?(?P<year>(?:[12]\d|[١٢]\d)\d\d)(?!\w))?",
    re.IGNORECASE,
)


# Weekdays and words that count from the day of the source: they are known for what they are, and no more.
_DAYS = re.compile(
    r"(?<!\w)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd['’]hui"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|gestern|heute|morgen"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|mañana|hoy"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|ieri|oggi|domani"
    r"|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|ontem|hoje|amanhã"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gisteren|vandaag"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|dün|bugün|yarın"
    r"|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|вчера|сегодня|завтра"
    r"|понеділок|вівторок|серед[ау]|четвер|п['’]ятниц[яю]|субот[ау]|неділ[яю]|вчора|сьогодні"
    r"|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|أمس|اليوم|غدا)(?!\w)",
    re.IGNORECASE,
)


def names_a_day(text: str) -> bool:
    """Return whether a text in another language has a weekday, or a word such as "gestern", which is not read."""
    return bool(_DAYS.search(text))


def dates(text: str, published: str) -> tuple[When, ...]:
    """Return the dates of a text in another language, in order; one without a year is the nearest to its source."""
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
            frame = Frame(text, match.start(), match.end(), source)
            reading = frame.nearest(partial(_of_year, month, day), match.group())
            days, how = reading.days, reading.how
        first, last = days or (None, None)
        yield When(match.start(), match.end(), match.group(), first, last, how)
