"""A redline shows each change with words round it, however long the text is."""

from __future__ import annotations

from briefing.revision.redline import redline
from briefing.revision.word_difference import compare

LONG = "The first words of a claim that goes on and on, and says a good deal before it comes to its end"


def shown(old: str, new: str) -> str:
    marks = {"same": "{}", "out": "[-{}]", "put": "[+{}]"}
    return "".join(marks[kind].format(words) for kind, words in redline(old, new, compare(old, new), 20))


def test_a_change_far_behind_is_seen() -> None:
    found = shown(f"{LONG} on Monday.", f"{LONG} on Tuesday.")
    assert found.startswith("… ")
    assert "[-Monday" in found
    assert len(found) < 60
    assert shown(f"Once {LONG}", f"Twice {LONG}").endswith("The first words of …")


def test_what_is_short_or_the_same_stays_whole() -> None:
    assert (
        shown("On Monday, they say.", "On Tuesday, they say.")
        .replace("[-Monday]", "")
        .startswith("On [+Tuesday]")
    )
    assert shown(LONG, LONG) == LONG
