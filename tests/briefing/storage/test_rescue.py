"""The rescue of damaged files: what is there comes back as it was, what is lost is named, nothing is
touched.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import BriefingError, Damaged, StorageError, TooNew
from briefing.model import Brief, Claim, Source
from briefing.session import NewStep, Session
from briefing.storage import Rescue, create, open_brief, open_checks, rescue, row_hashes, schema
from briefing.storage.building import TABLES
from briefing.tasks import sample
from briefing.text import sha256
from tests.briefing.samples import OTHER, TEXT
from tests.briefing.samples import sample as full_brief
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief
from tests.briefing.storage.mutants import BYTES, STATEMENTS, with_journal

Lines = tuple[str, ...]


@pytest.fixture
def full(path: Path) -> Path:
    """A brief with every kind of row, closed."""
    create(path, full_brief(), [body(TEXT), body(OTHER)]).close()
    return path


def read(path: Path) -> Brief:
    opened = open_brief(path, read_only=True)
    opened.store.close()
    return opened.brief


def saved(path: Path) -> tuple[Rescue, Brief]:
    """Rescue a file and return the report and the brief, once it is seen that the file is as it was."""
    before = path.read_bytes()
    target = path.with_name("rescued.brief")
    report = rescue(path, target)
    assert path.read_bytes() == before
    return report, read(target)


def harm(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(script)


def test_a_whole_file_is_rescued_whole(full: Path) -> None:
    report, brief = saved(full)
    assert (report.whole, report.history, report.lines()) == (
        True,
        True,
        ("Everything of the brief is saved.",),
    )
    assert brief == full_brief()
    with open_brief(full.with_name("rescued.brief")).store as store:
        assert store.text(sha256(TEXT)) == TEXT
        assert [e.label for e in store.history()] == ["New brief"]


@pytest.mark.parametrize(
    "script", ["DELETE FROM journal", "UPDATE journal SET label = 'x'", "DROP TABLE journal"]
)
def test_damage_to_the_history_alone_costs_nothing_else(full: Path, script: str) -> None:
    harm(full, script)
    with pytest.raises(Damaged):
        open_brief(full)
    report, brief = saved(full)
    assert brief == full_brief()
    assert report.whole


LOSSES: list[tuple[str, Callable[[Brief], object], Lines]] = [
    (
        "DELETE FROM claim WHERE id = 'c2'",
        lambda b: ([i.id for i in b.sections[0].items], b.sections[2].items[1].basis),
        (
            "Lost: 1 of 5 claims.",
            "The section “Situation”: 1 of its claims, judgements and figures is lost.",
            "The judgement “Aid arrives.”: 1 of the claims it rests on is lost.",
        ),
    ),
    (
        "DELETE FROM evidence WHERE id = 'e3'",
        lambda b: b.actors[0].statements[0].evidence,
        ("Lost: 1 of 3 quotes.", "The claim “Wants a corridor.”: 1 of its quotes is lost."),
    ),
    (
        "DELETE FROM section WHERE id = 'situation'",
        lambda b: [(s.id, [i.id for i in s.items]) for s in b.sections][-1],
        (
            "Lost: 1 of 4 sections.",
            "The brief “Idlib: joint patrols”: 1 of its sections is lost.",
            "The claim “Patrols begin on Sunday.” had lost its place and stands at the end.",
        ),
    ),
    (
        "UPDATE claim SET text = 'Not so.' WHERE id = 'c1'",
        lambda b: [i.id for i in b.sections[0].items],
        (
            "Lost: 1 of 5 claims.",
            "The claim of the quote “begin on Sunday” is lost, and the quote with it.",
            "The judgement “The truce holds.”: 1 of the claims it rests on is lost.",
        ),
    ),
    (
        "DELETE FROM source WHERE id = 's1'",
        lambda b: [(s.id, s.title, s.text_sha == sha256(TEXT), s.supersedes) for s in b.sources],
        (
            "Lost: 1 of 2 sources.",
            "The record of the source s1 is lost; its quotes were kept, with a bare record.",
        ),
    ),
    (
        "DELETE FROM brief",
        lambda b: (b.title, len(b.sections), len(b.actors), len(b.sources)),
        (
            "The brief's own row is lost: title, dates, marking and the order of its sections and sources.",
        ),
    ),
    (
        "DELETE FROM body WHERE rowid = 1",
        lambda b: [s.text_sha for s in b.sources],
        (
            "The text of “Patrols” is lost; add the article again to have its quotes checked.",
            "2 quotes can no longer be checked:",
            "  “begin on Sunday”",
        ),
    ),
]  # fmt: skip
LEFT: list[object] = [
    (["c1"], ()),
    (),
    ("found-again", ["c1", "c2"]),
    ["c2"],
    [("s2", "No patrols", False, "s1"), ("s1", "Record lost (s1)", True, "")],
    ("Rescued brief", 4, 2, 2),
    [sha256(TEXT), sha256(OTHER)],
]


@pytest.mark.parametrize(
    ("loss", "left"), list(zip(LOSSES, LEFT, strict=True)), ids=[loss[0] for loss in LOSSES]
)
def test_what_is_lost_is_cut_and_named(
    full: Path, loss: tuple[str, Callable[[Brief], object], Lines], left: object
) -> None:
    script, look, lines = loss
    harm(full, f"PRAGMA secure_delete = ON; {script}")
    report, brief = saved(full)
    assert not report.whole
    assert report.lines()[0].startswith("Not everything could be saved.")
    assert set(lines) <= set(report.lines())
    assert look(brief) == left


def test_a_rescued_brief_with_a_lost_text_can_be_worked_on(closed: Path) -> None:
    harm(closed, "PRAGMA secure_delete = ON; DELETE FROM body")
    target = closed.with_name("rescued.brief")
    assert rescue(closed, target).texts == ("Patrols",)
    opened = open_brief(target)
    with opened.store as store:
        session = Session(opened.brief, store)
        session.apply("Title", lambda b: replace(b, sources=(replace(b.sources[0], title="Other"),)))
        session.apply("Remove", lambda b: replace(b, sections=(), sources=()))
        session.undo()
        session.apply(NewStep("Add again", bodies=[body(ARTICLE)]), retitled, "Found")
        assert store.text(sha256(ARTICLE)) == ARTICLE
    assert read(target) == session.brief


def test_lost_texts_come_from_the_backups_of_the_brief_wherever_it_lies_now(closed: Path) -> None:
    open_brief(closed).store.close()
    moved = closed.rename(closed.with_name("renamed.brief"))
    harm(moved, "PRAGMA secure_delete = ON; DELETE FROM body")
    report, brief = saved(moved)
    assert (report.whole, report.from_backups) == (True, 1)
    assert brief == small_brief()
    with open_brief(moved.with_name("rescued.brief")).store as store:
        assert store.text(sha256(ARTICLE)) == ARTICLE


def test_older_words_that_no_tree_leads_to_are_marked_as_doubtful(closed: Path) -> None:
    with open_brief(closed).store as store:
        Session(small_brief(), store).apply("Title", retitled, "Last words")
    # A program that does not clean behind itself leaves the old row where it was, beside a damaged new one.
    data = closed.read_bytes()
    at = data.index(b"Last words")
    create(closed.with_name("old.brief"), small_brief(), [body(ARTICLE)]).close()
    old = closed.with_name("old.brief").read_bytes()
    page = old.index(b"Idlib") // 4096
    closed.write_bytes(data[:at] + b"x" + data[at + 1 :] + old[page * 4096 : page * 4096 + 4096])
    report, brief = saved(closed)
    assert brief.title == "Idlib"
    assert report.doubtful == 1
    assert not report.whole


def test_a_file_of_an_older_version_is_rescued_too(tmp_path: Path) -> None:
    old = tmp_path / "old.brief"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.apply(connection, 0, 1)
        rows = {
            "brief": ("b1", "Old", "", "", "", "", "", "icd203", 1, "", "en", "[]", "[]", '["s1"]'),
            "source": ("s1", "article", "T", "", "[]", "", "", "", "", "", "", "", "", "", "", "", 1, 2, "[]",
                1),
        }  # fmt: skip
        for table, row in rows.items():
            marks = ", ".join("?" * (len(row) + 1))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", (bytes(16), *row))
        row_hashes.reseal(connection)
        connection.execute("COMMIT")
    harm(old, "PRAGMA user_version = 99; CREATE TABLE more (x)")
    report, brief = saved(old)
    assert report.whole
    assert (brief.title, brief.sources[0].title) == ("Old", "T")


REFUSED: list[tuple[Callable[[Path], object], type[BriefingError], str]] = [
    (lambda p: p.write_bytes(b""), Damaged, "No part of a brief can be read"),
    (lambda p: p.write_bytes(b"Dear all, " * 5000), Damaged, "No part of a brief can be read"),
    (lambda p: p.unlink(), StorageError, "There is no brief at"),
    (lambda p: (p.unlink(), p.mkdir()), StorageError, "is a folder"),
    (lambda p: harm(p, "PRAGMA user_version = 99; DELETE FROM claim"), TooNew, "newer Briefing Desk"),
]


@pytest.mark.parametrize(("spoil", "kind", "message"), REFUSED)
def test_but_it_says_where_there_is_nothing_to_save(
    closed: Path, spoil: Callable[[Path], object], kind: type[BriefingError], message: str
) -> None:
    spoil(closed)
    with pytest.raises(kind, match=message) as caught:
        rescue(closed, closed.with_name("rescued.brief"))
    assert type(caught.value) is kind
    assert not closed.with_name("rescued.brief").exists()


def test_but_it_never_replaces_a_file(closed: Path) -> None:
    with pytest.raises(StorageError, match="exists already"):
        rescue(closed, closed)


# -- the gate: many damaged files


def _intact(path: Path, wanted: dict[str, dict[int, bytes]]) -> bool:
    """Say whether SQLite, asked row by row, still gives every row of the brief as it was written."""
    try:
        with closing(open_checks.connect_to_look(path)) as connection:
            open_checks.set_deadline(connection, 0)
            for table, rows in wanted.items():
                for rowid, h in rows.items():
                    asked = f"SELECT * FROM {table} WHERE rowid = ?"
                    found = connection.execute(asked, (rowid,)).fetchone()
                    if found is None or found[0] != h or row_hashes.row_hash(table, tuple(found[1:])) != h:
                        return False
    except (sqlite3.Error, UnicodeError, OSError, TypeError):
        return False
    return True


def _wanted(path: Path) -> dict[str, dict[int, bytes]]:
    with closing(open_checks.connect_to_look(path)) as connection:
        return {t: dict(connection.execute(f"SELECT rowid, h FROM {t}")) for t in TABLES}


def _large(path: Path) -> Brief:
    """A brief whose rows and texts fill many pages."""
    texts = [f"Article {n}. " * 900 for n in range(30)]
    sources = tuple(Source(f"n{n}", title=f"Title {n}", text_sha=sha256(t)) for n, t in enumerate(texts))
    brief = full_brief()
    claim = brief.sections[0].items[1]
    assert isinstance(claim, Claim)
    items = tuple(replace(claim, id=f"x{n}", evidence=()) for n in range(200))
    section = replace(brief.sections[0], id="more", title="More", items=items)
    brief = replace(brief, sources=brief.sources + sources, sections=(*brief.sections, section))
    with create(path, brief, [body(t) for t in (*texts, TEXT, OTHER)]) as store:
        session = Session(brief, store)
        for n in range(40):
            session.apply("Title", retitled, f"Title {n}")
        return session.brief


def _tell_a_loss(report: Rescue, before: Brief, after: Brief) -> bool:
    return after == before or not report.whole


@pytest.mark.parametrize(
    "trials", [16, pytest.param(int(os.environ.get("MUTANTS", "1500")), marks=pytest.mark.slow)]
)
def test_of_refused_files_whose_rows_are_whole_every_one_is_rescued(
    tmp_path: Path, trials: int, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(trials)
    originals = {tmp_path / "large.brief": _large(tmp_path / "large.brief")}
    sample.build(tmp_path / "sample.brief")
    originals[tmp_path / "sample.brief"] = read(tmp_path / "sample.brief")
    wanted = {path: _wanted(path) for path in originals}
    counts: Counter[str] = Counter()
    kinds = list((BYTES | STATEMENTS).items())
    for n in range(trials):
        path = chance.choice(list(originals))
        name, spoil = kinds[n % len(kinds)]
        mutant, target = tmp_path / "mutant.brief", tmp_path / "rescued.brief"
        shutil.copyfile(path, mutant)
        spoil(mutant, chance)
        if chance.random() < 0.05:
            with_journal(mutant, chance)
        _judge(name, mutant, target, originals[path], wanted[path], counts)
        for left in (*tmp_path.glob("mutant.brief*"), target):
            left.unlink(missing_ok=True)
    with capsys.disabled():
        print(f"\nrescue: {dict(sorted(counts.items()))}")
    assert counts["refused, rows whole"] == counts["refused, rows whole, rescued equal"]
    assert counts["loss not reported"] == counts["input touched"] == 0
    assert counts["refused, rows whole"] >= trials // 8


def _judge(
    name: str,
    mutant: Path,
    target: Path,
    brief: Brief,
    wanted: dict[str, dict[int, bytes]],
    counts: Counter[str],
) -> None:
    whole = _intact(mutant, wanted)
    try:
        opened = open_brief(mutant, read_only=True)
        opened.store.close()
        counts["opened"] += 1
        return
    except BriefingError:
        counts["refused"] += 1
    counts["refused, rows whole"] += whole
    before = mutant.read_bytes()
    try:
        report = rescue(mutant, target)
    except BriefingError:
        counts["nothing to save, or newer"] += 1
        return
    again = read(target)
    counts["refused, rows whole, rescued equal"] += whole and again == brief
    counts["rescued equal"] += again == brief
    counts["rescued in part"] += again != brief
    counts["loss not reported"] += not _tell_a_loss(report, brief, again)
    counts["input touched"] += mutant.read_bytes() != before
    assert not whole or again == brief, name
