"""The last look at a finished Word file: is it a package that every reader takes the same way?

Rules of the Open Packaging Conventions (ECMA-376 part 2): no name twice, case aside; a content type for each
part; each relation resolves; one main part, one part of core properties; XML that is well formed and without
a DTD.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from briefing.errors import BadInput
from briefing.exporting.word import opc
from briefing.exporting.word.elements import Element, W
from briefing.xml_archive import parse_xml

# Segments of printable ASCII that do not end in a dot; no escape, no backslash, no empty one.
_NAME = re.compile(
    r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]*[A-Za-z0-9_~!$&'()*+,;=:@-]/)*[A-Za-z0-9._~!$&'()*+,;=:@-]*[A-Za-z0-9_~!$&'()*+,;=:@-]"
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def faults(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with the package of a Word file, a line each; nothing for one that is whole."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
            found = [*_named(infos)]
            entries = {opc.folded(info.filename): package.read(info) for info in infos}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        return (f"it is not an archive ({error})",)
    if opc.folded(opc.TYPES) not in entries:
        return (*found, f"it has no {opc.TYPES}")
    return (*found, *_Look(entries).faults())


def _named(infos: list[zipfile.ZipInfo]) -> Iterator[str]:
    for info in infos:
        name = info.filename
        if name != opc.TYPES and not _NAME.fullmatch(name):
            yield f"“{name}” is not a valid name of a part"
        if info.flag_bits & 1 or info.compress_type not in _METHODS:
            yield f"“{name}” is packed in a way that Word does not read"
    for key, number in Counter(opc.folded(info.filename) for info in infos).items():
        if number > 1:
            yield f"{number} parts are named “{key}”"


class _Look:
    """One look at the entries of a package, by their folded names."""

    def __init__(self, entries: dict[str, bytes]) -> None:
        self._entries = entries
        self._roots: dict[str, Element] = {}

    def faults(self) -> Iterator[str]:
        try:
            types = opc.Types(self._entries[opc.folded(opc.TYPES)])
        except BadInput as error:
            yield f"{opc.TYPES}: {error.message}"
            return
        yield from (f"{opc.TYPES} names “{key}” twice" for key in types.twice)
        yield from (
            f"{opc.TYPES} names “{k}”, which is not there" for k in types.by_name if k not in self._entries
        )
        yield from self._parts(types)
        yield from self._package(types)
        for key in self._entries:
            if key.endswith(".rels"):
                yield from self._relations(key)
        yield from self._named_relations()

    def _parts(self, types: opc.Types) -> Iterator[str]:
        for key, data in self._entries.items():
            kind = types.of(key)
            if key != opc.folded(opc.TYPES) and not kind:
                yield f"“{key}” has no content type"
            if opc.is_xml(kind):
                try:
                    self._roots[key] = parse_xml(data, key)
                except BadInput as error:
                    yield f"“{key}”: {error.message}"

    def _package(self, types: opc.Types) -> Iterator[str]:
        of_package = self._read("_rels/.rels")
        mains = [opc.target_of("", r) for r in of_package if r.type == f"{opc.OFFICE}officeDocument"]
        cores = [r for r in of_package if r.word == "core-properties"]
        if len(mains) != 1:
            yield f"it has {len(mains)} main parts"
        if len(cores) != 1 or cores[0].type != opc.CORE:
            yield f"it has {len(cores)} parts of core properties, or one of another type"
        for main in mains:
            root = self._roots.get(main)
            if types.of(main) != opc.MAIN or root is None or root.tag != f"{W}document":
                yield f"its main part “{main}” is not the text of a Word document"

    def _relations(self, key: str) -> Iterator[str]:
        owner = _owner(key)
        if owner and owner not in self._entries:
            yield f"“{key}” belongs to no part"
        found = self._read(key)
        for ident, number in Counter(r.id for r in found).items():
            if number > 1 or not ident:
                yield f"“{key}” has a relation without a name, or two named “{ident}”"
        for relation in found:
            if not relation.external and opc.target_of(owner, relation) not in self._entries:
                yield f"“{key}” leads to “{relation.target}”, which is not there"

    def _named_relations(self) -> Iterator[str]:
        for key, root in self._roots.items():
            if not key.endswith(".rels"):
                known = {r.id for r in self._read(opc.folded(opc.relations_name(key)))}
                lost = {ident for _, _, ident in opc.used(root)} - known
                yield from (
                    f"“{key}” names a relation “{ident}” that it does not have" for ident in sorted(lost)
                )

    def _read(self, key: str) -> list[opc.Relation]:
        try:
            return opc.relations(self._entries[key], key) if key in self._entries else []
        except BadInput:
            return []  # named by _parts already: the type of such an entry is XML


def _owner(key: str) -> str:
    folder, _, stem = key.rpartition("_rels/")
    return folder + stem.removesuffix(".rels")
