"""The formats of files to hand over: one record each, which the command line, the window and `verify` read.

The writer of a format is a module with `render(outline) -> Rendered`; `read_back(data) -> quotes in the
notes, in order`; `quotes_held(outline) -> the quotes as the format must give them back`, by which each file
is verified before it leaves; and `listing(data) -> the file with the list of what it shows`. Its reader is a
module with `read(data) -> Handed`, for a file that somebody else hands over. Both are loaded on first use.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from briefing.errors import BadInput

_HERE = "briefing.exporting"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `name` is shown to people.

    `suffixes`: lower case with their dot; a file is written with the first and read with any. `options`: the
    fields of Options that it takes. `writer`, `reader`: modules by their full names; no `reader` where a file
    cannot be verified so. `pages_of`: the format whose file the window sets on pages, with its fonts, where
    there is no `writer`. `packs`: the format whose file is put into a package with the cited articles.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    options: frozenset[str]
    writer: str = ""
    reader: str = ""
    pages_of: Exporter | None = None
    packs: Exporter | None = None

    @property
    def suffix(self) -> str:
        """The suffix that a file is written with."""
        return self.suffixes[0]


_ALL = frozenset(
    ("citation", "style", "quotes", "together", "annex", "portions", "numbered", "waivers", "actors")
)
_PAGED = _ALL | {"page", "contents", "notes"}

WORD = Exporter(
    "word", "Word", (".docx",), _PAGED | {"template"}, f"{_HERE}.word", f"{_HERE}.word.word_handed"
)
MARKDOWN = Exporter(
    "markdown", "Markdown", (".md", ".markdown"), _ALL | {"links"},
    f"{_HERE}.markdown_file", f"{_HERE}.markdown_handed",
)  # fmt: skip
HTML = Exporter("html", "HTML", (".html", ".htm"), _ALL, f"{_HERE}.html_file", f"{_HERE}.html_handed")
PDF = Exporter("pdf", "PDF", (".pdf",), _PAGED, pages_of=HTML)
PACKAGE = Exporter("package", "Evidence package", (".zip",), WORD.options | {"articles"}, packs=WORD)

# In the order in which they are offered.
EXPORTERS: tuple[Exporter, ...] = (WORD, PDF, MARKDOWN, HTML, PACKAGE)


def common() -> frozenset[str]:
    """Return the choices that every format takes."""
    return frozenset.intersection(*(one.options for one in EXPORTERS))


def written() -> tuple[Exporter, ...]:
    """Return the formats that can be written without a window."""
    return tuple(one for one in EXPORTERS if one.writer)


def verified() -> tuple[Exporter, ...]:
    """Return the formats of which a file that was handed over can be verified."""
    return tuple(one for one in EXPORTERS if one.reader)


def named(formats: Iterable[Exporter]) -> str:
    """Return the names of formats for a sentence: "Word, Markdown or HTML"."""
    return _either([one.name for one in formats])


def suffixes(formats: Iterable[Exporter]) -> str:
    """Return the suffixes of formats for a sentence: ".docx, .md or .html"."""
    return _either([one.suffix for one in formats])


def writes(path: PurePath) -> Exporter | None:
    """Return the format that is written under a suffix (case folded), None where there is none."""
    suffix = path.suffix.casefold()
    return next((one for one in EXPORTERS if one.suffix == suffix), None)


def exporter_for(path: PurePath) -> Exporter:
    """Return the format that a file's suffix names and that has a writer; raise BadInput with the known
    ones.
    """
    found = writes(path)
    names = ", ".join(one.suffix for one in EXPORTERS if one.writer or one.packs)
    if found is None:
        raise BadInput(
            f"“{path.name}” does not say which kind of file to write.", f"End its name in one of: {names}."
        )
    if not found.writer and found.packs is None:
        raise BadInput(
            f"“{path.name}” cannot be written from here: a {found.name} is set by the window, with its "
            f"fonts.",
            f"Use Export in the window, or write one of {names} here and make the {found.name} from that.",
        )
    return found


def reader_for(path: PurePath) -> Exporter | None:
    """Return the format by which a handed-over file can be verified, None for a name that is no export's."""
    suffix = path.suffix.casefold()
    return next((one for one in verified() if suffix in one.suffixes), None)


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)
