"""Lines put together of pieces that may run either way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.actor_line import DOT
from ui.translated import tr

_NAMES = 4
# Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def joined(*bits: str) -> str:
    """Return the bits that say something, a dot between two.

    Where one runs from right to left each is isolated (UAX #9), so that a date after an Arabic publisher
    keeps its order.
    """
    given = [bit for bit in bits if bit]
    if any(_RIGHT_TO_LEFT.search(bit) for bit in given):
        given = [f"\u2068{bit}\u2069" for bit in given]
    return DOT.join(given)


def few_names(names: Sequence[str]) -> str:
    """Return the first names of a list, in quotation marks, and how many more there are."""
    shown = ", ".join(f"“{name}”" for name in names[:_NAMES])
    more = tr(" and {n} more").format(n=len(names) - _NAMES)
    return shown + (more if len(names) > _NAMES else "")
