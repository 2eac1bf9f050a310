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

    lines = shown.named("document frame", "Lines of the brief")
    headings = [(n.name, n.attributes) for n in lines.walk() if n.role == "heading"]
    assert headings[1:3] == [("Bottom line", ("level:2",)), ("Situation", ("level:2",))]
    claim = lines.named("paragraph", "The cease-fire holds in most places")
    assert claim.description == "sourced, 2 quotes"
    assert [(n.role, n.name) for n in claim.children] == [("link", "citation 1"), ("link", "citation 2")]
    (judged,) = [n.description for n in lines.walk() if n.description.startswith("likely, 55–80 %")]
    assert "confidence" in judged
    assert "rests on" in judged
    marked = shown.named("list", "Marked in the article")
    assert marked.named("label", "Sunday").description.startswith("Sun 15 Mar 2020")
    assert marked.named("link", "the first joint convoy").description == "linked as support, used by 1 claim"

    heard.press("F8")
    assert "Tab goes to the next section" in heard.tree().named("text", "Brief").description
    heard.press("Down")
    assert heard.tree().named("text", "Brief").description == "sourced, 2 quotes"
    assert [words[:36] for words in heard.says("shift+F1")] == ["sourced, 2 quotes; citation 1: suppo"]
    heard.press("F7", "j", "j")
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


def test_the_row_of_the_palette_that_enter_takes_is_heard(heard: ScreenReader) -> None:
    heard.press("F8")
    typed = heard.says("ctrl+k", "c", "l", "a", "i")
    assert typed[-1].startswith("Claim is ")
    (below,) = heard.says("Down")
    assert below.startswith("Claim is ")
    assert below != typed[-1]
    heard.press("Escape")
    assert any(event.name == "Brief" for event in heard.press("F7", "F8"))
