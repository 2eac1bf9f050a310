"""Words inside quotation marks in a claim: they stand in a linked quote, letter by letter.

As in publishing, […] and … stand for words left out, square brackets for words put in, and capitals and the
last mark of punctuation may be fitted to the sentence. Of a title or a nickname, which is a name, the marks
and the subtitle are free too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Cited, Mark, Place
from briefing.checks.support.reading import TextReading
from briefing.language.tokens import Token, tokens

# Opening and closing marks by language, each pair with what it may hold: „German“, »German«, «French»,
# 「Japanese」, “English”.
_PAIRS = (
    ("„", "“”"),
    ("“", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("「", "」"),
    ("『", "』"),
    ("‚", "‘’"),
)
_QUOTED = re.compile(
    "|".join(f"{opens}(?P<p{n}>[^{opens}{closes}]+)[{closes}]" for n, (opens, closes) in enumerate(_PAIRS))
    + r"|\"(?P<b>[^\"]+)\"|(?:(?<=[\s(])|^)‘(?P<d>[^‘]+?)’(?=[\s.,;:!?)]|$)"
    r"|(?:(?<=[\s(])|^)'(?P<e>[^'][^' ]* [^']+)'(?=[\s.,;:!?)]|$)"
)
_GAP = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.|\[[^\]]*\]")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("’‘‚‹›", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‑", "-"),
        **dict.fromkeys("\u00a0\u202f\n\t", " "),
    }
)
_ENDS = " .,;:!?-'\"。、，！？"
_MOST = 40  # a claim with more quotations is a list: past these the rest is not compared
# Scripts without spaces between words begin here (CJK): any letter may follow any other.
_UNSPACED = 0x2E80
_SUBTITLE = re.compile(r"\s*:\s|\s[–—-]\s")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of what stands inside quotation marks, the marks themselves left out."""
    return tuple(match.span(match.lastgroup or 0) for match in _QUOTED.finditer(text))


def check(claim: TextReading, quotes: Sequence[Cited]) -> Iterator[Mark]:
    """Yield a mark for each quotation in the claim: found where one linked quote has all its pieces in order,
    differs where one has half of its words or more, absent else; a title is found by its words alone, and
    never differs.
    """
    for start, end in spans(claim.text)[:_MOST]:
        words = claim.text[start:end]
        if not any(c.isalnum() for c in words):
            continue
        pieces = [p for p in (_plain(p).strip(_ENDS) for p in _GAP.split(_split_letter(words))) if p]
        place = next((p for c in quotes if (p := _find(pieces, c))), None)
        if place is None and _is_title(words):
            yield _title(start, end, words, quotes)
        elif place is not None:
            yield Mark(start, end, "quotation", FOUND, words, "The quote has these words.", (place,))
        else:
            yield _other(start, end, words, quotes)


def _other(start: int, end: int, words: str, quotes: Sequence[Cited]) -> Mark:
    near, shared, where = _nearest(words, quotes)
    least = max(1, min(len(tokens(words, "en")) // 2, 3))
    if shared < least:
        return Mark(start, end, "quotation", ABSENT, "", "No quote has these words.")
    why = f"No quote has these words exactly; the nearest are “{near}”."
    return Mark(start, end, "quotation", DIFFERS, near, why, where)


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
            match = re.compile(_whole(piece), re.IGNORECASE).search(plain, at)
            if match is None:
                break
            first = match.start() if first < 0 else first
            at = match.end()
        else:
            if text and pieces:
                return (cited.id, 0, len(cited.exact)) if translated else (cited.id, first, at)
    return None


def _whole(piece: str) -> str:
    """Return a pattern of the words, as whole words, spaces of any length."""
    words = r"\s+".join(re.escape(part) for part in re.split(r"\s+", piece))
    return (r"(?<!\w)" if _in_word(piece[0]) else "") + words + (r"(?!\w)" if _in_word(piece[-1]) else "")


def _in_word(char: str) -> bool:
    return char.isalnum() and ord(char) < _UNSPACED


def _is_title(words: str) -> bool:
    """Whether words in quotation marks are a name: half of those that say something, and the first, have
    capitals ("The Lady of Shalott", "Ol' Pete"), and no sentence ends in them.
    """
    content = [w for w in tokens(words, "en") if w.content]
    capital = [w for w in content if w.text[0].isupper() or w.text[0].isdigit()]
    if not capital or content[0] not in capital or re.search(r"[.!?]\s+\w", words):
        return False
    return 2 * len(capital) > len(content) and (len(content) > 1 or not words.endswith(","))


def _title(start: int, end: int, words: str, quotes: Sequence[Cited]) -> Mark:
    for sought in (words, _SUBTITLE.split(words, maxsplit=1)[0]):
        for cited in quotes:
            place = _named(tokens(sought, ""), cited)
            if place is not None:
                return Mark(start, end, "quotation", FOUND, words, "The quote has this title.", (place,))
    return Mark(start, end, "quotation", ABSENT, "", f"No quote names “{words}”.")


def _named(title: Sequence[Token], cited: Cited) -> Place | None:
    """Return where a quote has the words of a title in order, whatever their capitals and marks."""
    theirs = tokens(cited.exact, "")
    sought, there = [w.stem for w in title], [w.stem for w in theirs]
    for at, stem in enumerate(there):
        if sought and stem == sought[0] and there[at : at + len(sought)] == sought:
            return cited.id, theirs[at].start, theirs[at + len(sought) - 1].end
    return None


def _nearest(words: str, quotes: Sequence[Cited]) -> tuple[str, int, tuple[Place, ...]]:
    """Return the stretch of a quote that shares most words with these, "" for none, and how many it
    shares.
    """
    mine = {w.stem for w in tokens(words, "en")}
    size = max(len(tokens(words, "en")), 1)
    best, result, where = 0, "", tuple[Place, ...]()
    for cited in quotes:
        theirs = tokens(cited.exact, "en")
        # how many of the words up to each are shared
        before = (0, *accumulate(w.stem in mine for w in theirs))
        for at in range(len(theirs)):
            stop = min(at + size, len(theirs))
            if before[stop] - before[at] > best:
                best = before[stop] - before[at]
                start, end = theirs[at].start, theirs[stop - 1].end
                result, where = cited.exact[start:end], ((cited.id, start, end),)
    return result, best, where
