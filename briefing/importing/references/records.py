"""What the three kinds of reference file have in common: names, dates, addresses, and what is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from briefing.errors import BadInput
from briefing.importing.common.cleaning import clean, clean_url
from briefing.importing.common.parsed import Parsed, Part
from briefing.language.printed_dates import iso_date, labelled_date, named_month

MOST_RECORDS = 5_000
_MOST_NAMED = 5

_ACCESSED = re.compile(
    r"\W*(?:online\W+)?(?:last\s+)?(?:accessed|visited|retrieved)(?:\s+on)?\W+(\w[\w\s,./-]*?)[\s.\])]*",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_LANGUAGES = {
    **{"arabic": "ar", "chinese": "zh", "czech": "cs", "dutch": "nl", "english": "en", "french": "fr"},
    **{"german": "de", "greek": "el", "hebrew": "he", "italian": "it", "japanese": "ja", "korean": "ko"},
    **{"ngerman": "de", "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro"},
    **{"russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk"},
    **{"american": "en-US", "british": "en-GB", "eng": "en", "fra": "fr", "deu": "de", "rus": "ru"},
}


def collected(
    parts: Iterable[Part],
    *,
    left_out: Counter[str],
    broken: Iterable[str],
    notices: tuple[str, ...],
    extractor: str,
) -> Parsed:
    """Return the records that have a title, and notices of what is left out. Raises BadInput for none.

    `left_out` counts fields by their names in words; `broken` has a few words of each unreadable record.
    """
    found, lost = [], list(broken)
    for part in parts:
        if part.title:
            found.append(part)
        else:
            lost.append(part.url or part.publisher or "a record without a title")
    if not found:
        why = f"None of its {len(lost):,} records can be read." if lost else "It holds no records."
        raise BadInput(why, "Export it again from the program that keeps your references.")
    messages = list(notices)
    if len(found) > MOST_RECORDS:
        messages.append(f"The file has {len(found):,} records; the first {MOST_RECORDS:,} are taken.")
    if lost:
        names = ", ".join(f"“{clean(name, 60)}”" for name in lost[:_MOST_NAMED])
        more = f" and {len(lost) - _MOST_NAMED:,} more" if len(lost) > _MOST_NAMED else ""
        messages.append(f"Records that could not be read: {len(lost):,} ({names}{more}).")
    if left_out:
        fields = ", ".join(f"{name} ({count:,})" for name, count in sorted(left_out.items()))
        messages.append(f"Left out of the records: {fields}.")
    return Parsed(
        text="",
        notices=tuple(messages),
        extractor=extractor,
        parts=tuple(found[:MOST_RECORDS]),
        parts_are="records",
    )


def partial_date(year: str, month: str = "", day: str = "") -> str:
    """Return the ISO 8601 date of a year, a month (a number or an English name) and a day, partial or ""."""
    if not re.fullmatch(r"\d{4}", year.strip(), re.ASCII):
        return ""
    month = month.strip().lower()
    number = int(month) if re.fullmatch(r"\d{1,2}", month, re.ASCII) else named_month(month)
    if not number:
        return labelled_date(year)
    date = iso_date(f"{year.strip()}-{number:02}")
    of_day = re.fullmatch(r"\d{1,2}", day.strip(), re.ASCII)
    return (iso_date(f"{date}-{int(of_day[0]):02}") if of_day and date else "") or date or labelled_date(year)


def any_date(value: str) -> str:
    """Return a date as reference files write it ("2026/03/04/", "2026-03", "4 March 2026"), or ""."""
    value = value.strip()
    slashed = re.match(r"(\d{4})(?:[/-](\d{0,2})(?:[/-](\d{0,2}))?)?(?=$|[/T ])", value, re.ASCII)
    if slashed:
        return partial_date(slashed[1], slashed[2] or "", slashed[3] or "")
    return labelled_date(value)


def most_exact(dates: Iterable[str]) -> str:
    """Return the first of ISO 8601 dates that is one, or a later one that says the same more exactly, or
    "".
    """
    known = [date for date in dates if date]
    return max((date for date in known if date.startswith(known[0])), key=len, default="")


def noted_access(note: str) -> str:
    """Return the date of a note that says nothing but when a page was read ("Accessed: 2024-03-04"), or
    "".
    """
    accessed = _ACCESSED.fullmatch(note[:100])
    return any_date(accessed[1]) or any_date(accessed[1].replace("-", " ")) if accessed else ""


def address(urls: Iterable[str], doi: str = "") -> str:
    """Return the first web address, else the one of the DOI (https://doi.org/…), else ""."""
    for url in urls:
        cleaned = clean_url(url.strip())
        if cleaned:
            return cleaned
    found = _DOI.fullmatch(doi.strip())
    return f"https://doi.org/{quote(found[1], '/:;().-_+<>')}" if found else ""


def language_code(value: str) -> str:
    """Return a language as a code (BCP 47), from a code or from its English name; "" for anything else."""
    value = value.strip()
    known = _LANGUAGES.get(value.lower())
    if known:
        return known
    return value.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", value) else ""
