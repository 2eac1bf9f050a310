"""The main job as a screen reader gets it, over AT-SPI: roles, names, descriptions, and what is announced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.atspi.reader import ScreenReader, missing

MAIN = Path(__file__).resolve().parents[2] / "main.py"

pytestmark = pytest.mark.slow


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[ScreenReader]:
    if gone := missing():
        pytest.skip(f"not installed: {gone}")
    made = ScreenReader([str(MAIN), "--sample"], tmp_path)
    try:
        made.wait_for("text", "Brief")
        made.hear(3)
        yield made
    finally:
        made.close()


def test_the_main_job_is_heard(heard: ScreenReader) -> None:
    """From the article to a link, back, and to what the checks found, by keys alone."""
    shown = heard.tree()
    nameless = [n.role for n in shown.walk() if n.role in ("push button", "check box", "text") and not n.name]
    assert nameless == []
    assert not heard.announced, "nothing is said of a brief that was only opened"

    heard.press("F8", "Down", "F7", "j", "j")
    assert [words[:8] for words in heard.says("Return")] == ["Linked: "]
    assert heard.says("ctrl+z") == ["Undone: Link quote"]
    assert heard.says("ctrl+y") == ["Redone: Link quote"]
    assert heard.says("ctrl+z", seconds=6) == ["Undone: Link quote", "Saved"]
    (found,) = heard.says("F4")
    assert found.startswith("Warning: “may” is no ICD 203 term.")


def test_a_bar_is_an_alert_and_stays(heard: ScreenReader) -> None:
    heard.press("F8")
    (words,) = heard.says("ctrl+1", seconds=14)
    assert words
    alert = next(node for node in heard.tree().walk() if node.role in ("alert", "notification"))
    assert alert.name == words
    assert [node.name for node in alert.walk() if node.role == "push button"] == ["Dismiss"]
