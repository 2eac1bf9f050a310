"""The command line run in this process, on a small brief of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import storage
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


@pytest.fixture
def written(line: Line) -> dict[str, str]:
    """Ids of a brief with a source, two claims (one linked), an actor and a judgement."""
    assert line("new", line.path, "--title", "Idlib").code == 0
    article = line.path.with_name("patrols.txt")
    article.write_text(TEXT, encoding="utf-8")
    source = line.on("add", article).id
    claim = line.on("claim", "situation", "Patrols begin.", "--quote", source, "The patrols begin").id
    return {
        "source": source,
        "claim": claim,
        "bare": line.on("claim", "situation", "A road opens.").id,
        "actor": line.on("actor", "Hulusi Akar", "--alias", "Akar", "--kind", "person", "--role", "minister").id,
        "judgement": line.on(
            "judge", "The truce lasts.", "--likelihood", "likely", "--confidence", "low", "--basis", claim
        ).id,
        "link": next(c.evidence[0].id for c in line.read().sections[1].items if c.id == claim),  # type: ignore[union-attr]
    }
