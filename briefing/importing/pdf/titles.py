"""The title of a PDF: as its properties state it, or the largest line of words on its first page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from statistics import median

from briefing.importing.common.cleaning import clean
from briefing.importing.pdf.page_line import PageLine

_LONGEST = 300  # code points
_LARGER = 1.15  # times the middle line's letters, which those of a title are at least
_MOST_LINES = 5  # of one title
_LOOKED_AT = 400  # lines of the first page with words
# What programs and templates write where a title belongs.
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|document\d*$|slide \d|print[\W\d]*$|powerpoint"
    r"|layout \d)|.*\.(?:docx?|pdf|indd|qxd|odt|rtf|tex|dvi|pptx?|xlsx?|html?|txt|p65)$|[\W\d_]*$"
    r"|[\W_]*(?:(?:your|the|insert|enter|add|type|paper|article|manuscript|document|report|presentation)\s+)*"
    r"titles?(?:\s+(?:here|goes here|of (?:the |your )?(?:paper|article|report|document)))?[\W_]*$"
    r"|.*\((?:use|apply) (?:the )?style\b|.*\b(?:click|tap) (?:here )?to (?:add|enter|edit)\b"
    r"|.*\btitle page\b.{0,12}$|(?:blank|new) (?:page|document)$|lorem ipsum|(?:scan|img|dsc)[\W_]*\d",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def stated_title(value: str) -> str:
    """Return the title that a file's properties state; "" where a program or a template wrote it."""
    title = clean(value, _LONGEST)
    return title if len(title) > 3 and not _NO_TITLE.match(title) else ""


def is_title(words: str) -> bool:
    """Return whether a line of words can be a title: mostly letters, a word at least, and no placeholder."""
    letters = sum(map(len, _WORD.findall(words)))
    return (
        letters >= 4
        and 2 * letters > len("".join(words.split()))
        and len(words) <= _LONGEST
        and "\t" not in words
        and not _NO_TITLE.match(words)
    )


def largest_line(pages: Iterable[Sequence[PageLine]], repeated: Collection[str]) -> str:
    """Return the words set in the largest letters of the first page with words, lines that go on joined.

    "" where no words are larger than the text. `repeated` words stand at the head or foot of pages.
    """
    lines = next((page for page in pages if page), ())[:_LOOKED_AT]
    mine = [line for line in lines if not (line.aside or line.row or line.text in repeated)]
    if len(mine) < 2:
        return ""
    usual = median([line.size for line in mine for _ in range(1 + len(line.text) // 20)])
    found = [group for group in _groups(mine) if group[0].size >= _LARGER * usual]
    for group in sorted(found, key=lambda group: -group[0].size):
        words = " ".join(line.text for line in group)
        if is_title(words):
            return words
    return ""


def _groups(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    """Return the lines in runs of one size and of lines that stand one below the other."""
    groups: list[list[PageLine]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and len(groups[-1]) < _MOST_LINES
            and abs(line.size - last.size) < 0.05 * last.size
            and -0.3 * line.size < last.base - line.base < 1.8 * line.size
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
