"""What is found in a sentence that is being typed waits for its end, or for a pause."""

from __future__ import annotations

import pytest

from briefing.checks.findings import Finding, Severity
from briefing.checks.half_typed import HalfTyped, shown, traits
from tests.bench.typed import MOST, own, replay_all


def finding(words: str, text: str, severity: Severity = "error", mark: str = "number") -> Finding:
    start = text.index(words)
    return Finding(
        "L3", severity, "c1", f"“{words}”", span=(start, start + len(words)), mark=mark, about=f"{mark}s"
    )


def typed(marked: str, *, paused: bool = False, stood: frozenset[tuple[str, ...]] = frozenset()) -> HalfTyped:
    """Return an item with the caret at the bar."""
    at = marked.index("|")
    return HalfTyped("c1", marked.replace("|", ""), at, stood, paused)  # type: ignore[arg-type]


# The caret is the bar. While keys come, what is new in its sentence waits …
WHILE_KEYS_COME = (
    ("It killed nine|", "nine", False),
    ("It killed nine |", "nine", False),
    ("It killed nine people in Idlib |", "nine", False),
    ("It killed nine people.|", "nine", False),
    # … until the next sentence begins, whatever is typed there:
    ("It killed nine people. |", "nine", True),
    ("It killed nine people! |", "nine", True),
    ("It killed nine people.” |", "nine", True),
    ("It killed nine people. Then |", "nine", True),
    ("It killed some people. Then nine |", "nine", False),
    # The dot of an abbreviation or a decimal ends nothing,
    ("It killed nine near St. |", "nine", False),
    ("It killed nine near St. George |", "nine", False),
    ("It killed 3.|", "3", False),
    # and a sentence that is changed in its middle waits as well.
    ("It killed nine| people.", "nine", False),
    ("Some| left. It killed nine people.", "nine", True),
    ("Some left. | It killed nine people.", "nine", True),
)

# After a pause a whole sentence is judged; one without its end only where no later word can change it.
AFTER_A_PAUSE = (
    ("It killed nine people.|", "nine", "warning", "number", True),
    ("It killed nine| people.", "nine", "warning", "number", True),
    ("It killed nine| people", "nine", "warning", "number", True),  # the rest of it is there
    ("It killed nine people|", "nine", "warning", "number", False),
    ("It killed nine|", "nine", "error", "number", False),
    ("It killed nine |", "nine", "error", "number", False),  # hundred?
    ("It killed nine peo|", "nine", "error", "number", False),
    ("It killed nine people |", "nine", "error", "number", True),
    ("It killed nine, then |", "nine", "error", "number", True),
    ("North |", "North", "error", "name", False),
    ("North Sea |", "North", "error", "name", True),
    ("It lay 5 km off |", "5 km", "error", "unit", True),
    ("“We go” he wrote |", "“We go”", "error", "quotation", True),
    ("It did not open on |", "not", "error", "negation", False),
    ("It may open on |", "may", "error", "modal", False),
    ("It is open on |", "is open", "error", "attribution", False),
    ("On 5 May we met |", "5 May", "error", "date", False),  # of which year?
    ("It was shut on |", "shut", "error", "verb", False),
)


@pytest.mark.parametrize(("marked", "words", "is_shown"), WHILE_KEYS_COME)
def test_while_keys_come_a_new_finding_waits_for_the_end_of_its_sentence(
    marked: str, words: str, is_shown: bool
) -> None:
    now = typed(marked)
    assert bool(shown((finding(words, now.text),), now)) is is_shown


@pytest.mark.parametrize(("marked", "words", "severity", "mark", "is_shown"), AFTER_A_PAUSE)
def test_after_a_pause_only_what_the_rest_could_change_waits(
    marked: str, words: str, severity: Severity, mark: str, is_shown: bool
) -> None:
    now = typed(marked, paused=True)
    assert bool(shown((finding(words, now.text, severity, mark),), now)) is is_shown


@pytest.mark.parametrize(
    ("marked", "paused", "is_shown"),
    [
        ("It killed nine |", False, False),
        ("It killed nine |", True, False),
        ("It killed nine.|", True, True),
        ("It killed nine. |", False, True),
        ("|", False, True),
    ],
)
def test_what_is_found_of_the_whole_claim_waits_with_its_sentence(
    marked: str, paused: bool, is_shown: bool
) -> None:
    whole = Finding("L1", "error", "c1", "This claim has no quote.")
    assert bool(shown((whole,), typed(marked, paused=paused))) is is_shown


def test_what_stood_before_the_first_key_stays_and_moves_with_its_words() -> None:
    before = "It killed nine people"
    stood = traits((finding("nine", before),), "c1", before)
    now = typed("Yesterday |it killed nine people", stood=stood)
    assert shown((finding("nine", now.text),), now)
    other = typed("It killed ninety| people", stood=stood)
    assert not shown((finding("ninety", other.text),), other)


def test_a_finding_that_gets_worse_is_a_new_one() -> None:
    stood = traits((finding("nine", "It killed nine", "note"),), "c1", "It killed nine")
    now = typed("It killed nine |", stood=stood)
    assert not shown((finding("nine", now.text, "error"),), now)


def test_other_items_and_a_brief_in_which_nobody_types_keep_all_findings() -> None:
    other = Finding("L3", "error", "c2", "“nine”", span=(0, 4))
    assert shown((other,), typed("It killed nine |")) == (other,)
    here = finding("nine", "It killed nine")
    assert shown((here, other), None) == (here, other)


@pytest.mark.slow
def test_under_one_pause_in_fifty_raises_what_the_finished_claim_has_not() -> None:
    tally = replay_all(own())
    before, after = tally.shares()
    assert tally.pauses > 1_000
    assert after < before
    assert after < MOST
