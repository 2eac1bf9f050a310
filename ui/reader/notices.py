"""Which notices of an article ask its reader to act, and the one line that stands for all others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ui.translated import tr

# What was left out on purpose needs no hand; a text that was cut short, or that is to be checked, does.
_LEFT_OUT = re.compile(r"\bleft out\b|\bstand apart\b", re.IGNORECASE)
_ASKS = re.compile(r"\bcheck\b|\benter\b|\bthan can be kept\b", re.IGNORECASE)
_EXAMPLES = re.compile(r"\s*\(.*\)\.?$", re.DOTALL)
_SAYS_SO = re.compile(r"^left out of the \w+: | left out(?=:|$)", re.IGNORECASE)


def asks_to_act(notice: str) -> bool:
    """Return whether a notice asks the reader to look or to do something; one of an unknown kind does."""
    return not _LEFT_OUT.search(notice) or bool(_ASKS.search(notice))


def parted(notices: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the notices that ask to act, and those on what was left out, each in their order."""
    acting = tuple(n for n in notices if asks_to_act(n))
    return acting, tuple(n for n in notices if not asks_to_act(n))


def left_out_line(notices: Sequence[str]) -> str:
    """Return one line on what was left out, by kind and number without the words; "" for nothing."""
    if not notices:
        return ""
    kinds = (_SAYS_SO.sub("", _EXAMPLES.sub("", notice).rstrip(".")) for notice in notices)
    return tr("Left out: {kinds}").format(kinds=" · ".join(kinds))
