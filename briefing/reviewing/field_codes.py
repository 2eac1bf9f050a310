"""Fields of a Word file: which of them are links, and which only say what a program computes (ECMA-376 part
1, 17.16).

A field is written whole (w:fldSimple) or in marks between runs (w:fldChar), with fields inside its code and
its result.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefing.exporting.word.elements import W
from briefing.inline import link_allowed

# Their result is the page's or the program's, and changes by itself.
COMPUTED = frozenset((
    "PAGE", "NUMPAGES", "PAGEREF", "SECTION", "SECTIONPAGES", "DATE", "TIME", "SAVEDATE", "PRINTDATE",
    "CREATEDATE",
    "EDITTIME", "FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS", "REVNUM", "LASTSAVEDBY", "STYLEREF",
))  # fmt: skip
_PAGES = frozenset(("PAGE", "NUMPAGES", "PAGEREF", "SECTION", "SECTIONPAGES"))
_TOKEN = re.compile(r'["“”]((?:\\.|[^"“”\\])*)["“”]|(\\[a-z])(?![a-z])|(\S+)', re.IGNORECASE)
_TAKES_WORDS = ("\\l", "\\o", "\\t")


def target(code: str) -> str:
    """Return the address a HYPERLINK field leads to, "" for another field, a place in the file, or what no
    link may be.

    Switch \\l names a place in what is linked (17.16.5.25).
    """
    found = [(quoted or bare, switch) for quoted, switch, bare in _TOKEN.findall(code)]
    if not found or found[0][0].upper() != "HYPERLINK":
        return ""
    address = place = wanted = ""
    for words, switch in found[1:]:
        if switch:
            wanted = switch.casefold() if switch.casefold() in _TAKES_WORDS else ""
        elif wanted:
            place, wanted = (words if wanted == "\\l" else place), ""
        else:
            address = address or words.replace("\\\\", "\\")
    return joined(address, place)


def joined(address: str, place: str) -> str:
    """Return an address with the place in it that Word keeps apart, "" where no link may lead there."""
    whole = f"{address}#{place}" if address and place and "#" not in address else address
    return whole if link_allowed(whole) else ""


@dataclass(slots=True)
class _OpenField:
    code: str = ""
    shown: bool = False
    gone: bool = False
    href: str = ""
    simple: bool = False

    def show(self) -> None:
        self.shown, self.href = True, "" if self.gone else target(self.code)

    @property
    def name(self) -> str:
        return next(iter(self.code.split()), "").upper()


class Fields:
    """The fields that are open at one place of a walk."""

    def __init__(self, root: etree._Element) -> None:
        self._open: list[_OpenField] = []
        self._whole = _whole(root)

    def start(self, node: etree._Element, *, deleted: bool) -> None:
        """Take in a w:fldChar; a field whose code was deleted is no longer a link."""
        kind = node.get(f"{W}fldCharType", "")
        if kind == "begin":
            if node in self._whole:
                self._open.append(_OpenField(gone=deleted))
        elif self._open and kind == "separate":
            self._open[-1].show()
        elif self._open and kind == "end" and not self._open[-1].simple:
            self._open.pop()

    def simple(self, node: etree._Element) -> None:
        """Take in the start of a w:fldSimple."""
        made = _OpenField(node.get(f"{W}instr", ""), simple=True)
        made.show()
        self._open.append(made)

    def end_simple(self) -> None:
        """Leave a w:fldSimple, and what was left open in it."""
        while self._open and not self._open.pop().simple:
            pass

    def code(self, words: str) -> None:
        """Take in words of a w:instrText."""
        if self._open and not self._open[-1].shown:
            self._open[-1].code += words

    def hides(self, words: str, *, in_claim: bool) -> bool:
        """Whether words are no words of the text: a part of a code, or what a program computes by itself."""
        for place, field in enumerate(self._open):
            if not field.shown:
                field.code += words if all(inner.shown for inner in self._open[place + 1 :]) else ""
                return True
        names = {field.name for field in self._open}
        return bool(names & (_PAGES if in_claim else COMPUTED))

    @property
    def href(self) -> str:
        """The address that words at this place lead to, "" for none."""
        return next((field.href for field in reversed(self._open) if field.href), "")


def _whole(root: etree._Element) -> frozenset[etree._Element]:
    """Return the marks that begin a field which has an end: one without would take in all that follows."""
    found: set[etree._Element] = set()
    stack: list[etree._Element] = []
    for node in root.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType", "")
        if kind == "begin":
            stack.append(node)
        elif kind == "end" and stack:
            found.add(stack.pop())
    return frozenset(found)
