"""Cleaning what comes from outside before it stands in a field, a list or a message.

Bidi overrides can make a name read as another one (UTS #55, "Trojan Source"); control characters
break lines and terminals.
"""

from __future__ import annotations

import re

TITLE_LIMIT = 300
FIELD_LIMIT = 200
URL_LIMIT = 2000
NOTICE_LIMIT = 500
NAME_LIMIT = 200
AUTHORS_LIMIT = 40

# Soft hyphen, bidi marks, embeddings, overrides and isolates, invisible operators, BOM, surrogates,
# non-characters, tags. Joiners U+200C/D stay: Persian and emoji need them.
_UNSEEN = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f]+"
)
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def clean(value: str, limit: int = FIELD_LIMIT) -> str:
    """Return `value` on one line without unseen characters, at most `limit` code points long."""
    # Ten times the limit bounds the work on a hostile value; only spaces beyond it could matter.
    line = _BREAKS.sub(" ", _UNSEEN.sub("", value[: limit * 10])).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def clean_name(path: str) -> str:
    """Return the base name of a path, cleaned and capped with its suffix kept; "" when nothing is left.

    Both kinds of slash end a folder, whatever the system: no part of a path may leak into a brief.
    """
    name = clean(re.split(r"[/\\]", path)[-1], 10 * NAME_LIMIT)
    if len(name) <= NAME_LIMIT:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 12:
        return name[: NAME_LIMIT - 1] + "…"
    return stem[: NAME_LIMIT - len(suffix) - 2] + "…." + suffix


def clean_url(value: str) -> str:
    """Return a web address (http or https, no spaces), or "" for anything else."""
    url = _UNSEEN.sub("", value[: URL_LIMIT + 1]).strip().strip("<>")
    if len(url) > URL_LIMIT or not re.match(r"https?://[^\s/]", url, re.IGNORECASE) or _BREAKS.search(url):
        return ""
    return url


def stem_title(name: str) -> str:
    """Return a title made of a file name: no suffix, underscores as spaces."""
    base = clean_name(name)
    stem, dot, _ = base.rpartition(".")
    return clean((stem if dot and stem else base).replace("_", " "), TITLE_LIMIT)
