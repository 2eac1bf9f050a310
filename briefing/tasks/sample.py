"""The sample brief, built from resources/sample by the same imports and edits a person makes.

Every feature is used in it once; see `sample.toml` there for what it says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefing import edits, model, rows, storage, templates
from briefing.errors import BadInput, StorageError
from briefing.importing import inputs
from briefing.model import Actor, Brief, Claim, Evidence, Judgement, SectionKind
from briefing.quoting import anchor
from briefing.session import NewStep, Session
from briefing.storage.disk_files import publish, temporary_beside
from briefing.storage.file_errors import explained
from briefing.user_folders import resolved

Table = Mapping[str, Any]


def folder() -> Path:
    """Return the folder of the sample's articles and of its script."""
    return Path(str(files("resources").joinpath("sample")))


def build(path: Path, new_id: Callable[[str], str] = model.new_id) -> Path:
    """Make the sample brief at `path`, whole or not at all; return its absolute path.

    Raises StorageError where there is a file already, or none can be made.
    """
    path = resolved(path)
    if not path.parent.is_dir():
        raise StorageError(f"There is no folder {path.parent}.", "Make it first, or choose another.")
    taken = StorageError(f"“{path.name}” exists already.", "Choose another name, or open it.")
    if path.exists():
        raise taken
    with explained(path), temporary_beside(path) as new:
        script = tomllib.loads((folder() / "sample.toml").read_text(encoding="utf-8"))
        brief = _start(script["brief"], new_id)
        with storage.create(new, brief, backing_up=False) as store:
            _Script(Session(brief, store), store, new_id).play(script)
        try:
            publish(new, path, replace=False)
        except FileExistsError as error:
            raise taken from error
    return path


def _start(table: Table, new_id: Callable[[str], str]) -> Brief:
    return templates.start(
        templates.get(table["template"], ()),
        title=table["title"],
        standard=table["standard"],
        author=table["author"],
        as_of=table["as_of"],
        new_id=new_id,
    )


class _Script:
    """Plays the steps of sample.toml. `_ids` maps the keys used there to the ids made here."""

    def __init__(self, session: Session, store: storage.Store, new_id: Callable[[str], str]) -> None:
        self._session = session
        self._store = store
        self._new_id = new_id
        self._ids: dict[str, str] = {}

    def play(self, script: Table) -> None:
        """Make every edit, each a step of its own."""
        self._set("brief", script["brief"]["set"])
        self._add_sources(script["source"])
        for table in script["actor"]:
            self._add_actor(table)
        for table in script["claim"]:
            self._add_claim(table)
        for table in script["judgement"]:
            self._add_judgement(table)

    def _id(self, prefix: str, table: Table) -> str:
        return self._ids.setdefault(table["key"], self._new_id(prefix))

    def _set(self, ident: str, values: Mapping[str, str]) -> None:
        for field, value in values.items():
            self._session.apply(f"Set {field}", edits.set_field, ident, field, value)

    def _add_sources(self, tables: Sequence[Table]) -> None:
        paths = [folder() / table["file"] for table in tables]
        for table, result in zip(tables, inputs.read_files(paths), strict=True):
            if isinstance(result, inputs.Failed):
                raise BadInput(result.message, result.hint)
            assert isinstance(result, inputs.Imported)  # the sample's articles are texts
            source, bodies = inputs.to_source(
                result, accessed=table["accessed"], new_id=partial(self._id, table=table)
            )
            self._session.apply(NewStep("Add article", bodies=bodies), edits.add_source, source)
            self._set(source.id, table["set"])
            if table.get("read"):
                self._session.look("Mark read", edits.mark_read, source.id)

    def _add_actor(self, table: Table) -> None:
        actor = Actor(
            self._id("a", table), table["name"], tuple(table["aliases"]), table["kind"], table["role"]
        )
        self._session.apply("New actor", edits.add_actor, actor)

    def _add_claim(self, table: Table) -> None:
        ident = self._id("c", table)
        holder, actor = table.get("section", ""), table.get("actor", "")
        kind = table.get("kind") or rows.NEW_KIND[self._kind_of(holder)]
        claim = Claim(
            ident, table["text"], kind, marking=table.get("marking", ""), facet=table.get("facet", "")
        )
        if actor:
            self._session.apply("New statement", edits.add_statement, self._ids[actor], claim)
        else:
            self._session.apply("New claim", edits.add_claim, holder, claim)
        for quote in table.get("quote", ()):
            self._session.apply("Link quote", edits.link_quote, ident, self._evidence(quote))
        self._waive(ident, table)

    def _kind_of(self, section_id: str) -> SectionKind:
        """Return the kind of a section; an actor's statements are of the section for actors."""
        return next((s.kind for s in self._session.brief.sections if s.id == section_id), "actors")

    def _evidence(self, table: Table) -> Evidence:
        source = next(s for s in self._session.brief.sources if s.id == self._ids[table["source"]])
        text = self._store.text(source.text_sha)
        span = anchor.locate(text, table["words"], table.get("occurrence", 0))
        return Evidence(
            self._new_id("e"),
            source.id,
            anchor.describe(text, span, source.text_sha),
            table.get("stance", "supports"),
            table.get("credibility", ""),
            table.get("translation", ""),
            table.get("note", ""),
        )

    def _add_judgement(self, table: Table) -> None:
        ident = self._id("j", table)
        judgement = Judgement(
            ident,
            table["text"],
            basis=tuple(self._ids[key] for key in table["basis"]),
            indicators=tuple(table["indicators"]),
            horizon=table["horizon"],
            marking=table.get("marking", ""),
        )
        self._session.apply("New judgement", edits.add_judgement, table["section"], judgement)
        for field in ("likelihood", "confidence", "confidence_reason"):
            self._session.apply(f"Set {field}", edits.set_field, ident, field, table[field])
        self._waive(ident, table)

    def _waive(self, ident: str, table: Table) -> None:
        for rule, reason in table.get("waive", {}).items():
            self._session.apply("Waive a finding", edits.waive, ident, rule, reason)
