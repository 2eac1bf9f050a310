"""Guessing the encoding of a text by the letters of the languages written in it."""

from __future__ import annotations

import re

from briefing.importing.encoding.alphabets import ALPHABETS
from briefing.importing.encoding.unspaced_scripts import MOST_DAMAGED, scores

_LOOKED_AT = 2_000  # bytes
_GLANCE = 400  # bytes, by which the encodings are chosen that are looked at more closely
_SHORT_LIST = 10
_TRIED = 6  # encodings whose damage is counted, from the likeliest
_MOST_DECODED = 200_000  # bytes
_COMMONEST = 9
# Where little speaks for any, the encodings that most old files are in go before the others.
_USUAL = ("cp125", "koi8")
_RARER = 0.3  # over the bytes looked at

_LABELS = {
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp1258": "Windows-1258 (Vietnamese)",
    "iso8859_2": "ISO 8859-2 (Central European)",
    "iso8859_5": "ISO 8859-5 (Cyrillic)",
    "iso8859_6": "ISO 8859-6 (Arabic)",
    "iso8859_7": "ISO 8859-7 (Greek)",
    "iso8859_13": "ISO 8859-13 (Baltic)",
    "iso8859_15": "ISO 8859-15 (Western European)",
    "koi8_r": "KOI8-R (Russian)",
    "koi8_u": "KOI8-U (Ukrainian)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp932": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "iso2022_jp": "ISO-2022-JP (Japanese)",
    "cp949": "EUC-KR (Korean)",
    "cp874": "Windows-874 (Thai)",
    "cp737": "DOS 737 (Greek)",
    "cp850": "DOS 850 (Western European)",
    "cp852": "DOS 852 (Central European)",
    "cp857": "DOS 857 (Turkish)",
    "cp862": "DOS 862 (Hebrew)",
    "cp866": "DOS 866 (Cyrillic)",
    "mac_roman": "Macintosh (Western European)",
    "mac_latin2": "Macintosh (Central European)",
    "mac_turkish": "Macintosh (Turkish)",
    "mac_cyrillic": "Macintosh (Cyrillic)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-8": "UTF-8",
}

# Punctuation says nothing about an encoding, save where it stands as none does.
_QUOTES = frozenset("“”‘’‚„–—…•«»‹›")
_SIGNS = frozenset("°§€£©®™†‡‰·±¿¡½¼¾²³¹\xa0№")


def choices() -> tuple[tuple[str, str], ...]:
    """Return the encodings a person may choose from: name and label."""
    return tuple((name, words) for name, words in _LABELS.items() if not name.startswith("utf-16-be"))


def holds_lines(encoding: str) -> bool:
    """Return whether the bytes of a line end mean a line end in it, so that lines can be cut out as bytes."""
    return not encoding.startswith(("utf-16", "utf-32"))


def label(encoding: str) -> str:
    """Return the name of an encoding as people know it."""
    return _LABELS.get(encoding, encoding)


def guess(data: bytes) -> str:
    """Return the likeliest encoding; Windows-1252 where nothing speaks for another.

    One in which more than a few characters would mean nothing is refused, unless all are.
    """
    parts = _distinctive_parts(data)
    if _only_signs(parts.decode("cp1252", "replace")):
        return "cp1252"
    first = sorted(_by_letters(parts[:_GLANCE], ALPHABETS), key=lambda found: -found[1])[:_SHORT_LIST]
    names = {encoding for encoding, _ in first}
    found = _by_letters(parts, tuple(row for row in ALPHABETS if row[0] in names))
    likely = sorted([("cp1252", 0.0), *found, *scores(data)], key=lambda one: -one[1])
    sound = (encoding for encoding, score in likely[:_TRIED] if score > 0 and not _damages(data, encoding))
    return next(sound, likely[0][0])


def _by_letters(parts: bytes, rows: tuple[tuple[str, tuple[str, ...], bool], ...]) -> list[tuple[str, float]]:
    """Return the encodings with how well the letters of their languages fit."""
    found = []
    for encoding, alphabets, latin in rows:
        text = parts.decode(encoding, "replace")
        score = max(_score(text, alphabet, latin) for alphabet in alphabets)
        score -= 0.0 if encoding.startswith(_USUAL) else _RARER / (len(parts) or 1)
        found.append((encoding, score))
    return found


def _damages(data: bytes, encoding: str) -> bool:
    """Return whether more than a few of the characters beyond ASCII have no meaning in an encoding."""
    text = data[:_MOST_DECODED].decode(encoding, "replace")
    damaged = text.count("\ufffd")
    return damaged > 1 and damaged > MOST_DAMAGED * sum(char > "\x7f" for char in text)


def _distinctive_parts(data: bytes) -> bytes:
    """Return what holds bytes beyond ASCII, each with the byte before it, as far as one looks."""
    found: list[bytes] = []
    size = 0
    for match in re.finditer(rb"[\x00-\x7f]?[\x80-\xff][^\s]{0,60}", data):
        found.append(match.group())
        size += len(match.group())
        if size > _LOOKED_AT:
            break
    return b" ".join(found)


def _score(text: str, alphabet: str, latin: bool) -> float:
    """Return how well the characters beyond ASCII fit an alphabet: 0 to 1, and 0.1 for common letters.

    A capital inside a word counts half (KOI8-R read as Windows-1251 is all capitals); a letter that touches
    a digit, or one of another script that touches a Latin one, not at all, nor does a sign within a word.
    """
    letters, commonest = frozenset(alphabet), frozenset(alphabet[:_COMMONEST])
    good = 0.0
    total = 0
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        small = char if char in letters else char.lower()
        if char <= "\x7f" or (small not in letters and _is_at_home(before, char, after)):
            continue
        total += 1
        if small not in letters or (not latin and (_is_latin(before) or _is_latin(after))):
            continue
        if _are_digits(before + after):
            continue
        good += 0.5 if char not in letters and before.isalpha() else 1.0
        good += 0.1 if small in commonest else 0.0
    return good / total if total else 0.0


def _are_digits(around: str) -> bool:
    """Return whether what stands before and after a letter is a digit or two, but for a space."""
    return around.isascii() and around.strip().isdigit()


def _only_signs(text: str) -> bool:
    """Return whether nothing beyond ASCII is a letter, and each sign stands where such does."""
    around = zip(" " + text, text, text[1:] + " ", strict=False)
    return all(char <= "\x7f" or _is_at_home(before, char, after) for before, char, after in around)


def _is_at_home(before: str, char: str, after: str) -> bool:
    """Return whether a character is punctuation that stands where such does."""
    if char in _QUOTES:
        return char == "’" or not (before.isalpha() and after.isalpha()) or char in "–—…"
    return char in _SIGNS and not (before.isalpha() and after.isalpha())


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
