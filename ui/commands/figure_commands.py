"""Figures: a picture from a file, the clipboard or a drop; and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing import edits, lookup
from briefing.edits import Caret
from briefing.errors import BriefingError
from briefing.model import Brief, Figure
from briefing.session import Body, NewStep
from ui.commands.actions import Action
from ui.page.pasted_pictures import SUFFIXES
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.importing.picture_reading import Picture
    from ui.command_needs import Context
    from ui.page.pasted_pictures import GivenPicture, GivenPictures
    from ui.page.view import PageView
    from ui.places import Places
    from ui.qt.jobs import Ticket

MadeFigures = list[tuple[Figure, Body]]


class Figures:
    """Puts figures into one brief."""

    def __init__(self, context: Context, places: Places, page: PageView) -> None:
        self._context = context
        self._desk = context.desk
        self._messages = context.messages
        self._widget = context.widget
        self._places = places
        self._page = page

    def choose_file(self) -> None:
        """Ask for pictures and put them in after the current row."""
        if not self._context.may_edit():
            return
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = tr("Pictures ({endings})").format(endings=endings)
        names, _ = QFileDialog.getOpenFileNames(self._widget, tr("Figure from a file"), "", kinds)
        if names:
            self.add(tuple(Path(name) for name in names), "")

    def add(self, pictures: GivenPictures, row_id: str) -> None:
        """Put pictures in at a row; "" for the one with the caret. They are read in a job."""
        if not pictures or not self._context.may_edit() or not self._desk.flush():
            return
        holder, after = self._places.for_figure(row_id)

        def act(ticket: Ticket) -> tuple[MadeFigures, list[str]]:
            return _read(pictures, ticket)

        def done(made: tuple[MadeFigures, list[str]]) -> None:
            read, notices = made
            if read:
                self._put(holder, after, read)
            if notices:
                self._messages.tell(" ".join(dict.fromkeys(notices)), "", "info")

        self._context.jobs.run(act, done, self._messages.fail)

    def _put(self, holder: str, after: str, read: MadeFigures) -> None:
        figures = [figure for figure, _ in read]

        def edit(brief: Brief) -> Brief:
            behind = after if after == "^" or _is_there(brief, after) else ""
            for figure in figures:
                brief = edits.add_figure(brief, holder, figure, behind)
                behind = figure.id
            return brief

        step = NewStep(tr("New figure"), bodies=tuple(body for _, body in read))
        if self._desk.do(step, edit):
            self._page.set_caret(Caret(figures[-1].id, 0))
            self._page.setFocus()

    def details(self, figure_id: str = "") -> None:
        """Show the form of a figure: caption, what it shows, credit, width; by default of the current one."""
        self._desk.flush()
        row = self._page.current_row()
        wanted = figure_id or (row.id if row is not None else "")
        figure = next((f for f in lookup.figures(self._desk.brief) if f.id == wanted), None)
        if figure is None:
            self._messages.tell(tr("The caret is not in a figure."), tr("Put it in the caption of one."))
            return
        from ui.dialogs.details import figure_form

        form = figure_form(figure, self._desk.brief, self._widget, read_only=self._desk.read_only)
        form.accepted_values.connect(lambda values: self._set(figure.id, values))
        form.open()

    def _set(self, figure_id: str, values: dict[str, str]) -> None:
        def edit(brief: Brief) -> Brief:
            for field, value in values.items():
                brief = edits.set_field(brief, figure_id, field, value)
            return brief

        if values:
            self._desk.do(tr("Details of the figure"), edit)
        self._page.setFocus()


def _read(pictures: GivenPictures, ticket: Ticket) -> tuple[MadeFigures, list[str]]:
    """Return the figures of what could be read, and what there is to say of all."""
    from briefing.tasks import add_figure

    read: MadeFigures = []
    notices: list[str] = []
    for given in pictures:
        try:
            picture = _picture(given, ticket)
        except BriefingError as error:
            if len(pictures) == 1:
                raise
            notices.append(error.line())
            continue
        notices += picture.notices
        read.append(add_figure.figure_of(picture))
    return read, notices


def _picture(given: GivenPicture, ticket: Ticket) -> Picture:
    from briefing.tasks import add_figure

    if isinstance(given, Path):
        return add_figure.from_disk(given, cancelled=ticket.cancelled)
    return add_figure.from_bytes(tr("The picture"), given, cancelled=ticket.cancelled)


def _is_there(brief: Brief, item_id: str) -> bool:
    return any(item.id == item_id for section in brief.sections for item in section.items)


ACTIONS: tuple[Action[Figures], ...] = (
    Action("brief.new_figure", "Figure from a file…", ("Brief", 140), Figures.choose_file, ("Ctrl+Alt+F",),
           icon="picture", also=(("section", 230),)),
    Action("brief.figure_details", "Details of the figure…", ("Brief", 480), Figures.details,
           ("Ctrl+Alt+D",), also=(("page", 560),)),
)  # fmt: skip
