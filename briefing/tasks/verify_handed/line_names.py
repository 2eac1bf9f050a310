"""The lines of a file by names that a reader knows: the likelihood of the judgement “…”, note 4 of the claim
“…”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.exporting.sent_lines import MARK, SentLine
from briefing.text import quoted, shortened

_BETWEEN = re.compile(rf"{MARK}(?:[\s,]*{MARK})*")  # the marks of neighbouring notes
_STATEMENTS = ("claim", "judgement")
_EDGES = ("header", "footer")
_ENTRIES = {
    "source": "The entry of the source list",
    "banner": "The warning",
    "contents": "The entry of the contents",
}
_OF_JUDGEMENTS = ("likelihood", "confidence", "horizon")


def words_of(line: SentLine, most: int = 70) -> str:
    """Return the beginning of a line for a message, in quotation marks; marks of notes left out."""
    words = _BETWEEN.sub("", line.words).strip()
    return quoted(words or line.words.replace(MARK, "[note]"), most)


def _edge(line: SentLine) -> str:
    """Return “footer of the first page”, or “header” where the file does not say of which pages."""
    return f"{line.kind} of the {line.part}" if line.part else line.kind


def _column(line: SentLine) -> str:
    """Return the name of the column that a cell stands in, as the beginning of a sentence."""
    name = line.part.casefold()
    return f"The {name}" if name in _OF_JUDGEMENTS else f"“{line.part}”"


class Names:
    """Names the lines of one list by their place in it."""

    def __init__(self, lines: Sequence[SentLine]) -> None:
        self._lines = lines
        self._headings: list[int] = []
        self._subjects: list[int] = []
        heading = subject = -1
        for at, line in enumerate(lines):
            self._headings.append(heading)
            self._subjects.append(subject)
            if line.kind == "heading":
                heading, subject = at, -1
            elif line.kind in (*_STATEMENTS, "label", "text", "source") or self._opens_row(at):
                subject = at

    def heading(self, at: int) -> str:
        """Return the text of the heading over a line, "" for none."""
        found = self._headings[at]
        return self._lines[found].words if found >= 0 else ""

    def under(self, at: int) -> str:
        """Return “under “Situation””, or where else a line stands."""
        line, heading = self._lines[at], self.heading(at)
        if line.kind in _EDGES:
            return f"in the {_edge(line)}"
        return f"under “{shortened(heading)}”" if heading else "at the beginning"

    def name(self, at: int) -> str:
        """Return the name of a line, as the beginning of a sentence."""
        line = self._lines[at]
        if line.kind in _EDGES:
            return f"The {_edge(line)}"
        if line.kind in ("heading", *_STATEMENTS):
            return f"The {line.kind} {words_of(line)}"
        if line.kind in _ENTRIES:
            return f"{_ENTRIES[line.kind]} {words_of(line, 50)}"
        subject = self._subject(at)
        if line.kind == "note":
            return f"Note {line.part}{f' of {subject}' if subject else ''}"
        if line.kind == "fact":
            return f"“{self._lines[self._subjects[at]].words}”" if self._subjects[at] >= 0 else "A fact"
        if line.part and line.kind in ("cell", "judged"):
            whose = f"of {subject}" if subject and self._subjects[at] != at else words_of(line)
            return f"{_column(line)} {whose}"
        if line.kind == "row" and subject:
            return f"A line under {subject}"
        if line.kind == "front":
            return f"“{line.part}” in the head of the file"
        return f"A line {self.under(at)}"

    def _subject(self, at: int) -> str:
        found = self._subjects[at]
        if found < 0:
            return ""
        line = self._lines[found]
        return f"the {line.kind} {words_of(line, 50)}" if line.kind in _STATEMENTS else words_of(line, 50)

    def _opens_row(self, at: int) -> bool:
        """Whether a cell stands in the first column of its table."""
        line = self._lines[at]
        if line.kind != "cell" or not line.part:
            return False
        first = next((i for i in range(at, -1, -1) if self._lines[i].kind == "head"), -1)
        while first > 0 and self._lines[first - 1].kind == "head":
            first -= 1
        return first >= 0 and self._lines[first].words == line.part
