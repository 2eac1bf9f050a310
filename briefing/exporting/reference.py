"""How a source is named: author, title, publisher, date, address, date of access; what is unknown is left
out.

House styles of our own: "full" gives the first note of a source in full and later ones in the short form,
"short" the short form always, "author-date" a name and a year that lead to the list. Never “ibid.”: notes
move, and it would point at another one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing import scales
from briefing.citing.author_names import split
from briefing.citing.csl_styles import Styled
from briefing.exporting.format_helpers import Cleaner, apart, capital, long_date, safe_link, sentence
from briefing.inline import Run
from briefing.model import Source
from briefing.text import shortened

# A title is named in short where that saves more than a few letters.
_LONGEST_TITLE, _SHORT_TITLE = 64, 48


def citation(source: Source, clean: Cleaner, *, address: bool = False, place: str = "") -> tuple[Run, ...]:
    """Return the reference as runs, ending in a full stop. `place` says where in it ("p. 3").

    The title carries the link. With `address` the URL is printed and carries it instead, as a page on
    paper needs it; one that may not be a link is printed as words.
    """
    link = safe_link(source.url)
    url = clean.line(source.url) if address else ""
    authors = _authors(source, clean)
    runs = [
        Run(f"{apart(authors)}, “" if authors else "“"),
        Run(apart(_title(source, clean)), link="" if url else link),
        Run("”"),
    ]
    publisher = clean.line(source.publisher)
    if publisher:
        runs += [Run(", "), Run(apart(publisher), italic=True)]
    runs.append(Run(f", {_date(source, clean)}"))
    return tuple(runs + _end(source, clean, url, link, place))


def _end(source: Source, clean: Cleaner, url: str, link: str, place: str = "") -> list[Run]:
    runs = [Run(f", {place}")] if place else []
    if url:
        runs += [Run(", "), Run(url, link=link)]
    if source.accessed:
        runs.append(Run(f" (accessed {long_date(clean.line(source.accessed))})"))
    return [*runs, Run(".")]


class ReferenceStyles:
    """The forms in which the sources of one brief are named, each unlike the others.

    `styled` are those of a CSL style, by source id; they stand before our own.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        clean: Cleaner,
        citation: str = "full",
        styled: Mapping[str, Styled] | None = None,
    ) -> None:
        self._clean = clean
        self._styled = styled or {}
        self._style = citation
        self._short = _distinct(sources, clean, _short_form)
        self._dated = _lettered(sources, clean) if citation == "author-date" else {}
        self._named: set[str] = set()
        self._made: dict[tuple[str, bool], tuple[Run, ...]] = {}

    def note(self, source: Source, place: str = "") -> tuple[Run, ...]:
        """Return the next note on a source: its first form, or the later one."""
        given = self._styled.get(source.id)
        again = source.id in self._named
        later = again or (self._style != "full" and given is None)
        self._named.add(source.id)
        if given is not None and (given.always or not again):
            return self._given(given.note, source, f", {place}." if place else ".")
        known = self._made.get((source.id, later)) if not place else None
        if known is None:
            known = self._later(source, place) if later else citation(source, self._clean, place=place)
            if not place:
                self._made[source.id, later] = known
        return known

    def _later(self, source: Source, place: str) -> tuple[Run, ...]:
        link = safe_link(source.url)
        tail = f", {place}." if place else "."
        if source.id in self._dated:
            who, year = self._dated[source.id]
            comma = "" if year[0].isdigit() else ","
            return (Run(f"{apart(who)}{comma} {year}", link=link), Run(tail))
        if source.id not in self._short:
            return citation(source, self._clean, place=place)
        lead, words, end = self._short[source.id]
        return (Run(lead), Run(words, link=link), Run(f"{end}{tail}"))

    def _given(self, runs: tuple[Run, ...], source: Source, tail: str) -> tuple[Run, ...]:
        """Return runs of a style, clean, the address in them linked."""
        link, made = safe_link(source.url), list[Run]()
        for run in runs:
            before, url, after = run.text.partition(source.url) if source.url else (run.text, "", "")
            pieces = ((_apart(before, source), ""), (url, link), (_apart(after, source), ""))
            made += [replace(run, text=self._clean.text(t), link=to) for t, to in pieces if t]
        return (*made, Run(tail))

    def entry(self, source: Source) -> tuple[Run, ...]:
        """Return how the list of sources names it, with its address."""
        given = self._styled.get(source.id)
        if given is not None:
            return self._given(given.entry, source, ".")
        if source.id not in self._dated:
            return citation(source, self._clean, address=True)
        clean, link = self._clean, safe_link(source.url)
        url = clean.line(source.url)
        who, year = self._dated[source.id]
        names = [clean.line(name) for name in source.authors if name.strip()]
        if names:
            who = _joined([split(names[0]).inverted, *names[1:]], filed=True)
        publisher, title = clean.line(source.publisher), _title(source, clean)
        runs = [Run(f"{apart(who.rstrip('.'))}. ")] if who != title else []
        runs += [Run(f"{capital(year)}. “"), Run(apart(title), link="" if url else link), Run("”")]
        if publisher and publisher != who:
            runs += [Run(", "), Run(apart(publisher), italic=True)]
        if len(source.published) > 4:
            runs.append(Run(f", {_date(source, clean)}"))
        return tuple(runs + _end(source, clean, url, link))


def _apart(words: str, source: Source) -> str:
    """Return what a CSL style wrote, with the names of a source in it kept apart."""
    for name in dict.fromkeys((source.title, source.publisher, *source.authors)):
        words = words.replace(name, apart(name)) if name else words
    return words


_Form = tuple[str, str, str]


def _short_form(source: Source, clean: Cleaner, step: int) -> _Form:
    """Return what stands before, in and after the link; each step says more, until no two are alike."""
    who = _short_names(source, clean)
    title = _title(source, clean)
    words = _short_title(title) if step == 0 else title
    end = f"”, {_date(source, clean)}" if step == 2 else "”"
    return (f"{apart(who)}, “" if who else "“", apart(words), end)


def _distinct(
    sources: Sequence[Source], clean: Cleaner, form: Callable[[Source, Cleaner, int], _Form]
) -> dict[str, _Form]:
    """Return the shortest form of each source that is no other's; none for those that stay alike."""
    found: dict[str, _Form] = {}
    left = list(sources)
    for step in range(3):
        made = {source.id: form(source, clean, step) for source in left}
        counts = Counter(made.values())
        found.update({ident: words for ident, words in made.items() if counts[words] == 1})
        left = [source for source in left if source.id not in found]
    return found


def _lettered(sources: Sequence[Source], clean: Cleaner) -> dict[str, tuple[str, str]]:
    """Return name and year of each source, with a letter after the year where two are alike (2020a,
    2020b).
    """
    plain = {s.id: (_short_names(s, clean) or _title(s, clean), _year(s)) for s in sources}
    counts = Counter(plain.values())
    used: Counter[tuple[str, str]] = Counter()
    found = {}
    for ident, (who, year) in plain.items():
        used[who, year] += 1
        letter = _letters(used[who, year]) if counts[who, year] > 1 else ""
        found[ident] = (who, f"{year} {letter}" if letter and not year[-1].isdigit() else f"{year}{letter}")
    return found


def _letters(number: int) -> str:
    """Return a, b … z, aa, ab …"""
    number, rest = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("a") + rest)


def _year(source: Source) -> str:
    match = re.match(r"\d{4}", source.published)
    return match.group() if match else "no date"


def _short_names(source: Source, clean: Cleaner) -> str:
    names = [split(clean.line(name)).short for name in source.authors if name.strip()]
    return _joined(names) if names else clean.line(source.publisher)


def _short_title(title: str) -> str:
    """Return a title up to its colon, or cut between words with “…”."""
    if len(title) <= _LONGEST_TITLE:
        return title
    main = title.partition(": ")[0]
    if 12 <= len(main) <= _SHORT_TITLE:
        return main
    return shortened(title, _SHORT_TITLE + 1)


def _title(source: Source, clean: Cleaner) -> str:
    return clean.line(source.title) or clean.line(source.filename) or "Untitled article"


def _date(source: Source, clean: Cleaner) -> str:
    return long_date(clean.line(source.published)) or "no date"


def _authors(source: Source, clean: Cleaner) -> str:
    return _joined([clean.line(name) for name in source.authors if name.strip()])


def _joined(names: list[str], *, filed: bool = False) -> str:
    """Return names as printed; `filed`: the first one is turned ("Low, Ann"), and needs a comma after it."""
    if len(names) > 3:
        return f"{names[0]} and others"
    comma = "," if filed and len(names) == 2 and "," in names[0] else ""
    return f"{comma} and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def details(source: Source, clean: Cleaner) -> tuple[str, ...]:
    """Return what the source list says below a reference: descriptor, grade, marking; a sentence each."""
    parts = [apart(sentence(clean.line(source.descriptor)))]
    meaning = dict(scales.RELIABILITY).get(source.grade, "")
    if source.grade:
        parts.append(f"Grade {source.grade}: {meaning}." if meaning else f"Grade {clean.line(source.grade)}.")
    if source.marking:
        parts.append(f"Marked {clean.line(source.marking)}.")
    return tuple(t for t in parts if t)


def grading(grade: str, credibility: str) -> str:
    """Return what a note says of the quote's grade (Admiralty, two axes), "" when neither is given."""
    if grade and credibility:
        return f"Graded {grade}{credibility}."
    if grade:
        return f"Source graded {grade}."
    return f"Credibility {credibility}." if credibility else ""
