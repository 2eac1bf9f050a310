"""What of a mail is its text, and what are attachments: a walk over its parts (RFC 2045, 2046, 3676)."""

from __future__ import annotations

import mimetypes
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message

from briefing.errors import BadInput
from briefing.importing.common.cleaning import clean, clean_name
from briefing.importing.encoding.decode import Decoded, decode
from briefing.importing.mail import message_headers

DEEPEST = 50  # multiparts within each other
_WORTH_NAMING = 3  # words; a figure is worth it alone
_NAMED = 300  # code points of such words
_NO_WORDS = re.compile(
    r"<?(?:https?|mailto):\S+|\[(?:cid|image)[^\]\n]{0,300}\]|[\w.+-]+@[\w.-]+", re.IGNORECASE
)
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")  # of CJK each sign
_FIGURE = re.compile(r"\d")
_LOCKED = "It is encrypted, so nothing but its header can be read."
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SEALED = "Its text stands inside its signature (S/MIME), where only a mail program can read it."
_LOCKED_HINT = "Open it in the mail program that holds the key, and save it unencrypted or copy its text."


@dataclass(slots=True)
class MailContent:
    """Text pieces in order, and what else the mail holds. `odd`: what a notice should say."""

    texts: list[str] = field(default_factory=list)
    rest: list[Message] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    encoding: str = ""
    guessed: bool = False
    html: bool = False

    def text(self) -> str:
        """Return the pieces as one text."""
        return "\n\n".join(piece.strip("\n") for piece in self.texts if piece.strip())

    def take(self, other: MailContent, *, texts: bool = True) -> None:
        """Add what another part holds, without its text when that says the same again."""
        self.rest += other.rest
        if not texts:
            return
        self.texts += other.texts
        self.odd += other.odd
        self.html = self.html or other.html
        self.encoding = self.encoding or other.encoding
        self.guessed = self.guessed or other.guessed


def gathered(part: Message, depth: int = 0) -> MailContent:
    """Return the text and the attachments below a part. Raises BadInput when it is encrypted."""
    kind = part.get_content_type()
    if kind in _ENCRYPTED:
        signed = _parameter(part, "smime-type").lower() == "signed-data"
        raise BadInput(_SEALED if signed else _LOCKED, _LOCKED_HINT)
    children = part.get_payload()
    if kind.startswith("multipart/") and isinstance(children, list):
        if depth >= DEEPEST:
            return MailContent(odd=[f"Parts more than {DEEPEST} levels deep were left out."])
        inner = [gathered(child, depth + 1) for child in children if isinstance(child, Message)]
        return _HOW.get(kind, _all)(inner)
    if kind in ("text/plain", "text/html") and not _is_file(part):
        return _html(part) if kind == "text/html" else _plain(part)
    if kind.startswith("multipart/"):  # broken: no boundary was found
        return _plain(part)
    return MailContent(rest=[part])


def name_of(part: Message, number: int) -> str:
    """Return a name to list an attachment by: its own, a forwarded mail's subject, or its number."""
    inner = _forwarded(part)
    if inner is not None:
        return clean_name((message_headers.field(inner, "subject", 150) or f"mail {number}") + ".eml")
    own = _own_name(part)
    if own:
        return own
    suffix = ".ics" if part.get_content_type() == "text/calendar" else None
    suffix = suffix or mimetypes.guess_extension(part.get_content_type()) or ".bin"
    return f"part {number}{suffix}"


def bytes_of(part: Message) -> bytes:
    """Return the decoded bytes of an attachment; those of a forwarded mail as it stands in the file."""
    inner = _forwarded(part)
    if inner is None:
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    how = str(part.get("content-transfer-encoding", "")).strip().lower()
    if how in ("base64", "quoted-printable") and not inner.keys():
        inner["Content-Transfer-Encoding"] = how
        payload = inner.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    return inner.as_bytes()


def unflowed(text: str, delete_blank: bool = False) -> str:
    """Return text of format=flowed with its paragraphs joined and stuffing taken out (RFC 3676, 4)."""
    out: list[list[str]] = []  # a paragraph each, in pieces
    open_depth = -1
    for raw in text.replace("\r\n", "\n").split("\n"):
        line = raw.lstrip(">")
        depth = len(raw) - len(line)
        line = line[1:] if line.startswith(" ") else line
        flows = line.endswith(" ") and line != "-- "
        kept = line[:-1] if flows and delete_blank else line
        if open_depth == depth and line != "-- ":
            out[-1].append(kept)
        else:
            out.append([">" * depth + " " if depth else "", kept])
        open_depth = depth if flows else -1
    joined = ("".join(pieces) for pieces in out)
    return "\n".join(line if line == "-- " else line.rstrip(" ") for line in joined)


def _all(inner: list[MailContent]) -> MailContent:
    whole = MailContent()
    for part in inner:
        whole.take(part)
    return whole


def _best(inner: list[MailContent]) -> MailContent:
    """Return the alternative to read: that with more words, plain text where none has more.

    What the other holds beyond it is named.
    """
    plain = next((part for part in inner if part.text() and not part.html), None)
    rich = next((part for part in reversed(inner) if part.text() and part.html), None)
    best, beyond = _fuller(plain, rich) if plain and rich else (plain or rich, "")
    whole = MailContent()
    for part in inner:
        whole.take(part, texts=part is best)
    if beyond:
        other = "plain" if best is rich else "HTML"
        whole.odd.append(f"The mail’s {other} part, not read, also holds: “{beyond}”.")
    return whole


def _fuller(plain: MailContent, rich: MailContent) -> tuple[MailContent, str]:
    """Return that of the two which has more words, and the other's words beyond it, if worth naming."""
    ours, theirs = _words(plain.text()), _words(rich.text())
    only_plain, only_rich = ours - theirs, theirs - ours
    best, lacking = (rich, only_plain) if only_rich.total() > only_plain.total() else (plain, only_rich)
    named = lacking.total() >= _WORTH_NAMING or any(map(_FIGURE.search, lacking))
    return best, clean(" ".join(lacking), _NAMED) if named else ""


def _words(text: str) -> Counter[str]:
    """Return the words of a text as both alternatives write them: no addresses, no “[cid:…]”, no marks."""
    return Counter(_WORD.findall(_NO_WORDS.sub(" ", text).casefold()))


_HOW: dict[str, Callable[[list[MailContent]], MailContent]] = {"multipart/alternative": _best}


def _plain(part: Message) -> MailContent:
    data, odd = _payload(part)
    read: Decoded = decode(data, _parameter(part, "charset"))
    text = read.text
    if _parameter(part, "format").lower() == "flowed":
        text = unflowed(text, _parameter(part, "delsp").lower() == "yes")
    if re.match(r"\s*-----BEGIN PGP MESSAGE-----", text):
        raise BadInput(_LOCKED, _LOCKED_HINT)
    return MailContent([text], [], odd + list(read.notices), read.encoding, read.guessed)


def _html(part: Message) -> MailContent:
    from briefing.importing.html.markup import plain_text

    data, odd = _payload(part)
    text, notices = plain_text(data, _parameter(part, "charset"))
    return MailContent([text], [], odd + list(notices), html=True)


def _payload(part: Message) -> tuple[bytes, list[str]]:
    """Return the decoded bytes of a text part, and what was wrong with how they were packed."""
    data = part.get_payload(decode=True)
    odd = ["Damaged base64 in the mail: words may be missing."] if _names_base64(part) else []
    if isinstance(data, bytes):
        return data, odd
    whole = part.get_payload()
    return (whole if isinstance(whole, str) else "").encode("utf-8", "surrogateescape"), odd


def _names_base64(part: Message) -> bool:
    return any("Base64" in type(defect).__name__ for defect in part.defects)


def _parameter(part: Message, name: str) -> str:
    value = part.get_param(name)
    if isinstance(value, tuple):  # RFC 2231: charset, language, value
        value = value[2]
    return value if isinstance(value, str) else ""


def _own_name(part: Message) -> str:
    again = Message()  # with the bytes above ASCII read, which the part itself would give up
    for key, value in part.raw_items():
        if key.lower() in ("content-disposition", "content-type"):
            again[key] = message_headers.readable(str(value)[:4000])
    try:
        name = again.get_filename() or ""
    except (ValueError, TypeError, LookupError):
        return ""
    return clean_name(message_headers.decoded_words(str(name)[:2000]))


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_own_name(part))


def _forwarded(part: Message) -> Message | None:
    if part.get_content_type() not in ("message/rfc822", "message/global"):
        return None
    inner = part.get_payload()
    return inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Message) else None
