"""Presentations made by hand: each with one trap in it, and what must come out."""

from __future__ import annotations

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.zips import DTDS, crowded, inflated, locked, nested_xml, twice, zipped

_OPEN = "http://schemas.openxmlformats.org/"
_REL = f"{_OPEN}officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_NAMES = (
    f'xmlns:p="{_OPEN}presentationml/2006/main" xmlns:a="{_OPEN}drawingml/2006/main" xmlns:r="{_REL}" '
    f'xmlns:c="{_OPEN}drawingml/2006/chart" xmlns:dgm="{_OPEN}drawingml/2006/diagram" '
    f'xmlns:mc="{_OPEN}markup-compatibility/2006"'
)


def part(name: str, inner: str, more: str = "") -> str:
    """Return a part whose root is the element `name`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{name} {_NAMES}{more}>{inner}</{name}>'


def rels(*targets: tuple[str, str]) -> str:
    """Return relationships rId1… of kinds to targets."""
    rows = (
        f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{to}"/>'
        for n, (kind, to) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_OPEN}package/2006/relationships">{"".join(rows)}</Relationships>'


def r(words: str, props: str = "") -> str:
    """Return a run."""
    return f"<a:r><a:rPr {props}/><a:t>{words}</a:t></a:r>"


def p(*runs: str) -> str:
    """Return a paragraph of runs, or of bare words."""
    return f"<a:p>{''.join(run if run.startswith('<') else r(run) for run in runs)}</a:p>"


def shape(*paragraphs: str, holds: str = "", hidden: bool = False) -> str:
    """Return a shape; `holds`: the kind of its placeholder."""
    place = f'<p:ph type="{holds}"/>' if holds else ""
    away = ' hidden="1"' if hidden else ""
    about = f'<p:cNvPr id="2" name="x"{away}/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr>'
    return f"<p:sp><p:nvSpPr>{about}</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{''.join(paragraphs)}</p:txBody></p:sp>"


def frame(inner: str) -> str:
    """Return the frame of a table, a chart or a diagram."""
    about = (
        '<p:nvGraphicFramePr><p:cNvPr id="3" name="x"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    )
    return f"<p:graphicFrame>{about}<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></p:graphicFrame>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of cells."""
    cell = "<a:tc><a:txBody>{}</a:txBody></a:tc>".format
    lines = (
        f"<a:tr>{''.join(cell(words if words.startswith('<') else p(words)) for words in row)}</a:tr>"
        for row in rows
    )
    return frame(f"<a:tbl>{''.join(lines)}</a:tbl>")


def tree(*shapes: str) -> str:
    """Return the shapes of a slide."""
    return f"<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{''.join(shapes)}</p:spTree></p:cSld>"


def package(*slides: str, extra: dict[str, str] | None = None) -> dict[str, str | bytes]:
    """Return the parts of a presentation; a slide is its shapes, or a whole part. `extra` replaces or adds parts."""
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
    types = "".join(
        f'<Override PartName="/ppt/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in [("presentation.xml", "presentation.main"), *((f"slides/slide{n}.xml", "slide") for n in numbers),
                           ("notesSlides/notesSlide1.xml", "notesSlide")]
    )  # fmt: skip
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    default += '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN}package/2006/content-types">{default}{types}</Types>',
        "_rels/.rels": rels(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": part("p:presentation", f"<p:sldIdLst>{ids}</p:sldIdLst>"),
        "ppt/_rels/presentation.xml.rels": rels(*(("slide", f"slides/slide{n}.xml") for n in numbers)),
    }
    for n, slide in enumerate(slides, start=1):
        whole = slide if slide.startswith("<?xml") else part("p:sld", tree(slide))
        parts[f"ppt/slides/slide{n}.xml"] = whole
    return {**parts, **(extra or {})}


def deck(*slides: str, extra: dict[str, str] | None = None) -> bytes:
    """Return a presentation as bytes; see `package`."""
    return zipped(package(*slides, extra=extra))


def _case(id: str, words: str, data: bytes, **more: object) -> Case:
    return Case(id, "a.pptx", data, words, **more)  # type: ignore[arg-type]


_TITLE = shape(p("The dam held"), holds="title")
_NOTES = {
    "ppt/slides/_rels/slide1.xml.rels": rels(("notesSlide", "../notesSlides/notesSlide1.xml")),
    "ppt/notesSlides/notesSlide1.xml": part(
        "p:notes", tree(shape(p("7"), holds="sldNum"), shape(p("Say it was 14."), holds="body"))
    ),
}
_DIAGRAM = {
    "ppt/slides/_rels/slide1.xml.rels": rels(("diagramData", "../diagrams/data1.xml")),
    "ppt/diagrams/data1.xml": part(
        "dgm:dataModel",
        "".join(f"<dgm:pt><dgm:t>{p(words)}</dgm:t></dgm:pt>" for words in ("Rain", "Flood", "")),
    ),
}
_CHART = {
    "ppt/slides/_rels/slide1.xml.rels": rels(("chart", "../charts/chart1.xml")),
    "ppt/charts/chart1.xml": part(
        "c:chartSpace", "<c:cat><c:v>East</c:v></c:cat><c:val><c:v>19.2</c:v></c:val>"
    ),
}
_HIDDEN = part("p:sld", tree(shape(p("never shown"))), ' show="0"')
_CHOICE = "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"

CASES: tuple[Case, ...] = (
    _case("titles and points", "The dam held\nFirst point\nSecond point\n\nNext\nThird", deck(shape(p("First point"), p("Second ", "point"), holds="body") + _TITLE,
        shape(p("Next"), holds="ctrTitle") + shape(p("Third"))), title="The dam held", quiet=True),
    _case("notes", "The dam held\nNotes:\nSay it was 14.", deck(_TITLE, extra=_NOTES), quiet=True),
    _case("a table", "Port\tTonnes\nUpton\t12\nOld Town\nall", deck(table(("Port", "Tonnes"), ("Upton", "12"), (p("Old") + p("Town"), "")) + shape(p("all"))), quiet=True),
    _case("groups", "one\ntwo\nthree", deck(f"<p:grpSp>{shape(p('one'))}<p:grpSp>{shape(p('two'))}</p:grpSp></p:grpSp>{shape(p('three'))}"), quiet=True),
    _case("struck", "It was 14.", deck(shape(p("It was ", r("40 ", 'strike="sngStrike"'), "14."))), absent=("40",), notices=("Struck-out words left out of the text: 1 (“40”)",)),
    _case("hidden slide", "one\n\nthree", deck(shape(p("one")), _HIDDEN, shape(p("three"))), absent=("never",), notices=("Hidden slides left out: 1 (“2: never shown”).",)),
    _case("hidden shape", "one", deck(shape(p("one")) + shape(p("never shown"), hidden=True)), absent=("never",), notices=("Hidden shapes left out: 1 (“never shown”).",)),
    _case("footers", "one", deck(shape(p("one")) + shape(p("3"), holds="sldNum") + shape(p("For release"), holds="ftr")), notices=("Footers left out: 1 (“For release”).",)),
    _case("a diagram", "Rain\nFlood\nafter", deck(frame('<dgm:relIds r:dm="rId1"/>') + shape(p("after")), extra=_DIAGRAM), quiet=True),
    _case("a chart", "one", deck(shape(p("one")) + frame('<c:chart r:id="rId1"/>'), extra=_CHART), notices=("Charts left out: 1 (“East 19.2”).",)),
    _case("a picture", "one", deck(shape(p("one")) + '<p:pic><p:nvPicPr><p:cNvPr id="4" name="x" descr="A map"/></p:nvPicPr></p:pic>'), notices=("Pictures left out: 1 (“A map”).",)),
    _case("breaks and fields", "one two 3", deck(shape(p("one", "<a:br/>", "two ", '<a:fld id="{1}" type="x"><a:rPr/><a:t>3</a:t></a:fld>'))), quiet=True),
    _case("alternatives", "new\nafter", deck(_CHOICE.format(shape(p("new")), shape(p("old"))) + shape(p("after"))), absent=("old",), quiet=True),
    _case("strict", "The dam held", zipped({name: str(one).replace(f"{_OPEN}presentationml/2006/main", "http://purl.oclc.org/ooxml/presentationml/main")
        .replace(f"{_OPEN}drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main") for name, one in package(_TITLE).items()}), quiet=True),
    _case("comments", "one", deck(shape(p("one")), extra={"ppt/comments/comment1.xml": part("p:cmLst", "<p:cm><p:text>Check this.</p:text></p:cm>")}),
        notices=("Comments left out: 1 (“Check this.”).",)),
)  # fmt: skip


def _with(name: str, data: str | bytes) -> bytes:
    return zipped(package(_TITLE) | {name: data})


HOSTILE: tuple[Hostile, ...] = (
    Hostile("bomb", "a.pptx", lambda: _with("ppt/slides/slide1.xml", bytes(150_000_000)), "far larger"),
    Hostile("inflated", "a.pptx", lambda: inflated(package(_TITLE), 250_000_000), "far larger"),
    Hostile("crowded", "a.pptx", lambda: crowded(b"ppt/presentation.xml", 500_000) + b"[Content_Types].xml", "damaged|more than"),
    Hostile("twice", "a.pptx", lambda: twice(package(_TITLE), "ppt/presentation.xml"), "two parts named"),
    Hostile("locked", "a.pptx", lambda: locked(deck(_TITLE)), "password"),
    Hostile("truncated", "a.pptx", lambda: deck(shape(p("x" * 4000)))[:-200], "damaged"),
    Hostile("deep", "a.pptx", lambda: _with("ppt/slides/slide1.xml", part("p:sld", nested_xml(100_000))), "damaged|deep"),
    Hostile("deep-groups", "a.pptx", lambda: deck("<p:grpSp>" * 200 + shape(p("x")) + "</p:grpSp>" * 200)),
    Hostile("many-shapes", "a.pptx", lambda: deck(shape(p("x")) * 120_000), "shapes|far larger"),
    Hostile("many-slides", "a.pptx", lambda: deck(*[_TITLE] * 3_000), "more than 2,000 parts"),
    Hostile("no-slides", "a.pptx", lambda: deck(), "no words"),
    Hostile("only-pictures", "a.pptx", lambda: deck("<p:pic><p:nvPicPr><p:cNvPr id='4' name='x'/></p:nvPicPr></p:pic>"), "no words"),
    Hostile("no-such-slide", "a.pptx", lambda: zipped({k: v for k, v in package(_TITLE).items() if "slide1" not in k}), "damaged"),
    Hostile("no-such-diagram", "a.pptx", lambda: deck(frame('<dgm:relIds r:dm="rId9"/>')), "damaged"),
    Hostile("a-slide-of-itself", "a.pptx", lambda: deck(_TITLE, extra={"ppt/slides/_rels/slide1.xml.rels": rels(("slide", "slide1.xml"), ("notesSlide", "slide1.xml"))})),
    *(
        Hostile(f"dtd-{kind}", "a.pptx", lambda dtd=dtd: _with("ppt/slides/slide1.xml", dtd), "DTD")  # type: ignore[misc]
        for kind, dtd in DTDS.items()
    ),
)  # fmt: skip
