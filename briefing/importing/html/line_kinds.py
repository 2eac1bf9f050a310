"""What a line of a page is by itself: prose, a link, a label."""

from __future__ import annotations

import re

from briefing.importing.html.furniture import FOOT, FURNITURE
from briefing.importing.html.markup import MarkupBlock

PROSE = 50  # weight of a line that is more than a label
SENTENCE = re.compile(r"(?:\w\W+\w+\W+\w+[.!?…؟]+|\w{8}[。！？])[”\"'’»)」』]*$")
_END = re.compile(r"\w[”\"'’»)」』]*(?:[。！？]|[.!?…؟।]+(?=[\s”\"'’»)]|$))")
_MOSTLY_LINK = 0.5
# Scripts that write a word in two or three characters: Han, kana and Hangul.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]+")
_OF_DENSE = 2.5  # Latin letters that say as much as one of their characters


# What names the maker of a picture: "(Image: Valley Pictures)" at the end, "Photo by …" as the beginning.
_PICTURE = r"(?:image|photo(?:graph)?|picture|foto|bild|imagen|immagine|fotoğraf|фото)"
_CREDIT = re.compile(
    rf"\(\s*{_PICTURE}(?: credit)?\s*[:/©][^()]{{1,80}}\)\s*$|{_PICTURE}(?: credit)?\s*(?:by\b|[:/©])",
    re.IGNORECASE,
)


def weight(text: str) -> float:
    """Return how much a text says, in characters of the Latin script."""
    if text.isascii():
        return len(text)
    return len(text) + (_OF_DENSE - 1) * sum(map(len, _DENSE.findall(text)))


def count_of_sentences(text: str) -> int:
    """Return how many sentences end in a line."""
    return len(_END.findall(text))


def is_prose(block: MarkupBlock) -> bool:
    """Return whether a line is a sentence or long, not a label, a byline or a link."""
    if is_link(block) or block.role in FURNITURE or block.role == FOOT:
        return False
    return is_long(block) or bool(SENTENCE.search(block.text))


def is_long(block: MarkupBlock) -> bool:
    """Return whether a line is more than a label."""
    return weight(block.text) >= PROSE


def is_link(block: MarkupBlock) -> bool:
    """Return whether most of a line is a link."""
    return block.linked > _MOSTLY_LINK * len(block.text)


def names_maker(text: str) -> bool:
    """Return whether a line says who made a picture, as a caption does."""
    return _CREDIT.match(text) is not None or (text[-1:] == ")" and _CREDIT.search(text) is not None)


def has_words(block: MarkupBlock) -> bool:
    """Return whether there is a letter or a digit in a line."""
    return any(map(str.isalnum, block.text))
