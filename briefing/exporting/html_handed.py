"""Quotes and statements of an HTML export that was handed over, and perhaps edited since."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import BadInput
from briefing.exporting import sent_lines_comment
from briefing.exporting.handed_file import SUMMARY, Handed, HandedClaim, HandedQuote, unnumbered
from briefing.exporting.html_shown import ShownBlock, blocks, parsed
from briefing.exporting.sent_lines import MARK

_CLOSED = re.compile("”\u200e? ?—")
_BARE = re.compile(r"“(.*)”\u200e? — (.*)", re.DOTALL)
_NUMBER = re.compile(r"\s*\[(\d+)\]")
_NEEDLESS = re.compile(r"(?:\([^)]*\) )?(?:[A-Z][a-z]+, a|A)ssumption\.|Gap\.")


def read(data: bytes) -> Handed:
    """Return what an HTML export says. Raises BadInput for bytes that are no HTML in UTF-8."""
    found = blocks(parsed(data))
    try:
        _, left, damaged = sent_lines_comment.apart(data.decode().replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise BadInput("The HTML file is not in UTF-8.", "Save it again as UTF-8.") from error
    quotes = tuple(quote for block in found for quote in _quotes(block))
    return Handed(quotes, tuple(_claims(found)), tuple(b.line for b in found), left, damaged=damaged)


def _quotes(block: ShownBlock) -> Iterator[HandedQuote]:
    """Yield the quotes of a note or of a line of the annex: what is marked as one, out to the marks round
    it.
    """
    if block.kind == "note":
        number, annex = int(block.part) if block.part.isdecimal() else 0, False
    elif block.spans:
        head = _NUMBER.match(block.raw)
        number, annex = int(head[1]) if head else 0, True
    else:
        return
    raw, last = block.raw, 0
    if not block.spans:
        bare = _BARE.search(raw)
        yield HandedQuote(number, bare[1], bare[2]) if bare else HandedQuote(number, "", raw.strip())
    for at, (start, end) in enumerate(block.spans):
        following = block.spans[at + 1][0] if at + 1 < len(block.spans) else len(raw)
        opened = raw.rfind("“", last, start)
        closed = _CLOSED.search(raw, end, following)
        start, end = opened + 1 if opened >= 0 else start, closed.start() if closed else end
        rest = raw[closed.end() if closed else end : following].strip()
        yield HandedQuote(number, raw[start:end], rest, annex)
        last = end


def _claims(found: tuple[ShownBlock, ...]) -> Iterator[HandedClaim]:
    """Yield claims; judgements rest on claims, gaps and assumptions need no quote."""
    summary = False
    for block in found:
        if block.kind == "heading":
            summary = block.line.words.casefold() == SUMMARY
        if block.kind != "claim":
            continue
        words = unnumbered(" ".join(block.raw.replace(MARK, "").split()).rstrip(" ,"))
        numbers = tuple(int(n) for ident in block.notes if (n := ident.removeprefix("note-")).isdecimal())
        cited = len(block.notes) + block.sources
        if cited or not (summary or block.listed or _NEEDLESS.match(words)):
            yield HandedClaim(block.id, words, cited, numbers)
