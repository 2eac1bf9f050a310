"""What is taken up of a reviewed file says what the file says, and nothing else."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy

import pytest

from briefing import inline, lookup
from briefing.edits import remove_item, set_text
from briefing.edits.containers import items_of
from briefing.edits.review import Proposal, accept, accept_all
from briefing.exporting.word.elements import W
from briefing.model import Brief, Claim, Judgement
from briefing.reviewing import review_wire
from briefing.reviewing.program_changes import folded
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import (
    FILE,
    OTHERS,
    Edit,
    added,
    both,
    cell,
    gone,
    key,
    merged,
    moved,
    new_row,
    split_plain,
    tracked,
)
from tests.briefing.reviewing.test_edits_of_offices import EDITS, copied
from tests.briefing.reviewing.word import Desk, review, run

TABLE = (*OTHERS, *((name, edit, proposed) for name, edit, proposed, _ in EDITS))
# How many statements there are more for each proposal that is taken up; of a split, for each part.
MORE = {"add": 1, "delete": -1}


def letters(words: str) -> str:
    """Words as two programs write them alike, without any space: notes between statements take its place."""
    return "".join(folded(words).split())


def said(brief: Brief) -> Counter[str]:
    """What the statements say."""
    every = (letters(inline.plain(item.text)) for item in lookup.statements(brief))
    return Counter(words for words in every if words)


def shown(data: bytes) -> str:
    """The words of a file, all its changes accepted."""
    read = review_wire.read(data, [item.id for item in lookup.statements(example())])
    return letters("\n".join(line.words() for line in read.text.paragraphs))


def more(proposal: Proposal) -> int:
    if proposal.kind in ("split", "merge"):
        return (len(proposal.parts) - 1) * (1 if proposal.kind == "split" else -1)
    return MORE.get(proposal.kind, 0)


def reviewed(edit: Edit) -> tuple[bytes, tuple[Proposal, ...]]:
    desk = Desk(FILE)
    edit(desk)
    data = desk.save()
    return data, review(example(), data).proposals


@pytest.mark.parametrize("edit", [row[1] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_statement_that_is_taken_up_stands_in_the_file(edit: Edit) -> None:
    data, proposals = reviewed(edit)
    before, after = said(example()), said(accept_all(example(), proposals)[0])
    assert [words for words in after - before if words not in shown(data)] == []
    assert after.total() == before.total() + sum(map(more, proposals))


def tag_behind(desk: Desk) -> None:
    """Enter in a statement, and the tag stays with the second half."""
    desk.paragraph("c-bare").addprevious(desk.new("Hotels in the old town"))
    desk.plain(desk.control("c-bare"), "Hotels in the old town ", "")


def replaced_behind(desk: Desk) -> None:
    for own in list(desk.control("c-bare").iter(f"{W}r")):
        desk.track(desk.control("c-bare"), desk.words(own))
    desk.paragraph("c-bare").append(desk.change("ins", run("Ask the ministry.")))


def row_copied(desk: Desk) -> None:
    old = next(desk.paragraph("j-open-end").iterancestors(f"{W}tr"))
    twin = deepcopy(old)
    for mark in list(twin.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
    desk.plain(twin, "autumn", "spring")
    old.addnext(twin)


POSITION = "Wants the terminal open before the weekend traffic."
ABILITY = "She can order tugs but not crews."
# An edit, what it is, and the words of it.
WORDS: list[tuple[str, Edit, tuple[str, str], tuple[str, ...]]] = [
    ("joined, a label between them", merged("c-pos", "c-cap", tracked=False), ("merge", "c-pos"),
        (f"{POSITION} {ABILITY}",)),
    ("joined with tracking, a label between them", merged("c-pos", "c-cap", tracked=True),
        ("merge", "c-pos"), (f"{POSITION} {ABILITY}",)),
    ("joined behind a space, a label between them",
        both(tracked("c-pos", "traffic.", "traffic. "), merged("c-pos", "c-cap", tracked=True)),
        ("merge", "c-pos"), (f"{POSITION} {ABILITY}",)),
    ("split, the tag with the second half", tag_behind, ("split", "c-bare"),
        ("Hotels in the old town", "report cancellations .")),
    ("copied, and the copy changed", copied("3,900", "10"), ("add", "situation/c-count"),
        ("At least 10 of 4,200 dock workers walked out.",)),
    ("all of it replaced, the new words behind its tag and bookmark", replaced_behind, ("reword", "c-bare"),
        ("Ask the ministry.",)),
    ("a new row of the outlook", new_row, ("add", "outlook/j-open-end"), ("The union splits.",)),
    ("a judgement copied, and the copy changed", row_copied, ("add", "outlook/j-open-end"),
        ("Ferry fares rise in the spring.",)),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "expected", "words"), [c[1:] for c in WORDS], ids=[c[0] for c in WORDS])
def test_it_has_the_words_of_the_file(edit: Edit, expected: tuple[str, str], words: tuple[str, ...]) -> None:
    data, (found,) = reviewed(edit)
    assert key(found) == expected
    assert (found.parts if found.kind == "split" else (found.theirs,)) == words
    assert review(accept(example(), found), data).proposals == ()


@pytest.mark.parametrize(("edit", "kind"), [(row_copied, Judgement), (copied("3,900", "10"), Claim)])
def test_a_changed_copy_is_what_it_was_copied_from(edit: Edit, kind: type) -> None:
    _, (found,) = reviewed(edit)
    held = {item.id for item in lookup.statements(example())}
    (new,) = [i for i in lookup.statements(accept(example(), found)) if i.id not in held]
    assert isinstance(new, kind)


def test_a_statement_taken_out_here_and_reworded_there_comes_back_as_the_last_of_its_section() -> None:
    data, _ = reviewed(tracked("c-count", "3,900", "4,000"))
    brief = remove_item(example(), "c-count")
    (found,) = review(brief, data).proposals
    brief = accept(brief, found)
    words = [item.text for item in items_of(lookup.section(brief, "situation"))]
    assert words[-1] == "At least 4,000 of 4,200 dock workers walked out."
    assert review(brief, data).proposals == ()


# Two of each kind, on other statements each.
TWICE: list[tuple[str, Edit, int]] = [
    ("reworded", both(tracked("c-count", "dock ", "port "), tracked("c-bare", "old", "new")), 2),
    ("taken out", both(gone("c-count", tracked=True), gone("c-fuel", tracked=True)), 2),
    ("added", both(added("c-count", "First news."), added("c-bare", "Second news.")), 2),
    ("added at one place", both(added("c-count", "Second news."), added("c-count", "First news.")), 2),
    ("copied", both(copied("3,900", "10"), copied("3,900", "20")), 2),
    ("joined", both(merged("c-gap1", "c-gap2", tracked=True), merged("c-pos", "c-cap", tracked=True)), 2),
    ("cells", both(cell("Very likely", "Likely"), cell("Roughly even chance", "Unlikely")), 2),
    ("moved", both(moved("c-bare", "c-open"), moved("c-gap1", "c-gap2")), 2),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "count"), [row[1:] for row in TWICE], ids=[row[0] for row in TWICE])
def test_each_proposal_has_an_id_of_its_own_and_the_same_whenever_it_is_read(edit: Edit, count: int) -> None:
    data, proposals = reviewed(edit)
    ids = [proposal.id for proposal in proposals]
    assert len({*ids} - {""}) == count
    assert [proposal.id for proposal in review(example(), data).proposals] == ids


@pytest.mark.parametrize("mine", ["", "Other words."], ids=["as it left", "in other words"])
@pytest.mark.parametrize(
    ("edit", "item", "kind"),
    [
        (split_plain("c-bare", " report"), "c-bare", "split"),
        (merged("c-gap1", "c-gap2", tracked=True), "c-gap2", "merge"),
        (gone("c-count", tracked=False), "c-count", "delete"),
        (tracked("c-count", "dock ", "port "), "c-count", "reword"),
    ],
)
def test_it_is_a_conflict_where_the_brief_has_other_words_now(
    edit: Edit, item: str, kind: str, mine: str
) -> None:
    data, _ = reviewed(edit)
    brief = set_text(example(), item, mine) if mine else example()
    (found,) = review(brief, data).proposals
    assert (found.kind, found.conflict) == (kind, bool(mine))
