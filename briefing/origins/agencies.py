"""Which news agency a text credits: a table of agencies, and the places where a credit stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.model import Source


@dataclass(frozen=True, slots=True)
class Agency:
    """`name` as shown; `words`: a pattern of its full names; `sign`: of the letters it signs with.

    `marks`: what every text that credits it holds; to look for them costs a hundredth of the patterns.
    """

    name: str
    words: str
    sign: str
    marks: tuple[str, ...]


AGENCIES = (
    Agency("AP", r"(?:The )?Associated Press", r"AP|أ ب", ("AP", "Associated Press", "أ ب")),
    Agency("Reuters", r"(?:Thomson )?Reuters|رويترز", r"Reuters|REUTERS", ("Reuters", "REUTERS", "رويترز")),
    Agency("AFP", r"Agence[ -]France[ -]Presse|فرانس برس", r"AFP|أ ف ب|АФП",
        ("AFP", "France", "أ ف ب", "فرانس", "АФП")),
    Agency(
        "Anadolu", r"Anadolu(?: Agency| Ajansı| Ajansi)?|(?:وكالة )?الأناضول", r"AA",
        ("Anadolu", "AA", "الأناضول")
    ),
    Agency("TASS", r"(?:ITAR[ -])?TASS(?: Russian News Agency)?|ТАСС", r"TASS|ТАСС", ("TASS", "ТАСС")),
    Agency("RIA Novosti", r"RIA Novosti|РИА Новости", r"RIA|РИА", ("RIA", "РИА")),
    Agency("Interfax", r"Interfax|Интерфакс", r"Interfax", ("Interfax", "Интерфакс")),
    Agency("Xinhua", r"Xinhua(?: News Agency)?|新华社", r"Xinhua|XINHUA", ("Xinhua", "XINHUA", "新华社")),
    Agency(
        "DPA", r"(?:Deutsche[nr]? Presse[ -]Agentur|German Press Agency)(?: \(dpa\))?", r"dpa|DPA|د ب أ",
        ("dpa", "DPA", "Presse", "German Press", "د ب أ"),
    ),
    Agency("EFE", r"Agencia EFE|EFE", r"EFE", ("EFE",)),
    Agency("ANSA", r"ANSA", r"ANSA", ("ANSA",)),
    Agency("SANA", r"Syrian Arab News Agency|SANA", r"SANA|سانا", ("SANA", "Syrian Arab News", "سانا")),
    Agency("IRNA", r"Islamic Republic News Agency|IRNA", r"IRNA", ("IRNA", "Islamic Republic News")),
    Agency("KCNA", r"Korean Central News Agency|KCNA", r"KCNA", ("KCNA", "Korean Central")),
    Agency("Yonhap", r"Yonhap(?: News Agency)?", r"Yonhap", ("Yonhap",)),
    Agency("Kyodo", r"Kyodo(?: News)?", r"Kyodo|KYODO", ("Kyodo", "KYODO")),
    Agency("PTI", r"Press Trust of India", r"PTI", ("PTI", "Press Trust")),
    Agency("PA", r"PA Media|Press Association", r"PA", ("PA", "Press Association")),
    Agency("UPI", r"United Press International", r"UPI", ("UPI", "United Press")),
    Agency("Ukrinform", r"Ukrinform|Укрінформ", r"Ukrinform", ("Ukrinform", "Укрінформ")),
)  # fmt: skip

# What a text says of its source at its head or its end; not a mention inside a sentence, which may
# report on the agency ("Akar told Anadolu").
_PLACES = (
    # ANKARA, Turkey (AP) — …
    r"^[^\n()]{{0,60}}\((?:{sign}|{words})\)(?:\s*[-–—:.]|\s)",
    # MOSCOW, March 13. /TASS/. …
    r"^[^\n/]{{0,60}}/(?:{sign}|{words})/",
    # Washington, AFP – …; إسطنبول/ الأناضول
    r"^[^\n()]{{0,40}}, (?:{sign}|{words}) [-–—] ",
    r"^[^\n/]{{0,40}}/ ?(?:{words})\s*$",
    # МОСКВА, 13 мар - РИА Новости. …
    r"^[^\n.]{{0,40}} [-–—] (?:{words})\.\s",
    # 新华社北京3月13日电
    r"^(?:{words})[\u4e00-\u9fff]{{1,8}}\d{{1,2}}月\d{{1,2}}日[^\n]{{0,3}}电",
    # By The Associated Press; By Suzan Fraser, Associated Press; Source: Reuters
    r"^(?:By|Source|Sources|From|Credit|Quelle|Par|Fuente|Fonte|Kaynak|Источник|المصدر)\b:?"
    r"[^\n]{{0,80}}?\b(?:{words}|{sign})\s*[.|]?\s*$",
    # Mit Material von dpa; avec AFP; Con información de EFE
    r"(?:[Mm]it Material (?:von|der)|[Aa]vec|[Cc]on información de|[Cc]on informazioni di)\b[^\n.]{{0,40}}?\b"
    r"(?:{words}|{sign})\s*[.)]*\s*$",
    r"^(?:(?:The )?{words}|{sign})\s*$",
    # Some information for this report was provided by The Associated Press and Reuters.
    r"(?:information|material|reporting|report|story|article|contribut\w+)\b[^\n.]{{0,60}}"
    r"(?:provided by|came from|comes from|from|by|was written by)\b[^\n.]{{0,80}}?\b(?:{words})\b",
    r"^\W{{0,2}}(?:The )?(?:{words})(?: writers?| journalists?)?\b[^\n]{{0,80}}\bcontributed\b",
    # … AFP/File; ab/cd (dpa, AFP); © Reuters
    r"(?:^|[\s(])(?:{sign})/\S{{1,20}}\s*$",
    r"\((?:with|via|[^()\n]{{0,20}}, )?\s*(?:{sign})(?:, [^()\n]{{0,30}})?\)\s*$",
    r"(?:©|\(c\)|Copyright)[^\n]{{0,20}}\b(?:{words}|{sign})\b",
)
_HEAD, _TAIL = 700, 700


def agency_of(text: str, source: Source) -> str:
    """Return the agency whose story this is by its own credit ("AP"), or "" where none is credited."""
    return next(iter(credits_of(text, source)), "")


def credits_of(text: str, source: Source) -> tuple[str, ...]:
    """Return every agency credited: in the author's line, then in the text, then as the publisher."""
    return with_fields(credited_in(text), source)


def credited_in(text: str) -> tuple[str, ...]:
    """Return the agencies that the head or the end of a text credits, in the order of their credits."""
    ends = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n\n{text[-_TAIL:]}"
    found = []
    for agency, mentioned, patterns in zip(AGENCIES, _mentioned(), _patterns(), strict=True):
        if any(mark in ends for mark in agency.marks):
            hits = [_at(mentioned, ends, hit) for pattern in patterns if (hit := pattern.search(ends))]
            found.extend([(min(hits), agency.name)] if hits else [])
    return tuple(name for _, name in sorted(found))


def with_fields(in_text: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """Return `in_text` with the agencies that a source names as its authors (first) or publisher (last)."""
    by, outlet = _in_field("\n".join(source.authors)), _in_field(source.publisher)
    return tuple(dict.fromkeys((*by, *in_text, *outlet)))


@lru_cache(maxsize=4096)
def _in_field(words: str) -> tuple[str, ...]:
    return tuple(a.name for a, p in zip(AGENCIES, _fields(), strict=True) if p.search(words)) if words else ()


def _at(mentioned: re.Pattern[str], ends: str, hit: re.Match[str]) -> int:
    """Return where in a credit the agency is named: of "(dpa, AFP)" the first counts."""
    named = mentioned.search(ends, hit.start())
    return named.start() if named else hit.start()


@cache
def _mentioned() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{a.words}|{a.sign}") for a in AGENCIES)


@cache
def _fields() -> tuple[re.Pattern[str], ...]:
    fields = (
        rf"^(?:.*,\s*|(?:By|Von|Par|Por)\s+|.*\bavec\s+)?(?:{a.words}|{a.sign})(?: News| Staff)?(?: "
        rf"(?:in|via) .*)?$"
        for a in AGENCIES
    )
    return tuple(re.compile(field, re.MULTILINE) for field in fields)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Compiled with the first question: two hundred patterns take as long as a window to show."""
    return tuple(
        tuple(re.compile(p.format(words=f"(?:{a.words})", sign=a.sign), re.MULTILINE) for p in _PLACES)
        for a in AGENCIES
    )
