"""What programs and hands do to a file without saying anything: nothing is proposed, and nothing is remarked
on.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from lxml import etree

from briefing.exporting.word.elements import W
from tests.briefing.reviewing.outside import Edit, at_edge, edges, notes_part, xml
from tests.briefing.reviewing.test_edits import both, typed
from tests.briefing.reviewing.word import Desk, made, run


def everywhere(change: Any) -> Edit:
    """A change of the body, and of each header, footer and note."""

    def edit(desk: Desk) -> None:
        change(desk.body)
        names = [n for n in desk.parts if re.fullmatch(r"word/(header|footer|footnotes|endnotes)\w*\.xml", n)]
        for name in names:
            root: Any = etree.fromstring(desk.parts[name])
            change(root)
            desk.parts[name] = etree.tostring(root, encoding="UTF-8")

    return edit


def in_pieces(root: Any) -> None:
    """Runs split after each seventh letter, as proofing and saving numbers split them."""
    for own in list(root.iter(f"{W}r")):
        texts = own.findall(f"{W}t")
        if len(texts) != 1 or len(texts[0].text or "") < 8:
            continue
        words = texts[0].text
        for at in range(0, len(words), 7):
            piece = deepcopy(own)
            piece.find(f"{W}t").text = words[at : at + 7]
            piece.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            piece.set(f"{W}rsidR", f"00{at:06X}")
            own.addprevious(piece)
            own.addprevious(made("proofErr", type="spellStart"))
        own.getparent().remove(own)


def coloured(root: Any) -> None:
    for own in root.iter(f"{W}r"):
        properties = own.find(f"{W}rPr")
        if properties is None:
            properties = made("rPr")
            own.insert(0, properties)
        properties.append(made("highlight", val="yellow"))
        properties.append(made("lang", val="fr-FR"))


def computed(root: Any) -> None:
    """Fields brought up to date: the words between the mark that separates and the one that ends are
    others.
    """
    shown = False
    for node in list(root.iter(f"{W}fldChar", f"{W}t", f"{W}instrText")):
        if node.tag == f"{W}instrText":
            code = node.text or ""
        elif node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            shown = kind == "separate" and "TOC" not in code
            if shown and "PAGEREF" in code:
                node.getparent().addnext(run("7"))
        elif shown:
            node.text = "7"


def unspaced(text: str, new: str) -> Edit:
    def change(root: Any) -> None:
        for own in root.iter(f"{W}t"):
            own.text = (own.text or "").replace(text, new)

    return everywhere(change)


def smart_tags(root: Any) -> None:
    for own in list(root.iter(f"{W}r")):
        if own.getparent().tag == f"{W}p" and own.find(f"{W}t") is not None:
            tag = made("smartTag")
            own.addprevious(tag)
            tag.append(own)


def renumbered(desk: Desk) -> None:
    """Ids of notes given again from 2, as programs do."""
    name = notes_part(desk)
    tag = "footnote" if "foot" in name else "endnote"
    root: Any = etree.fromstring(desk.parts[name])
    for holder, kind in ((root, tag), (desk.body, f"{tag}Reference")):
        for node in holder.iter(f"{W}{kind}"):
            if int(node.get(f"{W}id")) > 0:
                node.set(f"{W}id", str(int(node.get(f"{W}id")) + 40))
    desk.parts[name] = etree.tostring(root, encoding="UTF-8")


def renamed_header(desk: Desk) -> None:
    for name in edges(desk):
        new = name.replace("word/", "word/x_")
        desk.parts[new] = desk.parts.pop(name)
        if (rels := name.replace("word/", "word/_rels/") + ".rels") in desk.parts:
            desk.parts[new.replace("word/", "word/_rels/") + ".rels"] = desk.parts.pop(rels)
        old, fresh = name.removeprefix("word/").encode(), new.removeprefix("word/").encode()
        for part in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
            desk.parts[part] = desk.parts[part].replace(old, fresh)


def hidden_bookmarks(desk: Desk) -> None:
    for number, paragraph in enumerate(list(desk.body.iter(f"{W}p"))):
        paragraph.append(xml(f'<w:bookmarkStart w:id="{70000 + number}" w:name="_Hlk{number}"/>'))
        paragraph.append(made("bookmarkEnd", id=str(70000 + number)))


def empty_paragraphs(desk: Desk) -> None:
    for item in ("c-count", "c-gap2", "c-line"):
        desk.paragraph(item).addnext(made("p"))
        desk.paragraph(item).addprevious(xml('<w:p><w:r><w:t xml:space="preserve">  </w:t></w:r></w:p>'))


def broken_page(desk: Desk) -> None:
    desk.paragraph("c-count").addnext(xml('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'))


def capital_host(desk: Desk) -> None:
    name = "word/_rels/document.xml.rels"
    desk.parts[name] = desk.parts[name].replace(b"https://example.org/port", b"HTTPS://Example.ORG/port")


def formats_tracked(desk: Desk) -> None:
    for own in desk.control("c-count").iter(f"{W}r"):
        properties = made("rPr")
        properties.append(desk.change("rPrChange", made("rPr")))
        own.insert(0, properties)


def wider(desk: Desk) -> None:
    for margins in desk.body.iter(f"{W}pgMar"):
        margins.set(f"{W}left", "900")


def properties_changed(desk: Desk) -> None:
    desk.parts["docProps/core.xml"] = re.sub(
        rb"(lastModifiedBy>)[^<]*", rb"\1Somebody else", desk.parts["docProps/core.xml"]
    )


def settings_changed(desk: Desk) -> None:
    desk.parts["word/settings.xml"] = desk.parts["word/settings.xml"].replace(
        b"</w:settings>", b'<w:trackRevisions/><w:zoom w:percent="120"/></w:settings>'
    )


def bold_off_heads(root: Any) -> None:
    for mark in list(root.iter(f"{W}shd", f"{W}color")):
        mark.getparent().remove(mark)


HARMLESS: list[tuple[str, Edit]] = [
    ("runs in pieces", everywhere(in_pieces)),
    ("highlighted, another language", everywhere(coloured)),
    ("colours taken off", everywhere(bold_off_heads)),
    ("smart tags", everywhere(smart_tags)),
    ("fields brought up to date", everywhere(computed)),
    ("no-break spaces for blanks", unspaced(" of ", "\u00a0of\u00a0")),
    ("two blanks for one", unspaced(". ", ".  ")),
    ("straight quotation marks", unspaced("’", "'")),
    ("an ellipsis", unspaced("...", "…")),
    ("a hyphen that does not break", unspaced("walk-out", "walk\u2011out")),
    ("a dash", unspaced(" -- ", " – ")),
    ("marks of direction", unspaced("The ", "\u200eThe ")),
    ("soft hyphens", unspaced("terminal", "termi\u00adnal")),
    ("a line break behind a blank", lambda d: d.control("c-count").append(xml("<w:r><w:br/></w:r>"))),
    ("an empty run", lambda d: d.control("c-count").append(made("r"))),
    ("ids of notes given again", renumbered),
    ("headers under other names", renamed_header),
    ("hidden bookmarks", hidden_bookmarks),
    ("empty paragraphs", empty_paragraphs),
    ("a page break", broken_page),
    ("a host in capitals", capital_host),
    ("formatting tracked", formats_tracked),
    ("other margins", wider),
    ("other properties", properties_changed),
    ("tracking switched on", settings_changed),
    ("controls taken off", lambda d: d.strip_tags()),
    ("controls and bookmarks taken off", lambda d: d.strip_tags(bookmarks=True)),
    ("spaces at the ends of headers", at_edge(lambda r: next(r.iter(f"{W}p")).append(run("  ")))),
    ("a capital by itself", both(typed("c-fuel", "if ferries", "if  ferries"))),
]  # fmt: skip
