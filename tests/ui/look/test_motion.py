"""Less motion: chosen, or asked for by the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gesture_bench import Bench
from tests.ui.windows import app, window
from ui.look import motion
from ui.window import Window

__all__ = ["app", "window"]


def test_the_system_is_believed_where_it_says_so(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: False)
    assert motion.less_asked.__wrapped__()
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: True)
    assert not motion.less_asked.__wrapped__()


@pytest.mark.parametrize(("asked", "animated"), [(False, True), (True, False)])
def test_a_passage_lights_up_without_fading_where_less_motion_is_asked_for(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, asked: bool, animated: bool
) -> None:
    monkeypatch.setattr(motion, "less_asked", lambda: asked)
    bench = Bench(window, tmp_path)
    article = bench.ws.reader.article
    assert article.animated is animated
    article.flash(0, 10)
    assert article._tick.isActive() is animated


def test_and_where_it_is_chosen(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(window, tmp_path)
    bench.act("view.less_motion")
    assert window.actions_by_id["view.less_motion"].isChecked()
    assert not bench.ws.reader.article.animated
    bench.act("view.less_motion")
    assert bench.ws.reader.article.animated
