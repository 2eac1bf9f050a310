"""Forms over fields, checked as they are typed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.model import Actor, Source
from tests.ui.dialogs.filling import fill
from tests.ui.page.desks import brief
from ui.dialogs.details import actor_form, brief_form, source_form
from ui.dialogs.form import FormDialog

SOURCE = Source(
    "s1", title="Talks", authors=("Ada Kern", "B. Ito"), published="2020-03", descriptor="Old.\nNew."
)


def ok(form: FormDialog):
    return form.buttons.button(QDialogButtonBox.StandardButton.Ok)


@pytest.fixture
def form(qtbot: QtBot) -> FormDialog:
    made = source_form(SOURCE, None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_form_shows_the_fields_as_they_are(form: FormDialog) -> None:
    values = form.values()
    assert (values["title"], values["authors"], values["published"]) == (
        "Talks",
        "Ada Kern; B. Ito",
        "2020-03",
    )
    assert (values["descriptor"], values["kind"], values["grade"]) == ("Old.\nNew.", "article", "")
    assert form.fault_text() == ""
    assert not form.fault.isVisible()


def test_only_what_changed_is_told(qtbot: QtBot, form: FormDialog) -> None:
    fill(form, "title", "Other talks")
    fill(form, "grade", "B")
    with qtbot.waitSignal(form.accepted_values) as told:
        ok(form).click()
    assert told.args == [{"title": "Other talks", "grade": "B"}]


def test_nothing_changed_is_told_as_nothing(qtbot: QtBot, form: FormDialog) -> None:
    with qtbot.waitSignal(form.accepted_values) as told:
        ok(form).click()
    assert told.args == [{}]


@pytest.mark.parametrize(
    ("name", "value"), [("published", "yesterday"), ("accessed", "2020-13-01"), ("url", "javascript:x")]
)
def test_a_field_that_cannot_be_used_is_told_at_once_and_keeps_the_form_open(
    qtbot: QtBot, form: FormDialog, name: str, value: str
) -> None:
    fill(form, name, value)
    assert form.fault.isVisible()
    assert form.fault.text() == form.fault_text() != ""
    assert not ok(form).isEnabled()
    with qtbot.assertNotEmitted(form.accepted_values):
        form.accept()
    assert form.isVisible()


def test_and_mending_it_clears_the_fault(form: FormDialog) -> None:
    fill(form, "published", "yesterday")
    fill(form, "published", "2020-03-13")
    assert ok(form).isEnabled()
    assert not form.fault.isVisible()


def test_cancel_tells_nothing(qtbot: QtBot, form: FormDialog) -> None:
    fill(form, "title", "Other")
    with qtbot.assertNotEmitted(form.accepted_values):
        form.reject()


def test_a_marking_may_be_chosen_or_typed(form: FormDialog) -> None:
    box = form.findChild(QComboBox, "field_marking")
    assert isinstance(box, QComboBox)
    assert form.value("marking") == ""
    box.setEditText("HOUSE ONLY")
    assert form.value("marking") == "HOUSE ONLY"
    box.setCurrentIndex(1)
    assert form.value("marking") == box.itemData(1)
    box.setCurrentIndex(0)
    assert form.value("marking") == ""


@pytest.mark.parametrize("marking", ["", "HOUSE ONLY"])
def test_a_marking_that_was_typed_is_there_again(qtbot: QtBot, marking: str) -> None:
    made = source_form(Source("s1", title="T", marking=marking), None)
    qtbot.addWidget(made)
    assert made.value("marking") == marking


def test_a_form_to_read_only_can_be_read_not_changed(qtbot: QtBot) -> None:
    made = source_form(SOURCE, None, read_only=True)
    qtbot.addWidget(made)
    edits_ = [
        *made.findChildren(QLineEdit),
        *made.findChildren(QPlainTextEdit),
        *made.findChildren(QComboBox),
    ]
    assert edits_
    assert not any(edit.isEnabled() for edit in edits_)


def test_every_field_of_the_forms_is_one_the_core_can_set(qtbot: QtBot) -> None:
    start = brief()
    actor = Actor("a1", "Hulusi Akar", ("Akar",), "person", "minister")
    for made, ident in (
        (source_form(start.sources[0], None), "s1"),
        (brief_form(start, None), "brief"),
        (actor_form(actor, None), "a1"),
    ):
        qtbot.addWidget(made)
        for name, value in made.values().items():
            edits.set_field(start, ident, name, value)
