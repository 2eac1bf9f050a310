"""Our styles and lists in a template that has its own.

A style of the template is taken where its name is that of ours (names of Word's own styles are English in
the file, whatever Word shows; some programs write them translated), else where its id is; what is missing
is added, in the template's fonts and colour.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from briefing.exporting.word import word_styles
from briefing.exporting.word.elements import VAL, W_NS, Element, W, as_number, parse, sub
from briefing.exporting.word.property_order import put
from briefing.exporting.word.style_cascade import Cascade
from briefing.exporting.word.template_colours import AUTO, ENOUGH, WHITE, Palette, contrast, legible

_KINDS = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character"}
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Names that programs other than Word have been seen to write.
_LOCAL: dict[str, tuple[str, ...]] = {
    "normal": ("standard", "normal", "default paragraph style", "estándar", "padrão", "normale", "обычный",
        "正文", "標準", "內文", "표준"),
    "title": ("titel", "titre", "título", "titolo", "название", "tytuł", "标题", "表題", "標題"),
    "heading 1": ("überschrift 1", "titre 1", "título 1", "titolo 1", "kop 1", "rubrik 1", "overskrift 1",
        "nagłówek 1", "заголовок 1", "标题 1", "見出し 1", "標題 1", "제목 1"),
    "heading 2": ("überschrift 2", "titre 2", "título 2", "titolo 2", "kop 2", "rubrik 2", "overskrift 2",
        "nagłówek 2", "заголовок 2", "标题 2", "見出し 2", "標題 2", "제목 2"),
    "body text": ("textkörper", "text body", "corps de texte", "texto independiente", "corpo del testo",
        "brødtekst", "brödtext", "основной текст", "正文文本", "本文"),
    "list bullet": ("aufzählungszeichen", "liste à puces", "lista con viñetas", "punto elenco",
        "lijst opsom.teken", "列表项目符号", "箇条書き", "項目符號"),
    "footnote text": ("fußnotentext", "note de bas de page", "texto nota pie", "testo nota a piè di pagina",
        "voetnoottekst", "脚注文本", "脚注文字列", "註腳文字"),
    "footnote reference": ("fußnotenzeichen", "appel note de bas de p.", "ref. de nota al pie",
        "rimando nota a piè di pagina", "脚注引用", "脚注参照", "註腳參照"),
    "endnote text": ("endnotentext", "note de fin", "texto nota al final", "testo nota di chiusura",
        "尾注文本", "文末脚注文字列", "章節附註文字"),
    "endnote reference": ("endnotenzeichen", "appel de note de fin", "ref. de nota al final",
        "rimando nota di chiusura", "尾注引用", "文末脚注参照", "章節附註參照"),
    "header": ("kopfzeile", "en-tête", "encabezado", "intestazione", "koptekst", "页眉", "ヘッダー", "頁首"),
    "footer": ("fußzeile", "pied de page", "pie de página", "piè di pagina", "voettekst",
        "页脚", "フッター", "頁尾"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mapping:
    """Ids of ours and what they are in the template. `bulleted`: styles that bring a list of their own;
    `added`: those it did not have.
    """

    paragraph: dict[str, str]
    character: dict[str, str]
    numbers: dict[str, str]
    bulleted: frozenset[str]
    accent: str
    remark: str = ""
    added: frozenset[str] = frozenset()

    def ids(self, *ours: str) -> frozenset[str]:
        """Return what some styles of ours are in the template."""
        return frozenset(
            each[ident] for each in (self.paragraph, self.character) for ident in ours if ident in each
        )

    def apply(self, elements: list[Element]) -> None:
        """Rename the ids in elements of ours."""
        tags = (f"{W}pStyle", f"{W}rStyle", f"{W}numId", f"{W}top", f"{W}shd")
        for element in elements:
            for node in element.iter(*tags):
                value = node.get(VAL)
                if node.tag == tags[0]:
                    node.set(VAL, self.paragraph.get(value, value))
                elif node.tag == tags[1]:
                    node.set(VAL, self.character.get(value, value))
                elif node.tag == tags[2]:
                    self._numbered(node)
                elif node.get(f"{W}color") == word_styles.ACCENT:
                    node.set(f"{W}color", self.accent)
                elif node.get(f"{W}fill") == word_styles.BAR:
                    node.set(f"{W}fill", self.accent)

    def _numbered(self, node: Element) -> None:
        holder = node.getparent()
        style = holder.getparent().find(f"{W}pStyle")
        if style is not None and style.get(VAL) in self.bulleted:
            holder.getparent().remove(holder)
        else:
            node.set(VAL, self.numbers.get(node.get(VAL), node.get(VAL)))


def merge(document: Any, elements: list[Element], language: str, palette: Palette) -> Mapping:
    """Add to the document the styles and lists that our elements use and it lacks; return what is what.

    The accent is the template's where it can be read on its page, else ours; `remark` then says so.
    """
    root = document.styles.element
    _unframe(root)
    known = _Known(root)
    ours = {s.get(f"{W}styleId"): s for s in parse(word_styles.styles_xml(language)).iter(f"{W}style")}
    heading = known.match("paragraph", "Heading1", "heading 1")
    accent, remark = _accent(Cascade(root), palette, heading)
    added: set[str] = set()
    made: dict[str, dict[str, str]] = {"paragraph": {}, "character": {}}
    for kind, ident in _used(elements, ours):
        name = _name(ours[ident])
        found = known.match(kind, ident, name)
        made[kind][ident] = found or known.free(ident)
        if not found:
            added.add(made[kind][ident])
            _add(root, known, ours[ident], made[kind], accent)
    bulleted = frozenset(i for i in made["paragraph"].values() if known.has_list(i))
    used_numbers = {n.get(VAL) for e in elements for n in e.iter(f"{W}numId")}
    numbers = _lists(document, used_numbers) if used_numbers else {}
    return Mapping(made["paragraph"], made["character"], numbers, bulleted, accent, remark, frozenset(added))


def _accent(cascade: Cascade, palette: Palette, heading: str) -> tuple[str, str]:
    """Return the colour of the template's headings, or ours and why."""
    found = cascade.find(heading, "", "rPr/color") if heading else None
    color = palette.text(found) if found is not None else ""
    ours = legible((word_styles.ACCENT, word_styles.INK, WHITE), palette.page)
    if color in ("", AUTO):
        return ours, ""
    ratio = contrast(color, palette.page)
    if ratio >= ENOUGH:
        return color, ""
    return ours, (
        f"The colour of the template's headings (#{color}) has a contrast of {ratio:.1f}:1 to the page, and "
        f"{ENOUGH}:1 is needed to be read; the brief has its own."
    )


def _unframe(root: Element) -> None:
    """Take a frame out of the document's defaults: it would put every paragraph into one."""
    for frame in root.findall(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}framePr"):
        frame.getparent().remove(frame)


def _used(elements: list[Element], ours: dict[str, Element]) -> list[tuple[str, str]]:
    """Return (kind, id) of the styles used, those they are based on first."""
    found: dict[tuple[str, str], None] = {}

    def note(kind: str, ident: str) -> None:
        based = ours[ident].find(f"{W}basedOn")
        if based is not None:
            note(kind, based.get(VAL))
        found[kind, ident] = None

    seen = {
        (_KINDS[node.tag], node.get(VAL))
        for element in elements
        for node in element.iter(f"{W}pStyle", f"{W}rStyle")
    }
    for kind, ident in sorted(seen):
        if ident in ours:
            note(kind, ident)
    return list(found)


class _Known:
    """The styles of a template by kind and folded name, and by id."""

    def __init__(self, root: Element) -> None:
        self.by_name: dict[tuple[str, str], str] = {}
        self.by_id: dict[str, Element] = {}
        self.default = ""
        self._root = root
        for style in root.iter(f"{W}style"):
            ident, kind = style.get(f"{W}styleId", ""), style.get(f"{W}type", "paragraph")
            self.by_id[ident] = style
            aliases = style.find(f"{W}aliases")
            names = [_name(style), *(aliases.get(VAL, "").split(",") if aliases is not None else ())]
            for name in names:
                self.by_name.setdefault((kind, _folded(name)), ident)
            if kind == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self.default = ident

    def match(self, kind: str, ident: str, name: str) -> str:
        """Return the id of the template's style that is this one, "" for none."""
        for each in (name, *_LOCAL.get(name.casefold(), ())):
            found = self.by_name.get((kind, _folded(each)))
            if found is not None and self.fits(found):
                return found
        style = self.by_id.get(ident)
        if style is not None and style.get(f"{W}type", "paragraph") == kind and self.fits(ident):
            return ident
        return self.default if ident == "Normal" and self.fits(self.default) else ""

    def fits(self, ident: str) -> bool:
        """Whether words may stand in a style: not where it puts them into a frame or fills them with
        nothing.
        """
        for style in self._chain(ident):
            if style.find(f"{W}pPr/{W}framePr") is not None:
                return False
            if next(style.iter(f"{_W14}noFill"), None) is not None:
                return False
        return True

    def named(self, kind: str, name: str) -> bool:
        """Whether a style has this name."""
        return (kind, _folded(name)) in self.by_name

    def free(self, ident: str) -> str:
        """Return an id that no style has yet, and take it."""
        number, made = 1, ident
        folded = {known.casefold() for known in self.by_id}
        while made.casefold() in folded:
            number += 1
            made = f"{ident}{number}"
        return made

    def has_list(self, ident: str) -> bool:
        """Whether a style, or one it is based on, numbers its paragraphs."""
        numbers = (style.find(f"{W}pPr/{W}numPr") for style in self._chain(ident))
        found = next((number for number in numbers if number is not None), None)
        number = found.find(f"{W}numId") if found is not None else None
        return found is not None and (number is None or number.get(VAL) != "0")

    def _chain(self, ident: str) -> tuple[Element, ...]:
        return Cascade(self._root).chain(ident)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _name(style: Element) -> str:
    name = style.find(f"{W}name")
    return name.get(VAL, "") if name is not None else ""


def _add(root: Element, known: _Known, style: Element, made: dict[str, str], accent: str) -> None:
    added = deepcopy(style)
    old = added.get(f"{W}styleId")
    added.set(f"{W}styleId", made[old])
    added.attrib.pop(f"{W}default", None)
    for tag in ("basedOn", "next"):
        link = added.find(f"{W}{tag}")
        if link is not None:
            to = made.get(link.get(VAL)) or known.match("paragraph", link.get(VAL), link.get(VAL))
            if to:
                link.set(VAL, to)
            else:
                added.remove(link)
    name = added.find(f"{W}name")
    if known.named(added.get(f"{W}type", ""), name.get(VAL)):
        name.set(VAL, f"{name.get(VAL)} (brief)")
    if added.get(f"{W}type") == "paragraph":
        _state(added.find(f"{W}pPr"))
    for node in added.iter(f"{W}color", f"{W}left"):
        for key in (VAL, f"{W}color"):
            if node.get(key) == word_styles.ACCENT:
                node.set(key, accent)
    root.append(added)
    known.by_id[made[old]] = added


def _state(properties: Element) -> None:
    """Say in a style of ours what it would else take from the template's: break, number, indent, place on the
    line.
    """
    put(properties, "pageBreakBefore", val="0")
    numbers = put(properties, "numPr")
    if not len(numbers):
        sub(numbers, "numId", val="0")
    put(properties, "spacing", beforeAutospacing="0", afterAutospacing="0")
    indent = put(properties, "ind")
    for side in ("left", "right", *(() if indent.get(f"{W}hanging") else ("firstLine",))):
        if indent.get(f"{W}{side}") is None:
            indent.set(f"{W}{side}", "0")
    put(properties, "contextualSpacing", val="0")
    if properties.find(f"{W}jc") is None:
        put(properties, "jc", val="left")


def _lists(document: Any, used: set[str]) -> dict[str, str]:
    root = _numbering(document)
    taken = [as_number(n.get(f"{W}abstractNumId")) for n in root.iter(f"{W}abstractNum")]
    numbered = [as_number(n.get(f"{W}numId")) for n in root.iter(f"{W}num")]
    next_list, next_number = max([0, *taken]) + 1, max([0, *numbered]) + 1
    found: dict[str, str] = {}
    ours = parse(word_styles.numbering_xml())
    first = next(iter(root.iter(f"{W}num")), None)
    for number in ours.findall(f"{W}num"):
        ident = number.get(f"{W}numId")
        if ident not in used:
            continue
        old = number.find(f"{W}abstractNumId").get(VAL)
        listed = next(a for a in ours.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == old)
        listed.set(f"{W}abstractNumId", str(next_list))
        number.find(f"{W}abstractNumId").set(VAL, str(next_list))
        number.set(f"{W}numId", str(next_number))
        if first is None:
            root.append(listed)
            first = number
        else:
            first.addprevious(listed)
        last = root.findall(f"{W}num")
        last[-1].addnext(number) if last else root.append(number)
        found[ident] = str(next_number)
        next_list, next_number = next_list + 1, next_number + 1
    return found


def _numbering(document: Any) -> Element:
    main = document.part
    for relation in main.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    made = XmlPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING,
        parse_xml(f'<w:numbering xmlns:w="{W_NS}"/>'), main.package,
    )  # fmt: skip
    main.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return made.element
