"""Files that hold the address of a page: the address is named, and nothing is fetched."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from briefing.importing.inputs import Failed, read_files
from briefing.importing.link_files import address_in

ADDRESS = "https://post.example/a?b=1&c=2"
_DESKTOP = f"[Desktop Entry]\nType=Link\nURL={ADDRESS}\n"
FILES: dict[str, bytes] = {
    "of Windows": f"[InternetShortcut]\r\nURL={ADDRESS}\r\nIconFile=https://post.example/i.ico\r\n".encode(),
    "with its icon first": f"[InternetShortcut]\r\nIconFile=https://x.example/i\r\nURL={ADDRESS}\r\n".encode(),
    "of Windows, wide": f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode("utf-16"),
    "of a desktop": _DESKTOP.encode(),
    "of macOS, as XML": plistlib.dumps({"URL": ADDRESS}),
    "of macOS, binary": plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_the_address_is_found(data: bytes) -> None:
    assert address_in(data) == ADDRESS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"URL=file:///etc/passwd",
        b"URL=javascript:alert(1)",
        b"[x]\nIconFile=https://a.example/",
    ],
)
def test_but_nothing_else_is_taken_for_one(data: bytes) -> None:
    assert address_in(data) == ""


@pytest.mark.parametrize("suffix", [".url", ".webloc", ".desktop", ".URL"])
def test_such_a_file_is_no_article_and_says_what_it_is(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_bytes(FILES["of Windows"])
    [result] = read_files([path])
    assert isinstance(result, Failed)
    assert (result.needs, result.address) == ("fetch", ADDRESS)
    assert "holds the address of a page" in result.message


def test_one_without_an_address_says_so(tmp_path: Path) -> None:
    (tmp_path / "story.url").write_bytes(b"[InternetShortcut]\r\n")
    [result] = read_files([tmp_path / "story.url"])
    assert isinstance(result, Failed)
    assert (result.needs, result.message) == ("", "“story.url” holds no web address.")


def test_a_very_long_file_is_looked_at_only_in_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "story.webloc").write_bytes(b"bplist00" + bytes(5_000_000) + ADDRESS.encode())
    [result] = read_files([tmp_path / "story.webloc"])
    assert isinstance(result, Failed)
    assert result.needs == ""
