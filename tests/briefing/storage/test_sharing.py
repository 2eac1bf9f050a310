"""A shared copy holds what is shared: what goes along is listed, and nothing else ever stands beside the
target.
"""

from __future__ import annotations

import getpass
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing import snapshot
from briefing.edits import freeze_edition
from briefing.model import Brief, Claim, Evidence, Judgement, Remark, Section, Source, Waiver
from briefing.quoting.anchor import describe
from briefing.session import NewStep, Session
from briefing.storage import ShareChoice, Store, create, listing, open_brief
from briefing.storage.sharing import EARLIER_WORDS, shared
from briefing.text import sha256
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief

SECRETS = (
    "typedzzqa",
    "deletedzzqa",
    "frozenzzqa",
    "removedzzqa",
    "withdrawnzzqa",
    "olderzzqa",
    "waivedzzqa",
    "linkedzzqa",
)


def _with(brief: Brief, *items: Claim | Judgement, sources: tuple[Source, ...] = ()) -> Brief:
    section = brief.sections[0]
    return replace(
        brief,
        sections=(replace(section, items=(*section.items, *items)),),
        sources=(*brief.sources, *sources),
    )


def _source(ident: str, words: str, **fields: Any) -> Source:
    return Source(
        ident, title=f"About {words}", filename=f"{words}.txt", text_sha=sha256(f"All of {words}."), **fields
    )


def full_of_secrets(path: Path, home: str = "/home/someone") -> Store:
    """Return an open brief in which every kind of word that must not leave was typed, frozen, deleted or
    removed.
    """
    store = create(path, small_brief(), [body(ARTICLE)])
    session = Session(small_brief(), store)
    removed = _source("r1", "removedzzqa")
    session.apply(NewStep("Add", bodies=[body("All of removedzzqa.")]), _with, *())
    quote = describe("All of removedzzqa.", (7, 18))
    gone = Claim("g1", "Words frozenzzqa, later deleted.", evidence=(Evidence("ge", "r1", quote),))
    before = session.brief
    session.apply(
        NewStep("Write", bodies=[body("All of removedzzqa.")]), lambda b: _with(b, gone, sources=(removed,))
    )
    data = snapshot.dump(session.brief)
    session.apply(
        NewStep("Freeze", bodies=[body(data.decode())]), freeze_edition, "2024-05-05T12:00:00", sha256(data)
    )
    editions = session.brief.editions
    session.apply("Delete", lambda b: replace(before, editions=editions, edition=2))
    session.apply("Title", retitled, "Title typedzzqa")
    session.apply("Title", retitled, "Idlib")
    session.apply("Write", lambda b: _with(b, Claim("d1", "Words deletedzzqa.")))
    session.undo()
    session.apply(
        NewStep("Add", bodies=[body("All of withdrawnzzqa.")]),
        lambda b: replace(b, sources=(*b.sources, _source("w1", "withdrawnzzqa"))),
    )
    session.undo()
    session.apply(
        NewStep("Replace", bodies=[body("All of olderzzqa.")]),
        lambda b: replace(
            b,
            sources=(*b.sources, _source("o1", "olderzzqa"), replace(b.sources[0], id="n1", supersedes="o1")),
        ),
    )
    session.apply("Waive", _waived)
    session.apply(
        "Choices", lambda b: replace(b, export_choices=(f"template={home}/house.dotx", "notes=endnotes"))
    )
    return store


def _waived(brief: Brief) -> Brief:
    claim = brief.sections[0].items[0]
    assert isinstance(claim, Claim)
    waivers = (Waiver("L1", "It is so.", "Words waivedzzqa."), Waiver("L2", "As agreed."))
    evidence = (replace(claim.evidence[0], linked_to="Words linkedzzqa."),)
    remarks = (Remark("m1", "Boss", "2024-05-05", "Good."),)
    made = replace(claim, waivers=waivers, evidence=evidence, remarks=remarks)
    return replace(brief, sections=(Section("situation", "situation", "Situation", items=(made,)),))


def _read(path: Path) -> Brief:
    opened = open_brief(path, read_only=True)
    opened.store.close()
    return opened.brief


def test_a_shared_copy_holds_none_of_what_was_typed_deleted_frozen_or_removed(
    path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "shared.brief"
    with full_of_secrets(path) as store:
        assert store.save_copy(target, history=False) == ()
    raw, whole = target.read_bytes(), path.read_bytes()
    assert [word for word in SECRETS if word.encode() in raw] == []
    assert [word for word in SECRETS if word.encode() not in whole] == []
    assert b"/home/someone" not in raw
    brief = _read(target)
    assert (brief.editions, brief.export_choices) == ((), ("notes=endnotes",))
    assert [s.id for s in brief.sources] == ["s1", "n1"]
    claim = brief.sections[0].items[0]
    assert isinstance(claim, Claim)
    assert [w.reason for w in claim.waivers] == ["As agreed."]
    assert claim.evidence[0].linked_to == EARLIER_WORDS  # the reader is warned as the author is
    with open_brief(target).store as copy:
        assert copy.text(sha256(ARTICLE)) == ARTICLE


@pytest.mark.parametrize(
    ("choice", "there", "gone"),
    [
        (ShareChoice(editions=True), {"frozenzzqa", "removedzzqa"}, {"olderzzqa", "typedzzqa"}),
        (ShareChoice(older_versions=True), {"olderzzqa"}, {"frozenzzqa", "removedzzqa"}),
    ],
)
def test_but_what_is_asked_for_goes_along(
    path: Path, tmp_path: Path, choice: ShareChoice, there: set[str], gone: set[str]
) -> None:
    target = tmp_path / "shared.brief"
    with full_of_secrets(path) as store:
        store.save_copy(target, choice=choice)
    raw = target.read_bytes()
    assert {word for word in there | gone if word.encode() in raw} == there


def test_what_goes_along_and_what_stays_is_listed_by_name(path: Path) -> None:
    with full_of_secrets(path) as store:
        brief = store._row_tree.brief
    brief = replace(
        brief,
        sources=(
            replace(brief.sources[0], original_sha="a" * 64, filename="in/patrols.eml"),
            *brief.sources[1:],
        ),
    )
    told = listing(brief, ShareChoice())
    assert [part.line() for part in told.along] == [
        "2 articles with their full texts: “Patrols”, “Patrols”",
        "1 comment: “Boss”",
        "1 waived finding with its reason: “As agreed.”",
        "1 original file of an article: “in/patrols.eml” (such a file may hold more than its text, as the "
        "headers of a mail)",
    ]
    assert [part.line() for part in told.left] == [
        "1 older version of an article: “About olderzzqa” (no quote is from them)",
        "1 frozen edition: “edition 1 of 2024-05-05” (they may hold deleted claims, and names and quotes of "
        "removed articles)",
    ]
    assert [part.what for part in listing(brief, ShareChoice(True, True, False)).left] == [
        "original files of articles"
    ]
    bare = shared(brief, ShareChoice(originals=False))
    assert (bare.sources[0].original_sha, bare.sources[0].filename) == ("", "patrols.eml")


def test_a_version_that_a_quote_is_from_goes_along(path: Path) -> None:
    brief = small_brief()
    newer = replace(brief.sources[0], id="s2", supersedes="s1")
    brief = replace(brief, sources=(*brief.sources, newer))
    assert shared(brief).sources == brief.sources


# -- the gate: every byte that ever stood in the target folder, with kills

_SHARE = """
import sys
from pathlib import Path
from briefing.storage import open_brief
with open_brief(Path(sys.argv[1]), read_only=True).store as store:
    print("go", flush=True)
    for n in range(1000):
        store.save_copy(Path(sys.argv[2]) / f"for the desk {n % 3}.brief", history=False)
        print(n, flush=True)
"""
_STRACE = (
    "strace",
    "-f",
    "-y",
    "-xx",
    "-s",
    "70000",
    "-e",
    "trace=write,pwrite64,writev,pwritev,sendfile,copy_file_range",
)
ROUNDS = int(os.environ.get("SHARES", "40"))


def _private(tmp_path: Path) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in (*SECRETS, "/home/someone", str(tmp_path), getpass.getuser()))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_no_kill_leaves_a_private_word_in_the_target_folder(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full_of_secrets(path).close()
    chance, counts = random.Random(7), Counter[str]()
    target = tmp_path / "shared folder"
    for _ in range(ROUNDS):
        target.mkdir()
        work = subprocess.Popen(
            [sys.executable, "-c", _SHARE, str(path), str(target)], stdout=subprocess.PIPE
        )
        assert work.stdout is not None
        assert work.stdout.readline() == b"go\n"
        end = time.monotonic() + chance.random() * 0.4
        while time.monotonic() < end:
            counts["looks"] += 1
            _look(target, _private(tmp_path), counts)
        work.kill()
        work.communicate()
        counts["kills"] += 1
        counts["left hidden"] += sum(p.name.startswith(".") for p in target.iterdir())
        _look(target, _private(tmp_path), counts)
        shutil.rmtree(target)
    with capsys.disabled():
        print(f"\nshare, kills: {dict(counts)}")
    assert counts["private words"] == 0
    assert counts["looks"] > ROUNDS


def _look(folder: Path, words: tuple[bytes, ...], counts: Counter[str]) -> None:
    for file in folder.iterdir():
        try:
            raw = file.read_bytes()
        except FileNotFoundError:
            continue
        counts["files read"] += 1
        counts["private words"] += sum(word in raw for word in words)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")
def test_every_byte_written_into_the_target_folder_is_of_the_finished_copy(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full_of_secrets(path).close()
    target, log = tmp_path / "shared folder", tmp_path / "log"
    target.mkdir()
    script = _SHARE.replace("range(1000)", "range(3)")
    subprocess.run(
        [*_STRACE, "-o", str(log), sys.executable, "-c", script, str(path), str(target)],
        check=True,
        capture_output=True,
    )
    inside = [
        line
        for line in log.read_text(errors="replace").splitlines()
        if _hex(str(target)) in line or str(target) in line
    ]
    written = b"".join(
        bytes.fromhex(part.replace("\\x", ""))
        for line in inside
        for part in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', line)
    )
    foreign = [line for line in inside if "sendfile" in line and "shared.brief" not in _text(line)]
    copied = sum("sendfile" in line or "copy_file_range" in line for line in inside)
    with capsys.disabled():
        print(
            f"\nshare, writes: {len(inside)} calls into the folder ({copied} of whole files), "
            f"{len(written):,} bytes seen"
        )
    assert inside
    assert foreign == []  # what is copied as a whole is the finished file out of the private folder
    assert [word for word in _private(tmp_path) if word in written] == []
    finished = [file.read_bytes() for file in target.iterdir()]
    assert len(finished) == 3
    assert [word for word in _private(tmp_path) for raw in finished if word in raw] == []


def _text(line: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda m: chr(int(m.group(1), 16)), line)


def _hex(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())
