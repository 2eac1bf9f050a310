"""Copies to share, backups and the rescue, on the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing import storage
from briefing.storage.disk_files import journal_of
from tests.briefing.cli.conftest import Line

Ids = dict[str, str]


def harm(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA secure_delete = ON; {script}")


def test_a_shared_copy_says_what_goes_along_and_what_does_not(line: Line, written: Ids) -> None:
    assert line.on("edition", "--freeze", "--force").code == 0
    told = line.on("copy", "shared.brief", "--share")
    assert (told.code, told.out) == (0, "")
    assert "Goes along: 1 article with its full text: “Patrols to begin”." in told.err
    assert "Goes along: 1 original file of an article: “patrols.txt”" in told.err
    assert "Left out: 1 frozen edition: “edition 1" in told.err
    data = json.loads(line.on("copy", "bare.brief", "--share", "--no-originals", "--editions", "--json").out)
    assert [part["what"] for part in data["along"]] == ["articles with their full texts", "frozen editions"]
    assert [part["names"] for part in data["left"]] == [["patrols.txt"]]
    assert line("edition", "bare.brief").out.count("\n") == 2
    assert line("edition", "shared.brief").out.count("\n") == 1


@pytest.mark.parametrize("flag", ["--editions", "--older-versions", "--no-originals"])
def test_but_a_choice_of_sharing_needs_share(line: Line, written: Ids, flag: str) -> None:
    told = line.on("copy", "x.brief", flag)
    assert (told.code, Path("x.brief").exists()) == (2, False)
    assert f"{flag} is for a shared copy. Give --share" in told.err


def test_a_damaged_brief_is_rescued_and_the_report_names_what_is_lost(line: Line, written: Ids) -> None:
    line.on("set", "brief", "audience", "The minister")
    harm(line.path, f"DELETE FROM claim WHERE id = '{written['bare']}'; DELETE FROM body")
    before = line.path.read_bytes()
    refused = line.on("outline")
    assert refused.code == 2
    assert "rescue what it still holds" in refused.err
    told = line.on("rescue", "-o", "new.brief")
    assert (told.code, told.out) == (1, f"{Path('new.brief').resolve()}\n")
    assert "briefing: Lost: 1 of 2 claims.\n" in told.err
    assert "came from the backups" in told.err
    assert line.path.read_bytes() == before
    assert not journal_of(line.path).exists()
    assert line("verify", "new.brief").code == 0
    assert line.on("rescue", "-o", "new.brief").code == 2  # never over a file


def test_damage_to_the_history_alone_is_no_loss(line: Line, written: Ids) -> None:
    harm(line.path, "DELETE FROM journal WHERE seq % 2")
    told = line.on("rescue", "-o", "new.brief", "--json")
    data = json.loads(told.out)
    assert (told.code, data["whole"], data["history"], data["texts"]) == (0, True, False, [])
    assert "Everything of the brief is saved." in told.err


def test_work_closed_by_every_command_is_in_a_backup(line: Line, written: Ids) -> None:
    line.on("set", "brief", "audience", "The minister")
    line.on("set", "brief", "author", "Ada")
    wanted = line.read()
    line.path.unlink()
    assert line.on("restore").code == 0
    assert line.read() == wanted
    assert len(storage.backups_of(line.path)) == 3


def test_a_renamed_brief_finds_its_backups_and_says_where_they_were_made(line: Line, written: Ids) -> None:
    line.on("set", "brief", "audience", "The minister")
    moved = line.path.rename(line.path.with_name("other name.brief"))
    rows = line("backups", moved).out.splitlines()
    assert [row.split("\t")[-1] for row in rows] == [str(line.path), str(line.path)]
    assert line("restore", moved, "2").code == 0
    opened = storage.open_brief(moved, read_only=True)
    opened.store.close()
    assert opened.brief.audience == ""


def test_a_text_that_is_nowhere_is_named_by_copy_and_restore(line: Line, written: Ids) -> None:
    raw = line.path.read_bytes()
    at = raw.index(b"Zwei Posten")
    line.path.write_bytes(raw[:at] + b"D" + raw[at + 1 :])
    words = "the text of “Patrols to begin”"
    told = line.on("copy", "copy.brief")
    assert told.code == 0
    assert f"could not be found: {words}" in told.err
    line.on("set", "brief", "audience", "The minister")
    assert f"Not in this backup: {words}." in line.on("restore").err
