"""Alterations of an exported Word file, by kind, and changes that alter nothing. Each returns whether it
found its place.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NS}}}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OTHER = {"0": "7", "1": "2", "a": "e", "e": "a"}
Element = Any


@dataclass
class Doc:
    """A package taken apart; roots that were asked for are written back."""

    data: bytes
    roots: dict[str, Element] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def root(self, name: str) -> Element:
        return self.roots.setdefault(name, etree.fromstring(self.parts[name]))

    @property
    def text(self) -> Element:
        return self.root("word/document.xml")

    def notes(self) -> list[Element]:
        for kind in ("footnote", "endnote"):
            if f"word/{kind}s.xml" in self.parts and list(self.text.iter(f"{W}{kind}Reference")):
                cited = {ref.get(f"{W}id") for ref in self.text.iter(f"{W}{kind}Reference")}
                return [n for n in self.root(f"word/{kind}s.xml") if n.get(f"{W}id") in cited]
        return []

    def edges(self) -> Iterator[Element]:
        yield from (self.root(name) for name in self.parts if re.match(r"word/(header|footer)\d*\.xml", name))

    def save(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                if name not in self.gone:
                    package.writestr(name, etree.tostring(self.roots[name]) if name in self.roots else data)
        return out.getvalue()


def words(node: Element) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def paragraphs(
    doc: Doc, style: str = "", *, claim: bool | None = None, noted: bool | None = None
) -> list[Element]:
    found = []
    for each in doc.text.iter(f"{W}p"):
        named = each.find(f"{W}pPr/{W}pStyle")
        tagged = any(b.get(f"{W}name", "").startswith("claim_") for b in each.iter(f"{W}bookmarkStart"))
        marks = any(True for _ in references(each))
        if style and not (named is not None and re.fullmatch(style, named.get(f"{W}val"))):
            continue
        if claim not in (None, tagged) or noted not in (None, marks) or not words(each).strip():
            continue
        found.append(each)
    return found


def references(node: Element) -> Iterator[Element]:
    yield from node.iter(f"{W}footnoteReference", f"{W}endnoteReference")


def spell(node: Element) -> bool:
    """Alter the longest word of a node by one letter."""
    texts = [t for t in node.iter(f"{W}t") if re.search(r"\w", t.text or "")]
    if not texts:
        return False
    text = max(texts, key=lambda t: len(t.text))
    at = next(i for i in range(len(text.text) // 2, -1, -1) if text.text[i].isalnum() or i == 0)
    text.text = f"{text.text[:at]}{_OTHER.get(text.text[at], 'x')}{text.text[at + 1 :]}"
    return True


def say(paragraph: Element, new: str) -> None:
    texts = list(paragraph.iter(f"{W}t"))
    texts[0].text = new
    for text in texts[1:]:
        text.text = ""


def first(found: list[Element], act: Callable[[Element], object], at: int = 0) -> bool:
    if len(found) <= at:
        return False
    act(found[at])
    return True


def made(text: str, style: str = "BodyText") -> Element:
    return etree.fromstring(
        f'<w:p xmlns:w="{W_NS}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    )


def cell_of(doc: Doc, column: str) -> Element | None:
    """The first cell with words under a head."""
    for table in doc.text.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        heads = [words(cell) for cell in rows[0].findall(f"{W}tc")] if rows else []
        for row in rows[1:]:
            cells = row.findall(f"{W}tc")
            if column in heads and len(cells) == len(heads) and words(cells[heads.index(column)]):
                return cells[heads.index(column)]
    return None


def _swap(a: Element, b: Element) -> None:
    here = a.getprevious(), a.getparent()
    other = etree.Element("x")
    b.addprevious(other)
    a.addprevious(b)
    other.addprevious(a)
    other.getparent().remove(other)
    assert here


def _swap_two(found: list[Element]) -> bool:
    if len(found) < 2 or words(found[0]) == words(found[-1]):
        return False
    _swap(found[0], found[-1])
    return True


def swap_marks(doc: Doc) -> bool:
    marks = list(references(doc.text))
    if len(marks) < 2:
        return False
    one, other = marks[0].get(f"{W}id"), marks[-1].get(f"{W}id")
    marks[0].set(f"{W}id", other)
    marks[-1].set(f"{W}id", one)
    return True


def swap_notes(doc: Doc) -> bool:
    notes = doc.notes()
    if len(notes) < 2 or words(notes[0]) == words(notes[1]):
        return False
    one, other = notes[0].get(f"{W}id"), notes[1].get(f"{W}id")
    notes[0].set(f"{W}id", other)
    notes[1].set(f"{W}id", one)
    return True


def drop_mark(doc: Doc) -> bool:
    return first(
        list(references(doc.text)), lambda mark: mark.getparent().getparent().remove(mark.getparent()), 1
    )


def drop_all_marks(doc: Doc) -> bool:
    for paragraph in paragraphs(doc, claim=True, noted=True)[:1]:
        for mark in list(references(paragraph)):
            mark.getparent().getparent().remove(mark.getparent())
        return True
    return False


def repeat_mark(doc: Doc) -> bool:
    """A claim without a note gets that of another."""
    bare, marks = paragraphs(doc, claim=True, noted=False), list(references(doc.text))
    if not bare or not marks:
        return False
    bare[0].append(deepcopy(marks[0].getparent()))
    return True


def empty_note(doc: Doc) -> bool:
    notes = doc.notes()
    return bool(notes) and first(list(notes[0].iter(f"{W}p")), lambda p: say(p, ""))


def in_note(pattern: str, new: str) -> Callable[[Doc], bool]:
    def act(doc: Doc) -> bool:
        for note in doc.notes():
            for text in note.iter(f"{W}t"):
                if re.search(pattern, text.text or ""):
                    text.text = re.sub(pattern, new, text.text, count=1)
                    return True
        return False

    return act


def change_link(doc: Doc) -> bool:
    for name in (
        "word/_rels/document.xml.rels",
        "word/_rels/footnotes.xml.rels",
        "word/_rels/endnotes.xml.rels",
    ):
        if name in doc.parts:
            for rel in doc.root(name):
                if rel.get("TargetMode") == "External":
                    rel.set("Target", "https://elsewhere.example/other")
                    return True
    return False


def drop_link(doc: Doc) -> bool:
    links = [link for link in doc.text.iter(f"{W}hyperlink") if link.get(R_ID)]
    return first(links, lambda link: link.attrib.pop(R_ID))


def in_column(column: str, new: str = "") -> Callable[[Doc], bool]:
    def act(doc: Doc) -> bool:
        cell = cell_of(doc, column)
        if cell is None:
            return False
        if not new:
            return spell(cell)
        say(next(p for p in cell.iter(f"{W}p") if words(p)), new)
        return True

    return act


def judgement_of(doc: Doc) -> list[Element]:
    cell = cell_of(doc, "Judgement")
    return [p for p in cell.iter(f"{W}p") if words(p)] if cell is not None else []


def drop(style: str, *, claim: bool | None = None, at: int = 0) -> Callable[[Doc], bool]:
    return lambda doc: first(paragraphs(doc, style, claim=claim), lambda p: p.getparent().remove(p), at)


def spell_in(style: str, *, claim: bool | None = None, at: int = 0) -> Callable[[Doc], bool]:
    return lambda doc: first(paragraphs(doc, style, claim=claim), spell, at)


def add_after(style: str, new: Callable[[], Element], *, claim: bool | None = None) -> Callable[[Doc], bool]:
    return lambda doc: first(paragraphs(doc, style, claim=claim), lambda p: p.addnext(new()))


def move_claim(doc: Doc) -> bool:
    """Under the next heading."""
    claims, heads = paragraphs(doc, "BodyText", claim=True), paragraphs(doc, "Heading1")
    later = [h for h in heads if claims and claims[0].getparent().index(claims[0]) < h.getparent().index(h)]
    if not later:
        return False
    later[0].addnext(claims[0])
    return True


def copy_claim(doc: Doc) -> bool:
    def act(paragraph: Element) -> None:
        copy = deepcopy(paragraph)
        spell(copy)
        paragraph.addnext(copy)

    return first(paragraphs(doc, claim=True, noted=True), act)


def turn_round(doc: Doc) -> bool:
    def act(paragraph: Element) -> None:
        text = next(t for t in paragraph.iter(f"{W}t") if " " in (t.text or ""))
        text.text = text.text.replace(" ", " not ", 1)

    return first(judgement_of(doc), act)


def raise_marking(doc: Doc) -> bool:
    done = False
    for edge in doc.edges():
        for text in edge.iter(f"{W}t"):
            if "TLP:" in (text.text or ""):
                text.text, done = re.sub(r"TLP:[A-Z+]+", "TLP:RED", text.text), True
    return done


def drop_edges(doc: Doc) -> bool:
    found = list(doc.text.iter(f"{W}headerReference"))
    for each in found:
        each.getparent().remove(each)
    return bool(found)


def portion(doc: Doc) -> bool:
    for text in doc.text.iter(f"{W}t"):
        if re.match(r"\(TLP:\w+", text.text or ""):
            text.text = "(TLP:CLEAR) "
            return True
    return False


def in_run(change: Callable[[Element], None]) -> Callable[[Doc], bool]:
    """Act on a run of its own that holds one word of the first claim with several words."""

    def act(doc: Doc) -> bool:
        for paragraph in paragraphs(doc, claim=True):
            for text in paragraph.iter(f"{W}t"):
                pieces = (text.text or "").split(" ", 2)
                if len(pieces) == 3:
                    run = text.getparent()
                    before, middle = deepcopy(run), deepcopy(run)
                    for piece, said in (
                        (before, f"{pieces[0]} "),
                        (middle, f"{pieces[1]} "),
                        (run, pieces[2]),
                    ):
                        piece.find(f"{W}t").text = said
                        piece.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    run.addprevious(before)
                    run.addprevious(middle)
                    change(middle)
                    return True
        return False

    return act


def _wrapped(run: Element, tag: str) -> Element:
    holder = etree.Element(f"{W}{tag}", {f"{W}id": "9001", f"{W}author": "X"})
    run.addprevious(holder)
    holder.append(run)
    return holder


def _delete_tracked(run: Element) -> None:
    _wrapped(run, "del")
    for text in run.iter(f"{W}t"):
        text.tag = f"{W}delText"


def _insert_tracked(run: Element) -> None:
    new = deepcopy(run)
    new.find(f"{W}t").text = "never "
    run.addnext(new)
    _wrapped(new, "ins")


def _look(run: Element, name: str) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    etree.SubElement(properties, f"{W}{name}")


def field_link(doc: Doc) -> bool:
    def act(paragraph: Element) -> None:
        runs = "".join(
            f"<w:r>{inner}</w:r>"
            for inner in (
                '<w:fldChar w:fldCharType="begin"/>',
                '<w:instrText> HYPERLINK "https://elsewhere.example" </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>', "<w:t>more</w:t>",
                '<w:fldChar w:fldCharType="end"/>',
            )
        )  # fmt: skip
        paragraph.extend(list(etree.fromstring(f'<x xmlns:w="{W_NS}">{runs}</x>')))

    return first(paragraphs(doc, claim=True), act)


def deleted_break(doc: Doc) -> bool:
    def act(paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        etree.SubElement(
            etree.SubElement(properties, f"{W}rPr"), f"{W}del", {f"{W}id": "9", f"{W}author": "X"}
        )

    return first(paragraphs(doc, "BodyText", claim=True), act)


def picture() -> Element:
    paragraph = made("", "BodyText")
    paragraph.append(etree.fromstring(f'<w:r xmlns:w="{W_NS}"><w:drawing/></w:r>'))
    return paragraph


def add_row(doc: Doc) -> bool:
    cell = cell_of(doc, "Role")
    if cell is None:
        return False
    row = deepcopy(cell.getparent())
    spell(row)
    cell.getparent().addnext(row)
    return True


def drop_row(column: str) -> Callable[[Doc], bool]:
    def act(doc: Doc) -> bool:
        cell = cell_of(doc, column)
        if cell is None:
            return False
        cell.getparent().getparent().remove(cell.getparent())
        return True

    return act


ALTERATIONS: dict[str, Callable[[Doc], bool]] = {
    "a letter of a claim": spell_in("BodyText|Lead|ListBullet", claim=True),
    "a claim is taken out": drop("BodyText", claim=True),
    "a claim without note is added": add_after(
        "BodyText", lambda: made("Fifty-nine soldiers have died."), claim=True
    ),
    "a claim is copied onto a note and changed": copy_claim,
    "a claim is moved under another heading": move_claim,
    "two claims change places": lambda doc: _swap_two(paragraphs(doc, "BodyText", claim=True)),
    "two note marks change places": swap_marks,
    "the texts of two notes change places": swap_notes,
    "a note of a claim is taken out": drop_mark,
    "all notes of a claim are taken out": drop_all_marks,
    "a claim without note gets one": repeat_mark,
    "a note is emptied": empty_note,
    "a quote is altered": lambda doc: first(doc.notes(), spell, 1),
    "a date in a note": in_note(r"20\d\d", "2019"),
    "a grade in a note": in_note(r"[Gg]raded [A-F]", "graded F"),
    "the title in a note": lambda doc: (
        bool(doc.notes()) and spell([*doc.notes()[0].iter(f"{W}hyperlink"), doc.notes()[0]][0])
    ),
    "a link leads elsewhere": change_link,
    "a link is taken off": drop_link,
    "a link is put in as a field": field_link,
    "a judgement is turned round": turn_round,
    "a likelihood": in_column("Likelihood", "Almost certain"),
    "a confidence": in_column("Confidence", "High"),
    "a horizon": in_column("Horizon", "Until 2099"),
    "a reason, basis or indicator": lambda doc: first(
        [p for p in paragraphs(doc, "TableNote") if ": " in words(p)], spell
    ),
    "a judgement is taken out": drop_row("Judgement"),
    "the marking above and below": raise_marking,
    "header and footer are taken off": drop_edges,
    "a portion mark": portion,
    "a heading is reworded": spell_in("Heading1"),
    "a heading is taken out": drop("Heading1"),
    "a heading is added": add_after("BodyText", lambda: made("Assessment", "Heading1"), claim=True),
    "two headings change places": lambda doc: _swap_two(paragraphs(doc, "Heading1")),
    "the title": spell_in("Title"),
    "a fact below the title": spell_in("FactValue"),
    "the name of an actor": in_column("Actor"),
    "the role of an actor": in_column("Role"),
    "an actor is added": add_row,
    "an actor is taken out": drop_row("Role"),
    "an entry of the source list": spell_in("SourceEntry"),
    "an entry of the source list is taken out": drop("SourceEntry"),
    "two entries of the source list change places": lambda doc: _swap_two(paragraphs(doc, "SourceEntry")),
    "a paragraph nobody tagged is added": add_after(
        "SourceEntry", lambda: made("Also see our earlier note.")
    ),
    "a paragraph nobody tagged is changed": spell_in("SmallPrint"),
    "a paragraph nobody tagged is taken out": drop("SmallPrint"),
    "a picture": add_after("BodyText", picture, claim=True),
    "a tracked insertion": in_run(_insert_tracked),
    "a tracked deletion": in_run(_delete_tracked),
    "a word is hidden": in_run(lambda run: _look(run, "vanish")),
    "a word is struck": in_run(lambda run: _look(run, "strike")),
    "a break between two claims is deleted, tracked": deleted_break,
}


def strip_tags(doc: Doc) -> bool:
    for control in list(doc.text.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)
    for mark in list(doc.text.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
    return True


def strip_styles(doc: Doc) -> bool:
    roots = [doc.text, *(doc.root(n) for n in ("word/footnotes.xml", "word/endnotes.xml") if n in doc.parts)]
    for root in roots:
        for style in list(root.iter(f"{W}rStyle", f"{W}pStyle")):
            if style.get(f"{W}val") not in ("FootnoteReference", "EndnoteReference"):
                style.getparent().remove(style)
    return True


def split_runs(doc: Doc) -> bool:
    for text in list(doc.text.iter(f"{W}t")):
        if len(text.text or "") > 3:
            run, half = text.getparent(), len(text.text) // 2
            other = deepcopy(run)
            texts = other.findall(f"{W}t")
            if any(child.tag not in (f"{W}t", f"{W}rPr") for child in run) or len(run.findall(f"{W}t")) != 1:
                continue
            texts[0].text, text.text = text.text[half:], text.text[:half]
            for each in (texts[0], text):
                each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addnext(other)
            run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
            run.set(f"{W}rsidR", "00AB12CD")
    return True


def shorten(how: Callable[[str], str]) -> Callable[[Doc], bool]:
    def act(doc: Doc) -> bool:
        for note in doc.notes():
            for style in note.iter(f"{W}rStyle"):
                run = style.getparent().getparent()
                texts = run.findall(f"{W}t")
                if (
                    style.get(f"{W}val", "").startswith("NoteQuote")
                    and len(texts) == 1
                    and len(texts[0].text.split()) > 5
                ):
                    texts[0].text = how(texts[0].text)
                    return True
        return False

    return act


def unquoted(doc: Doc) -> Iterator[Element]:
    """The words of the text that are no exact words of a source."""
    for text in doc.text.iter(f"{W}t"):
        style = text.getparent().find(f"{W}rPr/{W}rStyle")
        if style is None or not style.get(f"{W}val", "").startswith("NoteQuote"):
            yield text


def blanks(doc: Doc) -> bool:
    for text in doc.text.iter(f"{W}t"):
        text.text = (text.text or "").replace(" ", "\u00a0  ", 1)
    return True


def marks(doc: Doc) -> bool:
    for text in unquoted(doc):
        text.text = (text.text or "").replace("“", '"').replace("”", '"').replace("’", "'")
    return True


def unseen(doc: Doc) -> bool:
    for text in unquoted(doc):
        text.text = f"\u200e{text.text or ''}\u00ad\u200f"
    return True


def fonts(doc: Doc) -> bool:
    for run in list(doc.text.iter(f"{W}r")):
        _look(run, "b")
        etree.SubElement(run.find(f"{W}rPr"), f"{W}sz", {f"{W}val": "30"})
    return True


def pages(doc: Doc) -> bool:
    for edge in doc.edges():
        for text in edge.iter(f"{W}t"):
            if text.text == "1":
                text.text = "12"
    return True


def contents_computed(doc: Doc) -> bool:
    """As Word fills them: a leader and the page, itself a field, behind the words of each entry."""
    found = False
    for link in doc.text.iter(f"{W}hyperlink"):
        if (link.get(f"{W}anchor") or "").startswith("_Toc"):
            pieces = ("<w:tab/>", '<w:fldChar w:fldCharType="begin"/>',
                "<w:instrText> PAGEREF x </w:instrText>",
                      '<w:fldChar w:fldCharType="separate"/>', "<w:t>7</w:t>",
                      '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
            for piece in pieces:
                link.append(etree.fromstring(f'<w:r xmlns:w="{W_NS}">{piece}</w:r>'))
            found = True
    return found


def contents_lost_their_fields(doc: Doc) -> bool:
    """As a program writes them that knows no fields: words, dots, a number."""
    styles = [p.find(f"{W}pPr/{W}pStyle") for p in doc.text.iter(f"{W}p")]
    toc = [
        s.getparent().getparent()
        for s in styles
        if s is not None and re.fullmatch(r"TOC\d", s.get(f"{W}val"))
    ]
    for paragraph in toc:
        say(paragraph, f"{words(paragraph)} ........ 3")
        for node in list(paragraph.iter(f"{W}fldChar", f"{W}instrText")):
            node.getparent().remove(node)
    for node in list(doc.text.iter(f"{W}fldChar", f"{W}instrText")):
        node.getparent().remove(node)
    return bool(toc)


def link_as_field(doc: Doc) -> bool:
    links = {rel.get("Id"): rel.get("Target") for rel in doc.root("word/_rels/document.xml.rels")}
    found = False
    for link in list(doc.text.iter(f"{W}hyperlink")):
        if link.get(R_ID):
            code = f' HYPERLINK "{links[link.get(R_ID)]}" '
            for inner in (
                f'<w:fldChar xmlns:w="{W_NS}" w:fldCharType="begin"/>', f'<w:instrText xmlns:w="{W_NS}"/>',
                f'<w:fldChar xmlns:w="{W_NS}" w:fldCharType="separate"/>',
            ):  # fmt: skip
                run = etree.Element(f"{W}r")
                run.append(etree.fromstring(inner))
                if run[0].tag == f"{W}instrText":
                    run[0].text = code
                link.addprevious(run)
            for child in list(link):
                link.addprevious(child)
            end = etree.Element(f"{W}r")
            etree.SubElement(end, f"{W}fldChar", {f"{W}fldCharType": "end"})
            link.addprevious(end)
            link.getparent().remove(link)
            found = True
    return found


def lose(*patterns: str) -> Callable[[Doc], bool]:
    def act(doc: Doc) -> bool:
        doc.gone |= {name for name in doc.parts for pattern in patterns if re.fullmatch(pattern, name)}
        return bool(doc.gone)

    return act


def comment(doc: Doc) -> bool:
    def act(paragraph: Element) -> None:
        for tag in ("commentRangeStart", "commentRangeEnd"):
            paragraph.append(etree.Element(f"{W}{tag}", {f"{W}id": "77"}))
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}commentReference", {f"{W}id": "77"})

    return first(paragraphs(doc, claim=True), act)


def _ellipsis(quote: str) -> str:
    pieces = quote.split(" ")
    return " ".join((*pieces[:2], "[…]", *pieces[-2:]))


HARMLESS: dict[str, Callable[[Doc], bool]] = {
    "nothing": lambda doc: True,
    "packed anew": lambda doc: doc.text is not None,
    "tags and bookmarks gone": strip_tags,
    "styles gone": strip_styles,
    "tags, bookmarks and styles gone": lambda doc: strip_tags(doc) and strip_styles(doc),
    "runs split, with proofing marks and revision ids": split_runs,
    "fonts, sizes and weight": fonts,
    "blanks": blanks,
    "straight quotation marks": marks,
    "marks of direction and soft hyphens": unseen,
    "an ellipsis in a quote": shorten(_ellipsis),
    "a quote cut short": shorten(lambda quote: " ".join(quote.split(" ")[:4])),
    "a quote cut short at its beginning": shorten(lambda quote: " ".join(quote.split(" ")[-4:])),
    "page numbers computed": pages,
    "a table of contents computed": contents_computed,
    "a table of contents without its fields": contents_lost_their_fields,
    "links as fields": link_as_field,
    "a comment in the margin": comment,
    "the list lost, the check number kept": lose(r"customXml/.*"),
    "the check number lost, the list kept": lose(r"docProps/custom\.xml"),
}
