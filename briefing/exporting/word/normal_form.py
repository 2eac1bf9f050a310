"""A template's package brought into the one form that all that comes after relies on.

What the standard lets differ (names by case or escape, the name of the main part, the types of relations,
Strict markup) is made one; what nothing of the text needs (macros, signatures, thumbnails, dangling
relations) is left out. The parts of the text get the names that Word gives them. python-docx and every reader
of ours know only that form.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import unquote

from lxml import etree

from briefing.errors import BadInput
from briefing.exporting.word import opc, strict_ooxml
from briefing.exporting.word.elements import Element, W
from briefing.exporting.word.opc import OFFICE, Relation
from briefing.xml_archive import parse_xml

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Parts by the last word of their relation: the name they get where there is but one of them, and their
# content type.
_KINDS: dict[str, tuple[str, str]] = {
    "officeDocument": ("word/document.xml", opc.MAIN),
    "styles": ("word/styles.xml", f"{_WML}styles+xml"),
    "settings": ("word/settings.xml", f"{_WML}settings+xml"),
    "numbering": ("word/numbering.xml", f"{_WML}numbering+xml"),
    "footnotes": ("word/footnotes.xml", f"{_WML}footnotes+xml"),
    "endnotes": ("word/endnotes.xml", f"{_WML}endnotes+xml"),
    "comments": ("word/comments.xml", f"{_WML}comments+xml"),
    "commentsExtended": ("word/commentsExtended.xml", ""),
    "fontTable": ("word/fontTable.xml", f"{_WML}fontTable+xml"),
    "webSettings": ("word/webSettings.xml", f"{_WML}webSettings+xml"),
    "theme": ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "glossaryDocument": ("word/glossary/document.xml", f"{_WML}document.glossary+xml"),
    "header": ("", f"{_WML}header+xml"),
    "footer": ("", f"{_WML}footer+xml"),
}
# Parts that there are several of, by the last word of their relation: a name with their number in it.
_NUMBERED = {
    "header": "word/header{}.xml", "footer": "word/footer{}.xml",
    "customXml": "customXml/item{}.xml", "customXmlProps": "customXml/itemProps{}.xml",
}  # fmt: skip
# Relations that a finished document may not have, by the last word of their type, and how they are reported.
_LEFT_OUT: dict[str, str] = {
    "vbaProject": "Macros of the template were left out.",
    "attachedToolbars": "",
    "keyMapCustomizations": "",
    "attachedTemplate": "The template points to a further template; that link was left out.",
    "origin": "The template's signature was left out: it does not hold for the brief.",
    "mailMergeSource": "The template's link to mail merge data was left out.",
    "mailMergeHeaderSource": "",
    "extensibility": "Buttons that the template adds to Word's ribbon were left out.",
    "thumbnail": "",
    "stylesWithEffects": "",  # Word 2010's second copy of the styles, which would differ from ours
    "core-properties": "",  # the brief has its own
    "extended-properties": "",
}
# The word in other spellings: Strict Open XML has its own.
_WORDS = {word.casefold(): word for word in (*_KINDS, *_NUMBERED, *_LEFT_OUT, "hyperlink", "image")} | {
    "extendedproperties": "extended-properties", "customproperties": "custom-properties",
}  # fmt: skip
_ENDINGS = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "xml": "application/xml", "htm": "text/html", "html": "text/html", "rtf": "application/rtf",
}  # fmt: skip
_PICTURES = ("blip", "imagedata", "svgBlip")
_EMPTY = "word/media/missing.png"
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)
_AGAIN = "Open it in Word, save it as a Word document (.docx), and choose that."
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(slots=True)
class Normal:
    """A template's package: `parts` by name, with [Content_Types].xml and relations; `told`: a sentence for
    each thing left out.
    """

    parts: dict[str, bytes] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def normalised(entries: Mapping[str, bytes]) -> Normal:
    """Return the package in `entries` (name to bytes) in its one form. Raises BadInput where it is not a Word
    document.
    """
    try:
        return _Reading(entries).read()
    except BadInput as error:
        if error.reason == "template":
            raise
        why = error.message[:1].lower() + error.message[1:].rstrip(".")
        raise bad(why, error.hint) from error


def bad(why: str, hint: str = _AGAIN) -> BadInput:
    """Return the error for a template that cannot be used."""
    return BadInput(f"The template cannot be used: {why}.", hint, "template")


class _Reading:
    """One walk from the relations of the package to all that the text needs."""

    def __init__(self, entries: Mapping[str, bytes]) -> None:
        self._entries = entries
        self._held: dict[str, str] = {}
        for name in entries:
            if not name.endswith("/"):
                known = self._held.setdefault(opc.folded(name), name)
                if entries[known] != entries[name]:
                    raise bad(f"it holds two parts of one name (“{name[-80:]}”)", "Do not trust this file.")
        if opc.folded(opc.TYPES) not in self._held:
            raise bad("it is not a whole Word document")
        self._types = opc.Types(self._bytes(opc.folded(opc.TYPES)))
        self._names: dict[str, str] = {}
        self._taken = {opc.folded(name) for name in (_EMPTY, *(name for name, _ in _KINDS.values())) if name}
        self._numbers = {word: count(1) for word in _NUMBERED}
        self._kinds: dict[str, str] = {}
        self._strict = False
        self._made = Normal()

    def read(self) -> Normal:
        main = self._main()
        waiting = [(main, self._name(main, self._relation("officeDocument"), ""))]
        package = [Relation("rId1", f"{OFFICE}officeDocument", "word/document.xml")]
        for relation in self._relations(""):
            if relation.word != "officeDocument" and self._leads(relation, ""):
                target = opc.target_of("", relation)
                if not relation.external and target not in self._names:
                    waiting.append((target, self._name(target, relation, "")))
                package.append(self._renumbered(relation, "", f"rId{len(package) + 1}"))
        self._made.parts["_rels/.rels"] = opc.relations_xml(package)
        while waiting:
            key, name = waiting.pop(0)
            waiting += self._part(key, name)
        if self._strict:
            self._tell(
                "The template is saved as Strict Open XML; the brief's file is an ordinary Word document."
            )
        self._made.parts[opc.TYPES] = opc.types_xml(self._kinds)
        self._made.told = list(dict.fromkeys(self._made.told))
        return self._made

    def _bytes(self, key: str) -> bytes:
        return self._entries[self._held[key]]

    def _tell(self, words: str) -> None:
        if words:
            self._made.told.append(words)

    @staticmethod
    def _relation(word: str) -> Relation:
        return Relation("", OFFICE + word, "")

    def _relations(self, key: str) -> list[Relation]:
        """Return the relations of a part, their types in the one form."""
        name = opc.folded(opc.relations_name(key))
        found = opc.relations(self._bytes(name), name) if name in self._held else []
        if any(strict_ooxml.MARK.decode() in relation.type for relation in found):
            self._strict = True
        return [replace(r, type=_typed(r)) for r in found if r.id]

    def _main(self) -> str:
        """Return the part of the text: the one its relation leads to, whatever its name and content type."""
        for relation in self._relations(""):
            key = opc.target_of("", relation)
            if relation.word == "officeDocument" and not relation.external and key in self._held:
                of_another = any(word in self._types.of(key) for word in ("spreadsheetml", "presentationml"))
                if not of_another and self._xml(key)[1].tag == f"{W}document":
                    return key
                raise bad("it is not a Word document", "Choose a .docx or .dotx file.")
        raise bad("it lacks the text of a Word document", "Choose a .docx or .dotx file.")

    def _xml(self, key: str) -> tuple[bytes, Element]:
        data = self._bytes(key)
        if strict_ooxml.MARK in data or strict_ooxml.MARK in data.replace(b"\0", b""):
            self._strict = True
            data = strict_ooxml.transitional(data, self._held[key])
        return data, parse_xml(data, self._held[key])

    def _leads(self, relation: Relation, owner: str) -> bool:
        """Whether a relation is kept: it leads to a part that is there, or outside."""
        if relation.word in _LEFT_OUT:
            self._tell(_LEFT_OUT[relation.word])
            return False
        if relation.external or opc.target_of(owner, relation) in self._held:
            return True
        if not owner:
            self._missing(relation)
        return False

    def _missing(self, relation: Relation) -> None:
        self._tell(
            f"The template names a part that is not in it (“{relation.target[-60:]}”); that was left out."
        )

    def _part(self, key: str, name: str) -> list[tuple[str, str]]:
        """Take up one part, and return the parts it leads to that are new."""
        data, kind = self._bytes(key), self._kinds[name]
        root = None
        if opc.is_xml(kind):
            data, root = self._xml(key)
        kept, gone = self._sifted(key)
        if root is not None:
            data = self._fitted(data, root, kept, gone, self._held[key])
        found = []
        for relation in kept.values():
            target = opc.target_of(key, relation)
            if not relation.external and target in self._held and target not in self._names:
                found.append((target, self._name(target, relation, name)))
        if kept:
            made = (self._renumbered(relation, key, relation.id) for relation in kept.values())
            self._made.parts[opc.relations_name(name)] = opc.relations_xml(made)
        self._made.parts[name] = data
        return found

    def _sifted(self, key: str) -> tuple[dict[str, Relation], dict[str, Relation]]:
        """Return the relations of a part that are kept, and those that lead nowhere, each by its id.

        Raises BadInput where two have one id.
        """
        kept: dict[str, Relation] = {}
        gone: dict[str, Relation] = {}
        single: set[str] = set()
        for relation in self._relations(key):
            known = kept.get(relation.id)
            if known is not None and known != relation:
                raise bad(f"two relations of “{self._held[key][-60:]}” have one name")
            once = key == self._key_of_main() and _KINDS.get(relation.word, ("",))[0]
            if once and relation.word in single:
                self._tell(f"The template has its {relation.word} twice; the first was taken.")
            elif self._leads(relation, key):
                kept[relation.id] = relation
                single |= {relation.word} if once else set()
            elif relation.word not in _LEFT_OUT:
                gone[relation.id] = relation
        return kept, gone

    def _key_of_main(self) -> str:
        return next(key for key, name in self._names.items() if name == "word/document.xml")

    def _fitted(
        self, data: bytes, root: Element, kept: dict[str, Relation], gone: dict[str, Relation], name: str
    ) -> bytes:
        """Repair what names a relation that leads nowhere; report those that nothing names."""
        changed = False
        named = set()
        for node, key, ident in list(opc.used(root)):
            named.add(ident)
            tag = etree.QName(node).localname
            if ident in kept or self._drops(node):
                continue
            if tag in _PICTURES:
                self._tell("A picture of the template is missing in it; its place stays empty.")
                self._names.setdefault(_EMPTY, _EMPTY)
                self._kinds[_EMPTY] = "image/png"
                self._made.parts[_EMPTY] = _DOT
                kept[ident] = Relation(ident, f"{OFFICE}image", f"/{_EMPTY}")
            elif tag in ("hyperlink", "hlinkClick", "hlinkHover"):
                if ident in gone and gone[ident].target:
                    kept[ident] = replace(gone[ident], external=True)
                else:
                    del node.attrib[key]
                    changed = True
            else:
                what = gone[ident].target if ident in gone else ident
                raise bad(f"its part “{name[-60:]}” needs “{what[-60:]}”, which is not in it")
        for ident, relation in gone.items():
            if ident not in named:
                self._missing(relation)
        return (
            etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) if changed else data
        )

    @staticmethod
    def _drops(node: Element) -> bool:
        """Whether an element goes with the relation it names, when the template is opened."""
        return any(each.tag in DROPPED_SETTINGS for each in (node, *node.iterancestors()))

    def _name(self, key: str, relation: Relation, owner: str) -> str:
        """Give a part its name and content type."""
        single, kind = _KINDS.get(relation.word, ("", ""))
        name = single if owner in ("", "word/document.xml") else ""
        if not name or name in self._names.values():
            name = self._numbered(relation.word, owner) or self._free(self._held[key])
        self._names[key] = name
        ending = name.rpartition(".")[2].casefold()
        self._kinds[name] = kind or self._types.of(key) or _ENDINGS.get(ending, "application/octet-stream")
        self._taken.add(opc.folded(name))
        return name

    def _numbered(self, word: str, owner: str) -> str:
        if word not in _NUMBERED:
            return ""
        numbers = re.findall(r"item(\d+)\.xml$", owner) if word == "customXmlProps" else []
        name = _NUMBERED[word].format(numbers[0] if numbers else next(self._numbers[word]))
        return name if opc.folded(name) not in self._taken else ""

    def _free(self, written: str) -> str:
        """Return a name like the one a part had, that no other has and none of ours will get."""
        plain = posixpath.normpath("/" + unquote(written).replace("\\", "/")).lstrip("/")
        pieces = [_UNSAFE.sub("_", piece).strip(".") or "part" for piece in plain.split("/")]
        name = "/".join(pieces)
        stem, ending = posixpath.splitext(name)
        for number in count(2):
            if opc.folded(name) not in self._taken and not _RESERVED.fullmatch(opc.folded(name)):
                return name
            name = f"{stem}_{number}{ending}"
        raise AssertionError("unreachable")

    def _renumbered(self, relation: Relation, owner: str, ident: str) -> Relation:
        if relation.external:
            return replace(relation, id=ident)
        target = opc.target_of(owner, relation)
        return replace(relation, id=ident, target=f"/{self._names[target]}")


_RESERVED = re.compile(
    r"word/(?:header|footer)\d*\.xml|customxml/item(?:props)?\d*\.xml|docprops/(?:core|app)\.xml|_rels/.*|"
    r".*/_rels/.*|\[content_types\]\.xml"
)
# What is taken out of the settings with the relations it names.
DROPPED_SETTINGS = tuple(f"{W}{name}" for name in ("attachedTemplate", "mailMerge", "updateFields"))


def _typed(relation: Relation) -> str:
    """Return the type of a relation in its one form: that of Word, where other programs have another
    spelling.
    """
    kind = strict_ooxml.space(relation.type)
    word = _WORDS.get(kind.rstrip("/").rpartition("/")[2].casefold(), "")
    if word and kind.casefold().startswith(OFFICE.casefold()):
        return opc.CORE if word == "core-properties" else OFFICE + word
    return kind
