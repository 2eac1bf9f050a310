"""The command line run in this process, on a small brief of its own."""

from __future__ import annotations

import io
import shutil
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import lookup, storage
from briefing.cli import main
from briefing.model import Brief

TEXT = (
    "Patrols to begin\n\nThe patrols begin on Sunday, the minister said. On Sunday the road opens. "
    "Zwei Posten\u00a0stehen dort. 🚚 قوات مشتركة\n"
)


@dataclass(frozen=True)
class Result:
    """What a command gave: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def id(self) -> str:
        assert (self.code, self.err) == (0, "")
        return self.out.split()[0]


class Line:
    """Runs commands; `brief` stands for the brief of the test."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capsys = capsys

    def __call__(self, *args: object) -> Result:
        self._capsys.readouterr()
        code = main([str(arg) for arg in args])
        return Result(code, *self._capsys.readouterr())

    def on(self, command: str, *args: object) -> Result:
        """Run a command on the test's brief."""
        return self(command, self.path, *args)

    def read(self) -> Brief:
        """Return the brief as it is in the file."""
        opened = storage.open_brief(self.path, read_only=True)
        opened.store.close()
        return opened.brief


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Line:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return Line(work / "idlib.brief", capsys)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A brief with a source, two claims (one linked), an actor and a judgement; and their ids."""
    folder = tmp_path_factory.mktemp("prepared")
    path, article = folder / "idlib.brief", folder / "patrols.txt"
    article.write_text(TEXT, encoding="utf-8")

    def on(command: str, *args: object) -> str:
        with redirect_stdout(io.StringIO()) as out:
            assert main([command, str(path), *map(str, args)]) == 0
        return out.getvalue().split()[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_HOME", str(folder / "home"))
        on("new", "--title", "Idlib")
        ids = {"source": on("add", article)}
        ids["claim"] = on(
            "claim", "situation", "Patrols begin.", "--quote", ids["source"], "The patrols begin"
        )
        ids["bare"] = on("claim", "situation", "A road opens.")
        ids["actor"] = on("actor", "Hulusi Akar", "--alias", "Akar", "--kind", "person", "--role", "minister")
        judged = ("--likelihood", "likely", "--confidence", "low", "--basis", ids["claim"])
        ids["judgement"] = on("judge", "The truce lasts.", *judged)
        opened = storage.open_brief(path, read_only=True)
        opened.store.close()
        ((_, linked),) = lookup.evidence(opened.brief)
        ids["link"] = linked.id
    return path, ids


@pytest.fixture
def written(line: Line, prepared: tuple[Path, dict[str, str]]) -> dict[str, str]:
    """Put a copy of the prepared brief and its article in place; return the ids."""
    path, ids = prepared
    shutil.copy(path, line.path)
    shutil.copy(path.with_name("patrols.txt"), line.path.with_name("patrols.txt"))
    return ids
