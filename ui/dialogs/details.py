"""The details of an article, of the brief, of an actor, of a figure: forms over their fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from briefing import scales
from briefing.edits import FIELDS
from briefing.edits.source_fields import SOURCE_FIELDS
from briefing.model import ACTOR_KINDS, Actor, Brief, Figure, Source
from ui.dialogs.form import Choice, FormDialog, FormField
from ui.translated import tr


def _texts(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple((value, tr(text)) for value, text in choices)


def markings() -> tuple[Choice, ...]:
    """Return the markings to choose from; others may be typed."""
    return _texts(scales.MARKING_CHOICES)


def standards() -> tuple[Choice, ...]:
    """Return the likelihood ladders to choose from."""
    return tuple((s.id, s.name) for s in scales.STANDARDS)


def source_form(source: Source, parent: QWidget | None, *, read_only: bool = False) -> FormDialog:
    """Return the form of an article."""
    fields = tuple(
        FormField(row.name, tr(row.label), tr(row.hint), _texts(row.choices), row.free, row.tall)
        for row in SOURCE_FIELDS
        if row.label
    )
    values = {f.name: _typed(getattr(source, f.name)) for f in fields}
    form = FormDialog(
        tr("Details of the article"), fields, values, FIELDS[Source], parent, read_only=read_only
    )
    form.setObjectName("source_details")
    return form


def brief_form(brief: Brief, parent: QWidget | None, *, read_only: bool = False) -> FormDialog:
    """Return the form of the brief."""
    fields = (
        FormField("title", tr("&Title")),
        FormField("as_of", tr("A&s of"), tr("14 March 2020 18:00")),
        FormField("cut_off", tr("&Cut-off"), tr("Nothing newer was read: 14 March 2020")),
        FormField("audience", tr("&Audience"), tr("Whom it is for")),
        FormField("author", tr("Aut&hor")),
        FormField("marking", tr("&Marking"), choices=markings(), free=True),
        FormField("standard", tr("&Likelihood ladder"), choices=standards()),
        FormField("edition", tr("&Edition")),
        FormField("language", tr("La&nguage"), "en"),
    )
    values = {f.name: _typed(getattr(brief, f.name)) for f in fields}
    form = FormDialog(tr("Details of the brief"), fields, values, FIELDS[Brief], parent, read_only=read_only)
    form.setObjectName("brief_details")
    return form


def actor_form(actor: Actor, parent: QWidget | None) -> FormDialog:
    """Return the form of an actor."""
    fields = (
        FormField("name", tr("&Name")),
        FormField("aliases", tr("&Also called"), tr("Several: separate with commas")),
        FormField("kind", tr("&Kind"), choices=tuple((k, k or tr("not stated")) for k in ACTOR_KINDS)),
        FormField("role", tr("&Role")),
    )
    values = {f.name: _typed(getattr(actor, f.name), ", ") for f in fields}
    form = FormDialog(tr("Details of the actor"), fields, values, FIELDS[Actor], parent)
    form.setObjectName("actor_details")
    return form


def figure_form(
    figure: Figure, brief: Brief, parent: QWidget | None, *, read_only: bool = False
) -> FormDialog:
    """Return the form of a figure."""
    articles = tuple((s.id, s.title or s.filename or s.id) for s in brief.sources)
    widths = tuple((str(share), f"{share} %") for share in sorted({25, 50, 75, 100, figure.share}))
    fields = (
        FormField("text", tr("&Caption"), tr("Bold, italic and links in Markdown")),
        FormField(
            "alternative", tr("&Alternative text"), tr("What it shows, for who cannot see it"), tall=True
        ),
        FormField("credit", tr("C&redit"), tr("Whose it is")),
        FormField("source", tr("&From the article"), choices=(("", tr("none")), *articles)),
        FormField("share", tr("&Width"), tr("10 to 100 % of the width of the words"), widths, free=True),
        FormField("marking", tr("&Marking"), choices=markings(), free=True),
    )
    values = {f.name: _typed(getattr(figure, f.name)) for f in fields}
    form = FormDialog(
        tr("Details of the figure"), fields, values, FIELDS[Figure], parent, read_only=read_only
    )
    form.setObjectName("figure_details")
    return form


def _typed(value: object, between: str = "; ") -> str:
    return between.join(str(v) for v in value) if isinstance(value, tuple) else str(value)
