"""Words inside quotation marks in a claim: they stand in a linked quote, letter by letter.

As in publishing, […] and … stand for words left out, square brackets for words put in, and capitals and the
last mark of punctuation may be fitted to the sentence. Of a title or a nickname, which is a name, the marks
and the subtitle are free too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from briefing.checks.findings import Severity
from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Cited, Mark, Place
from briefing.checks.support.reading import TextReading
from briefing.language.lexicon import words_of
from briefing.language.number_words import SMALL, TENS
from briefing.language.stems import stem_of
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
# Between two ways of giving the same words: "they are considered as", "they're considered".
_SHORTENED = re.compile(r"'(?:re|s|m)$")
_LIGHT = words_of("a an the as that this these those is are was were be been being to of in and")
# From here on two stretches are one utterance, of which some words are others.
_ALIKE = 0.65
# Of fewer words two stretches are alike by chance; but a denial put in or left out is none.
_LONG = 4
# So many words may be left out of a quotation without a mark before it is another one.
_LEFT_OUT = 3
_NOT = words_of("not never no none nothing")
_SUBTITLE = re.compile(r"\s*:\s|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class NearWords:
    """A stretch of a quote that is like a quotation, and how many words of weight they share."""

    words: str
    shared: int
    place: Place


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
    """Return the mark of words that no quote has letter by letter: an error where a quote has nearly all of
    them in order, and a note where only endings, numerals and small words are others, or few are left out.
    """
    mine = _weighty(words)
    near = _nearest(mine, quotes)
    if near is None or near.shared < max(1, min(len(mine) // 2, 3)):
        return Mark(start, end, "quotation", ABSENT, "", "No quote has these words.")
    why = f"No quote has these words exactly; the nearest are “{near.words}”."
    keys, theirs = [key for key, _word in mine], [key for key, _word in _weighty(near.words)]
    alike = SequenceMatcher(None, keys, theirs, autojunk=False).ratio()
    sure = alike >= _ALIKE and (len(keys) >= _LONG or bool(({*keys} ^ {*theirs}) & _NOT))
    small = keys == theirs or any(_has_in_order(keys, cited) for cited in quotes)
    most: Severity = "note" if small else "error" if sure else "warning"
    return Mark(start, end, "quotation", DIFFERS, near.words, why, (near.place,), most=most)


def _has_in_order(keys: Sequence[str], cited: Cited) -> bool:
    """Whether a quote has these words in order, a few others but no denial left out between them."""
    theirs = [key for key, _word in _weighty(cited.exact)]
    for first in (i for i, key in enumerate(theirs) if key == keys[0]):
        stretch = theirs[first : first + len(keys) + _LEFT_OUT]
        rest = iter(enumerate(stretch, 1))
        last = 0
        for key in keys:
            last = next((number for number, other in rest if other == key), 0)
        if last and not (set(stretch[:last]) - set(keys)) & _NOT:
            return True
    return False


def _weighty(words: str) -> list[tuple[str, Token]]:
    """Return the words that change what is said, all but articles, forms of "be" and the like, each with what
    it is compared by: its stem, or the value of a numeral. All of them where none has weight.
    """
    found = []
    for word in tokens(words, "en"):
        low = _SHORTENED.sub("", word.low)
        if low not in _LIGHT:
            stem = word.stem if low == word.low else stem_of(low, "en")
            found.append((str(SMALL.get(low, TENS.get(low, stem))), word))
    return found or [(word.stem, word) for word in tokens(words, "en")]


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


def _nearest(mine: Sequence[tuple[str, Token]], quotes: Sequence[Cited]) -> NearWords | None:
    """Return the stretch of a quote that shares most words with these, None where none shares any."""
    keys, best = {key for key, _word in mine}, None
    for cited in quotes:
        theirs = _weighty(cited.exact)
        shared = [key in keys for key, _word in theirs]
        # how many of the words up to each are shared
        before = (0, *accumulate(shared))
        for at in range(len(theirs)):
            stop = min(at + len(mine), len(theirs))
            count = before[stop] - before[at]
            if shared[at] and (best is None or count > best.shared):
                start, end = theirs[at][1].start, theirs[stop - 1][1].end
                best = NearWords(cited.exact[start:end], count, (cited.id, start, end))
    return best
