"""Links to other stories inside a copied article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.inputs import read_pasted
from briefing.importing.plain.teasers import without_teasers

REAL = Path(__file__).parents[5] / "shared" / "articles" / "idlib-patrols.txt"
BEFORE = "The ministry sent thousands of troops across the border to reinforce the rebels, officials said."
AFTER = "The deal also appeared to keep the government in control of the strategic highway to the south."
TEASERS = (
    "- President promises stronger action if the truce is broken",
    "- A nine-year war seen by a schoolboy in town",
)


def article(*lines: str, before: str = BEFORE, after: str = AFTER) -> str:
    return "\n".join(("Headline", "", before, *lines, after))


def test_they_are_left_out_and_named_whole() -> None:
    text, (notice,) = without_teasers(article(*TEASERS))
    assert text == article()
    assert notice == (
        "Links to other stories left out: 2 (“President promises stronger action if the truce is broken”, "
        "“A nine-year war seen by a schoolboy in town”)."
    )


@pytest.mark.parametrize(
    "text",
    [
        article(*TEASERS, before=BEFORE.replace("officials said.", "on these terms:")),
        article(
            *TEASERS,
            before="The ministry named its conditions for a truce that would hold through the whole of "
            "spring.",
        ),
        article(*(line + "." for line in TEASERS)),
        article("- Release of prisoners", "- Open roads"),
        article(*TEASERS, after="- A third line of the same list that is no headline"),
        article(*TEASERS, after="Short."),
        article(TEASERS[0]),
        article(*TEASERS, AFTER, *TEASERS),
        "\n".join(TEASERS),
    ],
    ids=[
        "announced",
        "named",
        "sentences",
        "short",
        "longer list",
        "no prose after",
        "one line",
        "two lists",
        "nothing else",
    ],
)
def test_but_any_other_list_stays(text: str) -> None:
    assert without_teasers(text) == (text, ())


@pytest.mark.skipif(not REAL.exists(), reason="the shared article is not here")
def test_the_real_article_comes_in_without_the_three_that_stand_in_it() -> None:
    whole = REAL.read_text(encoding="utf-8")
    read = read_pasted(whole)
    gone = [line for line in whole.split("\n") if line.startswith("- ")]
    assert len(gone) == 3
    assert all(line[2:] in " ".join(read.notices) and line not in read.text for line in gone)
    assert read.source.title == "Turkish, Russian Troops to Start Syria Patrols on Sunday"
    assert len(read.text) == len(whole) - sum(len(line) + 1 for line in gone)


@given(st.text(alphabet="-• \nAab.:", max_size=300))
def test_nothing_is_lost_without_a_word(text: str) -> None:
    kept, notices = without_teasers(text)
    assert kept == text or notices
