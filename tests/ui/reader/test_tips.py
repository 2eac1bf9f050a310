"""What is said of the marks in an article."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.model import Stance
from tests.ui.reader.readers import filled, mark, span_of
from ui.look import speech
from ui.reader import tips
from ui.reader.article_marks import ArticleMark, ArticleMarks
from ui.reader.gloss import Gloss, Glosses

ARMIES = mark("The two armies will patrol", uses=2)
FRIDAY = Gloss(*span_of("Friday"), "13 Mar 2020", "Fri 13 Mar 2020 (the day before)")
PAGE = Gloss(*span_of("\nA dove"), "page 2", "", "page")


@pytest.mark.parametrize(
    ("stance", "uses", "broken", "words"),
    [
        ("supports", 1, False, "linked as support, used by 1 claim"),
        ("contradicts", 3, False, "linked as contradicting, used by 3 claims"),
        ("context", 1, True, "linked as context, used by 1 claim, not found in its source"),
    ],
)
def test_a_passage_says_what_its_colour_says(stance: Stance, uses: int, broken: bool, words: str) -> None:
    assert tips.mark_words(ArticleMark("e", ("c",), 0, 5, stance, uses, broken)) == words


def test_a_place_says_all_that_is_marked_there() -> None:
    marks, glosses = ArticleMarks([ARMIES]), Glosses([FRIDAY, PAGE])
    start, end = span_of("The two armies will patrol the road together.")
    assert tips.within(marks, glosses, start, end) == "linked as support, used by 2 claims"
    assert tips.within(marks, glosses, *span_of("on Friday.")) == "Fri 13 Mar 2020 (the day before)"
    assert tips.within(marks, glosses, *span_of("\nA dove")) == "page 2 begins"
    assert tips.within(marks, glosses, *span_of("Nobody")) == ""


def test_passages_and_days_can_be_gone_to_below_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    speech.install(qapp)
    reader = filled(qtbot, marks=[ARMIES])
    reader.set_glosses([FRIDAY, PAGE])
    part = QAccessible.queryAccessibleInterface(reader.article.voice)
    told = [
        (child.role(), child.text(QAccessible.Text.Name), child.text(QAccessible.Text.Description))
        for child in map(part.child, range(part.childCount()))
    ]
    assert told == [
        (QAccessible.Role.Link, "The two armies will patrol", "linked as support, used by 2 claims"),
        (QAccessible.Role.StaticText, "Friday", "Fri 13 Mar 2020 (the day before)"),
    ]


def test_the_description_follows_the_caret(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "listened_to", lambda: True)
    reader = filled(qtbot, marks=[ARMIES])
    reader.set_glosses([FRIDAY])
    reader.article.select(*span_of("A minister said so on Friday."))
    assert reader.article.accessibleDescription() == "Fri 13 Mar 2020 (the day before)"
    reader.article.select(*span_of("Nobody was hurt."))
    assert reader.article.accessibleDescription() == ""
