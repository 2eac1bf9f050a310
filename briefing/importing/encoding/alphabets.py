"""Letters of languages and the encodings their texts were kept in before Unicode."""

from __future__ import annotations

import re

# The letters beyond ASCII of each language or group, the nine commonest first.
_WESTERN = (
    "éèêëàâçîïôùûüÿœæ",
    "äöüß",
    "áéíóúñüªº¿¡",
    "ãõáéíóúâêôàç",
    "åäöéæøü",
    "àèéìíòóùú",
    "áíóöðéþúæý",
)
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕäô", "áéíóöőúüű", "čćžšđ", "ăâîşţ")
_TURKISH = ("ışğüöçİâîû",)
_BALTIC = ("šėžąįųūęč", "āīēšņūļģķžč", "äõöüšž")
_VIETNAMESE = ("\u0300\u0301\u0323\u0309\u0303đươôáàảãạăâéèêíìóòõúùýĩũ",)
_RUSSIAN = "оеаинтсрвлбгдёжзйкмпуфхцчшщъыьэюя"
_UKRAINIAN = "оаиніветрсбгґдєжзїйклмпуфхцчшщьюя’"
_SERBIAN = "аоиенртсјубвгдђжзклљмњпћфхцчџш"
_BULGARIAN = "аиоентрсвбгджзйклмпуфхцчшщъьюя"
_CYRILLIC = (_RUSSIAN, _UKRAINIAN, _SERBIAN, _BULGARIAN)
_ARABIC = (
    "اليمنوتربثجحخدذزسشصضطظعغفقكهةىئءؤأإآ،؛؟ًٌٍَُِّْـ",
    "ايردنهمتوبپجچحخذزژسشصضطظعغفقکگل،؛؟ئآءأؤ\u200c",
)
_GREEK = ("αοιετσνηυρβγδζθκλμξπφχψωςάέήίόύώϊϋ",)
_HEBREW = ("יוהלארתבשמגדזחטךכםןנסעףפץצק",)

# One row an encoding: its name, its languages, and whether they are written in Latin letters. Order decides
# ties: Windows before ISO before DOS and the Mac, as files of such age are found.
ALPHABETS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("cp1252", _WESTERN, True),
    ("cp1250", _CENTRAL, True),
    ("cp1254", _TURKISH, True),
    ("cp1251", _CYRILLIC, False),
    ("koi8_r", (_RUSSIAN,), False),
    ("koi8_u", (_UKRAINIAN,), False),
    ("cp1256", _ARABIC, False),
    ("cp1253", _GREEK, False),
    ("cp1255", _HEBREW, False),
    ("cp1257", _BALTIC, True),
    ("cp1258", _VIETNAMESE, True),
    ("iso8859_15", _WESTERN, True),
    ("iso8859_2", _CENTRAL, True),
    ("iso8859_5", _CYRILLIC, False),
    ("iso8859_6", _ARABIC[:1], False),
    ("iso8859_7", _GREEK, False),
    ("iso8859_13", _BALTIC, True),
    ("cp850", _WESTERN, True),
    ("cp852", _CENTRAL, True),
    ("cp857", _TURKISH, True),
    ("cp866", _CYRILLIC, False),
    ("cp737", _GREEK, False),
    ("cp862", _HEBREW, False),
    ("mac_roman", _WESTERN, True),
    ("mac_latin2", _CENTRAL, True),
    ("mac_turkish", _TURKISH, True),
    ("mac_cyrillic", _CYRILLIC, False),
)

# The first and last of the letters that only one language has.
HANGUL = "가힣"
KANA = "ぁヾ"

# Thai has marks over and under a consonant, or over such a mark, five vowels before one and three behind.
THAI_WRITTEN = re.compile(
    "[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47\u0e4d]?[\u0e48-\u0e4c]?"
    "[\u0e30\u0e32\u0e33\u0e45]?[\u0e2f\u0e46]?"
)

# East Asian encodings in the order of ties: the charset whose first level holds the usual characters, the
# lead bytes of that level, and the letters that only this language has ("" for none). KS X 1001, JIS X 0208,
# GB 2312 and Big5 all put the characters in daily use before the rest.
EAST_ASIAN: tuple[tuple[str, str, tuple[int, int], str], ...] = (
    ("cp949", "euc_kr", (0xB0, 0xC8), HANGUL),
    ("cp932", "euc_jp", (0xB0, 0xCF), KANA),
    ("euc_jp", "euc_jp", (0xB0, 0xCF), KANA),
    ("gb18030", "gb2312", (0xB0, 0xD7), ""),
    ("big5", "big5", (0xA4, 0xC6), ""),
    ("utf-16-le", "euc_kr", (0xB0, 0xC8), HANGUL),
    ("utf-16-le", "euc_jp", (0xB0, 0xCF), KANA),
    ("utf-16-le", "gb2312", (0xB0, 0xD7), ""),
    ("utf-16-le", "big5", (0xA4, 0xC6), ""),
    ("utf-16-be", "euc_kr", (0xB0, 0xC8), HANGUL),
    ("utf-16-be", "euc_jp", (0xB0, 0xCF), KANA),
    ("utf-16-be", "gb2312", (0xB0, 0xD7), ""),
    ("utf-16-be", "big5", (0xA4, 0xC6), ""),
)
