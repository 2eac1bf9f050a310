"""The choices of an export, as a form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from briefing.exporting.options import CHOICES, PLAIN
from ui.dialogs.export_options import OptionsForm


def make(qtbot: QtBot, **chosen: object) -> OptionsForm:
    form = OptionsForm(replace(PLAIN, **chosen))  # type: ignore[arg-type]
    qtbot.addWidget(form)
    form.show()
    return form


def test_what_was_chosen_before_is_chosen_again(qtbot: QtBot) -> None:
    assert make(qtbot).options() == PLAIN
    annexed = replace(PLAIN, annex=not PLAIN.annex)
    assert make(qtbot, annex=annexed.annex).options() == annexed


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_every_value_of_every_choice_can_be_chosen(qtbot: QtBot, name: str) -> None:
    form = make(qtbot)
    box = form.findChild(QComboBox, f"export_{name}")
    if box is None:
        tick = form.findChild(QCheckBox, f"export_{name}")
        assert isinstance(tick, QCheckBox)
        tick.setChecked(not tick.isChecked())
        assert form.options() != PLAIN
        return
    assert isinstance(box, QComboBox)
    for value in CHOICES[name]:
        with qtbot.waitSignal(form.changed, raising=False, timeout=1):
            box.setCurrentIndex(box.findData(value))
        assert str(getattr(form.options(), name)) == value


@pytest.mark.parametrize(
    ("ending", "there", "missing"),
    [
        (".docx", {"export_template", "export_page", "export_contents"}, {"export_links"}),
        (".pdf", {"export_page", "export_contents", "export_notes"}, {"export_template", "export_links"}),
        (".md", {"export_links"}, {"export_template", "export_page", "export_contents"}),
        (".html", {"export_annex"}, {"export_template", "export_page", "export_links"}),
    ],
)
def test_a_format_shows_its_own_choices_only(
    qtbot: QtBot, ending: str, there: set[str], missing: set[str]
) -> None:
    form = make(qtbot)
    form.show_for(Path(f"x{ending}"))
    shown = {
        w.objectName() for kind in (QComboBox, QCheckBox) for w in form.findChildren(kind) if w.isVisible()
    }
    assert there <= shown
    assert not missing & shown


def test_each_label_with_a_key_belongs_to_its_field(qtbot: QtBot) -> None:
    form = make(qtbot)
    assert all(label.buddy() is not None for label in form.findChildren(QLabel) if "&" in label.text())


def test_every_field_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    form = make(qtbot)
    assert all(box.accessibleName() for box in form.findChildren(QComboBox))
    assert all(tick.text() for tick in form.findChildren(QCheckBox))
