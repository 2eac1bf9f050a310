"""No word of the brief vanishes in a template, whatever its styles, its page or its defaults are made for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import template_colours, word_styles
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import package, para, zipped
from tests.briefing.exporting.word.integrity import W, problems
from tests.briefing.exporting.word.test_house_template import BRIEF, WORD, part, words
from tests.briefing.exporting.word.test_packages import link, related, unpacked

NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'name="x"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" '
    'lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr '
    'val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr '
    'val="4F81BD"/></a:accent1>'
    "</a:clrScheme></a:themeElements></a:theme>"
)


def defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def style(ident: str, name: str, run: str = "", paragraph: str = "", kind: str = "paragraph") -> str:
    holders = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + f"<w:rPr>{run}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/>{holders}</w:style>'


def exported(
    look: str, folder: Path, body: str = BRIEF, *, page: str = "", settings: str = "", **options: Any
) -> tuple[bytes, tuple[str, ...]]:
    parts = unpacked(package(body, look or NORMAL.format(""), settings=settings))
    parts = related(parts, "word/_rels/document.xml.rels",
        link("rIdT", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme",
            "theme/theme1.xml"))  # fmt: skip
    parts["word/theme/theme1.xml"] = THEME.encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", page.encode() + b"<w:body>")
    (folder / "house.docx").write_bytes(zipped(parts))
    outline = build(
        ExportRequest(example(), made=MADE, options=Options(template=str(folder / "house.docx"), **options))
    )
    made = exporting.render(WORD, outline)
    assert problems(made.data) == []
    return made.data, made.report


def run_of(data: bytes, said: str, name: str = "document") -> Any:
    """Return the run that holds some words."""
    return next(r for r in part(data, name).iter(f"{W}r") if said in words(r))


def above(node: Any, tag: str) -> Any:
    return next(node.iterancestors(f"{W}{tag}"))


def value(node: Any, path: str, attribute: str = "val") -> str | None:
    found = node.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


CLAIM, QUOTE, HEAD, TITLE = "At least 3,900", "reopen its southern", "Situation", "Velmora"
COLOURS: dict[str, tuple[str, str, str, str]] = {
    # look of the template, part, words, the colour they must have
    "a white heading": (NORMAL.format("") + style("Heading1", "heading 1", '<w:color w:val="FFFFFF"/>'),
        "document", HEAD, word_styles.ACCENT),
    "a pale heading": (NORMAL.format("") + style("Heading1", "heading 1", '<w:color w:val="9DC3E6"/>'),
        "document", HEAD, word_styles.ACCENT),
    "a heading of the theme's background": (NORMAL.format("") + style("Heading1", "heading 1",
        '<w:color w:val="FF0000" w:themeColor="background1"/>'), "document", HEAD, word_styles.ACCENT),
    "a heading of the theme, tinted": (NORMAL.format("") + style("Heading1", "heading 1",
        '<w:color w:val="000000" w:themeColor="accent1" w:themeTint="66"/>'), "document", HEAD,
        word_styles.ACCENT),
    "a pale title": (NORMAL.format("") + style("Title", "Title", '<w:color w:val="F0F0F0"/>'), "document",
        TITLE, word_styles.ACCENT),
    "white defaults": (defaults('<w:color w:val="FFFFFF"/>') + NORMAL.format(""), "document", CLAIM,
        word_styles.INK),
    "white Normal": (NORMAL.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), "document", CLAIM,
        word_styles.INK),
    "white Normal in a table": (NORMAL.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), "document",
        "Wants the terminal", word_styles.INK),
    "pale links": (NORMAL.format("") + style("Hyperlink", "Hyperlink", '<w:color w:val="BDD7EE"/>',
        kind="character"), "footnotes", "Ferry line", word_styles.ACCENT),
    "pale notes": (NORMAL.format("") + style("FootnoteText", "footnote text", '<w:color w:val="D9D9D9"/>'),
        "footnotes", QUOTE, word_styles.INK),
    "notes on a dark ground": (NORMAL.format("") + style("FootnoteText", "footnote text",
        '<w:color w:val="222222"/>', '<w:shd w:val="clear" w:fill="111111"/>'), "footnotes", QUOTE,
        template_colours.WHITE),
    "highlighted text": (NORMAL.format("") + style("BodyText", "Body Text",
        '<w:color w:val="FFFF66"/><w:highlight w:val="yellow"/>'), "document", CLAIM, word_styles.INK),
    "text on a pattern": (NORMAL.format("") + style("BodyText", "Body Text", '<w:color w:val="333333"/>',
        '<w:shd w:val="solid" w:color="222222" w:fill="FFFFFF"/>'), "document", CLAIM,
        template_colours.WHITE),
    "a style under the style": (NORMAL.format("") + style("x", "x",
        '<w:color w:val="FFFFFF"/>') + style("BodyText", "Body Text").replace("<w:rPr>",
            '<w:basedOn w:val="x"/><w:rPr>'), "document", CLAIM, word_styles.INK),
    "a circle of styles": (NORMAL.format('<w:basedOn w:val="y"/><w:rPr><w:color w:val="FEFEFE"/></w:rPr>') + style("y", "y").replace("<w:rPr>", '<w:basedOn w:val="Normal"/><w:rPr>'), "document", CLAIM, word_styles.INK),  # noqa: E501
    "a table style": (NORMAL.format("") + '<w:style w:type="table" w:default="1" w:styleId="T"><w:name '
        'w:val="Normal Table"/><w:rPr><w:color w:val="FAFAFA"/></w:rPr></w:style>', "document",
        "Ines Torvald", word_styles.INK),
}  # fmt: skip


@pytest.mark.parametrize("name", COLOURS)
def test_words_keep_a_colour_that_can_be_read(name: str, tmp_path: Path) -> None:
    look, where, said, wanted = COLOURS[name]
    data, report = exported(look, tmp_path)
    assert value(run_of(data, said, where), "rPr/color") == wanted
    assert any("4.5:1" in line for line in report)


@pytest.mark.parametrize("colour", ["7A1F1F", "1F3A5F", "595959", "auto"])
def test_but_a_colour_that_can_be_read_is_the_house_s(colour: str, tmp_path: Path) -> None:
    data, report = exported(
        NORMAL.format("") + style("Heading1", "heading 1", f'<w:color w:val="{colour}"/>'), tmp_path
    )
    assert value(run_of(data, HEAD), "rPr/color") is None
    assert not any("4.5:1" in line for line in report)
    title = next(s for s in part(data, "styles").iter(f"{W}style") if s.get(f"{W}styleId") == "Title")
    assert value(title, "rPr/color") == (word_styles.ACCENT if colour == "auto" else colour)


DARK = '<w:background w:color="1A1A2E"/>'


def in_the_box(data: bytes) -> Any:
    """Return the first run of the bottom line."""
    box = next(p for p in part(data, "document").iter(f"{W}p") if value(p, "pPr/pStyle") == "Lead")
    return next(r for r in box.iter(f"{W}r") if words(r))


def test_on_a_dark_page_all_words_are_light(tmp_path: Path) -> None:
    shown = "<w:displayBackgroundShape/>"
    data, _ = exported(
        NORMAL.format('<w:rPr><w:color w:val="000000"/></w:rPr>'), tmp_path, page=DARK, settings=shown
    )
    assert value(run_of(data, CLAIM), "rPr/color") == template_colours.WHITE
    assert value(run_of(data, QUOTE, "footnotes"), "rPr/color") == template_colours.WHITE
    # The box of the bottom line is light by itself: black may stay.
    assert value(in_the_box(data), "rPr/color") is None
    title = next(s for s in part(data, "styles").iter(f"{W}style") if s.get(f"{W}styleId") == "Title")
    assert value(title, "rPr/color") == template_colours.WHITE
    hidden, _ = exported(NORMAL.format('<w:rPr><w:color w:val="000000"/></w:rPr>'), tmp_path, page=DARK)
    assert value(run_of(hidden, CLAIM), "rPr/color") is None  # Word does not show it


def test_white_words_of_a_dark_page_are_seen_in_the_light_box(tmp_path: Path) -> None:
    data, _ = exported(
        NORMAL.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), tmp_path, page=DARK,
        settings="<w:displayBackgroundShape/>",
    )  # fmt: skip
    assert value(run_of(data, CLAIM), "rPr/color") is None
    assert value(in_the_box(data), "rPr/color") == word_styles.INK


LETTERS: dict[str, tuple[str, str, str]] = {
    # properties of letters, the one that is set, and to what
    "hidden": ("<w:vanish/>", "vanish", "0"),
    "hidden in the web": ("<w:webHidden/>", "webHidden", "0"),
    "struck": ("<w:strike/>", "strike", "0"),
    "hollow": ("<w:outline/>", "outline", "0"),
    "capitals": ("<w:caps/>", "caps", "0"),
    "small capitals": ("<w:smallCaps/>", "smallCaps", "0"),
    "tiny": ('<w:sz w:val="2"/>', "sz", "16"),
    "narrow": ('<w:w w:val="10"/>', "w", "100"),
    "set into each other": ('<w:spacing w:val="-200"/>', "spacing", "0"),
    "lowered": ('<w:position w:val="-80"/>', "position", "0"),
    "from right to left": ("<w:rtl/>", "rtl", "0"),
}


@pytest.mark.parametrize("level", ["defaults", "Normal", "Body Text"])
@pytest.mark.parametrize("name", LETTERS)
def test_letters_of_claims_are_seen_whatever_a_style_does(name: str, level: str, tmp_path: Path) -> None:
    given, put, wanted = LETTERS[name]
    look = {
        "defaults": defaults(given) + NORMAL.format(""),
        "Normal": NORMAL.format(f"<w:rPr>{given}</w:rPr>"),
        "Body Text": NORMAL.format("") + style("BodyText", "Body Text", given),
    }[level]
    data, report = exported(look, tmp_path)
    assert value(run_of(data, CLAIM), f"rPr/{put}") == wanted
    if put != "rtl":
        assert any("would hide" in line for line in report)
    if level != "Body Text" and put != "sz":
        assert value(run_of(data, QUOTE, "footnotes"), f"rPr/{put}") == wanted


def test_capitals_of_headings_stay_the_house_s(tmp_path: Path) -> None:
    data, report = exported(NORMAL.format("") + style("Heading1", "heading 1", "<w:caps/>"), tmp_path)
    assert value(run_of(data, HEAD), "rPr/caps") is None
    assert not any("would hide" in line for line in report)


def test_two_switches_that_undo_each_other_need_no_third(tmp_path: Path) -> None:
    look = NORMAL.format("<w:rPr><w:strike/></w:rPr>") + style(
        "NoteQuote", "Note Quote", "<w:strike/>", kind="character"
    )
    data, _ = exported(look, tmp_path)
    assert value(run_of(data, QUOTE, "footnotes"), "rPr/strike") is None
    assert value(run_of(data, CLAIM), "rPr/strike") == "0"


def test_a_font_of_symbols_is_no_font_for_words(tmp_path: Path) -> None:
    data, _ = exported(
        defaults('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + NORMAL.format(""), tmp_path
    )
    assert value(run_of(data, CLAIM), "rPr/rFonts", "ascii") == "Arial"


LINES: dict[str, tuple[str, str, str, str]] = {
    "no room": ('<w:ind w:left="144" w:right="8000"/>', "ind", "right", "0"),
    "no height": ('<w:spacing w:line="20" w:lineRule="exact"/>', "spacing", "lineRule", "auto"),
    "a tenth of a line": ('<w:spacing w:line="24"/>', "spacing", "line", "240"),
    "from right to left": ("<w:bidi/>", "bidi", "val", "0"),
    "a page each": ("<w:pageBreakBefore/>", "pageBreakBefore", "val", "0"),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_of_claims_are_whole_whatever_a_style_does(name: str, tmp_path: Path) -> None:
    given, put, attribute, wanted = LINES[name]
    look = NORMAL.format("") + style("BodyText", "Body Text", "", given)
    data, report = exported(look, tmp_path)
    assert value(above(run_of(data, CLAIM), "p"), f"pPr/{put}", attribute) == wanted
    assert any("would hide" in line for line in report)


def test_styles_of_ours_take_no_indent_number_or_break_from_the_template(tmp_path: Path) -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    wild = (
        f'<w:keepNext/><w:pageBreakBefore/>{numbers}<w:spacing w:afterAutospacing="1"/><w:ind '
        f'w:left="144" w:right="2880" w:firstLine="700"/><w:jc w:val="right"/>'
    )
    data, _ = exported(
        defaults(paragraph=wild.replace(numbers, "")) + NORMAL.format(f"<w:pPr>{wild}</w:pPr>"), tmp_path
    )
    for held in part(data, "styles").iter(f"{W}style"):
        if held.get(f"{W}styleId") in (
            "BodyText",
            "TableText",
            "FactLabel",
            "FootnoteText",
            "LeadHeading",
            "Lead",
        ):
            assert value(held, "pPr/pageBreakBefore") == "0"
            assert value(held, "pPr/numPr/numId") == "0"
            assert value(held, "pPr/ind", "right") in ("0", "142")
            assert value(held, "pPr/ind", "firstLine") in ("0", None)
            assert value(held, "pPr/jc") == "left"
            assert value(held, "pPr/spacing", "afterAutospacing") == "0"


@pytest.mark.parametrize("level", ["defaults", "Normal", "Title"])
def test_no_word_stands_in_a_frame(level: str, tmp_path: Path) -> None:
    frame = (
        '<w:framePr w:w="900" w:h="200" w:hRule="exact" w:wrap="around" w:vAnchor="page" '
        'w:hAnchor="page" w:x="100" w:y="100"/>'
    )
    look = {
        "defaults": defaults(paragraph=frame) + NORMAL.format(""),
        "Normal": NORMAL.format(f"<w:pPr>{frame}</w:pPr>"),
        "Title": NORMAL.format("") + style("Title", "Title", "", frame),
    }[level]
    data, _ = exported(look, tmp_path)
    framed = {
        s.get(f"{W}styleId")
        for s in part(data, "styles").iter(f"{W}style")
        if s.find(f"{W}pPr/{W}framePr") is not None
    }
    used = {p.get(f"{W}val") for n in ("document", "footnotes") for p in part(data, n).iter(f"{W}pStyle")}
    based = {
        value(s, "basedOn") for s in part(data, "styles").iter(f"{W}style") if s.get(f"{W}styleId") in used
    }
    assert not framed & (used | based)
    assert part(data, "styles").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}framePr") is None


def test_a_title_filled_with_nothing_is_not_taken(tmp_path: Path) -> None:
    nothing = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>'
    data, _ = exported(NORMAL.format("") + style("Title", "Title", nothing), tmp_path)
    assert value(above(run_of(data, TITLE), "p"), "pPr/pStyle") != "Title"


NUMBERED = NORMAL.format("") + style("Heading1", "heading 1", "",
    '<w:pageBreakBefore/><w:numPr><w:numId w:val="1"/></w:numPr>')  # fmt: skip
FIRST = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Purpose</w:t></w:r></w:p>'


@pytest.mark.parametrize("before", ["", para("Ministry"), FIRST])
def test_numbers_of_headings_begin_with_the_brief_or_are_left_out(before: str, tmp_path: Path) -> None:
    data, report = exported(NUMBERED, tmp_path, before + BRIEF)
    box = next(s for s in part(data, "styles").iter(f"{W}style") if s.get(f"{W}styleId") == "LeadHeading")
    assert value(box, "pPr/numPr/numId") == "0"
    assert value(above(run_of(data, HEAD), "p"), "pPr/numPr/numId") == ("0" if before == FIRST else None)
    assert any("numbered headings" in line for line in report) is (before == FIRST)
    assert value(above(run_of(data, HEAD), "p"), "pPr/pageBreakBefore") == "0"
    purpose = [p for p in part(data, "document").iter(f"{W}p") if words(p) == "Purpose"]
    assert not [p for p in purpose if p.find(f"{W}pPr/{W}numPr") is not None]


@pytest.mark.parametrize("chosen", ["memo", "one-pager", "situation-report"])
def test_our_own_templates_need_no_fitting(chosen: str) -> None:
    outline = build(ExportRequest(example(), made=MADE, options=Options(template=chosen)))
    made = exporting.render(WORD, outline)
    assert tuple(remark for remark in made.report if "one-page layout" not in remark) == outline.remarks
    direct = [r for r in part(made.data, "document").iter(f"{W}rPr") if r.find(f"{W}vanish") is not None]
    assert direct == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("777777", "FFFFFF", 4.48),
        ("FFFFFF", "FFFFFF", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(template_colours.contrast(one, other), 2) == ratio
    assert template_colours.contrast(one, other) == template_colours.contrast(other, one)
