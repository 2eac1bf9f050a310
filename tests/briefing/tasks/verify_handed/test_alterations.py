"""Every kind of alteration of a file that left is named and fails; what programs change without being asked
is neither.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from briefing import exporting
from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief
from briefing.tasks.verify_handed import FOUND, UNSOURCED, Attested, CheckedFile, verify
from tests.bench.briefs import large
from tests.briefing.exporting.examples import BY_SOURCE, MADE, example
from tests.briefing.exporting.goldens import tool
from tests.briefing.tasks.verify_handed.text_changes import (
    HARMLESS_HTML,
    HARMLESS_MARKDOWN,
    HTML,
    MARKDOWN,
    Change,
)
from tests.briefing.tasks.verify_handed.word_changes import ALTERATIONS, HARMLESS, Doc

ARTICLES = {f"{name}.txt": text for name, text in BY_SOURCE.items()}
TEXTS = {".md": (MARKDOWN, HARMLESS_MARKDOWN), ".html": (HTML, HARMLESS_HTML)}


@cache
def long() -> tuple[Brief, dict[str, str]]:
    brief, _, texts = large(int(os.environ.get("ALTERED_CLAIMS", "120")), 4)
    return brief, {f"{s.id}.txt": texts[s.text_sha] for s in brief.sources}


@cache
def exported(suffix: str, options: Options = PLAIN, brief: str = "example") -> bytes:
    made = example() if brief == "example" else long()[0]
    outline = exporting.build(exporting.ExportRequest(made, made=MADE, options=options))
    return exporting.render(exporting.exporter_for(Path(f"x{suffix}")), outline).data


def checked(suffix: str, data: bytes, brief: str = "example") -> CheckedFile:
    return verify(f"x{suffix}", data, ARTICLES if brief == "example" else long()[1])


def differing(found: CheckedFile) -> list[Attested]:
    return [a for a in found.found if a.state not in (FOUND, UNSOURCED)]


def in_word(change: Callable[[Doc], bool], data: bytes) -> bytes | None:
    doc = Doc(data)
    return doc.save() if change(doc) else None


def in_text(change: Change, data: bytes) -> bytes | None:
    """Change what the file shows; its list is left alone, as who changes a file leaves it alone."""
    text = data.decode()
    at = text.index("<!-- What left")
    after = text.index("-->", at) + 3
    kept = "\x00"
    changed = change(f"{text[:at]}{kept}{text[after:]}")
    return None if changed is None else changed.replace(kept, text[at:after]).encode()


def cases() -> Iterator[tuple[str, str]]:
    yield from ((".docx", name) for name in ALTERATIONS)
    yield from ((suffix, name) for suffix, (altered, _) in TEXTS.items() for name in altered)


def harmless() -> Iterator[tuple[str, str]]:
    yield from ((".docx", name) for name in HARMLESS)
    yield from ((suffix, name) for suffix, (_, same) in TEXTS.items() for name in same)


def altered(
    suffix: str, name: str, options: Options = PLAIN, brief: str = "example", *, kept: bool = False
) -> bytes | None:
    data = exported(suffix, options, brief)
    if suffix == ".docx":
        return in_word((HARMLESS if kept else ALTERATIONS)[name], data)
    return in_text(TEXTS[suffix][kept][name], data)


@pytest.mark.parametrize(("suffix", "name"), list(cases()))
def test_an_alteration_is_named(suffix: str, name: str) -> None:
    data = altered(suffix, name)
    assert data is not None, "the example has no such place"
    found = checked(suffix, data)
    assert not found.holds
    assert all(a.message.endswith(".") and len(a.message) > 20 for a in found.wrong)


@pytest.mark.parametrize(("suffix", "name"), list(harmless()))
def test_but_what_changes_by_itself_is_not(suffix: str, name: str) -> None:
    options = Options(contents=True, annex=True) if "contents" in name or "annex" in name else PLAIN
    data = altered(suffix, name, options, kept=True)
    assert data is not None, "the example has no such place"
    found = checked(suffix, data)
    assert differing(found) == []
    assert found.holds
    assert found.number == checked(suffix, exported(suffix, options)).number


MATRIX: dict[str, tuple[tuple[Options, str], ...]] = {
    ".docx": (
        (Options(contents=True, annex=True), "example"),
        (Options(notes="endnotes", together=True, page="letter"), "example"),
        (Options(notes="list", actors="list", annex=True), "example"),
        (Options(template="memo", notes="endnotes"), "example"),
        (Options(template="one-pager", quotes="short"), "example"),
        (Options(template="situation-report", quotes="none", annex=True), "example"),
        (PLAIN, "long"),
    ),
    ".md": (
        (Options(contents=True, annex=True), "example"),
        (Options(together=True, quotes="short"), "example"),
        (Options(notes="list", actors="list", annex=True), "example"),
        (Options(links="csl"), "example"),
        (PLAIN, "long"),
        (Options(annex=True, citation="author-date"), "long"),
    ),
    ".html": (
        (Options(contents=True, annex=True), "example"),
        (Options(together=True, quotes="short"), "example"),
        (Options(notes="list", actors="list", annex=True), "example"),
        (PLAIN, "long"),
        (Options(annex=True, citation="author-date"), "long"),
    ),
}


def matrix(suffix: str, names: list[str], *, kept: bool) -> Iterator[tuple[str, CheckedFile]]:
    """Yield what became of each change in each look of each brief that has a place for it."""
    for options, brief in MATRIX[suffix]:
        for name in names:
            data = altered(suffix, name, options, brief, kept=kept)
            if data is not None:
                yield f"{name}: {brief}, {options}", checked(suffix, data, brief)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", list(MATRIX))
def test_every_alteration_in_every_look_is_named(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = list(ALTERATIONS) if suffix == ".docx" else list(TEXTS[suffix][0])
    found = list(matrix(suffix, names, kept=False))
    passed = [what for what, result in found if not result.wrong]
    with capsys.disabled():
        print(
            f"\n{suffix}: {len(found) - len(passed)} of {len(found)} alterations caught, of {len(names)} "
            f"kinds"
        )
    assert passed == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", list(MATRIX))
def test_no_harmless_change_in_any_look_is_an_alarm(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = list(HARMLESS) if suffix == ".docx" else list(TEXTS[suffix][1])
    found = list(matrix(suffix, names, kept=True))
    alarms = [(what, differing(result)) for what, result in found if result.wrong]
    with capsys.disabled():
        print(
            f"\n{suffix}: {len(alarms)} false alarms in {len(found)} harmless changes, of {len(names)} kinds"
        )
    assert alarms == []


@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_file_that_libreoffice_saved_holds_and_an_altered_one_is_named(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tool("soffice")

    def convert(suffix: str, folder: Path, out: Path) -> None:
        files = [str(path) for path in sorted(folder.iterdir())]
        command = [
            office,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            suffix,
        ]
        subprocess.run([*command, "--outdir", str(out), *files], check=True, capture_output=True, timeout=300)

    # Not two marks that change places: LibreOffice gives notes to marks in their order, and so undoes it.
    made = tmp_path / "made"
    made.mkdir()
    kinds = (
        "a judgement is turned round",
        "a claim is moved under another heading",
        "the marking above and below",
        "an actor is added",
    )
    for at, (options, brief) in enumerate(MATRIX[".docx"]):
        (made / f"same-{at}-{brief}.docx").write_bytes(exported(".docx", options, brief))
        for kind, name in enumerate(kinds):
            if at < 2 and (data := altered(".docx", name, options, brief)):
                (made / f"other-{at}.{kind}-{brief}.docx").write_bytes(data)
    saved = made
    for step, suffix in enumerate(("docx",) if form == "docx" else ("odt", "docx")):
        convert(suffix, saved, tmp_path / str(step))
        saved = tmp_path / str(step)
    results = {
        path.stem: checked(".docx", path.read_bytes(), path.stem.rpartition("-")[2])
        for path in saved.iterdir()
    }
    alarms = {name: differing(r) for name, r in results.items() if name.startswith("same") and r.wrong}
    passed = [name for name, r in results.items() if name.startswith("other") and not r.wrong]
    with capsys.disabled():
        same = sum(name.startswith("same") for name in results)
        print(
            f"\n{form}: {len(alarms)} false alarms in {same} files saved again; {len(passed)} of "
            f"{len(results) - same} altered passed"
        )
    assert (alarms, passed) == ({}, [])
