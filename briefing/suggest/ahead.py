"""Vectors of a brief's sentences, made before they are asked for: a suggestion then costs one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing import lookup, text
from briefing.errors import NotFound
from briefing.model import Brief
from briefing.suggest.embedding import Embedding

# More would crowd one another out where they are kept, which holds 32 MB; a number has four bytes.
MOST, MOST_BYTES = 20_000, 30_000_000


@dataclass(frozen=True, slots=True)
class MadeAhead:
    """How many sentences a brief's articles have that are read ahead, and how many vectors had to be made."""

    sentences: int
    made: int


def make_ahead(
    embedding: Embedding,
    brief: Brief,
    text_of: Callable[[str], str],
    progress: Callable[[int, int], object] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MadeAhead:
    """Make the vectors of the sentences of all articles, those of cited ones first, and return how many.

    `progress` hears how many of those that had to be made are, and of how many. Raises ModelFailed.
    """
    most = min(MOST, MOST_BYTES // (4 * embedding.dimensions))
    wanted: dict[str, None] = {}
    for sentence in _sentences(brief, text_of):
        if len(wanted) == most or cancelled():
            break
        wanted[sentence] = None
    return MadeAhead(len(wanted), embedding.learn(wanted, progress, cancelled))


def _sentences(brief: Brief, text_of: Callable[[str], str]) -> Iterator[str]:
    cited = {linked.source for _, linked in lookup.evidence(brief)}
    for source in sorted(brief.sources, key=lambda source: source.id not in cited):
        try:
            words = text_of(source.text_sha) if source.text_sha else ""
        except NotFound:
            continue  # opening the file has reported it
        yield from (words[start:end] for start, end in text.sentences(words))
