"""BibTeX in UTF-8, with the fields that BibLaTeX, Zotero and Citavi read beside the old ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.citing.author_names import split
from briefing.citing.citation_keys import keys
from briefing.citing.reference_fields import date_parts, line, title, web_address
from briefing.model import Source

# The entry, and the field that holds who brought the source out.
TYPES = {
    "article": ("article", "journal"),
    "report": ("techreport", "institution"),
    "statement": ("misc", "publisher"),
    "transcript": ("video", "publisher"),
    "data": ("dataset", "publisher"),
    "social": ("misc", "publisher"),
    "other": ("misc", "publisher"),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = re.compile(r"[\\{}$&#%_~^]|-(?=-)|`(?=`)|'(?=')")
_ESCAPED = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_TOGETHER = ("-", "`", "'")  # two of them would become one mark
_UNSAFE_IN_URLS = re.compile(r"[\\{}]")


def write(sources: Sequence[Source]) -> str:
    """Return the sources as entries."""
    known = keys(sources)
    return "\n".join(_entry(source, known[source.id]) for source in sources)


def escaped(words: str) -> str:
    """Return words that LaTeX prints as they are."""
    return _SPECIAL.sub(_special, words)


def _special(match: re.Match[str]) -> str:
    char = match.group()
    return f"{char}{{}}" if char in _TOGETHER else _ESCAPED.get(char, f"\\{char}")


def _entry(source: Source, key: str) -> str:
    kind, holder = TYPES.get(source.kind, TYPES["other"])
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(source, holder))
    return f"@{kind}{{{key},\n{fields}\n}}\n"


def _fields(source: Source, holder: str) -> Iterator[tuple[str, str]]:
    names = [_name(line(name)) for name in source.authors if line(name)]
    if names:
        yield "author", f"{{{' and '.join(names)}}}"
    yield "title", f"{{{{{escaped(title(source))}}}}}"  # twice: no style may change its capitals
    publisher = line(source.publisher)
    if publisher:
        yield holder, f"{{{{{escaped(publisher)}}}}}"
    published = date_parts(source.published)
    if published:
        yield "date", f"{{{_iso(published)}}}"
        yield "year", f"{{{published[0]:04}}}"
    if len(published) > 1:
        yield "month", _MONTHS[published[1] - 1]
    url = web_address(source)
    if url:
        yield "url", f"{{{_UNSAFE_IN_URLS.sub(lambda m: f'%{ord(m.group()):02X}', url)}}}"
    accessed = date_parts(source.accessed)
    if accessed:
        yield "urldate", f"{{{_iso(accessed)}}}"
    if source.language:
        yield "language", f"{{{escaped(line(source.language))}}}"


def _iso(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))


def _name(name: str) -> str:
    """BibTeX wants "Family, Suffix, Given"; what stands whole in braces is not taken apart."""
    found = split(name)
    if found.literal:
        return f"{{{escaped(found.literal)}}}"
    return escaped(", ".join(part for part in (found.family, found.suffix, found.given) if part))
