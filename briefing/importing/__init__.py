"""Source texts from anywhere: which formats can be read, and which module reads a given file.

A format is one module `read_…` with `read(data: bytes, hints: Hints) -> Parsed` and one row of IMPORTERS.
The modules run in the worker process only (`process.worker`); this package never loads them itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from briefing.errors import BadInput
from briefing.importing import sniff
from briefing.importing.sniff import foreign_kind

_HERE = "briefing.importing"


@dataclass(frozen=True, slots=True)
class Importer:
    """One format. `name` is shown to people; `suffixes` are lower case with their dot.

    `module` is the dotted path the worker imports. `sniff` decides from the content whether it can be
    this format at all; it also finds the format of input that has no suffix, in the tuple's order.
    `media`: the types (RFC 6838) a web server gives it. `sure`: a file of its suffix that is none is not read
    as anything else, for many files that are no articles end so.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    module: str
    sniff: Callable[[bytes], bool]
    media: tuple[str, ...] = ()
    sure: bool = False


# Anything may look like text, so formats with marks of their own stand before plain text.
IMPORTERS: tuple[Importer, ...] = (
    Importer("pdf", "PDF", (".pdf",), f"{_HERE}.pdf.read_pdf", sniff.is_pdf, ("application/pdf",)),
    Importer("docx", "Word", (".docx", ".docm", ".dotx", ".dotm"), f"{_HERE}.word.read_docx", sniff.is_word,
             ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.template")),
    Importer("xlsx", "Excel", (".xlsx", ".xlsm", ".xltx"), f"{_HERE}.sheets.read_xlsx", sniff.is_excel,
             ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)),
    Importer("pptx", "PowerPoint", (".pptx", ".pptm", ".ppsx", ".potx"), f"{_HERE}.slides.read_pptx",
        sniff.is_slides, ("application/vnd.openxmlformats-officedocument.presentationml.presentation",)),
    Importer("odt", "OpenDocument", (".odt", ".fodt"), f"{_HERE}.odt.read_odt", sniff.is_odt,
             ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-flat-xml")),
    Importer("epub", "EPUB", (".epub",), f"{_HERE}.read_epub", sniff.zipped(b"META-INF/container.xml"),
             ("application/epub+zip",)),
    Importer("rtf", "RTF", (".rtf",), f"{_HERE}.rtf.read_rtf", sniff.is_rtf, ("application/rtf", "text/rtf")),
    Importer("feed", "feeds (RSS, Atom)", (".rss", ".atom", ".rdf", ".xml"), f"{_HERE}.read_feed",
        sniff.is_feed,
             ("application/rss+xml", "application/atom+xml", "application/rdf+xml"), sure=True),
    Importer("mhtml", "saved pages", (".mhtml", ".mht"), f"{_HERE}.html.read_mhtml", sniff.is_web_archive,
             ("multipart/related", "application/x-mimearchive")),
    Importer("mail", "mail", (".eml", ".emlx"), f"{_HERE}.mail.read_mail", sniff.is_mail,
             ("message/rfc822",)),
    Importer("msg", "Outlook mail", (".msg",), f"{_HERE}.mail.read_msg", sniff.is_outlook,
             ("application/vnd.ms-outlook",)),
    Importer("ris", "RIS", (".ris",), f"{_HERE}.references.read_ris", sniff.is_ris,
             ("application/x-research-info-systems",)),
    Importer("endnote", "EndNote", (".enw",), f"{_HERE}.references.read_endnote", sniff.is_endnote,
             ("application/x-endnote-refer",)),
    Importer("bibtex", "BibTeX", (".bib", ".bibtex"), f"{_HERE}.references.read_bibtex", sniff.is_bibtex,
             ("application/x-bibtex",)),
    Importer("csl", "CSL-JSON", (".json",), f"{_HERE}.references.read_csl", sniff.is_csl,
             ("application/vnd.citationstyles.csl+json",), sure=True),
    Importer("subtitles", "subtitles", (".srt", ".vtt"), f"{_HERE}.read_subtitles", sniff.is_subtitles,
             ("application/x-subrip", "text/vtt")),
    Importer("html", "web pages", (".html", ".htm", ".xhtml"), f"{_HERE}.html.read_html", sniff.is_html,
             ("text/html", "application/xhtml+xml")),
    Importer("plain", "plain text", (".txt", ".text"), f"{_HERE}.plain.read_plain", sniff.is_text,
        ("text/plain",)),
    Importer("markdown", "Markdown", (".md", ".markdown"), f"{_HERE}.plain.read_markdown", sniff.is_text,
             ("text/markdown",)),
    Importer("csv", "tables as text", (".csv", ".tsv"), f"{_HERE}.sheets.read_csv", sniff.is_sheet_text,
             ("text/csv", "text/tab-separated-values")),
)  # fmt: skip


def readable(importers: tuple[Importer, ...] | None = None) -> str:
    """Return what can be read (None: all), for a message: "plain text (.txt, .text), Markdown (.md)"."""
    rows = IMPORTERS if importers is None else importers
    return ", ".join(f"{row.name} ({', '.join(row.suffixes)})" for row in rows)


def has_known_suffix(name: str, importers: tuple[Importer, ...] | None = None) -> bool:
    """Return whether a file name ends like one of the formats."""
    return any(_suffix(name) in row.suffixes for row in (IMPORTERS if importers is None else importers))


_TO_WORD = "Open it in {0} and save it as Word (.docx) or text, then add that."
_TO_EXCEL = "Open it in {0} and save it as Excel (.xlsx), then add that."
_TO_PDF = "Open it in {0} and save it as PDF, then add that."
PICTURE_WAY = (
    "A picture holds no words that can be quoted: install the extra “ocr” to have it read here, run OCR over "
    "it elsewhere and save it as PDF with text, or type its words and paste them."
)
# What to do with the kinds that people meet and that are not read.
WAYS = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpd", ".sxw"), _TO_WORD.format("Word or LibreOffice")),
    ".pages": _TO_WORD.format("Pages (File, Export To)"),
    ".hwp": _TO_WORD.format("Hangul or LibreOffice"),
    **dict.fromkeys((".ppt", ".pps", ".odp", ".odg"), _TO_PDF.format("PowerPoint or LibreOffice")),
    ".key": _TO_PDF.format("Keynote"),
    **dict.fromkeys((".xls", ".xlsb", ".ods"), _TO_EXCEL.format("Excel or LibreOffice")),
    ".numbers": _TO_EXCEL.format("Numbers (File, Export To)"),
    ".one": _TO_PDF.format("OneNote (File, Export)"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".avif", ".svg"),
        PICTURE_WAY,
    ),
    ".webarchive": "Open it in Safari and save it as PDF or page source, then add that.",
    ".ics": "Open it in a calendar and copy its words, then paste them.",
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "Get the book as EPUB or PDF, then add that."),
    **dict.fromkeys(
        (".zip", ".rar", ".7z", ".gz", ".tar", ".tgz"), "Unpack it, then add the files that were in it."
    ),
}


@dataclass(frozen=True, slots=True)
class ChosenImporter:
    """The row that reads some bytes, and a notice where it is not the one that their name promises."""

    importer: Importer
    notice: str = ""


def importer_for(
    name: str, data: bytes, importers: tuple[Importer, ...] | None = None, *, media: str = ""
) -> ChosenImporter:
    """Return the row that reads `data`, a file called `name`, sent as `media` (RFC 6838) or "".

    What the bytes are comes before what they are called: a PDF named .txt is read as a PDF. Raises
    BadInput for an unknown suffix, and for content that nothing reads.
    """
    importers = IMPORTERS if importers is None else importers
    suffix = _suffix(name)
    promised = _promised(suffix, media, importers)
    found = _recognized(data, promised)
    if found is not None:
        return ChosenImporter(found)
    if suffix and not promised and not media:
        hint = WAYS.get(suffix) or f"Can be read: {readable(importers)}."
        raise BadInput(f"“{name}” is not a kind that can be read ({suffix}).", hint)
    found = _recognized(data, importers)
    if found is None or (promised and promised[0].sure):
        raise _unreadable(name, data, promised, importers)
    if not promised:
        return ChosenImporter(found)
    was = " or ".join(row.name for row in promised)
    return ChosenImporter(
        found, f"By its name it is {was}, by its content {found.name}; it was read as {found.name}."
    )


def _promised(suffix: str, media: str, importers: tuple[Importer, ...]) -> tuple[Importer, ...]:
    """Return the rows of a media type, or where there are none, those of a suffix."""
    of_media = tuple(row for row in importers if media in row.media)
    return of_media or tuple(row for row in importers if suffix in row.suffixes)


def _recognized(data: bytes, importers: tuple[Importer, ...]) -> Importer | None:
    """Return the first row whose format the bytes look like."""
    return next((row for row in importers if row.sniff(data)), None)


_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream of a locked Office file (MS-OFFCRYPTO, 1.3.2)


def _ole_refusal(called: str, data: bytes) -> BadInput | None:
    """Return what to say of an OLE file: one locked with a password, or one of before 2007."""
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return None
    if _LOCKED in data:
        return BadInput(
            f"{called} is locked with a password.",
            "Open it in Word, take the password away (File, Info, Protect Document), save it and add it "
            "again.",
        )
    return BadInput(f"{called} cannot be read: it holds an old Office or Outlook document.", WAYS[".doc"])


def _unreadable(
    name: str, data: bytes, promised: tuple[Importer, ...], importers: tuple[Importer, ...]
) -> BadInput:
    called = f"“{name}”" if name else "The input"
    refusal = _ole_refusal(called, data)
    if refusal is not None:
        return refusal
    kind = foreign_kind(data) or ("something else" if sniff.is_text(data) else "data that is not text")
    wanted = f", not {' or '.join(row.name for row in promised)}" if promised else ""
    way = PICTURE_WAY if sniff.is_picture(data) else f"Can be read: {readable(importers)}."
    return BadInput(f"{called} cannot be read: it holds {kind}{wanted}.", way)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
