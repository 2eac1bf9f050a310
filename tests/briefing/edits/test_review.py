"""Taking up what a reviewer proposes: evidence stays, and remembers the words it was linked to."""

from __future__ import annotations

import pytest

from briefing import lookup
from briefing.edits.review import Proposal, accept, accept_all, answer, fresh, settle
from briefing.errors import BadInput, BriefingError, NotFound, Refused
from briefing.inline import plain
from briefing.model import Brief, Claim, Judgement, Remark
from tests.briefing.exporting.examples import example

OLD = "At least 3,900 of 4,200 dock workers walked out."


def texts(brief: Brief, section: str) -> list[str]:
    return [plain(item.text) for item in lookup.section(brief, section).items]


def test_a_rewording_keeps_the_evidence_and_the_words_it_was_linked_to() -> None:
    brief = accept(example(), Proposal("p1", "reword", "c-count", theirs="**Some** walked out."))
    claim = lookup.claim(brief, "c-count")
    assert claim.text == "**Some** walked out."
    assert [e.id for e in claim.evidence] == ["e-count", "e-vote"]
    assert {e.linked_to for e in claim.evidence} == {OLD}
    again = accept(brief, Proposal("p2", "reword", "c-count", theirs="Few walked out."))
    assert {e.linked_to for e in lookup.claim(again, "c-count").evidence} == {OLD}


def test_bold_alone_leaves_the_links_as_they_are() -> None:
    brief = accept(example(), Proposal("p1", "reword", "c-count", theirs=OLD.replace("4,200", "**4,200**")))
    assert {e.linked_to for e in lookup.claim(brief, "c-count").evidence} == {""}


def test_what_the_person_made_of_it_is_taken() -> None:
    brief = accept(example(), Proposal("p1", "reword", "c-count", theirs="Theirs."), "Mine,\nafter all.")
    assert lookup.claim(brief, "c-count").text == "Mine, after all."


def test_a_new_paragraph_becomes_a_claim_without_evidence_once() -> None:
    proposal = Proposal("p1", "add", theirs="New.", holder="situation", after="c-open")
    brief = accept(example(), proposal)
    assert texts(brief, "situation")[1] == "New."
    assert lookup.claim(brief, fresh(proposal)).evidence == ()
    assert accept(brief, proposal) == brief


@pytest.mark.parametrize(
    ("holder", "after", "judged", "kind"),
    [
        ("gaps", "c-gap1", False, "gap"),
        ("a-union", "^", False, "reported"),
        ("outlook", "", True, "judgement"),
    ],
)
def test_a_new_statement_is_of_the_kind_of_its_place(
    holder: str, after: str, judged: bool, kind: str
) -> None:
    proposal = Proposal("p1", "add", theirs="New.", holder=holder, after=after, judged=judged)
    item = lookup.item(accept(example(), proposal), fresh(proposal))
    assert (item.kind if isinstance(item, Claim) else "judgement") == kind


def test_a_deletion_and_a_move() -> None:
    brief = accept(example(), Proposal("p1", "delete", "c-count"))
    assert OLD not in texts(brief, "situation")
    brief = accept(example(), Proposal("p1", "move", "c-count", holder="gaps", after="^"))
    assert texts(brief, "gaps")[0] == OLD
    assert len(lookup.claim(brief, "c-count").evidence) == 2


def test_a_split_leaves_the_evidence_with_the_first_part() -> None:
    proposal = Proposal("p1", "split", "c-count", parts=("One.", "Two.", "Three."))
    brief = accept(example(), proposal)
    assert texts(brief, "situation")[1:4] == ["One.", "Two.", "Three."]
    assert {e.linked_to for e in lookup.claim(brief, "c-count").evidence} == {OLD}
    assert lookup.claim(brief, fresh(proposal, 1)).evidence == ()


def test_a_merge_joins_the_evidence_and_what_rests_on_it() -> None:
    proposal = Proposal("p1", "merge", "c-open", theirs="Both.", parts=("c-open", "c-fuel"))
    brief = accept(example(), proposal)
    claim = lookup.claim(brief, "c-open")
    assert claim.text == "Both."
    assert [e.id for e in claim.evidence] == ["e-open", "e-open2", "e-against", "e-fuel"]
    assert claim.evidence[3].linked_to.startswith("1. Fuel")
    judgement = lookup.item(brief, "j-open")
    assert isinstance(judgement, Judgement)
    assert judgement.basis == ("c-open",)


def test_claims_of_different_markings_are_not_merged() -> None:
    with pytest.raises(Refused, match="markings"):
        accept(example(), Proposal("p1", "merge", "c-open", theirs="Both.", parts=("c-open", "c-count")))


@pytest.mark.parametrize(
    ("kind", "item", "value"),
    [("likelihood", "j-open", "likely"), ("confidence", "j-open", "low"), ("horizon", "j-open", "June"),
     ("name", "a-union", "Union"), ("role", "a-union", "Speaks"), ("aliases", "a-union", "DU")],
)  # fmt: skip
def test_a_cell_sets_its_field(kind: str, item: str, value: str) -> None:
    found = getattr(lookup.entity(accept(example(), Proposal("p", kind, item, theirs=value)), item), kind)  # type: ignore[arg-type]
    assert found == ((value,) if kind == "aliases" else value)


def test_a_comment_is_kept_answered_and_settled() -> None:
    remark = Remark("r1", "Ruth Vale", "2031-05-10", "Says who?")
    proposal = Proposal("p1", "comment", "c-count", remark=remark)
    brief = accept(accept(example(), proposal), proposal)
    assert lookup.item(brief, "c-count").remarks == (remark,)
    brief = answer(brief, "c-count", "r1", "The union.", "Desk", "2031-05-11")
    reply = lookup.item(brief, "c-count").remarks[1]
    assert (reply.text, reply.reply_to) == ("The union.", "r1")
    third = answer(brief, "c-count", reply.id, "Fine.", "Ruth Vale", "")
    assert lookup.item(third, "c-count").remarks[2].reply_to == "r1"
    assert [r.done for r in lookup.item(settle(brief, "c-count", "r1"), "c-count").remarks] == [True, True]


@pytest.mark.parametrize(
    ("proposal", "error"),
    [(Proposal("p", "quote-edited", "c-count"), Refused), (Proposal("p", "reword", "c-gone", theirs="x"), NotFound),  # noqa: E501
     (Proposal("p", "dance", "c-count"), BadInput), (Proposal("p", "likelihood", "j-open", theirs="perhaps"), BriefingError)],  # type: ignore[arg-type]  # noqa: E501
)  # fmt: skip
def test_what_cannot_be_taken_up_is_told_and_left(proposal: Proposal, error: type[BriefingError]) -> None:
    with pytest.raises(error):
        accept(example(), proposal)
    brief, left = accept_all(example(), [proposal])
    assert brief == example()
    assert len(left) == 1


def test_all_that_is_certain_is_taken_up_at_once() -> None:
    asked = Proposal("p1", "reword", "c-count", theirs="Guess.", asked=True)
    torn = Proposal("p2", "reword", "c-fuel", theirs="Torn.", conflict=True)
    sure = Proposal("p3", "reword", "c-bare", theirs="Sure.")
    brief, left = accept_all(example(), [asked, torn, sure])
    assert left == (asked, torn)
    assert texts(brief, "situation")[-1] == "Sure."


def test_an_answer_needs_words_and_a_remark() -> None:
    with pytest.raises(BadInput):
        answer(example(), "c-count", "r1", " ", "Desk", "")
    with pytest.raises(NotFound):
        settle(example(), "c-count", "r1")
