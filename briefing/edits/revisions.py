"""Edits of versions: a corrected article supersedes the old one; its quotes follow one by one, by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing import lookup
from briefing.edits.evidence import change_evidence, find
from briefing.edits.source_fields import inheriting
from briefing.errors import Refused
from briefing.model import Brief, Quote, Source


def supersede(brief: Brief, old_id: str, source: Source) -> Brief:
    """Add `source` right after the old version, with what was set by hand there and is unset here.

    Quotes stay on the old version. Raises Refused for a text that is in the brief already, an old
    version that is superseded already, and an id that is taken.
    """
    old = lookup.source(brief, old_id)
    _refuse_superseded(brief, old)
    for known in brief.sources:
        if known.id == source.id:
            raise Refused(f"The source {source.id} is in this brief already.", "Nothing was added twice.")
        if source.text_sha and known.text_sha == source.text_sha:
            raise Refused(
                f"That text is in this brief already, as {known.id} “{known.title}”.",
                "Nothing was added twice.",
            )
    fresh = replace(inheriting(old, source), supersedes=old.id)
    at = brief.sources.index(old) + 1
    return replace(brief, sources=(*brief.sources[:at], fresh, *brief.sources[at:]))


def supersede_known(brief: Brief, old_id: str, new_id: str) -> Brief:
    """Say of two sources that are both in the brief that one is the later version of the other.

    Raises Refused for one source twice, another text's version, and a chain that would run in a circle.
    """
    old, new = lookup.source(brief, old_id), lookup.source(brief, new_id)
    if new.supersedes == old_id and old_id != new_id:
        return brief
    if old_id == new_id:
        raise Refused("An article is not a later version of itself.", "Choose two articles.")
    if old.text_sha and old.text_sha == new.text_sha:
        raise Refused("Both articles have the same text.", "Remove one of them.")
    if new_id in {s.id for s in older(brief, old)}:
        raise Refused(f"“{old.title}” is itself a later version of “{new.title}”.", "Take that back first.")
    if new.supersedes:
        raise Refused(
            f"“{new.title}” is a later version of {new.supersedes} already.", "Take that back first."
        )
    _refuse_superseded(brief, old)
    return _put(brief, replace(inheriting(old, new), supersedes=old_id))


def release(brief: Brief, new_id: str) -> Brief:
    """Take back that a source is a later version of another. Quotes stay where they are."""
    new = lookup.source(brief, new_id)
    return _put(brief, replace(new, supersedes="")) if new.supersedes else brief


def accept(brief: Brief, evidence_id: str, source_id: str, quote: Quote) -> Brief:
    """Move evidence to a later version of its source, with the words a person has accepted.

    Raises Refused where the source does not supersede the evidence's, directly or through others, and
    where the quote is of another text.
    """
    _, evidence = find(brief, evidence_id)
    new = lookup.source(brief, source_id)
    if evidence.source not in {s.id for s in older(brief, new)}:
        raise Refused(
            f"“{new.title}” is not a later version of the article this quote is from.",
            "Say first which article it supersedes.",
        )
    if quote.text_sha != new.text_sha or not quote.exact:
        raise Refused("That passage belongs to another text.", "Choose the words in the new version.")
    return change_evidence(brief, replace(evidence, source=new.id, quote=quote))


def accept_all(brief: Brief, source_id: str, pairs: Iterable[tuple[str, Quote]]) -> Brief:
    """Accept several quotes of one later version as one step: pairs of evidence id and quote."""
    for evidence_id, quote in pairs:
        brief = accept(brief, evidence_id, source_id, quote)
    return brief


def older(brief: Brief, source: Source) -> Iterator[Source]:
    """Yield the versions that `source` supersedes, newest first."""
    by_id = {known.id: known for known in brief.sources}
    seen = {source.id}
    while source.supersedes in by_id and source.supersedes not in seen:
        source = by_id[source.supersedes]
        seen.add(source.id)
        yield source


def newest(brief: Brief, source: Source) -> Source:
    """Return the latest version of a source: itself where nothing supersedes it."""
    later = {known.supersedes: known for known in brief.sources if known.supersedes}
    seen = {source.id}
    while source.id in later and later[source.id].id not in seen:
        source = later[source.id]
        seen.add(source.id)
    return source


def _refuse_superseded(brief: Brief, old: Source) -> None:
    last = newest(brief, old)
    if last.id != old.id:
        raise Refused(
            f"“{old.title}” is superseded already; the newest version is {last.id} “{last.title}”.",
            "Supersede that one.",
        )


def _put(brief: Brief, source: Source) -> Brief:
    return replace(brief, sources=tuple(source if s.id == source.id else s for s in brief.sources))
