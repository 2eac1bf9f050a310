"""Footnotes and endnotes as Word has them: their words, their numbers, their order, and a template's own."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from briefing.exporting.blocks import Note
from briefing.exporting.word.elements import R_NS, Element, sub
from briefing.exporting.word.word_notes import ENDNOTES, FOOTNOTES, NoteKind, Notes, refer_to_list
from briefing.inline import Run
from tests.briefing.exporting.word.houses import package, para, unzipped, zipped
from tests.briefing.exporting.word.integrity import W

BOTH = pytest.mark.parametrize("kind", [FOOTNOTES, ENDNOTES], ids=lambda kind: kind.tag)
R_ID = f"{{{R_NS}}}id"


def note(number: int, quote: str = "", **fields: Any) -> Note:
    given = {"label": "", "language": "en", "reference": (Run("The Courier."),), **fields}
    return Note(number, f"e{number}", quote=quote, **given)


def words(node: Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))


def ids(nodes: Any) -> list[str]:
    return [node.get(f"{W}id") for node in nodes]


def house(footnotes: str = "", *, relation: bytes = b"") -> Any:
    """Return a template's document with a note of its own (`footnotes`: others), and a link in it."""
    data = package(para("A"), notes=True)
    name = "word/footnotes.xml"
    if footnotes:
        start, end = b'<w:footnote w:id="1">', b"</w:footnotes>"
        old = unzipped(data, name, b"", b"")[name]
        data = zipped(unzipped(data, name, old[old.index(start) : old.index(end)], footnotes.encode()))
    if relation:
        data = zipped(unzipped(data, name, b"", b"") | {"word/_rels/footnotes.xml.rels": relation})
    return Document(BytesIO(data))


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (note(1), " The Courier."),
        (note(1, "It reopens"), " “It reopens” — The Courier."),
        (note(1, "It’s “open", label="Contradicts"), " Contradicts: “It’s “open” — The Courier."),
        (note(1, "It reopens", remarks=("Translated.", "Shortened.")),
         " “It reopens” — The Courier. Translated. Shortened."),
        (note(1, "One", more=(note(1, "Two", reference=(Run("Radio Orla."),)), note(1, label="Context"))),
         " “One” — The Courier. “Two” — Radio Orla. Context: The Courier."),
    ],
)  # fmt: skip
@BOTH
def test_a_note_shows_how_its_quote_stands_its_words_its_source_and_the_remarks(
    kind: NoteKind, given: Note, text: str
) -> None:
    notes = Notes(Document(), kind)
    notes.add((given,))
    (made,) = notes.ours()
    assert words(made) == text
    assert made.tag == f"{W}{kind.tag}"
    (paragraph,) = made
    assert paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == kind.text
    number = paragraph.find(f"{W}r")
    assert number.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == kind.mark
    assert number.find(f"{W}{kind.tag}Ref") is not None


def test_the_label_is_bold_and_the_quote_has_its_style_and_its_language() -> None:
    notes = Notes(Document(), FOOTNOTES)
    notes.add((note(1, "لم تعلق", label="Context", language="ar"),))
    label, quote = (run for run in notes.ours()[0].iter(f"{W}r") if words(run) in ("Context: ", "لم تعلق"))
    assert label.find(f"{W}rPr/{W}b") is not None
    assert quote.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "NoteQuote"
    assert quote.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar"


def test_the_reference_that_many_notes_share_stands_whole_in_each_and_its_link_is_one() -> None:
    shared = (Run("The Courier", link="https://example.org/1"), Run(", 9 May."))
    other = (Run("Radio Orla", link="https://example.org/2"),)
    notes = Notes(Document(), FOOTNOTES)
    notes.add((note(1, reference=shared), note(2, reference=shared), note(3, reference=other)))
    assert [words(made) for made in notes.ours()] == [" The Courier, 9 May."] * 2 + [" Radio Orla"]
    first, second, third = (link.get(R_ID) for link in notes.root.iter(f"{W}hyperlink"))
    assert first == second != third
    relations = notes._part.rels
    assert [(relations[ident].target_ref, relations[ident].is_external) for ident in (first, third)] == [
        ("https://example.org/1", True),
        ("https://example.org/2", True),
    ]


@BOTH
def test_a_part_of_notes_begins_with_the_two_separators_that_the_settings_name(kind: NoteKind) -> None:
    document = Document()
    notes = Notes(document, kind)
    assert [(n.get(f"{W}type"), n.get(f"{W}id")) for n in notes.root] == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
    ]
    assert not any(n.tail for n in notes.root)
    assert [n[0][-1][0].tag for n in notes.root] == [f"{W}separator", f"{W}continuationSeparator"]
    assert ids(document.settings.element.find(f"{W}{kind.tag}Pr").findall(f"{W}{kind.tag}")) == ["-1", "0"]
    (relation,) = (r for r in document.part.rels.values() if r.reltype == kind.relation)
    assert relation.target_part.partname == f"/word/{kind.tag}s.xml"
    assert relation.target_part.content_type == kind.content_type
    assert (notes.offset, notes.foreign) == (0, 0)


@pytest.mark.parametrize(("own", "numbers"), [([1], ["2", "3"]), ([7, 3], ["8", "9"])])
def test_notes_are_numbered_above_those_of_the_template_which_stay(
    own: list[int], numbers: list[str]
) -> None:
    notes = Notes(house("".join(f'<w:footnote w:id="{n}"><w:p/></w:footnote>' for n in own)), FOOTNOTES)
    assert (notes.offset, notes.foreign) == (max(own), len(own))
    notes.add((note(1, "One"), note(2, "Two")))
    assert ids(notes.root) == ["-1", "0", *map(str, own), *numbers]
    assert ids(notes.ours()) == numbers


def test_links_in_the_notes_of_a_template_still_lead_where_they_did() -> None:
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId7" Type="' + RELATIONSHIP_TYPE.HYPERLINK.encode() + b'" '
        b'Target="https://example.org/house" TargetMode="External"/></Relationships>'
    )
    document = house(relation=link)
    notes = Notes(document, FOOTNOTES)
    notes.add((note(1, reference=(Run("A", link="https://example.org/ours"),)),))
    saved = BytesIO()
    document.save(saved)
    (relation,) = (r for r in Document(saved).part.rels.values() if r.reltype == RELATIONSHIP_TYPE.FOOTNOTES)
    found = {r.target_ref for r in relation.target_part.rels.values() if r.is_external}
    assert found == {"https://example.org/house", "https://example.org/ours"}
    assert relation.target_part.rels["rId7"].target_ref == "https://example.org/house"
    assert b"A note of the house." in relation.target_part.blob


@BOTH
def test_the_numbers_of_a_claim_are_kept_together_and_may_part_behind_each_tenth(kind: NoteKind) -> None:
    notes = Notes(Document(), kind)
    paragraph = sub(notes.root, "p")
    notes.refer(paragraph, tuple(note(number) for number in range(1, 23)))
    together = ",\u00a0"
    commas = [words(run) for run in paragraph if words(run)]
    assert commas == [*[together] * 9, ", ", *[together] * 9, ", ", together]
    assert ids(paragraph.iter(f"{W}{kind.tag}Reference")) == [str(n) for n in range(1, 23)]
    styles = paragraph.findall(f"{W}r/{W}rPr/{W}rStyle")
    assert [style.get(f"{W}val") for style in styles] == [kind.mark] * len(paragraph)


def _body(*references: int) -> Element:
    body = sub(Document().element.body, "p")
    for ident in references:
        sub(sub(body, "r"), "footnoteReference", id=str(ident))
    return body


@pytest.mark.parametrize(
    ("references", "read", "numbers"),
    [
        ((1, 2, 3), ["One", "Two", "Three"], [1, 2, 3]),  # as they stand
        ((1, 3), ["One", "Two", "Three"], [1, 3]),
        ((2, 1, 3), ["Two", "One", "Three"], [1, 2, 3]),
        ((3, 1, 3, 2), ["Three", "One", "Two"], [1, 2, 1, 3]),  # a note that is named twice
        ((3, 2), ["Three", "Two", "One"], [1, 2]),  # a note that nothing names goes last
        ((2, 1, 9), ["Two", "One", "Three"], [1, 2, 9]),  # a mark without a note stays as it is
    ],
)
def test_notes_are_sorted_and_numbered_as_the_text_names_them(
    references: tuple[int, ...], read: list[str], numbers: list[int]
) -> None:
    notes = Notes(Document(), FOOTNOTES)
    notes.add((note(1, "One"), note(2, "Two"), note(3, "Three")))
    body = _body(*references)
    notes.arrange(body)
    assert [words(made).split("”")[0].strip(" “") for made in notes.ours()] == read
    assert ids(notes.root) == ["-1", "0", "1", "2", "3"]
    assert ids(body.iter(f"{W}footnoteReference")) == [str(number) for number in numbers]
    assert not any(run.attrib for run in body)


def test_but_numbers_that_rise_already_stay() -> None:
    notes = Notes(house('<w:footnote w:id="8"><w:p/></w:footnote>'), FOOTNOTES)
    notes.add((note(1, "One"), note(2, "Two")))
    body = _body(8, 9, 10)
    notes.arrange(body)
    assert ids(notes.root) == ["-1", "0", "8", "9", "10"]
    assert ids(body.iter(f"{W}footnoteReference")) == ["8", "9", "10"]


def test_separators_keep_their_ids_whatever_they_are() -> None:
    """LibreOffice writes them as 0 and 1."""
    notes = Notes(house('<w:footnote w:id="5"><w:p/></w:footnote>'), FOOTNOTES)
    for separator, ident in zip(notes.root, ("0", "1"), strict=False):
        separator.set(f"{W}id", ident)
    notes.add((note(1, "One"),))
    body = _body(6, 5)
    notes.arrange(body)
    assert ids(notes.root) == ["0", "1", "2", "3"]
    assert ids(body.iter(f"{W}footnoteReference")) == ["2", "3"]
    assert words(notes.root[2]).startswith(" “One”")


LISTED = note(1, place="p. 3")
OTHER = note(2, label="Contradicts")


@pytest.mark.parametrize(
    ("notes", "text", "links"),
    [
        ((), "", []),
        ((note(4),), "\u00a0[4]", ["source_4"]),
        ((LISTED,), "\u00a0[1, p. 3]", ["source_1"]),
        ((LISTED, note(2)), "\u00a0[1, p. 3; 2]", ["source_1", "source_2"]),
        ((LISTED, OTHER), "\u00a0[1, p. 3; contradicts: 2]", ["source_1", "source_2"]),
        ((LISTED, LISTED, note(1, place="p. 4")), "\u00a0[1, p. 3; 1, p. 4]", ["source_1", "source_1"]),
        ((note(1, more=(note(2), note(1, label="Context"))),), "\u00a0[1; 2; context: 1]",
         ["source_1", "source_2", "source_1"]),
    ],
)  # fmt: skip
def test_a_numbered_list_is_referred_to_once_for_each_place(
    notes: tuple[Note, ...], text: str, links: list[str]
) -> None:
    paragraph = _body()
    refer_to_list(paragraph, notes)
    assert words(paragraph) == text
    assert [link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink")] == links
