"""Grouping articles by origin: versions always, then what a person said, then likeness.

A round-up that holds two stories must not make one of them: every article stays with one story
only. Its likes are sorted by story, and it keeps those of the story it holds most of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.gc_pause import uncollected
from briefing.model import Source
from briefing.origins.agencies import with_fields
from briefing.origins.likeness import StoryLink, Text, alike, edges
from briefing.origins.signatures import Signatures

# Two parts of one story name mostly the same people and places; two stories of one page do not.
_RELATED = 0.4
_FEW_NAMES = 3


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """A source with its text ("" where only its record is known)."""

    source: Source
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why two sources (ids) are one origin: "AP credit, 42 % of the shorter text shared", "by hand"."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One story and the sources that hand it on, oldest first. `id` is that of the oldest."""

    id: str
    label: str
    members: tuple[str, ...]
    why: tuple[Link, ...] = ()
    by_hand: bool = False

    def reason(self, source_id: str) -> str:
        """Return why a source belongs here, by its strongest link; "" where it stands alone."""
        return next((link.why for link in self.why if source_id in (link.a, link.b)), "")


@dataclass(frozen=True, slots=True)
class Origins:
    """All origins of some sources, by age of their oldest source, and each source's by its id."""

    groups: tuple[Origin, ...] = ()
    of: Mapping[str, Origin] = field(default_factory=dict)

    def key(self, source_id: str) -> str:
        """Return the id of a source's origin; its own id where it was not grouped."""
        return self.of[source_id].id if source_id in self.of else source_id


def group(entries: Iterable[OriginEntry], signatures: Signatures | None = None) -> Origins:
    """Return the origins of `entries`; the order in which they come does not matter.

    `signatures` keeps what was made of each text for the next time.
    """
    with uncollected():
        return _group(entries, signatures or Signatures())


def _group(entries: Iterable[OriginEntry], signatures: Signatures) -> Origins:
    ranked = sorted(entries, key=lambda entry: entry.source.id)
    sources = {entry.source.id: entry.source for entry in ranked}
    sets = _Sets(sources)
    links = _versions(sources, sets)
    hands = _hands(sources, sets)
    links += _by_hand(hands, sets)
    fixed = {sets.find(ident) for ident in hands}
    free = []
    for source, text in ((e.source, e.text) for e in ranked if e.text):
        if sets.find(source.id) not in fixed:
            signature = signatures.of(source.text_sha, text)
            free.append(Text(source, signature, with_fields(signature.agencies, source)))
    for edge in _one_story_each(free, edges(free)):
        a, b = free[edge.a].source.id, free[edge.b].source.id
        links.append(Link(a, b, edge.why))
        sets.unite(a, b)
    agencies = {text.source.id: text.agencies[0] for text in free if text.agencies}
    return _named(sources, sets, links, hands, agencies)


class _Sets:
    """Disjoint sets of ids (union–find with path halving)."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {ident: ident for ident in ids}

    def find(self, ident: str) -> str:
        above = self._above
        while above[ident] != ident:
            above[ident] = above[above[ident]]
            ident = above[ident]
        return ident

    def unite(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._above[second] = first


def _versions(sources: Mapping[str, Source], sets: _Sets) -> list[Link]:
    links = [Link(s.supersedes, s.id, "a later version") for s in sources.values() if s.supersedes in sources]
    for link in links:
        sets.unite(link.a, link.b)
    return links


def _hands(sources: Mapping[str, Source], sets: _Sets) -> dict[str, str]:
    """Return the name given by hand for each root of versions; of several names the newest version's
    counts.
    """
    replaced = {s.supersedes for s in sources.values()}
    found: dict[str, str] = {}
    for source in sorted(sources.values(), key=lambda s: (s.id not in replaced, s.published, s.id)):
        if source.origin:
            found[sets.find(source.id)] = source.origin
    return found


def _by_hand(hands: dict[str, str], sets: _Sets) -> list[Link]:
    first: dict[str, str] = {}
    links = []
    for ident, name in sorted(hands.items()):
        if first.setdefault(name, ident) != ident:
            links.append(Link(first[name], ident, "by hand"))
            sets.unite(first[name], ident)
    return links


def _one_story_each(texts: Sequence[Text], found: list[StoryLink]) -> list[StoryLink]:
    """Return the edges that both their articles keep, strongest first."""
    around: dict[int, list[StoryLink]] = defaultdict(list)
    for edge in found:
        around[edge.a].append(edge)
        around[edge.b].append(edge)
    joined = {(edge.a, edge.b) for edge in found}
    kept: dict[tuple[int, int], int] = defaultdict(int)
    for place, mine in around.items():
        for other in _main_story(texts, place, mine, joined):
            kept[min(place, other), max(place, other)] += 1
    strong = [edge for edge in found if kept[edge.a, edge.b] == 2]
    return sorted(strong, key=lambda e: (-e.shared, e.a, e.b))


@dataclass(slots=True)
class _Story:
    """Likes of one article that tell one story: their places, their names, the most any shares with it."""

    places: list[int]
    names: frozenset[str]
    shared: int


def _main_story(
    texts: Sequence[Text], place: int, mine: Sequence[StoryLink], joined: set[tuple[int, int]]
) -> list[int]:
    """Return the likes of an article that tell the story it holds most of."""
    likes = {edge.a + edge.b - place: edge.shared for edge in mine}
    stories: list[_Story] = []
    # Parts first: another round-up is like each of them and would make them one.
    for other in sorted(likes, key=lambda p: (len(texts[p].signature), p)):
        names = texts[other].signature.names
        fits = [story for story in stories if _same_story(story, other, names, joined)]
        part = len(texts[other].signature) < len(texts[place].signature)
        if not fits:
            stories.append(_Story([other], names, likes[other]))
            continue
        best = max(fits, key=lambda story: story.shared)
        best.places.append(other)
        best.names |= names if part else frozenset()
        best.shared = max(best.shared, likes[other]) if part else best.shared
    return max(stories, key=lambda story: story.shared).places


def _same_story(story: _Story, other: int, names: frozenset[str], joined: set[tuple[int, int]]) -> bool:
    return (
        any((min(p, other), max(p, other)) in joined for p in story.places[:4])
        or min(len(names), len(story.names)) < _FEW_NAMES
        or alike(names, story.names) >= _RELATED
    )


def _named(
    sources: Mapping[str, Source],
    sets: _Sets,
    links: Sequence[Link],
    hands: Mapping[str, str],
    agencies: Mapping[str, str],
) -> Origins:
    members: dict[str, list[Source]] = defaultdict(list)
    for source in sources.values():
        members[sets.find(source.id)].append(source)
    why: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        why[sets.find(link.a)].append(link)
    names = {sets.find(ident): name for ident, name in hands.items()}
    made = []
    for root, those in members.items():
        those.sort(key=_age)
        label = names.get(root) or _label(those, agencies.get)
        ids = tuple(source.id for source in those)
        made.append((_age(those[0]), Origin(ids[0], label, ids, tuple(why[root]), root in names)))
    groups = tuple(origin for _, origin in sorted(made, key=lambda pair: pair[0]))
    return Origins(groups, {ident: origin for origin in groups for ident in origin.members})


def _age(source: Source) -> tuple[str, str]:
    # A source without a date is never the oldest of several.
    return source.published or "~", source.id


def _label(those: Sequence[Source], agency: Callable[[str], str | None]) -> str:
    """Return "AP · Turkish, Russian troops …": whose story, and the title of its oldest article."""
    whose = next((name for s in those if (name := agency(s.id))), "") or those[0].publisher
    title = next((s.title for s in those if s.title), those[0].id)
    return f"{whose} · {title}" if whose else title
