"""Who a file says wrote it: names as they are stated, and nothing that is none.

One rule for all formats. A date, a host, an address and a typesetter's code are no names; an outlet is one
only where no person is named; “Surname, Given” is one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.language.printed_dates import iso_date, labelled_date

_LONGEST = 200  # code points of one name
_MOST = 2_000  # code points of one statement that are read
_PARTED = re.compile(r"\s*[;|&\n•、；]\s*")
# The word between two names, by the language of the page; those of one letter also stand in names.
_AND = {
    "": "and|und|et|och|oraz|og", "en": "and", "de": "und", "fr": "et", "es": "y|e", "it": "e|ed", "pt": "e",
    "ca": "i", "nl": "en", "sv": "och", "da": "og", "no": "og", "nb": "og", "nn": "og", "fi": "ja",
    "et": "ja",
    "pl": "i|oraz", "cs": "a", "sk": "a", "sl": "in", "hr": "i", "sr": "i|и", "bs": "i", "hu": "és",
    "ro": "și|şi", "tr": "ve", "ru": "и", "be": "і|ды", "uk": "та|і|й", "bg": "и", "mk": "и", "el": "και",
    "fa": "و", "ar": "و", "id": "dan", "ms": "dan", "vi": "và", "zh": "和|与", "ja": "と",
}  # fmt: skip
_MAIL = re.compile(r"[<(\[]?(?:mailto:)?[^\s<>()\[\]@,;]{1,100}@[^\s<>()\[\]@,;]{1,200}[>)\]]?")
_LINK = re.compile(r"[<(]?(?:https?:|www\.|//)\S*[>)]?", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[\w-]{1,60}\.){1,4}(?:(?i:com|org|net|gov|edu|info|news|press|int|biz)|[a-z]{2,3})(?:/\S*)?"
)
# "W:CAR:MP:FP", "RPT-2024/17": capitals and figures with signs between them, and no space.
_CODE = re.compile(r"[A-Z0-9]+(?:[:/_\\.-][A-Z0-9]+)*[:/_\\][A-Z0-9]+(?:[:/_\\.-][A-Z0-9]+)*|[\W\d_]*")
_NUMBER = re.compile(r"(?:^|\s)\d+(?:st|nd|rd|th)?(?=[\s.,:/-]|$)|\d{3}|\d[.:/-]\d")
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_PARTICLES = frozenset(("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la",
                        "le", "ten", "ter", "van", "von", "zu"))  # fmt: skip
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mp|qc|kc)\.?", re.IGNORECASE)
# The last word of what is no person.
OUTLET = re.compile(
    r"wire|times|news(?:paper)?|press|gazette|journal|agency|herald|tribune|observer|chronicle|telegraph"
    r"|network|service|broadcasting|radio|television|magazine|review|bureau|correspondents?|editor|reporter"
    r"|staff|writer|reuters|bloomberg|xinhua|anadolu|interfax|afp|ap|dpa|efe|ansa|tass|bbc|cnn|npr|online"
    r"|media|group|office|institute|ministry|redaktion|rédaction|redacción|redazione|редакция",
    re.IGNORECASE,
)


def stated_authors(
    stated: Iterable[str], language: str = "", *, publisher: str = "", inverted: bool = False
) -> tuple[str, ...]:
    """Return the names of the authors that statements hold, each once.

    `language`: the tag of what the names stand in, for the word between two of them. `publisher` is no
    person. `inverted`: a single comma stands between surname and given name (the properties of documents,
    records), not between a name and where somebody works.
    """
    found = [
        name
        for value in stated
        for name in _names(value, language, inverted=inverted)
        if is_stated_name(name)
    ]
    people = [name for name in found if not is_outlet(name, publisher)]
    return tuple(dict.fromkeys(people or found))


def is_stated_name(name: str) -> bool:
    """Return whether what is stated as a name can be one: no date, host, address, code or number."""
    if not name or len(name) > _LONGEST or _CODE.fullmatch(name) or _HOST.fullmatch(name) or "@" in name:
        return False
    return not (_NUMBER.search(name) or _DAY.fullmatch(name) or iso_date(name))


def split_names(value: str, language: str = "") -> tuple[str, ...]:
    """Return the names in "Jane Smith, John Doe and Ali Kaya", in order; each comma parts two."""
    parts = (part for piece in _pieces(value, language) for part in piece.split(","))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def first_last(name: str) -> str:
    """Return "Last, First" or "Last, First, Jr." as "First Last" or "First Last Jr."."""
    last, *rest = (part.strip() for part in name.split(","))
    first = rest[0] if rest else ""
    return " ".join(filter(None, (first, last, *rest[1:])))


def _names(value: str, language: str, *, inverted: bool) -> list[str]:
    bare = _LINK.sub(" ", _MAIL.sub(" ", value[:_MOST])).strip(" ,")
    bare = bare[1:-1] if bare[:1] == "(" and bare[-1:] == ")" else bare
    if not bare or iso_date(bare) or labelled_date(bare):
        return []
    found = [" ".join(piece.strip(" ,").split()) for piece in _pieces(bare, language)]
    pieces = list(filter(None, found))
    if pieces and all(_is_inverted(piece, inverted=inverted or len(pieces) > 1) for piece in pieces):
        return [first_last(piece) for piece in pieces]
    return [name for piece in pieces for name in _listed(piece, inverted=inverted)]


def _listed(piece: str, *, inverted: bool) -> list[str]:
    """Return the names in a list with commas."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if len(parts) > 2 and len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        return [f"{given} {last}" for last, given in zip(parts[0::2], parts[1::2], strict=True)]
    if len(parts) == 2 and inverted and " " not in parts[1] and not is_outlet(parts[1], ""):
        return [piece]
    return [part for n, part in enumerate(parts) if n == 0 or not _is_beside(parts[n - 1], part)]


def _is_beside(before: str, part: str) -> bool:
    """Return whether what stands behind a name is part of it, or where somebody works: a single word behind a
    full name ("Jane Smith, Reuters").
    """
    return _SUFFIX.fullmatch(part) is not None or (" " in before and " " not in part)


def _pieces(value: str, language: str) -> list[str]:
    """Return a statement cut at its signs and words between names; a comma is none of them."""
    own = frozenset(f"and|{_AND.get(language.split('-')[0].lower(), '')}".split("|")) - {""}
    # A page may name another language than that of its names; those words are in no surname.
    words = "|".join(own | set(_AND[""].split("|")))
    found: list[str] = []
    for piece in _PARTED.split(value[:_MOST]):
        start = 0
        for match in re.finditer(rf"[\s,]+(?:{words})\s+|(?<=\w)(?:和|与|と)(?=\w)", piece, re.IGNORECASE):
            word = match[0].strip(" ,")
            sure = (word.lower() in own and len(word) > 1) or not word.isascii()
            if sure or _parts_names(piece[start : match.start()], piece[match.end() :]):
                found.append(piece[start : match.start()])
                start = match.end()
        found.append(piece[start:])
    return found


def _parts_names(before: str, after: str) -> bool:
    """Return whether two whole names stand round a word: one of a letter is also part of surnames, as in
    “Ortega y Gasset”, and one of another language may be no word between names.
    """
    last = before.rpartition(",")[2].split()
    return len(last) > 1 and len(after.split(",")[0].split()) > 1


def _is_inverted(piece: str, *, inverted: bool) -> bool:
    """Return whether a piece is one person, “Surname, Given”."""
    parts = [part.strip() for part in piece.split(",")]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]):
        del parts[2]
    if len(parts) != 2 or not all(parts) or is_outlet(parts[1], ""):
        return False
    last, given = parts[0].split(), parts[1].split()
    alone = len([word for word in last if word.lower() not in _PARTICLES]) == 1
    if not alone or len(given) > 3:
        return False
    return inverted or len(last) > 1 or bool(_INITIALS.fullmatch(parts[1])) or len(given) == 1


def is_outlet(name: str, publisher: str = "") -> bool:
    """Return whether a name is that of an outlet or an office: the `publisher`, or by its last word."""
    words = name.split()
    if publisher and name.casefold() == publisher.casefold():
        return True
    return words[0].lower() == "the" or OUTLET.fullmatch(words[-1]) is not None
