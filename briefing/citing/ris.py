"""RIS, the tagged lines that reference programs exchange. Lines end in CR LF, dates are 2020/03/13/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.citing.author_names import split
from briefing.citing.citation_keys import keys
from briefing.citing.reference_fields import date_parts, line, title, web_address
from briefing.model import Source

TYPES = {
    "article": "NEWS",
    "report": "RPRT",
    "statement": "PCOMM",
    "transcript": "SOUND",
    "data": "DATA",
    "social": "ICOMM",
    "other": "GEN",
}


def write(sources: Sequence[Source]) -> str:
    """Return the sources as records, a blank line after each."""
    known = keys(sources)
    lines = [piece for source in sources for piece in (*_record(source, known[source.id]), "")]
    return "".join(f"{piece}\r\n" for piece in lines)


def _record(source: Source, key: str) -> Iterator[str]:
    yield f"TY  - {TYPES.get(source.kind, 'GEN')}"
    published = date_parts(source.published)
    fields = (
        ("ID", key),
        *(("AU", _name(line(name))) for name in source.authors),
        ("TI", title(source)),
        ("T2" if source.kind in ("article", "social") else "PB", line(source.publisher)),
        ("PY", f"{published[0]:04}" if published else ""),
        ("DA", _date(published)),
        ("Y2", _date(date_parts(source.accessed))),
        ("UR", web_address(source)),
        ("LA", line(source.language)),
    )
    yield from (f"{tag}  - {value}" for tag, value in fields if value)
    yield "ER  - "


def _name(name: str) -> str:
    """A comma would be read as the end of a family name."""
    found = split(name)
    return found.literal.replace(", ", " ").replace(",", " ") if found.literal else found.inverted


def _date(parts: tuple[int, ...]) -> str:
    """Three slashes always: missing parts stay empty."""
    if not parts:
        return ""
    year, month, day = (*parts, 0, 0)[:3]
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
