"""Choosing an encoding by how the text reads."""

from __future__ import annotations

import pytest

from ui.dialogs.encoding import EncodingDialog, sample_of

RUSSIAN = "Plain line.\nСовместное патрулирование начнётся.\n".encode("cp1251")


@pytest.mark.parametrize(
    ("encoding", "words", "broken"),
    [
        ("cp1251", "Совместное патрулирование начнётся.", 0),
        ("cp1252", "Ñîâìåñòíîå ïàòðóëèðîâàíèå íà÷í¸òñÿ.", 0),
        ("utf-8", "\ufffd", None),
    ],
)
def test_the_sample_shows_the_lines_that_tell_encodings_apart(
    encoding: str, words: str, broken: int | None
) -> None:
    shown, failing = sample_of(RUSSIAN, encoding)
    assert words in shown
    assert "Plain line" not in shown
    assert failing == broken if broken is not None else failing > 10


def test_a_choice_is_handed_over_and_the_one_it_has_is_none(qtbot) -> None:
    dialog = EncodingDialog("A text", RUSSIAN, "cp1252")
    qtbot.addWidget(dialog)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.accept()
    assert chosen == []
    dialog.box.setCurrentIndex(dialog.box.findData("cp1251"))
    assert "патрулирование" in dialog.sample.toPlainText()
    dialog.accept()
    assert chosen == ["cp1251"]


def test_it_says_how_many_characters_an_encoding_cannot_read(qtbot) -> None:
    dialog = EncodingDialog("A text", RUSSIAN, "cp1251")
    qtbot.addWidget(dialog)
    dialog.box.setCurrentIndex(dialog.box.findData("utf-8"))
    assert "cannot be read this way" in dialog.note.text()
