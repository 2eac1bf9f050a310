"""Edits of the list of sources."""

from __future__ import annotations

from dataclasses import replace

from briefing import lookup
from briefing.edits.containers import change_item
from briefing.edits.evidence import unlink
from briefing.edits.source_fields import read_again
from briefing.errors import Refused
from briefing.model import Brief, Source


def add_source(brief: Brief, source: Source) -> Brief:
    """Add an article. The same text again is refused: it is in the brief already."""
    for known in brief.sources:
        if known.text_sha and known.text_sha == source.text_sha:
            raise Refused(
                f"“{source.title}” is in this brief already, as {known.id} “{known.title}”.",
                "Nothing was added twice.",
            )
    return replace(brief, sources=(*brief.sources, source))


def reread(brief: Brief, source_id: str, read: Source) -> Brief:
    """Give an article the text that its kept bytes yield when they are read another way.

    Raises Refused where quotes rest on the text as it is: that text never changes under them.
    """
    source = lookup.source(brief, source_id)
    links = lookup.links_of_source(brief, source_id)
    if links and read.text_sha != source.text_sha:
        raise Refused(
            f"“{source.title}” is quoted {len(links)} times as it reads now."
            if len(links) > 1
            else f"“{source.title}” is quoted as it reads now.",
            "Unlink its quotes first, or add the file again as a new version.",
        )
    fresh = read_again(source, read)
    # A title read with the wrong letters is wrong too.
    if source.guessed and read.title:
        fresh = replace(fresh, title=read.title)
    return replace(brief, sources=tuple(fresh if s.id == source_id else s for s in brief.sources))


def remove_source(brief: Brief, source_id: str, unlinking: bool = False) -> Brief:
    """Remove an article. Quotes that claims rest on keep it there unless `unlinking` takes them too."""
    source = lookup.source(brief, source_id)
    links = lookup.links_of_source(brief, source_id)
    if links and not unlinking:
        raise Refused(
            f"{len(links)} quotes of “{source.title}” are linked to claims."
            if len(links) > 1
            else f"A quote of “{source.title}” is linked to a claim.",
            "Unlink them first.",
        )
    for _, evidence in links:
        brief = unlink(brief, evidence.id)
    for figure in tuple(lookup.figures(brief)):
        if figure.source == source_id:  # the words of its credit still say whose it is
            bare = replace(figure, source="")
            brief = change_item(brief, figure.id, lambda _, bare=bare: bare)  # type: ignore[misc]
    kept = (s for s in brief.sources if s.id != source_id)
    # A later version of the removed text now supersedes what that one superseded.
    return replace(
        brief,
        sources=tuple(
            replace(s, supersedes=source.supersedes) if s.supersedes == source_id else s for s in kept
        ),
    )


def mark_read(brief: Brief, source_id: str, read: bool = True) -> Brief:
    """Mark an article as read, or unread."""
    if lookup.source(brief, source_id).read == read:
        return brief
    return replace(
        brief, sources=tuple(replace(s, read=read) if s.id == source_id else s for s in brief.sources)
    )
