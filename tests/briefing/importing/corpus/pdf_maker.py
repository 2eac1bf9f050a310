"""PDF files (ISO 32000-1) written by hand, so that a test knows every word, place and font in them."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_ID = bytes(range(16))
_ADVANCE = 0.6  # of the size: every letter of Courier


@dataclass
class Sheet:
    """One page in the making: what is drawn, and keys for its dictionary."""

    width: int = 595
    height: int = 842
    ops: list[str] = field(default_factory=list)
    keys: str = ""

    def line(self, x: float, y: float, text: str, size: float = 10, turned: bool = False) -> None:
        """Draw one line with its baseline at (x, y) from the lower left, or upwards when `turned`."""
        matrix = "0 1 -1 0" if turned else "1 0 0 1"
        self.ops.append(f"BT /F1 {size:g} Tf {matrix} {x:g} {y:g} Tm \0{text}\0 Tj ET")

    def lines(self, x: float, y: float, texts: Iterable[str], size: float = 10, pitch: float = 0) -> float:
        """Draw lines downwards from (x, y); "" leaves one out. Returns the y after the last of them."""
        for text in texts:
            if text:
                self.line(x, y, text, size)
            y -= pitch or size * 1.2
        return y


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` letters, words unbroken."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf(
    sheets: Sequence[Sheet],
    *,
    info: str = "",
    catalog: str = "",
    more: Sequence[bytes] = (),
    unicode: bool = True,
    level: bool = True,
    glyphs: Mapping[str, str] | None = None,
    password: str | None = None,
    packed: bool = False,
) -> bytes:
    """Return a file of `sheets`. `more` are objects numbered from 10 on, which `catalog` may refer to.

    `unicode` False: the letters have codes that nothing explains. `level` False: the font does not
    say how high it is. `glyphs`: what a letter stands for, where it is more than itself. `password`: RC4, 128
    bits, "" for one that only the owner needs. `packed`: streams deflated.
    """
    letters = sorted({letter for sheet in sheets for op in sheet.ops for letter in _drawn(op)})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    first = 10 + len(more)
    objects: dict[int, bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        2: f"<</Type/Pages/Count "
        f"{len(sheets)}/Kids[{' '.join(f'{first + 2 * i} 0 R' for i in range(len(sheets)))}]>>".encode(),
        3: _font(len(letters), unicode, level),
        4: stream(_to_unicode({(glyphs or {}).get(letter, letter): code for letter, code in codes.items()})),
        5: f"<<{info}>>".encode("latin-1"),
        6: b"<</Type/FontDescriptor/FontName/Odd/Flags 4/ItalicAngle 0/FontBBox[0 -200 600 800]"
        + (b"/Ascent 800/Descent -200>>" if level else b"/Ascent 0/Descent 0>>"),
    }
    objects.update(enumerate(more, start=10))
    for i, sheet in enumerate(sheets):
        objects[first + 2 * i] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]{sheet.keys}"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {first + 2 * i + 1} 0 R>>"
        ).encode()
        drawn = "\n".join(_coded(op, codes) for op in sheet.ops).encode("latin-1")
        objects[first + 2 * i + 1] = stream(drawn, packed=packed)
    return built(objects, password=password)


def stream(data: bytes, keys: str = "", *, packed: bool = False) -> bytes:
    """Return a stream object's body."""
    if packed:
        data, keys = zlib.compress(data), keys + "/Filter/FlateDecode"
    return f"<<{keys}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def built(objects: dict[int, bytes], *, password: str | None = None) -> bytes:
    """Return a file of numbered objects with its table and trailer; 1 is the catalog, 5 the info."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    lock = _Lock(password) if password is not None else None
    if lock:
        objects = {n: lock.locked(n, body) for n, body in objects.items()} | {9: lock.dictionary()}
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += f"xref\n0 {size}\n".encode()
    for number in range(size):
        place = places.get(number)
        out += b"0000000000 65535 f \n" if place is None else f"{place:010} 00000 n \n".encode()
    ids = f"/ID[<{_ID.hex()}><{_ID.hex()}>]" + ("/Encrypt 9 0 R" if lock else "")
    info = "/Info 5 0 R" if 5 in objects else ""
    out += f"trailer\n<</Size {size}/Root 1 0 R{info}{ids}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _drawn(op: str) -> str:
    return op.split("\0")[1] if "\0" in op else ""


def _coded(op: str, codes: dict[str, int]) -> str:
    if "\0" not in op:
        return op
    before, text, after = op.split("\0")
    return f"{before}<{''.join(f'{codes[letter]:02x}' for letter in text)}>{after}"


def _font(count: int, unicode: bool, level: bool) -> bytes:
    widths = " ".join(["600"] * count)
    kind = f"/Subtype/Type1/BaseFont/Courier/ToUnicode 4 0 R/Encoding<</Differences[1{'/a' * count}]>>"
    if not level:
        kind = (
            "/Subtype/TrueType/BaseFont/Odd/FontDescriptor 6 0 R/ToUnicode 4 0 R"
            f"/Encoding<</Differences[1{''.join('/' + 'gpax'[n % 4] for n in range(count))}]>>"
        )
    if not unicode:
        names = "".join(f"/g{n}" for n in range(1, count + 1))
        kind = f"/Subtype/Type1/BaseFont/Odd/FontDescriptor 6 0 R/Encoding<</Differences[1{names}]>>"
    return f"<</Type/Font{kind}/FirstChar 1/LastChar {count}/Widths[{widths}]>>".encode()


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = [f"<{code:02x}><{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    maps = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <00><ff> endcodespacerange\n{maps}\nendcmap end end"
    ).encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) & 255])
    return bytes(out)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


class _Lock:
    """The standard security handler, version 2, revision 3 (ISO 32000-1, 7.6.3)."""

    def __init__(self, password: str) -> None:
        user = (password.encode("latin-1") + _PAD)[:32]
        owner_key = (b"owner" + _PAD)[:32]
        for _ in range(51):
            owner_key = _md5(owner_key)
        self.owner = user
        for n in range(20):
            self.owner = _rc4(bytes(b ^ n for b in owner_key), self.owner)
        key = user + self.owner + (0xFFFFFFFC).to_bytes(4, "little") + _ID
        for _ in range(51):
            key = _md5(key)
        self.key = key
        proof = _md5(_PAD + _ID)
        for n in range(20):
            proof = _rc4(bytes(b ^ n for b in key), proof)
        self.user = proof + bytes(16)

    def dictionary(self) -> bytes:
        """Return the /Encrypt dictionary."""
        return f"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{self.owner.hex()}>/U<{self.user.hex()}>>>".encode()  # noqa: E501

    def locked(self, number: int, body: bytes) -> bytes:
        """Return an object with its stream encrypted. Strings in these files are left out of it."""
        head, mark, rest = body.partition(b">>stream\n")
        if not mark:
            return body
        key = _md5(self.key + number.to_bytes(3, "little") + b"\0\0")
        return head + mark + _rc4(key, rest[: -len(b"\nendstream")]) + b"\nendstream"
