"""What is written for a browser, and taken back."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.clips import browsers
from briefing.errors import NotFound, StorageError

CLIPPER = Path(__file__).resolve().parents[3] / "clipper" / "extension"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a key of the registry is written")


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize("which", browsers.BROWSERS, ids=lambda which: which.name)
def test_a_browser_is_given_a_file_that_names_a_program_and_who_may_start_it(
    which: browsers.Browser,
) -> None:
    written = json.loads(browsers.install(which).read_text(encoding="utf-8"))
    assert (written["name"], written["type"]) == (browsers.HOST_NAME, "stdio")
    assert os.access(written["path"], os.X_OK)
    allowed = written["allowed_extensions"] if which.firefox else written["allowed_origins"]
    assert len(allowed) == 1
    assert (browsers.FIREFOX_ID if which.firefox else browsers.CHROMIUM_ID) in allowed[0]


def test_the_program_it_names_starts_the_host_with_the_same_data() -> None:
    written = json.loads(browsers.install(browsers.BROWSERS[0]).read_text(encoding="utf-8"))
    environment = {name: value for name, value in os.environ.items() if name != "BRIEFING_HOME"}
    command = [written["path"], "chrome-extension://x/", "--parent-window=0"]
    done = subprocess.run(command, input=b"\x02\0\0\0{}", capture_output=True, env=environment, check=True)
    assert json.loads(done.stdout[4:])["ok"] is False


def test_taking_it_back_leaves_nothing_behind(user: Path) -> None:
    for which in browsers.BROWSERS:
        browsers.install(which)
    assert [browsers.uninstall(which) for which in browsers.BROWSERS] == [True] * len(browsers.BROWSERS)
    assert [path for path in user.rglob("*") if path.is_file()] == []
    assert not browsers.uninstall(browsers.BROWSERS[0])


def test_a_browser_that_is_not_known_is_named_with_those_that_are() -> None:
    with pytest.raises(NotFound, match="lynx"):
        browsers.browser("lynx")


def test_a_folder_that_cannot_be_written_is_said(user: Path) -> None:
    (user / "config").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="Chromium could not be set up"):
        browsers.install(browsers.BROWSERS[0])


def test_the_ids_are_those_of_the_extension() -> None:
    manifest = json.loads((CLIPPER / "manifest.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(base64.b64decode(manifest["key"])).hexdigest()[:32]
    assert "".join(chr(ord("a") + int(digit, 16)) for digit in digest) == browsers.CHROMIUM_ID
    assert manifest["browser_specific_settings"]["gecko"]["id"] == browsers.FIREFOX_ID


def test_the_extension_may_read_a_page_only_when_asked_and_speaks_to_the_program_alone() -> None:
    manifest = json.loads((CLIPPER / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["permissions"]) == {"activeTab", "scripting", "nativeMessaging"}
    assert not {"host_permissions", "optional_host_permissions", "content_scripts"} & manifest.keys()
    assert f'HOST = "{browsers.HOST_NAME}"' in (CLIPPER / "background.js").read_text(encoding="utf-8")
