"""Numbers in Chinese characters and in digits with 万 and 亿."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGIT = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "兩": 2}
_TIMES = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN = "".join((*_DIGIT, *_TIMES, *_LARGE))
# Words that count: a single character before one of them is a number, in "统一" or "十分" it is none.
_COUNTED = "人名个個位只架辆輛艘枚次起家所座条條万萬亿億天年月周岁歲公吨噸米元美欧歐英卢%小分"
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<large>[{''.join(_LARGE)}]*)"
    rf"|(?P<han>(?:(?<=百分之)[{_HAN}]+(?:点[{_HAN}]+)?|[{_HAN}]{{2,}}|(?!百分之)[{_HAN}](?=[{_COUNTED}])))"
)
# Behind these a numeral is part of a day's or another word's name: 星期三, 周二, 统一.
_NOT_AFTER = re.compile("(?:星期|礼拜|周|统|第|之)$")


def han_number(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Yield the numbers of a Chinese text: start, end (code points), value, and how far it may be rounded."""
    for match in _NUMBER.finditer(text):
        if match["digits"]:
            plain = match["digits"].replace(",", "")
            scale = 1.0
            for char in match["large"]:
                scale *= _LARGE[char]
            places = len(plain.partition(".")[2])
            rounding = 10.0**-places * scale / 2 if places or scale > 1 else 0.0
            yield match.start(), match.end(), float(plain) * scale, rounding
            continue
        share = text[: match.start()].endswith("百分之")
        if not share and _NOT_AFTER.search(text[max(0, match.start() - 2) : match.start()]):
            continue
        whole, _, decimals = match["han"].partition("点")
        behind = "".join(str(_DIGIT.get(char, 0)) for char in decimals)
        value = _read(whole) + float(f"0.{behind or 0}")
        if value > 1 or share:
            yield match.start(), match.end(), value, 0.0


def _read(numerals: str) -> float:
    if all(c in _DIGIT for c in numerals) and len(numerals) > 1:
        return float("".join(str(_DIGIT[c]) for c in numerals))  # 二〇二四
    total, section, digit = 0, 0, 0
    for char in numerals:
        if char in _DIGIT:
            digit = _DIGIT[char]
        elif char in _TIMES:
            section, digit = section + (digit or 1) * _TIMES[char], 0
        else:
            total, section, digit = (total + section + digit or 1) * _LARGE[char], 0, 0
    return float(total + section + digit)
