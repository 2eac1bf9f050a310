"""The main job on a real article: from the file to a sourced brief in Word and Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.briefing.cli.conftest import Line

ARTICLE = Path(__file__).resolve().parents[4] / "shared" / "articles" / "idlib-patrols.txt"


@pytest.mark.skipif(not ARTICLE.exists(), reason="the shared article is not beside the project")
def test_an_article_becomes_a_sourced_brief(line: Line) -> None:
    assert line("new", line.path, "--title", "Idlib: joint patrols").code == 0
    added = line.on("add", ARTICLE)
    source = added.out.split()[0]
    assert "Links to other stories left out: 3" in added.err
    for field, value in (("publisher", "VOA"), ("published", "2020-03-13"), ("grade", "B")):
        assert line.on("set", source, field, value).code == 0
    patrols = line.on(
        "claim",
        "situation",
        "Joint patrols start on **Sunday**.",
        "--quote",
        source,
        "patrolling a key highway",
    ).id
    assert line.on("link", patrols, source, "as part of a fragile truce", "--stance", "context").code == 0
    fled = "sent 1 million people fleeing toward the Turkish border"
    flight = line.on("claim", "situation", "A million people have fled.", "--quote", source, fled).id
    assert line.on("actor", "Hulusi Akar", "--alias", "Akar", "--role", "Turkish defence minister").code == 0
    hope = "Our hope is for truce to rapidly become a permanent one,"
    said = ("--facet", "position", "--quote", source, hope)
    assert line.on("statement", "Akar", "Wants the truce to last.", *said).code == 0
    judged = ("--likelihood", "likely", "--confidence", "low", "--basis", patrols, "--basis", flight)
    assert line.on("judge", "The truce will last the month.", *judged).code == 0
    # The article has a curly apostrophe; a person types a straight one.
    assert (
        line.on("claim", "situation", "Russia got its way.", "--quote", source, "Moscow's key goal").code == 0
    )

    assert line.on("verify").code == 0
    assert "4 of 4 claims sourced" in line.on("outline").out
    for name in ("idlib.docx", "idlib.md", "idlib.html"):
        assert line.on("export", "-o", name, "--force", "A draft for the desk").code == 0
    markdown = Path("idlib.md").read_text(encoding="utf-8")
    assert "Moscow’s key goal" in markdown
    assert fled in markdown
    assert "Hulusi Akar" in markdown
