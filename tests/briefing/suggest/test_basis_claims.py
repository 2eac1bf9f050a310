from briefing.model import Brief, Claim, Judgement, Section
from briefing.suggest.basis_claims import claims_for

FERRY = Claim("c1", "The **ferry** will restart on Sunday. The minister said so.")
DAM = Claim("c2", "The dam upstream is old and needs repair.")
SELF = Claim("c3", "This brief rests on the ferry company.", kind="editorial")
EMPTY = Claim("c4", "")
JUDGEMENT = Judgement("j1", "The ferry service will stop again by May.")
BRIEF = Brief(
    "b1",
    "River",
    sections=(
        Section("s", "situation", "Situation", items=(DAM, FERRY, SELF, EMPTY)),
        Section("o", "outlook", "Outlook", items=(JUDGEMENT,)),
    ),
)


def test_the_claims_nearest_to_a_judgement_are_proposed() -> None:
    assert claims_for(BRIEF, JUDGEMENT, 5)[0] is FERRY
    assert not {SELF, EMPTY} & {*claims_for(BRIEF, JUDGEMENT, 5)}


def test_what_it_rests_on_already_is_not_proposed_again() -> None:
    assert FERRY not in claims_for(BRIEF, Judgement("j1", JUDGEMENT.text, basis=("c1",)), 5)


def test_a_claim_of_several_sentences_is_proposed_once_and_never_more_than_asked() -> None:
    found = claims_for(BRIEF, Judgement("j2", "The minister will restart the ferry, he said on Sunday."), 5)
    assert found.count(FERRY) == 1
    assert len(claims_for(BRIEF, Judgement("j3", "The old ferry and the dam need repair."), 1)) == 1


def test_without_claims_nothing_is_proposed() -> None:
    assert claims_for(Brief("b2", "Empty"), JUDGEMENT, 5) == ()
