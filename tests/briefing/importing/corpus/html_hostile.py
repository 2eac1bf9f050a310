"""Web pages that mean harm: each must be read, or refused in words, within the bounds of the worker."""

from __future__ import annotations

from collections.abc import Callable

from tests.briefing.importing.corpus import Hostile

_START = b"<!doctype html><html><body>"


def _then(*parts: bytes) -> Callable[[], bytes]:
    return lambda: _START + b"".join(parts)


def _repeated(piece: bytes, times: int, after: bytes = b"words", before: bytes = b"") -> Callable[[], bytes]:
    return lambda: _START + before + piece * times + after


def _attributes() -> bytes:
    return _START + b"<p " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">words"


def _entities() -> bytes:
    bomb = b"".join(b"<!ENTITY a%d '&a%d;&a%d;'>" % (n + 1, n, n) for n in range(60))
    return b"<!DOCTYPE html [<!ENTITY a0 'aaaaaaaaaa'>" + bomb + b"]><html><body><p>&a60; words</p>"


def _external() -> bytes:
    return b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>words &x;</p>'


HOSTILE: tuple[Hostile, ...] = (
    *(Hostile(f"100,000 nested {tag.decode()}", "x.html",
        _repeated(b"<" + tag + b">", 100_000)) for tag in (b"div", b"b", b"ul><li", b"table><tr><td")),
    Hostile("a megabyte of <", "x.html", _repeated(b"<", 1_000_000)),
    Hostile("300,000 attributes", "x.html", _attributes),
    Hostile("an attribute of 30 MB", "x.html", _repeated(b"x", 30_000_000, b"'>words", b"<p title='")),
    Hostile("entities that multiply", "x.html", _entities),
    Hostile("an entity that is a file", "x.html", _external),
    Hostile("a million entities", "x.html", _repeated(b"&nbsp;", 1_000_000)),
    Hostile("NUL bytes", "x.html", _repeated(b"\x00", 100_000, b"<p>mo\x00re words")),
    Hostile("cut off inside a tag", "x.html", _then(b"<p>words here <a href='")),
    Hostile("a picture", "x.html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "holds a picture"),
    Hostile("a table of 60,000 rows", "x.html",
        _repeated(b"<tr><td>1<td>2<td>3", 60_000, b"</table>", b"<table>")),
    Hostile("a table of 13,000 rows", "x.html",
        _repeated(b"<tr><td>1<td>2<td>3", 13_000, b"</table>", b"<table>")),
    Hostile("50,000 paragraphs", "x.html",
        _repeated(b"<p>Some words that are said again and again, for long enough.</p>", 50_000)),
    Hostile("3,000 paragraphs 1,900 deep", "x.html",
        _repeated(b"<p>Some words that are here</p>", 3000, b"", b"<div>" * 1900)),
    Hostile("10 MB of words", "x.html", _repeated(b"word ", 1_990_000)),
    Hostile("300,000 comments", "x.html", _repeated(b"<!-- a -->x", 300_000)),
    Hostile("a long style", "x.html", _repeated(b"; display", 1_000_000, b"'>words", b"<p style='")),
    Hostile("a million classes", "x.html", _repeated(b"a-b ", 1_000_000, b"'>words", b"<p class='")),
    Hostile("nested JSON-LD", "x.html", _repeated(b'{"a":', 100_000, b"</script><p>words",
        b"<script type=application/ld+json>")),
    Hostile("20,000 dates 900 deep", "x.html",
        _repeated(b"<time>x</time>", 20_000, b"words", b"<div>" * 900)),
    Hostile("20,000 bylines 900 deep", "x.html",
        _repeated(b"<p class='post-author'>Posted 3 March 20</p>", 20_000, b"", b"<div class='date'>" * 900)),
    Hostile("390 nested dates that are hidden", "x.html",
        _repeated(b"<p>words of a page</p>", 20_000, b"", b"<div class='date' hidden>posted 2019 " * 390),
        "no words"),
    Hostile("2,000 nested headlines", "x.html", _repeated(b"<h1>", 2000)),
    Hostile("a title of bars", "x.html", _repeated(b"a | ", 200_000, b"</title><p>words", b"<title>")),
    Hostile("UTF-7 with a script", "x.html", lambda: b"<html><meta charset=utf-7><p>+ADw-script+AD4- words"),
    Hostile("five million elements", "x.html", _repeated(b"<p>w</p>", 5_000_000), "more elements than"),
    Hostile("only a script", "x.html", _then(b"<script>document.write('words')</script>"),
        "There are no words in this page"),
)  # fmt: skip
