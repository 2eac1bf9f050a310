"""The list of what left in a text file: a comment at its end, which Pandoc, Python-Markdown and browsers do
not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.errors import BadInput
from briefing.exporting import sent_lines
from briefing.exporting.sent_lines import SentLine

_OPEN = "<!-- What left, packed. `verify` holds the file against it, line by line."
_BLOCK = re.compile(r"<!-- What left, packed\.[^\n]*\n([A-Za-z0-9+/=\s]*)-->\n?")
_BODY_ENDS = "</body>"


def comment(lines: Iterable[SentLine]) -> str:
    """Return the list as a comment of HTML and Markdown, with a line feed at its end."""
    return f"{_OPEN}\n{sent_lines.dump(lines)}\n-->\n"


def before_body_ends(page: str, block: str) -> str:
    """Return an HTML page with a block put in where its body ends."""
    head, end, tail = page.rpartition(_BODY_ENDS)
    return f"{head}{block}{end}{tail}"


def apart(text: str) -> tuple[str, tuple[SentLine, ...] | None, str]:
    """Return a text without its list, the lines of the list (None where there is none that is whole), and in
    a sentence what is wrong with a list that is not, "" for nothing.
    """
    found = _BLOCK.findall(text)
    *before, last = _BLOCK.split(text)[::2]
    bare = "\n".join((*(piece.rstrip("\n") for piece in before), last))
    if len(found) > 1:
        return bare, None, "This file holds several lists of exported lines."
    try:
        return bare, sent_lines.load(found[0]) if found else None, ""
    except BadInput as error:
        return bare, None, error.message
