"""What a source text is: normalised once at import, never changed after.

All offsets are code points of the normalised text.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StruckPassage:
    """Words that an article shows struck out: they are not in its text, and stood before `start`.

    `words` are as the text would have them there, with the space or line end that went with them: put in at
    `start`, a code point of the text, they give what the article shows. Several may stand at one place.
    """

    start: int
    words: str


# LF is the only line end. NUL, BOM, lone surrogates and U+FDD0/1 (which Qt uses inside its own
# documents) are dropped. Nothing else is touched (no NFC), so that a Qt document of this text has
# the length of its UTF-16 form and gives the same text back.
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00\ufeff\ud800-\udfff\ufdd0\ufdd1]")

_SENTENCE_END = re.compile(r"[.!?…。！？؟۔]+[\"'”’»)\]]*(?=\s|$)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|St|No|vs|etc|approx|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp)|\b(?:[A-Za-z]\.)*[A-Za-z])\.$"
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def normalise(raw: str) -> str:
    """Return `raw` as a source text: LF line ends, no NUL, BOM, lone surrogate or U+FDD0/1."""
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", raw))


def struck_as_bytes(struck: Iterable[StruckPassage]) -> bytes:
    """Return struck passages as a brief keeps them: JSON, a list of [start, words]."""
    return json.dumps([[one.start, one.words] for one in struck], ensure_ascii=False).encode()


def struck_of_bytes(kept: bytes, length: int) -> tuple[StruckPassage, ...]:
    """Return the passages of `struck_as_bytes` for a text of `length` code points.

    Raises ValueError for bytes that hold none.
    """
    try:
        read = json.loads(kept)
        passages = tuple(StruckPassage(start, words) for start, words in read)
    except (TypeError, RecursionError) as error:
        raise ValueError("no list of struck passages") from error
    if not are_struck(passages, length):
        raise ValueError("a struck passage out of place")
    return passages


def are_struck(passages: Iterable[StruckPassage], length: int) -> bool:
    """Return whether passages hold words, in order, at places of a text of `length` code points."""
    before = 0
    for one in passages:
        if type(one.start) is not int or not before <= one.start <= length or not _is_words(one.words):
            return False
        before = one.start
    return True


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value) and normalise(value) == value


def sha256(data: str | bytes) -> str:
    """Return the SHA-256 of bytes, or of a text's UTF-8, in hex."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the span of each line that holds more than spaces, without its line end."""
    for match in re.finditer(r"[^\n]+", text):
        if not match.group().isspace():
            yield match.span()


def sentences(text: str) -> Iterator[Span]:
    """Yield sentence spans in order, without surrounding spaces. A line end always ends one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group()[0] == "." and _is_abbreviation(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    if not _ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start() + 1):
        return False
    rest = text[stop.end() : stop.end() + 40].lstrip(" ")
    return bool(rest) and rest[0] != "\n"


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def occurrences(text: str, exact: str, *, limit: int = 0) -> tuple[Span, ...]:
    """Return the spans where `exact` stands in `text`, overlapping ones too; at most `limit` if not 0."""
    found: list[Span] = []
    at = text.find(exact) if exact else -1
    while at >= 0 and not (limit and len(found) == limit):
        found.append((at, at + len(exact)))
        at = text.find(exact, at + 1)
    return tuple(found)


def tokens(text: str) -> Iterator[Span]:
    """Yield the spans of words and numbers."""
    for match in _TOKEN.finditer(text):
        yield match.span()


def word_count(text: str) -> int:
    """Return the number of space-separated words, as word processors count them."""
    return len(text.split())


# Scripts written without spaces between words: what is shortened may end behind any of their letters.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_DANGLING = " \t\u00a0,;:.([{“‘«„‚-–—/&+"


def shortened(words: str, most: int = 70) -> str:
    """Return words on one line, at most `most` code points where that is possible without cutting a word.

    What is left out at the end is marked by “…”. A first word that is longer than all of `most` stays whole
    up to twice as many, and only a longer one, such as an address, is cut.
    """
    line = " ".join(words[: 4 * most].split())
    if len(line) <= most and len(words) <= 4 * most:
        return line
    end = _last_break(line, most - 1)
    if end == len(line) and len(words) <= 4 * most:
        return line
    return f"{line[:end].rstrip(_DANGLING) or line[:end]}…"


# English sets a quotation inside a quotation in single marks. So nothing within double marks holds one, and
# `QUOTED`, a regular expression for what `quoted` returns, may read from one mark to the next.
_NESTED = str.maketrans("“”„‟", "‘’‚‛")
QUOTED = "“[^“”„‟]*”"


def quoted(words: str, most: int = 70) -> str:
    """Return a person's words as ours name them: in double quotation marks, shortened, the marks within them
    single.
    """
    return f"“{shortened(words, most).translate(_NESTED)}”"


def _last_break(line: str, limit: int) -> int:
    """Return where a line may end, at most at `limit`: before a space, or beside a letter of an unspaced
    script.
    """
    for at in range(min(limit, len(line)), 0, -1):
        if (
            at == len(line)
            or line[at] == " "
            or (_ends_character(line, at) and _UNSPACED.match(line[at - 1]))
        ):
            return at
    first = line.find(" ")
    if 0 < first <= 2 * limit:
        return first
    if first < 0 and len(line) <= 2 * limit:
        return len(line)
    return next((at for at in range(limit, 0, -1) if _ends_character(line, at)), limit)


def _ends_character(line: str, at: int) -> bool:
    """Whether no mark that belongs to the letter before stands at a place (UAX #29, in short)."""
    return not unicodedata.category(line[at]).startswith("M") and "\u200d" not in line[at - 1 : at + 1]


def trim_span(text: str, start: int, end: int) -> Span:
    """Return the span without spaces at its ends; (start, start) when nothing else is in it."""
    return next(_trimmed(text, start, end), (start, start))
