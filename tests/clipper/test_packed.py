"""The packages for the stores: each has what its browsers run, and the same bytes each time."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from briefing import __version__
from clipper.pack import EXTENSION, manifest_for, pack


@pytest.mark.parametrize("family", ["chromium", "firefox"])
def test_a_package_holds_every_file_its_manifest_names_and_is_the_same_when_made_again(
    family: str, tmp_path: Path
) -> None:
    made = pack(family, tmp_path / "one")
    assert made.read_bytes() == pack(family, tmp_path / "two").read_bytes()
    with zipfile.ZipFile(made) as archive:
        names = set(archive.namelist())
        manifest = json.loads(archive.read("manifest.json"))
    background = manifest["background"]
    run = background["scripts"] if family == "firefox" else [background["service_worker"]]
    assert {*run, *manifest["icons"].values(), "collect.js", "manifest.json"} == names


def test_nothing_in_the_folder_is_left_out_of_a_package() -> None:
    ours = {p.relative_to(EXTENSION).as_posix() for p in EXTENSION.rglob("*") if p.suffix in (".js", ".png")}
    with zipfile.ZipFile(pack("chromium", EXTENSION.parent.parent / ".pytest_cache" / "clipper")) as archive:
        assert ours <= set(archive.namelist())


def test_each_family_is_given_only_what_its_store_accepts() -> None:
    assert "browser_specific_settings" not in manifest_for("chromium")
    assert "key" not in manifest_for("firefox")


def test_the_clipper_has_the_version_of_the_program() -> None:
    assert manifest_for("chromium")["version"] == __version__
