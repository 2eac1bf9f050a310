"""Who speaks, thinks or fears in a sentence, and what only looks like it."""

from __future__ import annotations

import pytest

from briefing.checks import wording
from briefing.checks.whose_estimate import attributed

# A sentence, and whether it is attributed in a reported claim and in an assessed one.
SENTENCES = [
    ("The minister said talks were likely.", True, True),
    ("Experts believe the dam may burst.", True, True),
    ("The dam may burst, experts believe.", True, True),
    ("The dam may burst, said the group.", True, True),
    ("“It is weak”, and may burst, warn engineers.", True, True),
    ("Officials do not expect that the dam may burst.", True, True),
    ("Mayor and council think it may burst.", True, True),
    ("The university say that it may burst.", True, True),
    ("The village fled, fearing the dam might burst.", True, False),
    ("The fear in the valley was that it could burst.", True, True),
    ("Concern among engineers that it could burst is growing.", True, True),
    ("The council was hopeful that it might hold.", True, True),
    ("The council is sure to meet; it may hold.", False, False),
    ("Its assessment that the dam might hold proved right.", True, True),
    ("The forecast is that the dam might hold.", True, False),
    ("The inquiry found the dam could burst.", True, False),
    ("Engineers found cracks that could widen.", False, False),
    ("The state does not rule out that it may burst.", True, True),
    ("According to the log, it may burst.", True, False),
    ("The data suggest it may burst.", True, False),
    ("We believe that it may burst.", False, False),
    ("We judge, as the mayor said, that it may burst.", True, False),
    ("It may burst.", False, False),
    ("Gulf states may cut output.", False, False),
    ("Interest rates may rise.", False, False),
    ("The bank may raise rates.", False, False),
    ("The alleged leak may widen.", False, False),
    ("His projects may fail; this report may change that.", False, False),
    ("If it rains, rates may rise.", False, False),
    ("The dam may burst after confirming the worst.", False, False),
    ("In other words, it may burst.", False, False),
    ("“He said so” may be wrong.", False, False),
]


@pytest.mark.parametrize(("sentence", "reported", "assessed"), SENTENCES)
def test_a_sentence_may_give_somebody_elses_estimate(sentence: str, reported: bool, assessed: bool) -> None:
    bare = wording.unquoted(sentence)
    assert (attributed(bare), attributed(bare, reported=False)) == (reported, assessed)
