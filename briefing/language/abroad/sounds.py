"""A name across scripts and spellings: the sounds that all of them keep.

Vowels, y, w and what is breathed (h, kh, х, خ) are left out, voiced and unvoiced pairs that scripts mix up
are one: "Kharkiv", "Charkiw", "Járkov", "Харьков" and "خاركيف" are all "rkf". The letters follow ISO 9
(Cyrillic), ISO 843 (Greek), ISO 233 (Arabic) and ISO 259 (Hebrew) as far as a sound goes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.language.fold import letters


def _table(rows: str) -> dict[str, str]:
    """Return a table written as "letters sound, letters sound" by letter; "-" is no sound."""
    pairs = (row.split() for row in rows.split(","))
    return {char: "" if sound == "-" else sound for chars, sound in pairs for char in chars}


_CYRILLIC = _table("бп b, вф f, гґжђ g, д d, зсц s, к k, лљ l, м m, нњ n, р r, т t, йјх -, чћ C, шщ S, џ g")
_GREEK = _table("βφ f, γ g, δ d, ζσς s, θτ t, κ k, λ l, μ m, ν n, ξ ks, π b, ρ r, χ -, ψ bs")
_ARABIC = _table("""بپ b, تثط t, جژغگ g, چ C, حخعه -, ذدضظ d, ر r, زسص s, ش S, ف f, قكک k, ل l, م m, ن n""")
_HEBREW = _table("בפף b, ג g, דט d, זסצץ s, ח -, קכך k, ל l, םמ m, ןנ n, ר r, ש S, ת t")
_OF_LETTER = {**_CYRILLIC, **_GREEK, **_ARABIC, **_HEBREW}
_LATIN = _table("bp b, ckq k, d d, fv f, gj g, l l, m m, n n, r r, sz s, t t, x ks")
_SHIFTS: tuple[tuple[str, str], ...] = (
    ("sch", "S"), ("tch", "C"), ("sh", "S"), ("zh", "g"), ("kh", ""), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("gh", "g"), ("ck", "k"), ("ts", "s"), ("tz", "s"), ("cz", "C"), ("sz", "S"), ("dj", "g"),
)  # fmt: skip
# Where the letters of a language sound otherwise: letters and sound.
_SPOKEN: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (("tsch", "C"), ("ch", ""), ("w", "f"), ("j", "")),
    "pl": (("ch", ""), ("w", "f"), ("j", "")),
    "nl": (("sj", "S"), ("ch", ""), ("w", "f"), ("j", "")),
    "es": (("ch", "C"), ("j", "")),
    "fr": (("ch", "S"),),
    "tr": (("ç", "C"), ("ş", "S")),
    "it": (("ch", "k"),),
}
_DEFAULT = (("ch", "C"),)
_HARD = re.compile("c(?=[eiy])")
_ENDINGS = 2  # sounds that a case may add


@lru_cache(maxsize=32_768)
def sounds(word: str, language: str) -> str:
    """Return the sounds of a word that every spelling of it keeps, "" for none."""
    low = word.lower()
    spoken = _SPOKEN.get(language, _DEFAULT)
    for way, sound in spoken:
        if not way.isascii():
            low = low.replace(way, sound)
    plain = "".join(char if char.isupper() else letters(char) for char in low)
    for way, sound in (*((w, s) for w, s in spoken if w.isascii()), *_SHIFTS):
        plain = plain.replace(way, sound)
    plain = _HARD.sub("s", plain)
    found = "".join(char if char.isupper() else _OF_LETTER.get(char, _LATIN.get(char, "")) for char in plain)
    return re.sub(r"(.)\1+", r"\1", found)


def alike(name: str, word: str) -> bool:
    """Return whether the sounds of a word can be those of a name, with an ending of its language or one sound
    that differs.
    """
    if name == word:
        return True
    if len(name) < 2:
        return not name
    if word.startswith(name) and len(word) - len(name) <= (_ENDINGS if len(name) > 2 else 1):
        return True
    return min(len(name), len(word)) > 2 and _one_apart(name, word)


def _one_apart(one: str, two: str) -> bool:
    """Return whether two texts differ by one character that is put in, left out or exchanged."""
    if abs(len(one) - len(two)) > 1:
        return False
    if len(one) == len(two):
        return len(one) > 3 and sum(a != b for a, b in zip(one, two, strict=True)) == 1
    short, long = sorted((one, two), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
