"""Quotes and statements of a Markdown export that was handed over, and perhaps edited since."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import BadInput
from briefing.exporting import sent_lines_comment
from briefing.exporting.handed_file import ANNEX, SUMMARY, Handed, HandedClaim, HandedQuote, unnumbered
from briefing.exporting.markdown_escape import unquoted
from briefing.exporting.markdown_shown import lines

_MARK = "<!--q-->"
_BEFORE = " —\u200e\n"
# The brackets of a note, and the paragraphs indented under it.
_NOTE = re.compile(r"^\[\^(\d+)\]:[ ]?(.*(?:\n(?:[ ]{4}.*|[ ]*(?=\n[ ]{4})))*)", re.MULTILINE)
_OPENS = re.compile(r"(?:\A|\n\n {4})(?:\*[A-Z][a-z]+:\* )?(?:“|&ldquo;)")
_OPENED = re.compile("“|&ldquo;")
_NUMBERED = re.compile(r"- \*\*\\\[(\d+)\\\]\*\* (?:\*[A-Z][a-z]+:\* )?\Z")
_INDENT = re.compile(r"\n {4,}(?=\S)")
_CITES = re.compile(r"\[\^\d+\]|\[[^\[\]\n]{0,40}@\w|\\\[(?:but see |see also )?\d+[^\[\n]{0,200}\\\]")
_JUDGED = re.compile(r"- \*\*(?:Likelihood|Confidence|Horizon|Rests on|Indicators):\*\*")
_NOT_CLAIMS = re.compile(
    r"#|\||>|---|:::|- <!--q-->|- \*\*|\[\^\d+\]:|\*\*[^*\n]+\*\*\Z"
    r"|\*\*(?:As of|Information cut-off|Prepared for|Prepared by|Edition):\*\*"
)
_HEADER = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.DOTALL)
_OPEN = re.compile(r"- |\*\*Assumption:|\*\*[A-Z][a-z]+, assumption:|\*\*Gap:")


def read(data: bytes) -> Handed:
    """Return what a Markdown export says. Raises BadInput for bytes that are no UTF-8."""
    try:
        text = data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput("The Markdown file is not in UTF-8.", "Save it again as UTF-8.") from error
    text, left, damaged = sent_lines_comment.apart(text)
    quotes = [*_listed_quotes(text), *(quote for match in _NOTE.finditer(text) for quote in _parts(match))]
    return Handed(tuple(quotes), tuple(_claims(text)), lines(text), left, damaged=damaged)


def _parts(match: re.Match[str]) -> Iterator[HandedQuote]:
    """Yield each quote of a note; a mark that is opened and never closed is a note without a quote."""
    number, words = int(match[1]), match[2]
    start = _OPENS.search(words)
    if start is None:
        yield HandedQuote(number, "", words)
    while start is not None:
        close = words.find("”", start.end())
        after = _OPENS.search(words, close) if close >= 0 else None
        if close < 0:
            yield HandedQuote(number, "", words[start.end() :])
        else:
            rest = words[close + 1 : after.start() if after else len(words)]
            yield HandedQuote(number, _plain(words[start.end() : close]), rest.strip(_BEFORE))
        start = after


def _listed_quotes(text: str) -> Iterator[HandedQuote]:
    """Yield the quotes of lists, each behind its mark, which no word of a text can write."""
    before, *pieces = text.split(_MARK)
    for piece in pieces:
        line = _NUMBERED.search(before[before.rfind("\n") + 1 :])
        opened = _OPENED.match(piece)
        close = piece.find("”")
        words = _plain(piece[opened.end() : close]) if opened and close >= 0 else ""
        rest = piece[close + 1 :].partition("\n")[0].strip(_BEFORE)
        yield HandedQuote(int(line[1]) if line else 0, words, rest, annex=line is not None)
        before = piece


def _plain(written: str) -> str:
    return unquoted(_INDENT.sub("\n    ", written))


def _claims(text: str) -> Iterator[HandedClaim]:
    """Yield the paragraphs that state something; a forecast is known by the list of its fields."""
    body = _HEADER.sub("", text)
    end = re.search(rf"^#+ (?:{'|'.join(map(re.escape, ANNEX))})$", body, re.MULTILINE)
    pieces = [p.strip("\n") for p in re.split(r"\n\n+", body[: end.start()] if end else body) if p.strip()]
    summary = False
    for at, piece in enumerate(pieces):
        if piece.startswith("#"):
            summary = piece.strip("# ").casefold() == SUMMARY
        after = pieces[at + 1] if at + 1 < len(pieces) else ""
        cited = len(_CITES.findall(piece))
        if (
            (summary and not cited)
            or _NOT_CLAIMS.match(piece)
            or _JUDGED.match(after)
            or (not cited and _OPEN.match(piece))
        ):
            continue
        words = unquoted(re.sub(r"\[\^\d+\]|\*+|<!-- -->", "", piece)).strip()
        notes = tuple(int(number) for number in re.findall(r"\[\^(\d+)\]", piece))
        yield HandedClaim("", unnumbered(" ".join(words.split())), cited, notes)
