"""Templates: the shapes a new brief can start from, one TOML file each.

The built-in ones lie in resources/templates. A person's own lie in `user_folder()`; one that keeps the
id of a built-in template takes its place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefing import model, scales, user_folders
from briefing.errors import BadInput, BriefingError, NotFound
from briefing.model import SECTION_KINDS, Brief, Section
from briefing.outside import reader
from briefing.text import normalise

DEFAULT = "situation-brief"
# In the order in which they are offered.
BUILT_IN = (
    DEFAULT,
    "estimate",
    "ministerial-note",
    "submission",
    "situation-report",
    "fact-file",
)
MAX_BYTES = 200_000
MAX_SECTIONS = 100
_SECONDS = 2.0  # for one of a person's own: the list of all is waited for
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
# "brief" names the whole brief and "title" its first line wherever an id is asked for.
_RESERVED = frozenset({"brief", "title"})
_TEMPLATE_KEYS = ("id", "name", "description", "section")
_SECTION_KEYS = ("id", "kind", "title", "guidance", "limit")
_SECTION_HEAD = re.compile(r"[ \t]*\[\[[ \t]*section[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Template:
    """The shape of a brief: its sections are empty. `path` is the file it was read from."""

    id: str
    name: str
    description: str
    sections: tuple[Section, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class TemplateListing:
    """The templates that can be used, and a sentence for each file that cannot."""

    templates: tuple[Template, ...]
    notices: tuple[str, ...] = ()


def built_in_folder() -> Path:
    """Return the folder of the templates that come with the program."""
    return Path(str(files("resources").joinpath("templates")))


def user_folder() -> Path:
    """Return the folder for a person's own templates; it may not exist yet."""
    return user_folders.data_dir() / "templates"


def listing(folders: Sequence[Path] | None = None) -> TemplateListing:
    """Return all templates, built-in ones first, then those of `folders` (None: the user's) by name.

    A file that cannot be read becomes a notice and spoils no other.
    """
    found = {ident: load(built_in_folder() / f"{ident}.toml") for ident in BUILT_IN}
    notices: list[str] = []
    for folder in (user_folder(),) if folders is None else folders:
        own: set[str] = set()
        for path in sorted(folder.glob("*.toml")):
            try:
                template = load(path)
            except BriefingError as error:
                notices.append(error.line())
                continue
            if template.id in own:
                notices.append(f"“{path.name}” was left out: another file has the id “{template.id}” too.")
                continue
            own.add(template.id)
            found[template.id] = template
    return TemplateListing(tuple(found.values()), tuple(notices))


def available(folders: Sequence[Path] | None = None) -> tuple[Template, ...]:
    """Return the templates of `listing`."""
    return listing(folders).templates


def get(ident: str, folders: Sequence[Path] | None = None) -> Template:
    """Return the template called `ident`; raise NotFound with the known ones, and what may be wrong."""
    known = listing(folders)
    for template in known.templates:
        if template.id == ident:
            return template
    names = ", ".join(template.id for template in known.templates)
    hint = " ".join((f"Use one of: {names}.", *known.notices))
    raise NotFound(f"There is no template “{ident}”.", hint)


def load(path: Path) -> Template:
    """Return the template in a file. Raises BadInput with the line and what to do."""
    return _parsed(path, _text_of(path))


@lru_cache(maxsize=64)
def _parsed(path: Path, text: str) -> Template:
    """Each list of templates reads every file again; most are as they were."""
    return _TemplateReader(path, text).template()


def start(
    template: Template,
    *,
    title: str,
    standard: str = "icd203",
    author: str = "",
    as_of: str = "",
    new_id: Callable[[str], str] = model.new_id,
) -> Brief:
    """Return a new, empty brief of this shape. Raises BadInput for an unknown likelihood standard."""
    return Brief(
        new_id("b"),
        title=title,
        as_of=as_of,
        author=author,
        standard=scales.standard(standard).id,
        template=template.id,
        sections=template.sections,
    )


def _text_of(path: Path) -> str:
    try:
        ours = path.parent == built_in_folder()
        data = path.read_bytes() if ours else reader.read(path, MAX_BYTES + 1, seconds=_SECONDS)
        if len(data) > MAX_BYTES:
            raise BadInput(
                f"The template “{path.name}” is larger than {MAX_BYTES // 1000} kB.", "Shorten it."
            )
        return normalise(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(f"The template “{path.name}” is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        raise BadInput(
            f"The template “{path.name}” could not be read ({error.strerror}).", "Check the file."
        ) from error


class _TemplateReader:
    """Reads one file's text; knows where each section begins, to say where something is wrong."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._heads = [1 + text.count("\n", 0, m.start()) for m in _SECTION_HEAD.finditer(text)]
        try:
            self._data: Mapping[str, Any] = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            line = _line(error, text)
            raise self._bad(_toml_fault(error), "Compare it with a template that works.", line) from error

    def template(self) -> Template:
        self._check_keys(self._data, _TEMPLATE_KEYS, 1, "A template")
        ident = self._ident(self._data, 1)
        name = self._words(self._data, "name", 1) or ident
        return Template(ident, name, self._words(self._data, "description", 1), self._sections(), self._path)

    def _sections(self) -> tuple[Section, ...]:
        tables = self._data.get("section")
        if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
            raise self._bad("it has no sections", "Begin each one with a line [[section]].")
        if len(tables) > MAX_SECTIONS:
            raise self._bad(f"it has more than {MAX_SECTIONS} sections", "Leave some out.")
        sections: list[Section] = []
        for n, table in enumerate(tables):
            line = self._heads[n] if n < len(self._heads) else 1
            section = self._section(table, line)
            if any(s.id == section.id for s in sections):
                raise self._bad(f"two sections have the id “{section.id}”", "Change one of them.", line)
            if section.kind == "actors" and any(s.kind == "actors" for s in sections):
                raise self._bad("there are two sections for actors", "Give one of them another kind.", line)
            sections.append(section)
        return tuple(sections)

    def _section(self, table: Mapping[str, Any], line: int) -> Section:
        self._check_keys(table, _SECTION_KEYS, line, "A section")
        ident = self._ident(table, line)
        title = self._words(table, "title", line)
        if not title:
            raise self._bad("a section has no title", 'Write a line such as title = "Situation".', line)
        kind = self._words(table, "kind", line) or "prose"
        if kind not in SECTION_KINDS:
            raise self._bad(
                f"“{kind}” is not a kind of section", f"Use one of: {', '.join(SECTION_KINDS)}.", line
            )
        limit = table.get("limit", 0)
        if type(limit) is not int or not 0 <= limit <= 100_000:
            raise self._bad("a limit is not a number of words", "Write a line such as limit = 250.", line)
        return Section(ident, kind, title, self._words(table, "guidance", line), limit)

    def _ident(self, table: Mapping[str, Any], line: int) -> str:
        ident = self._words(table, "id", line)
        if not _ID.fullmatch(ident) or ident in _RESERVED:
            raise self._bad(
                f"“{ident}” cannot be an id" if ident else "an id is missing",
                "An id is small letters, digits and dashes, at most 40, such as key-figures.",
                line,
            )
        return ident

    def _words(self, table: Mapping[str, Any], key: str, line: int) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            raise self._bad(f"the {key} is not text", f'Put it in quotation marks: {key} = "…".', line)
        return " ".join(value.split())

    def _check_keys(self, table: Mapping[str, Any], allowed: tuple[str, ...], line: int, what: str) -> None:
        strange = [key for key in table if key not in allowed]
        if strange:
            raise self._bad(
                f"“{strange[0]}” is not known here", f"{what} may have: {', '.join(allowed)}.", line
            )

    def _bad(self, why: str, hint: str, line: int = 0) -> BadInput:
        where = f", line {line}" if line else ""
        return BadInput(f"The template “{self._path.name}” cannot be used{where}: {why}.", hint)


def _toml_fault(error: Exception) -> str:
    """Return what TOML's reader says, without the place, which `_line` returns."""
    words = re.sub(r"\s*\(at [^)]*\)$", "", str(error)).rstrip(".") or "it is nested too deeply"
    return words[0].lower() + words[1:]


def _line(error: Exception, text: str) -> int:
    """Return the line TOML's reader names, 0 where it names none."""
    if "at end of document" in str(error):
        return 1 + text.rstrip("\n").count("\n")
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else 0
