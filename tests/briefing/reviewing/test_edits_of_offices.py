"""What offices and their programs do besides rewording: each is proposed in its place, or told of; nothing is
lost.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

from briefing import lookup
from briefing.edits.containers import items_of
from briefing.edits.review import accept, accept_all
from briefing.exporting.word.elements import W_NS, W
from briefing.model import Claim
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import (
    FILE,
    Edit,
    added,
    both,
    cell,
    gone,
    inside,
    key,
    merged,
    moved,
    moved_tracked,
    split_plain,
    tracked,
    typed,
)  # fmt: skip
from tests.briefing.reviewing.word import WHEN, WHO, Desk, made, review, run

CODE = """<w:fldSimple w:instr='HYPERLINK "https://example.org/x"'><w:r><w:t xml:space="preserve"> Here.</w:t></w:r></w:fldSimple>"""  # noqa: E501
BY = f'w:id="77" w:author="{WHO}" w:date="{WHEN}"'
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def xml(text: str) -> Any:
    return etree.fromstring(f'<x xmlns:w="{W_NS}" xmlns:m="{MATH}">{text}</x>')[0]


def into(item: str, text: str) -> Edit:
    return lambda desk: desk.control(item).append(xml(text))


def styled(item: str, words: str, properties: str) -> Edit:
    return lambda desk: desk.cut(desk.control(item), words).insert(0, xml(f"<w:rPr>{properties}</w:rPr>"))


def only(item: str, text: str, properties: str = "") -> Edit:
    """All of a control replaced."""

    def edit(desk: Desk) -> None:
        control = desk.control(item)
        for old in list(control):
            control.remove(old)
        control.append(xml(text))
        if properties:
            control.getparent().find(f"{W}sdtPr").append(xml(properties))

    return edit


def in_pieces(desk: Desk) -> None:
    control = desk.control("c-count")
    words = desk.words(control)
    for old in list(control):
        control.remove(old)
    for at in range(0, len(words), 3):
        control.append(xml('<w:proofErr w:type="spellStart"/>'))
        control.append(run(words[at : at + 3]))
        control[-1].insert(0, made("lastRenderedPageBreak"))


def without_control(desk: Desk) -> None:
    control = desk.control("c-count").getparent()
    control.getparent().remove(control)


def unwrapped(desk: Desk) -> None:
    control = desk.control("c-count").getparent()
    for own in list(desk.control("c-count")):
        control.addprevious(own)
    control.getparent().remove(control)


def row(desk: Desk, item: str) -> Any:
    return next(desk.paragraph(item).iterancestors(f"{W}tr"))


def row_marked(desk: Desk) -> None:
    """As some programs mark it: the row, and not its words."""
    own = row(desk, "j-strike")
    if own.find(f"{W}trPr") is None:
        own.insert(0, made("trPr"))
    own.find(f"{W}trPr").append(desk.change("del"))


def copied(*change: str) -> Edit:
    def edit(desk: Desk) -> None:
        twin = deepcopy(desk.paragraph("c-count"))
        for mark in list(twin.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        desk.paragraph("c-arabic").addnext(twin)
        if change:
            desk.plain(twin, *change)

    return edit


def headed(words: str, *, instead: str = "") -> Edit:
    """A new heading with a paragraph below it at the end of the gaps, or one `instead` of an old heading."""

    def edit(desk: Desk) -> None:
        place = desk.named(instead) if instead else desk.paragraph("c-gap2")
        heading = made("p")
        heading.append(xml('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'))
        heading.append(run(words))
        place.addnext(heading)
        heading.addnext(desk.new("Send a mediator now.", True))
        if instead:
            place.getparent().remove(place)

    return edit


def swapped(desk: Desk) -> None:
    place = desk.named("Situation")
    for own in (desk.named("Gaps"), desk.paragraph("c-gap1"), desk.paragraph("c-gap2")):
        place.addprevious(own)


def reference(desk: Desk) -> Any:
    return next(desk.paragraph("c-fuel").iter(f"{W}footnoteReference")).getparent()


def note_off(desk: Desk) -> None:
    own = reference(desk)
    holder = desk.change("del")
    own.addprevious(holder)
    holder.append(own)


def note_put(desk: Desk) -> None:
    fresh = deepcopy(desk.note("last until 20 May"))
    fresh.set(f"{W}id", "9999")
    for text in fresh.iter(f"{W}t"):
        text.text = ""
    next(fresh.iter(f"{W}t")).text = "See the ministry."
    desk.notes.append(fresh)
    desk.put_notes()
    desk.paragraph("c-bare").append(xml('<w:r><w:footnoteReference w:id="9999"/></w:r>'))


def note_written_into(desk: Desk) -> None:
    note = desk.note("last until 20 May")
    note.findall(f"{W}p")[-1].append(desk.change("ins", run(" See the ministry.")))
    desk.put_notes()


def note_in_other_words(desk: Desk) -> None:
    """Typed over without tracking, behind the quote."""
    last = [text for text in desk.note("last until 20 May").iter(f"{W}t") if (text.text or "").strip()][-1]
    last.text = " See also the ministry."
    desk.put_notes()


def edge_changed(desk: Desk) -> None:
    name = next(name for name in desk.parts if re.fullmatch(r"word/header\d*\.xml", name))
    header = etree.fromstring(desk.parts[name])
    next(header.iter(f"{W}p")).append(desk.change("ins", run("Draft 2")))
    desk.parts[name] = etree.tostring(header, encoding="UTF-8")


def comment_in_note(desk: Desk) -> None:
    desk.comment(reference(desk), reference(desk), "Which page?")
    for mark in list(desk.body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        mark.getparent().remove(mark)
    said = next(desk.body.iter(f"{W}commentReference")).getparent()
    desk.note("last until 20 May").find(f"{W}p").append(said)
    desk.put_notes()


def on_title(desk: Desk) -> None:
    own = desk.named(example().title).find(f"{W}r")
    desk.comment(own, own, "Too long.")


# Each edit, the proposals that follow, and words of what is told besides ("" for nothing).
EDITS: list[tuple[str, Edit, list[tuple[str, str]], str]] = [
    ("runs in pieces, as Word keeps them", in_pieces, [], ""),
    ("only a change of format", styled("c-count", "4,200", f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>"), [],
        ""),
    ("colour, size and font", styled("c-count", "4,200", '<w:color w:val="FF0000"/><w:sz w:val="30"/><w:u '
        'w:val="single"/>'), [], ""),
    ("struck through by hand", styled("c-count", "dock ", "<w:strike/>"), [("reword", "c-count")], ""),
    ("a no-break space", typed("c-count", "3,900 of", "3,900\u00a0of"), [], ""),
    ("a line break behind a blank", into("c-count", '<w:r><w:br/></w:r>'), [], ""),
    ("a mark of direction", typed("c-count", "3,900 of", "3,900\u200e of"), [], ""),
    ("numbers before statements", both(inside("c-count", "1. ", front=True),
        inside("c-bare", "2. ", front=True)), [], "typed before 2 statements"),
    ("a number before one of them", inside("c-count", "1) ", front=True), [], "typed before 1 statement"),
    ("a number and a marking", inside("c-bare", "1. (TLP:RED) ", front=True), [("marking", "c-bare")],
        "typed before 1 statement"),
    ("a marking behind a statement taken out", both(gone("c-open", tracked=True),
        inside("c-bare", "(TLP:RED) ", front=True)), [("delete", "c-open"), ("marking", "c-bare")], ""),
    ("a bullet, and another word", both(inside("c-count", "• ", front=True),
        tracked("c-count", "dock", "port")), [("reword", "c-count")], "typed before 1 statement"),
    ("a link as a code", into("c-count", CODE), [("reword", "c-count")], ""),
    ("an insertion deleted by another", into("c-count", f'<w:ins {BY}><w:del w:id="78" '
        f'w:author="B"><w:r><w:delText> Twice.</w:delText></w:r></w:del></w:ins>'), [], ""),
    ("a field", into("c-count", '<w:fldSimple w:instr="DATE"><w:r><w:t xml:space="preserve"> 9 '
        'May</w:t></w:r></w:fldSimple>'), [("reword", "c-count")], ""),
    ("an equation", into("c-bare", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"), [("reword", "c-bare")],
        ""),
    ("an arrow of Word's", into("c-bare", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'),
        [("reword", "c-bare")], ""),
    ("the control deleted whole", without_control, [("delete", "c-count")], ""),
    ("all words deleted, the label left",
        tracked("c-count", "At least 3,900 of 4,200 dock workers walked out."), [("delete", "c-count")], ""),
    ("the control taken off", unwrapped, [], ""),
    ("an emptied control, with Word's request",
        only("c-count", "<w:r><w:t>Click or tap here to enter text.</w:t></w:r>", "<w:showingPlcHdr/>"),
        [("delete", "c-count")], ""),
    ("a move, and words changed in it", both(moved_tracked("c-bare", "c-open"),
        lambda d: d.track(next(p for p in d.body.iter(f"{W}p") if p.find(f".//{W}moveTo") is not None
            and d.words(p)), "old", "new")), [("reword", "c-bare"), ("move", "c-bare")], ""),
    ("a move, and the next one reworded", both(moved("c-bare", "c-open"), tracked("c-count", "dock ")),
        [("move", "c-bare"), ("reword", "c-count")], ""),
    ("split in three", both(split_plain("c-line", " settled: expect"),
        split_plain("c-line", " before Saint")), [("split", "c-line")], ""),
    ("joined, and words changed in it", both(merged("c-gap1", "c-gap2", tracked=True),
        tracked("c-gap2", "Whether", "whether")), [("merge", "c-gap1")], ""),
    ("copied", copied(), [], "is in the file twice"),
    ("copied, and the copy changed", copied("3,900", "10"), [("add", "situation/c-count")], ""),
    ("a row deleted, marked as such", row_marked, [("delete", "j-strike")], ""),
    ("rows swapped", lambda d: row(d, "j-open").addprevious(row(d, "j-strike")), [("move", "j-strike")], ""),
    ("no confidence any more", cell("Moderate", ""), [("confidence", "j-open")], ""),
    ("a whole section", both(lambda d: d.delete_all(d.named("Gaps")), gone("c-gap1", tracked=True),
        gone("c-gap2", tracked=True)), [("delete", "c-gap1"), ("delete", "c-gap2")], "“Gaps”"),
    ("sections swapped", swapped, [], "“Gaps” is at another place"),
    ("a heading in other words, and news below it",
        both(lambda d: d.track(d.named("Gaps"), "Gaps", "Open questions"), added("c-gap2", "What of crews?")),
        [("add", "gaps/c-gap2")], "“Gaps” reads “Open questions”"),
    ("a heading typed anew", headed("Open questions", instead="Gaps"), [("add", "gaps/^")],
        "“Gaps” reads “Open questions”"),
    ("a statement moved from an actor", moved("c-pos", "c-count"), [("move", "c-pos")], ""),
    ("the title", lambda d: d.track(d.named(example().title), "reopens", "opens"), [("title", "b-velmora")],
        ""),
    ("a note taken off", note_off, [], "A note was taken off “1. Fuel"),
    ("a note put in", note_put, [], "See the ministry."),
    ("a note in other words", note_in_other_words, [], "Other words stand round"),
    ("words put into the header", edge_changed, [], "edge of the pages by Ruth Vale: “"),
    ("a note written into", note_written_into, [], f"by {WHO}: “See the ministry.”"),
    ("a comment in a note", comment_in_note, [("comment", "c-fuel")], ""),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "expected", "told"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS])
def test_an_edit_comes_back_in_its_place(edit: Edit, expected: list[tuple[str, str]], told: str) -> None:
    desk = Desk(FILE)
    edit(desk)
    data = desk.save()
    found = review(example(), data)
    assert [key(p) for p in found.proposals] == expected, found
    assert told in " ".join(found.remarks)
    assert bool(told) or expected == [] or key(found.proposals[0])[0] == "add" or not found.remarks
    after, left = accept_all(example(), found.proposals)
    assert left == ()
    assert review(after, data).proposals == ()
    assert accept_all(after, found.proposals)[0] == after or any(k == "split" for k, _ in expected)


# What a person has to decide: not wrong, but not certain.
ASKED: list[tuple[str, Edit, tuple[str, str], str]] = [
    (
        "a term of no ladder",
        cell("Very likely", "Quite probable"),
        ("likelihood", "j-open"),
        "Quite probable",
    ),
    ("no level of confidence", cell("Moderate", "High (new)"), ("confidence", "j-open"), "High (new)"),
    ("words under a new heading", headed("Advice"), ("add", "gaps/c-gap2"), "new heading “Advice”"),
    ("a comment on the title", on_title, ("comment", "c-line"), "not beside a claim"),
]


@pytest.mark.parametrize(("edit", "expected", "why"), [e[1:] for e in ASKED], ids=[e[0] for e in ASKED])
def test_what_is_not_certain_is_asked(edit: Edit, expected: tuple[str, str], why: str) -> None:
    desk = Desk(FILE)
    edit(desk)
    (found,) = review(example(), desk.save()).proposals
    assert (key(found), found.asked) == (expected, True)
    assert why in found.why


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_new_statements_stand_in_the_order_of_the_file_whichever_is_taken_first(
    order: tuple[int, ...],
) -> None:
    desk = Desk(FILE)
    for words in ("Third.", "Second.", "First."):
        added("c-count", words)(desk)
    data = desk.save()
    brief = example()
    proposals = review(brief, data).proposals
    for done, number in enumerate(order, 1):
        brief = accept(brief, proposals[number])
        assert len(review(brief, data).proposals) == 3 - done
    situation = lookup.section(brief, "situation")
    assert [item.text for item in items_of(situation)][2:5] == ["First.", "Second.", "Third."]


def test_joined_statements_have_a_blank_between_them_and_keep_what_was_said_of_both() -> None:
    desk = Desk(FILE)
    merged("c-gap1", "c-gap2", tracked=True)(desk)
    control = desk.control("c-gap2").getparent()
    desk.comment(control, control, "Ask them.")
    found = review(example(), desk.save()).proposals
    brief = example()
    for proposal in sorted(found, key=lambda p: p.kind != "comment"):
        brief = accept(brief, proposal)
    joined = lookup.claim(brief, "c-gap1")
    assert "tell. Whether" in joined.text
    assert [r.text for r in joined.remarks] == ["Ask them."]


def test_a_new_statement_of_an_actor_takes_its_head_and_marking() -> None:
    desk = Desk(FILE)
    added("c-pos", "(TLP:RED) Interests. Earns by the fares.", tracked=True)(desk)
    (found,) = review(example(), desk.save()).proposals
    brief = accept(example(), found)
    made = items_of(lookup.actor(brief, "a-torvald"))[1]
    assert isinstance(made, Claim)
    assert (made.text, made.facet, made.marking) == ("Earns by the fares.", "interests", "TLP:RED")
    assert review(brief, desk.save()).proposals == ()
