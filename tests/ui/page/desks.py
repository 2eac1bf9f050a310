"""A desk in memory, with a small brief, for tests of the page."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Quote, Section, Source
from briefing.session import Session
from ui.desk import Desk
from ui.page.row_blocks import Look
from ui.page.view import PageView

QUOTE = Quote("jointly patrolling", "begin ", " a key", 6, "sha")
LOOK = Look("DejaVu Sans", 11, "#111111", "#666666", "#2f5bd0")


class Texts:
    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._texts = texts or {"sha": "begin jointly patrolling a key highway"}

    def text(self, sha: str) -> str:
        return self._texts[sha]


def brief() -> Brief:
    return Brief(
        "b1",
        "Idlib",
        sections=(
            Section("bottom-line", "prose", "Bottom line", "Say it in two sentences."),
            Section(
                "situation",
                "situation",
                "Situation",
                items=(
                    Claim("c1", "Patrols **begin** on Sunday.", evidence=(Evidence("e1", "s1", QUOTE),)),
                    Claim("c2", "Hundreds were killed."),
                    Claim("c3", "الهدنة هشة 😀 جدا"),
                ),
            ),
            Section("actors", "actors", "Actors"),
            Section(
                "outlook", "outlook", "Outlook", items=(Judgement("j1", "The truce holds", basis=("c1",)),)
            ),
        ),
        actors=(
            Actor("a1", "Hulusi Akar", ("Akar",), "person", "minister", (Claim("c4", "Hopes for peace."),)),
        ),
        sources=(Source("s1", title="Patrols", text_sha="sha"),),
    )


def page(start: Brief | None = None, *, read_only: bool = False) -> PageView:
    session = Session(start or brief(), read_only=read_only)
    desk = Desk(session, Texts())  # type: ignore[arg-type]
    view = PageView(desk, lambda: LOOK)
    desk.setParent(view)
    view.resize(600, 800)
    return view
