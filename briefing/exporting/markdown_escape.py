"""Words as Markdown that Pandoc and Python-Markdown read back as the same words.

Escaped with a backslash where both know it, else as an entity. Pandoc's `markdown` gives meaning to
more than CommonMark (citations, math, sub- and superscript, “smart” punctuation), so those count too.
Most words need none of it: each step looks first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from briefing.inline import Run

# The spaces other than space and line feed (`str.isspace`) are cut by both readers at some places.
_SPECIALS = "\\\\`*_{}\\[\\]<>|~^$@\t\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SINGLE = re.compile(f"[{_SPECIALS}]")
_ORDINARY = re.compile(f"[^{_SPECIALS}]*")  # half the time of a search for one of them
_AMPERSAND = re.compile(r"&(?=[#A-Za-z])")
_ROWS = (("--", re.compile("--+")), ("..", re.compile(r"\.\.+")))
_BLANKS = re.compile(r"(?<= ) +|(?m:^ +)| +(?=\n)")
_QUOTE_MARKS = re.compile("[\"'“”‘]")
_DOUBLE_MARKS = ('"', "“", "”")
_BACKSLASHED = frozenset("\\`*_{}[]")
_LINE_START = re.compile(
    r"(?:(?P<mark>[-+#=:%])|(?P<open>\()?(?P<item>[0-9A-Za-z]{1,9}+|"
    r"\#)(?P<stop>[.)])(?=\s|$)|(?P<caption>[Tt]able)(?=:))"
)
_WRITTEN = re.compile(r"\\(.)|&(?:#\d+|[A-Za-z]+);| {2}\n {4}|\n\n {4}", re.DOTALL)
_TOUCHED = re.compile(r"[\\&\n]")
_NAMED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "“": "&ldquo;",
    "”": "&rdquo;",
    "‘": "&lsquo;",
}


def escaped(words: str) -> str:
    """Return words for any place of a line, the first too. Line feeds are left as they are."""
    words = inside(words)
    if "\n" in words:
        return "\n".join(
            _LINE_START.sub(_at_start, line, count=1) if _LINE_START.match(line) else line
            for line in words.split("\n")
        )
    return _LINE_START.sub(_at_start, words, count=1) if _LINE_START.match(words) else words


def inside(words: str) -> str:
    """Return words for a place that is not the first of a line."""
    if "&" in words:
        words = _AMPERSAND.sub("&amp;", words)
    if not _ORDINARY.fullmatch(words):
        words = _SINGLE.sub(_special, words)
    for two, row in _ROWS:
        if two in words:
            words = row.sub(lambda m: "".join(f"\\{char}" for char in m.group()), words)
    if "  " in words or "\n" in words or words.startswith(" "):
        words = _BLANKS.sub(lambda m: "&#32;" * len(m.group()), words)
    return words


def quoted(words: str) -> str:
    """Return the text of a quote for a note: nothing that a “smart” reader would change, and quotation
    marks only as entities, so that the first literal ” ends the quote. Lines are indented as a note's.

    Three and more line feeds in a row become two: a paragraph.
    """
    words = escaped(held(words))
    if not words.isascii() or '"' in words or "'" in words:
        words = _QUOTE_MARKS.sub(_entity, words)
    if "\n" not in words:
        return words
    return re.sub(r"\n+", lambda m: "\n\n    " if len(m.group()) > 1 else "  \n    ", words)


def opening_mark(quote: str) -> str:
    """Return the mark before a quote. Pandoc takes a literal “ as the start of a quotation and ends it at
    the first mark inside; an entity it leaves alone.
    """
    return "&ldquo;" if any(mark in quote for mark in _DOUBLE_MARKS) else "“"


def held(words: str) -> str:
    """Return what Markdown can hold of a quote: line feeds at its ends and more than two in a row go."""
    return re.sub(r"\n{3,}", "\n\n", words).strip("\n") if "\n" in words else words


def unquoted(written: str) -> str:
    """Return the words that `quoted` wrote."""
    return _WRITTEN.sub(_read, written) if _TOUCHED.search(written) else written


def _special(match: re.Match[str]) -> str:
    char = match.group()
    return f"\\{char}" if char in _BACKSLASHED else _entity(match)


def _entity(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED.get(char) or f"&#{ord(char)};"


def _at_start(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}" if match["mark"] in "-+#" else f"&#{ord(match['mark'])};"
    if match["caption"]:
        return f"&#{ord(match['caption'][0])};{match['caption'][1:]}"
    item = "\\#" if match["item"] == "#" else match["item"]
    opening = "\\(" if match["open"] else ""
    return f"{opening}{item}\\{match['stop']}"


def _read(match: re.Match[str]) -> str:
    found = match.group()
    if found[0] == "\\":
        return match[1]
    return html.unescape(found) if found[0] == "&" else found.replace(" ", "")


def styled(runs: Sequence[Run]) -> str:
    """Return runs as inline Markdown."""
    if len(runs) == 1 and not (runs[0].bold or runs[0].italic or runs[0].link):
        lead, words, trail = _apart(runs[0].text)
        return f"{lead}{escaped(words)}{trail}"
    written: list[str] = []
    after_mark = False
    for number, run in enumerate(runs):
        lead, words, trail = _apart(run.text)
        marks = "*" * (run.italic + 2 * run.bold) if words else ""
        if marks and after_mark and not lead:
            # Two rows of asterisks side by side would be read as one.
            written.append("<!-- -->")
        words = inside(words) if number else escaped(words)
        words = f"{marks}{words}{marks}"
        linked = f"[{words}]({address(run.link)})" if run.link and words else words
        written.append(f"{lead}{linked}{trail}")
        after_mark = bool(marks) and not run.link and not trail
    return "".join(written)


def _apart(words: str) -> tuple[str, str, str]:
    """Spaces at the ends of a styled run would undo its style."""
    bare = words.strip(" ")
    if len(bare) == len(words):
        return "", words, ""
    at = len(words) - len(words.lstrip(" "))
    return words[:at], bare, words[at + len(bare) :]


def address(url: str) -> str:
    """Return a safe link (`format_helpers.safe_link`) for the round brackets of a Markdown link."""
    return url.replace("&", "&amp;")


def cell(words: str) -> str:
    """Return words for a cell of a pipe table."""
    return escaped(words) or " "
