"""A file that has lost the list of what left in it: what it may have said, judged by the brief as it is now.

Nobody knows any more with which choices it was exported. What stands round the statements is therefore looked
for in each of the ways this program writes it, and what only the choices can have changed is not reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefing import exporting, inline
from briefing.exporting import options
from briefing.exporting.blocks import Branch, Proof
from briefing.exporting.formats import WORD
from briefing.exporting.options import Options
from briefing.exporting.word.word_manifest import WordManifest
from briefing.model import Brief
from briefing.reviewing.gathering import OUTSIDE, key
from briefing.reviewing.reviewed_parts import Package

LOST = "The file no longer holds the list of its exported lines; it is compared with the brief as it is now."

# With those of the brief they hold each template of ours, each way to cite, and all that can be left out.
_WAYS = (
    Options(template="memo", annex=True, contents=True, together=True),
    Options(template="one-pager", annex=True, contents=True, actors="list", citation="short", notes="list"),
    Options(template="situation-report", annex=True, contents=True, actors="list", citation="author-date"),
)
_FEW = 3
# So that the contents name every part an annex may have.
_PROOF = Proof(branches=(Branch(0, "judgement", "", "…", ""),))


def as_it_is(brief: Brief) -> WordManifest:
    """Return what would leave if the brief were exported now, with all that could stand round its
    statements.
    """
    chosen = replace(options.read(brief.export_choices), template="", style="")
    ways = [made(brief, way) for way in (chosen, *_WAYS)]
    rest: Counter[str] = Counter()
    for one in ways:
        rest |= Counter(one.rest)
    # The annex says each statement again.
    known = {
        key(words) for e in ways[0].items for words in (inline.plain(e.text), e.before + inline.plain(e.text))
    }
    return replace(ways[0], rest=tuple(words for words in rest.elements() if key(words) not in known))


def made(brief: Brief, way: Options) -> WordManifest:
    """Return what would leave if the brief were exported in this way."""
    outline = exporting.build(exporting.ExportRequest(brief, options=way, proof=_PROOF))
    rendered = exporting.load(WORD).render(outline)
    manifest = Package(rendered.data).manifest()
    assert manifest is not None  # no export goes without one
    return manifest


def together(messages: list[str]) -> Iterator[str]:
    """Yield what is reported, the many lines that stand round the statements as one sentence."""
    outside = [words.removeprefix(OUTSIDE).rstrip(".") for words in messages if words.startswith(OUTSIDE)]
    if len(outside) <= _FEW:
        yield from messages
        return
    yield from (words for words in messages if not words.startswith(OUTSIDE))
    yield f"{OUTSIDE}{len(outside):,} lines ({', '.join(outside[:_FEW])}, …)."
