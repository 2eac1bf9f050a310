"""BibTeX and BibLaTeX: records with LaTeX in them."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from briefing.errors import BadInput
from briefing.importing.common.authors import first_last
from briefing.importing.common.parsed import Hints, Parsed, Part
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.references import records
from briefing.importing.references.bibtex_repair import repaired

_KINDS = {
    **dict.fromkeys(("article", "online", "electronic", "www", "misc", "unpublished"), "article"),
    **dict.fromkeys(
        ("techreport", "report", "phdthesis", "mastersthesis", "thesis", "manual", "proceedings", "booklet"),
        "report"
    ),
    **dict.fromkeys(("inproceedings", "conference"), "report"),
    "dataset": "data",
    **dict.fromkeys(("video", "audio", "movie"), "transcript"),
    **dict.fromkeys(("legislation", "jurisdiction"), "statement"),
}  # fmt: skip
_CONTAINERS = ("journaltitle", "journal", "newspaper", "booktitle", "maintitle")
_PUBLISHERS = ("publisher", "institution", "organization", "school", "howpublished")
_ACCESS_DATES = ("urldate", "lastchecked", "lastaccessed")
_LEFT_OUT = {
    "abstract": "abstracts",
    "keywords": "keywords",
    **dict.fromkeys(("note", "annote", "annotation"), "notes"),
    "file": "attached files",
    **dict.fromkeys(("volume", "number", "pages"), "volume, issue and pages"),
    **dict.fromkeys(("editor", "translator"), "editors and others"),
}
_PLAIN = ("url", "doi", "eprint")  # addresses hold “%” and “~”, which LaTeX reads otherwise
# What an entry takes over from the one that holds it, and under which name.
_HOLDERS = {"title": "booktitle"}
_INHERITED = (
    "title",
    "year",
    "month",
    "day",
    "date",
    "publisher",
    "institution",
    "organization",
    "language",
    "langid",
)
_DEEPEST_SHARED = 4
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}|(https?://[^\s{}]+)")
_DEEPEST = 200
_LATEX = re.compile(r"[\\{}$%&#~`'\"]|--")  # what LaTeX reads otherwise than it stands

Fields = dict[str, str]


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the records of a BibTeX file, LaTeX accents as letters. Raises BadInput when there are none."""
    decoded = decode(data, hints.charset)
    text, lost = normalised(decoded.text)
    if _depth(text) > _DEEPEST:
        raise BadInput("Its braces are nested too deep.", "Export it again.")
    # With no middleware: values come as they stand, and a key used twice loses neither record.
    library = _split(repaired(text))
    strings = {string.key.lower(): str(string.value) for string in library.strings}
    entries, broken = _entries(library)
    own = [_own(entry, strings) for entry in entries]
    by_key = {
        entry.key.lower(): fields for entry, fields in zip(reversed(entries), reversed(own), strict=True)
    }
    left_out: Counter[str] = Counter()
    parts = []
    for entry, alone in zip(entries, own, strict=True):
        if entry.entry_type.lower() == "xdata":
            continue  # no record, but fields that several share
        fields = _with_shared(alone, by_key)
        left_out.update(
            {_LEFT_OUT[name] for name in fields if name in _LEFT_OUT and not _is_reported(name, fields)}
        )
        parts.append(_part(entry.entry_type.lower(), fields))
    return records.collected(
        parts,
        left_out=left_out,
        broken=broken,
        notices=decoded.notices + lost,
        extractor=f"bibtex 1, bibtexparser {metadata.version('bibtexparser')}",
    )


def _split(text: str) -> Any:
    """Return the library's blocks; it would log lines of the file, and what was lost is in a notice."""
    from bibtexparser.entrypoint import parse_string

    logger = logging.getLogger("bibtexparser")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        return parse_string(text, parse_stack=[])
    finally:
        logger.setLevel(level)


def _entries(library: Any) -> tuple[list[Any], list[str]]:
    """Return the entries in the order of the file, and a few words of each block that is none."""
    from bibtexparser.model import Entry, ParsingFailedBlock

    entries, broken = [], []
    for block in library.blocks:
        if isinstance(block, ParsingFailedBlock):
            kept = block.ignore_error_block
            if isinstance(kept, Entry):
                entries.append(kept)
            else:
                broken.append(" ".join(str(block.raw or "")[:80].split()))
        elif isinstance(block, Entry):
            entries.append(block)
    return entries, broken


def _own(entry: Any, strings: Fields) -> Fields:
    """Return the fields of an entry by their lower names; of one given twice the first."""
    return {field.key.lower(): _value(str(field.value), strings) for field in reversed(entry.fields)}


def _with_shared(fields: Fields, by_key: dict[str, Fields], depth: int = 0) -> Fields:
    """Return the fields with those they lack of the entries named by `crossref` and `xdata`.

    The title of the entry that holds this one is the title of its book (BibTeX), as far as this one has its
    own.
    """
    if depth == _DEEPEST_SHARED:
        return fields
    whole = dict(fields)
    for how in ("xdata", "crossref"):
        for key in filter(None, map(str.strip, fields.get(how, "").split(","))):
            shared = _with_shared(by_key.get(key.lower(), {}), by_key, depth + 1)
            if how == "crossref":
                shared = {
                    _HOLDERS.get(name, name): value for name, value in shared.items() if name in _INHERITED
                }
            whole = {**shared, **whole}
    return whole


def _value(raw: str, strings: Fields, depth: int = 0) -> str:
    """Return a value without its outer braces or quotes, with its strings put in and “#” joined."""
    pieces = []
    for piece in _joined(raw.strip()):
        if len(piece) > 1 and (piece[0] + piece[-1] in ("{}", '""')):
            pieces.append(piece[1:-1])
        elif piece.lower() in strings and depth < 5:
            pieces.append(_value(strings[piece.lower()], strings, depth + 1)[:5000])
        else:
            pieces.append(piece)
    return "".join(pieces)


def _joined(raw: str) -> Iterator[str]:
    """Yield the pieces between the “#” that stand outside of braces and quotes."""
    start = depth = 0
    quoted = False
    for at, char in enumerate(raw):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == '"' and depth == 0:
            quoted = not quoted
        elif char == "#" and depth == 0 and not quoted:
            yield raw[start:at].strip()
            start = at + 1
    yield raw[start:].strip()


def _part(kind_of_entry: str, fields: Fields) -> Part:
    kind = _KINDS.get(kind_of_entry, "other")
    names = _names(fields.get("author", "") or fields.get("editor", ""))
    addresses = [fields.get("url", ""), *_addresses(fields.get("howpublished", ""))]
    left = {*_LEFT_OUT, *_PLAIN, "author", *(("howpublished",) if len(addresses) > 1 else ())}
    wanted = {name: value for name, value in fields.items() if name not in left}
    known = dict(zip(wanted, _readable([*wanted.values()]), strict=True))
    container = next((known[name] for name in _CONTAINERS if known.get(name)), "")
    publisher = next((known[name] for name in _PUBLISHERS if known.get(name)), "")
    return Part(
        name="",
        kind=kind,
        title=": ".join(filter(None, (known.get("title", ""), known.get("subtitle", "")))),
        publisher=(container or publisher) if kind == "article" else (publisher or container),
        authors=tuple(map(_first_last, names, _readable(names))),
        published=_date(known),
        url=records.address(map(_bare, addresses), _bare(fields.get("doi", ""))),
        language=records.language_code(known.get("langid") or known.get("language", "")),
        accessed=_accessed(fields, known),
    )


def _accessed(fields: Fields, known: Fields) -> str:
    dated = next((known[name] for name in _ACCESS_DATES if known.get(name)), "")
    return records.any_date(dated) or records.noted_access(_bare(fields.get("note", "")))


def _is_reported(name: str, fields: Fields) -> bool:
    """Return whether a note says only when the page was read, and is kept as that date."""
    noted = records.noted_access(_bare(fields["note"])) if name == "note" else ""
    return bool(noted) and not any(fields.get(other) for other in _ACCESS_DATES)


def _addresses(value: str) -> list[str]:
    return [found[0] or found[1] for found in _ADDRESS.findall(value)]


def _bare(url: str) -> str:
    """Return an address without the marks of LaTeX around and in it."""
    return re.sub(r"\\([%#&_~{}])", r"\1", re.sub(r"^\\url\s*|[{}]", "", url.strip()))


def _names(value: str) -> list[str]:
    """Return the names between the words “and” that stand outside of braces."""
    names, start, depth = list[str](), 0, 0
    for match in re.finditer(r"[{}]|\sand\s", value, re.IGNORECASE):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0:
            names.append(value[start : match.start()])
            start = match.end()
    names.append(value[start:])
    return [name for name in names if name.strip() and name.strip().lower() != "others"]


def _first_last(raw: str, name: str) -> str:
    """Return "Last, First" and "Last, Jr, First" (the order of BibTeX) as they are spoken.

    A name that stands whole in braces, as those of organisations do, stays as it is.
    """
    if re.fullmatch(r"\{[^{}]*\}", raw.strip()):
        return name
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 3:
        parts = [parts[0], parts[2], parts[1]]
    return first_last(", ".join(parts))


def _date(known: Fields) -> str:
    date = records.any_date(known.get("date", "").partition("/")[0])
    if date:
        return date
    month = known.get("month", "")
    day = re.search(r"\b(\d{1,2})\b", month) if re.search(r"[a-z]", month, re.IGNORECASE) else None
    return records.partial_date(known.get("year", ""), month, known.get("day") or (day[1] if day else ""))


def _readable(values: list[str]) -> list[str]:
    """Return values with their LaTeX as letters, as far as it can be read."""
    from bibtexparser.library import Library
    from bibtexparser.middlewares import LatexDecodingMiddleware
    from bibtexparser.model import Entry, Field

    marked = {str(i): value for i, value in enumerate(values) if _LATEX.search(value)}
    fields = [Field(key, re.sub(r"(?<!\\)([%$])", r"\\\1", value)) for key, value in marked.items()]
    decoded = LatexDecodingMiddleware().transform(Library([Entry("misc", "x", fields)] if fields else []))
    done = {field.key: str(field.value) for entry in decoded.entries for field in entry.fields}
    return [" ".join(done.get(str(i), value).replace("\xa0", " ").split()) for i, value in enumerate(values)]


def _depth(text: str) -> int:
    """Return how deep braces are nested; a line that begins an entry ends what was left open before it."""
    deepest = depth = 0
    for mark in re.findall(r"[{}]|^[ \t]*@", text, re.MULTILINE):
        depth = depth + 1 if mark == "{" else max(0, depth - 1) if mark == "}" else 0
        deepest = max(deepest, depth)
    return deepest
