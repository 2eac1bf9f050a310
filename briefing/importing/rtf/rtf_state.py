"""The state of an RTF document while it is read: groups, fonts, destinations, paragraphs and cells."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from dataclasses import replace

from briefing.importing.common.symbol_fonts import NOT_SHOWN, UNKNOWN_SYMBOL, symbol
from briefing.importing.encoding.charsets import label
from briefing.importing.rtf import equation_field
from briefing.importing.rtf import rtf_tokens as t
from briefing.importing.rtf.rtf_flow import (
    BOX,
    CODE,
    COMMENT,
    FONTS,
    INFO,
    MARGIN,
    NOTE,
    SKIP,
    WRITER,
    RtfColumns,
    State,
)
from briefing.xml_archive import DEEPEST, too_deep

_PICTURES = "Pictures and drawings left out"
_OBJECTS = "Embedded objects left out"
_MOST_SKIPPED = 32


class RtfReader(RtfColumns):
    """Reads tokens: control words, code pages, destinations."""

    def __init__(self, charset: str = "") -> None:
        super().__init__()
        self.encoding = _codec(charset) or "cp1252"
        self._stated = bool(charset)
        self._stack: list[tuple[State, int]] = []
        self._fonts: dict[int, str] = {}
        self._new_font = 0
        self._default_font = -1
        self._waiting = bytearray()
        self._units: list[str] = []  # of \\u, until a pair of surrogates is whole
        self._skipping = 0
        self._starred = False
        self._begins = False  # nothing of the group has been read
        self._damaged = 0
        self._relied = False  # letters beyond ASCII stood on an encoding that nothing names

    def told(self) -> tuple[str, ...]:
        """Return the notices about decoding."""
        notices = []
        if self.guessed:
            notices.append(
                f"The encoding is not stated; {label(self.encoding)} was guessed. Check the accented letters."
            )
        if self._damaged:
            notices.append(f"Damaged characters, shown as \ufffd: {self._damaged:,}.")
        return tuple(notices)

    @property
    def guessed(self) -> bool:
        """Whether letters stand on an encoding that nothing in the file names."""
        return self._relied and not self._stated

    def read(self, found: Iterable[t.Token]) -> None:
        """Read all tokens; raises BadInput when groups are nested too deep."""
        for kind, value, number in found:
            if kind == t.BYTES:
                self._bytes(value)
            elif kind == t.WORD:
                self._word(value, number)
            elif kind == t.OPEN:
                self._open()
            elif not self._close():
                break
        self._flush()
        while len(self._flows) > 1:
            self._end_flow()
        self._end_lines(self._flows[0])
        self._say_unseen()

    # Groups

    def _open(self) -> None:
        self._flush()
        self._skipping = 0
        if len(self._stack) >= DEEPEST:
            raise too_deep()
        self._stack.append((self._state, len(self._flows)))
        self._starred, self._begins = False, True

    def _close(self) -> bool:
        """End a group; False at the end of the document."""
        self._flush()
        self._skipping, self._starred = 0, False
        if not self._stack:
            return False
        was = self._state.goes
        self._state, flows = self._stack.pop()
        if was == CODE and self._state.goes != CODE:
            self._end_code()
        while len(self._flows) > flows:
            self._end_flow()
        return bool(self._stack)

    # Words of control

    def _word(self, name: bytes, number: int | None) -> None:
        if self._skipping and name != b"u":
            self._skipping -= 1
            return
        begins, self._begins = self._begins, False
        starred, self._starred = self._starred and name not in _SHOWN_THOUGH_STARRED, False
        if name == b"u":
            self._unicode(number or 0)
        elif name == b"uc":
            # It may stand between the halves of a pair of surrogates.
            self._set(skip=max(0, min(1 if number is None else number, _MOST_SKIPPED)))
        elif name == b"*":
            self._starred = begins
        elif name in t.CHARACTERS:
            self._flush()
            self._put(t.CHARACTERS[name])
        elif name in t.PARAGRAPH_ENDS:
            self._flush()
            self._end_paragraph()
        elif name in _DESTINATIONS:
            self._flush()
            _DESTINATIONS[name](self, number)
        elif name in t.SKIPPED or starred:
            self._flush()
            self._destination(name)
        elif name in _PROPERTIES:
            self._flush()
            _PROPERTIES[name](self, number)

    def _destination(self, name: bytes) -> None:
        if self._state.goes == INFO and name in (b"title", b"author"):
            # LibreOffice writes a second author: who changed it last.
            stated = name.decode("ascii")
            self._state = replace(self._state, name="" if stated in self.info else stated)
        else:
            self._state = replace(self._state, goes=SKIP)

    def _set(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]

    def _unicode(self, number: int) -> None:
        self._decode()
        self._skipping = self._state.skip
        self._units.append(chr(number & 0xFFFF))

    def _bytes(self, value: bytes) -> None:
        if self._skipping:
            dropped = min(self._skipping, len(value))
            self._skipping -= dropped
            value = value[dropped:]
        if value:
            if self._units:
                self._flush_units()
            self._starred = self._begins = False
            self._waiting += value

    # Text

    def _flush(self) -> None:
        self._decode()
        self._flush_units()

    def _flush_units(self) -> None:
        if self._units:
            raw = "".join(self._units).encode("utf-16-le", "surrogatepass")
            self._units.clear()
            self._put(raw.decode("utf-16-le", "replace"))

    def _decode(self) -> None:
        if not self._waiting:
            return
        data = bytes(self._waiting)
        self._waiting.clear()
        font = self._state.font if self._state.font >= 0 else self._default_font
        encoding = self._fonts.get(font) or self.encoding
        if self._state.goes in (FONTS, SKIP):
            return
        if self._units:
            self._flush_units()
        if encoding == "symbol":
            self._put("".join(self._symbol(byte) for byte in data))
            return
        self._relied = self._relied or not (data.isascii() or font in self._fonts)
        words = data.decode(encoding, "replace")
        self._damaged += words.count("\ufffd")
        self._put(words)

    def _symbol(self, byte: int) -> str:
        if byte < 0x80 and not chr(byte).isalpha():
            return chr(byte)
        shown = symbol("Symbol", f"{byte:x}")
        if shown == UNKNOWN_SYMBOL:
            self.omitted.add(NOT_SHOWN)
        return shown

    # Destinations

    def _footnote(self, number: int | None) -> None:
        if self._state.goes == SKIP:
            return
        self.notes.append("")
        key = len(self.notes)
        pieces = self._flows[-1].pieces
        glued = bool(pieces) and not pieces[-1][-1:].isspace()
        pieces.append(f"{' ' if glued else ''}[{key}]")
        self._flows[-1].marked = True
        self._start_flow(NOTE)
        self._flows[-1].note = key

    def _annotation(self, number: int | None) -> None:
        if self._state.goes != SKIP:
            self._start_flow(COMMENT)

    def _annotation_author(self, number: int | None) -> None:
        self._writer = ""
        self._set(goes=WRITER)

    def _margin(self, number: int | None) -> None:
        if self._state.goes != SKIP:
            self._start_flow(MARGIN)

    def _shape(self, number: int | None) -> None:
        self._set(goes=SKIP, in_shape=self._state.goes != SKIP or self._state.in_shape)

    def _box(self, number: int | None) -> None:
        if self._state.in_shape:
            self._start_flow(BOX)

    def _picture(self, number: int | None) -> None:
        if self._state.goes not in (SKIP, MARGIN):
            self.omitted.add(_PICTURES)
        self._set(goes=SKIP)

    def _object(self, number: int | None) -> None:
        if self._state.goes != SKIP:
            self.omitted.add(_OBJECTS)

    def _field_code(self, number: int | None) -> None:
        if self._state.goes != SKIP:
            self._code = ""
            self._set(goes=CODE)

    def _end_code(self) -> None:
        words, unshown = equation_field.shown(self._code)
        if words:
            self._put(words)
        if unshown:
            self.omitted.add(equation_field.LEFT_OUT, unshown)

    def _twofold(self, number: int | None) -> None:
        """What \\upr holds is said twice: for readers of bytes, and in \\ud for those of Unicode."""
        self._set(goes=SKIP)

    def _in_unicode(self, number: int | None) -> None:
        if len(self._stack) > 1:
            self._state = self._stack[-2][0]

    def _font_table(self, number: int | None) -> None:
        self._set(goes=FONTS)

    def _information(self, number: int | None) -> None:
        self._set(goes=INFO)

    # Properties

    def _font(self, number: int | None) -> None:
        if self._state.goes == FONTS:
            self._new_font = number or 0
        else:
            self._set(font=number if number is not None else -1)

    def _font_charset(self, number: int | None) -> None:
        if number == t.SYMBOL_CHARSET:
            self._fonts[self._new_font] = "symbol"
        elif number in t.FONT_CHARSETS and len(self._fonts) < 10_000:
            self._fonts[self._new_font] = t.FONT_CHARSETS[number]

    def _code_page(self, number: int | None) -> None:
        found = _codec(f"cp{number}") if number != 65001 else "utf-8"
        if found:
            self.encoding, self._stated = found, True

    def _font_page(self, number: int | None) -> None:
        found = _codec(f"cp{number}")
        if self._state.goes == FONTS and found:
            self._fonts[self._new_font] = found

    def _plain(self, number: int | None) -> None:
        self._set(font=-1, hidden=False, deleted=False, struck=False, struck_twice=False, raised="")

    def _paragraph_start(self, number: int | None) -> None:
        self._set(in_table=False)


def _codec(name: str) -> str:
    """Return Python's name of a text encoding, or ""."""
    try:
        found = codecs.lookup(name).name if name.isascii() else ""
        b"".decode(found or "undefined")
    except (LookupError, ValueError):
        return ""
    return found


_Step = Callable[[RtfReader, int | None], None]


def _on(name: str) -> _Step:
    return lambda reader, number: reader._set(**{name: number != 0})


def _raise(kind: str) -> _Step:
    return lambda reader, number: reader._set(raised=kind if number != 0 else "")


def _document_page(codec: str) -> _Step:
    def step(reader: RtfReader, _number: int | None) -> None:
        reader.encoding, reader._stated = codec, True

    return step


_SHOWN_THOUGH_STARRED = t.FORMATS | {b"shppict", b"moMath", b"moMathPara", b"nesttableprops"}
_DESTINATIONS: dict[bytes, _Step] = {
    b"footnote": RtfReader._footnote,
    b"annotation": RtfReader._annotation,
    b"atnauthor": RtfReader._annotation_author,
    b"fldinst": RtfReader._field_code,
    b"upr": RtfReader._twofold,
    b"ud": RtfReader._in_unicode,
    b"fonttbl": RtfReader._font_table,
    b"info": RtfReader._information,
    b"pict": RtfReader._picture,
    b"object": RtfReader._object,
    b"shpinst": RtfReader._shape,
    b"shptxt": RtfReader._box,
    **dict.fromkeys(t.HEADERS, RtfReader._margin),
}
_PROPERTIES: dict[bytes, _Step] = {
    b"listtext": _on("lead"),
    b"pntext": _on("lead"),
    b"f": RtfReader._font,
    b"fcharset": RtfReader._font_charset,
    b"cpg": RtfReader._font_page,
    b"ansicpg": RtfReader._code_page,
    b"deff": lambda reader, number: setattr(reader, "_default_font", -1 if number is None else number),
    b"v": _on("hidden"),
    b"deleted": _on("deleted"),
    b"strike": _on("struck"),
    b"striked": _on("struck_twice"),
    b"super": _raise("super"),
    b"sub": _raise("sub"),
    b"up": _raise("super"),
    b"dn": _raise("sub"),
    b"nosupersub": _raise(""),
    b"plain": RtfReader._plain,
    b"pard": RtfReader._paragraph_start,
    b"intbl": _on("in_table"),
    b"cell": RtfReader._cell,
    b"row": RtfReader._row,
    b"nestcell": RtfReader._inner_cell,
    b"nestrow": RtfReader._inner_row,
    **{name: _document_page(codec) for name, codec in t.DOCUMENT_CHARSETS.items()},
}
