"""Guessing the one-byte encoding of a text by the letters of the languages written in it."""

from __future__ import annotations

import re

_LOOKED_AT = 20000
_COMMONEST = 9
_LATIN = ("cp1252", "cp1250", "cp1254")

# For each encoding, the letters beyond ASCII of the languages it was made for, one string a language,
# its nine commonest first. Order decides ties, so the Western one stands first.
_ALPHABETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "cp1252",
        ("éèêëàâçîïôùûüÿœæ", "äöüß", "áéíóúñüªº¿¡", "ãõáéíóúâêôàç", "åäöéæøü", "àèéìíòóùú", "áíóöðéþúæý"),
    ),
    ("cp1250", ("ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕäô", "áéíóöőúüű", "čćžšđ", "ăâîşţ")),
    ("cp1254", ("ışğüöçİâîû",)),
    (
        "cp1251",
        (
            "оеаинтсрвлбгдёжзйкмпуфхцчшщъыьэюя",
            "оаиніветрсбгґдєжзїйклмпуфхцчшщьюя’",
            "аоиенртсјубвгдђжзклљмњпћфхцчџш",
        ),
    ),
    ("koi8_r", ("оеаинтсрвлбгджзйкмпуфхцчшщъыьэюя",)),
    ("cp1256", ("اليمنوتربثجحخدذزسشصضطظعغفقكهةىئءؤأإآ،؛؟ًٌٍَُِّْـ", "ايردنهمتوبپجچحخذزژسشصضطظعغفقکگل،؛؟")),
    ("cp1253", ("αοιετσνηυρβγδζθκλμξπφχψωςάέήίόύώϊϋ",)),
    ("cp1255", ("יוהלארתבשמגדזחטךכםןנסעףפץצק",)),
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
    "iso8859_5": "ISO 8859-5 (Cyrillic)",
    "iso8859_6": "ISO 8859-6 (Arabic)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "shift_jis": "Shift JIS (Japanese)",
    "euc_kr": "EUC-KR (Korean)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-8": "UTF-8",
}

# Bytes that mean the same quotes, dashes and signs in all of these Windows encodings say nothing.
_SHARED = re.compile(r"[\x00-\x7f“”‘’‚„–—…•«»°§€£©®™\xa0†‡‰·±]")


def choices() -> tuple[tuple[str, str], ...]:
    """Return the encodings a person may choose from: name and label."""
    return tuple((name, words) for name, words in _LABELS.items() if not name.startswith("utf-16-be"))


def holds_lines(encoding: str) -> bool:
    """Tell whether the bytes of a line end mean a line end in it, so that lines can be cut out as bytes."""
    return not encoding.startswith(("utf-16", "utf-32"))


def label(encoding: str) -> str:
    """Return the name of an encoding as people know it."""
    return _LABELS.get(encoding, encoding)


def guess(data: bytes) -> str:
    """Return the likeliest one-byte encoding; Windows-1252 where nothing speaks for another."""
    parts = _telling_parts(data)
    best, best_score = "cp1252", 0.0
    for encoding, alphabets in _ALPHABETS:
        text = parts.decode(encoding, "replace")
        score = max(_score(text, alphabet, encoding in _LATIN) for alphabet in alphabets)
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


def _score(text: str, alphabet: str, latin: bool) -> float:
    """Return how well the characters beyond ASCII fit an alphabet: 0 to 1, and 0.1 for common letters.

    A capital inside a word counts half (KOI8-R read as Windows-1251 is all capitals), and a letter of
    another script that touches a Latin one not at all.
    """
    letters, commonest = frozenset(alphabet), frozenset(alphabet[:_COMMONEST])
    good = 0.0
    total = 0
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if _SHARED.match(char):
            continue
        total += 1
        small = char if char in letters else char.lower()
        if small not in letters or (not latin and (_is_latin(before) or _is_latin(after))):
            continue
        good += 0.5 if char not in letters and before.isalpha() else 1.0
        good += 0.1 if small in commonest else 0.0
    return good / total if total else 0.0


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
