"""Our styles and lists in a template that has its own.

A style of the template is taken where its name is that of ours (names of Word's own styles are English in
the file, whatever Word shows; some programs write them translated), else where its id is; what is missing
is added, in the template's fonts and colour.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from briefing.exporting.word import styles
from briefing.exporting.word.elements import VAL, W_NS, Element, W, parse

_KINDS = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# Names that programs other than Word have been seen to write.
_LOCAL: dict[str, tuple[str, ...]] = {
    "normal": ("standard", "normal", "default paragraph style", "estándar", "padrão", "normale", "обычный", "正文", "標準", "內文", "표준"),
    "title": ("titel", "titre", "título", "titolo", "название", "tytuł", "标题", "表題", "標題"),
    "heading 1": ("überschrift 1", "titre 1", "título 1", "titolo 1", "kop 1", "rubrik 1", "overskrift 1", "nagłówek 1", "заголовок 1", "标题 1", "見出し 1", "標題 1", "제목 1"),
    "heading 2": ("überschrift 2", "titre 2", "título 2", "titolo 2", "kop 2", "rubrik 2", "overskrift 2", "nagłówek 2", "заголовок 2", "标题 2", "見出し 2", "標題 2", "제목 2"),
    "body text": ("textkörper", "text body", "corps de texte", "texto independiente", "corpo del testo", "brødtekst", "brödtext", "основной текст", "正文文本", "本文"),
    "list bullet": ("aufzählungszeichen", "liste à puces", "lista con viñetas", "punto elenco", "lijst opsom.teken", "列表项目符号", "箇条書き", "項目符號"),
    "footnote text": ("fußnotentext", "note de bas de page", "texto nota pie", "testo nota a piè di pagina", "voetnoottekst", "脚注文本", "脚注文字列", "註腳文字"),
    "footnote reference": ("fußnotenzeichen", "appel note de bas de p.", "ref. de nota al pie", "rimando nota a piè di pagina", "脚注引用", "脚注参照", "註腳參照"),
    "endnote text": ("endnotentext", "note de fin", "texto nota al final", "testo nota di chiusura", "尾注文本", "文末脚注文字列", "章節附註文字"),
    "endnote reference": ("endnotenzeichen", "appel de note de fin", "ref. de nota al final", "rimando nota di chiusura", "尾注引用", "文末脚注参照", "章節附註參照"),
    "header": ("kopfzeile", "en-tête", "encabezado", "intestazione", "koptekst", "页眉", "ヘッダー", "頁首"),
    "footer": ("fußzeile", "pied de page", "pie de página", "piè di pagina", "voettekst", "页脚", "フッター", "頁尾"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mapping:
    """Ids of ours and what they are in the template. `bulleted`: styles that bring a list of their own."""

    paragraph: dict[str, str]
    character: dict[str, str]
    numbers: dict[str, str]
    bulleted: frozenset[str]
    accent: str

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
                elif node.get(f"{W}color") == styles.ACCENT:
                    node.set(f"{W}color", self.accent)
                elif node.get(f"{W}fill") == styles.BAR:
                    node.set(f"{W}fill", self.accent)

    def _numbered(self, node: Element) -> None:
        holder = node.getparent()
        style = holder.getparent().find(f"{W}pStyle")
        if style is not None and style.get(VAL) in self.bulleted:
            holder.getparent().remove(holder)
        else:
            node.set(VAL, self.numbers.get(node.get(VAL), node.get(VAL)))


def merge(document: Any, elements: list[Element], language: str) -> Mapping:
    """Add to the document the styles and lists that our elements use and it lacks; return what is what."""
    root = document.styles.element
    known = _Known(root)
    ours = {s.get(f"{W}styleId"): s for s in parse(styles.styles_xml(language)).iter(f"{W}style")}
    heading = known.match("paragraph", "Heading1", "heading 1")
    accent = _colour(root, heading) or styles.ACCENT
    made: dict[str, dict[str, str]] = {"paragraph": {}, "character": {}}
    for kind, ident in _used(elements, ours):
        name = _name(ours[ident])
        found = known.match(kind, ident, name)
        made[kind][ident] = found or known.free(ident)
        if not found:
            _add(root, known, ours[ident], made[kind], accent)
    bulleted = frozenset(i for i in made["paragraph"].values() if known.has_list(i))
    used_numbers = {n.get(VAL) for e in elements for n in e.iter(f"{W}numId")}
    numbers = _lists(document, used_numbers) if used_numbers else {}
    return Mapping(made["paragraph"], made["character"], numbers, bulleted, accent)


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
            if found is not None:
                return found
        style = self.by_id.get(ident)
        if style is not None and style.get(f"{W}type", "paragraph") == kind:
            return ident
        return self.default if ident == "Normal" else ""

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
        for _ in range(20):
            style = self.by_id.get(ident)
            if style is None:
                return False
            if style.find(f"{W}pPr/{W}numPr") is not None:
                return True
            based = style.find(f"{W}basedOn")
            ident = based.get(VAL, "") if based is not None else ""
        return False


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _name(style: Element) -> str:
    name = style.find(f"{W}name")
    return name.get(VAL, "") if name is not None else ""


def _colour(root: Element, ident: str) -> str:
    """Return the colour of a style, "" for none of its own."""
    for style in root.iter(f"{W}style"):
        if style.get(f"{W}styleId") == ident:
            color = style.find(f"{W}rPr/{W}color")
            value = color.get(VAL, "") if color is not None else ""
            return value if _HEX.fullmatch(value) else ""
    return ""


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
    for node in added.iter(f"{W}color", f"{W}left"):
        for key in (VAL, f"{W}color"):
            if node.get(key) == styles.ACCENT:
                node.set(key, accent)
    root.append(added)
    known.by_id[made[old]] = added


def _lists(document: Any, used: set[str]) -> dict[str, str]:
    root = _numbering(document)
    taken = [int(n.get(f"{W}abstractNumId") or 0) for n in root.iter(f"{W}abstractNum")]
    numbered = [int(n.get(f"{W}numId") or 0) for n in root.iter(f"{W}num")]
    next_list, next_number = max([0, *taken]) + 1, max([0, *numbered]) + 1
    found: dict[str, str] = {}
    ours = parse(styles.numbering_xml())
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
