"""Files that mean harm, read as a person drops them: each ends in bounds and in clear words."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.importing import IMPORTERS
from briefing.importing.inputs import Failed, Imported, Listing, Records, Result, read_files
from briefing.importing.process import confine, host
from briefing.model import Brief
from briefing.tasks import add_sources
from tests.briefing.importing.corpus import (
    Hostile,
    docx_cases,
    epub_cases,
    feed_cases,
    html_cases,
    mail_cases,
    msg_cases,
    odt_cases,
    pdf_cases,
    reference_cases,
    rtf_cases,
    sheet_cases,
    slide_cases,
    subtitle_cases,
)
from tests.briefing.importing.corpus.checking import OWN_SECONDS
from tests.work import spent

CORPORA = (docx_cases, odt_cases, epub_cases, pdf_cases, rtf_cases, mail_cases, msg_cases, html_cases,
    feed_cases, reference_cases, sheet_cases, slide_cases, subtitle_cases)  # fmt: skip
HOSTILE: tuple[tuple[str, Hostile], ...] = tuple(
    (f"{corpus.__name__.rpartition('.')[2].removesuffix('_cases')}-{hostile.id}", hostile)
    for corpus in CORPORA
    for hostile in corpus.HOSTILE
)
ONE_OF_EACH: dict[str, bytes] = {
    ".pdf": pdf_cases.CASES[0].data,
    ".docx": docx_cases.CASES[0].data,
    ".odt": odt_cases.CASES[0].data,
    ".epub": epub_cases.CASES[0].data,
    ".rtf": rtf_cases.CASES[0].data,
    ".eml": mail_cases.CASES[0].data,
    ".msg": msg_cases.CASES[0].data,
    ".html": html_cases.CASES[0].data,
    ".xml": feed_cases.FEEDS[0].data,
    **{suffix: next(c.data for c in reference_cases.REFERENCES if c.module == module)
       for suffix, module in ((".ris", "ris"), (".enw", "endnote"), (".bib", "bibtex"), (".json", "csl"))},
    ".srt": subtitle_cases.CASES[0].data,
    ".csv": sheet_cases.TABLES[0].data,
    ".xlsx": sheet_cases.WORKBOOKS[0].data,
    ".pptx": slide_cases.CASES[0].data,
    ".fodt": odt_cases.flat(odt_cases.CASES[0].data),
    ".txt": b"Some words of a note.\n",
    ".md": b"# Head\n\nSome *words*.\n",
    ".mhtml": b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    b"Content-Type: text/html\r\n\r\n<html><body><p>Some words of a page.</p></body></html>\r\n--x--\r\n",
}  # fmt: skip
SUFFIXES = tuple(suffix for row in IMPORTERS for suffix in row.suffixes)
# What `inputs` reports before a reader sees the file, and of what it gave to another reader.
_BY_CONTENT = "cannot be read: it holds|by its content"
_GOOD = "Good news\n\nThe words that come after it.\n"


def _after_it(paths: list[Path], folder: Path) -> list[Result]:
    """Read these files and a good one after them; return what came of the former."""
    good = folder / "zz good.txt"
    good.write_text(_GOOD, encoding="utf-8")
    *results, last = read_files([*paths, good])
    assert isinstance(last, Imported), last
    assert last.text == _GOOD
    return results


def _is_clear(result: Result) -> bool:
    """Tell whether a failure says what and why in a short sentence or two, in words and without a trace."""
    assert isinstance(result, Failed), result
    said = result.message
    assert re.match(r"“.+” |The folder “|Hidden files", said), said
    assert said.rstrip("”").endswith((".", ").", "?")), said
    assert len(said) <= 500, said
    assert "\n" not in said
    assert "Traceback" not in said
    assert result.hint or "damaged" in said or result.skipped, result
    return True


def _is_whole(result: Result) -> bool:
    """Tell whether what came in is whole: words, a title, a list, and no words beyond what the file holds."""
    match result:
        case Imported():
            return bool(result.source.title) and bool(result.text.strip() or result.attachments)
        case Listing():
            return bool(result.entries or result.notices)
        case Records():
            return bool(result.sources or result.notices)
        case Failed():
            return _is_clear(result)


def _notices(result: Result) -> tuple[str, ...]:
    return () if isinstance(result, Failed) else result.notices


def _largest_child() -> int:
    """Return the most memory, in bytes, that any process started from here and ended has had."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.slow
@pytest.mark.parametrize("hostile", [h for _, h in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_a_file_that_means_harm_ends_in_bounds_and_the_next_one_comes_in(
    hostile: Hostile, tmp_path: Path
) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    before = spent()
    (result,) = _after_it([path], tmp_path)
    assert spent() - before < confine.CPU_SECONDS + OWN_SECONDS
    assert _is_whole(result)
    said = result.message if isinstance(result, Failed) else " ".join(("it was read", *_notices(result)))
    assert re.search(f"{hostile.says}|{_BY_CONTENT}", said), said
    assert _largest_child() <= confine.MEMORY


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_every_kind_under_every_suffix_is_read_by_its_content_or_refused(kind: str, tmp_path: Path) -> None:
    paths = []
    for suffix in SUFFIXES:
        path = tmp_path / f"wrong{suffix}"
        path.write_bytes(ONE_OF_EACH[kind])
        paths.append(path)
    results = _after_it(paths, tmp_path)
    assert len(results) == len(SUFFIXES)
    assert all(_is_whole(result) for result in results)
    assert not isinstance(results[SUFFIXES.index(kind)], Failed)


@pytest.mark.parametrize("data", [b"", b"x", b"\x00", b"<", b"{", b"%", b"PK", b"\xff\xfe", b"\n"])
def test_a_file_of_next_to_nothing_is_refused_or_read_under_every_suffix(data: bytes, tmp_path: Path) -> None:
    paths = [tmp_path / f"tiny{suffix}" for suffix in SUFFIXES]
    for path in paths:
        path.write_bytes(data)
    results = _after_it(paths, tmp_path)
    assert all(_is_whole(result) for result in results)
    read = [result for result in results if isinstance(result, Imported)]
    assert all(result.text == data.decode() for result in read)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_a_file_cut_off_anywhere_is_refused_or_read_as_far_as_it_goes(kind: str, tmp_path: Path) -> None:
    whole = ONE_OF_EACH[kind]
    paths = []
    for part in range(1, 60):
        path = tmp_path / f"{part:02}{kind}"
        path.write_bytes(whole[: len(whole) * part // 60])
        paths.append(path)
    assert all(_is_whole(result) for result in _after_it(paths, tmp_path))


def _sparse(path: Path) -> Path:
    """Make a file of 200 MB that takes no room on the disk."""
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200_000_000)
    return path


def _directory(path: Path) -> Path:
    path.mkdir()
    return path


def _pipe(path: Path) -> Path:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(path)
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


def _link_to_nothing(path: Path) -> Path:
    path.symlink_to(path.with_name("gone"))
    return path


def _device(path: Path) -> Path:
    if not Path("/dev/zero").exists():
        pytest.skip("no devices here")
    path.symlink_to("/dev/zero")
    return path


def _sealed(path: Path) -> Path:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("this user may read everything")
    path.write_bytes(b"words")
    path.chmod(0)
    return path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_sparse, "larger than"),
        (_pipe, "not a file that can be read"),
        (_device, "not a file that can be read"),
        (_loop, "could not be read"),
        (_link_to_nothing, "is not there"),
        (_sealed, "may not be read"),
        (lambda path: path, "is not there"),
        (lambda path: path.with_name("x" * 300 + path.suffix), "could not be read"),
        (lambda path: path.with_name(f"nul\x00{path.suffix}"), "could not be read"),
    ],
)
@pytest.mark.parametrize("suffix", [".pdf", ".mbox", ""])
def test_what_is_no_file_to_read_is_said_so(
    make: Callable[[Path], Path], says: str, suffix: str, tmp_path: Path
) -> None:
    path = make(tmp_path / f"odd{suffix}")
    if suffix == ".mbox" and make is _sparse:
        pytest.skip("a mailbox may be as large as it likes: its mails are read one by one")
    (result,) = _after_it([path], tmp_path)
    assert _is_clear(result)
    assert says in result.message


def test_a_folder_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    folder = _directory(tmp_path / "x.pdf")
    assert _after_it([folder], tmp_path) == []
    (folder / "within.txt").write_text("Words.", encoding="utf-8")
    (result,) = _after_it([folder], tmp_path)
    assert isinstance(result, Imported)


def test_a_folder_that_is_within_itself_is_walked_once(tmp_path: Path) -> None:
    folder = _directory(tmp_path / "round")
    (folder / "a.txt").write_text("Words.", encoding="utf-8")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    results = _after_it([folder], tmp_path)
    assert [type(result) for result in results] == [Failed, Imported]


def test_a_file_that_vanishes_while_the_others_are_read_harms_none(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path in paths:
        path.write_text(f"Words of {path.name}.", encoding="utf-8")
    results: list[Result] = []
    for result in read_files([tmp_path]):
        results.append(result)
        paths[1].unlink(missing_ok=True)
    assert [type(result) for result in results] == [Imported, Failed, Imported]
    assert "is not there" in results[1].message


def _bad() -> Iterator[tuple[str, bytes]]:
    """Yield twenty small files that cannot be read, of many kinds."""
    by_id = dict(HOSTILE)
    wanted = ("docx-twice", "docx-office-lock", "docx-picture", "docx-truncated",
        "docx-dtd-laughs-document.xml",
              "docx-lying-small", "odt-own-lock", "odt-truncated", "odt-dtd-outside-content.xml", "epub-lock",
              "epub-truncated", "epub-no-package", "pdf-truncated", "pdf-locked", "pdf-only-a-head",
              "rtf-nothing", "html-a picture", "feed-laughs", "odt-locked", "reference-no list")  # fmt: skip
    for id_ in wanted:
        yield by_id[id_].name, by_id[id_].make()


@pytest.mark.slow
def test_of_three_hundred_files_the_good_come_in_and_the_summary_counts_them(tmp_path: Path) -> None:
    bad = list(_bad())
    assert len(bad) == 20
    for number in range(300):
        if number % 15 == 7:
            name, data = bad[number // 15]
            (tmp_path / f"{number:03} {name}").write_bytes(data)
        else:
            text = f"Article number {number}\n\nThe words of article number {number} are these.\n"
            (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    taken = add_sources.take(Brief("b1", "Title"), read_files([tmp_path]), accessed="2024-01-02")
    assert len(taken.lines) == 300
    assert taken.count("added") == len(taken.sources) == 280
    assert taken.count("failed") == 20
    assert all(line.notices and line.hint for line in taken.lines if line.outcome == "failed")
    assert [failed.needs for failed in taken.locked] == ["password"]
    assert {source.title for source in taken.sources} == {
        f"Article number {number}" for number in range(300) if number % 15 != 7
    }


def test_the_bounds_are_those_that_are_promised() -> None:
    assert confine.MEMORY <= 1 << 30
    assert host.SECONDS <= 25
