"""Checking a file that was handed over, with nothing but the articles."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import exporting
from briefing.errors import BadInput
from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting.anchor import describe
from briefing.tasks.verify_handed import (
    ALTERED,
    DEPARTS,
    FOUND,
    MISSING,
    NO_QUOTE,
    REWORDED,
    SPACES,
    UNSOURCED,
    Attested,
    difference,
    verify_file,
)
from briefing.text import normalise, sentences, sha256
from tests.bench.briefs import large
from tests.briefing.exporting.examples import BY_SOURCE, MADE, example
from tests.briefing.exporting.goldens import tool
from tests.work import calls, processor_seconds

ARTICLES = {f"{name}.txt": text for name, text in BY_SOURCE.items()}
ANNEX = Options(annex=True)
both = pytest.mark.parametrize("suffix", [".md", ".docx"])


@cache
def exported(suffix: str, options: Options = PLAIN) -> bytes:
    exporter = exporting.exporter_for(Path(f"x{suffix}"))
    return exporting.render(
        exporter, exporting.build(exporting.ExportRequest(example(), made=MADE, options=options))
    ).data


def edited(suffix: str, data: bytes, old: str, new: str, parts: str = "") -> bytes:
    """The file with words changed, in its notes as in its text; of a Word file only in parts whose names
    begin so.
    """
    if suffix == ".md":
        assert old in data.decode()
        return data.decode().replace(old, new).encode()
    out = io.BytesIO()
    changed = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for info in package.infolist():
            body = package.read(info)
            if info.filename.startswith(parts):
                changed += body.count(old.encode())
                body = body.replace(old.encode(), new.encode())
            copy.writestr(info, body)
    assert changed
    return out.getvalue()


def states(found: tuple[Attested, ...]) -> dict[int, str]:
    return {a.number: a.state for a in found if a.number}


@both
@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(notes="endnotes", citation="author-date"),
        Options(together=True, citation="short"),
        Options(quotes="short"),
        ANNEX,
        Options(quotes="none", annex=True),
        Options(notes="list", annex=True),
        Options(links="csl"),
    ],
    ids=repr,
)
def test_an_untouched_file_holds(suffix: str, options: Options) -> None:
    found = verify_file(f"x{suffix}", exported(suffix, options), ARTICLES)
    quotes = [a for a in found if not a.of_claim and a.state != NO_QUOTE]
    assert len({(a.source, a.span) for a in quotes}) == 8
    assert {a.state for a in quotes} == {FOUND}
    assert all(ARTICLES[a.source][a.span[0] : a.span[1]] for a in quotes if a.span)


@both
def test_one_altered_letter_is_found_and_named(suffix: str) -> None:
    data = edited(suffix, exported(suffix), "has not agreed to anything", "has now agreed to anything")
    found = verify_file(f"x{suffix}", data, ARTICLES)
    (altered,) = (a for a in found if a.state == ALTERED)
    assert (altered.number, altered.source) == (3, "s-union.txt")
    assert altered.nearest == "has not agreed to anything"
    assert altered.message == "Altered: “now” for “not” (letter 3: w U+0077 for t U+0074)."
    assert not altered.holds


@both
@pytest.mark.parametrize(
    ("new", "state"),
    [
        ("We have an agreement that both sides can live with", FOUND),
        ("We have an agreement that both sides cаn live with", ALTERED),
        ("We have no agreement that both sides can live with", ALTERED),
        ("We have an agreement that both sides can live without", ALTERED),
        ("We have an agreement that  both sides can live with", SPACES),
        ("There will be no ferries at all before the winter comes", MISSING),
        ("   ", NO_QUOTE),
    ],
)
def test_each_alteration_is_told(suffix: str, new: str, state: str) -> None:
    data = edited(suffix, exported(suffix), "We have an agreement that both sides can live with", new)
    assert states(verify_file(f"x{suffix}", data, ARTICLES)) == {
        **dict.fromkeys(range(1, 8), FOUND),
        8: state,
    }


@both
def test_an_annex_that_says_otherwise_than_the_note_is_told_of(suffix: str) -> None:
    data = exported(suffix, ANNEX)
    if suffix == ".md":
        lines = data.decode().split("\n")
        at = next(i for i, line in enumerate(lines) if "<!--q-->" in line and "live with" in line)
        lines[at] = lines[at].replace("live with", "live on")
        data = "\n".join(lines).encode()
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = package.read("word/document.xml")
        assert b"live with" in body
        data = rewritten(data, "word/document.xml", lambda xml: xml.replace(b"live with", b"live on"))
    found = verify_file(f"x{suffix}", data, ARTICLES)
    assert [(a.number, a.state) for a in found if not a.holds] == [(8, ALTERED)]


@both
def test_a_number_altered_in_a_claim_is_told_of(suffix: str) -> None:
    assert DEPARTS not in {a.state for a in verify_file(f"x{suffix}", exported(suffix), ARTICLES)}
    data = edited(suffix, exported(suffix), "At least 3,900 of 4,200", "At least 3,950 of 4,200")
    (found,) = (a for a in verify_file(f"x{suffix}", data, ARTICLES) if a.state == DEPARTS)
    assert "the quote “at least 3,900”" in found.message
    assert found.holds


@pytest.mark.parametrize("options", [PLAIN, Options(notes="list", annex=True), Options(portions=False)])
def test_a_claim_of_a_word_file_whose_words_were_changed_after_the_export_is_told_of(
    options: Options,
) -> None:
    data = exported(".docx", options)
    assert REWORDED not in {a.state for a in verify_file("x.docx", data, ARTICLES)}
    changed = edited(".docx", data, "Hotels in the old town", "Homes in the old town", "word/document")
    (found,) = (a for a in verify_file("x.docx", changed, ARTICLES) if a.state == REWORDED)
    assert not found.holds
    assert "It said “Hotels in the old town report" in found.message


@both
def test_claims_without_evidence_are_named_and_gaps_are_not(suffix: str) -> None:
    found = verify_file(f"x{suffix}", exported(suffix), ARTICLES)
    words = [a.quote for a in found if a.state == UNSOURCED]
    assert words[:2] == [
        "The southern terminal is set to reopen on Monday, before Saint Orla runs short of fuel. The "
        "dispute behind the strike is not settled: expect a second stoppage if the vote of 11 May fails.",
        "Hotels in the old town report cancellations .",
    ]
    assert not any(word in " ".join(words) for word in ("Who pays", "She can order tugs", "TLP", "says."))
    assert all(a.holds for a in found)


@both
def test_without_the_article_its_quotes_are_missing(suffix: str) -> None:
    rest = {name: text for name, text in ARTICLES.items() if name != "s-radio.txt"}
    found = verify_file(f"x{suffix}", exported(suffix), rest)
    assert [n for n, state in states(found).items() if state == MISSING] == [2, 7]


def rewritten(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for info in package.infolist():
            body = package.read(info)
            copy.writestr(info, change(body) if info.filename == name else body)
    return out.getvalue()


def test_letters_typed_in_a_quote_without_its_style_are_seen() -> None:
    plain = '</w:t></w:r><w:r><w:t>not </w:t></w:r><w:r><w:rPr><w:rStyle w:val="NoteQuote"/></w:rPr><w:t>'
    data = edited(".docx", exported(".docx"), "both sides can live with", f"both sides can {plain}live with")
    (altered,) = (a for a in verify_file("x.docx", data, ARTICLES) if a.state == ALTERED)
    assert altered.quote == "We have an agreement that both sides can not live with"


def test_a_tracked_deletion_counts_as_gone_and_an_insertion_as_said() -> None:
    start, end = (
        '</w:t></w:r><w:del w:id="9001"><w:r><w:delText>',
        '</w:delText></w:r></w:del><w:ins w:id="9002">',
    )
    said = '<w:r><w:rPr><w:rStyle w:val="NoteQuote"/></w:rPr><w:t>'
    new = f"has {start}not{end}{said}now</w:t></w:r></w:ins>{said} agreed to anything"
    data = edited(".docx", exported(".docx"), "has not agreed to anything", new)
    (altered,) = (a for a in verify_file("x.docx", data, ARTICLES) if a.state == ALTERED)
    assert altered.quote == "has now agreed to anything"


def test_a_quote_that_stands_in_two_articles_names_both() -> None:
    found = verify_file("x.md", exported(".md"), {**ARTICLES, "copy.txt": BY_SOURCE["s-union"]})
    assert found[2].message == "The same words stand in “copy.txt”."


def test_words_left_out_between_parts_are_counted() -> None:
    found = verify_file("x.md", exported(".md", Options(quotes="short")), ARTICLES)
    assert found[3].message == "Shown in parts: 55 characters between them are left out."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", b""), ("x", b""), ("x.docx", b"no zip"), ("x.docx", b"PK\x03\x04"), ("x.md", b"\xff\xfe\x00"),  # noqa: E501
    ],
)  # fmt: skip
def test_but_a_file_that_cannot_be_read_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(BadInput):
        verify_file(name, data, ARTICLES)


def test_a_document_type_is_refused() -> None:
    evil = (
        b'<!DOCTYPE x [<!ENTITY a "b">]><w:document '
        b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    )
    data = rewritten(exported(".docx"), "word/document.xml", lambda _: evil)
    with pytest.raises(BadInput, match="document type"):
        verify_file("x.docx", data, ARTICLES)


@pytest.mark.parametrize(
    ("quote", "passage", "said"),
    [
        ("killed thousands", "killed hundreds", "“thousands” for “hundreds”"),
        ("will begin", "will not begin", "“not” is left out"),
        ("will not begin", "will begin", "“not” is not in the article"),
        ("a b", "a\u00a0b", "spaces (U+00A0 in the article, U+0020 here)"),
        (
            "“so”",
            '"so"',
            '““” for “"” (letter 1: “ U+201C for " U+0022); “”” for “"” (letter 1: ” U+201D for " U+0022)',
        ),
    ],
)
def test_a_difference_is_told_in_words(quote: str, passage: str, said: str) -> None:
    assert difference(quote, passage) == said


@both
def test_many_notes_hold(suffix: str) -> None:
    brief, _, texts = large(300, 4)
    data = exporting.render(
        exporting.exporter_for(Path(f"x{suffix}")), exporting.build(exporting.ExportRequest(brief))
    ).data
    articles = {s.id: texts[s.text_sha] for s in brief.sources}
    found = verify_file(f"x{suffix}", data, articles)
    assert {a.state for a in found if not a.of_claim} == {FOUND}


NASTY = st.text(
    st.sampled_from("ab “”\"'…—–\n\n .,-*_[]()<>&`@^~$#1\u200e\u00a0\u0646\u05d0é🚢\\:|"),
    min_size=1,
    max_size=60,
)


@settings(max_examples=40)
@given(
    quotes=st.lists(NASTY.filter(str.strip), min_size=1, max_size=4),
    claim=NASTY.filter(str.strip),
    together=st.booleans(),
    links=st.sampled_from(["footnotes", "csl"]),
    suffix=st.sampled_from([".md", ".docx"]),
)
def test_any_quote_is_found_again(
    quotes: list[str], claim: str, together: bool, links: str, suffix: str
) -> None:
    text = normalise("Before. " + "\nAnd then ".join(quotes) + " After.")
    linked = tuple(
        Evidence(f"e{i}", "s", describe(text, (text.index(q), text.index(q) + len(q))))
        for i, q in enumerate(map(normalise, quotes))
    )
    brief = Brief(
        "b",
        sections=(Section("p", items=(Claim("c", claim, evidence=linked),)),),
        sources=(Source("s", title=quotes[0], text_sha=sha256(text)),),
    )
    options = Options(together=together, links=links)
    exporter = exporting.exporter_for(Path(f"x{suffix}"))
    data = exporting.render(exporter, exporting.build(exporting.ExportRequest(brief, options=options))).data
    found = [a for a in verify_file(f"x{suffix}", data, {"a.txt": text}) if a.state != UNSOURCED]
    assert [a.state for a in found] == [FOUND] * len(quotes)


@pytest.mark.slow
def test_a_file_that_another_program_saved_holds_and_an_altered_one_does_not(tmp_path: Path) -> None:
    office = tool("soffice")
    for name, data in (
        ("same", exported(".docx")),
        ("other", edited(".docx", exported(".docx"), "has not agreed", "has now agreed")),
    ):
        (tmp_path / f"{name}.docx").write_bytes(data)
        subprocess.run(
            [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx",
                "--outdir",
             str(tmp_path / "saved"), str(tmp_path / f"{name}.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        found = verify_file("x.docx", (tmp_path / "saved" / f"{name}.docx").read_bytes(), ARTICLES)
        bad = {a.number: a.state for a in found if not a.holds}
        assert bad == ({} if name == "same" else {3: ALTERED})
        assert [a.number for a in found if a.number] == list(range(1, 9))
        assert [a.quote for a in found if a.state == UNSOURCED][1].startswith("Hotels")


REAL = Path(__file__).resolve().parents[4] / "shared" / "articles" / "idlib-patrols.txt"


@pytest.mark.skipif(not REAL.exists(), reason="the article is not here")
@both
def test_any_one_letter_altered_in_a_quote_of_the_real_article_is_found(suffix: str) -> None:
    text = normalise(REAL.read_text(encoding="utf-8"))
    spans = [span for span in sentences(text) if span[1] - span[0] > 40][:12]
    linked = tuple(Evidence(f"e{i}", "s", describe(text, span)) for i, span in enumerate(spans))
    source = Source("s", title="Patrols", text_sha=sha256(text))
    for place, (start, end) in enumerate(spans):
        at = next(i for i in range((start + end) // 2, end) if text[i].isalpha())
        other = "o" if text[at] != "o" else "e"
        wrong = text[start:at] + other + text[at + 1 : end]
        false = replace(linked[place], quote=replace(linked[place].quote, exact=wrong))
        claim = Claim("c", "Words.", evidence=(*linked[:place], false, *linked[place + 1 :]))
        brief = Brief("b", sections=(Section("p", items=(claim,)),), sources=(source,))
        exporter = exporting.exporter_for(Path(f"x{suffix}"))
        data = exporting.render(exporter, exporting.build(exporting.ExportRequest(brief))).data
        found = verify_file(f"x{suffix}", data, {"idlib.txt": text})
        (altered,) = (a for a in found if not a.holds)
        assert (altered.number, altered.state, altered.span) == (place + 1, ALTERED, (start, end))
        assert f"{other} U+{ord(other):04X} for {text[at]} U+{ord(text[at]):04X}" in altered.message


@pytest.mark.parametrize("options", [Options(together=True), Options(links="csl"), ANNEX], ids=repr)
@pytest.mark.parametrize("words", ["has not agreed to anything”", "<!--q-->“has not agreed to anything”"])
def test_a_quote_whose_marks_are_gone_is_not_passed_over(options: Options, words: str) -> None:
    data = exported(".md", options).decode()
    if words not in data:
        pytest.skip("not written so")
    broken = data.replace(words, words.replace("”", "").replace("“", "")).encode()
    assert any(not a.holds for a in verify_file("x.md", broken, ARTICLES))


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "\\[1",
        "- <!--q-->“",
        "\n\n    “",
        "[^1]: “",
        "\n    ",
        "[@",
        "\n[^1]: \n\n    ",
        "**",
        "“a” — ",
        "\n",
        "<!-- What left, packed.\n",
        "<!-- What left, packed. x\nQUJD",
    ],
)
def test_a_file_made_to_be_slow_is_not(piece: str) -> None:
    def verifying(size: int) -> Callable[[], object]:
        data = ("\n[^1]: “a” — b\n" + piece * (size // len(piece))).encode()
        return lambda: verify_file("x.md", data, ARTICLES)

    verifying(100)()  # what is imported and compiled at the first call is no work of the file's
    assert calls(verifying(30_000)) < 11 * calls(verifying(3_000)) + 1_000
    # A pattern that goes back over what it has read makes no calls; ten times as much then takes a hundred
    # times as long.
    short = min(processor_seconds(verifying(10_000)) for _ in range(3))
    assert min(processor_seconds(verifying(100_000)) for _ in range(2)) < 30 * short


@pytest.mark.parametrize(("number", "states"), [(20, {MISSING, DEPARTS}), (200, {MISSING})])
def test_many_claims_that_all_cite_many_quotes_are_not_held_against_each(
    number: int, states: set[str]
) -> None:
    data = "- A 2 here.[^1]\n" * number + "\n" + "[^1]: “a 3 and” — b\n\n" * number
    assert {a.state for a in verify_file("x.md", data.encode(), ARTICLES)} == states
