"""EPUB books made by hand: each with one trap in it, and what must come out."""

from __future__ import annotations

from typing import Any

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.zips import DTDS, locked, nested_xml, zipped

_MEDIA = "application/epub+zip"
_XHTML = "application/xhtml+xml"
_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'version="1.0"><rootfiles><rootfile full-path="{}" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def chapter(inner: str, doctype: str = "<!DOCTYPE html>") -> str:
    """Return a chapter's page."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>not words</title></head><body>{inner}</body></html>"
    )


def opf(items: str, spine: str, meta: str = "<dc:title>A book</dc:title>") -> str:
    """Return a package document."""
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{meta}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def item(key: str, href: str, media: str = _XHTML) -> str:
    """Return a line of the manifest."""
    return f'<item id="{key}" href="{href}" media-type="{media}"/>'


def places(*keys: str) -> str:
    """Return the reading order."""
    return "".join(f'<itemref idref="{key}"/>' for key in keys)


def package(
    chapters: dict[str, str], order: tuple[str, ...] = (), meta: str = "<dc:title>A book</dc:title>"
) -> dict[str, str | bytes]:
    """Return the parts of a book: `chapters` by key, in `order`."""
    listed = "".join(item(key, f"text/{key}.xhtml") for key in chapters)
    parts: dict[str, str | bytes] = {
        "mimetype": _MEDIA,
        "META-INF/container.xml": _CONTAINER.format("OEBPS/book.opf"),
        "OEBPS/book.opf": opf(listed, places(*(order or tuple(chapters))), meta),
    }
    return parts | {f"OEBPS/text/{key}.xhtml": chapter(inner) for key, inner in chapters.items()}


def book(chapters: dict[str, str], order: tuple[str, ...] = (), **extra: Any) -> bytes:
    """Return a book as bytes; see `package`."""
    return zipped(package(chapters, order) | extra, stored=("mimetype",))


def _case(id_: str, words: str, parts: dict[str, str | bytes], **truth: object) -> Case:
    return Case(id_, f"{id_}.epub", zipped(parts, stored=("mimetype",)), words, **truth)  # type: ignore[arg-type]


def _laid_out(name: str, items: str, spine: str, **files: str) -> dict[str, str | bytes]:
    parts: dict[str, str | bytes] = {
        "mimetype": _MEDIA, "META-INF/container.xml": _CONTAINER.format(name), name: opf(items, spine)
    }  # fmt: skip
    return parts | dict(files.items())


def _encryption(method: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        f'<enc:EncryptedData><enc:EncryptionMethod Algorithm="{method}"/><enc:CipherData><enc:CipherReference'
        ' URI="OEBPS/text/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>'
    )


_TWO = {"b": "<h1>Second</h1><p>Later words.</p>", "a": "<h1>First</h1><p>Early <i>wor</i>ds.</p>"}
_OLD_DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
)


def with_damage(*keys: str) -> bytes:
    """Return a book of three chapters, of which those of `keys` fail their checksum."""
    parts = package(_TWO | {"c": "<h1>Third</h1><p>Last words.</p>"}, ("a", "b", "c"))
    data = zipped(parts, stored=tuple(parts))
    for key in keys:
        words = {"a": b"Early", "b": b"Later", "c": b"Last "}[key]
        data = data.replace(words, words.upper())
    return data


CASES: tuple[Case, ...] = (
    _case("order", "First\nEarly words.\n\nSecond\nLater words.", package(_TWO, ("a", "b")), quiet=True,
        title="A book"),
    _case(
        "raised-by-style",
        "CO₂ and 10⁶ in the formula a2.",
        _laid_out(
            "b.opf", item("a", "a.xhtml") + item("s", "s.css", "text/css"), places("a"),
            **{
                "s.css": ".up{position: relative;\n top: -0.33em;}.down{vertical-align: "
                    "sub}.cell{vertical-align: top}",
                "a.xhtml": chapter(
                    '<p><span class="cell">CO</span><span class="down">2</span> and 10<span '
                    'class="up">6</span> in the formula '
                    "<math><semantics><mi>a</mi><mn>2</mn><annotation>a_2</annotation></semantics></math>.</p>"
                ),
            },
        ),
        quiet=True,
    ),
    _case(
        "made-without-a-name", "Words of it.",
        package({"a": "<p>Words of it.</p>"},
            meta="<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator>"),
        quiet=True, title="", authors=(),
    ),
    _case("spine-loop", "First\nEarly words.\n\nSecond\nLater words.",
        package(_TWO, ("a", "b", "a", "a", "b")), quiet=True),
    _case(
        "metadata",
        "Words of the book.",
        package(
            {"a": "<p>Words of the book.</p>"},
            meta="<dc:title> On  dams </dc:title><dc:creator id='c1'>Ann Lee</dc:creator><dc:creator "
            "opf:role='aut'>Bo Dan</dc:creator><dc:creator opf:role='ill'>Not Me</dc:creator><dc:creator "
            "id='c2'>Nor Me</dc:creator><meta refines='#c2' property='role'>trl</meta><dc:publisher>House "
            "Press</dc:publisher><dc:date "
            "opf:event='creation'>2001-01-01</dc:date><dc:date>2026-03-01T00:00:00Z</dc:date><dc:language>en-GB</dc:language>",
        ),
        title="On dams",
        authors=("Ann Lee", "Bo Dan"),
        publisher="House Press",
        published="2026-03-01",
        language="en-GB",
        quiet=True,
    ),
    _case(
        "not-linear",
        "First\nEarly words.\n\nSecond\nLater words.",
        {name: data.replace('<itemref idref="b"/>', '<itemref idref="b" linear="no"/>') if isinstance(data,
            str) else data
         for name, data in package(_TWO, ("a", "b")).items()},
        notices=("Parts outside the reading order (linear=no), put where they stand in the list: 1 (“Second "
            "Later words.”).",),
    ),
    _case(
        "missing",
        "Words.",
        package({"a": "<p>Words.</p>"}, ("a", "gone", "away")),
        notices=("Chapters that are listed and missing from the file: 2 (“gone”, “away”).",),
    ),
    _case(
        "paths",
        "Up and down.\n\nWith blanks.\n\nNot outside.",
        _laid_out(
            "a/b/book.opf",
            item("x", "../../text/x.xhtml#part") + item("y", "my%20text/y.xhtml") + item("z",
                "../../../../../z.xhtml"),
            places("x", "y", "z"),
            **{"text/x.xhtml": chapter("<p>Up and down.</p>"),
                "a/b/my text/y.xhtml": chapter("<p>With blanks.</p>"),
               "z.xhtml": chapter("<p>Not outside.</p>")},
        ),
        quiet=True,
    ),
    _case("doctype", "Café words.",
        package({"a": "x"}) | {"OEBPS/text/a.xhtml": chapter("<p>Caf&eacute; words.</p>", _OLD_DOCTYPE)},
        quiet=True),
    _case(
        "encoded",
        "Доклад о плотине.",
        package({"a": "x"}) | {"OEBPS/text/a.xhtml": chapter("<p>Доклад о плотине.</p>").replace("utf-8",
            "windows-1251").encode("cp1251")},
        quiet=True,
    ),
    _case("scrambled-fonts", "Words.",
        package({"a": "<p>Words.</p>"}) | {"META-INF/encryption.xml": _encryption("http://www.idpf.org/2008/embedding")}, quiet=True),
    _case(
        "picture-chapter",
        "Words.",
        {name: data.replace('<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>',
            item("b", "text/b.xhtml", "image/svg+xml"))
         if isinstance(data, str) else data for name,
         data in package({"a": "<p>Words.</p>", "b": "x"}).items()},
        notices=("Chapters that are pictures or other formats left out: 1 (“OEBPS/text/b.xhtml”).",),
    ),
    _case(
        "note-marks",
        "Twelve [1] died.",
        package({"a": '<p>Twelve<a href="#n1" epub:type="noteref">1</a> died.</p>'}),
        quiet=True,
    ),
    _case(
        "object",
        "The gate held.\nIn May 1,400 boats passed, in June 2,100.\nSo said the office.",
        package({"a": '<p>The gate held.</p><object data="c.xml" type="x/chart"><param name="p"/><p>In May 1,400 '
            "boats passed, in June 2,100.</p></object><p>So said the office.</p>"}),
        quiet=True,
    ),
    _case(
        "pictures",
        "Two plates and a chart.",
        package({"a": '<p><img src="1.png" alt="The gate at &quot;low&quot; water"/>Two plates and a chart.</p>'
            "<p><img alt='The lock' src='2.png'/></p><svg><image href='3.png'/></svg>"}),
        notices=("Pictures and drawings left out: 3 (“The gate at \"low\" water”, “The lock”).",),
    ),
    _case("no-container", "Words.", {name: data for name,
        data in package({"a": "<p>Words.</p>"}).items() if "META" not in name}
          | {"META-INF/container.xml": _CONTAINER.format("gone.opf")}, quiet=True),
)  # fmt: skip

HOSTILE: tuple[Hostile, ...] = (
    Hostile("lock", "a.epub", lambda: book({"a": "x"},
        **{"META-INF/encryption.xml": _encryption("http://ns.adobe.com/adept")}),  # type: ignore[arg-type]
        "DRM"),
    Hostile("password", "a.epub", lambda: locked(book({"a": "x"})), "password"),
    Hostile("ten-thousand", "a.epub", lambda: book({f"c{i}": "x" for i in range(10_000)})),
    Hostile("seventy-thousand", "a.epub", lambda: book({f"c{i}": "x" for i in range(70_000)}),
        "more than 65,535 parts"),
    Hostile("all-damaged", "a.epub", lambda: with_damage("a", "b", "c"), "cannot be unpacked"),
    Hostile("pictures-without-end", "a.epub", lambda: book({"a": "x<img alt='" * 300_000 + "<img " * 300_000})),
    Hostile("many", "a.epub", lambda: book({f"c{i}": "<p>words</p>" for i in range(1_900)})),
    Hostile("long-spine", "a.epub", lambda: book({"a": "<p>x</p>"}, ("a",) * 300_000)),
    Hostile("deep-chapter", "a.epub", lambda: book({"a": "<div>" * 100_000 + "x"})),
    Hostile("deep-package", "a.epub", lambda: book({"a": "x"}, **{"OEBPS/book.opf": nested_xml(100_000)}),  # type: ignore[arg-type]
        "deep"),
    Hostile("no-package", "a.epub", lambda: zipped({"META-INF/container.xml": _CONTAINER.format("x")}),
        "lacks"),
    Hostile("bomb", "a.epub", lambda: zipped({"META-INF/container.xml": b" " * 190_000_000}), "far larger"),
    Hostile("truncated", "a.epub", lambda: book(_TWO)[:-90], "damaged"),
    *(
        Hostile(f"dtd-{kind}-{name.rpartition('/')[2]}", "a.epub",
                lambda name=name, dtd=dtd: zipped(package({"a": "x"}) | {name: dtd}),  # type: ignore[misc]
                "DTD|lacks|no words")
        for name in ("META-INF/container.xml", "OEBPS/book.opf", "META-INF/encryption.xml")
        for kind, dtd in DTDS.items()
    ),
)  # fmt: skip
