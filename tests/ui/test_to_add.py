"""What CONTRIBUTING says under “To add …”, done: one entry more in each table is in the window and on the
command line.
"""

from __future__ import annotations

import re
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QListWidget, QPushButton, QWidget

from briefing import citing, edits, importing, storage, templates
from briefing.checks import rules
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, FindingKind, ItemCheck, ItemPlace
from briefing.citing import ReferenceFormat
from briefing.cli import parser
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import reading
from briefing.edits.source_fields import SOURCE_FIELDS
from briefing.exporting import formats
from briefing.exporting.formats import Exporter
from briefing.exporting.word import layouts
from briefing.exporting.word.layouts import WordLayout
from briefing.importing import Importer
from briefing.model import CLAIM_KINDS, SOURCE_KINDS, Item, Source
from tests.additions import read_letters
from tests.briefing.cli.conftest import Line, line, prepared, written
from tests.ui.windows import app, dialog, settle, window, workspace_of
from ui.app import App
from ui.commands import attesting, table
from ui.commands.actions import Action
from ui.commands.attesting import Attesting
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "line", "prepared", "window", "written"]

ROOT = Path(__file__).resolve().parents[2]
HERE = "tests.additions"


def rows() -> dict[str, str]:
    """Return what can be added, by CONTRIBUTING's table, with the rest of its row."""
    text = (
        (ROOT / "CONTRIBUTING.md")
        .read_text(encoding="utf-8")
        .partition("## To add …")[2]
        .partition("\n## ")[0]
    )
    found = re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE)
    return {what: rest for what, rest in found if what not in ("…", "---")}


@dataclass
class Desk:
    """One brief with a quoted source, on the command line and in a window of its own."""

    line: Line
    ids: dict[str, str]
    app: App
    monkeypatch: pytest.MonkeyPatch

    def more(self, place: object, name: str, entry: object) -> None:
        """Put one entry more into a table."""
        self.monkeypatch.setattr(place, name, (*getattr(place, name), entry))

    def shown(self) -> tuple[Window, Workspace]:
        """Return the window with the brief."""
        made = self.app.new_window()
        made.show_brief(storage.open_brief(self.line.path), self.line.path)
        return made, workspace_of(made)

    def opened(self, action: str, name: str) -> QDialog:
        """Return the dialog that an action of the window opens."""
        made, _ = self.shown()
        made.actions_by_id[action].trigger()
        return dialog(made, name)

    def asked_files(self, action: str) -> str:
        """Return the kinds of files that the window offers where an action asks for one."""
        asked: list[str] = []

        def ask(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[list[str] | str, str]:
            asked.append(kinds)
            return "", ""

        for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
            self.monkeypatch.setattr(QFileDialog, name, ask)
        made, _ = self.shown()
        made.actions_by_id[action].trigger()
        settle(10)
        return asked[0]


@pytest.fixture
def desk(line: Line, written: dict[str, str], app: App, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(line, written, app, monkeypatch)


def a_format_to_read(desk: Desk) -> None:
    letters = Importer("letter", "letters", (".letter",), f"{HERE}.read_letters", read_letters.is_letter)
    desk.monkeypatch.setattr(importing, "IMPORTERS", (letters, *importing.IMPORTERS))
    Path("a.letter").write_bytes(read_letters.MARK + b"Dear desk, the bridge is open.\n")
    assert desk.line.on("add", "a.letter").code == 0
    assert "A letter" in desk.line.on("sources").out
    assert (
        "letters (.letter)" in desk.line.on("add", "a.odd").err or desk.line.on("add", "a.letter").code == 0
    )
    assert "*.letter" in desk.asked_files("articles.add")


def a_format_to_write(desk: Desk) -> None:
    module = f"{HERE}.write_lines"
    desk.more(
        formats, "EXPORTERS", Exporter("lines", "Lines", (".lines",), frozenset({"quotes"}), module, module)
    )
    assert desk.line.on("export", "-o", "a.lines").code == 0
    assert Path("a.lines").read_text(encoding="utf-8") == "The patrols begin\n"
    handed = desk.line("verify", "a.lines", "--sources", "patrols.txt")
    assert "1 of 1 quote found in the articles, word for word." in handed.out
    made = desk.opened("file.export", "export")
    choice = made.findChild(QPushButton, "export_lines")
    assert isinstance(choice, QPushButton)
    choice.click()
    shown = [box.objectName() for box in made.findChildren(QComboBox) if box.isVisible()]
    assert shown == ["export_quotes"]
    assert "*.lines" in desk.asked_files("file.check")


class Letterhead(WordLayout):
    """A template whose file is the memo's."""

    def read(self) -> bytes:
        return layouts.LAYOUTS[0].read()


def a_word_template(desk: Desk) -> None:
    desk.more(layouts, "LAYOUTS", Letterhead("letterhead", "Letterhead"))
    assert desk.line.on("export", "-o", "a.docx", "--template", "letterhead").code == 0
    box = desk.opened("file.export", "export").findChild(QComboBox, "export_template")
    assert isinstance(box, QComboBox)
    assert box.itemText(box.findData("letterhead")) == "Letterhead"


def a_rule(desk: Desk) -> None:
    def shouted(item: Item, _place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
        yield Finding("L99", "note", item.id, "Nobody shouts here.")

    desk.more(rules, "CHECKS", ItemCheck("L99", "Nobody shouts", "note", shouted, {
        "": FindingKind("shouting", "one statement shouts", "{n} statements shout")}))  # fmt: skip
    assert desk.line.on("check", "--rule", "L99").out.count("Nobody shouts here.") == 3
    assert desk.line.on("set", "brief", "rules_off", "L99").code == 0
    assert "Nobody" not in desk.line.on("check", "--rule", "L99").out
    made = desk.opened("brief.rules", "rules").findChild(QListWidget, "rules_list")
    assert isinstance(made, QListWidget)
    assert made.item(made.count() - 1).text() == "L99  Nobody shouts"


def an_action_of_the_window(desk: Desk) -> None:
    done: list[Attesting] = []
    desk.more(attesting, "ACTIONS", Action("file.wave", "Wave", ("File", 999), done.append, needs=""))
    desk.monkeypatch.setattr(table, "TABLE", table.all_actions())
    made = desk.app.new_window()
    made.actions_by_id["file.wave"].trigger()
    assert done == [made.attesting]
    assert any(row.id == "file.wave" for row in made.rows)


def a_command(desk: Desk) -> None:
    def run(args: Namespace) -> int:
        with reading(args.brief) as opened:
            print(opened.brief.title.upper())
        return 0

    desk.more(
        parser, "COMMANDS", Command("shout", "say the title", "shout idlib.brief", _only_the_brief, run)
    )
    assert desk.line.on("shout").out == "IDLIB\n"
    assert "say the title" in desk.line("--help").out


def _only_the_brief(made: ArgumentParser) -> None:
    brief_argument(made)


def a_field(desk: Desk) -> None:
    """A field is a line of a dataclass, which no test can add: each that may be typed is asked for the
    same.
    """
    told = desk.line("set", "--help").out
    for kind, typed in edits.FIELDS.items():
        assert set(typed) <= {field.name for field in fields(kind)}
        assert all(name in told for name in typed)
    form = desk.opened("brief.details", "brief_details")
    for name in ("as_of", "cut_off", "audience", "author", "marking", "standard"):
        assert form.findChild(QWidget, f"field_{name}") is not None, name


def a_field_of_a_source(desk: Desk) -> None:
    assert {row.name for row in SOURCE_FIELDS} <= {field.name for field in fields(Source)}
    assert set(edits.FIELDS[Source]) == {row.name for row in SOURCE_FIELDS if row.read}
    told = desk.line("set", "--help").out
    form = desk.opened("articles.details", "source_details")
    for row in SOURCE_FIELDS:
        assert not row.read or row.name in told
        assert not row.label or form.findChild(QWidget, f"field_{row.name}") is not None, row.name


def a_kind(desk: Desk) -> None:
    """A kind is a word of a Literal, which no test can add: each of a claim's and a source's is asked for the
    same.
    """
    told = desk.line("claim", "--help").out
    form = desk.opened("articles.details", "source_details")
    box = form.findChild(QComboBox, "field_kind")
    assert isinstance(box, QComboBox)
    assert [box.itemData(row) for row in range(box.count())] == list(SOURCE_KINDS)
    window = desk.app.windows[0]
    for kind in CLAIM_KINDS:
        assert kind in told
        assert f"brief.kind_{kind}" in window.actions_by_id


def a_template(desk: Desk) -> None:
    folder = Path("templates")
    shutil.copytree(templates.built_in_folder(), folder)
    text = (folder / "estimate.toml").read_text(encoding="utf-8")
    mine = text.replace('id = "estimate"', 'id = "dossier"', 1)
    (folder / "dossier.toml").write_text(
        re.sub(r"(?m)^name = .*$", 'name = "Dossier"', mine, count=1), encoding="utf-8"
    )
    desk.monkeypatch.setattr(templates, "built_in_folder", folder.resolve)
    desk.more(templates, "BUILT_IN", "dossier")
    assert "dossier" in desk.line("templates").out
    assert desk.line("new", "b.brief", "--template", "dossier").code == 0
    made = desk.app.new_window()
    made.actions_by_id["file.new"].trigger()
    listed = dialog(made, "new_brief").findChildren(QListWidget)
    assert "Dossier" in [one.item(row).text() for one in listed for row in range(one.count())]


def a_format_of_reference_managers(desk: Desk) -> None:
    desk.more(citing, "REFERENCES", ReferenceFormat("titles", "Titles", ".titles", f"{HERE}.write_titles"))
    assert desk.line.on("references", "-o", "a.titles").code == 0
    assert Path("a.titles").read_text(encoding="utf-8") == "Patrols to begin\n"
    assert "Titles (*.titles)" in desk.asked_files("file.references")


CASES: dict[str, Callable[[Desk], None]] = {
    "a format to read": a_format_to_read,
    "a format to write": a_format_to_write,
    "a Word template": a_word_template,
    "a format of reference managers": a_format_of_reference_managers,
    "a rule": a_rule,
    "an action of the window": an_action_of_the_window,
    "a command": a_command,
    "a field": a_field,
    "a field of a source": a_field_of_a_source,
    "a kind": a_kind,
    "a template": a_template,
}


def test_contributing_names_what_is_tried_here_and_no_more() -> None:
    assert list(rows()) == list(CASES)


@pytest.mark.parametrize("what", list(CASES))
def test_its_files_are_there_and_hold_the_tables_it_names(what: str) -> None:
    row = rows()[what]
    assert all((ROOT / path).exists() for path in re.findall(r"`([\w./-]*/[\w./-]*)`", row))
    named = re.findall(r"`([A-Z_]{3,})` (?:in|of) `([\w./]+\.py)`", row)
    for name, path in named:
        assert re.search(rf"^{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), (name, path)
    assert named or what in ("an action of the window", "a kind")  # each class has its own; a Literal


@pytest.mark.parametrize("what", list(CASES))
def test_one_entry_more_is_in_the_window_and_on_the_command_line(what: str, desk: Desk) -> None:
    CASES[what](desk)
