"""A package holds what it says, says what was altered, and is refused where it is none."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from briefing.cli import main
from briefing.errors import BadInput
from briefing.exporting.package.check_package import check
from briefing.exporting.package.manifest import Manifest, from_bytes, to_bytes
from briefing.exporting.package.warc_file import warc
from briefing.model import Source
from briefing.tasks.verify_handed import from_package
from briefing.text import sha256
from tests.briefing.exporting.package.altered import ALTERATIONS, files_of, package_of_sample, packed_again


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package_of_sample(tmp_path_factory.mktemp("package"))


def manifest_of(package: Path) -> Manifest:
    return from_bytes(files_of(package.read_bytes())["manifest.json"])


def test_every_quote_stands_at_its_place_and_every_file_has_its_hash(package: Path) -> None:
    files, manifest = files_of(package.read_bytes()), manifest_of(package)
    assert {one.path: one.sha256 for one in manifest.files} == {
        path: sha256(data) for path, data in files.items() if path != "manifest.json"
    }
    texts = {source.id: files[source.text].decode() for source in manifest.sources}
    assert manifest.quotes
    for quote in manifest.quotes:
        assert texts[quote.source][quote.start : quote.start + len(quote.exact)] == quote.exact


def test_the_same_brief_at_the_same_moment_is_the_same_package(tmp_path: Path) -> None:
    first = package_of_sample(tmp_path).read_bytes()
    time.sleep(2.1)  # a zip file counts in two seconds
    assert package_of_sample(tmp_path).read_bytes() == first


def test_an_untouched_package_holds_on_the_command_line(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(package)]) == 0
    out = capsys.readouterr().out
    assert "27 of 27 quotes found in the articles, word for word." in out
    assert "sample.docx: Nothing else was changed" in out


@pytest.mark.parametrize("done", ALTERATIONS)
def test_what_was_altered_is_named_and_the_package_does_not_hold(
    done: str, package: Path, tmp_path: Path
) -> None:
    files = files_of(package.read_bytes())
    ALTERATIONS[done][0](files)
    target = tmp_path / "altered.zip"
    target.write_bytes(packed_again(files))
    held = from_package.check(target)
    assert not held.holds
    assert sum(part.state != "same" for part in held.package.files) == 1
    assert (sum(q.state != "found" for q in held.package.quotes) > 0) == ("article" in done)
    assert main(["verify", str(target)]) == 1


def test_a_manifest_rewritten_to_fit_is_found_out_by_the_check_number(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = check(package.read_bytes())[0].number
    files = files_of(package.read_bytes())
    files["manifest.json"] = to_bytes(manifest_of(package)).replace(b"Idlib", b"Homs")
    target = tmp_path / "rewritten.zip"
    target.write_bytes(packed_again(files))
    assert main(["verify", str(package), "--check-number", number.lower()]) == 0
    assert main(["verify", str(target), "--check-number", number]) == 1
    assert "not the one that you were given" in capsys.readouterr().out


def test_quoted_words_alone_leave_the_articles_out_and_keep_their_hashes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = package_of_sample(tmp_path, articles="quoted")
    manifest = manifest_of(target)
    assert not [one for one in manifest.files if one.path.startswith(("articles/", "originals/"))]
    assert all(source.text_sha and not source.text for source in manifest.sources)
    assert main(["verify", str(target)]) == 0
    assert "27 quotes of articles that are not in the package" in capsys.readouterr().out


def test_the_description_for_archives_names_every_file_and_what_the_brief_rests_on(package: Path) -> None:
    files = files_of(package.read_bytes())
    graph = {one["@id"]: one for one in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    parts = {part["@id"] for part in graph["./"]["hasPart"]}
    assert parts == files.keys() - {"manifest.json", "ro-crate-metadata.json"}
    assert {one["@id"] for one in graph["sample.docx"]["wasDerivedFrom"]} <= graph.keys()


def test_fetched_pages_are_a_warc_file_that_web_archives_read() -> None:
    page = b"<html><p>Patrols begin.</p></html>"
    source = Source("s1", fetched_from="https://example.org/a", fetched_at="2026-11-30T14:05:00+01:00")
    data = warc([(source, page), (source, b"%PDF-1.7 x")])
    records = [
        (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.rec_headers.get_header("WARC-Date"),
         r.rec_headers.get_header("Content-Type"), r.content_stream().read())
        for r in ArchiveIterator(io.BytesIO(data))
    ]  # fmt: skip
    common = ("resource", "https://example.org/a", "2026-11-30T13:05:00Z")
    assert records == [(*common, "text/html", page), (*common, "application/pdf", b"%PDF-1.7 x")]
    assert data == warc([(source, page), (source, b"%PDF-1.7 x")])


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b"\xff", b"[" * 90_000])
def test_a_zip_file_that_is_no_package_is_refused(manifest: bytes, tmp_path: Path) -> None:
    target = tmp_path / "x.zip"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", manifest)
    with pytest.raises(BadInput, match="no evidence package"):
        from_package.check(target)


def test_a_package_cut_short_is_refused(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "cut.zip"
    target.write_bytes(package.read_bytes()[:-200])
    with pytest.raises(BadInput, match=r"cut\.zip"):
        from_package.check(target)
