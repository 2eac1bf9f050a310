"""The names of authors, taken apart where that is safe.

A name cut at the wrong place is filed under the wrong letter for ever, so what may be an organisation,
a single name or a name of another script stays whole (`literal`, as CSL calls it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Words that stand before a family name and belong to it (CSL: non-dropping particles).
_PARTICLES = re.compile(
    "van|von|vom|zu|zur|zum|der|den|de|del|della|di|da|dos|das|du|des|la|le|ter|ten|af|av|bin|ibn|bint|abu|al|el",
    re.IGNORECASE,
)
_SUFFIXES = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
# A word that a person's name holds: letters of Latin, Greek or Cyrillic, with marks inside.
_NAME_WORD = re.compile(r"[A-Z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff][^\W\d_]*(?:[-'’.][^\W\d_]*)*\.?")
_ORGANISATIONS = re.compile(
    r"\b(?:agenc|associat|author|bank|board|bureau|cent(?:er|re)|commi[st]|compan|"
    r"council|court|daily|department|desk|division|editor|embass|federation|force|"
    r"forum|foundation|global|government|group|herald|house|institut|international|"
    r"journal|league|magazine|media|ministr|mission|monitor|mo(?:nd|vement)|national|"
    r"network|news|observat|office|organi[sz]|parliament|party|post|press|project|"
    r"radio|report|research|reuters|secretar|service|society|staff|state|studio|"
    r"team|television|times|tribune|union|united|universit|watch|weekly|wire)\w*|"
    r"\b(?:tv|and|of|for|the|on|in|Ltd|Inc|plc|GmbH|AG|A/S|SA|LLC|Co)\b",
    re.IGNORECASE,
)
# "Jong-un", "Jae-in": Korean and Chinese given names, which follow the family's.
_GIVEN_LAST = re.compile(r"[A-Z][a-z]+-[a-z]+")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A person by family and given name, or the whole name as `literal`."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def short(self) -> str:
        """The name as a short citation has it."""
        return self.literal or self.family

    @property
    def inverted(self) -> str:
        """The name as a list filed by names has it: "Low, Ann"."""
        return self.literal or ", ".join(p for p in (self.family, self.given, self.suffix) if p)


def split(name: str) -> Name:
    """Return a name in its parts; whole where it is not plainly that of a person."""
    line = " ".join(name.split())
    before, comma, after = line.partition(",")
    if comma:
        return _turned(line, before.strip(), after.strip())
    words = line.split(" ")
    suffix = words.pop() if len(words) > 2 and _SUFFIXES.fullmatch(words[-1]) else ""
    if not 2 <= len(words) <= _MOST_WORDS + 2 or _ORGANISATIONS.search(line):
        return Name(literal=line)
    at = next((i for i in range(1, len(words) - 1) if _PARTICLES.fullmatch(words[i])), len(words) - 1)
    given, family = words[:at], words[at:]
    plain = [w for w in words if not _PARTICLES.fullmatch(w)]
    known = len(plain) <= _MOST_WORDS and all(_NAME_WORD.fullmatch(w) for w in plain)
    if not known or line.isupper() or _GIVEN_LAST.fullmatch(words[-1]):
        return Name(literal=line)
    return Name(" ".join(family), " ".join(given), suffix)


def _turned(line: str, family: str, rest: str) -> Name:
    """A name that was written "Family, Given": its writer has said where it is to be cut."""
    given, _, suffix = rest.partition(",")
    one = 1 <= len(family.split()) <= 3 and 1 <= len(given.split()) <= 3
    words = [w for w in f"{family} {given}".split() if not _PARTICLES.fullmatch(w)]
    if not one or _ORGANISATIONS.search(line) or not all(_NAME_WORD.fullmatch(w) for w in words):
        return Name(literal=line)
    return Name(family, given.strip(), suffix.strip())
