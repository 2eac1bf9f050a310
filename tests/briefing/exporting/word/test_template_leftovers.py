"""What a template leaves round the brief is reported, with how to mark the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import exporting
from briefing.cli import main
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import control, package, para
from tests.briefing.exporting.word.integrity import W, problems
from tests.briefing.exporting.word.test_house_template import BRIEF, WORD, part, words

SAMPLE = para("Here stands the sample text of the house, which nobody reads. " * 8)
TITLE = "Velmora: the port reopens, the dispute does not end"
_CORE = "/ns1:coreProperties[1]/ns0:{}[1]"


def bound(name: str, content: str, more: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="x"/><w:id w:val="70"/>{more}<w:dataBinding w:prefixMappings="" '
        f'w:xpath="{_CORE.format(name)}" '
        f'w:storeItemID="{{6C3C8BC8-F283-45AE-878A-BAB7291924A1}}"/><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def prompt(content: str) -> str:
    return (
        f"<w:p><w:sdt><w:sdtPr><w:id "
        f'w:val="71"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt></w:p>'
    )


def run(said: str) -> str:
    return f"<w:r><w:t>{said}</w:t></w:r>"


def field(code: str, shown: str = "") -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code.split("|")
    )
    return f"<w:p>{marks[0]}{pieces}{marks[1]}{run(shown)}{marks[2]}</w:p>"


def report(body: str, folder: Path, **more: object) -> tuple[bytes, list[str]]:
    (folder / "house.docx").write_bytes(package(body, **more))  # type: ignore[arg-type]
    outline = build(ExportRequest(example(), made=MADE, options=Options(template=str(folder / "house.docx"))))
    made = exporting.render(WORD, outline)
    assert problems(made.data) == []
    return made.data, [line for line in made.report if line not in outline.remarks]


def test_a_template_without_a_place_is_reported_with_how_to_mark_it(tmp_path: Path) -> None:
    _, told = report(SAMPLE, tmp_path)
    assert len(told) == 1
    assert "88 words" in told[0]
    assert "“Here stands the sample text" in told[0]
    assert "tag “brief”" in told[0]
    assert "bookmark named “brief”" in told[0]
    assert report("", tmp_path)[1] == []


def test_a_letterhead_round_the_place_is_none_but_much_text_is(tmp_path: Path) -> None:
    assert report(para("Ministry of Ferries") + BRIEF + para("Signed"), tmp_path)[1] == []
    _, told = report(SAMPLE + BRIEF + para("one two three"), tmp_path)
    assert len(told) == 1
    assert "88 words before it and 3 behind it" in told[0]


PROMPTS: dict[str, tuple[str, str]] = {
    "brackets": (para("To: [Recipient names]"), "[Recipient names]"),
    "brackets over several runs": (f"<w:p>{run('To: [Recipient')}{run(' names]')}</w:p>",
        "[Recipient names]"),
    "a control that shows its prompt": (prompt(run("Click here to enter text.")),
        "Click here to enter text."),
    "a control of paragraphs": (prompt("").replace("<w:p>", "").replace("</w:p>",
        "").replace("<w:sdtContent>", f"<w:sdtContent>{para('Choose a date')}"), "Choose a date"),
    "a button": (field(" MACROBUTTON NoMacro| Click and type your name "), "Click and type your name"),
    "a button in one piece": ('<w:p><w:fldSimple w:instr=" MACROBUTTON AcceptAllChangesShown [Type the '
        'subject]"/></w:p>', "[Type the subject]"),
    "a field to merge": (field(" MERGEFIELD Name ", "«Name»"), "«Name»"),
    "angles": (para("&lt;Date of the note&gt;"), "<Date of the note>"),
    "filler": (para("Lorem ipsum dolor sit amet"), "Lorem ipsum"),
    "in a text box": ('<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape '
        'id="s"><v:textbox><w:txbxContent>' + para("[Motto of the house]") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", "[Motto of the house]"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("name", PROMPTS)
def test_a_prompt_that_stays_is_reported(name: str, tmp_path: Path) -> None:
    body, said = PROMPTS[name]
    _, told = report(body + BRIEF, tmp_path)
    assert [line for line in told if "Prompts" in line and f"“{said}”" in line], told


@pytest.mark.parametrize("said", ["as in [1] and [2, 3]", "x < 5 and y > 7", "nothing", "3 [a]"])
def test_but_numbers_in_brackets_are_no_prompts(said: str, tmp_path: Path) -> None:
    assert report(para(said.replace("<", "&lt;").replace(">", "&gt;")) + BRIEF, tmp_path)[1] == []


def test_the_prompt_in_the_place_itself_gives_way_and_is_not_reported(tmp_path: Path) -> None:
    place = control("brief", para("[Put the brief here]")).replace(
        "</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>"
    )
    assert report(place, tmp_path)[1] == []
    filled = f"<w:p>{control('audience', run('[Audience]')).replace('1001', '7')}</w:p>"
    assert report(filled + BRIEF, tmp_path)[1] == []


def test_many_prompts_are_counted(tmp_path: Path) -> None:
    _, told = report("".join(para(f"[Field {letter * 3}]") for letter in "abcdefg") + BRIEF, tmp_path)
    assert "and 3 more" in told[0]


def test_a_bound_title_is_filled_and_reported_as_shown_twice(tmp_path: Path) -> None:
    body = f"<w:p>{bound('title', run('[Document title]'), '<w:showingPlcHdr/>')}</w:p>"
    data, told = report(body + BRIEF, tmp_path)
    lines = [words(p) for p in part(data, "document").iter(f"{W}p")]
    assert lines.count(TITLE) == 2
    assert not any("Document title" in line for line in lines)
    assert len(told) == 1
    assert "tag “title”" in told[0]
    tagged = body.replace('<w:alias w:val="x"/>', '<w:alias w:val="x"/><w:tag w:val="title"/>')
    data, told = report(tagged + BRIEF, tmp_path)
    assert [words(p) for p in part(data, "document").iter(f"{W}p")].count(TITLE) == 1
    assert told == []


def test_a_bound_author_is_filled_in(tmp_path: Path) -> None:
    data, told = report(f"<w:p>{bound('creator', run('Somebody else'))}</w:p>" + BRIEF, tmp_path)
    assert "Somebody else" not in words(part(data, "document"))
    assert told == []


def test_the_command_line_says_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sample", str(tmp_path / "a.brief")])
    (tmp_path / "house.docx").write_bytes(package(SAMPLE))
    command = ["export", str(tmp_path / "a.brief"), "-o", str(tmp_path / "a.docx"), "--template",
        str(tmp_path / "house.docx")]  # fmt: skip
    assert main(command) == 0
    assert "does not say where the brief goes" in capsys.readouterr().err
