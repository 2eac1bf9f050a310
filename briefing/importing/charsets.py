"""Guessing the one-byte encoding of a text by the letters of the languages written in it."""

from __future__ import annotations

import re

_LOOKED_AT = 20000

# For each encoding, the letters beyond ASCII of the languages it was made for, one string a language.
# Order decides ties, so the Western one stands first.
_ALPHABETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "cp1252",
        ("éèêëàâçîïôùûüÿœæ", "äöüß", "áéíóúñüªº¿¡", "ãõáéíóúâêôàç", "åäöéæøü", "àèéìíòóùú", "áéíóúýþæöð"),
    ),
    ("cp1250", ("ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕäô", "áéíóöőúüű", "čćžšđ", "ăâîşţ")),
    ("cp1254", ("çğıöşüâîûİ",)),
    (
        "cp1251",
        (
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
            "абвгдђежзијклљмнњопрстћуфхцчџш",
        ),
    ),
    ("koi8_r", ("абвгдежзийклмнопрстуфхцчшщъыьэюя",)),
    ("cp1256", ("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئءؤأإآ،؛؟ًٌٍَُِّْـ", "ابپتجچحخدذرزژسشصضطظعغفقکگلمنوهي،؛؟")),
    ("cp1253", ("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ",)),
    ("cp1255", ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",)),
)

_LABELS = {
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "koi8_r": "KOI8-R (Russian)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-8": "UTF-8",
}

# Bytes that mean the same quotes, dashes and signs in all of these Windows encodings say nothing.
_SHARED = re.compile(r"[\x00-\x7f“”‘’‚„–—…•«»°§€£©®™\xa0†‡‰·±]")


def label(encoding: str) -> str:
    """Return the name of an encoding as people know it."""
    return _LABELS.get(encoding, encoding)


def guess(data: bytes) -> str:
    """Return the likeliest one-byte encoding; Windows-1252 where nothing speaks for another."""
    parts = _telling_parts(data)
    best, best_score = "cp1252", 0.0
    for encoding, alphabets in _ALPHABETS:
        text = parts.decode(encoding, "replace")
        score = max(_share(text, frozenset(alphabet)) for alphabet in alphabets)
        if score > best_score:
            best, best_score = encoding, score
    return best


def _telling_parts(data: bytes) -> bytes:
    """Return what holds bytes beyond ASCII, each with the byte before it, as far as one looks."""
    found: list[bytes] = []
    size = 0
    for match in re.finditer(rb"[\x00-\x7f]?[\x80-\xff][^\s]{0,60}", data):
        found.append(match.group())
        size += len(match.group())
        if size > _LOOKED_AT:
            break
    return b" ".join(found)


def _share(text: str, letters: frozenset[str]) -> float:
    """Return the share of the characters beyond ASCII that are `letters`, capitals only at a word's start."""
    good = total = 0
    before = " "
    for char in text:
        if not _SHARED.match(char):
            total += 1
            fits = char in letters or (char.lower() in letters and not before.isalpha())
            good += fits
        before = char
    return good / total if total else 0.0
