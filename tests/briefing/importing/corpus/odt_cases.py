"""OpenDocument texts made by hand: each with one trap in it, and what must come out."""

from __future__ import annotations

import io
import re
import zipfile

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.zips import DTDS, locked, nested_xml, twice, zipped

_MEDIA = "application/vnd.oasis.opendocument.text"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    [f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style", "meta")]
    + [f'xmlns:draw="{_ODF}drawing:1.0" xmlns:svg="{_ODF}svg-compatible:1.0"']
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"']
)


def root(name: str, inner: str) -> str:
    """Return a part whose root is the office element `name`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {_NAMES}>{inner}</office:{name}>'


def package(body: str, styles: str = "", common: str = "", meta: str = "") -> dict[str, str | bytes]:
    """Return the parts of a text."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    return {
        "mimetype": _MEDIA,
        "content.xml": root("document-content", content),
        "styles.xml": root("document-styles", common),
        "meta.xml": root("document-meta", f"<office:meta>{meta}</office:meta>"),
    }


def document(body: str, styles: str = "", common: str = "", meta: str = "") -> bytes:
    """Return a text as bytes; see `package`."""
    return zipped(package(body, styles, common, meta), stored=("mimetype",))


def flat(data: bytes) -> bytes:
    """Return a text in one XML file (.fodt) that says what a package says."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in ("meta.xml", "styles.xml", "content.xml")]
    inner = "".join(re.sub(r"<\?xml[^>]*\?>|</?office:document-[^>]*>", "", one) for one in parts)
    whole = (
        f'<office:document {_NAMES} office:version="1.3" office:mimetype="{_MEDIA}">{inner}</office:document>'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}'.encode()


def p(words: str, style: str = "Standard") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def cell(inner: str, spanned: int = 1) -> str:
    """Return a table cell with what covers its columns after it."""
    inner = inner if inner.startswith("<") else p(inner)
    covered = "<table:covered-table-cell/>" * (spanned - 1)
    return f'<table:table-cell table:number-columns-spanned="{spanned}">{inner}</table:table-cell>{covered}'


def table(*rows: str) -> str:
    """Return a table of rows."""
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    )


def note(words: str, kind: str = "footnote") -> str:
    """Return a note at its place."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def items(*inner: str, style: str = "L1") -> str:
    """Return a list of items."""
    listed = "".join(f"<text:list-item>{item}</text:list-item>" for item in inner)
    return f'<text:list text:style-name="{style}">{listed}</text:list>'


_STYLES = (
    '<style:style style:name="H" style:family="text"><style:text-properties '
    'text:display="none"/></style:style><style:style style:name="Up" '
    'style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style '
    'style:name="P1" style:parent-style-name="Title"/><text:list-style '
    'style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" '
    'style:num-suffix=")"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style>'
)
_MASTER = (
    '<office:master-styles><style:master-page style:name="S"><style:header><text:p>Not for release</text:p>'
    "</style:header><style:footer><text:p>7</text:p></style:footer></style:master-page></office:master-styles>"
)
_CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
    "<dc:creator>Ann</dc:creator><dc:date>2026-01-02</dc:date></office:change-info><text:p>seven</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
)


def _case(id_: str, words: str, body: str, **truth: object) -> Case:
    inner = {name: truth.pop(name) for name in ("common", "meta") if name in truth}
    return Case(id_, f"{id_}.odt", document(body, _STYLES, **inner), words, **truth)  # type: ignore[arg-type]


CASES: tuple[Case, ...] = (
    _case("plain", "One paragraph.\n\nAnother one.",
        p("One\n   paragraph.") + p("") + p("Another <text:span>one</text:span>."), quiet=True),
    _case(
        "blanks",
        "a   b\tc\nd e",
        p('  a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>  d <text:soft-page-break/> e '),
        quiet=True,
    ),
    _case(
        "tracked",
        "At least nine soldiers died.",
        _CHANGES
        + p('At least <text:change text:change-id="c1"/><text:change-start/>nine<text:change-end/> soldiers '
            'died.'),
        absent=("seven", "Ann"),
        notices=("Tracked deletions left out: 1 (“seven”).",),
    ),
    _case(
        "notes",
        "Twelve died [1] near the dam. [2] More.\n\n———\n[1] A ministry figure.\n[2] At the end.",
        p(f"Twelve died{note('A ministry figure.')} near the dam.{note('At the end.', 'endnote')}More."),
        quiet=True,
    ),
    _case(
        "comments",
        "A claim was made.\n\n———\nComment by Ann Lee: Who says so?",
        p(
            "A claim<office:annotation><dc:creator>Ann Lee</dc:creator><dc:date>2026</dc:date><text:p>Who "
            "says so?</text:p></office:annotation> was<office:annotation-end/> made."
        ),
        notices=("Comments put at the end of the text, below a line: 1.",),
    ),
    _case(
        "table",
        "Before.\nProvince | Dead | Hurt\nBoth |  | 42\nKabul | 12 | 30\nAfter.",
        p("Before.")
        + table(cell("Province") + cell("Dead") + cell("Hurt"), cell("Both", 2) + cell("42"),
            cell("Kabul") + cell("12") + cell("30"))
        + p("After."),
        quiet=True,
    ),
    _case(
        "nested-table",
        "Outer | in 1 | in 2",
        table(cell("Outer") + cell(table(cell("in 1") + cell("in 2")))),
        quiet=True,
    ),
    _case(
        "lists",
        "1. One\na) One a\nb) One b\n2. Two\nmore of two\n- Dot\n5. Five",
        items(p("One") + items(p("One a"), p("One b"), style=""), p("Two") + p("more of two"))
        + items(p("Dot"), style="L2")
        + items(p("Five")).replace("<text:list-item>", '<text:list-item text:start-value="5">'),
        quiet=True,
    ),
    _case(
        "frames",
        "Round the box.\nInside the box.\nIn a shape.\nAfter.",
        p(
            f"Round <draw:frame><draw:text-box>{p('Inside the box.')}</draw:text-box></draw:frame>the "
            f"<draw:custom-shape>{p('In a shape.')}</draw:custom-shape>box."
        )
        + p("After."),
        quiet=True,
    ),
    _case(
        "hidden",
        "Seen and seen again.",
        p('Seen <text:span text:style-name="H">and not seen </text:span>and seen')[:-9]
        + ' again.<text:hidden-text text:string-value="field words"/></text:p>'
        + f'<text:section text:display="none">{p("A hidden section.")}</text:section>',
        absent=("not seen", "section"),
        notices=("Hidden text left out: 3 (“and not seen”, “field words”, “A hidden section.”).",),
    ),
    _case(
        "margins",
        "The body.",
        p("The body."),
        common=_MASTER,
        absent=("release",),
        notices=("Headers and footers left out: 1 (“Not for release”).",),
    ),
    _case(
        "pictures",
        "A picture here.",
        p("A picture<draw:frame><draw:image/><svg:title>Dam</svg:title><svg:desc>Smoke over the "
            "dam</svg:desc></draw:frame> here.<draw:frame><draw:object/></draw:frame>"),
        absent=("Smoke",),
        notices=("Pictures and drawings left out: 1 (“Smoke over the dam”).",
            "Embedded objects left out: 1."),
    ),
    _case(
        "contents",
        "Contents\nOne 4\n東京(とうきょう) 10⁶ linked",
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Template"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('Contents')}{p('One 4')}"
        "</text:index-body></text:table-of-content>"
        + p(
            "<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby> 10"
            '<text:span text:style-name="Up">6</text:span> <text:a '
            'xlink:href="http://a.example">linked</text:a>'
        ),
        absent=("Template",),
        quiet=True,
    ),
    _case(
        "properties",
        "Dam attack kills twelve\nThe ministry said so on Sunday.",
        p("Dam attack kills twelve", "P1") + p("The ministry said so on Sunday."),
        meta="<dc:title>Letter template</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>"
        "<meta:creation-date>2026-03-01T08:00:00</meta:creation-date>",
        title="Dam attack kills twelve",
        authors=("Ann Lee",),
        published="",
        notices=("The author was taken from the file’s properties (Ann Lee, made on 2026-03-01); check the "
            "name.",),
    ),
)  # fmt: skip


def _with(name: str, data: str | bytes) -> bytes:
    return zipped(package(p("Words.")) | {name: data}, stored=("mimetype",))


_LOCK = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry>'
    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
)

HOSTILE: tuple[Hostile, ...] = (
    Hostile("bomb", "a.odt", lambda: _with("content.xml", bytes(150_000_000)), "far larger"),
    Hostile("twice", "a.odt", lambda: twice(package(p("x")), "content.xml"), "two parts named"),
    Hostile("locked", "a.odt", lambda: locked(document(p("x"))), "password"),
    Hostile("own-lock", "a.odt", lambda: _with("META-INF/manifest.xml", _LOCK), "password"),
    Hostile("deep", "a.odt", lambda: _with("content.xml", nested_xml(100_000)), "deep"),
    Hostile("deep-lists", "a.odt",
        lambda: document("<text:list><text:list-item>" * 900 + p("x") + "</text:list-item></text:list>" * 900)),
    Hostile("deep-tables", "a.odt",
        lambda: document("<table:table-row><table:table-cell>" * 900 + p("x") + "</table:table-cell></table:table-row>" * 900)),
    Hostile("many-notes", "a.odt", lambda: document(p(note("x") * 50_000))),
    Hostile("many-blanks", "a.odt", lambda: document(p('<text:s text:c="999999999"/>' * 10_000 + "x"))),
    Hostile("truncated", "a.odt", lambda: document(p("x" * 4000))[:-200], "damaged"),
    Hostile("spreadsheet", "a.odt", lambda: _with("content.xml", root("document-content", "<office:body/>")),
        "no text"),
    *(
        Hostile(f"dtd-{kind}-{name.rpartition('/')[2]}", "a.odt", lambda name=name, dtd=dtd: _with(name, dtd),  # type: ignore[misc]
            "DTD")
        for name in ("content.xml", "styles.xml", "meta.xml")
        for kind, dtd in DTDS.items()
    ),
)  # fmt: skip
