"""BibTeX that programs write against its rules: entries without a key, commas with nothing between them."""

from __future__ import annotations

import re

_MARK = re.compile(r"^[ \t]*@[ \t]*(\w+)\s*[{(]|[{}\",]", re.MULTILINE)
_KEYLESS = re.compile(r"\s*[A-Za-z][\w:.+-]*\s*=")
_NO_ENTRIES = frozenset(("string", "preamble", "comment"))


def repaired(text: str) -> str:
    """Return `text` with a key for each entry that begins with a field, and without commas that end nothing.

    Only commas between fields are looked at; braces and quotes keep those of values.
    """
    kept: list[str] = []
    at = depth = keys = 0
    quoted = is_entry = False
    since = -1  # where the last field ended: behind its comma
    for mark in _MARK.finditer(text):
        if mark[1]:
            depth, quoted, is_entry, since = 1, False, mark[1].lower() not in _NO_ENTRIES, -1
            if is_entry and _KEYLESS.match(text, mark.end()):
                keys += 1
                kept += [text[at : mark.end()], f"without-key-{keys},"]
                at = since = mark.end()
        elif mark[0] == '"':
            quoted = quoted != (depth == 1)
        elif mark[0] != ",":
            depth = depth + 1 if mark[0] == "{" else max(0, depth - 1)
        elif depth == 1 and is_entry and not quoted:
            if since >= 0 and not text[since : mark.start()].strip():
                kept += [text[at : mark.start()], " "]
                at = mark.end()
            since = mark.end()
    return "".join([*kept, text[at:]])
