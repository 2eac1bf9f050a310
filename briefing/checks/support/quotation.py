"""Words inside quotation marks in a claim: they stand in a linked quote, letter by letter.

As in publishing, […] and … stand for words left out, square brackets for words put in, and the first letter
and the last mark of punctuation may be fitted to the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.checks.support.marks import DIFFERS, FOUND, Cited, Mark, Place
from briefing.checks.support.reading import TextReading
from briefing.language.tokens import tokens

_QUOTED = re.compile(
    r"“(?P<a>[^“”]+)”|\"(?P<b>[^\"]+)\"|«(?P<c>[^«»]+)»|(?:(?<=[\s(])|^)‘(?P<d>[^‘]+?)’(?=[\s.,;:!?)]|"
    r"$)|(?:(?<=[\s(])|^)'(?P<e>[^'][^' ]* [^']+)'(?=[\s.,;:!?)]|$)"
)
_GAP = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.|\[[^\]]*\]")
_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\n": " ",
        "\t": " ",
    }
)
_ENDS = " .,;:!?-'\""
_MOST = 40  # a claim with more quotations is a list: past these the rest is not compared


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of what stands inside quotation marks, the marks themselves left out."""
    return tuple(match.span(match.lastgroup or 0) for match in _QUOTED.finditer(text))


def check(claim: TextReading, quotes: Sequence[Cited]) -> Iterator[Mark]:
    """Yield a mark for each quotation in the claim: found where one linked quote has all its pieces in
    order.
    """
    for start, end in spans(claim.text)[:_MOST]:
        words = claim.text[start:end]
        if not any(c.isalnum() for c in words):
            continue
        pieces = [p for p in (_plain(p).strip(_ENDS) for p in _GAP.split(_split_letter(words))) if p]
        place = next((p for c in quotes if (p := _find(pieces, c))), None)
        if place is not None:
            yield Mark(start, end, "quotation", FOUND, words, "The quote has these words.", (place,))
        else:
            near = _nearest(words, quotes)
            why = "No quote has these words exactly" + (f"; the nearest are “{near[0]}”." if near[0] else ".")
            yield Mark(start, end, "quotation", DIFFERS, near[0], why, near[1])


def _split_letter(words: str) -> str:
    """Take the brackets off a changed first letter: "[t]he" is "the"."""
    return re.sub(r"\[(\w)\](?=\w)", r"\1", words)


def _plain(words: str) -> str:
    return words.translate(_MARKS)


def _find(pieces: Sequence[str], cited: Cited) -> Place | None:
    for text, translated in ((cited.exact, False), (cited.translation, True)):
        plain = _plain(text)
        first, at = -1, 0
        for piece in pieces:
            match = re.compile(_whole(piece)).search(plain, at)
            if match is None:
                break
            first = match.start() if first < 0 else first
            at = match.end()
        else:
            if text and pieces:
                return (cited.id, 0, len(cited.exact)) if translated else (cited.id, first, at)
    return None


def _whole(piece: str) -> str:
    """Return a pattern of the words, as whole words, spaces of any length, the first letter of either
    case.
    """
    first = (
        f"[{re.escape(piece[0].lower())}{re.escape(piece[0].upper())}]"
        if piece[0].isalpha() and len(piece[0].upper()) == 1 and len(piece[0].lower()) == 1
        else re.escape(piece[0])
    )
    rest = r"\s+".join(re.escape(part) for part in re.split(r"\s+", piece[1:]))
    opening = r"(?<!\w)" if piece[0].isalnum() else ""
    return f"{opening}{first}{rest}" + (r"(?!\w)" if piece[-1].isalnum() else "")


def _nearest(words: str, quotes: Sequence[Cited]) -> tuple[str, tuple[Place, ...]]:
    """Return the stretch of a quote that shares most words with these, "" for none."""
    mine = {w.stem for w in tokens(words, "en")}
    best, found = 0, ("", ())
    size = max(len(tokens(words, "en")), 1)
    result: tuple[str, tuple[Place, ...]] = found
    for cited in quotes:
        theirs = tokens(cited.exact, "en")
        before = (
            0,
            *accumulate(w.stem in mine for w in theirs),
        )  # how many of the words up to each are shared
        for at in range(len(theirs)):
            stop = min(at + size, len(theirs))
            if before[stop] - before[at] > best:
                best = before[stop] - before[at]
                start, end = theirs[at].start, theirs[stop - 1].end
                result = cited.exact[start:end], ((cited.id, start, end),)
    return result
