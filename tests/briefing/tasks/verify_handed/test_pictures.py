"""A picture put in place of another is named by verify and by review, wherever it stands; how a picture is
packed is nobody's affair.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from briefing import checks, exporting
from briefing.checks import quotes
from briefing.errors import BadInput
from briefing.exporting import sent_lines
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.sent_lines import PICTURE, SentLine
from briefing.exporting.word import images, word_manifest
from briefing.exporting.word.elements import R_NS, W
from briefing.reviewing import difference_net
from briefing.tasks.export_proof import proof
from briefing.tasks.verify_handed import CHANGED, NO_LIST, NO_QUOTE, OLDER_LIST, CheckedFile, verify
from tests.briefing.exporting.examples import MADE, example, text_of
from tests.briefing.exporting.goldens import tool
from tests.briefing.reviewing.word import review
from tests.briefing.tasks.verify_handed import pictured
from tests.briefing.tasks.verify_handed.test_alterations import ARTICLES, checked
from tests.briefing.tasks.verify_handed.test_lists import listed
from tests.briefing.tasks.verify_handed.word_changes import HARMLESS, Doc

Change = Callable[[Doc], object]
MEDIA = "word/media/{}.png"
_TEXT, _HEADER, _FOOTER, _NOTES = (
    f"word/_rels/{name}.xml.rels" for name in ("document", "header1", "footer1", "footnotes")
)


def doc() -> Doc:
    return Doc(pictured.left())


def held(made: Doc) -> CheckedFile:
    return verify("x.docx", made.save(), ARTICLES)


def other(name: str) -> Change:
    """Put another picture into the part that has the old one."""
    return lambda made: made.parts.update({MEDIA.format(name): pictured.png(0xFF0000)})


def leads(rels: str, old: str, new: str) -> Change:
    """Let a relation lead to another picture of the file."""

    def act(made: Doc) -> None:
        found = [rel for rel in made.root(rels) if rel.get("Target", "").endswith(old)]
        assert found
        found[0].set("Target", new)

    return act


def refers(old: str, new: str) -> Change:
    """Let a drawing of the text refer to the picture of another."""

    def act(made: Doc) -> None:
        ids = {r.get("Target", "").rpartition("/")[2]: r.get("Id") for r in made.root(_TEXT)}
        blip = next(b for b in made.text.iter() if b.get(f"{{{R_NS}}}embed") == ids[old])
        blip.set(f"{{{R_NS}}}embed", ids[new])

    return act


def swapped(made: Doc) -> None:
    one, two = MEDIA.format("map"), MEDIA.format("old")
    made.parts[one], made.parts[two] = made.parts[two], made.parts[one]


def vector(made: Doc) -> None:
    made.parts["word/media/vector.svg"] = made.parts["word/media/vector.svg"].replace(b"#336699", b"#ff0000")


def other_watermark(made: Doc) -> None:
    mark = next(node for node in made.root("word/header1.xml").iter() if node.get("string"))
    mark.set("string", "PUBLIC")


def taken_in(made: Doc) -> None:
    """An SVG put over a picture, which Word shows in its place."""
    blips = [node for node in made.text.iter() if str(node.tag).endswith("}svgBlip")]
    extension = blips[0].getparent().getparent()
    target = next(n for n in made.text.iter() if str(n.tag).endswith("}blip") and len(n) == 0)
    target.append(extension)


def cut_off(made: Doc) -> None:
    made.parts[MEDIA.format("map")] = made.parts[MEDIA.format("map")][:-8]


ALTERED: dict[str, Change] = {
    "of the header": other("logo"),
    "of the text, and of a note": other("map"),
    "of a table, and of the footer": other("seal"),
    "of the older kind": other("old"),
    "below an SVG": other("drawn"),
    "of a text box": other("boxed"),
    "the SVG itself": vector,
    "an SVG over another picture": taken_in,
    "the word across the page": other_watermark,
    "a relation of the text that leads to another picture": leads(_TEXT, "map.png", "media/old.png"),
    "a relation of the header": leads(_HEADER, "logo.png", "media/old.png"),
    "a relation of the footer": leads(_FOOTER, "seal.png", "media/old.png"),
    "a relation of the notes": leads(_NOTES, "map.png", "media/old.png"),
    "an address of a picture outside of the file": leads(_TEXT, "chart.png",
        "https://elsewhere.example/chart.png"),
    "a drawing that refers to another picture": refers("map.png", "seal.png"),
    "two pictures that changed places": swapped,
    "a picture that is gone from the package": lambda made: made.gone.add(MEDIA.format("boxed")),
    "a picture cut off": cut_off,
}  # fmt: skip


# LibreOffice keeps the picture below an SVG, and not the SVG.
NOT_KEPT = ("the SVG itself", "an SVG over another picture")


@pytest.mark.parametrize("name", ALTERED)
def test_another_picture_is_named_by_verify_and_by_review(name: str) -> None:
    made = doc()
    ALTERED[name](made)
    wrong = held(made).wrong
    assert wrong
    assert {a.state for a in wrong} == {CHANGED}
    assert all("shows another picture" in a.message for a in wrong)
    found = review(example(), made.save())
    assert found.proposals == ()
    assert found.remarks
    assert all("picture" in remark for remark in found.remarks)


def renamed(made: Doc) -> None:
    """As LibreOffice names them: another name for each part, another id for each relation."""
    for rels in (_TEXT, _HEADER, _FOOTER, _NOTES):
        for rel in made.root(rels):
            if rel.get("Target", "").startswith("media/"):
                rel.set("Target", rel.get("Target").replace("media/", "media/image-"))
    for name in [name for name in made.parts if name.startswith("word/media/")]:
        made.parts[name.replace("media/", "media/image-")] = made.parts.pop(name)


def without_svg(made: Doc) -> None:
    for node in [node for node in made.text.iter() if str(node.tag).endswith("}extLst")]:
        node.getparent().remove(node)


def larger(made: Doc) -> None:
    for node in made.text.iter():
        if str(node.tag).endswith("}extent"):
            node.set("cx", "900000")


def unused(made: Doc) -> None:
    made.parts["docProps/thumbnail.png"] = pictured.png(0)


SAME: dict[str, Change] = {
    "nothing": lambda made: None,
    "packed again": lambda made: made.text,
    "parts by other names": renamed,
    "an SVG that is not kept, only the picture below it": without_svg,
    "another size": larger,
    "a picture that stands nowhere": unused,
    "the list lost, the check number kept": HARMLESS["the list lost, the check number kept"],
    "the list and an SVG lost": lambda made: (without_svg(made),
        HARMLESS["the list lost, the check number kept"](made)),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_but_how_the_same_picture_is_kept_is_no_difference(name: str) -> None:
    made = doc()
    SAME[name](made)
    assert held(made).wrong == ()
    assert held(made).holds
    if "list" not in name:
        found = review(example(), made.save())
        assert (found.proposals, found.remarks, found.unknown) == ((), (), ())


def test_another_picture_in_a_file_that_lost_its_list_is_found_by_the_number() -> None:
    made = doc()
    other("logo")(made)
    HARMLESS["the list lost, the check number kept"](made)
    assert [a.state for a in held(made).wrong if a.state != NO_QUOTE] == [NO_LIST]


def of_a_list_without_pictures() -> Doc:
    """As the first lists were: a line says that a picture stands in it."""
    made = doc()
    name = next(n for n in made.parts if re.fullmatch(r"customXml/item\d+\.xml", n))
    lines = sent_lines.without_pictures(word_manifest.read(made.root(name)).lines)
    version, sent_lines.VERSION = sent_lines.VERSION, 1
    try:
        listed(made, sent_lines.dump(lines))
    finally:
        sent_lines.VERSION = version
    made.gone.add("docProps/custom.xml")
    return made


def test_where_the_list_does_not_say_which_pictures_left_that_is_told_and_they_are_counted() -> None:
    made = of_a_list_without_pictures()
    other("logo")(made)
    found = held(made)
    assert found.wrong == ()
    assert [a.message for a in found.found if a.state == OLDER_LIST and "not which" in a.message]
    answered = review(example(), made.save())
    assert answered.remarks == ()
    assert len(answered.unknown) == 1
    assert "only counted" in answered.unknown[0]
    drawing = next(made.text.iter(f"{W}drawing"))
    drawing.getparent().remove(drawing)
    assert [a.state for a in held(made).wrong] == [CHANGED]
    assert any("picture" in remark for remark in review(example(), made.save()).remarks)


def test_a_statement_or_note_whose_picture_is_another_is_named_by_its_words() -> None:
    was = [
        SentLine("claim", f"A ferry {PICTURE} sails.", id="c", pictures=("1",)),
        SentLine("note", f"So {PICTURE}", "1", pictures=("2",)),
    ]
    now = [replace(line, pictures=("3",)) for line in was]
    assert list(difference_net.remarks(was, now, [])) == [
        "A picture was put in place of another in the words of “A ferry sails.”.",
        "A picture was put in place of another in the note “So”.",
    ]
    assert list(difference_net.remarks(was, was, [])) == []


def test_pictures_that_unpack_to_more_than_any_file_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_BYTES", 200)
    with pytest.raises(BadInput, match="pictures of the Word file take more than"):
        held(doc())


@cache
def drawn_page() -> bytes:
    """Return an HTML export with the picture of what a judgement rests on."""
    brief = example()
    facts = checks.Facts(quotes.verify(brief, text_of), {}, text_of, date(2031, 5, 9))
    options = Options(annex=True)
    outline = build(
        ExportRequest(brief, made=MADE, options=options, proof=proof(brief, facts, checks.run(brief, facts)))
    )
    return exporting.render(exporting.exporter_for(Path("x.html")), outline).data


SHAPE = re.compile(rb'(<path[^>]* d="M\d+ )\d+')
DRAWN: dict[str, tuple[Callable[[bytes], bytes], bool]] = {
    "nothing": (lambda data: data, True),
    "a line that leads elsewhere": (lambda data: SHAPE.sub(rb"\g<1>999", data, count=1), False),
    "a state taken off": (lambda data: re.sub(rb'<rect class="[a-z]+"', b"<rect", data, count=1), False),
    "a picture put into it": (lambda data: data.replace(b"</svg>", b'<image href="x.png"/></svg>', 1), False),
    "its size": (lambda data: re.sub(rb'(<svg[^>]*) width="\d+"', rb'\1 width="99"', data), True),
}


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_in_a_page_is_held_as_well(name: str) -> None:
    data = drawn_page()
    change, same = DRAWN[name]
    assert name == "nothing" or change(data) != data
    assert (checked(".html", change(data)).wrong == ()) == same


@pytest.mark.slow
def test_pictures_that_libreoffice_saved_are_the_same_and_another_one_is_named(tmp_path: Path) -> None:
    program = tool("soffice")

    def saved(into: str, kind: str, *files: Path) -> list[Path]:
        args = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            kind,
                "--outdir", str(tmp_path / into), *map(str, files)]  # fmt: skip
        subprocess.run([program, *args], check=True, capture_output=True, timeout=300)
        return sorted((tmp_path / into).iterdir())

    (tmp_path / "same.docx").write_bytes(pictured.left())
    kept = {name: change for name, change in ALTERED.items() if name not in NOT_KEPT}
    for at, change in enumerate(kept.values()):
        made = doc()
        change(made)
        (tmp_path / f"{at:02}.docx").write_bytes(made.save())
    as_word = saved("word", "docx:MS Word 2007 XML", *sorted(tmp_path.glob("*.docx")))
    through = saved("back", "docx:MS Word 2007 XML", *saved("odt", "odt", tmp_path / "same.docx"))
    answers = {path.stem: verify("x.docx", path.read_bytes(), ARTICLES) for path in as_word}
    same = [answers.pop("same"), verify("x.docx", through[0].read_bytes(), ARTICLES)]
    unnamed = [name for name, answer in zip(kept, answers.values(), strict=True) if answer.holds]
    remarks = review(example(), (tmp_path / "word" / "same.docx").read_bytes()).remarks
    print(f"{len(answers)} altered pictures saved by LibreOffice, {len(unnamed)} not named; "
          f"{sum(not one.holds for one in same)} alarms in {len(same)} untouched files")  # fmt: skip
    assert unnamed == []
    assert [one.wrong for one in same] == [(), ()]
    assert remarks == ()
