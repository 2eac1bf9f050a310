"""A simple guess of a text's language: its script, then its commonest small words. "" when unsure."""

from __future__ import annotations

import re
from collections import Counter

_LOOKED_AT = 20000
_FEWEST_HITS = 4
_SMALLEST_SHARE = 0.08

# Scripts that (nearly) one language of the news uses: first and last code point, ISO 639-1 code.
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0370", "\u03ff", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u0530", "\u058f", "hy"),
    ("\uac00", "\ud7a3", "ko"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
)

_STOP_WORDS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (code, frozenset(words.split()))
    for code, words in (
        (
            "en",
            "the of and to in that for is on was with as at by it be from has have are were said not this",
        ),
        (
            "fr",
            "le la les des et du en un une que est pour dans qui par sur pas au aux plus avec ce ont été il",
        ),
        (
            "de",
            "der die das und den von zu mit ist im des auf für nicht ein eine dem sich auch es an als wird hat",
        ),
        ("es", "el la los las de que y en un una por con no para su se del al lo como más ha este sus fue"),
        (
            "tr",
            "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar ancak değil en ya her göre oldu",
        ),
        ("it", "il la di che e un una per con non del della dei le si è da nel alla sono gli ha anche più"),
        ("pt", "o os as de que e em um uma para com não do da dos das no na se por mais foi ao são"),
        ("nl", "de het een en van in is dat op te voor met zijn niet aan er om ook als bij door maar naar"),
        ("ru", "и в не на что с по как это к из у за от для о его но был а до также так при они"),
        ("uk", "і в не на що з по як це до та у за від для про його але був а також так при вони й"),
        ("ar", "في من على إلى أن عن التي الذي ما هذا هذه مع بعد كان قد لا أو كما بين وقد ولا ان الى"),
        ("fa", "و در به از که این را با است برای آن یک بود شد هم می تا بر خود های"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or "" when there is too little to tell."""
    head = text[:_LOOKED_AT]
    by_script = _by_script(head)
    if by_script:
        return by_script
    words = Counter(word.lower() for word in _WORD.findall(head))
    total = words.total()
    hits = sorted(((sum(words[w] for w in stop), code) for code, stop in _STOP_WORDS), reverse=True)
    (best, code), (second, _) = hits[0], hits[1]
    if best < _FEWEST_HITS or best < total * _SMALLEST_SHARE or best < second * 1.25:
        return ""
    return code


def _by_script(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 10:
        return ""
    counts = {code: sum(first <= c <= last for c in letters) for first, last, code in _SCRIPTS}
    # Japanese is written with Han characters too; kana gives it away.
    if counts["ja"] * 10 > len(letters):
        return "ja"
    return next((code for code, count in counts.items() if count * 2 > len(letters)), "")
