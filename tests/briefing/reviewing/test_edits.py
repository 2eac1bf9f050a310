"""Edits of every kind on an exported file: each proposal on the right claim, nothing lost, evidence
intact.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from lxml import etree

from briefing import inline, lookup
from briefing.edits.review import Proposal, accept, accept_all
from briefing.exporting.word.elements import W
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.word import Desk, exported, made, review, run

Edit = Callable[[Desk], object]
FILE = exported(example())


def tracked(item: str, old: str, new: str = "") -> Edit:
    return lambda desk: desk.track(desk.control(item), old, new)


def typed(item: str, old: str, new: str) -> Edit:
    return lambda desk: desk.plain(desk.control(item), old, new)


def inside(item: str, words: str, *, front: bool = False) -> Edit:
    def edit(desk: Desk) -> None:
        control = desk.control(item)
        control.insert(0, run(words)) if front else control.append(run(words))

    return edit


def beside(item: str, words: str, *, tracked: bool = False) -> Edit:
    """Typed behind the control, before the numbers of the notes."""

    def edit(desk: Desk) -> None:
        new = desk.change("ins", run(words)) if tracked else run(words)
        desk.control(item).getparent().addnext(new)

    return edit


def at_end(item: str, words: str) -> Edit:
    return lambda desk: desk.paragraph(item).append(run(words))


def gone(item: str, *, tracked: bool) -> Edit:
    def edit(desk: Desk) -> None:
        paragraph = desk.paragraph(item)
        desk.delete_all(paragraph) if tracked else paragraph.getparent().remove(paragraph)

    return edit


def added(item: str, words: str, *, tracked: bool = False) -> Edit:
    return lambda desk: desk.paragraph(item).addnext(desk.new(words, tracked))


def under(heading: str, words: str) -> Edit:
    return lambda desk: desk.named(heading).addnext(desk.new(words, True))


def moved(item: str, after: str) -> Edit:
    return lambda desk: desk.paragraph(after).addnext(desk.paragraph(item))


def moved_tracked(item: str, after: str) -> Edit:
    """As Word writes it: the old place in moveFrom, the new one in moveTo, the bookmark and the tag there."""

    def edit(desk: Desk) -> None:
        old = desk.paragraph(item)
        new = etree.fromstring(etree.tostring(old))
        for paragraph, kind in ((old, "moveFrom"), (new, "moveTo")):
            for own in [r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None]:
                holder = desk.change(kind)
                own.addprevious(holder)
                holder.append(own)
            desk.mark_end(paragraph, kind)
        for mark in [m for m in old if m.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            old.remove(mark)
        desk.paragraph(after).addnext(new)

    return edit


def pasted(item: str, after: str) -> Edit:
    """Cut, and pasted as plain words elsewhere."""

    def edit(desk: Desk) -> None:
        paragraph = desk.paragraph(item)
        words = desk.words(desk.control(item))
        desk.paragraph(after).addnext(desk.new(words))
        paragraph.getparent().remove(paragraph)

    return edit


def split_plain(item: str, at: str) -> Edit:
    def edit(desk: Desk) -> None:
        own = desk.cut(desk.control(item), at)
        tail = made("p")
        for piece in [own, *own.itersiblings()]:
            tail.append(piece)
        desk.paragraph(item).addnext(tail)

    return edit


def split_tracked(item: str, at: str) -> Edit:
    """Enter inside a control: the bookmark goes on in the second paragraph, the end of the first is new."""

    def edit(desk: Desk) -> None:
        paragraph = desk.paragraph(item)
        own = desk.cut(desk.control(item), at)
        end = paragraph.find(f"{W}bookmarkEnd")
        tail = made("p")
        for piece in [own, *own.itersiblings()]:
            tail.append(piece)
        tail.append(end)
        desk.mark_end(paragraph, "ins")
        paragraph.addnext(tail)

    return edit


def merged(first: str, second: str, *, tracked: bool) -> Edit:
    def edit(desk: Desk) -> None:
        one, two = desk.paragraph(first), desk.paragraph(second)
        if tracked:
            desk.mark_end(one, "del")
            return
        for piece in [c for c in two if c.tag != f"{W}pPr"]:
            one.append(piece)
        two.getparent().remove(two)

    return edit


def two_authors(desk: Desk) -> None:
    desk.track(desk.control("c-count"), "At least", "Some", who="Ruth Vale")
    desk.track(desk.control("c-count"), "dock workers", "dockers", who="Olaf Brun")


def inserted_then_deleted(desk: Desk) -> None:
    fresh = desk.change(
        "ins", run("never "), desk.change("del", run("seen ", deleted=True), who="B"), who="A"
    )
    desk.control("c-count").insert(0, fresh)


def replaced_whole(desk: Desk) -> None:
    """All words of a control deleted, tracked, and others typed beside it."""
    for own in list(desk.control("c-bare").iter(f"{W}r")):
        words = desk.words(own)
        desk.track(desk.control("c-bare"), words)
    desk.control("c-bare").getparent().addnext(desk.change("ins", run("Hotels are empty.")))


def bolded(item: str, words: str, mark: str, *, off: bool = False) -> Edit:
    def edit(desk: Desk) -> None:
        own = desk.cut(desk.control(item), words)
        properties = own.find(f"{W}rPr")
        if off:
            own.remove(properties)
            return
        if properties is None:
            properties = made("rPr")
            own.insert(0, properties)
        properties.append(made(mark))

    return edit


def unlinked(desk: Desk) -> None:
    link = desk.control("c-open").find(f"{W}hyperlink")
    for own in list(link):
        link.addprevious(own)
    link.getparent().remove(link)


def cell(words: str, new: str, *, tracked: bool = True) -> Edit:
    def edit(desk: Desk) -> None:
        paragraph = desk.named(words)
        desk.track(paragraph, words, new) if tracked else desk.plain(paragraph, words, new)

    return edit


def wrapped_in_block(desk: Desk) -> None:
    """Word turns a control into one round paragraphs when a paragraph is typed in it."""
    paragraph = desk.paragraph("c-bare")
    control = paragraph.find(f"{W}sdt")
    content = control.find(f"{W}sdtContent")
    two = [made("p"), made("p")]
    two[0].append(run("Hotels in the old town"))
    two[1].append(run("report cancellations ."))
    for piece in list(content):
        content.remove(piece)
    content.extend(two)
    paragraph.addnext(control)
    paragraph.getparent().remove(paragraph)


def new_row(desk: Desk) -> None:
    old = next(desk.paragraph("j-open-end").iterancestors(f"{W}tr"))
    row = etree.fromstring(etree.tostring(old))
    for cell in row.findall(f"{W}tc"):
        for paragraph in cell.findall(f"{W}p"):
            cell.remove(paragraph)
        cell.append(desk.new("The union splits." if cell is row.find(f"{W}tc") else "Not stated"))
    old.addnext(row)


def run_python_docx(change: Callable[[Any], object]) -> Edit:
    """Open, change and save with python-docx."""

    def edit(desk: Desk) -> None:
        document = docx.Document(BytesIO(desk.save()))
        change(document)
        out = BytesIO()
        document.save(out)
        desk.__init__(out.getvalue())  # type: ignore[misc]

    return edit


def both(*edits: Edit) -> Edit:
    def edit(desk: Desk) -> None:
        for one in edits:
            one(desk)

    return edit


REWORDS: list[tuple[str, Edit, str, str]] = [
    ("tracked: a word for another", tracked("c-count", "3,900", "4,000"), "c-count",
        "At least 4,000 of 4,200 dock workers walked out."),
    ("tracked: a word taken out", tracked("c-count", "dock "), "c-count",
        "At least 3,900 of 4,200 workers walked out."),
    ("tracked: words put in", beside("c-count", " Most came back.", tracked=True), "c-count",
        "At least 3,900 of 4,200 dock workers walked out. Most came back."),
    ("tracked: at the front", both(lambda d: d.control("c-count").insert(0, d.change("ins", run("Again: ")))),
        "c-count", "Again: At least 3,900 of 4,200 dock workers walked out."),
    ("tracked: by two authors", two_authors, "c-count", "Some 3,900 of 4,200 dockers walked out."),
    ("tracked: put in and taken out again", both(inserted_then_deleted), "c-count",
        "never At least 3,900 of 4,200 dock workers walked out."),
    ("tracked: all of it replaced", replaced_whole, "c-bare", "Hotels are empty."),
    ("tracked: in bold words", tracked("c-line", "Monday", "Tuesday"), "c-line", "**Tuesday**"),
    ("tracked: in italic words", tracked("c-line", "not", "hardly"), "c-line", "*hardly*"),
    ("tracked: in a link", tracked("c-open", "harbour master", "port office"), "c-open",
        "[port office](https://example.org/port)"),
    ("tracked: beside a link", tracked("c-open", "Monday", "Tuesday"), "c-open",
        "Tuesday, the [harbour master](https://example.org/port) says."),
    ("tracked: right to left", tracked("c-arabic", "المحادثات", "المفاوضات"), "c-arabic",
        "قالت إذاعة أورلا إن المفاوضات مستمرة (Radio Orla)."),
    ("tracked: in the bottom line", tracked("c-line", "short of fuel", "dry"), "c-line", "runs dry."),
    ("tracked: in a list", tracked("c-gap2", "second", "third"), "c-gap2",
        "Whether the pilots would join a third strike."),
    ("tracked: an actor's statement", tracked("c-pos", "weekend", "Monday"), "c-pos",
        "Wants the terminal open before the Monday traffic."),
    ("tracked: with a label before it", tracked("c-cap", "tugs", "boats"), "c-cap",
        "She can order boats but not crews."),
    ("tracked: a judgement in its table", tracked("j-open", "Monday", "Tuesday"), "j-open",
        "The terminal opens by Tuesday evening."),
    ("tracked: a judgement with a marking", tracked("j-strike", "month", "week"), "j-strike",
        "A second walk-out follows within a week."),
    ("tracked: a statement without notes", tracked("c-bare", "old town", "harbour"), "c-bare",
        "Hotels in the harbour report cancellations ."),
    ("tracked: an emoji", tracked("c-fuel", "🚢", "⛴"), "c-fuel",
        "1. Fuel on Saint Orla lasts until 20 May -- if ferries #1 & #2 run... ⛴"),
    ("plain: a word for another", typed("c-count", "3,900", "4,000"), "c-count",
        "At least 4,000 of 4,200 dock workers walked out."),
    ("plain: at the end, inside", inside("c-count", " Twice."), "c-count",
        "At least 3,900 of 4,200 dock workers walked out. Twice."),
    ("plain: at the front, inside", inside("c-count", "Then: ", front=True), "c-count",
        "Then: At least 3,900 of 4,200 dock workers walked out."),
    ("plain: beside the control", beside("c-count", " Twice."), "c-count",
        "At least 3,900 of 4,200 dock workers walked out. Twice."),
    ("plain: behind the notes", at_end("c-count", "Most came back."), "c-count",
        "At least 3,900 of 4,200 dock workers walked out. Most came back."),
    ("plain: behind a bare statement", at_end("c-bare", " So it says."), "c-bare",
        "Hotels in the old town report cancellations . So it says."),
    ("plain: bold words", typed("c-line", "Monday", "Tuesday"), "c-line", "**Tuesday**"),
    ("plain: right to left", typed("c-arabic", "مستمرة", "متوقفة"), "c-arabic",
        "قالت إذاعة أورلا إن المحادثات متوقفة (Radio Orla)."),
    ("plain: a judgement", typed("j-open-end", "autumn", "spring"), "j-open-end",
        "Ferry fares rise in the spring."),
    ("plain: marks of Markdown in words", typed("c-bare", "old", "*old* [x](y)"), "c-bare",
        "Hotels in the \\*old\\* \\[x\\](y) town report cancellations ."),
    ("made bold", bolded("c-count", "4,200", "b"), "c-count",
        "At least 3,900 of **4,200** dock workers walked out."),
    ("made italic", bolded("c-count", "4,200", "i"), "c-count",
        "At least 3,900 of *4,200* dock workers walked out."),
    ("bold taken off", bolded("c-line", "Monday", "b", off=True), "c-line", "on Monday, before"),
    ("a link taken off", unlinked, "c-open", "on Monday, the harbour master says."),
    ("with the tag stripped", both(lambda d: d.track(d.body, "3,900", "4,000"),
        lambda d: d.strip_tags("c-count")), "c-count", "At least 4,000 of 4,200 dock workers walked out."),
    ("by python-docx", run_python_docx(lambda d: setattr(next(p for p in d.paragraphs
        if "pilots" in "".join(t.text or "" for t in p._p.iter(f"{W}t")))._p.findall(f".//{W}t")[-1], "text",
        "Whether all strike.")), "c-gap2", "Whether all strike."),
    ("a run added by python-docx", run_python_docx(lambda d: next(p for p in d.paragraphs
        if "pilots" in "".join(t.text or "" for t in p._p.iter(f"{W}t"))).add_run(" Or not.")), "c-gap2",
        "Whether the pilots would join a second strike. Or not."),
]  # fmt: skip

OTHERS: list[tuple[str, Edit, list[tuple[str, str]]]] = [
    ("tracked deletion", gone("c-count", tracked=True), [("delete", "c-count")]),
    ("plain deletion", gone("c-count", tracked=False), [("delete", "c-count")]),
    ("tracked deletion of a statement of an actor", gone("c-cap", tracked=True), [("delete", "c-cap")]),
    ("two deletions", both(gone("c-count", tracked=True), gone("c-fuel", tracked=True)),
        [("delete", "c-count"), ("delete", "c-fuel")]),
    ("tracked addition", added("c-count", "The ferries were idle.", tracked=True),
        [("add", "situation/c-count")]),
    ("plain addition", added("c-count", "The ferries were idle."), [("add", "situation/c-count")]),
    ("addition right below a heading", under("Situation", "The ferries were idle."),
        [("add", "situation/^")]),
    ("addition under an actor", added("c-pos", "Has no say over pay."), [("add", "a-torvald/c-pos")]),
    ("addition to a list of gaps", added("c-gap2", "Who tells the pilots.", tracked=True),
        [("add", "gaps/c-gap2")]),
    ("two additions", both(added("c-count", "Second news."), added("c-count", "First news.")),
        [("add", "situation/c-count"), ("add", "situation/c-count")]),
    ("right to left addition", added("c-arabic", "خبر جديد من الميناء."), [("add", "situation/c-arabic")]),
    ("move", moved("c-bare", "c-open"), [("move", "c-bare")]),
    ("tracked move", moved_tracked("c-bare", "c-open"), [("move", "c-bare")]),
    ("move to another section", moved("c-bare", "c-gap1"), [("move", "c-bare")]),
    ("move of the last to the next section's front", lambda d: d.named("Gaps").addnext(d.paragraph("c-bare")),
        [("move", "c-bare")]),
    ("move as plain words", pasted("c-bare", "c-open"), [("move", "c-bare")]),
    ("move and rewording", both(moved("c-bare", "c-open"), tracked("c-bare", "old", "new")),
        [("reword", "c-bare"), ("move", "c-bare")]),
    ("plain split", split_plain("c-line", " settled: expect"), [("split", "c-line")]),
    ("tracked split", split_tracked("c-bare", " report"), [("split", "c-bare")]),
    ("split into a control round paragraphs", wrapped_in_block, [("split", "c-bare")]),
    ("plain merge", merged("c-fuel", "c-arabic", tracked=False), [("merge", "c-fuel")]),
    ("tracked merge", merged("c-gap1", "c-gap2", tracked=True), [("merge", "c-gap1")]),
    ("likelihood", cell("Very likely", "Likely"), [("likelihood", "j-open")]),
    ("plain likelihood", cell("Roughly even chance", "Unlikely", tracked=False),
        [("likelihood", "j-strike")]),
    ("confidence", cell("Moderate", "High"), [("confidence", "j-open")]),
    ("horizon", cell("Monday 12 May 2031", "Tuesday 13 May 2031"), [("horizon", "j-open")]),
    ("role", cell("Harbour master of Velmora", "Head of the port"), [("role", "a-torvald")]),
    ("alias, plain", lambda d: d.plain(next(p for p in d.body.iter(f"{W}p")
        if d.words(p).startswith("the harbour master;")), "the harbour master", "the master"),
        [("aliases", "a-torvald")]),
    ("name", lambda d: d.track(next(c for c in d.body.iter(f"{W}tc") if d.words(c) == "Dockers’ Union"),
        "Dockers", "Workers"), [("name", "a-union")]),
    ("a new row of the outlook", new_row, [("add", "outlook/j-open-end")]),
    ("comment", lambda d: d.comment(d.control("c-count").getparent(), d.control("c-count").getparent(),
        "Says who?"), [("comment", "c-count")]),
    ("comment on deleted words", both(tracked("c-count", "dock "),
        lambda d: d.comment(d.control("c-count").find(f"{W}del"), d.control("c-count").find(f"{W}del"),
            "Why?")), [("reword", "c-count"), ("comment", "c-count")]),
    ("comment in a table", lambda d: d.comment(d.control("j-open")[0], d.control("j-open")[-1], "Sure?"),
        [("comment", "j-open")]),
    ("heading reworded", lambda d: d.track(d.named("Situation"), "Situation", "What happened"), []),
    ("source list edited", lambda d: d.track(next(p for p in d.body.iter(f"{W}p")
        if "Radio Orla" in d.words(p) and "SourceEntry" in etree.tostring(p).decode()), "Radio", "Station"),
        []),
]  # fmt: skip


def key(p: Proposal) -> tuple[str, str]:
    return p.kind, p.item_id or f"{p.holder}/{p.after}"


@pytest.mark.parametrize(("edit", "item", "words"), [c[1:] for c in REWORDS], ids=[c[0] for c in REWORDS])
def test_a_rewording_comes_back_on_its_claim(edit: Edit, item: str, words: str) -> None:
    desk = Desk(FILE)
    edit(desk)
    found = review(example(), desk.save())
    assert [key(p) for p in found.proposals] == [("reword", item)], found
    proposal = found.proposals[0]
    assert words in proposal.theirs
    assert not proposal.conflict
    assert not proposal.asked  # its tag says which it is
    old, new = inline.plain(proposal.mine), inline.plain(proposal.theirs)
    assert "".join(old[slice(*h.old)] for h in proposal.hunks) == old
    assert "".join(new[slice(*h.new)] for h in proposal.hunks) == new
    after = accept(example(), proposal)
    was, now = lookup.item(example(), item), lookup.item(after, item)
    assert now.text == proposal.theirs
    assert [e.quote for e in getattr(now, "evidence", ())] == [e.quote for e in getattr(was, "evidence", ())]
    assert review(after, desk.save()).proposals == ()


@pytest.mark.parametrize(("edit", "expected"), [c[1:] for c in OTHERS], ids=[c[0] for c in OTHERS])
def test_every_other_edit_comes_back_in_its_place(edit: Edit, expected: list[tuple[str, str]]) -> None:
    desk = Desk(FILE)
    edit(desk)
    found = review(example(), desk.save())
    assert [key(p) for p in found.proposals] == expected, found
    assert bool(expected) or found.remarks
    after, left = accept_all(example(), found.proposals)
    assert left == ()
    again = review(after, desk.save())
    assert again.proposals == ()
    kept = {
        e.id
        for p in found.proposals
        if p.kind == "delete"
        for e in lookup.claim(example(), p.item_id).evidence
    }
    assert {e.id for _, e in lookup.evidence(after)} == {e.id for _, e in lookup.evidence(example())} - kept


def test_the_table_holds_sixty_edits() -> None:
    assert len(REWORDS) + len(OTHERS) >= 60
