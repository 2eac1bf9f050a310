"""Every item model under Qt's own tester, through all that happens to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing.model import Source
from briefing.origins import Link, Origin, Origins
from ui.models.rows_model import RowsModel
from ui.models.sources_model import ID, LINKS, META, NOTICES, READ, USE, SourcesModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
A, B, C, D = (
    Source(i, title=f"Title {i}", publisher=f"Post {i}", published="2020-03-13", text_sha=i) for i in "abcd"
)


class Watched:
    """A list of articles under the tester, and what it told."""

    def __init__(self) -> None:
        self.model = SourcesModel()
        self.testers = [QAbstractItemModelTester(self.model, FATAL)]
        self.told: list[str] = []
        self.model.modelReset.connect(lambda: self.told.append("reset"))
        self.model.rowsInserted.connect(lambda _p, a, b: self.told.append(f"in {a}-{b}"))
        self.model.rowsRemoved.connect(lambda _p, a, b: self.told.append(f"out {a}-{b}"))
        self.model.dataChanged.connect(lambda a, _b: self.told.append(f"change {a.row()}"))

    def show(self, *sources: Source, **links: int) -> list[str]:
        self.told.clear()
        self.model.set_sources(sources, links)
        return list(self.told)

    def shown(self) -> list[str]:
        return [self.model.index(i, 0).data(ID) for i in range(self.model.rowCount())]


@pytest.fixture
def watched(qapp: object) -> Watched:
    return Watched()


def test_articles_added_at_the_end_are_rows_added(watched: Watched) -> None:
    assert watched.show(A) == ["in 0-0"]
    assert watched.show(A, B, C) == ["in 1-2"]
    assert watched.shown() == ["a", "b", "c"]


@pytest.mark.parametrize(("left", "told"), [((B, C), "out 0-0"), ((A, C), "out 1-1"), ((A, B), "out 2-2")])
def test_an_article_removed_is_a_row_removed(watched: Watched, left: tuple[Source, ...], told: str) -> None:
    watched.show(A, B, C)
    assert watched.show(*left) == [told]
    assert watched.shown() == [s.id for s in left]


def test_a_changed_article_is_one_row_changed(watched: Watched) -> None:
    watched.show(A, B)
    assert watched.show(A, replace(B, title="Other")) == ["change 1"]
    assert watched.model.index(1).data() == "Other"


def test_another_count_of_links_is_one_row_changed(watched: Watched) -> None:
    watched.show(A, B)
    assert watched.show(A, B, a=2) == ["change 0"]
    assert watched.model.index(0).data(LINKS) == 2


def test_the_same_articles_tell_nothing(watched: Watched) -> None:
    watched.show(A, B, a=1)
    assert watched.show(A, B, a=1) == []


@pytest.mark.parametrize("after", [(B, A, C), (D,), (C, B, A, D)])
def test_everything_else_begins_anew(watched: Watched, after: tuple[Source, ...]) -> None:
    watched.show(A, B, C)
    assert watched.show(*after) == ["reset"]
    assert watched.shown() == [s.id for s in after]


def test_counts_of_others_are_told_when_an_article_goes(watched: Watched) -> None:
    watched.show(A, B, C, a=1)
    watched.show(A, C, a=2)
    assert watched.model.index(0).data(LINKS) == 2


@given(st.lists(st.lists(st.sampled_from([A, B, C, D]), unique=True), max_size=5))
def test_through_any_changes_the_model_shows_the_articles(steps: list[list[Source]]) -> None:
    watched = Watched()
    for sources in steps:
        watched.show(*sources)
        assert watched.shown() == [s.id for s in sources]


def test_an_article_says_that_it_shares_its_origin_and_that_a_newer_version_is_here() -> None:
    model = SourcesModel()
    origin = Origin("a", "AP · Title a", ("a", "b"), (Link("a", "b", "AP credit"),))
    newer = replace(C, supersedes="b")
    model.set_sources((A, B, newer), {"a": 2}, Origins((origin,), {"a": origin, "b": origin}))
    assert [model.index(i, 0).data(USE) for i in range(3)] == [
        "2 links · same origin as 1 other", "unread · same origin as 1 other · newer version here", "unread",
    ]  # fmt: skip
    assert "AP credit" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_tip_of_an_article_says_what_is_noted_on_it() -> None:
    model = SourcesModel()
    model.set_sources((replace(A, note="Ask the stringer.\nTwice."), B), {}, Origins((), {}))
    tips = [model.index(i, 0).data(Qt.ItemDataRole.ToolTipRole) for i in range(2)]
    assert tips == [f"{A.title} · Ask the stringer. Twice.", B.title]


@pytest.mark.parametrize(
    ("source", "links", "said"),
    [
        (A, 0, "Title a, Post a · 2020-03-13, unread"),
        (replace(A, read=True), 0, "Title a, Post a · 2020-03-13, unused"),
        (replace(A, grade="B"), 1, "Title a, Post a · 2020-03-13 · B, 1 link"),
        (Source("a", text_sha="a"), 3, "Untitled article, 3 links"),
    ],
)
def test_a_screen_reader_hears_what_the_row_shows(
    watched: Watched, source: Source, links: int, said: str
) -> None:
    watched.show(source, a=links)
    assert watched.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_each_role_answers(watched: Watched) -> None:
    watched.show(replace(A, read=True, notices=("Bytes were lost.",)), a=2)
    index = watched.model.index(0)
    assert [index.data(role) for role in (ID, META, LINKS, READ, NOTICES, USE)] == [
        "a", "Post a · 2020-03-13", 2, True, 1, "2 links",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "shown"), [(Source("x", filename="a.txt"), "a.txt"), (Source("x"), "Untitled article")]
)
def test_an_article_without_a_title_is_called_something(watched: Watched, source: Source, shown: str) -> None:
    watched.show(source)
    assert watched.model.index(0).data() == shown


def test_rows_are_found_by_id_and_none_lie_outside(watched: Watched) -> None:
    watched.show(A, B)
    assert [watched.model.row_of(i) for i in ("a", "b", "z")] == [0, 1, -1]
    assert watched.model.data(QModelIndex()) is None
    assert watched.model.rowCount(watched.model.index(0)) == 0


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), max_size=5))
def test_small_lists_show_their_rows(steps: list[list[int]]) -> None:
    model: RowsModel[int] = RowsModel({int(Qt.ItemDataRole.DisplayRole): lambda n: f"row {n}"})
    tester = QAbstractItemModelTester(model, FATAL)
    for rows in steps:
        model.set_rows(rows)
        assert [model.index(i).data() for i in range(model.rowCount())] == [f"row {n}" for n in rows]
        assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole) is None
    assert tester.model() is model
