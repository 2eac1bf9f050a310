"""A corrected article and whose story it is: quotes follow by hand, each act can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from briefing import lookup
from tests.ui.commands.flows import (
    ARTICLE,
    DAM,
    FERRY,
    PEOPLE,
    begin,
    begin_read_only,
    claim,
    put,
    quiet,
    told,
    undo,
)
from tests.ui.windows import acts, app, dialog, keys, window
from ui.app import App
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]
CORRECTED = ARTICLE.replace("About 400 people", "About 350 people")
OTHER = "Ferry strike looms\n\nSailors vote on a strike next week, the union said.\n"


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def corrected(window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    """Three quotes on an article, then its corrected version from a file."""
    source = put(ws, ARTICLE)
    for quote in (FERRY, PEOPLE, DAM):
        claim(ws, quote, source, quote)
    (tmp_path / "corrected.txt").write_text(CORRECTED)
    acts(ws).versions.revise(source, tmp_path / "corrected.txt")
    quiet(window, qtbot)


def states(ws: Workspace) -> list[str]:
    return [row.recalled.state for row in ws.versions.rows.rows]


def quoted(ws: Workspace) -> list[str]:
    return [evidence.source for _, evidence in lookup.evidence(ws.desk.brief)]


def shown(ws: Workspace) -> bool:
    return ws.tabs.isTabVisible(ws.tabs.indexOf(ws.versions))


def test_a_corrected_version_shows_what_became_of_each_quote(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    corrected(window, ws, qtbot, tmp_path)
    old, new = ws.desk.brief.sources
    assert new.supersedes == old.id
    assert ws.tabs.currentWidget() is ws.versions
    assert sorted(states(ws)) == ["changed", "same", "same"]
    assert states(ws)[0] == "changed"
    assert quoted(ws) == [old.id] * 3


def test_all_the_same_words_move_in_one_step_and_come_back_in_one(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    corrected(window, ws, qtbot, tmp_path)
    old, new = ws.desk.brief.sources
    steps = len(ws.desk.session.past)
    QTest.mouseClick(ws.versions.same, Qt.MouseButton.LeftButton)
    quiet(window, qtbot)
    assert len(ws.desk.session.past) == steps + 1
    assert quoted(ws) == [new.id, old.id, new.id]
    assert states(ws) == ["changed"]
    assert window.said.text() == "2 quotes now rest on it"
    undo(window)
    quiet(window, qtbot)
    assert quoted(ws) == [old.id] * 3
    assert sorted(states(ws)) == ["changed", "same", "same"]


def test_the_last_quote_moved_takes_the_pane_away_and_the_caret_goes_back_to_the_brief(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    corrected(window, ws, qtbot, tmp_path)
    ws.versions.same.click()
    quiet(window, qtbot)
    ws.versions.accept.click()
    quiet(window, qtbot)
    assert set(quoted(ws)) == {ws.desk.brief.sources[1].id}
    assert not shown(ws)
    assert ws.tabs.currentWidget() is ws.evidence
    assert window.focusWidget() is ws.page
    window.actions_by_id["articles.versions"].trigger()
    quiet(window, qtbot)
    assert told(window)[0] == "No quote rests on an older version of its article."


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("empty.txt", "", "“empty.txt” is empty."),
        ("same.txt", ARTICLE, "That text is in this brief already"),
        ("gone.txt", None, "“gone.txt”"),
    ],
)
def test_a_version_that_cannot_be_taken_says_why_and_changes_nothing(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path, name: str, words: str | None, says: str
) -> None:
    source = put(ws, ARTICLE)
    if words is not None:
        (tmp_path / name).write_text(words)
    acts(ws).versions.revise(source, tmp_path / name)
    quiet(window, qtbot)
    assert told(window)[0].startswith(says)
    assert ws.desk.brief.sources == (source,)


def test_two_articles_of_the_brief_can_be_versions_and_apart_again(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    old, new = put(ws, ARTICLE), put(ws, CORRECTED)
    ws.sources.choose(new.id)
    window.actions_by_id["articles.supersedes"].trigger()
    asked = dialog(window, "choose_article")
    assert asked.focusWidget() is asked.findChild(QLineEdit, "choose_filter")
    keys(asked, Qt.Key.Key_Return)
    quiet(window, qtbot)
    assert lookup.source(ws.desk.brief, new.id).supersedes == old.id
    window.actions_by_id["articles.release"].trigger()
    assert lookup.source(ws.desk.brief, new.id).supersedes == ""
    undo(window)
    assert lookup.source(ws.desk.brief, new.id).supersedes == old.id


def test_whose_story_it_is_can_be_said_denied_and_computed_again(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    first, other = put(ws, ARTICLE), put(ws, OTHER)
    quiet(window, qtbot)
    ws.sources.choose(other.id)
    window.actions_by_id["articles.same_origin"].trigger()
    keys(dialog(window, "choose_article"), Qt.Key.Key_Return)
    origins = [s.origin for s in ws.desk.brief.sources]
    assert origins[0] == origins[1] != ""
    window.actions_by_id["articles.apart"].trigger()
    assert len({s.origin for s in ws.desk.brief.sources}) == 2
    window.actions_by_id["articles.origin_computed"].trigger()
    assert lookup.source(ws.desk.brief, other.id).origin == ""
    for _ in range(3):
        undo(window)
    assert [s.origin for s in ws.desk.brief.sources] == ["", ""]
    assert lookup.source(ws.desk.brief, first.id) == first


SAID_WITHOUT_AN_ARTICLE = {
    "articles.revise": "No article is chosen.",
    "articles.supersedes": "There is no other article to choose.",
    "articles.same_origin": "There is no other article to choose.",
    "articles.release": "This article is not a new version of another.",
    "articles.apart": "No article is chosen.",
    "articles.versions": "No article of this brief has a newer version.",
    "articles.encoding": "This article has no encoding to choose.",
    "articles.remove": "No article is chosen.",
    "articles.read": "No article is chosen.",
}


def test_without_an_article_each_act_says_so(window: Window, ws: Workspace) -> None:
    said = {}
    for action in SAID_WITHOUT_AN_ARTICLE:
        window.banners.tell("before")
        window.actions_by_id[action].trigger()
        said[action] = told(window)[0]
    assert said == SAID_WITHOUT_AN_ARTICLE


def test_a_brief_to_read_only_takes_no_version_and_says_why(
    app: App, window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    corrected(window, ws, qtbot, tmp_path)
    assert window.path is not None
    other, seen = begin_read_only(app, window.path)
    qtbot.waitUntil(lambda: len(seen.versions.rows.rows) == 3, timeout=10_000)
    assert not seen.versions.accept.isEnabled()
    assert not seen.versions.same.isEnabled()
    versions, old = acts(seen).versions, seen.desk.brief.sources[0]
    for act in (
        versions.accept_same,
        lambda: versions.revise(old, tmp_path / "corrected.txt"),
        lambda: versions.accept(seen.versions.rows.rows[0]),
    ):
        other.banners.tell("before")
        act()
        assert told(other)[0] == "This brief is open to read only."
    other.close()


def test_the_encoding_dialog_reads_the_text_again_and_undo_takes_it_back(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    source = russian(window, ws, qtbot, tmp_path)
    choose_encoding(window, "cp1252", qtbot)
    assert "Ïàòðóëè" in ws.desk.text_of(ws.desk.brief.sources[0].text_sha)
    assert ws.desk.brief.sources[0].encoding == "cp1252"
    undo(window)
    assert ws.desk.brief.sources[0] == source


def test_but_it_is_refused_while_quotes_rest_on_the_text(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    source = russian(window, ws, qtbot, tmp_path)
    claim(ws, "Патрули начнутся.", source, "начнутся в воскресенье")
    choose_encoding(window, "cp1252", qtbot)
    assert "is quoted as it reads now" in told(window)[0]
    assert ws.desk.brief.sources[0].text_sha == source.text_sha


def russian(window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path):
    words = "Встреча в Линдове\n\nПатрули начнутся в воскресенье, сообщил министр обороны в пятницу.\n"
    (tmp_path / "russian.txt").write_bytes(words.encode("cp1251"))
    acts(ws).adding.add_files([tmp_path / "russian.txt"])
    quiet(window, qtbot)
    (source,) = ws.desk.brief.sources
    assert source.encoding == "cp1251"
    return source


def choose_encoding(window: Window, encoding: str, qtbot: QtBot) -> None:
    window.actions_by_id["articles.encoding"].trigger()
    asked = dialog(window, "choose_encoding")
    box = asked.findChild(QComboBox, "encoding_box")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(encoding))
    keys(asked, Qt.Key.Key_Return)
    quiet(window, qtbot)
