"""Wrong use and bad input: exit code 2, one line saying what to do, and nothing changed."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from briefing import cli, storage
from briefing.errors import CheckFailed
from briefing.model import Brief, Claim, Section
from tests.briefing.cli.conftest import Line

Ids = dict[str, str]

# What is typed, with the names of ids for ids, and what the message says.
REFUSED: list[tuple[str, str]] = [
    ("text|s00000000", "has the id “s00000000”"),
    ("text|claim", "is a claim, not a source"),
    ("text", "named by its id, or all are asked for"),
    ("text|source|--all", "named by its id, or all are asked for"),
    ("text|--all|--dates", "listed for one article"),
    ("set|c00000000|kind|gap", "has the id “c00000000”"),
    ("set|claim|colour|red", "has no field “colour”"),
    ("set|claim|kind|essay", "“essay” is not possible here"),
    ("set|brief|standard|guesswork", "no likelihood standard"),
    ("set|brief|marking|TLP:PINK", "not a TLP marking"),
    ("set|source|published|13 March", "not a date"),
    ("set|source|published|03/04/2020", "can be 2020-04-03 or 2020-03-04. Write it as"),
    ("set|source|published|2020-02-30", "not in the calendar"),
    ("set|source|url|javascript:alert(1)", "not a web address"),
    ("set|judgement|likelihood|perhaps", "not a term of ICD 203"),
    ("set|judgement|likelihood|60 %", "60 % is “likely” (55–80 %)"),
    ("set|judgement|likelihood|0 %", "ends with “almost no chance” (1–5 %)"),
    ("set|brief|rules_off|L99", "There is no rule “L99”"),
    ("set|claim|waivers|L99: so", "There is no rule “L99”"),
    ("set|judgement|basis|c00000000", "has the id “c00000000”"),
    ("set|judgement|basis|judgement", "is a judgement"),
    ("claim|nowhere|A claim.", "no section “nowhere”"),
    ("claim|situation| ", "needs words"),
    ("claim|situation|A claim.|--kind|essay", "invalid choice"),
    ("claim|situation|A claim.|--quote|source|not there", "are not in the source"),
    ("claim|situation|A claim.|--quote|source|n Sunday", "stand in the source 2 times"),
    ("claim|situation|A claim.|--quote|source|", "not in the source"),
    ("claim|situation|A claim.|--quote|s00000000|minister", "has the id “s00000000”"),
    (
        "claim|situation|A claim.|--quote|source|minister said|--quote|source|not there",
        "are not in the source",
    ),
    ("claim|situation|A claim.|--quote|source", "expected 2 arguments"),
    ("statement|nobody|Wants peace.", "no actor “nobody”"),
    ("statement|actor|Wants peace.|--facet|mood", "invalid choice"),
    ("actor| ", "needs words"),
    ("judge|It rains.|--confidence|low", "--likelihood"),
    ("judge|It rains.|--likelihood|perhaps|--confidence|low", "not a term of ICD 203"),
    ("judge|It rains.|--likelihood|likely|--confidence|total", "invalid choice"),
    ("judge|It rains.|--likelihood|likely|--confidence|low|--basis|c00000000", "has the id “c00000000”"),
    ("judge|It rains.|--likelihood|likely|--confidence|low|--basis|judgement", "is a judgement"),
    ("link|claim|source|not there", "are not in the source"),
    ("link|claim|source|n Sunday", "stand in the source 2 times"),
    ("link|claim|source|n Sunday|--occurrence|3", "2 times, not 3"),
    ("link|claim|source|n Sunday|--occurrence|0", "no occurrence 0"),
    ("link|claim|source|minister said|--stance|denies", "invalid choice"),
    ("link|judgement|source|minister said", "is a judgement"),
    ("link|actor|source|minister said", "is an actor, not a claim"),
    ("link|claim|actor|minister said", "is an actor, not a source"),
    ("unlink|claim", "is a claim"),
    ("remove|brief", "cannot be removed from itself"),
    ("remove|source", "linked to a claim"),
    ("remove|actors", "There are actors in this section"),
    ("remove|situation", "is not empty"),
    ("add|gone.txt", "is not there"),
    ("copy|idlib.brief", "exists already"),
    ("copy|no/where.brief", "no folder"),
    ("restore|99", "no backup 99"),
    ("restore|gone.brief", "gone.brief"),
    ("export", "required: -o"),
    ("export|-o|a.pdf", "pdf"),
    ("export|-o|idlib.brief", "brief"),
    ("export|-o|no/where.md", "folder"),
    ("history|--limit|0", "not a number of steps"),
    ("claim", "required: SECTION, TEXT"),
    ("verify|more", "Unrecognized arguments: more"),
    ("outline|--colour", "Unrecognized arguments: --colour"),
]


@pytest.mark.parametrize(("typed", "says"), REFUSED, ids=[typed for typed, _ in REFUSED])
def test_bad_input_is_told_in_one_line_and_changes_nothing(
    line: Line, written: Ids, typed: str, says: str
) -> None:
    before, files = line.read(), sorted(Path().iterdir())
    command, *args = typed.split("|")
    result = line.on(
        command, *(arg if command == "remove" and arg == "brief" else written.get(arg, arg) for arg in args)
    )
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("briefing: ")
    assert result.err.count("\n") == 1
    assert says in result.err
    assert line.read() == before
    assert sorted(Path().iterdir()) == files


def test_a_beginning_that_fits_several_ids_names_them(line: Line) -> None:
    section = Section("gaps", "gaps", "Gaps", items=(Claim("cxa", "One."), Claim("cxb", "Two.")))
    storage.create(line.path, Brief("b1", sections=(section,))).close()
    result = line.on("set", "cx", "kind", "assessed")
    assert result.code == 2
    assert "begins several ids" in result.err
    assert "cxa, cxb" in result.err


def test_new_never_touches_a_file_that_is_there(line: Line) -> None:
    line.path.write_text("mine", encoding="utf-8")
    result = line("new", line.path)
    assert (result.code, result.out) == (2, "")
    assert "exists already" in result.err
    assert line.path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--template", "nonsense"), "no template “nonsense”"),
        (("--standard", "guesswork"), "invalid choice"),
    ],
)
def test_new_makes_nothing_of_bad_arguments(line: Line, args: tuple[str, ...], says: str) -> None:
    result = line("new", line.path, *args)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert not line.path.exists()


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index(b"A road opens.")
    data[at : at + 6] = b"A rock"
    path.write_bytes(data)


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (body TEXT)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("These are just words, and no brief.\n" * 50, encoding="utf-8")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "command", ["outline", "sources", "verify", "history", "claim|gaps|Who?", "set|brief|title|T"]
)
@pytest.mark.parametrize("spoil", [damaged, foreign, newer, empty, text, folder, missing])
def test_a_file_that_is_no_good_brief_is_told_and_left_alone(
    line: Line, written: Ids, spoil: object, command: str
) -> None:
    spoil(line.path)  # type: ignore[operator]
    before = line.path.read_bytes() if line.path.is_file() else b""
    name, *args = command.split("|")
    result = line.on(name, *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("briefing: ")
    assert result.err.count("\n") == 1
    assert "idlib.brief" in result.err
    assert (line.path.read_bytes() if line.path.is_file() else b"") == before


def test_a_brief_that_is_open_elsewhere_can_be_read_but_not_changed(line: Line, written: Ids) -> None:
    before = line.read()
    with storage.open_brief(line.path).store:
        assert line.on("outline").code == 0
        result = line.on("claim", "gaps", "Who?")
    assert result.code == 2
    assert "open in another window or program" in result.err
    assert line.read() == before


@pytest.mark.parametrize(
    "typed", [["nonsense"], ["outlin"], ["--nonsense"], ["gone.brief"], ["--sample", "x.brief"]]
)
def test_what_is_neither_a_command_nor_a_brief_is_wrong_use(line: Line, typed: list[str]) -> None:
    result = line(*typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


def test_a_failed_check_is_exit_code_1(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_run", raiser(CheckFailed("Two quotes fail.", "Link them again.")))
    result = line("export")
    assert (result.code, result.err) == (1, "briefing: Two quotes fail. Link them again.\n")


def raiser(error: BaseException) -> object:
    def raise_it(_argv: list[str]) -> int:
        raise error

    return raise_it


def test_a_full_disk_is_told(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_run", raiser(OSError(errno.ENOSPC, "No space left on device")))
    result = line("outline")
    assert result.code == 2
    assert "No space left" in result.err
    assert result.err.count("\n") == 1


def test_an_interruption_is_no_traceback(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_run", raiser(KeyboardInterrupt()))
    result = line("add")
    assert result.code == 130
    assert result.err.count("\n") == 1


def test_a_fault_of_ours_is_shown_and_asked_to_be_reported(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "_run", raiser(ZeroDivisionError("by nought")))
    result = line("outline")
    assert result.code == 70
    assert "Traceback" in result.err
    assert "ZeroDivisionError: by nought" in result.err
    assert "report" in result.err.splitlines()[-1]


def test_foreign_words_do_not_steer_the_terminal(line: Line, written: Ids) -> None:
    line.on("set", written["claim"], "text", "Red \x1b[31m words \u202e.")
    out = line.on("outline").out
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_that_goes_away_is_no_error(line: Line, written: Ids) -> None:
    import subprocess

    reading, writing = os.pipe()
    os.close(reading)
    code = "import sys; from briefing.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "outline", str(line.path)],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[3],
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
