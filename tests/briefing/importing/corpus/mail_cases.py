"""Mails with their truth: every way a body is packed, and mails that mean harm."""

from __future__ import annotations

import base64
import quopri

from tests.briefing.importing.corpus import Case, Hostile

_RUSSIAN = "Министр сообщил, что плотина разрушена. Двенадцать человек погибли после трёх дней дождя."
_ARABIC = "قال الوزير إن السد انهار بعد ثلاثة أيام من المطر، وإن اثني عشر شخصا لقوا حتفهم في الوادي."
_ENGLISH = "The dam gave way on Tuesday. Twelve people died in the valley."
_FROM = "From: Jane Roe <jane@desk.example>\nDate: Tue, 3 Mar 2026 23:30:00 -0500\nSubject: On the dam\n"
_TOP = "From: Jane Roe <jane@desk.example>\nDate: Tue, 3 Mar 2026 23:30:00 -0500\nSubject: On the dam\n\n"


def mail(
    body: bytes | str, kind: str = "text/plain; charset=utf-8", how: str = "8bit", head: str = _FROM
) -> bytes:
    """Return a mail of one part, its body packed already."""
    top = f"{head}MIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {how}\n\n"
    return top.encode() + (body.encode() if isinstance(body, str) else body)


def multi(kind: str, *parts: bytes, head: str = _FROM, mark: str = "zz") -> bytes:
    """Return a mail, or a part without header lines of its own, of several parts."""
    top = f'{head}Content-Type: multipart/{kind}; boundary="{mark}"\n\n'.encode()
    return (
        top + b"".join(b"--%s\n%s\n" % (mark.encode(), part) for part in parts) + b"--%s--\n" % mark.encode()
    )


def part(body: bytes | str, kind: str = "text/plain; charset=utf-8", more: str = "") -> bytes:
    """Return one part of several."""
    return f"Content-Type: {kind}\n{more}\n".encode() + (body.encode() if isinstance(body, str) else body)


def file(name: str, data: bytes, kind: str = "application/pdf") -> bytes:
    """Return an attachment."""
    packed = base64.encodebytes(data)
    more = f'Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="{name}"\n'
    return part(packed, kind, more)


def _case(id: str, data: bytes, words: str = _TOP + _ENGLISH, **more: object) -> Case:
    return Case(id, "a.eml", data, words, **more)  # type: ignore[arg-type]


_PLAIN = part(_ENGLISH)
_HTML = part(f"<p>{_ENGLISH}</p>", "text/html; charset=utf-8")
_LONG_HTML = part("<p>" + "<p>".join([_ENGLISH] * 5), "text/html; charset=utf-8")

CASES: tuple[Case, ...] = (
    _case("plain", mail(_ENGLISH), quiet=True, title="On the dam", authors=("Jane Roe",),
        published="2026-03-03"),
    _case("flowed", mail("The dam gave \nway on Tuesday. \nTwelve people died\n\n>> old \n>> words\n> new\n "
        "From x\n-- \nJane",
                         "text/plain; format=flowed"),
          _TOP + "The dam gave way on Tuesday. Twelve people died\n\n>> old words\n> new\nFrom x\n-- \nJane",
          quiet=True),
    _case("quoted-printable", mail(quopri.encodestring((_RUSSIAN * 3).encode()), how="quoted-printable"),
        _TOP + _RUSSIAN * 3, quiet=True),
    _case("base64-cp1251", mail(base64.encodebytes(_RUSSIAN.encode("cp1251")),
        "text/plain; charset=windows-1251", "base64"),
          _TOP + _RUSSIAN, quiet=True),
    _case("no-charset", mail(_ARABIC.encode("cp1256"), "text/plain"), _TOP + _ARABIC, notices=("1256",)),
    _case("wrong-charset", mail(_RUSSIAN.encode("cp1251"), "text/plain; charset=utf-8"), _TOP + _RUSSIAN,
          notices=("which it is not",)),
    _case("html-only", mail("<html><p>The dam gave way<br>on Tuesday.<img "
        "src='http://x.example/t.gif'></html>", "text/html"),
          _TOP + "The dam gave way\non Tuesday.", absent=("t.gif",)),
    _case("alternative", multi("alternative", _PLAIN, _HTML), quiet=True),
    _case("stub", multi("alternative", part("Read this mail as HTML."), _LONG_HTML),
        _TOP + "\n".join([_ENGLISH] * 5), absent=("Read this",)),
    _case("empty-plain", multi("alternative", part("\n"), _HTML), quiet=True),
    _case("nested", multi("mixed", multi("related", multi("alternative", _PLAIN, _HTML, head="", mark="c"),
                                         part(b"GIF89a", "image/gif", "Content-ID: <a>\n"), head="",
                                         mark="b"), part("List footer.")),
          _TOP + _ENGLISH + "\n\nList footer.", notices=("Pictures left out: 1 (“part 1.gif”).",)),
    _case("attachments", multi("mixed", _PLAIN, file("Report 1.pdf", b"%PDF-1.7"),
        file("../../b\u202e.txt", b"words", "text/plain")),
          notices=("Attachments, not opened: 2 (“Report 1.pdf”, “b.txt”)",)),
    _case("forwarded", multi("mixed", _PLAIN, part(mail("Older words.", head="Subject: Old news\nFrom: "
        "b@c.example\n"), "message/rfc822")),
          absent=("Older words",), notices=("“Old news.eml”",)),
    _case("encoded-subject", mail(_ENGLISH, head="From: =?koi8-r?B?98HT0Q==?= <v@x.example>\n"
                                  "Subject: =?utf-8?Q?=D0=9F=D0=BB=D0?=\n "
                                  "=?utf-8?Q?=BE=D1=82=D0=B8=D0=BD=D0=B0?= fell\n"),
          f"From: Вася <v@x.example>\nSubject: Плотина fell\n\n{_ENGLISH}", title="Плотина fell",
          authors=("Вася",), quiet=True),
    _case("calendar", multi("alternative", _PLAIN, part("BEGIN:VCALENDAR", "text/calendar; method=REQUEST")),
          absent=("VCALENDAR",), notices=("“part 1.ics”",)),
    _case("only-attachment", mail(base64.encodebytes(b"%PDF-1.7"), 'application/pdf; name="x.pdf"', "base64"),
        _TOP,
          notices=("The mail has no text of its own.", "“x.pdf”")),
    _case("raw-header", mail(_ENGLISH, head="").replace(b"MIME",
        "Subject: Ёлки и плотина\nMIME".encode("cp1251"), 1),
          f"Subject: Ёлки и плотина\n\n{_ENGLISH}"),
    _case("damaged-base64", mail(base64.encodebytes((_ENGLISH * 3).encode())[:-6] + b"!", how="base64"),
        _TOP + _ENGLISH,
          notices=("Damaged base64",)),
    _case("signed", multi('signed; protocol="application/pkcs7-signature"', _PLAIN,
        file("smime.p7s", b"123", "application/pkcs7-signature")),
          notices=("“smime.p7s”",)),
    _case("outlook", multi("mixed", _PLAIN, file("winmail.dat", b"x", "application/ms-tnef")),
        notices=("“winmail.dat”", "Outlook’s own")),
    _case("table-in-html", multi("alternative", part("The dam gave way. [see table in HTML]"), part(
        "<p>The dam gave way.</p><table><tr><td>Upton on the Wold</td><td>12</td></tr></table>", "text/html")),
        _TOP + "The dam gave way.\nUpton on the Wold | 12", notices=("plain part, not read, also holds: “see table in html”",)),
    _case("figure-in-plain", multi("alternative", part(_ENGLISH + " Losses: 40 million in all."),
        part(f"<p>{_ENGLISH}</p><p>See our page.</p>", "text/html")),
        _TOP + _ENGLISH + " Losses: 40 million in all.",
        notices=("HTML part, not read, also holds: “see our page”",)),
    _case("chinese-wrapped", multi("alternative", part("大坝已经修\n好了。十二人\n死亡。"),
        part("<p>大坝已经修好了。十二人死亡。</p>", "text/html; charset=utf-8")),
        _TOP + "大坝已经修\n好了。十二人\n死亡。", quiet=True),
    _case("addresses-in-plain", multi("alternative", part(_ENGLISH + " <https://desk.example/a/1> "
        "[cid:logo.png@01D] jane@desk.example"), part(f"<p>{_ENGLISH} More.</p>", "text/html")),
        _TOP + _ENGLISH + " More.", quiet=True),
    _case("no-date", mail(_ENGLISH, head="From: wire@x.example\nDate: never\n"),
        f"From: wire@x.example\nDate: never\n\n{_ENGLISH}",
          published="", authors=("wire@x.example",), quiet=True),
)  # fmt: skip

MAILBOX = (
    b"From jane@desk.example Tue Mar  3 23:30:00 2026\n"
    + mail("First.\n>From the hills.\n>>From older.\n")
    + b"\n"
    b"From bo@desk.example Wed Mar  4 03:30:00 2026\n"
    + mail("Second.\n\nFrom here on nothing is known.\n")
    + b"\n"
    b"From al@desk.example Thu Mar  5 03:30:00 2026\n" + mail("Third.\n")
)


def _deep(count: int) -> bytes:
    tops = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(count))
    return (_FROM + tops + "Content-Type: text/plain\n\nwords\n").encode()


HOSTILE: tuple[Hostile, ...] = (
    Hostile("encrypted", "a.eml", lambda: multi('encrypted; protocol="application/pgp-encrypted"', _PLAIN),
        "encrypted"),
    Hostile("smime", "a.eml", lambda: mail("MIAG", "application/pkcs7-mime; smime-type=enveloped-data",
        "base64"), "encrypted"),
    Hostile("sealed", "a.eml", lambda: mail("MIAG", "application/pkcs7-mime; smime-type=signed-data",
        "base64"), "inside its signature"),
    Hostile("pgp", "a.eml", lambda: mail("-----BEGIN PGP MESSAGE-----\n\nhQEM\n"), "encrypted"),
    Hostile("nested-200", "a.eml", lambda: _deep(200)),
    Hostile("nested-10,000", "a.eml", lambda: _deep(10_000)),
    Hostile("long-header", "a.eml", lambda: mail(_ENGLISH,
        head=_FROM + "To: " + "a@b.example, " * 800_000 + "\n")),
    Hostile("long-words", "a.eml", lambda: mail(_ENGLISH,
        head="From: a@b.example\nSubject: " + "=?utf-8?q?=?=" * 800_000 + "\n")),
    Hostile("quotes", "a.eml", lambda: mail(_ENGLISH,
        head='To: x@y.example\nFrom: ' + '"(' * 4_000_000 + "\n")),
    Hostile("parameters", "a.eml", lambda: mail(_ENGLISH, "text/plain" + "; a*1*=x" * 100_000)),
    Hostile("many-headers", "a.eml", lambda: mail(_ENGLISH, head=_FROM + "X-A: b\n" * 500_000)),
    Hostile("many-parts", "a.eml", lambda: multi("mixed", *[file("a.txt", b"x")] * 20_000)),
    Hostile("attachment-bomb", "a.eml", lambda: multi("mixed", _PLAIN,
        *[file("a.bin", bytes(14_000_000))] * 3)),
    Hostile("no-boundary", "a.eml", lambda: mail(_ENGLISH, "multipart/mixed")),
    Hostile("wide-flow", "a.eml", lambda: mail("> a \n" * 2_000_000, "text/plain; format=flowed")),
)  # fmt: skip
