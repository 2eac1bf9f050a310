"""How far bytes read in an encoding of East Asia or of Thai are a text: 0 to 1.1, as by letters elsewhere."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from briefing.importing.encoding.alphabets import EAST_ASIAN, HANGUL, KANA, THAI_WRITTEN

MOST_DAMAGED = 0.02  # of the characters beyond ASCII; where more mean nothing the guess is refused
_LOOKED_AT = 2_400  # bytes
_SHORT = 0.85
_BY_CHANCE = 5
_AS_THAI = 1.12  # more than any other can have: nothing else reads as Thai throughout
_VOWELS = 0.2  # of the letters of Thai, vowels and tone marks, at least; of Japanese read as Thai fewer
_FEW_LETTERS = 10  # of Thai: half as many characters of East Asia
_MANY = 20  # characters whose spread over the code tells languages apart
_UNLIKELY = 0.7
_HANJA = 0.25  # of the characters of a Korean text, at most: names and terms in brackets
_LOW = 0.85  # of the characters of a Chinese text, at most, are in the rows that Korean keeps its letters in
_KANA = 0.1  # of a Japanese text, at least
_LOW_TRAILS = 0.05  # of a text in Big5, at least, whose second byte is ASCII
_SURE = 0.8
_SIGNS = re.compile(
    "[\u2010-\u206f\u2190-\u27bf\u3000-\u303f\u3200-\u33ff\uff01-\uff5e\u30fb\u30fc\u00b7\u00a7\u00b0\u00b1\u00d7]"
)
_BESIDE_LATIN = re.compile("(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")


def scores(data: bytes) -> list[tuple[str, float]]:
    """Return each encoding with how well the first characters beyond ASCII fit what is written in it."""
    found = [("cp874", _thai(_sample(data, "cp874")))]
    texts: dict[str, str] = {}
    for encoding, charset, leads, letters in EAST_ASIAN:
        if encoding not in texts:
            texts[encoding] = _sample(data, encoding)
        score = _east(texts[encoding], charset, leads, letters)
        found.append((encoding, 0.0 if encoding.startswith("utf-16") and score < _SURE else score))
    return found


def _sample(data: bytes, encoding: str) -> str:
    """Return the start of what is beyond ASCII, decoded; "" where too much of it has no meaning."""
    first = re.search(rb"[\x80-\xff]", data)
    wide = encoding.startswith("utf-16")
    start = 0 if first is None or wide else first.start()
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(data[start : start + _LOOKED_AT])
    damaged = text.count("\ufffd")
    beyond = len(text) - sum(map(text.count, set(filter(str.isascii, text))))
    return "" if damaged > (0 if wide else MOST_DAMAGED) * beyond else text


def _thai(text: str) -> float:
    """Return the share of letters that stand as Thai is written: other scripts read so are mostly marks."""
    letters = sum("\u0e01" <= char <= "\u0e5b" for char in text)
    others = sum(char > "\x7f" for char in text if not _SIGNS.match(char)) - letters
    written = sum(map(len, THAI_WRITTEN.findall(text)))
    if not letters:
        return 0.0
    vowels = sum("\u0e2f" < char < "\u0e4f" for char in text)
    sure = letters > _FEW_LETTERS and vowels > _VOWELS * letters
    return (_AS_THAI if sure else _SHORT) * written / (letters + others)


@dataclass(slots=True)
class _Spread:
    """Characters beyond ASCII: usual ones, all that count, and where in the code they stand."""

    good: float = 0.0
    total: int = 0
    kana: int = 0
    hanja: int = 0
    low: int = 0
    low_trails: int = 0


def _east(text: str, charset: str, leads: tuple[int, int], letters: str) -> float:
    found = Counter(char for char in text if char > "\x7f" and not _SIGNS.match(char))
    spread = _Spread()
    for char, count in found.items():
        _count(spread, char, count, charset, leads, letters)
    if letters == HANGUL:
        # What is more than a text in Hangul has of Chinese characters speaks against it.
        spread.total -= min(spread.hanja, round(_HANJA * spread.total))
    if not spread.total:
        return 0.0
    beside = sum(1 for char in _BESIDE_LATIN.findall(text) if char in found)
    score = max(0.0, spread.good - 1.1 * beside) / max(spread.total, 1)
    # A short word of Cyrillic or Arabic makes two or three characters that are usual by chance.
    score *= 1.0 if spread.total > _BY_CHANCE else _SHORT
    return score * (_UNLIKELY if spread.total >= _MANY and _is_unlike(spread, charset, letters) else 1.0)


def _count(
    spread: _Spread, char: str, count: int, charset: str, leads: tuple[int, int], letters: str
) -> None:
    spread.total += count
    if KANA[0] <= char <= KANA[1]:
        spread.kana += count
        spread.good += 1.1 * count if letters == KANA else 0.0
        return
    chinese = "\u4e00" <= char <= "\u9fa5" or "\uf900" <= char <= "\ufa2d"
    spread.hanja += count if chinese else 0
    if not ("\uac00" <= char <= "\ud7a3" if letters == HANGUL else chinese):
        return
    code = char.encode(charset, "replace")
    spread.good += 1.1 * count if leads[0] <= code[0] <= leads[1] else 0.0
    spread.low += count if 0xB0 <= code[0] <= 0xC8 else 0
    spread.low_trails += count if len(code) > 1 and code[1] < 0x80 else 0


def _is_unlike(spread: _Spread, charset: str, letters: str) -> bool:
    """Return whether no text of a language spreads over its code so: it is another one's, read in it."""
    if letters == KANA:
        return spread.kana < _KANA * spread.total
    if charset == "big5":
        return spread.low_trails < _LOW_TRAILS * spread.total
    return charset == "gb2312" and spread.low > _LOW * spread.total
