"""Opening a brief for a command, and finding in it what a person names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from briefing import lookup, storage
from briefing.cli.printing import tell
from briefing.errors import BadInput, Locked, NotFound, StorageError
from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Source, Stance, new_id
from briefing.quoting import anchor
from briefing.session import NewStep, Session
from briefing.storage.disk_files import is_writable
from briefing.user_folders import resolved

Kind = TypeVar("Kind")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class CommandDesk:
    """A brief open for one command. `read_only` ones stand on a private copy of the file."""

    session: Session
    store: storage.Store

    @property
    def brief(self) -> Brief:
        return self.session.brief

    def apply(
        self,
        step: str | NewStep,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Make one edit; it is on the disk when this returns."""
        asked = replace(NewStep.of(step), origin="command line")
        self.session.apply(asked, edit, *args, **kwargs)

    def text_of(self, sha: str) -> str:
        """Return the source text kept under its SHA-256."""
        return self.store.text(sha)


@contextmanager
def reading(name: str) -> Iterator[CommandDesk]:
    """Open a brief to read: the file itself is not touched, and may be open in a window."""
    opened = storage.open_brief(Path(name), read_only=True)
    with opened.store as store:
        for notice in opened.notices:
            tell(notice)
        yield CommandDesk(Session(opened.brief, store, read_only=True), store)


@contextmanager
def editing(name: str) -> Iterator[CommandDesk]:
    """Open a brief to change it.

    Raises StorageError when that cannot be done now, or here; and at the end, when the disk has not confirmed
    what was written.
    """
    path = Path(name)
    opened = storage.open_brief(path)
    with opened.store as store:
        if opened.read_only:
            raise _not_editable(resolved(path))
        for notice in opened.notices:
            tell(notice)
        yield CommandDesk(Session(opened.brief, store), store)
        if store.trouble is not None:  # it stands, and the disk has not confirmed it
            raise store.trouble


def _not_editable(path: Path) -> StorageError:
    if not is_writable(path):
        return StorageError(
            f"“{path.name}” cannot be changed: the file or its folder {path.parent} is read-only.",
            "Copy it to a folder of your own with `copy` and work on that.",
        )
    return Locked(
        f"“{path.name}” is open in another window or program, which alone may change it.",
        "Close it there first, or work on a copy made with `copy`.",
    )


def find(brief: Brief, ident: str, kind: type[Kind]) -> Kind:
    """Return the thing of one kind that an id, or the beginning of an id, names.

    Raises NotFound, and BadInput for something else or for a beginning that fits several.
    """
    entity: object = lookup.entity(brief, ident)
    if isinstance(entity, kind):
        return entity
    found, wanted = (_a(type(entity).__name__), _a(kind.__name__))
    raise BadInput(f"“{ident}” is {found}, not {wanted}.", "See `outline` and `sources` for the ids.")


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'AE' else 'a'} {name.lower()}"


def find_claim(brief: Brief, ident: str) -> Claim:
    """Return the claim that an id, or the beginning of one, names; the error says when it is a judgement."""
    entity = lookup.entity(brief, ident)
    return lookup.claim(brief, entity.id) if isinstance(entity, Judgement) else find(brief, ident, Claim)


def find_actor(brief: Brief, name: str) -> Actor:
    """Return the actor that an id, the beginning of one, a name or an alias names."""
    wanted = name.casefold()
    named = [a for a in brief.actors if wanted in (n.casefold() for n in (a.name, *a.aliases))]
    if len(named) == 1:
        return named[0]
    try:
        return find(brief, name, Actor)
    except NotFound:
        names = ", ".join(f"{a.id} {a.name}" for a in brief.actors[:8])
        hint = f"One of: {names}." if names else "Add one with `actor`."
        raise NotFound(f"There is no actor “{name}”.", hint) from None


def evidence_of(
    desk: CommandDesk, source_ident: str, words: str, stance: Stance = "supports", occurrence: int = 0
) -> Evidence:
    """Return evidence for words of a source. Raises NotFound, or BadInput when they stand there often."""
    source = find(desk.brief, source_ident, Source)
    text = desk.text_of(source.text_sha)
    span = anchor.locate(text, words, occurrence)
    quote = anchor.describe(text, span, source.text_sha)
    return Evidence(new_id("e"), source.id, quote, stance)


def quoted(desk: CommandDesk, pairs: list[list[str]] | None) -> tuple[Evidence, ...]:
    """Return evidence for each --quote SOURCE "words" of a new claim."""
    made: list[Evidence] = []
    for source, words in pairs or ():
        try:
            made.append(evidence_of(desk, source, words))
        except BadInput as error:
            if error.reason != "several":
                raise
            hint = "Quote more words, or add the claim without it and use `link … --occurrence N`."
            raise BadInput(error.message, hint) from error
    unique = {(e.source, e.quote): e for e in reversed(made)}
    return tuple(e for e in made if unique[e.source, e.quote] is e)


def words_of(text: str, what: str) -> str:
    """Return typed text without spaces at its ends; raise BadInput when nothing is left."""
    if not text.strip():
        raise BadInput(f"{what} needs words.", "Give them in quotation marks.")
    return text.strip()


def linked_as(brief: Brief, claim_id: str, evidence: Evidence) -> Evidence:
    """Return the evidence of a claim that holds this quote: the same words are linked once only."""
    claim: Claim = lookup.claim(brief, claim_id)
    return next(e for e in claim.evidence if (e.source, e.quote) == (evidence.source, evidence.quote))
