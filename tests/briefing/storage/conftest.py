"""A small brief on disk, and a home of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import Brief, Claim, Evidence, Quote, Section, Source
from briefing.session import Body, Session
from briefing.storage import Store, create
from briefing.text import sha256

ARTICLE = "Patrols start on Sunday.\n\nA million people have fled. 🚚 قوات مشتركة"


def body(text: str) -> Body:
    return Body(sha256(text), text.encode())


def small_brief() -> Brief:
    quote = Quote("Patrols start", "", " on Sunday.", 0, sha256(ARTICLE))
    claim = Claim("c1", "Patrols start on Sunday.", evidence=(Evidence("e1", "s1", quote),))
    source = Source("s1", title="Patrols", text_sha=sha256(ARTICLE), chars=len(ARTICLE))
    section = Section("situation", "situation", "Situation", items=(claim,))
    return Brief("b1", title="Idlib", sections=(section,), sources=(source,))


def retitled(brief: Brief, title: str) -> Brief:
    return replace(brief, title=title)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("BRIEFING_HOME", str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the brief of a test lies: a name with blanks, a per cent sign, and not ASCII."""
    folder = tmp_path / "Fälle 100% #1?"
    folder.mkdir()
    return folder / "Idlib – Lage.brief"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with create(path, small_brief(), [body(ARTICLE)]) as made:
        yield made


@pytest.fixture
def session(store: Store) -> Session:
    return Session(small_brief(), store)


@pytest.fixture
def closed(path: Path) -> Path:
    """A brief file that nothing has open."""
    create(path, small_brief(), [body(ARTICLE)]).close()
    return path
