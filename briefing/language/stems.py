"""One key for the forms of a word: light endings cut from its folded letters, by language.

The English endings are cut more timidly than Porter's (1980): a claim paraphrases its evidence, and two
words that become one by mistake cost more than two forms that stay apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.language.countries import NATIONS
from briefing.language.fold import letters
from briefing.language.lexicon import IRREGULAR, KEPT

_POSSESSIVE = re.compile("'s?$")
_VOWEL = re.compile("[aeiouy]")

# Endings of inflection in other languages, longest first; at least `_LEAST` letters stay.
_LEAST = 4
_ENDINGS_OF: dict[str, str] = {
    "fr": "issements issement ements ement ations ation aient antes ante ants ant erent ees ait ent ons eux "
    "aux ee er ez es al e s x",
    "de": "ungen ung ern em en er es te e s n",
    "es": "aciones acion amente ados adas ado ada ando aron ieron idos ido ida ar er ir os as es o a e s",
    "it": "azioni azione amenti amento amente ando endo ati ata ate ato iti ita ite ito are ere ire i e a o",
    "pt": "acoes acao amente ados adas ado ada ando endo aram eram iram idos ido ida ar er ir os as es o a "
    "e s",
    "nl": "ingen ing heden heid ende end en er e s",
    "sv": "ningarna ningen ning arna erna orna aren ade are ar er or en et na an at a e t n",
    "pl": "owania owanie ami ach owi ego emu ymi imi ych ich ej om ow em ie a y i e u o",
    "tr": "larinin lerinin larini lerini larin lerin lari leri lar ler ndan nden nin nun dan den tan ten da "
    "de ta te ya ye yi i u a e",
    "ru": "иями ями ами иях ого его ому ему ыми ими ией ция ции цию лись лась лось ться тся ить ать еть ила "
    "ило или ала ало али ов ев ей ой ий ый ая яя ое ее ие ые ую юю ам ям ах ях ом ем ым им их ых ил ал ия ии "
    "ию ет ит ут ют ят а я о е ы и у ю й ь",
    "uk": "іями ями ами іях ого его ому ему ими ією ових ові еві ою ею ії ія ію ий ій ої ям ам ях ах ів их "
    "им ом ем а я о е є и і ї у ю ь",
    "ar": "ات ين ون ها هم يه ان ه ي",
}
_ENDINGS = {language: tuple(map(letters, row.split())) for language, row in _ENDINGS_OF.items()}
_ARABIC_HEADS = ("وال", "بال", "كال", "فال", "لل", "ال", "و")


@lru_cache(maxsize=32_768)
def stem(folded: str, language: str) -> str:
    """Return the key of a folded word in a language ("en", "fr" …, "" for an unknown one: no ending is
    cut).
    """
    if language == "en":
        return _english(folded)
    if language == "ar":
        folded = _without_arabic_head(folded)
    for ending in _ENDINGS.get(language, ()):
        if folded.endswith(ending) and len(folded) - len(ending) >= (3 if language == "ar" else _LEAST):
            return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=32_768)
def stem_of(word: str, language: str) -> str:
    """Return the stem of a word as it is written: its letters folded, a possessive ending cut."""
    folded = letters(word)
    return stem(_POSSESSIVE.sub("", folded) if "'" in folded else folded, language)


def _without_arabic_head(word: str) -> str:
    for head in _ARABIC_HEADS:
        if word.startswith(head) and len(word) - len(head) >= 3:
            return word[len(head) :]
    return word


# Endings of verbs and adverbs, and those that make another word; how many letters are left at least.
_INFLECTED = (("ing", 3), ("ed", 3), ("ly", 4))
_DERIVED = (("ment", 4), ("ion", 5), ("ness", 4), ("ity", 5), ("er", 4), ("or", 5))


def _english(word: str) -> str:
    word = NATIONS.get(word, word)
    word = word if word in KEPT else _singular(IRREGULAR.get(word, word))
    if word in KEPT or word in _COUNTRIES:
        return word
    return _even(_underived(_uninflected(IRREGULAR.get(word, word))))


def _uninflected(word: str) -> str:
    for ending, least in _INFLECTED:
        cut = word[: -len(ending)]
        if word.endswith(ending) and len(cut) >= least and cut[-1] != "e" and _VOWEL.search(cut):
            return IRREGULAR.get(cut, _undoubled(cut))
    return word


def _underived(word: str) -> str:
    for ending, least in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return _undoubled(word[: -len(ending)])
    return word


def _even(word: str) -> str:
    """Return a word without a silent last letter, "y" as "i"."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ll"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


def _undoubled(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouyslz":
        return word[:-1]
    return word


_COUNTRIES = frozenset(NATIONS.values())
