"""A simple guess of a text's language: its script, then its commonest small words. "" when unsure."""

from __future__ import annotations

import re
from collections import Counter

_LOOKED_AT = 20000
_FEWEST_HITS = 4
_SMALLEST_SHARE = 0.08
_FEWEST_OWN, _CLEARLY = 2, 1.25
_SHORT = 40  # spaces
_OF_SHORT = (("ru", re.compile("[\u0400-\u04ff]")), ("ar", re.compile("[\u0600-\u06ff]")))

# Scripts that (nearly) one language of the news uses: first and last code point, ISO 639-1 code.
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0370", "\u03ff", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u0530", "\u058f", "hy"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u1000", "\u109f", "my"),
    ("\u1200", "\u137f", "am"),
    ("\u1780", "\u17ff", "km"),
    ("\uac00", "\ud7a3", "ko"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
)

# The commonest small words of each language; of two that share most of theirs, those that tell them apart
# too.
SMALL_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in (
        ("en",
            "the of and to in that for is on was with as at by it be from has have are were said not this"),
        ("fr", "le la les des et du en un une que est pour dans qui par sur pas au aux plus avec ce ont été "
            "il"),
        ("de", "der die das und den von zu mit ist im des auf für nicht ein eine dem sich auch es an als "
            "wird hat"),
        ("es", "el la los las de que y en un una por con no para su se del al lo como más ha este sus fue"),
        ("tr", "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar ancak değil en ya her göre "
            "oldu"),
        ("it", "il la di che e un una per con non del della dei le si è da nel alla sono gli ha anche più"),
        ("pt", "o os as de que e em um uma para com não do da dos das no na se por mais foi ao são"),
        ("nl", "de het een en van in is dat op te voor met zijn niet aan er om ook als bij door maar naar"),
        ("pl", "i w na z do że się nie jest to o po dla przez od za jak są oraz był było była ze tym tej "
            "jego"),
        ("cs", "a v na se je že do z s o k pro po ve jsou byl byla bylo nebo také podle ale jako by už "
            "které který"),
        ("sv", "och att det som en på är av för med den till i inte har om ett var men han från sade vid "
            "efter"),
        ("da", "og at det som en på er af for med den til i ikke har om et var men han fra siger ved efter "
            "blev"),
        ("nb", "og at det som en på er av for med den til i ikke har om et var men han fra sier ved etter "
            "ble"),
        ("fi", "ja on ei että se oli myös mutta kun joka ovat hän sen mukaan kuin ole jo tai sekä ovat "
            "vuoden sanoi"),
        ("hu", "a az és hogy nem is egy volt meg ez csak de már azt van mint el szerint után lesz ki ezt"),
        ("ro", "și în de la a cu pe că nu este din care o mai un pentru au fost fi sau după prin sunt lui"),
        ("id", "yang dan di untuk dengan itu ini dari pada tidak akan ke dalam telah oleh para juga sudah "
            "bahwa karena"),
        ("ru", "и в не на что с по как это к из у за от для о его но был а до также так при они"),
        ("uk", "і в не на що з по як це до та у за від для про його але був а також так при вони й"),
        ("bg", "и в не на че с по като това към от за е са се да но беше до също при те със ще бе"),
        ("ar", "في من على إلى أن عن التي الذي ما هذا هذه مع بعد كان قد لا أو كما بين وقد ولا ان الى"),
        ("fa", "و در به از که این را با است برای آن یک بود شد هم می تا بر خود های"),
        ("ur", "کے کی میں اور سے کا کو ہے نے پر کہ ہیں اس یہ بھی تھا کر وہ ہو گیا"),
    )
}  # fmt: skip
_WRITTEN_IN: dict[str, tuple[str, ...]] = {
    word: tuple(language for language, small in SMALL_WORDS.items() if word in small)
    for word in frozenset[str]().union(*SMALL_WORDS.values())
}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or "" when there is too little text."""
    head = text[:_LOOKED_AT]
    by_script = script_language(head)
    if by_script:
        return by_script
    words = Counter(word.lower() for word in _WORD.findall(head))
    total = words.total()
    counts = Counter[str]()
    for word in words.keys() & _WRITTEN_IN.keys():
        for language in _WRITTEN_IN[word]:
            counts[language] += words[word]
    hits = sorted(((counts[code], code) for code in SMALL_WORDS), reverse=True)
    (best, code), (_, other) = hits[0], hits[1]
    # Danish and Norwegian, Spanish and Portuguese share most: what both have tells nothing.
    own = sum(words[w] for w in SMALL_WORDS[code] - SMALL_WORDS[other])
    others = sum(words[w] for w in SMALL_WORDS[other] - SMALL_WORDS[code])
    if best < max(_FEWEST_HITS, total * _SMALLEST_SHARE) or own < max(_FEWEST_OWN, others * _CLEARLY):
        return ""
    return code


def likeliest(text: str) -> str:
    """Return the language of `text`; of one too short to tell the one that news in its script is written in
    most.
    """
    found = language_of(text)
    if found or text.count(" ") >= _SHORT:
        return found
    letters = max(1, sum(map(str.isalpha, text)))
    for language, script in _OF_SHORT:
        if len(script.findall(text)) * 2 > letters:
            return language
    return "en"


def primary(tag: str) -> str:
    """Return the language of a tag (RFC 5646, "en-GB") as a code in small letters; "" for ""."""
    return tag.partition("-")[0].strip().lower()


def script_language(text: str) -> str:
    """Return the code of the language that (nearly) alone is written in the script of a text, "" for none."""
    if text.isascii():
        return ""
    counts = Counter(filter(str.isalpha, text))
    letters = counts.total()
    if letters < 10:
        return ""
    # Japanese is written with Han characters too; kana gives it away.
    shares = {
        code: sum(n for char, n in counts.items() if first <= char <= last) / letters
        for first, last, code in _SCRIPTS
    }
    if shares["ja"] > 0.1:
        return "ja"
    return next((code for code, share in shares.items() if share > 0.5), "")
