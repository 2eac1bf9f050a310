"""RTF cut into tokens, and the tables of what its control words mean (RTF Specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# What a token is; a word carries its parameter, None when it has none.
OPEN: Final = "{"
CLOSE: Final = "}"
WORD: Final = "word"
BYTES: Final = "bytes"
Token = tuple[str, bytes, int | None]

_PATTERN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word ends at a space, which belongs to it
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|([^\\{}\r\n\x00]+)"
    rb"|[\r\n\x00]+|\\",
    re.DOTALL,
)


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of `data`; the bytes after \\binN are passed over, as far as there are any."""
    at, size = 0, len(data)
    while at < size:
        for match in _PATTERN.finditer(data, at):
            word, number, escaped, symbol, brace, plain = match.groups()
            if word:
                if word == b"bin" and number:
                    at = match.end() + max(0, int(number))
                    break
                yield WORD, word, int(number) if number else None
            elif plain:
                yield BYTES, plain, None
            elif escaped:
                yield BYTES, bytes((int(escaped, 16),)), 1
            elif brace:
                yield (OPEN if brace == b"{" else CLOSE), brace, None
            elif symbol:
                yield WORD, symbol, None
        else:
            return


CHARACTERS: Final[dict[bytes, str]] = {
    b"tab": "\t", b"line": "\n", b"softline": "\n", b"column": "\n", b"emdash": "—", b"endash": "–",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
    b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c",
    b"ltrmark": "\u200e", b"rtlmark": "\u200f", b"~": "\xa0", b"_": "\u2011", b"\\": "\\", b"{": "{",
    b"}": "}", b"\t": "\t",
}  # fmt: skip
PARAGRAPH_ENDS: Final = frozenset((b"par", b"sect", b"page", b"\n", b"\r"))

# Code pages of \fcharset (as in LOGFONT). 0 and 1 mean the document's own.
FONT_CHARSETS: Final[dict[int, str]] = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL_CHARSET: Final = 2
DOCUMENT_CHARSETS: Final = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}

# Groups whose text is no part of the page.
SKIPPED: Final = frozenset(
    (
        b"colortbl", b"stylesheet", b"listtable", b"listoverridetable", b"revtbl", b"rsidtbl", b"filetbl",
        b"nonshppict", b"shprslt", b"xe", b"tc", b"rxe", b"template", b"operator", b"author",
        b"title", b"subject", b"keywords", b"comment", b"doccomm", b"category", b"manager", b"company",
        b"hlinkbase", b"creatim", b"revtim", b"printim", b"buptim", b"nonesttables", b"objdata", b"objclass",
        b"objname", b"bkmkstart", b"bkmkend", b"generator", b"themedata", b"colorschememapping",
        b"latentstyles",
        b"datastore", b"xmlnstbl", b"panose", b"falt", b"fontemb", b"fontfile", b"atnid", b"atndate",
        b"atnref",
        b"atrfstart", b"atrfend", b"annotation_time", b"pn", b"pnseclvl", b"sp", b"mmathPict", b"mmathPr",
        b"msty", b"mchr", b"mbegChr", b"mendChr", b"msepChr", b"mtype", b"mgrow", b"mlimLoc", b"mnor",
        b"msubHide", b"msupHide", b"mdegHide", b"mpos", b"mvertJc", b"mctrlPr", b"userprops", b"info_other",
        b"ftnsep", b"ftnsepc", b"ftncn", b"aftnsep", b"aftnsepc", b"aftncn", b"private", b"private1",
        b"formfield",
    )
)  # fmt: skip
# Looks of letters and paragraphs: none is a destination, so that "\\*" before one means nothing.
FORMATS: Final = frozenset(
    (
        b"cs", b"ds", b"s", b"ts", b"plain", b"pard", b"b", b"i", b"ul", b"ulnone", b"fs", b"f", b"af", b"cf",
        b"cb", b"highlight", b"lang", b"langfe", b"langnp", b"langfenp", b"loch", b"hich", b"dbch", b"ltrch",
        b"rtlch", b"afs", b"alang", b"ab", b"ai", b"kerning", b"expnd", b"expndtw", b"strike", b"super",
        b"sub", b"nosupersub", b"caps", b"scaps", b"qj", b"ql", b"qr", b"qc", b"intbl", b"itap",
    )
)  # fmt: skip
HEADERS: Final = frozenset(
    f"{name}{side}".encode() for name in ("header", "footer") for side in ("", "l", "r", "f")
)
