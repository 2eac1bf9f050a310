"""Links in a folder that somebody sent: which are followed, which are left out, and that none is passed
over.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.outside.folders import FoundFile, LeftOut, walk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="making links needs a privilege on Windows")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder to drop, with files of its own, beside private ones."""
    for name in ("pack/own/a.txt", "pack/.store/kept.txt", "private/diary.txt", "private/more/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "pack"


def _found(folder: Path) -> tuple[list[str], list[LeftOut]]:
    items = list(walk(str(folder)))
    files = [str(Path(item.path).relative_to(folder)) for item in items if isinstance(item, FoundFile)]
    return files, [i for i in items if isinstance(i, LeftOut) and "Hidden" not in i.why]


OUT = {
    "to a file": "{private}/diary.txt",
    "to a file, by a relative path": "../private/diary.txt",
    "to a file, by way of the folder": "own/../../private/diary.txt",
    "to a folder": "{private}",
    "to a folder, by a relative path": "../private/more",
    "to the folder above": "..",
    "to the root": "/",
    "to a file that is not there": "{private}/gone.txt",
    "to a device": "/dev/zero",
    "to a folder whose name begins alike": "../pack-of-others",
}


@pytest.mark.parametrize("target", OUT.values(), ids=OUT)
def test_a_link_that_leads_out_is_left_out_and_named(target: str, pack: Path) -> None:
    (pack.parent / "pack-of-others").mkdir()
    (pack.parent / "pack-of-others" / "c.txt").write_text("theirs", encoding="utf-8")
    (pack / "notes.txt").symlink_to(target.format(private=pack.parent / "private"))
    files, (left,) = _found(pack)
    assert files == ["own/a.txt"]
    assert (left.path, left.leads_out, left.by_rule) == (str(pack / "notes.txt"), True, True)
    assert "“notes.txt” is a link that leads out of the folder “pack”, to " in left.why


def test_so_is_a_link_to_a_link_and_a_folder_behind_one(pack: Path) -> None:
    (pack / "first").symlink_to("own/second")
    (pack / "own" / "second").symlink_to("../third")
    (pack / "third").symlink_to("../private")
    files, left = _found(pack)
    assert files == ["own/a.txt"]
    assert sorted(Path(one.path).name for one in left) == ["first", "second", "third"]
    assert all(one.leads_out for one in left)


IN = {
    "to a file that is read": ("own/a.txt", []),
    "to a folder that is read": ("own", []),
    "to its own folder": (".", []),
    "to a file that is hidden": (".store/kept.txt", ["notes.txt"]),
    "to a folder that is hidden": (".store", ["notes.txt/kept.txt"]),
    "by way of outside": ("../pack/own/a.txt", []),
}


@pytest.mark.parametrize(("target", "more"), IN.values(), ids=IN)
def test_what_a_link_inside_leads_to_inside_is_read_once(target: str, more: list[str], pack: Path) -> None:
    (pack / "notes.txt").symlink_to(target)
    (pack / "notes-again.txt").symlink_to("notes.txt")
    files, left = _found(pack)
    assert len(files) == 1 + len(more)
    assert files[0] == "own/a.txt"
    assert [name.replace("-again", "") for name in files[1:]] == more
    assert left == []


@pytest.mark.parametrize("target", ["notes.txt", "other", "own/missing.txt"])
def test_a_link_that_leads_nowhere_is_named(target: str, pack: Path) -> None:
    (pack / "notes.txt").symlink_to(target)
    (pack / "other").symlink_to("notes.txt")
    _, left = _found(pack)
    assert {Path(one.path).name for one in left} == {"notes.txt", "other"}
    assert all("leads nowhere" in one.why and not one.by_rule for one in left)


def test_a_link_that_a_person_named_is_followed(pack: Path) -> None:
    (pack.parent / "desk").symlink_to("pack")
    (pack / "out").symlink_to("../private")
    files, left = _found(pack.parent / "desk")
    assert files == ["own/a.txt"]
    assert [one.leads_out for one in left] == [True]
    (pack.parent / "one.txt").symlink_to("private/diary.txt")
    assert list(walk(str(pack.parent / "one.txt"))) == [FoundFile(str(pack.parent / "one.txt"))]


def test_files_come_sorted_folder_by_folder(pack: Path) -> None:
    for name in ("b.txt", "a.md", "own/z.txt", "early/y.txt"):
        (pack / name).parent.mkdir(exist_ok=True)
        (pack / name).write_text("x", encoding="utf-8")
    assert _found(pack)[0] == ["a.md", "b.txt", "early/y.txt", "own/a.txt", "own/z.txt"]
