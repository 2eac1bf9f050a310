"""Opening a brief for one command, and finding in it what an argument names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from briefing import anchor, edits, lookup, model, storage
from briefing.cli.output import notice
from briefing.errors import BadInput, NotFound, StorageError
from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Section, Source
from briefing.session import Session

T = TypeVar("T", Section, Source, Claim, Judgement, Actor, Evidence)
_WORDS = {
    Brief: "the brief",
    Section: "a section",
    Source: "a source",
    Claim: "a claim",
    Judgement: "a judgement",
    Actor: "an actor",
    Evidence: "a link to a quote",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A brief opened to be changed, and the file it is in."""

    session: Session
    store: storage.Store

    @property
    def brief(self) -> Brief:
        return self.session.brief


@contextmanager
def writing(path: str) -> Iterator[Desk]:
    """Open a brief to change it. Raises StorageError also where it could only be read."""
    opened = storage.open_brief(Path(path))
    with opened.store as store:
        if opened.read_only:
            raise StorageError(
                f"“{Path(path).name}” cannot be changed now: it is open elsewhere, or may not be written here.",
                "Close it there, or work on a copy (“copy”).",
            )
        for text in opened.notices:
            notice(text)
        yield Desk(Session(opened.brief, store), store)


@contextmanager
def reading(path: str) -> Iterator[storage.Opened]:
    """Open a brief to read it, also while a window holds it; the file is left alone."""
    opened = storage.open_brief(Path(path), read_only=True)
    with opened.store:
        for text in opened.notices:
            notice(text)
        yield opened


def find(brief: Brief, ident: str, kind: type[T]) -> T:
    """Return what `ident`, or the beginning of exactly one id of this kind, names.

    Raises NotFound, or BadInput where it fits several or names something else.
    """
    every = [e for e in lookup.entities(brief) if isinstance(e, kind)]
    fits = [e for e in every if e.id == ident] or [
        e for e in every if len(ident) >= 2 and e.id.startswith(ident)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise BadInput(f"“{ident}” begins several ids.", f"One of: {', '.join(e.id for e in fits[:6])}.")
    other = lookup.entity(brief, ident)
    raise BadInput(
        f"“{ident}” is {_WORDS[type(other)]}, not {_WORDS[kind]}.",
        "See “outline” and “sources” for the ids.",
    )


def section(brief: Brief, name: str) -> Section:
    """Return the section with this id, title or kind, or whose id begins so. Raises as `find`."""
    try:
        return lookup.section(brief, name)
    except NotFound as error:
        try:
            return find(brief, name, Section)
        except NotFound:
            raise error from None


def actor(brief: Brief, name: str) -> Actor:
    """Return the actor with this id or beginning of one, name or alias. Raises as `find`."""
    wanted = name.casefold()
    named = [a for a in brief.actors if wanted in (n.casefold() for n in (a.name, *a.aliases))]
    if len(named) > 1:
        raise BadInput(f"“{name}” names several actors.", f"One of: {', '.join(a.id for a in named)}.")
    return named[0] if named else find(brief, name, Actor)


def field(kind: type, name: str, value: str) -> str:
    """Return a value as the field `name` of such a thing takes it. Raises BadInput."""
    read: str = edits.FIELDS[kind][name](value)
    return read


def words(text: str, what: str) -> str:
    """Return the words of a new claim, judgement or actor; raise BadInput where there are none."""
    if not text.strip():
        raise BadInput(f"{what} needs words.", "Put them in quotation marks.")
    return text.strip()


def evidence(
    desk: Desk, source_id: str, exact: str, *, occurrence: int = 0, stance: str = "supports"
) -> Evidence:
    """Return a new link to words of a source. Raises NotFound, or BadInput where they come twice."""
    source = find(desk.brief, source_id, Source)
    text = desk.store.text(source.text_sha)
    span = anchor.locate(text, exact, occurrence)
    return Evidence(
        model.new_id("e"), source.id, anchor.describe(text, span, source.text_sha), field(Evidence, "stance", stance)
    )


def quotes(desk: Desk, pairs: Sequence[Sequence[str]]) -> tuple[Evidence, ...]:
    """Return the links for --quote SOURCE WORDS, once each. Raises as `evidence`."""
    links: list[Evidence] = []
    for source_id, exact in pairs:
        link = _quote(desk, source_id, exact)
        if all((link.source, link.quote) != (known.source, known.quote) for known in links):
            links.append(link)
    return tuple(links)


def _quote(desk: Desk, source_id: str, exact: str) -> Evidence:
    source = find(desk.brief, source_id, Source)
    try:
        return evidence(desk, source.id, exact)
    except BadInput as error:
        raise BadInput(
            error.message, "Quote more words, or link them afterwards with “link … --occurrence N”."
        ) from error
