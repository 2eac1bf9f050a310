"""How a source is named: author, title, publisher, date, address, date of access; what is unknown is left out."""

from __future__ import annotations

from briefing import scales
from briefing.exporting.words import Cleaner, long_date, safe_link
from briefing.inline import Run
from briefing.model import Source


def citation(source: Source, clean: Cleaner, *, address: bool = False, place: str = "") -> tuple[Run, ...]:
    """Return the reference as runs, ending in a full stop. `place` says where in it ("p. 3").

    The title carries the link. With `address` the URL is printed and carries it instead, as a page on
    paper needs it; one that may not be a link is printed as words.
    """
    link = safe_link(source.url)
    url = clean.line(source.url) if address else ""
    authors = _authors(source, clean)
    runs = [
        Run(f"{authors}, “" if authors else "“"),
        Run(_title(source, clean), link="" if url else link),
        Run("”"),
    ]
    publisher = clean.line(source.publisher)
    if publisher:
        runs += [Run(", "), Run(publisher, italic=True)]
    runs.append(Run(f", {long_date(clean.line(source.published)) or 'no date'}"))
    if place:
        runs.append(Run(f", {place}"))
    if url:
        runs += [Run(", "), Run(url, link=link)]
    if source.accessed:
        runs.append(Run(f" (accessed {long_date(clean.line(source.accessed))})"))
    runs.append(Run("."))
    return tuple(runs)


def citation_text(source: Source, place: str = "") -> str:
    """Return the full reference as plain text, as copied with a passage."""
    return "".join(run.text for run in citation(source, Cleaner(), address=True, place=place))


def _title(source: Source, clean: Cleaner) -> str:
    return clean.line(source.title) or clean.line(source.filename) or "Untitled article"


def _authors(source: Source, clean: Cleaner) -> str:
    names = [clean.line(name) for name in source.authors if name.strip()]
    if len(names) > 3:
        return f"{names[0]} and others"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def details(source: Source, clean: Cleaner) -> tuple[str, ...]:
    """Return what the source list says below a reference: descriptor, grade, marking; a sentence each."""
    told = [clean.line(source.descriptor)]
    meaning = dict(scales.RELIABILITY).get(source.grade, "")
    if source.grade:
        told.append(f"Grade {source.grade}: {meaning}." if meaning else f"Grade {clean.line(source.grade)}.")
    if source.marking:
        told.append(f"Marked {clean.line(source.marking)}.")
    return tuple(t for t in told if t)


def grading(grade: str, credibility: str) -> str:
    """Return what a note says of the quote's grade (Admiralty, two axes), "" when neither is given."""
    if grade and credibility:
        return f"Graded {grade}{credibility}."
    if grade:
        return f"Source graded {grade}."
    return f"Credibility {credibility}." if credibility else ""
