"""The fields of a source: whose each is, how it is typed, and how the form of an article asks for it.

One row a field, in the order of the form; a test holds the rows against the dataclass. The rules for two
sources that become one are made from the rows, so that no field is lost because a list forgot its name.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from briefing import scales
from briefing.edits import readers
from briefing.model import GRADES, SOURCE_KINDS, Source

# Who knows a field: the reading of a text, the file or the fetch it came by, a record in a reference file
# (and a page about itself), or the analyst alone.
Whose = Literal["id", "text", "file", "record", "analyst"]


@dataclass(frozen=True, slots=True)
class SourceField:
    """One field of a source. `read`: how a typed value is read, None where none may be typed.

    `label`: its name in the form, with the key that goes there; "" where the form does not ask for it.
    `choices` are pairs of value and text, others may be typed where `free`; `tall`: several lines.
    `of_version`: it speaks of one version of an article and is not carried over to a later one.
    """

    name: str
    whose: Whose
    read: readers.Reader | None = None
    label: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    free: bool = False
    tall: bool = False
    of_version: bool = False


_GRADES = (("", "not graded"), *((grade, f"{grade} · {meaning}") for grade, meaning in scales.RELIABILITY))

SOURCE_FIELDS: tuple[SourceField, ...] = (
    SourceField("id", "id"),
    SourceField("title", "record", readers.line, "&Title"),
    SourceField("publisher", "record", readers.line, "&Publisher", "Who carries it: VOA, Anadolu …"),
    SourceField("authors", "record", readers.list_of, "&Authors", "Several: separate with semicolons"),
    SourceField("published", "record", readers.day, "P&ublished", "13 March 2020", of_version=True),
    SourceField("accessed", "record", readers.day, "A&ccessed", "14 March 2020", of_version=True),
    SourceField("url", "record", readers.web_address, "&Web address", "https://"),
    SourceField(
        "kind",
        "analyst",
        readers.one_of(*SOURCE_KINDS),
        "&Kind",
        choices=tuple((kind, kind) for kind in SOURCE_KINDS),
    ),
    SourceField("language", "record", readers.line, "&Language", "en"),
    SourceField(
        "grade",
        "analyst",
        readers.one_of(*GRADES),
        "&Reliability",
        choices=_GRADES,
    ),
    SourceField("marking", "analyst", readers.marking, "&Marking", choices=scales.MARKING_CHOICES, free=True),
    SourceField(
        "descriptor",
        "record",
        readers.text,
        "&Descriptor",
        "Access, bias, currency: why to trust it, or not",
        tall=True,
    ),
    SourceField("note", "analyst", readers.text, "&Note", "For the desk; not printed", tall=True),
    SourceField("read", "analyst", readers.flag, of_version=True),
    SourceField("origin", "analyst", readers.line),
    SourceField("waivers", "analyst", readers.waivers, of_version=True),
    SourceField("supersedes", "analyst", of_version=True),
    SourceField("filename", "file"),
    SourceField("fetched_from", "file"),
    SourceField("fetched_at", "file"),
    SourceField("text_sha", "text"),
    SourceField("original_sha", "text"),
    SourceField("mends_sha", "text"),
    SourceField("struck_sha", "text"),
    SourceField("words", "text"),
    SourceField("chars", "text"),
    SourceField("notices", "text"),
    SourceField("encoding", "text"),
    SourceField("guessed", "text"),
    SourceField("extractor", "text"),
    SourceField("pages", "text"),
)

_ROWS = {row.name: row for row in SOURCE_FIELDS}
# In the order of the dataclass, which is that of messages and of help.
READERS: dict[str, readers.Reader] = {
    field.name: read for field in fields(Source) if (read := _ROWS[field.name].read) is not None
}


def with_text(record: Source, text: Source) -> Source:
    """Return the source of a text that a record describes: the text's own fields, and the record's over the
    rest.

    A file does not say when it was read, and its record may; of a page that was fetched the day is known.
    """
    known = _filled(record, text, "record", "analyst")
    if text.fetched_at:
        known["accessed"] = text.accessed
    return replace(text, **known, id=record.id)


def completed(source: Source, record: Source) -> Source:
    """Return `source` with its empty fields filled by what `record` knows; nothing it has is changed."""
    return replace(source, **_filled(source, record, "record"))


def read_again(source: Source, read: Source) -> Source:
    """Return `source` with everything that reading its text gave taken from `read`."""
    return replace(source, **{row.name: getattr(read, row.name) for row in _of("text")})


def inheriting(old: Source, new: Source) -> Source:
    """Return a later version with what is known of the old one and not of itself.

    Every import is of the kind “article” until a person says otherwise.
    """
    known = _filled(new, old, "record", "analyst")
    held = {name: value for name, value in known.items() if not _ROWS[name].of_version}
    return replace(new, **{**held, "kind": old.kind if new.kind == "article" else new.kind})


def _of(*whose: Whose) -> tuple[SourceField, ...]:
    return tuple(row for row in SOURCE_FIELDS if row.whose in whose)


def _filled(first: Source, second: Source, *whose: Whose) -> dict[str, Any]:
    """Return the fields of some owners: of the first source, of the second where they are empty in the
    first.
    """
    return {row.name: getattr(first, row.name) or getattr(second, row.name) for row in _of(*whose)}
