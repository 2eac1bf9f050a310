"""Where in a template the brief goes: a content control or a bookmark named “brief”, else the end.

What stands there (a prompt, sample text) gives way to the brief; all else stays.
"""

from __future__ import annotations

from briefing.exporting.word.elements import VAL, Element, W

NAME = "brief"
# Marks that may stand between paragraphs and must outlive what is taken out.
_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}commentRangeStart", f"{W}commentRangeEnd")
_P, _PPR, _SECT, _TC, _BOX = f"{W}p", f"{W}pPr", f"{W}sectPr", f"{W}tc", f"{W}txbxContent"


class WordPlace:
    """A position: `before` is the element that the brief comes before, None for the end of `parent`."""

    def __init__(self, parent: Element, before: Element | None) -> None:
        self.parent = parent
        self.before = before

    def insert(self, elements: list[Element]) -> None:
        """Put elements there, in order."""
        for element in elements:
            if self.before is None:
                self.parent.append(element)
            else:
                self.before.addprevious(element)

    def section(self) -> Element | None:
        """Return the properties of the section the place is in."""
        node = self.before
        top = self.parent if node is None else node
        body = next((a for a in [top, *top.iterancestors()] if a.tag == f"{W}body"), None)
        if body is None:
            return None
        inside = next((a for a in [top, *top.iterancestors()] if a.getparent() is body), None)
        passed = inside is None
        for child in body:
            passed = passed or child is inside
            if passed:
                found = child if child.tag == _SECT else child.find(f"{_PPR}/{_SECT}")
                if found is not None:
                    return found
        return None

    def passed(self, tag: str) -> list[Element]:
        """Return the elements of a name that come before the place, in order."""
        stop, node = self.before, self.parent
        while stop is None and node is not None:
            stop, node = node.getnext(), node.getparent()
        found = []
        for each in self.parent.getroottree().iter():
            if each is stop:
                break
            if each.tag == tag:
                found.append(each)
        return found

    def leave_boxes(self) -> str:
        """Move the place below the table or text box it is in; return "table", "text box" or "".

        Word allows no notes in a text box, and cuts what is longer than the box.
        """
        around = [self.parent, *self.parent.iterancestors()]
        outer = [a for a in around if a.tag in (f"{W}tbl", _P)]
        if not outer:
            return ""
        for holder in outer[-1].iter(_TC, _BOX):
            _empty_copies(holder)
            if not len(holder) or holder[-1].tag != _P:
                holder.append(holder.makeelement(_P, {}))
        self.parent, self.before = outer[-1].getparent(), outer[-1].getnext()
        return "text box" if any(a.tag == _BOX for a in around) else "table"


def _empty_copies(holder: Element) -> None:
    """Take out the prompt's second copy, which Word writes for its older kinds (mc:Fallback)."""
    for control in [c for c in holder.iter(f"{W}sdt") if _named(c)]:
        control.getparent().remove(control)


def find(body: Element) -> WordPlace:
    """Return the place in a w:body, emptied of what marked it."""
    for control in body.iter(f"{W}sdt"):
        if _named(control):
            return _of_control(control)
    for mark in body.iter(f"{W}bookmarkStart"):
        if mark.get(f"{W}name", "").casefold() == NAME:
            return _of_bookmark(mark)
    return WordPlace(body, next((child for child in body if child.tag == _SECT), None))


def marked(root: Element) -> bool:
    """Whether a control or bookmark for the brief is in here."""
    return any(_named(control) for control in root.iter(f"{W}sdt")) or any(
        mark.get(f"{W}name", "").casefold() == NAME for mark in root.iter(f"{W}bookmarkStart")
    )


def _named(control: Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return False
    found = [properties.find(f"{W}{name}") for name in ("tag", "alias")]
    return any(each is not None and each.get(VAL, "").strip().casefold() == NAME for each in found)


def _of_control(control: Element) -> WordPlace:
    parent = control.getparent()
    if parent.tag in (f"{W}tr", f"{W}tbl"):
        # Round a whole cell or row: its first cell stays, without its words.
        content = control.find(f"{W}sdtContent")
        for child in list(content):
            control.addprevious(child)
        cell = control.getprevious()
        parent.remove(control)
        cell = cell if cell.tag == _TC else next(iter(cell.iter(_TC)), cell)
        for child in [c for c in cell if c.tag != f"{W}tcPr"]:
            cell.remove(child)
        return WordPlace(cell, None)
    # The nearest of these: a control between paragraphs of a text box is in the paragraph that holds the box.
    paragraph = next((a for a in control.iterancestors() if a.tag in (_P, _BOX)), None)
    if paragraph is None or paragraph.tag == _BOX:
        place = WordPlace(parent, control.getnext())
        _keep_sections(control)
        parent.remove(control)
        return place
    parent.remove(control)
    return _around(paragraph)


def _of_bookmark(mark: Element) -> WordPlace:
    body = next(a for a in mark.iterancestors() if a.tag == f"{W}body")
    end = _end_of_bookmark(mark, body)
    first, last = _block(mark), _block(end) if end is not None else None
    if last is None or first.getparent() is not last.getparent():
        _remove(mark, end)
        return _around(first) if first is not mark else WordPlace(body, body.find(_SECT))
    if first is last and first.tag == _P:
        _remove(*(node for node in _siblings(mark.getnext(), end) if node.tag not in _MARKS), mark, end)
        return _around(first)
    parent, after = first.getparent(), last.getnext()
    for node in _siblings(first, after):
        if node.tag not in _MARKS or node in (mark, end):
            _keep_sections(node)
            parent.remove(node)
    return WordPlace(parent, after)


def _end_of_bookmark(mark: Element, body: Element) -> Element | None:
    """Return the w:bookmarkEnd that belongs to a w:bookmarkStart, None where the body has none."""
    ident = mark.get(f"{W}id")
    return next((end for end in body.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == ident), None)


def _siblings(first: Element | None, stop: Element | None) -> list[Element]:
    """Return an element and those that follow it below its parent, up to `stop`, which is left out."""
    found = []
    while first is not None and first is not stop:
        found.append(first)
        first = first.getnext()
    return found


def _block(mark: Element) -> Element:
    """Return the paragraph a mark is in, or the mark where it stands between paragraphs."""
    found = next((a for a in [mark, *mark.iterancestors()] if a.tag == _P), None)
    return mark if found is None else found


def _remove(*elements: Element | None) -> None:
    for element in elements:
        if element is not None and element.getparent() is not None:
            element.getparent().remove(element)


def _around(paragraph: Element) -> WordPlace:
    """The brief follows a paragraph with words left, and stands in for an empty one."""
    parent, after = paragraph.getparent(), paragraph.getnext()
    ends_section = paragraph.find(f"{_PPR}/{_SECT}") is not None
    empty = not any((t.text or "").strip() for t in paragraph.iter(f"{W}t")) and not any(
        True
        for _ in paragraph.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}br", f"{W}footnoteReference")
    )
    if ends_section and empty:
        return WordPlace(parent, paragraph)
    if empty:
        for mark in [child for child in paragraph if child.tag in _MARKS]:
            paragraph.addprevious(mark)
        parent.remove(paragraph)
    return WordPlace(parent, after)


def _keep_sections(node: Element) -> None:
    """A section that ends in what is taken out must still end there."""
    for properties in [s for s in node.iter(_SECT) if s.getparent().tag == _PPR]:
        keeper = node.makeelement(_P, {})
        holder = keeper.makeelement(_PPR, {})
        keeper.append(holder)
        holder.append(properties)
        node.addprevious(keeper)
