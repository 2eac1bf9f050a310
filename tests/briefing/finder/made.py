"""Sources and texts for the tests of finding."""

from __future__ import annotations

from briefing.errors import NotFound
from briefing.finder import Index, SearchHit, search
from briefing.model import Source
from briefing.text import sha256


class Desk:
    """Sources with their texts, and an index over them."""

    def __init__(self, *texts: str, index: Index | None = None) -> None:
        self.texts: dict[str, str] = {}
        self.sources: tuple[Source, ...] = ()
        self.index = index or Index()
        self.reads = 0
        for text in texts:
            self.add(text)

    def add(self, text: str = "", **facts: object) -> Source:
        """Add a source; its id is "s" and its number, from 0."""
        sha = sha256(text) if text else ""
        self.texts[sha] = text
        source = Source(f"s{len(self.sources)}", text_sha=sha, **facts)  # type: ignore[arg-type]
        self.sources += (source,)
        return source

    def text_of(self, sha: str) -> str:
        """Return a text by its hash; raise NotFound."""
        self.reads += 1
        if sha not in self.texts:
            raise NotFound("That text is not there.")
        return self.texts[sha]

    def text(self, source_id: str) -> str:
        """Return the text of a source."""
        return next(self.texts[source.text_sha] for source in self.sources if source.id == source_id)

    def hits(self, typed: str, **how: object) -> tuple[SearchHit, ...]:
        """Return what is found, the index brought up to date first."""
        self.index.update(self.sources, self.text_of)
        return search(self.index, self.sources, typed, self.text_of, **how)  # type: ignore[arg-type]

    def found(self, typed: str, **how: object) -> list[str]:
        """Return the ids of the sources found, best first, each once."""
        return list(dict.fromkeys(hit.source_id for hit in self.hits(typed, **how)))

    def said(self, typed: str) -> list[str]:
        """Return the words marked in the passages, as they stand in the texts."""
        return [self.text(hit.source_id)[a:b] for hit in self.hits(typed) for a, b in hit.spans]
