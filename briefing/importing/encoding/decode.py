"""Bytes to text: byte order mark, strict UTF-8, declared charset, then a guess that is flagged."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing.importing.encoding.charsets import guess, label
from briefing.importing.sniff import bom_of, wide_encoding
from briefing.text import normalise

# Names that decode bytes but are no text encodings of files.
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
# The WHATWG Encoding Standard reads these labels as the wider encoding, as every browser does.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin_1": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Texts in ASCII bytes that announce themselves by an escape sequence (ISO/IEC 2022, RFC 1468).
_ESCAPED = re.compile(rb"\x1b\$[@B]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` is as decoded, not normalised. `guessed`: nothing in or around the bytes named the encoding."""

    text: str
    encoding: str
    guessed: bool = False
    notices: tuple[str, ...] = ()


def decode(data: bytes, charset: str = "") -> Decoded:
    """Return the text of `data`. Never raises: bytes without meaning become U+FFFD, with a notice."""
    mark = bom_of(data)
    if mark is not None:
        return _tolerant(data[len(mark[0]) :], mark[1], guessed=False)
    wide = wide_encoding(data)
    if wide:
        return _tolerant(data, wide, guessed=True)
    declared = _codec(charset)
    if not declared and _ESCAPED.search(data) and data.isascii():
        return _tolerant(data, "iso2022_jp", guessed=True)
    for encoding in (declared if _shifts(declared) else "", "utf-8", declared):
        text = _strict(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return _guessed(data, declared)


def read_text(data: bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the normalised source text of `data` and the notices of its decoding."""
    decoded = decode(data, charset)
    text, lost = normalised(decoded.text)
    return text, decoded.notices + lost


def normalised(raw: str) -> tuple[str, tuple[str, ...]]:
    """Return `text.normalise(raw)` and a notice when characters, other than a BOM, were left out."""
    text = normalise(raw)
    lost = len(raw.replace("\r\n", "\n").replace("\ufeff", "")) - len(text)
    if not lost:
        return text, ()
    what = (
        "1 character that no text can hold was"
        if lost == 1
        else f"{lost:,} characters that no text can hold were"
    )
    return text, (f"{what} left out (NUL and the like).",)


def _guessed(data: bytes, declared: str) -> Decoded:
    """Nothing decodes strictly: damaged UTF-8 when most of it is sound, else a guess by letters."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - broken
    encoding = "utf-8" if sound > broken else guess(data)
    result = _tolerant(data, encoding, guessed=True)
    if not declared:
        return result
    notice = f"The text was declared to be {label(declared)}, which it is not."
    return Decoded(result.text, result.encoding, True, (notice, *result.notices))


def _tolerant(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    text = _strict(data, encoding)
    notices: tuple[str, ...] = ()
    if guessed:
        notices += (
            f"The encoding is not stated; {label(encoding)} was guessed. Check the accented letters.",
        )
    if text is None:
        text = data.decode(encoding, "replace")
        count = text.count("\ufffd")
        notices += (f"Damaged characters, shown as \ufffd: {count:,}.",)
    return Decoded(text, encoding, guessed, notices)


def _strict(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def is_known(charset: str) -> bool:
    """Return whether a name means an encoding of texts."""
    return bool(_codec(charset))


def _codec(charset: str) -> str:
    """Return Python's name of a declared charset, or "" for one that is unknown or no text encoding."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name if charset.isascii() else ""
        b"".decode(name or "undefined")
    except (LookupError, ValueError):
        return ""
    if name in _REFUSED:
        return ""
    return _WIDER.get(name, name)


def _shifts(encoding: str) -> bool:
    """Return whether an encoding writes foreign letters in ASCII bytes, so that it passes as UTF-8."""
    return encoding.startswith(("iso2022", "hz", "utf-7"))
