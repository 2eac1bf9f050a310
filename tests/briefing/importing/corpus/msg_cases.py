"""Mails of Outlook with their truth: each body and attachment there is, and files that mean harm."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.compound_file import (
    Storage,
    attached,
    attachment,
    compound,
    compressed,
    properties,
)

_SENT = datetime(2026, 3, 4, 4, 30, tzinfo=UTC)
_HEAD = {0x37: "On the dam", 0xC1A: "Jane Roe", 0x5D01: "jane@desk.example", 0xE04: "B. Lind; Press"}
_WORDS = "The dam gave way on Tuesday. Twelve people died in the valley."
_TOP = "From: Jane Roe <jane@desk.example>\nTo: B. Lind; Press\nDate: Wed, 04 Mar 2026 04:30:00 +0000\nSubject: On the dam\n\n"
_HTML = f"<html><p>{_WORDS}</p><table><tr><td>Upton</td><td>55.5</td></tr></table></html>".encode()
_RUSSIAN = "Министр сообщил, что плотина разрушена."
_RTF = b"{\\rtf1\\ansi\\ansicpg1252\\deff0 {\\fonttbl{\\f0 Arial;}}\\f0 The dam gave way on Tuesday.\\par Twelve people died.\\par}"


_WRAPPED = rb"""{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}
The dam gave way.{\*\htmltag72 </p>}\htmlrtf\par\htmlrtf0 {\*\htmltag64 <p>}Twelve died.{\*\htmltag72 </p>}}"""


def outlook(more: Storage | None = None, **what: object) -> bytes:
    """Return a mail with the usual header; `more`: its attachments, `what` as for `properties`."""
    words = {**_HEAD, **what.pop("words", {})}  # type: ignore[dict-item]
    made = properties(words=words, sent=_SENT, **what)  # type: ignore[arg-type]
    return compound(made | (more or {}))


def _case(id: str, data: bytes, words: str = _TOP + _WORDS, **more: object) -> Case:
    return Case(id, "a.msg", data, words, **more)  # type: ignore[arg-type]


_INNER = properties(head=24, words={0x37: "Old news", 0xC1A: "Bo", 0x1000: "Older words."})

CASES: tuple[Case, ...] = (
    _case("plain", outlook(words={0x1000: _WORDS}), title="On the dam", authors=("Jane Roe",), published="2026-03-04", quiet=True),
    _case("html", outlook(data={0x1013: _HTML}), _TOP + _WORDS + "\nUpton 55.5"),
    _case("html of a code page", outlook(data={0x1013: f"<p>{_RUSSIAN}</p>".encode("cp1251")}, numbers={0x3FDE: 1251}), _TOP + _RUSSIAN, quiet=True),
    _case("html with more than the text", outlook(words={0x1000: f"{_WORDS} [see table]"}, data={0x1013: _HTML.replace(b"Upton", b"Upton and Norton")}), _TOP + _WORDS + "\nUpton and Norton 55.5"),
    _case("rtf only", outlook(data={0x1009: compressed(_RTF)}), _TOP + "The dam gave way on Tuesday.\nTwelve people died.", quiet=True),
    _case("html within rtf", outlook(data={0x1009: compressed(_WRAPPED)}), _TOP + "The dam gave way.\nTwelve died.", absent=("<p>", "html"), quiet=True),
    _case("text of a code page", outlook(narrow={0x1000: _RUSSIAN.encode("cp1251")}, numbers={0x3FFD: 1251}), _TOP + _RUSSIAN, quiet=True),
    _case("long", outlook(words={0x1000: " ".join([_WORDS] * 400)}), _TOP + " ".join([_WORDS] * 400), quiet=True),
    _case("header of the internet", outlook(words={0x1000: _WORDS, 0x7D: "Received: x\r\nDate: Tue, 3 Mar 2026 23:30:00 -0500\r\nSubject: =?utf-8?Q?x?=\r\n"}),
        _TOP.replace("Wed, 04 Mar 2026 04:30:00 +0000", "Tue, 3 Mar 2026 23:30:00 -0500") + _WORDS, published="2026-03-03", quiet=True),
    _case("a name with a comma", outlook(words={0x1000: _WORDS, 0xC1A: "Roe, Jane"}), authors=("Roe, Jane",), words='From: "Roe, Jane" <jane@desk.example>'),
    _case("within Exchange", outlook(words={0x1000: _WORDS, 0x5D01: "", 0xC1F: "/O=DESK/CN=JANE"}), authors=("Jane Roe",), absent=("/O=DESK",), words="From: Jane Roe"),
    _case("attachments", outlook(attached(attachment("Report 1.pdf", b"%PDF-1.7", "application/pdf"), attachment("Карта.txt", b"words")), words={0x1000: _WORDS}),
        notices=("Attachments, not opened: 2 (“Report 1.pdf”, “Карта.txt”)",)),
    _case("forwarded", outlook(attached(attachment("Old news", _INNER)), words={0x1000: _WORDS}), absent=("Older words",), notices=("“Old news.eml”",)),
    _case("signed", outlook(attached(attachment("smime.p7m", b'Content-Type: multipart/signed; boundary="s"\n\n--s\nContent-Type: text/plain\n\n' + _WORDS.encode() + b"\n--s--\n", "multipart/signed")),
        words={0x1A: "IPM.Note.SMIME.MultipartSigned"})),
    _case("no words", outlook(), _TOP, notices=("The mail has no text of its own.",)),
)  # fmt: skip


def _deep(count: int) -> bytes:
    inner = _INNER
    for _ in range(count):
        inner = properties(head=24, words={0x37: "x", 0x1000: "y"}) | attached(attachment("x", inner))
    return outlook(attached(attachment("x", inner)))


HOSTILE: tuple[Hostile, ...] = (
    Hostile("encrypted", "a.msg", lambda: outlook(attached(attachment("smime.p7m", b"MIAG", "application/pkcs7-mime")), words={0x1A: "IPM.Note.SMIME"}), "encrypted"),
    Hostile("truncated", "a.msg", lambda: CASES[6].data[:-3000]),
    Hostile("only a head", "a.msg", lambda: CASES[0].data[:512] + "__properties_version1.0".encode("utf-16-le"), "damaged"),
    Hostile("a chain that bites its tail", "a.msg", lambda: CASES[6].data.replace(b"\x02\x00\x00\x00\x03\x00\x00\x00", b"\x02\x00\x00\x00\x01\x00\x00\x00")),
    Hostile("nested", "a.msg", lambda: _deep(60)),
    Hostile("many attachments", "a.msg", lambda: outlook(attached(*[attachment("a.txt", b"x")] * 3_000))),
    Hostile("rtf of references", "a.msg", lambda: outlook(data={0x1009: compressed(_RTF)[:16] + b"\xff" + b"\x10\x0f" * 8 + (b"\xff" + b"\x00\x0f" * 8) * 395_000}), "larger|damaged|RTF|no mail"),
    Hostile("rtf of another kind", "a.msg", lambda: outlook(data={0x1009: bytes(40)}), "not known"),
    Hostile("properties of nothing", "a.msg", lambda: compound({"__properties_version1.0": b""}), "no mail"),
    Hostile("a far day", "a.msg", lambda: compound({"__properties_version1.0": bytes(32) + b"\x40\x00\x39\x00" + bytes(4) + b"\xff" * 8, "__substg1.0_1000001F": "words".encode("utf-16-le")})),
    Hostile("storages for streams", "a.msg", lambda: compound({"__properties_version1.0": bytes(32), "__substg1.0_1000001F": {"x": b"y"}, "__substg1.0_0037001F": "Title".encode("utf-16-le")})),
)  # fmt: skip
