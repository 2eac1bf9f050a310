"""What a document's properties say of it, taken with care: they are often those of a template or a typist."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.importing.common.authors import stated_authors
from briefing.importing.common.parsed import Parsed
from briefing.importing.common.struck_out import without_struck
from briefing.language.guess import language_of

_OPENING = 3_000  # code points in which a title that is the article's must stand
# What programs call a document or its author when nobody does.
_NO_TITLE = re.compile(
    r"microsoft word - .*|document ?\d*|untitled.*|unknown title|.*\.(?:docx?|odt|rtf|pptx?|xlsx?)|title|\W*"
    r"|(?:powerpoint )?presentation ?\d*|(?:excel )?(?:workbook|book) ?\d*|(?:slide|sheet) ?\d*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"microsoft.*|windows user|user\d*|admin.*|owner|python-(?:docx|pptx)|openpyxl|unknown(?: author)?|author"
    r"|\W*|.{0,2}"
    r"|[\w.-]+\\[\w.-]+|.*\d{3}.*",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, author, date of making (ISO 8601) and language, as the file states them, or ""."""

    title: str = ""
    author: str = ""
    made: str = ""
    language: str = ""


def is_name(stated: str) -> bool:
    """Return whether a stated author can be somebody, not what a program writes when nobody is named."""
    return not _NO_NAME.fullmatch(stated)


def is_title(stated: str) -> bool:
    """Return whether a stated title can be one, not what a program writes when there is none."""
    return not _NO_TITLE.fullmatch(stated)


def described(parsed: Parsed, titles: list[str], stated: Properties) -> Parsed:
    """Return `parsed` (its first lines read) with what styles and properties add.

    `titles` are paragraphs set as titles, the first counts. A stated title counts when the text begins
    with it, or has no headline. An author taken from the properties is reported as such. The date a file was
    made is not the date an article was published, so that stays as the text has it.
    """
    shown = (" ".join(without_struck(value)[0].split()) for value in titles)
    title = next(filter(None, shown), "")
    named = stated.title if is_title(stated.title) else ""
    opening = " ".join(parsed.text[:_OPENING].split()).casefold()
    if not title:
        title = named if named and named.casefold() in opening else parsed.title or named
    parsed = with_stated_author(parsed, stated)
    tongue = language_of(parsed.text) or stated.language
    return replace(parsed, title=title, language=tongue)


def with_stated_author(parsed: Parsed, stated: Properties) -> Parsed:
    """Return `parsed` with the author that the properties state, where its first lines name none.

    A notice says where the name is from.
    """
    authors = () if parsed.authors or not is_name(stated.author) else _stated(stated)
    if not authors:
        return parsed
    when = f", made on {stated.made[:10]}" if _DAY.match(stated.made) else ""
    notice = f"The author was taken from the file’s properties ({stated.author}{when}); check the name."
    return replace(parsed, authors=authors, notices=(*parsed.notices, notice))


def _stated(stated: Properties) -> tuple[str, ...]:
    return tuple(filter(is_name, stated_authors([stated.author], stated.language, inverted=True)))
