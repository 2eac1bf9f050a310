"""What may be chosen at an export: one record, the same for every format that can do it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from briefing.errors import BadInput

# The choices of each field that is a word; the first is what is done when nothing is chosen.
CHOICES: dict[str, tuple[str, ...]] = {
    "notes": ("footnotes", "endnotes", "list"),
    "citation": ("full", "short", "author-date"),
    "quotes": ("whole", "short", "none"),
    "actors": ("table", "list"),
    "page": ("a4", "letter"),
    "links": ("footnotes", "csl"),
    "articles": ("whole", "quoted"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """How an export looks.

    `notes`: where they stand; "list" is a numbered list of sources. `citation`: how a source is named.
    `style`: path of a CSL style ("" for our own), for those who have the extra `cite`. `quotes`: of the
    words quoted. `together`: several quotes of a claim in one note. `annex`: with the evidence of every
    claim. `contents`: a table of contents. `portions`: the marking of each claim before it.
    `numbered`: the paragraphs that state something are numbered through.
    `waivers`: what a person let stand, with the reason.
    `template`: path of a Word template, or the id of one of ours. `links`: how Markdown cites.
    `articles`: what of the cited articles an evidence package holds; "quoted" is the words quoted, with the
    hash of the text they stand in.
    """

    notes: str = "footnotes"
    citation: str = "full"
    style: str = ""
    quotes: str = "whole"
    together: bool = False
    annex: bool = False
    contents: bool = False
    portions: bool = True
    numbered: bool = False
    waivers: bool = False
    actors: str = "table"
    page: str = "a4"
    template: str = ""
    links: str = "footnotes"
    articles: str = "whole"


PLAIN = Options()


def with_choice(options: Options, name: str, value: str) -> Options:
    """Return the options with one field set from a typed value. Raises BadInput."""
    known = {field.name: getattr(options, field.name) for field in fields(options)}
    if name not in known:
        raise BadInput(f"There is no export choice “{name}”.", f"One of: {', '.join(known)}.")
    if isinstance(known[name], bool):
        if value not in ("yes", "no"):
            raise BadInput(f"“{value}” is not possible for {name}.", "Write yes or no.")
        return replace(options, **{name: value == "yes"})  # type: ignore[arg-type]
    if name in CHOICES and value not in CHOICES[name]:
        raise BadInput(f"“{value}” is not possible for {name}.", f"One of: {', '.join(CHOICES[name])}.")
    return replace(options, **{name: value})  # type: ignore[arg-type]


def read(choices: tuple[str, ...]) -> Options:
    """Return the options kept as "name=value"; what is not known any more is left out."""
    options = Options()
    for choice in choices:
        name, _, value = choice.partition("=")
        try:
            options = with_choice(options, name, value)
        except BadInput:
            continue  # kept by another version of this program
    return options


def kept(options: Options) -> tuple[str, ...]:
    """Return what differs from the defaults, as "name=value"."""
    plain = Options()
    pairs = (
        (field.name, getattr(options, field.name), getattr(plain, field.name)) for field in fields(options)
    )
    return tuple(
        f"{name}={('yes' if value else 'no') if isinstance(value, bool) else value}"
        for name, value, default in pairs
        if value != default
    )
